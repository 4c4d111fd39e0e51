"""The document: the walk that the window edits, its file, and one undo stack for every edit."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from sd3explorer.app.prompt_names import short_names
from sd3explorer.examples import example_titles
from sd3explorer.walk.spots import Placement
from sd3explorer.walk.walk import Walk

# Typing on after so long is another edit.
PAUSE_MILLISECONDS = 3000


class Document(QObject):
    """A walk, where it is kept, and how it came to be what it is.

    The walk is immutable: an edit is another walk, and undo goes back to the one before.
    """

    begun = Signal()  # before another walk is shown
    walk_changed = Signal(object)
    edited = Signal(object)  # after an edit, an undo or a redo, when `modified` knows of it too
    file_changed = Signal()
    modified_changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._walk = Walk()
        self._file: Path | None = None
        self._recovered = False
        self._since_edit = QElapsedTimer()
        self.undo_stack = QUndoStack(self)
        # Methods, not lambdas: the stack still emits signals while both are taken down.
        self.undo_stack.indexChanged.connect(self._report_edited)
        self.undo_stack.cleanChanged.connect(self._report_modified)

    @property
    def walk(self) -> Walk:
        """The walk as it is now."""
        return self._walk

    @property
    def file(self) -> Path | None:
        """Where it was opened from or saved to; None for one that has no file yet."""
        return self._file

    @property
    def modified(self) -> bool:
        """Whether there is something that its file doesn't have."""
        return self._recovered or not self.undo_stack.isClean()

    @property
    def display_name(self) -> str:
        """What to call it, and files of it: by its title, its file, its prompts, or that it has none."""
        called = self._walk.title or (self._file.stem if self._file else "")
        return called or self._prompts_name() or self.tr("Untitled walk")

    def _prompts_name(self) -> str:
        written = [prompts.prompt for prompts in self._walk.path.prompts if prompts.prompt.strip()]
        ends = tuple(dict.fromkeys((*written[:1], *written[-1:])))
        names = list(short_names(ends).values()) if ends else []
        return self.tr("{0} to {1}").format(*names) if len(names) == 2 else "".join(names)

    def edit(self, walk: Walk, text: str, merge: str = "") -> None:
        """Makes another walk of it, which can be undone.

        An example whose prompts become others loses its title, which says what it showed before.

        Args:
            walk: The walk as it should become.
            text: Name of the edit for the undo menu.
            merge: Edits in a row with the same key are undone as one, until a pause is made; ""
                stays alone.
        """
        if walk == self._walk:
            return
        if walk.path.prompts != self._walk.path.prompts and walk.title in example_titles():
            walk = replace(walk, title="")
        if self._since_edit.isValid() and self._since_edit.elapsed() > PAUSE_MILLISECONDS:
            self.end_merging()
        self._since_edit.start()
        self.undo_stack.push(_Edit(self, self._walk, walk, text, merge))

    def end_merging(self) -> None:
        """The next edit starts anew, whatever its key."""
        last = self.undo_stack.command(self.undo_stack.count() - 1)
        if isinstance(last, _Edit):
            last.merge = ""

    def show(self, walk: Walk, file: Path | None = None, recovered: bool = False) -> None:
        """Begins with another walk and an empty undo stack.

        Args:
            walk: The walk.
            file: Where it is kept, if anywhere.
            recovered: Whether it has edits that were never saved.
        """
        was_modified = self.modified
        self._recovered = recovered
        self._file = file
        self.undo_stack.clear()
        self.begun.emit()
        self.set_walk(walk)
        self.file_changed.emit()
        if was_modified != self.modified:
            self.modified_changed.emit(self.modified)

    def save(self, file: Path, placement: Placement | None = None) -> None:
        """Writes the walk to a file, whole or not at all, which then is the document's.

        Args:
            file: The file.
            placement: Where its frames were found to lie: the file has them in the same places anywhere.

        Raises:
            WalkError: It can't be written; everything stays as it was.
        """
        replace(self._walk, placement=self._walk.placement or placement).save(file)
        was_modified = self.modified
        self._file = file
        self._recovered = False
        self.end_merging()
        self.undo_stack.setClean()
        self.file_changed.emit()
        if was_modified != self.modified:
            self.modified_changed.emit(self.modified)

    def take_from_file(self, walk: Walk) -> None:
        """Makes what its file holds now of it, which can be undone.

        Args:
            walk: What the file holds, since another program has written it.
        """
        self.edit(walk, self.tr("load changes from outside"))
        was_modified = self.modified
        self._recovered = False
        self.end_merging()
        self.undo_stack.setClean()
        if was_modified != self.modified:
            self.modified_changed.emit(self.modified)

    def set_walk(self, walk: Walk) -> None:
        """Shows a walk without an undo command: what commands themselves do."""
        self._walk = walk
        self.walk_changed.emit(walk)

    def _report_edited(self, _: int) -> None:
        self.edited.emit(self._walk)

    def _report_modified(self, _: bool) -> None:
        self.modified_changed.emit(self.modified)


class _Edit(QUndoCommand):
    def __init__(self, document: Document, before: Walk, after: Walk, text: str, merge: str) -> None:
        super().__init__(text)
        self._document = document
        self._before = before
        self._after = after
        self.merge = merge

    def undo(self) -> None:
        self._document.set_walk(self._before)

    def redo(self) -> None:
        self._document.set_walk(self._after)

    def id(self) -> int:
        return 1

    def mergeWith(self, other: QUndoCommand) -> bool:  # noqa: N802 (Qt's name)
        if not isinstance(other, _Edit) or not self.merge or self.merge != other.merge:
            return False
        self._after = other._after
        self.setObsolete(self._before == self._after)
        return True
