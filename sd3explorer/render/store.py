"""The frame store: every frame ever rendered, on disk, by the digest of its recipe."""

import contextlib
import errno
import math
import os
import stat
import tempfile
import threading
import time
from collections.abc import Callable, Hashable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from sd3explorer.render.frame_file import LARGEST, frame_in, write_frame
from sd3explorer.render.messages import Image, RenderError
from sd3explorer.render.store_limit import remember_limit, remembered_limit
from sd3explorer.walk.cache_files import (
    is_cached,
    last_used,
    make_cache_folder,
    open_cached,
    replacing_cached,
)
from sd3explorer.walk.files import reason
from sd3explorer.walk.temporary import clear, is_temporary

# How full the store is after making room, so that it isn't made anew for every frame.
KEPT_SHARE = 0.9

# Older than this, a hidden file of an earlier version was left behind by a process that is gone.
LEFT_BEHIND_SECONDS = 3600.0

# Clocks of machines that use one store at once differ by less.
CLOCKS_DIFFER_SECONDS = 300.0

# What says nothing of a frame, and may be over in a moment.
PASSING = {errno.EMFILE, errno.ENFILE, errno.ENOMEM, errno.EAGAIN, errno.EBUSY, getattr(errno, "ESTALE", -1)}
PAUSES = (0.05, 0.1, 0.2)

FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", -1)}

Result = TypeVar("Result")


class FrameStore:
    """Frames as PNG files in a folder that several processes may use at once.

    A frame is written whole or not at all, and carries a checksum of its recipe and its pixels, so
    that what can be read is right. Only what was read and isn't right is removed. When the folder
    grows over its limit, the frames that were not used for the longest time go first; those used here
    a while ago stay, and those that somebody holds.

    A store that can't be written to can be read.

    Args:
        folder: Where the frames are; made when it isn't there.
        limit: Size in bytes that the folder may have; None takes the one that is kept in it.
        spares: For how many seconds frames stay that were used here. Who stays open for days and holds what
            is needed spares the others for a while only, or the folder would grow without a limit.

    Raises:
        RenderError: The folder can't be made.
    """

    def __init__(self, folder: Path, limit: int | None = None, spares: float = math.inf) -> None:
        self._folder = folder
        self._own_limit = limit
        # A clock that nobody sets.
        self._opened = _since_boot()
        self._spares = spares
        # When each frame was used here last, by its name.
        self._used: dict[str, float] = {}
        self._held: dict[Hashable, Sequence[str]] = {}
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise self._unusable(error) from error
        # Counted with the first frame that is kept, and in a thread: a full store has so many files
        # that a window would open late, or that frame show late.
        self._size: int | None = None
        self._bound = self.limit
        self._making_room = threading.Lock()

    @property
    def folder(self) -> Path:
        """Where the frames are."""
        return self._folder

    @property
    def limit(self) -> int:
        """Size in bytes that the folder may have; whoever uses it may change that."""
        return remembered_limit(self._folder) if self._own_limit is None else self._own_limit

    def limit_to(self, limit: int) -> int:
        """Lets the folder become so large from now on, whoever uses it, and makes room where it is larger.

        Args:
            limit: In bytes.

        Returns:
            How many bytes its frames take then.

        Raises:
            RenderError: The limit can't be kept.
        """
        try:
            remember_limit(self._folder, limit)
        except OSError as error:
            raise self._unusable(error) from error
        self._own_limit = None
        with self._making_room:
            return self._keep_within(limit)

    def hold(self, who: Hashable, digests: Sequence[str]) -> None:
        """Keeps frames from being removed to make room.

        Args:
            who: Who holds them; what they held before is theirs no more.
            digests: Of the frames' recipes; () holds none.
        """
        self._held.pop(who, None)
        if digests:
            self._held[who] = digests

    def usage(self) -> int:
        """How many bytes the frames take. Looks at every file: for threads that may take their time."""
        return sum(size for *_, size in self._files())

    def free(self) -> int:
        """Removes all frames but those used here a while ago, and those that somebody holds.

        Returns:
            How many bytes those take that stay.
        """
        with self._making_room:
            return self._keep_within(0)

    def get(self, digest: str) -> Image | None:
        """The frame of a recipe, and a note that it was used.

        Args:
            digest: The recipe's digest.

        Returns:
            uint8 (height, width, 3), or None if there is no such frame, or only a damaged one.

        Raises:
            RenderError: There is one, and it can't be read as things are.
        """
        path = self._path(digest)
        try:
            data, status = _patiently(lambda: self._read(path))
            image = frame_in(data, digest)
        except FileNotFoundError:
            return None
        except (OSError, MemoryError) as error:
            raise _unreadable(path, error) from error
        if image is None:
            with contextlib.suppress(OSError):
                # Another process may have rendered it meanwhile.
                if os.path.samestat(status, path.lstat()):
                    path.unlink()
            return None
        self._used[path.name] = _since_boot()
        return image

    def has(self, digest: str) -> bool:
        """Whether there is a frame of a recipe; reading it shows whether it is sound."""
        try:
            return self._is_there(digest)
        except OSError:
            return False

    def lacks(self, digest: str) -> bool:
        """Whether there is no frame of a recipe for certain; False while that can't be found out."""
        try:
            return not self._is_there(digest)
        except OSError:
            return False

    def put(self, digest: str, image: Image) -> None:
        """Keeps the frame of a recipe, in place of whatever was there.

        Args:
            digest: The recipe's digest.
            image: uint8 (height, width, 3).

        Raises:
            RenderError: It can't be written.
        """
        path = self._path(digest)
        try:
            size = _patiently(lambda: self._write(path, digest, image))
        except OSError as error:
            raise self._unusable(error) from error
        self._used[path.name] = _since_boot()
        if self._size is not None:
            self._size += size
        if (self._size is None or self._size > self._bound) and self._making_room.acquire(blocking=False):
            threading.Thread(target=self._make_room, name="making room for frames").start()

    def check_writable(self, digest: str) -> None:
        """Makes sure that the frame of a recipe could be kept, before work goes into it.

        Args:
            digest: The recipe's digest.

        Raises:
            RenderError: It couldn't.
        """
        folder = self._path(digest).parent
        try:
            make_cache_folder(folder)
            with tempfile.TemporaryFile(dir=folder):
                pass
        except OSError as error:
            raise self._unusable(error) from error

    def _is_there(self, digest: str) -> bool:
        path = self._path(digest)
        return is_cached(path) and not path.parent.is_symlink()

    def _read(self, path: Path) -> tuple[bytes, os.stat_result]:
        if path.parent.is_symlink():
            raise FileNotFoundError(path)
        with open_cached(path) as file:
            data = file.read(LARGEST + 1)
            with contextlib.suppress(OSError):
                # Frames of others, and those on a disk that can't be written, keep their date.
                os.utime(file.fileno() if os.utime in os.supports_fd else path)
            return data, os.fstat(file.fileno())

    def _write(self, path: Path, digest: str, image: Image) -> int:
        make_cache_folder(path.parent)
        # After a loss of power the checksum shows which of the last frames are whole.
        with replacing_cached(path, durable=False) as file:
            write_frame(file, digest, image)
            return file.tell()

    def _make_room(self) -> None:
        try:
            self._keep_within(self.limit)
        except OSError:
            # The folder is gone, which the next write reports.
            pass
        finally:
            self._making_room.release()

    def _keep_within(self, limit: int) -> int:
        """Removes frames until the others take no more than a limit, and returns what they take."""
        now = _since_boot()
        spared = max(self._opened, now - self._spares)
        for name, when in list(self._used.items()):
            if when < spared:
                self._used.pop(name, None)
        # By the clock of files. What is ahead of it was used before somebody set it back.
        latest = time.time() + CLOCKS_DIFFER_SECONDS
        spared = time.time() - (now - spared)
        # Other processes write and remove here too, so count anew.
        files = sorted(self._files(), key=lambda file: file[1])
        size = sum(each for *_, each in files)
        held = {digest for digests in list(self._held.values()) for digest in digests}
        for path, used, each in files if size > limit else ():
            if size <= limit * KEPT_SHARE:
                break
            if spared <= used <= latest or path.name in self._used or path.stem in held:
                continue
            with contextlib.suppress(OSError):
                path.unlink()
                size -= each
        self._size = size
        # Where frames of this session alone are too many, that isn't found out at every frame.
        self._bound = max(self.limit, int(size / KEPT_SHARE))
        return size

    def _files(self) -> Iterator[tuple[Path, float, int]]:
        """Every frame, when it was last used, and its size; removes what was left behind."""
        for status, path in _regular_files(self._folder):
            used = last_used(status)
            if not path.name.startswith("."):
                yield path, used, status.st_size
            elif is_temporary(path):
                clear(path)
            elif used < time.time() - LEFT_BEHIND_SECONDS:
                with contextlib.suppress(OSError):
                    path.unlink()

    def _path(self, digest: str) -> Path:
        return self._folder / digest[:2] / f"{digest}.png"

    def _unusable(self, error: OSError) -> RenderError:
        if error.errno in FULL:
            remedy = "free some space or choose another folder for it"
        elif error.errno in PASSING:
            remedy = "close some programs and try again"
        elif error.errno == errno.EEXIST:
            remedy = "remove that or choose another folder for it"
        else:
            remedy = "make it writable or choose another folder for it"
        return RenderError(f"the frame store {self._folder} can't be written: {reason(error)}; {remedy}")


