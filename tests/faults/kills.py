"""Kills at random moments: of whoever writes a file, of the command line, of its engine."""

import itertools
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from random import Random
from unittest.mock import patch

import psutil
from PIL import Image

from sd3explorer.app.document.recovery import Recovery
from sd3explorer.cli import main
from sd3explorer.export import read_walk
from sd3explorer.presets.locate import present
from sd3explorer.render.child import ChildProcess
from sd3explorer.render.engine import LoadModel, load_pipeline
from sd3explorer.render.frame_file import frame_in
from sd3explorer.render.local import ThisProcess
from sd3explorer.walk.model import Model
from sd3explorer.walk.sampler import Sampler
from sd3explorer.walk.timing import Timing
from sd3explorer.walk.walk import Walk
from tests.faults.campaign import Campaign, Fault, Kind, Trial
from tests.faults.disk import PLACES, check, first_frame
from tests.faults.forked import SECONDS_TO_END, Forked, a_moment
from tests.gradient import GradientModel

FRAMES = 8
WALK = Walk(
    title="Killed",
    timing=Timing(FRAMES),
    sampler=Sampler(num_steps=2),
    model=Model(image_size=(64, 64)),
)
SECONDS_WRITING = 0.06
SECONDS_RENDERING = 0.4
SECONDS_OF_AN_ENGINE = 2.5
SECONDS_IN_FLIGHT = 0.25
# The starter model's engine imports TensorFlow, loads, compiles and renders, and others may have the cores.
SECONDS_OF_THE_STARTER = 600.0


@contextmanager
def prepare_writers(folder: Path) -> Iterator[Trial]:
    """A process writes the first and the second of two things in turns until it is killed."""

    def trial(random: Random) -> None:
        place = random.choice(PLACES)
        own = folder / str(random.getrandbits(64))
        own.mkdir()

        def write() -> None:
            first_frame(own)
            for which in itertools.cycle((0, 1)):
                place.write(own, which)
                (folder / "begun").touch()

        (folder / "begun").unlink(missing_ok=True)
        with Forked(write, folder / "output") as writer:
            while not (folder / "begun").exists() and writer.wait(0) is None:
                time.sleep(0.002)
            writer.kill_after(a_moment(random, SECONDS_WRITING))
        if place.whole:
            check(place, own, {0, 1})
        with Forked(lambda: place.write(own, 1), folder / "output") as renewer:
            if renewer.wait() != 0:
                raise Fault(Kind.LOST, f"{place.name}: {_end_of(folder / 'output')}")
        check(place, own, {1})
        left = [path.name for path in own.rglob(".*") if "-sd3explorer-" in path.name]
        if left and place.clears:
            raise Fault(Kind.LEFT, f"{place.name}: {left}")

    yield trial


@contextmanager
def prepare_command_line(folder: Path) -> Iterator[Trial]:
    """`render` is killed a few times, and then runs to its end."""
    with user_in(folder) as run:

        def trial(random: Random) -> None:
            target = folder / "out" / random.choice(("out.gif", "out.webp", "out.apng", "out.png"))
            _empty(folder)
            done: set[str] = set()
            for _ in range(3):
                killed = Forked(lambda: run(target, ThisProcess), folder / "output")
                killed.kill_after(a_moment(random, SECONDS_RENDERING))
                there = _sound_frames(folder)
                if not done <= there:
                    raise Fault(Kind.LOST, f"{len(done - there)} frames")
                done = there
                if target.exists():
                    check_whole(target)
            _check_end(Forked(lambda: run(target, ThisProcess), folder / "output"), target, folder)

        yield trial


@contextmanager
def prepare_engine(folder: Path) -> Iterator[Trial]:
    """The engine of `render` is killed a few times; the command goes on to its end by itself."""
    with user_in(folder) as run:

        def trial(random: Random) -> None:
            target = folder / "out" / "out.gif"
            _empty(folder)
            with Forked(lambda: run(target, ChildProcess), folder / "output") as command:
                _kill_engines(command, random, SECONDS_OF_AN_ENGINE)
                engines = command.children()
                _check_end(command, target, folder)
            _check_none_runs(engines)

        yield trial


@contextmanager
def prepare_starter_engine(folder: Path) -> Iterator[Trial]:
    """The starter model's engine is killed a few times; the frames are those that nothing has disturbed."""
    with user_in(folder, load_pipeline) as run:
        target = folder / "out" / "out.gif"
        command: Forked

        def render() -> Forked:
            return Forked(lambda: run(target, ChildProcess), folder / "output")

        _empty(folder)
        # The first run keeps its programs; the second is as long as those that are disturbed.
        with render() as command:
            _check_end(command, target, folder, SECONDS_OF_THE_STARTER)
        right = _pictures(folder)
        _empty(folder)
        began = time.monotonic()
        with render() as command:
            _check_end(command, target, folder, SECONDS_OF_THE_STARTER)
        seconds = time.monotonic() - began
        if _pictures(folder) != right:
            raise AssertionError("two undisturbed runs differ")

        def trial(random: Random) -> None:
            _empty(folder)
            with render() as command:
                _kill_engines(command, random, seconds)
                engines = command.children()
                _check_end(command, target, folder, SECONDS_OF_THE_STARTER)
            _check_none_runs(engines)
            if _pictures(folder) != right:
                raise Fault(Kind.WRONG, "a frame is another one than without kills")

        yield trial


