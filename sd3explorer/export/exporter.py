"""From a clip to a finished file or folder, whole or not at all, in any of the formats."""

import logging
import shutil
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from sd3explorer.export.clip import Clip, ExportError, Frame, Frames, Size, WatchedFrames, rounds_of
from sd3explorer.export.fitting import Fit, fit
from sd3explorer.export.folders import check_frames_folder, replacing_frames
from sd3explorer.export.format import Format, NoRoomError, Repeats
from sd3explorer.export.formats import FORMATS, check_known, format_for
from sd3explorer.export.options import Encoding, Options, Quality
from sd3explorer.export.outcome import Outcome
from sd3explorer.export.scaling import ScaledFrames, scaled_size
from sd3explorer.walk.files import check_file, check_writable, not_written, place_of, reason, replacing
from sd3explorer.walk.printable import printable
from sd3explorer.walk.timing import Timing

logger = logging.getLogger(__name__)

# Called with the number of a read, of how many, in which try.
OnProgress = Callable[[int, int, int], None]

# Frames of a video that shows its round several times: 22 hours at 12.5 frames per second.
_MOST_REPEATED = 1_000_000


def check_target(target: Path) -> None:
    """Finds out, before hours of rendering, whether a clip can be exported to `target`.

    Leaves nothing behind. What can't be known beforehand is whether the disk is large enough.

    Args:
        target: File or folder to export to; its parent folder must exist.

    Raises:
        ExportError: No format has its suffix, its folder is missing or can't be written to, it is
            a folder where the suffix means a file, a folder that holds other files, no regular file,
            a write-protected one, or a link that must not be followed.
    """
    format_for(target)
    try:
        _check_place(target)
    except OSError as error:
        raise ExportError(not_written(_name(target), error)) from error


def check_size(size: Size, target: Path, options: Options) -> None:
    """Finds out, before hours of rendering, whether pictures of a size can be exported to `target`.

    Args:
        size: Width and height of the frames in pixels.
        target: File or folder to export to.
        options: What else is asked for.

    Raises:
        ExportError: Nothing would be left of them, or they would be too large for the format.
    """
    _check_size(scaled_size(size, options.scale), format_for(target))


def export(
    clip: Clip, target: Path, options: Options = Options(), on_progress: OnProgress | None = None
) -> Outcome:
    """Writes a clip to a file, or its frames to a folder; the suffix picks the format.

    `target` appears, or is replaced, when all is written. Until then, and when the export fails or
    is stopped, it stays as it is.

    Args:
        clip: Frames and how they play.
        target: File or folder to export to; its parent folder must exist.
        options: What else is asked for.
        on_progress: Called before each read of a frame with which one it is, from 1, of how many, in which
            try, from 1. A `max_bytes` may need several, each of which reads from the start, some of
            them only a few of the frames. Called in the thread that reads; what it raises ends the
            export.

    Returns:
        What was written.

    Raises:
        ExportError: The clip has no frames, or frames of different sizes, a frame can't be read,
            the format doesn't know an option or takes no pictures so large, the file can't be made
            as small as asked, or `target` can't be written.
        Exception: Whatever else reading a frame raised.
    """
    check_target(target)
    chosen = format_for(target)
    check_known(chosen, options)
    if not len(clip.frames) or not clip.playback_order:
        raise ExportError(f"{_name(target)} could not be written: there are no frames; render the walk first")
    encoder = _Encoder(chosen, options, on_progress)
    asked = _as_asked(clip, chosen, options)
    outcome: list[Outcome] = []
    start = time.monotonic()
    _write(target, lambda temporary: outcome.append(encoder.run(asked, temporary)))
    seconds, size = time.monotonic() - start, outcome[0].bytes
    logger.info("%s took %.1f s: %s, %d bytes", printable(str(target)), seconds, chosen.name, size)
    return outcome[0]


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


def exchange_walk(source: Path, clip: Clip, target: Path, options: Options = Options()) -> bool:
    """Copies an earlier export, with the walk that the clip carries in place of its own, if it has one.

    No frame is read or encoded.

    Args:
        source: What `export` wrote of a clip that shows the same, in the same format, with the same options.
        clip: What is to be carried.
        target: Where to; of the same suffix.
        options: What is asked for.

    Returns:
        Whether that could be done; if not, nothing is written: the format has no way to do it, the earlier
        export is damaged, the disk is full, or the file would be larger than it may be.

    Raises:
        ExportError: `target` can't be one.
    """
    check_target(target)
    exchange = format_for(target).exchange
    is_folder = format_for(target).is_folder
    if exchange is None or not (source.is_dir() if is_folder else source.is_file()):
        return False
    try:
        with (replacing_frames if is_folder else replacing)(target) as temporary:
            exchange(source, _as_asked(clip, format_for(target), options), temporary)
            if options.max_bytes is not None and bytes_of(temporary) > options.max_bytes:
                raise NoRoomError
    except NoRoomError:
        return False
    except Exception as error:
        # Each reader fails at damaged bytes in its own way. What is wrong with the target, `export` says.
        logger.warning("%s can't be copied with another walk: %r", printable(str(source)), error)
        return False
    return True


def bytes_of(place: Path) -> int:
    """How large an export is: a file, or a folder of frames."""
    return sum(file.stat().st_size for file in (place.iterdir() if place.is_dir() else [place]))


