"""Keyframes as diamonds below the filmstrip."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAction,
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from sd3explorer.app import theme
from sd3explorer.app.playhead import Playhead
from sd3explorer.app.prompt_names import mixed_names
from sd3explorer.app.timeline.frame_axis import FrameAxis
from sd3explorer.walk.editing import (
    keyframe_frames,
    keyframe_places,
    movable_frames,
    with_keyframe_at,
    with_keyframe_removed,
)
from sd3explorer.walk.following import followed
from sd3explorer.walk.paths import Blend, Morph
from sd3explorer.walk.walk import Walk

HEIGHT = 24
DIAMOND = 6
REACH = 9

NO_MODIFIER = Qt.KeyboardModifier.NoModifier
REMOVING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
BY_KEY = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
ALT = Qt.KeyboardModifier.AltModifier


class KeyframeTrack(QWidget):
    """Diamonds that can be dragged along the walk, or moved with Alt and an arrow.

    Left and right select a keyframe, and bring the playhead there; Delete takes it out. A double-click beside
    them asks for one.

    Args:
        axis: Where frames are.
        playhead: What goes to a selected keyframe.
        parent: Qt's owner.
    """

    accessible_role = QAccessible.Role.List

    edited = Signal(object, str, str)
    keyframe_asked = Signal(int)
    menu_asked = Signal(QPoint)

    def __init__(self, axis: FrameAxis, playhead: Playhead, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._axis = axis
        self._playhead = playhead
        self._walk = Walk()
        self._places: list[float] = []
        self._selected: int | None = None
        self._dragged = False
        self._drags = 0
        # The walk when a drag began: where the frames of an even one lie by now is still being found.
        self._held = self._walk
        # And as it was moved to last.
        self._moved = self._walk
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Keyframes"))
        self.remove_action = QAction(self.tr("&Delete keyframe"), self)
        self.remove_action.setShortcut(QKeySequence(Qt.Key.Key_Delete))
        # The key itself is claimed where it has a meaning.
        self.remove_action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.remove_action.triggered.connect(self._remove)
        axis.changed.connect(self.update)

    @property
    def selected(self) -> int | None:
        """The selected keyframe, from 0."""
        return self._selected

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """One row of diamonds."""
        return QSize(10 * HEIGHT, HEIGHT)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """One row of diamonds."""
        return QSize(0, HEIGHT)

    def show_walk(self, walk: Walk) -> None:
        """Shows the keyframes of a walk, if it has any."""
        before, self._walk = self._walk, walk
        if self._dragged and not any(_are_alike(walk, own) for own in (self._held, self._moved)):
            # The next move would bring back what it was before somebody else's edit, or another walk.
            self._dragged = False
        if not self._dragged:
            self._places = [float(place) for place in keyframe_places(walk)]
        if self._selected is not None:
            self._selected = followed(self._selected, before.path, walk.path)
        has_some = bool(self._places)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if has_some else Qt.FocusPolicy.NoFocus)
        self._describe()
        self.update()

    def select(self, number: int) -> None:
        """Selects a keyframe."""
        if number != self._selected:
            self._selected = number
            self._describe()
            self.update()

    def event(self, event: QEvent) -> bool:
        """Claims its keys before the window's shortcuts see them, and shows tooltips."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if self._step_of(event) is not None or self._removes(event):
                event.accept()
                return True
        elif event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            number = self._keyframe_at(event.pos().x())
            QToolTip.showText(event.globalPos(), "" if number is None else self._text_of(number), self)
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 (Qt's name)
        """Selects a keyframe, so that the keyboard has something to act on."""
        super().focusInEvent(event)
        if self._selected is None and self._places and event.reason() in BY_KEY:
            self.select(self._nearest_keyframe())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Selects, moves or removes a keyframe."""
        step = self._step_of(event)
        if self._removes(event):
            self._remove()
        elif step is None or not self._places:
            event.ignore()
        elif event.modifiers() & ALT:
            if self._selected is not None:
                self._held = self._walk
                self._move_to(keyframe_frames(self._walk)[self._selected] + step)
        else:
            number = self._nearest_keyframe() if self._selected is None else self._selected + step
            self._select_and_show(min(max(number, 0), len(self._places) - 1))

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        """Selects a keyframe, or brings the playhead where there is none."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._playhead.pause()
        number = self._keyframe_at(event.position().x())
        self._dragged = number is not None
        self._held = self._moved = self._walk
        self._drags += 1
        if number is None:
            self._playhead.move_to(self._axis.frame_at(event.position().x()))
        else:
            self._select_and_show(number)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        """Asks for a keyframe where there is none; one that is there can be dragged as by any press."""
        x = event.position().x()
        if self._keyframe_at(x) is not None:
            self.mousePressEvent(event)
        elif event.button() == Qt.MouseButton.LeftButton:
            self.keyframe_asked.emit(self._axis.frame_at(x))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        """Takes the keyframe, or the playhead, along."""
        frame = self._axis.frame_at(event.position().x())
        if not event.buttons() & Qt.MouseButton.LeftButton:
            self._show_cursor(event.position().x())
        elif self._dragged:
            self._move_to(frame)
        else:
            self._playhead.move_to(frame)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        """Lets go."""
        if self._dragged:
            self._dragged = False
            self.show_walk(self._walk)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 (Qt's name)
        """Asks for the menu of the diamond under the pointer, which is selected, or of the selected one."""
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            number = self._keyframe_at(event.pos().x())
            place = event.globalPos()
        else:
            number = self._selected
            x = 0.0 if number is None else self._axis.centre(self._places[number])
            place = self.mapToGlobal(QPoint(round(x), self.height()))
        if number is None:
            event.ignore()
            return
        self._playhead.pause()
        self._select_and_show(number)
        self.remove_action.setEnabled(with_keyframe_removed(self._walk, number) is not None)
        self.menu_asked.emit(place)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Paints the diamonds that are seen."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shown = theme.colours(self)
        for number, place in enumerate(self._places):
            x = self._axis.centre(place)
            if not -REACH < x < self.width() + REACH:
                continue
            selected = number == self._selected
            painter.setBrush(shown.accent)
            painter.setPen(QPen(shown.text, 1.5) if selected else Qt.PenStyle.NoPen)
            painter.drawPolygon(_diamond(QPointF(x, self.height() / 2), DIAMOND + selected))
            if selected and self.hasFocus():
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(shown.accent, 1))
                painter.drawRoundedRect(QRectF(x - 11, self.height() / 2 - 11, 22, 22), 4, 4)

    def _move_to(self, frame: int) -> None:
        number, allowed = self._selected, movable_frames(self._held, self._selected or 0)
        if number is None or not allowed:
            return
        frame = min(max(frame, allowed.start), allowed.stop - 1)
        if frame != self._places[number]:
            self._moved = with_keyframe_at(self._held, number, frame)
            self.edited.emit(self._moved, self.tr("Move keyframe"), f"span {number} {self._drags}")
            self._places[number] = frame
            self._playhead.move_to(frame)
            self.update()

    def _removes(self, event: QKeyEvent) -> bool:
        bare = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == NO_MODIFIER
        return bare and event.key() in REMOVING and self._selected is not None

    def _remove(self) -> None:
        number = self._selected
        if number is None or number >= len(self._places):
            return
        walk = with_keyframe_removed(self._walk, number)
        if walk is None:
            QToolTip.showText(
                self.mapToGlobal(QPoint(round(self._axis.centre(self._places[number])), 0)),
                self.tr("A walk needs two keyframes"),
                self,
            )
            return
        self._selected = None
        self.edited.emit(walk, self.tr("Delete keyframe"), "")
        self.select(min(number, len(self._places) - 1))

    def _select_and_show(self, number: int) -> None:
        self.select(number)
        self._playhead.move_to(keyframe_frames(self._walk)[number])

    def _step_of(self, event: QKeyEvent) -> int | None:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier not in (NO_MODIFIER, ALT):
            return None
        return {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))

    def _nearest_keyframe(self) -> int:
        index = self._playhead.index
        return min(range(len(self._places)), key=lambda number: abs(self._places[number] - index))

    def _keyframe_at(self, x: float) -> int | None:
        distances = [abs(self._axis.centre(place) - x) for place in self._places]
        number = min(range(len(distances)), key=distances.__getitem__, default=None)
        return number if number is not None and distances[number] <= REACH else None

    def _show_cursor(self, x: float) -> None:
        number = self._keyframe_at(x)
        if number is not None and movable_frames(self._walk, number):
            self.setCursor(Qt.CursorShape.SizeHorCursor)
        else:
            self.unsetCursor()

    def _describe(self) -> None:
        self.setAccessibleDescription("" if self._selected is None else self._text_of(self._selected))

    def _text_of(self, number: int) -> str:
        return self.tr("Keyframe {number} of {count}, frame {frame}: {prompt}").format(
            number=number + 1,
            count=len(self._places),
            frame=keyframe_frames(self._walk)[number] + 1,
            prompt=self._prompt_of(number),
        )

    def _prompt_of(self, number: int) -> str:
        path = self._walk.path
        if isinstance(path, Morph) and not path.keyframes[number].mix:
            return path.keyframes[number].prompt or self.tr("no prompt")
        if isinstance(path, Morph):
            return mixed_names(path.keyframes[number].embeddings.positive, path)
        assert isinstance(path, Blend)
        return mixed_names(path.embedding_of(path.keyframes[number].shares).positive, path)


def _are_alike(walk: Walk, other: Walk) -> bool:
    """Whether they differ at most in where frames lie, which may still be being found."""
    return replace(walk, placement=None) == replace(other, placement=None)


def _diamond(centre: QPointF, reach: float) -> QPolygonF:
    corners = (QPointF(0, -reach), QPointF(reach, 0), QPointF(0, reach), QPointF(-reach, 0))
    return QPolygonF([centre + corner for corner in corners])
