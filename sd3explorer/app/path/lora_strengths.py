"""How much of each LoRA a keyframe shows: a field for each, on the keyframe's card."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from sd3explorer.app.fields import NumberBox
from sd3explorer.app.path.prompt_edit import TEXT_INDENT
from sd3explorer.walk.limits import LORA_STRENGTHS
from sd3explorer.walk.loras import Lora

STEP = 0.05


class LoraStrengths(QWidget):
    """Shows strengths and says what one should become.

    Signals:
        edited: The LoRA's place in the model's list, from 0, and its new strength.
    """

    edited = Signal(int, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.names: list[QLabel] = []
        self.fields: list[NumberBox] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(TEXT_INDENT, 0, 4, 2)
        self._column.setSpacing(2)

    def show_strengths(self, number: int, loras: Sequence[Lora]) -> None:
        """Shows what a keyframe has.

        Args:
            number: The keyframe, from 0.
            loras: The LoRAs of the model, as strong as they are there.
        """
        while len(self.fields) < len(loras):
            self._make_row(len(self.fields))
        for place, (label, field) in enumerate(zip(self.names, self.fields, strict=True)):
            for widget in (label, field):
                widget.setVisible(place < len(loras))
            if place < len(loras):
                name = Path(loras[place].file).name.removesuffix(".safetensors")
                label.setText(name)
                label.setToolTip(loras[place].file)
                text = self.tr("Strength of {0} at prompt {1}")
                field.setAccessibleName(text.format(name, number + 1))
                field.show_value(loras[place].strength)
        self.setVisible(bool(loras))

    def _make_row(self, place: int) -> None:
        label, field = QLabel(), NumberBox(*LORA_STRENGTHS, narrow=True)
        label.setProperty("role", "dim")
        label.setMinimumWidth(1)
        field.setSingleStep(STEP)
        field.setToolTip(self.tr("How much of this LoRA is shown at this prompt"))
        field.valueChanged.connect(lambda strength: self.edited.emit(place, strength))
        row = QHBoxLayout()
        row.addWidget(label, 1)
        row.addWidget(field)
        self._column.addLayout(row)
        self.names.append(label)
        self.fields.append(field)
