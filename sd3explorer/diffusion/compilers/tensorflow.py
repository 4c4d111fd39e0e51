"""TensorFlow: functions compiled with XLA."""

import os
import shutil
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any, NamedTuple
from weakref import WeakSet

import keras
import tensorflow as tf

from sd3explorer.diffusion.compilers.flags import flags_in
from sd3explorer.diffusion.compilers.kept_tensorflow import Captured, KeptFunction
from sd3explorer.diffusion.compilers.memory import Memory, of_nvidia_gpu, of_this_process
from sd3explorer.diffusion.executables import drop_damaged, seal
from sd3explorer.diffusion.programs import Programs

# Between two looks at a running loop: about a step of the starter model on two cores, where
# looking twice as often costs 1 % of the time.
SECONDS_BETWEEN_LOOKS = 0.04

# Two already keep the cores busy; four gain nothing more on two of them.
LANES_ON_CPU = 2

# Bytes on the disk, many times what a model's executables take: without them none are written.
LEAST_ROOM = 256 * 2**20

_EXECUTABLES_FLAG = "--tf_xla_persistent_cache_directory"
_READ_ONLY_FLAG = "--tf_xla_persistent_cache_read_only"

# XLA's default on CPUs turns all weights of 16 or 8 bits into 32 before it computes anything: three times the
# memory of a model. A version that doesn't know the flag would end the process.
_ORDER_FLAG = "--xla_cpu_enable_concurrency_optimized_scheduler=false"
VERSIONS_WITH_SCHEDULER = ("2.21.",)

_captured: WeakSet[Captured] = WeakSet()


def prepare(programs: Path | None = None) -> None:
    """Lets the device's memory grow with need, so that other programs can use it too.

    Args:
        programs: Folder of kept programs; None keeps none.
    """
    flags_in("XLA_FLAGS")
    if programs is not None:
        keep_executables(programs / "tensorflow")
    for device in tf.config.list_physical_devices("GPU"):
        tf.config.experimental.set_memory_growth(device, True)
    if not has_accelerator() and tf.__version__.startswith(VERSIONS_WITH_SCHEDULER):
        _order_for_memory()


def _order_for_memory() -> None:
    flags, before = flags_in("XLA_FLAGS"), os.environ.get("XLA_FLAGS")
    if "concurrency_optimized" in flags:
        return
    os.environ["XLA_FLAGS"] = f"{flags} {_ORDER_FLAG}".strip()
    # XLA reads its flags once. Another backend may be started from here, and ends where it doesn't know one.
    tf.function(tf.identity, jit_compile=True)(tf.constant(0.0))
    if before is None:
        del os.environ["XLA_FLAGS"]
    else:
        os.environ["XLA_FLAGS"] = before


def keep_executables(folder: Path) -> None:
    """Has XLA keep what it compiles, and read it again in the next process.

    It takes the first folder that a process names, for good.
    """
    given = flags_in("TF_XLA_FLAGS")
    if _EXECUTABLES_FLAG in given:
        return
    if not drop_damaged(folder):
        return
    flags = f"{given} {_EXECUTABLES_FLAG}={_quoted(folder)}".strip()
    # XLA fails where it can't write.
    if shutil.disk_usage(folder).free < LEAST_ROOM or not os.access(folder, os.W_OK):
        flags += f" {_READ_ONLY_FLAG}"
    os.environ["TF_XLA_FLAGS"] = flags


def _quoted(path: Path) -> str:
    """A path for XLA, which takes flags apart at spaces."""
    return '"' + str(path).replace("\\", "\\\\").replace('"', '\\"') + '"'


def finish_compiling(programs: Path) -> None:
    """To be called when new programs have run: what was kept of them is whole.

    Args:
        programs: Folder of kept programs.
    """
    seal(programs / "tensorflow")


def compile_function(
    function: Callable[..., Any], variables: Sequence[keras.Variable], programs: Programs | None = None
) -> Callable[..., Any]:
    """Compiles a function of tensors that uses weights.

    The weights enter as captured tensors, not as variables: looking up a variable at every
    call costs ten times as much, which counts when a call is one denoising step.

    Args:
        function: From tensors to a tensor or several.
        variables: The weights that it uses; whoever changes them calls `weights_changed`.
        programs: Where to keep what was compiled; None keeps nothing.
    """
    return _compiled(function, _capture(variables), programs)


