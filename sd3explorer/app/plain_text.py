"""Texts are shown as they are written: what a file, a model or a hub calls itself is never markup."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QProxyStyle


class PlainTextStyle(QProxyStyle):
    """Draws as another style does, and keeps Qt from taking a text that looks like HTML for HTML.

    Qt decides so for every label by itself, tooltips and message boxes among them, and loads the
    pictures that such a text names. In this style each label is plain, unless it was made rich on
    purpose; whoever does that escapes what isn't our own.
    """

    # Not by a filter of the application's events, as Python would be asked about every one of them.
    def polish(self, what: Any) -> Any:
        """Makes a label plain before it is laid out for the first time."""
        if isinstance(what, QLabel) and what.textFormat() == Qt.TextFormat.AutoText:
            what.setTextFormat(Qt.TextFormat.PlainText)
        return super().polish(what)


def without_mnemonics(text: str) -> str:
    """A text for a button or a menu, none of whose letters is a key to press."""
    return text.replace("&", "&&")
