"""The editor of a wander: its prompt, its step size and its direction."""

from dataclasses import replace

from PySide6.QtWidgets import QComboBox, QWidget

from sd3explorer.app.fields import NumberBox, add_row, leave_wheel, make_form
from sd3explorer.app.path.prompt_card import OnePromptEditor
from sd3explorer.app.path.seed_field import SeedField
from sd3explorer.walk.fields import DEFAULT_SEED
from sd3explorer.walk.paths import Wander
from sd3explorer.walk.paths.wander import STEP_SIZES
from sd3explorer.walk.recipe import Ones, RandomDirection


class WanderEditor(OnePromptEditor):
    """Shows a wander and says what it should become."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.step_size = NumberBox(*STEP_SIZES)
        self.step_size.setStepType(NumberBox.StepType.AdaptiveDecimalStepType)
        self.step_size.setToolTip(
            self.tr("How far each number of the embedding moves from one frame to the next")
        )
        self.step_size.valueChanged.connect(self._set_step_size)
        self.direction = QComboBox()
        self.direction.addItems([self.tr("All alike"), self.tr("Random")])
        self.direction.setToolTip(
            self.tr("All alike: every number of the embedding grows by the same. Random: each its own way.")
        )
        leave_wheel(self.direction)
        self.direction.activated.connect(self._set_direction)
        self.seed = SeedField(self.tr("Seed of the direction"))
        self.seed.seed_edited.connect(self._set_seed)
        form = make_form()
        add_row(form, self.tr("Step size"), self.step_size)
        add_row(form, self.tr("Direction"), self.direction)
        self._seed_label = add_row(form, self.tr("Direction seed"), self.seed)
        self._column.addLayout(form)

    def show_path(self, path: Wander, frames: int) -> None:
        """Shows a wander."""
        super().show_path(path, frames)
        self.step_size.show_value(path.step_size)
        random = isinstance(path.direction, RandomDirection)
        self.direction.setCurrentIndex(int(random))
        self.seed.setVisible(random)
        self._seed_label.setVisible(random)
        if isinstance(path.direction, RandomDirection):
            self.seed.show_seed(path.direction.seed)

    def _set_step_size(self, step_size: float) -> None:
        self.edited.emit(replace(self._path, step_size=step_size), self.tr("change step size"), "step size")

    def _set_direction(self, choice: int) -> None:
        random = bool(choice)
        if random != isinstance(self._path.direction, RandomDirection):
            direction = RandomDirection(DEFAULT_SEED) if random else Ones()
            self.edited.emit(replace(self._path, direction=direction), self.tr("change direction"), "")

    def _set_seed(self, seed: int) -> None:
        wander = replace(self._path, direction=RandomDirection(seed))
        self.edited.emit(wander, self.tr("change direction"), "direction seed")
