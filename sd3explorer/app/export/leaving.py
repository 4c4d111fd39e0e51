"""Quitting while something is being saved."""

from collections.abc import Callable

from PySide6.QtWidgets import QMessageBox, QWidget

from sd3explorer.app.export.saver import Saver
from sd3explorer.app.texts import translate


def after_saving(window: QWidget, saver: Saver, go_on: Callable[[], None]) -> None:
    """Continues when nothing is being saved, or it may be stopped; asks in a sheet that blocks nothing.

    Args:
        window: Which is about to be closed.
        saver: What saves.
        go_on: Closes it.
    """
    if not saver.busy:
        go_on()
        return
    text = translate("ExportPanel", "“{name}” is still being saved.").format(name=saver.name)
    box = QMessageBox(QMessageBox.Icon.NoIcon, translate("ExportPanel", "Quit?"), text, parent=window)
    box.setInformativeText(translate("ExportPanel", "If you quit now, there will be no such file."))
    wait = box.addButton(translate("ExportPanel", "Quit when it is saved"), QMessageBox.ButtonRole.AcceptRole)
    now = box.addButton(translate("ExportPanel", "Quit now"), QMessageBox.ButtonRole.DestructiveRole)
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(wait)

    def answer(button: object) -> None:
        if button is now or (button is wait and not saver.busy):
            go_on()
        elif button is wait:
            saver.then(go_on)

    box.buttonClicked.connect(answer)
    # The window says why there will be no file; it must not quit as if there were one.
    saver.failed.connect(box.reject)
    box.open()
