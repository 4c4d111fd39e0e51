"""Looking through the library while the window goes on."""

import threading

import pytest
from PySide6.QtWidgets import QApplication

from sd3explorer.app.models import lookout as looking
from sd3explorer.app.models.lookout import Lookout
from sd3explorer.presets.entry import Entry
from sd3explorer.presets.library import Library


class Looks:
    """Looks when it is told to."""

    def __init__(self):
        self.named = []
        self.library = Library(())
        self.report = None
        self.may_end = threading.Event()
        self.may_end.set()
        self.reported = threading.Event()

    def __call__(self, named, stopped, report):
        self.named.append(named)
        if self.report is not None:
            report(self.report)
            self.reported.set()
        while not self.may_end.wait(0.005) and not stopped():
            pass
        return self.library


@pytest.fixture
def looks(monkeypatch):
    monkeypatch.setattr(looking, "MILLISECONDS_TO_REST", 1)
    monkeypatch.setattr(looking, "MILLISECONDS_TO_SETTLE", 1)
    return Looks()


@pytest.fixture
def lookout(qtbot, looks):
    lookout = Lookout(looks)
    yield lookout
    looks.may_end.set()
    lookout.shut_down()


def test_what_was_found_is_reported(lookout, looks, qtbot):
    with qtbot.waitSignal(lookout.looked) as told:
        lookout.look(["starter"])
    assert told.args == [looks.library]
    assert looks.named == [("starter",)]


def test_of_several_looks_that_are_wanted_meanwhile_one_follows(lookout, looks, qtbot):
    looks.may_end.clear()
    for name in "abcd":
        lookout.look([name])
    with qtbot.waitSignal(lookout.looked):
        looks.may_end.set()
    assert looks.named == [("a",), ("d",)]


def test_only_the_first_look_reports_what_was_found_so_far(lookout, looks, qtbot):
    told = []
    lookout.looked.connect(told.append)
    part = Library((), is_whole=False)
    looks.report = part
    for _ in range(2):
        with qtbot.waitSignal(lookout.looked, check_params_cb=lambda library: library.is_whole):
            lookout.look([])
    assert told == [part, looks.library, looks.library]


def test_a_change_in_a_folder_is_looked_at(lookout, looks, qtbot, tmp_path):
    looks.library = Library((), folders=(tmp_path,))
    with qtbot.waitSignal(lookout.looked):
        lookout.look([])
    with qtbot.waitSignal(lookout.looked):
        (tmp_path / "new.safetensors").touch()


def test_a_file_that_could_not_be_read_is_looked_at_when_it_grows(lookout, looks, qtbot, tmp_path):
    file = tmp_path / "half.safetensors"
    file.touch()
    looks.library = Library((Entry(str(file), file, problem="is cut off"),))
    with qtbot.waitSignal(lookout.looked):
        lookout.look([])
    with qtbot.waitSignal(lookout.looked):
        file.write_bytes(b"more")


def test_a_file_that_is_being_copied_is_looked_at_again(lookout, looks, qtbot, tmp_path):
    looks.library = Library((Entry("new", tmp_path, settled=False),))
    lookout.look([])
    qtbot.waitUntil(lambda: len(looks.named) > 1)


def test_of_very_many_folders_some_are_watched(lookout, looks, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(looking, "MAX_WATCHED", 2)
    folders = [tmp_path / str(number) for number in range(5)]
    for folder in folders:
        folder.mkdir()
    looks.library = Library((), folders=tuple(folders))
    with qtbot.waitSignal(lookout.looked):
        lookout.look([])
    assert len(lookout._watched()) == 2


def test_the_end_of_the_app_ends_a_look(lookout, looks, qtbot):
    looks.may_end.clear()
    with qtbot.assertNotEmitted(lookout.looked):
        lookout.look([])
        lookout.shut_down()


def test_what_was_found_before_the_end_and_comes_in_after_it_begins_nothing(lookout, looks, qtbot):
    # As the dialog, which looks again when it comes up.
    lookout.looked.connect(lambda _: lookout.look([]))
    looks.report = Library(())
    looks.may_end.clear()
    lookout.look([])
    # Without a loop of events: what the thread has found waits for the window.
    assert looks.reported.wait(20)
    lookout.shut_down()
    QApplication.processEvents()
    assert lookout._thread is None
    lookout.look([])
    assert len(looks.named) == 1
