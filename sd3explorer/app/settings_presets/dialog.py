"""Presets are renamed and deleted here."""

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from sd3explorer.app.fields import push_button
from sd3explorer.app.settings_presets.folder import PresetFolder
from sd3explorer.app.settings_presets.preset import LONGEST_NAME, SettingsPreset
from sd3explorer.walk.error import WalkError


class PresetsDialog(QDialog):
    """A list of the presets; their names can be edited in it. What was deleted last can be put back.

    Args:
        folder: Where they are.
        parent: Qt's parent.
    """

    def __init__(self, folder: PresetFolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Settings presets"))
        self._folder = folder
        self._presets: list[SettingsPreset] = []
        self._deleted: SettingsPreset | None = None
        self.list = QListWidget()
        self.list.setProperty("role", "pages")
        self.list.setAccessibleName(self.tr("Settings presets"))
        self.summary = QLabel(wordWrap=True)
        self.summary.setProperty("role", "dim")
        self.rename = push_button(self.tr("Re&name"), self._edit)
        self.delete = push_button(self.tr("&Delete"), self._delete)
        self.put_back = push_button(self.tr("&Put back"), self._put_back)
        self._lay_out()
        self.list.currentRowChanged.connect(self._show_summary)
        self.list.itemChanged.connect(self._rename)
        QShortcut(QKeySequence.StandardKey.Delete, self.list, self._delete, context=_HERE)
        self._show(0)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.rename, self.delete, self.put_back):
            buttons.addWidget(button)
        buttons.addStretch()
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        close.rejected.connect(self.reject)
        buttons.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.summary)
        layout.addLayout(buttons)
        self.resize(440, 320)

    def _show(self, row: int) -> None:
        self._presets = self._folder.presets()
        with QSignalBlocker(self.list):
            self.list.clear()
            for preset in self._presets:
                item = QListWidgetItem(preset.name)
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
                self.list.addItem(item)
            self.list.setCurrentRow(min(row, len(self._presets) - 1))
        self.put_back.setEnabled(self._deleted is not None)
        self._show_summary()

    def _show_summary(self) -> None:
        preset = self._selected()
        self.summary.setText(preset.summary if preset else "")
        self.rename.setEnabled(preset is not None)
        self.delete.setEnabled(preset is not None)

    def _selected(self) -> SettingsPreset | None:
        row = self.list.currentRow()
        return self._presets[row] if 0 <= row < len(self._presets) else None

    def _edit(self) -> None:
        self.list.editItem(self.list.currentItem())

    def _rename(self, item: QListWidgetItem) -> None:
        row = self.list.row(item)
        preset, name = self._presets[row], item.text().strip()[:LONGEST_NAME]
        problem = ""
        if any(other.name == name for other in self._presets if other != preset):
            problem = self.tr("There is another preset called “{0}”.").format(name)
        elif name and name != preset.name:
            problem = self._change(preset, replace(preset, name=name))
        names = [each.name for each in self._folder.presets()]
        self._show(names.index(name) if name in names and not problem else row)
        if problem:
            self.summary.setText(problem)

    def _change(self, before: SettingsPreset, after: SettingsPreset) -> str:
        try:
            # In this order, so that it is never nowhere.
            self._folder.keep(after)
            self._folder.remove(before.name)
        except WalkError as error:
            return str(error)
        return ""

    def _delete(self) -> None:
        preset, row = self._selected(), self.list.currentRow()
        if preset is None:
            return
        try:
            self._folder.remove(preset.name)
        except WalkError as error:
            self.summary.setText(str(error))
            return
        self._deleted = preset
        self._show(row)

    def _put_back(self) -> None:
        preset, self._deleted = self._deleted, None
        if preset is None:
            return
        try:
            self._folder.keep(preset)
        except WalkError as error:
            self._deleted = preset
            self.summary.setText(str(error))
            return
        self._show(next(row for row, each in enumerate(self._folder.presets()) if each.name == preset.name))


_HERE = Qt.ShortcutContext.WidgetShortcut
