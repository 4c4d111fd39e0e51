"""PyTorch: functions run as they are, without recording gradients."""

from collections.abc import Callable
from typing import Any

import keras
import torch

from sd3explorer.diffusion.compilers.tokenizer_only import keep_tensorflow_off_the_gpu


def prepare() -> None:
    """Leaves the GPU to PyTorch alone."""
    keep_tensorflow_off_the_gpu()


def compile_function(function: Callable[..., Any], model: keras.Model) -> Callable[..., Any]:
    """Wraps a function of tensors that uses the weights of `model`."""

    @torch.inference_mode()
    def call(*arguments: Any) -> Any:
        return function(*arguments)

    return call


def is_out_of_memory(error: Exception) -> bool:
    """Whether the device has too little memory for what was asked."""
    return isinstance(error, torch.OutOfMemoryError)


def has_accelerator() -> bool:
    """Whether a GPU does the work."""
    return torch.cuda.is_available() or torch.backends.mps.is_available()
