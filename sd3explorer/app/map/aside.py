"""Beside the map: the picture of the place that is looked at, and what becomes of the route."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from sd3explorer.app.fields import push_button
from sd3explorer.app.map.board import Board
from sd3explorer.app.map.picture import MapPicture

WIDTH = 300


class MapAside(QWidget):
    """A column of one width.

    Signals:
        step_back_asked: The last stretch of the route is to go.
        clearing_asked: All of it is to go.
        closing_set: Whether the route leads back to its start.
        walk_asked: The walk is to go along the route.
    """

    step_back_asked = Signal()
    clearing_asked = Signal()
    closing_set = Signal(bool)
    walk_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture = MapPicture()
        self.picture.setFixedHeight(WIDTH)
        self.mix = QLabel(wordWrap=True)
        self.mix.setMinimumHeight(2 * self.mix.fontMetrics().lineSpacing())
        self.mix.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.hint = QLabel(wordWrap=True)
        self.hint.setProperty("role", "dim")
        self.back = push_button(self.tr("Step &back"), self.step_back_asked.emit)
        self.clear = push_button(self.tr("&Clear route"), self.clearing_asked.emit)
        self.closed = QCheckBox(self.tr("&Lead back to its start"))
        self.closed.toggled.connect(self.closing_set)
        self.use = push_button(self.tr("&Walk along it"), self.walk_asked.emit)
        self.use.setProperty("role", "primary")
        self.use.setToolTip(self.tr("The route becomes the walk's path; Undo brings the previous one back"))
        steps, column = QHBoxLayout(), QVBoxLayout(self)
        for button in (self.back, self.clear):
            steps.addWidget(button)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self.picture, self.mix, self.hint):
            column.addWidget(part)
        column.addStretch()
        column.addLayout(steps)
        column.addWidget(self.closed)
        column.addWidget(self.use)
        self.setFixedWidth(WIDTH)

    def show_board(self, board: Board) -> None:
        """Shows what can be done with the route."""
        for widget in (self.back, self.clear, self.closed):
            widget.setEnabled(bool(board.strokes))
        self.use.setEnabled(board.has_route)
