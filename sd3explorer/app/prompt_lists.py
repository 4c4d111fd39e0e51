"""Prompts come as a list, from the clipboard or a file, and go as text; their wildcards are drawn."""

import secrets
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, QSettings, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from sd3explorer.app.disk import folder_there
from sd3explorer.app.document.document import Document
from sd3explorer.app.drops import local_file
from sd3explorer.app.edit_news import EditNews
from sd3explorer.app.folder_dialog import ask_for_folder
from sd3explorer.app.messages import Action, MessageBar
from sd3explorer.walk.error import WalkError
from sd3explorer.walk.lists import (
    Folder,
    MissingFileError,
    PromptList,
    consequences,
    has_wildcards,
    is_list,
    read,
    read_file,
    text_of,
    with_drawn,
    with_prompts,
)
from sd3explorer.walk.walk import Walk

FOLDER = "wildcards/folder"
SEEDS = 2**32

# What messages are about: the next one takes the place of the last.
LISTS = "prompt lists"


class PromptLists(QObject):
    """What Paste prompts, Copy prompts and Draw wildcards do with the document; each is one edit.

    Args:
        document: The window's document.
        messages: Where it says what can't be done.
        news: Where it says what came of it.
        window: Parent of the dialog.
    """

    def __init__(self, document: Document, messages: MessageBar, news: EditNews, window: QWidget) -> None:
        super().__init__(window)
        self._document = document
        self._messages = messages
        self._news = news
        self._window = window

    def paste(self) -> None:
        """Makes the walk's path of the list on the clipboard, or of that in a file that was copied."""
        copied = QGuiApplication.clipboard().mimeData()
        file = _file(copied)
        if file is not None:
            self.open(file)
        elif not copied.hasText():
            self._fail(self.tr("There is no text to paste: copy a list of prompts first, one a line"))
        else:
            self._take(lambda frames: read(copied.text(), frames), self.tr("Paste prompts"))

    def open(self, file: Path) -> None:
        """Makes the walk's path of the list in a file."""
        self._take(lambda frames: read_file(file, frames), self.tr("Take prompts from a file"))

    def copy(self) -> None:
        """Puts the walk's prompts on the clipboard as text, from which `paste` makes the same path."""
        walk = self._document.walk
        QGuiApplication.clipboard().setText(text_of(walk))
        self._report(self.tr("Copied as text: {0}.").format(self._counted(len(walk.path.prompts))))

    def draw(self) -> None:
        """Draws the wildcards of all prompts by a new seed."""
        walk, seed = self._document.walk, secrets.randbelow(SEEDS)
        if not has_wildcards(walk.path):
            self._report(self.tr("No prompt has wildcards: they are written {a|b}, or __name__ for a file."))
            return
        folder = str(QSettings().value(FOLDER) or "")
        try:
            drawn = with_drawn(walk, seed, Folder(Path(folder) if folder else None))
        except MissingFileError as error:
            self._fail(str(error), [(self.tr("Choose folder…"), self._choose_folder)])
            return
        except WalkError as error:
            self._fail(str(error))
            return
        self._document.edit(drawn, self.tr("Draw wildcards"))
        pairs = zip(walk.path.prompts, drawn.path.prompts, strict=True)
        text = self.tr("Drew the wildcards of {0} by the seed {1}; Undo brings them back.")
        drawn_prompts = sum(before != after for before, after in pairs)
        self._news.say(text.format(self._counted(drawn_prompts), seed), LISTS)

    def _take(self, read_list: Callable[[int], PromptList], edit: str) -> None:
        before = self._document.walk
        try:
            prompts = read_list(before.frame_count)
            walk = with_prompts(before, prompts)
        except WalkError as error:
            self._fail(str(error))
            return
        self._document.edit(walk, edit)
        sentences = [self._taken(walk), *consequences(prompts, before, walk)]
        wild: list[Action] = []
        if has_wildcards(walk.path):
            sentences.append(self.tr("Some have wildcards, which can be drawn."))
            wild = [(self.tr("Draw wildcards"), self.draw)]
        self._news.say(" ".join(sentences), LISTS, wild)

    def _taken(self, walk: Walk) -> str:
        text = self.tr("The path goes through {0} now, in {1} frames; Undo brings the previous path back.")
        return text.format(self._counted(len(walk.path.prompts)), walk.frame_count)

    def _counted(self, prompts: int) -> str:
        return self.tr("{0} prompts").format(prompts) if prompts != 1 else self.tr("one prompt")

    def _choose_folder(self) -> None:
        def remember(folder: Path) -> None:
            QSettings().setValue(FOLDER, str(folder))
            self.draw()

        start = folder_there(QSettings().value(FOLDER))
        ask_for_folder(self._window, self.tr("Folder with the files of wildcards"), remember, start)

    def _report(self, text: str) -> None:
        self._messages.retract(LISTS)
        self._messages.show_message(text, level="info", topic=LISTS)

    def _fail(self, text: str, actions: list[Action] | None = None) -> None:
        self._messages.retract(LISTS)
        self._messages.show_message(text, actions=actions or [], topic=LISTS)


def _file(copied: QMimeData) -> Path | None:
    """The file with a list, if one was copied in a file manager."""
    urls: list[QUrl] = copied.urls() if copied.hasUrls() else []
    files = [local_file(url) for url in urls[:1] if url.isLocalFile() and "\0" not in url.path()]
    return next((file for file in files if file is not None and is_list(file)), None)
