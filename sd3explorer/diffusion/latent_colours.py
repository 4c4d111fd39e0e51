"""Small pictures of latents, without the decoder: its effect on colours is almost linear."""

from collections.abc import Callable
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from sd3explorer.presets.preset import PIXELS_PER_LATENT

Decode: TypeAlias = Callable[[NDArray[np.float32]], NDArray[np.uint8]]

# Width of a blur, in latents. Measured on the starter model: noise that is blurred like this is
# as smooth as the latents of pictures are, and the fit nearer to pictures of any prompt than one
# that was made from pictures of another prompt.
SMOOTHNESS = 2.0


class LatentColours:
    """The colour of each latent, by a linear fit to a decoder.

    Args:
        decode: From float32 (n, h, w, channels) to uint8 (n, 8 h, 8 w, 3). Used once.
        shape: (n, h, w, channels) that `decode` is given.

    Attributes:
        pictures_fitted: Number n of pictures that the fit was made to.
    """

    def __init__(self, decode: Decode, shape: tuple[int, ...]) -> None:
        self.pictures_fitted = shape[0]
        latents = _smooth_noise(shape)
        colours = _shrunk(decode(latents)).reshape(-1, 3)
        self._weights = np.linalg.lstsq(_with_bias(latents), colours, rcond=None)[0].astype(np.float32)

    def pictures(self, latents: NDArray[np.float32]) -> NDArray[np.uint8]:
        """One pixel for each latent.

        Args:
            latents: (n, h, w, channels).

        Returns:
            uint8 (n, h, w, 3).
        """
        colours = np.nan_to_num(_with_bias(latents) @ self._weights)
        return np.clip(np.round(colours), 0, 255).astype(np.uint8).reshape(*latents.shape[:3], 3)


def _smooth_noise(shape: tuple[int, ...]) -> NDArray[np.float32]:
    noise = np.random.default_rng(0).standard_normal(shape)
    # Blurred by a Gaussian, which among the frequencies is a product.
    down, across = (np.exp(-2.0 * (np.pi * SMOOTHNESS * np.fft.fftfreq(side)) ** 2) for side in shape[1:3])
    spectrum = np.fft.fft2(noise, axes=(1, 2)) * np.outer(down, across)[None, :, :, None]
    smooth = np.fft.ifft2(spectrum, axes=(1, 2)).real
    return (smooth / smooth.std(axis=(0, 1, 2))).astype(np.float32)


def _shrunk(pictures: NDArray[np.uint8]) -> NDArray[np.float64]:
    size = PIXELS_PER_LATENT
    count, height, width, _ = pictures.shape
    return pictures.reshape(count, height // size, size, width // size, size, 3).mean(axis=(2, 4))


def _with_bias(latents: NDArray[np.float32]) -> NDArray[np.float32]:
    flat = latents.reshape(-1, latents.shape[-1])
    return np.concatenate([flat, np.ones((len(flat), 1), np.float32)], axis=1)
