"""Spots: where on its way the frames of an even walk lie, found by looking at pictures."""

import hashlib
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import TypeAlias

from sd3explorer.walk.error import WalkError
from sd3explorer.walk.fields import Document, Fields
from sd3explorer.walk.limits import MAX_FRAMES, NUM_STEPS
from sd3explorer.walk.printable import shortened

# How fine spots are: far finer than pictures of a model differ, and no work for arithmetic.
MAX_DENOMINATOR = 2**40

# Of so many characters, the spots of all frames that a walk may have.
LONGEST_TEXT = 160 * MAX_FRAMES

_NUMBER = r"(\d{1,16})(?:/(\d{1,13}))?"
_ON_BRIDGE = re.compile(rf"{_NUMBER}~{_NUMBER}@(\d{{1,6}}):{_NUMBER}", re.ASCII)
_SPOT = re.compile(_NUMBER, re.ASCII)


@dataclass(frozen=True, slots=True)
class Bridge:
    """A way over a cut: from one side to the other through latents, not through embeddings or noises.

    Args:
        before: The last spot before the cut.
        after: The first spot behind it.
        step: Denoising step at which the latents of both sides are mixed.
    """

    before: Fraction
    after: Fraction
    step: int


@dataclass(frozen=True, slots=True)
class OnBridge:
    """A spot on a bridge.

    Args:
        bridge: The bridge.
        mix: How much of its far side, in [0, 1].
    """

    bridge: Bridge
    mix: Fraction


# A plain spot is the number of a stop and how far it is from there to the next: 2 + 1/4.
Spot: TypeAlias = Fraction | OnBridge


@dataclass(frozen=True, slots=True)
class Placement:
    """The spots of a walk's frames.

    Args:
        key: What they were found for; see `key_of`.
        spots: One for each frame, in order.
    """

    key: str
    spots: tuple[Spot, ...]

    @classmethod
    def read(cls, fields: Fields) -> "Placement":
        """The placement in the fields of a walk file.

        Raises:
            WalkError: A field is missing, unknown or impossible.
        """
        text = fields.text("spots", longest=LONGEST_TEXT)
        try:
            spots = tuple(map(spot_in, text.split(maxsplit=MAX_FRAMES)))
            _check_order(spots)
        except ValueError as error:
            raise WalkError(f"{fields.path('spots')}: {error}") from error
        placement = cls(fields.text("key"), spots)
        fields.finish()
        return placement

    def document(self) -> Document:
        """Its fields in a walk file; `read` gives the equal placement back."""
        return {"key": self.key, "spots": " ".join(map(text_of, self.spots))}


def key_of(parts: Iterable[object]) -> str:
    """What decides where frames lie, as a short text.

    Args:
        parts: Of a walk file, as JSON has them.
    """
    text = json.dumps(list(parts), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def position_of(spot: Spot) -> tuple[Fraction, Fraction]:
    """What spots are in order by: where on the walk, and how far over the bridge there."""
    match spot:
        case OnBridge(bridge, mix):
            return bridge.before, mix
        case _:
            return spot, Fraction(0)


def bridges_of(spots: Sequence[Spot]) -> list[Bridge]:
    """The bridges that frames lie on, each once, in order."""
    return list(dict.fromkeys(spot.bridge for spot in spots if isinstance(spot, OnBridge)))


def text_of(spot: Spot) -> str:
    """A spot as it stands in files: "9/4", or "9/4~19/8@11:1/2" on a bridge."""
    match spot:
        case OnBridge(Bridge(before, after, step), mix):
            return f"{before}~{after}@{step}:{mix}"
        case _:
            return str(spot)


def spot_in(text: str) -> Spot:
    """The spot in a text of `text_of`.

    Raises:
        ValueError: It is none.
    """
    if found := _SPOT.fullmatch(text):
        return _fraction(*found.groups())
    if found := _ON_BRIDGE.fullmatch(text):
        parts = found.groups()
        bridge = Bridge(_fraction(*parts[:2]), _fraction(*parts[2:4]), int(parts[4]))
        mix = _fraction(*parts[5:])
        if bridge.before < bridge.after and mix <= 1 and 0 < bridge.step < NUM_STEPS[1]:
            return OnBridge(bridge, mix)
    raise ValueError(f'must be spots such as "9/4" or "9/4~19/8@11:1/2", not "{shortened(text)}"')


def _check_order(spots: Sequence[Spot]) -> None:
    for before, after in pairwise(spots):
        if not _leads_on(before, after):
            raise ValueError(f"must be spots in order, but {text_of(after)} comes after {text_of(before)}")


def _leads_on(before: Spot, after: Spot) -> bool:
    """Whether a spot may come after another: a bridge is left at its end."""
    match before, after:
        case OnBridge(bridge, mix), OnBridge(same, further) if same == bridge:
            return mix <= further
        case OnBridge(bridge), _:
            return bridge.after <= position_of(after)[0]
        case _:
            return position_of(before) <= position_of(after)


def _fraction(numerator: str, denominator: str | None) -> Fraction:
    if denominator is not None and not 0 < int(denominator) <= MAX_DENOMINATOR:
        raise ValueError(f"must be spots with denominators from 1 to {MAX_DENOMINATOR}, not {denominator}")
    return Fraction(int(numerator), int(denominator or 1))
