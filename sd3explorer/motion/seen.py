"""What was seen of a walk so far: spots that were rendered, in order, and their pictures in small."""

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
        self._by_spot: dict[Spot, Gist] = {}
        self._lengths: dict[tuple[Spot, Spot], float] = {}
        self._kept_cuts: set[Spot] = set()

    def __len__(self) -> int:
        return len(self.spots)

    def __contains__(self, spot: Spot) -> bool:
        return spot in self._by_spot

    def add(self, gists: Mapping[Spot, Gist]) -> None:
        """Takes more spots in."""
        self._by_spot |= gists
        self.spots = sorted(self._by_spot, key=position_of)
        self.gists = [self._by_spot[spot] for spot in self.spots]
        self.__dict__.pop("lengths", None)

    def keep_cut(self, number: int) -> None:
        """Takes what lies behind a cut for as near to what lies before it as can be.

        Args:
            number: Of the last spot before the cut.
        """
        before, after = self.spots[number : number + 2]
        self._kept_cuts.add(before)
        self._lengths[before, after] = 0.0
        self.__dict__.pop("lengths", None)

    @property
    def joined(self) -> list[Gist]:
        """What the spots show; behind a cut that is kept, shifted so that it goes on from there."""
        shift = np.zeros_like(self.gists[0])
        joined: list[Gist] = []
        for number, gist in enumerate(self.gists):
            if number > 0 and self.spots[number - 1] in self._kept_cuts:
                shift = shift + self.gists[number - 1] - gist
            joined.append(gist + shift)
        return joined

    @cached_property
    def lengths(self) -> Lengths:
        """How far each picture is from the next; nothing over a cut that is kept."""
        pairs = [*pairwise(self.spots)]
        for pair in pairs:
            if pair not in self._lengths:
                self._lengths[pair] = distance(*(self._by_spot[spot] for spot in pair))
        return np.array([self._lengths[pair] for pair in pairs], np.float64)

    def after(self, number: int, share: Fraction = HALF) -> Spot | None:
        """A spot between two that are next to each other.

        Args:
            number: The first of them.
            share: How far from it to the next, between 0 and 1.

        Returns:
            None where they are as near to each other as can be, or a cut between them is kept.
        """
        start, end = self.spots[number], self.spots[number + 1]
        bridge = self.bridge_after(number)
        if bridge is None:
            assert isinstance(start, Fraction) and isinstance(end, Fraction)
            if end - start <= NEAREST or start in self._kept_cuts:
                return None
            return _written(start + share * (end - start))
        first = start.mix if isinstance(start, OnBridge) else Fraction(0)
        last = end.mix if isinstance(end, OnBridge) else Fraction(1)
        if last - first <= NEAREST_MIX:
            return None
        return OnBridge(bridge, _written(first + share * (last - first)))

    def bridge_after(self, number: int) -> Bridge | None:
        """The bridge that leads from a spot to the next."""
        spot = self.spots[number]
        return spot.bridge if isinstance(spot, OnBridge) else self.bridges.get(spot)

    def width(self, number: int) -> Fraction:
        """How far a spot is from the next, not in what they show."""
        start, end = position_of(self.spots[number]), position_of(self.spots[number + 1])
        return end[0] - start[0] or end[1] - start[1]


def _written(number: Fraction) -> Fraction:
    """The number, or the nearest one that can be written to a file."""
    return number.limit_denominator(MAX_DENOMINATOR)
