"""A list of what keys do, by group, with a field to search it."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QHeaderView,
    QLabel,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from sd3explorer.app.shortcuts import Shortcut, native

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
ROLE = Qt.ItemDataRole.UserRole


class ShortcutTree(QWidget):
    """Shows what keys do.

    Signals:
        selected: The id of the action whose row is selected; "" where none is.
        activated: Somebody wants to do something with that row.
    """

    selected = Signal(str)
    activated = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._search = QLineEdit(placeholderText=self.tr("Search"), clearButtonEnabled=True)
        self._search.setAccessibleName(self.tr("Search shortcuts"))
        self._search.textChanged.connect(self._show_matching)
        self._tree = self._make_tree()
        self._groups: dict[str, QTreeWidgetItem] = {}
        self._rows: list[tuple[QTreeWidgetItem, QTreeWidgetItem]] = []
        self._nothing = QLabel(self.tr("No shortcut matches."))
        self._nothing.setProperty("role", "dim")
        self._nothing.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget in (self._search, self._nothing, self._tree):
            layout.addWidget(widget)
        self._tree.currentItemChanged.connect(lambda item, _: self.selected.emit(_id_of(item)))
        self._tree.itemActivated.connect(lambda *_: self.activated.emit())

    def show_shortcuts(self, shortcuts: Iterable[Shortcut]) -> None:
        """Shows these; where they are those that are shown already, but for their keys, all else stays."""
        shortcuts = list(shortcuts)
        if [each.text for each in shortcuts] != [row.text(0) for _, row in self._rows]:
            self._tree.clear()
            self._groups, self._rows = {}, []
            for shortcut in shortcuts:
                self._add_row(shortcut)
            self._tree.expandAll()
        for shortcut, (_, row) in zip(shortcuts, self._rows, strict=True):
            row.setText(1, native(shortcut.keys))
        self._show_matching(self._search.text())

    def select(self, action: str) -> None:
        """Selects the row of an action, by its id."""
        for _, row in self._rows:
            if _id_of(row) == action:
                self._tree.setCurrentItem(row)

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

    def _add_row(self, shortcut: Shortcut) -> None:
        if shortcut.group not in self._groups:
            self._groups[shortcut.group] = self._add_group(shortcut.group)
        group = self._groups[shortcut.group]
        row = QTreeWidgetItem(group, [shortcut.text, ""])
        row.setData(0, ROLE, shortcut.id)
        row.setTextAlignment(1, RIGHT)
        self._rows.append((group, row))

    def _add_group(self, name: str) -> QTreeWidgetItem:
        group = QTreeWidgetItem(self._tree, [name])
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


def _id_of(row: QTreeWidgetItem | None) -> str:
    return str(row.data(0, ROLE) or "") if row is not None else ""
