"""What killed processes leave behind is cleared away, and what others are writing is not."""

import os
import subprocess
import sys
import tempfile
import time

import pytest

from sd3explorer.walk import temporary
from sd3explorer.walk.cache_files import replacing_cached
from sd3explorer.walk.files import replacing
from sd3explorer.walk.temporary import clear_left_behind, temporary_file, temporary_folder

WRITER = """
import sys
from pathlib import Path
from sd3explorer.walk.files import replacing
from sd3explorer.walk.temporary import temporary_folder

place = Path(sys.argv[2])
with replacing(place) if sys.argv[1] == "file" else temporary_folder(place.parent, place.name) as path:
    (path if path.is_file() else path / "inside").write_text("half")
    print("in the middle", flush=True)
    sys.stdin.read()
"""

MACHINE = temporary._machine()
LEFT = f".a-sd3explorer-{MACHINE}-1234abcd"

BOTH = pytest.mark.parametrize("kind", ["file", "folder"])

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such locks")


@pytest.fixture
def writing(tmp_path):
    """A function that starts a process which is in the middle of writing."""
    processes = []

    def start(kind):
        command = [sys.executable, "-c", WRITER, kind, str(tmp_path / "out.gif")]
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        processes.append(process)
        assert process.stdout.readline() == b"in the middle\n"
        return process

    yield start
    for process in processes:
        process.kill()
        process.wait()
        process.stdin.close()
        process.stdout.close()


def names(folder):
    return sorted(path.name for path in folder.iterdir())


@BOTH
def test_what_a_killed_process_left_is_cleared_away(tmp_path, writing, kind):
    process = writing(kind)
    process.kill()
    process.wait()
    assert len(names(tmp_path)) == 1
    clear_left_behind(tmp_path)
    assert names(tmp_path) == []


@BOTH
def test_what_another_process_is_writing_stays(tmp_path, writing, kind):
    process = writing(kind)
    before = names(tmp_path)
    clear_left_behind(tmp_path)
    assert names(tmp_path) == before
    process.stdin.close()
    assert process.wait() == 0


@BOTH
def test_what_this_process_is_writing_stays(tmp_path, kind):
    with temporary_file(tmp_path, "a", ".gif") if kind == "file" else temporary_folder(tmp_path, "a") as path:
        clear_left_behind(tmp_path)
        assert path.exists()
    assert names(tmp_path) == []


def test_the_next_file_that_is_written_into_the_folder_clears_up(tmp_path, writing):
    process = writing("file")
    process.kill()
    process.wait()
    with replacing(tmp_path / "another.sd3walk"):
        pass
    assert names(tmp_path) == ["another.sd3walk"]


def test_the_next_temporary_folder_clears_up(tmp_path, writing):
    process = writing("folder")
    process.kill()
    process.wait()
    with temporary_folder(tmp_path, "store") as folder:
        assert list(tmp_path.iterdir()) == [folder]


@pytest.mark.parametrize(
    "name",
    [".out-1234abcd.gif", ".frames-1234abcd", f"out-sd3explorer-{MACHINE}-1234abcd.gif", ".sd3explorer.gif"],
)
def test_no_other_hidden_file_is_taken_for_left_behind(tmp_path, name):
    (tmp_path / name).touch()
    clear_left_behind(tmp_path)
    assert names(tmp_path) == [name]


def test_a_link_by_such_a_name_leads_to_nothing_that_is_removed(tmp_path):
    real = tmp_path / "real"
    real.mkdir()
    (real / "thesis.txt").touch()
    (tmp_path / LEFT).symlink_to(real)
    clear_left_behind(tmp_path)
    assert (real / "thesis.txt").exists()


def test_a_pipe_by_such_a_name_is_no_hindrance(tmp_path, hang_guard):
    os.mkfifo(tmp_path / LEFT)
    clear_left_behind(tmp_path)


@pytest.mark.parametrize("name", [".a-sd3explorer-000000-1234abcd.gif", ".a-sd3explorer-1234abcd.gif"])
def test_what_another_machine_may_be_writing_stays_as_its_locks_may_not_be_seen_here(tmp_path, name):
    (tmp_path / name).touch()
    clear_left_behind(tmp_path)
    assert names(tmp_path) == [name]


@pytest.mark.parametrize("name", [".a-sd3explorer-000000-1234abcd.gif", ".a-sd3explorer-1234abcd.gif"])
def test_what_another_machine_left_alone_for_a_week_is_cleared_away(tmp_path, name):
    (tmp_path / name).touch()
    before = time.time() - 8 * 24 * 3600
    os.utime(tmp_path / name, (before, before))
    clear_left_behind(tmp_path)
    assert names(tmp_path) == []


def test_what_another_machine_may_be_writing_stays_where_the_clock_here_is_ahead(tmp_path, monkeypatch):
    left = tmp_path / ".a-sd3explorer-000000-1234abcd.gif"
    left.touch()
    right = time.time
    monkeypatch.setattr(time, "time", lambda: right() + 365 * 24 * 3600)
    clear_left_behind(tmp_path)
    assert names(tmp_path) == [left.name]


def test_a_cached_file_that_a_killed_process_was_writing_is_cleared_by_the_next_durable_one(tmp_path):
    (tmp_path / LEFT).touch()
    with replacing_cached(tmp_path / "identities.json"):
        pass
    assert names(tmp_path) == ["identities.json"]


def test_somebody_elses_files_stay(tmp_path, monkeypatch):
    (tmp_path / LEFT).touch()
    monkeypatch.setattr(os, "geteuid", lambda: 12_345)
    clear_left_behind(tmp_path)
    assert len(names(tmp_path)) == 1


def test_where_a_disk_has_no_locks_nothing_is_taken_for_left_behind(tmp_path, monkeypatch):
    def refuse(*_):
        raise OSError(95, "Operation not supported")

    (tmp_path / LEFT).touch()
    monkeypatch.setattr(temporary.fcntl, "flock", refuse)
    with replacing(tmp_path / "walk.sd3walk"):
        pass
    assert names(tmp_path) == [LEFT, "walk.sd3walk"]


def test_a_new_file_that_is_cleared_away_before_it_is_locked_is_made_again(tmp_path, monkeypatch):
    flock, cleared = temporary.fcntl.flock, []

    def clear_first(descriptor, operation):
        if not cleared:
            cleared.extend(tmp_path.iterdir())
            cleared[0].unlink()
        flock(descriptor, operation)

    monkeypatch.setattr(temporary.fcntl, "flock", clear_first)
    with temporary_file(tmp_path, "a", ".gif") as path:
        assert path.exists()
        assert path not in cleared


@pytest.mark.skipif(sys.platform == "win32", reason="paths are quoted in other ways there")
def test_a_folder_for_temporary_files_whose_path_needs_quotes_has_another_in_its_place(tmp_path, monkeypatch):
    folder, other = tmp_path / "it's mine", tmp_path / "other"
    folder.mkdir()
    other.mkdir()
    monkeypatch.setattr(temporary, "_USUAL", (tmp_path / "gone", other))
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    assert temporary.plain_folder() == other
    other.rmdir()
    assert temporary.plain_folder() is None
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    assert temporary.plain_folder() == tmp_path
