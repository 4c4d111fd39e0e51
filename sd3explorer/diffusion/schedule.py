"""The noise levels that denoising steps through."""

import numpy as np
from numpy.typing import NDArray


def sigmas(num_steps: int, shift: float, num_train_timesteps: int) -> NDArray[np.float32]:
    """The noise level before every step, and 0 after the last one.

    The same formula in the same precision as KerasHub's scheduler, but a function of the number
    of steps instead of a constant of the compiled program.

    Args:
        num_steps: Number of denoising steps.
        shift: The preset's shift of its schedule towards noise.
        num_train_timesteps: Number of timesteps it was trained with.

    Returns:
        float32 array of shape (num_steps + 1,), falling from about 1 to 0.

    Reference:
        Esser et al., "Scaling rectified flow transformers for high-resolution image synthesis"
        (ICML 2024), section 5.3.2, for the shift.
    """
    train_timesteps = np.float32(num_train_timesteps)

    def sigma(timestep: NDArray[np.float32]) -> NDArray[np.float32]:
        unshifted = timestep / train_timesteps
        if shift == 1.0:
            return unshifted
        return np.float32(shift) * unshifted / (np.float32(1.0) + np.float32(shift - 1.0) * unshifted)

    ends = sigma(np.array([num_train_timesteps, 1], np.float32)) * train_timesteps
    timesteps = np.linspace(ends[0], ends[1], num_steps, dtype=np.float32)
    return np.append(sigma(timesteps), np.float32(0.0))
