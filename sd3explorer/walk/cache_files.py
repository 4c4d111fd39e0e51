"""Files in folders of our own, where time, bad luck and other programs leave what we didn't write.

Nothing but a regular file is read. A link, a folder or a pipe in its place is replaced, never followed.
"""

import errno
import json
import math
import os
import shutil
import stat
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from sd3explorer.walk.files import flush_folder, take_after
from sd3explorer.walk.temporary import clear_left_behind, temporary_file

# So far apart may the clocks of machines be that share a folder; a date that is further ahead is none.
CLOCKS_APART_SECONDS = 24 * 3600.0

# Of a mode: its owner reads and writes it.
_OWNERS = 0o600

# For what comes into a file's place between a look at it and its opening.
NEITHER_WAIT_NOR_FOLLOW = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0)


def is_cached(path: Path) -> bool:
    """Whether there is a regular file.

    Raises:
        OSError: That can't be found out.
    """
    return _has_kind(path, stat.S_ISREG)


def open_cached(path: Path) -> BinaryIO:
    """Opens a regular file for reading.

    Raises:
        FileNotFoundError: There is none, or something else in its place.
        OSError: It can't be opened.
    """
    if not is_cached(path):
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(path))
    return open(path, "rb", opener=lambda name, flags: os.open(name, flags | NEITHER_WAIT_NOR_FOLLOW))


def read_cached(path: Path, limit: int) -> bytes:
    """What is in a regular file.

    Args:
        path: The file.
        limit: The most bytes that are worth reading.

    Raises:
        FileNotFoundError: There is none, or something else in its place.
        OSError: It can't be read, or is larger.
    """
    with open_cached(path) as file:
        data = file.read(limit + 1)
    if len(data) > limit:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), str(path))
    return data


def json_cached(path: Path, limit: int) -> object:
    """What the JSON in a regular file says; None where there is none, or something else in its place.

    Args:
        path: The file.
        limit: The most bytes that are worth reading.

    Raises:
        OSError: It can't be read as things are, and may be sound.
    """
    try:
        return json.loads(read_cached(path, limit))
    except (FileNotFoundError, ValueError, RecursionError):
        return None
    except OSError as error:
        if error.errno == errno.EFBIG:
            return None
        raise


@contextmanager
def replacing_cached(path: Path, durable: bool = True) -> Generator[BinaryIO]:
    """Gives a file to write to that takes the place of whatever is at `path`, when the block ends well.

    Who might read a file that was there may read the new one, and nobody else; its owner may in any case.

    Args:
        path: The file to write or replace; its folder must exist.
        durable: Whether it has to be on the disk when this ends; see `files.replacing`.

    Raises:
        OSError: The folder can't be written to, or the disk is full.
    """
    if durable:
        clear_left_behind(path.parent)
    before = _file_at(path)
    # Nobody reads it meanwhile who mustn't read the file that it becomes.
    mode = 0o666 if before is None else _OWNERS
    with temporary_file(path.parent, path.stem, path.suffix, mode) as temporary:
        with temporary.open("r+b") as file:
            yield file
            if before is not None:
                take_after(before, temporary, _OWNERS)
            if durable:
                file.flush()
                os.fsync(file.fileno())
        if _has_kind(path, stat.S_ISDIR):
            shutil.rmtree(path)
        temporary.replace(path)
    if durable:
        flush_folder(path.parent)


def make_cache_folder(path: Path) -> None:
    """Makes a folder in one that is there, in place of whatever isn't one.

    Raises:
        OSError: It can't be made.
    """
    try:
        path.mkdir()
    except FileExistsError:
        if not _has_kind(path, stat.S_ISDIR):
            path.unlink(missing_ok=True)
            path.mkdir(exist_ok=True)


def discard(path: Path) -> None:
    """Removes whatever is at a path; what a link points to stays.

    Raises:
        OSError: It can't be removed.
    """
    if _has_kind(path, stat.S_ISDIR):
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def last_used(status: os.stat_result) -> float:
    """When a file was last used, as Unix time; a date in the future says nothing, and is before all."""
    return status.st_mtime if status.st_mtime < time.time() + CLOCKS_APART_SECONDS else -math.inf


def _file_at(path: Path) -> os.stat_result | None:
    try:
        status = path.lstat()
    except OSError:
        return None
    return status if stat.S_ISREG(status.st_mode) else None


def _has_kind(path: Path, is_kind: Callable[[int], bool]) -> bool:
    try:
        return is_kind(path.lstat().st_mode)
    except OSError as error:
        if error.errno in (errno.ENOENT, errno.ENOTDIR, errno.ELOOP):
            return False
        raise
