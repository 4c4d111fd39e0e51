"""A day of live mode and many walks, in one window: what it takes stays as much as it was."""

import ctypes
import gc
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields, replace
from itertools import count
from pathlib import Path
from random import Random
from typing import Any
from unittest.mock import patch

import psutil
from PySide6.QtCore import QObject, QSocketNotifier, QTimer

from sd3explorer.app import main
from sd3explorer.app.export import panel
from sd3explorer.app.frames.states import FrameState
from sd3explorer.app.main_window import MainWindow
from sd3explorer.app.rendering import render_control
from sd3explorer.render.store import FrameStore
from sd3explorer.render.store_limit import LEAST_LIMIT, remember_limit
from sd3explorer.walk.model import Model
from sd3explorer.walk.paths import Keyframe, Morph
from sd3explorer.walk.sampler import Sampler
from sd3explorer.walk.timing import Timing
from sd3explorer.walk.walk import Walk
from tests.faults.campaign import Campaign, Fault, Kind, Trial
from tests.faults.load import QuickModel
from tests.faults.window_driver import Report, open_window
from tests.faults.windows import User, Window

# Of one round: places of the playhead, of a walk that becomes another one so often, and walks.
MOVES, MOVES_OF_A_WALK, WALKS = 300, 75, 2
FRAMES = 2_000
SIZE = (64, 64)
STORE_LIMIT = LEAST_LIMIT
MILLISECONDS_OF_A_LOOK = 2
# As much less as all goes quicker here.
SECONDS_SPARED = 60.0
SECONDS_OF_A_ROUND = 240.0
# Until what libraries and caches of pictures keep for themselves is there.
WARM = 20
# So many rounds in a row have to take more.
LOOKS = 5
# What isn't given back: between what is in use there is more and more that is too small for what comes next.
MEMORY_ALLOWED = 60_000_000
# What is in use says more. Names of frames that were used a minute ago are among the objects: the quicker the
# machine, the more.
USED_ALLOWED, BLOCKS_ALLOWED = 12_000_000, 100_000
OTHERS_ALLOWED = 8


@dataclass(frozen=True, slots=True)
class Taken:
    """What a window takes.

    Args:
        memory: Of the window, in bytes.
        used: How much of it is in use by libraries, as they have asked for it; 0 where that isn't known.
        blocks: How many objects Python has.
        engine: Memory of the engine.
        descriptors: Of the window.
        threads: Of the window.
        objects: Of Qt, timers among them.
        timers: That run.
        files: Temporary ones.
        frames: Bytes in the store.
    """

    memory: int
    used: int
    blocks: int
    engine: int
    descriptors: int
    threads: int
    objects: int
    timers: int
    files: int
    frames: int

    def __str__(self) -> str:
        return (
            f"window {self.memory / 1e6:.0f} MB, in use {self.used / 1e6:.0f} MB and "
            f"{self.blocks:,} objects of Python, engine {self.engine / 1e6:.0f} MB, "
            f"{self.descriptors} descriptors, {self.threads} threads, {self.objects} objects, "
            f"{self.timers} timers, {self.files} temporary files, {self.frames / 1e6:.0f} MB of frames"
        )


