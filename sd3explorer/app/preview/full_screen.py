"""Full screen: only the picture, on black, and a line that says where the playhead is."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, QSizeF, Qt, QTimer
from PySide6.QtGui import (
    QAction,
    QColor,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QWidget

from sd3explorer.app.frames.frames import Frames
from sd3explorer.app.playhead import Playhead
from sd3explorer.app.preview.content import Shown, choose
from sd3explorer.app.preview.painting import ScaledPicture, on_pixels
from sd3explorer.app.preview.split import fitted

# The line at the lower edge, in pixels, and its colours: the scheme's would shine.
LINE = 3.0
WAY, RANGE, PLACE = QColor("#333333"), QColor("#6e6e6e"), QColor("#e6e6e6")
# After a move of the pointer it is seen for so long.
MILLISECONDS_OF_POINTER = 1500


class FullScreen(QWidget):
    """Shows the frame under the playhead as large as the screen. Escape, F11 or a double click leave.

    Args:
        frames: States and pictures.
        playhead: Where it is.
        actions: What can be done here by keys.
        parent: The window; it stays as it is.
    """

    def __init__(
        self, frames: Frames, playhead: Playhead, actions: Iterable[QAction], parent: QWidget
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._frames = frames
        self._playhead = playhead
        self._shown = Shown()
        self._scaled = ScaledPicture()
        self._smooth = True
        self._was_playing = False
        self.setWindowTitle(self.tr("Full screen"))
        self.setAccessibleName(self.tr("Full screen"))
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.addActions(list(actions))
        self._pointer = QTimer(self, singleShot=True, interval=MILLISECONDS_OF_POINTER)
        self._pointer.timeout.connect(lambda: self.setCursor(Qt.CursorShape.BlankCursor))
        playhead.moved.connect(self._follow)
        playhead.playing_changed.connect(self.update)
        playhead.range_changed.connect(self.update)
        frames.changed.connect(self._look)
        frames.reset.connect(self._look)

    def toggle(self) -> None:
        """Shows it and plays, or leaves it as the walk was playing before."""
        if self.isVisible():
            self.close()
            return
        self._was_playing = self._playhead.playing
        self.showFullScreen()
        self.activateWindow()
        self.setFocus()
        if not self._was_playing:
            self._playhead.play()

    def set_smooth(self, smooth: bool) -> None:
        """Lets the pixels of the frame melt into each other, or shows each of them."""
        self._smooth = smooth
        self.update()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        """Shows the frame there is now."""
        super().showEvent(event)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self._look()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 (Qt's name)
        """Plays on only if it was playing before."""
        super().hideEvent(event)
        self._pointer.stop()
        if not event.spontaneous() and not self._was_playing:
            self._playhead.pause()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Escape leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        """Shows the pointer for a moment."""
        self.unsetCursor()
        self._pointer.start()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        """Plays or pauses."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._playhead.toggle()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        """Leaves."""
        self.close()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Paints the picture, and the line."""
        painter = QPainter(self)
        room = QRectF(self.rect())
        painter.fillRect(room, Qt.GlobalColor.black)
        image = self._shown.image
        if image is not None:
            target = on_pixels(fitted(QSizeF(image.size()), room), self.devicePixelRatioF())
            smooth = self._smooth or self._shown.unfinished
            if self._playhead.playing:
                # A frame that is seen for a moment isn't worth the time that the best scaling takes.
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
                painter.drawImage(target, image)
            else:
                self._scaled.paint(painter, image, target, room, smooth)
        line = QRectF(0.0, room.height() - LINE, room.width(), LINE)
        painter.fillRect(line, WAY)
        frame = room.width() / self._playhead.frame_count
        looped = self._playhead.loop_range
        if looped is not None:
            painter.fillRect(QRectF(looped.start * frame, line.top(), len(looped) * frame, LINE), RANGE)
        place = QRectF(self._playhead.index * frame, line.top(), max(frame, 2 * LINE), LINE)
        painter.fillRect(place, PLACE)

    def _follow(self) -> None:
        if self.isVisible():
            self._look()

    def _look(self) -> None:
        if not self.isVisible():
            return
        index = min(self._playhead.index, self._frames.count - 1)
        self._shown = choose(self._frames, index, self._shown, keeps_old=True)
        self.setAccessibleDescription(self.tr("Frame {0}").format(index + 1))
        self.update()
