"""What is in a queue: a walk, the file that it shall become, and how far that is."""

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from sd3explorer.export import Options
from sd3explorer.walk.error import ReportedError
from sd3explorer.walk.walk import Walk


class QueueError(ReportedError):
    """What is wrong with the queue, in one sentence."""


class State(StrEnum):
    """What has become of an entry so far."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


class Doing(StrEnum):
    """What is being done for an entry that runs."""

    PREPARING = "preparing"
    SEARCHING = "looking for even places"
    RENDERING = "rendering"
    WRITING = "writing"


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked for.

    Args:
        walk: The walk, as it was when it was added.
        target: The file or folder that it shall become.
        options: How that is written.
        carries_walk: Whether it carries the walk.
    """

    walk: Walk
    target: Path
    options: Options = field(default_factory=Options)
    carries_walk: bool = True


@dataclass(frozen=True, slots=True)
class Entry:
    """An order in the queue.

    Args:
        id: Its number, which no other entry ever has.
        title: Of its walk, or else the name of its file.
        frames: How many the walk has.
        target: The file or folder that it shall become.
        state: What has become of it.
        doing: What is being done, while it runs.
        share: How much of that is done, from 0 to 1.
        reason: Why it failed, or what there is to say of the file, in a sentence; or "".
        ended: When it was done or failed, as Unix time; None before.
    """

    id: int
    title: str
    frames: int
    target: Path
    state: State
    doing: Doing
    share: float
    reason: str
    ended: float | None
