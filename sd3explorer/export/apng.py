"""Animated PNGs, written as a stream; Pillow, which compresses each frame, would hold all of them."""

import struct
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from PIL import Image

from sd3explorer.export.clip import Clip, Frame, Size
from sd3explorer.export.comments import PNG_TEXTS
from sd3explorer.export.format import PLAYING_OPTIONS, Format, Repeats
from sd3explorer.export.options import Encoding
from sd3explorer.export.packet import wrap
from sd3explorer.export.times import MILLISECONDS

_SIGNATURE = b"\x89PNG\r\n\x1a\n"


def write_apng(clip: Clip, path: Path, encoding: Encoding = Encoding()) -> Size:
    """Writes one round of playback as an animated PNG that repeats as often as the clip says.

    Memory holds one frame at a time.

    Args:
        clip: At least one frame.
        path: File to write.
        encoding: Whether it should be quick.

    Returns:
        Size of its pictures.

    Raises:
        OSError: The file can't be written.
        Exception: Whatever reading a frame raised.

    Reference:
        W3C, "Portable Network Graphics (PNG) Specification (Third Edition)", section 11.3.
    """
    order = clip.playback_order
    height = width = 0
    delays = MILLISECONDS.delays(clip.frame_rate, len(order))
    with path.open("wb") as file:
        sequence = 0
        for number, (index, delay) in enumerate(zip(order, delays, strict=True)):
            frame = clip.frames[index]
            height, width, _ = frame.shape
            if number == 0:
                file.write(_SIGNATURE)
                _write_chunk(file, b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
                _write_chunk(file, b"acTL", struct.pack(">II", len(order), clip.rounds))
                _write_walk(file, clip)
            control = struct.pack(">IIIIIHHBB", sequence, width, height, 0, 0, delay, 1000, 0, 0)
            _write_chunk(file, b"fcTL", control)
            sequence += 1
            for data in _compressed(frame, encoding):
                # The first frame is also what a reader shows that knows of no animation.
                if number == 0:
                    _write_chunk(file, b"IDAT", data)
                else:
                    _write_chunk(file, b"fdAT", struct.pack(">I", sequence) + data)
                    sequence += 1
        _write_chunk(file, b"IEND", b"")
    return width, height


def exchange_walk(source: Path, clip: Clip, target: Path) -> None:
    """Writes an animated PNG of `write_apng` once more, with the walk that a clip carries."""
    with source.open("rb") as opened, target.open("wb") as file:
        file.write(opened.read(len(_SIGNATURE)))
        while len(head := opened.read(8)) == 8:
            length, kind = struct.unpack(">I4s", head)
            rest = opened.read(length + 4)
            if kind != b"iTXt":
                file.write(head + rest)
            if kind == b"acTL":
                _write_walk(file, clip)


def _write_walk(file: BinaryIO, clip: Clip) -> None:
    if clip.walk is not None:
        _write_chunk(file, b"iTXt", b"Comment\0\0\0\0\0" + wrap(clip.walk).encode())


def _write_chunk(file: BinaryIO, kind: bytes, data: bytes) -> None:
    file.write(struct.pack(">I", len(data)) + kind + data)
    file.write(struct.pack(">I", zlib.crc32(data, zlib.crc32(kind))))


def _compressed(frame: Frame, encoding: Encoding) -> Iterator[bytes]:
    """The data of the IDAT chunks of a frame's own PNG."""
    encoded = BytesIO()
    Image.fromarray(frame).save(encoded, format="PNG", compress_level=encoding.png_level)
    encoded.seek(len(_SIGNATURE))
    while len(head := encoded.read(8)) == 8:
        length, kind = struct.unpack(">I4s", head)
        data = encoded.read(length)
        encoded.seek(4, 1)
        if kind == b"IDAT":
            yield data


APNG = Format(
    "Animated PNG",
    (".apng",),
    write_apng,
    "PNG text",
    exchange=exchange_walk,
    options=PLAYING_OPTIONS,
    animates=True,
    repeats=Repeats.AS_ASKED,
    times=MILLISECONDS,
    readers=(PNG_TEXTS,),
)
