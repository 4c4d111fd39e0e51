"""The curve of change: how much the picture changes from each frame to the next."""

from dataclasses import dataclass
from statistics import mean, median

from PySide6.QtCore import QPointF, QRect, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from sd3explorer.app import theme
from sd3explorer.app.frames.frames import Frames
from sd3explorer.app.playhead import Playhead
from sd3explorer.app.timeline.frame_axis import FrameAxis
from sd3explorer.app.timeline.ruler import ScrubArea

HEIGHT = 36

# A long walk is judged by so many of its frames.
SAMPLES = 512
PIXELS_PER_POINT = 3
MILLISECONDS_BETWEEN_SUMMARIES = 150


@dataclass(frozen=True, slots=True)
class Evenness:
    """How even the motion of a walk is.

    Args:
        largest: Most that the picture changes from one frame to the next.
        usual: Median of that, or its mean where the median is 0.
        frame: The frame after which it changes most.
    """

    largest: float
    usual: float
    frame: int

    @property
    def ratio(self) -> float:
        """The largest change over the usual one; 1 is perfectly even."""
        return self.largest / self.usual


def evenness(frames: Frames) -> Evenness | None:
    """What is known by now of how even the motion is; None where nothing is, or nothing moves."""
    step = max(1, frames.count // SAMPLES)
    changes = {index: motion(frames, index) for index in range(0, frames.count - 1, step)}
    known = {index: change for index, change in changes.items() if change is not None}
    # Where most frames are alike, the median is nothing to compare with.
    usual = (median(known.values()) or mean(known.values())) if known else 0.0
    if usual <= 0.0:
        return None
    frame = max(known, key=known.__getitem__)
    return Evenness(known[frame], usual, frame)


def motion(frames: Frames, index: int) -> float | None:
    """The change from a frame to the next, if known; None at the end of a grid's row, where none leads on."""
    row = frames.walk.path.row_length()
    if row is not None and (index + 1) % row == 0:
        return None
    return frames.change(index)


class ChangeCurve(ScrubArea):
    """The change between frames as a line; a flat one is an even motion.

    Args:
        frames: What is looked at.
        axis: Where frames are.
        playhead: What scrubbing moves.
        parent: Qt's owner.
    """

    evenness_changed = Signal(object)

    def __init__(
        self, frames: Frames, axis: FrameAxis, playhead: Playhead, parent: QWidget | None = None
    ) -> None:
        super().__init__(axis, playhead, parent)
        self._frames = frames
        self._evenness = evenness(frames)
        self._timer = QTimer(self, interval=MILLISECONDS_BETWEEN_SUMMARIES, singleShot=True)
        self._timer.timeout.connect(self._summarise)
        self.setFixedHeight(HEIGHT)
        self.setAccessibleName(self.tr("Change between frames"))
        self.setToolTip(self.tr("How much the picture changes from frame to frame; flat is even motion"))
        frames.reset.connect(self._summarise)
        frames.changed.connect(self._wait_for_more)

    @property
    def evenness(self) -> Evenness | None:
        """How even the motion is, as far as it is known."""
        return self._evenness

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Paints the visible part, with gaps where a frame isn't there."""
        if self._evenness is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colours(self).curve, 1.5))
        for line in self._lines(event.rect()):
            if len(line) == 1:
                painter.drawPoint(line[0])
            painter.drawPolyline(QPolygonF(line))

    def _lines(self, area: QRect) -> list[list[QPointF]]:
        visible = self._axis.visible_frames(area.left() - PIXELS_PER_POINT, area.right() + PIXELS_PER_POINT)
        step = max(1, round(PIXELS_PER_POINT / self._axis.scale.frame_width))
        start = visible.start - visible.start % step
        lines: list[list[QPointF]] = [[]]
        for index in range(start, min(visible.stop + step, self._frames.count - 1), step):
            change = motion(self._frames, index)
            if change is not None:
                lines[-1].append(QPointF(self._axis.left(index + 1), self._height_of(change)))
            elif lines[-1]:
                lines.append([])
        return [line for line in lines if line]

    def _height_of(self, change: float) -> float:
        assert self._evenness is not None
        # An even motion is a line half way up, not one that magnifies small differences.
        top = max(self._evenness.largest, 2.0 * self._evenness.usual)
        return 4 + (self.height() - 8) * (1.0 - min(change / top, 1.0))

    def _wait_for_more(self) -> None:
        # Frames come in dozens while one scrubs: the curve may be late, the picture may not.
        if not self._timer.isActive():
            self._timer.start()

    def _summarise(self) -> None:
        self._evenness = evenness(self._frames)
        self.evenness_changed.emit(self._evenness)
        self.update()