def weights_changed(variables: Sequence[keras.Variable]) -> None:
    """To be called when weights have other values: functions that were compiled before take these.

    Args:
        variables: The weights that have changed.
    """
    for captured in _captured:
        captured.renew(variables)


def _capture(variables: Sequence[keras.Variable]) -> Captured:
    captured = Captured(variables)
    _captured.add(captured)
    return captured


def _compiled(
    function: Callable[..., Any], captured: Captured, programs: Programs | None
) -> Callable[..., Any]:
    if programs is not None:
        return KeptFunction(function, captured, programs)

    def stateless(*arguments: Any) -> Any:
        with keras.StatelessScope(state_mapping=captured.weights):
            return function(*arguments)

    return captured.by(tf.function(stateless, jit_compile=True, autograph=False, reduce_retracing=False))


def compile_loop(
    step: Callable[..., Any], variables: Sequence[keras.Variable], programs: Programs | None = None
) -> Callable[..., Any]:
    """Compiles a denoising step and a loop around it that can be watched and stopped.

    The loop is TensorFlow's, not Python's: going back to Python after every step costs another
    3 % of the time where a step takes 35 ms.
    """
    captured = _capture(variables)
    return _Loop(_compiled(step, captured, programs), captured)


class _Loop:
    """A loop that several threads may run at the same time; it is traced for the first of them alone."""

    def __init__(self, step: Callable[..., Any], captured: Captured) -> None:
        self._step = step
        self._run = captured.by(tf.function(self._steps, autograph=False))
        self._idle: SimpleQueue[_Watched] = SimpleQueue()

    def __call__(
        self,
        latents: Any,
        schedule: Any,
        modulations: Any,
        arguments: tuple[Any, ...],
        watch: Callable[[Any], bool],
    ) -> Any:
        """See `compilers.stepping.step_by_step`."""
        try:
            watched = self._idle.get_nowait()
        except Empty:
            watched = _Watched.new()
        try:
            watched.stopping.assign(False)
            watched.schedule.assign(schedule)
            watched.latents.assign(latents)
            if not watch(watched.latents):
                return latents
            return self._watched_run(watched, (latents, modulations, *arguments), watch)
        finally:
            self._idle.put(watched)

    def _watched_run(
        self, watched: "_Watched", arguments: tuple[Any, ...], watch: Callable[[Any], bool]
    ) -> Any:
        with ThreadPoolExecutor(1, "denoising") as thread:
            running = thread.submit(self._run, watched, *arguments)
            try:
                while not wait([running], SECONDS_BETWEEN_LOOKS).done:
                    if not watch(watched.latents):
                        watched.stopping.assign(True)
                return running.result()
            finally:
                watched.stopping.assign(True)

    def _steps(self, watched: "_Watched", latents: Any, modulations: Any, *arguments: Any) -> Any:
        schedule = watched.schedule.read_value()
        num_steps = tf.shape(schedule)[0] - 1

        def goes_on(index: Any, _: Any) -> Any:
            return tf.logical_and(index < num_steps, tf.logical_not(watched.stopping.read_value()))

        def body(index: Any, latents: Any) -> tuple[Any, Any]:
            sigmas = schedule[index], schedule[index + 1]
            latents = self._step(latents, *sigmas, modulations[index], *arguments)
            with tf.control_dependencies([watched.latents.assign(latents, read_value=False)]):
                return index + 1, tf.identity(latents)

        return tf.while_loop(goes_on, body, (tf.constant(0), latents), parallel_iterations=1)[1]


class _Watched(NamedTuple):
    """By which variables a running loop is stopped and watched.

    A tuple, as a traced function takes no other object.
    """

    stopping: tf.Variable
    schedule: tf.Variable
    latents: tf.Variable

    @classmethod
    def new(cls) -> "_Watched":
        # No fixed shapes: one trace serves every number of steps, one variable every batch.
        return cls(
            tf.Variable(False, trainable=False),
            tf.Variable([0.0], shape=[None], trainable=False),
            tf.Variable(0.0, shape=tf.TensorShape(None), trainable=False),
        )


def is_out_of_memory(error: Exception) -> bool:
    """Whether the device has too little memory for what was asked."""
    # A full disk raises the same kind of error.
    return isinstance(error, tf.errors.ResourceExhaustedError) and "No space left" not in str(error)


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
