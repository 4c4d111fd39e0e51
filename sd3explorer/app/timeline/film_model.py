"""The frames of a walk as the cells of a filmstrip."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QImage

from sd3explorer.app.frames.frames import Frames
from sd3explorer.app.frames.states import FrameState

Index = QModelIndex | QPersistentModelIndex

# What a cell of several frames shows, from what the user likes most to see.
BEST_FIRST = (FrameState.DONE, FrameState.DRAFT, FrameState.FAILED, FrameState.QUEUED, FrameState.MISSING)


class Role(IntEnum):
    """What else a cell knows of itself."""

    STATE = Qt.ItemDataRole.UserRole
    STATES = Qt.ItemDataRole.UserRole + 1
    STARRED = Qt.ItemDataRole.UserRole + 2


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of the filmstrip.

    Args:
        frame: The frame whose picture it shows.
        states: The states of all its frames.
    """

    frame: int
    states: tuple[FrameState, ...]


class FilmModel(QAbstractListModel):
    """One row for each cell: a frame, or several neighbours that share a picture.

    Args:
        frames: The frames.
        parent: Qt's owner.
    """

    def __init__(self, frames: Frames, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._frames = frames
        self._count = frames.count
        self._group = 1
        self._stars: Sequence[int] = ()
        self._cells: dict[int, Cell] = {}
        frames.reset.connect(self._take_reset)
        frames.changed.connect(self._take_changed)

    @property
    def group(self) -> int:
        """How many frames share a cell."""
        return self._group

    def set_group(self, group: int) -> None:
        """Has so many frames share a cell."""
        if group != self._group:
            self.beginResetModel()
            self._group = group
            self._cells.clear()
            self.endResetModel()

    def show_stars(self, indices: Sequence[int]) -> None:
        """Takes which frames have a star, in order."""
        self._stars = indices

    def row_of(self, frame: int) -> int:
        """The row of a frame."""
        return frame // self._group

    def frames_of(self, row: int) -> range:
        """The frames of a row."""
        return range(row * self._group, min((row + 1) * self._group, self._count))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 (Qt's name)
        """Number of cells."""
        return 0 if parent.isValid() else -(-self._count // self._group)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Picture, state, tooltip and accessible text of a cell."""
        cell = self._cell(index.row())
        match role:
            case Qt.ItemDataRole.DecorationRole:
                return self._picture(cell)
            case Role.STATE:
                return self._frames.state(cell.frame)
            case Role.STATES:
                return cell.states
            case Role.STARRED:
                return self._is_starred(index.row())
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return self._description(index.row())
            case _:
                return None

    def _cell(self, row: int) -> Cell:
        cell = self._cells.get(row)
        if cell is None:
            frames = self.frames_of(row)
            states = self._frames.states_of(frames)
            best = next(state for state in BEST_FIRST if state in states)
            cell = self._cells[row] = Cell(frames[states.index(best)], states)
        return cell

    def _is_starred(self, row: int) -> bool:
        frames = self.frames_of(row)
        place = bisect_left(self._stars, frames.start)
        return place < len(self._stars) and self._stars[place] in frames

    def _picture(self, cell: Cell) -> QImage | None:
        shown = self._frames.state(cell.frame) in (FrameState.DONE, FrameState.DRAFT)
        return self._frames.thumbnail(cell.frame) if shown else None

    def _description(self, row: int) -> str:
        frames = self.frames_of(row)
        if len(frames) > 1:
            done = self._cell(row).states.count(FrameState.DONE)
            return self.tr("Frames {first} to {last}: {done} of {count} rendered").format(
                first=frames.start + 1, last=frames.stop, done=done, count=len(frames)
            )
        frame = frames.start
        on_bridge = any(frame in bridge for bridge in self._frames.bridges)
        text = (
            self.tr("Frame {number}, on a bridge over a cut: {state}")
            if on_bridge
            else self.tr("Frame {number}: {state}")
        )
        text = text.format(number=frame + 1, state=self._state_name(self._frames.state(frame)))
        if self._is_starred(row):
            text = self.tr("{text}, starred").format(text=text)
        reason = self._frames.failure(frame)
        return f"{text}\n{reason}" if reason else text

    def _state_name(self, state: FrameState) -> str:
        match state:
            case FrameState.MISSING:
                return self.tr("not rendered")
            case FrameState.QUEUED:
                return self.tr("waiting to be rendered")
            case FrameState.DRAFT:
                return self.tr("draft")
            case FrameState.DONE:
                return self.tr("rendered")
            case FrameState.FAILED:
                return self.tr("failed")

    def _take_reset(self) -> None:
        if self._frames.count == self._count:
            self._take_changed(0, self._count - 1)
            return
        self.beginResetModel()
        self._count = self._frames.count
        self._cells.clear()
        self.endResetModel()

    def _take_changed(self, first: int, last: int) -> None:
        rows = range(self.row_of(first), self.row_of(min(last, self._count - 1)) + 1)
        self._cells = {row: cell for row, cell in self._cells.items() if row not in rows}
        self.dataChanged.emit(self.index(rows.start), self.index(rows.stop - 1))
