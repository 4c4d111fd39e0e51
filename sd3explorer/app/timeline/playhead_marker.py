"""The playhead as it is drawn over the timeline."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QWidget

from sd3explorer.app import theme
from sd3explorer.app.playhead import Playhead
from sd3explorer.app.timeline.frame_axis import FrameAxis

WIDTH = 14
LINE = 2
HEAD = 7


class PlayheadMarker(QWidget):
    """A line with a triangle, which lets the mouse through.

    Args:
        axis: Where frames are.
        playhead: What is shown.
        parent: The widget it is drawn over, as high as that.
    """

    def __init__(self, axis: FrameAxis, playhead: Playhead, parent: QWidget) -> None:
        super().__init__(parent)
        self._axis = axis
        self._playhead = playhead
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        axis.changed.connect(self.follow)
        playhead.moved.connect(self.follow)

    def follow(self) -> None:
        """Goes where the playhead is."""
        x = round(self._axis.centre(self._playhead.index))
        self.setGeometry(x - WIDTH // 2, 0, WIDTH, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Paints line and triangle, with an edge that shows on pictures of its own colour."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shown = theme.colours(self)
        middle = WIDTH / 2
        edge = QColor(shown.window)
        edge.setAlpha(110)
        painter.fillRect(QRectF(middle - LINE / 2 - 1, HEAD, LINE + 2, self.height()), edge)
        painter.fillRect(QRectF(middle - LINE / 2, 0, LINE, self.height()), shown.text)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shown.text)
        painter.drawPolygon(QPolygonF([QPointF(0, 0), QPointF(WIDTH, 0), QPointF(middle, HEAD)]))
