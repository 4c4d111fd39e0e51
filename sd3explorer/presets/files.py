"""The files of a KerasHub preset, which may be anybody's: regular ones alone, of bounded size and number."""

import errno
import os
from itertools import islice
from pathlib import Path

from sd3explorer.walk.files import check_regular, reading

CONFIG = "config.json"
PREPROCESSOR = "preprocessor.json"
# All in one file, or an index of several.
WEIGHTS = ("model.weights.h5", "model.weights.json")
ASSETS = "assets"

# How the names of those files end that make a preset what it is, beside its assets.
ENDINGS = (".json", ".h5")

# KerasHub writes about twenty. A folder of a million would take a minute to look through.
MAX_FILES = 10_000

# A configuration has a few kilobytes, the vocabulary of a large T5 under one megabyte.
MAX_BYTES = 32 * 2**20


def files_of(folder: Path) -> list[Path]:
    """The files that make a preset what it is: its configurations and weights, and all of its assets.

    A link to a file is that file, as the hubs' caches consist of links.

    Args:
        folder: Folder of a preset.

    Raises:
        OSError: One is no regular file or can't be looked at, or they are too many; `filename` says which.
    """
    found = [
        path for path in _entries(folder, MAX_FILES) if path.name.endswith(ENDINGS) and not path.is_dir()
    ]
    folders, left = [folder / ASSETS], MAX_FILES
    if not folders[0].is_dir():
        folders = []
    while folders:
        entries = _entries(folders.pop(), left)
        left -= len(entries)
        for path in entries:
            (folders if path.is_dir() else found).append(path)
    for path in found:
        check_regular(path.stat(), path)
    return sorted(found)


def read_bytes(file: Path) -> bytes:
    """Reads a regular file.

    Raises:
        OSError: It can't be read, is something else, or has more than `MAX_BYTES`.
    """
    with reading(file) as opened:
        content = opened.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        raise OSError(errno.EFBIG, f"it has more than {MAX_BYTES // 2**20} MiB", os.fspath(file))
    return content


def _entries(folder: Path, most: int) -> list[Path]:
    with os.scandir(folder) as entries:
        found = [Path(entry.path) for entry in islice(entries, most + 1)]
    if len(found) > most:
        raise OSError(errno.EFBIG, f"there are more than {MAX_FILES:,} files", os.fspath(folder))
    return found
