"""The queue: walks that become files one after the other, while nobody looks on."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QLabel,
    QListView,
    QVBoxLayout,
    QWidget,
)

from sd3explorer.app.fields import push_button
from sd3explorer.app.focus_guard import FocusGuard
from sd3explorer.app.message_text import as_sentence
from sd3explorer.app.queue.rows import QueueDelegate, QueueRows
from sd3explorer.app.queue.watch import QueueState, QueueWatch
from sd3explorer.app.screen import resize_within_screen
from sd3explorer.queue.entry import Entry, State

FIRST_SIZE = QSize(680, 520)


class QueueDialog(QDialog):
    """Lists what waits, what is being made, and what came of the rest.

    Args:
        watch: What knows the queue.
        parent: Qt's owner.

    Signals:
        run_asked: Files shall be made.
        add_asked: The walk of the window shall be added.
        shown_asked: The folder of a file shall be shown.
    """

    run_asked = Signal()
    add_asked = Signal()
    shown_asked = Signal(object)

    def __init__(self, watch: QueueWatch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Queue"))
        self._watch = watch
        self._state = watch.state
        self.rows = QueueRows(self)
        self.rows.moved.connect(watch.move)
        self._make_widgets()
        self._lay_out()
        FocusGuard(self.view)
        watch.changed.connect(self._show)
        watch.failed.connect(self._show_failure)
        self._show(watch.state)
        resize_within_screen(self, FIRST_SIZE)

    def selected(self) -> Entry | None:
        """The entry that is selected."""
        return self.rows.entry(self.view.currentIndex().row())

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        """Shows changes soon from now on."""
        super().showEvent(event)
        if not event.spontaneous():
            self._watch.set_watched(True)
            self.view.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 (Qt's name)
        """Nobody looks on any more."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._watch.set_watched(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Delete removes what is selected."""
        if event.key() == Qt.Key.Key_Delete and self.remove.isEnabled():
            self._remove()
        else:
            super().keyPressEvent(event)

    def _make_widgets(self) -> None:
        self.hint = QLabel(wordWrap=True)
        self.hint.setProperty("role", "dim")
        self.view = QListView()
        self.view.setAccessibleName(self.tr("Walks in the queue"))
        self.view.setModel(self.rows)
        self.view.setItemDelegate(QueueDelegate(self.view))
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setResizeMode(QListView.ResizeMode.Adjust)
        self.view.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.view.selectionModel().currentChanged.connect(lambda *_: self._show_selected())
        self.rows.modelAboutToBeReset.connect(self._keep_selection)
        self.rows.modelReset.connect(self._restore_selection)
        self._kept = 0
        self.up = push_button(self.tr("Move &up"), lambda: self._move(-1), self.tr("Sooner (Alt+Up)"))
        self.down = push_button(self.tr("Move &down"), lambda: self._move(1), self.tr("Later (Alt+Down)"))
        # Shortcuts, as the list would go to the next row by these keys.
        QShortcut(QKeySequence("Alt+Up"), self, self.up.click)
        QShortcut(QKeySequence("Alt+Down"), self, self.down.click)
        self.retry = push_button(self.tr("Make a&gain"), self._retry)
        self.show_file = push_button(self.tr("Show in &folder"), self._show_file)
        self.remove = push_button(self.tr("&Remove"), self._remove)
        self.remove.setToolTip(self.tr("Remove it from the queue; frames stay in the frame store (Delete)"))
        self.clear = push_button(self.tr("&Clear finished"), self._watch.clear)
        self.clear.setToolTip(self.tr("Remove what is done or failed; files stay"))
        self.add = push_button(self.tr("&Add this walk…"), self.add_asked.emit)
        self.run = push_button(self.tr("&Start"), self._run_or_pause)
        self.run.setProperty("role", "primary")

    def _lay_out(self) -> None:
        for_one = QHBoxLayout()
        for button in (self.up, self.down, self.retry, self.show_file, self.remove):
            for_one.addWidget(button)
        for_one.addStretch()
        for_all = QHBoxLayout()
        for_all.addWidget(self.add)
        for_all.addWidget(self.clear)
        for_all.addStretch()
        for_all.addWidget(self.run)
        layout = QVBoxLayout(self)
        layout.addWidget(self.view, 1)
        layout.addLayout(for_one)
        layout.addWidget(self.hint)
        layout.addLayout(for_all)

    def _show(self, state: QueueState) -> None:
        self._state = state
        self.rows.show_entries(state.entries)
        if self.selected() is None and state.entries:
            self.view.setCurrentIndex(self.rows.index(0))
        self._show_selected()

    def _show_selected(self) -> None:
        self._show_buttons()
        entry = self.selected()
        # There is no room for all of it in a row.
        failed = entry is not None and entry.state is State.FAILED
        self.hint.setText(as_sentence(entry.reason) if entry and failed else self._sentence(self._state))

    def _sentence(self, state: QueueState) -> str:
        if not state.entries:
            return self.tr(
                "Nothing yet: add walks, start the queue, and find their files in the morning. It "
                "continues when this window is closed, and after a restart of the computer when it is "
                "started again."
            )
        if state.is_run:
            return self.tr("Files are being made, one after the other; the computer is kept awake meanwhile.")
        if state.waiting:
            return self.tr("Nothing is being made: Start begins with the first one that is waiting.")
        return self.tr("All done.")

    def _show_failure(self, sentence: str) -> None:
        self.hint.setText(sentence)

    def _show_buttons(self) -> None:
        entry, state = self.selected(), self._state
        row = self.view.currentIndex().row()
        self.up.setEnabled(entry is not None and row > 0)
        self.down.setEnabled(entry is not None and row < len(state.entries) - 1)
        self.retry.setEnabled(entry is not None and entry.state in (State.DONE, State.FAILED))
        self.show_file.setEnabled(entry is not None and entry.state is State.DONE)
        self.remove.setEnabled(entry is not None)
        self.clear.setEnabled(any(each.state in (State.DONE, State.FAILED) for each in state.entries))
        self.run.setText(self.tr("&Pause") if state.is_run else self.tr("&Start"))
        self.run.setEnabled(state.is_run or state.waiting > 0)
        self.run.setToolTip(
            self.tr("Stop what is being made; its frames are kept")
            if state.is_run
            else self.tr("Make the files, in this order")
        )

    def _run_or_pause(self) -> None:
        if self._state.is_run:
            self._watch.pause()
        else:
            self.run_asked.emit()

    def _move(self, step: int) -> None:
        entry = self.selected()
        if entry is None:
            return
        row = self.view.currentIndex().row()
        # Behind the next one is before the one after that.
        before = self.rows.entry(row - 1 if step < 0 else row + 2)
        self._watch.move(entry.id, before.id if before else None)

    def _retry(self) -> None:
        if (entry := self.selected()) is not None:
            self._watch.retry(entry.id)

    def _remove(self) -> None:
        if (entry := self.selected()) is not None:
            row = self.view.currentIndex().row()
            following = self.rows.entry(row + 1) or self.rows.entry(row - 1)
            self._watch.remove(entry.id)
            if following is not None:
                self.view.setCurrentIndex(self.rows.index(self.rows.row_of(following.id) or 0))

    def _show_file(self) -> None:
        if (entry := self.selected()) is not None:
            self.shown_asked.emit(entry.target)

    def _keep_selection(self) -> None:
        entry = self.selected()
        self._kept = entry.id if entry else 0

    def _restore_selection(self) -> None:
        row = self.rows.row_of(self._kept)
        if row is not None:
            self.view.setCurrentIndex(self.rows.index(row))
