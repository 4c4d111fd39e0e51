"""Choosing Keras' backend, which must happen before Keras is imported."""

import importlib
import importlib.util
import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from types import ModuleType
from typing import Any

from sd3explorer.machine.backends import BACKENDS, DEFAULT, TITLES
from sd3explorer.presets.files import read_bytes
from sd3explorer.processes.environment import KERAS_HOME, has_home
from sd3explorer.walk.error import ReportedError
from sd3explorer.walk.files import expanded, reason
from sd3explorer.walk.printable import shortened

# Beginnings of environment variables by which somebody tells a backend what to do; none of them is ours.
_ORDERS = {
    "jax": ("JAX_",),
    "torch": ("TORCH_", "PYTORCH_", "KERAS_TORCH_DEVICE"),
}
_LONGEST_DETAIL = 200

PRECISIONS = ("float32", "bfloat16", "float16")


class DiffusionError(ReportedError):
    """Why the model can't be run, and what to do, in one sentence."""


def select(backend: str | None, programs: Path | None = None) -> ModuleType:
    """Makes Keras use a backend, for the rest of the process.

    Args:
        backend: One of `BACKENDS`; None takes `KERAS_BACKEND`, or TensorFlow.
        programs: Folder of compiled programs, those that are kept for other processes; None keeps none.

    Returns:
        The module of `compilers/` for it.

    Raises:
        DiffusionError: There is no such backend, it isn't installed, Keras uses another one, its settings
            are damaged, or environment variables tell it what it can't do.
    """
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    chosen = chosen_backend(backend)
    if chosen not in BACKENDS:
        raise DiffusionError(f'no backend is called "{chosen}"; there are {", ".join(BACKENDS)}')
    if importlib.util.find_spec(chosen) is None:
        raise DiffusionError(f"{chosen} isn't installed; run: pip install 'sd3explorer[{chosen}]'")
    if _running() not in (None, chosen):
        raise DiffusionError(
            f"Keras already runs on {_running()} in this process, not on {chosen}; start a new process for it"
        )
    os.environ["KERAS_BACKEND"] = chosen
    if not has_home():
        # Keras would make a folder in the current one that is called "~".
        os.environ.setdefault("KERAS_HOME", os.fspath(KERAS_HOME))
    if _running() is None:
        _check_process()
        _check_settings(_settings_file())
    with _with_orders(chosen), nullcontext() if chosen == "jax" else _without_jax():
        compiler = importlib.import_module(f"sd3explorer.diffusion.compilers.{chosen}")
        compiler.prepare(programs)
    _take_own_settings()
    return compiler


def chosen_backend(backend: str | None) -> str:
    """The backend that was asked for, or else the one that runs already, `KERAS_BACKEND`, or TensorFlow."""
    return backend or _running() or os.environ.get("KERAS_BACKEND") or DEFAULT


def is_chosen() -> bool:
    """Whether somebody has chosen the backend: Keras runs already, or `KERAS_BACKEND` is set."""
    return bool(_running() or os.environ.get("KERAS_BACKEND"))


@contextmanager
def _without_jax() -> Iterator[None]:
    """Within it, JAX can't be imported.

    TensorFlow imports it wherever it is installed, for converters that nothing here uses: a seventh of the
    time until this process can load a model.
    """
    if "jax" in sys.modules:
        yield
        return
    # As the documentation of `sys.modules` has it.
    sys.modules["jax"] = None
    try:
        yield
    finally:
        del sys.modules["jax"]


@contextmanager
def _with_orders(backend: str) -> Iterator[None]:
    """Names in an error the environment variables that tell the backend what to do, if there are any."""
    try:
        yield
    except DiffusionError:
        raise
    except Exception as error:
        orders = [name for name in sorted(os.environ) if name.startswith(_ORDERS.get(backend, ()))]
        if not orders:
            raise
        said = ", ".join(f"{name}={shortened(os.environ[name])}" for name in orders)
        detail = " ".join(f"{type(error).__name__}: {error}".split()).rstrip(".: ")
        raise DiffusionError(
            f"{TITLES[backend]} can't be started with {said}: {detail[:_LONGEST_DETAIL]}; correct or unset "
            f"{'it' if len(orders) == 1 else 'them'}"
        ) from error


def _check_process() -> None:
    """Refuses a process that Keras can't run in. Those that are started here are made for it."""
    if sys.flags.optimize > 1:
        raise DiffusionError(
            "Keras can't do without docstrings; start Python without -OO, and PYTHONOPTIMIZE unset"
        )
    # As TensorFlow takes it.
    if os.environ.get("TF_USE_LEGACY_KERAS") in ("1", "true", "True"):
        raise DiffusionError(
            "with TF_USE_LEGACY_KERAS TensorFlow wants another Keras than this one; unset it"
        )


def _settings_file() -> Path:
    # As Keras does, which takes the home of nobody for a folder that is called so.
    return expanded(os.environ.get("KERAS_HOME", "~/.keras")) / "keras.json"


def _check_settings(file: Path) -> None:
    """Refuses settings that Keras ends with an error at, or that it would wait for."""
    try:
        settings: Any = json.loads(read_bytes(file))
    except FileNotFoundError:
        return
    except OSError as error:
        raise DiffusionError(f"{file} can't be read: {reason(error)}; remove it") from error
    except ValueError:
        # Those it doesn't mind.
        return
    except RecursionError:
        settings = None
    if not (
        isinstance(settings, dict)
        and settings.get("floatx", "float32") in ("float16", "float32", "float64")
        and isinstance(settings.get("epsilon", 1e-7), float)
        and settings.get("image_data_format", "channels_last") in ("channels_last", "channels_first")
    ):
        raise DiffusionError(f"{file} is damaged; remove it")


def _take_own_settings() -> None:
    """Undoes what a keras.json of this machine says, or frames would depend on that."""
    import keras

    keras.config.set_floatx("float32")
    keras.config.set_epsilon(1e-7)
    keras.config.set_image_data_format("channels_last")


def _running() -> str | None:
    keras = sys.modules.get("keras")
    return keras.config.backend() if keras else None
