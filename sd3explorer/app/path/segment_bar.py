"""A tab bar that looks like one button in segments."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QTabBar, QWidget

from sd3explorer.app.theme import colours

HEIGHT = 32
INSET = 3.0
RADIUS = 6.0
# Beside a text, where there is room; languages other than English need it for their words.
PADDING = 14
# Six of them fit into the narrowest panel.
NARROWEST = 36


class SegmentBar(QTabBar):
    """A few choices side by side, one of them chosen; a tab bar in everything but its looks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDrawBase(False)
        self.setExpanding(True)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def tabSizeHint(self, index: int) -> QSize:  # noqa: N802 (Qt's name)
        """As wide as its text, and all of one height."""
        return QSize(self.fontMetrics().horizontalAdvance(self.tabText(index)) + PADDING, HEIGHT)

    def minimumTabSizeHint(self, index: int) -> QSize:  # noqa: N802 (Qt's name)
        """Narrow segments shorten their text."""
        return QSize(NARROWEST, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Draws a trough, and the chosen segment raised in it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shown = colours(self)
        painter.setPen(QPen(shown.accent if self.hasFocus() else shown.line, 1.0))
        painter.setBrush(shown.field)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS + 2, RADIUS + 2)
        for index in range(self.count()):
            place = QRectF(self.tabRect(index)).adjusted(INSET, INSET, -INSET, -INSET)
            chosen = index == self.currentIndex()
            if chosen:
                painter.setPen(QPen(shown.line, 1.0))
                painter.setBrush(shown.raised)
                painter.drawRoundedRect(place, RADIUS, RADIUS)
            painter.setPen(shown.text if chosen else shown.dim)
            elided = self.fontMetrics().elidedText(
                self.tabText(index), Qt.TextElideMode.ElideRight, round(place.width())
            )
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, elided)
