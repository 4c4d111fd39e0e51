"""The editor of a grid: its four prompts, its rows and columns."""

from dataclasses import replace

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from sd3explorer.app.fields import CountBox, add_row, make_form
from sd3explorer.app.path.path_editor import PathEditor
from sd3explorer.app.path.prompt_card import PromptCard
from sd3explorer.app.path.prompt_edit import CHARACTERS_AT_ONCE
from sd3explorer.presets.tokens import Vocabulary
from sd3explorer.walk.limits import MAX_FRAMES
from sd3explorer.walk.paths import Grid, Prompts


class GridEditor(PathEditor):
    """Shows a grid and says what it should become."""

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
        # Prompts and negative prompts that are shown by now.
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

    def show_path(self, path: Grid, frames: int) -> None:
        """Shows a grid."""
        self._grid = grid = path
        self._filled = 0
        self._fill()
        # Wide first: a number may not be shown under a maximum that is about to change.
        for box, value in ((self.rows, grid.rows), (self.columns, grid.columns)):
            box.setMaximum(MAX_FRAMES)
            box.show_value(value)
        self.rows.setMaximum(max(1, MAX_FRAMES // grid.columns))
        self.columns.setMaximum(max(1, MAX_FRAMES // grid.rows))

    def show_vocabulary(self, vocabulary: Vocabulary | None) -> None:
        """Takes what the model reads."""
        self._vocabulary = vocabulary
        self._filled = 0
        self._fill()

    def focus_prompt(self) -> None:
        """Puts the cursor into the first prompt."""
        self.corners[0].fields.focus_prompt()

    def _fill(self) -> None:
        """Fills the corners, long texts one by one, so that the window needn't wait."""
        characters = 0
        while self._filled < 2 * len(self.corners) and characters < CHARACTERS_AT_ONCE:
            number, negative = divmod(self._filled, 2)
            prompts = self._grid.corners[number]
            characters += self.corners[number].fill(prompts, self._vocabulary, bool(negative))
            self._filled += 1
        if self._filled < 2 * len(self.corners):
            self._fill_more.start()

    def _set_corner(self, number: int, prompts: Prompts, negative: bool) -> None:
        if 2 * number + negative >= self._filled:
            # It still shows other prompts.
            return
        corners = list(self._grid.corners)
        # The card may still show what another corner avoids.
        corners[number] = (
            replace(corners[number], negative_prompt=prompts.negative_prompt)
            if negative
            else replace(corners[number], prompt=prompts.prompt)
        )
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
