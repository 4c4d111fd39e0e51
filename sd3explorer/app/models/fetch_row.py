"""The row that shows how far a download is, and stops it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from sd3explorer.app.models.fetch_thread import Fetch, FetchProgress, FetchThread
from sd3explorer.app.models.texts import ModelTexts
from sd3explorer.presets.catalog import title

PROGRESS_STEPS = 1000


class FetchRow(QWidget):
    """Fetches one preset at a time; hidden while there is nothing to fetch.

    Args:
        fetch: What fetches a preset.
        parent: Qt's parent.
    """

    fetched = Signal(str)
    failed = Signal(str)
    progressed = Signal(str)
    ended = Signal()

    def __init__(self, fetch: Fetch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fetch = fetch
        self._texts = ModelTexts()
        self._thread: FetchThread | None = None
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Fetching"))
        self._text = QLabel()
        self._stop = QPushButton(self.tr("&Stop"))
        self._stop.setToolTip(self.tr("Stops fetching; what has arrived is kept"))
        self._stop.setAutoDefault(False)
        self._stop.clicked.connect(self.stop)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._bar, stretch=1)
        layout.addWidget(self._text)
        layout.addWidget(self._stop)
        self.hide()

    @property
    def is_busy(self) -> bool:
        """Whether a preset is being fetched."""
        return self._thread is not None

    def start(self, preset: str) -> None:
        """Begins to fetch a preset, unless one is being fetched.

        Args:
            preset: Name or handle.
        """
        if self._thread is not None:
            return
        self._thread = FetchThread(preset, self, self._fetch)
        self._thread.progressed.connect(self._show)
        self._thread.fetched.connect(lambda _: self.fetched.emit(preset))
        self._thread.failed.connect(self.failed)
        self._thread.finished.connect(self._end)
        self._show(FetchProgress(0, None, None))
        self._stop.setEnabled(True)
        self.show()
        self._thread.start()

    def stop(self) -> None:
        """Ends it; what has arrived is kept, and the next fetch continues with it."""
        if self._thread is not None:
            self._thread.stop()
            self._stop.setEnabled(False)

    def wait(self) -> None:
        """Waits until it has ended."""
        if self._thread is not None:
            self._thread.wait()

    def _show(self, progress: FetchProgress) -> None:
        if progress.total:
            self._bar.setRange(0, PROGRESS_STEPS)
            self._bar.setValue(min(PROGRESS_STEPS, progress.done * PROGRESS_STEPS // progress.total))
        else:
            self._bar.setRange(0, 0)
        text = self._texts.progress(progress)
        self._text.setText(text)
        if self._thread is not None:
            self.progressed.emit(self.tr("Fetching {0}: {1}").format(title(self._thread.preset), text))

    def _end(self) -> None:
        if self._thread is not None:
            self._thread.deleteLater()
            self._thread = None
        self.hide()
        self.progressed.emit("")
        self.ended.emit()
