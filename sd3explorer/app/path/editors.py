"""The editors of the three paths with a fixed number of prompts: grid, wander, hold."""

from dataclasses import replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QVBoxLayout, QWidget

from sd3explorer.app.fields import CountBox, NumberBox, add_row, lead_to_field, leave_wheel, make_form
from sd3explorer.app.path.prompt_edit import CHARACTERS_AT_ONCE
from sd3explorer.app.path.prompts_field import PromptsField
from sd3explorer.app.path.seed_field import SeedField
from sd3explorer.presets.tokens import Vocabulary
from sd3explorer.walk.file import MAX_FRAMES
from sd3explorer.walk.paths import Grid, Hold, Prompts, Wander
from sd3explorer.walk.recipe import Ones, RandomDirection

FURTHEST_STEP = 1000.0


class PromptCard(QFrame):
    """A prompt and what it avoids, on a card.

    Args:
        name: What the prompt is called.

    Signals:
        edited: The prompts as they should become, and whether the negative one was edited.
    """

    edited = Signal(object, bool)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._prompts = Prompts()
        self._content: tuple[object, ...] = ()
        self.setProperty("role", "card")
        self.fields = PromptsField(name)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 6, 4, 4)
        layout.addWidget(self.fields)
        layout.addStretch(1)
        lead_to_field(self, self.fields)
        self.fields.prompt_edited.connect(self._set_prompt)
        self.fields.negative_prompt_edited.connect(self._set_negative_prompt)

    def show_prompts(self, prompts: Prompts) -> None:
        """Shows the two prompts."""
        self._prompts = prompts
        self.fields.show_prompts(prompts.prompt, prompts.negative_prompt)

    def fill(self, prompts: Prompts, vocabulary: Vocabulary | None) -> int:
        """Shows the two prompts, and says how many characters are new to it."""
        self.fields.show_vocabulary(vocabulary)
        self.show_prompts(prompts)
        before, self._content = self._content, (prompts, vocabulary)
        return 0 if before == self._content else len(prompts.prompt) + len(prompts.negative_prompt)

    def _set_prompt(self, prompt: str) -> None:
        self.edited.emit(replace(self._prompts, prompt=prompt), False)

    def _set_negative_prompt(self, prompt: str) -> None:
        self.edited.emit(replace(self._prompts, negative_prompt=prompt), True)


