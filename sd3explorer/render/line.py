"""A line to another machine: how fast it is, and whether frames come in fewer bytes for that."""

import time
from collections.abc import Callable

from sd3explorer.render.messages import Image
from sd3explorer.render.squeezing import Squeezed, squeezed

# How much the last that was measured counts for; what was before it counts for the rest.
NEWEST_SHARE = 0.3

# What squeezing is taken to cost and to save before any frame was squeezed.
SECONDS_PER_BYTE, SHARE_LEFT = 1 / 40e6, 0.7

# Fewer at once say nothing of a line.
BYTES_TO_MEASURE = 2**14


class Speed:
    """How fast bytes come, measured where they arrive: within messages, as between them nothing may be sent.

    Args:
        clock: Tells the time in seconds.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._last = clock()
        self._seconds = self._bytes = 0.0

    @property
    def bytes_per_second(self) -> float | None:
        """It; None as long as nobody knows."""
        return self._bytes / max(self._seconds, 1e-6) if self._bytes else None

    def count(self, size: int) -> None:
        """So many bytes have come since the last call."""
        now = self._clock()
        if size >= BYTES_TO_MEASURE:
            self._bytes = (1.0 - NEWEST_SHARE) * self._bytes + size
            self._seconds = (1.0 - NEWEST_SHARE) * self._seconds + now - self._last
        self._last = now


class Press:
    """Squeezes frames where they are there sooner for it.

    Args:
        clock: Tells the time in seconds.

    Attributes:
        bytes_per_second: How fast the line is; None as long as nobody knows.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self.bytes_per_second: float | None = None
        self._clock = clock
        self._seconds_per_byte = SECONDS_PER_BYTE
        self._share_left = SHARE_LEFT

    @property
    def pays(self) -> bool:
        """Whether a frame that is squeezed is there sooner."""
        if not self.bytes_per_second:
            return False
        return self._seconds_per_byte < (1.0 - self._share_left) / self.bytes_per_second

    def fitted(self, image: Image) -> Image | Squeezed:
        """A frame as it is sent now."""
        if not self.pays:
            return image
        start = self._clock()
        frame = squeezed(image)
        self._seconds_per_byte = _mean(self._seconds_per_byte, (self._clock() - start) / image.nbytes)
        self._share_left = _mean(self._share_left, len(frame.data) / image.nbytes)
        return frame


def _mean(before: float, newest: float) -> float:
    return NEWEST_SHARE * newest + (1.0 - NEWEST_SHARE) * before
