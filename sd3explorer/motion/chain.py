"""The chain: which of the spots that were rendered the frames take, so that steps are as even as can be."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sd3explorer.motion.distance import Gist

Lengths = NDArray[np.float64]

# Frames are tried on so many spots to either side of the one where they should lie.
REACH = 12
# How much more a large deviation counts than several small ones.
POWER = 4
# Lengths along a chain depend on which spots it takes, and which it takes on lengths.
ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Chain:
    """Spots that the frames take.

    Args:
        numbers: Their numbers, rising; as many as there are frames.
        steps: How far each is from the next, float64 (frames - 1,).
        ideal: How far it should be, float64 (frames - 1,).
    """

    numbers: tuple[int, ...]
    steps: Lengths
    ideal: Lengths

    @property
    def excesses(self) -> Lengths:
        """Each step as a multiple of what it should be, where it should be any, over the median of all."""
        moving = self.ideal > 0.0
        ratios = np.ones_like(self.steps)
        ratios[moving] = self.steps[moving] / self.ideal[moving]
        usual = float(np.median(ratios[moving])) if moving.any() else 1.0
        return ratios / usual if usual > 0.0 else ratios


def between(gists: Sequence[Gist]) -> Lengths:
    """How far each picture is from the next: float64 (gists - 1,)."""
    if len(gists) < 2:
        return np.zeros(0)
    return np.array([float(np.linalg.norm(b - a)) for a, b in zip(gists, gists[1:], strict=False)])


def evenest(gists: Sequence[Gist], shares: Lengths) -> Chain:
    """The chain from the first spot to the last whose steps are most like what they should be.

    Args:
        gists: Of the spots, in order; at least as many as frames.
        shares: How far along the walk each frame should be, rising from 0 to 1: float64 (frames,).
    """
    table = _distances(np.stack(gists), min(2 * REACH, len(gists) - 1))
    along = np.concatenate([[0.0], np.cumsum(table[:, 0][: len(gists) - 1])])
    chain = None
    for _ in range(ROUNDS):
        found = _chain(table, along, shares)
        if chain is None or found.excesses.max(initial=1.0) < chain.excesses.max(initial=1.0):
            chain = found
        # What lies between two spots of the chain is as long as the step over it.
        marks = np.concatenate([[0.0], np.cumsum(found.steps)])
        numbers = np.array(found.numbers)
        inner = np.arange(len(gists))
        along = np.interp(along, along[numbers], marks) if along[-1] > 0.0 else along
        along = np.maximum.accumulate(along[inner])
    assert chain is not None
    return chain


def _chain(table: Lengths, along: Lengths, shares: Lengths) -> Chain:
    """By dynamic programming over which spot each frame takes."""
    count, frames = len(along), len(shares)
    targets = shares * along[-1]
    ideal = np.diff(targets)
    usual = along[-1] / max(frames - 1, 1) or 1.0
    centres = np.searchsorted(along, targets)
    low = np.clip(centres - REACH, 0, count - 1)
    high = np.clip(centres + REACH, 0, count - 1)
    # Every frame has a spot of its own.
    low = np.maximum(np.minimum(low, count - frames + np.arange(frames)), np.arange(frames))
    high = np.minimum(np.maximum(high, np.arange(frames)), count - frames + np.arange(frames))
    low[0] = high[0] = 0
    low[-1] = high[-1] = count - 1
    costs, ways = np.zeros(1), []
    for frame in range(1, frames):
        before = np.arange(low[frame - 1], high[frame - 1] + 1)
        here = np.arange(low[frame], high[frame] + 1)
        gap = here[None] - before[:, None]
        inside = (gap >= 1) & (gap <= table.shape[1])
        steps = table[before[:, None], np.clip(gap, 1, table.shape[1]) - 1]
        cost = np.where(inside, (np.abs(steps - ideal[frame - 1]) / usual) ** POWER, np.inf)
        total = costs[:, None] + cost
        best = total.argmin(axis=0)
        ways.append(before[best])
        costs = total[best, np.arange(len(here))]
    numbers = [count - 1]
    for frame in range(frames - 1, 0, -1):
        numbers.append(int(ways[frame - 1][numbers[-1] - low[frame]]))
    numbers.reverse()
    jumps = np.diff(numbers)
    return Chain(tuple(numbers), table[np.array(numbers[:-1]), jumps - 1], ideal)


def _distances(gists: NDArray[np.float32], reach: int) -> Lengths:
    """How far each picture is from the next, the one after that, and so on: (gists, reach)."""
    table = np.full((len(gists), reach), np.inf)
    for gap in range(1, reach + 1):
        table[:-gap, gap - 1] = np.linalg.norm(gists[gap:] - gists[:-gap], axis=1)
    return table
