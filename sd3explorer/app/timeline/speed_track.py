"""The speed curve: how the time of each way between keyframes is shared out over it."""

from bisect import bisect_right
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from sd3explorer.app import theme
from sd3explorer.app.easing_names import easing_name
from sd3explorer.app.playhead import Playhead
from sd3explorer.app.theme import Colours
from sd3explorer.app.timeline.curve_handle import CurveHandle
from sd3explorer.app.timeline.frame_axis import FrameAxis
from sd3explorer.app.timeline.ruler import ScrubArea
from sd3explorer.walk.easing import Bezier, Easing, bezier_of, easing_of
from sd3explorer.walk.editing import keyframe_ways, with_easing
from sd3explorer.walk.paths import Blend, Morph
from sd3explorer.walk.walk import Walk

HEIGHT = 28
# Room above and below the curves, for the handles.
MARGIN = 6
# The widths of ways from which there is room for a curve, and for its handles.
LEAST_FOR_CURVE, LEAST_FOR_HANDLES = 6, 40

# Where handles snap to, and from how many pixels away; fewer upwards, as the track is low.
SNAPS = (0.0, 1 / 3, 1 / 2, 2 / 3, 1.0)
REACH_ALONG, REACH_UPWARDS = 4, 2


class SpeedTrack(ScrubArea):
    """A curve for each way between keyframes: how far along it is at which time; handles at the playhead.

    Pressing beside the handles brings the playhead.

    Args:
        axis: Where frames are.
        playhead: Which way has handles.
        parent: Qt's owner.

    Signals:
        edited: The walk as it should become, the name of the edit for the undo menu, and its merge key.
        keyframe_asked: The frame that should get a keyframe.
    """

    edited = Signal(object, str, str)
    keyframe_asked = Signal(int)

    def __init__(self, axis: FrameAxis, playhead: Playhead, parent: QWidget | None = None) -> None:
        super().__init__(axis, playhead, parent)
        self._walk = Walk()
        self._ways: list[tuple[float, float]] = []
        self._drags = 0
        self.setFixedHeight(HEIGHT)
        self.setAccessibleName(self.tr("Speed curve"))
        self.handles = (CurveHandle(self), CurveHandle(self))
        for place, handle in enumerate(self.handles):
            handle.pressed.connect(self._begin_drag)
            handle.dragged.connect(partial(self._drag, place))
            handle.stepped.connect(partial(self._step, place))
            handle.removed.connect(partial(self._ease, Easing.LINEAR))
        axis.changed.connect(self._show_handles)
        playhead.moved.connect(self._show_handles)

    @property
    def selected(self) -> int:
        """The way that has handles, from 0: the one that the playhead is on."""
        ends = [end for _, end in self._ways[:-1]]
        return bisect_right(ends, self._playhead.index)

    def show_walk(self, walk: Walk) -> None:
        """Shows the ways between keyframes; it is hidden where there are none."""
        self._walk = walk
        self._ways = [(float(begin), float(end)) for begin, end in keyframe_ways(walk)]
        self.setVisible(bool(self._ways))
        self._show_handles()

    def event(self, event: QEvent) -> bool:
        """Shows tooltips."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            number = self._way_at(event.pos().x())
            QToolTip.showText(event.globalPos(), "" if number is None else self._text_of(number), self)
            return True
        return super().event(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        """Asks for a keyframe."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.keyframe_asked.emit(self._axis.frame_at(event.position().x()))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Paints the curves that are seen, and where keyframes are held."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shown, selected = theme.colours(self), self.selected
        held_from = 0.0
        for number, (begin, end) in enumerate(self._ways):
            self._paint_hold(painter, shown, held_from, begin)
            held_from = end
            area = self._area(number)
            if area.right() < 0 or area.left() > self.width() or area.width() < LEAST_FOR_CURVE:
                continue
            if number == selected:
                self._paint_levers(painter, shown, area)
            painter.setPen(QPen(shown.accent if number == selected else shown.dim, 1.5))
            painter.drawPath(_curve(bezier_of(self._easing(number)), area))
        self._paint_hold(painter, shown, held_from, self._walk.path.steps(self._walk.frame_count))

    def _paint_levers(self, painter: QPainter, shown: Colours, area: QRectF) -> None:
        if self.handles[0].isVisible():
            painter.setPen(QPen(shown.line, 1))
            painter.drawLine(area.bottomLeft(), self._handle_place(0))
            painter.drawLine(area.topRight(), self._handle_place(1))

    def _paint_hold(self, painter: QPainter, shown: Colours, begin: float, end: float) -> None:
        if end > begin:
            left, right = self._axis.centre(begin), self._axis.centre(end)
            held = QColor(shown.line)
            held.setAlphaF(0.5)
            painter.fillRect(QRectF(left, MARGIN, right - left, self.height() - 2 * MARGIN), held)

    def _area(self, number: int) -> QRectF:
        left, right = (self._axis.centre(place) for place in self._ways[number])
        return QRectF(left, MARGIN, right - left, self.height() - 2 * MARGIN)

    def _easing(self, number: int) -> Easing | Bezier:
        assert isinstance(self._walk.path, Morph | Blend)
        return self._walk.path.keyframes[number].easing

    def _handle_place(self, place: int) -> QPointF:
        number = self.selected
        x, y = _handle_of(bezier_of(self._easing(number)), place)
        return _point(self._area(number), x, y)

    def _show_handles(self) -> None:
        has_room = bool(self._ways) and self._area(self.selected).width() >= LEAST_FOR_HANDLES
        for place, handle in enumerate(self.handles):
            handle.setVisible(has_room)
            if has_room:
                handle.show_at(self._handle_place(place))
                self._describe(handle, place)
        self.update()

    def _describe(self, handle: CurveHandle, place: int) -> None:
        number = self.selected
        x, y = _handle_of(bezier_of(self._easing(number)), place)
        first, second = self.tr("First handle of way {number}"), self.tr("Second handle of way {number}")
        handle.setAccessibleName((second if place else first).format(number=number + 1))
        where = self.tr("{time} % of the time, {way} % of the way")
        where = where.format(time=round(100 * x), way=round(100 * y))
        handle.setAccessibleDescription(where)
        keys = self.tr("Drag it, freely with Alt; arrow keys, finely with Shift; Delete makes it straight")
        handle.setToolTip(f"{handle.accessibleName()}: {where}\n{keys}")

    def _begin_drag(self) -> None:
        self._playhead.pause()
        self._drags += 1

    def _drag(self, place: int, where: QPointF, free: bool) -> None:
        number = self.selected
        area = self._area(number)
        x = _share(where.x() - area.left(), area.width(), 0 if free else REACH_ALONG)
        y = _share(area.bottom() - where.y(), area.height(), 0 if free else REACH_UPWARDS)
        self._move(place, x, y)

    def _step(self, place: int, right: float, up: float) -> None:
        number = self.selected
        x, y = _handle_of(bezier_of(self._easing(number)), place)
        self._move(place, *(_stepped(each, step) for each, step in ((x, right), (y, up))))

    def _move(self, place: int, x: float, y: float) -> None:
        number = self.selected
        self._ease(easing_of(_with_handle(bezier_of(self._easing(number)), place, x, y)))

    def _ease(self, easing: Easing | Bezier) -> None:
        number = self.selected
        if easing != self._easing(number):
            walk = with_easing(self._walk, number, easing)
            self.edited.emit(walk, self.tr("Change speed curve"), f"easing {number} {self._drags}")

    def _way_at(self, x: float) -> int | None:
        areas = ((number, self._area(number)) for number in range(len(self._ways)))
        return next((number for number, area in areas if area.left() <= x <= area.right()), None)

    def _text_of(self, number: int) -> str:
        return self.tr("Speed curve of way {number}: {easing}\nDouble-click makes a keyframe").format(
            number=number + 1, easing=easing_name(self._easing(number)).lower()
        )


def _curve(curve: Bezier, area: QRectF) -> QPainterPath:
    path = QPainterPath(area.bottomLeft())
    path.cubicTo(_point(area, curve.x1, curve.y1), _point(area, curve.x2, curve.y2), area.topRight())
    return path


def _point(area: QRectF, x: float, y: float) -> QPointF:
    return QPointF(area.left() + x * area.width(), area.bottom() - y * area.height())


def _handle_of(curve: Bezier, place: int) -> tuple[float, float]:
    return (curve.x2, curve.y2) if place else (curve.x1, curve.y1)


def _with_handle(curve: Bezier, place: int, x: float, y: float) -> Bezier:
    return replace(curve, x2=x, y2=y) if place else replace(curve, x1=x, y1=y)


def _share(pixels: float, whole: float, reach: float) -> float:
    """How much of the whole some pixels are, in [0, 1]; snapped to what is within reach."""
    share = min(max(pixels / whole, 0.0), 1.0)
    nearest = min(SNAPS, key=lambda snap: abs(snap - share))
    return nearest if abs(nearest - share) * whole <= reach else round(share, 3)


def _stepped(share: float, step: float) -> float:
    return min(max(round(share + step, 4), 0.0), 1.0) if step else share
