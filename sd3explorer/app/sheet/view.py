"""Pictures in rows and columns, each with its caption: looked at, pinned and chosen."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QMargins, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QFontMetrics,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from sd3explorer.app.theme import Colours, colours

GAP = 8
LEAST_CELL = 56
# Of a saved sheet, in pixels.
SAVED_GAP = 8
PIN = 16
# Of what is said where there are no cells.
MARGINS = QMargins(40, 0, 40, 0)
CENTRED = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap


@dataclass(frozen=True, slots=True)
class Shown:
    """What a cell shows.

    Args:
        caption: What is different there.
        image: The picture; None while there is none.
        draft: Whether there could be more of it.
        pinned: Whether it stays when others come.
        failure: Why there is no picture, or "".
    """

    caption: str
    image: QImage | None = None
    draft: bool = True
    pinned: bool = False
    failure: str = ""


class SheetView(QWidget):
    """The cells of a sheet.

    The arrow keys go from cell to cell, Return takes one, P pins it, M asks for more like it.

    Signals:
        looked_at: A cell is under the pointer or has the keyboard; None when there is none.
        taken, pin_asked, more_asked: A cell, by its number from 0.
    """

    accessible_role = QAccessible.Role.List

    looked_at = Signal(object)
    taken = Signal(int)
    pin_asked = Signal(int)
    more_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cells: list[Shown] = []
        self._reason = ""
        self._columns = 4
        self._aspect = 1.0
        self._current = 0
        self._hovered: int | None = None
        self._chosen: int | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Variations"))

    @property
    def current(self) -> int:
        """The cell that keys are meant for."""
        return self._current

    @property
    def chosen(self) -> int | None:
        """The cell that the walk has become."""
        return self._chosen

    @property
    def cells(self) -> list[Shown]:
        """What the cells show, row by row."""
        return list(self._cells)

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Room for cells of a handy size."""
        return QSize(640, 680)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """So small that pictures can just be seen."""
        rows = self._rows()
        side = LEAST_CELL + GAP
        return QSize(self._columns * side, rows * (side + self._strip()))

    def show_cells(self, cells: Sequence[Shown], columns: int, aspect: float) -> None:
        """Shows other cells.

        Args:
            cells: Row by row.
            columns: How many are in a row.
            aspect: Width of a picture over its height.
        """
        self._cells, self._columns, self._aspect, self._reason = list(cells), columns, aspect, ""
        self._current = min(self._current, max(len(cells) - 1, 0))
        if self._hovered is not None and self._hovered >= len(cells):
            self._hovered = None
        self.updateGeometry()
        self._describe()
        self.update()

    def show_reason(self, reason: str) -> None:
        """Shows no cells, and why."""
        self.show_cells([], self._columns, self._aspect)
        self._reason = reason
        self._describe()

    def show_cell(self, number: int, shown: Shown) -> None:
        """Shows one of the cells anew."""
        self._cells[number] = shown
        self.update(self._cell_rect(number).toAlignedRect().adjusted(-GAP, -GAP, GAP, GAP))
        if number == self._current:
            self._describe()

    def show_chosen(self, number: int | None) -> None:
        """Marks the cell that the walk has become."""
        self._chosen = number
        self.update()

    def cell_at(self, place: QPointF) -> int | None:
        """The cell at a place, or None where there is none."""
        return next(
            (number for number in range(len(self._cells)) if self._cell_rect(number).contains(place)), None
        )

    def cell_rect(self, number: int) -> QRect:
        """Where a cell is, with its caption."""
        return self._cell_rect(number).toRect()

    def picture(self, width: int) -> QImage:
        """The sheet as a picture, with captions.

        Args:
            width: Of a cell in pixels.
        """
        strip = 2 * max(10, width // 20)
        height = round(width / self._aspect)
        size = QSize(
            self._columns * (width + SAVED_GAP) + SAVED_GAP,
            self._rows() * (height + strip + SAVED_GAP) + SAVED_GAP,
        )
        image = QImage(size, QImage.Format.Format_RGB32)
        image.fill(QColor("black"))
        painter = QPainter(image)
        font = painter.font()
        font.setPixelSize(strip // 2)
        painter.setFont(font)
        painter.setPen(QColor(200, 200, 200))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for number, cell in enumerate(self._cells):
            left = SAVED_GAP + number % self._columns * (width + SAVED_GAP)
            top = SAVED_GAP + number // self._columns * (height + strip + SAVED_GAP)
            if cell.image is not None:
                painter.drawImage(QRect(left, top, width, height), cell.image)
            text = elided_caption(painter.fontMetrics(), cell.caption, width)
            painter.drawText(QRect(left, top + height, width, strip), Qt.AlignmentFlag.AlignVCenter, text)
        painter.end()
        return image

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Paints the cells."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        shown = colours(self)
        painter.fillRect(event.rect(), shown.window)
        if self._reason:
            painter.setPen(shown.dim)
            painter.drawText(self.rect().marginsRemoved(MARGINS), CENTRED, self._reason)
        font = self.font()
        font.setPixelSize(11)
        painter.setFont(font)
        for number, cell in enumerate(self._cells):
            rect = self._cell_rect(number)
            if rect.toAlignedRect().adjusted(-GAP, -GAP, GAP, GAP).intersects(event.rect()):
                self._paint_cell(painter, shown, number, cell, rect)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        """Looks at the cell under the pointer."""
        self._hover(self.cell_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 (Qt's name)
        """Looks at none."""
        super().leaveEvent(event)
        self._hover(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        """Takes the cell, or pins it by its corner or with the right button."""
        number = self.cell_at(event.position())
        if number is None:
            return
        if event.button() == Qt.MouseButton.RightButton or self._pin_rect(number).contains(event.position()):
            self.pin_asked.emit(number)
        elif event.button() == Qt.MouseButton.LeftButton:
            self._go_to(number)
            self.taken.emit(number)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Goes from cell to cell, takes, pins, and asks for more."""
        keys = Qt.Key
        moves = {
            keys.Key_Left: -1,
            keys.Key_Right: 1,
            keys.Key_Up: -self._columns,
            keys.Key_Down: self._columns,
            keys.Key_Home: -self._current,
            keys.Key_End: len(self._cells) - 1 - self._current,
        }
        acts = {
            keys.Key_Return: self.taken,
            keys.Key_Enter: self.taken,
            keys.Key_Space: self.taken,
            keys.Key_P: self.pin_asked,
            keys.Key_M: self.more_asked,
        }
        key = Qt.Key(event.key())
        if key in moves:
            target = self._current + moves[key]
            if 0 <= target < len(self._cells):
                self._go_to(target)
                self.looked_at.emit(target)
        elif key in (keys.Key_P, keys.Key_M) and self._hovered is not None:
            # Whoever has the pointer on a picture means that one.
            acts[key].emit(self._hovered)
        elif key in acts and self._cells:
            acts[key].emit(self._current)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keeps the keys that it needs from shortcuts, and says what a cell is."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            keys = Qt.Key
            own = (keys.Key_Left, keys.Key_Right, keys.Key_Up, keys.Key_Down, keys.Key_Home, keys.Key_End)
            acts = (keys.Key_Space, keys.Key_P, keys.Key_M, keys.Key_Return, keys.Key_Enter)
            bare = () if event.modifiers() & Qt.KeyboardModifier.ControlModifier else acts
            if event.key() in (*own, *bare):
                event.accept()
                return True
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            number = self.cell_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self._text_of(number) if number is not None else "", self)
            return True
        return super().event(event)

    def _hover(self, number: int | None) -> None:
        if number != self._hovered:
            self._hovered = number
            self.setCursor(
                Qt.CursorShape.ArrowCursor if number is None else Qt.CursorShape.PointingHandCursor
            )
            self.update()
            self.looked_at.emit(number)

    def _go_to(self, number: int) -> None:
        self._current = number
        self._describe()
        self.update()

    def _describe(self) -> None:
        self.setAccessibleDescription(self._text_of(self._current) if self._cells else self._reason)

    def _text_of(self, number: int) -> str:
        cell = self._cells[number]
        if cell.failure:
            return cell.failure
        if cell.image is None:
            return self.tr("{0}: not rendered yet").format(cell.caption)
        return self.tr("{0}: draft").format(cell.caption) if cell.draft else cell.caption

    def _rows(self) -> int:
        return max(-(-len(self._cells) // self._columns), 1)

    def _strip(self) -> int:
        return self.fontMetrics().height() + 2

    def _cell_rect(self, number: int) -> QRectF:
        rows, strip = self._rows(), self._strip()
        across = (self.width() - GAP) / self._columns - GAP
        down = (self.height() - GAP) / rows - GAP - strip
        width = max(min(across, down * self._aspect), 1.0)
        height = width / self._aspect + strip
        left = (self.width() - self._columns * (width + GAP) + GAP) / 2
        top = (self.height() - rows * (height + GAP) + GAP) / 2
        column, row = number % self._columns, number // self._columns
        return QRectF(left + column * (width + GAP), top + row * (height + GAP), width, height)

    def _pin_rect(self, number: int) -> QRectF:
        rect = self._cell_rect(number)
        return QRectF(rect.right() - PIN - 4, rect.top() + 4, PIN, PIN)

    def _paint_cell(self, painter: QPainter, shown: Colours, number: int, cell: Shown, rect: QRectF) -> None:
        strip = self._strip()
        picture = rect.adjusted(0, 0, 0, -strip)
        if cell.image is None:
            painter.fillRect(picture, shown.panel)
            text = self.tr("Can't be rendered") if cell.failure else ""
            painter.setPen(shown.error)
            painter.drawText(picture, CENTRED, text)
        else:
            painter.drawImage(picture, cell.image)
        painter.setPen(shown.text if number == self._chosen else shown.dim)
        metrics = painter.fontMetrics()
        caption = elided_caption(metrics, self._caption(cell), int(rect.width()))
        below = rect.adjusted(0, rect.height() - strip, 0, 0)
        painter.drawText(below, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter, caption)
        if number == self._chosen:
            _frame(painter, picture, shown.accent, 3.0)
        if number == self._current and self.hasFocus():
            _frame(painter, picture, shown.text, 1.5)
        if cell.pinned or number == self._hovered:
            self._paint_pin(painter, shown, number, cell.pinned)

    def _caption(self, cell: Shown) -> str:
        # Whoever chooses is to compare seeds, not a draft with a finished picture.
        stands_out = cell.image is not None and not cell.draft and any(each.draft for each in self._cells)
        return f"✓ {cell.caption}" if stands_out else cell.caption

    def _paint_pin(self, painter: QPainter, shown: Colours, number: int, pinned: bool) -> None:
        rect = self._pin_rect(number)
        painter.setPen(QPen(shown.window, 1.0))
        painter.setBrush(shown.accent if pinned else shown.raised)
        painter.drawPolygon(_diamond(rect))
        painter.setBrush(Qt.BrushStyle.NoBrush)


def elided_caption(metrics: QFontMetrics, caption: str, width: int) -> str:
    """A caption that fits: its words are cut before the seed, by which alone a picture is found again.

    Args:
        metrics: Of the font.
        caption: What is different, with the seed after the last dot, if there is one.
        width: In pixels.
    """
    words, dot, seed = caption.rpartition(" · ")
    left = width - metrics.horizontalAdvance(dot + seed)
    if left < metrics.horizontalAdvance("…"):
        # The seed at least, and of that the number.
        number = seed.rpartition(" ")[2]
        cut = number.isdigit() and metrics.horizontalAdvance(seed) > width
        words, dot, seed, left = number if cut else seed, "", "", width
    return metrics.elidedText(words, Qt.TextElideMode.ElideRight, left) + dot + seed


def _frame(painter: QPainter, rect: QRectF, colour: QColor, width: float) -> None:
    painter.setPen(QPen(colour, width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect.adjusted(-width / 2, -width / 2, width / 2, width / 2))


def _diamond(rect: QRectF) -> QPolygonF:
    centre = rect.center()
    return QPolygonF(
        [
            QPointF(centre.x(), rect.top()),
            QPointF(rect.right(), centre.y()),
            QPointF(centre.x(), rect.bottom()),
            QPointF(rect.left(), centre.y()),
        ]
    )
