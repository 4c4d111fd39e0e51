"""The morph: a path through keyframes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from itertools import accumulate
from typing import TypeAlias

from sd3explorer.walk.easing import Bezier, Easing, easing_field, read_easing
from sd3explorer.walk.error import WalkError
from sd3explorer.walk.fields import Document, Fields, seed, seed_field
from sd3explorer.walk.limits import GUIDANCE_SCALES, MAX_DWELL, MAX_KEYFRAMES, MAX_SPAN, MIN_SPAN
from sd3explorer.walk.loras import between, read_strengths
from sd3explorer.walk.mix import (
    Mix,
    Mixed,
    changed,
    changed_mix,
    contents_of,
    expression_of,
    mix_document,
    mixed,
    read_mix,
)
from sd3explorer.walk.paths.prompts import EmbeddingPair, Prompts
from sd3explorer.walk.paths.through_keyframes import ThroughKeyframes
from sd3explorer.walk.pictures import (
    KeyframePicture,
    changed_picture,
    noise_of,
    picture_document,
    pull_of,
    read_picture,
)
from sd3explorer.walk.recipe import Gaussian, Noise, Picture, Pull
from sd3explorer.walk.tempo import Tempo, whole_numbers

# By the strengths of the model, for each LoRA whether its own strength varies.
_Varying: TypeAlias = tuple[tuple[float, ...], tuple[bool, ...]]


@dataclass(frozen=True, slots=True)
class Keyframe:
    """A prompt pinned to a place on a morph.

    Args:
        prompt: What the picture shows here.
        negative_prompt: What to lead away from here.
        span: Length of the way to the next keyframe, relative to the other spans.
        easing: How that way is shared out over its frames.
        dwell: For how many more frames it shows, before that way begins.
        lora_strengths: How much it shows of each LoRA of the walk's model; none leaves that to the model.
        mix: What it shows instead of its prompts, where it was pinned between others.
        seed: Whose noise it starts from; None is the noise that the walk has there.
        guidance_scale: Weight of guidance; None is the sampler's.
        picture: What it shows of a picture; None is none.
    """

    prompt: str = ""
    negative_prompt: str = ""
    span: float = 1.0
    easing: Easing | Bezier = Easing.LINEAR
    dwell: int = 0
    lora_strengths: tuple[float, ...] = ()
    mix: Mix[Prompts] | None = None
    seed: Mixed[int | None] = None
    guidance_scale: float | None = None
    picture: Mixed[KeyframePicture | None] = None

    @property
    def prompts(self) -> Prompts:
        """Its prompts, in words."""
        return Prompts(self.prompt, self.negative_prompt)

    @property
    def content(self) -> Mixed[Prompts]:
        """What is pinned."""
        return self.mix or Prompts(self.prompt, self.negative_prompt, self.lora_strengths)

    @property
    def embeddings(self) -> EmbeddingPair:
        """The embeddings of what is pinned."""
        return _embeddings(self.content, lambda prompts: prompts.embeddings)

    def with_prompts(self, change: Callable[[Prompts], Prompts]) -> "Keyframe":
        """The same keyframe with other prompts, those that it mixes among them."""
        prompts = change(self.prompts)
        words = {"prompt": prompts.prompt, "negative_prompt": prompts.negative_prompt}
        return replace(self, **words, mix=changed_mix(self.mix, change))

    @classmethod
    def read(cls, value: object, name: str) -> "Keyframe":
        """The keyframe in an object of a walk file.

        Args:
            value: The object.
            name: Its path in the document.

        Raises:
            WalkError: A field is impossible.
        """
        fields = Fields(value, name)
        strengths = "lora_strengths"
        keyframe = cls(
            prompt=fields.text("prompt", ""),
            negative_prompt=fields.text("negative_prompt", ""),
            span=fields.number("span", MIN_SPAN, MAX_SPAN, 1.0),
            easing=read_easing(fields.take("easing"), fields.path("easing"))
            if fields.has("easing")
            else Easing.LINEAR,
            dwell=fields.integer("dwell", 0, MAX_DWELL, 0),
            lora_strengths=read_strengths(fields.items(strengths), fields.path(strengths))
            if fields.has(strengths)
            else (),
            mix=_read_mix(fields.take("mix"), fields.path("mix")) if fields.has("mix") else None,
            seed=read_mix(fields.take("seed"), fields.path("seed"), _read_seed)
            if fields.has("seed")
            else None,
            guidance_scale=fields.number("guidance_scale", *GUIDANCE_SCALES)
            if fields.has("guidance_scale")
            else None,
            picture=read_mix(fields.take("picture"), fields.path("picture"), read_picture)
            if fields.has("picture")
            else None,
        )
        fields.finish()
        return keyframe

    def document(self) -> Document:
        """Its object in a walk file; `read` gives the equal keyframe back."""
        document: Document = {
            "prompt": self.prompt,
            "negative_prompt": self.negative_prompt,
            "span": self.span,
            "easing": easing_field(self.easing),
        }
        if self.dwell:
            document["dwell"] = self.dwell
        if self.lora_strengths:
            document["lora_strengths"] = list(self.lora_strengths)
        if self.mix is not None:
            document["mix"] = mix_document(self.mix, Prompts.document)
        if self.seed is not None:
            document["seed"] = mix_document(self.seed, _seed_document)
        if self.guidance_scale is not None:
            document["guidance_scale"] = self.guidance_scale
        if self.picture is not None:
            document["picture"] = mix_document(self.picture, picture_document)
        return document


@dataclass(frozen=True, slots=True)
class Morph(ThroughKeyframes[Keyframe]):
    """A path through two or more keyframes.

    Args:
        keyframes: In the order they are met.
        closed: Whether the path leads back from the last keyframe to the first.
    """

    keyframes: tuple[Keyframe, ...]
    closed: bool = False
    # Where each way ends, in a unit in which all are whole numbers.
    _ends: tuple[int, ...] = field(init=False, repr=False, compare=False)
    _tempo: Tempo | None = field(init=False, repr=False, compare=False)
    # Whether a keyframe says how much it shows of LoRAs; and by the strengths of the model, which vary.
    _has_strengths: bool = field(init=False, repr=False, compare=False)
    _has_seeds: bool = field(init=False, repr=False, compare=False)
    _has_guidance: bool = field(init=False, repr=False, compare=False)
    _has_pictures: bool = field(init=False, repr=False, compare=False)
    _varying: "_Varying | None" = field(init=False, repr=False, compare=False)

    kind = "morph"

    def __post_init__(self) -> None:
        ends = accumulate(whole_numbers(beat.weight for beat in self.beats()))
        object.__setattr__(self, "_ends", tuple(ends))
        object.__setattr__(self, "_tempo", None)
        object.__setattr__(self, "_has_strengths", any(each.lora_strengths for each in self.keyframes))
        object.__setattr__(self, "_varying", None)
        object.__setattr__(self, "_has_seeds", any(each.seed is not None for each in self.keyframes))
        guided = any(each.guidance_scale is not None for each in self.keyframes)
        object.__setattr__(self, "_has_guidance", guided)
        object.__setattr__(self, "_has_pictures", any(each.picture is not None for each in self.keyframes))

    @classmethod
    def read(cls, fields: Fields) -> "Morph":
        """The morph in the fields of a walk file."""
        keyframes, name = fields.items("keyframes"), fields.path("keyframes")
        if not 2 <= len(keyframes) <= MAX_KEYFRAMES:
            raise WalkError(f"{name}: a morph needs 2 to {MAX_KEYFRAMES} keyframes, not {len(keyframes)}")
        return cls(
            tuple(Keyframe.read(item, f"{name}[{number}]") for number, item in enumerate(keyframes)),
            closed=fields.flag("closed", False),
        )

    def contents(self) -> Document:
        """Its fields in a walk file."""
        return {"closed": self.closed, "keyframes": [keyframe.document() for keyframe in self.keyframes]}

    @classmethod
    def of(cls, prompts: Sequence[Prompts]) -> "Morph":
        """A morph through these prompts; of one alone, from it to itself."""
        prompts = prompts if len(prompts) > 1 else [*prompts, *prompts]
        return cls(tuple(Keyframe(each.prompt, each.negative_prompt) for each in prompts))

    @property
    def prompts(self) -> tuple[Prompts, ...]:
        """Those of its keyframes."""
        return tuple(keyframe.prompts for keyframe in self.keyframes)

    def places(self, frames: int) -> Sequence[Fraction]:
        """Where each keyframe is first met, by spans and dwells."""
        return self.tempo(frames).arrivals[: len(self.keyframes)]

    def starts(self) -> list[Fraction]:
        """The place of each keyframe as a share of the whole path, by the spans; exact."""
        starts = (0, *self._ends)[: len(self.keyframes)]
        return [Fraction(start, self._ends[-1]) for start in starts]

    def embeddings(self, place: int | Fraction, frames: int) -> EmbeddingPair:
        """The embeddings of a place, in frames from the first one."""
        return self.mixed(place, frames, lambda prompts: prompts.embeddings)

    def mixed(
        self, place: int | Fraction, frames: int, embed: Callable[[Prompts], EmbeddingPair]
    ) -> EmbeddingPair:
        """The embeddings of a place, of prompts that have others than they say.

        Args:
            place: In frames from the first one.
            frames: Number of frames.
            embed: The embeddings of prompts at a keyframe.
        """
        return _embeddings(self.content_at(place, frames), embed)

    def content_at(self, place: int | Fraction, frames: int) -> Mixed[Prompts]:
        """What a place shows: a keyframe's content, or what lies between two of them."""
        here, following, t = self._way(place, frames)
        return mixed(here.content, following.content, t)

    def seed_at(self, place: int | Fraction, frames: int) -> Mixed[int | None]:
        """Whose noise a place starts from: seeds, or None for the noise that the walk has there."""
        if not self._has_seeds:
            return None
        here, following, t = self._way(place, frames)
        return mixed(here.seed, following.seed, t)

    def noise(self, place: int | Fraction, frames: int, own: Noise) -> Noise:
        """The noise of a place: from seed to seed, and from picture to picture, in step with the prompts."""
        noise = own
        if self._has_seeds:
            noise = expression_of(
                self.seed_at(place, frames), lambda each: own if each is None else Gaussian(each)
            )
        return noise_of(self.picture_at(place, frames), noise) if self._has_pictures else noise

    def picture_at(self, place: int | Fraction, frames: int) -> Mixed[KeyframePicture | None]:
        """What a place shows of pictures."""
        if not self._has_pictures:
            return None
        here, following, t = self._way(place, frames)
        return mixed(here.picture, following.picture, t)

    def pull(self, place: int | Fraction, frames: int) -> Pull | None:
        """How a place is led along a picture: less and less, up to half-way to the next keyframe."""
        return pull_of(self.picture_at(place, frames)) if self._has_pictures else None

    @property
    def pictures(self) -> tuple[Picture, ...]:
        """Those of its keyframes, and in their mixes."""
        if not self._has_pictures:
            return ()
        each = (part for keyframe in self.keyframes for part in contents_of(keyframe.picture))
        return tuple(dict.fromkeys(part.picture for part in each if part is not None))

    def with_pictures(self, change: Callable[[Picture], Picture]) -> "Morph":
        """The same path with other pictures, in mixes as well."""
        if not self._has_pictures:
            return self
        keyframes = (
            replace(each, picture=changed(each.picture, lambda picture: changed_picture(picture, change)))
            for each in self.keyframes
        )
        return replace(self, keyframes=tuple(keyframes))

    def guidance_scale(self, place: int | Fraction, frames: int, own: float) -> float:
        """The weight of guidance at a place: on the way between keyframes, in proportion."""
        scale = self.own_guidance_scale(place, frames, own)
        return own if scale is None else scale

    def own_guidance_scale(self, place: int | Fraction, frames: int, own: float | None) -> float | None:
        """The same, where it may be open what the sampler says; None where that decides."""
        if not self._has_guidance:
            return None
        here, following, t = self._way(place, frames)
        start, end = (
            own if each.guidance_scale is None else each.guidance_scale for each in (here, following)
        )
        return None if start is None or end is None else between((start,), (end,), float(t))[0]

    @property
    def has_seeds(self) -> bool:
        """Whether some keyframes have a seed of their own."""
        return self._has_seeds

    @property
    def varies_guidance(self) -> bool:
        """Whether a keyframe has a weight of guidance of its own."""
        return self._has_guidance

    def lora_strengths(self, place: int | Fraction, frames: int, own: tuple[float, ...]) -> tuple[float, ...]:
        """How much of each LoRA a place shows: on the way between keyframes, in proportion."""
        if not self._has_strengths:
            return own
        here, following, t = self._way(place, frames)
        return between(here.lora_strengths or own, following.lora_strengths or own, float(t))

    def varying_loras(self, own: tuple[float, ...]) -> tuple[bool, ...]:
        """For each LoRA whether its strength isn't the same at all keyframes."""
        if not self._has_strengths:
            return (False,) * len(own)
        known = self._varying
        if known is None or known[0] != own:
            each = zip(*(keyframe.lora_strengths or own for keyframe in self.keyframes), strict=True)
            known = own, tuple(len(set(strengths)) > 1 for strengths in each)
            # For the next frame, which shall not go through all keyframes again.
            object.__setattr__(self, "_varying", known)
        return known[1]

    def _way(self, place: int | Fraction, frames: int) -> tuple[Keyframe, Keyframe, Fraction | float]:
        """Between which keyframes a place is, and how far on the way."""
        number, progress = self.tempo(frames).progress(place)
        return self.keyframes[number], self.keyframes[(number + 1) % len(self.keyframes)], progress

    def with_prompts(self, change: Callable[[Prompts], Prompts]) -> "Morph":
        """The same path through other prompts, in mixes as well."""
        return replace(self, keyframes=tuple(each.with_prompts(change) for each in self.keyframes))

    def progress(self, place: int | Fraction, frames: int) -> float:
        """How far along the path a place is, as a share of it, as spans, easings and dwells have it."""
        number, t = self.tempo(frames).progress(place)
        start = self._ends[number - 1] if number else 0
        return (start + float(t) * (self._ends[number] - start)) / self._ends[-1]


def _embeddings(content: Mixed[Prompts], embed: Callable[[Prompts], EmbeddingPair]) -> EmbeddingPair:
    return EmbeddingPair(
        expression_of(content, lambda prompts: embed(prompts).positive),
        expression_of(content, lambda prompts: embed(prompts).negative),
    )


def _read_mix(value: object, name: str) -> Mix[Prompts]:
    content = read_mix(value, name, Prompts.read_pinned)
    if not isinstance(content, Mix):
        raise WalkError(f"{name}: must be a mix, an object with start, end and t between 0 and 1")
    return content


def _read_seed(value: object, name: str) -> int | None:
    return None if value is None else seed(value, name)


def _seed_document(value: int | None) -> int | str | None:
    return None if value is None else seed_field(value)
