"""How much of a batch is decoded at once, so that memory is bounded: fewer frames, or tiles of one.

Tiles overlap and are blended. Attention and group normalization see a tile then, not the whole
picture, so that a picture made of tiles differs a little from one that was decoded whole.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise, product
from typing import Any, TypeAlias

import numpy as np
from keras import ops
from numpy.typing import NDArray

from sd3explorer.presets.folder import PIXELS_PER_LATENT

# Of all frames that are decoded at once. With the widths of SD3's decoder, 1024 × 1024 pixels need
# about 4 GB in float32.
PIXELS_AT_ONCE = 1024 * 1024
# Of a tile's sides at most, and of what two tiles share at least, in latents.
TILE = 512 // PIXELS_PER_LATENT
OVERLAP = 128 // PIXELS_PER_LATENT
# What a tile's sides are multiples of, in latents: numbers that GPUs are quick with.
TILE_STEP = 4

Decode: TypeAlias = Callable[[Any], tuple[Any, Any]]
Decoded: TypeAlias = tuple[NDArray[np.uint8], NDArray[np.bool_]]


@dataclass(frozen=True, slots=True)
class Portion:
    """What one call of the decoder is given.

    Args:
        frames: Number of frames.
        height: Of each frame or of a tile of it, in latents.
        width: Likewise.
    """

    frames: int
    height: int
    width: int

    @property
    def pixels(self) -> int:
        """Pixels of all its frames."""
        return self.frames * self.height * self.width * PIXELS_PER_LATENT**2


def portion(frames: int, height: int, width: int, pixels_at_once: int = PIXELS_AT_ONCE) -> Portion:
    """How much of a batch is decoded at once.

    Args:
        frames: Number of frames of the batch.
        height: Of a frame, in latents.
        width: Of a frame, in latents.
        pixels_at_once: The most that may be; a tile may be more.

    Returns:
        Equal shares of whole frames, as few as may be, or else a tile of one frame.
    """
    at_once = pixels_at_once // Portion(1, height, width).pixels
    if at_once == 0:
        return Portion(1, _tile(height), _tile(width))
    calls = math.ceil(frames / at_once)
    return Portion(math.ceil(frames / calls), height, width)


def tile_starts(side: int, tile: int) -> list[int]:
    """Where tiles begin that cover a side, evenly spread.

    Args:
        side: Height or width of a frame, in latents.
        tile: That of a tile, at most `side`.

    Returns:
        Places in latents. Two tiles share at least `OVERLAP`.
    """
    if tile == side:
        return [0]
    steps = math.ceil((side - tile) / (tile - OVERLAP))
    return [round(step * (side - tile) / steps) for step in range(steps + 1)]


def tile_weights(starts: list[int], tile: int) -> NDArray[np.float32]:
    """How much each tile counts where it lies: less and less towards a neighbour, 1 in all.

    Args:
        starts: Result of `tile_starts`.
        tile: Height or width of a tile, in latents.

    Returns:
        float32 (tiles, tile * 8), for each line or column of pixels.
    """
    length = tile * PIXELS_PER_LATENT
    centres = np.arange(length) + 0.5
    weights = np.ones((len(starts), length), np.float32)
    for index, (start, following) in enumerate(pairwise(starts)):
        shared = (start + tile - following) * PIXELS_PER_LATENT
        weights[index + 1, :shared] = centres[:shared] / shared
        weights[index, -shared:] *= 1.0 - weights[index + 1, :shared]
    return weights


class PortionedDecoder:
    """The compiled decoder, called for as much at once as memory allows.

    Args:
        decode: `Decoder.decode`, compiled.
        is_out_of_memory: Whether an exception of it says that there is too little memory.
    """

    def __init__(self, decode: Decode, is_out_of_memory: Callable[[Exception], bool]) -> None:
        self._decode = decode
        self._is_out_of_memory = is_out_of_memory
        self._pixels_at_once = PIXELS_AT_ONCE

    def portion_shape(self, shape: tuple[int, ...]) -> tuple[int, ...]:
        """Shape of what one call of the compiled decoder takes of latents of a shape."""
        share = portion(*shape[:3], pixels_at_once=self._pixels_at_once)
        return (share.frames, share.height, share.width, *shape[3:])

    def pictures(self, latents: Any) -> NDArray[np.uint8]:
        """The pictures alone, without a way to stop."""
        decoded = self(latents, lambda: False)
        assert decoded is not None
        return decoded[0]

    def __call__(self, latents: Any, should_stop: Callable[[], bool]) -> Decoded | None:
        """The pictures of latents, and for each whether all its numbers were finite.

        When memory runs out, it goes on with smaller portions, from then on.

        Args:
            latents: float32 (batch, height // 8, width // 8, 16).
            should_stop: Asked before every call of the compiled decoder.

        Returns:
            uint8 (batch, height, width, 3) and bool (batch,); None when it was stopped.
        """
        latents = ops.convert_to_numpy(latents)
        while True:
            current = portion(*latents.shape[:3], pixels_at_once=self._pixels_at_once)
            try:
                return self._decoded(latents, current, should_stop)
            except Exception as error:
                smaller = portion(*latents.shape[:3], pixels_at_once=current.pixels // 2)
                if smaller == current or not self._is_out_of_memory(error):
                    raise
                self._pixels_at_once = current.pixels // 2

    def _decoded(
        self, latents: NDArray[np.float32], share: Portion, should_stop: Callable[[], bool]
    ) -> Decoded | None:
        parts: list[Decoded] = []
        for start in range(0, len(latents), share.frames):
            frames = latents[start : start + share.frames]
            # So that one program serves the last frames too.
            filled = np.concatenate([frames, *[frames[-1:]] * (share.frames - len(frames))])
            part = self._blended(filled, share, should_stop)
            if part is None:
                return None
            parts.append(part)
        images, finite = (np.concatenate(arrays)[: len(latents)] for arrays in zip(*parts, strict=True))
        return images, finite

    def _blended(
        self, latents: NDArray[np.float32], share: Portion, should_stop: Callable[[], bool]
    ) -> Decoded | None:
        count, height, width, _ = latents.shape
        if (height, width) == (share.height, share.width):
            return None if should_stop() else self._called(latents)
        down, across = _tiles(height, share.height), _tiles(width, share.width)
        canvas = np.zeros((count, height * PIXELS_PER_LATENT, width * PIXELS_PER_LATENT, 3), np.float32)
        all_finite = np.ones(count, np.bool_)
        for (rows, row_weights), (columns, column_weights) in product(down, across):
            if should_stop():
                return None
            images, finite = self._called(latents[:, rows, columns])
            canvas[:, _pixels(rows), _pixels(columns)] += (
                images * np.outer(row_weights, column_weights)[:, :, None]
            )
            all_finite &= finite
        return np.rint(canvas).astype(np.uint8), all_finite

    def _called(self, latents: NDArray[np.float32]) -> Decoded:
        images, finite = self._decode(ops.convert_to_tensor(latents))
        return ops.convert_to_numpy(images), ops.convert_to_numpy(finite)


def _tiles(side: int, tile: int) -> list[tuple[slice, NDArray[np.float32]]]:
    starts = tile_starts(side, tile)
    return [
        (slice(start, start + tile), weights)
        for start, weights in zip(starts, tile_weights(starts, tile), strict=True)
    ]


def _pixels(latents: slice) -> slice:
    return slice(latents.start * PIXELS_PER_LATENT, latents.stop * PIXELS_PER_LATENT)


def _tile(side: int) -> int:
    """The side of the smallest tiles of which no fewer are needed than of the largest."""
    if side <= TILE:
        return side
    tiles = math.ceil((side - OVERLAP) / (TILE - OVERLAP))
    return TILE_STEP * math.ceil((side + (tiles - 1) * OVERLAP) / tiles / TILE_STEP)
