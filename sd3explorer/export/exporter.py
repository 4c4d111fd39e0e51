"""From a clip to a finished file or folder, whole or not at all, in any of the formats."""

import errno
import shutil
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from sd3explorer.export.clip import Clip, ExportError, Frame, Frames
from sd3explorer.export.folders import check_frames_folder, replacing_frames
from sd3explorer.export.formats import FORMATS, format_for
from sd3explorer.walk.files import reason, replacing

_REMEDIES = {
    errno.ENOSPC: "free some space or choose another folder",
    errno.EDQUOT: "free some space or choose another folder",
    errno.EFBIG: "choose a disk that takes larger files",
    errno.EACCES: "choose a folder that you may write to",
    errno.EPERM: "choose a folder that you may write to",
    errno.EROFS: "choose a folder that you may write to",
    errno.ENAMETOOLONG: "choose a shorter name",
}


def check_target(target: Path) -> None:
    """Finds out, before hours of rendering, whether a clip can be exported to `target`.

    Leaves nothing behind. What can't be known beforehand is whether the disk is large enough.

    Args:
        target: File or folder to export to; its parent folder must exist.

    Raises:
        ExportError: No format has its suffix, its folder is missing or can't be written to, it is
            a folder where the suffix means a file, or a folder that holds other files.
    """
    format_for(target)
    try:
        _check_place(target)
    except OSError as error:
        raise ExportError(_not_written(target, error)) from error


def export(clip: Clip, target: Path) -> None:
    """Writes a clip to a file, or its frames to a folder; the suffix picks the format.

    `target` appears, or is replaced, when all is written. Until then, and when the export fails or
    is stopped, it stays as it is.

    Args:
        clip: Frames and how they play.
        target: File or folder to export to; its parent folder must exist.

    Raises:
        ExportError: The clip has no frames, or frames of different sizes, a frame can't be read,
            or `target` can't be written.
        Exception: Whatever else reading a frame raised.
    """
    check_target(target)
    if not len(clip.frames) or not clip.playback_order:
        raise ExportError(f"{_name(target)} could not be written: there are no frames; render the walk first")
    chosen = format_for(target)
    checked = replace(clip, frames=_Checked(clip.frames))
    _write(target, lambda temporary: chosen.write(checked, temporary))


def copy(source: Path, target: Path) -> None:
    """Copies an earlier export, as whole as `export` writes it.

    Args:
        source: A file or folder that `export` wrote.
        target: Where to; of the same suffix, or a folder as well.

    Raises:
        ExportError: `source` is gone, or `target` can't be written.
    """
    check_target(target)
    if not source.exists():
        raise ExportError(
            f"{_name(target)} could not be written: {source} is no longer there; export it again"
        )
    pieces = {path.name: path for path in source.iterdir()} if source.is_dir() else {"": source}

    def write(temporary: Path) -> None:
        for name, path in pieces.items():
            shutil.copyfile(path, temporary / name)

    _write(target, write)


def _write(target: Path, write: Callable[[Path], None]) -> None:
    in_place = replacing_frames if format_for(target).is_folder else replacing
    try:
        with in_place(target) as temporary:
            write(temporary)
    except OSError as error:
        raise ExportError(_not_written(target, error)) from error


class _Checked:
    """Frames, each checked on its way: it can be read, is 8-bit RGB, and as large as the first one read."""

    __slots__ = ("_frames", "_shape")

    def __init__(self, frames: Frames) -> None:
        self._frames = frames
        self._shape: tuple[int, ...] | None = None

    def __len__(self) -> int:
        return len(self._frames)

    def __getitem__(self, index: int, /) -> Frame:
        frame = self._read(index)
        if frame.dtype != "uint8" or frame.ndim != 3 or frame.shape[2] != 3:
            raise ExportError(
                f"frame {index + 1} is {frame.dtype} {frame.shape}; frames are uint8 (height, width, 3)"
            )
        self._shape = self._shape or frame.shape
        if frame.shape != self._shape:
            raise ExportError(
                f"frame {index + 1} has {_size(frame.shape)} pixels, others have {_size(self._shape)}; "
                "render all frames at one image size"
            )
        return frame

    def _read(self, index: int) -> Frame:
        try:
            return self._frames[index]
        except OSError as error:
            # Not to be taken for a failure to write.
            sentence = f"frame {index + 1} could not be read: {reason(error)}; render it again"
            raise ExportError(sentence) from error


def _check_place(target: Path) -> None:
    if not target.parent.is_dir():
        problem = "is not a folder" if target.parent.exists() else "does not exist"
        raise ExportError(
            f"{_name(target)} can't be written: {target.parent} {problem}; create it or choose another folder"
        )
    # A name that the disk doesn't take is refused here.
    with suppress(FileNotFoundError):
        target.lstat()
    if target.is_dir() and _suffix_means_file(target):
        raise ExportError(f"{target.name} is a folder; choose another name for the file")
    if format_for(target).is_folder:
        check_frames_folder(target)
    _check_writable(target if target.is_dir() else target.parent)


def _suffix_means_file(target: Path) -> bool:
    return any(target.suffix.lower() in choice.suffixes for choice in FORMATS)


def _check_writable(folder: Path) -> None:
    # Permission bits don't tell: not on a disk mounted read-only, not for root, not on Windows.
    with tempfile.TemporaryFile(dir=folder):
        pass


def _not_written(target: Path, error: OSError) -> str:
    remedy = _REMEDIES.get(error.errno or 0, "choose another folder")
    return f"{_name(target)} could not be written: {reason(error)}; {remedy}"


def _name(target: Path) -> str:
    return target.name or str(target)


def _size(shape: tuple[int, ...]) -> str:
    return f"{shape[1]} × {shape[0]}"
