"""The list of the library, as it is seen and worked with."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from sd3explorer.app.models.table import KIND, LICENCE, NAME, PRECISION, PRESET_ROLE, ShownModels

# Characters of a name that are seen in any case, and the columns that give way to them, the first one first.
NAME_CHARACTERS = 20
YIELDING = (LICENCE, PRECISION, KIND)


def preset_of(index: QModelIndex) -> str:
    """The model of a row, as a walk names it; empty where there is no row."""
    return str(index.data(PRESET_ROLE)) if index.isValid() else ""


class Cell(QStyledItemDelegate):
    """Draws a cell. On the accent of a selected row each text has the one colour that is read there."""

    def initStyleOption(  # noqa: N802 (Qt's name)
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Says how a cell is drawn."""
        super().initStyleOption(option, index)
        if option.state & QStyle.StateFlag.State_Selected:
            # Without the window's focus, too.
            for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
                on_accent = option.widget.palette().color(group, QPalette.ColorRole.HighlightedText)
                option.palette.setColor(group, QPalette.ColorRole.Text, on_accent)
                option.palette.setColor(group, QPalette.ColorRole.HighlightedText, on_accent)


class ModelsView(QTreeView):
    """The list of models: chosen by double click or Return, sorted by a click on a heading.

    Args:
        shown: The models.
        parent: Qt's parent.
    """

    selected = Signal(str)

    def __init__(self, shown: ShownModels, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(shown)
        self.setItemDelegate(Cell(self))
        self.setAccessibleName(self.tr("Models"))
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAllColumnsShowFocus(True)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        header = self.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        header.setStretchLastSection(False)
        header.setSectionsMovable(False)
        # As the library has them, until a heading is clicked.
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSortIndicatorClearable(True)
        self.setSortingEnabled(True)
        self.selectionModel().currentRowChanged.connect(lambda *_: self.selected.emit(self.selected_preset()))

    def fit_columns(self) -> None:
        """Makes columns as wide as what is in them; names take what is left."""
        for column in range(NAME + 1, self.model().columnCount()):
            self.resizeColumnToContents(column)
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """Makes room for names."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        least = NAME_CHARACTERS * self.fontMetrics().averageCharWidth()
        header = self.header()
        for column in YIELDING:
            self.setColumnHidden(column, False)
        columns = range(NAME + 1, self.model().columnCount())
        left = self.viewport().width() - least - sum(map(header.sectionSize, columns))
        for column in YIELDING:
            if left < 0:
                left += header.sectionSize(column)
                self.setColumnHidden(column, True)

    def selected_preset(self) -> str:
        """The model that is selected, as a walk names it; empty where none is."""
        return preset_of(self.currentIndex())

    def select(self, preset: str) -> None:
        """Selects a model; the first where it isn't shown."""
        rows = range(self.model().rowCount())
        indices = [self.model().index(row, NAME) for row in rows]
        chosen = next((index for index in indices if index.data(PRESET_ROLE) == preset), None)
        if chosen is None and indices:
            chosen = indices[0]
        if chosen is not None:
            self.setCurrentIndex(chosen)
            self.scrollTo(chosen)
