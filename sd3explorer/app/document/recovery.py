"""What keeps a walk safe: a copy of unsaved edits beside every window, and a lock on its file."""

import contextlib
import hashlib
import os
import secrets
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import Lock

from PySide6.QtCore import QCoreApplication, QLockFile, QObject, QSysInfo, Signal

from sd3explorer.walk.cache_files import discard, is_cached, read_cached, replacing_cached
from sd3explorer.walk.error import WalkError
from sd3explorer.walk.file import SUFFIX
from sd3explorer.walk.files import flush_folder, reading, reason
from sd3explorer.walk.temporary import clear_left_behind
from sd3explorer.walk.walk import Walk

ORIGIN_SUFFIX = ".origin"
LOCK_SUFFIX = ".lock"
EARLIER_SUFFIX = ".earlier"
SET_ASIDE = "damaged"

# In bytes; no system has longer paths.
LONGEST_PATH = 2**16
# A lock without a holder that is older was cut short by a full disk or a loss of power, not a moment ago.
SECONDS_TO_WRITE = 5.0


@dataclass(frozen=True, slots=True)
class Leftover:
    """A walk with edits that a window could not save before it went.

    Args:
        walk: The walk as it was last kept.
        file: The file it was opened from or saved to; None if it had none.
        when: When it was last kept, as Unix time.
        name: What its recovery file is called, without suffix.
    """

    walk: Walk
    file: Path | None
    when: float
    name: str


