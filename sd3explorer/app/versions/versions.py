"""Versions of the walk: what the bar and the keys ask for, as edits of the document."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QInputDialog, QLineEdit, QWidget

from sd3explorer.app.document.document import Document
from sd3explorer.app.messages import MessageBar
from sd3explorer.app.versions.bar import VersionsBar
from sd3explorer.app.versions.comparison import Comparison
from sd3explorer.walk.error import WalkError
from sd3explorer.walk.keeping import (
    free_name,
    version_named,
    version_of,
    with_version,
    with_version_renamed,
    with_version_shown,
    without_version,
)
from sd3explorer.walk.versions import LONGEST_NAME
from sd3explorer.walk.walk import Walk


class Versions(QObject):
    """Keeps, shows, names and removes versions, and compares with one of them.

    Nothing is lost when another version is shown: what isn't kept yet is kept then.

    Args:
        document: The walk, which has the versions.
        bar: Where they are seen.
        comparison: The one beside it.
        messages: Where it says what can't be done.
        window: Parent of the dialogs.
    """

    def __init__(
        self,
        document: Document,
        bar: VersionsBar,
        comparison: Comparison,
        messages: MessageBar,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._document, self._bar, self._comparison = document, bar, comparison
        self._messages, self._window = messages, window
        self._compared = self._compared_last = ""
        bar.keep_asked.connect(self.keep)
        bar.show_asked.connect(self.show)
        bar.compare_asked.connect(self.compare)
        bar.rename_asked.connect(self.ask_name)
        bar.remove_asked.connect(self.remove)
        bar.wipe_asked.connect(self.set_wiped)
        document.begun.connect(self._forget)
        document.walk_changed.connect(self.show_walk)

    @property
    def compares(self) -> bool:
        """Whether there is a version beside the walk."""
        return bool(self._compared)

    def show_walk(self, walk: Walk) -> None:
        """Shows the versions of a walk; what was compared is no more where it is gone."""
        self._bar.show_walk(walk)
        if version_named(walk, self._compared) is None:
            self._compared = ""
        self._show_compared()

    def keep(self) -> None:
        """Keeps the walk as it is now."""
        walk = self._document.walk
        name = version_of(walk)
        if name:
            self._say(self.tr("The walk is already kept as “{0}”").format(name))
            return
        self._edit(lambda: with_version(walk, self._new_name(walk)), self.tr("Keep version"))

    def show(self, name: str) -> None:
        """Makes the walk what one of its versions is; what isn't kept yet is kept."""
        walk = self._document.walk

        def shown() -> Walk:
            kept = walk if version_of(walk) else with_version(walk, self._new_name(walk))
            return with_version_shown(kept, name)

        if version_of(walk) != name:
            self._edit(shown, self.tr("Show version “{0}”").format(name))

    def remove(self, name: str) -> None:
        """Removes a version, which can be undone."""
        self._document.edit(without_version(self._document.walk, name), self.tr("Remove version"))

    def ask_name(self, name: str) -> None:
        """Asks for another name of a version, without making anything else wait."""
        dialog = QInputDialog(self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self.tr("Rename version"))
        dialog.setLabelText(self.tr("Name of the version:"))
        dialog.setTextValue(name)
        for line in dialog.findChildren(QLineEdit):
            line.setMaxLength(LONGEST_NAME)
        dialog.textValueSelected.connect(lambda text: self.rename(name, text))
        dialog.open()

    def rename(self, before: str, name: str) -> None:
        """Gives a version another name."""
        compared = self._compared == before
        renamed = self._edit(
            lambda: with_version_renamed(self._document.walk, before, name), self.tr("Rename version")
        )
        if compared and renamed:
            self.compare(name.strip())

    def compare(self, name: str) -> None:
        """Shows a version beside the walk; "" shows none."""
        self._compared = name
        self._compared_last = name or self._compared_last
        self._show_compared()

    def toggle(self) -> None:
        """Compares with the version that was compared last, or the newest other one; or with none."""
        walk = self._document.walk
        if self._compared:
            self.compare("")
            return
        names = [version.name for version in walk.versions]
        now = version_of(walk)
        others = [name for name in reversed(names) if name != now]
        if self._compared_last in others:
            self.compare(self._compared_last)
        elif others:
            self.compare(others[0])
        else:
            self._say(self.tr("There is no other version: keep this one, and change the walk"))
            self._show_compared()

    def set_wiped(self, wiped: bool) -> None:
        """Shows pictures over each other with a line between them, or side by side."""
        self._comparison.set_wiped(wiped)
        self._show_compared()

    def toggle_wipe(self) -> None:
        """From one to the other; compares first, where nothing is compared."""
        if self._compared:
            self.set_wiped(not self._comparison.wiped)
        else:
            self._comparison.set_wiped(True)
            self.toggle()

    def _forget(self) -> None:
        self._compared = self._compared_last = ""

    def _show_compared(self) -> None:
        walk, name = self._document.walk, self._compared
        now = version_of(walk) if walk.versions else ""
        other = version_named(walk, name) if name else None
        self._comparison.show(other, name, now or self.tr("as it is now"))
        self._bar.show_compared(name, self._comparison.wiped)

    def _new_name(self, walk: Walk) -> str:
        return free_name(walk, self.tr("Version {0}"))

    def _edit(self, change: Callable[[], Walk], text: str) -> bool:
        try:
            walk = change()
        except WalkError as error:
            sentence = str(error)
            self._messages.show_message(f"{sentence[:1].upper()}{sentence[1:]}")
            return False
        self._document.edit(walk, text)
        return True

    def _say(self, text: str) -> None:
        self._messages.show_message(text, level="info")
