"""What is said of the selected model below the list, and what went wrong."""

import html

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from sd3explorer.app.fields import show_role
from sd3explorer.app.models.texts import Memory, ModelTexts, fits
from sd3explorer.presets.entry import Entry

LINES = 3


class Details(QWidget):
    """Where a model is, under which licence, why it can't be used, how it is had, and the memory for it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = ModelTexts()
        self._about = _rich_label()
        # As high as the longest of its texts, so that the list stays as it is.
        self._about.setMinimumHeight(LINES * self.fontMetrics().lineSpacing())
        self._about.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._needs = QLabel(wordWrap=True)
        self._error = _rich_label()
        self._error.setProperty("role", "error")
        self._error.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for label in (self._about, self._needs, self._error):
            layout.addWidget(label)

    def show_entry(self, entry: Entry | None, memory: Memory) -> None:
        """Shows a model; None while the library is looked through.

        Args:
            entry: The model.
            memory: Of what computes.
        """
        if entry is None:
            _say(self._about, self.tr("Looking for models…"))
            self._needs.clear()
            return
        _say(self._about, self._texts.details(entry))
        self._needs.setText(self._texts.memory(entry, memory))
        show_role(self._needs, "dim" if fits(entry, memory) else "warn")

    def show_refusal(self, preset: str, text: str) -> None:
        """Says why a model can't be fetched, with a link to its page."""
        _say(self._error, self._texts.refusal(preset, text))
        self._error.show()

    def show_error(self, text: str) -> None:
        """Says what went wrong; empty takes that back."""
        _say(self._error, html.escape(text))
        self._error.setVisible(bool(text))


def _rich_label() -> QLabel:
    label = QLabel(wordWrap=True)
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
    label.setOpenExternalLinks(True)
    return label


def _say(label: QLabel, text: str) -> None:
    label.setText(text)
    # The Tab key stops at links, which are marked then; at a text alone nothing would be seen.
    has_links = "<a " in text
    label.setFocusPolicy(Qt.FocusPolicy.StrongFocus if has_links else Qt.FocusPolicy.ClickFocus)
