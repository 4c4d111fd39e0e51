"""JAX: functions compiled with XLA."""

import os
from collections.abc import Callable
from typing import Any

# Before JAX takes three quarters of the device's memory for itself.
os.environ.setdefault("XLA_PYTHON_CLIENT_PREALLOCATE", "false")

import jax
import keras

from sd3explorer.diffusion.compilers.memory import Memory, of_this_process
from sd3explorer.diffusion.compilers.stepping import step_by_step
from sd3explorer.diffusion.compilers.tokenizer_only import keep_tensorflow_off_the_gpu


def prepare() -> None:
    """Leaves the GPU to JAX alone."""
    keep_tensorflow_off_the_gpu()


def compile_function(function: Callable[..., Any], model: keras.Model) -> Callable[..., Any]:
    """Compiles a function of tensors that uses the weights of `model`.

    The weights enter as arguments, as constants of the program they would lie in memory twice.
    """
    variables = list(model.variables)

    @jax.jit
    def stateless(values: list[Any], arguments: tuple[Any, ...]) -> Any:
        with keras.StatelessScope(state_mapping=zip(variables, values, strict=True)):
            return function(*arguments)

    def call(*arguments: Any) -> Any:
        return stateless([variable.value for variable in variables], arguments)

    return call


def compile_loop(step: Callable[..., Any], model: keras.Model) -> Callable[..., Any]:
    """Compiles a denoising step and a loop around it that can be watched and stopped."""
    return step_by_step(compile_function(step, model))


def is_out_of_memory(error: Exception) -> bool:
    """Whether the device has too little memory for what was asked."""
    return isinstance(error, jax.errors.JaxRuntimeError) and "RESOURCE_EXHAUSTED" in str(error)


def has_accelerator() -> bool:
    """Whether a GPU or TPU does the work."""
    return jax.default_backend() != "cpu"


def memory() -> Memory | None:
    """The device's memory: of a GPU the most that was needed, as JAX keeps what it once took."""
    if not has_accelerator():
        return of_this_process()
    numbers = jax.local_devices()[0].memory_stats() or {}
    used, total = numbers.get("peak_bytes_in_use"), numbers.get("bytes_limit")
    return (f"{jax.default_backend().upper()} 0", used, total) if used and total else None
