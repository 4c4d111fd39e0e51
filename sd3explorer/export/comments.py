"""Comments of GIF, PNG and JPEG: put in where encoders can't write them, and found again."""

import shutil
import struct
from collections.abc import Iterator, Mapping
from pathlib import Path
from zlib import crc32

from sd3explorer.export.format import Reader
from sd3explorer.export.source import Source

# As much as is in memory while bytes move to make room.
_PIECE = 1 << 20

_GIF_COMMENT = b"\x21\xfe"
_LONGEST_GIF_BLOCK = 255
_LONGEST_JPEG_SEGMENT = 65_533
_JPEG_COMMENT, _JPEG_SCAN = b"\xff\xfe", b"\xff\xda"


def add_gif_comment(file: Path, text: str) -> None:
    """Puts a comment in front of the first frame of a GIF.

    Raises:
        OSError: The file can't be written.
    """
    with file.open("rb") as opened:
        flags = opened.read(13)[10]
    palette = 3 << ((flags & 7) + 1) if flags & 0x80 else 0
    data = text.encode("utf-8")
    blocks = [data[start : start + _LONGEST_GIF_BLOCK] for start in range(0, len(data), _LONGEST_GIF_BLOCK)]
    comment = _GIF_COMMENT + b"".join(bytes([len(block)]) + block for block in blocks) + b"\0"
    _insert(file, 13 + palette, comment)


def exchange_gif_comment(source: Path, text: str | None, target: Path) -> None:
    """Writes a GIF once more, with another comment than that of `add_gif_comment`, or without one.

    Raises:
        OSError: The file can't be read or written.
    """
    with source.open("rb") as opened, target.open("wb") as written:
        head = opened.read(13)
        flags = head[10]
        written.write(head + opened.read(3 << ((flags & 7) + 1) if flags & 0x80 else 0))
        place = opened.tell()
        if opened.read(2) == _GIF_COMMENT:
            while length := opened.read(1)[0]:
                opened.seek(length, 1)
        else:
            opened.seek(place)
        shutil.copyfileobj(opened, written, _PIECE)
    if text is not None:
        add_gif_comment(target, text)


def add_jpeg_comment(file: Path, text: str) -> None:
    """Puts a comment into a JPEG, after the segment that must come first; a long one into several.

    Raises:
        OSError: The file can't be written.
    """
    with file.open("rb") as opened:
        _, kind, length = struct.unpack(">HHH", opened.read(6))
    data = text.encode("utf-8")
    pieces = [data[at : at + _LONGEST_JPEG_SEGMENT] for at in range(0, len(data), _LONGEST_JPEG_SEGMENT)]
    comment = b"".join(struct.pack(">HH", 0xFFFE, len(piece) + 2) + piece for piece in pieces)
    _insert(file, 4 + length if kind == 0xFFE0 else 2, comment)


def exchange_jpeg_comment(source: Path, text: str | None, target: Path) -> None:
    """Writes a JPEG once more, with another comment than that of `add_jpeg_comment`, or without one.

    Raises:
        OSError: The file can't be read or written.
    """
    with source.open("rb") as opened, target.open("wb") as written:
        written.write(opened.read(2))
        # Up to the pixels, which begin with a segment of their own.
        while (head := opened.read(4))[:2] != _JPEG_SCAN and len(head) == 4:
            (length,) = struct.unpack(">H", head[2:])
            segment = opened.read(length - 2)
            if head[:2] != _JPEG_COMMENT:
                written.write(head + segment)
        written.write(head)
        shutil.copyfileobj(opened, written, _PIECE)
    if text is not None:
        add_jpeg_comment(target, text)


def exchange_png_texts(source: Path, texts: Mapping[str, str], target: Path) -> None:
    """Writes a PNG once more, with other texts than its own.

    Args:
        source: A PNG.
        texts: By their keywords; in the order in which they are written, as Pillow writes them.
        target: File to write.

    Raises:
        OSError: The file can't be read or written.
    """
    with source.open("rb") as opened, target.open("wb") as written:
        written.write(opened.read(8))
        while len(head := opened.read(8)) == 8:
            length, kind = struct.unpack(">I4s", head)
            rest = opened.read(length + 4)
            if kind != b"iTXt":
                written.write(head + rest)
            if kind == b"IHDR":
                for keyword, text in texts.items():
                    data = b"iTXt" + keyword.encode() + b"\0\0\0\0\0" + text.encode()
                    written.write(struct.pack(">I", len(data) - 4) + data + struct.pack(">I", crc32(data)))


def _insert(file: Path, offset: int, data: bytes) -> None:
    with file.open("r+b") as opened:
        end = opened.seek(0, 2)
        # From the end, so that nothing is overwritten that hasn't moved yet.
        while end > offset:
            start = max(offset, end - _PIECE)
            opened.seek(start)
            piece = opened.read(end - start)
            opened.seek(start + len(data))
            opened.write(piece)
            end = start
        opened.seek(offset)
        opened.write(data)


def _gif_comments(source: Source) -> Iterator[bytes]:
    flags = source.take(13)[10]
    if flags & 0x80:
        source.skip(3 << ((flags & 7) + 1))
    # Up to the first frame.
    while source.take(1) == b"\x21":
        kind = source.take(1)
        data = _gif_blocks(source)
        if kind == b"\xfe":
            yield data


def _gif_blocks(source: Source) -> bytes:
    data = bytearray()
    while length := source.number(1):
        data += source.take(length)
    return bytes(data)


def _png_texts(source: Source) -> Iterator[bytes]:
    source.skip(8)
    # Up to the pixels.
    while True:
        length, kind = source.number(4), source.take(4)
        if kind in (b"IDAT", b"IEND"):
            return
        if kind == b"iTXt":
            keyword, _, rest = source.take(length).partition(b"\0")
            # Others may hold a prompt, which may say anything; compressed ones aren't ours.
            if keyword == b"Comment" and rest[:1] == b"\0":
                yield rest[2:].split(b"\0", 2)[-1]
        else:
            source.skip(length)
        source.skip(4)


def _jpeg_comments(source: Source) -> Iterator[bytes]:
    source.skip(2)
    comment = bytearray()
    # Up to the pixels.
    while True:
        marker, length = source.number(2), source.number(2)
        if marker == 0xFFDA or marker < 0xFF00 or length < 2:
            yield bytes(comment)
            return
        if marker == 0xFFFE:
            comment += source.take(length - 2)
        else:
            source.skip(length - 2)


GIF_COMMENTS = Reader(lambda head: head.startswith(b"GIF8"), _gif_comments)
PNG_TEXTS = Reader(lambda head: head.startswith(b"\x89PNG\r\n\x1a\n"), _png_texts)
JPEG_COMMENTS = Reader(lambda head: head.startswith(b"\xff\xd8"), _jpeg_comments)
