"""Which files can be dropped on the window, and where they are."""

import sys
from pathlib import Path

from PySide6.QtCore import QSysInfo, Qt, QUrl
from PySide6.QtGui import QDropEvent

from sd3explorer.export import SUFFIXES
from sd3explorer.presets.catalog import FILE_ENDINGS
from sd3explorer.walk.lists import SUFFIXES as LIST_SUFFIXES

_OPENED = (*SUFFIXES, *LIST_SUFFIXES)

# Of what is dropped at once.
MOST_PLACES = 50


def url_to_open(event: QDropEvent) -> QUrl | None:
    """The file in what is dragged over the window that can be opened.

    A walk file, an exported file, which may carry a walk, or a list of prompts.
    """
    if event.source() is not None:
        # The tile of this very window, on its way to somewhere else.
        return None
    urls = [url for url in event.mimeData().urls() if url.isLocalFile() and "\0" not in url.path()]
    return next((url for url in urls if Path(url.path()).suffix.lower() in _OPENED), None)


def local_file(url: QUrl) -> Path | None:
    """The file of a file URL; None where it is on another machine."""
    here = ("", "localhost", QSysInfo.machineHostName().lower())
    # Windows itself reads files of other machines.
    if sys.platform != "win32" and url.host().lower() not in here:
        return None
    local = QUrl(url)
    if local.host().lower() in here:
        local.setHost("")
    return Path(local.toLocalFile())


def dropped_places(event: QDropEvent) -> list[Path]:
    """The folders, and the files that may be models, in what is dragged over the window."""
    if event.source() is not None:
        return []
    urls = [url for url in event.mimeData().urls() if url.isLocalFile() and "\0" not in url.path()]
    files = [file for file in map(local_file, urls[:MOST_PLACES]) if file is not None]
    return [file for file in files if file.suffix.lower() in FILE_ENDINGS or file.is_dir()]


def accept_copy(event: QDropEvent) -> None:
    """Takes what is dragged or dropped as a copy: whoever moved it would lose the file."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
