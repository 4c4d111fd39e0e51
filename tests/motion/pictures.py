"""Synthetic pictures for searches: what lies at a spot, where it is known how fast it changes."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction

import numpy as np

from sd3explorer.motion.chain import between
from sd3explorer.motion.distance import gist
from sd3explorer.walk.spots import OnBridge


@dataclass
class Line:
    """A picture that changes along a straight line, with jumps at some places.

    Args:
        progress: How far it is at a place.
        jumps: Where it jumps, and how far, each in a direction of its own.
        good_step: The first denoising step at which a bridge over a jump has no jump itself.
    """

    progress: object = float
    jumps: Sequence[tuple[float, float]] = ()
    good_step: int = 1
    looks: list = field(default_factory=list)

    def __call__(self, spot):
        self.looks.append(spot)
        if not isinstance(spot, OnBridge):
            return self._at(spot)
        before, after = self._at(spot.bridge.before), self._at(spot.bridge.after)
        mix = float(spot.mix)
        if spot.bridge.step < self.good_step:
            mix = round(mix)
        return before + (after - before) * np.float32(mix)

    def _at(self, spot: Fraction):
        jumped = [height if spot > place else 0.0 for place, height in self.jumps]
        return np.array([self.progress(float(spot)), *jumped], np.float32)


class Story:
    """Pictures of a morph in as many directions as it has ways, slow, fast and slow again, some with a cut.

    What lies on a way depends on the prompts at its ends alone.

    Args:
        walk: The morph.
    """

    def __init__(self, walk):
        self._prompts = [keyframe.prompt for keyframe in walk.path.keyframes]
        self._ways = walk.trail.ways

    def __call__(self, spot):
        if not isinstance(spot, OnBridge):
            return self._at(spot)
        before, after = self._at(spot.bridge.before), self._at(spot.bridge.after)
        mix = float(spot.mix) if spot.bridge.step >= 10 else round(spot.mix)
        return before + (after - before) * np.float32(mix)

    def _at(self, spot: Fraction):
        way = min(int(spot), self._ways - 1)
        ends = self._prompts[way], self._prompts[(way + 1) % len(self._prompts)]
        before, after = (_chance(prompt).normal(0.0, 30.0, 48) for prompt in ends)
        return (before + (after - before) * self._progress("".join(ends), float(spot) - way)).astype(
            np.float32
        )

    def _progress(self, way: str, place: float) -> float:
        chance = _chance(way)
        middle, steepness = chance.uniform(0.25, 0.75), chance.uniform(4.0, 14.0)
        start, here, end = (1.0 / (1.0 + np.exp(steepness * (middle - at))) for at in (0.0, place, 1.0))
        progress = (here - start) / (end - start)
        if chance.random() < 0.5:
            return progress
        return 0.7 * progress + (0.3 if place > chance.uniform(0.3, 0.7) else 0.0)


def _chance(text: str) -> np.random.Generator:
    return np.random.default_rng([*text.encode()])


def circle(ways):
    """A picture that goes once round."""

    def picture(spot):
        angle = 2.0 * math.pi * float(spot) / ways
        return np.array([math.cos(angle), math.sin(angle)], np.float32)

    return picture


def disc(spot):
    """The gist of a picture on which a disc moves from left to right, ever faster."""
    down, across = np.mgrid[:64, :64]
    place = 14.0 + 36.0 * float(spot) ** 2
    inside = np.clip(12.5 - np.hypot(across - place, down - 32.0), 0.0, 1.0)
    return gist((np.repeat(inside[..., None], 3, axis=2) * 255.0).astype(np.uint8))


def lengths(picture, spots):
    """How far the pictures of spots are from each other, one after the other."""
    return between([picture(spot) for spot in spots])


def unevenness(steps):
    """The longest step as a multiple of the median."""
    return steps.max() / np.median(steps)
