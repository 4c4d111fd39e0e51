"""Disks that answer at once, later, and never."""

import threading

import pytest

from sd3explorer.app import disk as disk_module
from sd3explorer.app.disk import Disk, are_folders, first_folder

SECONDS_ASLEEP = 20


class Sleeping:
    """A folder whose disk answers nobody until it is woken."""

    def __init__(self):
        self.awake = threading.Event()

    def is_dir(self):
        self.awake.wait(SECONDS_ASLEEP)
        return True


class Refused:
    """A folder that may not be looked at."""

    def is_dir(self):
        raise PermissionError(13, "Permission denied")


@pytest.fixture
def sleeping():
    made = Sleeping()
    yield made
    made.awake.set()


@pytest.fixture
def disk(qapp):
    made = Disk()
    yield made
    made.close()


@pytest.fixture(autouse=True)
def soon(monkeypatch):
    monkeypatch.setattr(disk_module, "SECONDS_TO_ANSWER", 1.0)


def test_what_is_answered_at_once_is_gone_on_with_at_once(disk):
    heard = []
    disk.ask(lambda: 4, heard.append)
    assert heard == [4]


def test_what_is_answered_late_is_gone_on_with_in_the_windows_thread(qtbot, disk, sleeping):
    heard = []
    disk.ask(sleeping.is_dir, lambda answer: heard.append((answer, threading.current_thread())))
    assert heard == []
    sleeping.awake.set()
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [(True, threading.main_thread())]


def test_a_window_that_has_closed_goes_on_with_nothing(qtbot, disk, sleeping):
    heard = []
    disk.ask(sleeping.is_dir, heard.append)
    disk.close()
    sleeping.awake.set()
    qtbot.wait(50)
    assert heard == []


def test_what_was_asked_for_another_walk_comes_too_late(qtbot, disk, sleeping):
    heard, late = [], []
    disk.ask(sleeping.is_dir, heard.append, late.append)
    disk.forget()
    disk.ask(lambda: 4, heard.append)
    sleeping.awake.set()
    qtbot.waitUntil(lambda: bool(late))
    assert (heard, late) == ([4], [True])


def test_of_a_disk_that_sleeps_nobody_knows_whether_there_is_a_folder(sleeping, tmp_path):
    (tmp_path / "file").touch()
    asked = [sleeping, tmp_path, tmp_path / "file", tmp_path / "nowhere", Refused()]
    assert are_folders(asked) == [None, True, False, False, False]


def test_a_dialog_begins_in_the_first_folder_that_is_there(sleeping, tmp_path):
    assert first_folder([sleeping, tmp_path / "nowhere", tmp_path, tmp_path.parent]) == tmp_path
    assert first_folder([sleeping]) is None
    assert first_folder([]) is None
