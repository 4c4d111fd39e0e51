"""Recovery after a crash, and the lock that keeps two windows from one file."""

import errno
import json
import os
import shutil
import subprocess
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest

from sd3explorer.app.document.recovery import SET_ASIDE, FileLock, Recovery
from sd3explorer.walk import file as walk_file
from sd3explorer.walk.walk import Walk
from tests.flushed import flushes

EDITED = Walk(title="Edited")

# Windows that keep a walk and are gone before they could close: each has a folder, with a title and a file.
CRASH = """
import json, os, sys
from pathlib import Path
from sd3explorer.app.document.recovery import Recovery
from sd3explorer.walk.walk import Walk
recoveries = []
for folder, (title, file) in json.loads(sys.argv[1]).items():
    recoveries.append(Recovery(Path(folder)))
    recoveries[-1].keep(Walk(title=title), file and Path(file))
    assert recoveries[-1].write()
os._exit(1)
"""
LOST_FILE = Path("/walks/lost.sd3walk")
CRASHES = (
    ("Edited", None),
    ("Lost", None),
    ("Lost", LOST_FILE),
    ("Damaged", None),
    ("Old", None),
    ("New", None),
)

# A window that is killed once an edit, made by keys, was dealt with.
KILLED = """
import os, signal, sys
from dataclasses import replace
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from sd3explorer.app.document.document import Document
from sd3explorer.app.document.files import Files
from sd3explorer.app.document.recovery import FileLock, Recovery
from sd3explorer.app.messages import MessageBar
application = QApplication([])
document, messages, field = Document(), MessageBar(), QLineEdit()
folder = Path(sys.argv[1])
files = Files(document, messages, Recovery(folder), FileLock(folder / "locks"), field)
field.textEdited.connect(lambda text: document.edit(replace(document.walk, title=text), "type", "title"))
field.show()

def type_and_die():
    QTest.keyClicks(field, "Precious")
    # Long before it would be written if it waited for the next second.
    QTimer.singleShot(200, lambda: os.kill(os.getpid(), signal.SIGKILL))

QTimer.singleShot(0, type_and_die)
application.exec()
"""

# A window that is killed while it writes an edit.
TORN = """
import os, sys
from pathlib import Path
from sd3explorer.walk.temporary import temporary_file
with temporary_file(Path(sys.argv[1]), "a-window", ".sd3walk") as path:
    os._exit(1)
"""

# A window that holds the lock of a file until it is ended.
HOLD = """
import sys
from pathlib import Path
from sd3explorer.app.document.recovery import FileLock
lock = FileLock(Path(sys.argv[1]))
print(lock.acquire(Path(sys.argv[2])), flush=True)
sys.stdin.read()
"""


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "recovery"


@pytest.fixture
def window(folder, qapp):
    recovery = Recovery(folder)
    yield recovery
    recovery.close()


@pytest.fixture
def other_window(folder, qapp):
    recovery = Recovery(folder)
    yield recovery
    recovery.close()


@pytest.fixture
def lock(tmp_path):
    file_lock = FileLock(tmp_path / "locks")
    yield file_lock
    file_lock.release()


@pytest.fixture(scope="module")
def crashed(tmp_path_factory):
    """What windows left behind that are gone, by title and file: one process for all tests."""
    folder = tmp_path_factory.mktemp("crashed")
    left = {crash: folder / str(number) for number, crash in enumerate(CRASHES)}
    asked = {str(left[title, file]): (title, file and str(file)) for title, file in CRASHES}
    subprocess.run([sys.executable, "-c", CRASH, json.dumps(asked)], check=False)
    return left


@pytest.fixture
def crash(crashed):
    """Leaves in a folder what a window did that is gone."""

    def crash(folder, title="Edited", file=None):
        folder.mkdir(exist_ok=True)
        copied = {}
        for left in crashed[title, file].iterdir():
            # A file of two names stays one.
            first = copied.setdefault(left.stat().st_ino, folder / left.name)
            if first.exists():
                (folder / left.name).hardlink_to(first)
            else:
                shutil.copyfile(left, first)

    return crash


