"""The wander: a drift away from one prompt."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from sd3explorer.walk.fields import Document, Fields, seed_field
from sd3explorer.walk.paths.path import Path
from sd3explorer.walk.paths.prompts import EmbeddingPair, Prompts
from sd3explorer.walk.recipe import Drift, Ones, RandomDirection

STEP_SIZES = (-1000.0, 1000.0)


@dataclass(frozen=True, slots=True)
class Wander(Path):
    """A drift away from one prompt, a step further with each frame.

    Args:
        prompt: Where the drift starts.
        step_size: How far each component of the embedding moves from one frame to the next.
        direction: Where to.
    """

    prompt: Prompts
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

    @classmethod
    def of(cls, prompts: Sequence[Prompts]) -> "Wander":
        """A wander away from the first of these prompts."""
        return cls(prompts[0])

    @property
    def prompts(self) -> tuple[Prompts, ...]:
        """The one it starts from."""
        return (self.prompt,)

    def places(self, frames: int) -> Sequence[Fraction]:
        """The prompt shows at the start."""
        return [Fraction(0)]

    def embeddings(self, index: int, frames: int) -> EmbeddingPair:
        """The embeddings of frame `index`; the negative one stays, as in the seed guide."""
        start, negative = self.prompt.embeddings.positive, self.prompt.embeddings.negative
        distance = index * self.step_size
        return EmbeddingPair(Drift(start, self.direction, distance) if distance else start, negative)


def _direction(fields: Fields) -> Ones | RandomDirection:
    if fields.word("direction", ("ones", "random"), "ones") == "ones":
        return Ones()
    return RandomDirection(fields.seed("seed"))
