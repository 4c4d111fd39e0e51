"""How the window looks."""

from dataclasses import replace

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from sd3explorer.app.accents import SHADES, Accent
from sd3explorer.app.languages import NAMES, Language
from sd3explorer.app.preferences.page import Page, choice, note, show_choice
from sd3explorer.app.preferences.remembered import Preferences
from sd3explorer.app.theme import Scheme

SWATCH = QSize(28, 14)


class AppearancePage(Page):
    """Light or dark, the accent, and the language."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scheme = choice(
            (self.tr("As the desktop"), Scheme.SYSTEM),
            (self.tr("Light"), Scheme.LIGHT),
            (self.tr("Dark"), Scheme.DARK),
        )
        self.accent = choice(
            (self.tr("Amber"), Accent.AMBER),
            (self.tr("Green"), Accent.GREEN),
            (self.tr("Blue"), Accent.BLUE),
            (self.tr("Violet"), Accent.VIOLET),
            (self.tr("Rose"), Accent.ROSE),
            (self.tr("Grey: no colour beside the picture"), Accent.GREY),
        )
        self.language = choice(
            (self.tr("As the desktop"), Language.SYSTEM),
            *((name, language) for language, name in NAMES.items()),
        )
        self.accent.setIconSize(SWATCH)
        for place, accent in enumerate(Accent):
            self.accent.setItemIcon(place, _swatch(*SHADES[accent][:2]))
        for box in (self.scheme, self.accent, self.language):
            box.activated.connect(self._choose)
        self.form.addRow(self.tr("&Theme"), self.scheme)
        self.form.addRow(self.tr("&Accent"), self.accent)
        self.form.addRow("", note(self.tr("The colour of what is selected, or the next thing to do.")))
        self.form.addRow(self.tr("&Language"), self.language)
        self.form.addRow("", note(self.tr("In windows that are opened from now on.")))

    def show_preferences(self, preferences: Preferences) -> None:
        """Shows preferences."""
        super().show_preferences(preferences)
        show_choice(self.scheme, preferences.scheme)
        show_choice(self.accent, preferences.accent)
        show_choice(self.language, preferences.language)

    def _choose(self) -> None:
        chosen = {
            "scheme": self.scheme.currentData(),
            "accent": self.accent.currentData(),
            "language": self.language.currentData(),
        }
        self.edited.emit(replace(self.shown, **chosen))


def _swatch(in_dark: str, in_light: str) -> QIcon:
    picture = QPixmap(SWATCH)
    painter = QPainter(picture)
    half = SWATCH.width() // 2
    painter.fillRect(0, 0, half, SWATCH.height(), QColor(in_dark))
    painter.fillRect(half, 0, half, SWATCH.height(), QColor(in_light))
    painter.end()
    return QIcon(picture)