def walks_in(folder):
    return list(folder.glob("[!.]*.sd3walk")) if folder.is_dir() else []


def test_an_edit_is_there_at_once_and_then_brought_to_the_disk_with_its_name(window, folder, monkeypatch):
    done = flushes(monkeypatch, folder / f"{window._name}.sd3walk")
    window.keep(EDITED, None)
    assert window.write()
    assert done == [("file", True), ("folder", True)]


def test_an_edit_is_kept_without_anybody_saving_it(window, folder, qtbot):
    window.keep(EDITED, None)
    qtbot.waitUntil(lambda: walks_in(folder) != [])
    assert Walk.load(walks_in(folder)[0]) == EDITED


def test_one_who_never_pauses_is_kept_too(window, folder, qtbot):
    def type_on():
        window.keep(EDITED, None)
        return walks_in(folder) != []

    qtbot.waitUntil(type_on)


def test_an_edit_outlives_a_kill_right_after_it(window, folder):
    subprocess.run([sys.executable, "-c", KILLED, folder], check=False, timeout=60)
    assert [left.walk.title for left in window.leftovers()] == ["Precious"]


def test_edits_are_written_without_the_windows_thread(window, monkeypatch):
    writers = set()

    def note(walk):
        writers.add(threading.current_thread())
        return dump(walk)

    dump = Walk.dump
    monkeypatch.setattr(Walk, "dump", note)
    window.keep(EDITED, None)
    assert window.write()
    assert threading.current_thread() not in writers != set()


def test_edits_that_come_faster_than_they_are_written_are_written_once(window, folder, monkeypatch):
    written, may_write = [], threading.Event()

    def write_slowly(walk):
        may_write.wait()
        written.append(walk.title)
        return dump(walk)

    dump = Walk.dump
    monkeypatch.setattr(Walk, "dump", write_slowly)
    for number in range(100):
        window.keep(Walk(title=str(number)), None)
    may_write.set()
    assert window.write()
    assert len(written) <= 2
    assert [Walk.load(path).title for path in walks_in(folder)] == ["99"]


def test_what_a_window_left_that_was_killed_before_anything_was_kept_is_removed(window, folder, crash):
    crash(folder)
    [kept] = walks_in(folder)
    kept.rename(folder / f".{kept.stem}-1234.sd3walk")
    (folder / f"{kept.stem}.earlier").unlink()
    assert window.leftovers() == []
    assert list(folder.iterdir()) == []


def test_only_the_latest_edit_is_kept(window, folder):
    window.keep(Walk(title="First"), None)
    window.keep(EDITED, None)
    window.write()
    assert [Walk.load(path) for path in walks_in(folder)] == [EDITED]


def test_nothing_is_written_before_the_first_edit(window, folder):
    assert window.write()
    assert not folder.exists()


def test_a_saved_walk_leaves_nothing_to_recover(window, folder, tmp_path):
    window.keep(EDITED, tmp_path / "edited.sd3walk")
    window.write()
    window.clear()
    window.write()
    assert [path for path in folder.iterdir() if path.suffix != ".lock"] == []


def test_what_was_not_written_yet_is_forgotten_with_the_rest(window, folder):
    window.keep(EDITED, None)
    window.clear()
    window.write()
    assert walks_in(folder) == []


def test_a_clean_close_leaves_an_empty_folder(window, folder, tmp_path):
    window.keep(EDITED, tmp_path / "edited.sd3walk")
    window.write()
    window.close()
    assert list(folder.iterdir()) == []


def test_the_walk_of_a_window_that_is_gone_is_offered(window, folder, crash):
    crash(folder, "Lost")
    assert [left.walk.title for left in window.leftovers()] == ["Lost"]


def test_a_leftover_knows_its_file(window, folder, crash):
    crash(folder, "Lost", LOST_FILE)
    assert window.leftovers()[0].file == LOST_FILE


def test_a_leftover_that_was_never_saved_has_no_file(window, folder, crash):
    crash(folder)
    assert window.leftovers()[0].file is None


