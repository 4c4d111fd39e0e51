"""Dialogs of a few lines."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog, QLineEdit, QMessageBox, QWidget

from sd3explorer import __version__
from sd3explorer.app.estimate_text import stored_sentence
from sd3explorer.app.texts import translate
from sd3explorer.render.estimate import Estimate
from sd3explorer.walk.limits import MAX_TEXT


def ask_title(window: QWidget, title: str, on_title: Callable[[str], None]) -> None:
    """Asks for the walk's title, without making anything else wait."""
    dialog = QInputDialog(window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(translate("Dialogs", "Title"))
    dialog.setLabelText(translate("Dialogs", "Title of the walk:"))
    dialog.setTextValue(title)
    for line in dialog.findChildren(QLineEdit):
        # A walk file with a longer one could be written, but not read again.
        line.setMaxLength(MAX_TEXT)
    dialog.textValueSelected.connect(lambda text: on_title(text.strip()))
    dialog.open()


def ask_about_room(window: QWidget, needed: Estimate, go_on: Callable[[], None]) -> None:
    """Asks whether so much is meant to be rendered, in a sheet that blocks nothing else."""
    box = QMessageBox(
        QMessageBox.Icon.NoIcon,
        translate("Dialogs", "Render this much?"),
        translate("Dialogs", "This walk needs a lot of space, and time."),
        QMessageBox.StandardButton.Cancel,
        window,
    )
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setInformativeText(stored_sentence(needed))
    render = box.addButton(translate("Dialogs", "Render"), QMessageBox.ButtonRole.AcceptRole)
    render.clicked.connect(lambda: go_on())
    box.setDefaultButton(QMessageBox.StandardButton.Cancel)
    box.open()


def show_about(window: QWidget) -> None:
    """Says what this is."""
    box = QMessageBox(window)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIconPixmap(window.windowIcon().pixmap(64, 64))
    box.setTextFormat(Qt.TextFormat.RichText)
    box.setText(f"<b>sd3explorer {__version__}</b>")
    box.setInformativeText(
        translate(
            "Dialogs",
            "Explore the latent space of Stable Diffusion 3.<br>"
            "Apache License 2.0. Built on KerasHub, Keras and Qt.",
        )
    )
    box.open()
