"""Icons: drawings of `resources/icons/` in the colour of the text around them."""

from contextlib import suppress

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPalette, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from sd3explorer.resources import picture, resource, text_of


def icon(name: str, widget: QWidget) -> QIcon:
    """An icon that stays crisp at any scale and follows the widget's palette.

    Args:
        name: Name of a file in `resources/icons/`, without its suffix.
        widget: Whose text the icon stands beside.
    """
    # What its button is called is known without one.
    drawing = ""
    with suppress(OSError):
        drawing = text_of(resource("icons", f"{name}.svg"))
    return QIcon(_Drawing(drawing, widget))


def application_icon() -> QIcon:
    """The icon of the app itself, in its own colours."""
    return QIcon(picture("icons", "sd3explorer.svg"))


class _Drawing(QIconEngine):
    def __init__(self, drawing: str, widget: QWidget) -> None:
        super().__init__()
        self._drawing = drawing
        self._widget = widget

    def clone(self) -> QIconEngine:
        return _Drawing(self._drawing, self._widget)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(  # noqa: N802 (Qt's name)
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        # A window asks for each of them again and again, and lists have the same one in every row.
        colour = self._colour(mode, state).name()
        key = f"{colour} {size.width()}x{size.height()} {scale} {self._drawing}"
        pixmap = QPixmap()
        if QPixmapCache.find(key, pixmap):
            return pixmap
        pixmap = QPixmap(size * scale)
        pixmap.setDevicePixelRatio(scale)
        if pixmap.isNull():
            # Of a button that has no room, which Qt asks for all the same.
            return pixmap
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(), size), mode, state)
        painter.end()
        QPixmapCache.insert(key, pixmap)
        return pixmap

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        colour = self._colour(mode, state).name()
        drawing = self._drawing.replace("currentColor", colour)
        QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(rect))

    def _colour(self, mode: QIcon.Mode, state: QIcon.State) -> QColor:
        group = QPalette.ColorGroup.Disabled if mode == QIcon.Mode.Disabled else QPalette.ColorGroup.Active
        primary = self._widget.property("role") == "primary" and mode != QIcon.Mode.Disabled
        # A checked one is no longer filled with the accent.
        if primary and state == QIcon.State.On:
            return self._widget.palette().color(group, QPalette.ColorRole.Link)
        role = QPalette.ColorRole.HighlightedText if primary else QPalette.ColorRole.ButtonText
        return self._widget.palette().color(group, role)
