"""Pictures that are given to the app: files, what a browser drags, the clipboard; read beside the window."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QThreadPool, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from sd3explorer.app.drops import pictures_of
from sd3explorer.app.frames.tasks import Task
from sd3explorer.pictures.error import PictureError
from sd3explorer.pictures.made_by import MadeBy, made_by
from sd3explorer.pictures.taking import SUFFIXES, take, take_bytes
from sd3explorer.walk.recipe import Picture


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of reading a picture.

    Args:
        target: What it was given to, if that was said.
        picture: The picture; None where there is a problem.
        made_by: How it was made, if it says so.
        problem: Why it can't be taken, or "".
    """

    target: Any
    picture: Picture | None = None
    made_by: MadeBy | None = None
    problem: str = ""


class PictureSource(QObject):
    """Reads pictures one after the other, in the order in which they were given.

    Args:
        window: Parent of the dialog.
        target_of_now: What pictures are given to for which nobody says it; asked when they are given.

    Signals:
        taken: A list with a `Taken` for each picture of those that were given at once.
    """

    taken = Signal(object)
    _were_read = Signal(object, object)

    def __init__(self, window: QWidget, target_of_now: Callable[[], object] = lambda: None) -> None:
        super().__init__(window)
        self._window, self._target_of_now = window, target_of_now
        self._pool = QThreadPool(self, maxThreadCount=1)
        # A new one for each walk.
        self._wanted = object()
        self._were_read.connect(self._report)

    def take(self, sources: Sequence[Path | bytes], target: object = None) -> None:
        """Reads pictures, each of which takes up to a second.

        Args:
            sources: Files, or their bytes.
            target: What the first of them is given to; comes back with it.
        """
        wanted, target = self._wanted, target or self._target_of_now()
        self._pool.start(
            Task(lambda: self._were_read.emit(wanted, [_read(source, target) for source in sources]))
        )

    def forget(self) -> None:
        """Takes nothing of what is still being read: it was given to a walk that isn't shown any more."""
        self._pool.clear()
        self._wanted = object()

    def paste(self) -> bool:
        """Takes the pictures on the clipboard; false where there are none."""
        sources = pictures_of(QGuiApplication.clipboard().mimeData())
        if sources:
            self.take(sources)
        return bool(sources)

    def choose(self, title: str) -> None:
        """Asks for files, and takes them.

        Args:
            title: Of the dialog.
        """
        dialog = QFileDialog(self._window, title)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilter(self.tr("Pictures ({0})").format(" ".join(f"*{suffix}" for suffix in SUFFIXES)))
        dialog.filesSelected.connect(lambda files: self.take([Path(file) for file in files]))
        dialog.open()

    def wait(self) -> None:
        """Waits until all pictures that were given are read."""
        self._pool.waitForDone()

    def _report(self, wanted: object, given: list[Taken]) -> None:
        if wanted is self._wanted:
            self.taken.emit(given)


def _read(source: Path | bytes, target: object) -> Taken:
    try:
        if isinstance(source, bytes):
            return Taken(target, take_bytes(source))
        return Taken(target, take(source), made_by(source))
    except PictureError as error:
        return Taken(target, problem=str(error))
