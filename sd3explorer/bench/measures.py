"""From seconds to what is reported: rates, ratios, and how sure they are."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sd3explorer.bench.messages import Pictures

_DRAWS = 2000


@dataclass(frozen=True, slots=True)
class Estimate:
    """A median, and where it lies with 95 % confidence, by bootstrap."""

    median: float
    low: float
    high: float

    @staticmethod
    def of(numbers: Sequence[float]) -> "Estimate":
        """The estimate from a few numbers, always the same for the same ones."""
        drawn = np.random.default_rng(0).choice(np.asarray(numbers, float), (_DRAWS, len(numbers)))
        low, high = np.percentile(np.median(drawn, axis=1), [2.5, 97.5])
        return Estimate(float(np.median(numbers)), float(low), float(high))


@dataclass(frozen=True, slots=True)
class Difference:
    """How far pictures are from others, in 255ths."""

    largest: int
    mean: float

    @staticmethod
    def between(first: Pictures, second: Pictures) -> "Difference":
        """The difference of two uint8 arrays of the same shape."""
        apart = np.abs(first.astype(np.int16) - second.astype(np.int16))
        return Difference(int(apart.max()), float(apart.mean()))


def frame_rates(seconds: Sequence[float], frames: int) -> Estimate:
    """Frames per second.

    Args:
        seconds: Of each round.
        frames: In each round.
    """
    return Estimate.of([frames / each for each in seconds])


def ratios(seconds: Sequence[float], reference: Sequence[float]) -> Estimate:
    """How many times as fast as the reference, each compared with it in the same round.

    Args:
        seconds: Of each round.
        reference: The reference's, of the same rounds.
    """
    return Estimate.of([theirs / own for own, theirs in zip(seconds, reference, strict=True)])
