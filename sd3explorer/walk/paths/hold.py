"""The hold: one prompt for all frames."""

from dataclasses import dataclass
from fractions import Fraction

from sd3explorer.walk.paths.one_prompt import OnePrompt
from sd3explorer.walk.paths.prompts import EmbeddingPair


@dataclass(frozen=True, slots=True)
class Hold(OnePrompt):
    """One prompt for all frames."""

    kind = "hold"
    moves = False

    def embeddings(self, place: int | Fraction, frames: int) -> EmbeddingPair:
        """The embeddings of every place."""
        return self.prompt.embeddings
