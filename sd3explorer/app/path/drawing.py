"""A small drawing of the path: its shape, its keyframes, its frames, and where the playhead is."""

import math
from bisect import bisect_right
from itertools import accumulate

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from sd3explorer.app.theme import Colours, colours
from sd3explorer.walk.noises import Orbit, Travel
from sd3explorer.walk.paths import Grid, Hold, Morph, Wander
from sd3explorer.walk.recipe import RandomDirection
from sd3explorer.walk.walk import Walk

MARGIN = 14.0
MOST_TICKS = 160
DOT = 4.0
ORBIT = 9.0


def way_bounds(morph: Morph, frames: int) -> list[int]:
    """The frames between which the ways of a morph lie: those that its keyframes are on, or nearest to.

    A closed morph has one more, the frame after the last, where it is back at the first keyframe.
    """
    ends = _ends(morph)
    steps = frames if morph.closed else max(frames - 1, 1)
    last = frames if morph.closed else frames - 1
    return [min(math.floor(end * steps / ends[-1] + 0.5), last) for end in ends]


class PathDrawing(QWidget):
    """Draws the path of a walk, and the frame under the playhead on it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._walk = Walk()
        self._places: list[float] = []
        self._index = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Path"))
        self.setToolTip(self.tr("The path, and where the playhead is on it"))
        self.show_walk(self._walk)

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """As wide as the panel usually is, and low."""
        return QSize(260, 84)

    def show_walk(self, walk: Walk) -> None:
        """Draws the path of a walk."""
        self._walk = walk
        self._places = _places(walk.path) if isinstance(walk.path, Morph) else []
        self.update()

    def show_place(self, index: int) -> None:
        """Moves the dot to a frame."""
        if index != self._index:
            self._index = index
            self.update()

    def place_of(self, index: int) -> QPointF:
        """Where a frame is in the drawing."""
        walk = self._walk
        frames = walk.frame_count
        index = min(max(index, 0), frames - 1)
        match walk.path:
            case Morph() as morph:
                steps = frames if morph.closed else max(frames - 1, 1)
                return self._on_line(self._eased(index / steps), morph.closed)
            case Grid(rows=rows, columns=columns):
                return self._cell(index // columns, index % columns, rows, columns).center()
            case Wander():
                return self._on_ray(index / max(frames - 1, 1))
            case Hold():
                return self._place_of_noise(index, frames)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Draws the path, its keyframes and the dot."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shown = colours(self)
        match self._walk.path:
            case Morph() as morph:
                self._paint_morph(painter, shown, morph)
            case Grid() as grid:
                self._paint_grid(painter, shown, grid)
            case Wander() as wander:
                self._paint_wander(painter, shown, wander)
            case Hold() if isinstance(self._walk.noise, Travel):
                self._paint_travel(painter, shown, self._walk.noise)
            case Hold():
                draw_diamond(painter, QRectF(self.rect()).center(), 5.0, shown.dim, shown.panel)
        self._paint_dot(painter, shown)

    def _paint_morph(self, painter: QPainter, shown: Colours, morph: Morph) -> None:
        self._paint_way(painter, shown, morph.closed)
        frames = self._walk.frame_count
        steps = frames if morph.closed else max(frames - 1, 1)
        shown_every = max(1, math.ceil(frames / MOST_TICKS))
        for index in range(0, frames, shown_every):
            self._paint_tick(painter, self._eased(index / steps), morph.closed)
        keyframes = len(morph.keyframes)
        size = min(5.0, max(2.0, 0.35 * (self.width() - 2 * MARGIN) / keyframes))
        for place in self._places[:keyframes]:
            draw_diamond(painter, self._on_line(place, morph.closed), size, shown.dim, shown.panel)

    def _paint_travel(self, painter: QPainter, shown: Colours, travel: Travel) -> None:
        self._paint_way(painter, shown, travel.closed)
        seeds = len(travel.seeds)
        for number in range(seeds):
            self._paint_tick(painter, number / max(seeds if travel.closed else seeds - 1, 1), travel.closed)

    def _place_of_noise(self, index: int, frames: int) -> QPointF:
        noise = self._walk.noise
        if not isinstance(noise, Travel):
            return QRectF(self.rect()).center()
        return self._on_line(index / (frames if noise.closed else max(frames - 1, 1)), noise.closed)

    def _paint_way(self, painter: QPainter, shown: Colours, closed: bool) -> None:
        painter.setPen(QPen(shown.line, 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if closed:
            painter.drawEllipse(self._ring())
        else:
            painter.drawLine(self._on_line(0.0, False), self._on_line(1.0, False))
        painter.setPen(QPen(shown.dim, 1.0))

    def _paint_tick(self, painter: QPainter, place: float, closed: bool) -> None:
        here = self._on_line(place, closed)
        out = QPointF(0.0, 4.0)
        if closed:
            away = here - self._ring().center()
            out = away * (4.0 / max(math.hypot(away.x(), away.y()), 1.0))
        painter.drawLine(here - out, here + out)

    def _paint_grid(self, painter: QPainter, shown: Colours, grid: Grid) -> None:
        area = self._area(grid.rows, grid.columns)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(shown.line, 1.0))
        painter.drawRect(area)
        if area.height() / grid.rows >= 4.0 and area.width() / grid.columns >= 4.0:
            for row in range(1, grid.rows):
                y = area.top() + area.height() * row / grid.rows
                painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            for column in range(1, grid.columns):
                x = area.left() + area.width() * column / grid.columns
                painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
        for corner in (area.topLeft(), area.topRight(), area.bottomLeft(), area.bottomRight()):
            draw_diamond(painter, corner, 5.0, shown.dim, shown.panel)

    def _paint_wander(self, painter: QPainter, shown: Colours, wander: Wander) -> None:
        pen = QPen(shown.dim, 1.5)
        if isinstance(wander.direction, RandomDirection):
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        start, end = self._on_ray(0.0), self._on_ray(1.0)
        painter.drawLine(start, end)
        painter.setPen(QPen(shown.dim, 1.5))
        back = math.atan2(start.y() - end.y(), start.x() - end.x())
        for side in (-0.5, 0.5):
            painter.drawLine(end, end + QPointF(math.cos(back + side), math.sin(back + side)) * 9.0)
        draw_diamond(painter, start, 5.0, shown.dim, shown.panel)

    def _paint_dot(self, painter: QPainter, shown: Colours) -> None:
        walk = self._walk
        here = self.place_of(self._index)
        if isinstance(walk.noise, Orbit):
            radius = 2.6 * ORBIT if isinstance(walk.path, Hold) else ORBIT
            angle = 2.0 * math.pi * self._index / walk.frame_count
            painter.setPen(QPen(shown.accent, 1.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(here, radius, radius)
            here += QPointF(math.sin(angle), -math.cos(angle)) * radius
        painter.setPen(QPen(shown.panel, 2.0))
        painter.setBrush(shown.accent)
        painter.drawEllipse(here, DOT + 1.0, DOT + 1.0)

    def _eased(self, place: float) -> float:
        """How far along the line a frame is, as the easing of its way has it."""
        morph = self._walk.path
        assert isinstance(morph, Morph)
        way = min(bisect_right(self._places, place), len(self._places) - 1) - 1
        start, end = self._places[way], self._places[way + 1]
        t = (place - start) / (end - start) if end > start else 0.0
        return start + morph.keyframes[way].easing.ease(min(max(t, 0.0), 1.0)) * (end - start)

    def _on_line(self, place: float, closed: bool) -> QPointF:
        if not closed:
            return QPointF(MARGIN + place * (self.width() - 2 * MARGIN), self.height() / 2)
        ring, angle = self._ring(), 2.0 * math.pi * place
        away = QPointF(ring.width() / 2 * math.sin(angle), -ring.height() / 2 * math.cos(angle))
        return ring.center() + away

    def _on_ray(self, place: float) -> QPointF:
        start = QPointF(MARGIN, self.height() - MARGIN)
        end = QPointF(self.width() - MARGIN, MARGIN)
        return start + (end - start) * place

    def _ring(self) -> QRectF:
        height = self.height() - 2 * MARGIN
        ring = QRectF(0.0, 0.0, min(self.width() - 2 * MARGIN, 3.0 * height), height)
        ring.moveCenter(QRectF(self.rect()).center())
        return ring

    def _area(self, rows: int, columns: int) -> QRectF:
        width, height = self.width() - 2 * MARGIN, self.height() - 2 * MARGIN
        cell = min(width / columns, height / rows)
        area = QRectF(0.0, 0.0, max(cell * columns, 2 * MARGIN), max(cell * rows, 2 * MARGIN))
        area.moveCenter(QRectF(self.rect()).center())
        return area

    def _cell(self, row: int, column: int, rows: int, columns: int) -> QRectF:
        area = self._area(rows, columns)
        width, height = area.width() / columns, area.height() / rows
        return QRectF(area.left() + column * width, area.top() + row * height, width, height)


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


def _places(morph: Morph) -> list[float]:
    """The place of every keyframe in [0, 1]; of a closed path also that of its end."""
    ends = _ends(morph)
    return [end / ends[-1] for end in ends]


def _ends(morph: Morph) -> list[float]:
    ways = morph.keyframes if morph.closed else morph.keyframes[:-1]
    return list(accumulate((keyframe.span for keyframe in ways), initial=0.0))