class Recovery(QObject):
    """Keeps a copy of a window's unsaved edits, and finds those of windows that are gone.

    Each window has a walk file of its own in the folder, the path of the walk's real file beside
    it, and a lock that shows the others that it lives. Every edit is written at once, by a thread of
    its own; where edits come faster than that, the latest is written next. Another thread waits for the
    disk, and keeps the latest edit that is safe from a loss of power beside it.

    Args:
        folder: Where recovery files are; made when it isn't there.
        parent: Qt's parent.
    """

    failed = Signal(str)
    mended = Signal()  # what had failed works again

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._name = f"{datetime.now():%Y-%m-%d-%H%M%S}-{secrets.token_hex(4)}"
        self._locks: dict[str, QLockFile] = {}
        # What is to be kept, and what is: a walk and its file, or None where all is saved.
        self._wanted: tuple[Walk, Path | None] | None = None
        self._kept: tuple[Walk, Path | None] | None = None
        self._set_aside: list[Path] = []
        self._has_failed = False
        self._closed = False
        # One thread, so that nothing older is ever written over something newer.
        self._writer = ThreadPoolExecutor(1, "recovery")
        # A disk may take seconds, in which the next edit is safe from a kill already.
        self._flusher = ThreadPoolExecutor(1, "recovery to the disk")
        self._unflushed = False
        # While copies come and go by names, which both threads see to.
        self._naming = Lock()

    @property
    def name(self) -> str:
        """What this window's recovery file is called, without suffix."""
        return self._name

    def keep(self, walk: Walk, file: Path | None) -> None:
        """Has the walk written at once; emits `failed` if that can't be, once until it works again.

        Args:
            walk: The walk with its unsaved edits.
            file: The file it was opened from or saved to, if it has one.
        """
        self._want((walk, file))

    def write(self) -> bool:
        """Waits until what is to be kept is on the disk.

        Returns:
            Whether it is.
        """
        if self._closed:
            return True
        return self._writer.submit(self._catch_up).result() and self._flusher.submit(self._flush).result()

    def clear(self) -> None:
        """Forgets this window's copy: its walk is saved, or was closed on purpose."""
        self._want(None)

    def close(self, keep_edits: bool = False) -> None:
        """Ends it for good. Leftovers that were neither taken nor discarded are offered again.

        Args:
            keep_edits: Whether this window's copy is a leftover from now on; else it is removed.
        """
        if not keep_edits:
            self.clear()
        self._closed = True
        self._writer.shutdown()
        self._flusher.shutdown()
        if not keep_edits:
            self._remove(self._name)
        for lock in self._locks.values():
            lock.unlock()
        self._locks.clear()

    def leftovers(self) -> list[Leftover]:
        """What windows that are gone have left, the newest first. Damaged files are set aside.

        While they are offered here, no other window offers them.
        """
        clear_left_behind(self._folder)
        endings = (SUFFIX, EARLIER_SUFFIX, LOCK_SUFFIX)
        names = {path.stem for ending in endings for path in self._folder.glob(f"[!.]*{ending}")}
        found = [self._read(name) for name in names - {self._name}]
        return sorted((left for left in found if left), key=lambda left: left.when, reverse=True)

    @property
    def set_aside(self) -> list[Path]:
        """Damaged files that `leftovers` came upon, where they are now."""
        return list(self._set_aside)

    def take(self, leftover: Leftover) -> None:
        """Makes a leftover this window's own unsaved walk; it is removed once it is kept anew."""
        self.keep(leftover.walk, leftover.file)
        if self.write():
            self.discard(leftover)

    def discard(self, leftover: Leftover) -> None:
        """Removes a leftover that nobody wants."""
        self._remove(leftover.name)
        self._unlock(leftover.name)

    def _want(self, wanted: tuple[Walk, Path | None] | None) -> None:
        # The undo stack still emits signals while it is taken down.
        if not self._closed:
            self._wanted = wanted
            self._writer.submit(self._catch_up)

    def _catch_up(self) -> bool:
        """Writes or removes what is wanted last, in the thread of the writer."""
        wanted = self._wanted
        if wanted is self._kept and not self._has_failed:
            return True
        try:
            if wanted is None:
                self._unflushed = False
                self._remove(self._name)
                self._report_mended()
            else:
                self._write(*wanted)
        except (OSError, UnicodeError) as error:
            self._report_failed(error)
            return False
        self._kept = wanted
        return True

    def _write(self, walk: Walk, file: Path | None) -> None:
        # Prompts are private.
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._lock(self._name)
        self._write_origin(file)
        with replacing_cached(self._path(self._name), durable=False) as kept:
            kept.write(walk.dump().encode())
        self._unflushed = True
        self._flusher.submit(self._flush)

    def _flush(self) -> bool:
        """Brings the latest edit to the disk, in the thread of the flusher; says whether it is there."""
        path, second_name = self._path(self._name), self._folder / f".{self._name}-flushed"
        try:
            with self._naming:
                if not self._unflushed:
                    return not self._has_failed
                self._unflushed = False
                flushed = (second_name if _gives_second_name(path, second_name) else path).open("r+b")
            with flushed:
                os.fsync(flushed.fileno())
            with self._naming, contextlib.suppress(OSError):
                # Unless it was removed meanwhile, or there is something else.
                second_name.replace(self._path(self._name, EARLIER_SUFFIX))
            flush_folder(self._folder)
        except OSError as error:
            if self._wanted is not None:
                self._report_failed(error)
                return False
        self._report_mended()
        return True

    def _report_failed(self, error: OSError | UnicodeError) -> None:
        if not self._has_failed:
            self._has_failed = True
            why = reason(error) if isinstance(error, OSError) else str(error)
            self.failed.emit(
                self.tr("Unsaved edits can't be kept for a crash; save the walk. {0}").format(
                    f"{self._folder}: {why}"
                )
            )

    def _report_mended(self) -> None:
        if self._has_failed:
            self._has_failed = False
            self.mended.emit()

    def _read(self, name: str) -> Leftover | None:
        if not self._lock(name):
            return None
        try:
            for ending in (SUFFIX, EARLIER_SUFFIX):
                if (found := self._read_copy(name, ending)) is not None:
                    return found
            if not any(self._path(name, ending).exists() for ending in (SUFFIX, EARLIER_SUFFIX)):
                # Its window was killed before it had kept anything, another has dealt with it a moment ago,
                # or what it had kept is damaged and was set aside.
                self._remove(name)
        except OSError:
            pass
        self._unlock(name)
        return None

    def _read_copy(self, name: str, ending: str) -> Leftover | None:
        """One of the two copies of a window's walk; None where there is none, or only a damaged one.

        Raises:
            OSError: It can't be read as things are, and may be sound.
        """
        path = self._path(name, ending)
        try:
            when = path.stat().st_mtime
            return Leftover(Walk.load(path), self._origin(name), when, name)
        except FileNotFoundError:
            return None
        except WalkError as error:
            if isinstance(error.__cause__, OSError):
                raise error.__cause__ from error
            self._put_aside(path)
            return None

    def _put_aside(self, path: Path) -> None:
        target = path.parent / SET_ASIDE / path.name
        # Where it can't be moved it stays, and nothing is lost either.
        with contextlib.suppress(OSError):
            target.parent.mkdir(exist_ok=True)
            path.replace(target)
            self._set_aside.append(target)

    def _write_origin(self, file: Path | None) -> None:
        origin = self._path(self._name, ORIGIN_SUFFIX)
        if file is None:
            origin.unlink(missing_ok=True)
        elif self._origin(self._name) != file:
            with replacing_cached(origin) as kept:
                kept.write(os.fsencode(file))

    def _origin(self, name: str) -> Path | None:
        try:
            origin = os.fsdecode(read_cached(self._path(name, ORIGIN_SUFFIX), LONGEST_PATH))
        except OSError:
            return None
        return Path(origin) if origin and "\0" not in origin else None

    def _lock(self, name: str) -> bool:
        if name not in self._locks:
            path = self._path(name, LOCK_SUFFIX)
            # Nothing else belongs in this folder, and Qt would wait for a pipe.
            try:
                if not is_cached(path):
                    discard(path)
            except OSError:
                return False
            lock = _lock_file(path)
            if not _locks(lock):
                return False
            self._locks[name] = lock
        return True

    def _unlock(self, name: str) -> None:
        if name in self._locks:
            self._locks.pop(name).unlock()

    def _remove(self, name: str) -> None:
        unfinished = self._folder.glob(f".{name}-*")
        # A kill in between leaves the latest edit, and not the one before it.
        kept = (self._path(name, ending) for ending in (EARLIER_SUFFIX, SUFFIX, ORIGIN_SUFFIX))
        with self._naming:
            for path in (*kept, *unfinished):
                with contextlib.suppress(OSError):
                    path.unlink()

    def _path(self, name: str, suffix: str = SUFFIX) -> Path:
        return self._folder / f"{name}{suffix}"


