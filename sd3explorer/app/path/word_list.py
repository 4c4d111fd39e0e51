"""The words that a model was taught, offered while one types a prompt."""

from typing import Any

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    QStringListModel,
    Qt,
)
from PySide6.QtGui import QIcon, QMouseEvent, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QApplication, QCompleter, QWidget

from sd3explorer.presets.words import COLUMNS, SIDE, word_pictures

# As the style sheet has it.
LIST_PADDING = 4
ICON = QSize(SIDE // 2, SIDE // 2)


class WordList(QCompleter):
    """Offers words, with pictures where the app has any of them.

    Args:
        words: What the model knows best.
        edit: Where they are typed.
    """

    def __init__(self, words: tuple[str, ...], edit: QWidget) -> None:
        super().__init__(edit)
        self._words = _Words(words, self)
        self.setModel(self._words)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setWidget(edit)
        self.list.setProperty("role", "words")
        if self._words.has_pictures:
            self.list.setIconSize(ICON)
        # After the completer's own filter, and so before it.
        self.list.installEventFilter(_ClickFilter(self))

    @property
    def list(self) -> QAbstractItemView:
        """Where they are shown."""
        words = self.popup()
        assert words is not None
        return words

    def offer(self, prefix: str, place: QRect) -> None:
        """Shows the words that begin like this, unless there are none, or it is one already.

        Args:
            prefix: What was typed; all words begin with "".
            place: Where the list appears, in the coordinates of the edit.
        """
        self.setCompletionPrefix(prefix)
        if not self.completionCount() or self.currentCompletion().casefold() == prefix.casefold():
            self.list.hide()
            return
        self.list.setCurrentIndex(self.completionModel().index(0, 0))
        margins = 2 * (self.list.frameWidth() + LIST_PADDING)
        width = self.list.sizeHintForColumn(0) + self.list.verticalScrollBar().sizeHint().width() + margins
        self.complete(QRect(place.topLeft(), QSize(width, place.height())))


class _Words(QStringListModel):
    """Words with their pictures."""

    def __init__(self, words: tuple[str, ...], parent: QObject) -> None:
        super().__init__(list(words), parent)
        file = word_pictures(words)
        self.has_pictures = file.is_file()
        self._file = str(file)
        self._sheet: QPixmap | None = None

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role != Qt.ItemDataRole.DecorationRole or not self.has_pictures:
            return super().data(index, role)
        if self._sheet is None:
            self._sheet = QPixmap(self._file)
        row, column = divmod(index.row(), COLUMNS)
        return QIcon(self._sheet.copy(column * SIDE, row * SIDE, SIDE, SIDE))


class _ClickFilter(QObject):
    """Lets a click beside a list of words do what it would do without the list, not only hide that."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        if not isinstance(event, QMouseEvent) or event.type() != QEvent.Type.MouseButtonPress:
            return False
        assert isinstance(watched, QWidget)
        if watched.rect().contains(event.position().toPoint()):
            return False
        watched.hide()
        place = event.globalPosition()
        clicked = QApplication.widgetAt(place.toPoint())
        window = clicked.window().windowHandle() if clicked else None
        if window:
            again = QMouseEvent(
                event.type(),
                window.mapFromGlobal(place),
                place,
                event.button(),
                event.buttons(),
                event.modifiers(),
            )
            # At once: the mouse may have been let go already.
            QApplication.sendEvent(window, again)
        return True
