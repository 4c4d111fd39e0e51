"""Kernels that stay in eight bits a number: those of the denoiser's dense layers that a file keeps so.

They are most of a model, which so takes little more than half of the memory of one in 16 bits. What is
computed is the same, as each of these numbers is one of bfloat16 and of float16, too.
"""

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sd3explorer.presets.checkpoints.layout import Turn, Weight
from sd3explorer.presets.checkpoints.recognise import Stored
from sd3explorer.presets.checkpoints.tensors import eight_bits, is_scaled, read_eight_bits
from sd3explorer.presets.preset import EightBits


def eight_bit_kernels(part: Stored) -> Iterator[EightBits]:
    """Those of a part, which are none but in the denoiser."""
    for weight in part.weights if part.name == "mmdit" else ():
        origin = part.origins[weight.name]
        dtype = eight_bits(origin, part.tensors)
        if dtype is not None and weight.turn is Turn.TRANSPOSED:
            yield EightBits(weight, dtype, is_scaled(origin, part.tensors))


def read_kernel(part: Stored, weight: Weight) -> tuple[NDArray[Any], NDArray[np.float32] | None]:
    """Reads one of them.

    Returns:
        The kernel as KerasHub has it, in eight bits, and what each of its outputs is multiplied by; None
        where it isn't scaled.

    Raises:
        PresetError: Its file can't be read, or has become shorter.
    """
    numbers, scales = part.read_by(read_eight_bits, weight.name)
    return weight.turned(numbers), scales
