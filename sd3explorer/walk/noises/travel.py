"""Travelling noise: from seed to seed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from sd3explorer.walk.error import WalkError
from sd3explorer.walk.fields import Document, Fields, seed, seed_field
from sd3explorer.walk.limits import MAX_SEEDS
from sd3explorer.walk.noises.noise import NoisePlan, SeedAnchor
from sd3explorer.walk.recipe import Gaussian, Noise, slerp_between


@dataclass(frozen=True, slots=True)
class Travel(NoisePlan):
    """A way through the noises of two or more seeds.

    Args:
        seeds: In the order they are met, equally far apart.
        closed: Whether the way leads back from the last seed to the first.
    """

    seeds: tuple[int, ...]
    closed: bool = False

    kind = "travel"
    moves = True
    seed_counts = (2, MAX_SEEDS)

    @classmethod
    def read(cls, fields: Fields) -> "Travel":
        """The travel in the fields of a walk file."""
        seeds, name = fields.items("seeds"), fields.path("seeds")
        fewest, most = cls.seed_counts
        if not fewest <= len(seeds) <= most:
            raise WalkError(f"{name}: travel needs {fewest} to {most} seeds, this one has {len(seeds)}")
        closed = fields.flag("closed", False)
        return cls(tuple(seed(value, f"{name}[{number}]") for number, value in enumerate(seeds)), closed)

    def contents(self) -> Document:
        """Its fields in a walk file."""
        return {"seeds": [seed_field(each) for each in self.seeds], "closed": self.closed}

    @classmethod
    def of(cls, seeds: Sequence[int]) -> "Travel":
        """A way through these seeds."""
        return cls(tuple(seeds))

    def with_seeds(self, seeds: Sequence[int]) -> "Travel":
        """The same way through other seeds."""
        return replace(self, seeds=tuple(seeds))

    @property
    def is_closed(self) -> bool:
        """Whether it leads back from the last seed to the first."""
        return self.closed

    def anchors(self, frames: int) -> list[SeedAnchor]:
        """The place of each seed."""
        between = Fraction(self.steps(frames), self._ways)
        return [SeedAnchor(number * between, each) for number, each in enumerate(self.seeds)]

    def noise(self, place: int | Fraction, frames: int) -> Noise:
        """The noise of a place, in frames from the first one."""
        steps = self.steps(frames)
        # In whole numbers, so that frames meet the seeds exactly.
        way = place * self._ways
        number = min(way // steps, self._ways - 1)
        here, following = self.seeds[number], self.seeds[(number + 1) % len(self.seeds)]
        return slerp_between(Gaussian(here), Gaussian(following), float((way - number * steps) / steps))

    @property
    def _ways(self) -> int:
        return len(self.seeds) if self.closed else len(self.seeds) - 1
