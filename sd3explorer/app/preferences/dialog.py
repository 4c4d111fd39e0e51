"""The preferences: each holds as soon as it is chosen."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QMessageBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from sd3explorer.app.fields import push_button
from sd3explorer.app.focus_guard import FocusGuard
from sd3explorer.app.models.lookout import Look
from sd3explorer.app.preferences.appearance_page import AppearancePage
from sd3explorer.app.preferences.current import CurrentPreferences
from sd3explorer.app.preferences.engines_page import EnginesPage
from sd3explorer.app.preferences.machines import Machines
from sd3explorer.app.preferences.notifications_page import NotificationsPage
from sd3explorer.app.preferences.page import Page, note
from sd3explorer.app.preferences.remembered import Preferences, preferences_file
from sd3explorer.app.preferences.rendering_page import RenderingPage
from sd3explorer.app.preferences.shortcuts_page import ShortcutsPage
from sd3explorer.app.preferences.storage_page import StoragePage
from sd3explorer.app.screen import resize_within_screen
from sd3explorer.presets.preset import Preset
from sd3explorer.render.store import FrameStore

FIRST_SIZE = QSize(720, 500)
PAGES_WIDTH = 150


class PreferencesDialog(QDialog):
    """Shows what is preferred, a page for each kind of thing, and takes what is chosen.

    Args:
        preferences: What is preferred.
        store: Where frames are kept.
        parent: Qt's parent.
        look: What looks for models; None looks through the library.
        backends: Those of Keras that are installed; None looks for them.
        machines: What asks other machines; None takes those that ssh reaches.
        preset: The model of the walk that is open, as far as it is here.

    Signals:
        freed: Frames may have been removed.
    """

    freed = Signal()

    def __init__(
        self,
        preferences: CurrentPreferences,
        store: FrameStore,
        parent: QWidget | None = None,
        look: Look | None = None,
        backends: Sequence[str] | None = None,
        machines: Machines | None = None,
        preset: Callable[[], Preset | None] = lambda: None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Preferences"))
        self.preferences = preferences
        self.appearance = AppearancePage()
        self.rendering = RenderingPage(look, backends)
        self.engines = EnginesPage(machines, preset)
        self.storage = StoragePage(store)
        self.notifications = NotificationsPage()
        self.shortcuts = ShortcutsPage()
        self._pages: tuple[tuple[str, Page], ...] = (
            (self.tr("Appearance"), self.appearance),
            (self.tr("Rendering"), self.rendering),
            (self.tr("Engines"), self.engines),
            (self.tr("Storage"), self.storage),
            (self.tr("Notifications"), self.notifications),
            (self.tr("Shortcuts"), self.shortcuts),
        )
        self.list = QListWidget()
        self.stack = QStackedWidget()
        self.kept = note()
        self.kept.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        for name, page in self._pages:
            self.list.addItem(name)
            self.stack.addWidget(page)
            page.edited.connect(self._take)
        self.storage.freed.connect(self.freed)
        self.list.currentRowChanged.connect(self.stack.setCurrentIndex)
        self._lay_out()
        FocusGuard(self.list)
        self._show()
        resize_within_screen(self, FIRST_SIZE)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        """Shows what is preferred now: another window may have changed it."""
        super().showEvent(event)
        if not event.spontaneous():
            self.preferences.look_again()
            self._show()

    def shut_down(self) -> None:
        """Closes it and waits for its threads. For when the app ends."""
        self.hide()
        self.storage.shut_down()
        self.rendering.shut_down()
        self.engines.shut_down()

    def show_page(self, page: Page) -> None:
        """Shows one of the pages, in front."""
        self.list.setCurrentRow(self.stack.indexOf(page))
        self.show()
        self.raise_()

    def _lay_out(self) -> None:
        self.list.setAccessibleName(self.tr("Pages"))
        self.list.setFixedWidth(PAGES_WIDTH)
        self.list.setProperty("role", "pages")
        self.list.setCurrentRow(0)
        above = QHBoxLayout()
        above.setSpacing(16)
        above.addWidget(self.list)
        above.addWidget(self.stack, 1)
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(push_button(self.tr("&Reset all…"), self._ask))
        below.addWidget(self.kept, 1)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        # Return is for the table of keys.
        close.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        close.rejected.connect(self.reject)
        below.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setSpacing(16)
        layout.addLayout(above, 1)
        layout.addLayout(below)

    def _show(self) -> None:
        for _, page in self._pages:
            page.show_preferences(self.preferences.now)

    def _take(self, preferences: Preferences) -> None:
        text = (
            self.tr("Kept in {0}")
            if self.preferences.take(preferences)
            else self.tr("{0} can't be written: this holds until the app is closed")
        )
        self.kept.setText(text.format(preferences_file()))
        self._show()

    def _ask(self) -> None:
        box = QMessageBox(self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Question)
        box.setText(self.tr("Reset all preferences?"))
        box.setInformativeText(self.tr("Keys too. The limit for frames stays, as do frames and walks."))
        reset = box.addButton(self.tr("&Reset"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(QMessageBox.StandardButton.Cancel)
        reset.clicked.connect(lambda: self._take(Preferences()))
        box.open()
