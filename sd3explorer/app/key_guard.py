"""Keys that a control needs for itself are not taken by the window's shortcuts."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)

_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End)
_ESCAPE = (Qt.Key.Key_Escape,)
_NEEDED: tuple[tuple[type[QWidget], tuple[Qt.Key, ...]], ...] = (
    (QAbstractButton, (Qt.Key.Key_Space,)),
    (QComboBox, (Qt.Key.Key_Space, *_ARROWS)),
    (QTabBar, _ARROWS),
    (QAbstractSlider, _ARROWS),
    (QAbstractItemView, _ARROWS),
    (QLineEdit, _ESCAPE),
    (QPlainTextEdit, _ESCAPE),
    (QAbstractSpinBox, _ESCAPE),
)

# Of editing, on X11 alone: one goes to the end of a line with End everywhere.
_LEFT_TO_SHORTCUTS = (Qt.Key.Key_E,)


class KeyGuard(QObject):
    """Lets Space press a button, arrows move in a tab bar or a slider and Escape leave a field or a dialog.

    All of them are shortcuts too. The other way round, Ctrl+E exports from a field as well.

    A control can say by the property "plainKeys" that it leaves these keys to the window.

    Args:
        application: Its controls are guarded.
    """

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        # Of the control that has the focus alone: Python would be asked about every event of the application.
        application.focusChanged.connect(self._follow)

    def _follow(self, before: QWidget | None, now: QWidget | None) -> None:
        if before is not None:
            before.removeEventFilter(self)
        if now is not None:
            now.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Takes a key for the control that has the focus."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            focus = QApplication.focusWidget()
            if focus is not None and not event.modifiers() and _needs(focus, Qt.Key(event.key())):
                event.accept()
                return True
            control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
            if control and event.key() in _LEFT_TO_SHORTCUTS:
                event.ignore()
                return True
        return False


def _needs(focus: QWidget, key: Qt.Key) -> bool:
    if key in _ESCAPE and isinstance(focus.window(), QDialog):
        return True
    if focus.property("plainKeys"):
        return False
    return any(isinstance(focus, kind) and key in keys for kind, keys in _NEEDED)
