"""What backends compile and keep by themselves in folders of ours, sealed with checksums.

A backend takes what it finds there for whole and right. One damaged bit, or half a file that a kill left, may
fail, end the process or compute something else, at each start anew.
"""

import hashlib
import logging
import os
from collections.abc import Iterator
from pathlib import Path

from sd3explorer.walk.cache_files import (
    discard,
    is_cached,
    last_used,
    make_cache_folder,
    open_cached,
    replacing_cached,
)

logger = logging.getLogger(__name__)

# In bytes, of each backend; those that were compiled first go first.
LIMIT = 2 * 2**30

# Folder with a checksum of each file.
SEALS, CHECKSUM_BYTES = "seals", 32


def seal(folder: Path) -> None:
    """Keeps the checksum of every file that has none yet, when it is known to be whole.

    What isn't sealed, as the disk is full or the folder isn't there, is compiled again another time.

    Args:
        folder: Where a backend keeps executables.
    """
    try:
        make_cache_folder(folder / SEALS)
        for path in _entries(folder):
            if is_cached(path) and not is_cached(_seal_of(path, folder)):
                _write_seal(path, folder)
    except OSError as error:
        logger.warning("executables can't be kept in %s: %s", folder, error)


def drop_damaged(folder: Path, written_whole: bool = False) -> bool:
    """Removes everything that isn't as it was when it was sealed, and the oldest of too many.

    Args:
        folder: Where a backend keeps executables; made when it isn't there.
        written_whole: Whether the backend writes a file whole or not at all. Then those stay that have no
            seal: another process may have written them just now, and be about to read them.

    Returns:
        Whether a backend may read what is there now; not where something couldn't be read or removed.
    """
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        make_cache_folder(folder)
        for path in list(_entries(folder)):
            if _is_damaged(path, folder, written_whole):
                discard(path)
        _drop_oldest(folder)
        _drop_seals_of_nothing(folder)
    except OSError as error:
        logger.warning("executables can't be kept in %s: %s", folder, error)
        return False
    return True


def _is_damaged(path: Path, folder: Path, written_whole: bool) -> bool:
    sealed = _read_seal(path, folder)
    if is_cached(path):
        return not written_whole if sealed is None else sealed != _checksum(path)
    if path.is_symlink() or not path.is_dir():
        return True
    # A folder in a file's place.
    return sealed is not None or not (written_whole or any(path.iterdir()))


def _drop_oldest(folder: Path) -> None:
    statuses = {path: path.lstat() for path in _entries(folder) if is_cached(path)}
    size = 0
    for path, status in sorted(statuses.items(), key=lambda each: last_used(each[1]), reverse=True):
        size += status.st_size
        if size > LIMIT:
            discard(path)


def _drop_seals_of_nothing(folder: Path) -> None:
    make_cache_folder(folder / SEALS)
    seals = {_seal_of(path, folder) for path in _entries(folder)}
    for path in (folder / SEALS).iterdir():
        if path not in seals:
            discard(path)


def _entries(folder: Path) -> Iterator[Path]:
    """Everything but the seals, what is in a folder before that."""
    for root, folders, files in os.walk(folder, topdown=False, onerror=_fail):
        if Path(root) != folder / SEALS:
            paths = (Path(root, name) for name in (*files, *folders))
            yield from (path for path in paths if path != folder / SEALS)


def _fail(error: OSError) -> None:
    # Otherwise what can't be listed would pass for sound.
    if not isinstance(error, FileNotFoundError):
        raise error


def _seal_of(path: Path, folder: Path) -> Path:
    return folder / SEALS / hashlib.sha256(os.fsencode(path.relative_to(folder))).hexdigest()[:32]


def _read_seal(path: Path, folder: Path) -> bytes | None:
    try:
        with open_cached(_seal_of(path, folder)) as file:
            return file.read(CHECKSUM_BYTES + 1)
    except FileNotFoundError:
        return None


def _write_seal(path: Path, folder: Path) -> None:
    checksum = _checksum(path)
    # Another process may have removed it meanwhile.
    if checksum is not None:
        with replacing_cached(_seal_of(path, folder)) as file:
            file.write(checksum)


def _checksum(path: Path) -> bytes | None:
    try:
        with open_cached(path) as file:
            return hashlib.file_digest(file, "sha256").digest()
    except FileNotFoundError:
        return None
