"""Which walk a start shows, when walks are saved, and what frames take on the disk."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QLocale, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMessageBox, QWidget

from sd3explorer.app.disk import are_folders
from sd3explorer.app.fields import NumberBox, push_button
from sd3explorer.app.preferences.page import Page, choice, note, show_choice, switch
from sd3explorer.app.preferences.remembered import Preferences, Start
from sd3explorer.app.preferences.store_thread import StoreThread, Work
from sd3explorer.render.store import FrameStore
from sd3explorer.render.store_limit import LEAST_LIMIT, MOST_LIMIT

GIGABYTE = 10**9
LIMIT_WIDTH = 110
# To the megabyte.
LIMIT_DECIMALS = 3


class StoragePage(Page):
    """What a start shows, autosave, and the frame store.

    Args:
        store: Where frames are kept.
        parent: Qt's parent.

    Signals:
        freed: Frames may have been removed.
    """

    freed = Signal()

    def __init__(self, store: FrameStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._thread: StoreThread | None = None
        # What is done when what goes on is at its end.
        self._next: Work | None = None
        self._size = 0
        self.start = choice(
            (self.tr("The walk that was open last"), Start.LAST), (self.tr("An example"), Start.EXAMPLE)
        )
        self.start.activated.connect(self._choose)
        self.autosave = switch(self.tr("Save a walk by &itself, a moment after every edit"))
        self.autosave.clicked.connect(self._choose)
        self.usage = note()
        self.usage.setProperty("role", "")
        self.limit = NumberBox(LEAST_LIMIT / GIGABYTE, MOST_LIMIT / GIGABYTE)
        self.limit.setDecimals(LIMIT_DECIMALS)
        self.limit.setFixedWidth(LIMIT_WIDTH)
        self.limit.setSuffix(self.tr(" GB"))
        self.limit.valueChanged.connect(self._limit)
        self.folder = push_button(self.tr("Show &folder"), self._show_folder)
        self.free = push_button(self.tr("Free &space…"), self._ask)
        self.free.setToolTip(self.tr("Removes frames of other days; they can be rendered again"))
        self.problem = QLabel(wordWrap=True)
        self.problem.setProperty("role", "error")
        self.problem.hide()
        self._lay_out()

    def show_preferences(self, preferences: Preferences) -> None:
        """Shows preferences."""
        super().show_preferences(preferences)
        show_choice(self.start, preferences.start)
        self.autosave.setChecked(preferences.autosave)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        """Counts."""
        super().showEvent(event)
        if not event.spontaneous():
            self._say("")
            self._show_limit()
            self._do(Work())

    def shut_down(self) -> None:
        """Waits for its thread. For when the app ends."""
        self._next = None
        if self._thread is not None:
            self._thread.wait()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.folder)
        buttons.addWidget(self.free)
        buttons.addStretch()
        saved = note(
            self.tr("Once it has a file. Undo still works, and without this unsaved edits are kept too.")
        )
        self.form.addRow(self.tr("On s&tart"), self.start)
        self.form.addRow(self.tr("Walks"), self.autosave)
        self.form.addRow("", saved)
        self.form.addRow(self.tr("Rendered frames"), self.usage)
        self.form.addRow("", note(str(self._store.folder)))
        self.form.addRow(self.tr("&At most"), self.limit)
        rule = self.tr(
            "Also for the command line. The frames that were not used for longest go first, never those of "
            "the walk that is open."
        )
        self.form.addRow("", note(rule))
        self.form.addRow("", buttons)
        self.form.addRow("", self.problem)

    def _choose(self) -> None:
        chosen = {"start": self.start.currentData(), "autosave": self.autosave.isChecked()}
        self.edited.emit(replace(self.shown, **chosen))

    def _limit(self, gigabytes: float) -> None:
        limit = round(gigabytes * GIGABYTE)
        if self._size <= limit:
            self._do(Work(limit=limit))
            return
        over = self.tr(
            "They take {0} now. Those that were not used for longest go; they can be rendered again."
        )
        self._confirm(
            self.tr("Remove rendered frames?"),
            over.format(_in_bytes(self._size)),
            lambda: self._do(Work(limit=limit)),
            self._show_limit,
        )

    def _show_limit(self) -> None:
        self.limit.show_value(self._store.limit / GIGABYTE)

    def _show_folder(self) -> None:
        folder = self._store.folder
        if are_folders([folder]) == [False]:
            self._say(
                self.tr("{0} isn't there any more; the next frame that is rendered makes it").format(folder)
            )
        elif not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self._say(self.tr("No program here opens folders; it is {0}").format(folder))
        else:
            self._say("")

    def _ask(self) -> None:
        which = self.tr(
            "All go but those of the walk that is open, and those rendered or shown since the app began. "
            "They can be rendered again."
        )
        self._confirm(self.tr("Remove rendered frames?"), which, lambda: self._do(Work(frees=True)))

    def _confirm(
        self, question: str, more: str, act: Callable[[], object], otherwise: Callable[[], object] = bool
    ) -> None:
        box = QMessageBox(self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Question)
        box.setText(question)
        box.setInformativeText(more)
        remove = box.addButton(self.tr("&Remove"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(QMessageBox.StandardButton.Cancel)
        remove.clicked.connect(lambda: act())
        box.rejected.connect(lambda: otherwise())
        box.open()

    def _do(self, work: Work) -> None:
        if self._thread is not None:
            self._next = work if self._next is None else self._next.and_then(work)
            return
        self.free.setEnabled(False)
        self.usage.setText(self.tr("Removing…") if work.frees else self.tr("Counting…"))
        self._thread = StoreThread(self._store, work, self)
        self._thread.counted.connect(self._show_usage)
        self._thread.failed.connect(self._say)
        self._thread.finished.connect(self._end)
        self._thread.start()

    def _show_usage(self, size: int) -> None:
        self._size = size
        self.usage.setText(_in_bytes(size))
        self.free.setEnabled(size > 0)
        if self._thread is not None and self._thread.work.removes:
            self._say("")
            self.freed.emit()

    def _say(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.setVisible(bool(text))

    def _end(self) -> None:
        if self._thread is not None:
            self._thread.deleteLater()
            self._thread = None
        if self._next is not None:
            work, self._next = self._next, None
            self._do(work)


def _in_bytes(size: int) -> str:
    return QLocale().formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)
