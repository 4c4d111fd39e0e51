"""The hold: one prompt for all frames."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from sd3explorer.walk.fields import Document, Fields
from sd3explorer.walk.paths.path import Path
from sd3explorer.walk.paths.prompts import EmbeddingPair, Prompts


@dataclass(frozen=True, slots=True)
class Hold(Path):
    """One prompt for all frames."""

    prompt: Prompts

    kind = "hold"
    moves = False

    @classmethod
    def read(cls, fields: Fields) -> "Hold":
        """The hold in the fields of a walk file."""
        return cls(Prompts.read(fields.take("prompt"), fields.path("prompt")))

    def contents(self) -> Document:
        """Its fields in a walk file."""
        return {"prompt": self.prompt.document()}

    @classmethod
    def of(cls, prompts: Sequence[Prompts]) -> "Hold":
        """A hold of the first of these prompts."""
        return cls(prompts[0])

    @property
    def prompts(self) -> tuple[Prompts, ...]:
        """The one there is."""
        return (self.prompt,)

    def places(self, frames: int) -> Sequence[Fraction]:
        """The prompt shows from the start on."""
        return [Fraction(0)]

    def embeddings(self, index: int, frames: int) -> EmbeddingPair:
        """The embeddings of every frame."""
        return self.prompt.embeddings
