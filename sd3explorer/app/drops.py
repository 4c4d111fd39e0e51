"""Which files can be dropped on the window, and where they are."""

import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QEvent, QIODevice, QMimeData, QObject, QSysInfo, Qt, QUrl, Signal
from PySide6.QtGui import QDropEvent, QImage, QImageWriter
from PySide6.QtWidgets import QWidget

from sd3explorer.app.disk import are_folders
from sd3explorer.app.drop_frame import DropFrame
from sd3explorer.export import SUFFIXES
from sd3explorer.pictures.taking import SUFFIXES as PICTURE_SUFFIXES
from sd3explorer.presets.sources import file_endings
from sd3explorer.walk.lists import SUFFIXES as LIST_SUFFIXES

_OPENED = (*SUFFIXES, *LIST_SUFFIXES, *PICTURE_SUFFIXES)

# Of what is dropped at once.
MOST_PLACES = 50


def urls_to_open(event: QDropEvent) -> list[QUrl]:
    """The files in what is dragged over the window that can be opened.

    Walk files, exported files, which may carry a walk, lists of prompts, and pictures.
    """
    if event.source() is not None:
        # The tile of this very window, on its way to somewhere else.
        return []
    urls = [url for url in event.mimeData().urls() if url.isLocalFile() and "\0" not in url.path()]
    return [url for url in urls[:MOST_PLACES] if Path(url.path()).suffix.lower() in _OPENED]


def pictures_in(event: QDropEvent) -> list[Path | bytes]:
    """The pictures in what is dragged over the window: paths of files, or the bytes of one from a browser."""
    return [] if event.source() is not None else pictures_of(event.mimeData())


def pictures_of(data: QMimeData) -> list[Path | bytes]:
    """The pictures in what is dragged or was copied: paths of files, or the bytes of one."""
    urls = [url for url in data.urls() if url.isLocalFile() and "\0" not in url.path()]
    files = [local_file(url) for url in urls[:MOST_PLACES] if is_picture(Path(url.path()))]
    found: list[Path | bytes] = [file for file in files if file is not None]
    if found or urls or not data.hasImage():
        return found
    encoded = QBuffer()
    encoded.open(QIODevice.OpenModeFlag.WriteOnly)
    image = data.imageData()
    if not isinstance(image, QImage) or not QImageWriter(encoded, b"png").write(image):
        return []
    return [bytes(encoded.data().data())]


def is_picture(file: Path) -> bool:
    """Whether a file's name is that of a picture that a keyframe takes."""
    return file.suffix.lower() in PICTURE_SUFFIXES


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
    """The folders, and the files that may be models, in what is dragged over the window.

    What is on a disk that doesn't answer at once may be a folder.
    """
    if event.source() is not None:
        return []
    urls = [url for url in event.mimeData().urls() if url.isLocalFile() and "\0" not in url.path()]
    files = [file for file in map(local_file, urls[:MOST_PLACES]) if file is not None]
    others = [file for file in files if file.suffix.lower() not in file_endings()]
    no_folders = {file for file, is_one in zip(others, are_folders(others), strict=True) if is_one is False}
    return [file for file in files if file not in no_folders]


class PictureDrops(QObject):
    """Has a widget take pictures that are dropped on it.

    Args:
        widget: Where they are dropped; owns this.

    Signals:
        dropped: A list of what was dropped at once: files of pictures, or the bytes of one.
    """

    dropped = Signal(object)

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._frame = DropFrame(widget)
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Takes pictures, and leaves everything else to the window."""
        if event.type() in (QEvent.Type.DragLeave, QEvent.Type.Drop):
            self._frame.hide()
        if not isinstance(event, QDropEvent) or event.type() not in (QEvent.Type.DragEnter, QEvent.Type.Drop):
            return False
        pictures = pictures_in(event)
        if not pictures:
            return False
        accept_copy(event)
        if event.type() == QEvent.Type.Drop:
            self.dropped.emit(pictures)
        elif isinstance(watched, QWidget):
            self._frame.show_over(watched)
        return True


def accept_copy(event: QDropEvent) -> None:
    """Takes what is dragged or dropped as a copy: whoever moved it would lose the file."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
