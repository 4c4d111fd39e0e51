"""Animated WebPs."""

from pathlib import Path
from typing import Any

import pyvips

from sd3explorer.export.clip import Clip
from sd3explorer.export.packet import wrap, xmp
from sd3explorer.export.stream import encode
from sd3explorer.export.times import MILLISECONDS

# At libwebp's default of 75 gradients show bands.
_QUALITY = 90


def write_webp(clip: Clip, path: Path) -> None:
    """Writes one round of playback as an animated WebP that repeats if the clip loops.

    A frame that is equal to the one before it makes that one show longer. Memory doesn't grow with
    the number of frames, but for the encoded file, which libwebp puts together at the end.

    Args:
        clip: At least one frame.
        path: File to write.

    Raises:
        ExportError: There are too many frames, or they can't be encoded.
        OSError: The file can't be written.
        Exception: Whatever reading a frame raised.
    """
    pages = len(clip.playback_order)
    delays = MILLISECONDS.delays(clip.frame_rate, pages)

    def save(column: pyvips.Image, target: pyvips.Target) -> None:
        column.set_type(pyvips.GValue.array_int_type, "delay", delays)
        # Rounds, 0 being no end.
        column.set_type(pyvips.GValue.gint_type, "loop", 0 if clip.loops else 1)
        if clip.walk is not None:
            # pyvips' stubs forget blobs.
            packet: Any = xmp(wrap(clip.walk))
            column.set_type(pyvips.GValue.blob_type, "xmp-data", packet)
        column.webpsave_target(
            target,
            page_height=column.height // pages,
            Q=_QUALITY,
            # Else saturated colours bleed over edges.
            smart_subsample=True,
            # Every frame stands for itself: libwebp takes small changes for none, and over a slow
            # morph these add up to another picture.
            kmin=0,
            kmax=1,
        )

    encode(clip.frames, clip.playback_order, path, save)
