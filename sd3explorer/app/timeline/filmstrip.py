"""The filmstrip: every frame of the walk side by side, painted only where it is seen."""

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QPointF,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QSizePolicy, QWidget

from sd3explorer.app.fields import is_drag
from sd3explorer.app.frames.frames import Frames
from sd3explorer.app.playhead import Playhead
from sd3explorer.app.timeline.film_delegate import FilmDelegate
from sd3explorer.app.timeline.film_model import FilmModel, Index
from sd3explorer.app.timeline.frame_axis import INSET, FrameAxis

LEAST_HEIGHT, USUAL_HEIGHT, MOST_HEIGHT = 44, 68, 160

CLEAR_AND_SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect
TOGGLE = QItemSelectionModel.SelectionFlag.Toggle


class Filmstrip(QListView):
    """The frames as pictures.

    Pressing and dragging moves the playhead; with Shift dragging selects, and pressing alone selects
    from the playhead on; with Ctrl it adds a cell to the selection or takes it away. Frames that are selected
    can be dragged out of the window.

    Args:
        frames: The frames.
        axis: Where they are drawn; the strip's own scroll bar sets how far it is scrolled.
        playhead: What scrubbing moves.
        parent: Qt's owner.
    """

    selection_changed = Signal(object)
    drag_asked = Signal(object, object)

    def __init__(
        self, frames: Frames, axis: FrameAxis, playhead: Playhead, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._axis = axis
        self._playhead = playhead
        self._anchor: int | None = None
        # Where a drag with Shift may begin, while nothing is selected yet.
        self._pressed: int | None = None
        self._selected: list[int] = []
        # Where one of them was pressed: to drag them, or else to go there.
        self._pressed_selected: QPointF | None = None
        # Whether they are on their way out, and the playhead stays where it is until the button is released.
        self._drags_out = False
        self._film = FilmModel(frames, self)
        self._delegate = FilmDelegate(self)
        self._set_up()
        self.setItemDelegate(self._delegate)
        self.setModel(self._film)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(LEAST_HEIGHT)
        self.setMaximumHeight(MOST_HEIGHT)
        self.setAccessibleName(self.tr("Frames"))
        self.selectionModel().selectionChanged.connect(self._take_selection)
        frames.reset.connect(self._forget_what_is_gone)
        self.horizontalScrollBar().valueChanged.connect(axis.set_offset)

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Square cells of a handy size."""
        return QSize(10 * USUAL_HEIGHT, USUAL_HEIGHT)

    def show_scale(self) -> None:
        """Takes over the axis' scale; the selected frames stay selected."""
        scale = self._axis.scale
        self._delegate.cell_size = QSize(scale.cell, self.viewport().height())
        if self._film.group != scale.group:
            selected = self._selected
            self._film.set_group(scale.group)
            self._show_selection(selected)
        self.doItemsLayout()

    def show_stars(self, indices: Sequence[int], only: bool) -> None:
        """Marks the frames with a star.

        Args:
            indices: Which have one, in order.
            only: Whether the others are faint.
        """
        self._film.show_stars(indices)
        self._delegate.only_starred = only
        self.viewport().update()

    def selected_indices(self) -> list[int]:
        """The selected frames, in order."""
        return list(self._selected)

    def deselect(self) -> None:
        """Selects nothing; the next selection begins at the playhead."""
        self._anchor = self._pressed_selected = None
        self.selectionModel().clearSelection()

    def dataChanged(  # noqa: N802 (Qt's name)
        self, top_left: Index, bottom_right: Index, roles: Sequence[int] = ()
    ) -> None:
        """Paints the cells anew; Qt's own would lay out all of them for every frame that arrives."""
        self.viewport().update(self.visualRect(top_left) | self.visualRect(bottom_right))

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        """Brings the playhead, or selects."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._drags_out = False
        frame = self._frame_under(event)
        if event.modifiers() == Qt.KeyboardModifier.NoModifier and frame in self._selected:
            self._pressed_selected = event.position()
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._toggle(frame)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._pressed = frame if self._anchor is None else None
            self._select_to(frame)
        else:
            self.deselect()
            self._scrub(frame)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        """Takes the playhead, or the end of the selection, along."""
        if not event.buttons() & Qt.MouseButton.LeftButton or self._drags_out:
            return
        if self._pressed_selected is not None:
            if is_drag(self._pressed_selected, event):
                self._pressed_selected, self._drags_out = None, True
                self.drag_asked.emit(self, self.selected_indices())
            return
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            frame = self._frame_under(event)
            if self._pressed not in (None, frame):
                self._anchor, self._pressed = self._pressed, None
            self._select_to(frame)
        elif not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._scrub(self._frame_under(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        """Goes to a selected frame that was pressed and not dragged."""
        self._drags_out = False
        if self._pressed_selected is not None:
            self._pressed_selected = None
            self.deselect()
            self._scrub(self._frame_under(event))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        """Is two clicks."""
        self.mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 (Qt's name)
        """Is left to the timeline."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Shift and an arrow select; all other keys are the window's."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None or event.modifiers() != Qt.KeyboardModifier.ShiftModifier:
            event.ignore()
            return
        anchor = self._playhead.index if self._anchor is None else self._anchor
        self._playhead.step(step)
        self._anchor = anchor
        self._select_to(self._playhead.index)

    def event(self, event: QEvent) -> bool:
        """Claims Shift and an arrow before the window's shortcuts see them."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            arrow = event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right)
            if arrow and event.modifiers() == Qt.KeyboardModifier.ShiftModifier:
                event.accept()
                return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """Makes the cells as high as the strip."""
        super().resizeEvent(event)
        if self._delegate.cell_size.height() != self.viewport().height():
            self._delegate.cell_size.setHeight(self.viewport().height())
            self.scheduleDelayedItemsLayout()

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setUniformItemSizes(True)
        self.setLayoutMode(QListView.LayoutMode.SinglePass)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setViewportMargins(INSET, 0, INSET, 0)
        # A click leaves the keys to the window; with the Tab key one comes here to select.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setProperty("plainKeys", True)

    def _frame_under(self, event: QMouseEvent) -> int:
        return self._axis.frame_at(event.position().x() + INSET)

    def _scrub(self, frame: int) -> None:
        self._playhead.pause()
        self._playhead.move_to(frame)

    def _toggle(self, frame: int) -> None:
        self.selectionModel().select(self._film.index(self._film.row_of(frame)), TOGGLE)
        self._anchor = frame

    def _select_to(self, frame: int) -> None:
        if self._anchor is None:
            self._anchor = self._playhead.index
        first, last = sorted((self._anchor, frame))
        self.selectionModel().select(self._rows(first, last), CLEAR_AND_SELECT)

    def _rows(self, first: int, last: int) -> QItemSelection:
        return QItemSelection(*(self._film.index(self._film.row_of(frame)) for frame in (first, last)))

    def _show_selection(self, frames: list[int]) -> None:
        """Selects the cells of these frames; the same frames stay selected when several share a cell."""
        selection, rows = QItemSelection(), sorted({self._film.row_of(frame) for frame in frames})
        # Neighbours keep the same distance to their place in the list: one range for each run of them.
        for _, run in groupby(enumerate(rows), key=lambda place: place[1] - place[0]):
            numbers = [row for _, row in run]
            selection.select(self._film.index(numbers[0]), self._film.index(numbers[-1]))
        with QSignalBlocker(self.selectionModel()):
            self.selectionModel().select(selection, CLEAR_AND_SELECT)
        self._report(frames)

    def _take_selection(self) -> None:
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        self._report([frame for row in rows for frame in self._film.frames_of(row)])

    def _forget_what_is_gone(self) -> None:
        if not self.selectionModel().hasSelection():
            self._anchor = None
            self._report([])

    def _report(self, selected: list[int]) -> None:
        if selected != self._selected:
            self._selected = selected
            self.selection_changed.emit(list(selected))
