"""Dense layers whose kernel stays in eight bits a number, and is turned into their precision by each call.

So the weights of one layer at a time are there in 16 or 32 bits. They are the numbers that they would be if
all had been turned when the model was loaded.
"""

from collections.abc import Sequence
from typing import Any

import keras
import ml_dtypes  # noqa: F401 (NumPy's floats of eight bits)
import numpy as np
from keras import layers, ops
from keras_hub.models import StableDiffusion3Backbone
from numpy.typing import NDArray

from sd3explorer.presets.preset import EightBits


class EightBitDense(layers.Dense):
    """What a dense layer becomes."""

    # Of the kernel in its file: "float8_e4m3fn".
    kept_in: str
    # One for each output; None where the kernel is as it is.
    scales: keras.Variable | None

    def call(self, inputs: Any, training: bool | None = None) -> Any:
        """As any dense layer."""
        outputs = ops.matmul(inputs, self._wide_kernel())
        if self.bias is not None:
            outputs = ops.add(outputs, self.bias)
        return outputs if self.activation is None else self.activation(outputs)

    def assign_eight_bits(self, numbers: NDArray[Any], scales: NDArray[np.float32] | None) -> None:
        """Takes a kernel.

        Args:
            numbers: (inputs, outputs), in its dtype.
            scales: (outputs,); None where the layer has none.
        """
        kept = np.ascontiguousarray(numbers)
        match keras.backend.backend():
            case "tensorflow":
                kept = kept.view(np.uint8)
            case "torch":
                # It takes no arrays of this kind from NumPy, but numbers that fit.
                kept = kept.astype(np.float32)
        self.kernel.assign(kept)
        if self.scales is not None:
            self.scales.assign(scales)

    def has_undefined_numbers(self) -> bool:
        """Whether some of its kernel are no numbers. As bytes, which they may lie in, all of them are."""
        return bool(np.isnan(ops.convert_to_numpy(self._kernel_in("float32"))).any())

    def _wide_kernel(self) -> Any:
        if self.scales is None:
            return self._kernel_in(self.compute_dtype)
        scaled = self._kernel_in("float32") * ops.convert_to_tensor(self.scales)
        return ops.cast(scaled, self.compute_dtype)

    def _kernel_in(self, dtype: str) -> Any:
        if keras.backend.backend() != "tensorflow":
            return ops.cast(self.kernel, dtype)
        numbers = np.arange(256, dtype=np.uint8).view(self.kept_in).astype(np.float32)
        return ops.take(ops.convert_to_tensor(numbers, dtype=dtype), ops.cast(self.kernel, "int32"))


def has_undefined_kernels(backbone: StableDiffusion3Backbone) -> bool:
    """Whether a model has kernels in eight bits with something that is no number."""
    eight = (layer for layer in backbone._flatten_layers() if isinstance(layer, EightBitDense))
    return any(layer.has_undefined_numbers() for layer in eight)


def dtype_of_variable(kept_in: str) -> str:
    """In which dtype a kernel lies on the device.

    TensorFlow's loops take no floats of eight bits, nor can it make such of bytes: it looks them up.

    Args:
        kept_in: Its dtype in the file.
    """
    return "uint8" if keras.backend.backend() == "tensorflow" else kept_in


def keep_in_eight_bits(backbone: StableDiffusion3Backbone, kernels: Sequence[EightBits]) -> None:
    """Has layers keep their kernel in eight bits a number; within `keras.StatelessScope`, before it is there.

    Args:
        backbone: The model.
        kernels: Of these.
    """
    for each in kernels:
        layer = each.weight.layer_of(backbone)
        # A model can't be given other layers after it was built.
        layer.__class__ = EightBitDense
        layer.kept_in = each.dtype
        layer.kernel._dtype = dtype_of_variable(each.dtype)
        layer._tracker.unlock()
        layer.scales = (
            layer.add_weight(
                name="scales",
                shape=(layer.units,),
                initializer="ones",
                dtype="float32",
                autocast=False,
                trainable=False,
            )
            if each.is_scaled
            else None
        )
        layer._tracker.lock()
