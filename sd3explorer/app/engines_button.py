"""Several engines at a glance, and one by one: what each does, how fast it is, how full its memory is."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QMenu, QToolButton, QWidget, QWidgetAction

from sd3explorer.render.messages import Activity, Engines, EngineState, Phase
from sd3explorer.wording import in_units

# Wide enough for every text, so that nothing moves while it is looked at.
COLUMN_WIDTHS = (90, 130, 120, 130)


class EnginesButton(QToolButton):
    """Says how many engines there are; opens a list of them. Hidden where there is but one, or none.

    Signals:
        asked: Others are to be added, or some removed.
    """

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("flat", True)
        self.setAccessibleName(self.tr("Engines"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._panel = EnginesPanel()
        menu = QMenu(self)
        action = QWidgetAction(menu)
        action.setDefaultWidget(self._panel)
        menu.addAction(action)
        menu.addSeparator()
        menu.addAction(self.tr("&Engines on other machines…")).triggered.connect(self._ask)
        self.setMenu(menu)
        self.show_engines(None)

    def _ask(self) -> None:
        self.asked.emit()

    @property
    def rows(self) -> list[list[str]]:
        """The list as it is shown: for each engine its name, what it does, how fast, and its memory."""
        return self._panel.rows

    def show_engines(self, engines: Engines | None) -> None:
        """Shows what engines do; None where none runs."""
        states = engines.states if engines is not None else ()
        self.setVisible(len(states) > 1)
        lost = sum(state.activity is Activity.GIVEN_UP for state in states)
        text = self.tr("{0} engines").format(len(states))
        text = self.tr("{0} · {1} given up").format(text, lost) if lost else text
        self.setText(f"{text} ▾")
        self._panel.show_states(states)
        self.setAccessibleDescription("; ".join(", ".join(filter(None, row)) for row in self.rows))


class EnginesPanel(QWidget):
    """A row for each engine."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(16, 12, 16, 12)
        self._grid.setHorizontalSpacing(20)
        for column, width in enumerate(COLUMN_WIDTHS):
            self._grid.setColumnMinimumWidth(column, width)
        self._labels: list[list[QLabel]] = []

    @property
    def rows(self) -> list[list[str]]:
        """The texts that it shows."""
        return [[label.text() for label in row] for row in self._labels]

    def show_states(self, states: tuple[EngineState, ...]) -> None:
        """Shows these engines."""
        while len(self._labels) > len(states):
            for label in self._labels.pop():
                self._grid.removeWidget(label)
                label.deleteLater()
        while len(self._labels) < len(states):
            self._labels.append(self._new_row(len(self._labels)))
        for row, state in zip(self._labels, states, strict=True):
            for label, text in zip(row, self._texts(state), strict=True):
                label.setText(text)
                label.setToolTip(state.problem)

    def _new_row(self, number: int) -> list[QLabel]:
        labels = [QLabel() for _ in COLUMN_WIDTHS]
        for column, label in enumerate(labels):
            if column > 0:
                label.setProperty("role", "dim")
            if column > 1:
                label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(label, number, column)
        return labels

    def _texts(self, state: EngineState) -> tuple[str, ...]:
        does = {
            Activity.OFF: self.tr("Not started"),
            Activity.READY: self.tr("Ready"),
            Activity.RENDERING: self.tr("Rendering"),
            Activity.GIVEN_UP: self.tr("Given up"),
            Phase.STARTING: self.tr("Starting"),
            Phase.BUILDING: self.tr("Loading the model"),
            Phase.COMPILING: self.tr("Compiling"),
        }[state.activity]
        rate, memory = "", ""
        if state.frames_per_minute is not None:
            digits = 1 if state.frames_per_minute < 10.0 else 0
            rate = self.tr("{0} frames/min").format(f"{state.frames_per_minute:.{digits}f}")
        if state.memory is not None:
            memory = f"{in_units(state.memory.used)} / {in_units(state.memory.total)}"
        return state.name, does, rate, memory
