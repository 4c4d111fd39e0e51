"""Files that ship with the app: `resources/` at the top of the repository; a wheel takes them along."""

import errno
from pathlib import Path

_PACKAGE = Path(__file__).parent
# What a wheel calls it there; see pyproject.toml.
_IN_WHEEL = _PACKAGE / "_resources"


def resource(*parts: str) -> Path:
    """The path of a file or folder that ships with the app.

    Args:
        parts: Names of the folders that lead to it, and its own, as in `"models", "starter"`.
    """
    root = _IN_WHEEL if _IN_WHEEL.is_dir() else _PACKAGE.parent / "resources"
    return root.joinpath(*parts)


def ships(file: Path) -> bool:
    """Whether a file ships with the app, so that installing it again mends it."""
    return file.is_relative_to(resource())


def picture(*parts: str) -> str:
    """The path of a picture that ships with the app; "" where there is no file, as Qt would wait at a pipe.

    Args:
        parts: As for `resource`.
    """
    file = resource(*parts)
    return file.as_posix() if file.is_file() else ""


def documents() -> list[Path]:
    """The documentation: files of Markdown that ship with the app, the README among them."""
    if _IN_WHEEL.is_dir():
        found = sorted((_IN_WHEEL / "docs").glob("*.md"))
    else:
        found = [_PACKAGE.parent / "README.md", *sorted((_PACKAGE.parent / "docs").glob("*.md"))]
    return [file for file in found if file.is_file()]


def text_of(file: Path) -> str:
    """A text that ships with the app, as far as it can be read where a disk or a program has damaged it.

    Args:
        file: From `resource` or `documents`.

    Raises:
        OSError: It is missing, can't be read or is no regular file.
    """
    if not file.is_file():
        # To open a pipe would wait for somebody who writes.
        raise FileNotFoundError(errno.ENOENT, "it is missing; install sd3explorer again", str(file))
    return file.read_text(encoding="utf-8", errors="replace")
