"""Fixed noise: the same for all frames."""

from dataclasses import dataclass
from fractions import Fraction

from sd3explorer.walk.noises.noise import OneSeed
from sd3explorer.walk.recipe import Gaussian, Noise


@dataclass(frozen=True, slots=True)
class Fixed(OneSeed):
    """The same noise for all frames."""

    kind = "fixed"

    def noise(self, place: int | Fraction, frames: int) -> Noise:
        """The noise of every place."""
        return Gaussian(self.seed)
