"""The tempo of a path: on which of its ways it is at which time, and how far along."""

import math
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import accumulate

from sd3explorer.walk.easing import Bezier, Easing


@dataclass(frozen=True, slots=True)
class Beat:
    """One way from a keyframe to the next.

    Args:
        weight: How much of the time it takes, relative to the other ways.
        easing: How that time is shared out over it.
        dwell: Frames to hold before it begins.
    """

    weight: float | Fraction = 1.0
    easing: Easing | Bezier = Easing.LINEAR
    dwell: int = 0


@dataclass(frozen=True, slots=True)
class Tempo:
    """When a path is where: time stands still at its keyframes, and continues over its ways.

    Dwells that don't leave every way a step are shortened in proportion. What time they leave is shared out
    to the ways by weight. A way without weight is jumped over; where none has any, all are alike.

    Args:
        beats: The ways, in order; one or more.
        steps: How long all of it takes, in steps from frame to frame.
        end_dwell: Frames to hold at the end.
    """

    beats: tuple[Beat, ...]
    steps: int
    end_dwell: int = 0
    # When each way begins and ends, in a unit of time in which all are whole numbers, so that frames can
    # meet them.
    _unit: int = field(init=False, repr=False, compare=False)
    _begins: tuple[int, ...] = field(init=False, repr=False, compare=False)
    _ends: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        held = list(accumulate(beat.dwell for beat in self.beats))
        asked = held[-1] + self.end_dwell
        kept = Fraction(min(asked, max(self.steps - len(self.beats), 0)), asked or 1)
        weights = whole_numbers(beat.weight for beat in self.beats)
        ways = list(accumulate(weights if any(weights) else [1] * len(weights), initial=0))
        moving = self.steps * kept.denominator - asked * kept.numerator
        still = kept.numerator * ways[-1]
        object.__setattr__(self, "_unit", ways[-1] * kept.denominator)
        for name, bounds in (("_begins", ways[:-1]), ("_ends", ways[1:])):
            times = (way * moving + frames * still for way, frames in zip(bounds, held, strict=True))
            object.__setattr__(self, name, tuple(times))

    @property
    def arrivals(self) -> list[Fraction]:
        """When each keyframe is first met: the start, and then the end of each way."""
        return [Fraction(0), *(Fraction(end, self._unit) for end in self._ends)]

    @property
    def departures(self) -> list[Fraction]:
        """When each way begins, as soon as its keyframe was held."""
        return [Fraction(begin, self._unit) for begin in self._begins]

    def progress(self, time: int | Fraction) -> tuple[int, Fraction | float]:
        """The number of the way at a time, and how far along it that is, eased; 0 while it waits to begin.

        Args:
            time: In steps from the start; in [0, `steps`].
        """
        place = time * self._unit
        number = bisect_right(self._ends, math.floor(place), hi=len(self._ends) - 1)
        begin, end = self._begins[number], self._ends[number]
        if place >= end:
            return number, Fraction(1)
        if place <= begin:
            return number, Fraction(0)
        t, easing = Fraction(place - begin, end - begin), self.beats[number].easing
        return number, t if easing is Easing.LINEAR else easing.ease(float(t))


def whole_numbers(weights: Iterable[float | Fraction]) -> list[int]:
    """The same weights in a unit in which all are whole numbers."""
    ratios = [weight.as_integer_ratio() for weight in weights]
    unit = math.lcm(*(denominator for _, denominator in ratios))
    return [numerator * (unit // denominator) for numerator, denominator in ratios]
