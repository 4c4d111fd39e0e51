"""The playhead: which frame is shown, and how it moves when the walk plays."""

from bisect import bisect_left
from collections.abc import Sequence

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal

from sd3explorer.walk.timing import Ending
from sd3explorer.walk.walk import Walk

# Frames that are chosen one by one are looked at one by one: so many a second.
CHOSEN_RATE = 1.0

# Multiples of the walk's frame rate that one can choose.
PACES = (0.25, 0.5, 1.0, 1.5, 2.0)

# Playback looks this often for the frame that is due, so that no frame shows late.
MILLISECONDS_PER_TICK = 8


class Playhead(QObject):
    """A place in the walk that everyone looks at.

    Playing follows the walk's ending at its frame rate, by the clock: where showing is slow,
    frames are left out and the pace stays. Within a loop range it goes round and round.

    Signals:
        moved: The frame that it is on now.
        playing_changed: Whether it moves by itself now.
        range_changed: The loop range, or None.
        pace_changed: The multiple of the walk's frame rate at which it plays.
    """

    moved = Signal(int)
    playing_changed = Signal(bool)
    range_changed = Signal(object)
    pace_changed = Signal(float)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._index = 0
        # How far along the walk it was put; while a number of frames is typed, it may be nowhere near.
        self._share = 0.0
        self._frame_count = 1
        self._all: Sequence[int] = (0,)
        self._chosen: frozenset[int] = frozenset()
        # What is played: all, or what is chosen of it, or lies in the loop range.
        self._order: Sequence[int] = (0,)
        self._range: range | None = None
        self._pace = 1.0
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

    @property
    def loop_range(self) -> range | None:
        """The frames that are played round and round; None where all are played."""
        return self._range

    @property
    def pace(self) -> float:
        """Multiple of the walk's frame rate that it plays at, beside `speed`."""
        return self._pace

    def set_pace(self, pace: float) -> None:
        """Plays faster or slower from now on.

        Args:
            pace: Multiple of the walk's frame rate.
        """
        if pace != self._pace:
            self._pace = pace
            if self.playing:
                self._begin(self._speed)
            self.pace_changed.emit(pace)

    def step_pace(self, by: int) -> None:
        """Goes to the next faster or slower pace.

        Args:
            by: 1 for faster, -1 for slower.
        """
        others = [pace for pace in PACES if (pace - self._pace) * by > 0]
        if others:
            self.set_pace(min(others) if by > 0 else max(others))

    def loop_from_here(self) -> None:
        """The loop range begins here; where it ended before, it goes on to the end."""
        last = self._range[-1] if self._range and self._range[-1] >= self._index else self._frame_count - 1
        self.set_range(range(self._index, last + 1))

    def loop_to_here(self) -> None:
        """The loop range ends here; where it began behind, it begins with the first frame."""
        first = self._range[0] if self._range and self._range[0] <= self._index else 0
        self.set_range(range(first, self._index + 1))

    def set_range(self, frames: range | None) -> None:
        """Plays some frames round and round.

        Args:
            frames: One after the other; None plays all, as does a range that has all.
        """
        frames = self._within(frames)
        if frames == self._range:
            return
        speed = self._speed if self.playing else None
        self._range = frames
        self._choose()
        if speed is not None:
            self._begin(speed)
        self.range_changed.emit(frames)

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
        self._frame_rate = walk.timing.frame_rate
        self._ending = walk.timing.ending
        was_range, self._range = self._range, self._within(self._range)
        self._choose()
        if self._range != was_range:
            self.range_changed.emit(self._range)
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
        """Goes to a frame, or to the nearest there is; playing continues from there."""
        self._move(max(0, min(index, self._frame_count - 1)))
        if self.playing:
            self._begin(self._speed)

    def step(self, by: int) -> None:
        """Pauses and goes some frames on, or back; of those that are chosen, if any are."""
        self.pause()
        if not self._chooses:
            self.move_to(self._index + by)
            return
        chosen = sorted(self._chosen.intersection(self._all))
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
        if self._stops and self._index == self._order[last]:
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
        return bool(self._chosen) and not self._chosen.isdisjoint(self._all)

    @property
    def _stops(self) -> bool:
        return self._ending is Ending.ONCE and self._range is None

    def _choose(self) -> None:
        """Plays what is chosen, or all where nothing of that is in the walk; of that what is in the range."""
        self._order = self._all
        if self._chooses:
            self._order = [index for index in self._all if index in self._chosen]
        if self._range is None:
            return
        inside = sorted({index for index in self._order if index in self._range})
        inside = inside or list(self._range)
        back = inside[-2:0:-1] if self._ending is Ending.THERE_AND_BACK else []
        self._order = [*inside, *back]

    def _within(self, frames: range | None) -> range | None:
        """The part of a range that is in the walk; None where that is nothing or all."""
        if frames is None:
            return None
        within = range(max(frames.start, 0), min(frames.stop, self._frame_count))
        return within if 0 < len(within) < self._frame_count else None

    def _place(self) -> int:
        """Where in the order it is, or which is the next place."""
        if self._index in self._order:
            return self._order.index(self._index)
        return next((place for place, index in enumerate(self._order) if index > self._index), 0)

    def _tick(self) -> None:
        rate = CHOSEN_RATE if self._chooses else self._frame_rate
        elapsed = self._clock.elapsed() / 1000.0 * rate * self._speed * self._pace
        place = self._start + int(elapsed)
        if self._stops and not 0 <= place < len(self._order):
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
