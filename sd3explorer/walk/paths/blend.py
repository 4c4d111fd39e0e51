"""The blend: weights of many prompts, from keyframe to keyframe."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import TypeVar

from sd3explorer.walk.easing import Bezier, Easing, easing_field, read_easing
from sd3explorer.walk.error import WalkError
from sd3explorer.walk.fields import Document, Fields, number, seed_field
from sd3explorer.walk.limits import MAX_DWELL, MAX_KEYFRAMES, MAX_PINS, MAX_SPAN, MIN_SPAN
from sd3explorer.walk.paths.path import Anchor, nearest_frame
from sd3explorer.walk.paths.prompts import EmbeddingPair, Prompts
from sd3explorer.walk.paths.through_keyframes import ThroughKeyframes
from sd3explorer.walk.pictures import KeyframePicture, changed_picture, read_picture, strongest_pull
from sd3explorer.walk.recipe import Gaussian, Noise, Picture, Pull, Slerp, slerp_between
from sd3explorer.walk.tempo import Tempo

Expression = TypeVar("Expression")

# On the map, from left to right and from top to bottom, each in [0, 1].
Place = tuple[float, float]

# A smaller share changes no picture.
LEAST_SHARE = 1e-6
# Of how far it is from one expression to the next: with all of them, rounding in a keyframe that is made
# between two others would have the frames beside it rendered again.
MIX_DIGITS = 9


@dataclass(frozen=True, slots=True)
class Pin:
    """A prompt or a picture that a blend mixes.

    Args:
        prompt: What it shows.
        negative_prompt: What it leads away from.
        seed: Whose noise it starts from; None is the noise that the walk has there.
        place: Where it is on the map; decides nothing. None where it was on none.
        picture: What it shows of a picture; None is none.
    """

    prompt: str = ""
    negative_prompt: str = ""
    seed: int | None = None
    place: Place | None = None
    picture: KeyframePicture | None = None

    @property
    def prompts(self) -> Prompts:
        """Its prompts, in words."""
        return Prompts(self.prompt, self.negative_prompt)

    @classmethod
    def read(cls, value: object, name: str) -> "Pin":
        """The pin in an object of a walk file.

        Raises:
            WalkError: A field is impossible.
        """
        fields = Fields(value, name)
        pin = cls(
            fields.text("prompt", ""),
            fields.text("negative_prompt", ""),
            fields.seed("seed") if fields.has("seed") else None,
            _read_place(fields),
            read_picture(fields.take("picture"), fields.path("picture")) if fields.has("picture") else None,
        )
        fields.finish()
        return pin

    def noise(self, own: Noise) -> Noise:
        """The noise that it starts from.

        Args:
            own: What the walk has there.
        """
        noise = own if self.seed is None else Gaussian(self.seed)
        return noise if self.picture is None else self.picture.noise(noise)

    def document(self) -> Document:
        """Its object in a walk file."""
        document: Document = {"prompt": self.prompt, "negative_prompt": self.negative_prompt}
        if self.seed is not None:
            document["seed"] = seed_field(self.seed)
        if self.picture is not None:
            document["picture"] = self.picture.document()
        return document | _place_document(self.place)


@dataclass(frozen=True, slots=True)
class Weights:
    """How much of each pin a blend shows at a place.

    Args:
        weights: For each pin, relative to the others; none is negative, one at least is larger than 0.
        span: Length of the way to the next keyframe, relative to the other spans.
        easing: How that way is shared out over its frames.
        dwell: For how many more frames it shows, before that way begins.
        place: Where it is on the map; decides nothing.
    """

    weights: tuple[float, ...]
    span: float = 1.0
    easing: Easing | Bezier = Easing.LINEAR
    dwell: int = 0
    place: Place | None = None

    @property
    def shares(self) -> tuple[float, ...]:
        """The weights, such that they sum up to 1."""
        total = sum(self.weights)
        return tuple(weight / total for weight in self.weights)

    @classmethod
    def read(cls, value: object, name: str, pins: int) -> "Weights":
        """The weights in an object of a walk file.

        Args:
            value: The object.
            name: Its path in the document.
            pins: How many pins there are.

        Raises:
            WalkError: A field is impossible.
        """
        fields = Fields(value, name)
        key = fields.path("weights")
        items = fields.items("weights")
        if len(items) != pins:
            raise WalkError(f"{key}: must have a weight for each of the {pins} pins, not {len(items)}")
        weights = tuple(number(item, f"{key}[{place}]", 0.0, 1.0) for place, item in enumerate(items))
        if sum(weights) < LEAST_SHARE:
            raise WalkError(f"{key}: one weight at least must be larger than 0")
        keyframe = cls(
            weights,
            fields.number("span", MIN_SPAN, MAX_SPAN, 1.0),
            read_easing(fields.take("easing"), fields.path("easing"))
            if fields.has("easing")
            else Easing.LINEAR,
            fields.integer("dwell", 0, MAX_DWELL, 0),
            _read_place(fields),
        )
        fields.finish()
        return keyframe

    def document(self) -> Document:
        """Its object in a walk file."""
        document: Document = {
            "weights": list(self.weights),
            "span": self.span,
            "easing": easing_field(self.easing),
        }
        if self.dwell:
            document["dwell"] = self.dwell
        return document | _place_document(self.place)


@dataclass(frozen=True, slots=True)
class Blend(ThroughKeyframes[Weights]):
    """Weights of some prompts, from keyframe to keyframe.

    Between keyframes the weights go in proportion. What they mix is found on the sphere, one pin after the
    other in their order, so a pin alone is exactly its prompt.

    Args:
        pins: What is mixed.
        keyframes: The weights, in the order they are met; two or more.
        closed: Whether the path leads back from the last keyframe to the first.
    """

    pins: tuple[Pin, ...]
    keyframes: tuple[Weights, ...]
    closed: bool = False
    _tempo: Tempo | None = field(init=False, repr=False, compare=False)

    kind = "blend"

    def __post_init__(self) -> None:
        object.__setattr__(self, "_tempo", None)

    @classmethod
    def read(cls, fields: Fields) -> "Blend":
        """The blend in the fields of a walk file."""
        pins, name = fields.items("pins"), fields.path("pins")
        if not 1 <= len(pins) <= MAX_PINS:
            raise WalkError(f"{name}: a blend has 1 to {MAX_PINS} pins, not {len(pins)}")
        keyframes, key = fields.items("keyframes"), fields.path("keyframes")
        if not 2 <= len(keyframes) <= MAX_KEYFRAMES:
            raise WalkError(f"{key}: a blend needs 2 to {MAX_KEYFRAMES} keyframes, not {len(keyframes)}")
        return cls(
            tuple(Pin.read(item, f"{name}[{place}]") for place, item in enumerate(pins)),
            tuple(Weights.read(item, f"{key}[{n}]", len(pins)) for n, item in enumerate(keyframes)),
            fields.flag("closed", False),
        )

    def contents(self) -> Document:
        """Its fields in a walk file."""
        return {
            "closed": self.closed,
            "pins": [pin.document() for pin in self.pins],
            "keyframes": [keyframe.document() for keyframe in self.keyframes],
        }

    @classmethod
    def of(cls, prompts: Sequence[Prompts]) -> "Blend":
        """A blend from each of these prompts to the next; those that are met again are one pin."""
        known = list(dict.fromkeys(prompts))[:MAX_PINS]
        met = [known.index(each) for each in prompts if each in known][:MAX_KEYFRAMES]
        met = met if len(met) > 1 else met * 2
        keyframes = tuple(Weights(alone(place, len(known))) for place in met)
        return cls(tuple(Pin(each.prompt, each.negative_prompt) for each in known), keyframes)

    @property
    def prompts(self) -> tuple[Prompts, ...]:
        """Those of its pins."""
        return tuple(pin.prompts for pin in self.pins)

    def anchors(self, frames: int) -> list[Anchor]:
        """Where each keyframe is first met, with the prompt it shows most of."""
        met = self.tempo(frames).arrivals[: len(self.keyframes)]
        most = (self.pins[each.weights.index(max(each.weights))].prompts for each in self.keyframes)
        return [
            Anchor(place, nearest_frame(place, frames), prompts)
            for place, prompts in zip(met, most, strict=True)
        ]

    def places(self, frames: int) -> Sequence[Fraction]:
        """Where each pin first weighs most; most of them are nowhere unmixed."""
        met = self.tempo(frames).arrivals[: len(self.keyframes)]
        by_pin = zip(*(each.shares for each in self.keyframes), strict=True)
        return [met[shares.index(max(shares))] for shares in by_pin]

    def weights_at(self, place: int | Fraction, frames: int) -> tuple[float, ...]:
        """The share of each pin at a place; they sum up to 1.

        Args:
            place: In frames from the first one.
            frames: Number of frames.
        """
        number, progress = self.tempo(frames).progress(place)
        here, following = self.keyframes[number], self.keyframes[(number + 1) % len(self.keyframes)]
        t = float(progress)
        if t == 0.0 or here.weights == following.weights:
            return here.shares
        pairs = zip(here.shares, following.shares, strict=True)
        return following.shares if t == 1.0 else tuple((1.0 - t) * a + t * b for a, b in pairs)

    def embeddings(self, place: int | Fraction, frames: int) -> EmbeddingPair:
        """The embeddings of a place, in frames from the first one."""
        return self.embedding_of(self.weights_at(place, frames))

    def embedding_of(self, weights: Sequence[float]) -> EmbeddingPair:
        """The embeddings of a mix.

        Args:
            weights: For each pin.
        """
        shown = [
            (pin.prompts.embeddings, weight)
            for pin, weight in zip(self.pins, weights, strict=True)
            if weight > LEAST_SHARE
        ]
        return EmbeddingPair(
            blended((pair.positive, weight) for pair, weight in shown),
            blended((pair.negative, weight) for pair, weight in shown),
        )

    def noise(self, place: int | Fraction, frames: int, own: Noise) -> Noise:
        """The noise of a place: that of the pins' seeds and pictures, in step with the prompts."""
        if not self.has_seeds and not self.pictures:
            return own
        noises = (pin.noise(own) for pin in self.pins)
        return blended(zip(noises, self.weights_at(place, frames), strict=True))

    def pull(self, place: int | Fraction, frames: int) -> Pull | None:
        """How a place is led along a picture: where its pin weighs more than all others."""
        if not self.pictures:
            return None
        return strongest_pull(
            (pin.picture, weight)
            for pin, weight in zip(self.pins, self.weights_at(place, frames), strict=True)
        )

    @property
    def pictures(self) -> tuple[Picture, ...]:
        """Those of its pins."""
        return tuple(dict.fromkeys(pin.picture.picture for pin in self.pins if pin.picture is not None))

    def with_pictures(self, change: Callable[[Picture], Picture]) -> "Blend":
        """The same weights of other pictures."""
        if not self.pictures:
            return self
        pins = (replace(pin, picture=changed_picture(pin.picture, change)) for pin in self.pins)
        return replace(self, pins=tuple(pins))

    @property
    def has_seeds(self) -> bool:
        """Whether some pins have a seed of their own."""
        return any(pin.seed is not None for pin in self.pins)

    def with_prompts(self, change: Callable[[Prompts], Prompts]) -> "Blend":
        """The same weights of other prompts."""
        prompts = [change(pin.prompts) for pin in self.pins]
        pins = (
            replace(pin, prompt=each.prompt, negative_prompt=each.negative_prompt)
            for pin, each in zip(self.pins, prompts, strict=True)
        )
        return replace(self, pins=tuple(pins))


