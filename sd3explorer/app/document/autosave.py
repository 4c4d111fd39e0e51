"""Saves a walk by itself, where that is preferred; the copy for a crash is written in any case."""

from PySide6.QtCore import QObject, QTimer

from sd3explorer.app.document.document import Document
from sd3explorer.app.document.files import Files

# After an edit: who types on or drags something is still at it.
MILLISECONDS_AFTER_EDIT = 2000


class Autosave(QObject):
    """Saves the document a moment after every edit, while it is on and the document has a file.

    Undo still leads back to what it was before. Where saving fails, or another program has changed the file,
    that is reported as by File › Save, and nothing is written over.

    Args:
        document: The document.
        files: What saves it.
        parent: Qt's owner.
        delay: Milliseconds after an edit.
    """

    def __init__(
        self,
        document: Document,
        files: Files,
        parent: QObject | None = None,
        delay: int = MILLISECONDS_AFTER_EDIT,
    ) -> None:
        super().__init__(parent)
        self._files = files
        self._soon = QTimer(self, singleShot=True, interval=delay)
        self._soon.timeout.connect(files.save_unasked)
        document.edited.connect(self._wait)
        document.begun.connect(self._soon.stop)

    def set_on(self, on: bool) -> None:
        """Turns it on or off; what isn't saved when it is turned on is saved soon."""
        if on != self._files.saves_unasked:
            self._files.saves_unasked = on
            self._soon.stop()
            self._wait()

    def close(self) -> None:
        """Saves no more."""
        self._soon.stop()

    def _wait(self) -> None:
        if self._files.saves_unasked:
            self._soon.start()
