"""TensorFlow: functions compiled with XLA."""

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any

import keras
import tensorflow as tf

from sd3explorer.diffusion.compilers.kept_tensorflow import KeptFunction
from sd3explorer.diffusion.compilers.memory import Memory, of_nvidia_gpu, of_this_process
from sd3explorer.diffusion.programs import Programs, drop_damaged, vouch

# Between two looks at a running loop: about a step of the starter model on two cores, where
# looking twice as often costs 1 % of the time.
SECONDS_BETWEEN_LOOKS = 0.04

# Two already keep the cores busy; four gain nothing more on two of them.
LANES_ON_CPU = 2

_EXECUTABLES_FLAG = "--tf_xla_persistent_cache_directory"


def prepare(programs: Path | None = None) -> None:
    """Lets the device's memory grow with need, so that other programs can use it too.

    Args:
        programs: Folder of kept programs; None keeps none.
    """
    if programs is not None:
        keep_executables(programs / "tensorflow")
    for device in tf.config.list_physical_devices("GPU"):
        tf.config.experimental.set_memory_growth(device, True)


def keep_executables(folder: Path) -> None:
    """Has XLA keep what it compiles, and read it again in the next process.

    It takes the first folder that a process names, for good.
    """
    if _EXECUTABLES_FLAG in os.environ.get("TF_XLA_FLAGS", ""):
        return
    try:
        drop_damaged(folder)
    except OSError:
        return
    os.environ["TF_XLA_FLAGS"] = f"{os.environ.get('TF_XLA_FLAGS', '')} {_EXECUTABLES_FLAG}={folder}".strip()


def finish_compiling(programs: Path) -> None:
    """To be called when new programs have run: what was kept of them is whole.

    Args:
        programs: Folder of kept programs.
    """
    vouch(programs / "tensorflow")


def compile_function(
    function: Callable[..., Any], variables: Sequence[keras.Variable], programs: Programs | None = None
) -> Callable[..., Any]:
    """Compiles a function of tensors that uses weights.

    The weights enter as captured tensors, not as variables: looking up a variable at every
    call costs ten times as much, which counts when a call is one denoising step.

    Args:
        function: From tensors to a tensor or several.
        variables: The weights that it uses; they may not change afterwards.
        programs: Where to keep what was compiled; None keeps nothing.
    """
    weights = [(variable, tf.convert_to_tensor(variable.value)) for variable in variables]
    if programs is not None:
        return KeptFunction(function, weights, programs)

    def stateless(*arguments: Any) -> Any:
        with keras.StatelessScope(state_mapping=weights):
            return function(*arguments)

    return tf.function(stateless, jit_compile=True, autograph=False, reduce_retracing=False)


def compile_loop(
    step: Callable[..., Any], variables: Sequence[keras.Variable], programs: Programs | None = None
) -> Callable[..., Any]:
    """Compiles a denoising step and a loop around it that can be watched and stopped.

    The loop is TensorFlow's, not Python's: going back to Python after every step costs another
    3 % of the time where a step takes 35 ms.
    """
    return _Loop(compile_function(step, variables, programs))


class _Loop:
    """A loop that several threads may run at the same time."""

    def __init__(self, step: Callable[..., Any]) -> None:
        self._step = step
        self._idle: SimpleQueue[_WatchedLoop] = SimpleQueue()

    def __call__(self, *arguments: Any) -> Any:
        """See `compilers.stepping.step_by_step`."""
        try:
            loop = self._idle.get_nowait()
        except Empty:
            loop = _WatchedLoop(self._step)
        try:
            return loop(*arguments)
        finally:
            self._idle.put(loop)


class _WatchedLoop:
    """Runs in a thread of its own and is told and asked through variables."""

    def __init__(self, step: Callable[..., Any]) -> None:
        self._step = step
        self._stopping = tf.Variable(False, trainable=False)
        # No fixed shapes: one trace serves every number of steps, one variable every batch.
        self._schedule = tf.Variable([0.0], shape=[None], trainable=False)
        self._latents = tf.Variable(0.0, shape=tf.TensorShape(None), trainable=False)
        self._loop = tf.function(self._steps, autograph=False)

    def __call__(
        self,
        latents: Any,
        schedule: Any,
        modulations: Any,
        arguments: tuple[Any, ...],
        watch: Callable[[Any], bool],
    ) -> Any:
        self._stopping.assign(False)
        self._schedule.assign(schedule)
        self._latents.assign(latents)
        if not watch(self._latents):
            return latents
        with ThreadPoolExecutor(1, "denoising") as thread:
            running = thread.submit(self._loop, latents, modulations, *arguments)
            try:
                while not wait([running], SECONDS_BETWEEN_LOOKS).done:
                    if not watch(self._latents):
                        self._stopping.assign(True)
                return running.result()
            finally:
                self._stopping.assign(True)

    def _steps(self, latents: Any, modulations: Any, *arguments: Any) -> Any:
        schedule = self._schedule.read_value()
        num_steps = tf.shape(schedule)[0] - 1

        def goes_on(index: Any, _: Any) -> Any:
            return tf.logical_and(index < num_steps, tf.logical_not(self._stopping.read_value()))

        def body(index: Any, latents: Any) -> tuple[Any, Any]:
            sigmas = schedule[index], schedule[index + 1]
            latents = self._step(latents, *sigmas, modulations[index], *arguments)
            with tf.control_dependencies([self._latents.assign(latents, read_value=False)]):
                return index + 1, tf.identity(latents)

        return tf.while_loop(goes_on, body, (tf.constant(0), latents), parallel_iterations=1)[1]


def is_out_of_memory(error: Exception) -> bool:
    """Whether the device has too little memory for what was asked."""
    return isinstance(error, tf.errors.ResourceExhaustedError)


def has_accelerator() -> bool:
    """Whether a GPU does the work."""
    return bool(tf.config.list_physical_devices("GPU"))


def has_fused_attention() -> bool:
    """TensorFlow has no attention but that of single operations."""
    return False


def lanes() -> int:
    """How many shares of a batch are best rendered side by side."""
    return 1 if has_accelerator() else min(LANES_ON_CPU, os.cpu_count() or 1)


def computes_in(precision: str) -> bool:
    """Whether this backend has all that a model needs in a precision, on this device."""
    return True


def memory() -> Memory | None:
    """The device's memory: of a GPU the most that was needed, as TensorFlow keeps what it once took."""
    gpus = tf.config.list_physical_devices("GPU")
    if not gpus:
        return of_this_process()
    total = of_nvidia_gpu(tf.config.experimental.get_device_details(gpus[0]).get("device_name", ""))
    return ("GPU 0", tf.config.experimental.get_memory_info("GPU:0")["peak"], total) if total else None
