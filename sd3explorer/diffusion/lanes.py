"""A batch in shares that are rendered side by side, so that a CPU's cores don't wait for each other.

Within one program cores meet after every operation, and where one of them has less to do it waits. Programs
that run at the same time have nothing to wait for: what one leaves idle the other uses.
"""

import math
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from threading import Event
from typing import TypeAlias, TypeVar

Result = TypeVar("Result")
ShouldStop: TypeAlias = Callable[[], bool]

SECONDS_BETWEEN_LOOKS = 0.04


def share_size(frames: int, pixels: int, lanes: int, pixels_at_once: int) -> int:
    """How many frames of a batch each lane takes.

    Large batches of large pictures go through one lane: they keep all cores busy by themselves, and two
    of their decoders would need twice the memory.

    Args:
        frames: Of the batch.
        pixels: Of each frame.
        lanes: The most that are of use.
        pixels_at_once: The most that may be decoded at once.
    """
    return math.ceil(frames / lanes) if frames * pixels <= pixels_at_once else frames


def side_by_side(jobs: Sequence[Callable[[ShouldStop], Result]], should_stop: ShouldStop) -> list[Result]:
    """Does jobs at the same time, the first one in this thread.

    Args:
        jobs: Each is given what to ask whether to stop, and then ends soon.
        should_stop: Asked in this thread alone, as long as any job continues.

    Returns:
        Their results. If a job fails, the others are stopped and its exception is raised.
    """
    stopping = Event()

    def asked() -> bool:
        if should_stop():
            stopping.set()
        return stopping.is_set()

    def do(job: Callable[[ShouldStop], Result]) -> Result:
        try:
            return job(stopping.is_set)
        except BaseException:
            stopping.set()
            raise

    with ThreadPoolExecutor(max(len(jobs) - 1, 1), "lane") as threads:
        others = [threads.submit(do, job) for job in jobs[1:]]
        try:
            first = jobs[0](asked)
            while wait(others, SECONDS_BETWEEN_LOOKS).not_done:
                asked()
        finally:
            stopping.set()
        return [first, *(other.result() for other in others)]


def one_by_one(jobs: Sequence[Callable[[ShouldStop], Result]], should_stop: ShouldStop) -> list[Result]:
    """Does the same jobs one after the other."""
    return [job(should_stop) for job in jobs]
