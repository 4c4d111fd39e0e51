"""Evening out: spots in place of those that the longest steps of a chain and their neighbours lead over."""

import numpy as np

from sd3explorer.motion.chain import Chain, Lengths, along
from sd3explorer.motion.seen import Seen
from sd3explorer.walk.spots import Spot

# No longer than this, as a multiple of the usual one, a step is even.
EVEN = 1.3
# No more steps than so many are evened out together.
MOST_EVENED_OUT = 7


def evening(seen: Seen, chain: Chain, most: int) -> list[Spot]:
    """Spots that even out the longest steps, with their neighbours.

    Args:
        seen: What was seen.
        chain: The spots of it that frames take.
        most: No more steps are evened out when there are so many spots.
    """
    excesses = chain.excesses
    wanted: list[Spot] = []
    taken = np.zeros(len(excesses), bool)
    for step in map(int, np.argsort(-excesses, kind="stable")):
        if excesses[step] <= EVEN or len(wanted) >= most:
            break
        first, last = _neighbours(excesses, step)
        if not taken[first:last].any():
            taken[first:last] = True
            wanted += _evened_out(seen, chain, first, last)
    if not wanted and len(excesses) and excesses.max() > EVEN:
        return _halved(seen, chain, int(excesses.argmax()))
    return wanted


def _halved(seen: Seen, chain: Chain, step: int) -> list[Spot]:
    """The spot half way along the longest part of a step: for one whose aim is where no other spot can be."""
    first, last = chain.numbers[step], chain.numbers[step + 1]
    parts = sorted(range(first, last), key=lambda number: -seen.lengths[number])
    halves = (seen.after(number) for number in parts if seen.lengths[number])
    return [spot for spot in halves if spot is not None and spot not in seen][:1]


def _evened_out(seen: Seen, chain: Chain, first: int, last: int) -> list[Spot]:
    """Where the frames between two others should be."""
    steps, ideal = chain.steps[first:last], chain.ideal[first:last]
    marks = along(steps)
    aims = marks[-1] * np.cumsum(ideal)[:-1] / ideal.sum()
    spots: list[Spot] = []
    for aim in map(float, aims if len(aims) else marks[-1:] / 2):
        way = min(int(np.searchsorted(marks, aim, "right")) - 1, len(steps) - 1)
        share = float((aim - marks[way]) / steps[way]) if steps[way] else 0.5
        spot = _along(seen, chain, first + way, share)
        if spot is not None and spot not in seen:
            spots.append(spot)
    return spots


def _along(seen: Seen, chain: Chain, step: int, share: float) -> Spot | None:
    """The spot so far along a step of the chain, where others may lie between its ends."""
    first, last = chain.numbers[step], chain.numbers[step + 1]
    marks = along(seen.lengths[first:last])
    if last == first:
        return None
    aim = share * float(marks[-1])
    way = min(int(np.searchsorted(marks, aim, "right")) - 1, last - first - 1)
    return seen.at(first + way, aim - float(marks[way]))


def _neighbours(excesses: Lengths, step: int) -> tuple[int, int]:
    """The steps around a long one over which it can be evened out: the first, and the one after the last."""
    first, last = step, step + 1
    while last - first < min(MOST_EVENED_OUT, len(excesses)) and excesses[first:last].mean() > EVEN:
        before = excesses[first - 1] if first > 0 else np.inf
        after = excesses[last] if last < len(excesses) else np.inf
        if before <= after:
            first -= 1
        else:
            last += 1
    return first, last