def alone(place: int, count: int) -> tuple[float, ...]:
    """The weights that show one pin of some, and no other."""
    return tuple(float(number == place) for number in range(count))


def blended(parts: Iterable[tuple[Expression, float]]) -> Expression | Slerp[Expression]:
    """What some expressions are together, each with its weight: from one to the next on the sphere.

    Each slerp goes so far towards the next one as that weighs of all up to it, so that the shares of the
    result are the weights. Equal expressions count as one.

    Args:
        parts: The expressions and their weights, one at least above `LEAST_SHARE`.
    """
    weights: dict[Expression, float] = {}
    for expression, weight in parts:
        if weight > LEAST_SHARE:
            weights[expression] = weights.get(expression, 0.0) + weight
    (result, total), *others = weights.items()
    mixed: Expression | Slerp[Expression] = result
    for expression, weight in others:
        total += weight
        mixed = slerp_between(mixed, expression, round(weight / total, MIX_DIGITS))  # type: ignore[arg-type]
    return mixed


def _read_place(fields: Fields) -> Place | None:
    if not fields.has("place"):
        return None
    name, items = fields.path("place"), fields.items("place")
    if len(items) != 2:
        raise WalkError(f"{name}: must have two numbers, from the left and from the top, not {len(items)}")
    across, down = (number(item, f"{name}[{each}]", 0.0, 1.0) for each, item in enumerate(items))
    return across, down


def _place_document(place: Place | None) -> Document:
    return {} if place is None else {"place": list(place)}
