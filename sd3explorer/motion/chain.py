"""The chain: which of the spots that were rendered the frames take, so that steps are as even as can be."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from sd3explorer.motion.distance import Gist, distance

Lengths = NDArray[np.float64]
Numbers = NDArray[np.int64]

# Frames are tried on so many spots to either side of where they should lie.
REACH = 12
# How much more a large deviation counts than several small ones.
POWER = 4
# How long it is along a chain depends on the spots it takes, and these on how long it is.
ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Chain:
    """Spots that the frames take.

    Args:
        numbers: Their numbers, rising; as many as there are frames.
        steps: How far each picture is from the next, (frames - 1,).
        ideal: How far it should be, (frames - 1,).
    """

    numbers: tuple[int, ...]
    steps: Lengths
    ideal: Lengths

    @property
    def excesses(self) -> Lengths:
        """Each step as a multiple of what it should be, over the median of all; 1 where none should be."""
        moving = self.ideal > 0.0
        ratios = np.ones_like(self.steps)
        ratios[moving] = self.steps[moving] / self.ideal[moving]
        usual = float(np.median(ratios[moving])) if moving.any() else 1.0
        return ratios / usual if usual > 0.0 else ratios

    @property
    def worst(self) -> float:
        """The largest of its excesses."""
        return float(self.excesses.max(initial=1.0))


def between(gists: Sequence[Gist]) -> Lengths:
    """How far each picture is from the next: (gists - 1,)."""
    return np.array([distance(*pair) for pair in pairwise(gists)], np.float64)


def along(lengths: Lengths) -> Lengths:
    """How far each picture is from the first, step by step: one more than there are lengths."""
    return np.concatenate([np.zeros(1), np.cumsum(lengths)])


def evenest(gists: Sequence[Gist], shares: Lengths) -> Chain:
    """The chain from the first spot to the last whose steps are most like what they should be.

    Args:
        gists: Of the spots, in order; at least as many as frames.
        shares: How far along the walk each frame should be, rising from 0 to 1: (frames,).
    """
    table = _distances(np.stack(gists), min(2 * REACH, len(gists) - 1))
    marks = along(table[: len(gists) - 1, 0])
    chains: list[Chain] = []
    for _ in range(ROUNDS):
        chain = _chain(table, marks, shares)
        chains.append(chain)
        # What lies between two spots of the chain is as long as the step over it.
        marks = np.interp(marks, marks[list(chain.numbers)], along(chain.steps))
    return min(chains, key=lambda chain: chain.worst)


def _chain(table: Lengths, marks: Lengths, shares: Lengths) -> Chain:
    """Dynamic programming over which spot each frame takes."""
    frames = len(shares)
    targets = shares * marks[-1]
    ideal = np.diff(targets)
    usual = float(marks[-1]) / (frames - 1) or 1.0
    low, high = _tried(marks, targets)
    costs = np.zeros(1)
    cheapest: list[Numbers] = []
    for frame in range(1, frames):
        before: Numbers = np.arange(int(low[frame - 1]), int(high[frame - 1]) + 1)
        here: Numbers = np.arange(int(low[frame]), int(high[frame]) + 1)
        gap = here[None] - before[:, None]
        steps = table[before[:, None], np.clip(gap, 1, table.shape[1]) - 1]
        deviation = np.where((gap >= 1) & (gap <= table.shape[1]), np.abs(steps - ideal[frame - 1]), np.inf)
        total = costs[:, None] + (deviation / usual) ** POWER
        best = total.argmin(axis=0)
        cheapest.append(before[best])
        costs = total[best, np.arange(len(here))]
    numbers = [len(marks) - 1]
    for frame in range(frames - 1, 0, -1):
        numbers.append(int(cheapest[frame - 1][numbers[-1] - low[frame]]))
    numbers.reverse()
    return Chain(tuple(numbers), table[np.array(numbers[:-1]), np.diff(numbers) - 1], ideal)


def _tried(marks: Lengths, targets: Lengths) -> tuple[Numbers, Numbers]:
    """The first and the last spot that each frame is tried on, so that each has one of its own."""
    numbers = np.arange(len(targets))
    last = len(marks) - len(targets) + numbers
    centres = np.clip(np.searchsorted(marks, targets), numbers, last)
    low, high = np.maximum(centres - REACH, numbers), np.minimum(centres + REACH, last)
    low[0] = high[0] = 0
    low[-1] = high[-1] = len(marks) - 1
    return low, high


def _distances(gists: NDArray[np.float32], reach: int) -> Lengths:
    """How far each picture is from the next, the one after that, and so on: (gists, reach)."""
    table = np.full((len(gists), reach), np.inf)
    for gap in range(1, reach + 1):
        table[:-gap, gap - 1] = np.linalg.norm(gists[gap:] - gists[:-gap], axis=1)
    return table
