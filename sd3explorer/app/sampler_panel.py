"""How a walk is rendered and played: sampler and timing."""

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from sd3explorer.app.fields import CountBox, NumberBox, add_row, align_labels, leave_wheel, make_form
from sd3explorer.app.guided_steps import GuidedSteps
from sd3explorer.app.icons import icon
from sd3explorer.app.loop_rows import LoopRows
from sd3explorer.app.lora_list import LoraList
from sd3explorer.app.path.kinds import path_kind
from sd3explorer.app.section import Section
from sd3explorer.app.texts import without_key
from sd3explorer.presets.preset import Preset
from sd3explorer.render.messages import auto_batch_size
from sd3explorer.walk.limits import FRAME_RATES, GUIDANCE_SCALES, MAX_FRAMES, NUM_STEPS
from sd3explorer.walk.model import ModelFacts
from sd3explorer.walk.walk import Walk

# Sides of the pictures that are offered, in pixels; more can be typed into a walk file.
SIDES = (64, 96, 128, 192, 256, 384, 512, 640, 768, 832, 896, 1024, 1152, 1216, 1344, 1536)
RATIOS = ((1, 1), (3, 4), (4, 3), (9, 16), (16, 9))

BATCH_SIZES = (1, 2, 4, 8, 16, 32)


