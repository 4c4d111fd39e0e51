"""A handle of a Bézier curve: dragged with the mouse, or moved by keys."""

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from sd3explorer.app import theme

SIZE = 12
RADIUS, RADIUS_UNDER_MOUSE, RADIUS_OF_FOCUS = 3.5, 4.5, 5.2
STEP, FINE_STEP = 0.05, 0.01

NO_MODIFIER = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier

DIRECTIONS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}
REMOVING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class CurveHandle(QWidget):
    """A dot that says where it is taken; the widget it lies on moves it.

    Signals:
        pressed: A drag begins.
        dragged: Where its middle should be, in its parent, and whether nothing is to be snapped to.
        stepped: By how much of the curve it should be further to the right, and higher.
        removed: It should go back to where it lies on a straight line.
    """

    accessible_role = QAccessible.Role.Slider

    pressed = Signal()
    dragged = Signal(QPointF, bool)
    stepped = Signal(float, float)
    removed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._centre = QPointF(SIZE, SIZE) / 2
        self._grabbed: QPointF | None = None
        self.setFixedSize(SIZE, SIZE)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def show_at(self, centre: QPointF) -> None:
        """Brings its middle to a place in its parent."""
        self.move((centre - QPointF(SIZE, SIZE) / 2).toPoint())
        # Widgets are on whole pixels, curves aren't.
        self._centre = centre - QPointF(self.pos())
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        """Begins a drag."""
        if event.button() == Qt.MouseButton.LeftButton:
            # Where it was taken, so that it doesn't jump.
            self._grabbed = event.position() - self._centre
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.pressed.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        """Says where it is taken."""
        if self._grabbed is not None:
            free = bool(event.modifiers() & ALT)
            self.dragged.emit(self.mapToParent(event.position()) - self._grabbed, free)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        """Lets go."""
        self._grabbed = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def event(self, event: QEvent) -> bool:
        """Claims its keys before the window's shortcuts see them."""
        is_asked = event.type() == QEvent.Type.ShortcutOverride
        if is_asked and isinstance(event, QKeyEvent) and (_step_of(event) or _removes(event)):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Moves it, or makes the curve straight."""
        step = _step_of(event)
        if step is not None:
            self.stepped.emit(*step)
        elif _removes(event):
            self.removed.emit()
        else:
            event.ignore()

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802 (Qt's name)
        """Shows that it can be taken."""
        self.update()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 (Qt's name)
        """Shows it as before."""
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 (Qt's name)
        """Stands above the other handle, where both are in one place."""
        super().focusInEvent(event)
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Paints the dot, larger under the mouse, and a ring where it has the keyboard."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shown = theme.colours(self)
        radius = RADIUS_UNDER_MOUSE if self.underMouse() or self._grabbed is not None else RADIUS
        painter.setPen(QPen(shown.window, 1))
        painter.setBrush(shown.text)
        painter.drawEllipse(self._centre, radius, radius)
        if self.hasFocus():
            painter.setPen(QPen(shown.accent, 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(self._centre, RADIUS_OF_FOCUS, RADIUS_OF_FOCUS)


def _step_of(event: QKeyEvent) -> tuple[float, float] | None:
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    direction = DIRECTIONS.get(Qt.Key(event.key()))
    if direction is None or modifiers not in (NO_MODIFIER, SHIFT):
        return None
    step = FINE_STEP if modifiers == SHIFT else STEP
    return direction[0] * step, direction[1] * step


def _removes(event: QKeyEvent) -> bool:
    return event.key() in REMOVING and event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == NO_MODIFIER
