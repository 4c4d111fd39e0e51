"""Work done in a thread of a pool."""

from collections.abc import Callable
from time import monotonic, sleep

from PySide6.QtCore import QRunnable


class Task(QRunnable):
    """A function to be run once."""

    def __init__(self, work: Callable[[], None]) -> None:
        super().__init__()
        self._work = work

    def run(self) -> None:
        """Runs it."""
        self._work()


# While a thread computes in Python, the window gets Python for one call every SECONDS_BETWEEN_THREADS, and
# a paint may need thousands: so it gets two fifths of the time for itself.
WORK_SECONDS, REST_SECONDS = 0.003, 0.002


class Pace:
    """Leaves Python to the window for a part of the time, while a thread computes."""

    def __init__(self) -> None:
        self._rest_at = monotonic() + WORK_SECONDS

    def keep(self) -> None:
        """Rests, where it is time for that. To be called every few microseconds."""
        if monotonic() >= self._rest_at:
            sleep(REST_SECONDS)
            self._rest_at = monotonic() + WORK_SECONDS
