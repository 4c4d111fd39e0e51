"""A dialog to read pages in: found by their words, with links from one to the other."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QFontInfo, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QTextBrowser,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from sd3explorer.app.help.page import Page
from sd3explorer.app.screen import resize_within_screen
from sd3explorer.app.theme import colours

SIZE = QSize(980, 680)
LIST_WIDTH = 280

# Of a word that is everywhere, nobody needs all places.
MOST_MARKS = 500


class Reader(QDialog):
    """Shows pages.

    Args:
        title: Of the dialog.
        pages: The pages; the first is shown first.
        parent: Qt's owner.
    """

    def __init__(self, title: str, pages: Sequence[Page], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._pages = {page.name: page for page in pages}
        self._texts: dict[str, str] = {}
        self.search = QLineEdit(clearButtonEnabled=True)
        self.search.setPlaceholderText(self.tr("Search"))
        self.search.setAccessibleName(self.tr("Search"))
        self.list = QListWidget()
        self.list.setAccessibleName(title)
        self.list.setProperty("role", "pages")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.text = QTextBrowser()
        self.text.setAccessibleName(self.tr("Text"))
        self.text.setOpenLinks(False)
        self._nothing = QLabel(self.tr("Nothing found."))
        self._nothing.setProperty("role", "dim")
        self._nothing.hide()
        self._lay_out()
        for page in pages:
            item = QListWidgetItem(f"{page.title}  ·  {page.note}" if page.note else page.title, self.list)
            item.setData(Qt.ItemDataRole.UserRole, page.name)
            item.setToolTip(page.note)
        self.list.currentItemChanged.connect(self._show_item)
        self.search.textChanged.connect(self._filter)
        self.search.returnPressed.connect(self._find_next)
        self.text.anchorClicked.connect(self._follow)
        self.list.setCurrentRow(0)
        self.search.setFocus()

    def show_page(self, name: str) -> bool:
        """Shows a page, if there is one of that name."""
        for row in range(self.list.count()):
            if self.list.item(row).data(Qt.ItemDataRole.UserRole) == name:
                self.search.clear()
                self.list.setCurrentRow(row)
                return True
        return False

    def _lay_out(self) -> None:
        left, column = QWidget(), QVBoxLayout()
        left.setLayout(column)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.search, self.list, self._nothing):
            column.addWidget(widget)
        parts = QSplitter()
        parts.addWidget(left)
        parts.addWidget(self.text)
        parts.setSizes([LIST_WIDTH, SIZE.width() - LIST_WIDTH])
        parts.setChildrenCollapsible(False)
        QHBoxLayout(self).addWidget(parts)
        resize_within_screen(self, SIZE)

    def _text_of(self, name: str) -> str:
        if name not in self._texts:
            try:
                self._texts[name] = self._pages[name].read()
            except OSError as error:
                self._texts[name] = self.tr("This page can't be read: {0}").format(error.strerror or error)
        return self._texts[name]

    def _show_item(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        page = self._pages[item.data(Qt.ItemDataRole.UserRole)]
        if page.markdown:
            self._measure_in_points()
            # Without HTML, of which there should be none.
            features = QTextDocument.MarkdownFeature.MarkdownDialectGitHub
            self.text.document().setMarkdown(
                self._text_of(page.name), features | QTextDocument.MarkdownFeature.MarkdownNoHTML
            )
        else:
            self.text.setPlainText(self._text_of(page.name))
        self.text.moveCursor(QTextCursor.MoveOperation.Start)
        self._mark()
        if self.search.text():
            self._find_next()

    def _measure_in_points(self) -> None:
        """Without a size in points, Qt leaves no space between the paragraphs of Markdown."""
        font = self.text.document().defaultFont()
        font.setPointSizeF(QFontInfo(font).pointSizeF())
        self.text.document().setDefaultFont(font)

    def _filter(self, words: str) -> None:
        """Lists the pages that have all words, and marks the words in the one that is shown."""
        looked_for = words.casefold().split()
        for row in range(self.list.count()):
            item = self.list.item(row)
            name = item.data(Qt.ItemDataRole.UserRole)
            there = f"{item.text()}\n{self._text_of(name)}".casefold() if looked_for else ""
            item.setHidden(not all(word in there for word in looked_for))
        rows = map(self.list.item, range(self.list.count()))
        shown = [item for item in rows if not item.isHidden()]
        self._nothing.setVisible(not shown)
        if shown and self.list.currentItem() not in shown:
            self.list.setCurrentItem(shown[0])
        self._mark()

    def _mark(self) -> None:
        marks: list[QTextEdit.ExtraSelection] = []
        for word in self.search.text().split():
            cursor = self.text.document().find(word)
            while not cursor.isNull() and len(marks) < MOST_MARKS:
                mark = QTextEdit.ExtraSelection()
                mark.cursor = cursor  # type: ignore[attr-defined]
                mark.format.setBackground(colours(self).accent)  # type: ignore[attr-defined]
                mark.format.setForeground(colours(self).on_accent)  # type: ignore[attr-defined]
                marks.append(mark)
                cursor = self.text.document().find(word, cursor)
        self.text.setExtraSelections(marks)

    def _find_next(self) -> None:
        """Goes to the next place of the first word, and from the last to the first."""
        words = self.search.text().split()
        if words and not self.text.find(words[0]):
            self.text.moveCursor(QTextCursor.MoveOperation.Start)
            self.text.find(words[0])

    def _follow(self, link: QUrl) -> None:
        if link.scheme() in ("http", "https"):
            QDesktopServices.openUrl(link)
        elif link.fileName() and self.show_page(link.fileName()):
            pass
        elif link.fragment():
            self.text.scrollToAnchor(link.fragment())
