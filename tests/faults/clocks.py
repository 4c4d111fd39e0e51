"""Clocks that somebody sets while something runs: by a year, back by a day, to 1970."""

import io
import os
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any
from unittest.mock import patch

from sd3explorer.app.document.recovery import LOCK_SUFFIX, FileLock, Recovery
from sd3explorer.presets.identity import identity_of, never, whole_digest
from sd3explorer.queue import walk_queue
from sd3explorer.queue.walk_queue import WalkQueue
from sd3explorer.render import history
from sd3explorer.render.history import History
from sd3explorer.render.local import ThisProcess
from sd3explorer.render.store import FrameStore
from sd3explorer.walk.noises import Fixed
from sd3explorer.walk.temporary import clear_left_behind
from sd3explorer.walk.walk import Walk
from tests.faults.campaign import Campaign, Fault, Kind, Trial
from tests.faults.disk import first_frame, picture
from tests.faults.kills import check_whole, user_in
from tests.faults.queues import WALKS, check_done, order_in, run_all
from tests.faults.walk_files import FACTS

DAY = 24 * 3600.0
JUMPS = (366 * DAY, -366 * DAY, DAY, -DAY, DAY / 2, -DAY / 2, 3600.0, -3600.0)
MOST_FRAMES, ROOM = 12, 4
MOST_RECORDS, RECORDS = 4, 8
SECONDS_OF_A_LOCK = 10.0


class Clock:
    """A clock that is set now and then, by which everybody goes, and files are dated.

    Args:
        random: Decides when and how it is set.
        often: How often somebody sets it who looks at it.
    """

    def __init__(self, random: Random, often: float) -> None:
        self._random, self._often = random, often
        self._right = time.time
        self._ahead = 0.0

    def set(self) -> None:
        """Sets it: right, ahead, behind, or to 1970."""
        to_1970 = self._random.uniform(0.0, 2 * DAY) - self._right()
        self._ahead = self._random.choice((0.0, to_1970, *JUMPS))

    def time(self) -> float:
        """What it shows, as Unix time."""
        if self._random.random() < self._often:
            self.set()
        return max(self._right() + self._ahead, 0.0)

    @contextmanager
    def running(self) -> Iterator[None]:
        """Within it, there is no other."""
        with (
            patch.object(time, "time", self.time),
            patch.object(history, "time", self.time),
            patch.object(walk_queue, "time", self.time),
            patch.object(os, "replace", self._dated(os.replace)),
            patch.object(os, "utime", self._dating(os.utime)),
        ):
            yield

    def _dated(self, call: Callable[..., Any]) -> Callable[..., Any]:
        def replace_file(source: Any, target: Any, **options: Any) -> None:
            os.utime(source)
            call(source, target, **options)

        return replace_file

    def _dating(self, call: Callable[..., Any]) -> Callable[..., Any]:
        def date(path: Any, times: Any = None, **options: Any) -> None:
            now = self.time()
            call(path, (now, now) if times is None and not options else times, **options)

        return date


