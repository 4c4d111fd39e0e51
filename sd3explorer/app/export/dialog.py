"""Asking where a file goes, and handing files to the clipboard."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMimeData, QSettings, QStandardPaths, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QWidget

_FOLDER_SETTING = "export/folder"


def ask_where(
    parent: QWidget, name: str, kind: str, suffixes: Sequence[str], answer: Callable[[Path], None]
) -> None:
    """Opens a file dialog, in the folder that was used last, and returns at once.

    Args:
        parent: The widget that asks.
        name: A file name to begin with; its suffix is added to names without one.
        kind: What such files are called.
        suffixes: Suffixes that they may have; none for a folder.
        answer: Told the file that the user chose.
    """
    patterns = " ".join(f"*{suffix}" for suffix in suffixes)
    title = QCoreApplication.translate("ExportPanel", "Save as")
    name_filter = f"{kind} ({patterns})" if patterns else ""
    dialog = QFileDialog(parent, title, _last_folder(), name_filter)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setDefaultSuffix(Path(name).suffix[1:])
    dialog.selectFile(name)

    def accept(chosen: str) -> None:
        target = Path(chosen)
        QSettings().setValue(_FOLDER_SETTING, str(target.parent))
        answer(target)

    dialog.fileSelected.connect(accept)
    dialog.open()


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


def _last_folder() -> str:
    folder = str(QSettings().value(_FOLDER_SETTING, ""))
    if folder and Path(folder).is_dir():
        return folder
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
