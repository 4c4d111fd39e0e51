"""TensorFlow: functions compiled with XLA."""

from collections.abc import Callable
from typing import Any

import keras
import tensorflow as tf


def prepare() -> None:
    """Lets the device's memory grow with need, so that other programs can use it too."""
    for device in tf.config.list_physical_devices("GPU"):
        tf.config.experimental.set_memory_growth(device, True)


def compile_function(function: Callable[..., Any], model: keras.Model) -> Callable[..., Any]:
    """Compiles a function of tensors that uses the weights of `model`.

    The weights enter as captured tensors, not as variables: looking up a variable at every
    call costs ten times as much, which counts when a call is one denoising step.
    """
    weights = [(variable, tf.convert_to_tensor(variable.value)) for variable in model.variables]

    def stateless(*arguments: Any) -> Any:
        with keras.StatelessScope(state_mapping=weights):
            return function(*arguments)

    return tf.function(stateless, jit_compile=True, autograph=False, reduce_retracing=False)


def is_out_of_memory(error: Exception) -> bool:
    """Whether the device has too little memory for what was asked."""
    return isinstance(error, tf.errors.ResourceExhaustedError)


def has_accelerator() -> bool:
    """Whether a GPU does the work."""
    return bool(tf.config.list_physical_devices("GPU"))
