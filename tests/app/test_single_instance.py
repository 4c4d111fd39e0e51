"""A second start of the app: it hands its file to the window that is open."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket
from PySide6.QtWidgets import QDialog

from sd3explorer.app.single_instance import TOKEN, SingleInstance, _name, hand_over

# Another process, as waiting for an answer keeps Python's lock.
START = """
import sys
from pathlib import Path
from sd3explorer.app.single_instance import hand_over
file, folder = sys.argv[1:]
print(hand_over(Path(file) if file else None, Path(folder)))
"""


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "state"


@pytest.fixture
def first(qtbot, folder):
    first = SingleInstance(folder)
    yield first
    first.close()


@pytest.fixture
def second(qtbot, folder):
    """Starts the app again, as another process does, and returns whether its file was taken."""

    def start(file):
        command = [sys.executable, "-c", START, "" if file is None else os.fsencode(file), str(folder)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            qtbot.waitUntil(lambda: process.poll() is not None)
            return process.stdout.read() == "True\n"

    return start


def test_the_first_one_opens_a_window_of_its_own(folder):
    assert not hand_over(None, folder)


def test_a_file_is_handed_to_the_window_that_is_open(first, second, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    asked = []
    first.asked.connect(asked.append)
    assert second(tmp_path.relative_to(tmp_path) / "jazz \udcff club.sd3walk")
    assert second(None)
    assert asked == [tmp_path / "jazz \udcff club.sd3walk", None]


def test_what_lets_it_come_to_the_front_is_handed_on(first, second, monkeypatch):
    monkeypatch.setenv(TOKEN, "token 1")
    seen = []

    def look(_):
        seen.append(os.environ.get(TOKEN))

    first.asked.connect(look)
    assert second(None)
    assert seen == ["token 1"]


def test_a_window_with_a_question_that_is_open_takes_nothing(first, second, qtbot):
    asked = []
    first.asked.connect(asked.append)
    question = QDialog()
    qtbot.addWidget(question)
    question.open()
    assert not second(None)
    question.close()
    assert second(None)
    assert asked == [None]


def test_a_window_that_was_asked_for_beside_it_does_not_take_its_place(first, second, folder):
    asked = []
    first.asked.connect(lambda _: asked.append("first"))
    another = SingleInstance(folder)
    another.asked.connect(lambda _: asked.append("another"))
    assert second(None)
    another.close()
    assert second(None)
    assert asked == ["first", "first"]


def test_what_a_crash_left_is_cleared_away(qtbot, folder, first, second):
    name = _name(folder)
    first.close()
    Path(name).touch()
    assert not hand_over(None, folder)
    another = SingleInstance(folder)
    assert second(None)
    another.close()


def test_whatever_else_comes_is_not_taken(first, second, folder, qtbot):
    asked = []
    first.asked.connect(asked.append)
    numbers = json.dumps({"file": 1, "token": ""}).encode()
    for line in (b"", b"[]", b"[" * 10_000, b"{}", numbers, b"x" * 100_000):
        caller = QLocalSocket()
        caller.connectToServer(_name(folder))
        caller.write(line + b"\n")
        qtbot.waitUntil(lambda: caller.state() == QLocalSocket.LocalSocketState.UnconnectedState)  # noqa: B023
        assert caller.readAll().data() == b""
    assert asked == []
    assert second(None)


def test_only_its_user_can_reach_it(first, folder):
    assert Path(_name(folder)).stat().st_mode & 0o077 == 0


def test_where_no_place_is_found_for_it_the_window_opens_all_the_same(qtbot, tmp_path, caplog):
    first = SingleInstance(tmp_path / ("x" * 200))
    assert "later starts will not find this window" in caplog.text
    assert not hand_over(None, tmp_path / ("x" * 200))
    first.close()
