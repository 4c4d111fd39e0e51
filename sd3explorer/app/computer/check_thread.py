"""A thread that looks this computer over without blocking the window."""

from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QObject, QThread, Signal

from sd3explorer.machine.report import Checkup
from sd3explorer.render.checkup import OnPart, check_computer
from sd3explorer.render.messages import RenderError

Check = Callable[[Callable[[], bool], OnPart], Checkup]


class CheckThread(QThread):
    """Looks once; a look that is stopped ends within a moment, and finds nothing.

    Args:
        parent: Qt's parent.
        check: What looks.
    """

    progressed = Signal(str, int, int)
    found = Signal(object)

    def __init__(self, parent: QObject | None = None, check: Check = check_computer) -> None:
        super().__init__(parent)
        self._check = check

    def stop(self) -> None:
        """Ends it; `found` doesn't follow."""
        self.requestInterruption()

    def run(self) -> None:
        """Looks, in the thread."""
        with suppress(RenderError):
            found = self._check(self.isInterruptionRequested, self.progressed.emit)
            if not self.isInterruptionRequested():
                self.found.emit(found)
