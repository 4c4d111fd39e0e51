"""What a backend sees of this computer: the device that it computes on, and how fast that is."""

import os
from collections.abc import Callable

from sd3explorer.diffusion.backend import select
from sd3explorer.machine.backends import TITLES, Seen


def gpu_name(backend: str) -> str | None:
    """What the GPU is called that a backend computes on; None on a CPU.

    Args:
        backend: tensorflow, jax or torch.
    """
    if backend == "tensorflow":
        import tensorflow as tf

        gpus = tf.config.list_physical_devices("GPU")
        return tf.config.experimental.get_device_details(gpus[0]).get("device_name", "GPU") if gpus else None
    if backend == "jax":
        import jax

        return jax.devices()[0].device_kind if jax.default_backend() != "cpu" else None
    import torch

    if torch.cuda.is_available():
        return torch.cuda.get_device_name()
    return "Apple's GPU" if torch.backends.mps.is_available() else None


def seen_by(backend: str, report: Callable[[str], None] = lambda _: None) -> Seen:
    """What a backend sees; takes some seconds to import it, and one or two to measure.

    To be called in a process of its own, which then has that backend for good.

    Args:
        backend: tensorflow, jax or torch.
        report: Called with what is going on, as a clause: "measuring TensorFlow".

    Raises:
        DiffusionError: The backend can't be used.
    """
    # Or JAX takes most of the GPU's memory, which an engine beside this process may have.
    os.environ.setdefault("XLA_PYTHON_CLIENT_PREALLOCATE", "false")
    title = TITLES.get(backend, backend)
    report(f"importing {title}")
    compiler = select(backend)
    # Imports Keras, so only now that its backend is chosen.
    from sd3explorer.diffusion.precision import best, rates

    report(f"looking for GPUs with {title}")
    gpu = gpu_name(backend)
    memory = compiler.memory() if gpu else None
    report(f"measuring {title}")
    measured = rates(compiler)
    return Seen(backend, gpu or "", memory[2] if memory else None, tuple(measured.items()), best(measured))
