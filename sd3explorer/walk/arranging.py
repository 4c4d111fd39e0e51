"""A walk the other way round, and its prompts in another order: edits of the whole."""

import random
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from sd3explorer.walk.easing import Bezier, Easing
from sd3explorer.walk.noises import Travel
from sd3explorer.walk.paths import Blend, Grid, Keyframe, Morph, Path, Weights
from sd3explorer.walk.walk import Walk

_Key = TypeVar("_Key", Keyframe, Weights)

_BACKWARDS = {Easing.EASE_IN: Easing.EASE_OUT, Easing.EASE_OUT: Easing.EASE_IN}


def can_be_reversed(walk: Walk) -> bool:
    """Whether there is another way round: a wander leads nowhere that it could come from."""
    return isinstance(walk.path, Morph | Blend | Grid)


def reversed_walk(walk: Walk) -> Walk:
    """The walk from its end to its start; where it leads back to its start, it still begins there.

    Spans, easings and dwells stay with the ways and keyframes that they are of, and a travel of the noise is
    turned round too. A frame between keyframes is the same mix as before, but for rounding.

    Args:
        walk: The walk; one that can't be reversed comes back as it is.
    """
    if not can_be_reversed(walk):
        return walk
    noise = walk.noise
    if isinstance(noise, Travel):
        noise = noise.with_seeds(_turned(noise.seeds, noise.closed))
    return replace(walk, path=_reversed_path(walk.path), noise=noise, placement=None)


def has_prompts_to_shuffle(walk: Walk) -> bool:
    """Whether another order of its prompts is another walk."""
    contents = _contents(walk.path)
    return any(content != contents[0] for content in contents)


def with_prompts_shuffled(walk: Walk, seed: int) -> Walk:
    """The walk with its prompts in another order, drawn by a seed. Spans, easings and dwells stay in place.

    Whatever a keyframe has of its own, as a seed or a picture, goes along with its prompt.

    Args:
        walk: The walk; one without two prompts that differ comes back as it is.
        seed: Decides the order, which is never the one that there is.
    """
    if not has_prompts_to_shuffle(walk):
        return walk
    before = _contents(walk.path)
    drawn = random.Random(seed)
    order = list(range(len(before)))
    while [before[place] for place in order] == before:
        drawn.shuffle(order)
    return replace(walk, path=_in_order(walk.path, order), placement=None)


def _reversed_path(path: Path) -> Path:
    match path:
        case Morph():
            return replace(path, keyframes=_reversed_keys(path.keyframes, path.closed))
        case Blend():
            return replace(path, keyframes=_reversed_keys(path.keyframes, path.closed))
        case Grid():
            first, second, third, last = path.corners
            # Where there is one row alone, the corners of the other aren't seen, and stay so.
            if path.rows > 1:
                first, second, third, last = third, last, first, second
            if path.columns > 1:
                first, second, third, last = second, first, last, third
            return replace(path, corners=(first, second, third, last))
        case _:
            return path


def _reversed_keys(keyframes: Sequence[_Key], closed: bool) -> tuple[_Key, ...]:
    turned = _turned(keyframes, closed)
    # The way behind a keyframe is the one that led to it. The last one of an open path leads nowhere.
    ways = [*keyframes[::-1]] if closed else [*keyframes[-2::-1], keyframes[-1]]
    return tuple(
        replace(key, span=way.span, easing=_reversed_easing(way.easing))
        for key, way in zip(turned, ways, strict=True)
    )


def _reversed_easing(easing: Easing | Bezier) -> Easing | Bezier:
    if isinstance(easing, Bezier):
        return Bezier(1.0 - easing.x2, 1.0 - easing.y2, 1.0 - easing.x1, 1.0 - easing.y1)
    return _BACKWARDS.get(easing, easing)


_Thing = TypeVar("_Thing")


def _turned(things: Sequence[_Thing], closed: bool) -> list[_Thing]:
    """Things the other way round; a circle of them still begins with its first."""
    return [things[0], *things[:0:-1]] if closed else [*things[::-1]]


def _contents(path: Path) -> list[object]:
    """What there is to be put into another order, for each place of it."""
    match path:
        case Morph():
            return [_of_way(keyframe, path.keyframes[0]) for keyframe in path.keyframes]
        case Blend():
            return [keyframe.weights for keyframe in path.keyframes]
        case Grid():
            return [*path.corners]
        case _:
            return []


def _in_order(path: Path, order: Sequence[int]) -> Path:
    match path:
        case Morph():
            keys = path.keyframes
            morphed = (_of_way(keys[n], way) for n, way in zip(order, keys, strict=True))
            return replace(path, keyframes=tuple(morphed))
        case Blend():
            weights = path.keyframes
            mixed = (
                replace(way, weights=weights[n].weights, place=weights[n].place)
                for n, way in zip(order, weights, strict=True)
            )
            return replace(path, keyframes=tuple(mixed))
        case Grid():
            first, second, third, last = (path.corners[n] for n in order)
            return replace(path, corners=(first, second, third, last))
        case _:
            return path


def _of_way(keyframe: Keyframe, way: Keyframe) -> Keyframe:
    """What a keyframe shows, where another one is."""
    return replace(keyframe, span=way.span, easing=way.easing, dwell=way.dwell)
