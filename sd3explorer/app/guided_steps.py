"""Which denoising steps are guided: rows of the sampler's form, all but the first hidden until wanted."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QLabel, QWidget

from sd3explorer.app.fields import NumberBox, add_row, leave_wheel
from sd3explorer.walk.schedule import EVERY_LEVEL, saving

# With these the starter model's pictures look as good as with guidance at every step. Where it
# begins later, outlines get lost.
MIDDLE = (0.25, 0.9)

# So that the two noise levels can't be entered the wrong way round.
LEAST_SPAN = 0.01
LEVEL_STEP = 0.05


class GuidedSteps(QObject):
    """All steps, or those between two noise levels, and what that saves.

    Args:
        form: The form that the rows are added to.
        parent: Qt's owner.
    """

    edited = Signal(object, str)  # the guidance interval or None, and the name of what was changed

    def __init__(self, form: QFormLayout, parent: QWidget) -> None:
        super().__init__(parent)
        self._form = form
        self._interval: tuple[float, float] | None = None
        self._choice = QComboBox()
        leave_wheel(self._choice)
        self._choice.addItems([self.tr("All"), self.tr("In the middle")])
        self._low, self._high = NumberBox(*EVERY_LEVEL), NumberBox(*EVERY_LEVEL)
        self._levels = _side_by_side(self._low, QLabel(self.tr("to")), self._high)
        self._saving = QLabel()
        self._saving.setProperty("role", "dim")
        self._saving.setWordWrap(True)
        self._lay_out()
        self._connect()

    def show_interval(
        self, interval: tuple[float, float] | None, guided: bool, steps: Sequence[bool]
    ) -> None:
        """Shows a guidance interval without reporting an edit.

        Args:
            interval: Lowest and highest noise level of the steps that are guided; None is all of them.
            guided: Whether guidance has an effect at all.
            steps: For each step whether it is guided; empty while nobody knows.
        """
        self._interval = interval
        some = interval is not None and guided
        self._choice.setCurrentIndex(0 if interval is None else 1)
        self._choice.setEnabled(guided)
        self._choice.setToolTip(self._tip if guided else self.tr("Without guidance no step is guided"))
        if interval is not None:
            self._show_levels(*interval)
        self._form.setRowVisible(self._levels, some)
        self._form.setRowVisible(self._saving, some and bool(steps))
        if steps:
            text = self.tr("{0} of {1} steps guided: {2} % less work")
            self._saving.setText(text.format(steps.count(True), len(steps), round(100 * saving(steps))))

    def _show_levels(self, low: float, high: float) -> None:
        with QSignalBlocker(self._low), QSignalBlocker(self._high):
            self._low.setRange(EVERY_LEVEL[0], max(low, high - LEAST_SPAN))
            self._high.setRange(min(high, low + LEAST_SPAN), EVERY_LEVEL[1])
        self._low.show_value(low)
        self._high.show_value(high)

    def _choose(self, place: int) -> None:
        if (self._interval is None) != (place == 0):
            self.edited.emit(MIDDLE if place else None, self.tr("guided steps"))

    def _edit(self, low: float | None, high: float | None, name: str) -> None:
        if self._interval is not None:
            before = self._interval
            interval = (before[0] if low is None else low, before[1] if high is None else high)
            self.edited.emit(interval, name)

    def _connect(self) -> None:
        self._choice.activated.connect(self._choose)
        self._low.valueChanged.connect(
            lambda level: self._edit(level, None, self.tr("lowest guided noise level"))
        )
        self._high.valueChanged.connect(
            lambda level: self._edit(None, level, self.tr("highest guided noise level"))
        )

    def _lay_out(self) -> None:
        self._tip = self.tr(
            "Guidance doubles the work of a step. Only in the middle, at the noise levels where it matters "
            "most, it takes less time and looks about as good"
        )
        add_row(self._form, self.tr("Gui&ded steps"), self._choice)
        self._choice.setAccessibleName(self.tr("Guided steps"))
        label = add_row(self._form, self.tr("Noise &levels"), self._levels)
        label.setBuddy(self._low)
        self._form.addRow(self._saving)
        self._form.setRowVisible(self._levels, False)
        self._form.setRowVisible(self._saving, False)
        for box, name in (
            (self._low, self.tr("Lowest guided noise level")),
            (self._high, self.tr("Highest guided noise level")),
        ):
            box.setSingleStep(LEVEL_STEP)
            box.setAccessibleName(name)
            box.setToolTip(self.tr("From 0, the finished picture, to 1, pure noise"))


def _side_by_side(*widgets: QWidget) -> QWidget:
    both = QWidget()
    line = QHBoxLayout(both)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(8)
    for widget in widgets:
        line.addWidget(widget, 0 if isinstance(widget, QLabel) else 1)
    return both
