"""The LoRAs of the model: a row for each, with its strength; and whether they vary along the path."""

from pathlib import Path

from PySide6.QtCore import QSettings, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from sd3explorer.app.disk import folder_there
from sd3explorer.app.fields import NumberBox, leave_wheel
from sd3explorer.app.icons import icon
from sd3explorer.presets.loras.file import LoraFile
from sd3explorer.presets.preset import Preset
from sd3explorer.walk.limits import LORA_STRENGTHS, MAX_LORAS
from sd3explorer.walk.lora_editing import (
    vary_along_path,
    with_lora_strength,
    with_varying_loras,
    without_lora,
)
from sd3explorer.walk.loras import Lora
from sd3explorer.walk.paths import Morph
from sd3explorer.walk.walk import Walk

# Steps of the slider between two whole strengths.
FINENESS = 20
FOLDER = "loras/folder"


class LoraList(QWidget):
    """Shows the LoRAs of a walk's model and says what the walk should become.

    Signals:
        edited: The walk as it should become, the name of the edit, and its merge key.
        chosen: A file that somebody wants to add.
    """

    edited = Signal(object, str, str)
    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._walk = Walk()
        self._files: tuple[LoraFile, ...] = ()
        self.rows: list[LoraRow] = []
        self.heading = QLabel(self.tr("LORAS"))
        self.heading.setProperty("role", "heading")
        self.add_button = QPushButton(self.tr("Add LoRA…"))
        self.add_button.setIcon(icon("add", self.add_button))
        self.add_button.setProperty("flat", True)
        self.add_button.setToolTip(self.tr("Add a small change to the model; or drop its file on the window"))
        self.add_button.clicked.connect(self._choose)
        self.varies = QCheckBox(self.tr("Vary along the path"))
        self.varies.setToolTip(
            self.tr("Each prompt has its own strengths, and frames go from one to the next")
        )
        self.varies.toggled.connect(self._vary)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 12, 0, 0)
        self._column.setSpacing(6)
        for widget in (self.heading, self.varies, self.add_button):
            self._column.addWidget(widget)
        self.show_walk(self._walk)

    def show_walk(self, walk: Walk) -> None:
        """Shows the LoRAs of a walk's model."""
        self._walk = walk
        while len(self.rows) > len(walk.model.loras):
            row = self.rows.pop()
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        while len(self.rows) < len(walk.model.loras):
            self._make_row(len(self.rows))
        self._show_rows()
        self.heading.setVisible(bool(self.rows))
        self.varies.setVisible(bool(self.rows) and isinstance(walk.path, Morph))
        with QSignalBlocker(self.varies):
            self.varies.setChecked(vary_along_path(walk))
        self.add_button.setEnabled(len(self.rows) < MAX_LORAS)

    def show_model(self, preset: Preset | None) -> None:
        """Shows how much of them the model has; of a model that isn't known, nothing."""
        self._files = preset.loras if preset is not None else ()
        self._show_rows()

    def _show_rows(self) -> None:
        loras = self._walk.model.loras
        # Those that are known may be of the walk before an edit.
        known = {lora.file.name: lora for lora in self._files}
        varies = vary_along_path(self._walk)
        for number, (row, lora) in enumerate(zip(self.rows, loras, strict=True)):
            row.show_lora(number, lora, known.get(Path(lora.file).name), varies)

    def _make_row(self, number: int) -> None:
        row = LoraRow(self)
        row.strength_edited.connect(lambda strength: self._set_strength(number, strength))
        row.remove.clicked.connect(lambda: self._remove(number))
        self._column.insertWidget(1 + number, row)
        QWidget.setTabOrder(self.rows[-1].remove if self.rows else self.heading, row.slider)
        self.rows.append(row)

    def _set_strength(self, number: int, strength: float) -> None:
        walk = with_lora_strength(self._walk, number, strength)
        if walk != self._walk:
            self.edited.emit(walk, self.tr("Change LoRA strength"), f"lora {number + 1}")

    def _remove(self, number: int) -> None:
        self.edited.emit(without_lora(self._walk, number), self.tr("Remove LoRA"), "")

    def _vary(self, vary: bool) -> None:
        text = self.tr("Vary LoRAs along the path") if vary else self.tr("Keep LoRAs along the path")
        self.edited.emit(with_varying_loras(self._walk, vary), text, "")

    def _choose(self) -> None:
        folder = folder_there(QSettings().value(FOLDER))
        title, kinds = self.tr("Choose the file of a LoRA"), self.tr("LoRAs (*.safetensors)")
        dialog = QFileDialog(self, title, folder, kinds)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._take)
        dialog.open()

    def _take(self, name: str) -> None:
        QSettings().setValue(FOLDER, str(Path(name).parent))
        self.chosen.emit(Path(name))


class LoraRow(QWidget):
    """A LoRA's name, how much of it the model has, and its strength.

    Signals:
        strength_edited: With the new strength.
    """

    strength_edited = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = QLabel()
        self.name.setTextFormat(Qt.TextFormat.PlainText)
        self.name.setMinimumWidth(1)
        self.remove = QToolButton()
        self.remove.setIcon(icon("remove", self.remove))
        self.remove.setProperty("flat", True)
        self.note = QLabel()
        self.note.setProperty("role", "dim")
        low, high = LORA_STRENGTHS
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(int(low * FINENESS), int(high * FINENESS))
        self.slider.setPageStep(FINENESS // 4)
        leave_wheel(self.slider)
        self.strength = NumberBox(low, high)
        self.strength.setSingleStep(1 / FINENESS)
        self.strength.setFixedWidth(64)
        self.slider.valueChanged.connect(lambda place: self.strength_edited.emit(place / FINENESS))
        self.strength.valueChanged.connect(self.strength_edited)
        self._lay_out()

    def show_lora(self, number: int, lora: Lora, file: LoraFile | None, varies: bool) -> None:
        """Shows a LoRA.

        Args:
            number: Its place in the list, from 0.
            lora: The LoRA.
            file: What is known of its file, where that was found to fit the model.
            varies: Whether keyframes have strengths of their own, so that this one counts for none.
        """
        name = Path(lora.file).name.removesuffix(".safetensors")
        self.name.setText(name)
        self.name.setToolTip(lora.file)
        self.note.setText(self._matched(file))
        self.note.setVisible(file is not None)
        with QSignalBlocker(self.slider):
            self.slider.setValue(round(lora.strength * FINENESS))
        self.strength.show_value(lora.strength)
        tip = self.tr("How much of this LoRA: 0 is none, and below 0 it does the opposite")
        for field in (self.slider, self.strength):
            field.setAccessibleName(self.tr("Strength of LoRA {0}: {1}").format(number + 1, name))
            field.setToolTip(tip)
            field.setVisible(not varies)
        remove = self.tr("Remove LoRA {0}: {1}").format(number + 1, name)
        self.remove.setAccessibleName(remove)
        self.remove.setToolTip(remove)

    def _matched(self, file: LoraFile | None) -> str:
        if file is None:
            return ""
        if file.matched == file.modules:
            return self.tr("changes {0} modules").format(file.modules)
        return self.tr("{0} of {1} modules are in this model").format(file.matched, file.modules)

    def _lay_out(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self.name, 1)
        first.addWidget(self.remove)
        second.addWidget(self.slider, 1)
        second.addWidget(self.strength)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(first)
        column.addWidget(self.note)
        column.addLayout(second)
