"""Loss of power at a random moment: what was promised is there, and nothing damaged is taken for right."""

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import count
from pathlib import Path
from random import Random
from shutil import rmtree
from unittest.mock import patch

from sd3explorer.app.document.recovery import LOCK_SUFFIX, Recovery
from sd3explorer.app.settings_presets.folder import PresetFolder
from sd3explorer.diffusion.own_key import own_key
from sd3explorer.presets.accounts import _write_secret
from sd3explorer.render.store import FrameStore
from sd3explorer.render.store_limit import DEFAULT_LIMIT, remember_limit, remembered_limit
from sd3explorer.walk.walk import Walk
from tests.faults import disk
from tests.faults.campaign import Campaign, Fault, Kind, Trial
from tests.faults.kept import SETTINGS
from tests.faults.lost_power import Recorder, Step, lay_out

# Whose loss costs time alone.
CACHES = frozenset({"frame", "record", "places", "way", "tuning", "program", "key"})
# Edits are written otherwise, and SQLite flushes by itself.
APART = frozenset({"edit", "queue"})
LIMITS = 10**9, 2 * 10**9
# Nobody has it after a start.
NOBODY = b"99999999"

_edit = next(place for place in disk.PLACES if place.name == "edit")


@dataclass(slots=True)
class Promises:
    """What was begun and promised while somebody wrote.

    Args:
        recorder: Counts the steps.
        begun: The number of the step before each write, and what was written.
        kept: The number of the step after which it was promised, and what.
    """

    recorder: Recorder
    begun: list[tuple[int, int]] = field(default_factory=list[tuple[int, int]])
    kept: list[tuple[int, int]] = field(default_factory=list[tuple[int, int]])

    @contextmanager
    def of(self, which: int) -> Iterator[None]:
        """The block writes that, and when it ends well it is promised."""
        self.begun.append((self.recorder.look(), which))
        yield
        self.kept.append((self.recorder.look(), which))

    def allowed(self, moment: int, is_cache: bool) -> set[int | None]:
        """What may be found after the power went in a step."""
        begun: list[int | None] = [which for number, which in self.begun if number < moment]
        if is_cache:
            return {None, *begun}
        kept: list[int | None] = [which for number, which in self.kept if number <= moment]
        return {None, *begun} if not kept else {kept[-1], *begun[len(kept) :]}


@dataclass(frozen=True, slots=True)
class Case:
    """Something that is written more than once.

    Args:
        name: What it is.
        write: Writes it into a folder, with promises.
        read: Which of two things is found there by the next start; None for neither.
        again: Writes the second of them, after that.
        whole: Whether there is never anything between the first and the second.
    """

    name: str
    write: Callable[[Path, Promises], None]
    read: Callable[[Path], int | None]
    again: Callable[[Path], object]
    whole: bool = True


def _twice(
    name: str, write: Callable[[Path, int], object], read: Callable[[Path], int | None], whole: bool = True
) -> Case:
    def record(folder: Path, promises: Promises) -> None:
        for which in (0, 1, 0):
            with promises.of(which):
                write(folder, which)

    return Case(name, record, read, lambda folder: write(folder, 1), whole)


def _keep_edits(folder: Path, promises: Promises) -> None:
    """As one window does, edit after edit."""
    recovery = Recovery(folder / "recovery")
    for which in (0, 1, 0, 1):
        with promises.of(which):
            recovery.keep(Walk(title=f"number {which}"), folder / "mine.sd3walk")
            recovery.write()
    recovery.close(keep_edits=True)


def _kept_edit(folder: Path) -> int | None:
    for lock in (folder / "recovery").glob(f"*{LOCK_SUFFIX}"):
        lock.write_bytes(lock.read_bytes().replace(b"%d" % os.getpid(), NOBODY))
        # It takes longer than a moment until somebody starts again.
        os.utime(lock, (10**9, 10**9))
    found = _edit.read(folder)
    left = [path.name for path in (folder / "recovery").glob("*") if path.is_file()]
    # What was found is offered until somebody deals with it.
    if left and found is None:
        raise Fault(Kind.LEFT, f"edits: {left}")
    return found


def _keep_settings(folder: Path, which: int) -> None:
    settings = replace(SETTINGS, options=replace(SETTINGS.options, rounds=which))
    PresetFolder(folder / "presets").keep(settings)


def _kept_settings(folder: Path) -> int | None:
    found = PresetFolder(folder / "presets").presets()
    return found[0].options.rounds if found else None


def _limit(folder: Path, which: int) -> None:
    (folder / "frames").mkdir(exist_ok=True)
    remember_limit(folder / "frames", LIMITS[which])


def _limited(folder: Path) -> int | None:
    found = remembered_limit(folder / "frames")
    return None if found == DEFAULT_LIMIT else LIMITS.index(found)


def _keep_token(folder: Path, which: int) -> None:
    _write_secret(folder / "hub" / "access_token", f"number {which}")


def _kept_token(folder: Path) -> int | None:
    file = folder / "hub" / "access_token"
    return int(file.read_text().removeprefix("number ")) if file.exists() else None


def _make_key(folder: Path, which: int) -> None:
    with patch.dict(os.environ, {"XDG_STATE_HOME": str(folder / "state")}):
        key = own_key()
        if key is None or bytes(8) in key:
            raise Fault(Kind.WRONG, f"a key that everybody can guess: {key!r}")


def _key(folder: Path) -> int | None:
    _make_key(folder, 0)
    return None


def _clear_up(folder: Path) -> None:
    """As a store does when somebody counts what is in it."""
    for thread in threading.enumerate():
        if thread.name == "making room for frames":
            thread.join()
    FrameStore(folder / "frames").usage()


CASES = (
    *(_twice(each.name, each.write, each.read, each.whole) for each in disk.PLACES if each.name not in APART),
    Case("edit", _keep_edits, _kept_edit, lambda folder: _edit.write(folder, 1)),
    _twice("settings by name", _keep_settings, _kept_settings),
    _twice("limit", _limit, _limited),
    _twice("token", _keep_token, _kept_token),
    _twice("key", _make_key, _key),
)


@contextmanager
def prepare(folder: Path) -> Iterator[Trial]:
    """Two things are written in turns, the power goes, and the app starts again."""
    numbers = count()

    @cache
    def recorded(case: Case) -> tuple[list[Step], Promises]:
        own = folder / str(next(numbers))
        own.mkdir()
        recorder = Recorder(own)
        promises = Promises(recorder)
        with recorder.recording():
            disk.first_frame(own)
            case.write(own, promises)
        return recorder.steps, promises

    def trial(random: Random) -> None:
        case = random.choice(CASES)
        steps, promises = recorded(case)
        own = folder / str(next(numbers))
        own.mkdir()
        moment = random.randrange(len(steps))
        lay_out(steps, moment, random, own)
        allowed = promises.allowed(moment, case.name in CACHES)
        # Between the first and the last of several files there may be some of both.
        disk.check(case, own, allowed if case.whole else {None, *allowed})
        disk.first_frame(own)
        case.again(own)
        _clear_up(own)
        disk.check(case, own, {1} if case.name != "key" else {None})
        left = [path.name for path in own.rglob(".*") if "-sd3explorer-" in path.name]
        if left:
            raise Fault(Kind.LEFT, f"{case.name}: {left}")
        rmtree(own)

    yield trial


CAMPAIGN = Campaign("power", "the power goes while something is written", prepare, 3_000, short=60)
