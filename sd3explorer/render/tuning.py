"""What was measured about the devices here, remembered for the next time."""

import contextlib
import hashlib
import importlib.metadata
import json
import os
import platform
from pathlib import Path
from typing import Any, cast

from sd3explorer.render.messages import EngineSettings
from sd3explorer.walk.cache_files import read_cached, replacing_cached

# In bytes: of thousands of engines.
LARGEST = 2**20

MOST_FRAMES_AT_ONCE = 1024

# What decides which devices a process sees.
DEVICE_VARIABLES = ("CUDA_VISIBLE_DEVICES", "HIP_VISIBLE_DEVICES", "JAX_PLATFORMS")
NVIDIA_GPUS = Path("/proc/driver/nvidia/gpus")


class Tuning:
    """How many frames at once take the least time each, and which precision "auto" stands for.

    The first is remembered by model, size, precision and backend, the second by backend and devices.

    A file that can't be read or written is the same as none: the rule of thumb goes on to hold.

    Args:
        file: Where it is remembered; several processes may use it.
    """

    def __init__(self, file: Path) -> None:
        self._file = file

    def batch_size(self, settings: EngineSettings) -> int | None:
        """What was measured for such an engine, or None."""
        found = self._read().get(_name(settings))
        # Even a damaged digit leaves what can be tried.
        return found if type(found) is int and 0 < found <= MOST_FRAMES_AT_ONCE else None

    def precision(self, backend: str) -> str | None:
        """The dtype that was measured to suit this machine's device, or None.

        Args:
            backend: Name of Keras' backend.
        """
        found = self._read().get(_device(backend))
        return found if isinstance(found, str) else None

    def remember(self, settings: EngineSettings, batch_size: int) -> None:
        """Remembers what was measured for such an engine."""
        self._write({_name(settings): batch_size})

    def remember_precision(self, backend: str, precision: str) -> None:
        """Remembers the dtype that was measured to suit this machine's device."""
        self._write({_device(backend): precision})

    def _write(self, measured: dict[str, Any]) -> None:
        known = self._read() | measured
        with contextlib.suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with replacing_cached(self._file) as file:
                file.write(json.dumps(known, indent=1).encode())

    def _read(self) -> dict[str, Any]:
        try:
            known: object = json.loads(read_cached(self._file, LARGEST))
        except (OSError, ValueError, RecursionError):
            return {}
        return cast(dict[str, Any], known) if isinstance(known, dict) else {}


def _name(settings: EngineSettings) -> str:
    height, width = settings.image_size
    backend = settings.backend or os.environ.get("KERAS_BACKEND")
    return _digest([settings.preset.identity, height, width, settings.precision, backend, platform.node()])


def _device(backend: str) -> str:
    # Without Keras nobody knows the device, but what may change it is at hand.
    try:
        version = importlib.metadata.version(backend)
    except importlib.metadata.PackageNotFoundError:
        version = None
    seen = [os.environ.get(name) for name in DEVICE_VARIABLES]
    return _digest(["precision", backend, version, platform.node(), *seen, *_gpu_models()])


def _gpu_models() -> list[str]:
    models: list[str] = []
    for file in sorted(NVIDIA_GPUS.glob("*/information")):
        with contextlib.suppress(OSError):
            models += [line for line in file.read_text().splitlines() if line.startswith("Model:")]
    return models


def _digest(about: list[object]) -> str:
    return hashlib.sha256(json.dumps(about).encode()).hexdigest()[:32]