def test_the_newest_leftover_comes_first(window, folder, crash):
    crash(folder, "Old")
    old = walks_in(folder)[0]
    os.utime(old, (1e9, 1e9))
    crash(folder, "New")
    assert [left.walk.title for left in window.leftovers()] == ["New", "Old"]


def test_the_walk_of_a_living_window_is_not_offered(window, other_window):
    other_window.keep(EDITED, None)
    other_window.write()
    assert window.leftovers() == []


def test_a_window_is_not_offered_its_own_walk(window):
    window.keep(EDITED, None)
    window.write()
    assert window.leftovers() == []


def test_a_leftover_is_offered_by_one_window_only(window, other_window, folder, crash):
    crash(folder)
    window.leftovers()
    assert other_window.leftovers() == []


def test_asking_again_offers_the_same(window, folder, crash):
    crash(folder)
    assert window.leftovers() == window.leftovers() != []


def test_a_leftover_that_nobody_decided_on_is_offered_again(window, other_window, folder, crash):
    crash(folder)
    left = window.leftovers()
    window.close()
    assert other_window.leftovers() == left


def test_a_discarded_leftover_is_gone(window, folder, crash):
    crash(folder, "Lost", LOST_FILE)
    window.discard(window.leftovers()[0])
    assert list(folder.iterdir()) == []


def test_a_taken_leftover_is_safe_in_the_window_that_took_it(window, other_window, folder, crash):
    crash(folder, "Lost", LOST_FILE)
    window.take(window.leftovers()[0])
    assert [Walk.load(path).title for path in walks_in(folder)] == ["Lost"]
    assert other_window.leftovers() == []


def test_a_leftover_stays_when_it_can_not_be_kept_anew(window, folder, crash, monkeypatch):
    crash(folder, "Lost")
    left = window.leftovers()[0]
    monkeypatch.setattr("sd3explorer.walk.temporary.secrets.token_hex", refuse)
    window.take(left)
    assert [Walk.load(path).title for path in walks_in(folder)] == ["Lost"]


def test_a_leftover_that_cannot_be_read_as_things_are_stays(window, folder, crash, monkeypatch):
    crash(folder, "Lost")

    def refuse_to_open(file):
        raise OSError(errno.EMFILE, "Too many open files")

    with monkeypatch.context() as patch:
        patch.setattr(walk_file, "reading", refuse_to_open)
        assert window.leftovers() == []
    assert window.set_aside == []
    assert [left.walk.title for left in window.leftovers()] == ["Lost"]


def test_a_damaged_leftover_is_set_aside_not_lost(window, folder, crash):
    crash(folder)
    damaged = walks_in(folder)[0]
    damaged.write_bytes(b'{"format": "sd3explorer-w')
    assert window.leftovers() == []
    # Both are names of one file, as it was on the disk.
    aside = folder / SET_ASIDE / damaged.name
    assert window.set_aside == [aside, aside.with_suffix(".earlier")]
    assert window.set_aside[0].read_bytes() == b'{"format": "sd3explorer-w'


def test_an_edit_that_a_loss_of_power_has_damaged_leaves_the_one_that_was_on_the_disk(left):
    folder, name = left
    (folder / f"{name}.sd3walk").unlink()
    (folder / f"{name}.sd3walk").write_bytes(b"")
    assert [walk for walk, _ in offered(folder)] == [EDITED]


@pytest.fixture
def slow_disk(monkeypatch):
    """A disk that takes nothing until it is told to."""
    takes = threading.Event()
    flush_to_disk = os.fsync
    monkeypatch.setattr(os, "fsync", lambda descriptor: takes.wait() and flush_to_disk(descriptor))
    yield takes
    takes.set()


def titles(folder, pattern):
    return [Walk.load(path).title for path in folder.glob(f"[!.]{pattern}")]


def test_an_edit_does_not_wait_until_the_disk_has_the_one_before_it(window, folder, slow_disk, qtbot):
    for title in ("first", "second", "third"):
        window.keep(replace(EDITED, title=title), None)
        qtbot.waitUntil(lambda title=title: titles(folder, "*.sd3walk") == [title])
    assert titles(folder, "*.earlier") == []


