"""What the app keeps in its own folders, damaged between two starts."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch

from PySide6.QtCore import QCoreApplication, QLockFile, QSettings, QSysInfo

from sd3explorer.app.document.document import Document
from sd3explorer.app.document.recent import add_recent_file, recent_files
from sd3explorer.app.document.recovery import EARLIER_SUFFIX, LOCK_SUFFIX, ORIGIN_SUFFIX, Recovery
from sd3explorer.app.document.session import Session
from sd3explorer.app.export.remembered import keep_options, remembered_options
from sd3explorer.app.languages import Language
from sd3explorer.app.preferences.remembered import Preferences, remember, remembered
from sd3explorer.app.settings_files import set_aside_others
from sd3explorer.app.settings_presets.folder import PresetFolder
from sd3explorer.app.settings_presets.preset import SettingsPreset
from sd3explorer.diffusion.own_key import own_key
from sd3explorer.export import ExportError, Options
from sd3explorer.logs import crash_log, last_logs
from sd3explorer.presets import identity, places
from sd3explorer.presets.preset import PresetError
from sd3explorer.queue.entry import Order, QueueError
from sd3explorer.queue.walk_queue import WalkQueue
from sd3explorer.render.messages import RenderError
from sd3explorer.render.store_limit import remember_limit, remembered_limit
from sd3explorer.walk.error import WalkError
from sd3explorer.walk.walk import Walk
from tests.faults import disk
from tests.faults.campaign import Campaign, Fault, Kind, Trial, check_sentence
from tests.faults.damage import check_outside, damaged, lay_outside

ERRORS = (ExportError, PresetError, QueueError, RenderError, WalkError)

SETTINGS = SettingsPreset.of("mine", Walk(), None, "GIF", Options(rounds=3))


@dataclass(frozen=True, slots=True)
class Kept:
    """Something that the app keeps from one start to the next.

    Args:
        name: What it is.
        write: Writes it into a folder.
        read: What is found there; None for nothing.
        checked: Whether damage is noticed, so that nothing else is ever found than what was written.
        file: The name of what is damaged, as a pattern.
        lasts: Whether it is found whatever becomes of that.
        is_linked: Whether it is written where a link leads, as people keep settings elsewhere.
    """

    name: str
    write: Callable[[Path], object]
    read: Callable[[Path], Any]
    checked: bool = False
    file: str = "*"
    lasts: bool = False
    is_linked: bool = False


def _keep_edit(folder: Path) -> None:
    recovery = Recovery(folder / "recovery")
    recovery.keep(Walk(title="kept"), folder / "mine.sd3walk")
    recovery.write()
    recovery.close(keep_edits=True)
    # As while the disk takes its time: one is damaged, and not both.
    earlier = folder / "recovery" / f"{recovery.name}{EARLIER_SUFFIX}"
    content = earlier.read_bytes()
    earlier.unlink()
    earlier.write_bytes(content)
    _leave_locks(folder)


def _leave_locks(folder: Path) -> None:
    """As windows do that are killed."""
    for walk in (folder / "recovery").glob("*.sd3walk"):
        lock = walk.with_suffix(LOCK_SUFFIX)
        if not os.path.lexists(lock):
            lock.write_text(f"99999999\nsd3explorer\n{QSysInfo.machineHostName()}\n")


def _kept_walks(folder: Path) -> Any:
    return [walk for walk, _ in _kept_edits(folder)]


def _kept_edits(folder: Path) -> Any:
    for lock in (folder / "recovery").glob(f"*{LOCK_SUFFIX}"):
        # Not of a moment ago.
        os.utime(lock, (10**9, 10**9), follow_symlinks=False)
    recovery = Recovery(folder / "recovery")
    found = [(left.walk, left.file) for left in recovery.leftovers()]
    recovery.close(keep_edits=True)
    _leave_locks(folder)
    return found[:1]


@contextmanager
def _settings_in(folder: Path) -> Iterator[None]:
    """As the app has them when it starts."""
    names = QCoreApplication.organizationName(), QCoreApplication.applicationName()
    before = QSettings.defaultFormat()
    QCoreApplication.setOrganizationName("sd3explorer")
    QCoreApplication.setApplicationName("sd3explorer")
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder / "settings"))
    set_aside_others(folder / "settings" / "sd3explorer")
    yield
    QSettings().sync()
    QSettings.setDefaultFormat(before)
    QCoreApplication.setOrganizationName(names[0])
    QCoreApplication.setApplicationName(names[1])


def _prefer(folder: Path) -> None:
    with _settings_in(folder):
        remember(Preferences(model="sd3", language=Language.GERMAN, autosave=True, keys={"render": "F9"}))


def _preferred(folder: Path) -> Preferences:
    with _settings_in(folder):
        return remembered()


def _use(folder: Path) -> None:
    with _settings_in(folder):
        add_recent_file(folder / "mine.sd3walk")
        keep_options(Options(rounds=3))


def _used(folder: Path) -> Any:
    with _settings_in(folder):
        return recent_files()[:1], remembered_options()


def _identify(folder: Path) -> str:
    weights = folder / "weights"
    if not weights.exists():
        weights.write_bytes(b"weights")
    # What changed a moment ago is remembered too.
    with (
        patch.dict(os.environ, {"XDG_CACHE_HOME": str(folder / "cache")}),
        patch.object(identity, "SECONDS_TO_BE_SURE", -1e9),
    ):
        return identity.identity_of({"weights": weights})


def _of_disk(name: str, checked: bool, file: str = "*") -> Kept:
    place = next(each for each in disk.PLACES if each.name == name)
    return Kept(name, lambda folder: place.write(folder, 0), place.read, checked, file)


def _places(folder: Path) -> tuple[Path, ...]:
    with patch.dict(os.environ, {"XDG_STATE_HOME": str(folder / "state")}):
        return places.added()[-1:]


def _tuning(folder: Path) -> disk.Tuning:
    return disk.Tuning(folder / "tuning.json")


def _tune(folder: Path) -> None:
    _tuning(folder).remember_backend("jax")


def _queue(folder: Path) -> None:
    """One walk alone waits in the queue; one that is damaged begins anew, and says so once."""
    queue = WalkQueue(folder / "queue")
    try:
        _add_alone(queue, folder)
    except QueueError as error:
        check_sentence(error)
        _add_alone(queue, folder)


def _add_alone(queue: WalkQueue, folder: Path) -> None:
    for entry in queue.entries():
        queue.remove(entry.id)
    queue.set_paused(False)
    queue.add(Order(Walk(title="queued"), folder / "queued.gif"))


def _queued(folder: Path) -> Any:
    queue = WalkQueue(folder / "queue")
    entries = queue.entries()
    with queue.run_alone():
        return [(entry.title, entry.target, entry.state, queue.order(entry.id)) for entry in entries]


@contextmanager
def _session_in(folder: Path) -> Iterator[tuple[Session, list[Any]]]:
    """What remembers the walk that was open, and what is shown when it begins."""
    shown: list[Any] = []
    document = Document()
    moved = SimpleNamespace(connect=lambda _: None)
    playhead = SimpleNamespace(index=3, move_to=shown.append, moved=moved)
    files = SimpleNamespace(
        recovery_name="",
        begin=shown.append,
        reopen=lambda file, _: file is not None and not shown.append(file),
    )
    document.show(Walk(title="open last"))
    with _settings_in(folder):
        messages = SimpleNamespace(show_message=lambda text, **_: check_sentence(text))
        yield Session(document, playhead, files, messages, folder / "session"), shown  # type: ignore[arg-type]


def _leave_session(folder: Path) -> None:
    with _session_in(folder) as (session, _):
        session.close()


def _shown_again(folder: Path) -> Any:
    with _session_in(folder) as (session, shown):
        session.begin(lambda: None)
        session._end_beginning()
    return shown


def _keep_settings(folder: Path) -> None:
    PresetFolder(folder / "presets").keep(SETTINGS)


def _kept_settings(folder: Path) -> Any:
    return [each for each in PresetFolder(folder / "presets").presets() if each.name == SETTINGS.name]


def _limited(folder: Path) -> int:
    return remembered_limit(folder / "frames")


def _log_crash(folder: Path) -> None:
    with patch.dict(os.environ, {"XDG_STATE_HOME": str(folder / "state")}), crash_log() as file:
        if file is not None:
            file.write("the stacks of all threads")


def _logged_crash(folder: Path) -> None:
    """A report has it where it can be read, and may be without."""
    with patch.dict(os.environ, {"XDG_STATE_HOME": str(folder / "state")}):
        last_logs()


def _key(folder: Path) -> bool:
    with patch.dict(os.environ, {"XDG_STATE_HOME": str(folder / "state")}):
        return own_key() is not None


KINDS = (
    _of_disk("record", True, "*.json"),
    _of_disk("places", True, "*.json"),
    _of_disk("way", True, "way-*.txt"),
    _of_disk("program", True),
    Kept(
        "tuning",
        lambda folder: _tuning(folder).remember_backend("jax"),
        lambda folder: _tuning(folder).backend(),
    ),
    Kept("place", lambda folder: disk.add_place(folder, 0), _places),
    Kept("identity", _identify, _identify, file="*.json"),
    Kept("edit", _keep_edit, _kept_edits, file="*.sd3walk"),
    Kept("earlier edit", _keep_edit, _kept_walks, file=f"*{EARLIER_SUFFIX}", lasts=True),
    Kept("lock", _keep_edit, _kept_walks, file=f"*{LOCK_SUFFIX}", lasts=True),
    Kept("origin", _keep_edit, _kept_walks, file=f"*{ORIGIN_SUFFIX}", lasts=True),
    Kept("preferences", _prefer, _preferred, file="preferences.ini", is_linked=True),
    Kept("settings", _use, _used, file="[!p]*.ini", is_linked=True),
    Kept("queue", _queue, _queued, file="queue.db"),
    Kept("queue's lock", _queue, _queued, file="queue.lock", lasts=True),
    Kept("session", _leave_session, _shown_again, file="last.sd3walk"),
    Kept("session's settings", _leave_session, _shown_again, file="[!p]*.ini", is_linked=True),
    Kept("settings by name", _keep_settings, _kept_settings, file="*.json"),
    Kept("limit", lambda folder: remember_limit(folder / "frames", 10**9), _limited, file="limit.txt"),
    Kept("crash log", _log_crash, _logged_crash, file="crash.log"),
    Kept("key", _key, _key, file="programs.key", lasts=True),
)

SHORT = 100


@contextmanager
def prepare(folder: Path) -> Iterator[Trial]:
    """One file is damaged. Nothing wrong is taken for right, and what is kept anew is there again."""
    outside = folder / "outside"
    outside.mkdir()

    def trial(random: Random) -> None:
        kind = random.choice(KINDS)
        own = folder / str(random.getrandbits(64))
        own.mkdir()
        lay_outside(outside)
        disk.first_frame(own)
        kind.write(own)
        whole = kind.read(own)
        file = random.choice(sorted(path for path in own.rglob(kind.file) if path.is_file()))
        # A link to what is written with it would be two files in one.
        place = own / "frames" if kind.is_linked else own
        others = [path for path in place.rglob("*") if path.is_file() and path != file]
        with damaged(file, others, outside, random, folders=False):
            found = _read(kind, own)
            if kind.checked and found not in (None, whole):
                raise Fault(Kind.WRONG, f"{kind.name}: {found} is taken for {whole}")
            if kind.lasts and found != whole and not _is_somebodys(file):
                raise Fault(Kind.LOST, f"{kind.name}: {found} is left of {whole}")
            try:
                kind.write(own)
            except ERRORS as error:
                check_sentence(error)
            else:
                # A digest of the right form is believed, as all of a model would have to be read.
                if (again := _read(kind, own)) != whole and kind.name != "identity":
                    raise Fault(Kind.LOST, f"{kind.name} was written again, and is {again}, not {whole}")
        if not kind.is_linked:
            check_outside(outside)
        left = [path.name for path in own.rglob(".*") if "-sd3explorer-" in path.name]
        if left:
            raise Fault(Kind.LEFT, f"{kind.name}: {left}")

    yield trial


def _is_somebodys(lock: Path) -> bool:
    """Whether damage has made it the lock of another process or machine, which nobody may take away."""
    return lock.is_file() and bool(QLockFile(str(lock)).getLockInfo()[-3])


def _read(kind: Kept, folder: Path) -> Any:
    try:
        return kind.read(folder)
    except ERRORS as error:
        check_sentence(error)
        return None


CAMPAIGN = Campaign(
    "kept", "what is kept between two starts flipped, cut, swapped, replaced", prepare, 3_000, short=SHORT
)
