"""What a backend computes on: its name, and the memory that it needed."""

import os

from sd3explorer.diffusion.device import gpu_name


def device_name(backend: str) -> str:
    """What computes: the name of a GPU, or how many cores a CPU has.

    Args:
        backend: tensorflow, jax or torch.
    """
    return gpu_name(backend) or f"CPU, {os.cpu_count()} cores"


def device_memory(backend: str) -> int | None:
    """The most bytes of a GPU that this process needed so far; None on a CPU, or where that is unknown."""
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
