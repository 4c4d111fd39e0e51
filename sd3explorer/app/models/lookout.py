"""Looking through the library without blocking the window, and noticing that it has changed."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QThread, QTimer, Signal

from sd3explorer.presets.apart import ReaderApart
from sd3explorer.presets.identity import Stopped
from sd3explorer.presets.library import Library
from sd3explorer.presets.library import look as look_through

Report = Callable[[Library], object]
Look = Callable[[Iterable[str], Stopped, Report], Library]

# Each folder that is watched takes a little of what the system has for that.
MAX_WATCHED = 256

# Changes come in swarms, as while a folder is copied.
MILLISECONDS_TO_REST = 500
# How long after a look a file that was being copied is looked at again.
MILLISECONDS_TO_SETTLE = 2000


class LookThread(QThread):
    """Looks for all models: the first look into the hubs' caches takes a moment, as do many models.

    What was found so far is reported now and then.

    Args:
        named: Models that are listed in any case.
        look: What looks for them.
        parent: Qt's parent.
    """

    looked = Signal(object)

    def __init__(self, named: Sequence[str], look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._named = tuple(named)
        self._look = look

    def run(self) -> None:
        """Looks, in the thread; what was stopped reports nothing."""
        library = self._look(self._named, self.isInterruptionRequested, self.looked.emit)
        if not self.isInterruptionRequested():
            self.looked.emit(library)


class Lookout(QObject):
    """Looks through the library in the background, and again whenever its folders change.

    Args:
        look: What looks for models; None looks through the library.
        parent: Qt's parent.
    """

    looked = Signal(object)

    def __init__(self, look: Look | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # What it has read once is remembered from look to look.
        self._reader = ReaderApart()
        self._look: Look = look or partial(look_through, reader=self._reader)
        self._named: tuple[str, ...] = ()
        self._thread: LookThread | None = None
        self._again = False
        self._watches = False
        self._was_whole = False
        # From `shut_down` on: nobody would wait for another thread.
        self._ended = False
        self._folders = QFileSystemWatcher(self)
        self._folders.directoryChanged.connect(self._wait)
        self._folders.fileChanged.connect(self._wait)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._begin)

    def look(self, named: Sequence[str]) -> None:
        """Looks, and watches from then on. Of several looks that are wanted meanwhile one follows.

        Args:
            named: Models that are listed in any case.
        """
        if self._ended:
            return
        self._named = tuple(named)
        self._watches = True
        self._begin()

    def rest(self) -> None:
        """Watches nothing any more; a look that has begun ends in its time."""
        self._watches = False
        self._timer.stop()
        if watched := self._watched():
            self._folders.removePaths(watched)

    def shut_down(self) -> None:
        """Ends a look and waits for it; there is none after it. For when the app ends."""
        self._ended = True
        self.rest()
        self._again = False
        if self._thread is not None:
            self._thread.requestInterruption()
            self._thread.wait()
        self._reader.rest()

    def _begin(self) -> None:
        self._again = self._thread is not None
        if self._again:
            return
        self._thread = LookThread(self._named, self._look, self)
        self._thread.looked.connect(self._report)
        self._thread.finished.connect(self._end)
        self._thread.start()

    def _report(self, library: Library) -> None:
        # What was found before the end may come in after it.
        if self._ended or self._again or (self._was_whole and not library.is_whole):
            # What was wanted meanwhile isn't in it; or a list that is whole would shrink, and grow again.
            return
        self._was_whole = library.is_whole
        if self._watches and library.is_whole:
            self._watch(library)
        self.looked.emit(library)

    def _end(self) -> None:
        self._reader.rest()
        if self._thread is not None:
            self._thread.deleteLater()
            self._thread = None
        if self._again:
            self._begin()

    def _watch(self, library: Library) -> None:
        # A file that can't be read may be one that somebody is still copying, slowly.
        files = [entry.place for entry in library.entries if entry.place is not None and entry.problem]
        wanted = {str(path) for path in (*library.folders[:MAX_WATCHED], *files[:MAX_WATCHED])}
        watched = set(self._watched())
        if gone := watched - wanted:
            self._folders.removePaths(list(gone))
        if new := [path for path in wanted - watched if Path(path).exists()]:
            self._folders.addPaths(new)
        if not library.is_settled:
            self._timer.start(MILLISECONDS_TO_SETTLE)

    def _watched(self) -> list[str]:
        return [*self._folders.directories(), *self._folders.files()]

    def _wait(self) -> None:
        # Not begun anew by each change: one who copies for an hour sees files come.
        if not self._timer.isActive():
            self._timer.start(MILLISECONDS_TO_REST)
