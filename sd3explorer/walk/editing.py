"""Making, moving and easing keyframes: edits of a walk that leave all other keyframes where they are."""

import math
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise
from typing import TypeAlias, cast

from sd3explorer.walk.easing import Bezier, Easing
from sd3explorer.walk.limits import MAX_KEYFRAMES, MAX_SPAN, MIN_SPAN
from sd3explorer.walk.model import ModelFacts
from sd3explorer.walk.paths import Blend, Hold, Keyframe, Morph, Path, Weights
from sd3explorer.walk.paths.path import nearest_frame
from sd3explorer.walk.pinning import shown_at, with_frames_kept
from sd3explorer.walk.timing import Motion
from sd3explorer.walk.walk import Walk

# More digits of a span make no frame of an even walk lie elsewhere.
SPAN_DIGITS = 4

# What has keyframes, and these.
_Keyed: TypeAlias = Morph | Blend
_Key: TypeAlias = Keyframe | Weights


def takes_keyframes(path: Path) -> bool:
    """Whether a keyframe can be made on this path: one with keyframes, or a held prompt that gets some."""
    return isinstance(path, _Keyed | Hold)


def even_from_the_start(walk: Walk, before: Walk) -> Walk:
    """The walk with an even motion, if the one before an edit couldn't have any.

    New walks are even, and so is a morph that was a grid: nobody has chosen that it be steady.
    """
    if before.can_be_even or not walk.can_be_even:
        return walk
    return replace(walk, timing=replace(walk.timing, motion=Motion.EVEN))


def keyframe_frames(walk: Walk) -> list[int]:
    """The frame that each keyframe shows on, or is nearest to; none where the path has none."""
    return [nearest_frame(place, walk.frame_count) for place in keyframe_places(walk)]


def keyframe_places(walk: Walk) -> list[Fraction]:
    """Where each keyframe is first met, in frames, exact: maybe between two. None where the path has none.

    In an even walk whose places aren't known yet, where it would be in a steady one.
    """
    if not isinstance(walk.path, _Keyed):
        return []
    return [anchor.place for anchor in walk.anchors()]


def keyframe_ways(walk: Walk) -> list[tuple[Fraction, Fraction]]:
    """When each way between keyframes begins and ends, in frames, exact. None where the path has none.

    It begins as soon as its keyframe was held.
    """
    if not isinstance(walk.path, _Keyed):
        return []
    tempo = walk.path.tempo(walk.frame_count)
    if walk.placement is None:
        return list(zip(tempo.departures, tempo.arrivals[1:], strict=True))
    places = keyframe_places(walk)
    ends = [*places[1:], tempo.arrivals[-1]][: len(tempo.beats)]
    held = (begin - met for begin, met in zip(tempo.departures, tempo.arrivals, strict=False))
    begins = (place + each for place, each in zip(places, held, strict=False))
    return [(min(begin, end), end) for begin, end in zip(begins, ends, strict=True)]


def movable_frames(walk: Walk, number: int) -> range:
    """The frames that a keyframe can be moved to: each of the ways beside it keeps a frame or more.

    The first keyframe stays at the start, the last one of an open morph at its end: no frames. Nor are there
    any where a way beside it takes no time: in an even walk nothing changes on it.
    """
    ways = keyframe_ways(walk)
    if not 0 < number < len(ways):
        return range(0)
    (start, met), (begin, end) = ways[number - 1 : number + 1]
    if start == met or begin == end:
        return range(0)
    return range(math.ceil(start + 1), math.floor(end - (begin - met) - 1) + 1)


