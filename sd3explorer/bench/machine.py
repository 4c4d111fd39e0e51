"""What a backend computes on: its name, the memory it needed, how fast its matrix products are."""

import os
import time
from collections.abc import Callable
from typing import Any

# Large enough for all cores or units, small enough to be done soon.
_SMALLEST, _LARGEST = 1024, 8192
_ENOUGH_SECONDS = 0.25
_TRIES = 3


def device_name(backend: str) -> str:
    """What computes: the name of a GPU, or how many cores a CPU has.

    Args:
        backend: tensorflow, jax or torch.
    """
    return _gpu_name(backend) or f"CPU, {os.cpu_count()} cores"


def device_memory(backend: str) -> int | None:
    """The most bytes of a GPU that this process needed so far; None on a CPU, or where nobody can tell."""
    if backend == "tensorflow":
        import tensorflow as tf

        gpu = bool(tf.config.list_physical_devices("GPU"))
        return tf.config.experimental.get_memory_info("GPU:0")["peak"] if gpu else None
    if backend == "jax":
        import jax

        return (jax.local_devices()[0].memory_stats() or {}).get("peak_bytes_in_use")
    import torch

    return torch.cuda.max_memory_allocated() if torch.cuda.is_available() else None


def forget_device_memory(backend: str) -> None:
    """Begins to look for the most memory of a GPU anew, where the backend can do that.

    Args:
        backend: tensorflow, jax or torch.
    """
    if backend == "tensorflow":
        import tensorflow as tf

        if tf.config.list_physical_devices("GPU"):
            tf.config.experimental.reset_memory_stats("GPU:0")
    if backend == "torch":
        import torch

        if torch.cuda.is_available():
            torch.cuda.empty_cache()
            torch.cuda.reset_peak_memory_stats()


def product_rate(backend: str, precision: str) -> float:
    """Floating-point operations per second of a large matrix product, the best of several sizes.

    Args:
        backend: tensorflow, jax or torch.
        precision: Name of the dtype.
    """
    from keras import ops

    product = _compiled_product(backend)
    best, size = 0.0, _SMALLEST
    while size <= _LARGEST:
        square = ops.cast(ops.full((size, size), 0.01), precision)
        _seconds(product, square, 1)
        number = max(1, int(_ENOUGH_SECONDS / _seconds(product, square, 1)))
        seconds = min(_seconds(product, square, number) for _ in range(_TRIES)) / number
        best = max(best, 2 * size**3 / seconds)
        # The next size takes eight times as long.
        if seconds > _ENOUGH_SECONDS:
            break
        size *= 2
    return best


def _seconds(product: Callable[[Any], Any], square: Any, number: int) -> float:
    """Seconds of so many products in a row."""
    from keras import ops

    result = square
    start = time.perf_counter()
    for _ in range(number):
        result = product(square)
    # Backends compute while Python goes on; a number that is read has been computed.
    ops.convert_to_numpy(result[0])
    return time.perf_counter() - start


def _compiled_product(backend: str) -> Callable[[Any], Any]:
    from keras import ops

    def product(square: Any) -> Any:
        return ops.matmul(square, square)

    if backend == "tensorflow":
        import tensorflow as tf

        return tf.function(product, jit_compile=True)
    if backend == "jax":
        import jax

        return jax.jit(product)
    import torch

    return torch.inference_mode()(product)


def _gpu_name(backend: str) -> str | None:
    if backend == "tensorflow":
        import tensorflow as tf

        gpus = tf.config.list_physical_devices("GPU")
        return tf.config.experimental.get_device_details(gpus[0]).get("device_name", "GPU") if gpus else None
    if backend == "jax":
        import jax

        return jax.devices()[0].device_kind if jax.default_backend() != "cpu" else None
    import torch

    return torch.cuda.get_device_name() if torch.cuda.is_available() else None