class _Encoder:
    """Encodes a clip as often as its options need."""

    def __init__(self, chosen: Format, options: Options, on_progress: OnProgress | None) -> None:
        self._format = chosen
        self._options = options
        self._on_progress = on_progress
        self._tries = 0

    def run(self, clip: Clip, path: Path) -> Outcome:
        """Writes a file of the format's suffix, or the files of a folder."""
        limit = self._options.max_bytes
        if limit is None:
            found = Fit(self._encode(clip, path, 1.0, 1.0), quality=1.0, shrink=1.0)
        else:
            height, width, _ = _Checked(clip.frames, self._format, self._options.scale)[0].shape
            size = scaled_size((width, height), self._options.scale)
            found = fit(self._encode, clip, self._format, path, limit, size)
        width, height = found.size
        return Outcome(
            bytes=bytes_of(path),
            width=width,
            height=height,
            frames=self._format.frame_count(clip),
            scale=self._options.scale * found.shrink,
            quality=round(100 * found.quality),
            tries=self._tries,
            note=found.note(limit) if limit is not None else "",
        )

    def _encode(self, clip: Clip, path: Path, quality: float, shrink: float) -> Size:
        self._tries += 1
        scale = self._options.scale * shrink
        checked = _Checked(self._watched(clip), self._format, scale)
        frames = ScaledFrames(checked, scale, self._options.smooth)
        encoding = Encoding(
            quick=self._options.quality is Quality.QUICK,
            quality=quality,
            dither=self._options.dither,
            captions=self._options.captions,
        )
        return self._format.write(replace(clip, frames=frames), path, encoding)

    def _watched(self, clip: Clip) -> Frames:
        on_progress, count, number = self._on_progress, self._format.frame_count(clip), self._tries
        if on_progress is None:
            return clip.frames
        return WatchedFrames(clip.frames, lambda read: on_progress(read, count, number))


def _as_asked(clip: Clip, chosen: Format, options: Options) -> Clip:
    """The clip with the options that say which frames there are, in which order, and what it carries."""
    order, rounds = clip.playback_order, clip.rounds
    if options.ending is not None:
        order = Timing(len(clip.frames), ending=options.ending).playback_order()
        rounds = rounds_of(options.ending)
    if options.rounds is not None:
        rounds = options.rounds
        if chosen.repeats is Repeats.UP_TO_PLAYER and rounds > 1:
            order = _repeated(order, rounds, chosen)
    columns = clip.columns if options.columns is None else options.columns
    walk = clip.walk if clip.walk is None or options.pictures else clip.walk.without_pictures()
    return replace(clip, playback_order=order, rounds=rounds, columns=columns, walk=walk)


def _repeated(order: Sequence[int], rounds: int, chosen: Format) -> list[int]:
    if rounds * len(order) > _MOST_REPEATED:
        raise ExportError(
            f"rounds: {rounds:,} rounds of {len(order):,} frames are too long for one {chosen.name}; "
            f"choose {_MOST_REPEATED // len(order):,} at most, or Animated WebP, which repeats by itself"
        )
    return list(order) * rounds


def _write(target: Path, write: Callable[[Path], None]) -> None:
    in_place = replacing_frames if format_for(target).is_folder else replacing
    try:
        with in_place(target) as temporary:
            write(temporary)
    except OSError as error:
        raise ExportError(not_written(_name(target), error)) from error


class _Checked:
    """Frames, each checked on its way: it can be read, is 8-bit RGB, and as large as the first one read.

    That one must also not be too large for the format, once it is scaled.
    """

    __slots__ = ("_format", "_frames", "_scale", "_shape")

    def __init__(self, frames: Frames, chosen: Format, scale: float) -> None:
        self._frames = frames
        self._format = chosen
        self._scale = scale
        self._shape: tuple[int, ...] | None = None

    def __len__(self) -> int:
        return len(self._frames)

    def __getitem__(self, index: int, /) -> Frame:
        frame = self._read(index)
        if frame.dtype != "uint8" or frame.ndim != 3 or frame.shape[2] != 3:
            raise ExportError(
                f"frame {index + 1} is {frame.dtype} {frame.shape}; frames are uint8 (height, width, 3)"
            )
        if self._shape is None:
            _check_size(scaled_size((frame.shape[1], frame.shape[0]), self._scale), self._format)
            self._shape = frame.shape
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


def _check_size(size: Size, chosen: Format) -> None:
    if chosen.max_side is not None and max(size) > chosen.max_side:
        raise ExportError(
            f"pictures of {size[0]:,} × {size[1]:,} pixels are too large for {chosen.name}, which takes "
            f"{chosen.max_side:,} a side; choose a smaller scale or another format"
        )


def _check_place(target: Path) -> None:
    # What a link leads to is what is written.
    place = place_of(target)
    if place.is_dir() and _suffix_means_file(target):
        raise ExportError(f"{target.name} is a folder; choose another name for the file")
    check_writable(place if place.is_dir() else place.parent)
    if format_for(target).is_folder:
        check_frames_folder(place)
    else:
        check_file(place)


def _suffix_means_file(target: Path) -> bool:
    return any(target.suffix.lower() in choice.suffixes for choice in FORMATS)


def _name(target: Path) -> str:
    return target.name or str(target)


def _size(shape: tuple[int, ...]) -> str:
    return f"{shape[1]} × {shape[0]}"
