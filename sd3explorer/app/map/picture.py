"""The picture of the place that is looked at, as large as there is room."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from sd3explorer.app.theme import colours


class MapPicture(QWidget):
    """A picture, or a sentence in its place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image: QImage | None = None
        self._is_draft = False
        self._text = ""
        self.setMinimumSize(QSize(200, 200))
        self.setAccessibleName(self.tr("Picture of the place"))

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Twice as large as the starter model's pictures."""
        return QSize(288, 288)

    def show_picture(self, image: QImage | None, is_draft: bool, text: str) -> None:
        """Shows a picture.

        Args:
            image: The picture; None where there is none.
            is_draft: Whether there could be more of it.
            text: What is said where there is none.
        """
        self._image, self._is_draft, self._text = image, is_draft, text
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Paints the picture at the top, a draft with its name."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        shown = colours(self)
        if self._image is None:
            painter.setPen(shown.dim)
            centred = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect().adjusted(16, 16, -16, -16), int(centred), self._text)
            painter.setPen(shown.line)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
            return
        size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF((self.width() - size.width()) / 2, 0.0, size.width(), size.height())
        painter.drawImage(place, self._image)
        if self._is_draft:
            text = self.tr("draft")
            width, height = (
                painter.fontMetrics().horizontalAdvance(text) + 12,
                painter.fontMetrics().height() + 4,
            )
            label = QRectF(place.left() + 8, place.top() + 8, width, height)
            behind = shown.panel
            behind.setAlphaF(0.8)
            painter.fillRect(label, behind)
            painter.setPen(shown.text)
            painter.drawText(label, Qt.AlignmentFlag.AlignCenter, text)
