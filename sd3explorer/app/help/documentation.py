"""The documentation as pages: what lies in `docs/`, and the README in front."""

import re
from pathlib import Path

from sd3explorer.app.help.page import Page
from sd3explorer.resources import documents

_HEADING = re.compile(r"^# +(.+)$", re.MULTILINE)
# Neither can be shown: what pictures show is on the screen beside the text, and tables hold only text.
_PICTURE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
_EMPTY_ROW = re.compile(r"^\|[\s|:-]*\|\n", re.MULTILINE)
_LINK = re.compile(r"\]\((?:docs/)?([\w-]+\.md)[^)]*\)")


def documentation() -> list[Page]:
    """All pages, in the order in which the README names them."""
    files = {file.name: file for file in documents()}
    readme = _text(files["README.md"]) if "README.md" in files else ""
    named = dict.fromkeys(["README.md", *_LINK.findall(readme), *sorted(files)])
    return [_page(files[name]) for name in named if name in files]


def _page(file: Path) -> Page:
    heading = _HEADING.search(_text(file))
    return Page(file.name, heading[1] if heading else file.stem, lambda: _shown(_text(file)), markdown=True)


def _shown(text: str) -> str:
    return _EMPTY_ROW.sub(_kept_row, _PICTURE.sub("", text))


def _kept_row(row: re.Match[str]) -> str:
    # The line below the head of a table is no row.
    return row[0] if "-" in row[0] else ""


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8")
