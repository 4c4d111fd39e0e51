"""Texts are shown as they are written: what a file, a model or a hub calls itself is never markup."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QLabel


class PlainText(QObject):
    """Keeps Qt from taking a text that looks like HTML for HTML.

    Qt decides so for every label by itself, tooltips and message boxes among them, and loads the
    pictures that such a text names. With this as the application's event filter each label is plain,
    unless it was made rich on purpose; whoever does that escapes what isn't our own.
    """

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Makes a label plain before it is laid out for the first time."""
        polishes = event.type() == QEvent.Type.Polish
        if polishes and isinstance(watched, QLabel) and watched.textFormat() == Qt.TextFormat.AutoText:
            watched.setTextFormat(Qt.TextFormat.PlainText)
        return False


def without_mnemonics(text: str) -> str:
    """A text for a button or a menu, none of whose letters is a key to press."""
    return text.replace("&", "&&")
