"""Which precision "auto" stands for: what this device is fast at, measured once and remembered."""

import platform
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

from keras import ops

from sd3explorer.diffusion.backend import DiffusionError
from sd3explorer.diffusion.programs import Programs

PRECISIONS = ("float32", "bfloat16", "float16")

# Half of the digits have to be worth something.
LEAST_GAIN = 1.5

# Sides of the matrices: growing until a product takes long enough to be timed.
SMALLEST, LARGEST = 1024, 8192
ENOUGH_SECONDS, TRIES = 0.02, 5


def chosen_precision(precision: str, compiler: ModuleType, programs: Path | None = None) -> str:
    """The dtype that was asked for, or the one that "auto" stands for on this machine.

    Args:
        precision: Name of a dtype, or "auto".
        compiler: Module of `compilers/` for Keras' backend.
        programs: Folder of kept programs, where what was measured is remembered; None measures anew.

    Raises:
        DiffusionError: There is no such precision.
    """
    if precision not in ("auto", *PRECISIONS):
        raise DiffusionError(f'no precision is called "{precision}"; there are {", ".join(PRECISIONS)}')
    if precision != "auto":
        return precision
    kept = Programs(programs) if programs is not None else None
    name = f"precision of {compiler.__name__} on {platform.node()}, {_device(compiler)}"
    remembered = (kept.read(name) or b"").decode() if kept is not None else ""
    if remembered not in PRECISIONS:
        remembered = best({dtype: product_rate(dtype, compiler.compile_function) for dtype in PRECISIONS})
        if kept is not None:
            kept.write(name, remembered.encode())
    return remembered


def best(rates: Mapping[str, float]) -> str:
    """The precision that is worth its rounding.

    Float16 before bfloat16 where both are about as fast, as it has three more bits for the same picture.

    Args:
        rates: Of each of `PRECISIONS`, in any unit.
    """
    half = "float16" if LEAST_GAIN * rates["float16"] >= rates["bfloat16"] else "bfloat16"
    return half if rates[half] >= LEAST_GAIN * rates["float32"] else "float32"


def product_rate(dtype: str, compile_function: Callable[..., Any]) -> float:
    """Floating-point operations per second of products of large square matrices.

    Args:
        dtype: Of the matrices.
        compile_function: As in the modules of `compilers/`.
    """
    # NumPy has no bfloat16, so the number that is read is none.
    product = compile_function(lambda square: ops.cast(ops.sum(ops.matmul(square, square)), "float32"), [])
    size = SMALLEST
    while True:
        square = ops.full((size, size), 0.01, dtype=dtype)
        ops.convert_to_numpy(product(square))
        seconds = min(_seconds(product, square) for _ in range(TRIES))
        if seconds >= ENOUGH_SECONDS or size >= LARGEST:
            return 2 * size**3 / seconds
        size *= 2


def _seconds(product: Callable[[Any], Any], square: Any) -> float:
    start = time.perf_counter()
    # A backend may go on computing after the call; a number that was read is done.
    ops.convert_to_numpy(product(square))
    return time.perf_counter() - start


def _device(compiler: ModuleType) -> str:
    memory = compiler.memory()
    return memory[0] if memory is not None else "device"
