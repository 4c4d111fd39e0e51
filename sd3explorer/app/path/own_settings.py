"""What a keyframe has of its own beside its prompts: a seed, a weight of guidance."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QToolButton, QWidget

from sd3explorer.app.fields import NumberBox, card_button
from sd3explorer.app.icons import icon
from sd3explorer.app.path.prompt_edit import TEXT_INDENT
from sd3explorer.app.path.seed_field import SeedField
from sd3explorer.walk.limits import GUIDANCE_SCALES
from sd3explorer.walk.mix import Mix
from sd3explorer.walk.paths import Keyframe


class OwnSettings(QWidget):
    """A row for each, with a button that leaves it to the walk again.

    Signals:
        seed_edited: With the new seed; None leaves it to the walk. Qt's own numbers are too small for it.
        guidance_edited: With the new weight of guidance, or None.
    """

    seed_edited = Signal(object)
    guidance_edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.seed = SeedField("")
        self.seed_mix = QLabel(self.tr("between seeds"))
        self.seed_mix.setProperty("role", "dim")
        self.guidance = NumberBox(*GUIDANCE_SCALES, narrow=True)
        self.guidance.setSingleStep(0.5)
        self.guidance.setToolTip(self.tr("How strongly the picture follows its prompt here"))
        self.seed_label = _dim(self.tr("Seed"))
        self.guidance_label = _dim(self.tr("Guidance"))
        self.drop_seed = self._drop_button(self.tr("Leave the seed to the walk"))
        self.drop_guidance = self._drop_button(self.tr("Leave the guidance to the walk"))
        rows = QGridLayout(self)
        rows.setContentsMargins(TEXT_INDENT, 0, 0, 2)
        rows.setHorizontalSpacing(6)
        rows.setVerticalSpacing(2)
        rows.setColumnStretch(1, 1)
        for column, widget in enumerate((self.seed_label, self.seed, self.drop_seed)):
            rows.addWidget(widget, 0, column)
        rows.addWidget(self.seed_mix, 0, 1)
        for column, widget in enumerate((self.guidance_label, self.guidance, self.drop_guidance)):
            rows.addWidget(widget, 1, column)
        self.seed.seed_edited.connect(self.seed_edited)
        self.guidance.valueChanged.connect(lambda scale: self.guidance_edited.emit(scale))
        self.drop_seed.clicked.connect(lambda: self.seed_edited.emit(None))
        self.drop_guidance.clicked.connect(lambda: self.guidance_edited.emit(None))

    def show_keyframe(self, number: int, keyframe: Keyframe) -> None:
        """Shows what a keyframe has.

        Args:
            number: Its place in the list, from 0.
            keyframe: The keyframe.
        """
        seed, scale = keyframe.seed, keyframe.guidance_scale
        is_mix = isinstance(seed, Mix)
        self.seed.show_name(self.tr("Seed of prompt {number}").format(number=number + 1))
        self.guidance.setAccessibleName(self.tr("Guidance at prompt {number}").format(number=number + 1))
        self.seed_mix.setVisible(is_mix)
        self.seed.setVisible(seed is not None and not is_mix)
        if isinstance(seed, int):
            self.seed.show_seed(seed)
        for widget in (self.seed_label, self.drop_seed):
            widget.setVisible(seed is not None)
        for widget in (self.guidance_label, self.guidance, self.drop_guidance):
            widget.setVisible(scale is not None)
        if scale is not None:
            self.guidance.show_value(scale)
        self.setVisible(seed is not None or scale is not None)

    def _drop_button(self, text: str) -> QToolButton:
        button = card_button()
        button.setIcon(icon("close", button))
        button.setProperty("flat", True)
        button.setToolTip(text)
        button.setAccessibleName(text)
        return button


def _dim(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "dim")
    return label
