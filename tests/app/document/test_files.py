"""Opening and saving walks: nothing that a file may be stops the window."""

import logging
import os
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from sd3explorer.app.document.document import Document
from sd3explorer.app.document.files import Files
from sd3explorer.app.document.recovery import FileLock, Recovery
from sd3explorer.app.messages import MessageBar
from sd3explorer.walk.walk import Walk


@pytest.fixture
def files(qtbot, tmp_path):
    window = QWidget()
    qtbot.addWidget(window)
    files = Files(
        Document(window),
        MessageBar(window),
        Recovery(tmp_path / "state", window),
        FileLock(tmp_path / "state"),
        window,
    )
    yield files
    files.close()


@pytest.mark.parametrize("name", ["pipe.sd3walk", "pipe.gif"])
def test_a_pipe_is_refused_without_waiting_for_whoever_writes_to_it(
    files, tmp_path, monkeypatch, hang_guard, name
):
    told = []
    monkeypatch.setattr(MessageBar, "show_message", lambda bar, text, *_, **__: told.append(text))
    os.mkfifo(tmp_path / name)
    files.open(tmp_path / name)
    assert told == [f"{tmp_path / name}: can't be read: it is a pipe, not a file"]


@pytest.mark.parametrize(
    ("title", "suggested"),
    [
        ("Dog to Cat", "Dog to Cat.sd3walk"),
        ("", "dog to cat.sd3walk"),
        ("CON", "CON-walk.sd3walk"),
        ("犬" * 300, f"{'犬' * 73}.sd3walk"),
    ],
)
def test_the_name_that_a_walk_is_saved_by_is_suggested_from_its_title(files, monkeypatch, title, suggested):
    asked = []

    def ask(parent, caption, path, kinds):
        asked.append(Path(path).name)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    files.begin(Walk(title=title))
    assert not files.save_as()
    assert asked == [suggested]


def test_what_is_saved_and_opened_is_logged_by_its_path(files, tmp_path, monkeypatch, caplog):
    file = tmp_path / "mine.sd3walk"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    with caplog.at_level(logging.INFO, "sd3explorer"):
        files.begin(Walk(title="Mine"))
        assert files.save_as()
        files.open(file)
    assert caplog.messages == [f"saved {file}", f"opened {file}"]
