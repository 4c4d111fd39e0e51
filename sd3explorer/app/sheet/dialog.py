"""The sheet's window: what is varied, the pictures, and what becomes of them."""

import errno
import os
import secrets
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QImage, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from sd3explorer.app.fields import leave_wheel, push_button
from sd3explorer.app.frames.frames import Frames
from sd3explorer.app.message_text import as_sentence
from sd3explorer.app.playhead import Playhead
from sd3explorer.app.rendering.render_control import RenderControl
from sd3explorer.app.rendering.render_thread import RenderThread
from sd3explorer.app.screen import resize_within_screen
from sd3explorer.app.sheet.feed import SheetFeed
from sd3explorer.app.sheet.plan import Cell, Plan, Vary, choices, drawn
from sd3explorer.app.sheet.view import SheetView, Shown
from sd3explorer.export import title_stem
from sd3explorer.render.store import FrameStore
from sd3explorer.walk.editing import keyframe_frames
from sd3explorer.walk.files import replacing
from sd3explorer.walk.model import ModelFacts
from sd3explorer.walk.paths import Morph
from sd3explorer.walk.variations import Subject
from sd3explorer.walk.walk import Walk

FIRST_SIZE = QSize(760, 820)
SIDES = (3, 4, 5, 6, 8)
FIRST_SIDE = 4
# After an edit, and before a cell is refined that the pointer came to.
MILLISECONDS_AFTER_EDIT, MILLISECONDS_OF_CALM = 350, 250
# In hundredths.
RADII, FIRST_RADIUS = (5, 100), 30
# A saved sheet is never larger than this, in pixels.
MOST_SAVED = 8192


