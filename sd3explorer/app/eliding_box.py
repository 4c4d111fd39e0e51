"""A choice whose text ends in an ellipsis where there isn't room for it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter, QWidget


class ElidingBox(QComboBox):
    """A combo box; Qt's own cuts its text off without a sign.

    Args:
        least: A text that there is always room for; others may be cut.
        parent: Qt's owner.
    """

    def __init__(self, least: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least = least

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """As wide as that text needs."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        words = QSize(self.fontMetrics().horizontalAdvance(self._least) + 1, self.fontMetrics().height())
        kind = QStyle.ContentsType.CT_ComboBox
        width = self.style().sizeFromContents(kind, option, words, self).width()
        return QSize(width, super().minimumSizeHint().height())

    def shown_text(self) -> str:
        """As much of the chosen text as there is room for."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self).width()
        text = self.currentText()
        return self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Paints it like any other."""
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = self.shown_text()  # type: ignore[attr-defined]
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
