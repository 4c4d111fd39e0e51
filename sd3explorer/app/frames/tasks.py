"""Work done in a thread of a pool."""

from collections.abc import Callable

from PySide6.QtCore import QRunnable


class Task(QRunnable):
    """A function to be run once."""

    def __init__(self, work: Callable[[], None]) -> None:
        super().__init__()
        self._work = work

    def run(self) -> None:
        """Runs it."""
        self._work()
