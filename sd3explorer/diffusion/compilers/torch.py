"""PyTorch: steps as graphs of its own operations, compiled on NVIDIA GPUs; other functions as they are."""

import os
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

# Before OpenMP starts: threads that spin while they wait cost twenty times the time where
# other programs want the cores too.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

import keras
import torch
from torch.fx.experimental.proxy_tensor import make_fx
from torch.utils._triton import has_triton

from sd3explorer.diffusion.compilers.kept_torch import compiled
from sd3explorer.diffusion.compilers.memory import Memory, keep_freed_memory, of_this_process
from sd3explorer.diffusion.compilers.stepping import step_by_step
from sd3explorer.diffusion.compilers.tokenizer_only import keep_tensorflow_off_the_gpu
from sd3explorer.diffusion.executables import drop_damaged, seal
from sd3explorer.diffusion.programs import Programs
from sd3explorer.walk.temporary import is_plain, plain_folder


def prepare(programs: Path | None = None) -> None:
    """Leaves the GPU to PyTorch alone, the CPU without denormal numbers, and freed memory to this process.

    Args:
        programs: Folder of kept programs; None keeps them where PyTorch does.
    """
    if programs is not None:
        _keep_kernels(programs / "torch")
    if compiles():
        _leave_folder_that_needs_quotes()
    keep_tensorflow_off_the_gpu()
    keep_freed_memory()
    # Whoever chooses the backend knows what to say where there is no such device as Keras is told to take.
    keras.ops.zeros(())
    # Denormal numbers are as good as 0 here, and slow.
    torch.set_flush_denormal(True)


def _keep_kernels(folder: Path) -> None:
    # PyTorch traces nothing without a folder for what it might compile, and calls compilers as a shell does.
    if drop_damaged(folder, written_whole=True) and is_plain(folder):
        os.environ["TORCHINDUCTOR_CACHE_DIR"] = str(folder)


def _leave_folder_that_needs_quotes() -> None:
    place = plain_folder()
    if place is not None and str(place) != tempfile.gettempdir():
        tempfile.tempdir = os.environ["TMPDIR"] = str(place)


def finish_compiling(programs: Path) -> None:
    """To be called when new programs have run: what was kept of them is whole.

    Args:
        programs: Folder of kept programs.
    """
    seal(programs / "torch")


def compile_function(
    function: Callable[..., Any], variables: Sequence[keras.Variable], programs: Programs | None = None
) -> Callable[..., Any]:
    """Wraps a function of tensors that uses weights, to run without recording gradients."""

    @torch.inference_mode()
    def call(*arguments: Any) -> Any:
        return function(*arguments)

    return call


def weights_changed(variables: Sequence[keras.Variable]) -> None:
    """To be called when weights have other values. Functions here look at them whenever they are called."""


def compile_loop(
    step: Callable[..., Any], variables: Sequence[keras.Variable], programs: Programs | None = None
) -> Callable[..., Any]:
    """Compiles a denoising step and a loop around it that can be watched and stopped."""
    return step_by_step(_traced(step, variables, programs))


def _traced(
    function: Callable[..., Any], variables: Sequence[keras.Variable], programs: Programs | None
) -> Callable[..., Any]:
    """The function as a graph, so that Keras' layers, slow to call, are gone through only once.

    The graph is compiled where that pays within a walk: on a CPU it takes a minute, and spares a tenth.
    """
    graphs: dict[Any, Callable[..., Any]] = {}

    # Takes nothing but tensors and returns a tuple, as compiled graphs do.
    def stateless(*tensors: torch.Tensor) -> tuple[torch.Tensor]:
        values, arguments = tensors[: len(variables)], tensors[len(variables) :]
        with keras.StatelessScope(state_mapping=zip(variables, values, strict=True)):
            return (function(*arguments),)

    @torch.no_grad()
    def call(*arguments: torch.Tensor) -> torch.Tensor:
        # A compiled graph is for one layout in memory.
        tensors = [*(variable.value for variable in variables), *(each.contiguous() for each in arguments)]
        shapes = tuple((tuple(each.shape), each.dtype) for each in arguments)
        if shapes not in graphs:
            name = f"{function.__qualname__} {shapes} on {_device()}"
            graphs[shapes] = (
                compiled(stateless, tensors, name, programs) if compiles() else make_fx(stateless)(*tensors)
            )
        (result,) = graphs[shapes](*tensors)
        return result

    return call


def _device() -> str:
    if not torch.cuda.is_available():
        return "CPU"
    return f"{torch.cuda.get_device_name()} with CUDA {torch.version.cuda}"


def compiles() -> bool:
    """Whether graphs are compiled: where an NVIDIA GPU does the work, and Triton is there."""
    return torch.cuda.is_available() and has_triton()


def is_out_of_memory(error: Exception) -> bool:
    """Whether the device has too little memory for what was asked."""
    return isinstance(error, torch.OutOfMemoryError)


def has_accelerator() -> bool:
    """Whether a GPU does the work."""
    return torch.cuda.is_available() or torch.backends.mps.is_available()


def has_fused_attention() -> bool:
    """Whether attention is one kernel here, which a bias slows down."""
    return has_accelerator()


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
