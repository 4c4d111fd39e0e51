"""What is preferred now, for all parts of a window."""

from PySide6.QtCore import QObject, Signal

from sd3explorer.app.preferences.remembered import Preferences, remember, remembered


class CurrentPreferences(QObject):
    """Holds the preferences, and says when they change.

    Signals:
        changed: The preferences as they are from now on.
    """

    changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now = remembered()

    @property
    def now(self) -> Preferences:
        """What is preferred."""
        return self._now

    def take(self, preferences: Preferences) -> bool:
        """Takes what was chosen.

        Returns:
            Whether it could be kept; else it holds until the app ends.
        """
        kept = remember(preferences)
        self._change(preferences)
        return kept

    def look_again(self) -> None:
        """Takes what another window may have chosen."""
        self._change(remembered())

    def _change(self, preferences: Preferences) -> None:
        if preferences != self._now:
            self._now = preferences
            self.changed.emit(preferences)