def with_keyframe_at(walk: Walk, number: int, frame: int) -> Walk:
    """The walk with a keyframe moved to a frame, or as near as its neighbours let it; they stay.

    In an even walk a span says how much more time its way takes than an even motion needs: that of the way
    before grows as its time does, that of the way behind shrinks.

    Args:
        walk: Its path has keyframes; any other walk comes back as it is.
        number: Keyframe, from 0.
        frame: Where to, from 0.
    """
    allowed = movable_frames(walk, number)
    if not isinstance(walk.path, _Keyed) or not allowed:
        return walk
    frame = min(max(frame, allowed.start), allowed.stop - 1)
    if walk.placement is None:
        moved = _Timeline.of(walk.path, walk.frame_count).with_moved(number, frame)
        keyframes = _with_ways(walk.path.keyframes, moved.ways())
    else:
        keyframes = _with_even_ways(walk.path.keyframes, keyframe_ways(walk), number, frame)
    return walk if tuple(keyframes) == walk.path.keyframes else _with_keyframes(walk, walk.path, keyframes)


def with_keyframe_made(walk: Walk, frame: int, facts: ModelFacts | None = None) -> Walk | None:
    """The walk with a new keyframe at a frame; all others stay where they are.

    It shows what the frame shows, so that no picture changes; only on a bridge, and where too many keyframes
    are mixed already, something near to it. The way it lies on starts and stops as before, and does not halt
    at the new keyframe; in an even walk both its halves keep its span, and frames their places. A held prompt
    becomes a morph with that prompt at both ends and at the frame.

    Args:
        walk: The walk.
        frame: Where, from 0.
        facts: What is known of its model: where the sampler leaves the weight of guidance to it, that decides
            what lies between a keyframe with a weight of its own and one without.

    Returns:
        None where the frame shows a keyframe already, where holding the others leaves no time for one more
        way, and where the path takes no (more) keyframes.
    """
    match walk.path:
        case Hold():
            return even_from_the_start(replace(walk, path=_morph_of_hold(walk, walk.path, frame)), walk)
        case Morph() | Blend() as path:
            if frame in keyframe_frames(walk) or len(path.keyframes) >= MAX_KEYFRAMES:
                return None
            made = _with_keyframe(walk, path, frame, facts)
            return made and with_frames_kept(replace(walk, path=made), walk, frame)
        case _:
            return None


def with_keyframe_removed(walk: Walk, number: int) -> Walk | None:
    """The walk without a keyframe; the others stay where they are, if it lies between two of them.

    Args:
        walk: The walk.
        number: Keyframe, from 0.

    Returns:
        None where the path has no such keyframe, or only two.
    """
    path = walk.path
    if not isinstance(path, _Keyed) or not 0 <= number < len(path.keyframes) or len(path.keyframes) < 3:
        return None
    rest: list[_Key] = [*path.keyframes[:number], *path.keyframes[number + 1 :]]
    if walk.placement is None and 0 < number < len(path.beats()):
        timeline = _Timeline.of(path, walk.frame_count).without(number)
        return _with_keyframes(walk, path, _with_ways(rest, timeline.ways()))
    return _with_keyframes(walk, path, rest)


def with_easing(walk: Walk, number: int, easing: Easing | Bezier) -> Walk:
    """The walk with another easing of the way from a keyframe.

    Args:
        walk: Its path has keyframes; any other walk comes back as it is.
        number: Keyframe, from 0.
        easing: The easing.
    """
    if not isinstance(walk.path, _Keyed):
        return walk
    return replace(walk, path=walk.path.with_keyframe(number, easing=easing))


@dataclass(frozen=True, slots=True)
class _Timeline:
    """When the keyframes of a morph are met, in frames.

    Args:
        arrivals: When each is first met, and then the end.
        held: How long each is held before the way to the next begins.
        unit: How much of a span a frame is.
    """

    arrivals: Sequence[Fraction]
    held: Sequence[Fraction]
    unit: Fraction

    @classmethod
    def of(cls, path: _Keyed, frames: int) -> "_Timeline":
        tempo = path.tempo(frames)
        arrivals = tempo.arrivals
        held = [begin - met for begin, met in zip(tempo.departures, arrivals, strict=False)]
        spans = sum(Fraction(beat.weight) for beat in tempo.beats)
        return cls(arrivals, held, spans / (arrivals[-1] - sum(held)))

    def with_moved(self, number: int, frame: int) -> "_Timeline":
        return replace(self, arrivals=_replaced(self.arrivals, number, number + 1, frame))

    def with_new(self, number: int, frame: int) -> "_Timeline":
        arrivals = _replaced(self.arrivals, number, number, frame)
        return replace(self, arrivals=arrivals, held=_replaced(self.held, number, number, 0))

    def without(self, number: int) -> "_Timeline":
        arrivals = [*self.arrivals[:number], *self.arrivals[number + 1 :]]
        return replace(self, arrivals=arrivals, held=[*self.held[:number], *self.held[number + 1 :]])

    def ways(self) -> list[Fraction]:
        """The lengths of the ways, as spans."""
        return [
            (following - met - held) * self.unit
            for (met, following), held in zip(pairwise(self.arrivals), self.held, strict=True)
        ]


