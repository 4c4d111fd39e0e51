"""What was measured about the devices here, remembered for the next time."""

import contextlib
import functools
import hashlib
import importlib.metadata
import json
import os
import platform
from pathlib import Path
from typing import Any, cast

from sd3explorer.machine.backends import BACKENDS
from sd3explorer.render.messages import EngineSettings
from sd3explorer.walk.cache_files import json_cached, replacing_cached

# In bytes: of thousands of engines.
LARGEST = 2**20

MOST_FRAMES_AT_ONCE = 1024

# What decides which devices a process sees.
DEVICE_VARIABLES = ("CUDA_VISIBLE_DEVICES", "HIP_VISIBLE_DEVICES", "JAX_PLATFORMS")
# What decides which of them have the GPU; plugins bring JAX' code for it, libraries TensorFlow's.
PACKAGES = (*BACKENDS, "jax-cuda12-plugin", "jax-cuda13-plugin", "nvidia-cudnn-cu12", "nvidia-cudnn-cu13")
NVIDIA_GPUS = Path("/proc/driver/nvidia/gpus")


class Tuning:
    """How many frames at once take the least time each, and which precision and backend "auto" stands for.

    The first is remembered by model, size, precision and backend, the second by backend and devices, the
    third by devices and all that is installed.

    A file that can't be read is the same as none: the rule of thumb goes on to hold. What can't be written is
    remembered as long as this object.

    Args:
        file: Where it is remembered; several processes may use it.
        kind: Of the only device that is used, as `Device.kind` has it; "" for whatever a process sees.
    """

    def __init__(self, file: Path, kind: str = "") -> None:
        self._file = file
        self._kind = kind
        self._unwritten: dict[str, Any] = {}

    def batch_size(self, settings: EngineSettings) -> int | None:
        """What was measured for such an engine, or None."""
        found = self._read().get(_name(settings, self._kind))
        # Even a damaged digit leaves what can be tried.
        return found if type(found) is int and 0 < found <= MOST_FRAMES_AT_ONCE else None

    def precision(self, backend: str) -> str | None:
        """The dtype that was measured to suit this machine's device, or None.

        Args:
            backend: Name of Keras' backend.
        """
        found = self._read().get(_device(backend, self._kind))
        return found if isinstance(found, str) else None

    def backend(self) -> str | None:
        """The backend that was found to suit this machine's devices, or None."""
        found = self._read().get(_machine(self._kind))
        return found if isinstance(found, str) else None

    def remember(self, settings: EngineSettings, batch_size: int) -> None:
        """Remembers what was measured for such an engine."""
        self._write({_name(settings, self._kind): batch_size})

    def remember_precision(self, backend: str, precision: str) -> None:
        """Remembers the dtype that was measured to suit this machine's device."""
        self._write({_device(backend, self._kind): precision})

    def remember_backend(self, backend: str) -> None:
        """Remembers the backend that was found to suit this machine's devices."""
        self._write({_machine(self._kind): backend})

    def _write(self, measured: dict[str, Any]) -> None:
        try:
            # What can't be read now is not replaced by less.
            known = self._kept() | self._unwritten | measured
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with replacing_cached(self._file) as file:
                file.write(json.dumps(known, indent=1).encode())
        except OSError:
            self._unwritten |= measured
        else:
            self._unwritten = {}

    def _read(self) -> dict[str, Any]:
        try:
            return self._kept() | self._unwritten
        except OSError:
            return self._unwritten

    def _kept(self) -> dict[str, Any]:
        known = json_cached(self._file, LARGEST)
        return cast(dict[str, Any], known) if isinstance(known, dict) else {}


def _name(settings: EngineSettings, kind: str) -> str:
    height, width = settings.image_size
    backend = settings.backend or os.environ.get("KERAS_BACKEND")
    about: list[object] = [
        settings.preset.identity,
        height,
        width,
        settings.precision,
        backend,
        platform.node(),
    ]
    return _digest([*about, kind] if kind else about)


def _device(backend: str, kind: str) -> str:
    return _digest(["precision", backend, _version(backend), *_devices(kind)])


def _machine(kind: str) -> str:
    return _digest(["backend", *map(_version, PACKAGES), *_devices(kind)])


def _devices(kind: str) -> list[object]:
    if kind:
        return [platform.node(), kind]
    # Without Keras nobody knows the devices, but what may change them is at hand.
    seen = [os.environ.get(name) for name in DEVICE_VARIABLES]
    return [platform.node(), *seen, *_gpu_models()]


@functools.cache
def _version(package: str) -> str | None:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return None


def _gpu_models() -> list[str]:
    models: list[str] = []
    for file in sorted(NVIDIA_GPUS.glob("*/information")):
        with contextlib.suppress(OSError):
            models += [line for line in file.read_text().splitlines() if line.startswith("Model:")]
    return models


def _digest(about: list[object]) -> str:
    return hashlib.sha256(json.dumps(about).encode()).hexdigest()[:32]
