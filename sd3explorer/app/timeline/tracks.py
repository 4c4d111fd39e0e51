"""The tracks of the timeline, one below the other along one axis, with the playhead over them."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QScrollBar, QVBoxLayout, QWidget

from sd3explorer.app import theme
from sd3explorer.app.frames.frames import Frames
from sd3explorer.app.playhead import Playhead
from sd3explorer.app.timeline.change_curve import ChangeCurve
from sd3explorer.app.timeline.filmstrip import Filmstrip
from sd3explorer.app.timeline.frame_axis import INSET, FrameAxis, FrameScale
from sd3explorer.app.timeline.keyframe_track import KeyframeTrack
from sd3explorer.app.timeline.playhead_marker import PlayheadMarker
from sd3explorer.app.timeline.ruler import Ruler
from sd3explorer.app.timeline.speed_track import SpeedTrack
from sd3explorer.walk.walk import Walk

ZOOM_STEP = 1.25
NOTCH = 120  # of a wheel, in eighths of a degree
BY_KEY = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class Tracks(QWidget):
    """Ruler, curve of change, filmstrip, speed curve and keyframes, scrolled and zoomed together.

    The wheel scrubs frame by frame, with Shift it scrolls, with Ctrl it zooms. A press where no track wants
    it, as below the keyframes, scrubs too.

    Args:
        frames: The frames.
        playhead: The playhead.
        parent: Qt's owner.
    """

    def __init__(self, frames: Frames, playhead: Playhead, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frames = frames
        self._playhead = playhead
        self._shows_all = True
        self._turned = 0
        self._last_index = playhead.index
        self._strip_reached_by_key = False
        self.axis = FrameAxis(self)
        self.ruler = Ruler(self.axis, playhead, self)
        self.curve = ChangeCurve(frames, self.axis, playhead, self)
        self.strip = Filmstrip(frames, self.axis, playhead, self)
        self.speed = SpeedTrack(self.axis, playhead, self)
        self.keyframes = KeyframeTrack(self.axis, playhead, self)
        self._scroll_bar = QScrollBar(Qt.Orientation.Horizontal, self)
        self._lay_out()
        self._marker = PlayheadMarker(self.axis, playhead, self)
        self._join_scroll_bars()
        self.strip.installEventFilter(self)
        self.keyframes.installEventFilter(self)
        frames.reset.connect(self._take_frames)
        playhead.moved.connect(self._follow)

    def show_walk(self, walk: Walk) -> None:
        """Shows the keyframes of a morph, the rows of a grid."""
        self.ruler.show_walk(walk)
        self.speed.show_walk(walk)
        self.keyframes.show_walk(walk)

    def zoom_in(self) -> None:
        """Makes frames wider."""
        self._zoom(ZOOM_STEP)

    def zoom_out(self) -> None:
        """Makes frames narrower."""
        self._zoom(1.0 / ZOOM_STEP)

    def zoom_to_fit(self) -> None:
        """Shows all frames, and continues doing so when there are more or less of them."""
        self._shows_all = True
        self._show_scale(self._fitting())

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 (Qt's name)
        """Scrubs, scrolls or zooms."""
        delta, modifiers = event.angleDelta(), event.modifiers()
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            self._zoom(ZOOM_STEP ** (delta.y() / NOTCH), event.position().x())
        elif modifiers & Qt.KeyboardModifier.ShiftModifier:
            self._scroll_by(delta.x() or delta.y())
        elif abs(delta.x()) > abs(delta.y()):
            self._scroll_by(delta.x())
        else:
            self._turned += delta.y()
            frames = int(self._turned / NOTCH)
            self._turned -= frames * NOTCH
            if frames:
                self._playhead.step(-frames)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        """Brings the playhead there."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._playhead.pause()
            self._playhead.move_to(self.axis.frame_at(event.position().x()))
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        """Takes the playhead along."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._playhead.move_to(self.axis.frame_at(event.position().x()))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Paints a frame around the filmstrip, when one came to it with the Tab key."""
        if self._strip_reached_by_key:
            painter = QPainter(self)
            painter.setPen(theme.colours(self).accent)
            place = self.strip.viewport().geometry().translated(self.strip.pos())
            painter.drawRect(place.adjusted(-2, -2, 1, 1))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Fits frames and playhead to the tracks, whenever these are laid out."""
        if event.type() == QEvent.Type.Resize and watched is self.strip:
            self._take_frames()
        elif isinstance(event, QFocusEvent) and watched is self.strip:
            self._strip_reached_by_key = event.gotFocus() and event.reason() in BY_KEY
            self.update()
        elif event.type() in (QEvent.Type.Resize, QEvent.Type.Move) and watched is self.keyframes:
            self._marker.resize(self._marker.width(), self.keyframes.geometry().bottom())
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        # Time goes from left to right, whichever way people write.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for track in (self.ruler, self.curve, self.strip, self.speed, self.keyframes):
            layout.addWidget(track)
        bar = QVBoxLayout()
        bar.setContentsMargins(INSET, 0, INSET, 0)
        bar.addWidget(self._scroll_bar)
        layout.addLayout(bar)
        layout.addStretch(1)
        layout.setStretchFactor(self.strip, 100)

    def _join_scroll_bars(self) -> None:
        """Puts the strip's scroll bar below the keyframes, where nothing comes between them."""
        inner, outer = self.strip.horizontalScrollBar(), self._scroll_bar
        policy = outer.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        outer.setSizePolicy(policy)
        outer.setAccessibleName(self.tr("Scroll the frames"))
        outer.setVisible(False)

        def take_range(low: int, high: int) -> None:
            outer.setPageStep(inner.pageStep())
            outer.setRange(low, high)
            outer.setVisible(high > low)

        inner.rangeChanged.connect(take_range)
        inner.valueChanged.connect(outer.setValue)
        outer.valueChanged.connect(inner.setValue)

    def _take_frames(self) -> None:
        fitting = self._fitting()
        chosen = FrameScale.of_width(self._frames.count, self.axis.scale.frame_width)
        small = chosen.frame_width < fitting.frame_width
        self._show_scale(fitting if self._shows_all or small else chosen)

    def _fitting(self) -> FrameScale:
        return FrameScale.fitting(self._frames.count, self._page(), widest=self.strip.height())

    def _page(self) -> int:
        return self.strip.width() - 2 * INSET

    def _zoom(self, factor: float, x: float | None = None) -> None:
        """Zooms around a pixel; without one around the playhead, or the middle where that isn't seen."""
        around_playhead = x is None and 0 <= self.axis.centre(self._playhead.index) <= self.width()
        if x is None:
            x = self.axis.centre(self._playhead.index) if around_playhead else self.width() / 2
        fitting = self._fitting()
        scale = FrameScale.of_width(self._frames.count, self.axis.scale.frame_width * factor)
        self._shows_all = scale.frame_width <= fitting.frame_width
        place = self.axis.place_at(x)
        self._show_scale(fitting if self._shows_all else scale)
        self._scroll_to(place * self.axis.scale.frame_width - x + INSET)
        if around_playhead:
            self._follow(self._playhead.index)

    def _show_scale(self, scale: FrameScale) -> None:
        self.axis.set_scale(scale)
        self.strip.show_scale()
        self._marker.follow()

    def _scroll_by(self, turned: int) -> None:
        self._scroll_to(self.axis.offset - turned)

    def _scroll_to(self, offset: float) -> None:
        self.strip.horizontalScrollBar().setValue(round(offset))

    def _follow(self, index: int) -> None:
        """Keeps the playhead in sight: page by page while it plays, else as little as is needed."""
        backwards, self._last_index = index < self._last_index, index
        left, right = self.axis.left(index) - INSET, self.axis.left(index + 1) - INSET
        if left >= 0 and right <= self._page():
            return
        to_start, to_end = self.axis.offset + left, self.axis.offset + right - self._page()
        if self._playhead.playing:
            self._scroll_to(to_end if backwards else to_start)
        else:
            self._scroll_to(to_start if left < 0 else to_end)
