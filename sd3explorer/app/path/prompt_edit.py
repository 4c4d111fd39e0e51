"""Where one types a prompt: as high as its text, aware of what the model reads and which words it knows."""

import math
import re
from collections.abc import Sequence
from typing import TypeAlias

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QHideEvent,
    QKeyEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QPlainTextEdit,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from sd3explorer.app.fields import leave_undo, show_role
from sd3explorer.app.path.word_list import WordList
from sd3explorer.app.theme import colours
from sd3explorer.presets.tokens import Vocabulary
from sd3explorer.walk.emphasis import read_emphasis, reweighted
from sd3explorer.walk.limits import MAX_TEXT

MAX_LINES = 6
TEXT_INDENT = 2
NEARLY_FULL = 0.8
LETTERS_TO_COMPLETE = 2

# Where there are several prompts, no more than that, or one of them, is laid out and counted at once.
CHARACTERS_AT_ONCE = 5_000

# Of losing the keyboard for a while, to a menu of its own or another window.
_COMES_BACK = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)

Span: TypeAlias = tuple[int, int]

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
        moved: One types in another place, or no longer here.
    """

    text_edited = Signal(str)
    entered = Signal()
    moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._words: tuple[str, ...] = ()
        self._word_list: WordList | None = None
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        leave_undo(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(TEXT_INDENT)
        self.document().documentLayout().documentSizeChanged.connect(self._fit_height)
        self.textChanged.connect(self._take_text)
        self.cursorPositionChanged.connect(self.moved)
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
            if self._word_list:
                self._word_list.deleteLater()
                self._word_list = None

    @property
    def typing_at(self) -> int:
        """Before which character one types here; -1 where nobody does."""
        return _characters(self._text, self.textCursor().position()) if self.hasFocus() else -1

    def show_marks(self, cut: int | None, unknown: Sequence[Span] = ()) -> None:
        """Marks what the model makes nothing of.

        Args:
            cut: Number of the first character that isn't read any more.
            unknown: Where words are that it doesn't know.
        """
        unfamiliar, unread = QTextCharFormat(), QTextCharFormat()
        unfamiliar.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        unfamiliar.setUnderlineColor(colours(self).warn)
        colour = QColor(colours(self).error)
        colour.setAlphaF(0.75)
        unread.setForeground(colour)
        unread.setFontStrikeOut(True)
        marks = [_mark(self._part(*word, self._text), unfamiliar) for word in unknown]
        if cut is not None:
            marks.append(_mark(self._part(cut, len(self._text), self._text), unread))
        self.setExtraSelections(marks)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Types, and offers words for what was typed."""
        offered = self._word_list.list if self._word_list else None
        if offered and offered.isVisible() and event.key() in _LEFT_TO_COMPLETER:
            event.ignore()
            return
        if event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            if event.key() in _EMPHASISES:
                self._emphasise(_EMPHASISES[Qt.Key(event.key())])
                return
            if event.key() == Qt.Key.Key_Space:
                self._offer(self._typed_word())
                return
        before = self._text
        super().keyPressEvent(event)
        if self._text != before and event.text().isalpha():
            self._offer_words()
        elif offered:
            offered.hide()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 (Qt's name)
        """Reports that somebody came here."""
        super().focusInEvent(event)
        if event.reason() not in _COMES_BACK:
            self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 (Qt's name)
        """Selects nothing any more, or it would look as if one typed here."""
        super().focusOutEvent(event)
        self.moved.emit()
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
            self._part(MAX_TEXT, len(text), text).removeSelectedText()
        elif text != self._text:
            self._text = text
            self.text_edited.emit(text)

    def _part(self, start: int, end: int, text: str) -> QTextCursor:
        """Selects characters of what is shown."""
        last = self.document().characterCount() - 1
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(_halves(text, start), last))
        cursor.setPosition(min(_halves(text, end), last), QTextCursor.MoveMode.KeepAnchor)
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
        if len(prefix) < LETTERS_TO_COMPLETE:
            self._hide_words()
        else:
            self._offer(prefix)

    def _offer(self, prefix: str) -> None:
        if self._words:
            if not self._word_list:
                self._word_list = WordList(self._words, self)
                self._word_list.activated.connect(self._complete)
            self._word_list.offer(prefix, self.cursorRect())

    def _hide_words(self) -> None:
        if self._word_list:
            self._word_list.list.hide()

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


def _mark(cursor: QTextCursor, mark: QTextCharFormat) -> QTextEdit.ExtraSelection:
    selection = QTextEdit.ExtraSelection()
    selection.cursor, selection.format = cursor, mark  # type: ignore[attr-defined]
    return selection


def _halves(text: str, place: int) -> int:
    """Where a character is for Qt, which counts in halves of those that need two."""
    return len(text[:place].encode("utf-16-le", "surrogatepass")) // 2


def _characters(text: str, halves: int) -> int:
    """Which character is at a place of Qt's."""
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * halves].decode("utf-16-le", "surrogatepass"))


