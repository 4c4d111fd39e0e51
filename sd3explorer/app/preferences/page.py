"""What the pages of the preferences have in common."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from sd3explorer.app.fields import leave_wheel
from sd3explorer.app.preferences.remembered import Preferences


class Page(QWidget):
    """Shows some of the preferences and says, by `edited`, what they should become; it keeps none.

    Signals:
        edited: The preferences as they should become.
    """

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown = Preferences()
        self.form = QFormLayout()
        self.form.setContentsMargins(0, 0, 0, 0)
        self.form.setHorizontalSpacing(16)
        self.form.setVerticalSpacing(8)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(12)
        self.column.addLayout(self.form)
        self.column.addStretch()

    def show_preferences(self, preferences: Preferences) -> None:
        """Shows preferences without reporting an edit."""
        self.shown = preferences


def choice(*items: tuple[str, object]) -> QComboBox:
    """A choice of things, each with its text."""
    box = QComboBox()
    for text, thing in items:
        box.addItem(text, thing)
    leave_wheel(box)
    return box


def show_choice(box: QComboBox, thing: object) -> None:
    """Shows what is chosen; nothing where it can't be."""
    box.setCurrentIndex(box.findData(thing))


def switch(text: str, tip: str = "") -> QCheckBox:
    """Something that is on or off."""
    box = QCheckBox(text)
    box.setToolTip(tip)
    return box


def note(text: str = "") -> QLabel:
    """A sentence below what it is about."""
    label = QLabel(text, wordWrap=True)
    label.setProperty("role", "dim")
    label.setAlignment(Qt.AlignmentFlag.AlignTop)
    # Else a form leaves room for as many lines as a narrow one would have.
    label.setMinimumHeight(1)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
