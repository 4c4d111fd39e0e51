"""Saving an export where the user wants it: one line that shows how far it is, and stops it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QProgressBar, QToolButton, QWidget

from sd3explorer.app.export.thread import ExportThread
from sd3explorer.app.icons import icon
from sd3explorer.export import Clip, ExportError, Options, check_target


class Saver(QFrame):
    """Saves one clip at a time; seen only while that takes long enough for a progress bar.

    Args:
        parent: Owner.
    """

    saved = Signal(Path)
    failed = Signal(str)
    busy_changed = Signal(bool)
    let_go = Signal(Path)  # a source that isn't read any more

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thread: ExportThread | None = None
        self._waiting: tuple[Clip, Path, Options] | None = None
        self._then: Callable[[], None] | None = None
        self._label = QLabel(self)
        self._label.setProperty("role", "dim")
        self._label.setSizePolicy(
            self._label.sizePolicy().Policy.Ignored, self._label.sizePolicy().Policy.Fixed
        )
        self._bar = QProgressBar(self, textVisible=False)
        self._bar.setAccessibleName(self.tr("Progress of saving"))
        self._stop = QToolButton(self)
        self._stop.setIcon(icon("stop", self._stop))
        self._stop.setProperty("flat", True)
        self._stop.setToolTip(self.tr("Stop saving"))
        self._stop.setAccessibleName(self.tr("Stop saving"))
        self._stop.clicked.connect(self.stop)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setVerticalSpacing(4)
        layout.addWidget(self._label, 0, 0)
        layout.addWidget(self._bar, 1, 0)
        layout.addWidget(self._stop, 0, 1, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    @property
    def busy(self) -> bool:
        """Whether something is being saved, or waits for it."""
        return self._thread is not None or self._waiting is not None

    @property
    def name(self) -> str:
        """Name of the file that is being saved, or waits for it; "" while there is none."""
        if self._waiting is not None:
            return self._waiting[1].name
        return self._thread.target.name if self._thread is not None else ""

    def then(self, go_on: Callable[[], None]) -> None:
        """Continues once what is being saved is there; not at all where that fails or is stopped."""
        self._then = go_on

    def save(self, clip: Clip, target: Path, options: Options, source: Path | None = None) -> None:
        """Saves a clip; what was being saved is stopped.

        Args:
            clip: What to save.
            target: Where to; its suffix picks the format.
            options: How; the format knows them all.
            source: An export of this clip in this format and with these options, if there is one.
        """
        self.stop()
        if not self._is_possible(target):
            self._let_go(source)
            return
        self._thread = ExportThread(clip, target, options, source, self)
        self._thread.progressed.connect(self._show_progress)
        self._thread.succeeded.connect(self._finish)
        self._thread.failed.connect(self._fail)
        self._thread.let_go.connect(self.let_go)
        self._thread.start()
        self.busy_changed.emit(True)

    def wait_for(self, clip: Clip, target: Path, options: Options) -> None:
        """Saves a clip that is being exported already, once `go_on` says that there's no need to wait."""
        self.stop()
        if self._is_possible(target):
            self._waiting = (clip, target, options)
            self._show_text(self.tr("{name} follows when it is made").format(name=target.name), target)
            self._bar.hide()
            self.show()
            self.busy_changed.emit(True)

    def go_on(self, source: Path | None = None) -> None:
        """Saves what waits, from the export that it has been waiting for, if that came about."""
        if self._waiting is not None:
            then = self._then
            self.save(*self._waiting, source)
            self._then = then if self.busy else None
        else:
            self._let_go(source)

    def stop(self) -> None:
        """Stops saving; what was there before stays as it was."""
        if self._thread is not None:
            self._thread.stop()
        if self.busy:
            self._end()

    def close_down(self) -> None:
        """Stops, and waits until no thread runs."""
        self.stop()
        for thread in self.findChildren(ExportThread):
            thread.wait()

    def _let_go(self, source: Path | None) -> None:
        if source is not None:
            self.let_go.emit(source)

    # A signal may still be on its way from a thread that has been stopped.

    def _is_current(self, target: Path) -> bool:
        return self._thread is not None and self._thread.target == target

    def _show_progress(self, target: Path, done: int, total: int, attempt: int) -> None:
        if not self._is_current(target):
            return
        percent = 100 * done // max(total, 1)
        once, again = self.tr("Saving {name} · {percent} %"), self.tr("Saving {name} · try {n}, {percent} %")
        text = once if attempt == 1 else again
        self._show_text(text.format(name=target.name, percent=percent, n=attempt), target)
        self._bar.show()
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self.show()

    def _finish(self, target: Path, _: object) -> None:
        if self._is_current(target):
            then = self._then
            self._end()
            self.saved.emit(target)
            if then is not None:
                then()

    def _fail(self, target: Path, sentence: str) -> None:
        if self._is_current(target):
            self._end()
            self.failed.emit(sentence)

    def _end(self) -> None:
        self._thread = self._waiting = self._then = None
        self.hide()
        self.busy_changed.emit(False)

    def _show_text(self, text: str, target: Path) -> None:
        self._label.setText(text)
        self._label.setToolTip(str(target))

    def _is_possible(self, target: Path) -> bool:
        try:
            check_target(target)
        except ExportError as error:
            self.failed.emit(str(error))
            return False
        return True