def test_what_is_on_the_disk_stays_until_the_next_edit_is(window, folder, monkeypatch, request, qtbot):
    window.keep(replace(EDITED, title="first"), None)
    assert window.write()
    slow_disk = request.getfixturevalue("slow_disk")
    window.keep(replace(EDITED, title="second"), None)
    qtbot.waitUntil(lambda: titles(folder, "*.sd3walk") == ["second"])
    assert titles(folder, "*.earlier") == ["first"]
    slow_disk.set()
    assert window.write()
    assert titles(folder, "*.earlier") == ["second"]


def test_an_edit_that_could_not_be_brought_to_the_disk_takes_no_others_place(window, folder, monkeypatch):
    def refuse(descriptor):
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    window.keep(replace(EDITED, title="first"), None)
    assert window.write()
    monkeypatch.setattr(os, "fsync", refuse)
    window.keep(replace(EDITED, title="second"), None)
    assert not window.write()
    assert titles(folder, "*.sd3walk") == ["second"]
    assert titles(folder, "*.earlier") == ["first"]


def test_what_is_saved_while_a_disk_takes_its_time_is_not_kept_again(window, folder, slow_disk):
    window.keep(EDITED, None)
    window.clear()
    slow_disk.set()
    assert window.write()
    assert [path.suffix for path in folder.iterdir()] == [".lock"]


def test_a_disk_without_second_names_keeps_edits_too(window, folder, monkeypatch):
    def refuse(*_, **__):
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "link", refuse)
    done = flushes(monkeypatch, folder / f"{window.name}.sd3walk")
    window.keep(EDITED, None)
    assert window.write()
    assert done == [("file", True), ("folder", True)]


def test_a_damaged_leftover_that_can_not_be_set_aside_stays(window, folder, crash):
    crash(folder)
    damaged = walks_in(folder)[0]
    damaged.write_bytes(b"{")
    (folder / SET_ASIDE).write_bytes(b"a file")
    assert window.leftovers() == []
    assert damaged.read_bytes() == b"{"


def test_a_saved_walk_leaves_no_earlier_edit(window, folder):
    for title in ("first", "second"):
        window.keep(replace(EDITED, title=title), None)
        assert window.write()
    window.clear()
    assert window.write()
    assert [path.suffix for path in folder.iterdir()] == [".lock"]


def test_a_damaged_leftover_does_not_hide_the_others(window, folder, crash):
    crash(folder, "Damaged")
    walks_in(folder)[0].write_bytes(b"")
    crash(folder, "Lost")
    assert [left.walk.title for left in window.leftovers()] == ["Lost"]


def test_half_a_recovery_file_is_no_leftover(window, folder):
    folder.mkdir()
    (folder / ".half-1234.sd3walk").write_text("{")
    assert window.leftovers() == []
    assert window.set_aside == []


def test_a_folder_that_can_not_be_written_to_is_reported_once(window, folder, qtbot):
    folder.write_text("not a folder")
    told = []
    window.failed.connect(told.append)
    for title in ("first", "second"):
        window.keep(replace(EDITED, title=title), None)
        assert not window.write()
    qtbot.waitUntil(lambda: len(told) == 1)
    assert str(folder) in told[0]


def test_it_is_tried_again_with_the_next_edit(window, folder, qtbot):
    folder.write_text("not a folder")
    window.keep(EDITED, None)
    window.write()
    folder.unlink()
    with qtbot.waitSignal(window.mended):
        window.keep(replace(EDITED, title="Edited again"), None)
    assert window.write()
    assert Walk.load(walks_in(folder)[0]) == replace(EDITED, title="Edited again")


def test_edits_that_are_saved_needed_not_be_kept(window, folder, qtbot):
    folder.write_text("not a folder")
    window.keep(EDITED, None)
    window.write()
    with qtbot.waitSignal(window.mended):
        window.clear()


