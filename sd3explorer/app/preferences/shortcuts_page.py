"""Keys of the menus, each of which can be another one."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QKeySequenceEdit, QLabel, QWidget

from sd3explorer.app.fields import push_button, show_role
from sd3explorer.app.preferences.page import Page, note
from sd3explorer.app.preferences.remembered import Preferences
from sd3explorer.app.shortcut_tree import ShortcutTree
from sd3explorer.app.shortcuts import Shortcut, menu_shortcuts, native, owner_of, usual_key, with_key


class ShortcutsPage(Page):
    """A table of what can be done, and a field for the key of what is selected in it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._action = ""
        # A key that belongs to another action, until somebody says what is to become of it.
        self._wanted = ""
        self.tree = ShortcutTree()
        self.key = QKeySequenceEdit()
        self.key.setMaximumSequenceLength(1)
        self.key.setClearButtonEnabled(True)
        self.key.setAccessibleName(self.tr("Key of the selected action"))
        self.usual = push_button(self.tr("&Usual key"), self._reset, self.tr("The key that it comes with"))
        self.all_usual = push_button(
            self.tr("All &usual keys"), self._reset_all, self.tr("All keys as they come with the app")
        )
        self.take = push_button(self.tr("&Take it"), self._take)
        self._label = QLabel(self.tr("&Key"))
        self._label.setBuddy(self.key)
        self.conflict = note()
        self.conflict.setProperty("role", "warn")
        self._lay_out()
        self.tree.selected.connect(self._select)
        self.tree.activated.connect(self.key.setFocus)
        self.key.editingFinished.connect(self._choose)
        self._select("")

    def show_preferences(self, preferences: Preferences) -> None:
        """Shows preferences."""
        super().show_preferences(preferences)
        self.tree.show_shortcuts(self._shortcuts())
        self.all_usual.setEnabled(bool(preferences.keys))
        self._show_key()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._label)
        row.addWidget(self.key, 1)
        row.addWidget(self.usual)
        row.addWidget(self.all_usual)
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self.conflict, 1)
        below.addWidget(self.take)
        self.column.insertWidget(0, self.tree, 1)
        self.column.insertLayout(1, row)
        self.column.insertLayout(2, below)

    def _shortcuts(self) -> list[Shortcut]:
        return menu_shortcuts(self.shown.keys)

    def _select(self, action: str) -> None:
        self._action = action
        self.key.setEnabled(bool(action))
        self._show_key()

    def _show_key(self) -> None:
        self._show_conflict("", None)
        shown = next((each for each in self._shortcuts() if each.id == self._action), None)
        self.key.blockSignals(True)
        self.key.setKeySequence(_sequence(shown.keys if shown else ""))
        self.key.blockSignals(False)
        self.usual.setEnabled(self._action in self.shown.keys)

    def _choose(self) -> None:
        key = self.key.keySequence().toString(QKeySequence.SequenceFormat.PortableText)
        now = next((each.keys for each in self._shortcuts() if each.id == self._action), None)
        if now is None or key == now:
            self._show_conflict("", None)
            return
        owner = owner_of(key, self.shown.keys, but=self._action) if key else None
        self._show_conflict(key, owner)
        if owner is None:
            self._give(with_key(self.shown.keys, self._action, key))

    def _show_conflict(self, key: str, owner: Shortcut | None) -> None:
        self._wanted = key if owner and owner.id else ""
        self.take.setVisible(bool(self._wanted))
        if owner is None:
            self.conflict.setText(self.tr("Return on a row, then press its new key."))
        elif owner.id:
            text = self.tr("{0} is the key of {1} › {2}, which would lose it.")
            self.conflict.setText(text.format(native(key), owner.group, owner.text))
        else:
            text = self.tr("{0} has a meaning of its own there ({1}: {2}); press another key.")
            self.conflict.setText(text.format(native(key), owner.group, owner.text))
        show_role(self.conflict, "warn" if owner else "dim")

    def _take(self) -> None:
        self._give(with_key(self.shown.keys, self._action, self._wanted))
        self.key.setFocus()

    def _reset(self) -> None:
        rest = {action: key for action, key in self.shown.keys.items() if action != self._action}
        usual = usual_key(self._action)
        owner = owner_of(usual, rest, but=self._action) if usual else None
        if owner is None:
            self._give(rest)
        else:
            self._show_conflict(usual, owner)
        self.key.setFocus()

    def _reset_all(self) -> None:
        self._give({})
        self.key.setFocus()

    def _give(self, keys: Mapping[str, str]) -> None:
        self.edited.emit(replace(self.shown, keys=keys))


def _sequence(key: str) -> QKeySequence:
    return QKeySequence(key, QKeySequence.SequenceFormat.PortableText)
