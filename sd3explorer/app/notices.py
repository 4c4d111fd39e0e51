"""Says that something that took long has come to its end, where nobody looks on."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from sd3explorer.app.desktop import notify
from sd3explorer.app.document.document import Document
from sd3explorer.app.preferences.remembered import Preferences
from sd3explorer.app.rendering.render_control import RenderState
from sd3explorer.queue.entry import Entry, State

# Who has waited for less is still looking at it.
LONG_MILLISECONDS = 10_000


def nobody_looks() -> bool:
    """Whether another program has the keyboard."""
    return QGuiApplication.applicationState() != Qt.ApplicationState.ApplicationActive


class Notices(QObject):
    """Follows rendering and saving, and says when they are done, in the way that is preferred.

    Args:
        document: Whose frames they are.
        window: The window.
        say: What says something on the desktop: with the window, a title and a text.
        unseen: Whether nobody looks at the window.
        least: How long something must have taken, in milliseconds.
    """

    def __init__(
        self,
        document: Document,
        window: QWidget,
        say: Callable[[QWidget, str, str], None] = notify,
        unseen: Callable[[], bool] = nobody_looks,
        least: int = LONG_MILLISECONDS,
    ) -> None:
        super().__init__(window)
        self._document = document
        self._window = window
        self._notify = say
        self._unseen = unseen
        self._least = least
        self._preferences = Preferences()
        self._rendering = QElapsedTimer()
        self._saving = QElapsedTimer()
        self._saving_took = 0

    def take_preferences(self, preferences: Preferences) -> None:
        """Takes whether and how it says so."""
        self._preferences = preferences

    def follow_rendering(self, state: RenderState) -> None:
        """Takes what the engine does."""
        works = state.working and not state.refining
        if works and not self._rendering.isValid():
            self._rendering.start()
        elif not state.working and self._rendering.isValid():
            long = self._rendering.elapsed() >= self._least
            self._rendering.invalidate()
            if long and state.done == state.total > 0:
                text = self.tr("All frames are there: {0}").format(state.total)
                self._say(self.tr("{0} is rendered").format(self._document.display_name), text)

    def report_trouble(self, text: str) -> None:
        """Rendering has ended with an error."""
        if self._rendering.isValid() and self._rendering.elapsed() >= self._least:
            self._say(self.tr("Rendering stopped"), text)
        self._rendering.invalidate()

    def follow_saving(self, busy: bool) -> None:
        """An export is being saved, or not any more."""
        if busy:
            self._saving.start()
        elif self._saving.isValid():
            # What came of it is reported right after this.
            self._saving_took = self._saving.elapsed()

    def report_saved(self, target: Path) -> None:
        """An export was saved."""
        self._report_saving(self.tr("{0} is saved").format(target.name), str(target))

    def report_not_saved(self, text: str) -> None:
        """An export couldn't be saved."""
        self._report_saving(self.tr("The export isn't saved"), text)

    def report_queue(self, entry: Entry) -> None:
        """A walk of the queue was made, or couldn't be."""
        done = self.tr("{0} is made") if entry.state is State.DONE else self.tr("{0} can't be made")
        self._say(done.format(entry.target.name), entry.reason)

    def _report_saving(self, title: str, text: str) -> None:
        if self._saving.isValid() and self._saving_took >= self._least:
            self._say(title, text)
        self._saving.invalidate()

    def _say(self, title: str, text: str) -> None:
        if not self._unseen():
            return
        if self._preferences.notifications:
            self._notify(self._window, title, text)
        if self._preferences.sound:
            QApplication.beep()
