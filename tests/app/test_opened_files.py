"""Files that the system hands to the app that is open, as macOS does."""

from pathlib import Path

from PySide6.QtCore import QEvent, QUrl
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from sd3explorer.app.opened_files import OpenedFiles


def test_a_file_that_the_system_asks_for_is_opened(qapp, tmp_path):
    opened = []
    files = OpenedFiles(qapp)
    files.opened.connect(opened.append)
    assert QApplication.sendEvent(qapp, QFileOpenEvent(str(tmp_path / "a.sd3walk")))
    assert opened == [tmp_path / "a.sd3walk"]
    QApplication.sendEvent(qapp, QFileOpenEvent(QUrl("https://example.org/a.sd3walk")))
    QApplication.sendEvent(qapp, QEvent(QEvent.Type.ApplicationActivate))
    assert opened == [Path(tmp_path / "a.sd3walk")]
    qapp.removeEventFilter(files)
    files.deleteLater()
