"""The texts in a picture or video, found without decoding it and without trusting it."""

import struct
from collections.abc import Iterator
from io import BufferedReader
from pathlib import Path

import av
import av.error
from PIL import Image

from sd3explorer.export.packet import MAX_TEXT_BYTES, description

# Enough for the frames of any animation that the app makes; a hostile file has to end somewhere.
_MOST_PARTS = 500_000


class DamagedError(Exception):
    """A file that isn't what it says it is."""


def texts(file: Path) -> Iterator[bytes]:
    """The comments and descriptions in a file, where its format is one that `export` writes.

    What it is, its content says, not its name.

    Raises:
        DamagedError: It breaks the rules of its format.
        OSError: It can't be read.
    """
    with file.open("rb") as opened:
        head = opened.read(16)
        opened.seek(0)
        if head.startswith(b"GIF8"):
            yield from _gif_comments(opened)
        elif head.startswith(b"\x89PNG\r\n\x1a\n"):
            yield from _png_texts(opened)
        elif head.startswith(b"\xff\xd8"):
            yield from _jpeg_comments(opened)
        elif head.startswith(b"RIFF") and head[8:12] == b"WEBP":
            yield from map(_description, _webp_xmp(opened))
        elif head[4:8] == b"ftyp" and head[8:12] in (b"avif", b"avis"):
            yield from map(_description, _avif_xmp(opened))
        elif head[4:8] == b"ftyp":
            yield from _video_comments(file, "mp4")
        elif head.startswith(b"\x1a\x45\xdf\xa3"):
            yield from _video_comments(file, "webm")


def _gif_comments(opened: BufferedReader) -> Iterator[bytes]:
    flags = _exactly(opened, 13)[10]
    if flags & 0x80:
        _exactly(opened, 3 << ((flags & 7) + 1))
    # Up to the first frame.
    for _ in range(_MOST_PARTS):
        if opened.read(1) != b"\x21":
            return
        kind = opened.read(1)
        data = _gif_blocks(opened)
        if kind == b"\xfe":
            yield data
    raise DamagedError


def _gif_blocks(opened: BufferedReader) -> bytes:
    data = bytearray()
    while length := _exactly(opened, 1)[0]:
        data += _exactly(opened, length)
        if len(data) > MAX_TEXT_BYTES:
            raise DamagedError
    return bytes(data)


def _png_texts(opened: BufferedReader) -> Iterator[bytes]:
    opened.seek(8)
    # Up to the pixels.
    for _ in range(_MOST_PARTS):
        length, kind = struct.unpack(">I4s", _exactly(opened, 8))
        if kind in (b"IDAT", b"IEND"):
            return
        if kind == b"iTXt":
            keyword, _, rest = _exactly(opened, length).partition(b"\0")
            # Others may hold a prompt, which may say anything; compressed ones aren't ours.
            if keyword == b"Comment" and rest[:1] == b"\0":
                yield rest[2:].split(b"\0", 2)[-1]
        else:
            opened.seek(length, 1)
        opened.seek(4, 1)
    raise DamagedError


def _jpeg_comments(opened: BufferedReader) -> Iterator[bytes]:
    opened.seek(2)
    comment = bytearray()
    # Up to the pixels.
    for _ in range(_MOST_PARTS):
        marker, length = struct.unpack(">HH", _exactly(opened, 4))
        if marker == 0xFFDA or marker < 0xFF00 or length < 2:
            yield bytes(comment)
            return
        if marker == 0xFFFE:
            comment += _exactly(opened, length - 2)
        else:
            opened.seek(length - 2, 1)
        if len(comment) > MAX_TEXT_BYTES:
            break
    raise DamagedError


def _webp_xmp(opened: BufferedReader) -> Iterator[bytes]:
    opened.seek(4)
    (size,) = struct.unpack("<I", _exactly(opened, 4))
    opened.seek(12)
    # After the frames.
    for _ in range(_MOST_PARTS):
        if opened.tell() >= size + 8:
            return
        kind, length = struct.unpack("<4sI", _exactly(opened, 8))
        if kind == b"XMP ":
            yield _exactly(opened, length)
            return
        opened.seek(length + length % 2, 1)
    raise DamagedError


def _avif_xmp(opened: BufferedReader) -> Iterator[bytes]:
    try:
        with Image.open(opened, formats=["AVIF"]) as picture:
            found = picture.info.get("xmp")
    except (OSError, SyntaxError, ValueError, RuntimeError, Image.DecompressionBombError) as error:
        raise DamagedError from error
    if isinstance(found, bytes):
        yield found


def _video_comments(file: Path, container: str) -> Iterator[bytes]:
    try:
        # The container is named so that FFmpeg won't take the file for a list of others to open.
        # And its whole path, as "a:b.mp4" would be a file b.mp4 by way of the protocol a.
        with av.open(str(file.absolute()), format=container, metadata_errors="replace") as video:
            found = {key.lower(): value for key, value in video.metadata.items()}
    except av.error.FFmpegError as error:
        raise DamagedError from error
    if "comment" in found:
        yield found["comment"].encode("utf-8", "replace")


def _description(xmp: bytes) -> bytes:
    try:
        return description(xmp)
    except ValueError as error:
        raise DamagedError from error


def _exactly(opened: BufferedReader, count: int) -> bytes:
    if count > MAX_TEXT_BYTES:
        raise DamagedError
    data = opened.read(count)
    if len(data) < count:
        raise DamagedError
    return data
