"""The frame under the playhead as a picture, to be saved or copied."""

from dataclasses import replace
from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QGuiApplication, QImage
from PySide6.QtWidgets import QWidget

from sd3explorer.app.export.dialog import ask_where
from sd3explorer.app.export.saver import Saver
from sd3explorer.app.export.stills import still
from sd3explorer.export import Frame, Options
from sd3explorer.walk.model import ModelFacts
from sd3explorer.walk.walk import Walk

_SUFFIXES = (".png", ".jpg", ".jpeg")


class FrameActions(QObject):
    """Saves and copies one frame, whether or not the others are there.

    Args:
        saver: What writes it.
        parent: Owner, and the widget that asks where to.
    """

    reported = Signal(str)

    def __init__(self, saver: Saver, parent: QWidget) -> None:
        super().__init__(parent)
        self._saver = saver
        self._window = parent
        self._walk = Walk()
        self._facts: ModelFacts | None = None
        self._stem = ""
        self._index = 0
        self._image: QImage | None = None
        # Whether a saved frame carries the walk that it is of.
        self.carries_walk = True
        self.save_action = QAction(self.tr("Save this frame…"), self)
        self.save_action.triggered.connect(self._save)
        self.copy_action = QAction(self.tr("Copy this frame"), self)
        self.copy_action.triggered.connect(self._copy)
        saver.busy_changed.connect(self._enable)
        self._enable()

    def show_walk(self, walk: Walk, stem: str, facts: ModelFacts | None) -> None:
        """Says which walk the frame is of.

        Args:
            walk: The walk.
            stem: What files of its frames are called, without number and suffix.
            facts: What the walk leaves to its model; None while that isn't known.
        """
        self._walk, self._stem, self._facts = walk, stem, facts

    def show_frame(self, index: int, image: QImage | None) -> None:
        """Says which frame it is about; None while it isn't there."""
        self._index, self._image = index, image
        self._enable()

    def _enable(self) -> None:
        self.copy_action.setEnabled(self._image is not None)
        self.save_action.setEnabled(self._image is not None and not self._saver.busy)

    def _save(self) -> None:
        if self._image is None:
            return
        # The frame that is shown now, wherever the playhead is when the user has chosen a name.
        clip = still(_pixels(self._image), self._walk, self._index, self._facts)
        if not self.carries_walk:
            clip = replace(clip, walk=None)

        def save(target: Path) -> None:
            self._saver.save(clip, target, Options())

        name = f"{self._stem}-{self._index + 1:04}{_SUFFIXES[0]}"
        ask_where(self._window, name, self.tr("Picture"), _SUFFIXES, save)

    def _copy(self) -> None:
        if self._image is not None:
            QGuiApplication.clipboard().setImage(self._image)
            self.reported.emit(self.tr("Frame {number} copied").format(number=self._index + 1))


def _pixels(image: QImage) -> Frame:
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.bytesPerLine())
    return rows[:, : 3 * plain.width()].reshape(plain.height(), plain.width(), 3).copy()
