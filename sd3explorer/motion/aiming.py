"""Aiming: where frames should be by what was seen of a walk, between those that take spots of it."""

from collections.abc import Sequence

import numpy as np

from sd3explorer.motion.chain import Lengths, Numbers, along
from sd3explorer.motion.seen import Seen
from sd3explorer.walk.spots import Spot

# A frame takes a spot that was seen where that makes steps no shorter or longer than this, as a share of what
# they should be. Nobody minds a short one.
SHORTEST, LONGEST = 0.5, 1.25
# No farther from one, as a share of a step, no other is wanted.
NEAR = 0.5


def aims(seen: Seen, shares: Lengths) -> list[Spot]:
    """The spots where frames should be that take none of those that were seen.

    Args:
        seen: What was seen.
        shares: How far along the walk each frame should be, rising from 0 to 1: (frames,).
    """
    marks = along(seen.lengths)
    targets: Lengths = shares * marks[-1]
    frames: Numbers = np.arange(len(targets))
    taken, places = _taken(np.interp(marks, targets, frames).tolist())
    missing: Numbers = np.setdiff1d(frames, taken)
    wanted = np.interp(np.interp(missing, taken, places), frames, targets)
    ways: Numbers = np.clip(np.searchsorted(marks, wanted, "right") - 1, 0, len(marks) - 2)
    nearest: Lengths = np.minimum(wanted - marks[ways], marks[ways + 1] - wanted)
    far: Numbers = np.flatnonzero(nearest > NEAR * marks[-1] / (len(targets) - 1))
    spots = (seen.at(int(ways[each]), float(wanted[each] - marks[ways[each]])) for each in far)
    return [spot for spot in spots if spot is not None]


def _taken(places: Sequence[float]) -> tuple[list[int], list[float]]:
    """The frames that take spots, so that the steps from each to the next are nearly even.

    Args:
        places: Where spots lie, in frames: the first on the first frame, the last on the last one.

    Returns:
        The numbers of the frames, and the places of the spots that they take.
    """
    frames, taken = [0], [0.0]

    def leads_on(frame: int, place: float) -> bool:
        steps = frame - frames[-1]
        return steps > 0 and SHORTEST <= (place - taken[-1]) / steps <= LONGEST

    for place in places[1:-1]:
        if leads_on(round(place), place):
            frames.append(round(place))
            taken.append(place)
    end = places[-1]
    while len(frames) > 1 and not leads_on(round(end), end):
        frames.pop()
        taken.pop()
    return [*frames, round(end)], [*taken, end]
