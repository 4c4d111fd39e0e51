"""Two pictures in the room of one: side by side, or one over the other with a line between them."""

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

# How far from the line one still takes it, and what its handle looks like.
REACH = 7.0
HANDLE = QSizeF(10.0, 34.0)
GAP = 8.0
STEP = 0.05


class Split:
    """Where each of two pictures is seen.

    Attributes:
        share: Where the line is, as a share of what is seen of the picture, in [0, 1].
        wiped: Whether they lie over each other.
    """

    def __init__(self) -> None:
        self.share = 0.5
        self.wiped = False

    def panes(self, view: QRectF, picture: QRectF) -> tuple[QRectF, QRectF]:
        """What of a view shows the one and the other.

        Args:
            view: The view.
            picture: Where the first picture lies.
        """
        if self.wiped:
            x = self.line(view, picture)
            return QRectF(view.topLeft(), QPointF(x, view.bottom())), QRectF(
                QPointF(x, view.top()), view.bottomRight()
            )
        first = self.first_pane(view)
        return first, first.translated(first.width() + GAP, 0.0)

    def first_pane(self, view: QRectF) -> QRectF:
        """The room that the first picture fits into."""
        if self.wiped:
            return view
        return QRectF(view.left(), view.top(), (view.width() - GAP) / 2.0, view.height())

    def offset(self, view: QRectF) -> QPointF:
        """How far the second picture lies from the first one."""
        return QPointF(0.0 if self.wiped else self.first_pane(view).width() + GAP, 0.0)

    def line(self, view: QRectF, picture: QRectF) -> float:
        """Where the line is."""
        seen = picture.intersected(view)
        return round(seen.left() + self.share * seen.width())

    def is_at_line(self, place: QPointF, view: QRectF, picture: QRectF) -> bool:
        """Whether a place is on the line, or near to it."""
        return self.wiped and view.contains(place) and abs(place.x() - self.line(view, picture)) <= REACH

    def move_line(self, x: float, view: QRectF, picture: QRectF) -> None:
        """Takes the line to a place."""
        seen = picture.intersected(view)
        if seen.width() > 0:
            self.share = max(0.0, min((x - seen.left()) / seen.width(), 1.0))


def fitted(size: QSizeF, room: QRectF) -> QRectF:
    """Where a picture of some size lies that is as large as it fits into a room."""
    scaled = size.scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
    rect = QRectF(QPointF(), scaled)
    rect.moveCenter(room.center())
    return rect


def paint_split_line(painter: QPainter, x: float, top: float, bottom: float, accent: QColor) -> None:
    """A line that is seen on any picture, with a handle in its middle."""
    painter.setPen(QPen(QColor(0, 0, 0, 150), 4.0))
    painter.drawLine(QPointF(x, top), QPointF(x, bottom))
    painter.setPen(QPen(accent, 2.0))
    painter.drawLine(QPointF(x, top), QPointF(x, bottom))
    handle = QRectF(QPointF(), HANDLE)
    handle.moveCenter(QPointF(x, (top + bottom) / 2.0))
    painter.setPen(QPen(QColor(0, 0, 0, 150), 1.0))
    painter.setBrush(accent)
    painter.drawRoundedRect(handle, 5.0, 5.0)


def paint_caption(painter: QPainter, text: str, pane: QRectF, picture: QRectF, at_right: bool) -> None:
    """What a picture is, at an upper corner of what is seen of it; nothing where there is no room."""
    seen = picture.intersected(pane)
    font = QFont(painter.font())
    font.setPixelSize(12)
    metrics = QFontMetricsF(font)
    text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, seen.width() - 40.0)
    pill = QRectF(0.0, 0.0, metrics.horizontalAdvance(text) + 20.0, metrics.height() + 8.0)
    if not text or pill.width() > seen.width() - 16.0:
        return
    left = seen.right() - pill.width() - 8.0 if at_right else seen.left() + 8.0
    pill.moveTopLeft(QPointF(left, seen.top() + 8.0))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(20, 20, 20, 215))
    painter.drawRoundedRect(pill, pill.height() / 2.0, pill.height() / 2.0)
    painter.setFont(font)
    painter.setPen(QColor("#f0f0f0"))
    painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)
