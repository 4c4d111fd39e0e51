"""A queue whose runner is killed, while others add, move, remove, pause and look."""

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from random import Random
from unittest.mock import patch

from PIL import Image

from sd3explorer.export import read_walk
from sd3explorer.presets.locate import present
from sd3explorer.queue.entry import Order, QueueError, State
from sd3explorer.queue.runner import Runner
from sd3explorer.queue.walk_queue import MOST_ATTEMPTS, WalkQueue
from sd3explorer.render.local import ThisProcess
from sd3explorer.render.store import FrameStore
from tests.faults.campaign import Campaign, Fault, Kind, Trial
from tests.faults.forked import Forked, a_moment
from tests.faults.kills import WALK
from tests.gradient import GradientModel

WALKS = 3
# Fewer than it takes until a walk is taken for one that ends the program.
KILLS = MOST_ATTEMPTS - 1
SECONDS_RUNNING = 0.5


@contextmanager
def prepare(folder: Path) -> Iterator[Trial]:
    """A few walks become files, however often whoever makes them is killed."""
    folders = {"XDG_CACHE_HOME": str(folder / "cache"), "XDG_STATE_HOME": str(folder / "state")}
    with patch.dict(os.environ, folders):
        present("starter")

        def trial(random: Random) -> None:
            for name in ("out", "frames", "queue"):
                shutil.rmtree(folder / name, ignore_errors=True)
            (folder / "out").mkdir()
            queue = WalkQueue(folder / "queue")
            numbers = [queue.add(order_in(folder, number)) for number in range(WALKS)]
            removed = False
            for _ in range(KILLS):
                with Forked(lambda: run_all(folder), folder / "output") as runner:
                    until = time.monotonic() + a_moment(random, SECONDS_RUNNING)
                    while time.monotonic() < until:
                        removed |= _meddle(queue, numbers, random)
                    runner.kill_after(0.0)
            queue.set_paused(False)
            with Forked(lambda: run_all(folder), folder / "output") as runner:
                if runner.wait() != 0:
                    raise Fault(Kind.LOST, (folder / "output").read_text(errors="replace")[-2000:])
            check_done(folder, queue, numbers[1:] if removed else numbers)

        yield trial


def order_in(folder: Path, number: int) -> Order:
    """A walk with such a seed, to become a file."""
    walk = replace(WALK, title=f"walk {number}", noise=WALK.noise.with_seeds([number]))
    return Order(walk, folder / "out" / f"{number}.gif")


def _meddle(queue: WalkQueue, numbers: list[int], random: Random) -> bool:
    """Does one of the things that windows do; says whether the first walk was removed."""
    time.sleep(random.uniform(0.0, 0.02))
    what = random.randrange(6)
    with suppress(QueueError):
        if what == 0:
            queue.move(random.choice(numbers), random.choice([*numbers, None]))
        elif what == 1:
            queue.set_paused(random.random() < 0.3)
        elif what == 2 and random.random() < 0.1:
            queue.remove(numbers[0])
            return True
        elif what == 3:
            queue.retry(random.choice(numbers))
        else:
            queue.entries()
    return False


def run_all(folder: Path) -> int:
    """Makes the files of all that waits."""
    place = ThisProcess.of_user("tensorflow", "float32", GradientModel)
    runner = Runner(WalkQueue(folder / "queue"), place, FrameStore(folder / "frames"))
    with closing(runner.run()) as events:
        for _ in events:
            pass
    return 0


def check_done(folder: Path, queue: WalkQueue, numbers: list[int]) -> None:
    """Everything became its file, and nothing else is there."""
    entries = queue.entries()
    if sorted(entry.id for entry in entries) != sorted(numbers):
        raise Fault(Kind.LOST, f"{[entry.id for entry in entries]} are left of {numbers}")
    for entry in entries:
        if entry.state is not State.DONE:
            raise Fault(Kind.LOST, f"{entry.target.name} is {entry.state}: {entry.reason}")
        if read_walk(entry.target).title != entry.title:
            raise Fault(Kind.WRONG, f"another walk is in {entry.target.name}")
        with Image.open(entry.target) as picture:
            for index in range(getattr(picture, "n_frames", 1)):
                picture.seek(index)
                picture.load()
    left = [path.name for path in (folder / "out").iterdir() if path.suffix != ".gif"]
    left += [path.name for path in (folder / "out").iterdir() if path.name.startswith(".")]
    if left:
        raise Fault(Kind.LEFT, str(left))


CAMPAIGN = Campaign("queues", "whoever runs the queue is killed twice", prepare, 350, short=2, seconds=90)
