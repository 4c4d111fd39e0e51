"""Animated GIFs."""

import math
from itertools import pairwise
from pathlib import Path

import pyvips

from sd3explorer.export.clip import Clip
from sd3explorer.export.stream import encode

# Browsers slow anything faster down to 10 frames per second.
_SHORTEST_DELAY = 2
_LONGEST_DELAY = 65_535


def write_gif(clip: Clip, path: Path) -> None:
    """Writes one round of playback as an animated GIF that repeats if the clip loops.

    Frames that look the same stay frames of their own. Memory doesn't grow with their number.

    Args:
        clip: At least one frame.
        path: File to write.

    Raises:
        ExportError: There are too many frames for one GIF, or they can't be encoded.
        OSError: The file can't be written.
        Exception: Whatever reading a frame raised.
    """
    pages = len(clip.playback_order)
    delays = [10 * delay for delay in snapped_delays(clip.frame_rate, pages)]
    # libvips counts rounds, 0 being no end; a GIF of one round is written without a loop extension.
    rounds = 0 if clip.loops else 1

    def save(column: pyvips.Image, target: pyvips.Target) -> None:
        column.set_type(pyvips.GValue.array_int_type, "delay", delays)
        column.set_type(pyvips.GValue.gint_type, "loop", rounds)
        column.gifsave_target(
            target,
            page_height=column.height // pages,
            effort=7,
            # A palette for each frame. By default a slow walk keeps that of a frame long past, which
            # costs 1 dB on photos and 6 dB on gradients and saves next to nothing.
            interpalette_maxerror=0,
            # Pixels that change by less than anyone sees stay as they are: less flicker, and files of
            # slow walks are a tenth smaller.
            interframe_maxerror=2,
            keep_duplicate_frames=True,
        )

    encode(clip.frames, clip.playback_order, path, save)


def snapped_delays(frame_rate: float, count: int) -> list[int]:
    """How long each frame of a GIF shows, in its unit of a hundredth of a second.

    Each frame takes the rounding error of those before it along, so the mean frame rate is kept,
    and the total is at most 1 centisecond off `count / frame_rate`. That holds for frame rates
    that `snapped_frame_rate` leaves alone; others get 2, or 65,535, for every frame.

    Args:
        frame_rate: Frames per second, above 0.
        count: Number of frames.

    Returns:
        `count` delays in centiseconds, from 2 to 65,535, no two of which differ by more than 1.
    """
    period = 100.0 / snapped_frame_rate(frame_rate)
    ends = [math.floor(i * period + 0.5) for i in range(count + 1)]
    return [end - start for start, end in pairwise(ends)]


def snapped_frame_rate(frame_rate: float) -> float:
    """The mean frame rate at which a GIF plays that was asked to play at `frame_rate`.

    It is the same for all but impossible ones: at most 50 frames per second, as browsers slow
    down GIFs that are faster, and at least one frame in 655.35 seconds.
    """
    return min(max(frame_rate, 100.0 / _LONGEST_DELAY), 100.0 / _SHORTEST_DELAY)
