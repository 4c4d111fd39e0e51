"""What coverage-guided fuzzing gives bytes to, and what the gate gives those to that led somewhere new."""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from sd3explorer.export.containers import texts
from sd3explorer.export.packet import unwrap
from sd3explorer.export.source import DamagedError
from sd3explorer.presets.checkpoints.header import read_header
from sd3explorer.presets.preset import PresetError
from sd3explorer.walk.error import WalkError
from tests.faults.walk_files import check

CORPUS = Path(__file__).parent / "corpus"

# In memory, where there is such a folder.
_FOLDER = Path("/dev/shm" if Path("/dev/shm").is_dir() else "/tmp")


def walks(data: bytes) -> None:
    """A walk file."""
    check(data)


def exports(data: bytes) -> None:
    """A picture or a video."""
    file = _written(data)
    with suppress(DamagedError, WalkError):
        for text in texts(file):
            unwrap(text)
    file.unlink()


def headers(data: bytes) -> None:
    """A checkpoint: its header, which most changes of its length would only cut."""
    file = _written(len(data).to_bytes(8, "little") + data + bytes(4096))
    with suppress(PresetError):
        read_header(file)
    file.unlink()


def _written(data: bytes) -> Path:
    file = _FOLDER / f"sd3explorer-fuzzing-{os.getpid()}"
    file.write_bytes(data)
    return file


TARGETS: dict[str, Callable[[bytes], None]] = {each.__name__: each for each in (walks, exports, headers)}
