"""The sheet of all keys."""

from collections.abc import Iterable

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from sd3explorer.app.shortcut_tree import ShortcutTree
from sd3explorer.app.shortcuts import Shortcut, panel_shortcuts


class ShortcutsDialog(QDialog):
    """Shows what every key does, by group.

    Args:
        shortcuts: Those of the menus.
        parent: Qt's parent.
    """

    def __init__(self, shortcuts: Iterable[Shortcut], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        tree = ShortcutTree()
        QVBoxLayout(self).addWidget(tree)
        tree.show_shortcuts([*(each for each in shortcuts if each.keys), *panel_shortcuts()])
        self.resize(460, 560)