class SamplerPanel(QWidget):
    """Steps, guidance, image size and batch; frames, frame rate and ending."""

    edited = Signal(object, str, str)
    batch_size_changed = Signal(object)  # a number, or None for what suits the image size

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._walk = Walk()
        self._facts: ModelFacts | None = None
        self._steps = CountBox(*NUM_STEPS)
        self._guidance = NumberBox(*GUIDANCE_SCALES)
        self._size = _choice()
        # What is offered; behind these comes the walk's own size where it is another one.
        self._sizes: list[tuple[int, int]] = []
        self._batch = _choice()
        self._frames = CountBox(1, MAX_FRAMES)
        self._rate = NumberBox(*FRAME_RATES)
        self._rate.setSuffix(self.tr(" fps"))
        self.loras = LoraList()
        self._presets = self._make_presets_button()
        self._lay_out()
        self._fill()
        self._connect()

    @property
    def batch_size(self) -> int | None:
        """How many frames are to be rendered at once; None for what suits the image size."""
        return self._batch.currentData()

    def offer_presets(self, menu: QMenu) -> None:
        """Has a button beside the heading open a menu of presets."""
        self._presets.setMenu(menu)

    def show_walk(self, walk: Walk) -> None:
        """Shows a walk's sampler and timing."""
        self._walk = walk
        self.loras.show_walk(walk)
        self.loop.show_walk(walk)
        self._show()

    def show_model(self, preset: Preset | None, facts: ModelFacts | None) -> None:
        """Shows what the model takes where the walk says nothing, and which sizes it can make."""
        self._facts = facts
        self.loras.show_model(preset)
        self._offer_sizes([] if preset is None or facts is None else _sizes(preset))
        self._show()

    def _offer_sizes(self, sizes: list[tuple[int, int]]) -> None:
        if sizes == self._sizes:
            # Somebody may be choosing one: the list stays as it is.
            return
        self._sizes = sizes
        with QSignalBlocker(self._size):
            self._size.clear()
            for height, width in sizes:
                self._size.addItem(f"{width} × {height}", (height, width))

    def _show(self) -> None:
        walk, facts = self._walk, self._facts
        sampler = walk.sampler.filled(facts)
        self._steps.show_value(sampler.num_steps)
        self._guidance.show_value(sampler.guidance_scale)
        guided = sampler.guidance_scale is not None and sampler.guidance_scale > 1.0
        steps = facts.schedule.guided_steps(walk.recipe(0, facts)) if facts else []
        self._guided_steps.show_interval(walk.sampler.guidance_interval, guided, steps)
        self._rate.show_value(walk.timing.frame_rate)
        self._frames.show_value(walk.frame_count)
        self._frames.setEnabled(not walk.path.sets_frame_count)
        self._frames.setToolTip(path_kind(walk.path).frames_tip or self._frames_tip)
        size = walk.model.image_size or (facts.image_size if facts else None)
        self._show_size(size)
        automatic = self.tr("Auto ({0})").format(auto_batch_size(size)) if size else self.tr("Auto")
        self._batch.setItemText(0, automatic)

    def _show_size(self, size: tuple[int, int] | None) -> None:
        with QSignalBlocker(self._size):
            last = self._size.count() - 1
            if last >= len(self._sizes) and self._size.itemData(last) != size:
                self._size.removeItem(last)
            self._size.setEnabled(bool(self._sizes))
            if size is None:
                self._size.setCurrentIndex(-1)
                return
            place = next((n for n in range(self._size.count()) if self._size.itemData(n) == size), -1)
            if place < 0:
                self._size.addItem(f"{size[1]} × {size[0]}", size)
                place = self._size.count() - 1
            self._size.setCurrentIndex(place)

    def _make_presets_button(self) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon("bookmark", button))
        button.setProperty("flat", True)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setToolTip(self.tr("Settings presets: steps, guidance, size, timing and export by name"))
        button.setAccessibleName(self.tr("Settings presets"))
        return button

    def _fill(self) -> None:
        self._batch.addItem(self.tr("Auto"), None)
        for size in BATCH_SIZES:
            self._batch.addItem(str(size), size)

    def _connect(self) -> None:
        self.loras.edited.connect(self.edited)
        self.loop.edited.connect(self.edited)
        self._steps.valueChanged.connect(lambda steps: self._edit_sampler(self.tr("steps"), num_steps=steps))
        self._guidance.valueChanged.connect(
            lambda scale: self._edit_sampler(self.tr("guidance"), guidance_scale=scale)
        )
        self._guided_steps.edited.connect(
            lambda interval, name: self._edit_sampler(name, guidance_interval=interval)
        )
        self._frames.valueChanged.connect(lambda frames: self._edit_timing(self.tr("frames"), frames=frames))
        self._rate.valueChanged.connect(
            lambda rate: self._edit_timing(self.tr("frame rate"), frame_rate=rate)
        )
        self._size.activated.connect(lambda _: self._edit_size(self._size.currentData()))
        self._batch.activated.connect(lambda _: self.batch_size_changed.emit(self.batch_size))

    def _edit_sampler(self, name: str, **changes: object) -> None:
        self._edit(replace(self._walk, sampler=replace(self._walk.sampler, **changes)), name)

    def _edit_timing(self, name: str, **changes: object) -> None:
        self._edit(replace(self._walk, timing=replace(self._walk.timing, **changes)), name)

    def _edit_size(self, size: tuple[int, int]) -> None:
        model = replace(self._walk.model, image_size=tuple(size))
        self._edit(replace(self._walk, model=model), self.tr("image size"))

    def _edit(self, walk: Walk, name: str) -> None:
        if walk != self._walk:
            self.edited.emit(walk, self.tr("Change {0}").format(name), name)

    def _lay_out(self) -> None:
        self._frames_tip = self.tr("How many frames the walk has")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 0, 12, 0)
        column.setSpacing(6)
        sampler = self._add_section(column, "sampler", self.tr("SAMPLER"), self._presets)
        self._add_rows(
            sampler,
            [
                (self.tr("&Steps"), self._steps, self.tr("Denoising steps: more are slower and finer")),
                (
                    self.tr("&Guidance"),
                    self._guidance,
                    self.tr("How strictly the picture follows the prompt; 1 or less is twice as fast"),
                ),
            ],
        )
        self._guided_steps = GuidedSteps(sampler, self)
        self._add_rows(
            sampler,
            [
                (self.tr("Image si&ze"), self._size, self.tr("Width × height in pixels")),
                (self.tr("&Batch"), self._batch, self.tr("Frames rendered at once; less needs less memory")),
            ],
        )
        column.addWidget(self.loras)
        column.addSpacing(6)
        timing = self._add_section(column, "timing", self.tr("TIMING"))
        self._add_rows(
            timing,
            [
                (self.tr("Fr&ames"), self._frames, self._frames_tip),
                (self.tr("Frame ra&te"), self._rate, self.tr("Frames per second")),
            ],
        )
        self.loop = LoopRows(timing, self)
        self._forms = (sampler, timing)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        """Aligns its fields, as their labels are as long as the language makes them."""
        super().showEvent(event)
        align_labels(*self._forms)

    def _add_section(
        self, column: QVBoxLayout, name: str, title: str, beside: QWidget | None = None
    ) -> QFormLayout:
        section = Section(name, title, beside, self)
        column.addWidget(section)
        form = make_form()
        section.body.addLayout(form)
        return form

    def _add_rows(self, form: QFormLayout, rows: list[tuple[str, QWidget, str]]) -> None:
        for text, field, tip in rows:
            field.setToolTip(tip)
            add_row(form, text, field)
            field.setAccessibleName(without_key(text))


def _choice() -> QComboBox:
    field = QComboBox()
    leave_wheel(field)
    return field


def _sizes(preset: Preset) -> list[tuple[int, int]]:
    """Heights and widths worth offering: the preset's own, squares, and common proportions of it."""
    step, largest = preset.size_step, preset.largest
    area = preset.image_size[0] * preset.image_size[1]
    sizes = {preset.image_size} | {(side, side) for side in SIDES}
    for tall, wide in RATIOS:
        width = round((area * wide / tall) ** 0.5 / step) * step
        sizes.add((round(area / max(width, 1) / step) * step, width))
    possible = [
        (height, width)
        for height, width in sizes
        if all(not side % step and 0 < side <= largest for side in (height, width))
    ]
    return sorted(possible, key=lambda size: (size[0] != size[1], size[0] * size[1], size))
