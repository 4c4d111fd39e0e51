"""The texts in a picture or video, found without decoding it and without trusting it."""

from collections.abc import Iterator
from pathlib import Path

from sd3explorer.export import boxes, ebml
from sd3explorer.export.packet import description
from sd3explorer.export.source import Source
from sd3explorer.walk.files import reading


def texts(file: Path) -> Iterator[bytes]:
    """The comments and descriptions in a file, where its format is one that `export` writes.

    What it is, its content says, not its name.

    Raises:
        DamagedError: It breaks the rules of its format.
        OSError: It can't be read.
    """
    with reading(file) as opened:
        head = opened.read(16)
        source = Source(opened)
        if head.startswith(b"GIF8"):
            yield from _gif_comments(source)
        elif head.startswith(b"\x89PNG\r\n\x1a\n"):
            yield from _png_texts(source)
        elif head.startswith(b"\xff\xd8"):
            yield from _jpeg_comments(source)
        elif head.startswith(b"RIFF") and head[8:12] == b"WEBP":
            yield from map(description, _webp_xmp(source))
        elif head[4:8] == b"ftyp" and head[8:12] in (b"avif", b"avis"):
            yield from map(description, boxes.xmp(source))
        elif head[4:8] == b"ftyp":
            yield from boxes.comments(source)
        elif head.startswith(b"\x1a\x45\xdf\xa3"):
            yield from ebml.comments(source)


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


def _webp_xmp(source: Source) -> Iterator[bytes]:
    source.skip(4)
    end = source.number(4, "little") + 8
    source.skip(4)
    # After the frames.
    while source.place < end:
        kind, length = source.take(4), source.number(4, "little")
        if kind == b"XMP ":
            yield source.take(length)
            return
        source.skip(length + length % 2)
