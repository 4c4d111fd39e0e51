"""The curve of change: how much the picture changes from each frame to the next."""

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QToolTip, QWidget

from sd3explorer.app import theme
from sd3explorer.app.frames.frames import Frames
from sd3explorer.app.playhead import Playhead
from sd3explorer.app.timeline.evenness import Evenness, evenness, motion
from sd3explorer.app.timeline.frame_axis import FrameAxis
from sd3explorer.app.timeline.ruler import ScrubArea

HEIGHT = 36
MARGIN = 4
# The line over the frames on a bridge.
BRIDGE_HEIGHT = 3

PIXELS_PER_POINT = 3
MILLISECONDS_BETWEEN_SUMMARIES = 150


class ChangeCurve(ScrubArea):
    """The change between frames as a line; a flat one is an even motion.

    Below it a line marks frames on a bridge, and a dashed one across it a cut that is to stay.

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
        frames.reset.connect(self._summarise)
        frames.changed.connect(self._wait_for_more)

    @property
    def evenness(self) -> Evenness | None:
        """How even the motion is, as far as it is known."""
        return self._evenness

    def event(self, event: QEvent) -> bool:
        """Shows tooltips."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.text_at(event.pos().x()), self)
            return True
        return super().event(event)

    def text_at(self, x: float) -> str:
        """What there is to say of the curve at a pixel."""
        frame = self._axis.frame_at(x)
        bridge = next((each for each in self._frames.bridges if frame in each), None)
        if bridge is not None:
            return self._text_of(bridge)
        return self.tr("How much the picture changes from frame to frame; flat is even motion")

    def _text_of(self, bridge: range) -> str:
        if len(bridge) == 1:
            text = self.tr("Bridge over a cut: frame {first} lies between one picture and the other")
        else:
            text = self.tr("Bridge over a cut: frames {first} to {last} melt from one picture into the other")
        return text.format(first=bridge.start + 1, last=bridge.stop)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Paints the visible part, with gaps where a frame isn't there."""
        if self._evenness is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shown = theme.colours(self)
        painter.setPen(QPen(shown.dim, 1.0, Qt.PenStyle.DashLine))
        for cut in self._evenness.cuts:
            x = self._axis.left(cut + 1)
            painter.drawLine(QPointF(x, MARGIN), QPointF(x, self.height()))
        for bridge in self._frames.bridges:
            left, right = self._axis.left(bridge.start), self._axis.left(bridge.stop)
            line = QRectF(left + 1, self.height() - BRIDGE_HEIGHT, right - left - 2, BRIDGE_HEIGHT)
            painter.fillRect(line, shown.curve)
        painter.setPen(QPen(shown.curve, 1.5))
        for line in self._lines(event.rect()):
            if len(line) == 1:
                painter.drawPoint(line[0])
            painter.drawPolyline(QPolygonF(line))

    def _lines(self, area: QRect) -> list[list[QPointF]]:
        assert self._evenness is not None
        visible = self._axis.visible_frames(area.left() - PIXELS_PER_POINT, area.right() + PIXELS_PER_POINT)
        step = max(1, round(PIXELS_PER_POINT / self._axis.scale.frame_width))
        start = visible.start - visible.start % step
        lines: list[list[QPointF]] = [[]]
        for index in range(start, min(visible.stop + step, self._frames.count), step):
            change = None if index in self._evenness.cuts else motion(self._frames, index)
            if change is not None:
                lines[-1].append(QPointF(self._axis.left(index + 1), self._height_of(change)))
            elif lines[-1]:
                lines.append([])
        return [line for line in lines if line]

    def _height_of(self, change: float) -> float:
        assert self._evenness is not None
        # An even motion is a line half way up, not one that magnifies small differences.
        top = max(self._evenness.largest, 2.0 * self._evenness.usual)
        return MARGIN + (self.height() - 2 * MARGIN) * (1.0 - min(change / top, 1.0))

    def _wait_for_more(self) -> None:
        # Frames come in dozens while one scrubs: the curve may be late, the picture may not.
        if not self._timer.isActive():
            self._timer.start()

    def _summarise(self) -> None:
        self._evenness = evenness(self._frames)
        self.setAccessibleDescription(self._describe_bridges())
        self.evenness_changed.emit(self._evenness)
        self.update()

    def _describe_bridges(self) -> str:
        return "\n".join(map(self._text_of, self._frames.bridges))
