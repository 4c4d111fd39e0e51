"""The real window, killed at random moments while somebody edits, renders, saves, exports and closes it."""

import json
import os
import shutil
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from random import Random
from typing import Any

import psutil

from sd3explorer.render.frame_file import frame_in
from sd3explorer.walk.error import WalkError
from sd3explorer.walk.walk import Walk
from tests.faults.campaign import Campaign, Fault, Kind, Trial
from tests.faults.forked import Forked, a_moment
from tests.faults.kills import WALK, check_whole
from tests.faults.window_driver import Artist, Inspector, digest, open_window

SECONDS_IN_FLIGHT = 0.25
SECONDS_TO_BEGIN = 30.0
SECONDS_OF_WORK = 4.0
SECONDS_OF_A_START = 1.5
SECONDS_TO_END = 10.0
SECONDS_STOPPED = 0.3
MOST_KILLS = 4
TARGETS = ("out.gif", "out.webp", "out.apng", "out.png")
# Older than what a window takes away that another one has held ready.
DAYS_LATER = 2 * 86_400


@dataclass(slots=True)
class User:
    """Somebody with folders of their own, and what they may rely on.

    Args:
        folder: For all of it.
        owed: Of each window that was killed, walks of which one must be there as an unsaved edit.
        saved: Walks of which one must be in the file; empty where there need be none.
        frames: Digests of files with frames, by their names.
    """

    folder: Path
    owed: list[set[str]] = field(default_factory=list)
    saved: set[str] = field(default_factory=set)
    frames: dict[str, bytes] = field(default_factory=dict)

    @property
    def out(self) -> Path:
        """Where their own files are."""
        return self.folder / "out"

    @property
    def walk(self) -> Path:
        """Their walk file."""
        return self.out / "mine.sd3walk"

    @property
    def state(self) -> Path:
        """What the app keeps for itself."""
        return self.folder / "state" / "sd3explorer"

    @property
    def frames_folder(self) -> Path:
        """Their frame store."""
        return self.folder / "cache" / "sd3explorer" / "frames"

    def settle(self) -> None:
        """Makes the folders, and has this process be theirs; for a fork."""
        names = ("cache", "state", "config", "data")
        os.environ |= {f"XDG_{name.upper()}_HOME": str(self.folder / name) for name in names}
        os.environ |= {"HOME": str(self.folder), "TMPDIR": str(self.folder / "tmp")}
        os.environ |= {"QT_QPA_PLATFORM": "offscreen"}
        for folder in (self.out, self.folder / "tmp"):
            folder.mkdir(parents=True, exist_ok=True)


@contextmanager
def prepare(folder: Path) -> Iterator[Trial]:
    """A window is killed, a few times in a row; then one starts that must find everything."""
    numbers, kills = count(), 0

    def trial(random: Random) -> None:
        nonlocal kills
        user = User(folder / str(next(numbers)))
        user.out.mkdir(parents=True)
        target = random.choice(TARGETS)
        words: list[str] = []
        if random.random() < 0.7:
            WALK.save(user.walk)
            user.saved = {digest(WALK)}
            words = [str(user.walk)]
        for _ in range(random.randint(1, MOST_KILLS)):
            _kill_one(user, words, target, random)
            kills += 1
            words = []
        _inspect(user, target)
        shutil.rmtree(user.folder)

    yield trial
    print(f"windows: {kills} were killed")


