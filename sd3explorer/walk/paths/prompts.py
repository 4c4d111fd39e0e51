"""A prompt with what to lead away from, as it stands in a walk and in its file."""

from dataclasses import dataclass
from typing import cast

from sd3explorer.walk.fields import Document, Fields, text
from sd3explorer.walk.loras import read_strengths
from sd3explorer.walk.recipe import Embedding, Prompt


@dataclass(frozen=True, slots=True)
class EmbeddingPair:
    """What a frame leads to and what it leads away from."""

    positive: Embedding
    negative: Embedding


@dataclass(frozen=True, slots=True)
class Prompts:
    """A prompt and what to lead away from.

    Args:
        prompt: What the picture shows.
        negative_prompt: What to lead away from.
        lora_strengths: How much of each LoRA of the model is in the text encoders, where a keyframe says so.
    """

    prompt: str = ""
    negative_prompt: str = ""
    lora_strengths: tuple[float, ...] = ()

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

    @classmethod
    def read_pinned(cls, value: object, name: str) -> "Prompts":
        """The same, with strengths of LoRAs where there are any."""
        key = "lora_strengths"
        if not (isinstance(value, dict) and key in value):
            return cls.read(cast(object, value), name)
        fields = Fields(cast(object, value), name)
        strengths = read_strengths(fields.items(key), fields.path(key))
        prompts = cls(fields.text("prompt", ""), fields.text("negative_prompt", ""), strengths)
        fields.finish()
        return prompts

    def document(self) -> Document | str:
        """What stands in a field; `read` and `read_pinned` give the equal prompts back."""
        if not self.negative_prompt and not self.lora_strengths:
            return self.prompt
        document: Document = {"prompt": self.prompt, "negative_prompt": self.negative_prompt}
        return document | {"lora_strengths": list(self.lora_strengths)} if self.lora_strengths else document
