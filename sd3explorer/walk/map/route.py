"""Routes over the map, and the blends that they become."""

import math
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from sd3explorer.walk.map.layout import circle
from sd3explorer.walk.map.mixing import SAME, Layout, mix_at
from sd3explorer.walk.paths import Blend, Pin, Place, Weights

# Between two keyframes nothing is further from where it was drawn than this: shares of prompts, and sides of
# the map.
TOLERANCE = 0.05
# A route is looked at in steps of this length, and in no more of them.
STEP, MOST_STEPS = 0.005, 4_000
MOST_KEYFRAMES = 200
# Spans are multiples of a part of the map's side: exact numbers, so that other keyframes stay exactly where
# they are when one is made, moved or removed.
SPAN_PARTS = 4096


def length(route: Sequence[Place]) -> float:
    """How long a route is, in sides of the map."""
    return sum(math.dist(here, there) for here, there in pairwise(route))


def blend_along(
    route: Sequence[Place], pins: Sequence[Pin], places: Sequence[Place], layout: Layout, closed: bool = False
) -> Blend:
    """The blend that shows what lies along a route, at one pace.

    It has as few keyframes as show the same: where a route goes straight and its mix changes in proportion,
    none is needed. All pins are part of it, so that the map comes back with the walk.

    Args:
        route: Two places or more, not all the same, from which to which it leads straight.
        pins: What is mixed.
        places: Where they are.
        layout: How they are mixed.
        closed: Whether it leads back to its start.
    """
    line = _dense([*route, route[0]] if closed else route, places)
    mixes = np.array([mix_at(place, places, layout) for place in line])
    points = np.concatenate([np.array(line), mixes], axis=1)
    marks = _marks(line)
    pinned = [n for n, here in enumerate(line) if any(math.dist(here, pin) <= SAME for pin in places)]
    kept = _simplified(points, marks, pinned)
    if closed:
        kept = kept[:-1]
    ends = [*kept[1:], len(line) - 1] if closed else kept[1:]
    spans = [_span(marks[end] - marks[start]) for start, end in zip(kept, ends, strict=False)]
    keyframes = tuple(
        Weights(_rounded(mixes[place]), span, place=_rounded_place(line[place]))
        for place, span in zip(kept, [*spans, 1.0], strict=False)
    )
    placed = (replace(pin, place=_rounded_place(place)) for pin, place in zip(pins, places, strict=True))
    return Blend(tuple(placed), keyframes, closed)


def pin_places(pins: Sequence[Pin]) -> list[Place]:
    """Where pins are; on a circle, where nobody has said it of all of them."""
    places = [pin.place for pin in pins if pin.place is not None]
    return places if len(places) == len(pins) else circle(len(pins))


def keyframe_places(blend: Blend) -> list[Place]:
    """Where the keyframes of a blend are on the map: by what they mix, where nobody has said it."""
    places = pin_places(blend.pins)
    return [each.place or middle(each.shares, places) for each in blend.keyframes]


def middle(shares: Sequence[float], places: Sequence[Place]) -> Place:
    """The middle of some places, each with its share."""
    across = sum(share * place[0] for share, place in zip(shares, places, strict=True))
    down = sum(share * place[1] for share, place in zip(shares, places, strict=True))
    return across, down


def place_on(blend: Blend, place: int | Fraction, frames: int) -> Place:
    """Where a place of a blend is on the map.

    Args:
        blend: The blend.
        place: In frames from the first one.
        frames: Number of frames.
    """
    number, progress = blend.tempo(frames).progress(place)
    places = keyframe_places(blend)
    return _between(places[number], places[(number + 1) % len(places)], float(progress))


def _dense(route: Sequence[Place], pins: Sequence[Place]) -> list[Place]:
    """The route in small steps, with all its corners, and with the pins that it leads over."""
    step = max(STEP, length(route) / MOST_STEPS)
    line = [route[0]]
    for here, there in pairwise(route):
        count = max(1, math.ceil(math.dist(here, there) / step))
        shares = {number / count for number in range(1, count)} | _met(here, there, pins)
        line += [_between(here, there, share) for share in sorted(shares)]
        if there != line[-1]:
            line.append(there)
    return line


def _met(here: Place, there: Place, pins: Sequence[Place]) -> set[float]:
    """How far along a straight way pins lie on it."""
    along = np.array(there) - np.array(here)
    square = float(along @ along)
    if square == 0.0:
        return set()
    shares = [float((np.array(pin) - np.array(here)) @ along) / square for pin in pins]
    return {
        share
        for share, pin in zip(shares, pins, strict=True)
        if 0.0 < share < 1.0 and math.dist(_between(here, there, share), pin) <= SAME
    }


def _between(here: Place, there: Place, share: float) -> Place:
    return here[0] + share * (there[0] - here[0]), here[1] + share * (there[1] - here[1])


def _marks(line: Sequence[Place]) -> list[float]:
    """How far along the line each of its places is."""
    marks = [0.0]
    for here, there in pairwise(line):
        marks.append(marks[-1] + math.dist(here, there))
    return marks


def _simplified(points: NDArray[np.float64], marks: Sequence[float], pinned: Sequence[int]) -> list[int]:
    """Which points suffice, so that between them all others lie within the tolerance.

    Those that are pinned are among them. Where that takes more than `MOST_KEYFRAMES`, those are taken
    that matter most.

    Reference:
        Douglas and Peucker, "Algorithms for the reduction of the number of points required to represent a
        digitized line" (1973), here with points compared at equal shares of the way.
    """
    at = np.array(marks)
    kept = sorted({0, *pinned[: MOST_KEYFRAMES - 2], len(points) - 1})
    worst = {part: _farthest(points, at, *part) for part in pairwise(kept)}
    while len(kept) < MOST_KEYFRAMES:
        (start, end), (error, place) = max(worst.items(), key=lambda each: each[1][0])
        if error <= TOLERANCE:
            break
        kept.append(place)
        del worst[start, end]
        for part in ((start, place), (place, end)):
            worst[part] = _farthest(points, at, *part)
    return sorted(kept)


def _farthest(
    points: NDArray[np.float64], at: NDArray[np.float64], start: int, end: int
) -> tuple[float, int]:
    """How far from the straight way the farthest point between two is, and which."""
    if end - start < 2:
        return 0.0, start
    inside = slice(start + 1, end)
    shares = (at[inside] - at[start]) / max(at[end] - at[start], 1e-12)
    straight = points[start] + shares[:, None] * (points[end] - points[start])
    errors = np.abs(points[inside] - straight).max(axis=1)
    place = int(np.argmax(errors))
    return float(errors[place]), start + 1 + place


def _span(length: float) -> float:
    return max(round(length * SPAN_PARTS), 1) / SPAN_PARTS


def _rounded(weights: NDArray[np.float64]) -> tuple[float, ...]:
    return tuple(round(float(weight), 4) for weight in weights)


def _rounded_place(place: Place) -> Place:
    return round(min(max(place[0], 0.0), 1.0), 5), round(min(max(place[1], 0.0), 1.0), 5)
