"""The ruler: frame numbers along the timeline."""

from bisect import bisect_left
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from sd3explorer.app import theme
from sd3explorer.app.playhead import Playhead
from sd3explorer.app.timeline.frame_axis import FrameAxis, round_numbers
from sd3explorer.walk.walk import Walk

HEIGHT = 20
SPACE_BETWEEN_NUMBERS = 18
SPACE_BESIDE_PLAYHEAD = 8
NARROWEST_ROW = 8
STAR_LINE, LEAST_STAR = 3, 3
# Of the loop range: how strong its band is, and the brackets at its ends.
RANGE_ALPHA, BRACKET = 70, 5


class ScrubArea(QWidget):
    """A widget along the frame axis; pressing and dragging in it moves the playhead.

    Args:
        axis: Where frames are.
        playhead: What is moved.
        parent: Qt's owner.
    """

    def __init__(self, axis: FrameAxis, playhead: Playhead, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._axis = axis
        self._playhead = playhead
        axis.changed.connect(self.update)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        """Brings the playhead."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._scrub(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        """Takes the playhead along."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._scrub(event)

    def _scrub(self, event: QMouseEvent) -> None:
        self._playhead.pause()
        self._playhead.move_to(self._axis.frame_at(event.position().x()))


class Ruler(ScrubArea):
    """Frame numbers, as many as there is room for, and where the rows of a grid start."""

    def __init__(self, axis: FrameAxis, playhead: Playhead, parent: QWidget | None = None) -> None:
        super().__init__(axis, playhead, parent)
        self._columns = 0
        self._stars: Sequence[int] = ()
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 0.85)
        self.setFont(font)
        self.setFixedHeight(max(HEIGHT, self.fontMetrics().height() + 4))
        self.setAccessibleName(self.tr("Frame numbers"))
        playhead.moved.connect(self.update)
        playhead.range_changed.connect(self._show_range)

    def show_walk(self, walk: Walk) -> None:
        """Marks the rows, where the walk is a grid."""
        columns = walk.path.row_length() or 0
        if columns != self._columns:
            self._columns = columns
            self.update()

    def show_stars(self, indices: Sequence[int]) -> None:
        """Marks the frames with a star, in order."""
        self._stars = indices
        self.update()

    def step(self) -> int:
        """How many frames there are from one number to the next."""
        widest = self.fontMetrics().horizontalAdvance(str(self._axis.scale.frames)) + SPACE_BETWEEN_NUMBERS
        return next(step for step in round_numbers() if step * self._axis.scale.frame_width >= widest)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Paints the visible numbers."""
        painter = QPainter(self)
        shown = theme.colours(self)
        frames = self._axis.visible_frames(0, self.width())
        if self._playhead.loop_range is not None:
            self._paint_range(painter, self._playhead.loop_range, shown)
        painter.setPen(shown.dim)
        for row_start in self._row_starts(frames):
            x = round(self._axis.left(row_start))
            painter.drawLine(x, 0, x, self.height())
        for place in self._starred(frames):
            left, width = self._axis.left(place), max(self._axis.scale.frame_width - 2, LEAST_STAR)
            painter.fillRect(QRectF(left + 1, self.height() - STAR_LINE, width, STAR_LINE), shown.accent)
        current = self._beside_playhead()
        painter.setPen(shown.dim)
        for number in self._numbers(frames):
            place = self._around(number)
            if not place.adjusted(-6, 0, 6, 0).intersects(current):
                painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(number))
        painter.setPen(shown.text)
        painter.drawText(current, Qt.AlignmentFlag.AlignCenter, str(self._playhead.index + 1))

    def _show_range(self, frames: range | None) -> None:
        text = self.tr("Loop from frame {0} to {1}")
        self.setAccessibleDescription(text.format(frames.start + 1, frames.stop) if frames else "")
        self.setToolTip(self.accessibleDescription())
        self.update()

    def _paint_range(self, painter: QPainter, frames: range, shown: theme.Colours) -> None:
        left, right = self._axis.left(frames.start), self._axis.left(frames.stop)
        band = QColor(shown.accent)
        band.setAlpha(RANGE_ALPHA)
        painter.fillRect(QRectF(left, 0, right - left, self.height()), band)
        painter.setPen(QPen(shown.accent_text, 2))
        for x, towards in ((left + 1, BRACKET), (right - 1, -BRACKET)):
            top, bottom = 1, self.height() - 1
            corners = ((x + towards, top), (x, top), (x, bottom), (x + towards, bottom))
            painter.drawPolyline([QPointF(*corner) for corner in corners])

    def _starred(self, frames: range) -> Sequence[int]:
        return self._stars[bisect_left(self._stars, frames.start) : bisect_left(self._stars, frames.stop)]

    def _numbers(self, frames: range) -> list[int]:
        step = self.step()
        # A number reaches over its frame into those beside it.
        first = max((frames.start + 1) // step - 1, 0)
        numbers = range(first * step, frames.stop + step, step)
        shown = [max(number, 1) for number in numbers if number <= self._axis.scale.frames]
        # With every second number, the first even one is too close to the 1.
        return [number for number in shown if step != 2 or number != 2]

    def _row_starts(self, frames: range) -> range:
        if self._columns * self._axis.scale.frame_width < NARROWEST_ROW:
            return range(0)
        first_row = max(-(-frames.start // self._columns), 1)
        return range(first_row * self._columns, frames.stop, self._columns)

    def _around(self, number: int) -> QRectF:
        width = self.fontMetrics().horizontalAdvance(str(number)) + 2
        return QRectF(self._axis.centre(number - 1) - width / 2, 0, width, self.height())

    def _beside_playhead(self) -> QRectF:
        x = self._axis.centre(self._playhead.index) + SPACE_BESIDE_PLAYHEAD
        width = self.fontMetrics().horizontalAdvance(str(self._playhead.index + 1)) + 2
        if x + width > self.width():
            x -= 2 * SPACE_BESIDE_PLAYHEAD + width
        return QRectF(x, 0, width, self.height())
