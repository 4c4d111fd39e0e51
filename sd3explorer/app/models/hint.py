"""The line above the list that asks for folders of models, until there are some or nobody wants to."""

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from sd3explorer.presets.library import Library

ASKED_KEY = "models/asked_for_folders"


class FoldersHint(QWidget):
    """Asks once where models are; also says where there are too many files to look through."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = QLabel(wordWrap=True)
        self._not_now = QPushButton(self.tr("No&t now"))
        self._not_now.setAutoDefault(False)
        self._not_now.clicked.connect(self._dismiss)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._text, stretch=1)
        layout.addWidget(self._not_now)
        self.hide()

    def show_library(self, library: Library) -> None:
        """Shows what there is to say of a library."""
        text = ""
        if not library.complete:
            text = self.tr(
                "Not everything was searched, as there are too many files. Add the folders that have models."
            )
        elif not library.knows_programs and not QSettings().value(ASKED_KEY, False, type=bool):
            text = self.tr(
                "No folder of ComfyUI, A1111 or Forge was found in the usual places. If you have models, "
                "add their folder, or drop it or a file here."
            )
        self._text.setText(text)
        self._not_now.setVisible(library.complete)
        self.setVisible(bool(text))

    def _dismiss(self) -> None:
        QSettings().setValue(ASKED_KEY, True)
        self.hide()
