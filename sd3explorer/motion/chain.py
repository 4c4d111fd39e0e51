"""The chain: which of the spots that were rendered the frames take, so that steps are as even as can be."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from sd3explorer.motion.distance import Gist, distance
from sd3explorer.motion.neighbours import Neighbours

Lengths = NDArray[np.float64]
Numbers = NDArray[np.int64]

# Frames are tried on so many spots to either side of where they should lie, and on the one there.
REACH = 12
WIDTH = 2 * REACH + 1
# The costs of so many frames are worked out at once: 5 MB for each array.
FRAMES_AT_ONCE = 1024
# How much more a large deviation counts than several small ones.
POWER = 4
# How much it counts that a frame is not where it should be, beside its steps: else small deviations of
# many steps would add up.
DRIFT = 0.001
# In a slow beginning, steps should be shorter than anybody sees: they count as this share of the usual one.
LEAST_SEEN = 0.5
# Frames that are no farther apart than this, as a share of the walk, are apart by rounding alone.
STILL = 1e-12
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
        """Each step as a multiple of what it should be beside the median one; 1 is perfectly even."""
        moving = self.ideal > 0.0
        if not moving.any():
            return np.ones_like(self.steps)
        ratios = self.steps / np.maximum(self.ideal, LEAST_SEEN * self.ideal.mean())
        usual = float(np.median(self.steps[moving]) / np.median(self.ideal[moving]))
        return ratios / (usual or 1.0)

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


def evenest(gists: Sequence[Gist], shares: Lengths, neighbours: Neighbours | None = None) -> Chain:
    """The chain from the first spot to the last whose steps are most like what they should be.

    Args:
        gists: Of the spots, in order.
        shares: How far along the walk each frame should be, rising from 0 to 1: (frames,).
        neighbours: What was worked out of most of the spots before.
    """
    table = (neighbours or Neighbours()).table(gists, min(2 * REACH, len(gists) - 1))
    marks = along(table[:-1, 1])
    if not marks[-1]:
        return _still(len(gists), shares)
    least, most = _bounds(marks, shares)
    chains: list[Chain] = []
    for _ in range(ROUNDS):
        chain = _chain(table, marks, shares, least, most)
        chains.append(chain)
        # What lies between two spots of the chain is as long as the step over it.
        numbers, first = np.unique(chain.numbers, return_index=True)
        marks = np.interp(marks, marks[numbers], along(chain.steps)[first])
    return min(chains, key=lambda chain: chain.worst)


def _still(spots: int, shares: Lengths) -> Chain:
    """The chain of pictures that are all alike: where frames lie on it makes no difference."""
    numbers: Numbers = np.rint(shares * (spots - 1)).astype(np.int64)
    nothing = np.zeros(len(shares) - 1)
    return Chain(tuple(map(int, numbers)), nothing, nothing)


def _bounds(marks: Lengths, shares: Lengths) -> tuple[Numbers, Numbers]:
    """Between which spots each frame lies: the ends are certain, and where frames are held."""
    still: Numbers = np.flatnonzero(np.diff(shares) < STILL)
    pinned: Numbers = np.unique(np.concatenate([[0], still, still + 1, [len(shares) - 1]]))
    numbers = np.array([int(np.abs(marks - share * marks[-1]).argmin()) for share in shares[pinned]])
    numbers[0], numbers[-1] = 0, len(marks) - 1
    frames: Numbers = np.arange(len(shares))
    before, after = np.searchsorted(pinned, frames, "right") - 1, np.searchsorted(pinned, frames)
    least, most = numbers[before], numbers[after]
    # The end is the last frame's alone: of a closed walk it is the start again, which would show twice.
    ahead = shares < shares[-1] - STILL
    most[ahead] = np.minimum(most[ahead], np.maximum(least[ahead], len(marks) - 2))
    return least, most


def _chain(table: Lengths, marks: Lengths, shares: Lengths, least: Numbers, most: Numbers) -> Chain:
    """Dynamic programming over which spot each frame takes."""
    frames, reach = len(shares), table.shape[1] - 1
    length = float(marks[-1])
    targets: Lengths = shares * length
    ideal: Lengths = np.diff(targets)
    centres = np.searchsorted(marks, targets)
    low, high = np.clip(centres - REACH, least, most), np.clip(centres + REACH, least, most)
    columns: Numbers = np.arange(WIDTH)
    costs = np.where(columns == 0, 0.0, np.inf)
    chosen: Numbers = np.zeros((frames, WIDTH), np.int64)
    for start in range(1, frames, FRAMES_AT_ONCE):
        stop = min(start + FRAMES_AT_ONCE, frames)
        spots = low[start - 1 : stop], high[start - 1 : stop]
        deviations, drifts = _costs(table, marks, targets, *spots, start)
        for frame, deviation, drift in zip(range(start, stop), deviations, drifts, strict=True):
            total = costs[:, None] + deviation
            total += drift
            best = total.argmin(axis=0)
            chosen[frame] = best
            costs = total[best, columns]
    numbers = [len(marks) - 1]
    for frame in range(frames - 1, 0, -1):
        numbers.append(int(low[frame - 1] + chosen[frame, numbers[-1] - low[frame]]))
    numbers.reverse()
    gaps = np.diff(numbers)
    steps = table[np.array(numbers[:-1]), np.minimum(gaps, reach)]
    steps = np.where(gaps <= reach, steps, np.diff(marks[numbers]))
    return Chain(tuple(numbers), steps, ideal)


def _costs(
    table: Lengths, marks: Lengths, targets: Lengths, low: Numbers, high: Numbers, first: int
) -> tuple[Lengths, Lengths]:
    """What it costs that a frame takes a spot after the one before took another.

    Args:
        table: Of `Neighbours`.
        marks: How far along the walk spots are.
        targets: How far frames should be.
        low: The first spot that frames may take, and the one before the first of them.
        high: The last one.
        first: The number of the first frame.

    Returns:
        For the step (frames, before, here), infinite where there is no such spot or no such step; and for the
        place (frames, 1, here).
    """
    reach = table.shape[1] - 1
    usual = float(marks[-1]) / (len(targets) - 1) or 1.0
    spots: Numbers = low[:, None] + np.arange(WIDTH)
    there = spots <= high[:, None]
    spots = np.minimum(spots, len(marks) - 1)
    before, here = spots[:-1, :, None], spots[1:, None, :]
    gap = here - before
    steps = table[before, np.clip(gap, 0, reach)]
    # So far apart two frames are not, but where there are few.
    steps = np.where(gap <= reach, steps, np.maximum(marks[here] - marks[before], steps))
    aims = targets[first : first + len(spots) - 1, None, None]
    ideal = np.diff(targets)[first - 1 : first + len(spots) - 2, None, None]
    deviation = np.where(gap >= 0, np.abs(steps - ideal), np.inf)
    # No frame shows twice where the picture is to change.
    deviation = np.where((gap == 0) & (ideal > 0.0), deviation + float(marks[-1]), deviation)
    possible = there[:-1, :, None] & there[1:, None, :]
    drift = (marks[here] - aims) / usual
    return np.where(possible, (deviation / usual) ** POWER, np.inf), DRIFT * drift**2
