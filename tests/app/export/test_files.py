import os
import time

import pytest

from sd3explorer.app.export.files import RunFolder

DAYS_AGO = time.time() - 3 * 24 * 3600
IN_A_YEAR = time.time() + 365 * 24 * 3600


@pytest.fixture
def folder(tmp_path):
    folder = RunFolder(tmp_path / "exports")
    yield folder
    folder.close()


def left_behind(tmp_path, name, age):
    left = tmp_path / "exports" / name
    left.mkdir(parents=True)
    (left / "walk.gif").touch()
    os.utime(left, (age, age))
    return left


def test_nothing_is_made_until_a_file_is_needed(tmp_path, folder):
    assert not (tmp_path / "exports").exists()


def test_two_files_of_one_name_lie_in_different_places(folder):
    first, second = folder.place_for("walk.gif"), folder.place_for("walk.gif")
    assert first != second
    assert first.name == second.name == "walk.gif"
    assert first.parent.is_dir()


def test_a_file_that_is_discarded_is_gone(folder):
    path = folder.place_for("walk.gif")
    path.touch()
    folder.discard(path)
    assert not path.parent.exists()


def test_a_file_that_is_kept_cannot_be_discarded(folder):
    path = folder.place_for("walk.gif")
    path.touch()
    folder.keep(path)
    folder.discard(path)
    assert path.exists()


def test_a_file_that_is_discarded_while_it_is_read_goes_when_nobody_reads_it_any_more(folder):
    path = folder.place_for("walk.gif")
    path.touch()
    for _ in range(2):
        folder.hold(path)
    folder.discard(path)
    folder.release(path)
    assert path.exists()
    folder.release(path)
    assert not path.parent.exists()


def test_a_file_that_was_read_stays_until_it_is_discarded(folder):
    path = folder.place_for("walk.gif")
    path.touch()
    folder.hold(path)
    folder.release(path)
    assert path.exists()
    folder.discard(path)
    assert not path.parent.exists()


def test_closing_removes_everything_of_this_window_and_nothing_else(tmp_path, folder):
    other = RunFolder(tmp_path / "exports")
    path = other.place_for("walk.gif")
    path.touch()
    folder.keep(folder.place_for("walk.gif"))
    folder.close()
    assert path.exists()
    other.close()
    assert not list((tmp_path / "exports").iterdir())


@pytest.mark.parametrize("when", [DAYS_AGO, IN_A_YEAR], ids=["days ago", "when the clock was wrong"])
def test_what_a_crashed_window_left_is_removed_days_later(tmp_path, folder, when):
    left = left_behind(tmp_path, "run-crashed", when)
    folder.place_for("walk.gif")
    assert not left.exists()


def test_what_a_window_left_just_now_stays(tmp_path, folder):
    left = left_behind(tmp_path, "run-crashed", time.time())
    folder.place_for("walk.gif")
    assert left.exists()


def test_a_window_that_runs_for_days_keeps_its_files(tmp_path, folder):
    other = RunFolder(tmp_path / "exports")
    path = other.place_for("walk.gif")
    os.utime(path.parents[1], (DAYS_AGO, DAYS_AGO))
    folder.place_for("walk.gif")
    assert path.parent.exists()
    other.close()


def test_files_of_others_are_left_alone(tmp_path, folder):
    foreign = left_behind(tmp_path, "holiday", DAYS_AGO)
    folder.place_for("walk.gif")
    assert foreign.exists()
