"""JAX: functions compiled with XLA."""

import logging
import os
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

# Before JAX takes three quarters of the device's memory for itself.
os.environ.setdefault("XLA_PYTHON_CLIENT_PREALLOCATE", "false")

import jax
import jax.export
import keras

from sd3explorer.diffusion.compilers.flags import flags_in
from sd3explorer.diffusion.compilers.memory import Memory, of_this_process
from sd3explorer.diffusion.compilers.stepping import step_by_step
from sd3explorer.diffusion.compilers.tokenizer_only import keep_tensorflow_off_the_gpu
from sd3explorer.diffusion.executables import drop_damaged, seal
from sd3explorer.diffusion.programs import Programs

logger = logging.getLogger(__name__)

# Of cuDNN's attention, which JAX keeps in files only when asked to, as another version might change it.
# Another version's programs are never read here.
FLASH_ATTENTION = ("__cudnn$fmhaSoftmax", "__cudnn$fmhaScaleBiasSoftmax")

# XLA writes no matrix products of its own then, but leaves them to NVIDIA's library, which applies GELU in
# passing: a twentieth of a step of SD3 Medium on an H100.
GPU_OPTIONS = {"xla_gpu_enable_triton_gemm": False}

# Of ways to put a program's operations in order, that which takes the least memory. XLA's default on CPUs
# turns all weights of 16 or 8 bits into 32 before it computes anything: three times the memory of a model.
# The second is what versions know that don't know the first.
CPU_OPTIONS: tuple[dict[str, str | bool], ...] = (
    {"xla_cpu_scheduler_type": "CPU_SCHEDULER_TYPE_MEMORY_OPTIMIZED"},
    {"xla_cpu_enable_concurrency_optimized_scheduler": False},
)

# Two already keep the cores busy.
LANES_ON_CPU = 2


def prepare(programs: Path | None = None) -> None:
    """Leaves the GPU to JAX alone.

    Args:
        programs: Folder of kept programs; None keeps none.
    """
    flags_in("XLA_FLAGS")
    # Whoever chooses the backend knows what to say where there is no such device as JAX is told to take; so
    # before TensorFlow is imported, which takes seconds.
    jax.devices()
    keep_tensorflow_off_the_gpu()
    if programs is not None and drop_damaged(programs / "jax"):
        jax.config.update("jax_compilation_cache_dir", str(programs / "jax"))
        # Small and quick ones too: there are many of them before the first frame.
        jax.config.update("jax_persistent_cache_min_compile_time_secs", 0.0)
        jax.config.update("jax_persistent_cache_min_entry_size_bytes", -1)


def finish_compiling(programs: Path) -> None:
    """To be called when new programs have run: what was kept of them is whole.

    Args:
        programs: Folder of kept programs.
    """
    seal(programs / "jax")


def compile_function(
    function: Callable[..., Any], variables: Sequence[keras.Variable], programs: Programs | None = None
) -> Callable[..., Any]:
    """Compiles a function of tensors that uses weights.

    The weights enter as arguments, as constants of the program they would lie in memory twice.

    Args:
        function: From tensors to a tensor or several.
        variables: The weights that it uses.
        programs: Where to keep what was compiled; None keeps nothing.
    """

    def stateless(values: list[Any], arguments: tuple[Any, ...]) -> Any:
        with keras.StatelessScope(state_mapping=zip(variables, values, strict=True)):
            return function(*arguments)

    compiled = _jitted(stateless) if programs is None else _kept(stateless, function.__qualname__, programs)

    def call(*arguments: Any) -> Any:
        return compiled([variable.value for variable in variables], arguments)

    return call


def weights_changed(variables: Sequence[keras.Variable]) -> None:
    """To be called when weights have other values. Functions here look at them whenever they are called."""


def compile_loop(
    step: Callable[..., Any], variables: Sequence[keras.Variable], programs: Programs | None = None
) -> Callable[..., Any]:
    """Compiles a denoising step and a loop around it that can be watched and stopped."""
    # As one program: left to itself, JAX compiles another one for every index.
    return step_by_step(compile_function(step, variables, programs), jax.jit(keras.ops.unstack))


def _jitted(function: Callable[..., Any]) -> Callable[..., Any]:
    return jax.jit(function, compiler_options=compiler_options())


@cache
def compiler_options() -> dict[str, Any] | None:
    """XLA's flags for this device; nothing that its version doesn't know."""
    choices = {"cpu": CPU_OPTIONS, "gpu": (GPU_OPTIONS,)}.get(jax.default_backend(), ())
    return next(filter(knows, choices), None)


def knows(options: dict[str, Any]) -> bool:
    """Whether this version of XLA has such options."""
    try:
        jax.jit(lambda: 0, compiler_options=options)()
    except jax.errors.JaxRuntimeError:
        return False
    return True


def _kept(stateless: Callable[..., Any], name: str, programs: Programs) -> Callable[..., Any]:
    """The function, traced only where that wasn't done before."""
    compiled: dict[str, Callable[..., Any]] = {}

    def call(values: list[Any], arguments: tuple[Any, ...]) -> Any:
        shapes = jax.tree.map(lambda array: jax.ShapeDtypeStruct(array.shape, array.dtype), arguments)
        shape = f"{name} {shapes} on {jax.default_backend()}"
        if shape not in compiled:
            exported = _read(programs, shape)
            if exported is None:
                exported = export(stateless, values, arguments)
                programs.write(shape, exported.serialize())
            compiled[shape] = _jitted(exported.call)
        return compiled[shape](values, arguments)

    return call


def _read(programs: Programs, name: str) -> jax.export.Exported | None:
    kept = programs.read(name)
    try:
        return None if kept is None else jax.export.deserialize(bytearray(kept))
    except Exception as error:
        logger.warning("a kept program can't be read: %s", error)
        return None


def export(function: Callable[..., Any], *arguments: Any) -> jax.export.Exported:
    """The function as a program that can be kept, for arguments like these."""
    checks = [jax.export.DisabledSafetyCheck.custom_call(target) for target in FLASH_ATTENTION]
    return jax.export.export(jax.jit(function), disabled_checks=checks)(*arguments)


def is_out_of_memory(error: Exception) -> bool:
    """Whether the device has too little memory for what was asked."""
    return isinstance(error, jax.errors.JaxRuntimeError) and "RESOURCE_EXHAUSTED" in str(error)


def has_accelerator() -> bool:
    """Whether a GPU or TPU does the work."""
    return jax.default_backend() != "cpu"


def has_fused_attention() -> bool:
    """Whether attention is one kernel here, which a bias slows down by half."""
    return has_accelerator()


def lanes() -> int:
    """How many shares of a batch are best rendered side by side."""
    return 1 if has_accelerator() else min(LANES_ON_CPU, os.cpu_count() or 1)


def computes_in(precision: str) -> bool:
    """Whether this backend has all that a model needs in a precision, on this device."""
    # Its attention refuses float16 there.
    return has_accelerator() or precision != "float16"


def memory() -> Memory | None:
    """The device's memory: of a GPU the most that was needed, as JAX keeps what it once took."""
    if not has_accelerator():
        return of_this_process()
    numbers = jax.local_devices()[0].memory_stats() or {}
    used, total = numbers.get("peak_bytes_in_use"), numbers.get("bytes_limit")
    return (f"{jax.default_backend().upper()} 0", used, total) if used and total else None
