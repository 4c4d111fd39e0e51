"""Reading files that may be anything, and writing files whole or not at all."""

import errno
import os
import stat
import sys
import tempfile
from collections.abc import Generator, Iterable
from contextlib import contextmanager, suppress
from io import BufferedReader
from pathlib import Path
from urllib.parse import urlsplit

from sd3explorer.walk.temporary import clear_left_behind, temporary_file

# As many as the system itself follows.
_MOST_LINKS = 40

# Of a folder like /tmp: everybody may make files in it, and remove only their own.
_SHARED = stat.S_ISVTX | stat.S_IWOTH

_KINDS = {
    stat.S_IFDIR: "a folder",
    stat.S_IFIFO: "a pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
}


_REMEDIES = {
    errno.ENOSPC: "free some space or choose another folder",
    errno.EDQUOT: "free some space or choose another folder",
    errno.EFBIG: "choose a disk that takes larger files",
    errno.EACCES: "choose a folder that you may write to",
    errno.EPERM: "choose a folder that you may write to",
    errno.EROFS: "choose a folder that you may write to",
    errno.ENAMETOOLONG: "choose a shorter name",
    errno.ELOOP: "choose another name",
}


class TargetError(OSError):
    """A place that no file may be written to; its `strerror` says why, and what to do."""


def reading(file: Path) -> BufferedReader:
    """Opens a file to read from it, without waiting for anybody who might write to it.

    Raises:
        OSError: It can't be read, or is no regular file: pipes and devices may have no end. Its
            `filename` says which.
    """
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)
    descriptor = os.open(file, flags | getattr(os, "O_BINARY", 0))
    try:
        check_regular(os.fstat(descriptor), file)
        return os.fdopen(descriptor, "rb")
    except BaseException:
        os.close(descriptor)
        raise


def check_regular(status: os.stat_result, file: Path) -> None:
    """Refuses what is no regular file.

    Raises:
        OSError: It isn't; says what it is.
    """
    if stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), os.fspath(file))
    if not stat.S_ISREG(status.st_mode):
        raise OSError(errno.EINVAL, f"it is {_kind(status)}, not a file", os.fspath(file))


def check_no_pipe(places: Iterable[Path]) -> None:
    """Refuses pipes among another program's files, as whoever opens them waits for somebody to write there.

    Args:
        places: Files, and folders with files in them, whether they are there or not.

    Raises:
        OSError: There is one. Its `filename` says which.
    """
    pipe = next((file for place in places for file in _inside(place) if _is_pipe(file)), None)
    if pipe is not None:
        raise OSError(errno.EINVAL, f"it is {_KINDS[stat.S_IFIFO]}, not a file", os.fspath(pipe))


@contextmanager
def replacing(target: Path, durable: bool = True) -> Generator[Path]:
    """Gives the path of a temporary file that becomes `target` when the block ends well.

    The temporary file lies beside `target`, has its suffix, and is removed when the block
    raises, so `target` never holds half a file. A file that was there before keeps its mode, and its
    owner and group where the system permits it. A link at `target` stays, and what it leads to is
    written; in folders of the app's own, `cache_files.replacing_cached` replaces it.

    Args:
        target: The file to write or replace; its folder must exist.
        durable: Whether it has to be on the disk when this ends, which a loss of power then can't
            undo. Otherwise that may leave a damaged file; the end of a process never does. What killed
            processes left beside a durable file is cleared away; who writes many others clears up alone.

    Yields:
        Path of an empty file to write to. It has to stay the same file: write to it, move nothing there.

    Raises:
        TargetError: `target` must not be written to, see `check_file`.
        OSError: The folder can't be written to, or the disk is full.
    """
    place = followed(target)
    before = check_file(place)
    if durable:
        clear_left_behind(place.parent)
    # Nobody reads it meanwhile who mustn't read the file that it becomes.
    mode = 0o666 if before is None else 0o600
    with temporary_file(place.parent, place.stem, place.suffix, mode) as temporary:
        yield temporary
        # Some systems flush nothing but what may be written to, and the old file's mode may forbid that.
        with temporary.open("r+b") as file:
            if before is not None:
                take_after(before, temporary)
            if durable:
                os.fsync(file.fileno())
        temporary.replace(place)
    if durable:
        flush_folder(place.parent)


def check_replaceable(target: Path) -> None:
    """Finds out, before long work, whether `replacing` can write a file. Leaves nothing behind.

    Raises:
        TargetError: It must not be written to, see `check_file`, or its folder is missing.
        OSError: Its folder can't be written to, or the disk doesn't take its name.
    """
    place = place_of(target)
    check_writable(place.parent)
    check_file(place)


def place_of(target: Path) -> Path:
    """Where a target leads, see `followed`, in a folder that is there, on a disk that takes its name.

    Raises:
        TargetError: The folder is missing.
        OSError: The disk takes no such name.
    """
    place = followed(target)
    if not place.parent.is_dir():
        problem = "is not a folder" if place.parent.exists() else "does not exist"
        raise TargetError(
            errno.ENOENT, f"the folder {place.parent} {problem}; create it or choose another folder"
        )
    with suppress(FileNotFoundError):
        place.lstat()
    return place


def check_writable(folder: Path) -> None:
    """Makes sure that files can be made in a folder.

    Raises:
        OSError: They can't.
    """
    # Permission bits don't decide: not on a disk mounted read-only, not for root, not on Windows.
    with tempfile.TemporaryFile(dir=folder):
        pass


def expanded(text: str) -> Path:
    """A path with a home folder in the place of its `~`.

    It stays as it is where nobody knows that home, for which `pathlib` raises an error.
    """
    return Path(os.path.expanduser(text))  # noqa: PTH111


