"""Asking for a folder, without stopping the window."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget


def ask_for_folder(
    parent: QWidget, title: str, answer: Callable[[Path], None], start: str = "", accept: str = ""
) -> None:
    """Opens a dialog that takes a folder that is there, and returns at once.

    Args:
        parent: The widget that asks.
        title: Of the dialog.
        answer: Called with the folder that the user chose.
        start: The folder to begin in; "" is the current one.
        accept: What the button says; "" leaves that to the system.
    """
    dialog = QFileDialog(parent, title, start)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    if accept:
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, accept)
    dialog.accepted.connect(lambda: answer(_chosen(dialog)))
    dialog.open()


def _chosen(dialog: QFileDialog) -> Path:
    # Qt's own dialog completes what is typed, and then emits the folders on the way there too, or of
    # them alone; a desktop's dialog has no such field.
    field = dialog.findChild(QLineEdit, "fileNameEdit")
    typed = Path(dialog.directory().absolutePath(), field.text()) if field is not None else None
    return typed if typed is not None and typed.is_dir() else Path(dialog.selectedFiles()[-1])
