"""The wander: a drift away from one prompt."""

from dataclasses import dataclass
from fractions import Fraction

from sd3explorer.walk.fields import Document, Fields, seed_field
from sd3explorer.walk.paths.one_prompt import OnePrompt
from sd3explorer.walk.paths.prompts import EmbeddingPair, Prompts
from sd3explorer.walk.recipe import Drift, Ones, RandomDirection

STEP_SIZES = (-1000.0, 1000.0)


@dataclass(frozen=True, slots=True)
class Wander(OnePrompt):
    """A drift away from one prompt, a step further with each frame.

    Args:
        prompt: Where the drift starts.
        step_size: How far each component of the embedding moves from one frame to the next.
        direction: Where to.
    """

    step_size: float = 0.01
    direction: Ones | RandomDirection = Ones()

    kind = "wander"

    @classmethod
    def read(cls, fields: Fields) -> "Wander":
        """The wander in the fields of a walk file."""
        return cls(
            Prompts.read(fields.take("prompt"), fields.path("prompt")),
            fields.number("step_size", *STEP_SIZES, 0.01),
            _direction(fields),
        )

    def contents(self) -> Document:
        """Its fields in a walk file."""
        document: Document = {"prompt": self.prompt.document(), "step_size": self.step_size}
        match self.direction:
            case Ones():
                return document | {"direction": "ones"}
            case RandomDirection(seed):
                return document | {"direction": "random", "seed": seed_field(seed)}

    def embeddings(self, place: int | Fraction, frames: int) -> EmbeddingPair:
        """The embeddings of a place; the negative one stays, as in the seed guide."""
        start, negative = self.prompt.embeddings.positive, self.prompt.embeddings.negative
        distance = float(place) * self.step_size
        return EmbeddingPair(Drift(start, self.direction, distance) if distance else start, negative)


def _direction(fields: Fields) -> Ones | RandomDirection:
    if fields.word("direction", ("ones", "random"), "ones") == "ones":
        return Ones()
    return RandomDirection(fields.seed("seed"))