def _kill_engines(command: Forked, random: Random, seconds: float) -> None:
    """Kills whatever a command has started, once to three times, each after a moment of that length."""
    for _ in range(random.choice((1, 2, 3))):
        time.sleep(a_moment(random, seconds))
        for engine in command.children():
            with suppress(psutil.Error):
                engine.kill()


def _check_none_runs(engines: list[psutil.Process]) -> None:
    if any(engine.is_running() and engine.status() != "zombie" for engine in engines):
        raise Fault(Kind.LEFT, "an engine")


@contextmanager
def prepare_edits(folder: Path) -> Iterator[Trial]:
    """Who keeps edits is killed; what it had kept a moment before is offered again."""

    def trial(random: Random) -> None:
        own = folder / str(random.getrandbits(64))
        own.mkdir()
        pause = random.choice((0.0, 0.001, 0.01))

        def edit() -> None:
            recovery = Recovery(own / "recovery")
            for number in itertools.count():
                recovery.keep(Walk(title=f"edit {number}"), None)
                os.write(report, f"{time.monotonic()} {number}\n".encode())
                time.sleep(pause)

        reading, report = os.pipe()
        editor = Forked(edit, folder / "output")
        os.close(report)
        with editor:
            editor.kill_after(0.05 + a_moment(random, SECONDS_RENDERING))
        killed = time.monotonic()
        with os.fdopen(reading) as lines:
            edits = [line.split() for line in lines.read().splitlines()]
        old = [int(number) for when, number in edits if float(when) < killed - SECONDS_IN_FLIGHT]
        recovery = Recovery(own / "recovery")
        found = [int(left.walk.title.split()[1]) for left in recovery.leftovers()]
        if recovery.set_aside:
            raise Fault(Kind.LOST, "what was kept is damaged")
        if old and not any(number >= old[-1] for number in found):
            raise Fault(Kind.LOST, f"edit {old[-1]} is gone, there is {found}")
        for leftover in recovery.leftovers():
            recovery.discard(leftover)
        recovery.close()
        left = [path.name for path in (own / "recovery").glob("*") if path.is_file()]
        if left:
            raise Fault(Kind.LEFT, str(left))

    yield trial


@contextmanager
def user_in(folder: Path, load_model: LoadModel = GradientModel):
    """A user with folders of their own, for whom it is known already what the model is."""
    folders = {"XDG_CACHE_HOME": str(folder / "cache"), "XDG_STATE_HOME": str(folder / "state")}
    with patch.dict(os.environ, folders):
        present("starter")
        WALK.save(folder / "killed.sd3walk")

        def run(target: Path, kind: type) -> int:
            words = [
                "render",
                str(folder / "killed.sd3walk"),
                "-o",
                str(target),
                "--store",
                str(folder / "frames"),
            ]
            return main(words, lambda *_: kind.of_user("tensorflow", "float32", load_model))

        yield run


def _empty(folder: Path) -> None:
    for name in ("out", "frames"):
        shutil.rmtree(folder / name, ignore_errors=True)
        (folder / name).mkdir()


def _sound_frames(folder: Path) -> set[str]:
    files = {
        path.stem: path for path in (folder / "frames").glob("??/*.png") if not path.name.startswith(".")
    }
    for digest, file in files.items():
        if frame_in(file.read_bytes(), digest) is None:
            raise Fault(Kind.LOST, "a frame is damaged")
    return set(files)


def _pictures(folder: Path) -> dict[str, bytes]:
    """The pixels of every frame, by its digest."""
    found = {
        path.stem: frame_in(path.read_bytes(), path.stem) for path in (folder / "frames").glob("??/*.png")
    }
    return {digest: picture.tobytes() for digest, picture in found.items() if picture is not None}


def check_whole(target: Path, title: str | None = WALK.title) -> None:
    """Nothing is missing from what was exported.

    Args:
        target: A file.
        title: Of the walk in it; None where it may be any.
    """
    if title is not None and read_walk(target).title != title:
        raise Fault(Kind.WRONG, "another walk is in it")
    with Image.open(target) as picture:
        for index in range(getattr(picture, "n_frames", 1)):
            picture.seek(index)
            picture.load()


def _check_end(command: Forked, target: Path, folder: Path, seconds: float = SECONDS_TO_END) -> None:
    status = command.wait(seconds)
    text = _end_of(command.output)
    if status is None:
        command.kill()
        raise Fault(Kind.HANG, text)
    if "Traceback" in text:
        raise Fault(Kind.TRACEBACK, text)
    if status != 0:
        raise Fault(Kind.LOST, f"exit status {status}: {text}")
    check_whole(target)
    if len(_sound_frames(folder)) != FRAMES:
        raise Fault(Kind.LOST, "frames are missing")
    left = [
        path for path in (*(folder / "out").iterdir(), *(folder / "frames").rglob(".*")) if path != target
    ]
    if left:
        raise Fault(Kind.LEFT, str(left))


def _end_of(output: Path) -> str:
    text = output.read_text(errors="replace")[-3_000:]
    output.unlink()
    return text


WRITERS = Campaign("writers", "whoever writes a file is killed", prepare_writers, 2_000, short=14, seconds=60)
COMMAND_LINE = Campaign(
    "commands", "the command line is killed three times", prepare_command_line, 350, seconds=90
)
ENGINE = Campaign("engines", "the engine is killed up to three times", prepare_engine, 500, seconds=90)
STARTER_ENGINE = Campaign(
    "engines-real",
    "the starter model's engine is killed up to three times",
    prepare_starter_engine,
    40,
    seconds=900,
)
EDITS = Campaign("edits", "a window that keeps edits is killed", prepare_edits, 1_000, short=6, seconds=60)
