"""Varying noise: fresh for each frame."""

from dataclasses import dataclass

from sd3explorer.walk.noises.noise import OneSeed
from sd3explorer.walk.recipe import Gaussian, Noise


@dataclass(frozen=True, slots=True)
class Varying(OneSeed):
    """Fresh noise for each frame."""

    kind = "varying"

    def noise(self, index: int, frames: int) -> Noise:
        """The noise of frame `index`: the stream of that number."""
        return Gaussian(self.seed, index)
