"""A folder of frames, written whole or not at all."""

import re
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path

from sd3explorer.export.clip import ExportError
from sd3explorer.walk.files import flush_file, flush_folder, followed, take_after
from sd3explorer.walk.temporary import clear_left_behind, is_temporary, temporary_folder

_FRAME = re.compile(r"frame-\d{4,}\.png")
# What file managers leave in a folder when someone looks into it.
_LITTER = frozenset({".DS_Store", ".directory", "Thumbs.db", "desktop.ini"})


def check_frames_folder(folder: Path) -> None:
    """Makes sure that frames can go to a folder without touching anything else in it.

    Args:
        folder: A folder that needn't exist, is empty, or holds the frames of an earlier export.

    Raises:
        ExportError: It holds other files, or is a file.
        OSError: It can't be looked into.
    """
    if not folder.exists():
        return
    if not folder.is_dir():
        raise ExportError(f"{folder.name} is a file; choose another name for the folder of frames")
    if not all(_is_frame(path) or is_temporary(path) or path.name in _LITTER for path in folder.iterdir()):
        name = folder.resolve().name or folder
        raise ExportError(f"{name} already holds other files; choose an empty or a new folder")


@contextmanager
def replacing_frames(folder: Path) -> Generator[Path]:
    """Gives a temporary folder whose frames become those of `folder` when the block ends well.

    A new folder appears under its name with all its frames in it. One that exists stays where it
    is, so that a mount, a link or a shell in it still holds; its frames are exchanged, and who might read
    the earlier ones may read these.

    Args:
        folder: A folder that `check_frames_folder` accepts.

    Yields:
        Path of an empty folder to write frames to. It is removed when the block raises.

    Raises:
        TargetError: It is a link that must not be followed.
        OSError: The folder can't be written to.
    """
    folder = followed(folder)
    exists = folder.is_dir()
    # Where one was begun that wasn't there yet.
    clear_left_behind(folder.parent)
    with temporary_folder(folder if exists else folder.parent, "frames") as temporary:
        if exists:
            # Nobody reads frames meanwhile who mustn't read those that they become. Some disks have no modes.
            with suppress(OSError):
                temporary.chmod(0o700)
        yield temporary
        # A loss of power must find the earlier frames, or these.
        for frame in temporary.iterdir():
            flush_file(frame)
        flush_folder(temporary)
        if exists:
            _exchange(temporary, folder)
            flush_folder(folder)
        else:
            temporary.rename(folder)
            flush_folder(folder.parent)


def _exchange(temporary: Path, folder: Path) -> None:
    earlier = {path.name: path.stat() for path in folder.iterdir() if _is_frame(path)}
    names = {path.name for path in temporary.iterdir()}
    # More frames than there were are like the first.
    first = earlier[min(earlier)] if earlier else None
    for name in names:
        before = earlier.get(name, first)
        if before is not None:
            take_after(before, temporary / name)
        (temporary / name).replace(folder / name)
    for name in earlier.keys() - names:
        (folder / name).unlink()


def _is_frame(path: Path) -> bool:
    return _FRAME.fullmatch(path.name) is not None and path.is_file()
