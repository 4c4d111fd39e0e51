"""Asking where a file goes, and handing files to the clipboard."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMimeData, QSettings, QStandardPaths, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from sd3explorer.app.disk import folder_there
from sd3explorer.app.estimate_text import exported_sentence
from sd3explorer.app.folder_dialog import ask_for_folder
from sd3explorer.export import ExportError, check_frames_folder
from sd3explorer.render.estimate import Estimate

_FOLDER_SETTING = "export/folder"


def ask_where(
    parent: QWidget, name: str, kind: str, suffixes: Sequence[str], answer: Callable[[Path], None]
) -> None:
    """Opens a file dialog, in the folder that was used last, and returns at once.

    Args:
        parent: The widget that asks.
        name: A file name to begin with; its suffix is added to names without one.
        kind: What such files are called.
        suffixes: Suffixes that they may have.
        answer: Called with the file that the user chose.
    """
    patterns = " ".join(f"*{suffix}" for suffix in suffixes)
    title = QCoreApplication.translate("ExportPanel", "Save as")
    dialog = QFileDialog(parent, title, _last_folder(), f"{kind} ({patterns})")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setDefaultSuffix(Path(name).suffix[1:])
    dialog.selectFile(name)

    def accept(chosen: str) -> None:
        target = Path(chosen)
        _remember_folder(target.parent)
        answer(target)

    dialog.fileSelected.connect(accept)
    dialog.open()


def ask_about_size(parent: QWidget, needed: Estimate, go_on: Callable[[], None]) -> None:
    """Asks whether so much is meant to be exported, in a sheet that blocks nothing else.

    Args:
        parent: The widget that asks.
        needed: What it takes.
        go_on: Exports.
    """
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setText(QCoreApplication.translate("ExportPanel", "Export this much?"))
    box.setInformativeText(exported_sentence(needed))
    export = box.addButton(
        QCoreApplication.translate("ExportPanel", "Export"), QMessageBox.ButtonRole.AcceptRole
    )
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(QMessageBox.StandardButton.Cancel)
    export.clicked.connect(lambda: go_on())
    box.open()


def ask_which_folder(parent: QWidget, name: str, answer: Callable[[Path], None]) -> None:
    """Opens a dialog that takes a folder for frames, and returns at once.

    Args:
        parent: The widget that asks.
        name: Of the new folder that is made in one that holds other files.
        answer: Called with the folder, which holds nothing but frames, or isn't there yet.
    """
    title = QCoreApplication.translate("ExportPanel", "A folder for the frames")
    save_here = QCoreApplication.translate("ExportPanel", "Save here")

    def take(chosen: Path) -> None:
        target = _folder_for_frames(chosen, name)
        _remember_folder(target.parent)
        answer(target)

    ask_for_folder(parent, title, take, _last_folder(), save_here)


def _folder_for_frames(chosen: Path, name: str) -> Path:
    try:
        check_frames_folder(chosen)
    except (ExportError, OSError):
        numbers = ["", *(f"-{number}" for number in range(2, 1000))]
        return next((free for n in numbers if not (free := chosen / f"{name}{n}").exists()), chosen / name)
    return chosen


def copy_file(path: Path, *, with_picture: bool) -> None:
    """Puts a file on the clipboard, to be pasted into a folder or a chat.

    Args:
        path: The file.
        with_picture: Whether it goes there as a picture as well, to be pasted into a drawing.
    """
    address = QUrl.fromLocalFile(str(path))
    data = QMimeData()
    data.setUrls([address])
    # What GNOME's file manager looks for beside the address.
    data.setData("x-special/gnome-copied-files", b"copy\n" + address.toEncoded().data())
    if with_picture:
        data.setImageData(QImage(str(path)))
    QGuiApplication.clipboard().setMimeData(data)


def _remember_folder(folder: Path) -> None:
    QSettings().setValue(_FOLDER_SETTING, str(folder))


def _last_folder() -> str:
    pictures = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
    return folder_there(QSettings().value(_FOLDER_SETTING)) or pictures
