"""The documentation as pages: what lies in `docs/`, and the README in front."""

import re
from contextlib import suppress
from pathlib import Path

from sd3explorer.app.help.page import Page
from sd3explorer.resources import documents, text_of

_HEADING = re.compile(r"^# +(.+)$", re.MULTILINE)
# Neither can be shown: what pictures show is on the screen beside the text, and tables hold only text.
_PICTURE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
_EMPTY_ROW = re.compile(r"^\|[\s|:-]*\|\n", re.MULTILINE)
_LINK = re.compile(r"\]\((?:docs/)?([\w-]+\.md)[^)]*\)")


def documentation() -> list[Page]:
    """All pages, in the order of the README's list of them."""
    files = {file.name: file for file in documents()}
    # The list comes last, after links to some of them in passing.
    listed = reversed(dict.fromkeys(reversed(_links(files.get("README.md")))))
    named = dict.fromkeys(["README.md", *listed, *sorted(files)])
    return [_page(files[name]) for name in named if name in files]


def _links(readme: Path | None) -> list[str]:
    """The pages that the README names."""
    with suppress(OSError):
        return _LINK.findall(text_of(readme)) if readme else []
    return []


def _page(file: Path) -> Page:
    return Page(file.name, _heading(file), lambda: _shown(text_of(file)), markdown=True)


def _shown(text: str) -> str:
    return _EMPTY_ROW.sub(_kept_row, _PICTURE.sub("", text))


def _kept_row(row: re.Match[str]) -> str:
    # The line below the head of a table is no row.
    return row[0] if "-" in row[0] else ""


def _heading(file: Path) -> str:
    with suppress(OSError):
        if heading := _HEADING.search(text_of(file)):
            return heading[1]
    return file.stem
