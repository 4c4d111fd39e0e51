"""A thread that counts what rendered frames take, or makes room, while the window goes on."""

from PySide6.QtCore import QObject, QThread, Signal

from sd3explorer.render.store import FrameStore


class StoreThread(QThread):
    """Counts once, after it has removed old frames if it is asked to.

    Args:
        store: The frames.
        frees: Whether frames that nobody looked at since the app began are removed.
        parent: Qt's parent.

    Signals:
        counted: How many bytes there are.
    """

    counted = Signal(object)

    def __init__(self, store: FrameStore, frees: bool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self.frees = frees

    def run(self) -> None:
        """Counts, in the thread."""
        self.counted.emit(self._store.free() if self.frees else self._store.usage())
