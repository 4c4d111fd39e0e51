"""From frames to pixels and back: the axis that everything in the timeline is drawn along."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

# Width of a picture in the filmstrip. Where a frame has less than that, several share one picture.
MIN_CELL, MAX_CELL = 24, 160

# Room left and right of the first and last frame.
INSET = 12


@dataclass(frozen=True, slots=True)
class FrameScale:
    """How wide frames are drawn, and how many share one cell of the filmstrip.

    Args:
        frames: Number of frames.
        group: Frames that share a cell.
        cell: Width of a cell in pixels.
    """

    frames: int
    group: int
    cell: int

    @staticmethod
    def of_width(frames: int, frame_width: float) -> "FrameScale":
        """The scale at which a frame is about so many pixels wide."""
        width = min(frame_width, MAX_CELL)
        group = next(group for group in round_numbers() if group >= frames or group * width >= MIN_CELL)
        return FrameScale(frames, group, min(max(round(group * width), MIN_CELL), MAX_CELL))

    @staticmethod
    def fitting(frames: int, width: int, widest: int) -> "FrameScale":
        """The largest scale at which all frames fit.

        Args:
            frames: Number of frames.
            width: Pixels that there are.
            widest: Most pixels that a cell shall have.
        """
        for group in round_numbers():
            rows = -(-frames // group)
            if width >= rows * MIN_CELL or rows == 1:
                return FrameScale(frames, group, min(max(width // rows, MIN_CELL), max(widest, MIN_CELL)))
        raise AssertionError("some group holds all frames")

    @property
    def frame_width(self) -> float:
        """Pixels per frame."""
        return self.cell / self.group

    @property
    def rows(self) -> int:
        """Number of cells."""
        return -(-self.frames // self.group)


class FrameAxis(QObject):
    """Where frames are drawn in widgets that start at the timeline's left edge.

    Frames count from 0 and may be fractions: a keyframe can lie between two.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._scale = FrameScale(1, 1, MIN_CELL)
        self._offset = 0

    @property
    def scale(self) -> FrameScale:
        """How wide frames are drawn."""
        return self._scale

    @property
    def offset(self) -> int:
        """How many pixels are scrolled out at the left."""
        return self._offset

    def set_scale(self, scale: FrameScale) -> None:
        """Draws frames wider or narrower."""
        if scale != self._scale:
            self._scale = scale
            self.changed.emit()

    def set_offset(self, offset: int) -> None:
        """Scrolls to a pixel."""
        if offset != self._offset:
            self._offset = offset
            self.changed.emit()

    def left(self, frame: float) -> float:
        """Where a frame begins."""
        return INSET + frame * self._scale.frame_width - self._offset

    def centre(self, frame: float) -> float:
        """Where the middle of a frame is."""
        return self.left(frame + 0.5)

    def place_at(self, x: float) -> float:
        """Which part of which frame is at a pixel, where 1.5 is the middle of the second one."""
        return (x - INSET + self._offset) / self._scale.frame_width

    def frame_at(self, x: float) -> int:
        """The frame at a pixel, or the nearest one."""
        return min(max(math.floor(self.place_at(x)), 0), self._scale.frames - 1)

    def visible_frames(self, left: float, right: float) -> range:
        """The frames between two pixels, and one more on either side."""
        return range(max(self.frame_at(left) - 1, 0), min(self.frame_at(right) + 2, self._scale.frames))


def round_numbers() -> Iterator[int]:
    """1, 2, 5, 10, 20, 50 and so on."""
    power = 1
    while True:
        yield from (power, 2 * power, 5 * power)
        power *= 10
