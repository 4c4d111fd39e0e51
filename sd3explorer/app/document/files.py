"""Opening and saving walks, so that nothing is ever lost."""

import hashlib
import logging
from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from sd3explorer.app.disk import first_folder
from sd3explorer.app.document.document import Document
from sd3explorer.app.document.recent import add_recent_file, recent_files
from sd3explorer.app.document.recovery import FileLock, Leftover, Recovery
from sd3explorer.app.messages import MessageBar
from sd3explorer.app.texts import translate
from sd3explorer.export import SUFFIXES, is_exported, read_walk, title_stem
from sd3explorer.walk.error import WalkError
from sd3explorer.walk.file import MAX_FILE_BYTES, SUFFIX
from sd3explorer.walk.files import expanded, reading
from sd3explorer.walk.lists import SUFFIXES as LIST_SUFFIXES
from sd3explorer.walk.printable import printable
from sd3explorer.walk.spots import Placement
from sd3explorer.walk.walk import Walk

logger = logging.getLogger(__name__)

# What messages are about whose cause can pass.
SAVING = "saving"

_DOCUMENTS = QStandardPaths.StandardLocation.DocumentsLocation


class Files:
    """What File › New, Open and Save do with the document.

    Args:
        document: The window's document.
        messages: Where it says what went wrong.
        recovery: Keeps edits that are not saved.
        lock: Keeps two windows from one file.
        window: Parent of the file dialogs.
        placement: Where the frames of the document's walk lie, if that was found.
    """

    def __init__(
        self,
        document: Document,
        messages: MessageBar,
        recovery: Recovery,
        lock: FileLock,
        window: QWidget,
        placement: Callable[[], Placement | None] = lambda: None,
    ) -> None:
        self._document = document
        self._messages = messages
        self._recovery = recovery
        self._lock = lock
        self._window = window
        self._placement = placement
        # Of the document's file, as it was when it was opened or saved here; "" where that isn't known.
        self._content = ""
        # Whether a walk that has a file is saved without being asked about.
        self.saves_unasked = False
        document.edited.connect(self._keep)
        document.file_changed.connect(self._settle)

    def begin(self, walk: Walk, go_on: Callable[[], None] = lambda: None) -> None:
        """Shows a walk that has no file yet, and continues, unless somebody wants to keep the one before."""

        def begin() -> None:
            self._begin(walk)
            go_on()

        self.after_asking(begin)

    def open(self, file: Path) -> None:
        """Opens a walk file, or the walk in an exported file, which then has no file of its own.

        Where it can't be opened, everything stays as it is.
        """
        self.after_asking(lambda: self._open(file))

    def reopen(self, file: Path | None, recovery: str) -> bool:
        """Shows what a window that is gone has shown: its unsaved edits where it left some, else its file.

        Args:
            file: The walk file that it had, if any.
            recovery: Its `recovery_name`.

        Returns:
            Whether there was either.

        Raises:
            WalkError: The file can't be read; everything stays as it is.
        """
        left = next((left for left in self._recovery.leftovers() if left.name == recovery), None)
        if left is not None:
            self._take(left)
            text = translate("Files", "Unsaved changes of “{0}” are back.")
            self._messages.show_message(text.format(self._document.display_name), level="news")
        elif file is not None:
            content = _content(file)
            self._show(file, read_walk(file), content)
        return left is not None or file is not None

    @property
    def recovery_name(self) -> str:
        """What this window's unsaved edits are kept by."""
        return self._recovery.name

    def choose(self, open_file: Callable[[Path], object]) -> None:
        """Asks for a file that can be opened: a walk file, an exported one, or a list of prompts.

        Args:
            open_file: What opens it.
        """
        name, _ = QFileDialog.getOpenFileName(
            self._window, translate("Files", "Open a walk"), str(self._folder()), _open_filter()
        )
        if name:
            open_file(Path(name))

    def save(self) -> bool:
        """Saves to the document's file, or asks for one.

        Returns:
            Whether it is saved.
        """
        return self._save(self._document.file) if self._document.file else self.save_as()

    def save_as(self) -> bool:
        """Asks for a file and saves to it.

        Returns:
            Whether it is saved.
        """
        name = title_stem(self._document.display_name)
        file = self._document.file
        suggested = self._folder() / (f"{name}{SUFFIX}" if file is None else file.name)
        name, _ = QFileDialog.getSaveFileName(
            self._window, translate("Files", "Save the walk"), str(suggested), _filter()
        )
        if not name:
            return False
        file = Path(name)
        return self._save(file if file.suffix == SUFFIX else file.with_name(file.name + SUFFIX))

    def save_unasked(self) -> None:
        """Saves to the document's file, where it has one and there is something to save."""
        if self._document.modified and self._document.file is not None:
            self._save(self._document.file)

    def after_asking(self, go_on: Callable[[], None]) -> None:
        """Continues when edits are saved or may be thrown away; asks in a sheet that blocks nothing else."""
        if self.saves_unasked:
            self.save_unasked()
        if not self._document.modified:
            go_on()
            return
        box = QMessageBox(
            QMessageBox.Icon.NoIcon,
            translate("Files", "Save the walk?"),
            translate("Files", "“{0}” has changes that are not saved.").format(self._document.display_name),
            QMessageBox.StandardButton.Save
            | QMessageBox.StandardButton.Discard
            | QMessageBox.StandardButton.Cancel,
            self._window,
        )
        box.setInformativeText(translate("Files", "Rendered frames are kept either way."))
        box.setDefaultButton(QMessageBox.StandardButton.Save)
        box.finished.connect(lambda answer: self._answered(answer, go_on))
        box.open()

    def offer_leftovers(self) -> None:
        """Says that there are unsaved walks of a window that ended unexpectedly."""
        leftovers = self._recovery.leftovers()
        if not leftovers:
            self._report_set_aside()
            return
        newest = max(leftovers, key=lambda leftover: leftover.when)
        self._messages.show_message(
            translate("Files", "The app ended unexpectedly. Unsaved changes of “{0}” were kept.").format(
                newest.walk.title
                or (newest.file.stem if newest.file else translate("Files", "Untitled walk"))
            ),
            actions=[
                (translate("Files", "Restore"), lambda: self._restore(newest)),
                (translate("Files", "Discard"), lambda: self._discard(newest)),
            ],
            level="info",
        )

    def _report_set_aside(self) -> None:
        if self._recovery.set_aside:
            self._messages.show_message(
                translate(
                    "Files", "Unsaved changes from last time can't be read; they are kept in {0}"
                ).format(self._recovery.set_aside[0])
            )

    def close(self, keep_edits: bool = False) -> None:
        """The window closes in good order.

        Args:
            keep_edits: Whether unsaved edits are kept, to be offered at the next start.
        """
        self._recovery.close(keep_edits and self._document.modified)
        self._lock.release()

    def _begin(self, walk: Walk) -> None:
        self._clear_messages()
        self._lock.release()
        self._content = ""
        self._document.show(walk)

    def _open(self, file: Path) -> None:
        read = self._read(file)
        if read is None:
            return
        self._show(file, *read)

    def _show(self, file: Path, walk: Walk, content: str) -> None:
        logger.info("opened %s", printable(str(file)))
        if is_exported(file):
            # Saving must not write a walk over the picture.
            self._begin(walk)
            return
        holder = self._lock.acquire(file)
        if holder is not None:
            self._begin(walk)
            self._messages.show_message(
                translate("Files", "{0} is open in {1}; this is a copy of it.").format(file.name, holder),
                # So it stays until it is a file of its own.
                actions=[(translate("Files", "Save as…"), self.save_as)],
                level="info",
                topic=SAVING,
            )
            return
        self._clear_messages()
        self._content = content
        self._document.show(walk, file)
        add_recent_file(file)

    def _clear_messages(self) -> None:
        """Takes back what was about the walk before."""
        self._messages.retract(SAVING)
        self._messages.clear_news()

    def _restore(self, leftover: Leftover) -> None:
        self.after_asking(lambda: self._take(leftover))

    def _take(self, leftover: Leftover) -> None:
        file = leftover.file
        if file is not None and self._lock.acquire(file) is not None:
            file = None
        self._clear_messages()
        self._content = ""
        self._document.show(leftover.walk, file, recovered=True)
        self._recovery.take(leftover)

    def _discard(self, leftover: Leftover) -> None:
        self._recovery.discard(leftover)
        self.offer_leftovers()

    def _save(self, file: Path) -> bool:
        known = self._content if file == self._document.file else ""
        if known and _content(file) not in ("", known):
            self._report_changed(file)
            return False
        return self._write(file)

    def _report_changed(self, file: Path) -> None:
        self._messages.show_message(
            translate(
                "Files",
                "{0} was changed by another program, so it wasn't saved. Your edits are kept.",
            ).format(file.name),
            actions=[
                (translate("Files", "Overwrite"), lambda: self._write(file)),
                (translate("Files", "Load its changes"), lambda: self._load_changes(file)),
                (translate("Files", "Save as…"), self.save_as),
            ],
            topic=SAVING,
        )

    def _load_changes(self, file: Path) -> None:
        read = self._read(file)
        if read is not None:
            walk, self._content = read
            self._document.take_from_file(walk)
            self._messages.retract(SAVING)

    def _read(self, file: Path) -> tuple[Walk, str] | None:
        # The content first, so that a change in between is seen as one.
        content = _content(file)
        try:
            return read_walk(file), content
        except WalkError as error:
            self._messages.show_message(str(error))
            return None

    def _write(self, file: Path) -> bool:
        if file != self._document.file:
            holder = self._lock.acquire(file)
            if holder is not None:
                self._messages.show_message(
                    translate(
                        "Files", "{0} is open in another window ({1}); save under another name."
                    ).format(file.name, holder),
                    topic=SAVING,
                )
                return False
        try:
            self._document.save(file, self._placement())
        except WalkError as error:
            if self._document.file is not None:
                self._lock.acquire(self._document.file)
            self._messages.show_message(
                str(error), actions=[(translate("Files", "Save as…"), self.save_as)], topic=SAVING
            )
            return False
        logger.info("saved %s", printable(str(file)))
        self._messages.retract(SAVING)
        self._content = _content(file)
        add_recent_file(file)
        return True

    def _answered(self, answer: int, go_on: Callable[[], None]) -> None:
        if answer == QMessageBox.StandardButton.Save and not self.save():
            return
        if answer != QMessageBox.StandardButton.Cancel:
            go_on()

    def _keep(self, walk: Walk) -> None:
        if self._document.modified:
            self._recovery.keep(walk, self._document.file)
        else:
            self._recovery.clear()

    def _settle(self) -> None:
        if not self._document.modified:
            self._recovery.clear()

    def _folder(self) -> Path:
        """Where walks are, as far as one can tell."""
        last = [self._document.file, *recent_files()]
        found = first_folder(file.parent for file in last if file is not None)
        return found or Path(QStandardPaths.writableLocation(_DOCUMENTS) or expanded("~"))


def _content(file: Path) -> str:
    """A digest of a file's content, or "" where it can't be read."""
    try:
        with reading(file) as opened:
            # Of larger ones, which are no walk files, the start will do.
            return hashlib.sha256(opened.read(MAX_FILE_BYTES + 1)).hexdigest()
    except OSError:
        return ""


def _open_filter() -> str:
    everything = translate("Files", "Walks, exported files and lists of prompts ({0})")
    lists = translate("Files", "Lists of prompts ({0})").format(_patterns(LIST_SUFFIXES))
    return f"{everything.format(_patterns((*SUFFIXES, *LIST_SUFFIXES)))};;{_filter()};;{lists}"


def _patterns(suffixes: Iterable[str]) -> str:
    return " ".join(f"*{suffix}" for suffix in suffixes)


def _filter() -> str:
    return translate("Files", "Walks (*{0})").format(SUFFIX)
