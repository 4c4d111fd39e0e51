"""How even the motion of a walk is, by the frames that are there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import mean, median

from sd3explorer.app.frames.frames import Frames
from sd3explorer.motion.search import LONG

# A long walk is judged by so many of its frames.
SAMPLES = 512
# So many of its steps have to be known, as a share, or the largest of them may be still to come.
ENOUGH = 0.9


@dataclass(frozen=True, slots=True)
class Evenness:
    """How even the motion of a walk is.

    Args:
        largest: Most that the picture changes from one frame to the next.
        usual: Median of that, or its mean where the median is 0.
        frame: The frame after which it changes most.
        cuts: The frames after which there is a cut that is to stay; it counts for nothing else.
        known: How many of the steps that are looked at are known, as a share.
        stride: How many steps there are for each that is looked at.
    """

    largest: float
    usual: float
    frame: int
    cuts: tuple[int, ...] = ()
    known: float = 1.0
    stride: int = 1

    @property
    def is_known(self) -> bool:
        """Whether enough is known to say so of the whole walk."""
        return self.known >= ENOUGH

    @property
    def ratio(self) -> float:
        """The largest change over the usual one; 1 is perfectly even."""
        return self.largest / self.usual

    @property
    def cut_count(self) -> int:
        """How many cuts there are, one of which may take a few steps; 0 where not all steps are looked at."""
        return sum(cut - 1 not in self.cuts for cut in self.cuts) if self.stride == 1 else 0


def evenness(frames: Frames) -> Evenness | None:
    """What is known by now of how even the motion is; None where nothing is, or nothing moves."""
    if frames.searching:
        return None
    stride = max(1, frames.count // SAMPLES)
    steps = _steps(frames, stride)
    changes = {index: frames.change(index) for index in steps}
    known = {index: change for index, change in changes.items() if change is not None}
    share = len(known) / len(steps) if steps else 0.0
    cuts = _kept_cuts(frames, known)
    known = {index: change for index, change in known.items() if index not in cuts}
    usual = _usual(known)
    if usual <= 0.0:
        return None
    frame = max(known, key=known.__getitem__)
    return Evenness(known[frame], usual, frame, cuts, share, stride)


def motion(frames: Frames, index: int) -> float | None:
    """The change from a frame to the next, if known; None at the end of a grid's row, where none leads on."""
    row = frames.walk.path.row_length()
    if row is not None and (index + 1) % row == 0:
        return None
    return frames.change(index)


def _steps(frames: Frames, stride: int) -> Sequence[int]:
    """The frames from which a step leads to the next one, or some of them."""
    count, row = frames.count, frames.walk.path.row_length()
    if row is not None:
        return [index for index in range(0, count, stride) if (index + 1) % row]
    return range(0, count if frames.walk.trail.is_closed else count - 1, stride)


def _usual(changes: Mapping[int, float]) -> float:
    # Where most frames are alike, the median is nothing to compare with.
    return (median(changes.values()) or mean(changes.values())) if changes else 0.0


def _kept_cuts(frames: Frames, changes: Mapping[int, float]) -> tuple[int, ...]:
    """The frames after which an even walk without bridges has a cut: a step that stands out."""
    if not frames.walk.is_even or frames.walk.timing.bridges:
        return ()
    least = LONG * _usual(changes)
    long = (index for index, change in changes.items() if change > least)
    return tuple(index for index in long if _stands_out(frames, index, changes[index]))


def _stands_out(frames: Frames, index: int, change: float) -> bool:
    """Whether a step is far longer than one beside it: where a way is eased, none is."""
    beside = [motion(frames, near) for near in (index - 1, index + 1) if 0 <= near < frames.count]
    return any(near is not None and change > LONG * near for near in beside)
