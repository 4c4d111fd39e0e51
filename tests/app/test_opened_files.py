"""Files that the system hands to the app that is open, as macOS does."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QUrl
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication, QDialog

from sd3explorer.app.opened_files import OpenedFiles


@pytest.fixture
def files(qapp):
    files = OpenedFiles(qapp)
    yield files
    qapp.removeEventFilter(files)
    files.deleteLater()


def test_a_file_that_the_system_asks_for_is_opened(qapp, files, tmp_path):
    opened = []
    files.opened.connect(opened.append)
    assert QApplication.sendEvent(qapp, QFileOpenEvent(str(tmp_path / "a.sd3walk")))
    assert opened == [tmp_path / "a.sd3walk"]
    QApplication.sendEvent(qapp, QFileOpenEvent(QUrl("https://example.org/a.sd3walk")))
    QApplication.sendEvent(qapp, QEvent(QEvent.Type.ApplicationActivate))
    assert opened == [Path(tmp_path / "a.sd3walk")]


def test_files_wait_until_each_question_is_answered(qtbot, qapp, files):
    questions, done = [QDialog(), QDialog()], []
    for number, question in enumerate(questions):
        qtbot.addWidget(question)
        question.accepted.connect(lambda number=number: done.append(number))
    files.opened.connect(lambda file: done.append(file.name))
    # As where there are edits that aren't saved.
    files.opened.connect(lambda file: questions[1].open() if file.name == "a.sd3walk" else None)
    questions[0].open()
    for name in ("a.sd3walk", "b.sd3walk"):
        QApplication.sendEvent(qapp, QFileOpenEvent(name))
    assert done == []
    for number in (0, 1):
        qtbot.waitUntil(questions[number].isVisible)
        questions[number].accept()
    qtbot.waitUntil(lambda: len(done) == 4)
    assert done == [0, "a.sd3walk", 1, "b.sd3walk"]
