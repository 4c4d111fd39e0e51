"""Quitting while the queue makes files."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from sd3explorer.app.queue.watch import QueueWatch
from sd3explorer.app.texts import translate


def after_asking(window: QWidget, watch: QueueWatch, go_on: Callable[[], None]) -> None:
    """Continues once it is known whether the queue shall, if this window started it; asks in a sheet.

    Args:
        window: Which is about to be closed.
        watch: What knows the queue.
        go_on: Closes it.
    """
    if not (watch.is_ours and watch.state.is_run):
        go_on()
        return
    text = translate("Queue", "The queue is still making files.")
    box = QMessageBox(
        QMessageBox.Icon.NoIcon,
        translate("Queue", "Quit?"),
        text,
        parent=window,
    )
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setInformativeText(translate("Queue", "It can continue without this window."))
    on = box.addButton(translate("Queue", "Let it continue"), QMessageBox.ButtonRole.AcceptRole)
    pause = box.addButton(translate("Queue", "Pause it"), QMessageBox.ButtonRole.DestructiveRole)
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(on)

    def answer(button: object) -> None:
        if button is pause:
            watch.pause()
        if button is pause or button is on:
            go_on()

    box.buttonClicked.connect(answer)
    box.open()
