"""The hold: one prompt for all frames."""

from dataclasses import dataclass

from sd3explorer.walk.paths.one_prompt import OnePrompt
from sd3explorer.walk.paths.prompts import EmbeddingPair


@dataclass(frozen=True, slots=True)
class Hold(OnePrompt):
    """One prompt for all frames."""

    kind = "hold"
    moves = False

    def embeddings(self, index: int, frames: int) -> EmbeddingPair:
        """The embeddings of every frame."""
        return self.prompt.embeddings
