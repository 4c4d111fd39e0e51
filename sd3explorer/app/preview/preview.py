"""The preview: the frame under the playhead, large."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAction,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from sd3explorer.app.fields import is_drag
from sd3explorer.app.frames.frames import Frames
from sd3explorer.app.frames.states import FrameState
from sd3explorer.app.playhead import Playhead
from sd3explorer.app.preview.content import Shown, choose, choose_beside, line_texts, while_nothing_is_known
from sd3explorer.app.preview.layers import Layer, Layers
from sd3explorer.app.preview.painting import (
    DIMMED,
    ScaledPicture,
    on_pixels,
    paint_line,
    paint_mark,
    paint_shadow,
    paint_words,
    round_corners,
)
from sd3explorer.app.preview.split import STEP as LINE_STEP
from sd3explorer.app.preview.split import Split, fitted, paint_caption, paint_split_line
from sd3explorer.app.preview.zoom import STEP, Zoom
from sd3explorer.app.prompt_names import DOT
from sd3explorer.app.shortcuts import key_names
from sd3explorer.app.theme import colours
from sd3explorer.app.versions.comparison import Comparison
from sd3explorer.walk.model import ModelFacts
from sd3explorer.walk.walk import Walk

LINE_HEIGHT = 40
MARGIN = 18.0
WHEEL_NOTCH = 120.0
# How long nothing is shown of a document that begins, before it is said why.
PATIENCE_MILLISECONDS = 1500


class Preview(QWidget):
    """Shows the frame under the playhead; until it is rendered, the nearest one that is.

    Beside it, or under it from a line on, that of a version that the walk is compared with.

    Signals:
        zoom_changed: Pixels of the screen for a pixel of the frame.
        copy_requested, save_requested: The user wants the frame under the playhead.
        drag_asked: The user drags frames out of the window; with the widget and their indices.

    Args:
        frames: States and pictures.
        playhead: Where it is.
        parent: Qt's owner.
    """

    accessible_role = QAccessible.Role.Graphic

    zoom_changed = Signal(float)
    copy_requested = Signal()
    save_requested = Signal()
    drag_asked = Signal(object, object)

    def __init__(self, frames: Frames, playhead: Playhead, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frames = frames
        self._playhead = playhead
        self._walk = frames.walk
        self._facts: ModelFacts | None = None
        self._smooth = True
        self._zoom = Zoom()
        # The frame alone, and as it is shown with others over it.
        self._alone = self._shown = Shown()
        self._waits = False
        self._render_key = key_names({})["render"]
        self._layers = Layers()
        self._offered: Sequence[QAction] = ()
        self._scaled = ScaledPicture()
        self._comparison: Comparison | None = None
        self._beside = Shown()
        self._beside_scaled = ScaledPicture()
        self._split = Split()
        self._has_line = False
        self._starred: Sequence[int] = ()
        self._line = ("", "")
        self._grabbed: QPointF | None = None
        # Where a drag out of the window may begin.
        self._pressed_at: QPointF | None = None
        self._reached_by_key = False
        self.setMinimumSize(QSize(240, 200))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Preview"))
        # A hint that is there for an instant would only flicker.
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MILLISECONDS)
        self._patience.timeout.connect(self._look)
        self._last_index = playhead.index
        playhead.moved.connect(self._follow)
        frames.reset.connect(self._take_frames)
        frames.changed.connect(self._take_change)
        self._look()

    @property
    def zoom(self) -> float:
        """Pixels of the screen for a pixel of the frame."""
        return self._zoom.scale * self.devicePixelRatioF()

    @property
    def fitted(self) -> bool:
        """Whether the whole frame is shown, as large as it fits."""
        return self._zoom.fitted

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """As in a window of usual size."""
        return QSize(820, 560)

    def show_walk(self, walk: Walk) -> None:
        """Takes over a walk, whose frames `frames` shows soon."""
        if walk != self._walk:
            self._walk = walk
            self._look()

    def forget(self) -> None:
        """Another document begins: nothing is shown until `frames` has those of its walk."""
        self._alone = self._shown = Shown()
        self._waits = True
        self._patience.start()

    def set_facts(self, facts: ModelFacts | None) -> None:
        """Takes what the walk leaves to its model."""
        if facts != self._facts:
            self._facts = facts
            self._look()

    def compare_with(self, comparison: Comparison) -> None:
        """Shows what this has to compare with, whenever it has something."""
        self._comparison = comparison
        comparison.changed.connect(self._look)
        self._look()

    def show_stars(self, indices: Sequence[int]) -> None:
        """Takes which frames have a star, in order."""
        self._starred = indices
        self._look()

    def set_smooth(self, smooth: bool) -> None:
        """Lets the pixels of the frame melt into each other, or shows each of them."""
        self._smooth = smooth
        self.update()

    def set_layer(self, layer: Layer) -> None:
        """Shows the frames beside the one under the playhead as well, or what has changed."""
        self._layers.layer = layer
        self._look()

    def offer(self, actions: Sequence[QAction]) -> None:
        """Has these in its menu, below its own."""
        self._offered = actions

    def show_keys(self, names: Mapping[str, str]) -> None:
        """Names keys in hints from now on.

        Args:
            names: What they are called, by the actions' ids; "" where one has none.
        """
        self._render_key = names["render"]
        self._look()

    def zoom_in(self) -> None:
        """Shows the frame larger."""
        self._zoom_to(self._zoom.scale * STEP)

    def zoom_out(self) -> None:
        """Shows the frame smaller."""
        self._zoom_to(self._zoom.scale / STEP)

    def zoom_to_fit(self) -> None:
        """Shows the whole frame, as large as it fits."""
        self._zoom.fit()
        self._report_zoom()

    def zoom_to_pixels(self) -> None:
        """Shows each pixel of the frame as one of the screen."""
        self._zoom_to(1.0 / self.devicePixelRatioF())

    def _zoom_to(self, scale: float, at: QPointF | None = None) -> None:
        self._zoom.zoom_to(scale, at)
        self._report_zoom()

    def _report_zoom(self) -> None:
        self._show_cursor()
        self.update()
        self.zoom_changed.emit(self.zoom)

    def _show_cursor(self) -> None:
        if self._grabbed is not None:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif self._zoom.can_pan and self._shown.image is not None:
            self.setCursor(Qt.CursorShape.OpenHandCursor)
        else:
            self.unsetCursor()

    def _follow(self, index: int) -> None:
        direction = 1 if index >= self._last_index else -1
        self._last_index = index
        self._frames.read_ahead(index, direction)
        self._look()

    def _take_frames(self) -> None:
        self._waits = False
        self._look()

    def _take_change(self, first: int, last: int) -> None:
        index = self._playhead.index
        # Other frames count only while one of them is shown with this one, or may stand in for it.
        counting = [index, *self._layers.beside(self._frames, index)]
        if self._frames.state(index) is not FrameState.DONE or any(first <= n <= last for n in counting):
            self._look()

    def _look(self) -> None:
        index = min(self._playhead.index, self._walk.frame_count - 1)
        if not self._waits:
            self._alone = choose(self._frames, index, self._alone, True, self._render_key)
        else:
            self._alone = Shown() if self._patience.isActive() else while_nothing_is_known(self._frames)
        self._shown = self._layers.over(self._alone, self._frames, index)
        beside = self._compared
        if beside is not None:
            self._beside = choose_beside(beside, self._beside)
        self._split.wiped = beside is not None and beside.wiped
        self.setMouseTracking(self._split.wiped)
        self._make_room()
        left, right = line_texts(self._walk, self._facts, index)
        left = f"★ {left}" if index in self._starred else left
        self._line = left, right
        words = (left, right, self._shown.mark, self._shown.heading, self._shown.text)
        if beside is not None:
            words = (*words, self.tr("beside it {0}").format(beside.name), self._beside.mark)
        description = DOT.join(text for text in words if text)
        if description != self.accessibleDescription():
            self.setAccessibleDescription(description)
        self.update()

    def _make_room(self) -> None:
        size = self._walk.image_size(self._facts) if self._facts else self._walk.model.image_size
        image = self._shown.image
        if size is not None:
            picture = QSizeF(size[1], size[0])
        else:
            picture = QSizeF(image.size()) if image is not None else QSizeF(1.0, 1.0)
        view = self._view() if self._compared is None else self._split.first_pane(self._view())
        self._zoom.set_room(view, picture, 2.0 * MARGIN)
        self._show_cursor()

    @property
    def _compared(self) -> Comparison | None:
        return self._comparison if self._comparison is not None and self._comparison.active else None

    def _view(self) -> QRectF:
        return QRectF(self.rect().adjusted(0, LINE_HEIGHT, 0, 0))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Paints the frame and what is to be said of it."""
        shown, theme = self._shown, colours(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.window)
        line = QRect(16, 0, self.width() - 32, LINE_HEIGHT)
        left, right = self._line
        paint_line(painter, left, DOT.join(filter(None, (right, self._zoom_text()))), line, theme)
        view = self._view()
        if self._compared is not None:
            self._paint_both(painter, self._compared, view)
        else:
            self._paint_shown(painter, shown, self._zoom.target, view, self._scaled)
        painter.setClipping(False)
        if self.hasFocus() and self._reached_by_key:
            painter.setPen(theme.accent)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))

    def _zoom_text(self) -> str:
        return self.tr("zoom {0} %").format(round(100 * self.zoom)) if self._shown.image else ""

    def _paint_both(self, painter: QPainter, compared: Comparison, view: QRectF) -> None:
        target, split = self._zoom.target, self._split
        panes = split.panes(view, target)
        there = target.translated(split.offset(view))
        if self._beside.image is not None:
            there = fitted(QSizeF(self._beside.image.size()), there)
        sides = (
            (self._shown, target, self._scaled, compared.name_here),
            (self._beside, there, self._beside_scaled, compared.name),
        )
        for number, (pane, (shown, place, scaled, name)) in enumerate(zip(panes, sides, strict=True)):
            self._paint_shown(painter, shown, place, pane, scaled)
            paint_caption(painter, name, pane, place, at_right=split.wiped and number == 1)
        if split.wiped:
            painter.setClipRect(view)
            seen = target.intersected(view)
            accent = colours(self).accent
            paint_split_line(painter, split.line(view, target), seen.top(), seen.bottom(), accent)

    def _paint_shown(
        self, painter: QPainter, shown: Shown, target: QRectF, view: QRectF, scaled: ScaledPicture
    ) -> None:
        theme = colours(self)
        painter.setClipRect(view)
        if shown.image is None:
            paint_words(painter, shown.heading, shown.text, view, theme)
            return
        target = on_pixels(target, self.devicePixelRatioF())
        painter.fillRect(target, theme.window)
        painter.setOpacity(DIMMED if shown.dimmed else 1.0)
        scaled.paint(painter, shown.image, target, view, self._smooth or shown.unfinished)
        painter.setOpacity(1.0)
        round_corners(painter, target, theme.window)
        paint_shadow(painter, target, theme)
        if shown.mark:
            paint_mark(painter, shown.mark, target, view)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """Keeps a fitted frame fitted."""
        self._make_room()
        if self.fitted:
            self.zoom_changed.emit(self.zoom)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 (Qt's name)
        """Zooms around the pointer with Ctrl, else pans."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            notches = event.angleDelta().y() / WHEEL_NOTCH
            self._zoom_to(self._zoom.scale * STEP**notches, event.position())
        elif self._zoom.can_pan:
            self._pan(QPointF(event.pixelDelta() or event.angleDelta()))
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        """Grabs the frame, or the line over it, to move it."""
        self._has_line = event.button() == Qt.MouseButton.LeftButton and self._is_at_line(event)
        if self._has_line:
            return
        # A frame that can be moved is moved, any other one is dragged out.
        if event.button() == Qt.MouseButton.LeftButton and not self._zoom.can_pan:
            self._pressed_at = event.position()
        elif event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            self._grabbed = event.position()
            self._show_cursor()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        """Moves the frame, or the line over it, along."""
        if self._has_line:
            self._move_line(event.position().x())
        elif self._is_at_line(event):
            self.setCursor(Qt.CursorShape.SplitHCursor)
        elif self._split.wiped:
            self._show_cursor()
        if self._pressed_at is not None and is_drag(self._pressed_at, event):
            self._pressed_at = None
            self.drag_asked.emit(self, [self._playhead.index])
        if self._grabbed is not None:
            self._pan(event.position() - self._grabbed)
            self._grabbed = event.position()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        """Lets it go."""
        self._has_line = False
        self._grabbed = self._pressed_at = None
        self._show_cursor()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        """Goes from the whole frame to its pixels, and back."""
        if event.button() == Qt.MouseButton.LeftButton:
            if self.fitted:
                self._zoom_to(1.0 / self.devicePixelRatioF(), event.position())
            else:
                self.zoom_to_fit()

    def _is_at_line(self, event: QMouseEvent) -> bool:
        return self._split.is_at_line(event.position(), self._view(), self._zoom.target)

    def _move_line(self, x: float) -> None:
        self._split.move_line(x, self._view(), self._zoom.target)
        self.update()

    def _step_line(self, by: float) -> None:
        self._split.share = max(0.0, min(self._split.share + by, 1.0))
        self.update()

    def _pan(self, by: QPointF) -> None:
        self._zoom.pan(by)
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 (Qt's name)
        """Shows where the keyboard is, if it was the keyboard that came here."""
        self._reached_by_key = event.reason() in (
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
        )
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Zooms with + and −, to the whole frame or its pixels with 0 and 1; moves the line with , and ."""
        keys: dict[str, Callable[[], None]] = {
            "+": self.zoom_in,
            "=": self.zoom_in,
            "-": self.zoom_out,
            "0": self.zoom_to_fit,
            "1": self.zoom_to_pixels,
            ",": lambda: self._step_line(-LINE_STEP),
            ".": lambda: self._step_line(LINE_STEP),
        }
        action = keys.get(event.text())
        if action is None:
            super().keyPressEvent(event)
        else:
            action()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 (Qt's name)
        """Says what can be done with the frame."""
        menu = self.context_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def context_menu(self) -> QMenu:
        """What can be done with the frame."""
        menu = QMenu(self)
        copy = menu.addAction(self.tr("&Copy frame"), self.copy_requested.emit)
        save = menu.addAction(self.tr("&Save frame…"), self.save_requested.emit)
        for action in (copy, save):
            action.setEnabled(self._has_frame())
        menu.addSeparator()
        menu.addAction(self.tr("Zoom &in"), "+", self.zoom_in)
        menu.addAction(self.tr("Zoom &out"), "-", self.zoom_out)
        menu.addAction(self.tr("&Fit"), "0", self.zoom_to_fit)
        menu.addAction(self.tr("&Pixel for pixel"), "1", self.zoom_to_pixels)
        if self._offered:
            menu.addSeparator()
            menu.addActions(self._offered)
        return menu

    def _has_frame(self) -> bool:
        index = self._playhead.index
        ready = (FrameState.DONE, FrameState.DRAFT)
        return index < self._frames.count and self._frames.state(index) in ready
