"""A layer between the app and its disk that fails when it is asked to."""

import builtins
import errno
import io
import os
import resource
import signal
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

# Full, full for this user, broken, read-only, gone, of too many open files, forbidden.
ERRORS = (
    errno.ENOSPC,
    errno.EDQUOT,
    errno.EIO,
    errno.EROFS,
    errno.ENOENT,
    errno.EMFILE,
    errno.EACCES,
)

_NAMES = [
    "open",
    "fsync",
    "replace",
    "rename",
    "mkdir",
    "scandir",
    "stat",
    "lstat",
    "chmod",
    "chown",
    "utime",
]
_CALLS = ((os, _NAMES), (io, ["open"]), (builtins, ["open"]))


class FailingDisk:
    """Calls into one folder, of which some fail.

    Args:
        folder: What is below it.
        number: Of the error.
        first: The first call that fails, from 0.
        lasting: Whether those after it fail as well, or only that one.
    """

    def __init__(self, folder: Path, number: int, first: int, lasting: bool) -> None:
        self.folder = os.fspath(folder)
        self.number = number
        self.first = first
        self.lasting = lasting
        self.calls = 0

    def check(self, place: object) -> None:
        """Counts a call.

        Raises:
            OSError: It is one of those that fail.
        """
        if isinstance(place, int):
            with_folder = _path_of(place).startswith(self.folder)
        else:
            with_folder = isinstance(place, str | os.PathLike) and os.fspath(place).startswith(self.folder)
        if not with_folder:
            return
        self.calls += 1
        fails = self.calls > self.first if self.lasting else self.calls == self.first + 1
        if fails:
            raise OSError(self.number, os.strerror(self.number), str(place))


@contextmanager
def failing(disk: FailingDisk) -> Iterator[None]:
    """Within it, the app meets that disk."""
    with ExitStack() as stack:
        for module, names in _CALLS:
            for name in names:
                stack.enter_context(patch.object(module, name, _checked(disk, getattr(module, name))))
        yield


@contextmanager
def small_files(limit: int) -> Iterator[None]:
    """Within it, no file grows beyond some bytes, whoever writes it: Python, Pillow, FFmpeg or vips."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, before)


def _checked(disk: FailingDisk, call: Callable[..., Any]) -> Callable[..., Any]:
    def checked(place: Any = ".", *arguments: Any, **options: Any) -> Any:
        disk.check(place)
        return call(place, *arguments, **options)

    return checked


def _path_of(descriptor: int) -> str:
    try:
        return os.readlink(f"/proc/self/fd/{descriptor}")  # noqa: PTH115 (it may be no path)
    except OSError:
        return ""
