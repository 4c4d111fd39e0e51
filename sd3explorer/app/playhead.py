"""The playhead: which frame is shown, and how it moves when the walk plays."""

from bisect import bisect_left
from collections.abc import Sequence

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal

from sd3explorer.walk.timing import Ending
from sd3explorer.walk.walk import Walk

# Frames that are chosen one by one are looked at one by one: so many a second.
CHOSEN_RATE = 1.0

# Playback looks this often for the frame that is due, so that no frame shows late.
MILLISECONDS_PER_TICK = 8


class Playhead(QObject):
    """A place in the walk that everyone looks at.

    Playing follows the walk's ending at its frame rate, by the clock: where showing is slow,
    frames are left out and the pace stays.
    """

    moved = Signal(int)
    playing_changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._index = 0
        # How far along the walk it was put; while a number of frames is typed, it may be nowhere near.
        self._share = 0.0
        self._frame_count = 1
        self._all: Sequence[int] = (0,)
        self._chosen: frozenset[int] = frozenset()
        # What is played: all, or what is chosen of it.
        self._order: Sequence[int] = (0,)
        self._frame_rate = 12.5
        self._ending = Ending.ONCE
        self._speed = 1.0
        self._start = 0
        self._clock = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(MILLISECONDS_PER_TICK)
        self._timer.timeout.connect(self._tick)

    @property
    def index(self) -> int:
        """The frame it is on, from 0."""
        return self._index

    @property
    def frame_count(self) -> int:
        """How many frames the walk has."""
        return self._frame_count

    @property
    def playing(self) -> bool:
        """Whether it moves by itself."""
        return self._timer.isActive()

    @property
    def speed(self) -> float:
        """Multiple of the walk's frame rate that it plays at; negative plays backwards."""
        return self._speed

    def set_walk(self, walk: Walk) -> None:
        """Takes over a walk's frames and timing; stays as far along as it is."""
        order = walk.playback_order
        unchanged = (order, walk.timing.frame_rate, walk.timing.ending) == (
            self._all,
            self._frame_rate,
            self._ending,
        )
        if unchanged:
            return
        speed = self._speed if self.playing else None
        before, self._frame_count = self._frame_count, walk.frame_count
        self._all = order
        self._choose()
        self._frame_rate = walk.timing.frame_rate
        self._ending = walk.timing.ending
        if self._frame_count != before:
            self._show(round(self._share * (self._frame_count - 1)))
        if speed is not None:
            self._begin(speed)

    def set_chosen(self, indices: Sequence[int]) -> None:
        """Plays and steps through these frames alone, each for a second; () goes through all of them."""
        if frozenset(indices) == self._chosen:
            return
        speed = self._speed if self.playing else None
        self._chosen = frozenset(indices)
        self._choose()
        if speed is not None:
            self._begin(speed)

    def move_to(self, index: int) -> None:
        """Goes to a frame, or to the nearest there is; playing goes on from there."""
        self._move(max(0, min(index, self._frame_count - 1)))
        if self.playing:
            self._begin(self._speed)

    def step(self, by: int) -> None:
        """Pauses and goes some frames on, or back; of those that are chosen, if any are."""
        self.pause()
        if not self._chooses:
            self.move_to(self._index + by)
            return
        chosen = sorted(set(self._order))
        place = bisect_left(chosen, self._index)
        if by > 0 and chosen[place : place + 1] != [self._index]:
            # To the next one is a step.
            by -= 1
        self.move_to(chosen[max(0, min(place + by, len(chosen) - 1))])

    def toggle(self) -> None:
        """Plays or pauses."""
        if self.playing:
            self.pause()
        else:
            self.play()

    def play(self, speed: float = 1.0) -> None:
        """Plays from here, or from the start where nothing would be left to show.

        Args:
            speed: Multiple of the walk's frame rate; negative plays backwards.
        """
        first, last = (0, -1) if speed > 0 else (-1, 0)
        if len(self._order) < 2:
            self._move(self._order[0])
            return
        if self._ending is Ending.ONCE and self._index == self._order[last]:
            self._move(self._order[first])
        was_playing = self.playing
        self._begin(speed)
        self._timer.start()
        if not was_playing:
            self.playing_changed.emit(True)

    def shuttle(self, direction: int) -> None:
        """Plays in a direction, and faster with every call, as J and L do in film editors."""
        faster = self.playing and self._speed * direction > 0
        self.play(min(8.0, abs(self._speed) * 2.0) * direction if faster else float(direction))

    def pause(self) -> None:
        """Stays where it is."""
        if self.playing:
            self._timer.stop()
            self.playing_changed.emit(False)

    def _begin(self, speed: float) -> None:
        self._speed = speed
        self._start = self._place()
        self._clock.restart()

    @property
    def _chooses(self) -> bool:
        return self._order is not self._all

    def _choose(self) -> None:
        """Plays what is chosen, or all where nothing of that is in the walk."""
        self._order = [index for index in self._all if index in self._chosen] if self._chosen else self._all
        if not self._order:
            self._order = self._all

    def _place(self) -> int:
        """Where in the order it is, or which is the next place."""
        if self._chooses and self._index not in self._chosen:
            return next((place for place, index in enumerate(self._order) if index > self._index), 0)
        return self._order.index(self._index)

    def _tick(self) -> None:
        rate = CHOSEN_RATE if self._chooses else self._frame_rate
        elapsed = self._clock.elapsed() / 1000.0 * rate * self._speed
        place = self._start + int(elapsed)
        if self._ending is Ending.ONCE and not 0 <= place < len(self._order):
            self._move(self._order[-1 if place > 0 else 0])
            self.pause()
            return
        self._move(self._order[place % len(self._order)])

    def _move(self, index: int) -> None:
        self._share = index / max(self._frame_count - 1, 1)
        self._show(index)

    def _show(self, index: int) -> None:
        if index != self._index:
            self._index = index
            self.moved.emit(index)
