"""How much of a batch is decoded at once, so that memory is bounded: fewer frames, or tiles of one."""

import math
from collections.abc import Callable
from functools import cached_property
from typing import Any, TypeAlias

import numpy as np
from keras import ops
from numpy.typing import NDArray

from sd3explorer.diffusion.decoder import Decoder
from sd3explorer.diffusion.tiles import Compile, TiledDecoder
from sd3explorer.presets.preset import PIXELS_PER_LATENT

# Of all frames that are decoded at once. With SD3's decoder, 1024 × 1024 pixels need 3.8 GB in float32.
PIXELS_AT_ONCE = 1024 * 1024

Decoded: TypeAlias = tuple[NDArray[np.uint8], NDArray[np.bool_]]


def frames_at_once(frames: int, pixels: int, pixels_at_once: int = PIXELS_AT_ONCE) -> int:
    """How many frames of a batch are decoded at once, in equal shares.

    Args:
        frames: Number of frames of the batch.
        pixels: Of each frame.
        pixels_at_once: The most that may be, of all frames.

    Returns:
        0 if not even one frame may be decoded as a whole.
    """
    at_once = pixels_at_once // pixels
    return math.ceil(frames / math.ceil(frames / at_once)) if at_once else 0


class PortionedDecoder:
    """The decoder, compiled, and called for as much at once as memory allows.

    Args:
        decoder: Its functions.
        compile_function: Compiles one of them.
        is_out_of_memory: Whether an exception says that there is too little memory.
    """

    def __init__(
        self, decoder: Decoder, compile_function: Compile, is_out_of_memory: Callable[[Exception], bool]
    ) -> None:
        self._decoder = decoder
        self._compile = compile_function
        self._is_out_of_memory = is_out_of_memory
        self._decode = compile_function(decoder.decode)
        self._pixels_at_once = PIXELS_AT_ONCE

    def __call__(self, latents: Any, should_stop: Callable[[], bool]) -> Decoded | None:
        """The pictures of latents, and for each whether all its numbers were finite.

        When memory runs out, it continues with less at once, from then on.

        Args:
            latents: float32 (batch, height // 8, width // 8, 16).
            should_stop: Asked before every call of a compiled program.

        Returns:
            uint8 (batch, height, width, 3) and bool (batch,); None when it was stopped.
        """
        latents = ops.convert_to_numpy(latents)
        while True:
            at_once = self.frames_at_once(latents.shape)
            try:
                if at_once:
                    return self._in_shares(latents, at_once, should_stop)
                return self._one_by_one(latents, should_stop)
            except Exception as error:
                if at_once == 0 or not self._is_out_of_memory(error):
                    raise
                self._pixels_at_once = at_once * _pixels(latents.shape) // 2

    def pictures(self, latents: Any) -> NDArray[np.uint8]:
        """The pictures alone, without a way to stop."""
        decoded = self(latents, lambda: False)
        assert decoded is not None
        return decoded[0]

    def frames_at_once(self, shape: tuple[int, ...]) -> int:
        """How many frames of latents of a shape are decoded at once; 0 for tiles of one."""
        return frames_at_once(shape[0], _pixels(shape), self._pixels_at_once)

    @cached_property
    def _tiled(self) -> TiledDecoder:
        return TiledDecoder(self._decoder, self._compile)

    def _in_shares(
        self, latents: NDArray[np.float32], at_once: int, should_stop: Callable[[], bool]
    ) -> Decoded | None:
        parts: list[Decoded] = []
        for start in range(0, len(latents), at_once):
            if should_stop():
                return None
            frames = latents[start : start + at_once]
            # So that one program serves the last frames too.
            filled = np.concatenate([frames, *[frames[-1:]] * (at_once - len(frames))])
            images, finite = self._decode(ops.convert_to_tensor(filled))
            parts.append((ops.convert_to_numpy(images), ops.convert_to_numpy(finite)))
        images, finite = (np.concatenate(arrays)[: len(latents)] for arrays in zip(*parts, strict=True))
        return images, finite

    def _one_by_one(self, latents: NDArray[np.float32], should_stop: Callable[[], bool]) -> Decoded | None:
        images: list[NDArray[np.uint8]] = []
        finite: list[bool] = []
        for frame in latents:
            decoded = self._tiled(frame, should_stop)
            if decoded is None:
                return None
            images.append(decoded[0])
            finite.append(decoded[1])
        return np.stack(images), np.array(finite)


def _pixels(shape: tuple[int, ...]) -> int:
    return shape[1] * shape[2] * PIXELS_PER_LATENT**2