def _patiently(work: Callable[[], Result]) -> Result:
    """Does something again, after a moment, where it failed for what may be over then."""
    for pause in PAUSES:
        try:
            return work()
        except OSError as error:
            if error.errno not in PASSING:
                raise
        time.sleep(pause)
    return work()


def _since_boot() -> float:
    """Seconds, also those that the machine has slept, whatever its clock is set to."""
    clock = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if clock is None else time.clock_gettime(clock)


def _regular_files(folder: Path) -> Iterator[tuple[os.stat_result, Path]]:
    """The PNG files in the folders of a store, without following any link."""
    for each in _entries(folder):
        if len(each.name) == 2 and each.is_dir(follow_symlinks=False):
            for entry in _entries(Path(each.path)):
                with contextlib.suppress(OSError):
                    status = entry.stat(follow_symlinks=False)
                    if stat.S_ISREG(status.st_mode) and entry.name.endswith(".png"):
                        yield status, Path(entry.path)


def _entries(folder: Path) -> list["os.DirEntry[str]"]:
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError:
        # Gone, or another user's.
        return []


def _unreadable(path: Path, error: OSError | MemoryError) -> RenderError:
    if isinstance(error, MemoryError) or error.errno in PASSING:
        remedy = "close some programs and try again"
    else:
        remedy = "make it readable, or remove it to have the frame rendered again"
    why = reason(error) if isinstance(error, OSError) else "out of memory"
    return RenderError(f"{path} in the frame store can't be read: {why}; {remedy}")
