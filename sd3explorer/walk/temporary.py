"""Temporary files and folders: hidden, gone when they are done with, and known by a lock until then.

The lock ends with its process, however that ends, so whoever comes next knows what a killed one has
left, and what another one is writing. Where a system or a disk has no such locks, nothing is taken for
left behind.

On a share of a network, some systems keep locks to themselves. So a name says which machine it is of, and
what is another machine's counts as left behind only when nobody has touched it for a week.
"""

import hashlib
import os
import platform
import re
import secrets
import shlex
import shutil
import stat
import sys
import tempfile
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path

if sys.platform != "win32":
    import fcntl

_LONGEST_STEM = 40
_NAME = re.compile(r"\..*-sd3explorer-(?:(?P<machine>[0-9a-f]{6})-)?[0-9a-f]{8}(\.[^.]*)?", re.DOTALL)

# Where Linux keeps what tells machines apart that are called the same.
_MACHINE_ID = Path("/etc/machine-id")

# Where temporary files are on every system with such paths.
_USUAL = (Path("/tmp"), Path("/var/tmp"))

# Longer than any export takes to touch its file again, and than clocks of machines are apart.
_SECONDS_UNTOUCHED = 7 * 24 * 3600.0


@contextmanager
def temporary_file(folder: Path, stem: str, suffix: str, mode: int = 0o666) -> Generator[Path]:
    """Gives the path of a new, empty file, which is removed in the end.

    Args:
        folder: Where it is made.
        stem: What its name begins with, after a dot.
        suffix: What its name ends with.
        mode: Who may do what with it, less the umask.

    Raises:
        OSError: It can't be made.
    """

    def make(path: Path) -> None:
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode))

    with _locked(folder, stem, suffix, make) as path:
        try:
            yield path
        finally:
            path.unlink(missing_ok=True)


@contextmanager
def temporary_folder(parent: Path, stem: str) -> Generator[Path]:
    """Gives the path of a new, empty folder, which is removed in the end with all that is in it.

    What killed processes left in `parent` is cleared away first.

    Args:
        parent: Where it is made.
        stem: What its name begins with, after a dot.

    Raises:
        OSError: It can't be made.
    """
    clear_left_behind(parent)
    with _locked(parent, stem, "", Path.mkdir) as path:
        try:
            yield path
        finally:
            shutil.rmtree(path, ignore_errors=True)


def is_plain(path: Path) -> bool:
    """Whether a shell takes a path as it is, without quotes. PyTorch calls its compilers as a shell does."""
    return shlex.quote(str(path)) == str(path)


def plain_folder() -> Path | None:
    """The folder for temporary files, or another one where its path isn't plain; None where none is."""
    folder = Path(tempfile.gettempdir())
    if sys.platform == "win32":
        return folder
    places = (folder, *_USUAL)
    return next((each for each in places if is_plain(each) and os.access(each, os.W_OK | os.X_OK)), None)


def is_temporary(path: Path) -> bool:
    """Whether a name is one of those that are given here."""
    return _NAME.fullmatch(path.name) is not None


def clear_left_behind(folder: Path) -> None:
    """Removes what this user's killed processes have left in a folder, as far as that is possible."""
    with suppress(OSError):
        for path in folder.iterdir():
            if is_temporary(path):
                clear(path)


def clear(path: Path) -> None:
    """Removes a temporary file or folder, if this user's killed process has left it."""
    with suppress(OSError):
        lock = _lock(path)
        if lock is None:
            return
        try:
            found = os.fstat(lock)
            if not _is_own(found) or not (_is_of_this_machine(path) or _is_untouched(found, path.parent)):
                return
            if stat.S_ISDIR(found.st_mode):
                shutil.rmtree(path, ignore_errors=True)
            elif stat.S_ISREG(found.st_mode):
                path.unlink()
        finally:
            os.close(lock)


@contextmanager
def _locked(folder: Path, stem: str, suffix: str, make: Callable[[Path], None]) -> Generator[Path]:
    while True:
        name = f".{stem[:_LONGEST_STEM]}-sd3explorer-{_machine()}-{secrets.token_hex(4)}{suffix}"
        path = folder / name
        make(path)
        try:
            lock = _lock(path)
        except (BlockingIOError, FileNotFoundError):
            # Somebody who clears up came between the two, and took it for left behind.
            continue
        except OSError:
            lock = None
        break
    try:
        yield path
    finally:
        if lock is not None:
            os.close(lock)


def _lock(path: Path) -> int | None:
    """The descriptor that holds a lock; None where the system has no locks.

    Raises:
        BlockingIOError: Somebody else has it.
        FileNotFoundError: It is gone.
        OSError: The disk has no locks.
    """
    if sys.platform == "win32":
        return None
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        path.lstat()
    except BaseException:
        os.close(descriptor)
        raise
    return descriptor


def _is_own(found: os.stat_result) -> bool:
    return sys.platform == "win32" or found.st_uid == os.geteuid()


def _is_of_this_machine(path: Path) -> bool:
    name = _NAME.fullmatch(path.name)
    return name is not None and name["machine"] == _machine()


def _is_untouched(found: os.stat_result, folder: Path) -> bool:
    """Whether nobody has touched something for long, by the clock of the disk: ours may have been set."""
    if found.st_mtime >= time.time() - _SECONDS_UNTOUCHED:
        return False
    with tempfile.TemporaryFile(dir=folder) as new:
        return found.st_mtime < os.fstat(new.fileno()).st_mtime - _SECONDS_UNTOUCHED


@cache
def _machine() -> str:
    """What this machine is known by among those that share a folder: 6 hexadecimal digits."""
    about = platform.node()
    with suppress(OSError):
        about += _MACHINE_ID.read_text(errors="replace")
    return hashlib.sha256(about.encode(errors="replace")).hexdigest()[:6]
