"""Animated WebPs, written as a stream.

libwebp's own encoder of animations takes small changes for none: it leaves frames out, at lower
qualities many of a slow morph, or lets the changes add up to another picture. And it holds the file in
memory. So here every frame is a picture of its own.
"""

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

import pyvips

from sd3explorer.export.clip import Clip, ExportError, Frame, Size
from sd3explorer.export.format import PLAYING_OPTIONS, Format, Reader, Repeats
from sd3explorer.export.options import Encoding
from sd3explorer.export.packet import description, wrap, xmp
from sd3explorer.export.source import Source
from sd3explorer.export.stream import not_encoded
from sd3explorer.export.times import MILLISECONDS

# At libwebp's default of 75 gradients show bands.
_BEST, _WORST = 90, 35
_MOST_BYTES = 0xFFFF_FFFE
_HAS_XMP, _IS_ANIMATED = 4, 2
# A frame takes the place of the one before, and isn't mixed with it.
_REPLACES = 2


def write_webp(clip: Clip, path: Path, encoding: Encoding = Encoding()) -> Size:
    """Writes one round of playback as an animated WebP that repeats as often as the clip says.

    Frames that look the same stay frames of their own. Memory holds one frame at a time.

    Args:
        clip: At least one frame.
        path: File to write.
        encoding: Its quality, and whether it should be quick.

    Returns:
        Size of its pictures.

    Raises:
        ExportError: A frame can't be encoded, or the file would be larger than the format allows.
        OSError: The file can't be written.
        Exception: Whatever reading a frame raised.

    Reference:
        RFC 9649, "WebP Image Format", section 2.7.
    """
    order = clip.playback_order
    # Many programs read no animation, not even of one frame.
    animated = len(order) > 1
    delays = MILLISECONDS.delays(clip.frame_rate, len(order))
    width = height = 0
    with path.open("wb") as file:
        file.write(struct.pack("<4sI4s", b"RIFF", 0, b"WEBP"))
        for number, (index, delay) in enumerate(zip(order, delays, strict=True)):
            frame = clip.frames[index]
            height, width, _ = frame.shape
            if number == 0:
                flags = (_IS_ANIMATED if animated else 0) | (_HAS_XMP if clip.walk is not None else 0)
                _write_chunk(file, b"VP8X", struct.pack("<I", flags) + _sides(width, height))
                if animated:
                    # The background is white, and never seen.
                    _write_chunk(file, b"ANIM", struct.pack("<IH", 0xFFFF_FFFF, clip.rounds))
            picture = _picture(frame, encoding)
            if animated:
                head = bytes(6) + _sides(width, height) + _in_3_bytes(delay) + bytes([_REPLACES])
                _write_chunk(file, b"ANMF", head + picture)
            else:
                file.write(picture)
        _finish(file, clip)
    return width, height


def exchange_walk(source: Path, clip: Clip, target: Path) -> None:
    """Writes a WebP of `write_webp` once more, with the walk that a clip carries."""
    with source.open("rb") as opened, target.open("wb") as file:
        file.write(opened.read(12))
        while len(head := opened.read(8)) == 8:
            kind, length = struct.unpack("<4sI", head)
            data = opened.read(length + length % 2)[:length]
            if kind == b"VP8X":
                flags = data[0] & ~_HAS_XMP | (_HAS_XMP if clip.walk is not None else 0)
                data = bytes([flags]) + data[1:]
            if kind != b"XMP ":
                _write_chunk(file, kind, data)
        _finish(file, clip)


def _finish(file: BinaryIO, clip: Clip) -> None:
    if clip.walk is not None:
        _write_chunk(file, b"XMP ", xmp(wrap(clip.walk)))
    length = file.tell() - 8
    file.seek(4)
    file.write(struct.pack("<I", length))


def _write_chunk(file: BinaryIO, kind: bytes, data: bytes) -> None:
    if file.tell() + len(data) > _MOST_BYTES:
        raise ExportError(
            "a WebP has 4.3 GB at most; export fewer or smaller frames, or choose another format"
        )
    file.write(struct.pack("<4sI", kind, len(data)) + data + bytes(len(data) % 2))


def _sides(width: int, height: int) -> bytes:
    return _in_3_bytes(width - 1) + _in_3_bytes(height - 1)


def _in_3_bytes(number: int) -> bytes:
    return number.to_bytes(3, "little")


def _picture(frame: Frame, encoding: Encoding) -> bytes:
    """What is in a frame's own WebP: one chunk of pixels."""
    # By libvips, as Pillow has no smart subsampling, without which saturated colours bleed over edges.
    speed = 1 if encoding.quick else 4
    settings: dict[str, Any] = {"smart_subsample": True, "effort": speed, "keep": "none"}
    try:
        image = pyvips.Image.new_from_array(frame)
        whole: Any = image.webpsave_buffer(Q=round(encoding.between(_BEST, _WORST)), **settings)
    except pyvips.Error as error:
        raise not_encoded(error) from error
    return whole[len("RIFF....WEBP") :]


def _xmp(source: Source) -> Iterator[bytes]:
    source.skip(4)
    end = source.number(4, "little") + 8
    source.skip(4)
    # After the frames.
    while source.place < end:
        kind, length = source.take(4), source.number(4, "little")
        if kind == b"XMP ":
            yield description(source.take(length))
            return
        source.skip(length + length % 2)


WEBP = Format(
    "Animated WebP",
    (".webp",),
    write_webp,
    "XMP",
    exchange=exchange_walk,
    options=PLAYING_OPTIONS,
    animates=True,
    repeats=Repeats.AS_ASKED,
    times=MILLISECONDS,
    graded=(".webp",),
    max_side=16_383,
    readers=(Reader(lambda head: head.startswith(b"RIFF") and head[8:12] == b"WEBP", _xmp),),
)
