"""What was seen of a walk so far: spots that were rendered, in order, and their pictures in small."""

from bisect import bisect_left
from collections.abc import Mapping
from fractions import Fraction
from functools import cached_property
from itertools import pairwise

import numpy as np

from sd3explorer.motion.chain import Lengths
from sd3explorer.motion.distance import Gist, distance
from sd3explorer.walk.spots import MAX_DENOMINATOR, Bridge, OnBridge, Spot, position_of

# So near to each other, spots have the same picture, or numbers have lost it.
NEAREST, NEAREST_MIX = Fraction(1, 2**20), Fraction(1, 2**10)
HALF = Fraction(1, 2)
# How finely the way between two spots is divided.
PARTS = 64


class Seen:
    """Spots in their order, with what they show.

    Attributes:
        spots: The spots.
        gists: What they show.
        bridges: The bridges that were laid, by where they begin.
    """

    def __init__(self) -> None:
        self.spots: list[Spot] = []
        self.gists: list[Gist] = []
        self.bridges: dict[Fraction, Bridge] = {}
        self._known: set[Spot] = set()
        # From each spot to the next; None where it wasn't asked for yet.
        self._lengths: list[float | None] = []
        self._kept_cuts: set[Spot] = set()
        self._joined: dict[Spot, Gist] = {}

    def __len__(self) -> int:
        return len(self.spots)

    def __contains__(self, spot: Spot) -> bool:
        return spot in self._known

    def add(self, gists: Mapping[Spot, Gist]) -> None:
        """Takes more spots in. What is known of thousands of others stays where it is."""
        for spot, gist in gists.items():
            if spot in self._known:
                continue
            self._known.add(spot)
            number = bisect_left(self.spots, position_of(spot), key=position_of)
            self.spots.insert(number, spot)
            self.gists.insert(number, gist)
            self._lengths[max(number - 1, 0) : number] = [None] * (2 if number else 1)
        self.__dict__.pop("lengths", None)

    def keep_cut(self, number: int) -> None:
        """Takes what lies behind a cut for as near to what lies before it as can be.

        Args:
            number: Of the last spot before the cut.
        """
        self._kept_cuts.add(self.spots[number])
        self._lengths[number] = 0.0
        self._joined = {}
        self.__dict__.pop("lengths", None)

    @property
    def joined(self) -> list[Gist]:
        """What the spots show; behind a cut that is kept, shifted so that it continues from there.

        Of a spot that is the same array each time, as long as no other cut is kept.
        """
        if not self._kept_cuts:
            return self.gists
        shift = np.zeros_like(self.gists[0])
        for number, (spot, gist) in enumerate(zip(self.spots, self.gists, strict=True)):
            if number > 0 and self.spots[number - 1] in self._kept_cuts:
                shift = shift + self.gists[number - 1] - gist
            if spot not in self._joined:
                self._joined[spot] = gist + shift
        return [self._joined[spot] for spot in self.spots]

    @cached_property
    def lengths(self) -> Lengths:
        """How far each picture is from the next; nothing over a cut that is kept."""
        for number, pair in enumerate(pairwise(self.gists)):
            if self._lengths[number] is None:
                self._lengths[number] = distance(*pair)
        return np.array(self._lengths[:-1], np.float64)

    def at(self, number: int, length: float) -> Spot | None:
        """The spot that is so far along the way from a spot to the next; None where there is none between.

        How fast the picture changes is taken to rise or fall between them, from half way to that on the way
        before to half way to that on the next: the place is a monotone cubic of the length (Fritsch and
        Butland, 1984, https://doi.org/10.1137/0905021).
        """
        whole = float(self.lengths[number])
        share = length / whole if whole else 0.5
        first, last = (self._slope(number, beside) for beside in (number - 1, number + 1))
        share += share * (1.0 - share) * ((first - 1.0) * (1.0 - share) - (last - 1.0) * share)
        return self.after(number, Fraction(min(max(round(share * PARTS), 1), PARTS - 1), PARTS))

    def _slope(self, number: int, beside: int) -> float:
        """How steep the cubic of a way is where another way begins or ends; 1 is as steep as on average."""
        if not 0 <= beside < len(self.lengths) or self.spots[beside] in self._kept_cuts:
            return 1.0
        if self.bridge_after(beside) != self.bridge_after(number):
            return 1.0
        speed, other = (float(self.lengths[way]) / float(self.width(way)) for way in (number, beside))
        return 2.0 * speed / (speed + other) if speed else 1.0

    def after(self, number: int, share: Fraction = HALF) -> Spot | None:
        """A spot between two that are next to each other.

        Args:
            number: The first of them.
            share: How far from it to the next, between 0 and 1.

        Returns:
            None where they are as near to each other as can be, or a cut between them is kept.
        """
        start, end = self._ends(number)
        bridge = self.bridge_after(number)
        if bridge is not None:
            mix = _written(start + share * (end - start))
            return OnBridge(bridge, mix) if end - start > NEAREST_MIX else None
        if end - start <= NEAREST or self.spots[number] in self._kept_cuts:
            return None
        return _written(start + share * (end - start))

    def bridge_after(self, number: int) -> Bridge | None:
        """The bridge that leads from a spot to the next."""
        spot = self.spots[number]
        return spot.bridge if isinstance(spot, OnBridge) else self.bridges.get(spot)

    def width(self, number: int) -> Fraction:
        """How far a spot is from the next, not in what they show: on the walk, or on a bridge from 0 to 1."""
        start, end = self._ends(number)
        return end - start

    def _ends(self, number: int) -> tuple[Fraction, Fraction]:
        """Where a spot and the next one are: on the walk, or how far over the bridge between them."""
        start, end = self.spots[number], self.spots[number + 1]
        if self.bridge_after(number) is None:
            assert isinstance(start, Fraction) and isinstance(end, Fraction)
            return start, end
        first = start.mix if isinstance(start, OnBridge) else Fraction(0)
        last = end.mix if isinstance(end, OnBridge) else Fraction(1)
        return first, last


def _written(number: Fraction) -> Fraction:
    """The number, or the nearest one that can be written to a file."""
    return number.limit_denominator(MAX_DENOMINATOR)