class SheetDialog(QDialog):
    """Shows variations of what is under the playhead, and takes the one that is clicked.

    Args:
        frames: The walk and its frames.
        playhead: Which frame is looked at.
        control: What renders.
        thread: What reports pictures.
        store: Where they are kept.
        parent: Qt's owner.

    Signals:
        edited: The walk as it should become, the name of the edit, and its merge key.
        failed: Something couldn't be saved; why, in a sentence.
    """

    edited = Signal(object, str, str)
    failed = Signal(str)

    def __init__(
        self,
        frames: Frames,
        playhead: Playhead,
        control: RenderControl,
        thread: RenderThread,
        store: FrameStore,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Explore"))
        self._frames, self._playhead = frames, playhead
        self._walk = Walk()
        self._cells: list[Cell] = []
        self._pinned: list[Cell] = []
        self._others: list[int] = []
        # And which LoRA, where that is varied.
        self._vary, self._lora = Vary.SEEDS, 0
        self._feed = SheetFeed(control, thread, store, self)
        self._feed.changed.connect(self._show_cell)
        self._looked_at: int | None = None
        # Whether it shows another walk than the one of now, or what is known of another model.
        self._is_stale = False
        self._facts: ModelFacts | None = None
        self._soon = QTimer(self, singleShot=True, interval=MILLISECONDS_AFTER_EDIT)
        self._soon.timeout.connect(self._look_again)
        self._calm = QTimer(self, singleShot=True, interval=MILLISECONDS_OF_CALM)
        self._calm.timeout.connect(lambda: self._feed.refine(self._looked_at))
        self._make_widgets()
        self._lay_out()
        resize_within_screen(self, FIRST_SIZE)
        frames.reset.connect(self._look_again)

    def show_walk(self, walk: Walk) -> None:
        """Shows variations of another walk, while it is open."""
        before, self._walk = self._walk, walk
        if self.isVisible() and walk != before:
            if _shape(walk) != _shape(before):
                # What is shown may be of a keyframe or a LoRA that is gone.
                self._forget()
            self._show_subjects()
            self._show_choices()
            self._is_stale = True
            self._soon.start()

    def shut_down(self) -> None:
        """Closes it and ends its threads. For when the app ends."""
        self.hide()
        self._rest()
        self._feed.close()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        """Begins with what is under the playhead."""
        super().showEvent(event)
        if not event.spontaneous():
            before = self.subject.currentData()
            self._show_subjects(self._nearest())
            if self.subject.currentData() != before:
                self._pinned, self._others = [], []
            self._show_choices()
            # What was drawn for it comes back: somebody may still be choosing.
            self._plan()
            self.view.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 (Qt's name)
        """Ends its rendering."""
        self._rest()
        super().closeEvent(event)

    def reject(self) -> None:
        """Closes it by Escape."""
        self._rest()
        super().reject()

    def _forget(self) -> None:
        self._cells, self._pinned = [], []
        self._feed.show([])
        self.view.show_cells([], self.side.currentData(), 1.0)

    def _rest(self) -> None:
        """Renders nothing more of it."""
        self._soon.stop()
        self._calm.stop()
        self._feed.show([])

    def _look_at(self, number: int | None) -> None:
        # Whoever crosses the sheet with the pointer doesn't look at every cell.
        self._looked_at = number
        self._calm.start()

    def _make_widgets(self) -> None:
        self.vary = self._combo(self.tr("What is varied"), self._choose)
        self.subject = self._combo(self.tr("Of what"), lambda _: self._begin())
        self.side = self._combo(self.tr("How many"), lambda _: self._draw())
        for side in SIDES:
            self.side.addItem(f"{side} × {side}", side)
        self.side.setCurrentIndex(SIDES.index(FIRST_SIDE))
        self.radius = QSlider(Qt.Orientation.Horizontal)
        self.radius.setRange(*RADII)
        self.radius.setValue(FIRST_RADIUS)
        self.radius.setAccessibleName(self.tr("How far from the present seed"))
        self.radius.setToolTip(self.tr("How far from the present seed: left is nearly the same picture"))
        self.radius.sliderReleased.connect(self._plan)
        self.radius.actionTriggered.connect(lambda _: self._plan_unless_dragged())
        self.radius_label = QLabel(self.tr("Radius"))
        self.view = SheetView()
        self.view.looked_at.connect(self._look_at)
        self.view.taken.connect(self.take)
        self.view.pin_asked.connect(self.pin)
        self.view.more_asked.connect(self.more_like)
        self.hint = QLabel(wordWrap=True)
        self.hint.setProperty("role", "dim")
        self.more = push_button(self.tr("&More like this"), self._more)
        self.shuffle = push_button(self.tr("Other &seeds"), self._draw)
        self.shuffle.setToolTip(self.tr("New pictures for all that are not pinned"))
        self.again = push_button(self.tr("&Try again"), self._feed.try_again)
        self.again.hide()
        self.save = push_button(self.tr("Sa&ve sheet…"), self._save)
        self.save.setToolTip(self.tr("All pictures with their captions, as one"))

    def _lay_out(self) -> None:
        above, below = QHBoxLayout(), QHBoxLayout()
        for widget in (self.vary, self.subject, self.side, self.radius_label):
            above.addWidget(widget)
        above.addWidget(self.radius, 1)
        above.addStretch()
        for widget in (self.shuffle, self.more, self.again):
            below.addWidget(widget)
        below.addStretch()
        below.addWidget(self.save)
        layout = QVBoxLayout(self)
        layout.addLayout(above)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.hint)
        layout.addLayout(below)

    def take(self, number: int) -> None:
        """Makes the walk what a cell shows."""
        if number >= len(self._cells):
            return
        cell = self._cells[number]
        walk = cell.variation.change(self._walk)
        self.view.show_chosen(number)
        if walk != self._walk:
            # The sheet stays as it is: what was chosen is one of its cells.
            self._walk = walk
            self.edited.emit(walk, self.tr("Take {0}").format(cell.variation.caption), "")

    def pin(self, number: int) -> None:
        """Keeps a cell when others come, or no longer."""
        cell = self._cells[number]
        if cell in self._pinned:
            self._pinned.remove(cell)
        else:
            self._pinned.append(cell)
        self._show_cell(number)

    def more_like(self, number: int) -> None:
        """Takes a cell, and shows seeds near to its own."""
        if number >= len(self._cells):
            return
        cell = self._cells[number]
        if Vary.NEAR not in choices(self._walk, cell.subject):
            return
        self.take(number)
        self._vary, self._lora = Vary.NEAR, 0
        self._show_choices()
        self._draw()

    def _more(self) -> None:
        chosen = self.view.chosen
        self.more_like(self.view.current if chosen is None else chosen)
        self.view.setFocus()

    def _combo(self, name: str, chosen: object) -> QComboBox:
        combo = QComboBox()
        combo.setAccessibleName(name)
        combo.activated.connect(chosen)
        leave_wheel(combo)
        return combo

    def _nearest(self) -> int | None:
        """The keyframe under the playhead, or nearest to it; None where there is none."""
        frames = keyframe_frames(self._frames.placed_walk)
        index = self._playhead.index
        return min(range(len(frames)), key=lambda number: abs(frames[number] - index), default=None)

    def _show_subjects(self, chosen: int | None = None) -> None:
        before = self.subject.currentData() if chosen is None else chosen
        self.subject.clear()
        if isinstance(self._walk.path, Morph):
            for number in range(len(self._walk.path.keyframes)):
                self.subject.addItem(self.tr("of prompt {0}").format(number + 1), number)
        self.subject.addItem(self.tr("of all the walk"), -1)
        place = self.subject.findData(-1 if before is None else before)
        self.subject.setCurrentIndex(max(place, 0))

    def _show_choices(self) -> None:
        names = {
            Vary.SEEDS: self.tr("Other seeds"),
            Vary.NEAR: self.tr("Seeds near this one"),
            Vary.STEPS: self.tr("Steps × seeds"),
            Vary.GUIDANCE: self.tr("Guidance × seeds"),
            Vary.LORA: self.tr("LoRA × seeds"),
            Vary.PICTURE: self.tr("Picture × seeds"),
            Vary.AVOID: self.tr("What to avoid × seeds"),
            Vary.PROMPTS: self.tr("Prompts × seeds"),
        }
        self.vary.clear()
        for vary in choices(self._walk, self._subject()):
            if vary is Vary.LORA:
                for place, lora in enumerate(self._walk.model.loras):
                    self.vary.addItem(self.tr("{0} × seeds").format(Path(lora.file).stem[:24]), (vary, place))
            else:
                self.vary.addItem(names[vary], (vary, 0))
        every = [self.vary.itemData(place) for place in range(self.vary.count())]
        chosen = self._vary, self._lora
        self.vary.setCurrentIndex(every.index(chosen) if chosen in every else 0)
        self._vary, self._lora = self.vary.currentData()
        is_near = self._vary is Vary.NEAR
        self.radius.setVisible(is_near)
        self.radius_label.setVisible(is_near)

    def _subject(self) -> Subject:
        number = self.subject.currentData()
        index = min(self._playhead.index, self._walk.frame_count - 1)
        return Subject(index, None if number is None or number < 0 else number)

    def _plan_of_now(self) -> Plan:
        side, radius = self.side.currentData(), self.radius.value() / 100
        return Plan(self._vary, self._subject(), side, radius, self._lora)

    def _choose(self, _: int) -> None:
        self._vary, self._lora = self.vary.currentData()
        self._show_choices()
        self._draw()

    def _begin(self) -> None:
        self._show_choices()
        self._draw()

    def _draw(self) -> None:
        """Draws other seeds."""
        self._others = drawn(self._plan_of_now().seed_count, secrets.randbelow)
        self._plan()

    def _plan_unless_dragged(self) -> None:
        if not self.radius.isSliderDown():
            self._plan()

    def _look_again(self) -> None:
        is_known = self._frames.walk.model == self._walk.model
        if self.isVisible() and is_known and (self._is_stale or self._frames.facts != self._facts):
            self._plan()

    def _plan(self) -> None:
        """Shows what is asked for now."""
        facts, plan = self._frames.facts, self._plan_of_now()
        self._facts, self._is_stale = facts, False
        if facts is None:
            self._cells = []
            self._feed.show([])
            self.view.show_reason(as_sentence(self._frames.absence))
            self._show_hint()
            return
        if len(self._others) != plan.seed_count:
            self._others = drawn(plan.seed_count, secrets.randbelow)
        cells = plan.cells(self._walk, facts, self._others)
        self._cells = self._with_pinned(cells)
        placed = self._frames.placed_walk
        recipes = [
            cell.subject.recipe(cell.variation.change(self._walk), facts, placed) for cell in self._cells
        ]
        self._feed.show(recipes, plan.in_full)
        height, width = self._walk.image_size(facts)
        shown = [self._shown(number) for number in range(len(self._cells))]
        self.view.show_cells(shown, plan.columns, width / height)
        self.view.show_chosen(self._number_of_now())
        self._show_hint()

    def _number_of_now(self) -> int | None:
        """The first cell that shows what the walk is."""
        found = (
            number
            for number, cell in enumerate(self._cells)
            if cell.variation.change(self._walk) == self._walk
        )
        return next(found, None)

    def _with_pinned(self, cells: list[Cell]) -> list[Cell]:
        """The cells, with those that are pinned in the place of the last ones."""
        if self._vary not in (Vary.SEEDS, Vary.NEAR):
            return cells
        seeds = [each.seed for each in cells]
        alike = (cell for cell in self._pinned if cell.subject == cells[0].subject)
        pinned = [cell for cell in alike if cell.seed not in seeds]
        return [*cells[:1], *pinned, *cells[1:]][: len(cells)]

    def _shown(self, number: int) -> Shown:
        cell = self._cells[number]
        return Shown(
            cell.variation.caption,
            self._feed.image(number),
            self._feed.is_draft(number),
            cell in self._pinned,
            self._feed.failure(number),
        )

    def _show_cell(self, number: int) -> None:
        if number < len(self._cells):
            self.view.show_cell(number, self._shown(number))
            self._show_hint()

    def _show_hint(self) -> None:
        self.hint.setText(self._hint() if self._cells else "")
        self.again.setVisible(bool(self._feed.failures))
        self.more.setEnabled(bool(self._cells) and Vary.NEAR in choices(self._walk, self._subject()))
        self.shuffle.setEnabled(bool(self._cells))
        self.save.setEnabled(self._feed.done > 0)

    def _hint(self) -> str:
        done, count, failures = self._feed.done, len(self._cells), self._feed.failures
        if failures:
            text = self.tr("{0} of {1} pictures can't be rendered: {2}")
            return text.format(len(failures), count, failures[0])
        text = self.tr("A click takes a picture · its corner pins it (P) · the one you look at is refined")
        if done < count:
            text = self.tr("{0} of {1} pictures").format(done, count) + " · " + text
        return text

    def _save(self) -> None:
        assert self._facts is not None, "a sheet without a model has nothing to save"
        stem = title_stem(self.tr("{0} sheet").format(self._walk.title).strip())
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save sheet"), f"{stem}.png", self.tr("PNG pictures (*.png)")
        )
        if not name:
            return
        file = Path(name if Path(name).suffix else f"{name}.png")
        _, width = self._walk.image_size(self._facts)
        picture = self.view.picture(min(width, MOST_SAVED // self.side.currentData()))
        if not _write(picture, file):
            text = self.tr("{0} can't be written; choose another folder, and a name that ends in .png")
            self.failed.emit(text.format(file))


def _write(picture: QImage, file: Path) -> bool:
    """Writes a picture, whole or not at all; says whether that went well."""
    try:
        with replacing(file) as temporary:
            if not picture.save(str(temporary)):
                raise OSError(errno.EIO, os.strerror(errno.EIO), str(file))
    except OSError:
        return False
    return True


def _shape(walk: Walk) -> tuple[object, ...]:
    """What has to be the same for a variation of one walk to be one of another."""
    return type(walk.path), len(walk.path.prompts), len(walk.model.loras)
