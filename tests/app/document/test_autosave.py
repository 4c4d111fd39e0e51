"""Walks that are saved by themselves."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QMessageBox, QWidget

from sd3explorer.app.document.autosave import Autosave
from sd3explorer.app.document.document import Document
from sd3explorer.app.document.files import Files
from sd3explorer.app.document.recovery import FileLock, Recovery
from sd3explorer.app.messages import MessageBar
from sd3explorer.walk.walk import Walk


@pytest.fixture
def window(qtbot, tmp_path):
    """A document with its files, and autosave without a delay."""
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    window.document = Document(window)
    window.messages = MessageBar(window)
    recovery = Recovery(tmp_path / "recovery", window)
    window.files = Files(window.document, window.messages, recovery, FileLock(tmp_path / "locks"), window)
    window.autosave = Autosave(window.document, window.files, window, delay=0)
    yield window
    window.autosave.close()
    window.files.close()


@pytest.fixture
def file(window, tmp_path):
    """The window's walk in a file."""
    file = tmp_path / "dog.sd3walk"
    Walk().save(file)
    window.files.open(file)
    return file


def edit(window, title):
    window.document.edit(replace(window.document.walk, title=title), "Change title")


def test_an_edit_is_in_the_file_without_anything_being_asked(qtbot, window, file):
    window.autosave.set_on(True)
    edit(window, "Saved")
    qtbot.waitUntil(lambda: Walk.load(file).title == "Saved")
    assert not window.document.modified
    window.document.undo_stack.undo()
    qtbot.waitUntil(lambda: Walk.load(file).title == "")


def test_what_was_not_saved_when_it_is_turned_on_is_saved_then(qtbot, window, file):
    edit(window, "Before")
    window.autosave.set_on(True)
    qtbot.waitUntil(lambda: Walk.load(file).title == "Before")


def test_without_it_an_edit_waits_for_save(qtbot, window, file):
    window.autosave.set_on(True)
    window.autosave.set_on(False)
    edit(window, "Mine")
    qtbot.waitUntil(lambda: not window.autosave._soon.isActive())
    assert Walk.load(file).title == ""
    assert window.document.modified


def test_a_walk_without_a_file_stays_without(qtbot, window, tmp_path):
    window.autosave.set_on(True)
    edit(window, "Nowhere")
    qtbot.waitUntil(lambda: not window.autosave._soon.isActive())
    assert window.document.modified
    assert not list(tmp_path.glob("*.sd3walk"))


def test_another_walk_is_begun_without_a_question_and_the_edit_is_saved(window, file):
    window.autosave.set_on(True)
    edit(window, "Last word")
    window.files.begin(Walk())
    assert not window.findChildren(QMessageBox)
    assert Walk.load(file).title == "Last word"


def test_a_file_that_another_program_has_changed_is_not_written_over(qtbot, window, file):
    window.autosave.set_on(True)
    Walk(title="Theirs").save(file)
    edit(window, "Mine")
    qtbot.waitUntil(lambda: "changed by another program" in window.messages.text)
    assert Walk.load(file).title == "Theirs"
    assert window.document.walk.title == "Mine"
