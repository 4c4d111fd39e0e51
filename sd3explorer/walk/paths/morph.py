"""The morph: a path through keyframes."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from itertools import accumulate

from sd3explorer.walk.easing import Bezier, Easing, easing_field, read_easing
from sd3explorer.walk.error import WalkError
from sd3explorer.walk.fields import Document, Fields
from sd3explorer.walk.limits import MAX_KEYFRAMES
from sd3explorer.walk.paths.path import Path
from sd3explorer.walk.paths.prompts import EmbeddingPair, Prompts
from sd3explorer.walk.recipe import slerp_between

MIN_SPAN, MAX_SPAN = 1e-6, 1e6


@dataclass(frozen=True, slots=True)
class Keyframe:
    """A prompt pinned to a place on a morph.

    Args:
        prompt: What the picture shows here.
        negative_prompt: What to lead away from here.
        span: Length of the way to the next keyframe, relative to the other spans.
        easing: How that way is shared out over its frames.
    """

    prompt: str = ""
    negative_prompt: str = ""
    span: float = 1.0
    easing: Easing | Bezier = Easing.LINEAR

    @property
    def prompts(self) -> Prompts:
        """What is pinned."""
        return Prompts(self.prompt, self.negative_prompt)

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
        keyframe = cls(
            prompt=fields.text("prompt", ""),
            negative_prompt=fields.text("negative_prompt", ""),
            span=fields.number("span", MIN_SPAN, MAX_SPAN, 1.0),
            easing=read_easing(fields.take("easing"), fields.path("easing"))
            if fields.has("easing")
            else Easing.LINEAR,
        )
        fields.finish()
        return keyframe

    def document(self) -> Document:
        """Its object in a walk file; `read` gives the equal keyframe back."""
        return {
            "prompt": self.prompt,
            "negative_prompt": self.negative_prompt,
            "span": self.span,
            "easing": easing_field(self.easing),
        }


@dataclass(frozen=True, slots=True)
class Morph(Path):
    """A path through two or more keyframes.

    Args:
        keyframes: In the order they are met.
        closed: Whether the path leads back from the last keyframe to the first.
    """

    keyframes: tuple[Keyframe, ...]
    closed: bool = False
    # Where each way ends, in a unit in which all are whole numbers, so that frames can meet them.
    _ends: tuple[int, ...] = field(init=False, repr=False, compare=False)

    kind = "morph"

    def __post_init__(self) -> None:
        ways = self.keyframes if self.closed else self.keyframes[:-1]
        ratios = [keyframe.span.as_integer_ratio() for keyframe in ways]
        # Of a float it is a power of two, so the largest one holds all others.
        unit = max((denominator for _, denominator in ratios), default=1)
        ends = accumulate(numerator * (unit // denominator) for numerator, denominator in ratios)
        object.__setattr__(self, "_ends", tuple(ends))

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

    @property
    def is_closed(self) -> bool:
        """Whether it leads back from the last keyframe to the first."""
        return self.closed

    def places(self, frames: int) -> Sequence[Fraction]:
        """The place of each keyframe, by the spans."""
        return [start * self.steps(frames) for start in self.starts()]

    def starts(self) -> list[Fraction]:
        """The place of each keyframe as a share of the whole path; exact, so that frames can meet them."""
        starts = (0, *self._ends)[: len(self.keyframes)]
        return [Fraction(start, self._ends[-1]) for start in starts]

    def embeddings(self, place: int | Fraction, frames: int) -> EmbeddingPair:
        """The embeddings of a place, in frames from the first one."""
        number, t = self._way(place, self.steps(frames))
        here = self.keyframes[number].prompts.embeddings
        following = self.keyframes[(number + 1) % len(self.keyframes)].prompts.embeddings
        return EmbeddingPair(
            slerp_between(here.positive, following.positive, t),
            slerp_between(here.negative, following.negative, t),
        )

    def without_easings(self) -> "Morph":
        """The same path with all easings linear."""
        return replace(self, keyframes=tuple(replace(each, easing=Easing.LINEAR) for each in self.keyframes))

    def progress(self, place: int | Fraction, frames: int) -> float:
        """How far along the path a place is, as a share of it, as spans and easings have it."""
        number, t = self._way(place, self.steps(frames))
        start = self._ends[number - 1] if number else 0
        return (start + t * (self._ends[number] - start)) / self._ends[-1]

    def _way(self, place: int | Fraction, steps: int) -> tuple[int, float]:
        """The way that a place lies on, by its number, and how far along it is, eased."""
        distance = place * self._ends[-1]
        number = bisect_right(self._ends, distance // steps, hi=len(self._ends) - 1)
        start = self._ends[number - 1] if number else 0
        # In whole numbers or fractions, rounded once.
        t = float((distance - start * steps) / ((self._ends[number] - start) * steps))
        return number, self.keyframes[number].easing.ease(t)
