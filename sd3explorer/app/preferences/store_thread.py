"""A thread that counts what rendered frames take, or makes room, without blocking the window."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, QThread, Signal

from sd3explorer.render.messages import RenderError
from sd3explorer.render.store import FrameStore


@dataclass(frozen=True, slots=True)
class Work:
    """What is done before the frames are counted.

    Args:
        frees: Whether frames that nobody looked at since the app began are removed.
        limit: Bytes that they may take from now on; None leaves that.
    """

    frees: bool = False
    limit: int | None = None

    @property
    def removes(self) -> bool:
        """Whether frames may go."""
        return self.frees or self.limit is not None

    def and_then(self, later: "Work") -> "Work":
        """Both at once; of two limits the later one counts."""
        return Work(self.frees or later.frees, self.limit if later.limit is None else later.limit)


class StoreThread(QThread):
    """Counts once, after it has done what is to be done.

    Args:
        store: The frames.
        work: What is to be done.
        parent: Qt's parent.

    Signals:
        counted: How many bytes there are.
        failed: What couldn't be done, as a sentence.
    """

    counted = Signal(object)
    failed = Signal(str)

    def __init__(self, store: FrameStore, work: Work, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self.work = work

    def run(self) -> None:
        """Counts, in the thread."""
        if self.work.frees:
            self._store.free()
        problem = ""
        if self.work.limit is not None:
            try:
                self._store.limit_to(self.work.limit)
            except RenderError as error:
                problem = str(error)
        self.counted.emit(self._store.usage())
        if problem:
            self.failed.emit(problem)