def _with_keyframe(walk: Walk, path: _Keyed, frame: int, facts: ModelFacts | None = None) -> _Keyed | None:
    ways = keyframe_ways(walk)
    number = bisect_left([begin for begin, _ in ways], frame) - 1
    if number < 0 or frame >= ways[number][1] or not _has_time(path, walk.frame_count):
        return None
    begin, end = ways[number]
    t = (frame - begin) / (end - begin)
    here, following = path.keyframes[number], path.keyframes[(number + 1) % len(path.keyframes)]
    first, second = _split(here.easing, t)
    shown = shown_at(walk, frame, here if 2 * t <= 1 else following, facts)
    made = replace(shown, easing=second, dwell=0, span=here.span)
    keyframes: list[_Key] = [*path.keyframes]
    keyframes[number : number + 1] = [replace(here, easing=first), made]
    if walk.placement is None:
        timeline = _Timeline.of(path, walk.frame_count).with_new(number + 1, frame)
        keyframes = _with_ways(keyframes, timeline.ways())
    return _path_with(path, keyframes)


def _path_with(path: _Keyed, keyframes: Sequence[_Key]) -> _Keyed:
    return cast(_Keyed, replace(path, keyframes=tuple(keyframes)))  # type: ignore[arg-type]


def _with_keyframes(walk: Walk, path: _Keyed, keyframes: Sequence[_Key]) -> Walk:
    return replace(walk, path=_path_with(path, keyframes))


def _with_even_ways(
    keyframes: Sequence[_Key], ways: Sequence[tuple[Fraction, Fraction]], number: int, frame: int
) -> list[_Key]:
    """The keyframes of an even walk with one of them moved to a frame."""
    (start, met), (begin, end) = ways[number - 1 : number + 1]
    longer = (frame - start) / (met - start)
    shorter = (end - (frame + begin - met)) / (end - begin)
    changed = list(keyframes)
    for place, share in ((number - 1, longer), (number, shorter)):
        span = float(f"{keyframes[place].span * float(share):.{SPAN_DIGITS}g}")
        changed[place] = replace(keyframes[place], span=min(max(span, MIN_SPAN), MAX_SPAN))
    return changed


def _has_time(path: _Keyed, frames: int) -> bool:
    """Whether one more way leaves all dwells as they are: else the other keyframes would move."""
    dwells = sum(keyframe.dwell for keyframe in path.keyframes)
    return not dwells or dwells + len(path.beats()) < path.steps(frames)


def _replaced(times: Sequence[Fraction], start: int, stop: int, time: int) -> list[Fraction]:
    return [*times[:start], Fraction(time), *times[stop:]]


def _morph_of_hold(walk: Walk, path: Hold, frame: int) -> _Keyed:
    keyframe = Keyframe(path.prompt.prompt, path.prompt.negative_prompt)
    ends = Morph((keyframe, keyframe))
    made = _with_keyframe(replace(walk, path=ends), ends, frame)
    return ends if made is None else made


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


def _with_ways(keyframes: Sequence[_Key], ways: Sequence[Fraction]) -> list[_Key]:
    """The keyframes with these ways as their spans; the last one of an open path keeps its own."""
    spans = _spans(ways)
    moved = [replace(keyframe, span=span) for keyframe, span in zip(keyframes, spans, strict=False)]
    return [*moved, *keyframes[len(spans) :]]


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
