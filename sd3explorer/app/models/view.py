"""The list of the library, as it is seen and worked with."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeView, QWidget

from sd3explorer.app.models.table import NAME, PRESET_ROLE, ShownModels


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
        self.setAccessibleName(self.tr("Models"))
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
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

    def selected_preset(self) -> str:
        """The model that is selected, as a walk names it; empty where none is."""
        index = self.currentIndex()
        return str(index.data(PRESET_ROLE)) if index.isValid() else ""

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
