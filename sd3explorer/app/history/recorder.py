"""Records what is rendered in the window, when it comes to rest."""

from PySide6.QtCore import QObject, QThreadPool, Signal

from sd3explorer.app.document.document import Document
from sd3explorer.app.frames.frames import Frames
from sd3explorer.app.frames.tasks import Task
from sd3explorer.app.rendering.render_control import RenderControl, RenderState
from sd3explorer.render.history import History
from sd3explorer.render.store import FrameStore


class Recorder(QObject):
    """Leaves a record of the walk when frames of it were rendered and no more are on their way.

    So of a prompt that is being typed while it is rendered only that is recorded on which one rests.

    Args:
        document: The walk.
        frames: Its frames.
        control: What renders.
        store: Where they are kept.
        parent: Qt's owner.

    Signals:
        recorded: There is another record, or a newer one.
    """

    recorded = Signal()

    def __init__(
        self,
        document: Document,
        frames: Frames,
        control: RenderControl,
        store: FrameStore,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document, self._frames, self._store = document, frames, store
        self._history = History(store.folder)
        self._before = RenderState()
        self._fresh = False
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        control.changed.connect(self._follow)

    def close(self) -> None:
        """Records what was still being rendered, and ends its thread."""
        if self._fresh:
            self._record()
        self._pool.waitForDone()

    def _follow(self, state: RenderState) -> None:
        before, self._before = self._before, state
        # Frames that were looked up are done as well, but nobody waited for them.
        self._fresh |= state.working and before.working and state.done > before.done
        if self._fresh and not state.working and not state.looking_up:
            self._fresh = False
            self._record()

    def _record(self) -> None:
        frames, store = self._frames, self._store
        walk, facts = frames.placed_walk, frames.facts
        if facts is None or frames.searching or frames.walk != self._document.walk:
            return

        def record() -> None:
            self._history.put(walk, facts, store)
            self.recorded.emit()

        self._pool.start(Task(record))
