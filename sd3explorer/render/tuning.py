"""What was measured about the devices here, remembered for the next time."""

import contextlib
import hashlib
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


class Tuning:
    """How many frames at once take the least time each, by model, size, precision and backend.

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

    def remember(self, settings: EngineSettings, batch_size: int) -> None:
        """Remembers what was measured for such an engine."""
        known = self._read() | {_name(settings): batch_size}
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
    about = [settings.preset.identity, height, width, settings.precision, backend, platform.node()]
    return hashlib.sha256(json.dumps(about).encode()).hexdigest()[:32]
