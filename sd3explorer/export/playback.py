"""Exports played back from their files, as those who get them will see them."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import av
import av.error
import numpy as np
from PIL import Image, ImageSequence

from sd3explorer.export.clip import ExportError, Frame

# By FFmpeg's names. Named, so that FFmpeg won't take a text file for a list of other files to open.
_VIDEOS = {".mp4": "mp4", ".webm": "webm"}


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
        Its pictures in their order; a single one of a still.

    Raises:
        ExportError: It can't be read.
    """
    source = min(path.glob("frame-*.png"), default=path) if path.is_dir() else path
    container = _VIDEOS.get(source.suffix.lower())
    try:
        yield from _pictures(source) if container is None else _video(source, container)
    except (OSError, SyntaxError, ValueError, IndexError, av.error.FFmpegError) as error:
        # Pillow raises the first three at damaged files; the fourth is a video without a picture.
        raise ExportError(f"{source.name} can't be played: it is gone or damaged; export it again") from error


def _pictures(path: Path) -> Iterator[Shown]:
    with Image.open(path) as animation:
        for picture in ImageSequence.Iterator(animation):
            yield Shown(np.asarray(picture.convert("RGB")), float(picture.info.get("duration", 0.0)) / 1000.0)


def _video(path: Path, container: str) -> Iterator[Shown]:
    # The whole path, as "a:b.mp4" would be a file b.mp4 by way of the protocol a.
    with av.open(str(path.absolute()), format=container) as video:
        rate = video.streams.video[0].average_rate
        seconds = float(1 / rate) if rate else 0.0
        for frame in video.decode(video=0):
            yield Shown(np.asarray(frame.to_ndarray(format="rgb24"), np.uint8), seconds)