def _kill_one(user: User, words: list[str], target: str, random: Random) -> None:
    seed, closes = random.getrandbits(32), random.random() < 0.3
    how = random.choice((signal.SIGKILL, signal.SIGKILL, signal.SIGTERM, signal.SIGSTOP))
    early = random.random() < 0.15

    def work(report: int) -> int:
        user.settle()
        return open_window(
            words,
            report,
            lambda window, tell: Artist(window, tell, Random(seed), user.out, target, closes),
        )

    with Window(work, user.folder.parent / "output") as window:
        if early:
            time.sleep(a_moment(random, SECONDS_OF_A_START))
        else:
            window.wait_for_a_word()
            time.sleep(a_moment(random, SECONDS_OF_WORK))
        engines = window.forked.children()
        if random.random() < 0.2:
            for engine in engines:
                with suppress(psutil.Error):
                    engine.kill()
            time.sleep(a_moment(random, SECONDS_IN_FLIGHT))
        if how is signal.SIGSTOP:
            window.send(signal.SIGSTOP)
            time.sleep(random.random() * SECONDS_STOPPED)
            window.send(signal.SIGCONT)
            time.sleep(random.random() * SECONDS_STOPPED)
        engines += window.forked.children()
        when = time.monotonic()
        status = None
        # Before it has begun, nobody listens for a signal that asks.
        if how is signal.SIGTERM and window.has_begun:
            window.send(signal.SIGTERM)
            status = window.forked.wait(SECONDS_TO_END)
            if status is None:
                raise Fault(Kind.HANG, f"a window that was asked to end\n{window.text}")
        window.forked.kill()
        _check_output(window.text, user)
        if status not in (None, 0):
            raise Fault(Kind.TRACEBACK, f"exit status {status}\n{window.text}")
        _take(user, window.words(), when)
    _check_gone(engines)
    _check_frames(user)
    _check_saved(user)
    if (user.out / target).exists():
        check_whole(user.out / target, None)


class Window:
    """A window in a fork, and what it says."""

    def __init__(self, work: Any, output: Path) -> None:
        self._reading, writing = os.pipe()
        self.forked = Forked(lambda: work(writing), output)
        os.close(writing)
        os.set_blocking(self._reading, False)
        self._received = b""

    def __enter__(self) -> "Window":
        return self

    def __exit__(self, *_: object) -> None:
        self.forked.__exit__()
        os.close(self._reading)
        self.forked.output.unlink(missing_ok=True)

    def send(self, number: signal.Signals) -> None:
        """Sends it a signal."""
        with suppress(ProcessLookupError):
            os.kill(self.forked.process_id, number)

    @property
    def has_begun(self) -> bool:
        """Whether it has said anything."""
        self._listen()
        return bool(self._received)

    @property
    def text(self) -> str:
        """What it has written."""
        return self.forked.output.read_text(errors="replace")[-4_000:]

    def wait_for_a_word(self) -> None:
        """Waits until it has begun."""
        until = time.monotonic() + SECONDS_TO_BEGIN
        while not self.has_begun:
            if self.forked.wait(0) is not None:
                raise Fault(Kind.TRACEBACK, f"a window ended as it began\n{self.text}")
            if time.monotonic() > until:
                raise Fault(Kind.HANG, f"a window that begins\n{self.text}")
            time.sleep(0.005)

    def wait_for(self, what: str, seconds: float) -> dict[str, Any]:
        """Waits until it has said something of a kind that it hadn't yet, and forgets all before."""
        until = time.monotonic() + seconds
        while True:
            found = [word for word in self.words() if word["what"] == what]
            if found:
                self._received = b""
                return found[-1]
            if self.forked.wait(0) is not None:
                raise Fault(Kind.TRACEBACK, f"the window ended\n{self.text}")
            if time.monotonic() > until:
                raise Fault(Kind.HANG, f"no {what}\n{self.text}")
            time.sleep(0.01)

    def words(self) -> list[dict[str, Any]]:
        """All that it has said; the last may be cut off by its end."""
        self._listen()
        lines = self._received.split(b"\n")
        return [json.loads(line) for line in lines[:-1]]

    def _listen(self) -> None:
        with suppress(BlockingIOError):
            while data := os.read(self._reading, 2**16):
                self._received += data


def _take(user: User, words: list[dict[str, Any]], when: float) -> None:
    """Works out what must be there after a window was killed."""
    states = [word for word in words if word["what"] == "state"]
    if not states:
        return
    # What it began with is its own from then on, and is one of what was owed.
    first = states[0]["walk"]
    user.owed = [owed for owed in user.owed if first not in owed]
    _take_saved(user, words, when)
    old = [number for number, state in enumerate(states) if state["when"] < when - SECONDS_IN_FLIGHT]
    # The first is what it showed before anybody saw it.
    since = states[old[-1] if old else 0 :]
    ends = [word for word in words if word["what"] == "closing"]
    if ends and not ends[0]["keeps"]:
        return
    if all(state["modified"] for state in since):
        user.owed.append({state["walk"] for state in since})


def _take_saved(user: User, words: list[dict[str, Any]], when: float) -> None:
    for word in words:
        if word["what"] == "saving":
            user.saved.add(word["walk"])
        elif word["what"] == "saved":
            user.saved = {word["walk"]}


