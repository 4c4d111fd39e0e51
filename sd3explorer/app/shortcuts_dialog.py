"""The sheet of all keys, with a field to search it."""

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from sd3explorer.app.texts import translate

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Shortcut(NamedTuple):
    """What a key does.

    Args:
        text: What it does, as the menu says it.
        keys: The key, in Qt's portable words: "Ctrl+Return".
        group: Menu or part of the window that it belongs to.
    """

    text: str
    keys: str
    group: str


def other_shortcuts() -> list[Shortcut]:
    """Keys of the panels, which no menu shows."""
    timeline, path = translate("ShortcutsDialog", "Timeline"), translate("ShortcutsDialog", "Path")
    return [
        Shortcut(
            translate("ShortcutsDialog", "Select frames in the strip (or drag there with Shift)"),
            "Shift+Right",
            timeline,
        ),
        Shortcut(translate("ShortcutsDialog", "Move the keyframe a frame on"), "Alt+Right", timeline),
        Shortcut(translate("ShortcutsDialog", "Move the keyframe a frame back"), "Alt+Left", timeline),
        Shortcut(
            translate("ShortcutsDialog", "Move a handle of the speed curve a little"), "Shift+Up", timeline
        ),
        Shortcut(translate("ShortcutsDialog", "Make the speed curve straight"), "Del", timeline),
        Shortcut(translate("ShortcutsDialog", "Duplicate the prompt"), "Ctrl+D", path),
        Shortcut(translate("ShortcutsDialog", "Move the prompt up"), "Alt+Up", path),
        Shortcut(translate("ShortcutsDialog", "Move the prompt down"), "Alt+Down", path),
    ]


class ShortcutsDialog(QDialog):
    """Shows what every key does, by group.

    Args:
        shortcuts: Those of the menus, as (text, keys, group).
        parent: Qt's parent.
    """

    def __init__(self, shortcuts: Iterable[tuple[str, str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self._search = QLineEdit(placeholderText=self.tr("Search"), clearButtonEnabled=True)
        self._search.setAccessibleName(self.tr("Search shortcuts"))
        self._search.textChanged.connect(self._show_matching)
        self._tree = self._make_tree()
        self._groups: dict[str, QTreeWidgetItem] = {}
        self._rows: list[tuple[QTreeWidgetItem, QTreeWidgetItem]] = []
        self._nothing = QLabel(self.tr("No shortcut has these words."))
        self._nothing.setProperty("role", "dim")
        self._nothing.hide()
        layout = QVBoxLayout(self)
        for widget in (self._search, self._nothing, self._tree):
            layout.addWidget(widget)
        self._fill([*(Shortcut(*each) for each in shortcuts if each[1]), *other_shortcuts()])
        self.resize(460, 560)

    def _make_tree(self) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setRootIsDecorated(False)
        tree.setIndentation(12)
        tree.setUniformRowHeights(True)
        tree.setAccessibleName(self.tr("Keyboard shortcuts"))
        tree.setHeaderLabels([self.tr("Action"), self.tr("Keys")])
        tree.headerItem().setTextAlignment(1, RIGHT)
        tree.header().setStretchLastSection(False)
        tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        tree.setItemsExpandable(False)
        return tree

    def _fill(self, shortcuts: list[Shortcut]) -> None:
        for shortcut in shortcuts:
            if shortcut.group not in self._groups:
                self._groups[shortcut.group] = self._add_group(shortcut.group)
            group = self._groups[shortcut.group]
            keys = QKeySequence(shortcut.keys, QKeySequence.SequenceFormat.PortableText)
            item = QTreeWidgetItem(group, [_plain(shortcut.text), _native(keys)])
            self._rows.append((group, item))
            item.setTextAlignment(1, RIGHT)
        self._tree.expandAll()

    def _add_group(self, name: str) -> QTreeWidgetItem:
        group = QTreeWidgetItem(self._tree, [_plain(name)])
        group.setFlags(Qt.ItemFlag.ItemIsEnabled)
        group.setFirstColumnSpanned(True)
        font = QFont(self.font())
        font.setBold(True)
        group.setFont(0, font)
        return group

    def _show_matching(self, text: str) -> None:
        words = text.casefold().split()
        for group in self._groups.values():
            group.setHidden(True)
        for group, row in self._rows:
            place = f"{group.text(0)} {row.text(0)} {row.text(1)}".casefold()
            matches = all(word in place for word in words)
            row.setHidden(not matches)
            if matches:
                group.setHidden(False)
        self._nothing.setVisible(all(group.isHidden() for group in self._groups.values()))


def _plain(text: str) -> str:
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").removesuffix("…")


def _native(keys: QKeySequence) -> str:
    return keys.toString(QKeySequence.SequenceFormat.NativeText)
