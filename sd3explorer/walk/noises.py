"""The four noises: which starting latents each frame of a walk gets."""

import math
from dataclasses import dataclass
from typing import TypeAlias

from sd3explorer.walk import recipe
from sd3explorer.walk.recipe import Gaussian, slerp_between
from sd3explorer.walk.timing import steps_of


@dataclass(frozen=True, slots=True)
class Fixed:
    """The same noise for all frames."""

    seed: int = 42

    def noise(self, index: int, frames: int) -> recipe.Noise:
        """The noise of every frame."""
        return Gaussian(self.seed)


@dataclass(frozen=True, slots=True)
class Varying:
    """Fresh noise for each frame."""

    seed: int = 42

    def noise(self, index: int, frames: int) -> recipe.Noise:
        """The noise of frame `index`: the stream of that number."""
        return Gaussian(self.seed, index)


@dataclass(frozen=True, slots=True)
class Orbit:
    """A circle through two noises of one seed, once round without showing its start twice."""

    seed: int = 42

    def noise(self, index: int, frames: int) -> recipe.Noise:
        """The noise of frame `index` of `frames`, at the angle 2π · index / frames."""
        first, second = Gaussian(self.seed, 0), Gaussian(self.seed, 1)
        turn = index / steps_of(frames, closed=True)
        return recipe.Orbit(first, second, 2.0 * math.pi * turn) if turn else first


@dataclass(frozen=True, slots=True)
class Travel:
    """A way through the noises of two or more seeds.

    Args:
        seeds: In the order they are met, equally far apart.
        closed: Whether the way leads back from the last seed to the first.
    """

    seeds: tuple[int, ...]
    closed: bool = False

    def noise(self, index: int, frames: int) -> recipe.Noise:
        """The noise of frame `index` of `frames`."""
        ways = len(self.seeds) if self.closed else len(self.seeds) - 1
        steps = steps_of(frames, self.closed)
        # In whole numbers, so that frames meet the seeds exactly.
        way = index * ways
        segment = min(way // steps, ways - 1)
        here, following = self.seeds[segment], self.seeds[(segment + 1) % len(self.seeds)]
        return slerp_between(Gaussian(here), Gaussian(following), (way - segment * steps) / steps)


NoisePlan: TypeAlias = Fixed | Varying | Orbit | Travel
