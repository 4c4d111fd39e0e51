"""A thread that looks through the library, and what notices that it has changed."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QThread, QTimer, Signal

from sd3explorer.presets.identity import Stopped
from sd3explorer.presets.library import Library, look

Look = Callable[[Iterable[str], Stopped], Library]

# Each folder that is watched takes a little of what the system has for that.
MAX_WATCHED = 256

# Changes come in swarms, as while a folder is copied.
MILLISECONDS_TO_REST = 500
# How long after a look a file that was being copied is looked at again.
MILLISECONDS_TO_SETTLE = 2000


class LookThread(QThread):
    """Looks for all models: the first look into the hubs' caches takes a moment, as do large folders.

    Args:
        named: Models that are listed in any case.
        look: What looks for them.
        parent: Qt's parent.
    """

    looked = Signal(object)

    def __init__(self, named: Sequence[str], look: Look = look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._named = tuple(named)
        self._look = look

    def run(self) -> None:
        """Looks, in the thread; what was stopped reports nothing."""
        library = self._look(self._named, self.isInterruptionRequested)
        if not self.isInterruptionRequested():
            self.looked.emit(library)


class Watcher(QObject):
    """Notices that folders of the library have changed, and when to look at unfinished files again.

    Args:
        parent: Qt's parent.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folders = QFileSystemWatcher(self)
        self._folders.directoryChanged.connect(self._rest)
        self._folders.fileChanged.connect(self._rest)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.changed)

    def watch(self, library: Library) -> None:
        """Watches the folders of a library from now on, and no others."""
        # A file that can't be read may be one that somebody is still copying, slowly.
        files = [entry.place for entry in library.entries if entry.place is not None and entry.problem]
        wanted = {str(path) for path in (*library.folders[:MAX_WATCHED], *files[:MAX_WATCHED])}
        watched = {*self._folders.directories(), *self._folders.files()}
        if gone := watched - wanted:
            self._folders.removePaths(list(gone))
        if new := [path for path in wanted - watched if Path(path).exists()]:
            self._folders.addPaths(new)
        if not library.is_settled:
            self._timer.start(MILLISECONDS_TO_SETTLE)

    def rest(self) -> None:
        """Watches nothing any more."""
        self._timer.stop()
        if watched := [*self._folders.directories(), *self._folders.files()]:
            self._folders.removePaths(watched)

    def _rest(self) -> None:
        # Not begun anew by each change: one who copies for an hour sees files come.
        if not self._timer.isActive():
            self._timer.start(MILLISECONDS_TO_REST)
