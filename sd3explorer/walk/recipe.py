"""Recipes: everything that decides one frame, as small immutable values. No arrays, no Keras."""

import hashlib
import json
import re
from dataclasses import dataclass, fields, is_dataclass
from typing import Generic, TypeAlias, TypeVar, cast

# Part of every digest: raise it when the meaning of a recipe changes, so that a frame rendered
# under the old meaning is not taken for the new one.
RECIPE_VERSION = 1

# Wider spaces are left to the tokenizers, which don't all agree on them.
_WHITE_SPACE = re.compile(r"[ \t\r\n]+")

Expression = TypeVar("Expression")


@dataclass(frozen=True, slots=True)
class Prompt:
    """The embedding of a text."""

    text: str

    @classmethod
    def of(cls, text: str) -> "Prompt":
        """The prompt that a model reads in a text: tokenizers take all white space for one space or none.

        So a line break at the end renders nothing anew.

        Args:
            text: What somebody typed.
        """
        return cls(_WHITE_SPACE.sub(" ", text).strip(" "))


@dataclass(frozen=True, slots=True)
class Ones:
    """The direction in which every component of an embedding grows alike, as in the seed guide."""


@dataclass(frozen=True, slots=True)
class RandomDirection:
    """A direction with independent standard normal components, drawn from `seed`."""

    seed: int


@dataclass(frozen=True, slots=True)
class Drift:
    """The embedding that lies `distance` away from `start`.

    Args:
        start: Embedding at distance 0.
        direction: Where to; its components have a mean square of 1.
        distance: How far each component moves (root mean square), in units of the embedding.
    """

    start: "Embedding"
    direction: Ones | RandomDirection
    distance: float


@dataclass(frozen=True, slots=True)
class Gaussian:
    """Standard normal latents, the same on every machine and backend.

    Args:
        seed: First half of the generator's key, in [0, 2**64).
        stream: Second half: tells apart the noises of one seed.
    """

    seed: int
    stream: int = 0


@dataclass(frozen=True, slots=True)
class Orbit:
    """The noise at `angle` on the circle through two noises: cos(angle) · first + sin(angle) · second.

    Args:
        first: Noise at angle 0.
        second: Noise at a quarter turn.
        angle: Radians.
    """

    first: "Noise"
    second: "Noise"
    angle: float


@dataclass(frozen=True, slots=True)
class Slerp(Generic[Expression]):
    """What lies at `t` on the great circle from `start` to `end`.

    Args:
        start: Embedding or noise at `t = 0`.
        end: Embedding or noise at `t = 1`.
        t: Position between them, in [0, 1].
    """

    start: Expression
    end: Expression
    t: float


Embedding: TypeAlias = "Prompt | Slerp[Embedding] | Drift"
Noise: TypeAlias = "Gaussian | Slerp[Noise] | Orbit"


@dataclass(frozen=True, slots=True)
class Recipe:
    """Everything that decides one frame: equal recipes give equal frames.

    Args:
        embedding: What the picture shows.
        negative_embedding: What guidance leads away from.
        noise: Latents that denoising starts from.
        num_steps: Denoising steps.
        guidance_scale: Weight of classifier-free guidance; 1 is none.
        image_size: Height and width in pixels.
        model: Fingerprint of the preset and the precision it runs in.
        guidance_interval: Noise levels of the steps that are guided, lowest and highest; None is all.
    """

    embedding: Embedding
    negative_embedding: Embedding
    noise: Noise
    num_steps: int
    guidance_scale: float
    image_size: tuple[int, int]
    model: str
    guidance_interval: tuple[float, float] | None = None

    @property
    def guided(self) -> bool:
        """Whether guidance has an effect, so that the negative embedding is needed at all."""
        return self.guidance_scale > 1.0

    @property
    def course(self) -> tuple[int, bool, tuple[float, float] | None]:
        """Which steps it goes through: frames that are denoised together have this in common."""
        return self.num_steps, self.guided, self.guidance_interval

    @property
    def digest(self) -> str:
        """The frame's name in the frame store: SHA-256 of the recipe's canonical JSON, in hex."""
        document = {"version": RECIPE_VERSION, "recipe": _plain(self)}
        canonical = json.dumps(document, sort_keys=True, separators=(",", ":"), allow_nan=False)
        return hashlib.sha256(canonical.encode()).hexdigest()


def slerp_between(start: Expression, end: Expression, t: float) -> Expression | Slerp[Expression]:
    """`Slerp(start, end, t)`, or just an end where that is all there is to it.

    The ends and equal expressions collapse, so that frames which must look alike have equal
    recipes, whichever path led to them.
    """
    if t == 0.0 or start == end:
        return start
    return end if t == 1.0 else Slerp(start, end, t)


def _plain(value: object) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        parts = {f.name: getattr(value, f.name) for f in fields(value)}
        # What isn't set has no name, so that recipes from before there was such a field keep theirs.
        plain = {name: _plain(part) for name, part in parts.items() if part is not None}
        return {"kind": type(value).__name__} | plain
    if isinstance(value, tuple):
        return [_plain(part) for part in cast(tuple[object, ...], value)]
    # Equal recipes have equal digests, whether somebody wrote 7 or 7.0.
    return int(value) if isinstance(value, float) and value.is_integer() else value
