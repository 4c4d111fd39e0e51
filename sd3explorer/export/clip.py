"""What an export takes, a clip, and what it says when it can't go on."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt

Frame = npt.NDArray[np.uint8]


class ExportError(Exception):
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
        loops: Whether playback starts over after the last frame, or ends there.
        columns: Frames in each row of the contact sheet.
    """

    frames: Frames
    playback_order: Sequence[int]
    frame_rate: float
    loops: bool
    columns: int
