"""A thread that fetches a model without blocking the window."""

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QThread, Signal

from sd3explorer.presets.locate import OnProgress, fetch
from sd3explorer.presets.preset import Preset, PresetError

# The rate is that of the last so many seconds, so that it shows when the network grows slow.
RATE_SECONDS = 10.0

Fetch = Callable[[str, OnProgress], Preset]


@dataclass(frozen=True, slots=True)
class FetchProgress:
    """How far a download is.

    Args:
        done: Bytes that are here.
        total: Bytes that it will be, about; None when nobody knows.
        rate: Bytes per second of late; None while nobody knows.
    """

    done: int
    total: int | None
    rate: float | None

    @property
    def seconds_left(self) -> float | None:
        """How long it will take, if it continues as of late; None while nobody knows."""
        if not self.rate or self.total is None or self.done >= self.total:
            return None
        return (self.total - self.done) / self.rate


class TransferRate:
    """How fast bytes arrive.

    Args:
        clock: Returns the time in seconds.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._seen: deque[tuple[float, int]] = deque()

    def count(self, done: int) -> float | None:
        """Notes how many bytes are here by now.

        Returns:
            Bytes per second of late; None while it is unknown.
        """
        now = self._clock()
        self._seen.append((now, done))
        while len(self._seen) > 2 and self._seen[1][0] <= now - RATE_SECONDS:
            self._seen.popleft()
        since, before = self._seen[0]
        return max(0, done - before) / (now - since) if now > since else None


class FetchThread(QThread):
    """Fetches one preset. What has arrived stays when it is stopped, and the next fetch continues with it.

    Args:
        preset: Name or handle.
        parent: Qt's parent.
        fetch: What fetches it.
    """

    progressed = Signal(object)
    fetched = Signal(object)
    failed = Signal(str)

    def __init__(self, preset: str, parent: QObject | None = None, fetch: Fetch = fetch) -> None:
        super().__init__(parent)
        self.preset = preset
        self._fetch = fetch
        self._rate = TransferRate()

    def stop(self) -> None:
        """Ends it within half a second; neither `fetched` nor `failed` follows."""
        self.requestInterruption()

    def run(self) -> None:
        """Fetches, in the thread."""
        try:
            preset = self._fetch(self.preset, self._report)
        except _StoppedError:
            return
        except (PresetError, OSError) as error:
            if not self.isInterruptionRequested():
                self.failed.emit(str(error))
            return
        self.fetched.emit(preset)

    def _report(self, done: int, total: int | None) -> None:
        # Raising here ends the process that downloads.
        if self.isInterruptionRequested():
            raise _StoppedError
        self.progressed.emit(FetchProgress(done, total, self._rate.count(done)))


class _StoppedError(Exception):
    """The user wants no more of it."""
