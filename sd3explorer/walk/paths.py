"""The four paths: which text embedding each frame of a walk gets."""

from bisect import bisect_right
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import accumulate
from typing import TypeAlias

from sd3explorer.walk.recipe import Drift, Embedding, Ones, Prompt, RandomDirection, slerp_between
from sd3explorer.walk.timing import Easing, steps_of


@dataclass(frozen=True, slots=True)
class Prompts:
    """A prompt and what to lead away from."""

    prompt: str = ""
    negative_prompt: str = ""


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
    easing: Easing = Easing.LINEAR


@dataclass(frozen=True, slots=True)
class EmbeddingPair:
    """What a frame leads to and what it leads away from."""

    positive: Embedding
    negative: Embedding


@dataclass(frozen=True, slots=True)
class Morph:
    """A path through two or more keyframes.

    Args:
        keyframes: In the order they are met.
        closed: Whether the path leads back from the last keyframe to the first.
    """

    keyframes: tuple[Keyframe, ...]
    closed: bool = False
    # Where each way ends, in a unit in which all are whole numbers, so that frames can meet them.
    _ends: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        ways = self.keyframes if self.closed else self.keyframes[:-1]
        ratios = [keyframe.span.as_integer_ratio() for keyframe in ways]
        # Of a float it is a power of two, so the largest one holds all others.
        unit = max((denominator for _, denominator in ratios), default=1)
        ends = accumulate(numerator * (unit // denominator) for numerator, denominator in ratios)
        object.__setattr__(self, "_ends", tuple(ends))

    def embeddings(self, index: int, frames: int) -> EmbeddingPair:
        """The embeddings of frame `index` of `frames`."""
        segment, t = self._place(index, steps_of(frames, self.closed))
        here = self.keyframes[segment]
        following = self.keyframes[(segment + 1) % len(self.keyframes)]
        eased = here.easing.ease(t)
        return EmbeddingPair(
            slerp_between(Prompt.of(here.prompt), Prompt.of(following.prompt), eased),
            slerp_between(Prompt.of(here.negative_prompt), Prompt.of(following.negative_prompt), eased),
        )

    def starts(self) -> list[Fraction]:
        """The place t of every keyframe, by the spans; exact, so that frames can meet them."""
        starts = (0, *self._ends)[: len(self.keyframes)]
        return [Fraction(start, self._ends[-1]) for start in starts]

    def _place(self, index: int, steps: int) -> tuple[int, float]:
        """The segment of a frame, and how far along it is, rounded once."""
        way = index * self._ends[-1]
        segment = bisect_right(self._ends, way // steps, hi=len(self._ends) - 1)
        start = self._ends[segment - 1] if segment else 0
        return segment, (way - start * steps) / ((self._ends[segment] - start) * steps)


@dataclass(frozen=True, slots=True)
class Grid:
    """Every mix of four prompts, as rows and columns.

    Args:
        corners: Top left, top right, bottom left, bottom right.
        rows: Rows, from the top corners to the bottom ones.
        columns: Columns, from the left corners to the right ones.
    """

    corners: tuple[Prompts, Prompts, Prompts, Prompts]
    rows: int = 8
    columns: int = 8

    def embeddings(self, index: int, frames: int) -> EmbeddingPair:
        """The embeddings of frame `index`, counted row by row."""
        v = (index // self.columns) / steps_of(self.rows, closed=False)
        u = (index % self.columns) / steps_of(self.columns, closed=False)
        positive = [Prompt.of(corner.prompt) for corner in self.corners]
        negative = [Prompt.of(corner.negative_prompt) for corner in self.corners]
        return EmbeddingPair(_mix(positive, u, v), _mix(negative, u, v))


@dataclass(frozen=True, slots=True)
class Wander:
    """A drift away from one prompt, a step further with each frame.

    Args:
        prompt: Where the drift starts.
        step_size: How far each component of the embedding moves from one frame to the next.
        direction: Where to.
    """

    prompt: Prompts
    step_size: float = 0.01
    direction: Ones | RandomDirection = Ones()

    def embeddings(self, index: int, frames: int) -> EmbeddingPair:
        """The embeddings of frame `index`; the negative one stays, as in the seed guide."""
        start = Prompt.of(self.prompt.prompt)
        distance = index * self.step_size
        drifted = Drift(start, self.direction, distance) if distance else start
        return EmbeddingPair(drifted, Prompt.of(self.prompt.negative_prompt))


@dataclass(frozen=True, slots=True)
class Hold:
    """One prompt for all frames."""

    prompt: Prompts

    def embeddings(self, index: int, frames: int) -> EmbeddingPair:
        """The embeddings of every frame."""
        return EmbeddingPair(Prompt.of(self.prompt.prompt), Prompt.of(self.prompt.negative_prompt))


Path: TypeAlias = Morph | Grid | Wander | Hold


def _mix(corners: list[Prompt], u: float, v: float) -> Embedding:
    top_left, top_right, bottom_left, bottom_right = corners
    top: Embedding = slerp_between(top_left, top_right, u)
    bottom: Embedding = slerp_between(bottom_left, bottom_right, u)
    return slerp_between(top, bottom, v)