def _store(folder: Path, random: Random, clock: Clock) -> None:
    """A store that is too small gets frames, session after session: only what is in use is sure to stay."""
    frames = folder / "frames"
    FrameStore(frames).put(_digest(0), picture(0))
    room = ROOM * next(frames.glob("??/*.png")).stat().st_size
    for _ in range(4):
        store = FrameStore(frames, limit=room)
        used = random.sample(range(MOST_FRAMES), ROOM // 2)
        for number in used:
            clock.set()
            store.put(_digest(number), picture(number))
            _until_there_is_room()
        if any(store.get(_digest(number)) is None for number in used):
            raise Fault(Kind.LOST, "a frame that is in use")
        if (size := store.usage()) > room:
            raise Fault(Kind.LEFT, f"{size} bytes in a store for {room}")
    for number in range(MOST_FRAMES):
        found = store.get(_digest(number))
        if found is not None and (found != picture(number)).any():
            raise Fault(Kind.WRONG, f"frame {number}")


def _digest(number: int) -> str:
    return f"{number:02x}" + "0" * 62


def _until_there_is_room() -> None:
    for thread in threading.enumerate():
        if thread.name == "making room for frames":
            thread.join()


def _edits(folder: Path, random: Random, clock: Clock) -> None:
    """Two windows keep edits and are killed; the next one is offered those of both, and gets their files."""
    titles: list[str] = []
    for number in range(2):
        recovery = Recovery(folder / "recovery")
        for edit in range(3):
            clock.set()
            titles[number:] = [f"{number} {edit}"]
            recovery.keep(Walk(title=titles[number]), folder / "mine.sd3walk")
            recovery.write()
        recovery.close(keep_edits=True)
        _leave_lock(folder / "recovery" / f"{recovery.name}{LOCK_SUFFIX}", clock)
        _leave_lock(folder / f".mine.sd3walk{LOCK_SUFFIX}", clock)
    clock.set()
    recovery = Recovery(folder / "recovery")
    found = sorted(left.walk.title for left in recovery.leftovers())
    recovery.close()
    if found != titles:
        raise Fault(Kind.LOST, f"{found} of {titles}")
    lock = FileLock(folder / "locks")
    holder = lock.acquire(folder / "mine.sd3walk")
    lock.release()
    if holder is not None:
        raise Fault(Kind.LOST, f"{holder} holds the walk")


def _leave_lock(path: Path, clock: Clock) -> None:
    """As a loss of power does it, a while ago."""
    path.touch()
    when = max(clock.time() - SECONDS_OF_A_LOCK, 0.0)
    os.utime(path, (when, when))


def _records(folder: Path, random: Random, clock: Clock) -> None:
    """More walks are rendered than a history keeps: it has the last ones."""
    first_frame(folder)
    store = FrameStore(folder / "frames")
    walks = [replace(Walk(), noise=Fixed(seed)) for seed in range(RECORDS)]
    with patch.object(history, "MAX_RECORDS", MOST_RECORDS):
        kept = History(folder / "frames")
        for walk in walks:
            store.put(walk.recipe(0, FACTS).digest, picture(0))
            clock.set()
            kept.put(walk, FACTS, store)
        if not all(kept.find(walk) for walk in walks[-MOST_RECORDS:]):
            raise Fault(Kind.LOST, "a record")
        if len(kept.records(store)) != MOST_RECORDS:
            raise Fault(Kind.LOST, "records aren't listed")


def _identities(folder: Path, random: Random, clock: Clock) -> None:
    """A model's file is changed, and keeps its size and its date."""
    weights = folder / "weights"
    weights.touch()
    date = weights.stat().st_mtime - random.choice((0.0, DAY))
    with patch.dict(os.environ, {"XDG_CACHE_HOME": str(folder / "cache")}):
        for number in range(4):
            weights.write_bytes(b"%d" % number)
            os.utime(weights, (date, date))
            clock.set()
            for _ in range(2):
                if identity_of({"a": weights}) != whole_digest({"a": weights}, never):
                    raise Fault(Kind.WRONG, "the identity of another file")


def _share(folder: Path, random: Random, clock: Clock) -> None:
    """Another machine writes to a folder; its disk has a clock of its own."""
    other = folder / f".out-sd3explorer-000000-{random.getrandbits(32):08x}.gif"
    other.touch()
    for _ in range(4):
        clock.set()
        clear_left_behind(folder)
        if not other.exists():
            raise Fault(Kind.LOST, "what another machine is writing")


def _render(folder: Path, random: Random, clock: Clock) -> None:
    """`render` makes frames and a file."""
    target = folder / "out.gif"
    with user_in(folder) as run, redirect_stdout(io.StringIO()) as out, redirect_stderr(out):
        status = run(target, ThisProcess)
    if status != 0 or "Traceback" in out.getvalue():
        raise Fault(Kind.LOST, out.getvalue())
    check_whole(target)


def _queue(folder: Path, random: Random, clock: Clock) -> None:
    """The queue makes files, one after the other."""
    folders = {"XDG_CACHE_HOME": str(folder / "cache"), "XDG_STATE_HOME": str(folder / "state")}
    with patch.dict(os.environ, folders):
        (folder / "out").mkdir()
        queue = WalkQueue(folder / "queue")
        numbers = [queue.add(order_in(folder, number)) for number in range(WALKS)]
        if [entry.id for entry in queue.entries()] != numbers:
            raise Fault(Kind.WRONG, "another order")
        run_all(folder)
        check_done(folder, queue, numbers)


# How often somebody sets the clock who looks at it, beside those who set it themselves.
CASES: tuple[tuple[Callable[[Path, Random, Clock], None], float], ...] = (
    *(((each, 0.0)) for each in (_store, _edits, _records, _identities, _share) for _ in range(4)),
    (_render, 0.3),
    (_queue, 0.3),
)


@contextmanager
def prepare(folder: Path) -> Iterator[Trial]:
    """Something runs while its clock is set again and again."""

    def trial(random: Random) -> None:
        own = folder / str(random.getrandbits(64))
        own.mkdir()
        case, often = random.choice(CASES)
        clock = Clock(random, often)
        with clock.running():
            case(own, random, clock)
        shutil.rmtree(own)

    yield trial


CAMPAIGN = Campaign(
    "clocks", "somebody sets the clock while something runs", prepare, 600, short=22, seconds=60
)
