"""Number fields, buttons and forms; and what fields leave to the window: undo, and the wheel while unused."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QValidator
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QDoubleSpinBox,
    QFormLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QSpinBox,
    QToolButton,
    QWidget,
)

# So that the fields of forms below each other begin at the same place.
LABEL_WIDTH = 90
# Of a field within a row, in pixels, and the characters of a number that are seen there in full.
NARROW, CHARACTERS_WHERE_NARROW = 64, 6
MOST_CHARACTERS = 100


def leave_wheel(field: QWidget) -> None:
    """Keeps a spin box or combo box from changing when somebody scrolls past it."""
    field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    field.installEventFilter(_WheelFilter(field))


def leave_undo(field: QWidget) -> None:
    """Lets undo and redo through to the window, whose undo knows this field and everything else."""
    field.installEventFilter(_UndoFilter(field))


def lead_to_field(card: QWidget, field: QWidget) -> None:
    """Gives the keyboard to a card's field wherever the card is clicked that isn't a control of its own."""
    # Before the proxy, which would take the policy over.
    card.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    card.setFocusProxy(field)


def card_button() -> QToolButton:
    """A button on a card: it takes the keyboard itself when it is pressed, or the card's field would."""
    button = QToolButton()
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button


def show_role(label: QLabel, role: str) -> None:
    """Draws a text as what it is: "dim", "warn" or "error", as the style sheet has them."""
    if label.property("role") != role:
        label.setProperty("role", role)
        label.style().polish(label)


def push_button(text: str, act: Callable[[], object], tip: str = "") -> QPushButton:
    """A button of a dialog. Return presses it only where it has the keyboard: it is for fields and lists."""
    button = QPushButton(text)
    button.setToolTip(tip)
    button.setAutoDefault(False)
    button.clicked.connect(lambda: act())
    return button


def is_drag(pressed_at: QPointF, event: QMouseEvent) -> bool:
    """Whether the pointer has gone far enough, with its button down, for something to be dragged.

    Args:
        pressed_at: Where the button was pressed.
        event: Of a move.
    """
    way = (event.position() - pressed_at).toPoint().manhattanLength()
    return bool(event.buttons() & Qt.MouseButton.LeftButton) and way >= QApplication.startDragDistance()


class CountBox(QSpinBox):
    """A whole number; it reports an edit when the edit is complete."""

    def __init__(self, least: int, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_unknown = False
        self.setRange(least, most)
        _make_plain(self)

    def show_value(self, value: int | None) -> None:
        """Shows a number without reporting an edit; None shows nothing, and can't be edited."""
        _show(self, value)

    def textFromValue(self, value: int) -> str:  # noqa: N802 (Qt's name)
        """The number; nothing where it is unknown."""
        return "" if self.is_unknown else super().textFromValue(value)

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Takes no fraction, which Qt would read as a larger number, and no space alone."""
        if _is_blank(self, text) or "," in text or "." in text:
            return QValidator.State.Invalid, text, position
        return super().validate(text, position)


class NumberBox(QDoubleSpinBox):
    """A number without needless zeros; it reports an edit when the edit is complete.

    Args:
        least: The smallest number.
        most: The largest.
        narrow: Whether there is room for a few characters alone; the number is rounded for the eye then.
        parent: Qt's owner.
    """

    def __init__(
        self, least: float, most: float, narrow: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.is_unknown = False
        self._characters = CHARACTERS_WHERE_NARROW if narrow else MOST_CHARACTERS
        if narrow:
            self.setFixedWidth(NARROW)
        self.setDecimals(6)
        self.setRange(least, most)
        _make_plain(self)

    def show_value(self, value: float | None) -> None:
        """Shows a number without reporting an edit; None shows nothing, and can't be edited."""
        _show(self, value)

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Takes a comma or a point, whichever the keyboard has; no space alone."""
        if _is_blank(self, text):
            return QValidator.State.Invalid, text, position
        point = self.locale().decimalPoint()
        # Qt would leave the other one out, as what stands between thousands, and make 75 of 7,5.
        return super().validate(text.replace(",", point).replace(".", point), position)

    def textFromValue(self, value: float) -> str:  # noqa: N802 (Qt's name)
        """The number without zeros at its end; nothing where it is unknown."""
        if self.is_unknown:
            return ""
        text = super().textFromValue(value)
        point = self.locale().decimalPoint()
        decimals = max(self._characters - len(text.partition(point)[0]) - len(point), 0)
        # What is not 0 is not shown as 0.
        if len(text) > self._characters and round(value, decimals):
            text = f"{value:.{decimals}f}".replace(".", point)
        return text.rstrip("0").removesuffix(point) if point in text else text

    def valueFromText(self, text: str) -> float:  # noqa: N802 (Qt's name)
        """The number in a text; the one that there is where the text is what is shown of it."""
        now = self.value()
        shown = self.prefix() + self.textFromValue(now) + self.suffix()
        return now if text == shown else super().valueFromText(text)


def _show(box: Any, value: float | None) -> None:
    if value is not None and not box.is_unknown and value == box.value() and _is_typed_in(box):
        return
    box.blockSignals(True)
    box.is_unknown = value is None
    box.setReadOnly(box.is_unknown)
    if value is not None:
        box.setValue(value)
    # Qt shows a number again only where it has changed.
    box.lineEdit().setText(box.prefix() + box.textFromValue(box.value()) + box.suffix())
    box.blockSignals(False)


def _is_typed_in(box: Any) -> bool:
    return box.hasFocus() and box.lineEdit().isModified()


class RowLabel(QLabel):
    """The label of a form's row, at half the height of its field."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        # A form puts labels near the top of their row, unless they fill it.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)


def make_form() -> QFormLayout:
    """Rows of a label at the left and a field at the right."""
    form = QFormLayout()
    form.setContentsMargins(0, 0, 0, 0)
    form.setVerticalSpacing(6)
    form.setHorizontalSpacing(12)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    return form


def add_row(form: QFormLayout, name: str, field: QWidget) -> QLabel:
    """Adds a field to a form, and its name for screen readers too."""
    label = RowLabel(name)
    label.setBuddy(field)
    field.setAccessibleName(name)
    form.addRow(label, field)
    return label


def align_labels(*forms: QFormLayout) -> None:
    """Has the fields of forms below each other begin at the same place, whatever their labels say."""
    labels = [
        label
        for form in forms
        for row in range(form.rowCount())
        if (item := form.itemAt(row, QFormLayout.ItemRole.LabelRole)) and (label := item.widget())
    ]
    for label in labels:
        # Its width depends on the look, which it may not have yet.
        label.ensurePolished()
    widest = max((label.sizeHint().width() for label in labels), default=0)
    for label in labels:
        label.setMinimumWidth(max(widest, LABEL_WIDTH))


def _is_blank(box: QSpinBox | QDoubleSpinBox, text: str) -> bool:
    return text.removeprefix(box.prefix()).removesuffix(box.suffix()).isspace()


def _make_plain(box: QAbstractSpinBox) -> None:
    box.setKeyboardTracking(False)
    box.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
    box.setAlignment(Qt.AlignmentFlag.AlignRight)
    leave_wheel(box)
    leave_undo(box)


class _WheelFilter(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return False


class _UndoFilter(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        if isinstance(event, QKeyEvent) and _undoes(event):
            event.ignore()
            return True
        return False


def _undoes(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
