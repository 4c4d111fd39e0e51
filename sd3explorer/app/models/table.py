"""The table of models: rows, their order, and which of them are shown."""

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QFont

from sd3explorer.app.models.texts import Memory, ModelTexts, fits, main_memory, needed_memory
from sd3explorer.app.theme import DARK, Colours
from sd3explorer.presets.catalog import STARTER
from sd3explorer.presets.entry import Entry

NAME, KIND, SIZE, PRECISION, MEMORY, LICENCE, STATUS = range(7)
NUMBERS = (SIZE, MEMORY)

PRESET_ROLE = Qt.ItemDataRole.UserRole
FOREIGN_ROLE = PRESET_ROLE + 1
SORT_ROLE = PRESET_ROLE + 2

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

Index = QModelIndex | QPersistentModelIndex


class ModelTable(QAbstractTableModel):
    """A row for each model of a library.

    Args:
        parent: Qt's parent.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._texts = ModelTexts()
        self._headings = self._texts.headings()
        self._entries: tuple[Entry, ...] = ()
        self._rows: list[list[str]] = []
        self._current = STARTER.name
        self._memory = main_memory()
        self._colours = DARK

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The models, in the order of the library."""
        return self._entries

    @property
    def memory(self) -> Memory:
        """Of what computes."""
        return self._memory

    def entry(self, preset: str) -> Entry | None:
        """The model that a walk names so."""
        return next((entry for entry in self._entries if entry.preset == preset), None)

    def show_entries(self, entries: tuple[Entry, ...]) -> None:
        """Shows other models. Rows that stay the same stay where they are, and so does the selection."""
        if [entry.preset for entry in entries] == [entry.preset for entry in self._entries]:
            self._entries = entries
            self._write()
            self._report_changes()
            return
        self.beginResetModel()
        self._entries = entries
        self._write()
        self.endResetModel()

    def show_current(self, preset: str) -> None:
        """Marks the model of the walk."""
        self._current = preset
        self._write()
        self._report_changes()

    def show_memory(self, memory: Memory) -> None:
        """Shows the memory of what computes."""
        self._memory = memory
        self._write()
        self._report_changes()

    def show_colours(self, colours: Colours) -> None:
        """Takes the colours of a scheme."""
        self._colours = colours
        self._report_changes()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 (Qt's name)
        """Number of models."""
        return 0 if parent.isValid() else len(self._entries)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 (Qt's name)
        """Number of columns."""
        return 0 if parent.isValid() else len(self._headings)

    def headerData(  # noqa: N802 (Qt's name)
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """What a column is called."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._headings[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and section in NUMBERS:
            return RIGHT
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What is in a cell, and how it looks."""
        entry, column = self._entries[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._rows[index.row()][column]
            case Qt.ItemDataRole.ToolTipRole:
                return self._tip(entry, column)
            case Qt.ItemDataRole.ForegroundRole:
                return self._colour(entry, column)
            case Qt.ItemDataRole.TextAlignmentRole:
                return RIGHT if column in NUMBERS else None
            case Qt.ItemDataRole.FontRole:
                return _bold() if entry.preset == self._current and column == NAME else None
            case int() if role == PRESET_ROLE:
                return entry.preset
            case int() if role == FOREIGN_ROLE:
                return entry.is_foreign and entry.preset != self._current
            case int() if role == SORT_ROLE:
                return self._sort_key(entry, index.row(), column)
            case _:
                return None

    def _write(self) -> None:
        self._rows = [
            self._texts.row(entry, entry.preset == self._current, self._memory) for entry in self._entries
        ]

    def _report_changes(self) -> None:
        if self._entries:
            last = self.index(len(self._entries) - 1, len(self._headings) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def _tip(self, entry: Entry, column: int) -> str:
        if column == MEMORY:
            return self._texts.memory(entry, self._memory)
        return entry.problem or str(entry.place or entry.preset)

    def _colour(self, entry: Entry, column: int) -> Any:
        if column == MEMORY and not fits(entry, self._memory):
            return self._colours.error
        if column == STATUS and entry.about is not None and entry.about.missing:
            return self._colours.warn
        return self._colours.text if entry.is_usable else self._colours.dim

    def _sort_key(self, entry: Entry, row: int, column: int) -> Any:
        if column == STATUS:
            return row
        if column in NUMBERS:
            about = entry.about
            size = about.size if about and column == SIZE else 0
            # Qt's integers end at two billion.
            return float(needed_memory(about, self._memory) if about and column == MEMORY else size)
        return self._rows[row][column].casefold()


class ShownModels(QSortFilterProxyModel):
    """Those models that are shown, in an order that the user may change: without foreign ones, unless asked.

    Args:
        table: All models.
        parent: Qt's parent.
    """

    def __init__(self, table: ModelTable, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shows_foreign = False
        self.setSourceModel(table)
        self.setSortRole(SORT_ROLE)

    def show_foreign(self, shown: bool) -> None:
        """Whether models that are no Stable Diffusion 3 are shown as well."""
        self._shows_foreign = shown
        self.invalidate()

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:  # noqa: N802 (Qt's name)
        """Whether a model is shown."""
        index = self.sourceModel().index(row, 0, parent)
        return self._shows_foreign or not index.data(FOREIGN_ROLE)

    def lessThan(self, left: Index, right: Index) -> bool:  # noqa: N802 (Qt's name)
        """Which of two comes first in the column that is sorted by."""
        return left.data(SORT_ROLE) < right.data(SORT_ROLE)


def _bold() -> QFont:
    font = QFont()
    font.setBold(True)
    return font
