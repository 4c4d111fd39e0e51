"""Recipes: everything that decides one frame, as small immutable values. No arrays, no Keras."""

import hashlib
import json
import math
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, fields, replace
from functools import cache, lru_cache
from typing import Any, Generic, TypeAlias, TypeVar, cast

from sd3explorer.walk.emphasis import Stretch, marked, read_emphasis

# Part of every digest: raise it when the meaning of a recipe changes, so that a frame rendered
# under the old meaning is not taken for the new one.
RECIPE_VERSION = 1

# Wider spaces are left to the tokenizers, which don't all agree on them.
_WHITE_SPACE = re.compile(r"[ \t\r\n]+")

# A walk has few prompts and many frames: what is made of a text is kept for the next frame.
_KEPT_TEXTS = 256

Expression = TypeVar("Expression")


@dataclass(frozen=True, slots=True)
class Adapter:
    """A LoRA in use.

    Args:
        lora: Its identity.
        strength: How much of it.
    """

    lora: str
    strength: float


@dataclass(frozen=True, slots=True)
class Prompt:
    """The embedding of a text.

    Args:
        text: The text.
        adapters: What changes the encoders for it alone, beside the recipe's own `merged`; None is nothing.
        emphasis: Where the text counts for more or less than 1; None is nowhere.
    """

    text: str
    adapters: tuple[Adapter, ...] | None = None
    emphasis: tuple[Stretch, ...] | None = None

    @property
    def marked(self) -> str:
        """The text with marks of emphasis, as somebody would type it."""
        return marked(self.text, self.emphasis or ())

    @staticmethod
    @lru_cache(_KEPT_TEXTS)
    def of(text: str) -> "Prompt":
        """The prompt that a model reads in a text: tokenizers take all white space for one space or none.

        So a line break at the end renders nothing anew.

        Args:
            text: What somebody typed, with marks of emphasis.
        """
        read = read_emphasis(_WHITE_SPACE.sub(" ", text).strip(" "))
        return Prompt(read.text, emphasis=read.stretches or None)


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
        stream: Second half: distinguishes the noises of one seed.
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


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that somebody gave.

    Args:
        digest: SHA-256 of its bytes, in hex: its name in digests and walk files.
        data: A WebP file; empty where only the name is known. No part of digests.
    """

    digest: str
    data: bytes = field(default=b"", repr=False, metadata={"named": False})


@dataclass(frozen=True, slots=True)
class PictureLatents:
    """What the VAE's encoder makes of a part of a picture.

    Args:
        picture: The picture.
        x: Where that part lies, from 0, the left side, to 1, the right one.
        y: From 0, the top, to 1, the bottom.
        zoom: How many times smaller it is than the largest part that has the shape of the frame.
    """

    picture: Picture
    x: float
    y: float
    zoom: float


@dataclass(frozen=True, slots=True)
class Inverted:
    """The noise that a picture comes from: by the recipe's own steps, from last to first, without a prompt.

    Args:
        latents: The picture.
    """

    latents: PictureLatents


@dataclass(frozen=True, slots=True)
class Pull:
    """Denoising is led along the straight line from where it is to a picture.

    Args:
        latents: The picture.
        weight: How much; 1 leaves the model nothing to say, 0 is nothing.
        until: For which share of the steps, from the first one; of a step that isn't whole, as much as that.
    """

    latents: PictureLatents
    weight: float
    until: float


@dataclass(frozen=True, slots=True)
class Denoised:
    """Latents on their way to a picture: after some of the denoising steps, as the frame's sampler does them.

    Args:
        noise: Latents that denoising starts from.
        embedding: What the picture is to show.
        negative_embedding: What guidance leads away from.
        steps: Steps that were done, of all that the frame has.
        added: As of a `Recipe`, for these steps.
        guidance_scale: As of a `Recipe`, for these steps; None is the frame's own.
        pull: As of a `Recipe`, for these steps.
    """

    noise: "Noise"
    embedding: "Embedding"
    negative_embedding: "Embedding"
    steps: int
    added: tuple[Adapter, ...] | None = None
    guidance_scale: float | None = None
    pull: Pull | None = None


Embedding: TypeAlias = "Prompt | Slerp[Embedding] | Drift"
Noise: TypeAlias = "Gaussian | Slerp[Noise] | Orbit | Inverted"
# What denoising starts from.
Latents: TypeAlias = "Noise | Denoised | Slerp[Denoised]"


def shares(embedding: Embedding) -> dict[str, float]:
    """How much of each prompt an embedding shows, "dog 60 %, cat 40 %", in the order in which they are met.

    Between two embeddings these are the places on the way from one to the other, not the weights of a
    linear mix. An embedding that has drifted away from a text still counts as that text.

    Args:
        embedding: Of a frame.

    Returns:
        From each prompt, as it would be typed, to its share; the shares sum up to 1.
    """
    match embedding:
        case Prompt() as prompt:
            return {prompt.marked: 1.0}
        case Drift(start):
            return shares(start)
        case Slerp(start, end, t):
            mixed: dict[str, float] = {}
            for part, weight in ((start, 1.0 - t), (end, t)):
                for text, share in shares(part).items():
                    mixed[text] = mixed.get(text, 0.0) + weight * share
            return mixed


@dataclass(frozen=True, slots=True)
class Recipe:
    """Everything that decides one frame: equal recipes give equal frames.

    Args:
        embedding: What the picture shows.
        negative_embedding: What guidance leads away from.
        noise: Latents that denoising starts from.
        num_steps: Denoising steps, those before the first one counted in.
        guidance_scale: Weight of classifier-free guidance; 1 is none.
        image_size: Height and width in pixels.
        model: Fingerprint of the preset and the precision it runs in.
        guidance_interval: Noise levels of the steps that are guided, lowest and highest; None is all.
        first_step: Step that denoising starts with, where the latents went through those before; None is 0.
        merged: LoRAs that are part of the model's weights; None is none.
        added: LoRAs whose strength changes along the walk: what they say is added to what the transformer's
            layers say, frame by frame; None is none.
        pull: The picture that denoising is led to; None is none.
    """

    embedding: Embedding
    negative_embedding: Embedding
    noise: Latents
    num_steps: int
    guidance_scale: float
    image_size: tuple[int, int]
    model: str
    guidance_interval: tuple[float, float] | None = None
    first_step: int | None = None
    merged: tuple[Adapter, ...] | None = None
    added: tuple[Adapter, ...] | None = None
    pull: Pull | None = None
    _digest: str = field(default="", init=False, repr=False, compare=False)

    @property
    def guided(self) -> bool:
        """Whether guidance has an effect, so that the negative embedding is needed at all."""
        return self.guidance_scale > 1.0

    @property
    def loras(self) -> tuple[str, ...]:
        """The identities of the LoRAs that it needs."""
        return tuple(adapter.lora for adapter in (*(self.merged or ()), *(self.added or ())))

    @property
    def course(self) -> tuple[object, ...]:
        """Which steps it goes through, by which weights: frames denoised together have this in common."""
        added = self.added and tuple(adapter.lora for adapter in self.added)
        pulled = self.pull is not None
        return (
            self.num_steps,
            self.guided,
            self.guidance_interval,
            self.first_step,
            self.merged,
            added,
            pulled,
        )

    @property
    def pictures(self) -> tuple[Picture, ...]:
        """The pictures that it needs the bytes of."""
        return tuple(dict.fromkeys(_pictures(self)))

    @property
    def digest(self) -> str:
        """The frame's name in the frame store: SHA-256 of the recipe's canonical JSON, in hex."""
        if not self._digest:
            # Many ask for it, and a walk may have 100,000 recipes.
            digest = hashlib.sha256(_canonical(self).encode()).hexdigest()
            object.__setattr__(self, "_digest", digest)
        return self._digest


def slerp_between(start: Expression, end: Expression, t: float) -> Expression | Slerp[Expression]:
    """`Slerp(start, end, t)`, or just an end where that is all there is to it.

    The ends and equal expressions collapse, so that frames which must look alike have equal
    recipes, whichever path led to them.
    """
    if t == 0.0 or start == end:
        return start
    return end if t == 1.0 else Slerp(start, end, t)


def with_steps(recipe: Recipe, num_steps: int) -> Recipe:
    """The same frame in another number of steps; those before its first one keep their share of them.

    Args:
        recipe: The frame.
        num_steps: Denoising steps, at least 2 where it doesn't begin with the first.
    """
    if recipe.first_step is None:
        return replace(recipe, num_steps=num_steps)
    share = round(recipe.first_step * num_steps / recipe.num_steps)
    first = min(max(share, 1), num_steps - 1)
    latents = _changed(recipe.noise, lambda side: replace(side, steps=first))
    return replace(recipe, noise=latents, num_steps=num_steps, first_step=first)


def from_noise(recipe: Recipe) -> Recipe:
    """The frame that starts from noise, where this one starts from what became of it.

    It takes as many steps as it says, so it can be had in any number of them.
    """
    if recipe.first_step is None:
        return recipe
    noise: Noise = _changed(recipe.noise, lambda side: side.noise)
    return replace(recipe, noise=noise, first_step=None)


def _pictures(value: object) -> Iterator[Picture]:
    match value:
        case Picture():
            yield value
        case Recipe(noise=latents, pull=pull):
            yield from _pictures(latents)
            yield from _pictures(pull)
        case Denoised(noise=noise, pull=pull):
            yield from _pictures(noise)
            yield from _pictures(pull)
        case Pull(latents) | Inverted(latents):
            yield latents.picture
        case Slerp():
            mix = cast(Slerp[object], value)
            yield from _pictures(mix.start)
            yield from _pictures(mix.end)
        case _:
            pass


def _changed(latents: Latents, change: Callable[[Denoised], Expression]) -> Expression | Slerp[Expression]:
    match latents:
        case Denoised():
            return change(latents)
        case Slerp(Denoised() as start, Denoised() as end, t):
            return slerp_between(change(start), change(end), t)
        case _:
            raise ValueError(f"a first step has latents that were denoised before it, not {latents}")


def _canonical(recipe: Recipe) -> str:
    """The recipe's JSON as `json.dumps` would write it with sorted keys and no spaces, but much sooner."""
    return f'{{"recipe":{_json(recipe)},"version":{RECIPE_VERSION}}}'


