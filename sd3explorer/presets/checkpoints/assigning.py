"""A part's numbers, given to Keras one tensor after the other."""

from typing import Any

import ml_dtypes
import numpy as np
from numpy.typing import NDArray

from sd3explorer.presets.checkpoints.eight_bits import eight_bit_kernels, read_kernel
from sd3explorer.presets.checkpoints.recognise import Stored


def assign(part: Stored, model: Any) -> None:
    """Gives a model a part's numbers, in the precision that it has; never more than one tensor is in memory.

    Args:
        part: With all weights of the part.
        model: KerasHub's `StableDiffusion3Backbone`.

    Raises:
        PresetError: A file can't be read, or has become shorter.
    """
    in_eight_bits = {kernel.weight.name for kernel in eight_bit_kernels(part)}
    for weight in part.weights:
        if weight.name in in_eight_bits:
            weight.layer_of(model).assign_eight_bits(*read_kernel(part, weight))
            continue
        variable = weight.of(model)
        variable.assign(_cast(weight.turned(part.read(weight.name)), str(variable.dtype)))


def _cast(array: NDArray[Any], dtype: str) -> NDArray[Any]:
    return np.ascontiguousarray(array, ml_dtypes.bfloat16 if dtype == "bfloat16" else dtype)
