"""Comments in formats whose encoders can't write them, put in once the file is there."""

import struct
from pathlib import Path

# As much as is in memory while bytes move to make room.
_PIECE = 1 << 20

_LONGEST_GIF_BLOCK = 255
_LONGEST_JPEG_SEGMENT = 65_533


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
    comment = b"\x21\xfe" + b"".join(bytes([len(block)]) + block for block in blocks) + b"\0"
    _insert(file, 13 + palette, comment)


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
