"""Fuzzing that looks where a change leads: `python -m tests.faults.coverage_guided TARGET CORPUS [-runs=N]`.

Needs atheris (`pip install atheris`), and hands all further arguments to libFuzzer.
"""

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import atheris  # pyright: ignore[reportMissingImports] (no part of what tests need)

with atheris.instrument_imports(include=["sd3explorer.walk", "sd3explorer.export", "sd3explorer.presets"]):
    from sd3explorer.export.containers import texts
    from sd3explorer.export.packet import unwrap
    from sd3explorer.export.source import DamagedError
    from sd3explorer.presets.checkpoints.header import read_header
    from sd3explorer.presets.preset import PresetError
    from sd3explorer.walk.error import WalkError
    from tests.faults.walk_files import check

# In memory, where there is such a folder.
FILE = Path("/dev/shm" if Path("/dev/shm").is_dir() else "/tmp") / f"sd3explorer-fuzzing-{os.getpid()}"


def walks(data: bytes) -> None:
    """A walk file."""
    check(data)


def exports(data: bytes) -> None:
    """A picture or a video."""
    FILE.write_bytes(data)
    with suppress(DamagedError, WalkError):
        for text in texts(FILE):
            unwrap(text)


def headers(data: bytes) -> None:
    """A checkpoint: its header, which most changes of its length would only cut."""
    FILE.write_bytes(len(data).to_bytes(8, "little") + data + bytes(4096))
    with suppress(PresetError):
        read_header(FILE)


TARGETS: dict[str, Callable[[bytes], None]] = {each.__name__: each for each in (walks, exports, headers)}


def main() -> None:
    """Goes on until a time or a number of runs is over, or something is found."""
    target = TARGETS[sys.argv.pop(1)]
    atheris.Setup(sys.argv, target)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
