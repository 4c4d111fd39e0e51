"""Numbers as people say them, in the window as in the terminal."""

import re
import time
from collections import deque
from collections.abc import Callable

LEAST_SECONDS = 1.0

# Several of the largest batches.
FRAMES_THAT_COUNT = 128

# Decimal ones as disks and chats count, and those of 1,024.
_UNITS = {"b": 1, "bytes": 1, "kb": 10**3, "mb": 10**6, "gb": 10**9, "kib": 2**10, "mib": 2**20, "gib": 2**30}

# More than any disk holds, and few enough for every integer type.
_MOST_BYTES = 10.0**15


class FrameRate:
    """How fast frames come, from the first rendered one on: loading and compiling don't count.

    The last frames alone count, so that it soon forgets a night in which the machine slept.

    Args:
        clock: Tells the time in seconds; one that isn't moved when the computer's clock is set.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._times: deque[float] = deque(maxlen=FRAMES_THAT_COUNT + 1)

    def count(self) -> None:
        """A frame was rendered."""
        self._times.append(self._clock())

    def measure(self, left: int) -> tuple[float, str] | None:
        """The frames a second, and minutes and seconds that the frames left will take; None while unknown."""
        if len(self._times) < 2:
            return None
        passed = self._clock() - self._times[0]
        if passed < LEAST_SECONDS:
            # The frames of one batch come at once, which says nothing of the next.
            return None
        rate = (len(self._times) - 1) / passed
        minutes, seconds = divmod(round(left / rate), 60)
        return rate, f"{minutes}:{seconds:02}"

    def describe(self, left: int) -> str:
        """The rate and the time that the frames left will take, or nothing while both are unknown."""
        measured = self.measure(left)
        return f", {measured[0]:.1f} frames/s, {measured[1]} left" if measured else ""


def in_units(size: int) -> str:
    """A number of bytes as people say it: "44 MB", "1.2 MB"."""
    amount = float(size)
    for unit in ("bytes", "kB", "MB"):
        if amount < 1000:
            return f"{amount:.0f} {unit}" if amount >= 10 or unit == "bytes" else f"{amount:.1f} {unit}"
        amount /= 1000
    return f"{amount:.1f} GB"


def in_frames(count: int) -> str:
    """A number of frames: "1 frame", "24 frames"."""
    return f"{count} frame" if count == 1 else f"{count} frames"


def bytes_in(text: str, unit: str = "b") -> int | None:
    """A number of bytes from what people say: "8 MB", "500kB", "1.5 MiB"; None if it is no size.

    Args:
        text: What they say.
        unit: What a number alone is of.
    """
    match = re.fullmatch(r"(\d+(?:[.,]\d+)?)\s*([a-z]*)", text.strip().casefold())
    if match is None or (factor := _UNITS.get(match[2] or unit)) is None:
        return None
    size = float(match[1].replace(",", ".")) * factor
    return round(size) if size <= _MOST_BYTES else None
