"""The app with its window: what it is put together from, how it ends, and what is left of it then."""

import os
import signal
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from types import SimpleNamespace
from unittest.mock import Mock

import numpy as np
import psutil
import pytest
from PySide6.QtWidgets import QWidget

from sd3explorer.app import main
from sd3explorer.app.document.examples_dialog import EMPTY
from sd3explorer.app.document.recovery import Recovery
from sd3explorer.app.main import _begin_where_it_was_left, _report, _storage
from sd3explorer.app.messages import MessageBar
from sd3explorer.app.preferences.remembered import Preferences, Start
from sd3explorer.walk.error import WalkError
from sd3explorer.walk.temporary import temporary_folder

# Starts the app with an edit that isn't saved, and says so once the window rests in what it was told to do.
WINDOW = """
import gc
import sys
from dataclasses import replace
from PySide6.QtCore import QTimer
from sd3explorer.app import main
from sd3explorer.render.places import choose_place

def work(window, doing):
    window.document.edit(replace(window.document.walk, title="Precious"), "Change title")
    # Garbage is left to the window's thread; see `test_garbage.py`.
    QTimer.singleShot(500, lambda: print("collects" if gc.isenabled() else "ready", flush=True))
    if doing == "asking":
        window.close()
    elif doing == "choosing a file":
        window.files.save_as()

def follow(window):
    end_on_signals(window)
    QTimer.singleShot(0, window, lambda: work(window, sys.argv[1]))

end_on_signals, main._end_on_signals = main._end_on_signals, follow
sys.exit(main.start(None, choose_place))
"""

SECONDS_TO_END = 60


@pytest.mark.parametrize(
    ("number", "doing"),
    [(signal.SIGHUP, "rendering"), (signal.SIGTERM, "asking"), (signal.SIGINT, "choosing a file")],
)
def test_a_window_that_is_told_to_end_asks_nobody_and_loses_nothing(tmp_path, qapp, number, doing):
    places = {
        f"XDG_{kind}_HOME": str(tmp_path / kind.lower()) for kind in ("CACHE", "STATE", "CONFIG", "DATA")
    }
    (tmp_path / "tmp").mkdir()
    environment = os.environ | places | {"TMPDIR": str(tmp_path / "tmp"), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", WINDOW, doing]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as window:
        try:
            assert window.stdout.readline() == "ready\n"
            engines = psutil.Process(window.pid).children(recursive=True)
            window.send_signal(number)
            assert window.wait(SECONDS_TO_END) == 0
        finally:
            window.kill()
    assert engines
    assert psutil.wait_procs(engines, SECONDS_TO_END)[1] == []
    assert list((tmp_path / "tmp").iterdir()) == []
    next_window = Recovery(tmp_path / "state" / "sd3explorer" / "recovery")
    assert [left.walk.title for left in next_window.leftovers()] == ["Precious"]
    next_window.close()


@pytest.fixture
def scratch(tmp_path, monkeypatch):
    """The system's folder for temporary files, beside a cache that can't be written to."""
    folder = tmp_path / "scratch"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    (tmp_path / "cache").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return folder


def test_frames_that_can_only_be_kept_for_a_while_are_gone_in_the_end(scratch):
    with ExitStack() as stack:
        storage, problem = _storage(stack)
        assert "Until then frames are kept only for a while." in problem
        storage.store.put("ab" * 32, np.zeros((8, 8, 3), np.uint8))
        assert list(scratch.rglob("*.png"))
    assert not list(scratch.iterdir())


def test_those_of_a_window_that_was_killed_are_gone_with_the_next_start(scratch):
    with temporary_folder(scratch, "frames") as folder:
        name = folder.name
    (scratch / name / "ab").mkdir(parents=True)
    with ExitStack() as stack:
        _storage(stack)
    assert not list(scratch.iterdir())


def test_a_slip_is_reported_in_one_sentence_and_leaves_its_traceback_in_the_log(qtbot, caplog):
    window = QWidget()
    window.messages = MessageBar(window)
    qtbot.addWidget(window)
    try:
        raise KeyError("slip")
    except KeyError as error:
        _report(window, KeyError, error, error.__traceback__)
    qtbot.waitUntil(lambda: "Something went wrong in the app itself" in window.messages.text)
    assert "KeyError: 'slip'" in caplog.text


@pytest.mark.parametrize(
    ("start", "new_window", "goes_on"),
    [(Start.LAST, False, True), (Start.EXAMPLE, False, False), (Start.LAST, True, False)],
)
def test_a_start_goes_on_with_the_last_walk_unless_something_else_was_asked_for(start, new_window, goes_on):
    begun = []
    window = SimpleNamespace(
        begin=lambda walk: begun.append(walk.title),
        preferences=SimpleNamespace(now=Preferences(start=start)),
        session=SimpleNamespace(begin=lambda otherwise: begun.append("last")),
    )
    _begin_where_it_was_left(window, new_window)
    assert begun == ["last" if goes_on else "Five friends"]


def test_a_start_whose_first_example_is_damaged_begins_with_an_empty_walk(monkeypatch):
    begun = []
    preferences = SimpleNamespace(now=Preferences(start=Start.EXAMPLE))
    monkeypatch.setattr(main, "example", Mock(side_effect=WalkError("it is damaged")))
    _begin_where_it_was_left(SimpleNamespace(begin=begun.append, preferences=preferences), False)
    assert begun == [EMPTY]
