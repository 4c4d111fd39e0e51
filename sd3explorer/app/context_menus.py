"""Menus of what is under the pointer or has the keyboard: the window's actions that make sense there."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMenu, QWidget

# By their ids; None is a line.
FRAME = (
    "make_keyframe",
    "star",
    "explore",
    None,
    "copy_frame",
    "save_frame",
    "render_selection",
    None,
    "loop_from",
    "loop_to",
    "loop_all",
)
PICTURE = ("star", "make_keyframe", "explore", "onion", "difference", "smooth", "full_screen")
KEYFRAME = ("edit_prompt", "explore", "star", None)

KEY = "Shift+F10"


def popup_menu(
    parent: QWidget,
    actions: Mapping[str, QAction],
    names: Sequence[str | None],
    place: QPoint,
    more: Sequence[QAction] = (),
) -> QMenu:
    """Shows a menu, which goes with its use.

    Args:
        parent: The widget that it is of.
        actions: The window's, by their ids.
        names: Which of them it has; None is a line.
        place: Where, on the screen.
        more: What it has below them.
    """
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setToolTipsVisible(True)
    add_to_menu(menu, actions, names)
    menu.addActions(list(more))
    menu.popup(place)
    return menu


def add_to_menu(menu: QMenu, actions: Mapping[str, QAction], names: Sequence[str | None]) -> None:
    """Adds actions to a menu.

    Args:
        menu: The menu.
        actions: The window's, by their ids.
        names: Which of them; None is a line.
    """
    for name in names:
        if name is None:
            menu.addSeparator()
        else:
            menu.addAction(actions[name])


class MenuKey(QObject):
    """Has Shift+F10 open the menu of what has the keyboard: not all keyboards have a key for menus.

    Args:
        window: The window; its dialogs are served too.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        shortcut = QShortcut(QKeySequence(KEY), window)
        shortcut.setContext(Qt.ShortcutContext.ApplicationShortcut)
        shortcut.activated.connect(self._open)

    def _open(self) -> None:
        focus = QApplication.focusWidget()
        if focus is not None:
            place = focus.rect().center()
            event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, focus.mapToGlobal(place))
            QApplication.sendEvent(focus, event)
