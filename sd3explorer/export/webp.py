"""Animated WebPs."""

from pathlib import Path
from typing import Any

import pyvips

from sd3explorer.export.clip import Clip, Size
from sd3explorer.export.options import Encoding
from sd3explorer.export.packet import wrap, xmp
from sd3explorer.export.stream import encode
from sd3explorer.export.times import MILLISECONDS

# At libwebp's default of 75 gradients show bands.
_BEST, _WORST = 90, 35


def write_webp(clip: Clip, path: Path, encoding: Encoding = Encoding()) -> Size:
    """Writes one round of playback as an animated WebP that repeats as often as the clip says.

    A frame that is equal to the one before it makes that one show longer. Memory doesn't grow with
    the number of frames, but for the encoded file, which libwebp puts together at the end.

    Args:
        clip: At least one frame.
        path: File to write.
        encoding: Its quality, and whether it should be quick.

    Returns:
        Size of its pictures.

    Raises:
        ExportError: There are too many frames, or they can't be encoded.
        OSError: The file can't be written.
        Exception: Whatever reading a frame raised.
    """
    pages = len(clip.playback_order)
    delays = MILLISECONDS.delays(clip.frame_rate, pages)

    size = (0, 0)

    def save(column: pyvips.Image, target: pyvips.Target) -> None:
        nonlocal size
        size = column.width, column.height // pages
        column.set_type(pyvips.GValue.array_int_type, "delay", delays)
        column.set_type(pyvips.GValue.gint_type, "loop", clip.rounds)
        if clip.walk is not None:
            # pyvips' stubs forget blobs.
            packet: Any = xmp(wrap(clip.walk))
            column.set_type(pyvips.GValue.blob_type, "xmp-data", packet)
        column.webpsave_target(
            target,
            page_height=size[1],
            Q=round(encoding.between(_BEST, _WORST)),
            effort=1 if encoding.quick else 4,
            # Else saturated colours bleed over edges.
            smart_subsample=True,
            # Every frame stands for itself: libwebp takes small changes for none, and over a slow
            # morph these add up to another picture.
            kmin=0,
            kmax=1,
        )

    encode(clip.frames, clip.playback_order, path, save)
    return size
