"""A keyframe that shows what lay between others, in the place of its prompt."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QToolButton, QWidget

from sd3explorer.app.path.prompt_edit import TEXT_INDENT


class MixField(QWidget):
    """Says which prompts are mixed.

    Attributes:
        write: Its button; it may be put elsewhere.

    Signals:
        prompt_asked: A prompt shall be written in its place.
    """

    prompt_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = QLabel()
        self.label.setWordWrap(True)
        self.label.setMinimumWidth(1)
        self.label.setToolTip(self.tr("This picture lay between prompts, and stays as it was"))
        self.write = _WriteButton()
        self.write.setText(self.tr("Write a prompt"))
        self.write.setProperty("flat", True)
        self.write.setToolTip(self.tr("Take the words of the nearer prompt instead, to change them"))
        self.write.clicked.connect(self.prompt_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(TEXT_INDENT, 2, 0, 0)
        row.addWidget(self.label)

    def setVisible(self, visible: bool) -> None:  # noqa: N802 (Qt's name)
        """Shows or hides it with its button, wherever that is."""
        super().setVisible(visible)
        self.write.setVisible(visible)

    def show_mix(self, number: int, names: str) -> None:
        """Shows what is mixed.

        Args:
            number: The keyframe, from 0.
            names: The prompts, each with its share.
        """
        self.label.setText(names)
        self.write.setAccessibleName(self.tr("Write prompt {number}").format(number=number + 1))


class _WriteButton(QToolButton):
    """A button at which one can just begin to type."""

    def event(self, event: QEvent) -> bool:
        """Keeps letters from the window's shortcuts."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and _is_typed(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Writes a prompt that begins with what is typed."""
        if not _is_typed(event):
            super().keyPressEvent(event)
            return
        self.click()
        prompt = QApplication.focusWidget()
        if prompt is not None and prompt is not self:
            key = QKeyEvent(event.type(), event.key(), event.modifiers(), event.text())
            QApplication.sendEvent(prompt, key)


def _is_typed(event: QKeyEvent) -> bool:
    commands = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    return event.text().isprintable() and bool(event.text().strip()) and not event.modifiers() & commands
