"""Files that macOS asks the app to open, by a double click or by a drop on its icon."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication


class OpenedFiles(QObject):
    """Reports such files; other systems start the app with them instead.

    Args:
        application: The app, which owns it.

    Signals:
        opened: A file shall be opened.
    """

    opened = Signal(Path)

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Takes requests to open files; leaves everything else alone."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self.opened.emit(Path(event.file()))
            return True
        return super().eventFilter(watched, event)
