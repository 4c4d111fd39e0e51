"""Where the keyboard goes when the control that had it goes away."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget


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
        QApplication.instance().focusChanged.connect(self._follow)  # type: ignore[union-attr]

    def _follow(self, before: QWidget | None, now: QWidget | None) -> None:
        if before is None or now is None or now is self._home:
            return
        window = self._home.window()
        is_gone = not before.isVisible() or not before.isEnabled()
        if is_gone and before.window() is window and now.window() is window:
            self._home.setFocus(Qt.FocusReason.OtherFocusReason)
