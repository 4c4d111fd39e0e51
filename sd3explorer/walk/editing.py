"""Making and moving keyframes: edits of a walk that leave all other keyframes where they are."""

import math
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from sd3explorer.walk.easing import Bezier, Easing
from sd3explorer.walk.limits import MAX_KEYFRAMES
from sd3explorer.walk.paths import Hold, Keyframe, Morph, Path
from sd3explorer.walk.paths.morph import MAX_SPAN, MIN_SPAN
from sd3explorer.walk.paths.path import nearest_frame
from sd3explorer.walk.timing import position
from sd3explorer.walk.walk import Walk


def takes_keyframes(path: Path) -> bool:
    """Whether a keyframe can be made on this path: on a morph, and on a held prompt that becomes one."""
    return isinstance(path, Morph | Hold)


def keyframe_frames(walk: Walk) -> list[int]:
    """The frame that each keyframe shows on, or is nearest to; none where the path is no morph."""
    return [nearest_frame(place, walk.frame_count) for place in keyframe_places(walk)]


def keyframe_places(walk: Walk) -> list[Fraction]:
    """The place of each keyframe in frames, exact; it may lie between two. None where there is no morph."""
    if not isinstance(walk.path, Morph):
        return []
    return list(walk.path.places(walk.frame_count))


def movable_frames(walk: Walk, number: int) -> range:
    """The frames that a keyframe can be moved to: a frame or more away from both its neighbours.

    The first keyframe stays at the start, the last one of an open morph at its end: no frames.
    """
    if not isinstance(walk.path, Morph) or number == 0:
        return range(0)
    places = keyframe_places(walk)
    if walk.path.closed:
        places.append(Fraction(walk.frame_count))
    if number == len(places) - 1:
        return range(0)
    return range(math.ceil(places[number - 1] + 1), math.floor(places[number + 1] - 1) + 1)


def with_keyframe_at(walk: Walk, number: int, frame: int) -> Walk:
    """The walk with a keyframe moved to a frame, or as near as its neighbours let it; they stay.

    Args:
        walk: Its path is a morph; any other walk comes back as it is.
        number: Keyframe, from 0.
        frame: Where to, from 0.
    """
    allowed = movable_frames(walk, number)
    if not isinstance(walk.path, Morph) or not allowed:
        return walk
    ways = _ways(walk.path)
    frame = min(max(frame, allowed.start), allowed.stop - 1)
    before = sum(ways[: number - 1], Fraction())
    moved = position(frame, walk.frame_count, walk.path.closed) * sum(ways) - before
    ways[number - 1 : number + 1] = [moved, ways[number - 1] + ways[number] - moved]
    keyframes = _with_ways(walk.path.keyframes, ways)
    return (
        walk
        if keyframes == walk.path.keyframes
        else replace(walk, path=replace(walk.path, keyframes=keyframes))
    )


def with_keyframe_made(walk: Walk, frame: int) -> Walk | None:
    """The walk with a new keyframe at a frame; all others stay where they are.

    On a morph it takes the prompts of the nearer keyframe. The way it lies on starts and stops as
    before, and does not halt at the new keyframe. A held prompt becomes a morph with that prompt at both
    ends and at the frame.

    Returns:
        None where the frame shows a keyframe already, or the path takes no (more) keyframes.
    """
    match walk.path:
        case Hold():
            return replace(walk, path=_morph_of_hold(walk.path, frame, walk.frame_count))
        case Morph():
            if frame in keyframe_frames(walk) or len(walk.path.keyframes) >= MAX_KEYFRAMES:
                return None
            return replace(walk, path=_with_keyframe(walk.path, frame, walk.frame_count))
        case _:
            return None


def _with_keyframe(path: Morph, frame: int, frames: int) -> Morph:
    ways = _ways(path)
    place = position(frame, frames, path.closed) * sum(ways)
    number = 0
    while place >= ways[number]:
        place -= ways[number]
        number += 1
    here, following = path.keyframes[number], path.keyframes[(number + 1) % len(path.keyframes)]
    nearer = here if 2 * place <= ways[number] else following
    first, second = _split(here.easing, place / ways[number])
    ways[number : number + 1] = [place, ways[number] - place]
    keyframes = [*path.keyframes]
    keyframes[number : number + 1] = [replace(here, easing=first), replace(nearer, easing=second)]
    return replace(path, keyframes=_with_ways(keyframes, ways))


def _morph_of_hold(path: Hold, frame: int, frames: int) -> Morph:
    keyframe = Keyframe(path.prompt.prompt, path.prompt.negative_prompt)
    ends = Morph((keyframe, keyframe))
    return _with_keyframe(ends, frame, frames) if 0 < frame < frames - 1 else ends


def _split(easing: Easing | Bezier, t: Fraction) -> tuple[Easing | Bezier, Easing | Bezier]:
    """The easings of the two parts of a way, before and after the place `t` in (0, 1)."""
    match easing:
        case Bezier():
            return easing.split(t)
        case Easing.LINEAR:
            return Easing.LINEAR, Easing.LINEAR
        case Easing.EASE_IN:
            return Easing.EASE_IN, Easing.LINEAR
        case Easing.EASE_OUT:
            return Easing.LINEAR, Easing.EASE_OUT
        case Easing.EASE_IN_OUT:
            return Easing.EASE_IN, Easing.EASE_OUT


def _ways(path: Morph) -> list[Fraction]:
    keyframes = path.keyframes if path.closed else path.keyframes[:-1]
    return [Fraction(keyframe.span) for keyframe in keyframes]


def _with_ways(keyframes: Sequence[Keyframe], ways: Sequence[Fraction]) -> tuple[Keyframe, ...]:
    """The keyframes with these ways as their spans; the last one of an open morph keeps its own."""
    spans = _spans(ways)
    moved = [replace(keyframe, span=span) for keyframe, span in zip(keyframes, spans, strict=False)]
    return (*moved, *keyframes[len(spans) :])


def _spans(ways: Sequence[Fraction]) -> list[float]:
    """The ways as numbers, in their own unit where that is exact, else as the smallest whole ones.

    A third has no exact number, but 1 : 2 has. Places that are only almost the same would have all frames
    rendered again.
    """
    if any(Fraction(float(way)) != way for way in ways):
        scale = math.lcm(*(way.denominator for way in ways))
        scale = Fraction(scale, math.gcd(*(int(way * scale) for way in ways)))
        ways = [way * scale for way in ways]
    unit = Fraction(1)  # a power of two, so that numbers stay exact
    while max(ways) * unit > MAX_SPAN:
        unit /= 2
    while min(ways) * unit < MIN_SPAN and max(ways) * unit * 2 <= MAX_SPAN:
        unit *= 2
    return [max(float(way * unit), MIN_SPAN) for way in ways]
