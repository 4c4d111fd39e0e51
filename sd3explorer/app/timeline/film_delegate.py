"""How a cell of the filmstrip is painted."""

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QImage, QLinearGradient, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from sd3explorer.app import theme
from sd3explorer.app.frames.states import FrameState
from sd3explorer.app.theme import Colours
from sd3explorer.app.timeline.film_model import Index, Role

STRIPE = 7
# How much of the text's colour is in the stripes.
HATCHING, HATCHING_BRIGHT = (0.05, 0.09), (0.1, 0.2)
MARK = 18
STATE_LINE = 3
STAR = 14
FAINT = 0.2


class FilmDelegate(QStyledItemDelegate):
    """Paints a frame's picture, or what state it is in where it has none.

    Args:
        strip: The view whose cells are painted.
    """

    def __init__(self, strip: QWidget) -> None:
        super().__init__(strip)
        self._strip = strip
        self.cell_size = QSize(1, 1)
        # Whether frames without a star are faint.
        self.only_starred = False

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 (Qt's name)
        """The size of every cell."""
        return self.cell_size

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints a cell."""
        shown = theme.colours(self._strip)
        state: FrameState = index.data(Role.STATE)
        image: QImage | None = index.data(Qt.ItemDataRole.DecorationRole)
        rect = QRectF(option.rect).adjusted(1, 0, -1, 0)
        is_starred = bool(index.data(Role.STARRED))
        painter.save()
        if self.only_starred and not is_starred:
            painter.setOpacity(FAINT)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        picture = rect
        if image is None:
            _paint_hatching(painter, rect, shown, bright=state is not FrameState.MISSING)
        else:
            picture = _paint_picture(painter, rect, image)
        if state is FrameState.DRAFT:
            _paint_border(painter, picture, QPen(shown.window, 1))
            _paint_border(painter, picture, QPen(shown.text, 1, Qt.PenStyle.DashLine))
        elif state is FrameState.FAILED:
            _paint_failure(painter, rect, shown)
        _paint_states(painter, rect, index.data(Role.STATES), shown)
        if is_starred:
            side = min(STAR, rect.width() - 2)
            place = QRectF(picture.right() - side - 3, rect.top() + 3, side, side)
            paint_star(painter, place if picture.width() > 2 * side else _middle(rect, side), shown)
        if option.state & QStyle.StateFlag.State_Selected:
            _paint_border(painter, rect, QPen(shown.window, 4))
            _paint_border(painter, rect, QPen(shown.accent, 3))
        painter.restore()


def paint_star(painter: QPainter, rect: QRectF, shown: Colours) -> None:
    """A star that is seen on any picture."""
    points = QPolygonF()
    for corner in range(10):
        radius = rect.width() / 2 * (1.0 if corner % 2 == 0 else 0.45)
        angle = math.pi * (corner / 5 - 0.5)
        points.append(rect.center() + QPointF(radius * math.cos(angle), radius * math.sin(angle)))
    painter.setBrush(shown.accent)
    painter.setPen(QPen(QColor(0, 0, 0, 190), 2.5))
    painter.drawPolygon(points)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawPolygon(points)


def _middle(rect: QRectF, side: float) -> QRectF:
    return QRectF(rect.center().x() - side / 2, rect.top() + 3, side, side)


def _paint_picture(painter: QPainter, rect: QRectF, image: QImage) -> QRectF:
    """Fills a narrow cell with the picture's middle, or stands all of it in a wide one; says where."""
    scale = rect.height() / image.height()
    width = min(rect.width(), image.width() * scale)
    target = QRectF(rect.center().x() - width / 2, rect.y(), width, rect.height())
    source = QRectF((image.width() - width / scale) / 2, 0, width / scale, image.height())
    painter.drawImage(target, image, source)
    return target


def _paint_hatching(painter: QPainter, rect: QRectF, shown: Colours, bright: bool) -> None:
    dark, light = (_faint(shown.text, strength) for strength in (HATCHING_BRIGHT if bright else HATCHING))
    stripes = QLinearGradient(rect.topLeft(), rect.topLeft() + QPointF(STRIPE, STRIPE))
    stripes.setSpread(QLinearGradient.Spread.RepeatSpread)
    for place, colour in ((0.0, dark), (0.49, dark), (0.51, light), (1.0, light)):
        stripes.setColorAt(place, colour)
    painter.fillRect(rect, QBrush(stripes))


def _faint(colour: QColor, strength: float) -> QColor:
    faint = QColor(colour)
    faint.setAlphaF(strength)
    return faint


def _paint_border(painter: QPainter, rect: QRectF, pen: QPen) -> None:
    inside = pen.widthF() / 2
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect.adjusted(inside, inside, -inside, -inside))


def _paint_failure(painter: QPainter, rect: QRectF, shown: Colours) -> None:
    side = min(MARK, rect.width() - 4)
    mark = QRectF(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(shown.error)
    painter.drawEllipse(mark)
    font = QFont(painter.font())
    font.setBold(True)
    font.setPixelSize(max(int(side * 0.7), 1))
    painter.setFont(font)
    painter.setPen(QColor(Qt.GlobalColor.white))
    painter.drawText(mark, Qt.AlignmentFlag.AlignCenter, "!")


def _paint_states(painter: QPainter, rect: QRectF, states: tuple[FrameState, ...], shown: Colours) -> None:
    """A line at the foot of a cell of several frames, where only some of them are there."""
    parts = min(len(states), int(rect.width() / 2))
    colours = [_colour(states[part * len(states) // parts], shown) for part in range(parts)]
    if all(colour == colours[0] for colour in colours):
        return
    width = rect.width() / parts
    for part, colour in enumerate(colours):
        place = QRectF(rect.left() + part * width, rect.bottom() - STATE_LINE, width, STATE_LINE)
        painter.fillRect(place, colour)


def _colour(state: FrameState, shown: Colours) -> QColor:
    match state:
        case FrameState.DONE:
            return shown.accent
        case FrameState.DRAFT:
            return shown.dim
        case FrameState.FAILED:
            return shown.error
        case _:
            return shown.window
