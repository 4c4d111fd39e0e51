"""Exports played back from their files, as those who get them will see them."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image, ImageSequence

from sd3explorer.export.clip import ExportError, Frame
from sd3explorer.export.formats import format_for
from sd3explorer.export.thumbnail import thumbnail

# Stills are shown no larger, so that a sheet of any size fits into memory.
MAX_STILL_SIDE = 4096


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture of an export, and for how long it shows.

    Args:
        picture: uint8 (height, width, 3).
        seconds: 0 where it doesn't play.
    """

    picture: Frame
    seconds: float


def playback(path: Path) -> Iterator[Shown]:
    """One round of an export, decoded while it is asked for.

    Args:
        path: A file that was exported, or a folder of PNG frames, which shows its first one.

    Yields:
        Its pictures in their order; a single one of a still, which is smaller than it is in the file
        where that has a side of more than `MAX_STILL_SIDE`.

    Raises:
        ExportError: It can't be read.
    """
    try:
        kind = format_for(path)
        if not kind.animates:
            yield Shown(thumbnail(path, MAX_STILL_SIDE), 0.0)
        else:
            yield from _video(path, kind.container) if kind.is_video else _pictures(path)
    except Image.DecompressionBombError as error:
        raise ExportError(f"{path.name} can't be played here: its pictures are too large") from error
    except Exception as error:
        # Each decoder fails at damaged bytes in its own way.
        raise ExportError(f"{path.name} can't be played: it is gone or damaged; export it again") from error


def _pictures(path: Path) -> Iterator[Shown]:
    with Image.open(path) as animation:
        for picture in ImageSequence.Iterator(animation):
            yield Shown(np.asarray(picture.convert("RGB")), float(picture.info.get("duration", 0.0)) / 1000.0)


def _video(path: Path, container: str) -> Iterator[Shown]:
    # When it is needed: it takes long.
    import av

    # The whole path, as "a:b.mp4" would be a file b.mp4 by way of the protocol a.
    with av.open(str(path.absolute()), format=container) as video:
        rate = video.streams.video[0].average_rate
        seconds = float(1 / rate) if rate else 0.0
        for frame in video.decode(video=0):
            yield Shown(np.asarray(frame.to_ndarray(format="rgb24"), np.uint8), seconds)
