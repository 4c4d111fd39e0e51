"""The picture on the export tile, which is also the one that is dragged."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from sd3explorer.app import theme
from sd3explorer.app.icons import icon

PICTURE_SIZE = 56


class Picture(QWidget):
    """A small picture with round corners; a quiet icon while there is none."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._image: QImage | None = None
        self.setFixedSize(PICTURE_SIZE, PICTURE_SIZE)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def set_image(self, image: QImage | None) -> None:
        """Shows a picture, or that there is none."""
        self._image = image
        self.update()

    def drawn(self, side: int) -> QPixmap:
        """The picture as large as fits into a square, for this screen."""
        ratio = self.devicePixelRatioF()
        size = self._fitting(side)
        pixmap = QPixmap(size * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self._draw(painter, QRect(QPoint(), size))
        painter.end()
        return pixmap

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paints the picture in the middle."""
        painter = QPainter(self)
        place = QRect(QPoint(), self._fitting(PICTURE_SIZE))
        place.moveCenter(self.rect().center())
        self._draw(painter, place)

    def _fitting(self, side: int) -> QSize:
        size = QSize(side, side)
        return (
            size
            if self._image is None
            else self._image.size().scaled(size, Qt.AspectRatioMode.KeepAspectRatio)
        )

    def _draw(self, painter: QPainter, place: QRect) -> None:
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        outline = QPainterPath()
        outline.addRoundedRect(place, 4, 4)
        if self._image is None:
            painter.fillPath(outline, theme.colours(self).panel)
            centre = QRect(0, 0, 24, 24)
            centre.moveCenter(place.center())
            painter.setOpacity(0.5)
            icon("export", self).paint(painter, centre)
        else:
            painter.setClipPath(outline)
            painter.drawImage(place, self._image)
