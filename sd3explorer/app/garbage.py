"""Garbage is collected in the window's thread alone, as objects of Qt have to be destroyed there."""

import gc

from PySide6.QtCore import QObject, QTimer

MILLISECONDS_BETWEEN_LOOKS = 1_000


class GarbageCollection(QObject):
    """Collects what Python would collect by now, every second.

    Python collects in whichever thread has just made an object. If that thread renders or writes, the timers
    of a closed dialog are destroyed there, which crashes the program. This goes on to the end of the process,
    as threads may outlive the window.

    Args:
        parent: Qt's parent.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        # Modules stay. To look through them again and again would keep the window from answering.
        gc.freeze()
        self._timer = QTimer(self, interval=MILLISECONDS_BETWEEN_LOOKS)
        self._timer.timeout.connect(self._collect)
        self._timer.start()

    def _collect(self) -> None:
        """Collects the oldest generation that is due."""
        pairs = zip(gc.get_count(), gc.get_threshold(), strict=True)
        due = [generation for generation, (count, threshold) in enumerate(pairs) if count > threshold]
        if due:
            gc.collect(due[-1])
