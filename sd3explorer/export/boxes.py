"""The boxes in which MP4 and AVIF keep everything: their comments and descriptions.

FFmpeg and libavif would read and unpack all the rest as well, of which a few bytes can make gigabytes.

Reference:
    ISO/IEC 14496-12, "ISO base media file format"; 8.11 for the items of AVIF.
    Apple, "QuickTime File Format", for the list of texts of MP4.
"""

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO

from sd3explorer.export.source import DamagedError, Source

_COMMENT = (b"moov", b"udta", b"meta", b"ilst", b"\xa9cmt", b"data")
_XMP = b"application/rdf+xml"
# Version and flags come before what is in these.
_FULL = 4


@dataclass(frozen=True, slots=True)
class _Box:
    """What is in a box, as places in the file."""

    kind: bytes
    start: int
    end: int


def comments(source: Source) -> Iterator[bytes]:
    """The comments of an MP4."""
    for box in _inside(source, _whole(source), _COMMENT):
        # A type and a language come first.
        source.go_to(box.start + 8)
        yield source.take(max(0, box.end - box.start - 8))


def xmp(source: Source) -> Iterator[bytes]:
    """The XMP of an AVIF."""
    for meta in _inside(source, _whole(source), (b"meta",)):
        boxes = {box.kind: box for box in _boxes(source, _content(meta))}
        if b"iinf" in boxes and b"iloc" in boxes:
            wanted = set(_xmp_items(source, boxes[b"iinf"]))
            for parts in [parts for item, parts in _places(source, boxes[b"iloc"]) if item in wanted]:
                yield b"".join(_part(source, *part) for part in parts)


@dataclass(frozen=True, slots=True)
class XmpPlace:
    """Where the XMP of an AVIF is.

    Args:
        start: Its place in the file.
        length: Of it in bytes.
        pointers: Places of the pairs of 32-bit numbers that say so.
    """

    start: int
    length: int
    pointers: tuple[int, ...]


def xmp_place(source: Source) -> XmpPlace | None:
    """Where the one XMP of an AVIF is that we have written; None where there is none, or it is elsewhere."""
    found: dict[tuple[int, int], list[int]] = {}
    for path in ((b"meta",), (b"moov", b"trak", b"meta")):
        for meta in _inside(source, _whole(source), path):
            boxes = {box.kind: box for box in _boxes(source, _content(meta))}
            if b"iinf" not in boxes or b"iloc" not in boxes:
                continue
            place = boxes[b"iloc"]
            wanted = set(_xmp_items(source, boxes[b"iinf"]))
            # That of the other metadata says the same, which is what is looked for.
            for part in [part for item, parts in _places(source, place) if item in wanted for part in parts]:
                found.setdefault(part, []).extend(_pairs(source, place, part))
    if len(found) != 1:
        return None
    [((start, length), pointers)] = found.items()
    return XmpPlace(start, length, tuple(pointers)) if pointers else None


def _pairs(source: Source, box: _Box, numbers: tuple[int, int]) -> Iterator[int]:
    """Where in a box two 32-bit numbers are, one after the other."""
    wanted = struct.pack(">II", *numbers)
    source.go_to(box.start)
    data = source.take(box.end - box.start)
    if data.count(wanted) == 1:
        yield box.start + data.index(wanted)


def _whole(source: Source) -> _Box:
    return _Box(b"", 0, source.size)


def _content(box: _Box) -> _Box:
    return _Box(box.kind, box.start + _FULL, box.end) if box.kind == b"meta" else box


def _inside(source: Source, box: _Box, path: Sequence[bytes]) -> Iterator[_Box]:
    if not path:
        yield box
        return
    for inner in _boxes(source, _content(box)):
        if inner.kind == path[0]:
            yield from _inside(source, inner, path[1:])


def _boxes(source: Source, outer: _Box) -> Iterator[_Box]:
    start = outer.start
    while start + 8 <= outer.end:
        source.go_to(start)
        length, kind = source.number(4), source.take(4)
        if length == 1:
            length = source.number(8)
        # None says that it goes on to the end.
        end = start + length if length else outer.end
        inside = source.place
        if end < inside or end > outer.end:
            raise DamagedError
        yield _Box(kind, inside, end)
        start = end


def _xmp_items(source: Source, items: _Box) -> Iterator[int]:
    """The numbers of the items that are XMP."""
    source.go_to(items.start)
    version = source.number(_FULL) >> 24
    source.skip(2 if version == 0 else 4)
    for box in _boxes(source, _Box(b"", source.place, items.end)):
        if box.kind != b"infe":
            continue
        source.go_to(box.start)
        entry = Source(BytesIO(source.take(box.end - box.start)))
        version = entry.number(_FULL) >> 24
        # Older ones have no types.
        if version >= 2:
            number = entry.number(2 if version == 2 else 4)
            entry.skip(2)
            kind, names = entry.take(4), entry.take(entry.size - entry.place).split(b"\0")
            if kind == b"mime" and _XMP in names:
                yield number


def _places(source: Source, locations: _Box) -> Iterator[tuple[int, list[tuple[int, int]]]]:
    """The numbers of all items, each with the places and lengths of its parts in the file."""
    source.go_to(locations.start)
    table = Source(BytesIO(source.take(locations.end - locations.start)))
    version = table.number(_FULL) >> 24
    sizes, more_sizes = table.number(1), table.number(1)
    offset_size, length_size, base_size = sizes >> 4, sizes & 15, more_sizes >> 4
    index_size = more_sizes & 15 if version else 0
    for _ in range(table.number(2 if version < 2 else 4)):
        number = table.number(2 if version < 2 else 4)
        is_in_file = version == 0 or table.number(2) & 15 == 0
        table.skip(2)
        base = table.number(base_size)
        parts: list[tuple[int, int]] = []
        for _ in range(table.number(2)):
            table.skip(index_size)
            parts.append((base + table.number(offset_size), table.number(length_size)))
        if is_in_file:
            yield number, parts


def _part(source: Source, start: int, length: int) -> bytes:
    source.go_to(start)
    return source.take(length)