def _json(value: object) -> str:
    match value:
        case Prompt(text, None, None):
            return _prompt_json(text)
        case str():
            return json.dumps(value)
        case int():
            return str(value)
        case float():
            return _number_json(value)
        case tuple():
            return f"[{','.join(map(_json, cast(tuple[object, ...], value)))}]"
        case _:
            return _object_json(value)


def _object_json(value: object) -> str:
    parts: list[str] = []
    for name, start in _keys(type(value)):
        part = getattr(value, name) if name else ""
        # What isn't set has no name, so that recipes from before there was such a field keep theirs.
        if part is not None:
            parts.append(start + _json(part) if name else start)
    return f"{{{','.join(parts)}}}"


@cache
def _keys(kind: type[Any]) -> tuple[tuple[str, str], ...]:
    """How the JSON of each field begins, in order; beside "" stands all of what names the kind."""
    starts = {
        f.name: (f.name, f'"{f.name}":') for f in fields(kind) if f.compare and f.metadata.get("named", True)
    }
    starts["kind"] = ("", f'"kind":"{kind.__name__}"')
    return tuple(starts[name] for name in sorted(starts))


@lru_cache(_KEPT_TEXTS)
def _prompt_json(text: str) -> str:
    return f'{{"kind":"Prompt","text":{json.dumps(text)}}}'


def _number_json(value: float) -> str:
    if not math.isfinite(value):
        raise ValueError(f"{value} is no number that a recipe could hold")
    # Equal recipes have equal digests, whether somebody wrote 7 or 7.0.
    return str(int(value)) if value.is_integer() else float.__repr__(value)
