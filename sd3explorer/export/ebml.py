"""The elements in which WebM keeps everything: its comments.

FFmpeg would read and unpack all the rest as well.

Reference:
    RFC 8794, "Extensible Binary Meta Language"; RFC 9559, "Matroska Media Container Format Specification".
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sd3explorer.export.source import DamagedError, Source

# A segment, its tags, one of them, and a name with a text in it.
_TEXTS = (0x18538067, 0x1254C367, 0x7373, 0x67C8)
_NAME, _TEXT = 0x45A3, 0x4487


@dataclass(frozen=True, slots=True)
class _Element:
    """What is in an element, as places in the file."""

    kind: int
    start: int
    end: int


def comments(source: Source) -> Iterator[bytes]:
    """The comments of a WebM."""
    for element in _inside(source, _Element(0, 0, source.size), _TEXTS):
        found = {inner.kind: inner for inner in _elements(source, element)}
        if _NAME in found and _TEXT in found and _data(source, found[_NAME]).lower() == b"comment":
            yield _data(source, found[_TEXT])


def _inside(source: Source, element: _Element, path: Sequence[int]) -> Iterator[_Element]:
    if not path:
        yield element
        return
    for inner in _elements(source, element):
        if inner.kind == path[0]:
            yield from _inside(source, inner, path[1:])


def _elements(source: Source, outer: _Element) -> Iterator[_Element]:
    start = outer.start
    while start < outer.end:
        source.go_to(start)
        kind, _ = _number(source)
        marked, length = _number(source)
        inside = source.place
        size = marked - (1 << 7 * length)
        # All ones: as it was streamed, it doesn't say where it ends.
        end = outer.end if size == (1 << 7 * length) - 1 else inside + size
        if end > outer.end:
            raise DamagedError
        yield _Element(kind, inside, end)
        start = end


def _number(source: Source) -> tuple[int, int]:
    """A number with the bit in it that marks its length, and that length in bytes."""
    first = source.number(1)
    length = 9 - first.bit_length()
    if length > 8:
        raise DamagedError
    return first << 8 * (length - 1) | source.number(length - 1), length


def _data(source: Source, element: _Element) -> bytes:
    source.go_to(element.start)
    return source.take(element.end - element.start)
