"""The editor of a noise: its kind and its seeds."""

import secrets
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from sd3explorer.app.fields import RowLabel, add_row, leave_wheel, make_form
from sd3explorer.app.icons import icon
from sd3explorer.app.path.noise_kinds import noise_kind, noise_kinds
from sd3explorer.app.path.others_button import OthersButton
from sd3explorer.app.path.seed_field import SHUFFLED, SeedField
from sd3explorer.walk.limits import MAX_SEEDS
from sd3explorer.walk.noises import Fixed, NoisePlan, Travel

SEEDS_SHOWN = 3
# More of them would take long to make; the others are a button away.
MOST_ROWS = 12


class NoiseEditor(QWidget):
    """Shows a noise and says what it should become.

    A lock keeps the seeds from being typed over or shuffled; it isn't part of the walk.

    Signals:
        edited: The noise as it should become, the name of the edit, and its merge key.
    """

    edited = Signal(object, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._noise: NoisePlan = Fixed()
        # What the kinds held that were left.
        self._held: dict[type[NoisePlan], NoisePlan] = {}
        self._prompts_stay = False
        heading = QLabel(self.tr("NOISE"))
        heading.setProperty("role", "heading")
        self.kind = QComboBox()
        self.kind.addItems([kind.label for kind in noise_kinds()])
        self.kind.activated.connect(self._set_kind)
        leave_wheel(self.kind)
        self.explanation = QLabel()
        self.explanation.setProperty("role", "dim")
        self.explanation.setWordWrap(True)
        self.seed = SeedField(self.tr("Seed"))
        self.seed.seed_edited.connect(self._set_seed)
        self.lock = QToolButton()
        self.lock.setCheckable(True)
        self.lock.toggled.connect(self._show_lock)
        self.seeds = SeedList()
        self.seeds.edited.connect(self._set_seeds)
        seed_row = QHBoxLayout()
        seed_row.setSpacing(4)
        seed_row.addWidget(self.seed, 1)
        seed_row.addWidget(self.lock, 0, Qt.AlignmentFlag.AlignRight)
        form = make_form()
        add_row(form, self.tr("Start noise"), self.kind)
        form.addRow(self.explanation)
        self._seed_label = RowLabel()
        self._seed_label.setBuddy(self.seed)
        form.addRow(self._seed_label, seed_row)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(heading)
        layout.addLayout(form)
        layout.addWidget(self.seeds)
        self._show_lock(False)
        self._show(self._noise)

    def show_noise(self, noise: NoisePlan, prompts_stay: bool = False) -> None:
        """Shows a noise.

        Args:
            noise: The noise.
            prompts_stay: Whether all frames have the same prompt, so that only noise can move them.
        """
        if (noise, prompts_stay) != (self._noise, self._prompts_stay):
            self._prompts_stay = prompts_stay
            self._show(noise)

    def shuffle(self) -> None:
        """Draws other seeds, unless they are locked."""
        if self.lock.isChecked():
            return
        if self._noise.has_several_seeds:
            seeds = [secrets.randbelow(SHUFFLED) for _ in _seeds(self._noise)]
            self.edited.emit(self._noise.with_seeds(seeds), self.tr("shuffle seeds"), "")
        else:
            self.seed.shuffle()

    def _show(self, noise: NoisePlan) -> None:
        self._noise = noise
        kind = noise_kind(noise)
        several = noise.has_several_seeds
        self.kind.setCurrentIndex(noise_kinds().index(kind))
        self.explanation.setText(kind.explained(alone=self._prompts_stay))
        self._seed_label.setText(self.tr("Seeds") if several else self.tr("Seed"))
        self.seed.setVisible(not several)
        self.seeds.setVisible(several)
        if isinstance(noise, Travel):
            self.seeds.show_travel(noise)
        else:
            self.seed.show_seed(_seeds(noise)[0])

    def _set_kind(self, choice: int) -> None:
        kind = noise_kinds()[choice].type
        if isinstance(self._noise, kind):
            return
        self._held[type(self._noise)] = self._noise
        first = _seeds(self._noise)[0]
        held = self._held.get(kind)
        # With the seed of now, and those that the kind had beside it.
        noise = (
            held.with_seeds((first, *_seeds(held)[1:]))
            if held is not None
            else kind.of((first, secrets.randbelow(SHUFFLED)))
        )
        self.edited.emit(noise, self.tr("change noise"), "")

    def _set_seed(self, seed: int) -> None:
        if not self._noise.has_several_seeds:
            self.edited.emit(self._noise.with_seeds((seed,)), self.tr("change seed"), "seed")

    def _set_seeds(self, travel: Travel, text: str, merge: str) -> None:
        self.edited.emit(travel, text, merge)

    def _show_lock(self, locked: bool) -> None:
        self.lock.setIcon(icon("lock" if locked else "unlock", self.lock))
        text = self.tr("Unlock the seeds") if locked else self.tr("Lock the seeds: nothing changes them")
        self.lock.setToolTip(text)
        self.lock.setAccessibleName(self.tr("Lock the seeds"))
        self.seed.setEnabled(not locked)
        self.seeds.setEnabled(not locked)


class SeedList(QWidget):
    """The seeds of a travel.

    Signals:
        edited: The travel as it should become, the name of the edit, and its merge key.
    """

    edited = Signal(object, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._travel = Travel(())
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
        self.closed = QCheckBox(self.tr("Lead back to the first seed"))
        self.closed.toggled.connect(self._close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.area)
        layout.addWidget(self.add_button)
        layout.addWidget(self.closed)

    def show_travel(self, travel: Travel) -> None:
        """Shows the seeds."""
        self._travel = travel
        count = len(travel.seeds)
        self._first = min(self._first, count - 1) if count > MOST_ROWS else 0
        seeds = travel.seeds[self._first : self._first + MOST_ROWS]
        while len(self.rows) > len(seeds):
            row = self.rows.pop()
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        while len(self.rows) < len(seeds):
            self._make_row(len(self.rows))
        for number, (row, seed) in enumerate(zip(self.rows, seeds, strict=True), self._first):
            row.show_row(self.tr("Seed {number}").format(number=number + 1), seed)
            row.remove_button.setEnabled(count > 2)
        self.earlier.show_count(self._first)
        self.later.show_count(count - self._first - len(seeds))
        self.add_button.setEnabled(len(travel.seeds) < MAX_SEEDS)
        self.closed.blockSignals(True)
        self.closed.setChecked(travel.closed)
        self.closed.blockSignals(False)
        shown = min(len(self.rows), SEEDS_SHOWN)
        row_height = self.rows[0].sizeHint().height() + self._list.spacing()
        self.area.setFixedHeight(shown * row_height - self._list.spacing())

    def _make_row(self, place: int) -> None:
        row = _SeedRow(lambda: self._remove(self._first + place))
        row.seed_edited.connect(lambda seed: self._set(self._first + place, seed))
        self.rows.append(row)
        self._list.addWidget(row)
        before = self.later.previousInFocusChain() or self
        for field in (row, row.edit, row.shuffle_button, row.remove_button):
            QWidget.setTabOrder(before, field)
            before = field

    def _turn_to(self, first: int) -> None:
        self._first = first
        self.show_travel(self._travel)
        self.rows[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self.area.verticalScrollBar().setValue(0)

    def _set(self, number: int, seed: int) -> None:
        seeds = self._travel.seeds
        self._change(
            (*seeds[:number], seed, *seeds[number + 1 :]), self.tr("change seed"), f"seed {number + 1}"
        )

    def _add(self) -> None:
        if len(self._travel.seeds) >= self._first + MOST_ROWS:
            # So that the new one comes to the end of the page.
            self._first = len(self._travel.seeds) + 1 - MOST_ROWS
        self._change((*self._travel.seeds, secrets.randbelow(SHUFFLED)), self.tr("add seed"))
        self.area.verticalScrollBar().setValue(self.area.verticalScrollBar().maximum())

    def _remove(self, number: int) -> None:
        seeds = self._travel.seeds
        if len(seeds) > 2:
            self._change(seeds[:number] + seeds[number + 1 :], self.tr("remove seed"))

    def _close(self, closed: bool) -> None:
        text = self.tr("lead back to the first seed") if closed else self.tr("end at the last seed")
        self.edited.emit(Travel(self._travel.seeds, closed), text, "")

    def _change(self, seeds: tuple[int, ...], text: str, merge: str = "") -> None:
        self.edited.emit(Travel(seeds, self._travel.closed), text, merge)


def _seeds(noise: NoisePlan) -> list[int]:
    return [anchor.seed for anchor in noise.anchors(1)]


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
