"""The models: which there are, where they are, what they need, and fetching one."""

import html
from pathlib import Path
from typing import cast

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from sd3explorer.app.folder_dialog import ask_for_folder
from sd3explorer.app.models.fetch_row import FetchRow
from sd3explorer.app.models.fetch_thread import (
    Fetch,
    LocateThread,
    Whereabouts,
    check_place,
    is_known_by_name,
)
from sd3explorer.app.models.texts import Memory, ModelTexts, main_memory
from sd3explorer.presets.catalog import BUILT_IN, STARTER
from sd3explorer.presets.locate import fetch
from sd3explorer.presets.preset import PresetError
from sd3explorer.presets.sources import file_endings

ADDED_KEY = "models/folders"
PRESET_ROLE = Qt.ItemDataRole.UserRole
PROCESSOR = "CPU"
NUMBER_COLUMNS = (1, 2)
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ModelsDialog(QDialog):
    """Lists the presets, and lets the user use, fetch or choose one.

    It stays open beside the window, and a download goes on when it is closed; `shut_down` ends it.

    Args:
        parent: Qt's parent.
        fetch: What fetches a preset.
    """

    chosen = Signal(str)
    unload_requested = Signal()
    failed = Signal(str)
    fetched = Signal(str)
    fetch_progress = Signal(str)

    def __init__(self, parent: QWidget | None = None, fetch: Fetch = fetch) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Models"))
        self._texts = ModelTexts()
        self._current = STARTER.name
        self._places: dict[str, Whereabouts] = {}
        self._memory: Memory | None = None
        self._fetch_row = FetchRow(fetch)
        # The preset that was fetched last.
        self._asked_for = ""
        self._locating: LocateThread | None = None
        self._must_look_again = False
        self._make_widgets()
        self._lay_out()
        self._show_rows()
        self.resize(860, 440)

    def show_current(self, preset: str) -> None:
        """Marks the preset of the walk.

        Args:
            preset: Name, handle or path.
        """
        if preset != self._current:
            self._current = preset
            self._show_rows()
            self.refresh()

    def show_memory(self, device: str, used: int, total: int) -> None:
        """Shows the memory of what computes.

        Args:
            device: What people call it: "GPU 0", "CPU".
            used: Bytes in use.
            total: Bytes there are.
        """
        before = self._memory
        # Of a processor's memory the system knows better what is free.
        self._memory = None if device == PROCESSOR else Memory(device, used, total)
        if (before and before.device) != (self._memory and self._memory.device):
            self._show_rows()
        self._show_selected()

    def refresh(self) -> None:
        """Looks again where the presets are, in the background; a hidden dialog looks when it comes up."""
        self._must_look_again = self._locating is not None
        if self._must_look_again or not self.isVisible():
            return
        self._locating = LocateThread(self._presets(), self)
        self._locating.located.connect(self._show_places)
        self._locating.finished.connect(self._end_locating)
        self._locating.start()

    def fetch(self, preset: str) -> None:
        """Begins to fetch a preset; one at a time.

        Args:
            preset: Name or handle.
        """
        if not self._fetch_row.is_busy:
            self._error.hide()
            self._asked_for = preset
            self._fetch_row.start(preset)
            self._show_selected()

    def add(self, place: Path) -> None:
        """Adds a folder or file with a preset to the list, or says what is wrong with it."""
        self._error.hide()
        try:
            check_place(place)
        except PresetError as error:
            self._show_error(html.escape(str(error)))
            return
        preset = str(place)
        self._remember([*(other for other in self._added() if other != preset), preset])
        self._show_rows()
        self._select(preset)
        self.refresh()

    def stop_fetching(self) -> None:
        """Ends a download; what has arrived is kept, and the next one goes on with it."""
        self._fetch_row.stop()

    def shut_down(self) -> None:
        """Closes it, ends a download and waits for it. For when the app ends."""
        self.hide()
        self._fetch_row.stop()
        self._fetch_row.wait()
        if self._locating is not None:
            self._locating.wait()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        """Looks where the presets are whenever it comes up."""
        super().showEvent(event)
        self.refresh()

    def _make_widgets(self) -> None:
        self._tree = QTreeWidget()
        self._tree.setAccessibleName(self.tr("Models"))
        self._tree.setRootIsDecorated(False)
        self._tree.setAllColumnsShowFocus(True)
        self._tree.setHeaderLabels(self._texts.headings())
        for column in NUMBER_COLUMNS:
            self._tree.headerItem().setTextAlignment(column, RIGHT)
        self._tree.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self._tree.currentItemChanged.connect(lambda *_: self._show_selected())
        self._tree.itemActivated.connect(lambda *_: self._use_or_fetch())
        self._details = _rich_label()
        # As high as the longest of its texts, so that the list stays as it is.
        self._details.setMinimumHeight(3 * self.fontMetrics().lineSpacing())
        self._details.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._needs = QLabel(wordWrap=True)
        self._error = _rich_label()
        self._error.setProperty("role", "error")
        self._error.hide()
        self._fetch_row.fetched.connect(self._select)
        self._fetch_row.fetched.connect(self.fetched)
        self._fetch_row.failed.connect(self._show_failure)
        self._fetch_row.progressed.connect(self.fetch_progress)
        self._fetch_row.ended.connect(self._end_fetching)
        self._use = self._button(self.tr("&Use"), self._choose)
        self._use.setProperty("role", "primary")
        self._use.setToolTip(self.tr("Renders the walk with this model"))
        self._fetch = self._button(self.tr("&Fetch"), self._fetch_selected)
        self._fetch.setToolTip(self.tr("Downloads this model"))
        self._choose_folder = self._button(self.tr("&Choose folder…"), self._ask_for_folder)
        self._choose_folder.setToolTip(self.tr("Adds a model that is in a folder"))
        self._choose_file = self._button(self.tr("C&hoose file…"), self._ask_for_file)
        self._choose_file.setToolTip(self.tr("Adds a model that is in one file"))
        if not file_endings():
            self._choose_file.hide()
        self._remove = self._button(self.tr("&Remove from list"), self._remove_selected)
        self._remove.setToolTip(self.tr("Takes the model off the list; its files stay"))
        self._unload = self._button(self.tr("U&nload"), self.unload_requested.emit)
        self._unload.setToolTip(self.tr("Ends the engine and gives its memory back"))

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        for button in (self._choose_folder, self._choose_file, self._remove, self._unload):
            buttons.addWidget(button)
        buttons.addStretch()
        buttons.addWidget(self._fetch)
        buttons.addWidget(self._use)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addWidget(self._tree, stretch=1)
        for widget in (self._details, self._needs, self._error, self._fetch_row):
            layout.addWidget(widget)
        layout.addLayout(buttons)

    def _button(self, text: str, action: object) -> QPushButton:
        button = QPushButton(text)
        # Return in the list is for the list.
        button.setAutoDefault(False)
        button.clicked.connect(action)
        return button

    def _presets(self) -> list[str]:
        listed = [*(entry.name for entry in BUILT_IN), *self._added()]
        return listed if self._current in listed else [*listed, self._current]

    def _added(self) -> list[str]:
        return cast(list[str], QSettings().value(ADDED_KEY, [], type=list))

    def _remember(self, places: list[str]) -> None:
        QSettings().setValue(ADDED_KEY, places)

    def _show_rows(self) -> None:
        selected = self._selected() or self._current
        self._tree.clear()
        for preset in self._presets():
            place = self._places.get(preset)
            item = QTreeWidgetItem(self._texts.row(preset, place, preset == self._current, self._memory))
            item.setData(0, PRESET_ROLE, preset)
            item.setToolTip(0, preset)
            font = item.font(0)
            font.setBold(preset == self._current)
            item.setFont(0, font)
            for column in NUMBER_COLUMNS:
                item.setTextAlignment(column, RIGHT)
            self._tree.addTopLevelItem(item)
        self._select(selected)

    def _show_places(self, places: dict[str, Whereabouts]) -> None:
        self._places |= places
        self._show_rows()

    def _select(self, preset: str) -> None:
        presets = self._presets()
        row = presets.index(preset) if preset in presets else 0
        self._tree.setCurrentIndex(self._tree.model().index(row, 0))

    def _selected(self) -> str:
        item = self._tree.currentItem()
        return item.data(0, PRESET_ROLE) if item is not None else ""

    def _show_selected(self) -> None:
        preset = self._selected()
        if not preset:
            return
        place = self._places.get(preset)
        is_here = place is not None and place.is_here
        can_fetch = place is not None and not is_here and is_known_by_name(preset) and not place.problem
        self._use.setEnabled(is_here and preset != self._current)
        self._fetch.setEnabled(can_fetch and not self._fetch_row.is_busy)
        self._remove.setEnabled(preset in self._added())
        self._details.setText(self._texts.details(preset, place))
        memory = self._memory or main_memory()
        self._needs.setText(self._texts.memory(preset, place, memory))
        _set_role(self._needs, "dim" if self._texts.fits(preset, place, memory) else "warn")

    def _use_or_fetch(self) -> None:
        if self._use.isEnabled():
            self._choose()
        elif self._fetch.isEnabled():
            self._fetch_selected()

    def _choose(self) -> None:
        self.chosen.emit(self._selected())

    def _fetch_selected(self) -> None:
        self.fetch(self._selected())

    def _ask_for_folder(self) -> None:
        ask_for_folder(self, self.tr("Choose the folder of a model"), self.add)

    def _ask_for_file(self) -> None:
        kinds = f"{self.tr('Models')} ({' '.join(f'*{ending}' for ending in file_endings())})"
        dialog = QFileDialog(self, self.tr("Choose the file of a model"), "", kinds)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda file: self.add(Path(file)))
        dialog.open()

    def _remove_selected(self) -> None:
        gone = self._selected()
        self._remember([place for place in self._added() if place != gone])
        self._show_rows()

    def _show_failure(self, text: str) -> None:
        self._show_error(self._texts.refusal(self._asked_for, text))
        self.failed.emit(text)

    def _show_error(self, rich_text: str) -> None:
        self._error.setText(rich_text)
        self._error.show()

    def _end_fetching(self) -> None:
        self._show_selected()
        self.refresh()

    def _end_locating(self) -> None:
        if self._locating is not None:
            self._locating.deleteLater()
            self._locating = None
        if self._must_look_again:
            self.refresh()


def _rich_label() -> QLabel:
    label = QLabel(wordWrap=True)
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
    label.setOpenExternalLinks(True)
    return label


def _set_role(label: QLabel, role: str) -> None:
    if label.property("role") != role:
        label.setProperty("role", role)
        label.style().polish(label)