@contextmanager
def prepare(folder: Path) -> Iterator[Trial]:
    """A window has many live drafts rendered, and two walks made and exported, again and again."""
    user = User(folder / "user")
    asking, ordered = os.pipe()
    measured: list[Taken] = []
    drafts = walks = 0

    def work(report: int) -> int:
        os.close(ordered)
        user.settle()
        user.frames_folder.mkdir(parents=True)
        remember_limit(user.frames_folder, STORE_LIMIT)
        drive = lambda window, tell: Day(window, tell, asking, user.out)  # noqa: E731 (it is short)
        with (
            patch.object(render_control, "MILLISECONDS_AFTER_MOVE", 1),
            patch.object(render_control, "MILLISECONDS_AFTER_EDIT", 1),
            patch.object(main, "SECONDS_SPARED", SECONDS_SPARED),
        ):
            return open_window(["--new-window"], report, drive, QuickModel)

    with Window(work, folder / "output") as window:
        os.close(asking)

        def trial(random: Random) -> None:
            nonlocal drafts, walks
            os.write(ordered, bytes([random.randrange(256)]))
            done = window.wait_for("round", SECONDS_OF_A_ROUND)
            drafts, walks = drafts + done["drafts"], walks + done["walks"]
            measured.append(Taken(**done["taken"]))
            if done["says"]:
                raise Fault(Kind.WRONG, done["says"])
            if len(measured) > WARM + LOOKS:
                _check_flat(measured[WARM], _least(measured[-LOOKS:]))

        try:
            yield trial
        finally:
            os.close(ordered)
        if window.forked.wait(60) != 0:
            raise Fault(Kind.HANG, f"the window doesn't close\n{window.text}")
    if measured:
        print(f"days: {drafts} live drafts and {walks} walks")
        for place in sorted({min(WARM, len(measured) - 1), len(measured) // 2, len(measured) - 1}):
            print(f"days: after round {place + 1}: {measured[place]}")


def _least(measured: list[Taken]) -> Taken:
    """The least of each: a thread may be about to give something back when it is looked at."""
    return Taken(
        **{each.name: min(getattr(taken, each.name) for taken in measured) for each in fields(Taken)}
    )


def _check_flat(before: Taken, now: Taken) -> None:
    grown = (
        now.memory > before.memory + MEMORY_ALLOWED
        or now.used > before.used + USED_ALLOWED
        or now.blocks > before.blocks + BLOCKS_ALLOWED
        or now.engine > before.engine + MEMORY_ALLOWED
        or now.frames > 2 * STORE_LIMIT
        or any(
            getattr(now, name) > getattr(before, name) + OTHERS_ALLOWED
            for name in ("descriptors", "threads", "objects", "timers", "files")
        )
    )
    if grown:
        raise Fault(Kind.LEFT, f"{before}\nbecame\n{now}")


class Day:
    """Does a round whenever it is asked for one: live mode over many frames, then a few walks as files.

    Args:
        window: Where.
        tell: Takes what was done.
        asking: Descriptor of a pipe with a byte for each round, which ends when there are no more.
        out: Folder for walks and exports.
    """

    def __init__(self, window: MainWindow, tell: Report, asking: int, out: Path) -> None:
        self._window, self._tell, self._asking, self._out = window, tell, asking, out
        self._drafts = 0
        self._numbers = count()
        self._random = Random(0)
        self._work: Iterator[Any] | None = None
        window._thread.rendered.connect(self._count)
        patch.object(panel, "ask_where", self._answer).start()
        self._timer = QTimer(window, interval=MILLISECONDS_OF_A_LOOK)
        self._timer.timeout.connect(self._go_on)
        self._asked = QSocketNotifier(asking, QSocketNotifier.Type.Read, window)
        self._asked.activated.connect(self._begin)

    def _count(self, *_: object) -> None:
        self._drafts += 1

    def _answer(self, _parent: object, name: str, _kind: object, _suffixes: object, answer: Any) -> None:
        answer(self._out / name)

    def _begin(self, *_: object) -> None:
        data = os.read(self._asking, 1)
        self._asked.setEnabled(False)
        if not data:
            self._window.document.show(Walk())
            self._window.close()
            return
        self._random = Random(data[0])
        self._work = self._round()
        self._timer.start()

    def _go_on(self) -> None:
        """Looks whether what is waited for is there, and does what comes next."""
        if self._work is not None and next(self._work, self) is self:
            self._work = None
            self._timer.stop()
            self._asked.setEnabled(True)

    def _round(self) -> Iterator[None]:
        self._drafts = 0
        yield from self._live()
        drafts = self._drafts
        for _ in range(WALKS):
            yield from self._walk()
        for _ in range(200):
            # What is deleted later is gone, and threads that made room have ended.
            yield
        says = self._window.messages.text if self._window.messages.level == "error" else ""
        self._tell(
            {"what": "round", "drafts": drafts, "walks": WALKS, "says": says, "taken": _taken(self._window)}
        )

    def _live(self) -> Iterator[None]:
        window = self._window
        window.begin(_walk(FRAMES, next(self._numbers)))
        window.control.stop()
        window.control.set_live(True)
        for move in range(MOVES):
            if move % MOVES_OF_A_WALK == 0:
                walk = window.document.walk
                noise = walk.noise.with_seeds([next(self._numbers)])
                window.document.edit(replace(walk, noise=noise), "Change seed")
                while window.frames.looking_up:
                    yield
            place = self._random.randrange(FRAMES)
            window.playhead.move_to(place)
            while window.frames.state(place) in (FrameState.MISSING, FrameState.QUEUED):
                yield
        window.control.set_live(False)
        window.control.stop()
        window.document.show(window.document.walk)

    def _walk(self) -> Iterator[None]:
        window, number = self._window, next(self._numbers)
        file = self._out / f"walk {number}.sd3walk"
        _walk(12, number).save(file)
        window.open(file)
        window.document.edit(replace(window.document.walk, title=f"{number}"), "Change title")
        window.control.render()
        while not (window.frames.all_done and window.export_panel.save_action.isEnabled()):
            yield
        window.export_panel.save_action.trigger()
        window.files.save()
        while window.export_panel.saving:
            yield
        made = [path for path in self._out.iterdir() if path != file]
        if window.document.modified or not made:
            raise AssertionError("the walk is not saved, or not exported")
        for path in (*made, file):
            path.unlink(missing_ok=True)


def _walk(frames: int, number: int) -> Walk:
    return Walk(
        path=Morph((Keyframe(f"dog {number}"), Keyframe(f"cat {number}"))),
        timing=Timing(frames),
        sampler=Sampler(num_steps=8),
        model=Model(image_size=SIZE),
    )


_NUMBERS = (
    "arena",
    "ordblks",
    "smblks",
    "hblks",
    "hblkhd",
    "usmblks",
    "fsmblks",
    "uordblks",
    "fordblks",
    "keepcost",
)


class _Mallinfo(ctypes.Structure):
    """What the C library's allocator says of itself; see mallinfo(3)."""

    _fields_ = tuple((name, ctypes.c_size_t) for name in _NUMBERS)


def _used() -> int:
    """Bytes that were asked for and are not given back, by all threads."""
    library = ctypes.CDLL(None)
    if not hasattr(library, "mallinfo2"):
        return 0
    library.mallinfo2.restype = _Mallinfo
    found = library.mallinfo2()
    return found.uordblks + found.hblkhd


def _taken(window: MainWindow) -> dict[str, int]:
    process = psutil.Process()
    # What refers to itself would be there until somebody looks for it.
    gc.collect()
    objects = window.findChildren(QObject)
    folders = Path(tempfile.gettempdir()), window.store_folder.parent / "exports"
    return {
        "memory": process.memory_info().rss,
        "used": _used(),
        "blocks": sys.getallocatedblocks(),
        "engine": sum(child.memory_info().rss for child in process.children()),
        "descriptors": process.num_fds(),
        "threads": process.num_threads(),
        "objects": len(objects),
        "timers": sum(isinstance(each, QTimer) and each.isActive() for each in objects),
        "files": sum(1 for folder in folders for _ in folder.rglob("*")),
        "frames": FrameStore(window.store_folder).usage(),
    }


CAMPAIGN = Campaign(
    "days", "live mode and walk after walk in one window: 300 places and 2 walks", prepare, 100, seconds=300
)