def test_a_window_that_is_ended_leaves_its_edits_to_the_next(window, other_window, tmp_path):
    window.keep(EDITED, tmp_path / "edited.sd3walk")
    window.close(keep_edits=True)
    [left] = other_window.leftovers()
    assert (left.walk, left.file) == (EDITED, tmp_path / "edited.sd3walk")


# What lies in place of a file of ours

PIPE_OR_SOCKET = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are none on Windows")


@pytest.fixture
def left(tmp_path):
    """The folder of a window that was killed, and the name of its copy."""
    recovery = Recovery(tmp_path / "recovery")
    recovery.keep(EDITED, tmp_path / "mine.sd3walk")
    assert recovery.write()
    recovery.close(keep_edits=True)
    return tmp_path / "recovery", recovery.name


def offered(folder):
    recovery = Recovery(folder)
    found = [(left.walk, left.file) for left in recovery.leftovers()]
    recovery.close()
    return found


@PIPE_OR_SOCKET
@pytest.mark.parametrize("suffix", [".origin", ".lock"])
def test_a_pipe_or_a_folder_in_the_place_of_its_helpers_costs_no_edit(left, suffix, hang_guard):
    folder, name = left
    for make in (os.mkfifo, os.mkdir):
        file = folder / f"{name}{suffix}"
        file.unlink(missing_ok=True)
        make(file)
        assert offered(folder) == [(EDITED, None if suffix == ".origin" else folder.parent / "mine.sd3walk")]


@pytest.mark.parametrize("content", [b"", bytes(64), b"\xff\0" * 999, b"4711\npython\nvm\n3d12"])
def test_a_lock_that_was_damaged_by_a_loss_of_power_costs_no_edit(left, content):
    folder, name = left
    (folder / f"{name}.lock").write_bytes(content)
    # It might be about to be written.
    assert offered(folder) == []
    os.utime(folder / f"{name}.lock", (1e9, 1e9))
    assert [walk for walk, _ in offered(folder)] == [EDITED]


@pytest.mark.parametrize("days", [0.5, 365], ids=["half a day", "a year"])
def test_a_damaged_lock_of_the_future_costs_no_edit_where_the_clock_was_set_back(left, days):
    folder, name = left
    (folder / f"{name}.lock").write_bytes(b"")
    later = time.time() + days * 24 * 3600
    os.utime(folder / f"{name}.lock", (later, later))
    assert [walk for walk, _ in offered(folder)] == [EDITED]


@pytest.mark.parametrize("content", [b"", b"/a\0b", b"/" + 2**17 * b"a"])
def test_a_damaged_origin_is_none(left, content):
    folder, name = left
    (folder / f"{name}.origin").write_bytes(content)
    assert offered(folder) == [(EDITED, None)]


# The lock of a file


def test_a_damaged_lock_beside_a_file_keeps_nobody_from_it(lock, tmp_path):
    beside = tmp_path / ".a.sd3walk.lock"
    beside.write_bytes(bytes(64))
    os.utime(beside, (1e9, 1e9))
    assert lock.acquire(tmp_path / "a.sd3walk") is None
    assert FileLock(tmp_path / "locks").acquire(tmp_path / "a.sd3walk") == "another window"


