"""Animated GIFs."""

from pathlib import Path

import pyvips

from sd3explorer.export.clip import Clip, Size
from sd3explorer.export.comments import GIF_COMMENTS, add_gif_comment, exchange_gif_comment
from sd3explorer.export.format import PLAYING_OPTIONS, Format, Repeats
from sd3explorer.export.options import Encoding
from sd3explorer.export.packet import wrap
from sd3explorer.export.stream import encode
from sd3explorer.export.times import GIF_TIMES


def write_gif(clip: Clip, path: Path, encoding: Encoding = Encoding()) -> Size:
    """Writes one round of playback as an animated GIF that repeats as often as the clip says.

    Frames that look the same stay frames of their own. Memory doesn't grow with their number.

    Args:
        clip: At least one frame.
        path: File to write.
        encoding: Its quality and dithering, and whether it should be quick.

    Returns:
        Size of its pictures.

    Raises:
        ExportError: There are too many frames for one GIF, or they can't be encoded.
        OSError: The file can't be written.
        Exception: Whatever reading a frame raised.
    """
    pages = len(clip.playback_order)
    delays = [10 * delay for delay in snapped_delays(clip.frame_rate, pages)]
    size = (0, 0)

    def save(column: pyvips.Image, target: pyvips.Target) -> None:
        nonlocal size
        size = column.width, column.height // pages
        column.set_type(pyvips.GValue.array_int_type, "delay", delays)
        # libvips counts rounds; it writes a GIF of one round without a loop extension, and of more with
        # the number of those after the first, which is what a GIF says.
        column.set_type(pyvips.GValue.gint_type, "loop", clip.rounds)
        column.gifsave_target(
            target,
            page_height=size[1],
            effort=3 if encoding.quick else 7,
            dither=encoding.dither,
            bitdepth=round(encoding.between(8, 5)),
            # A palette for each frame. By default a slow walk keeps that of a frame long past, which
            # costs 1 dB on photos and 6 dB on gradients and saves next to nothing.
            interpalette_maxerror=0,
            # Pixels that change by less than anyone sees stay as they are: less flicker, and files of
            # slow walks are a tenth smaller.
            interframe_maxerror=2,
            keep_duplicate_frames=True,
        )

    encode(clip.frames, clip.playback_order, path, save)
    if clip.walk is not None:
        add_gif_comment(path, wrap(clip.walk))
    return size


def exchange_walk(source: Path, clip: Clip, target: Path) -> None:
    """Writes a GIF of `write_gif` once more, with the walk that a clip carries."""
    exchange_gif_comment(source, None if clip.walk is None else wrap(clip.walk), target)


def snapped_delays(frame_rate: float, count: int) -> list[int]:
    """How long each frame of a GIF shows, in its unit of a hundredth of a second; see `Times.delays`."""
    return GIF_TIMES.delays(frame_rate, count)


def snapped_frame_rate(frame_rate: float) -> float:
    """The mean frame rate at which a GIF plays that was asked to play at `frame_rate`.

    It is the same for all but impossible ones: at most 50 frames per second, as browsers slow
    down GIFs that are faster, and at least one frame in 655.35 seconds.
    """
    return GIF_TIMES.rate(frame_rate)


GIF = Format(
    "Animated GIF",
    (".gif",),
    write_gif,
    "comment",
    exchange=exchange_walk,
    options=PLAYING_OPTIONS | {"dither"},
    animates=True,
    repeats=Repeats.AS_ASKED,
    times=GIF_TIMES,
    graded=(".gif",),
    shrinks_first=0.5,
    max_side=65_535,
    readers=(GIF_COMMENTS,),
)
