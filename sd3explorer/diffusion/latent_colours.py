"""Small pictures of latents, without the decoder: its effect on colours is almost linear."""

from collections.abc import Callable
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from sd3explorer.presets.folder import PIXELS_PER_LATENT

Decode: TypeAlias = Callable[[NDArray[np.float32]], NDArray[np.uint8]]

# Measured on the starter model: 2 latents wide is smooth as the latents of pictures are, and the
# fit is then as near to pictures of any prompt as one that was made from other pictures.
SAMPLES, SIDE, SMOOTHNESS = 4, 16, 2.0


class LatentColours:
    """The colour of each latent, by a linear fit to a decoder.

    Args:
        decode: From float32 (n, h, w, channels) to uint8 (n, 8 h, 8 w, 3). Used once, for a small picture.
        channels: Channels of the latents.
    """

    def __init__(self, decode: Decode, channels: int) -> None:
        latents = _smooth_noise(channels)
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


def _smooth_noise(channels: int) -> NDArray[np.float32]:
    noise = np.random.default_rng(0).standard_normal((SAMPLES, SIDE, SIDE, channels))
    # A Gaussian, in the frequencies, where it is a product.
    along = np.exp(-2.0 * (np.pi * SMOOTHNESS * np.fft.fftfreq(SIDE)) ** 2)
    spectrum = np.fft.fft2(noise, axes=(1, 2)) * np.outer(along, along)[None, :, :, None]
    smooth = np.fft.ifft2(spectrum, axes=(1, 2)).real
    return (smooth / smooth.std(axis=(0, 1, 2))).astype(np.float32)


def _shrunk(pictures: NDArray[np.uint8]) -> NDArray[np.float64]:
    size = PIXELS_PER_LATENT
    count, height, width, _ = pictures.shape
    return pictures.reshape(count, height // size, size, width // size, size, 3).mean(axis=(2, 4))


def _with_bias(latents: NDArray[np.float32]) -> NDArray[np.float32]:
    flat = latents.reshape(-1, latents.shape[-1])
    return np.concatenate([flat, np.ones((len(flat), 1), np.float32)], axis=1)
