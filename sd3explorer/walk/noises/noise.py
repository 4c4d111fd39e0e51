"""What every kind of noise can say of itself."""

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar, Self

from sd3explorer.walk.fields import Document, Fields, seed_field
from sd3explorer.walk.kind import Kind
from sd3explorer.walk.recipe import Noise


@dataclass(frozen=True, slots=True)
class SeedAnchor:
    """A seed whose noise is pinned to a place.

    Args:
        place: In frames from the first one, exact; it may lie between two of them.
        seed: Whose noise a frame there would start from.
    """

    place: Fraction
    seed: int


class NoisePlan(Kind):
    """Which starting latents each frame of a walk gets.

    Its kinds are listed in `NOISES`.

    Attributes:
        moves: Whether the noise goes a continuous way, from frame to frame.
        jumps: Whether it is another one for each frame, so that nothing lies between two frames.
        seed_counts: The fewest and the most seeds that it takes.
    """

    __slots__ = ()
    moves: ClassVar[bool] = False
    jumps: ClassVar[bool] = False
    seed_counts: ClassVar[tuple[int, int]] = (1, 1)

    @property
    def has_several_seeds(self) -> bool:
        """Whether it goes through two or more seeds; else it has one."""
        return self.seed_counts[1] > 1

    @classmethod
    @abstractmethod
    def of(cls, seeds: Sequence[int]) -> Self:
        """A noise with as many of these seeds as it has room for.

        Args:
            seeds: Two or more.
        """

    @abstractmethod
    def with_seeds(self, seeds: Sequence[int]) -> Self:
        """The same noise with other seeds, as many as it has."""

    @abstractmethod
    def anchors(self, frames: int) -> list[SeedAnchor]:
        """Which seed is pinned where: all seeds in their order, even if there is a single frame.

        Args:
            frames: Number of frames.
        """

    @abstractmethod
    def noise(self, place: int | Fraction, frames: int) -> Noise:
        """The noise of a place.

        Args:
            place: In frames from the first one, so that of frame `index` it is `index`; it may lie
                between two frames.
            frames: Number of frames.
        """


@dataclass(frozen=True, slots=True)
class OneSeed(NoisePlan):
    """What kinds with one seed have in common."""

    seed: int = 42

    @classmethod
    def read(cls, fields: Fields) -> Self:
        """The noise in the fields of a walk file."""
        return cls(fields.seed("seed"))

    def contents(self) -> Document:
        """Its field in a walk file."""
        return {"seed": seed_field(self.seed)}

    @classmethod
    def of(cls, seeds: Sequence[int]) -> Self:
        """The noise of the first of these seeds."""
        return cls(seeds[0])

    def with_seeds(self, seeds: Sequence[int]) -> Self:
        """The noise of another seed."""
        return type(self)(seeds[0])

    def anchors(self, frames: int) -> list[SeedAnchor]:
        """The seed is that of the first frame."""
        return [SeedAnchor(Fraction(0), self.seed)]
