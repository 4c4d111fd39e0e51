"""Where one types a prompt: as high as its text, aware of what the model reads and which words it knows."""

import math
import re

from PySide6.QtCore import QEvent, QMimeData, QObject, QStringListModel, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QCompleter,
    QFrame,
    QLabel,
    QPlainTextEdit,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from sd3explorer.app.fields import leave_undo
from sd3explorer.app.theme import colours
from sd3explorer.presets.tokens import Vocabulary
from sd3explorer.walk.emphasis import read_emphasis, reweighted
from sd3explorer.walk.limits import MAX_TEXT

MAX_LINES = 6
TEXT_INDENT = 2
NEARLY_FULL = 0.8
LETTERS_TO_COMPLETE = 2
# As the style sheet has it.
LIST_PADDING = 4

# Where there are several prompts, no more than that, or one of them, is laid out and counted before the
# window goes on.
CHARACTERS_AT_ONCE = 5_000

# Of losing the keyboard for a while, to a menu of its own or another window.
_COMES_BACK = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)

_LAST_WORD = re.compile(r"[^\W\d_]+\Z")
_HALF_CHARACTER = re.compile("[\ud800-\udfff]")
_ACCEPTING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
# With Ctrl, as in other programs.
_EMPHASISES = {Qt.Key.Key_Up: 0.1, Qt.Key.Key_Down: -0.1}
_LEFT_TO_COMPLETER = (*_ACCEPTING, Qt.Key.Key_Escape, Qt.Key.Key_Backtab)


class PromptEdit(QPlainTextEdit):
    """Plain text of one to six lines that completes the words a model knows and marks what it doesn't read.

    Undo and redo are left to the window, whose undo also knows of everything else.

    Signals:
        text_edited: The user changed the text; with the new text.
        entered: Somebody came here, with the mouse or the keyboard.
    """

    text_edited = Signal(str)
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._words: tuple[str, ...] = ()
        self._completer: QCompleter | None = None
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        leave_undo(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(TEXT_INDENT)
        self.document().documentLayout().documentSizeChanged.connect(self._fit_height)
        self.textChanged.connect(self._take_text)
        self._fit_height()

    def text(self) -> str:
        """The text, as the walk holds it."""
        return self._text

    def show_text(self, text: str) -> None:
        """Shows a text; the cursor stays about where it was."""
        if text == self._text:
            return
        position = self.textCursor().position()
        self._text = text
        self.blockSignals(True)
        self.setPlainText(text)
        self.blockSignals(False)
        cursor = self.textCursor()
        cursor.setPosition(min(position, self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        self._fit_height()

    def show_words(self, words: tuple[str, ...]) -> None:
        """Takes the words that are offered while one types."""
        if words != self._words:
            self._words = words
            if self._completer:
                self._completer.deleteLater()
                self._completer = None

    def show_cut(self, cut: int | None) -> None:
        """Marks the text from the character `cut` on as not read."""
        if cut is None:
            self.setExtraSelections([])
            return
        unread = QTextEdit.ExtraSelection()
        cursor = self._from(cut, self._text)
        mark = QTextCharFormat()
        colour = QColor(colours(self).error)
        colour.setAlphaF(0.75)
        mark.setForeground(colour)
        mark.setFontStrikeOut(True)
        unread.cursor, unread.format = cursor, mark  # type: ignore[attr-defined]
        self.setExtraSelections([unread])

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Types, and offers words for what was typed."""
        popup = _list_of(self._completer) if self._completer else None
        if popup and popup.isVisible() and event.key() in _LEFT_TO_COMPLETER:
            event.ignore()
            return
        if event.modifiers() == Qt.KeyboardModifier.ControlModifier and event.key() in _EMPHASISES:
            self._emphasise(_EMPHASISES[Qt.Key(event.key())])
            return
        before = self._text
        super().keyPressEvent(event)
        if self._text != before and event.text().isalpha():
            self._offer_words()
        elif popup:
            popup.hide()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 (Qt's name)
        """Reports that somebody came here."""
        super().focusInEvent(event)
        if event.reason() not in _COMES_BACK:
            self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 (Qt's name)
        """Selects nothing any more, or it would look as if one typed here."""
        super().focusOutEvent(event)
        if event.reason() not in _COMES_BACK:
            self._deselect()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 (Qt's name)
        """Is left, whoever has the keyboard: a dialog may."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._deselect()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """Wraps the text anew, and so may need other lines."""
        super().resizeEvent(event)
        self._fit_height()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802 (Qt's name)
        """Leaves files that are dropped here to the window."""
        return not source.hasUrls() and super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802 (Qt's name)
        """Pastes the text alone, and no more than a walk can hold."""
        room = MAX_TEXT - len(self._text) + len(self.textCursor().selectedText())
        self.insertPlainText(source.text()[: max(0, room)])
        self.ensureCursorVisible()

    def _deselect(self) -> None:
        cursor = self.textCursor()
        if cursor.hasSelection():
            cursor.clearSelection()
            self.setTextCursor(cursor)

    def _emphasise(self, change: float) -> None:
        cursor = self.textCursor()
        first = _characters(self._text, cursor.selectionStart())
        last = _characters(self._text, cursor.selectionEnd())
        text, start, end = reweighted(self._text, first, last, change)
        if text == self._text or len(text) > MAX_TEXT:
            return
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        cursor.setPosition(_halves(text, start))
        cursor.setPosition(_halves(text, end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def _take_text(self) -> None:
        text = _HALF_CHARACTER.sub("\N{REPLACEMENT CHARACTER}", self.toPlainText())
        if len(text) > MAX_TEXT:
            # Nobody shall believe that the walk holds it. Comes here again.
            self._from(MAX_TEXT, text).removeSelectedText()
        elif text != self._text:
            self._text = text
            self.text_edited.emit(text)

    def _from(self, start: int, text: str) -> QTextCursor:
        """Selects all from a character on."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(_halves(text, start), self.document().characterCount() - 1))
        cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _fit_height(self) -> None:
        lines = min(max(int(self.document().size().height()), 1), MAX_LINES)
        frame = max(0, self.height() - self.contentsRect().height())
        # The layout's lines are whole pixels of the screen high, and up to one higher than the font says.
        ratio = self.devicePixelRatioF()
        line = math.ceil(QFontMetricsF(self.font()).lineSpacing() * ratio) / ratio
        height = math.ceil(lines * line) + 2 + frame + 2 * TEXT_INDENT
        if height != self.height() or self.minimumHeight() != height:
            self.setFixedHeight(height)
        scrolls = self.document().size().height() > MAX_LINES
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(policy.ScrollBarAsNeeded if scrolls else policy.ScrollBarAlwaysOff)

    def _offer_words(self) -> None:
        prefix = self._typed_word()
        if not self._words or len(prefix) < LETTERS_TO_COMPLETE:
            self._hide_words()
            return
        completer = self._completer = self._completer or self._make_completer()
        completer.setCompletionPrefix(prefix)
        if not completer.completionCount() or completer.currentCompletion().casefold() == prefix.casefold():
            self._hide_words()
            return
        popup = _list_of(completer)
        popup.setCurrentIndex(completer.completionModel().index(0, 0))
        place = self.cursorRect()
        margins = 2 * (popup.frameWidth() + LIST_PADDING)
        width = popup.sizeHintForColumn(0) + popup.verticalScrollBar().sizeHint().width() + margins
        place.setWidth(width)
        completer.complete(place)

    def _hide_words(self) -> None:
        if self._completer:
            _list_of(self._completer).hide()

    def _make_completer(self) -> QCompleter:
        completer = QCompleter(self)
        completer.setModel(QStringListModel(list(self._words), completer))
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setWidget(self)
        completer.activated.connect(self._complete)
        _list_of(completer).setProperty("role", "words")
        # After the completer's own filter, and so before it.
        _list_of(completer).installEventFilter(_ClickFilter(completer))
        return completer

    def _complete(self, word: str) -> None:
        cursor = self.textCursor()
        typed = len(self._typed_word())
        cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, typed)
        cursor.insertText(word)
        self.setTextCursor(cursor)

    def _typed_word(self) -> str:
        cursor = self.textCursor()
        line = cursor.block().text()
        before, after = line[: cursor.positionInBlock()], line[cursor.positionInBlock() :]
        word = _LAST_WORD.search(before)
        return word.group() if word and not after[:1].isalnum() else ""


def _halves(text: str, place: int) -> int:
    """Where a character is for Qt, which counts in halves of those that need two."""
    return len(text[:place].encode("utf-16-le", "surrogatepass")) // 2


def _characters(text: str, halves: int) -> int:
    """Which character is at a place of Qt's."""
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * halves].decode("utf-16-le", "surrogatepass"))


