"""Which precision "auto" stands for: what this device is fast at, as measured."""

import time
from collections.abc import Callable, Mapping, Sequence
from types import ModuleType
from typing import Any

from keras import ops

from sd3explorer.diffusion.backend import PRECISIONS, DiffusionError

# Half of the digits have to be worth something.
LEAST_GAIN = 1.5

# Sides of the matrices: growing until a product takes long enough to be timed.
SMALLEST, LARGEST = 512, 8192
ENOUGH_SECONDS, TRIES = 0.02, 3
# One product that takes so many times as long as that is measured well enough: PyTorch needs seconds for
# bfloat16 on a CPU that can't compute in it.
MANY_TIMES = 10

ROUNDS = 3


def chosen_precision(precision: str, compiler: ModuleType) -> str:
    """The dtype that was asked for, or for "auto" the one that suits this device, measured anew.

    Args:
        precision: Name of a dtype, or "auto".
        compiler: Module of `compilers/` for Keras' backend.

    Raises:
        DiffusionError: There is no such precision, or not on this backend and device.
    """
    if precision != "auto":
        check_precision(precision, compiler)
        return precision
    return best(rates(compiler))


def rates(compiler: ModuleType) -> dict[str, float]:
    """How many floating-point operations per second this device does in each precision that it can.

    Args:
        compiler: Module of `compilers/` for Keras' backend.
    """
    return measured(_possible(compiler), lambda dtype: product_rate(dtype, compiler.compile_function))


def check_precision(precision: str, compiler: ModuleType) -> None:
    """Refuses a precision that the device can't compute in.

    Args:
        precision: Name of a dtype.
        compiler: Module of `compilers/` for Keras' backend.

    Raises:
        DiffusionError: There is no such precision, or not on this backend and device.
    """
    if precision not in PRECISIONS:
        raise DiffusionError(f'no precision is called "{precision}"; there are {", ".join(PRECISIONS)}')
    possible = _possible(compiler)
    if precision not in possible:
        raise DiffusionError(
            f"this backend can't compute in {precision} on this device; choose {' or '.join(possible)}"
        )


def measured(possible: Sequence[str], rate_of: Callable[[str], float]) -> dict[str, float]:
    """The rates of precisions, measured until it is known which of them is `best`.

    Args:
        possible: Some of `PRECISIONS`, float32 among them.
        rate_of: Measures one of them.
    """
    found = dict.fromkeys(possible, 0.0)
    for _ in range(ROUNDS):
        for dtype in possible:
            found[dtype] = max(found[dtype], rate_of(dtype))
        # Other work may have slowed it down just while float32 was measured: the digits get another chance.
        if best(found) == "float32":
            break
    return found


def best(rates: Mapping[str, float]) -> str:
    """The precision that is worth its rounding.

    Float16 before bfloat16 where both are about as fast, as it has three more bits for the same picture.

    Args:
        rates: Of those of `PRECISIONS` that are possible, in any unit; float32 always is.
    """
    single, brain, half = (rates.get(dtype, 0.0) for dtype in PRECISIONS)
    dtype, rate = ("float16", half) if LEAST_GAIN * half >= brain else ("bfloat16", brain)
    return dtype if rate >= LEAST_GAIN * single else "float32"


def _possible(compiler: ModuleType) -> list[str]:
    return [dtype for dtype in PRECISIONS if compiler.computes_in(dtype)]


def product_rate(
    dtype: str, compile_function: Callable[..., Any], enough_seconds: float = ENOUGH_SECONDS
) -> float:
    """Floating-point operations per second of large square matrix products, the best of several sizes.

    Args:
        dtype: Of the matrices.
        compile_function: As in the modules of `compilers/`.
        enough_seconds: How long products in a row are timed, and a single one at the largest size.
    """
    product = compile_function(lambda square: ops.matmul(square, square), [])
    best_rate, size = 0.0, SMALLEST
    while size <= LARGEST:
        square = ops.full((size, size), 0.01, dtype=dtype)
        # The first one compiles, the second shows how many in a row are long enough to be timed.
        _seconds(product, square, 1)
        alone = _seconds(product, square, 1)
        number = max(round(enough_seconds / alone), 1)
        tries = TRIES if alone < MANY_TIMES * enough_seconds else 0
        seconds = min((alone, *(_seconds(product, square, number) / number for _ in range(tries))))
        best_rate = max(best_rate, 2 * size**3 / seconds)
        if seconds >= enough_seconds:
            break
        size *= 2
    return best_rate


def _seconds(product: Callable[[Any], Any], square: Any, number: int) -> float:
    start = time.perf_counter()
    for _ in range(number):
        result = product(square)
    # A backend may go on computing after the call; numbers that were read are done. NumPy has no bfloat16.
    ops.convert_to_numpy(ops.cast(result[0], "float32"))
    return time.perf_counter() - start