class GridEditor(QWidget):
    """Shows a grid and says what it should become.

    Signals:
        edited: The grid as it should become, the name of the edit, and its merge key.
    """

    edited = Signal(object, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = Grid((Prompts(), Prompts(), Prompts(), Prompts()))
        names = (
            self.tr("Top left"),
            self.tr("Top right"),
            self.tr("Bottom left"),
            self.tr("Bottom right"),
        )
        self.corners = [PromptCard(name) for name in names]
        square = QGridLayout()
        square.setSpacing(6)
        self._vocabulary: Vocabulary | None = None
        self._filled = 0
        self._fill_more = QTimer(self, singleShot=True, interval=0)
        self._fill_more.timeout.connect(self._fill)
        for number, corner in enumerate(self.corners):
            corner.fields.prompt.edit.setPlaceholderText(names[number])
            corner.edited.connect(
                lambda prompts, negative, number=number: self._set_corner(number, prompts, negative)
            )
            square.addWidget(corner, number // 2, number % 2)
            square.setColumnStretch(number % 2, 1)
        self.rows = CountBox(1, MAX_FRAMES)
        self.rows.setToolTip(self.tr("Rows of pictures, from the top prompts to the bottom ones"))
        self.columns = CountBox(1, MAX_FRAMES)
        self.columns.setToolTip(self.tr("Columns of pictures, from the left prompts to the right ones"))
        self.rows.valueChanged.connect(self._set_rows)
        self.columns.valueChanged.connect(self._set_columns)
        form = make_form()
        add_row(form, self.tr("Rows"), self.rows)
        add_row(form, self.tr("Columns"), self.columns)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addLayout(square)
        layout.addLayout(form)

    def show_path(self, grid: Grid, frames: int) -> None:
        """Shows a grid."""
        self._grid = grid
        self._filled = 0
        self._fill()
        # Wide first: a number may not be shown under a maximum that is about to change.
        for box, value in ((self.rows, grid.rows), (self.columns, grid.columns)):
            box.setMaximum(MAX_FRAMES)
            box.show_value(value)
        self.rows.setMaximum(max(1, MAX_FRAMES // grid.columns))
        self.columns.setMaximum(max(1, MAX_FRAMES // grid.rows))

    def show_place(self, index: int) -> None:
        """A grid's prompts are its corners, wherever the playhead is."""

    def show_vocabulary(self, vocabulary: Vocabulary | None) -> None:
        """Takes what the model reads."""
        self._vocabulary = vocabulary
        self._filled = 0
        self._fill()

    def focus_prompt(self) -> None:
        """Puts the cursor into the first prompt."""
        self.corners[0].fields.focus_prompt()

    def _fill(self) -> None:
        """Fills the corners, those with long texts one by one, so that the window needn't wait."""
        characters = 0
        while self._filled < len(self.corners) and characters < CHARACTERS_AT_ONCE:
            prompts = self._grid.corners[self._filled]
            characters += self.corners[self._filled].fill(prompts, self._vocabulary)
            self._filled += 1
        if self._filled < len(self.corners):
            self._fill_more.start()

    def _set_corner(self, number: int, prompts: Prompts, negative: bool) -> None:
        if number >= self._filled:
            # It still shows other prompts.
            return
        corners = list(self._grid.corners)
        corners[number] = prompts
        top_left, top_right, bottom_left, bottom_right = corners
        grid = replace(self._grid, corners=(top_left, top_right, bottom_left, bottom_right))
        name = self.corners[number].fields.prompt.edit.accessibleName().lower()
        if negative:
            text = self.tr("edit what the {corner} prompt avoids").format(corner=name)
        else:
            text = self.tr("edit {corner} prompt").format(corner=name)
        self.edited.emit(grid, text, f"{'negative ' if negative else ''}corner {number + 1}")

    def _set_rows(self, rows: int) -> None:
        self.edited.emit(replace(self._grid, rows=rows), self.tr("change rows"), "rows")

    def _set_columns(self, columns: int) -> None:
        self.edited.emit(replace(self._grid, columns=columns), self.tr("change columns"), "columns")


class _OnePromptEditor(QWidget):
    """What the editors of a path with one prompt share; `_with_prompt` is the path with another one.

    Signals:
        edited: The path as it should become, the name of the edit, and its merge key.
    """

    edited = Signal(object, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.prompt = PromptCard(self.tr("Prompt"))
        self.prompt.edited.connect(self._set_prompt)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self._column.addWidget(self.prompt)

    def show_place(self, index: int) -> None:
        """There is one prompt, wherever the playhead is."""

    def show_vocabulary(self, vocabulary: Vocabulary | None) -> None:
        """Takes what the model reads."""
        self.prompt.fields.show_vocabulary(vocabulary)

    def focus_prompt(self) -> None:
        """Puts the cursor into the prompt."""
        self.prompt.fields.focus_prompt()

    def _with_prompt(self, prompts: Prompts) -> Wander | Hold:
        raise NotImplementedError

    def _set_prompt(self, prompts: Prompts, negative: bool) -> None:
        text = self.tr("edit what the prompt avoids") if negative else self.tr("edit prompt")
        self.edited.emit(self._with_prompt(prompts), text, "negative prompt" if negative else "prompt")


class WanderEditor(_OnePromptEditor):
    """Shows a wander and says what it should become."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wander = Wander(Prompts())
        self.step_size = NumberBox(-FURTHEST_STEP, FURTHEST_STEP)
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

    def show_path(self, wander: Wander, frames: int) -> None:
        """Shows a wander."""
        self._wander = wander
        self.prompt.show_prompts(wander.prompt)
        self.step_size.show_value(wander.step_size)
        random = isinstance(wander.direction, RandomDirection)
        self.direction.setCurrentIndex(int(random))
        self.seed.setVisible(random)
        self._seed_label.setVisible(random)
        if isinstance(wander.direction, RandomDirection):
            self.seed.show_seed(wander.direction.seed)

    def _with_prompt(self, prompts: Prompts) -> Wander:
        return replace(self._wander, prompt=prompts)

    def _set_step_size(self, step_size: float) -> None:
        self.edited.emit(replace(self._wander, step_size=step_size), self.tr("change step size"), "step size")

    def _set_direction(self, choice: int) -> None:
        random = bool(choice)
        if random != isinstance(self._wander.direction, RandomDirection):
            direction = RandomDirection(42) if random else Ones()
            self.edited.emit(replace(self._wander, direction=direction), self.tr("change direction"), "")

    def _set_seed(self, seed: int) -> None:
        wander = replace(self._wander, direction=RandomDirection(seed))
        self.edited.emit(wander, self.tr("change direction"), "direction seed")


class HoldEditor(_OnePromptEditor):
    """Shows a hold and says what it should become."""

    def show_path(self, hold: Hold, frames: int) -> None:
        """Shows a hold."""
        self.prompt.show_prompts(hold.prompt)

    def _with_prompt(self, prompts: Prompts) -> Hold:
        return Hold(prompts)
