"""A folder of frames, written whole or not at all."""

import re
import secrets
import shutil
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from sd3explorer.export.clip import ExportError

_FRAME = re.compile(r"frame-\d{4,}\.png")
_TEMPORARY = ".frames-"
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
    if not all(_is_frame(path) or _is_left_over(path) or path.name in _LITTER for path in folder.iterdir()):
        name = folder.resolve().name or folder
        raise ExportError(f"{name} already holds other files; choose an empty or a new folder")


@contextmanager
def replacing_frames(folder: Path) -> Generator[Path]:
    """Gives a temporary folder whose frames become those of `folder` when the block ends well.

    A new folder appears under its name with all its frames in it. One that exists stays where it
    is, so that a mount, a link or a shell in it still holds; its frames are exchanged.

    Args:
        folder: A folder that `check_frames_folder` accepts.

    Yields:
        Path of an empty folder to write frames to. It is removed when the block raises.

    Raises:
        OSError: The folder can't be written to.
    """
    exists = folder.is_dir()
    temporary = (folder if exists else folder.parent) / f"{_TEMPORARY}{secrets.token_hex(4)}"
    temporary.mkdir()
    try:
        yield temporary
        if exists:
            _exchange(temporary, folder)
        else:
            temporary.rename(folder)
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def _exchange(temporary: Path, folder: Path) -> None:
    earlier = [path for path in folder.iterdir() if _is_frame(path)]
    names = {path.name for path in temporary.iterdir()}
    for name in names:
        (temporary / name).replace(folder / name)
    for path in earlier:
        if path.name not in names:
            path.unlink()
    for path in folder.iterdir():
        if _is_left_over(path):
            shutil.rmtree(path, ignore_errors=True)


def _is_frame(path: Path) -> bool:
    return _FRAME.fullmatch(path.name) is not None and path.is_file()


def _is_left_over(path: Path) -> bool:
    # Of an export that was killed before it could tidy up.
    return path.name.startswith(_TEMPORARY) and path.is_dir()
