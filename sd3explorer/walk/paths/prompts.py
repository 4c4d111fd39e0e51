"""A prompt with what to lead away from, as it stands in a walk and in its file."""

from dataclasses import dataclass
from typing import cast

from sd3explorer.walk.fields import Document, Fields, text
from sd3explorer.walk.recipe import Embedding, Prompt


@dataclass(frozen=True, slots=True)
class EmbeddingPair:
    """What a frame leads to and what it leads away from."""

    positive: Embedding
    negative: Embedding


@dataclass(frozen=True, slots=True)
class Prompts:
    """A prompt and what to lead away from."""

    prompt: str = ""
    negative_prompt: str = ""

    @property
    def embeddings(self) -> EmbeddingPair:
        """The embeddings of both."""
        return EmbeddingPair(Prompt.of(self.prompt), Prompt.of(self.negative_prompt))

    @classmethod
    def read(cls, value: object, name: str) -> "Prompts":
        """The prompts in a field: a text, or an object with both.

        Args:
            value: What stands in the field.
            name: Path of the field in the document.

        Raises:
            WalkError: It is something else.
        """
        if not isinstance(value, dict):
            return cls(text(value, name))
        fields = Fields(cast(object, value), name)
        prompts = cls(fields.text("prompt", ""), fields.text("negative_prompt", ""))
        fields.finish()
        return prompts

    def document(self) -> Document | str:
        """What stands in a field; `read` gives the equal prompts back."""
        if not self.negative_prompt:
            return self.prompt
        return {"prompt": self.prompt, "negative_prompt": self.negative_prompt}
