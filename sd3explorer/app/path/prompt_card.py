"""A prompt on a card, and the editor of a path with one prompt."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from sd3explorer.app.fields import lead_to_field
from sd3explorer.app.path.path_editor import PathEditor
from sd3explorer.app.path.prompts_field import PromptsField
from sd3explorer.presets.tokens import Vocabulary
from sd3explorer.walk.paths import Prompts


class PromptCard(QFrame):
    """A prompt and what it avoids, on a card.

    Args:
        name: What the prompt is called.

    Signals:
        edited: The prompts as they should become, and whether the negative one was edited.
    """

    edited = Signal(object, bool)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._prompts = Prompts()
        self._contents: list[tuple[object, ...]] = [(), ()]
        self.setProperty("role", "card")
        self.fields = PromptsField(name)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(8, 6, 4, 4)
        self.column.addWidget(self.fields)
        self.column.addStretch(1)
        lead_to_field(self, self.fields)
        self.fields.prompt_edited.connect(self._set_prompt)
        self.fields.negative_prompt_edited.connect(self._set_negative_prompt)

    def show_prompts(self, prompts: Prompts) -> None:
        """Shows the two prompts."""
        self._prompts = prompts
        self.fields.show_prompts(prompts.prompt, prompts.negative_prompt)

    def fill(self, prompts: Prompts, vocabulary: Vocabulary | None, negative: bool) -> int:
        """Shows one of the two prompts, and says how many characters are new to it.

        Args:
            prompts: What the card is to show in the end.
            vocabulary: What the model reads.
            negative: Which of the two: the prompt comes first, then what it avoids.
        """
        if not negative:
            self.fields.show_vocabulary(vocabulary)
            prompts = replace(prompts, negative_prompt=self._prompts.negative_prompt)
        self.show_prompts(prompts)
        content = (prompts.negative_prompt if negative else prompts.prompt, vocabulary)
        before, self._contents[negative] = self._contents[negative], content
        return 0 if before == content else len(content[0])

    def _set_prompt(self, prompt: str) -> None:
        self.edited.emit(replace(self._prompts, prompt=prompt), False)

    def _set_negative_prompt(self, prompt: str) -> None:
        self.edited.emit(replace(self._prompts, negative_prompt=prompt), True)


class OnePromptEditor(PathEditor):
    """The editor of a path with one field, `prompt`; kinds with more fields add theirs in a subclass."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path: Any = None
        self.prompt = PromptCard(self.tr("Prompt"))
        self.prompt.edited.connect(self._set_prompt)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self._column.addWidget(self.prompt)

    def show_path(self, path: Any, frames: int) -> None:
        """Shows a path."""
        self._path = path
        self.prompt.show_prompts(path.prompt)

    def show_vocabulary(self, vocabulary: Vocabulary | None) -> None:
        """Takes what the model reads."""
        self.prompt.fields.show_vocabulary(vocabulary)

    def focus_prompt(self) -> None:
        """Puts the cursor into the prompt."""
        self.prompt.fields.focus_prompt()

    def _set_prompt(self, prompts: Prompts, negative: bool) -> None:
        text = self.tr("edit what the prompt avoids") if negative else self.tr("edit prompt")
        path = replace(self._path, prompt=prompts)
        self.edited.emit(path, text, "negative prompt" if negative else "prompt")