def _gives_second_name(file: Path, name: Path) -> bool:
    """Gives a file a second name, where its disk knows such."""
    name.unlink(missing_ok=True)
    try:
        name.hardlink_to(file)
    except OSError:
        return False
    return True


class FileLock:
    """Keeps two windows from one file.

    The lock lies beside the file, where every window that opens it looks, on another machine too.
    Where nothing can be written there, it lies in a folder of the app.

    Args:
        folder: Where the locks of files in folders that can't be written to are.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file: Path | None = None
        self._lock: QLockFile | None = None

    def acquire(self, path: Path) -> str | None:
        """Takes the lock of a file, and then gives back the one held before.

        Args:
            path: The file; it need not be there yet.

        Returns:
            None when it is this window's now, else who holds it: "process 4711 on zuse".
            A file that can't be locked at all is let through.
        """
        # Unlike `Path.resolve`, it takes links that lead in a circle.
        path = Path(os.path.realpath(path))
        if path == self._file:
            return None
        beside = path.with_name(f".{path.name}{LOCK_SUFFIX}")
        lock = _lock_file(beside)
        if _is_foreign(beside) or (not _locks(lock) and lock.error() != QLockFile.LockError.LockFailedError):
            lock = self._lock_elsewhere(path)
        if lock.error() == QLockFile.LockError.LockFailedError:
            return _holder(lock)
        self.release()
        self._file, self._lock = path, lock
        return None

    def release(self) -> None:
        """Gives the lock back, if one is held."""
        if self._lock is not None:
            self._lock.unlock()
        self._file = self._lock = None

    def _lock_elsewhere(self, path: Path) -> QLockFile:
        with contextlib.suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
        digest = hashlib.sha256(os.fsencode(path)).hexdigest()
        lock = _lock_file(self._folder / f"{digest[:32]}{LOCK_SUFFIX}")
        _locks(lock)
        return lock


def _lock_file(path: Path) -> QLockFile:
    lock = QLockFile(str(path))
    # A lock is left behind when its process is gone, never because it is old.
    lock.setStaleLockTime(0)
    return lock


def _locks(lock: QLockFile) -> bool:
    """Takes a lock, that of a process that is gone and one that says of nobody that he holds it too."""
    if lock.tryLock(0):
        return True
    # It is empty, or damaged. Qt removes none that a living process holds.
    return _is_nobodys(lock) and lock.removeStaleLockFile() and lock.tryLock(0)


def _is_nobodys(lock: QLockFile) -> bool:
    try:
        with reading(Path(lock.fileName())) as file:
            # One of the future was written before somebody set the clock back.
            age = abs(time.time() - os.fstat(file.fileno()).st_mtime)
            # Qt ends the last line too. What is cut may name another machine than it did.
            is_cut = not file.read(LONGEST_PATH).endswith(b"\n")
    except OSError:
        return False
    process = lock.getLockInfo()[-3]
    return age > SECONDS_TO_WRITE and (is_cut or not process)


def _is_foreign(lock: Path) -> bool:
    """Whether there is something at a lock's place that is no lock, as a pipe, which Qt would wait for."""
    return os.path.lexists(lock) and not lock.is_file()


def _holder(lock: QLockFile) -> str:
    # Some versions of PySide say first whether the rest is true.
    *_, process, host, _program = lock.getLockInfo()
    if not process or host == QSysInfo.machineHostName():
        return QCoreApplication.translate("FileLock", "another window")
    return QCoreApplication.translate("FileLock", "a window on {0}").format(host)
