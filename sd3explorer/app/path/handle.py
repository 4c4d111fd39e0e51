"""The diamond on the card of a keyframe."""

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from sd3explorer.app.path.shapes import draw_diamond
from sd3explorer.app.theme import colours

HANDLE = 18


class Handle(QWidget):
    """The diamond on a card's edge, by which it is dragged.

    Signals:
        dragged: With the pointer's y on the screen.
        dropped: It was let go.
        cancelled: Escape was pressed, or something else took the mouse away.
    """

    dragged = Signal(int)
    dropped = Signal()
    cancelled = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._pressed: QPoint | None = None
        self._dragging = False
        self.setFixedSize(QSize(HANDLE, HANDLE))
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setToolTip(self.tr("Drag to another place (Alt+Up, Alt+Down)"))

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        """Starts what may become a drag."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.globalPosition().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        """Drags, once the pointer is a few pixels away."""
        if self._pressed is None:
            return
        here = event.globalPosition().toPoint()
        if not self._dragging and (here - self._pressed).manhattanLength() >= 4:
            self._dragging = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.grabKeyboard()
        if self._dragging:
            self.dragged.emit(here.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        """Drops what was dragged."""
        self._end(self.dropped)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Gives up the drag on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self._end(self.cancelled)

    def event(self, event: QEvent) -> bool:
        """Gives up the drag when the window loses the mouse; keeps Escape from the window while it lasts."""
        if self._dragging and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
        if event.type() in (QEvent.Type.Hide, QEvent.Type.WindowDeactivate):
            self._end(self.cancelled)
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Draws the diamond."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shown = colours(self)
        draw_diamond(painter, QRect(self.rect()).toRectF().center(), 6.0, shown.accent, shown.panel)

    def _end(self, signal: object) -> None:
        was_dragging, self._dragging, self._pressed = self._dragging, False, None
        if was_dragging:
            self.releaseKeyboard()
            self.setCursor(Qt.CursorShape.OpenHandCursor)
            signal.emit()  # type: ignore[attr-defined]
