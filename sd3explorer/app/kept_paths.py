"""Paths in Qt's settings, which keep texts: a name may hold bytes that are none."""

import os
from pathlib import Path
from urllib.parse import quote_from_bytes, unquote_to_bytes

_URL = "file://"


def kept_path(path: Path) -> str:
    """A path as settings keep it: as it is, or as a URL where Qt would lose some of its bytes."""
    path = path.absolute()
    try:
        str(path).encode()
    except UnicodeEncodeError:
        return _URL + quote_from_bytes(os.fsencode(path))
    return str(path)


def path_kept(text: object) -> Path | None:
    """The path that `kept_path` wrote; None where that is damaged."""
    if not isinstance(text, str):
        return None
    if text.startswith(_URL):
        text = os.fsdecode(unquote_to_bytes(text.removeprefix(_URL)))
    path = Path(text)
    return path if path.is_absolute() and "\0" not in text else None
