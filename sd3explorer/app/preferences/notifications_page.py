"""What happens when something that took long is done."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from sd3explorer.app.preferences.page import Page, note, switch
from sd3explorer.app.preferences.remembered import Preferences


class NotificationsPage(Page):
    """A word on the desktop, and a sound."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desktop = switch(self.tr("Show it on the &desktop"))
        self.sound = switch(self.tr("Make a &sound"))
        self.form.addRow(
            note(self.tr("When rendering or an export has come to its end, and another window is in front:"))
        )
        for box in (self.desktop, self.sound):
            box.clicked.connect(self._choose)
            self.form.addRow(box)

    def show_preferences(self, preferences: Preferences) -> None:
        """Shows preferences."""
        super().show_preferences(preferences)
        self.desktop.setChecked(preferences.notifications)
        self.sound.setChecked(preferences.sound)

    def _choose(self) -> None:
        chosen = {"notifications": self.desktop.isChecked(), "sound": self.sound.isChecked()}
        self.edited.emit(replace(self.shown, **chosen))
