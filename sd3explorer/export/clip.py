"""What an export takes, a clip, and what it says when it can't continue."""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np
import numpy.typing as npt

from sd3explorer.walk.error import ReportedError
from sd3explorer.walk.model import ModelFacts
from sd3explorer.walk.timing import Ending
from sd3explorer.walk.walk import Walk

Frame = npt.NDArray[np.uint8]
# Width and height in pixels.
Size = tuple[int, int]


class ExportError(ReportedError):
    """Why a file can't be written, as one sentence: what, why, and what to do about it."""


class Frames(Protocol):
    """Frames that are read when they are asked for, by index. A list of arrays is one."""

    def __len__(self) -> int: ...

    def __getitem__(self, index: int, /) -> Frame: ...


@dataclass(frozen=True, slots=True)
class Clip:
    """A walk's frames, and how they play.

    Args:
        frames: The frames in the order of the walk, each uint8 (height, width, 3), all of one
            size. They are read one at a time, where they are needed, in an animation as often as
            they show and from a thread that isn't the caller's. An exception raised by a read
            ends the export, leaves nothing behind and reaches the caller; so whoever wraps the
            frames can count the reads for a progress bar, and raise to stop.
        playback_order: Indices of the frames of one round of playback, in the order they show.
        frame_rate: Frames per second.
        rounds: How often that round is played; 0 is without end.
        columns: Frames in each row of the contact sheet.
        walk: The walk that the file carries; None leaves it out.
        first: Which frame of the walk the first one of `frames` is.
        facts: What the walk leaves to its model, for the texts that other programs read.
        prompts: Of the frames that show one prompt and no mix, by index; captions of the contact sheet.
    """

    frames: Frames
    playback_order: Sequence[int]
    frame_rate: float
    rounds: int
    columns: int
    walk: Walk | None = None
    first: int = 0
    facts: ModelFacts | None = None
    prompts: Mapping[int, str] = field(default_factory=dict[int, str])

    @classmethod
    def of(cls, walk: Walk, frames: Frames, facts: ModelFacts | None = None) -> "Clip":
        """The clip of a rendered walk, which its file will carry.

        The contact sheet has a grid's own columns; that of any other walk is about as wide as high.

        Args:
            walk: How the frames play.
            frames: All frames of the walk, in its order.
            facts: What the walk leaves to its model, if that is known.
        """
        return cls(
            frames=frames,
            playback_order=walk.playback_order,
            frame_rate=walk.timing.frame_rate,
            rounds=rounds_of(walk.timing.ending),
            columns=walk.path.row_length() or math.ceil(math.sqrt(len(frames))),
            walk=walk,
            facts=facts,
            prompts=_prompts(walk),
        )


def rounds_of(ending: Ending) -> int:
    """How often a walk with this ending is played; 0 is without end."""
    return 1 if ending is Ending.ONCE else 0


class WatchedFrames:
    """Frames that say when they are read.

    Args:
        frames: The frames.
        on_read: Called before each read with its number, from 1, in the thread that reads. What it
            raises ends the export.
    """

    __slots__ = ("_frames", "_on_read", "_reads")

    def __init__(self, frames: Frames, on_read: Callable[[int], None]) -> None:
        self._frames = frames
        self._on_read = on_read
        self._reads = 0

    def __len__(self) -> int:
        return len(self._frames)

    def __getitem__(self, index: int, /) -> Frame:
        self._reads += 1
        self._on_read(self._reads)
        return self._frames[index]


def _prompts(walk: Walk) -> dict[int, str]:
    prompts: dict[int, str] = {}
    for anchor in walk.anchors():
        # Where several share a frame, the first one counts: a grid of one row has no lower corners.
        prompts.setdefault(anchor.frame, anchor.prompts.prompt)
    return prompts
