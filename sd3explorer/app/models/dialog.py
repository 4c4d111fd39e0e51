"""The library in the window: which models there are, what they need, choosing, adding and fetching one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QSettings, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from sd3explorer.app import theme
from sd3explorer.app.disk import Disk, wake
from sd3explorer.app.drops import accept_copy, dropped_places
from sd3explorer.app.fields import push_button
from sd3explorer.app.focus_guard import FocusGuard
from sd3explorer.app.folder_dialog import ask_for_folder
from sd3explorer.app.models.accounts_dialog import AccountsDialog
from sd3explorer.app.models.details import Details
from sd3explorer.app.models.fetch_row import FetchRow
from sd3explorer.app.models.fetch_thread import Fetch
from sd3explorer.app.models.hint import FoldersHint
from sd3explorer.app.models.lookout import Look, Lookout
from sd3explorer.app.models.table import ModelTable, ShownModels
from sd3explorer.app.models.texts import Memory, main_memory
from sd3explorer.app.models.view import ModelsView, preset_of
from sd3explorer.app.screen import resize_within_screen
from sd3explorer.app.scroll_place import kept_in_sight
from sd3explorer.presets import places
from sd3explorer.presets.catalog import STARTER
from sd3explorer.presets.entry import Entry
from sd3explorer.presets.library import Library, add
from sd3explorer.presets.locate import fetch
from sd3explorer.presets.preset import PresetError
from sd3explorer.presets.sources import file_endings

# Where earlier versions kept what was added.
OLD_KEY = "models/folders"
PROCESSOR = "CPU"
FIRST_SIZE = QSize(1140, 540)


@dataclass(frozen=True, slots=True)
class _Added:
    """A place that was added, until it was looked at.

    Args:
        place: Folder or file.
        use: Whether the walk is to use what is there.
        selected: The preset that was selected by then.
    """

    place: Path
    use: bool
    selected: str


class ModelsDialog(QDialog):
    """Lists the models, and lets the user use, add or fetch one.

    It stays open beside the window, and a download continues when it is closed; `shut_down` ends it.

    Args:
        parent: Qt's parent.
        fetch: What fetches a preset.
        look: What looks for models; None looks through the library.
    """

    chosen = Signal(str)
    unload_requested = Signal()
    refused = Signal(str)
    failed = Signal(str)
    fetched = Signal(str)
    fetch_progress = Signal(str)

    def __init__(self, parent: QWidget | None = None, fetch: Fetch = fetch, look: Look | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Models"))
        self.setAcceptDrops(True)
        self._table = ModelTable(self)
        self._shown = ShownModels(self._table, self)
        self._current = STARTER.name
        self._lookout = Lookout(look, self)
        self._disk = Disk(self)
        self._lookout.looked.connect(self._show_library)
        self._accounts = AccountsDialog(self)
        self._fetch_row = FetchRow(fetch)
        # The preset that was fetched last.
        self._asked_for = ""
        self._added: _Added | None = None
        _take_over()
        self._make_widgets()
        self._make_buttons()
        self._lay_out()
        FocusGuard(self._view)
        self._show_colours()
        self._show_selected()
        resize_within_screen(self, FIRST_SIZE)

    def show_current(self, preset: str) -> None:
        """Marks the preset of the walk.

        Args:
            preset: Name, handle or path.
        """
        if preset != self._current:
            self._current = preset
            self._table.show_current(preset)
            self._shown.invalidate()
            self._show_selected()
            self.refresh()

    def show_memory(self, device: str, used: int, total: int) -> None:
        """Shows the memory of what computes.

        Args:
            device: What people call it: "GPU 0", "CPU".
            used: Bytes in use.
            total: Bytes there are.
        """
        # Of a processor's memory the system knows better what is free.
        memory = main_memory() if device == PROCESSOR else Memory(device, used, total)
        self._table.show_memory(memory)
        self._show_selected()

    def refresh(self) -> None:
        """Looks again what there is, in the background; a hidden dialog looks when it comes up."""
        if self.isVisible() or (self._added is not None and self._added.use):
            self._lookout.look([self._current])

    def fetch(self, preset: str) -> None:
        """Begins to fetch a preset, and selects it; one at a time.

        Args:
            preset: Name or handle.
        """
        if not self._fetch_row.is_busy:
            self._details.show_error("")
            self._asked_for = preset
            # Now rather than when it is here: by then another one may have been selected, to be used.
            self._view.select(preset)
            self._fetch_row.start(preset)
            self._show_selected()

    def add(self, place: Path, use: bool = False) -> None:
        """Adds a folder with models, or a model, and selects it, or says what is wrong with it.

        Args:
            place: Folder or file.
            use: Whether the walk is to use it, if it is one model; why it can't is emitted by `refused`.
        """
        self._details.show_error("")
        try:
            add(place)
        except PresetError as error:
            self._details.show_error(str(error))
            if use:
                self.refused.emit(str(error))
            return
        self._added = _Added(place, use, self._view.selected_preset())
        self.refresh()

    def only_add(self) -> None:
        """What is still being added is not used any more: another walk is shown, or has another model."""
        if self._added is not None:
            self._added = replace(self._added, use=False)

    def stop_fetching(self) -> None:
        """Ends a download; what has arrived is kept, and the next one continues with it."""
        self._fetch_row.stop()

    def shut_down(self) -> None:
        """Closes it, ends a download and waits for it. For when the app ends."""
        self.hide()
        self._disk.close()
        self._accounts.shut_down()
        self._fetch_row.stop()
        self._fetch_row.wait()
        self._lookout.shut_down()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        """Looks what there is whenever it comes up."""
        super().showEvent(event)
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 (Qt's name)
        """Watches no folders that nobody sees."""
        super().hideEvent(event)
        self._lookout.rest()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 (Qt's name)
        """Takes the colours of the desktop's scheme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._show_colours()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 (Qt's name)
        """Takes folders and files of models."""
        if dropped_places(event):
            accept_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 (Qt's name)
        """Adds what was dropped."""
        accept_copy(event)
        for place in dropped_places(event):
            self._disk.ask(partial(wake, place), lambda _, place=place: self.add(place))

    def _make_widgets(self) -> None:
        self._hint = FoldersHint()
        self._view = ModelsView(self._shown)
        self._view.selected.connect(lambda _: self._show_selected())
        self._view.activated.connect(lambda _: self._use_or_fetch())
        self._foreign = QCheckBox()
        self._foreign.toggled.connect(self._show_foreign)
        self._foreign.hide()
        self._details = Details()
        self._fetch_row.fetched.connect(self.fetched)
        self._fetch_row.failed.connect(self._show_failure)
        self._fetch_row.progressed.connect(self.fetch_progress)
        self._fetch_row.ended.connect(self._end_fetching)

    def _make_buttons(self) -> None:
        self._use = push_button(self.tr("&Use"), self._choose, self.tr("Renders the walk with this model"))
        self._use.setProperty("role", "primary")
        self._fetch = push_button(
            self.tr("&Fetch"), self._fetch_selected, self.tr("Downloads this model, or continues a download")
        )
        self._others = (
            push_button(
                self.tr("&Add a folder…"),
                partial(ask_for_folder, self, self.tr("Choose a folder with models"), self.add),
                self.tr("Adds a folder of ComfyUI, A1111 or Forge, or any other with models in it"),
            ),
            push_button(
                self.tr("Add a fi&le…"), self._ask_for_file, self.tr("Adds a model that is one file")
            ),
            push_button(self.tr("&Remove from list"), self._remove_selected),
            push_button(
                self.tr("A&ccounts…"), self._accounts.show, self.tr("Tokens for Kaggle and Hugging Face")
            ),
            push_button(
                self.tr("U&nload"),
                self.unload_requested.emit,
                self.tr("Stops the engine and frees its memory"),
            ),
        )
        self._remove = self._others[2]

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        for button in self._others:
            buttons.addWidget(button)
        buttons.addStretch()
        buttons.addWidget(self._fetch)
        buttons.addWidget(self._use)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addWidget(self._hint)
        layout.addWidget(self._view, stretch=1)
        for widget in (self._foreign, self._details, self._fetch_row):
            layout.addWidget(widget)
        layout.addLayout(buttons)
        self._view.setFocus()

    def _show_library(self, library: Library) -> None:
        selected = self._view.selected_preset() or self._current
        with kept_in_sight(self._view, preset_of):
            self._table.show_entries(library.entries)
            self._view.fit_columns()
            self._view.select(selected)
        self._hint.show_library(library)
        foreign = sum(entry.is_foreign and entry.preset != self._current for entry in library.entries)
        one, more = (
            self.tr("Show one that can't be used"),
            self.tr("Show {0} that can't be used").format(foreign),
        )
        self._foreign.setText(more if foreign > 1 else one)
        self._foreign.setVisible(foreign > 0)
        if self._added is not None and library.is_whole:
            self._show_added(library.entries, self._added)
        self._show_selected()

    def _show_added(self, entries: Sequence[Entry], added: _Added) -> None:
        """Selects what a place brought that was added, unless another one was selected since; or uses it."""
        brought = [entry for entry in entries if entry.place and entry.place.is_relative_to(added.place)]
        if added.use and any(not entry.settled for entry in brought):
            # It is used once it is whole.
            return
        self._added = None
        if not self.isVisible():
            self._lookout.rest()
        models = [entry for entry in brought if not entry.is_foreign]
        if brought and added.selected in ("", self._view.selected_preset()):
            self._foreign.setChecked(self._foreign.isChecked() or not models)
            self._view.select([*models, *brought][0].preset)
        if added.use and len(models) == 1:
            self._use_added(models[0])
        elif added.use:
            self.show()
            self.raise_()

    def _use_added(self, entry: Entry) -> None:
        if entry.is_usable:
            self.chosen.emit(entry.preset)
        else:
            self.refused.emit(entry.problem)

    def _show_foreign(self, shown: bool) -> None:
        selected = self._view.selected_preset()
        self._shown.show_foreign(shown)
        self._view.select(selected)

    def _show_selected(self) -> None:
        entry = self._table.entry(self._view.selected_preset())
        self._use.setEnabled(entry is not None and entry.is_usable and entry.preset != self._current)
        can_fetch = entry is not None and entry.can_be_fetched
        self._fetch.setEnabled(can_fetch and not self._fetch_row.is_busy)
        added = _added_place(entry)
        self._remove.setEnabled(added is not None)
        self._remove.setToolTip(
            self.tr("Takes {0} off the list; its files stay").format(added) if added else ""
        )
        self._details.show_entry(entry, self._table.memory)

    def _use_or_fetch(self) -> None:
        if self._use.isEnabled():
            self._choose()
        elif self._fetch.isEnabled():
            self._fetch_selected()

    def _choose(self) -> None:
        self.only_add()
        self.chosen.emit(self._view.selected_preset())

    def _fetch_selected(self) -> None:
        self.fetch(self._view.selected_preset())

    def _ask_for_file(self) -> None:
        models = self.tr("Models")
        kinds = f"{models} ({' '.join(f'*{ending}' for ending in file_endings())})"
        dialog = QFileDialog(self, self.tr("Choose the file of a model"), "", kinds)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda file: self.add(Path(file)))
        dialog.open()

    def _remove_selected(self) -> None:
        place = _added_place(self._table.entry(self._view.selected_preset()))
        if place is None:
            return
        try:
            places.remove(place)
        except PresetError as error:
            self._details.show_error(str(error))
        self.refresh()

    def _show_failure(self, text: str) -> None:
        self._details.show_refusal(self._asked_for, text)
        self.failed.emit(text)

    def _show_colours(self) -> None:
        self._table.show_colours(theme.colours(self))

    def _end_fetching(self) -> None:
        self._show_selected()
        self.refresh()


def _added_place(entry: Entry | None) -> Path | None:
    """The folder or file that the user has added, and that a model is in."""
    if entry is None or entry.place is None:
        return None
    return next((place for place in places.added() if entry.place.is_relative_to(place)), None)


def _take_over() -> None:
    """Moves what an earlier version has remembered to where the command line sees it too."""
    settings = QSettings()
    before = settings.value(OLD_KEY, [], type=list)
    for text in before if isinstance(before, list) else []:
        try:
            places.add(Path(str(text)))
        except PresetError:
            # It is gone, or can't be remembered any more than it was.
            continue
    settings.remove(OLD_KEY)
