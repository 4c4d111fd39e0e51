"""Orbiting noise: once round a circle."""

import math
from dataclasses import dataclass
from fractions import Fraction

from sd3explorer.walk import recipe
from sd3explorer.walk.noises.noise import OneSeed
from sd3explorer.walk.recipe import Gaussian, Noise


@dataclass(frozen=True, slots=True)
class Orbit(OneSeed):
    """A circle through two noises of one seed, once round without showing its start twice."""

    kind = "orbit"
    moves = True

    @property
    def is_closed(self) -> bool:
        """It is a circle."""
        return True

    def noise(self, place: int | Fraction, frames: int) -> Noise:
        """The noise of a place, at the angle 2π · place / frames."""
        first, second = Gaussian(self.seed, 0), Gaussian(self.seed, 1)
        turn = float(place / self.steps(frames))
        return recipe.Orbit(first, second, 2.0 * math.pi * turn) if turn else first
