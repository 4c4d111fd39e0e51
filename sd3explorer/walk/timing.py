"""When each frame of a walk shows: how many there are, how fast they play, how they end."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from sd3explorer.walk.fields import Document, Fields
from sd3explorer.walk.limits import FRAME_RATES, MAX_FRAMES


class Ending(StrEnum):
    """What playback does after the last frame."""

    ONCE = "once"
    THERE_AND_BACK = "there-and-back"
    LOOP = "loop"


class Motion(StrEnum):
    """Where the frames of a walk lie on its path."""

    STEADY = "steady"
    EVEN = "even"


@dataclass(frozen=True, slots=True)
class Timing:
    """How many frames a walk has and how they play.

    Args:
        frames: Number of frames. A grid has rows × columns instead.
        frame_rate: Frames per second.
        ending: What playback does after the last frame.
        motion: Whether each frame lies a step further along the path than the last, or where the picture has
            changed by as much again.
        bridges: Whether an even walk leads over its cuts by bridges.
    """

    frames: int = 64
    frame_rate: float = 12.5
    ending: Ending = Ending.LOOP
    motion: Motion = Motion.STEADY
    bridges: bool = True

    @classmethod
    def read(cls, fields: Fields) -> "Timing":
        """The timing in the fields of a walk file; what is missing takes its default.

        Raises:
            WalkError: A field is unknown or impossible.
        """
        default = cls()
        timing = cls(
            frames=fields.integer("frames", 1, MAX_FRAMES, default.frames),
            frame_rate=fields.number("frame_rate", *FRAME_RATES, default.frame_rate),
            ending=fields.choice("ending", Ending, default.ending),
            # Files from before there was a choice have none.
            motion=fields.choice("motion", Motion, Motion.STEADY),
            bridges=fields.flag("bridges", default.bridges),
        )
        fields.finish()
        return timing

    def document(self) -> Document:
        """Its fields in a walk file; `read` gives the equal timing back."""
        document: Document = {
            "frames": self.frames,
            "frame_rate": self.frame_rate,
            "ending": self.ending.value,
        }
        if self.motion is not Motion.STEADY:
            document["motion"] = self.motion.value
        if not self.bridges:
            document["bridges"] = False
        return document

    def playback_order(self, frames: int | None = None) -> list[int]:
        """The indices of the frames of one round of playback, in the order they show.

        *There and back* repeats neither end, so that no frame shows twice in a row.

        Args:
            frames: Number of frames, where the path sets it (a grid); else `self.frames`.
        """
        there = list(range(self.frames if frames is None else frames))
        if self.ending is Ending.THERE_AND_BACK:
            return there + there[-2:0:-1]
        return there


def position(index: int, frames: int, closed: bool) -> Fraction:
    """Place t of a frame on a path, exact, so that doubling the frames meets the same places.

    Args:
        index: Frame, from 0.
        frames: Number of frames.
        closed: Whether the path leads back to its start. Then frame i of N is at i / N, and
            the start doesn't show twice; else it is at i / (N - 1), and both ends show.
    """
    return Fraction(index, steps_of(frames, closed))


def steps_of(frames: int, closed: bool) -> int:
    """How many steps from frame to frame a path has; see `position`."""
    return frames if closed else max(frames - 1, 1)
