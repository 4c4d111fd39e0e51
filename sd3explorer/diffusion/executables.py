"""What backends compile and keep by themselves in folders of ours, sealed with signatures.

A backend takes what it finds there for whole and right. One damaged bit, or half a file that a kill left, may
fail, end the process or compute something else, at each start anew; and what a stranger has put there runs.
"""

import hashlib
import hmac
import logging
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from sd3explorer.diffusion.own_key import SIGNATURE_BYTES, own_key, signature
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

# Folder with a signature of each file.
SEALS = "seals"


def seal(folder: Path) -> None:
    """Signs every file that isn't signed yet, when it is known to be whole.

    What isn't sealed, as the disk is full or the folder isn't there, is compiled again another time.

    Args:
        folder: Where a backend keeps executables.
    """
    key = own_key()
    if key is None:
        return
    try:
        make_cache_folder(folder / SEALS)
        for path in _entries(folder):
            if is_cached(path) and not is_cached(_seal_of(path, folder)):
                _write_seal(path, folder, key)
    except OSError as error:
        logger.warning("executables can't be kept in %s: %s", folder, error)


def drop_damaged(folder: Path, written_whole: bool = False) -> bool:
    """Removes everything that isn't as it was when it was sealed, and the oldest of too many.

    Args:
        folder: Where a backend keeps executables; made when it isn't there.
        written_whole: Whether the backend writes a file whole or not at all. Then those of this user stay
            that have no seal: another process may have written them just now, and be about to read them.

    Returns:
        Whether a backend may read what is there now; not where something couldn't be read or removed, or
        nothing can be signed.
    """
    key = own_key()
    if key is None:
        return False
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        make_cache_folder(folder)
        for path in list(_entries(folder)):
            if _is_damaged(path, folder, key, written_whole):
                discard(path)
        _drop_oldest(folder)
        _drop_seals_of_nothing(folder)
    except OSError as error:
        logger.warning("executables can't be kept in %s: %s", folder, error)
        return False
    return True


def _is_damaged(path: Path, folder: Path, key: bytes, written_whole: bool) -> bool:
    sealed = _read_seal(path, folder)
    if is_cached(path):
        if sealed is None:
            return not (written_whole and _is_own(path))
        current = _signature(path, folder, key)
        return current is None or not hmac.compare_digest(sealed, current)
    if path.is_symlink() or not path.is_dir():
        return True
    # A folder in a file's place.
    return sealed is not None or not (written_whole or any(path.iterdir()))


def _is_own(path: Path) -> bool:
    """Whether a file can only have been written by this user, and by whom that user lets write."""
    try:
        status = path.lstat()
    except FileNotFoundError:
        return False
    return os.name == "nt" or (status.st_uid == os.geteuid() and not status.st_mode & stat.S_IWOTH)


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
            return file.read(SIGNATURE_BYTES + 1)
    except FileNotFoundError:
        return None


def _write_seal(path: Path, folder: Path, key: bytes) -> None:
    sealed = _signature(path, folder, key)
    # Another process may have removed it meanwhile.
    if sealed is not None:
        with replacing_cached(_seal_of(path, folder)) as file:
            file.write(sealed)


def _signature(path: Path, folder: Path, key: bytes) -> bytes | None:
    try:
        with open_cached(path) as file:
            digest = hashlib.file_digest(file, "sha256").digest()
    except FileNotFoundError:
        return None
    return signature(key, path.relative_to(folder.parent), digest)
