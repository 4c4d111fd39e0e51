"""Files that macOS asks the app to open, by a double click or by a drop on its icon."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

MILLISECONDS_BETWEEN_LOOKS = 100


class OpenedFiles(QObject):
    """Reports such files; other systems start the app with them instead.

    They wait while a dialog is open that must be answered first, as its answer is for the walk that is shown.

    Args:
        application: The app, which owns it.

    Signals:
        opened: A file shall be opened.
    """

    opened = Signal(Path)

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._waiting: list[Path] = []
        self._looks = QTimer(self, interval=MILLISECONDS_BETWEEN_LOOKS)
        self._looks.timeout.connect(self._report)
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Takes requests to open files; leaves everything else alone."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self._waiting.append(Path(event.file()))
            self._report()
            return True
        return super().eventFilter(watched, event)

    def _report(self) -> None:
        # Opening one may ask something, too.
        while self._waiting and QApplication.activeModalWidget() is None:
            self.opened.emit(self._waiting.pop(0))
        if self._waiting:
            self._looks.start()
        else:
            self._looks.stop()
