"""A prompt and, folded away until it is needed, what to lead away from."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from sd3explorer.app.fields import card_button, lead_to_field
from sd3explorer.app.path.prompt_edit import TEXT_INDENT, PromptField
from sd3explorer.presets.tokens import Vocabulary


class PromptsField(QWidget):
    """A prompt, a line with a dim note, and the negative prompt behind "Negative".

    The negative prompt is always shown when there is one: nothing that changes the picture hides.

    Args:
        name: What the prompt is called, for screen readers.

    Attributes:
        note: The dim text below the prompt.
        line: Layout of the line that the note is in; buttons may be added at its end.

    Signals:
        prompt_edited: With the new prompt.
        negative_prompt_edited: With the new negative prompt.
        entered: Somebody came to one of the two.
    """

    accessible_role = QAccessible.Role.Grouping

    prompt_edited = Signal(str)
    negative_prompt_edited = Signal(str)
    entered = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._vocabulary: Vocabulary | None = None
        self.prompt = PromptField()
        self.prompt.edit.setPlaceholderText(self.tr("Describe the picture"))
        self.negative_prompt: PromptField | None = None
        self.note = QLabel()
        self.note.setProperty("role", "dim")
        self.note.setContentsMargins(TEXT_INDENT, 0, 0, 0)
        self.note.setMinimumWidth(1)
        self.avoid = card_button()
        self.avoid.setCheckable(True)
        self.avoid.setProperty("flat", True)
        self.avoid.setToolTip(self.tr("What to lead away from (negative prompt)"))
        self.avoid.toggled.connect(self._show_negative_prompt)
        self.avoid.clicked.connect(self._enter_negative_prompt)
        self.line = QHBoxLayout()
        self.line.setSpacing(2)
        self.line.addWidget(self.note, 1)
        self.line.addWidget(self.avoid)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(2)
        self._layout.addWidget(self.prompt)
        self._layout.addLayout(self.line)
        lead_to_field(self, self.prompt)
        self.prompt.text_edited.connect(self.prompt_edited)
        self.prompt.entered.connect(self.entered)
        self._show_arrow()
        self.show_name(name)

    def show_name(self, name: str) -> None:
        """Names the fields for screen readers."""
        self.setAccessibleName(name)
        self.prompt.edit.setAccessibleName(name)
        avoided = self.tr("What to avoid at: {name}").format(name=name)
        self.avoid.setAccessibleName(avoided)
        if self.negative_prompt:
            self.negative_prompt.edit.setAccessibleName(avoided)

    def show_prompts(self, prompt: str, negative_prompt: str) -> None:
        """Shows a prompt and what to lead away from."""
        others = prompt != self.prompt.edit.text()
        self.prompt.show_text(prompt)
        if negative_prompt:
            self.avoid.setChecked(True)
        elif others and self.negative_prompt and not self.negative_prompt.edit.hasFocus():
            # What was opened for the prompts that were here before.
            self.avoid.setChecked(False)
        if self.negative_prompt:
            self.negative_prompt.show_text(negative_prompt)
        self.avoid.setEnabled(not negative_prompt)

    def show_words(self, shown: bool) -> None:
        """Shows or hides both prompts; the line below them stays."""
        self.prompt.setVisible(shown)
        self.avoid.setVisible(shown)
        if self.negative_prompt:
            self.negative_prompt.setVisible(shown and self.avoid.isChecked())

    def show_vocabulary(self, vocabulary: Vocabulary | None) -> None:
        """Takes what the model reads."""
        self._vocabulary = vocabulary
        self.prompt.show_vocabulary(vocabulary)
        if self.negative_prompt:
            self.negative_prompt.show_vocabulary(vocabulary)

    def focus_prompt(self) -> None:
        """Puts the cursor into the prompt."""
        self.prompt.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_negative_prompt(self, shown: bool) -> None:
        if shown and not self.negative_prompt:
            self.negative_prompt = self._make_negative_prompt()
        self._show_arrow()
        if self.negative_prompt:
            self.negative_prompt.setVisible(shown)

    def _enter_negative_prompt(self, shown: bool) -> None:
        if shown and self.negative_prompt:
            self.negative_prompt.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_arrow(self) -> None:
        name = self.tr("Negative")
        self.avoid.setText(f"{name} {'▾' if self.avoid.isChecked() else '▸'}")

    def _make_negative_prompt(self) -> PromptField:
        # Made late: most prompts have none, and a walk may have hundreds of prompts.
        field = PromptField(self)
        field.edit.setProperty("role", "inset")
        field.edit.setPlaceholderText(self.tr("What to avoid"))
        field.edit.setAccessibleName(self.avoid.accessibleName())
        field.show_vocabulary(self._vocabulary)
        field.text_edited.connect(self._report_negative_prompt)
        field.entered.connect(self.entered)
        self._layout.addWidget(field)
        QWidget.setTabOrder(self.avoid, field.edit)
        return field

    def _report_negative_prompt(self, text: str) -> None:
        self.avoid.setEnabled(not text)
        self.negative_prompt_edited.emit(text)
