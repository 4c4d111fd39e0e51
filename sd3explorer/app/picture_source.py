"""Pictures that are given to the app: files, what a browser drags, the clipboard; read beside the window."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QThreadPool, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from sd3explorer.app.drops import picture_of
from sd3explorer.app.frames.tasks import Task
from sd3explorer.pictures.error import PictureError
from sd3explorer.pictures.made_by import MadeBy, made_by
from sd3explorer.pictures.taking import SUFFIXES, take, take_bytes
from sd3explorer.walk.recipe import Picture


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of reading a picture.

    Args:
        keyframe: What it was given to, if that was said.
        picture: The picture; None where there is a problem.
        made_by: How it was made, if it says so.
        problem: Why it can't be taken, or "".
    """

    keyframe: int | None
    picture: Picture | None = None
    made_by: MadeBy | None = None
    problem: str = ""


class PictureSource(QObject):
    """Reads pictures one after the other, in the order in which they were given.

    Args:
        window: Parent of the dialog.

    Signals:
        taken: A `Taken` for each picture.
    """

    taken = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._pool = QThreadPool(self, maxThreadCount=1)

    def take(self, source: Path | bytes, keyframe: int | None = None) -> None:
        """Reads a picture, which takes up to a second.

        Args:
            source: A file, or its bytes.
            keyframe: What it is given to; comes back with it.
        """
        self._pool.start(Task(lambda: self.taken.emit(_read(source, keyframe))))

    def paste(self) -> bool:
        """Takes the picture on the clipboard; false where there is none."""
        source = picture_of(QGuiApplication.clipboard().mimeData())
        if source is None:
            return False
        self.take(source)
        return True

    def choose(self, title: str) -> None:
        """Asks for a file, and takes it.

        Args:
            title: Of the dialog.
        """
        dialog = QFileDialog(self._window, title)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(self.tr("Pictures ({0})").format(" ".join(f"*{suffix}" for suffix in SUFFIXES)))
        dialog.fileSelected.connect(lambda file: self.take(Path(file)))
        dialog.open()

    def wait(self) -> None:
        """Waits until all pictures that were given are read."""
        self._pool.waitForDone()


def _read(source: Path | bytes, keyframe: int | None) -> Taken:
    try:
        if isinstance(source, bytes):
            return Taken(keyframe, take_bytes(source))
        return Taken(keyframe, take(source), made_by(source))
    except PictureError as error:
        return Taken(keyframe, problem=str(error))
