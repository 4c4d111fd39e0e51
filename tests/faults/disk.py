"""A disk that fails at one of the calls of one of the places that the app writes."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from random import Random
from typing import Any, Protocol, cast
from unittest.mock import patch
from uuid import uuid4

import numpy as np

from sd3explorer.app.document.recovery import Recovery
from sd3explorer.diffusion.programs import Programs
from sd3explorer.export import Clip, ExportError, export, read_walk
from sd3explorer.presets import places
from sd3explorer.presets.preset import PresetError
from sd3explorer.queue.entry import Order, QueueError
from sd3explorer.queue.walk_queue import WalkQueue
from sd3explorer.render.history import History
from sd3explorer.render.messages import RenderError
from sd3explorer.render.placements import Placements
from sd3explorer.render.store import FrameStore
from sd3explorer.render.tuning import Tuning
from sd3explorer.walk.error import WalkError
from sd3explorer.walk.spots import Placement
from sd3explorer.walk.timing import Motion, Timing
from sd3explorer.walk.walk import Walk
from tests.export.conftest import smooth_frame
from tests.faults.campaign import Campaign, Fault, Kind, Trial, check_sentence
from tests.faults.failing_disk import ERRORS, FailingDisk, failing, small_files
from tests.faults.walk_files import FACTS

# More calls than any of the places makes.
MOST_CALLS = 24
MIDDLES = (Fraction(1, 2), Fraction(1, 4))
DIGEST = "ab" + "0" * 62
EVEN = Walk(timing=Timing(3, motion=Motion.EVEN))


@dataclass(frozen=True, slots=True)
class Place:
    """Something that the app writes.

    Args:
        name: What it is.
        write: Writes the first or the second of two things into a folder.
        read: Which of the two it finds there; None for neither.
        errors: What may be raised, beside nothing.
        whole: Whether a kill leaves the first or the second, and nothing in between.
        clears: Whether who writes it next clears up after a kill.
    """

    name: str
    write: Callable[[Path, int], None]
    read: Callable[[Path], int | None]
    errors: tuple[type[Exception], ...] = ()
    whole: bool = True
    clears: bool = True


def picture(which: int) -> Any:
    return np.full((8, 8, 3), 50 + which, np.uint8)


def _walk(which: int) -> Walk:
    return Walk(title=f"number {which}")


def _which(title: str | None) -> int | None:
    return None if title is None else int(title.removeprefix("number "))


def _put_frame(folder: Path, which: int) -> None:
    store = FrameStore(folder / "frames")
    store.put(DIGEST, picture(which))
    # What the store sees to in a thread, a fork that ends at once does not.
    store.usage()


def _get_frame(folder: Path) -> int | None:
    found = FrameStore(folder / "frames").get(DIGEST)
    return None if found is None else int(found[0, 0, 0]) - 50


def _save_walk(folder: Path, which: int) -> None:
    _walk(which).save(folder / "mine.sd3walk")


def _load_walk(folder: Path) -> int | None:
    file = folder / "mine.sd3walk"
    return _which(Walk.load(file).title) if file.exists() else None


def _exported(name: str) -> Place:
    def write(folder: Path, which: int) -> None:
        frames = [smooth_frame(index, 16, 16) for index in range(2)]
        clip = Clip(frames, range(2), frame_rate=12.5, rounds=0, columns=2, walk=_walk(which))
        export(clip, folder / name)

    def read(folder: Path) -> int | None:
        target = folder / name
        if target.is_dir():
            found = {_which(read_walk(frame).title) for frame in target.glob("frame-*.png")}
            return found.pop() if len(found) == 1 else None
        return _which(read_walk(target).title) if target.exists() else None

    # The frames of a folder that is there are exchanged one after the other.
    return Place(name, write, read, (ExportError,), whole=name != "pictures")


def _put_record(folder: Path, which: int) -> None:
    store = FrameStore(folder / "frames")
    History(folder / "frames").put(_walk(which), FACTS, store)


def _get_record(folder: Path) -> int | None:
    store = FrameStore(folder / "frames")
    records = History(folder / "frames").records(store)
    return _which(records[0].walk.title) if records else None


def first_frame(folder: Path) -> None:
    FrameStore(folder / "frames").put(_walk(0).recipe(0, FACTS).digest, picture(0))


def _put_placement(folder: Path, which: int) -> None:
    spots = (Fraction(0), MIDDLES[which], Fraction(1))
    Placements(folder / "frames").put(EVEN, FACTS, Placement(EVEN.placement_key(), spots))


def _get_placement(folder: Path) -> int | None:
    found = Placements(folder / "frames").get(EVEN, FACTS)
    return None if found is None else MIDDLES.index(cast(Fraction, found.spots[1]))


def _put_way(folder: Path, which: int) -> None:
    spots = (Fraction(0), MIDDLES[which], Fraction(1))
    Placements(folder / "frames").put(EVEN, FACTS, Placement(EVEN.placement_key(), spots), spots)


def _get_way(folder: Path) -> int | None:
    seen = list(Placements(folder / "frames").seen(EVEN, FACTS))
    return MIDDLES.index(cast(Fraction, seen[1])) if seen else None


def _remember(folder: Path, which: int) -> None:
    Tuning(folder / "tuning.json").remember_backend(f"number {which}")


def _keep_edit(folder: Path, which: int) -> None:
    recovery = Recovery(folder / "recovery")
    recovery.keep(_walk(which), None)
    recovery.write()
    recovery.close(keep_edits=True)


def _kept_edit(folder: Path) -> int | None:
    recovery = Recovery(folder / "recovery")
    found = recovery.leftovers()
    for leftover in found[1:]:
        recovery.discard(leftover)
    recovery.close()
    return _which(found[0].walk.title) if found else None


def add_place(folder: Path, which: int) -> None:
    with _state_in(folder):
        places.add((Path("/usr"), Path("/etc"))[which])


def added_place(folder: Path) -> int | None:
    with _state_in(folder):
        found = places.added()
    return (Path("/usr"), Path("/etc")).index(found[-1]) if found else None


def _write_program(folder: Path, which: int) -> None:
    with _state_in(folder):
        Programs.of(folder / "programs", {}, []).write("step", f"number {which}".encode())


def _read_program(folder: Path) -> int | None:
    with _state_in(folder):
        found = Programs.of(folder / "programs", {}, []).read("step")
    return None if found is None else _which(found.decode())


def _put_order(folder: Path, which: int) -> None:
    queue = WalkQueue(folder / "queue")
    earlier = queue.entries()
    # Two that wait can't become the same file.
    queue.add(Order(_walk(which), folder / f"{uuid4()}.gif"))
    for entry in earlier:
        queue.remove(entry.id)


def _get_order(folder: Path) -> int | None:
    queue = WalkQueue(folder / "queue")
    entries = queue.entries() if queue.exists else []
    return _which(entries[-1].title) if entries else None


@contextmanager
def _state_in(folder: Path) -> Iterator[None]:
    with patch.dict(os.environ, {"XDG_STATE_HOME": str(folder / "state")}):
        yield


PLACES = (
    # A store is swept when it grows, see the store's own campaign.
    Place("frame", _put_frame, _get_frame, (RenderError,)),
    Place("walk", _save_walk, _load_walk, (WalkError,)),
    *map(_exported, ("out.gif", "out.webp", "out.apng", "out.mp4", "out.png", "pictures")),
    Place("record", _put_record, _get_record, (RenderError,)),
    Place("places", _put_placement, _get_placement),
    Place("way", _put_way, _get_way),
    Place("tuning", _remember, lambda folder: _which(Tuning(folder / "tuning.json").backend())),
    Place("edit", _keep_edit, _kept_edit),
    Place("place", add_place, added_place, (PresetError,)),
    Place("program", _write_program, _read_program),
    Place("queue", _put_order, _get_order, (QueueError,)),
)


@contextmanager
def prepare(folder: Path) -> Iterator[Trial]:
    """The first of two things is there, the second is written while the disk fails, and then once more."""

    def trial(random: Random) -> None:
        place = random.choice(PLACES)
        own = folder / str(random.getrandbits(64))
        own.mkdir()
        first_frame(own)
        before = None
        if random.random() < 0.7:
            place.write(own, 0)
            before = 0
        with _failing(own, random):
            try:
                place.write(own, 1)
            except place.errors as error:
                check_sentence(error)
        check(place, own, {before, 1})
        place.write(own, 1)
        check(place, own, {1})
        left = [path.name for path in own.rglob(".*") if "-sd3explorer-" in path.name]
        if left:
            raise Fault(Kind.LEFT, f"{place.name}: {left}")

    yield trial


@contextmanager
def _failing(folder: Path, random: Random) -> Iterator[None]:
    if random.random() < 0.2:
        with small_files(random.choice((0, 1, 40, 300, 2_000))):
            yield
        return
    disk = FailingDisk(folder, random.choice(ERRORS), random.randrange(MOST_CALLS), random.random() < 0.7)
    with failing(disk):
        yield


class _Readable(Protocol):
    @property
    def name(self) -> str: ...
    @property
    def read(self) -> Callable[[Path], int | None]: ...


def check(place: _Readable, folder: Path, allowed: set[int | None]) -> None:
    try:
        found = place.read(folder)
    except (WalkError, RenderError, ExportError) as error:
        raise Fault(Kind.LOST, f"{place.name} can't be read: {error}") from error
    if found not in allowed:
        raise Fault(Kind.LOST if found is None else Kind.WRONG, f"{place.name} is {found}, not {allowed}")


CAMPAIGN = Campaign(
    "disk", "a disk that is full, broken, read-only or out of descriptors", prepare, 2_000, short=40
)
