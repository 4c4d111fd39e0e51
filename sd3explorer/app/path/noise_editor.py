"""The editor of a noise: its kind and its seeds."""

import secrets

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from sd3explorer.app.fields import RowLabel, add_row, leave_wheel, make_form
from sd3explorer.app.icons import icon
from sd3explorer.app.path.noise_kinds import noise_kind, noise_kinds
from sd3explorer.app.path.seed_field import SHUFFLED, SeedField
from sd3explorer.app.path.seed_list import SeedList, seeds_of
from sd3explorer.app.section import Section
from sd3explorer.walk.noises import Fixed, NoisePlan


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
        # What the kinds held that were left, until `forget` is called.
        self._held: dict[type[NoisePlan], NoisePlan] = {}
        self._about_prompts = False, False
        section = Section("noise", self.tr("NOISE"), parent=self)
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
        self.seeds.edited.connect(self.edited)
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
        layout.addWidget(section)
        section.body.addLayout(form)
        section.body.addWidget(self.seeds)
        self._show_lock(False)
        self._show(self._noise)

    def show_noise(
        self, noise: NoisePlan, prompts_stay: bool = False, prompts_have_seeds: bool = False
    ) -> None:
        """Shows a noise.

        Args:
            noise: The noise.
            prompts_stay: Whether all frames have the same prompt, so that only noise can move them.
            prompts_have_seeds: Whether some prompts have a seed of their own.
        """
        about_prompts = prompts_stay, prompts_have_seeds
        if (noise, about_prompts) != (self._noise, self._about_prompts):
            self._about_prompts = about_prompts
            self._show(noise)

    def forget(self) -> None:
        """Another document begins, to which nothing belongs that other kinds of noise held."""
        self._held.clear()

    def shuffle(self) -> None:
        """Draws other seeds, unless they are locked."""
        if self.lock.isChecked():
            return
        if self._noise.has_several_seeds:
            seeds = [secrets.randbelow(SHUFFLED) for _ in seeds_of(self._noise)]
            self.edited.emit(self._noise.with_seeds(seeds), self.tr("shuffle seeds"), "")
        else:
            self.seed.shuffle()

    def _show(self, noise: NoisePlan) -> None:
        self._noise = noise
        kind = noise_kind(noise)
        several = noise.has_several_seeds
        self.kind.setCurrentIndex(noise_kinds().index(kind))
        prompts_stay, prompts_have_seeds = self._about_prompts
        text = self.tr("For prompts without a seed of their own; from seed to seed in step with the prompts")
        self.explanation.setText(text if prompts_have_seeds else kind.explained(alone=prompts_stay))
        self._seed_label.setText(self.tr("Seeds") if several else self.tr("Seed"))
        self.seed.setVisible(not several)
        self.seeds.setVisible(several)
        if several:
            self.seeds.show_noise(noise)
        else:
            self.seed.show_seed(seeds_of(noise)[0])

    def _set_kind(self, choice: int) -> None:
        kind = noise_kinds()[choice].type
        if isinstance(self._noise, kind):
            return
        self._held[type(self._noise)] = self._noise
        first = seeds_of(self._noise)[0]
        held = self._held.get(kind)
        # With the seed of now, and those that the kind had beside it.
        noise = (
            held.with_seeds((first, *seeds_of(held)[1:]))
            if held is not None
            else kind.of((first, secrets.randbelow(SHUFFLED)))
        )
        self.edited.emit(noise, self.tr("change noise"), "")

    def _set_seed(self, seed: int) -> None:
        if not self._noise.has_several_seeds:
            self.edited.emit(self._noise.with_seeds((seed,)), self.tr("change seed"), "seed")

    def _show_lock(self, locked: bool) -> None:
        self.lock.setIcon(icon("lock" if locked else "unlock", self.lock))
        text = self.tr("Unlock the seeds") if locked else self.tr("Lock the seeds: nothing changes them")
        self.lock.setToolTip(text)
        self.lock.setAccessibleName(self.tr("Lock the seeds"))
        self.seed.setEnabled(not locked)
        self.seeds.setEnabled(not locked)
