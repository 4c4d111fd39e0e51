"""PyTorch: functions run as they are, without recording gradients."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

# Before OpenMP starts: threads that spin while they wait cost twenty times the time where
# other programs want the cores too.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

import keras
import torch

from sd3explorer.diffusion.compilers.memory import Memory, keep_freed_memory, of_this_process
from sd3explorer.diffusion.compilers.stepping import step_by_step
from sd3explorer.diffusion.compilers.tokenizer_only import keep_tensorflow_off_the_gpu
from sd3explorer.diffusion.programs import Programs


def prepare(programs: Path | None = None) -> None:
    """Leaves the GPU to PyTorch alone, the CPU without denormal numbers, and freed memory to this process.

    Args:
        programs: Not needed, as nothing is compiled.
    """
    keep_tensorflow_off_the_gpu()
    keep_freed_memory()
    # Denormal numbers are as good as 0 here, and slow.
    torch.set_flush_denormal(True)


def finish_compiling(programs: Path) -> None:
    """Nothing is kept."""


def compile_function(
    function: Callable[..., Any], variables: Sequence[keras.Variable], programs: Programs | None = None
) -> Callable[..., Any]:
    """Wraps a function of tensors that uses weights."""

    @torch.inference_mode()
    def call(*arguments: Any) -> Any:
        return function(*arguments)

    return call


def compile_loop(
    step: Callable[..., Any], variables: Sequence[keras.Variable], programs: Programs | None = None
) -> Callable[..., Any]:
    """Compiles a denoising step and a loop around it that can be watched and stopped."""
    return step_by_step(compile_function(step, variables, programs))


def is_out_of_memory(error: Exception) -> bool:
    """Whether the device has too little memory for what was asked."""
    return isinstance(error, torch.OutOfMemoryError)


def has_accelerator() -> bool:
    """Whether a GPU does the work."""
    return torch.cuda.is_available() or torch.backends.mps.is_available()


def lanes() -> int:
    """How many shares of a batch are best rendered side by side."""
    # The threads of several would fight for the cores.
    return 1


def computes_in(precision: str) -> bool:
    """Whether this backend has all that a model needs in a precision, on this device."""
    return True


def memory() -> Memory | None:
    """The device's memory: of a GPU what all programs use, of which PyTorch keeps what it once took."""
    if torch.cuda.is_available():
        free, total = torch.cuda.mem_get_info()
        return f"GPU {torch.cuda.current_device()}", total - free, total
    if torch.backends.mps.is_available():
        return "GPU", torch.mps.driver_allocated_memory(), torch.mps.recommended_max_memory()
    return of_this_process()
