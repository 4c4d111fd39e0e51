"""The noise levels that denoising steps through, and which of its steps are guided."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sd3explorer.walk.limits import NOISE_LEVELS
from sd3explorer.walk.recipe import Recipe

# From the picture to pure noise: a guidance interval that leaves no step out.
EVERY_LEVEL = NOISE_LEVELS


def saving(guided_steps: Sequence[bool]) -> float:
    """How much of the denoising's work is saved, as a share of what it is with every step guided.

    Args:
        guided_steps: For each step whether it is guided, as by `Schedule.guided_steps`.

    Returns:
        From 0 to 0.5, as a step without guidance is half the work.
    """
    return guided_steps.count(False) / (2 * len(guided_steps))


@dataclass(frozen=True, slots=True)
class Schedule:
    """The noise levels of a preset; without arguments, those of Stable Diffusion 3.

    Args:
        shift: How far they are shifted towards noise; 1 is not at all.
        num_train_timesteps: Number of timesteps that the preset was trained with.
    """

    shift: float = 3.0
    num_train_timesteps: int = 1000

    def sigmas(self, num_steps: int) -> NDArray[np.float32]:
        """The noise level before every step, and 0 after the last one.

        The same formula in the same precision as KerasHub's scheduler, but a function of the number
        of steps instead of a constant of the compiled program.

        Args:
            num_steps: Number of denoising steps.

        Returns:
            float32 array of shape (num_steps + 1,), falling from about 1 to 0.

        Reference:
            Esser et al., "Scaling rectified flow transformers for high-resolution image synthesis"
            (ICML 2024), section 5.3.2, for the shift.
        """
        train_timesteps = np.float32(self.num_train_timesteps)
        ends = self._shifted(np.array([self.num_train_timesteps, 1], np.float32)) * train_timesteps
        timesteps = np.linspace(ends[0], ends[1], num_steps, dtype=np.float32)
        return np.append(self._shifted(timesteps), np.float32(0.0))

    @property
    def lowest(self) -> np.float32:
        """The lowest noise level that the model was trained with."""
        return self.sigmas(2)[1]

    def guided_steps(self, recipe: Recipe) -> list[bool]:
        """For each denoising step of a frame, whether it is guided.

        It is where the noise level that it starts from lies in the recipe's guidance interval. A
        guided step runs the transformer for the text and for the negative text, any other for the
        text alone, which is half the work.

        Reference:
            Kynkäänniemi et al., "Applying guidance in a limited interval improves sample and
            distribution quality in diffusion models" (NeurIPS 2024).
        """
        low, high = recipe.guidance_interval or EVERY_LEVEL
        # Rounding may lift the first level a little above pure noise.
        levels = np.minimum(self.sigmas(recipe.num_steps)[:-1], np.float32(1.0))
        # In the levels' own precision, so that an end that is just a step's level counts it in.
        inside = (np.float32(low) <= levels) & (levels <= np.float32(high))
        return [recipe.guided and bool(level) for level in inside]

    def _shifted(self, timesteps: NDArray[np.float32]) -> NDArray[np.float32]:
        unshifted = timesteps / np.float32(self.num_train_timesteps)
        if self.shift == 1.0:
            return unshifted
        stretched = unshifted * np.float32(self.shift - 1.0) + np.float32(1.0)
        return np.divide(unshifted * np.float32(self.shift), stretched)
