"""Shows that what is dragged over something can be dropped there."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from sd3explorer.app.theme import colours

WIDTH = 3.0


class DropFrame(QWidget):
    """A frame in the accent's colour, over all that its parent shows.

    Args:
        parent: The window, or a part of it that takes some things itself.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_over(self, area: QWidget) -> None:
        """Appears over the parent, or a part of it."""
        self.setGeometry(area.rect() if area is self.parentWidget() else area.geometry())
        self.raise_()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Paints the frame alone: pictures keep their colours."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colours(self).accent, WIDTH))
        inside = QRectF(self.rect()).adjusted(WIDTH / 2, WIDTH / 2, -WIDTH / 2, -WIDTH / 2)
        painter.drawRoundedRect(inside, 6.0, 6.0)
