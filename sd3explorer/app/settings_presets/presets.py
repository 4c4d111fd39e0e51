"""The menu of the presets: it applies one, keeps the settings as another, and has them looked after."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QInputDialog, QLineEdit, QMenu, QMessageBox, QWidget

from sd3explorer.app.document.document import Document
from sd3explorer.app.export.panel import ExportPanel
from sd3explorer.app.frames.frames import Frames
from sd3explorer.app.messages import MessageBar
from sd3explorer.app.plain_text import without_mnemonics
from sd3explorer.app.settings_presets.dialog import PresetsDialog
from sd3explorer.app.settings_presets.folder import PresetFolder
from sd3explorer.app.settings_presets.preset import LONGEST_NAME, SettingsPreset
from sd3explorer.presets.preset import PresetError
from sd3explorer.walk.error import WalkError

# What messages are about.
PRESETS = "settings presets"


class Presets(QObject):
    """Settings by name, for the walk that is open and its export.

    Args:
        document: Whose walk they are for.
        frames: What knows its model.
        export: Whose format and options they are for.
        messages: Where it says what went wrong.
        folder: Where they are kept.
        window: Parent of its dialogs.

    Attributes:
        menu: Has all presets, and what can be done with them.
    """

    def __init__(
        self,
        document: Document,
        frames: Frames,
        export: ExportPanel,
        messages: MessageBar,
        folder: Path,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._document = document
        self._frames = frames
        self._export = export
        self._messages = messages
        self._window = window
        self._folder = PresetFolder(folder)
        self.menu = QMenu(self.tr("Settings &presets"), window)
        self.menu.setToolTipsVisible(True)
        self.menu.aboutToShow.connect(self._fill)

    def apply(self, preset: SettingsPreset) -> None:
        """Gives the walk and its export the settings of a preset; the walk's are one step of undo."""
        walk, fits = self._document.walk, self._fits(preset)
        self._document.edit(preset.applied(walk, fits), self.tr("Apply “{0}”").format(preset.name))
        self._export.choose(preset.format, preset.options)
        if not fits:
            text = self.tr("The model can't make pictures of the size of “{0}”, so the size stays.")
            self._messages.show_message(text.format(preset.name), level="info", topic=PRESETS)

    def keep(self, name: str) -> None:
        """Keeps the settings as they are now by a name."""
        name = name.strip()
        if not name:
            return
        preset = self._current(name)
        if any(other.name == name and other != preset for other in self._folder.presets()):
            self._ask_whether_to_replace(preset)
        else:
            self._keep(preset)

    def _fill(self) -> None:
        self.menu.clear()
        presets = self._folder.presets()
        for preset in presets:
            action = self.menu.addAction(without_mnemonics(preset.name))
            action.setToolTip(preset.summary)
            action.setCheckable(True)
            action.setChecked(self._current(preset.name) == preset)
            action.triggered.connect(lambda _=False, preset=preset: self.apply(preset))
        self.menu.addSeparator()
        self.menu.addAction(self.tr("&Keep these settings…"), self._ask_name)
        self.menu.addAction(self.tr("&Rename or delete…"), self._show_dialog).setEnabled(bool(presets))

    def _current(self, name: str) -> SettingsPreset:
        label, options = self._export.chosen
        return SettingsPreset.of(name, self._document.walk, self._frames.facts, label, options)

    def _fits(self, preset: SettingsPreset) -> bool:
        model = self._frames.preset
        if model is None or preset.image_size is None:
            return True
        try:
            model.check_image_size(preset.image_size)
        except PresetError:
            return False
        return True

    def _keep(self, preset: SettingsPreset) -> None:
        try:
            self._folder.keep(preset)
        except WalkError as error:
            self._messages.show_message(str(error), topic=PRESETS)
            return
        text = self.tr("Kept as “{0}”: {1}").format(preset.name, preset.summary)
        self._messages.show_message(text, level="news", topic=PRESETS)

    def _ask_name(self) -> None:
        dialog = QInputDialog(self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self.tr("Keep settings"))
        dialog.setLabelText(self.tr("Name for steps, guidance, size, timing and export:"))
        for line in dialog.findChildren(QLineEdit):
            line.setMaxLength(LONGEST_NAME)
        dialog.textValueSelected.connect(self.keep)
        dialog.open()

    def _ask_whether_to_replace(self, preset: SettingsPreset) -> None:
        box = QMessageBox(self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setText(self.tr("Replace “{0}”?").format(preset.name))
        box.setInformativeText(self.tr("There is a preset of this name, with other settings."))
        replace = box.addButton(self.tr("&Replace"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        replace.clicked.connect(lambda: self._keep(preset))
        box.open()

    def _show_dialog(self) -> None:
        dialog = PresetsDialog(self._folder, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
