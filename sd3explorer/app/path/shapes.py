"""The shapes that paths have in a drawing: a line or a ring, a ray, rows and columns, a point."""

import math
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from sd3explorer.app.theme import Colours

TICK = 4.0
DIAMOND = 5.0
LEAST_SIDE = 28.0
# Of the circle that noise goes round, where the prompts move and where nothing else does.
CIRCLE, CIRCLE_ALONE = 9.0, 23.4


class Shape(ABC):
    """What a path looks like."""

    __slots__ = ()

    @property
    def is_flat(self) -> bool:
        """Whether it needs hardly any height."""
        return False

    @abstractmethod
    def place_of(self, index: int, area: QRectF) -> QPointF:
        """Where a frame is.

        Args:
            index: Frame, from 0.
            area: What the shape fills.
        """

    @abstractmethod
    def paint(self, painter: QPainter, shown: Colours, area: QRectF) -> None:
        """Paints it into an area."""


@dataclass(frozen=True, slots=True)
class Line(Shape):
    """A line from left to right; where it leads back to its start, a ring.

    Args:
        progress: How far along it a frame is, from 0 to 1.
        closed: Whether it is a ring.
        ticks: Small marks across it, by how far along they are.
        diamonds: Signs of keyframes on it, likewise.
    """

    progress: Callable[[int], float]
    closed: bool = False
    ticks: Iterable[float] = ()
    diamonds: tuple[float, ...] = ()

    @property
    def is_flat(self) -> bool:
        """A ring isn't."""
        return not self.closed

    def place_of(self, index: int, area: QRectF) -> QPointF:
        """Along the line."""
        return self._at(self.progress(index), area)

    def paint(self, painter: QPainter, shown: Colours, area: QRectF) -> None:
        """Paints the line, then its marks."""
        painter.setPen(QPen(shown.line, 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.closed:
            painter.drawEllipse(_ring(area))
        else:
            painter.drawLine(self._at(0.0, area), self._at(1.0, area))
        painter.setPen(QPen(shown.dim, 1.0))
        for place in self.ticks:
            self._paint_tick(painter, place, area)
        size = min(DIAMOND, max(2.0, 0.35 * area.width() / max(len(self.diamonds), 1)))
        for place in self.diamonds:
            draw_diamond(painter, self._at(place, area), size, shown.dim, shown.panel)

    def _paint_tick(self, painter: QPainter, place: float, area: QRectF) -> None:
        here = self._at(place, area)
        out = QPointF(0.0, TICK)
        if self.closed:
            away = here - area.center()
            out = away * (TICK / max(math.hypot(away.x(), away.y()), 1.0))
        painter.drawLine(here - out, here + out)

    def _at(self, place: float, area: QRectF) -> QPointF:
        if not self.closed:
            return QPointF(area.left() + place * area.width(), area.center().y())
        ring, angle = _ring(area), 2.0 * math.pi * place
        away = QPointF(ring.width() / 2 * math.sin(angle), -ring.height() / 2 * math.cos(angle))
        return ring.center() + away


@dataclass(frozen=True, slots=True)
class Ray(Shape):
    """An arrow away from a diamond, up to the right.

    Args:
        progress: How far along it a frame is, from 0 to 1.
        dashed: Whether its way isn't a plain one.
    """

    progress: Callable[[int], float]
    dashed: bool = False

    def place_of(self, index: int, area: QRectF) -> QPointF:
        """Along the ray."""
        start, end = area.bottomLeft(), area.topRight()
        return start + (end - start) * self.progress(index)

    def paint(self, painter: QPainter, shown: Colours, area: QRectF) -> None:
        """Paints the arrow and the diamond it starts from."""
        start, end = area.bottomLeft(), area.topRight()
        pen = QPen(shown.dim, 1.5)
        painter.setPen(QPen(shown.dim, 1.5, Qt.PenStyle.DashLine) if self.dashed else pen)
        painter.drawLine(start, end)
        painter.setPen(pen)
        back = math.atan2(start.y() - end.y(), start.x() - end.x())
        for side in (-0.5, 0.5):
            painter.drawLine(end, end + QPointF(math.cos(back + side), math.sin(back + side)) * 9.0)
        draw_diamond(painter, start, DIAMOND, shown.dim, shown.panel)


@dataclass(frozen=True, slots=True)
class Cells(Shape):
    """Rows and columns, read like a page, with a diamond at each corner."""

    rows: int
    columns: int

    def place_of(self, index: int, area: QRectF) -> QPointF:
        """In the middle of its cell."""
        row, column = divmod(index, self.columns)
        inside = self._inside(area)
        width, height = inside.width() / self.columns, inside.height() / self.rows
        return QPointF(inside.left() + (column + 0.5) * width, inside.top() + (row + 0.5) * height)

    def paint(self, painter: QPainter, shown: Colours, area: QRectF) -> None:
        """Paints the lines between cells where there is room, and the corners."""
        inside = self._inside(area)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(shown.line, 1.0))
        painter.drawRect(inside)
        if inside.height() / self.rows >= 4.0 and inside.width() / self.columns >= 4.0:
            for row in range(1, self.rows):
                y = inside.top() + inside.height() * row / self.rows
                painter.drawLine(QPointF(inside.left(), y), QPointF(inside.right(), y))
            for column in range(1, self.columns):
                x = inside.left() + inside.width() * column / self.columns
                painter.drawLine(QPointF(x, inside.top()), QPointF(x, inside.bottom()))
        for corner in (inside.topLeft(), inside.topRight(), inside.bottomLeft(), inside.bottomRight()):
            draw_diamond(painter, corner, DIAMOND, shown.dim, shown.panel)

    def _inside(self, area: QRectF) -> QRectF:
        side = min(area.width() / self.columns, area.height() / self.rows)
        inside = QRectF(0.0, 0.0, max(side * self.columns, LEAST_SIDE), max(side * self.rows, LEAST_SIDE))
        inside.moveCenter(area.center())
        return inside


@dataclass(frozen=True, slots=True)
class Route(Shape):
    """A line over a plane with pins on it, both as they are on the map.

    Args:
        pins: Where pins are, from the left and from the top, in [0, 1].
        line: From where to where it leads, likewise.
        place: Where on it a frame is.
    """

    pins: tuple[tuple[float, float], ...]
    line: tuple[tuple[float, float], ...]
    place: Callable[[int], tuple[float, float]]

    def place_of(self, index: int, area: QRectF) -> QPointF:
        """On the line."""
        return self._at(self.place(index), area)

    def paint(self, painter: QPainter, shown: Colours, area: QRectF) -> None:
        """Paints the line, then the pins."""
        painter.setPen(QPen(shown.dim, 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF([self._at(place, area) for place in self.line]))
        for place in self.pins:
            draw_diamond(painter, self._at(place, area), DIAMOND - 1.0, shown.dim, shown.panel)

    def _at(self, place: tuple[float, float], area: QRectF) -> QPointF:
        # A map is a square, but nobody measures in this drawing.
        width = min(area.width(), 3.0 * area.height())
        left = area.center().x() - width / 2
        return QPointF(left + place[0] * width, area.top() + place[1] * area.height())


@dataclass(frozen=True, slots=True)
class Point(Shape):
    """A diamond in the middle, where all frames are.

    Args:
        circle: Radius of a circle around it, in pixels; 0 is none.
    """

    circle: float = 0.0

    def place_of(self, index: int, area: QRectF) -> QPointF:
        """In the middle."""
        return area.center()

    def paint(self, painter: QPainter, shown: Colours, area: QRectF) -> None:
        """Paints the circle and the diamond."""
        if self.circle:
            painter.setPen(QPen(shown.line, 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(area.center(), self.circle, self.circle)
        draw_diamond(painter, area.center(), DIAMOND, shown.dim, shown.panel)


def draw_diamond(painter: QPainter, centre: QPointF, size: float, colour: QColor, rim: QColor) -> None:
    """Draws the sign of a keyframe.

    Args:
        painter: Where to.
        centre: Its middle.
        size: From the middle to a corner.
        colour: What fills it.
        rim: The line around it, that keeps it apart from what is behind.
    """
    away = (QPointF(0, -size), QPointF(size, 0), QPointF(0, size), QPointF(-size, 0))
    painter.setPen(QPen(rim, 1.0))
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF([centre + corner for corner in away]))


def _ring(area: QRectF) -> QRectF:
    ring = QRectF(0.0, 0.0, min(area.width(), 3.0 * area.height()), area.height())
    ring.moveCenter(area.center())
    return ring
