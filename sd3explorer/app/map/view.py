"""The plane of the map: pins, the route, the walk with its playhead, and what is mixed under the pointer."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QToolTip, QWidget

from sd3explorer.app.path.shapes import draw_diamond
from sd3explorer.app.theme import Colours, colours
from sd3explorer.walk.paths import Place

MARGIN = 40.0
# Of pins: a diamond, or a picture; and how near to one it is meant.
PIN, PICTURE, NEAR = 7.0, 44.0, 12.0
LABEL = 130
THUMBNAIL = 46.0
DOT = 5.0
# Between two points of a stroke, in pixels.
STROKE_STEP = 3.0
CONTROL = Qt.KeyboardModifier.ControlModifier
# How far an arrow key goes, in sides of the map; with Shift, and without.
FINE, COARSE = 0.005, 0.04


@dataclass(frozen=True, slots=True)
class ShownPin:
    """What the plane shows of a pin.

    Args:
        place: Where it is.
        name: What it is called.
        tip: All of its prompt.
        movable: Whether it can be put elsewhere.
        counts: Whether it is mixed at all.
        image: The picture that it shows, or None.
        content: What it is, wherever it lies and whatever the others make of its name.
    """

    place: Place
    name: str
    tip: str = ""
    movable: bool = True
    counts: bool = True
    image: QImage | None = None
    content: object = None


@dataclass(frozen=True, slots=True)
class ShownWalk:
    """The walk as a line.

    Args:
        line: Where frames are, in order.
        playhead: Where the one under the playhead is, or None.
        pictures: Some frames in small, and where they are.
    """

    line: tuple[Place, ...] = ()
    playhead: Place | None = None
    pictures: tuple[tuple[Place, QImage], ...] = ()


class _Hold(Enum):
    NOTHING = 0
    PIN = 1
    MOVING = 2
    STROKE = 3


class MapView(QWidget):
    """The plane.

    A drag draws the route on, a click leads it straight to a place or through a pin; pins are dragged. Arrow
    keys move a cross, Return leads the route to it, N and P jump from pin to pin, Ctrl and arrows move a pin,
    Delete takes it away, Backspace takes back the last stretch.

    Signals:
        looked_at: A place is under the pointer or the cross.
        stroke_drawn: A stretch of the route, as places.
        pin_moved: A pin by its number, and its new place.
        pin_chosen: A pin by its number, or None.
        removal_asked: The chosen pin is to go.
        step_back_asked: The last stretch of the route is to go.
    """

    accessible_role = QAccessible.Role.Canvas

    looked_at = Signal(object)
    stroke_drawn = Signal(object)
    pin_moved = Signal(int, object)
    pin_chosen = Signal(object)
    removal_asked = Signal()
    step_back_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pins: tuple[ShownPin, ...] = ()
        self._route: tuple[Place, ...] = ()
        self._walk = ShownWalk()
        self._mix: tuple[float, ...] = ()
        self._cross: Place | None = None
        self._chosen: int | None = None
        self._stroke: list[Place] = []
        self._hold = _Hold.NOTHING
        self._pressed = QPointF()
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Map"))

    @property
    def chosen(self) -> int | None:
        """The pin that was clicked last."""
        return self._chosen

    @property
    def cross(self) -> Place | None:
        """The place that is looked at."""
        return self._cross

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """A handy square."""
        return QSize(620, 600)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """So small that pins can just be told apart."""
        return QSize(280, 280)

    def show_pins(self, pins: Sequence[ShownPin]) -> None:
        """Shows other pins; what is being drawn goes on, and the pin that was chosen stays so."""
        before, self._pins, self._mix = self._pins, tuple(pins), ()
        if len(pins) != len(before) and self._chosen is not None:
            contents = [pin.content for pin in pins]
            content = before[self._chosen].content
            self._choose(contents.index(content) if content in contents else None)
        if self._chosen is None and self._hold is not _Hold.STROKE:
            self._hold = _Hold.NOTHING
        self.update()

    def show_route(self, route: Sequence[Place]) -> None:
        """Shows another route."""
        self._route = tuple(route)
        self.update()

    def show_walk(self, walk: ShownWalk) -> None:
        """Shows the walk."""
        self._walk = walk
        self.update()

    def show_mix(self, weights: Sequence[float]) -> None:
        """Shows what is mixed at the place that is looked at: a weight for each pin."""
        self._mix = tuple(weights)
        self.update()

    def look_at_nothing(self) -> None:
        """Takes the cross away, until the pointer or a key brings it back."""
        self._cross, self._mix = None, ()
        self.update()

    def let_go(self) -> None:
        """Gives up what is being drawn or moved."""
        self._hold, self._stroke = _Hold.NOTHING, []
        self.update()

    def spot(self, place: Place) -> QPointF:
        """Where a place of the map is in the widget."""
        plane = self._plane
        return QPointF(plane.left() + place[0] * plane.width(), plane.top() + place[1] * plane.height())

    def place(self, spot: QPointF) -> Place:
        """The place of the map that is nearest to a point of the widget."""
        plane = self._plane
        across, down = (spot.x() - plane.left()) / plane.width(), (spot.y() - plane.top()) / plane.height()
        return min(max(across, 0.0), 1.0), min(max(down, 0.0), 1.0)

    def pin_at(self, spot: QPointF) -> int | None:
        """The pin at a point of the widget, the nearest one; None where there is none."""
        away = {n: QLineF(spot, self.spot(pin.place)).length() for n, pin in enumerate(self._pins)}
        near = [n for n, length in away.items() if length <= (PICTURE / 2 if self._pins[n].image else NEAR)]
        return min(near, key=lambda number: away[number], default=None)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        """Takes hold of a pin, or begins a stretch of the route."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._pressed = event.position()
        number = self.pin_at(event.position())
        self._choose(number)
        self._hold = _Hold.STROKE if number is None else _Hold.PIN
        if number is None:
            self._stroke = [self.place(event.position())]

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        """Moves the pin, draws on, or just looks."""
        spot = event.position()
        away = QLineF(self._pressed, spot).length()
        is_drag = self._hold is _Hold.PIN and away >= QApplication.startDragDistance()
        if is_drag and self._chosen is not None and self._pins[self._chosen].movable:
            self._hold = _Hold.MOVING
        if self._hold is _Hold.MOVING and self._chosen is not None:
            self.pin_moved.emit(self._chosen, self.place(spot))
            return
        if self._hold is _Hold.STROKE:
            self._draw_on(spot)
        self._look(self._snapped(spot))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        """Ends a stretch, or leads the route through the pin that was clicked."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        hold, self._hold = self._hold, _Hold.NOTHING
        if hold is _Hold.PIN and self._chosen is not None:
            self.stroke_drawn.emit([self._pins[self._chosen].place])
        elif hold is _Hold.STROKE:
            stroke, self._stroke = self._stroke, []
            self.stroke_drawn.emit(stroke)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 (Qt's name)
        """Looks at nothing."""
        super().leaveEvent(event)
        if self._hold is _Hold.NOTHING:
            self.look_at_nothing()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Moves the cross or the pin, leads the route on, takes back."""
        keys = Qt.Key
        steps = {keys.Key_Left: (-1, 0), keys.Key_Right: (1, 0), keys.Key_Up: (0, -1), keys.Key_Down: (0, 1)}
        key = Qt.Key(event.key())
        if key in steps:
            self._step(steps[key], event.modifiers())
        elif key in (keys.Key_Return, keys.Key_Enter, keys.Key_Space) and self._cross is not None:
            self.stroke_drawn.emit([self._cross])
        elif key in (keys.Key_N, keys.Key_P) and self._pins:
            self._jump(1 if key == keys.Key_N else -1)
        elif key == keys.Key_Delete:
            self.removal_asked.emit()
        elif key == keys.Key_Backspace:
            self.step_back_asked.emit()
        elif key == keys.Key_Escape and self._hold is _Hold.STROKE:
            self.let_go()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keeps the keys that it needs from shortcuts, and says what a pin is."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            keys = Qt.Key
            arrows = (keys.Key_Left, keys.Key_Right, keys.Key_Up, keys.Key_Down)
            others = (keys.Key_Space, keys.Key_N, keys.Key_P, keys.Key_Delete, keys.Key_Backspace)
            bare = (*others, keys.Key_Return, keys.Key_Enter) if not event.modifiers() & CONTROL else ()
            if event.key() in (*arrows, *bare):
                event.accept()
                return True
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            number = self.pin_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), "" if number is None else self._pins[number].tip, self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Paints the plane from the back to the front."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        shown = colours(self)
        painter.fillRect(event.rect(), shown.window)
        painter.setPen(QPen(shown.accent if self.hasFocus() else shown.line, 1.0))
        painter.setBrush(shown.panel)
        painter.drawRoundedRect(self._plane.adjusted(-14, -14, 14, 14), 8.0, 8.0)
        self._paint_walk(painter, shown)
        self._paint_mix(painter, shown)
        self._paint_route(painter, shown)
        self._paint_pins(painter, shown)
        if self._walk.playhead is not None:
            painter.setPen(QPen(shown.panel, 2.0))
            painter.setBrush(shown.accent)
            painter.drawEllipse(self.spot(self._walk.playhead), DOT, DOT)

    @property
    def _plane(self) -> QRectF:
        side = max(min(self.width(), self.height()) - 2.0 * MARGIN, 1.0)
        plane = QRectF(0.0, 0.0, side, side)
        plane.moveCenter(QRectF(self.rect()).center())
        return plane

    def _snapped(self, spot: QPointF) -> Place:
        number = self.pin_at(spot)
        return self.place(spot) if number is None else self._pins[number].place

    def _draw_on(self, spot: QPointF) -> None:
        place = self._snapped(spot)
        if QLineF(self.spot(self._stroke[-1]), self.spot(place)).length() >= STROKE_STEP:
            self._stroke.append(place)
            self.update()

    def _look(self, place: Place) -> None:
        self._cross = place
        self._describe()
        self.update()
        self.looked_at.emit(place)

    def _step(self, step: tuple[int, int], modifiers: Qt.KeyboardModifier) -> None:
        size = FINE if modifiers & Qt.KeyboardModifier.ShiftModifier else COARSE
        moves_pin = modifiers & Qt.KeyboardModifier.ControlModifier and self._chosen is not None
        start = self._pins[self._chosen].place if moves_pin else self._cross or (0.5, 0.5)  # type: ignore[index]
        place = self.place(self.spot((start[0] + size * step[0], start[1] + size * step[1])))
        if not moves_pin:
            self._look(place)
        elif self._pins[self._chosen].movable:  # type: ignore[index]
            self.pin_moved.emit(self._chosen, place)

    def _jump(self, by: int) -> None:
        before = -1 if self._chosen is None and by > 0 else self._chosen or 0
        number = (before + by) % len(self._pins)
        self._choose(number)
        self._look(self._pins[number].place)

    def _choose(self, number: int | None) -> None:
        if number != self._chosen:
            self._chosen = number
            self._describe()
            self.update()
            self.pin_chosen.emit(number)

    def _describe(self) -> None:
        number = self._chosen
        self.setAccessibleDescription("" if number is None else self._pins[number].tip)

    def _paint_walk(self, painter: QPainter, shown: Colours) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(shown.curve, 2.0))
        painter.drawPolyline(QPolygonF([self.spot(place) for place in self._walk.line]))
        for place, image in self._walk.pictures:
            size = QSize(image.size()).scaled(
                QSize(int(THUMBNAIL), int(THUMBNAIL)), Qt.AspectRatioMode.KeepAspectRatio
            )
            rect = QRectF(0.0, 0.0, size.width(), size.height())
            spot = self.spot(place)
            # Above the line, or below it where there is no room.
            up = spot.y() - THUMBNAIL - 8.0 > 0.0
            rect.moveCenter(spot + QPointF(0.0, (-1.0 if up else 1.0) * (THUMBNAIL / 2 + 8.0)))
            painter.drawImage(rect, image)
            painter.setPen(QPen(shown.curve, 1.0))
            painter.drawRect(rect)
            painter.setPen(QPen(shown.curve, 2.0))
            painter.drawPoint(spot)

    def _paint_mix(self, painter: QPainter, shown: Colours) -> None:
        if self._cross is None:
            return
        here = self.spot(self._cross)
        for pin, weight in zip(self._pins, self._mix, strict=False):
            if weight > 0.01:
                colour = QColor(shown.text)
                colour.setAlphaF(0.2 + 0.6 * weight)
                painter.setPen(QPen(colour, 0.5 + 3.0 * weight))
                painter.drawLine(here, self.spot(pin.place))
        painter.setPen(QPen(shown.text, 1.0))
        for out in (QPointF(6.0, 0.0), QPointF(0.0, 6.0)):
            painter.drawLine(here - out, here + out)

    def _paint_route(self, painter: QPainter, shown: Colours) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(shown.accent, 2.5, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
        line = [self.spot(place) for place in (*self._route, *self._stroke)]
        painter.drawPolyline(QPolygonF(line))
        if line:
            painter.setBrush(shown.accent)
            painter.setPen(Qt.PenStyle.NoPen)
            for end in (line[0], line[-1]):
                painter.drawEllipse(end, 3.5, 3.5)

    def _paint_pins(self, painter: QPainter, shown: Colours) -> None:
        font = self.font()
        font.setPixelSize(12)
        painter.setFont(font)
        metrics = painter.fontMetrics()
        for number, pin in enumerate(self._pins):
            spot = self.spot(pin.place)
            is_chosen = number == self._chosen
            colour = shown.accent if is_chosen else shown.text if pin.counts else shown.dim
            below = PIN if pin.image is None else self._paint_image(painter, spot, pin.image, colour)
            if pin.image is None:
                draw_diamond(painter, spot, PIN + 2.0 * is_chosen, colour, shown.panel)
            text = metrics.elidedText(pin.name, Qt.TextElideMode.ElideRight, LABEL)
            width = metrics.horizontalAdvance(text)
            left = min(max(spot.x() - width / 2, 4.0), self.width() - width - 4.0)
            rect = QRectF(left - 3.0, spot.y() + below + 3.0, width + 6.0, metrics.height())
            behind = QColor(shown.panel)
            behind.setAlphaF(0.75)
            painter.fillRect(rect, behind)
            painter.setPen(colour)
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_image(self, painter: QPainter, spot: QPointF, image: QImage, colour: QColor) -> float:
        """Paints a pin's picture, and says how far it reaches below its spot."""
        size = QSize(image.size()).scaled(
            QSize(int(PICTURE), int(PICTURE)), Qt.AspectRatioMode.KeepAspectRatio
        )
        rect = QRectF(0.0, 0.0, size.width(), size.height())
        rect.moveCenter(spot)
        painter.drawImage(rect, image)
        painter.setPen(QPen(colour, 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect)
        return rect.height() / 2
