"""Varying noise: fresh for each frame."""

import math
from dataclasses import dataclass
from fractions import Fraction

from sd3explorer.walk.noises.noise import OneSeed
from sd3explorer.walk.recipe import Gaussian, Noise


@dataclass(frozen=True, slots=True)
class Varying(OneSeed):
    """Fresh noise for each frame."""

    kind = "varying"
    jumps = True

    def noise(self, place: int | Fraction, frames: int) -> Noise:
        """The noise of the last frame up to a place: the stream of its number."""
        return Gaussian(self.seed, math.floor(place))
