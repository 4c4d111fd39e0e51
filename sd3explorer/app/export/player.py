"""Plays an exported file from the disk, so that one sees what those who get it will see."""

import threading
import time
from pathlib import Path

from PySide6.QtCore import QObject, QRect, QRectF, QSize, QSizeF, QThread, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from sd3explorer.app.frames.pictures import as_image
from sd3explorer.app.preview.painting import ScaledPicture, on_pixels, paint_line, paint_shadow, paint_words
from sd3explorer.app.theme import colours
from sd3explorer.export import ExportError, playback

_MARGIN = 40.0
_LINE = 20


class PlayThread(QThread):
    """Decodes a file again and again, at its own pace. Every signal says first which file it is about.

    Args:
        path: The file or folder.
        parent: Owner.
    """

    shown = Signal(Path, QImage)
    failed = Signal(Path, str)

    def __init__(self, path: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._path = path
        self._stopped = threading.Event()
        self.finished.connect(self.deleteLater)

    def stop(self) -> None:
        """Ends it at the next picture."""
        self._stopped.set()

    def run(self) -> None:
        """Plays; what a `QThread` does when it is started."""
        try:
            while self._plays_once():
                pass
        except ExportError as error:
            if not self._stopped.is_set():
                self.failed.emit(self._path, str(error))

    def _plays_once(self) -> bool:
        """Whether it is to be played again."""
        plays = 0
        due = time.monotonic()
        for each in playback(self._path):
            # Decoding takes its part of the time that the picture before shows.
            if self._stopped.wait(max(0.0, due - time.monotonic())):
                return False
            self.shown.emit(self._path, as_image(each.picture))
            plays += each.seconds > 0.0
            due = max(due, time.monotonic() - each.seconds) + each.seconds
        return plays > 1 and not self._stopped.wait(max(0.0, due - time.monotonic()))


class Player(QWidget):
    """Shows an exported file in motion, as large as fits; small pictures by whole factors.

    Args:
        parent: Owner.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thread: PlayThread | None = None
        self._path: Path | None = None
        self._width = 0
        self._image: QImage | None = None
        self._words = ("", "")
        self._scaled = ScaledPicture()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Preview of the file"))

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Room for a picture of 512 × 512."""
        return QSize(552, 552)

    @property
    def image(self) -> QImage | None:
        """What is shown just now."""
        return self._image

    def play(self, path: Path, width: int) -> None:
        """Plays a file or folder from the beginning; nothing happens if it plays already.

        Args:
            path: The file or folder.
            width: Of its pictures in pixels, as a very large one is shown in part of them.
        """
        if path == self._path:
            return
        self.stop()
        self._path, self._width = path, width
        self._thread = PlayThread(path, self)
        self._thread.shown.connect(self._show)
        self._thread.failed.connect(self._report)
        self._thread.start(PlayThread.Priority.LowPriority)

    def say(self, heading: str, text: str) -> None:
        """Shows words in place of a file."""
        self.stop()
        self._image = None
        self._words = (heading, text)
        self.setAccessibleDescription(f"{heading} {text}".strip())
        self.update()

    def stop(self) -> None:
        """Stops playing; the last picture stays."""
        self._path = None
        if self._thread is not None:
            self._thread.stop()
            self._thread = None

    def close_down(self) -> None:
        """Stops, and waits until no thread runs."""
        self.stop()
        for thread in self.findChildren(PlayThread):
            thread.wait()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Paints the picture, or the words."""
        shown = colours(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        view = QRectF(self.rect())
        painter.fillRect(view, shown.window)
        if self._image is None:
            paint_words(painter, *self._words, view, shown)
            return
        ratio = self.devicePixelRatioF()
        scale = _scale(self._image.size(), (view.size() - QSizeF(_MARGIN, _MARGIN)) * ratio) / ratio
        target = QRectF(0.0, 0.0, self._image.width() * scale, self._image.height() * scale)
        target.moveCenter(view.center())
        target = on_pixels(target, ratio)
        paint_shadow(painter, target, shown)
        self._scaled.paint(painter, self._image, target, view, smooth=scale * ratio < 1.0)
        line = QRect(8, self.height() - _LINE, self.width() - 16, _LINE)
        paint_line(painter, "", _scale_text(target.width() * ratio / self._width), line, shown)

    # A signal may still be on its way from a thread that has been stopped.

    def _show(self, path: Path, image: QImage) -> None:
        if path == self._path:
            self._image = image
            self.setAccessibleDescription("")
            self.update()

    def _report(self, path: Path, sentence: str) -> None:
        if path == self._path:
            self.say("", sentence)


def _scale_text(scale: float) -> str:
    return f"{scale:.0f}×" if scale >= 1.0 else f"{100 * scale:.0f} %"


def _scale(picture: QSize, room: QSizeF) -> float:
    """Pixels of the screen for a pixel of the picture: a whole number, or less than 1."""
    fitting = min(room.width() / picture.width(), room.height() / picture.height())
    return float(int(fitting)) if fitting >= 1.0 else max(fitting, 1e-3)
