"""What keeps the window from answering is written down, for a report of a fault."""

import faulthandler
import logging
import signal
import time
from typing import TextIO

from PySide6.QtCore import QObject, QTimer

# Longer than anything may take in the window's thread, and than a busy machine makes it wait.
SECONDS_OF_A_HANG = 10.0
MILLISECONDS_BETWEEN_BEATS = 1_000

logger = logging.getLogger(__name__)


class HangWatch(QObject):
    """Has the stacks of all threads written when the window hasn't dealt with an event for some seconds.

    A watchdog of Python's own writes them, which needs neither the interpreter nor its lock.

    Args:
        file: Where to.
        parent: Qt's parent.
        seconds: How long that is.
    """

    def __init__(
        self, file: TextIO, parent: QObject | None = None, seconds: float = SECONDS_OF_A_HANG
    ) -> None:
        super().__init__(parent)
        self._file = file
        self._seconds = seconds
        self._last = time.monotonic()
        # What was stopped and resumed didn't hang.
        self._before = signal.signal(signal.SIGCONT, self._go_on) if hasattr(signal, "SIGCONT") else None
        self._timer = QTimer(self, interval=MILLISECONDS_BETWEEN_BEATS)
        self._timer.timeout.connect(self._beat)
        self._timer.start()
        self._beat()

    def stop(self) -> None:
        """Watches no more."""
        self._timer.stop()
        faulthandler.cancel_dump_traceback_later()
        if hasattr(signal, "SIGCONT"):
            signal.signal(signal.SIGCONT, self._before)

    def _go_on(self, *_: object) -> None:
        stopped = time.monotonic() - self._last
        if stopped > self._seconds:
            logger.info(
                "the app was stopped for %.0f s and goes on; stacks of that time say nothing", stopped
            )
        self._last = time.monotonic()
        faulthandler.dump_traceback_later(self._seconds, file=self._file)

    def _beat(self) -> None:
        now = time.monotonic()
        if now - self._last > self._seconds:
            logger.warning("the window didn't answer for %.0f s: %s", now - self._last, self._file.name)
        self._last = now
        faulthandler.dump_traceback_later(self._seconds, file=self._file)
