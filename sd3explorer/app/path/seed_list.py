"""The list of the seeds that a noise goes through."""

import secrets
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QToolButton, QVBoxLayout, QWidget

from sd3explorer.app.icons import icon
from sd3explorer.app.path.others_button import OthersButton
from sd3explorer.app.path.seed_field import SHUFFLED, SeedField
from sd3explorer.app.tab_order import put_behind
from sd3explorer.walk.noises import NoisePlan

SEEDS_SHOWN = 3
# More of them would take long to make; the others are a button away.
MOST_ROWS = 12


def seeds_of(noise: NoisePlan) -> list[int]:
    """All seeds of a noise, in their order."""
    return [anchor.seed for anchor in noise.anchors(1)]


class SeedList(QWidget):
    """The seeds of a noise that has several.

    Signals:
        edited: The noise as it should become, the name of the edit, and its merge key.
    """

    edited = Signal(object, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._noise: Any = None
        self._seeds: list[int] = []
        self._first = 0
        self.rows: list[_SeedRow] = []
        inside = QWidget()
        self.earlier = OthersButton(self.tr("{count} earlier seeds"), inside)
        self.later = OthersButton(self.tr("{count} more seeds"), inside)
        self.earlier.clicked.connect(lambda: self._turn_to(max(self._first - MOST_ROWS, 0)))
        self.later.clicked.connect(lambda: self._turn_to(self._first + MOST_ROWS))
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        page = QVBoxLayout(inside)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(4)
        page.addWidget(self.earlier)
        page.addLayout(self._list)
        page.addWidget(self.later)
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setWidget(inside)
        self.add_button = QPushButton(self.tr("Add seed"))
        self.add_button.setIcon(icon("add", self.add_button))
        self.add_button.setProperty("dashed", True)
        self.add_button.clicked.connect(self._add)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.area)
        layout.addWidget(self.add_button)

    def show_noise(self, noise: NoisePlan) -> None:
        """Shows the seeds of a noise."""
        self._noise, self._seeds = noise, seeds_of(noise)
        count, (fewest, most) = len(self._seeds), noise.seed_counts
        self._first = min(self._first, count - 1) if count > MOST_ROWS else 0
        seeds = self._seeds[self._first : self._first + MOST_ROWS]
        while len(self.rows) > len(seeds):
            row = self.rows.pop()
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        while len(self.rows) < len(seeds):
            self._make_row(len(self.rows))
        for number, (row, seed) in enumerate(zip(self.rows, seeds, strict=True), self._first):
            row.show_row(self.tr("Seed {number}").format(number=number + 1), seed)
            row.remove_button.setEnabled(count > fewest)
        self.earlier.show_count(self._first)
        self.later.show_count(count - self._first - len(seeds))
        self.add_button.setEnabled(count < most)
        shown = min(len(self.rows), SEEDS_SHOWN)
        row_height = self.rows[0].sizeHint().height() + self._list.spacing()
        self.area.setFixedHeight(shown * row_height - self._list.spacing())

    def _make_row(self, place: int) -> None:
        row = _SeedRow(lambda: self._remove(self._first + place))
        row.seed_edited.connect(lambda seed: self._set(self._first + place, seed))
        before = self.rows[-1].remove_button if self.rows else self.earlier
        self.rows.append(row)
        self._list.addWidget(row)
        put_behind(before, (row, row.edit, row.shuffle_button, row.remove_button))

    def _turn_to(self, first: int) -> None:
        self._first = first
        self.show_noise(self._noise)
        self.rows[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self.area.verticalScrollBar().setValue(0)

    def _set(self, number: int, seed: int) -> None:
        seeds = [*self._seeds]
        seeds[number] = seed
        self._change(seeds, self.tr("change seed"), f"seed {number + 1}")

    def _add(self) -> None:
        if len(self._seeds) >= self._first + MOST_ROWS:
            # So that the new one comes to the end of the page.
            self._first = len(self._seeds) + 1 - MOST_ROWS
        self._change([*self._seeds, secrets.randbelow(SHUFFLED)], self.tr("add seed"))
        self.area.verticalScrollBar().setValue(self.area.verticalScrollBar().maximum())

    def _remove(self, number: int) -> None:
        if len(self._seeds) > self._noise.seed_counts[0]:
            self._change([*self._seeds[:number], *self._seeds[number + 1 :]], self.tr("remove seed"))

    def _change(self, seeds: list[int], text: str, merge: str = "") -> None:
        self.edited.emit(self._noise.with_seeds(seeds), text, merge)


class _SeedRow(SeedField):
    def __init__(self, remove: Callable[[], None]) -> None:
        super().__init__("")
        self.remove_button = QToolButton()
        self.remove_button.setIcon(icon("remove", self.remove_button))
        self.remove_button.clicked.connect(remove)
        self.row.addWidget(self.remove_button)

    def show_row(self, name: str, seed: int) -> None:
        self.show_name(name)
        self.show_seed(seed)
        tip = self.tr("Remove: {name}").format(name=name)
        self.remove_button.setToolTip(tip)
        self.remove_button.setAccessibleName(tip)
