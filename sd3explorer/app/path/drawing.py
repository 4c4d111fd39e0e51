"""A small drawing of the path: its shape, its keyframes, and where the playhead is."""

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from sd3explorer.app.path.kinds import path_kind
from sd3explorer.app.path.noise_kinds import noise_kind
from sd3explorer.app.path.shapes import CIRCLE, CIRCLE_ALONE, Shape
from sd3explorer.app.theme import Colours, colours
from sd3explorer.walk.walk import Walk

MARGIN = 14.0
DOT = 4.0
CAPTION = 16.0
HEIGHT, FLAT_HEIGHT = 92, 56


class PathDrawing(QWidget):
    """Draws the path of a walk, and the frame under the playhead on it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._index = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Path"))
        self.show_walk(Walk())

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """As wide as the panel usually is, and low: what is below it has little room on a small screen."""
        return QSize(260, FLAT_HEIGHT if self._shape.is_flat else HEIGHT)

    def show_walk(self, walk: Walk) -> None:
        """Draws the path of a walk."""
        self._walk = walk
        self._shape = shape_of(walk)
        self._caption = path_kind(walk.path).sentence(walk)
        self.setAccessibleDescription(self._caption)
        self.setToolTip(self.tr("{0}. The dot is where the playhead is.").format(self._caption))
        self.updateGeometry()
        self.update()

    def show_place(self, index: int) -> None:
        """Moves the dot to a frame."""
        if index != self._index:
            self._index = index
            self.update()

    def place_of(self, index: int) -> QPointF:
        """Where a frame is in the drawing."""
        return self._shape.place_of(min(max(index, 0), self._walk.frame_count - 1), self._area)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Draws the path, its keyframes and the dot."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shown = colours(self)
        self._shape.paint(painter, shown, self._area)
        self._paint_dot(painter, shown)
        self._paint_caption(painter, shown)

    @property
    def _area(self) -> QRectF:
        return QRectF(self.rect()).adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN - CAPTION)

    def _paint_caption(self, painter: QPainter, shown: Colours) -> None:
        font = QFont(painter.font())
        font.setPixelSize(12)
        painter.setFont(font)
        painter.setPen(shown.dim)
        line = QRectF(0.0, self.height() - CAPTION, self.width(), CAPTION)
        text = QFontMetricsF(font).elidedText(self._caption, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_dot(self, painter: QPainter, shown: Colours) -> None:
        walk = self._walk
        here = self.place_of(self._index)
        if noise_kind(walk.noise).circles:
            radius = CIRCLE if walk.path.moves else CIRCLE_ALONE
            angle = 2.0 * math.pi * self._index / walk.frame_count
            painter.setPen(QPen(shown.accent, 1.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(here, radius, radius)
            here += QPointF(math.sin(angle), -math.cos(angle)) * radius
        painter.setPen(QPen(shown.panel, 2.0))
        painter.setBrush(shown.accent)
        painter.drawEllipse(here, DOT + 1.0, DOT + 1.0)


def shape_of(walk: Walk) -> Shape:
    """What the path of a walk looks like."""
    return path_kind(walk.path).shape(walk)
