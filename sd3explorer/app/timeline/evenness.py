"""How even the motion of a walk is, by the frames that are there."""

from dataclasses import dataclass
from statistics import mean, median

from sd3explorer.app.frames.frames import Frames
from sd3explorer.motion.search import LONG

# A long walk is judged by so many of its frames.
SAMPLES = 512


@dataclass(frozen=True, slots=True)
class Evenness:
    """How even the motion of a walk is.

    Args:
        largest: Most that the picture changes from one frame to the next.
        usual: Median of that, or its mean where the median is 0.
        frame: The frame after which it changes most.
        cuts: The frames after which there is a cut that is to stay; it counts for nothing else.
    """

    largest: float
    usual: float
    frame: int
    cuts: tuple[int, ...] = ()

    @property
    def ratio(self) -> float:
        """The largest change over the usual one; 1 is perfectly even."""
        return self.largest / self.usual


def evenness(frames: Frames) -> Evenness | None:
    """What is known by now of how even the motion is; None where nothing is, or nothing moves."""
    step = max(1, frames.count // SAMPLES)
    changes = {index: motion(frames, index) for index in range(0, frames.count, step)}
    known = {index: change for index, change in changes.items() if change is not None}
    cuts = tuple(index for index, change in known.items() if _is_kept_cut(frames, index, change))
    known = {index: change for index, change in known.items() if index not in cuts}
    # Where most frames are alike, the median is nothing to compare with.
    usual = (median(known.values()) or mean(known.values())) if known else 0.0
    if usual <= 0.0:
        return None
    frame = max(known, key=known.__getitem__)
    return Evenness(known[frame], usual, frame, cuts)


def motion(frames: Frames, index: int) -> float | None:
    """The change from a frame to the next, if known; None at the end of a grid's row, where none leads on."""
    row = frames.walk.path.row_length()
    if row is not None and (index + 1) % row == 0:
        return None
    return frames.change(index)


def _is_kept_cut(frames: Frames, index: int, change: float) -> bool:
    """Whether an even walk without bridges has a cut here: a step far longer than those beside it."""
    walk = frames.walk
    if not walk.is_even or walk.timing.bridges:
        return False
    beside = [motion(frames, near) for near in (index - 1, index + 1) if 0 <= near < frames.count]
    known = [near for near in beside if near is not None]
    return bool(known) and change > LONG * max(known)
