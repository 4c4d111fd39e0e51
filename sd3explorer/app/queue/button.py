"""How the queue is, in the status line; opens it."""

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QToolButton, QWidget

from sd3explorer.app.queue.watch import QueueState
from sd3explorer.queue.entry import State


class QueueButton(QToolButton):
    """Says how far the queue is. Hidden where nothing waits and nothing is being made."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("flat", True)
        self.setToolTip(self.tr("Walks that become files, one after the other"))
        self.hide()

    def show_queue(self, state: QueueState) -> None:
        """Shows how the queue is."""
        text = ""
        running = state.running
        if running is not None:
            done = sum(entry.state in (State.DONE, State.FAILED) for entry in state.entries)
            text = self.tr("Queue: {0} of {1} · {2} %").format(
                done + 1, len(state.entries), QLocale().toString(int(100.0 * running.share))
            )
        elif state.waiting:
            text = self.tr("Queue: {0} waiting").format(state.waiting)
        self.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))