def test_an_emptied_lock_of_a_window_that_lives_is_still_its_own(tmp_path):
    command = [sys.executable, "-c", HOLD, str(tmp_path / "locks"), str(tmp_path / "a.sd3walk")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        holder.stdout.readline()
        (tmp_path / ".a.sd3walk.lock").write_bytes(b"")
        os.utime(tmp_path / ".a.sd3walk.lock", (1e9, 1e9))
        assert FileLock(tmp_path / "locks").acquire(tmp_path / "a.sd3walk") == "another window"
        holder.kill()


def test_the_first_window_gets_a_file(lock, tmp_path):
    assert lock.acquire(tmp_path / "a.sd3walk") is None


def test_the_second_window_learns_who_has_it(lock, tmp_path):
    lock.acquire(tmp_path / "a.sd3walk")
    assert FileLock(tmp_path / "locks").acquire(tmp_path / "a.sd3walk") == "another window"


def test_a_window_keeps_the_file_that_it_has(lock, tmp_path):
    lock.acquire(tmp_path / "a.sd3walk")
    assert lock.acquire(tmp_path / "a.sd3walk") is None


def test_two_names_of_one_file_are_one(lock, tmp_path):
    (tmp_path / "a.sd3walk").touch()
    (tmp_path / "link.sd3walk").symlink_to(tmp_path / "a.sd3walk")
    lock.acquire(tmp_path / "a.sd3walk")
    assert FileLock(tmp_path / "locks").acquire(tmp_path / "link.sd3walk") is not None


def test_the_lock_lies_beside_the_file_and_goes_with_the_window(lock, tmp_path):
    lock.acquire(tmp_path / "a.sd3walk")
    assert [path.name for path in tmp_path.iterdir()] == [".a.sd3walk.lock"]
    lock.release()
    assert list(tmp_path.iterdir()) == []


def test_another_file_gives_the_first_one_back(lock, tmp_path):
    lock.acquire(tmp_path / "a.sd3walk")
    lock.acquire(tmp_path / "b.sd3walk")
    other = FileLock(tmp_path / "locks")
    assert other.acquire(tmp_path / "a.sd3walk") is None
    other.release()


def test_a_refused_file_does_not_cost_the_one_that_is_held(lock, tmp_path):
    other = FileLock(tmp_path / "locks")
    other.acquire(tmp_path / "b.sd3walk")
    lock.acquire(tmp_path / "a.sd3walk")
    assert lock.acquire(tmp_path / "b.sd3walk") is not None
    assert (tmp_path / ".a.sd3walk.lock").exists()
    other.release()


def test_a_file_whose_folder_can_not_be_written_to_is_locked_elsewhere(lock, tmp_path):
    # A name so long that no lock fits beside it fails as a read-only folder does, for root too.
    file = tmp_path / ("a" * 245 + ".sd3walk")
    assert lock.acquire(file) is None
    assert FileLock(tmp_path / "locks").acquire(file) is not None


def test_a_pipe_in_the_place_of_the_lock_keeps_nobody_waiting(lock, tmp_path):
    os.mkfifo(tmp_path / ".a.sd3walk.lock")
    command = [sys.executable, "-c", HOLD, tmp_path / "locks", tmp_path / "a.sd3walk"]
    window = subprocess.run(command, input="", stdout=subprocess.PIPE, text=True, check=False, timeout=60)
    assert window.stdout == "None\n"


def test_a_link_that_leads_in_a_circle_can_be_locked(lock, tmp_path):
    (tmp_path / "loop.sd3walk").symlink_to("loop.sd3walk")
    assert lock.acquire(tmp_path / "loop.sd3walk") is None


def test_a_file_that_can_not_be_locked_at_all_is_let_through(tmp_path):
    (tmp_path / "locks").write_text("not a folder")
    nowhere = FileLock(tmp_path / "locks")
    assert nowhere.acquire(tmp_path / ("a" * 245 + ".sd3walk")) is None


def test_a_window_that_was_killed_holds_nothing(lock, tmp_path):
    file = tmp_path / "a.sd3walk"
    command = [sys.executable, "-c", HOLD, tmp_path / "locks", file]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as window:
        assert window.stdout.readline() == "None\n"
        assert lock.acquire(file) == "another window"
        window.kill()
    assert lock.acquire(file) is None


def refuse(*arguments):
    raise OSError(28, "No space left on device")


def test_nobody_else_may_look_into_the_folder_as_prompts_are_private(window, folder):
    window.keep(EDITED, None)
    assert window.write()
    assert folder.stat().st_mode & 0o077 == 0


def test_half_an_edit_of_a_window_that_was_killed_is_removed_by_the_next_one(qapp, tmp_path):
    subprocess.run([sys.executable, "-c", TORN, tmp_path], check=False)
    assert [path for path in tmp_path.iterdir() if path.suffix == ".sd3walk"]
    window = Recovery(tmp_path)
    assert window.leftovers() == []
    assert not [path for path in tmp_path.iterdir() if path.suffix == ".sd3walk"]
    window.close()
