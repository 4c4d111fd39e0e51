"""Shows that what is dragged over the window can be dropped there."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from sd3explorer.app.theme import colours

WIDTH = 3.0
STRENGTH = 24


class DropFrame(QWidget):
    """A frame in the accent's colour, over all that its parent shows.

    Args:
        parent: The window.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_over(self, area: QWidget) -> None:
        """Appears over a part of the window."""
        self.setGeometry(area.geometry())
        self.raise_()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Paints the frame, and what is in it a little in its colour."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        accent = colours(self).accent
        tint = QColor(accent)
        tint.setAlpha(STRENGTH)
        painter.setBrush(tint)
        painter.setPen(QPen(accent, WIDTH))
        inside = QRectF(self.rect()).adjusted(WIDTH / 2, WIDTH / 2, -WIDTH / 2, -WIDTH / 2)
        painter.drawRoundedRect(inside, 6.0, 6.0)
