"""The actions of a window, and their menus, made of the table of all that can be done."""

from collections.abc import Callable, Mapping

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from sd3explorer.app.icons import icon
from sd3explorer.app.menus.entry import Entry
from sd3explorer.app.menus.table import table
from sd3explorer.app.texts import without_key


def make_actions(window: QMainWindow, work: Mapping[str, Callable[[], object]]) -> dict[str, QAction]:
    """Makes the actions of a window.

    Args:
        window: Whose actions they are.
        work: What each one does, by its id. An action that is on or off is asked for its state.

    Returns:
        The actions by their ids.
    """
    actions: dict[str, QAction] = {}
    for entry in table():
        action = QAction(entry.text, window)
        action.setObjectName(entry.id)
        action.setCheckable(entry.checkable)
        if entry.icon:
            action.setIcon(icon(entry.icon, window))
            action.setIconVisibleInMenu(False)
        if entry.id in work:
            action.triggered.connect(lambda _=False, do=work[entry.id]: do())
        window.addAction(action)
        actions[entry.id] = action
    return actions


def fill_menus(window: QMainWindow, actions: Mapping[str, QAction]) -> dict[str, QMenu]:
    """Makes the menus of a window, and returns them by their titles."""
    menus: dict[str, QMenu] = {}
    for entry in table():
        if entry.menu not in menus:
            menus[entry.menu] = window.menuBar().addMenu(entry.menu)
        if entry.separated:
            menus[entry.menu].addSeparator()
        menus[entry.menu].addAction(actions[entry.id])
    return menus


def give_keys(actions: Mapping[str, QAction], keys: Callable[[Entry], list[QKeySequence]]) -> None:
    """Gives actions their keys, and tooltips that name them.

    Args:
        actions: By their ids.
        keys: Those of each, the first of which is shown.
    """
    for entry in table():
        action = actions[entry.id]
        action.setShortcuts(keys(entry))
        action.setToolTip(_with_key(entry.tip or without_key(entry.text), action))


def _with_key(tip: str, action: QAction) -> str:
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return f"{tip} ({keys})" if keys else tip
