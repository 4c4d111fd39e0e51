"""A large picture decoded in tiles, so that memory is bounded: the same picture, but for rounding.

Tiles share as many pixels as the decoder's convolutions reach, and what its normalizations have to
know of the whole picture is found out in rounds.

Reference:
    Chan, Golub and LeVeque, "Algorithms for computing the sample variance" (1983), for the variance
    of what lies in several parts.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise, product
from typing import Any, TypeAlias

import numpy as np
from keras import ops
from numpy.typing import NDArray

from sd3explorer.diffusion.decoder import Decoder
from sd3explorer.presets.preset import PIXELS_PER_LATENT

# Height and width of a tile at most, in pixels. With SD3's decoder, 512 × 512 pixels need 1 GB in float32.
LARGEST = 512
# What they are multiples of, as GPUs like it.
STEP = 8

Compile: TypeAlias = Callable[[Callable[..., Any]], Callable[..., Any]]


@dataclass(frozen=True, slots=True)
class Span:
    """A tile's place along one side of a picture, in pixels.

    Args:
        start: Where the tile begins, an even number.
        length: How long it is.
        own: The part of the picture that is taken from this tile and from no other.
    """

    start: int
    length: int
    own: slice

    @property
    def inside(self) -> slice:
        """Its own part, as it lies within the tile."""
        return slice(self.own.start - self.start, self.own.stop - self.start)

    @property
    def mask(self) -> NDArray[np.float32]:
        """float32 (length,), 1 in its own part, else 0."""
        mask = np.zeros(self.length, np.float32)
        mask[self.inside] = 1.0
        return mask


def spans(side: int, reach: int) -> list[Span]:
    """Tiles along one side of a picture, all of them equally long.

    Args:
        side: Height or width of the picture in pixels, a multiple of 8.
        reach: How many pixels a tile has to know around those that it owns.
    """
    if side <= LARGEST:
        return [Span(0, side, slice(0, side))]
    margin = reach + reach % 2
    count = math.ceil(side / (LARGEST - 2 * margin - STEP))
    bounds = [2 * round(index * side / count / 2) for index in range(count + 1)]
    longest = max(end - start for start, end in pairwise(bounds))
    length = STEP * math.ceil((longest + 2 * margin) / STEP)
    return [
        Span(min(max(start - margin, 0), side - length), length, slice(start, end))
        for start, end in pairwise(bounds)
    ]


def pooled(counts: NDArray[np.float64], moments: NDArray[np.float64]) -> NDArray[np.float64]:
    """Mean and variance of the whole from those of its parts.

    Args:
        counts: How many numbers each part has, (parts,).
        moments: Mean and variance of each part, (parts, 2, ...).

    Returns:
        (2, ...).
    """
    means, variances = moments[:, 0], moments[:, 1]
    mean = np.average(means, axis=0, weights=counts)
    return np.stack([mean, np.average(variances + (means - mean) ** 2, axis=0, weights=counts)])


class TiledDecoder:
    """The two parts of the decoder, compiled: the first for the whole picture, the second for a tile.

    Args:
        decoder: Its functions.
        compile_function: Compiles one of them.
    """

    def __init__(self, decoder: Decoder, compile_function: Compile) -> None:
        self._norms = decoder.norms
        self._reach = decoder.reach
        self._begin = compile_function(decoder.begin)
        self._finish_tile = compile_function(decoder.finish_tile)

    def __call__(
        self, latents: NDArray[np.float32], should_stop: Callable[[], bool]
    ) -> tuple[NDArray[np.uint8], bool] | None:
        """The picture of latents, and whether all its numbers were finite.

        Args:
            latents: float32 (height // 8, width // 8, 16).
            should_stop: Asked before every call of a compiled program.

        Returns:
            uint8 (height, width, 3) and a bool; None when it was stopped.
        """
        height, width = (side * PIXELS_PER_LATENT for side in latents.shape[:2])
        places = list(product(spans(height, self._reach), spans(width, self._reach)))
        masks = [np.outer(rows.mask, columns.mask) for rows, columns in places]
        counts = np.array([mask.sum() for mask in masks], np.float64)
        if should_stop():
            return None
        begun = self._begin(ops.convert_to_tensor(latents[None]))
        norms, groups = self._norms
        known = np.ones((norms, 2, groups), np.float32)
        picture = np.empty((height, width, 3), np.uint8)
        all_finite = True
        for done in range(norms + 1):
            seen = []
            for (rows, columns), mask in zip(places, masks, strict=True):
                if should_stop():
                    return None
                corner = (_index(rows.start // 2), _index(columns.start // 2))
                image, finite, moments = self._finish_tile(begun, *corner, *map(_tensor, (mask, known)))
                if done < norms:
                    seen.append(ops.convert_to_numpy(moments)[done])
                else:
                    picture[rows.own, columns.own] = ops.convert_to_numpy(image)[rows.inside, columns.inside]
                    all_finite &= bool(ops.convert_to_numpy(finite))
            if done < norms:
                known[done] = pooled(counts, np.array(seen, np.float64))
        return picture, all_finite


def _tensor(array: NDArray[np.float32]) -> Any:
    return ops.convert_to_tensor(array, "float32")


def _index(number: int) -> Any:
    return ops.convert_to_tensor(number, "int32")