def _inspect(user: User, target: str) -> None:
    for folder in (user.folder / "cache" / "sd3explorer" / "exports").glob("run-*"):
        old = folder.stat().st_mtime - DAYS_LATER
        os.utime(folder, (old, old))
    (user.out / target).unlink(missing_ok=True)

    def work(report: int) -> int:
        user.settle()
        return open_window(
            [], report, lambda window, tell: Inspector(window, tell, user.out / target, user.walk)
        )

    with Window(work, user.folder.parent / "output") as window:
        window.wait_for_a_word()
        status = window.forked.wait(90)
        words = {word["what"]: word for word in window.words()}
        text = window.text
        _check_output(text, user)
        if status is None:
            raise Fault(Kind.HANG, f"the next window\n{text}\n{words}")
        if status != 0:
            raise Fault(Kind.TRACEBACK, f"exit status {status}\n{text}")
    _check_found(user, words["found"])
    if "finished" not in words:
        raise Fault(Kind.LOST, f"the walk can't be rendered and exported any more: {words}")
    if not words["finished"]["opens"]:
        raise Fault(Kind.LOST, "the saved walk can't be opened as one's own")
    if not words["finished"]["opens"]:
        raise Fault(Kind.LOST, "the saved walk can't be opened as one's own")
    check_whole(user.out / target, None)
    _check_frames(user)
    _check_saved(user)
    _check_nothing_is_left(user, target)


def _check_found(user: User, found: dict[str, Any]) -> None:
    there = {found["walk"], *found["left"]}
    if found["aside"]:
        raise Fault(Kind.LOST, "what was kept is damaged")
    for owed in user.owed:
        if not owed & there:
            raise Fault(Kind.LOST, f"an edit is neither there nor offered: {owed} in {there} ({found})")
    if not found["offers"]:
        raise Fault(Kind.LOST, f"an edit is there, and isn't offered: {found}")
    if found["says"] and "Traceback" in found["says"]:
        raise Fault(Kind.TRACEBACK, found["says"])


def _check_saved(user: User) -> None:
    if not user.saved:
        return
    try:
        there = digest(Walk.load(user.walk))
    except WalkError as error:
        raise Fault(Kind.LOST, f"the saved walk: {error}") from error
    if there not in user.saved:
        raise Fault(Kind.LOST, "the saved walk is another one")


def _check_frames(user: User) -> None:
    files = {path.stem: path for path in user.frames_folder.glob("??/*.png") if not path.name.startswith(".")}
    there = {name: file.read_bytes() for name, file in files.items()}
    for name, data in there.items():
        if frame_in(data, name) is None:
            raise Fault(Kind.WRONG, "a frame is damaged")
    for name, data in user.frames.items():
        if there.get(name) != data:
            raise Fault(Kind.LOST, "a frame is gone, or another one")
    user.frames = there


def _check_gone(processes: list[psutil.Process]) -> None:
    until = time.monotonic() + SECONDS_TO_END
    while time.monotonic() < until:
        if not any(_runs(process) for process in processes):
            return
        time.sleep(0.05)
    raise Fault(Kind.LEFT, "an engine")


def _runs(process: psutil.Process) -> bool:
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.Error:
        return False


def _check_output(text: str, user: User) -> None:
    logs = "".join(log.read_text(errors="replace") for log in user.state.rglob("*.log*") if log.is_file())
    for said in (text, logs):
        if "Traceback" in said or "nobody thought of this" in said:
            raise Fault(Kind.TRACEBACK, said[-4_000:])


def _check_nothing_is_left(user: User, target: str) -> None:
    allowed = {user.walk, user.out / target}
    left = [path for path in user.out.iterdir() if path not in allowed]
    left += (user.folder / "tmp").iterdir()
    left += (path for path in (user.state / "recovery").glob("*") if path.is_file())
    left += (user.folder / "cache" / "sd3explorer" / "exports").glob("run-*")
    left += (path for path in user.folder.rglob(".*") if "-sd3explorer-" in path.name)
    left += (path for path in user.folder.rglob(".*") if path.parent.parent.name == "frames")
    if left:
        raise Fault(Kind.LEFT, str([str(path.relative_to(user.folder)) for path in left]))


CAMPAIGN = Campaign(
    "windows", "the window is killed up to four times, then one opens again", prepare, 100, seconds=240
)
