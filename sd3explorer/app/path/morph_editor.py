"""The editor of a morph: what its keyframes and the ways between them should become."""

from bisect import bisect_left
from dataclasses import replace

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from sd3explorer.app.icons import icon
from sd3explorer.app.path.handle import HANDLE
from sd3explorer.app.path.keyframe_card import KeyframeCard, WayRow
from sd3explorer.app.path.keyframe_list import KeyframeList
from sd3explorer.app.path.path_editor import PathEditor
from sd3explorer.app.path.picture_field import shape_of
from sd3explorer.app.path.prompt_edit import PromptEdit
from sd3explorer.app.path.seed_list import seeds_of
from sd3explorer.presets.tokens import Vocabulary
from sd3explorer.walk.easing import Bezier, Easing
from sd3explorer.walk.editing import keyframe_frames, keyframe_ways
from sd3explorer.walk.limits import MAX_KEYFRAMES
from sd3explorer.walk.lora_editing import vary_along_path, with_keyframe_strength
from sd3explorer.walk.model import ModelFacts
from sd3explorer.walk.paths import Keyframe, Morph
from sd3explorer.walk.paths.path import nearest_frame
from sd3explorer.walk.pictures import KeyframePicture
from sd3explorer.walk.timing import Timing
from sd3explorer.walk.walk import Walk


