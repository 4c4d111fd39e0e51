"""A file that somebody else made, read piece by piece, and only so much of it."""

from typing import BinaryIO, Literal

from sd3explorer.export.packet import MAX_TEXT_BYTES

# Together: the text of a walk, and what has to be looked at on the way to it.
_MOST_BYTES = 2 * MAX_TEXT_BYTES
# Enough for the frames of any animation that the app makes; read in a second.
_MOST_PIECES = 1_000_000


class DamagedError(Exception):
    """A file that isn't what it says it is."""


class Source:
    """A file, of which no more is read or held than a walk can be long, however large it is.

    Args:
        opened: The file, at its start.
    """

    def __init__(self, opened: BinaryIO) -> None:
        self._opened = opened
        self.size = opened.seek(0, 2)
        self._bytes_left = _MOST_BYTES
        self._pieces_left = _MOST_PIECES
        opened.seek(0)

    @property
    def place(self) -> int:
        """How many bytes lie before what is taken next."""
        return self._opened.tell()

    def take(self, count: int) -> bytes:
        """The next bytes.

        Raises:
            DamagedError: The file ends before, or it's more than a walk can need.
            OSError: They can't be read.
        """
        self._pieces_left -= 1
        self._bytes_left -= count
        if count > MAX_TEXT_BYTES or self._bytes_left < 0 or self._pieces_left < 0:
            raise DamagedError
        data = self._opened.read(count)
        if len(data) < count:
            raise DamagedError
        return data

    def number(self, count: int, order: Literal["big", "little"] = "big") -> int:
        """The next bytes as a whole number, without a sign."""
        return int.from_bytes(self.take(count), order)

    def skip(self, count: int) -> None:
        """Skips the next bytes."""
        self._opened.seek(count, 1)

    def go_to(self, place: int) -> None:
        """Moves to a place, in bytes from the start."""
        self._opened.seek(place)
