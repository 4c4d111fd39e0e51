"""Frames without a store: states that a test sets, and pictures of one colour that changes evenly."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QImage

from sd3explorer.app.frames.states import FrameState
from sd3explorer.walk.walk import Walk


class FakeFrames(QObject):
    """The frames of a walk; all are missing until a test says other."""

    reset = Signal()
    changed = Signal(int, int)

    def __init__(self, walk: Walk) -> None:
        super().__init__()
        self.walk = walk
        self.states = {}
        self.changes = {}
        self.asked = set()
        self.preset = "starter"
        self.looking_up = False
        self.problem = ""
        self.bridges = ()
        self.searching = self.waiting = False

    @property
    def count(self):
        return self.walk.frame_count

    def show_walk(self, walk):
        self.walk = walk
        self.reset.emit()

    def set_state(self, first, last, state):
        self.states |= dict.fromkeys(range(first, last + 1), state)
        self.changed.emit(first, last)

    def read_ahead(self, index, direction):
        pass

    def state(self, index):
        return self.states.get(index, FrameState.MISSING)

    def states_of(self, indices):
        return tuple(map(self.state, indices))

    def failure(self, index):
        return "The GPU has no memory left" if self.state(index) is FrameState.FAILED else ""

    def thumbnail(self, index):
        self.asked.add(index)
        if self.state(index) not in (FrameState.DRAFT, FrameState.DONE):
            return None
        image = QImage(16, 16, QImage.Format.Format_RGB32)
        image.fill(self.colour(index))
        return image

    def colour(self, index):
        return QColor(255 - 200 * index // self.count, 60, 55 + 200 * index // self.count)

    def change(self, index):
        return self.changes.get(index)
