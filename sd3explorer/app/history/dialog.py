"""The history: what was rendered before, over all walks, and its walk for the asking."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QSize, Qt, QThreadPool, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QMessageBox,
    QVBoxLayout,
    QWidget,
)

from sd3explorer.app.fields import push_button
from sd3explorer.app.focus_guard import FocusGuard
from sd3explorer.app.frames.tasks import Task
from sd3explorer.app.history.rows import HistoryDelegate, HistoryRows
from sd3explorer.app.screen import resize_within_screen
from sd3explorer.app.scroll_place import kept_in_sight
from sd3explorer.render.history import History, Record
from sd3explorer.render.messages import RenderError
from sd3explorer.render.store import FrameStore

FIRST_SIZE = QSize(760, 640)


class HistoryDialog(QDialog):
    """Lists what was rendered and still lies in the frame store, by day, the newest first.

    Args:
        store: Where frames are kept.
        parent: Qt's owner.

    Signals:
        chosen: The walk that shall be opened.
        failed: Something can't be removed, in a sentence.
    """

    chosen = Signal(object)
    failed = Signal(str)

    def __init__(self, store: FrameStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("History"))
        self._store = store
        self._history = History(store.folder)
        self._closed = False
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._answers = _Answers()
        self._answers.read.connect(self._take)
        self.rows = HistoryRows(self)
        self._make_widgets()
        self._lay_out()
        FocusGuard(self.view)
        resize_within_screen(self, FIRST_SIZE)

    def look(self) -> None:
        """Reads the records anew, while it is open."""
        if not self.isVisible() or self._closed:
            return

        def read() -> None:
            self._answers.read.emit(self._history.records(self._store, lambda: self._closed))

        self._pool.start(Task(read))

    def shut_down(self) -> None:
        """Closes it and ends its threads. For when the app ends."""
        self._closed = True
        self.hide()
        self._pool.clear()
        self._pool.waitForDone()
        self._delegate.close()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        """Begins with what there is now."""
        super().showEvent(event)
        if not event.spontaneous():
            self.keeps.setChecked(self._history.on)
            self.look()
            self.search.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Delete forgets what is selected; Return in the field opens it, and arrows choose another."""
        if event.key() == Qt.Key.Key_Delete and self.view.hasFocus():
            self._forget()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open_selected()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.search.hasFocus():
            self.view.setFocus()
            self.view.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def selected(self) -> Record | None:
        """The record that is selected."""
        return self.rows.record(self.view.currentIndex().row())

    def _make_widgets(self) -> None:
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search titles and prompts"))
        self.search.setAccessibleName(self.tr("Search titles and prompts"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._search)
        self.view = QListView()
        self.view.setAccessibleName(self.tr("What was rendered"))
        self.view.setModel(self.rows)
        self._delegate = HistoryDelegate(self.view, self._store)
        self.view.setItemDelegate(self._delegate)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setResizeMode(QListView.ResizeMode.Adjust)
        self.view.doubleClicked.connect(lambda _: self._open_selected())
        self.view.selectionModel().currentChanged.connect(lambda *_: self._show_buttons())
        self.hint = QLabel(wordWrap=True)
        self.hint.setProperty("role", "dim")
        self.keeps = QCheckBox(self.tr("&Keep a history"))
        self.keeps.setToolTip(self.tr("Records hold prompts, in a folder that only you can read"))
        self.keeps.clicked.connect(self._set_on)
        self.forget = push_button(self.tr("&Forget"), self._forget)
        self.forget.setToolTip(self.tr("Remove this record; its frames stay in the frame store (Delete)"))
        self.clear = push_button(self.tr("&Clear…"), self._ask_clear)
        self.open_button = push_button(self.tr("&Open"), self._open_selected)
        self.open_button.setProperty("role", "primary")

    def _lay_out(self) -> None:
        below = QHBoxLayout()
        for widget in (self.keeps, self.forget, self.clear):
            below.addWidget(widget)
        below.addStretch()
        below.addWidget(self.open_button)
        layout = QVBoxLayout(self)
        layout.addWidget(self.search)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.hint)
        layout.addLayout(below)
        self._show_buttons()

    def _take(self, records: list[Record]) -> None:
        if not self._closed:
            with kept_in_sight(self.view, self.rows.name_at):
                self._show(lambda: self.rows.show_records(records))

    def _search(self, words: str) -> None:
        self._show(lambda: self.rows.look_for(words))

    def _show(self, fill: Callable[[], None]) -> None:
        before = self.selected()
        fill()
        row = self.rows.row_of(before.name if before else "")
        if row is not None:
            self.view.setCurrentIndex(self.rows.index(row))
        if before is None:
            self.view.scrollToTop()
        self._show_buttons()

    def _show_buttons(self) -> None:
        has_one = self.selected() is not None
        self.forget.setEnabled(has_one)
        self.open_button.setEnabled(has_one)
        self.clear.setEnabled(self.rows.rowCount() > 0 or bool(self.search.text()))
        if self.rows.rowCount():
            text = self.tr("Return or a double click opens the walk as a new document")
        elif self.search.text().strip():
            text = self.tr("Nothing that was rendered matches")
        elif self.keeps.isChecked():
            text = self.tr(
                "Nothing yet: what you render from now on appears here, as long as its frames are kept"
            )
        else:
            text = self.tr("Nothing is recorded")
        self.hint.setText(text)

    def _open_selected(self) -> None:
        record = self.selected()
        if record is not None:
            self.hide()
            self.chosen.emit(record.walk)

    def _forget(self) -> None:
        record = self.selected()
        if record is not None:
            row = self.view.currentIndex().row()
            self._try(lambda: self._history.forget(record.name))
            # What follows takes its place, until all is read anew.
            following = self.rows.record(row + 1) or self.rows.record(row - 1)
            place = self.rows.row_of(following.name) if following else None
            if place is not None:
                self.view.setCurrentIndex(self.rows.index(place))

    def _ask_clear(self) -> None:
        box = QMessageBox(
            QMessageBox.Icon.NoIcon,
            self.tr("Clear the history?"),
            self.tr("All records are removed, which can't be undone."),
            QMessageBox.StandardButton.Cancel,
            self,
        )
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setInformativeText(self.tr("Frames and walk files stay."))
        clear = box.addButton(self.tr("Clear"), QMessageBox.ButtonRole.AcceptRole)
        clear.clicked.connect(lambda: self._try(self._history.clear))
        box.open()

    def _set_on(self, on: bool) -> None:
        self._try(lambda: self._history.set_on(on))
        self.keeps.setChecked(self._history.on)

    def _try(self, act: Callable[[], None]) -> None:
        try:
            act()
        except RenderError as error:
            sentence = str(error)
            self.hint.setText(sentence)
            self.failed.emit(sentence)
        self.look()


class _Answers(QObject):
    read = Signal(object)