class PromptField(QWidget):
    """A prompt with, when it matters, what the model doesn't read of it or doesn't know.

    Signals:
        text_edited: The user changed the text; with the new text.
        entered: Somebody came here, with the mouse or the keyboard.
    """

    text_edited = Signal(str)
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._vocabulary: Vocabulary | None = None
        self._tokens = 0
        self._cut: int | None = None
        self._unknown: list[Span] = []
        self.edit = PromptEdit()
        self.remark = QLabel()
        self.remark.setContentsMargins(TEXT_INDENT, 4, 0, 0)
        self.remark.setWordWrap(True)
        self.remark.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.edit)
        layout.addWidget(self.remark)
        self.setFocusProxy(self.edit)
        self.edit.text_edited.connect(self._report_edit)
        self.edit.entered.connect(self.entered)
        self.edit.moved.connect(self._look_at_words)

    def show_text(self, text: str) -> None:
        """Shows a prompt; the cursor stays about where it was."""
        if text != self.edit.text():
            self.edit.show_text(text)
            self._read()

    def show_vocabulary(self, vocabulary: Vocabulary | None) -> None:
        """Takes what the model reads; None where that isn't known."""
        if vocabulary is not self._vocabulary:
            self._vocabulary = vocabulary
            self.edit.show_words(vocabulary.words if vocabulary else ())
            self._read()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 (Qt's name)
        """Follows the colours of the scheme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._read()

    def _report_edit(self, text: str) -> None:
        self._read()
        self.text_edited.emit(text)

    def _read(self) -> None:
        self._tokens, self._cut, self._unknown = 0, None, []
        if self._vocabulary:
            read = read_emphasis(self.edit.text())
            self._tokens, cut = self._vocabulary.measure(read.text)
            unknown = self._vocabulary.unknown(read.text[:cut])
            self._cut = None if cut is None else read.origins[cut]
            self._unknown = [(read.origins[start], read.origins[end - 1] + 1) for start, end in unknown]
        self._show()

    def _look_at_words(self) -> None:
        if self._unknown:
            self._show()

    def _show(self) -> None:
        typing_at = self.edit.typing_at if self._unknown else -1
        # A word that is being typed may still become one that is known.
        unknown = [word for word in self._unknown if word[1] != typing_at]
        self.edit.show_marks(self._cut, unknown)
        limit = self._vocabulary.max_tokens if self._vocabulary else 0
        remarks: dict[str, str] = {}
        if self._vocabulary and self._tokens >= NEARLY_FULL * limit:
            numbers = self.tr("{count} / {limit} tokens").format(count=self._tokens, limit=limit)
            text = self.tr("{numbers} · the end is not read").format(numbers=numbers)
            remarks[numbers if self._cut is None else text] = self.tr(
                "Tokens of this prompt, and how many the model reads; the rest is struck out"
            )
        if unknown:
            words = ", ".join(dict.fromkeys(self.edit.text()[start:end] for start, end in unknown))
            remarks[self.tr("Not known: {words}").format(words=words)] = self.tr(
                "This model wasn't taught these words and draws anything for them; Ctrl+Space lists "
                "what it knows"
            )
        self.remark.setVisible(bool(remarks))
        if remarks:
            self.remark.setText("\n".join(remarks))
            self.remark.setToolTip("\n".join(remarks.values()))
            show_role(self.remark, "dim" if self._cut is None else "warn")