class MorphEditor(PathEditor):
    """Shows a morph and says what it should become."""

    # The diamonds of its cards stand out at the left.
    INDENT = 0

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._walk = Walk()
        self._facts: ModelFacts | None = None
        self._morph = Morph(())
        self._frames: list[int] = []
        self._index = 0
        self._selected = -1
        self.rows = KeyframeList()
        self.rows.prompt_edited.connect(self._set_prompt)
        self.rows.negative_prompt_edited.connect(self._set_negative_prompt)
        self.rows.dwell_edited.connect(self._set_dwell)
        self.rows.lora_edited.connect(self._set_lora_strength)
        self.rows.seed_edited.connect(self._set_seed)
        self.rows.guidance_edited.connect(self._set_guidance)
        self.rows.seed_asked.connect(self._give_seed)
        self.rows.guidance_asked.connect(self._give_guidance)
        self.rows.picture_edited.connect(self._set_picture)
        self.rows.picture_dropped.connect(self.picture_dropped)
        self.rows.prompt_asked.connect(self._write_prompt)
        self.rows.easing_chosen.connect(self._set_easing)
        self.rows.span_edited.connect(self._set_span)
        self.rows.entered.connect(self._enter)
        self.rows.duplicate.connect(self.duplicate)
        self.rows.remove.connect(self.remove)
        self.rows.moved.connect(self.move_keyframe)
        self.add_button = _AddButton(self.tr("Add prompt"))
        self.add_button.clicked.connect(self.add)
        below = QVBoxLayout()
        below.setContentsMargins(HANDLE // 2, 4, 0, 0)
        below.setSpacing(8)
        below.addWidget(self.add_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.rows)
        layout.addLayout(below)

    @property
    def cards(self) -> list[KeyframeCard]:
        """The cards of the keyframes that are shown, in order."""
        return self.rows.cards

    @property
    def ways(self) -> list[WayRow]:
        """The rows of the ways that begin at these."""
        return self.rows.ways

    def show_path(self, path: Morph, frames: int) -> None:
        """Shows a morph, without knowing that its frames lie elsewhere."""
        self.show_walk(Walk(path=path, timing=Timing(frames)))

    def show_walk(self, walk: Walk) -> None:
        """Shows a walk's morph, and the frames that its keyframes are on."""
        morph, bounds = walk.path, way_bounds(walk)
        assert isinstance(morph, Morph)
        loras = walk.model.loras
        before, self._walk = self._walk, walk
        if morph == self._morph and self._frames == bounds and walk.model == before.model:
            return
        self._morph, self._frames = morph, bounds
        self.rows.show_morph(
            morph,
            MAX_KEYFRAMES,
            bounds,
            way_lengths(walk),
            walk.frame_count - 1,
            loras if vary_along_path(walk) else (),
            shape_of(walk, self._facts),
        )
        self.add_button.setEnabled(len(morph.keyframes) < MAX_KEYFRAMES)
        self._select(self._nearest(self._index))

    def show_place(self, index: int) -> None:
        """Marks the keyframe that the playhead is on or nearest to."""
        self._index = index
        self._select(self._nearest(index))

    def show_vocabulary(self, vocabulary: Vocabulary | None) -> None:
        """Takes what the model reads."""
        self.rows.show_vocabulary(vocabulary)

    def show_facts(self, facts: ModelFacts | None) -> None:
        """Takes what is known of the walk's model."""
        before, self._facts = shape_of(self._walk, self._facts), facts
        if shape_of(self._walk, facts) != before:
            self._frames = []
            self.show_walk(self._walk)

    def focus_prompt(self) -> None:
        """Puts the cursor into the prompt of the keyframe that is marked."""
        self.rows.focus_prompt(max(self._selected, 0))

    def focus_keyframe(self, number: int) -> None:
        """Puts the cursor into the prompt of a keyframe."""
        self.rows.focus_prompt(number)

    def add(self) -> None:
        """Adds an empty keyframe at the end."""
        self._change((*self._morph.keyframes, Keyframe()), self.tr("add prompt"))
        self.rows.focus_prompt(len(self._morph.keyframes) - 1)

    def duplicate(self, number: int) -> None:
        """Adds a copy of a keyframe after it."""
        keyframes = self._morph.keyframes
        copied = (*keyframes[: number + 1], *keyframes[number:])
        self._change(copied, self.tr("duplicate prompt {number}").format(number=number + 1))
        self.rows.focus_prompt(number + 1)

    def remove(self, number: int) -> None:
        """Takes a keyframe out; two stay."""
        keyframes = self._morph.keyframes
        if len(keyframes) > 2:
            rest = keyframes[:number] + keyframes[number + 1 :]
            self._change(rest, self.tr("delete prompt {number}").format(number=number + 1))
            self.rows.focus_prompt(min(number, len(rest) - 1))

    def move_keyframe(self, number: int, place: int) -> None:
        """Moves a keyframe to another place in the list, together with its way to the next."""
        keyframes = list(self._morph.keyframes)
        place = min(max(place, 0), len(keyframes) - 1)
        if place != number:
            keyframes.insert(place, keyframes.pop(number))
            self._change(tuple(keyframes), self.tr("move keyframe"))
            self.rows.focus_prompt(place)
            # Where the cursor was already there, too.
            self._enter(place)

    def _change(self, keyframes: tuple[Keyframe, ...], text: str, merge: str = "") -> None:
        self.edited.emit(replace(self._morph, keyframes=keyframes), text, merge)

    def _set(self, number: int, keyframe: Keyframe, text: str, merge: str = "") -> None:
        keyframes = self._morph.keyframes
        if keyframe != keyframes[number]:
            self._change((*keyframes[:number], keyframe, *keyframes[number + 1 :]), text, merge)

    def _set_prompt(self, number: int, prompt: str) -> None:
        text = self.tr("edit prompt {number}").format(number=number + 1)
        self._set(number, replace(self._morph.keyframes[number], prompt=prompt), text, f"prompt {number + 1}")

    def _set_negative_prompt(self, number: int, prompt: str) -> None:
        keyframe = replace(self._morph.keyframes[number], negative_prompt=prompt)
        text = self.tr("edit what prompt {number} avoids").format(number=number + 1)
        self._set(number, keyframe, text, f"negative prompt {number + 1}")

    def _set_dwell(self, number: int, dwell: int) -> None:
        keyframe = replace(self._morph.keyframes[number], dwell=dwell)
        text = self.tr("hold prompt {number}").format(number=number + 1)
        self._set(number, keyframe, text, f"dwell {number + 1}")

    def _set_lora_strength(self, number: int, place: int, strength: float) -> None:
        path = with_keyframe_strength(self._walk, number, place, strength).path
        if path != self._morph:
            text = self.tr("LoRA strength at prompt {number}").format(number=number + 1)
            self.edited.emit(path, text, f"lora {place + 1} at {number + 1}")

    def _give_seed(self, number: int) -> None:
        # At first the one that it has anyway.
        self._set_seed(number, seeds_of(self._walk.noise)[0])
        self.rows.focus_own(number, guidance=False)

    def _set_seed(self, number: int, seed: int | None) -> None:
        text = self.tr("seed of prompt {number}").format(number=number + 1)
        keyframe = replace(self._morph.keyframes[number], seed=seed)
        self._set(number, keyframe, text, "" if seed is None else f"seed {number + 1}")

    def _give_guidance(self, number: int) -> None:
        scale = self._walk.sampler.filled(self._facts).guidance_scale
        # Until it is known what the model has, there is nothing to begin with.
        if scale is not None:
            self._set_guidance(number, scale)
            self.rows.focus_own(number, guidance=True)

    def _set_guidance(self, number: int, scale: float | None) -> None:
        text = self.tr("guidance at prompt {number}").format(number=number + 1)
        keyframe = replace(self._morph.keyframes[number], guidance_scale=scale)
        self._set(number, keyframe, text, "" if scale is None else f"guidance {number + 1}")

    def _set_picture(self, number: int, picture: KeyframePicture | None, one_of_many: bool) -> None:
        text = self.tr("picture of prompt {number}").format(number=number + 1)
        keyframe = replace(self._morph.keyframes[number], picture=picture)
        self._set(number, keyframe, text, f"picture {number + 1}" if one_of_many else "")

    def _write_prompt(self, number: int) -> None:
        keyframe = replace(self._morph.keyframes[number], mix=None)
        self._set(number, keyframe, self.tr("write prompt {number}").format(number=number + 1))
        self.rows.focus_prompt(number)
        prompt = self.focusWidget()
        if isinstance(prompt, PromptEdit):
            # Those of the nearer keyframe, until one types others.
            prompt.selectAll()

    def _set_easing(self, number: int, easing: Easing | Bezier) -> None:
        self._set(number, replace(self._morph.keyframes[number], easing=easing), self.tr("easing"))

    def _set_span(self, number: int, span: float) -> None:
        keyframe = replace(self._morph.keyframes[number], span=span)
        self._set(number, keyframe, self.tr("change length"), f"span {number + 1}")

    def _nearest(self, index: int) -> int:
        """The keyframe nearest to a frame; of a closed path the end is the first again."""
        after = bisect_left(self._frames, index)
        near = [number for number in (after - 1, after) if 0 <= number < len(self._frames)]
        nearest = min(near, key=lambda number: abs(self._frames[number] - index))
        return nearest % len(self._morph.keyframes)

    def _select(self, number: int) -> None:
        if number != self._selected:
            self._selected = number
            self.rows.select(number)

    def _enter(self, number: int) -> None:
        self._select(number)
        self.keyframe_selected.emit(number)


def way_bounds(walk: Walk) -> list[int]:
    """The frames that the keyframes of a morph are on, or nearest to.

    A closed morph has one more, the frame after the last, where it is back at the first keyframe.
    """
    bounds = keyframe_frames(walk)
    return [*bounds, walk.frame_count] if walk.path.is_closed else bounds


def way_lengths(walk: Walk) -> list[int]:
    """How many frames each way of a morph takes, without those for which its keyframe is held."""
    begins = (nearest_frame(begin, walk.frame_count) for begin, _ in keyframe_ways(walk))
    return [end - begin for begin, end in zip(begins, way_bounds(walk)[1:], strict=True)]


class _AddButton(QPushButton):
    """A dashed place where another card would be."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setIcon(icon("add", self))
        self.setProperty("dashed", True)