class PromptField(QWidget):
    """A prompt with, when it matters, how many tokens it has and how many the model reads.

    Signals:
        text_edited: The user changed the text; with the new text.
        entered: Somebody came here, with the mouse or the keyboard.
    """

    text_edited = Signal(str)
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._vocabulary: Vocabulary | None = None
        self.edit = PromptEdit()
        self.counter = QLabel()
        self.counter.setContentsMargins(TEXT_INDENT, 4, 0, 0)
        self.counter.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.edit)
        layout.addWidget(self.counter)
        self.setFocusProxy(self.edit)
        self.edit.text_edited.connect(self._report_edit)
        self.edit.entered.connect(self.entered)

    def show_text(self, text: str) -> None:
        """Shows a prompt; the cursor stays about where it was."""
        if text != self.edit.text():
            self.edit.show_text(text)
            self._count()

    def show_vocabulary(self, vocabulary: Vocabulary | None) -> None:
        """Takes what the model reads; None where that isn't known."""
        if vocabulary is not self._vocabulary:
            self._vocabulary = vocabulary
            self.edit.show_words(vocabulary.words if vocabulary else ())
            self._count()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 (Qt's name)
        """Follows the colours of the scheme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._count()

    def _report_edit(self, text: str) -> None:
        self._count()
        self.text_edited.emit(text)

    def _count(self) -> None:
        vocabulary = self._vocabulary
        read = read_emphasis(self.edit.text())
        count, cut = vocabulary.measure(read.text) if vocabulary else (0, None)
        cut = None if cut is None else read.origins[cut]
        limit = vocabulary.max_tokens if vocabulary else 0
        self.counter.setVisible(vocabulary is not None and count >= NEARLY_FULL * limit)
        self.edit.show_cut(cut)
        if self.counter.isHidden():
            return
        text = self.tr("{count} / {limit} tokens").format(count=count, limit=limit)
        if cut is not None:
            text = self.tr("{numbers} · the end is not read").format(numbers=text)
        self.counter.setText(text)
        self.counter.setToolTip(
            self.tr("Tokens of this prompt, and how many the model reads; the rest is struck out")
        )
        role = "warn" if cut is not None else "dim"
        if self.counter.property("role") != role:
            self.counter.setProperty("role", role)
            self.counter.style().polish(self.counter)


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


def _list_of(completer: QCompleter) -> QAbstractItemView:
    words = completer.popup()
    assert words is not None
    return words
