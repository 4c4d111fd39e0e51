"""A LoRA whose file is here, as a value that travels with the model it is used with."""

from dataclasses import dataclass
from pathlib import Path

from sd3explorer.walk.loras import LoraFacts


@dataclass(frozen=True, slots=True)
class LoraFile:
    """A LoRA that fits a model.

    Args:
        file: Where it is.
        identity: Distinguishes what is in it, and how it is used with the model, from all others.
        in_text: Whether it changes the text encoders, and not the transformer alone.
        modules: How many modules it changes.
        matched: How many of them the model has.
    """

    file: Path
    identity: str
    in_text: bool
    modules: int
    matched: int

    @property
    def facts(self) -> LoraFacts:
        """What recipes need to know of it."""
        return LoraFacts(self.identity, self.in_text)