def path_called(text: str) -> Path:
    """The folder or file that somebody means by a path, with or without `~`, or by a `file://` address.

    Raises:
        ValueError: It is none on this machine; says what it must be, as a clause.
    """
    if text.lower().startswith("file:/"):
        return _path_of(text)
    if not text.startswith("~"):
        return Path(text)
    path = expanded(text)
    if not path.is_absolute():
        whose = Path(text).parts[0]
        raise ValueError(
            f'must begin with a home folder that is known, not with "{whose}"; give the whole path, '
            f"or ./{text} for what is called so"
        )
    return path


def _path_of(address: str) -> Path:
    # Imported only here, as it brings all of HTTP along.
    from urllib.request import url2pathname

    # `urlsplit` raises errors of its own.
    with suppress(ValueError):
        parts = urlsplit(address)
        path = url2pathname(parts.path)
        if parts.netloc.lower() in ("", "localhost") and parts.path.startswith("/") and "\0" not in path:
            return Path(path)
    raise ValueError(f'must name a file on this machine, not "{address}"')


def followed(target: Path) -> Path:
    """Where a target leads, by way of links, whether there is something or not.

    As Linux does for files that are opened, links are not followed that somebody else may have laid as a
    trap: in a folder like /tmp, only those of this user and of the folder's owner are.

    Raises:
        TargetError: It is such a link.
        OSError: Links lead in a circle, or a folder can't be looked into.
    """
    place = target
    for _ in range(_MOST_LINKS):
        try:
            status = place.lstat()
        except (FileNotFoundError, NotADirectoryError):
            return place
        if not stat.S_ISLNK(status.st_mode):
            return place
        if not _may_follow(status, place.parent.stat()):
            raise TargetError(
                errno.EACCES,
                "it is somebody else's link in a folder that everybody may write to; choose another name",
            )
        place = place.parent / place.readlink()
    raise TargetError(errno.ELOOP, "it is a link that leads in a circle; choose another name")


def check_file(place: Path) -> os.stat_result | None:
    """Makes sure that a file may be written or replaced.

    Args:
        place: Where; links have been followed.

    Returns:
        What is there; None where nothing is.

    Raises:
        TargetError: It is no regular file, or one that nobody may write to, or not this user. What its
            mode says holds for root as well.
    """
    try:
        status = place.stat()
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(status.st_mode):
        raise TargetError(errno.EINVAL, f"it is {_kind(status)}; choose another name")
    if not status.st_mode & 0o222 or not _may_write(place):
        raise TargetError(errno.EACCES, "it is write-protected; choose another name, or make it writable")
    return status


def not_written(name: str, error: OSError) -> str:
    """That something can't be written, why, and what to do, in a sentence.

    Args:
        name: Of what was to be written.
        error: What the system, or a check here, says.
    """
    if isinstance(error, TargetError):
        return f"{name} can't be written: {reason(error)}"
    remedy = _REMEDIES.get(error.errno or 0, "choose another folder")
    return f"{name} could not be written: {reason(error)}; {remedy}"


def reason(error: OSError) -> str:
    """What the system says went wrong, as the end of a sentence: "no space left on device".

    Of a link that leads nowhere in a folder's place it only says that there is something.
    """
    if (
        error.errno == errno.EEXIST
        and isinstance(error.filename, str)
        and _leads_nowhere(Path(error.filename))
    ):
        return f"{error.filename} is a link that leads nowhere"
    text = error.strerror or str(error)
    return text[:1].lower() + text[1:]


def take_after(before: os.stat_result, file: Path, least: int = 0) -> None:
    """Gives a file the mode of the one that it replaces, and its owner and group where the system permits it.

    Args:
        before: Of the one before.
        file: The new one.
        least: What may be done with it in any case.
    """
    mode = before.st_mode & 0o777 | least
    if sys.platform != "win32":
        try:
            os.chown(file, before.st_uid, before.st_gid)
        except OSError:
            # Only root can give files away, but everybody to a group of their own.
            try:
                os.chown(file, -1, before.st_gid)
            except OSError:
                # What the old group might do, the new one mayn't unless everybody may.
                mode = mode & 0o707 | (mode & 0o007) << 3
    # Some disks have no modes.
    with suppress(OSError):
        file.chmod(mode)


def flush_file(file: Path) -> None:
    """Has what is in a file written to the disk.

    Raises:
        OSError: It can't be opened for writing, without which some systems flush nothing, or not be written.
    """
    with file.open("r+b") as opened:
        os.fsync(opened.fileno())


def flush_folder(folder: Path) -> None:
    """Has the names in a folder written to the disk, where the system can: a new one may be lost else."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _inside(place: Path) -> list[Path]:
    """What is in a folder, or a file itself; nothing where it can't be looked into, and so isn't read."""
    try:
        return list(place.iterdir()) if place.is_dir() else [place]
    except OSError:
        return []


def _is_pipe(file: Path) -> bool:
    try:
        return file.is_fifo()
    except OSError:
        return False


def _leads_nowhere(path: Path) -> bool:
    # It may be in a folder that can't be looked into.
    with suppress(OSError):
        return path.is_symlink() and not path.exists()
    return False


def _kind(status: os.stat_result) -> str:
    return _KINDS.get(stat.S_IFMT(status.st_mode), "no regular file")


def _may_follow(link: os.stat_result, folder: os.stat_result) -> bool:
    if sys.platform == "win32" or folder.st_mode & _SHARED != _SHARED:
        return True
    return link.st_uid in (os.geteuid(), folder.st_uid)


def _may_write(place: Path) -> bool:
    return os.access(place, os.W_OK, effective_ids=os.access in os.supports_effective_ids)
