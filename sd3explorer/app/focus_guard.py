"""Where the keyboard goes when the control that had it goes away."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid


class FocusGuard(QObject):
    """Gives the keyboard to one place of a window when what had it is hidden or disabled.

    Qt gives it to whatever comes next in the order of the Tab key, where the next key changes something that
    nobody looks at.

    Args:
        home: Where keys mean what the window's shortcuts say.
    """

    def __init__(self, home: QWidget) -> None:
        super().__init__(home)
        self._home = home
        self._watched: QWidget | None = None
        QApplication.instance().focusChanged.connect(self._follow)  # type: ignore[union-attr]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Sees what has the keyboard go, while a dialog stands before the window too."""
        # Of no widget that is being destroyed is anything asked here, nor below.
        if event.type() == QEvent.Type.Hide and not event.spontaneous():
            window = self._home.window()
            if window.isVisible() and watched is window.focusWidget():
                self._go_home()
        return False

    def _follow(self, before: QWidget | None, now: QWidget | None) -> None:
        if now is None or now.window() is not (window := self._home.window()):
            return
        self._watch(now)
        is_disabled = before is not None and before.window() is window and not before.isEnabled()
        if is_disabled and now is not self._home:
            self._go_home()

    def _go_home(self) -> None:
        self._home.setFocus(Qt.FocusReason.OtherFocusReason)

    def _watch(self, widget: QWidget) -> None:
        # That alone: Python would be asked about every event of the others.
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = widget
        widget.installEventFilter(self)
