"""The files that the export panel holds ready, in a folder that lives as long as the window."""

import shutil
import tempfile
import time
from collections import Counter
from pathlib import Path

from PySide6.QtCore import QLockFile

from sd3explorer.walk.cache_files import last_used

_PREFIX = "run-"
_LOCK = "lock"
# A file that was dragged out of a window that crashed may still be on its way somewhere.
_OLD_SECONDS = 24 * 3600.0


class RunFolder:
    """A folder of one window's files, removed when it closes.

    Each file gets a folder of its own, so that files may have the same name. What a crashed window
    left behind is removed by the first one that starts a day later.

    Args:
        parent: Where all windows have their folders; made when it is needed.
    """

    def __init__(self, parent: Path) -> None:
        self._parent = parent
        self._folder: Path | None = None
        self._lock: QLockFile | None = None
        self._kept: set[Path] = set()
        # What is being read, and by how many; what of that nobody wants afterwards.
        self._held: Counter[Path] = Counter()
        self._unwanted: set[Path] = set()

    @property
    def parent(self) -> Path:
        """Where all windows have their folders."""
        return self._parent

    def place_for(self, name: str) -> Path:
        """A path that nothing else has, for a file or folder of this name.

        Raises:
            OSError: The folder can't be written to.
        """
        if self._folder is None:
            self._parent.mkdir(parents=True, exist_ok=True)
            self._clear_left_behind()
            self._folder = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=self._parent))
            self._lock = _lock_of(self._folder)
            self._lock.tryLock(0)
        return Path(tempfile.mkdtemp(dir=self._folder)) / name

    def keep(self, path: Path) -> None:
        """Keeps a file until the window closes, as others know where it is."""
        self._kept.add(path)

    def hold(self, path: Path) -> None:
        """Keeps a file while it is read; `release` ends that."""
        self._held[path] += 1

    def release(self, path: Path) -> None:
        """Ends what `hold` began: the file goes if it was to be discarded meanwhile."""
        self._held -= Counter([path])
        if path in self._unwanted:
            self._unwanted.remove(path)
            self.discard(path)

    def discard(self, path: Path) -> None:
        """Removes a file that isn't needed here any more, unless it is kept, and not while it is held."""
        if path in self._held:
            self._unwanted.add(path)
        elif path not in self._kept:
            shutil.rmtree(path.parent, ignore_errors=True)

    def close(self) -> None:
        """Removes everything."""
        if self._lock is not None:
            self._lock.unlock()
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
        self._folder = self._lock = None

    def _clear_left_behind(self) -> None:
        for folder in self._parent.glob(f"{_PREFIX}*"):
            lock = _lock_of(folder)
            if _is_old(folder) and lock.tryLock(0):
                lock.unlock()
                shutil.rmtree(folder, ignore_errors=True)


def _lock_of(folder: Path) -> QLockFile:
    lock = QLockFile(str(folder / _LOCK))
    # However old the lock, it holds while its process runs.
    lock.setStaleLockTime(0)
    return lock


def _is_old(folder: Path) -> bool:
    try:
        return last_used(folder.stat()) < time.time() - _OLD_SECONDS
    except OSError:
        return False
