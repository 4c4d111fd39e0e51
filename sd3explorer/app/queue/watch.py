"""Looks at the queue again and again, in a thread, and changes it as it is asked to."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal

from sd3explorer.app.frames.tasks import Task
from sd3explorer.queue.entry import Entry, Order, QueueError, State
from sd3explorer.queue.process import QueueProcess
from sd3explorer.queue.walk_queue import WalkQueue

logger = logging.getLogger(__name__)

# While something happens, or somebody looks on; and else.
MILLISECONDS_WHILE_BUSY, MILLISECONDS_WHILE_IDLE = 1000, 4000


@dataclass(frozen=True, slots=True)
class QueueState:
    """The queue as it was last seen.

    Args:
        entries: All that is in it, in its order.
        is_run: Whether some process makes files of it.
        paused: Whether it is paused.
    """

    entries: tuple[Entry, ...] = ()
    is_run: bool = False
    paused: bool = False

    @property
    def running(self) -> Entry | None:
        """The entry that is being made."""
        return next((entry for entry in self.entries if entry.state is State.RUNNING), None)

    @property
    def waiting(self) -> int:
        """How many are yet to be made, and are not being made."""
        return sum(entry.state is State.WAITING for entry in self.entries)


class Process(Protocol):
    """What runs the queue."""

    @property
    def has_ended(self) -> bool:
        """Whether it has come to its end."""
        ...

    @property
    def complaint(self) -> str:
        """The last thing that it said."""
        ...


class QueueWatch(QObject):
    """What the window knows of the queue, and does with it.

    Args:
        queue: The queue.
        log: The file for what the process writes that runs it.
        start: Starts that process.
        parent: Qt's owner.

    Signals:
        changed: The queue is another than it was.
        ended: An entry was done, or failed.
        added: An order came into the queue.
        failed: Something can't be done, in a sentence.
    """

    changed = Signal(object)
    ended = Signal(object)
    added = Signal(object)
    failed = Signal(str)

    def __init__(
        self,
        queue: WalkQueue,
        log: Path,
        start: Callable[[Sequence[str], Path], Process] = QueueProcess,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.state = QueueState()
        self._queue = queue
        self._log = log
        self._start = start
        self._process: Process | None = None
        self._watched = False
        self._closed = False
        self._seen = False
        self._failure = ""
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._answers = _Answers()
        self._answers.seen.connect(self._take)
        self._answers.failed.connect(self._fail)
        self._answers.added.connect(self.added)
        self._timer = QTimer(self, interval=MILLISECONDS_WHILE_IDLE)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    @property
    def is_ours(self) -> bool:
        """Whether this window has started what makes files now."""
        return self._process is not None and not self._process.has_ended

    def set_watched(self, watched: bool) -> None:
        """Says whether somebody looks at it, who wants to see each change soon."""
        self._watched = watched
        self.look()

    def look(self) -> None:
        """Looks at the queue, in a thread."""
        # Nothing is written where nobody has ever used a queue.
        if not self._closed and (self._queue.exists or self._watched or self._seen):
            self._pool.start(Task(self._read))

    def add(self, order: Order) -> None:
        """Adds an order behind all others; `added` or `failed` says how that went."""

        def add() -> None:
            self._queue.add(order)
            self._answers.added.emit(order)

        self._change(add)

    def remove(self, number: int) -> None:
        """Removes an entry; one that is being made is stopped."""
        self._change(lambda: self._queue.remove(number))

    def retry(self, number: int) -> None:
        """Lets an entry be made again."""
        self._change(lambda: self._queue.retry(number))

    def move(self, number: int, before: int | None) -> None:
        """Moves an entry before another one, or behind all."""
        self._change(lambda: self._queue.move(number, before))

    def clear(self) -> None:
        """Removes what is done or failed."""
        self._change(lambda: self._queue.clear())

    def pause(self) -> None:
        """Stops what is being made, wherever that is; it waits then."""
        self._change(lambda: self._queue.set_paused(True))

    def run(self, words: Sequence[str]) -> None:
        """Lets files be made, by a process of its own where none does so already.

        Args:
            words: How, as `sd3explorer queue run` is told.
        """

        def run() -> None:
            self._queue.set_paused(False)
            if not self._queue.is_run:
                self._process = self._start(words, self._log)

        self._change(run)

    def close(self) -> None:
        """Looks no more. What makes files continues."""
        self._closed = True
        self._timer.stop()
        # What was asked for a moment before, such as a pause, still happens.
        self._pool.waitForDone()

    def _change(self, change: Callable[[], object]) -> None:
        def work() -> None:
            try:
                change()
            except QueueError as error:
                self._answers.failed.emit(str(error))
            self._read()

        if not self._closed:
            self._pool.start(Task(work))

    def _read(self) -> None:
        try:
            entries = self._queue.entries()
            self._answers.seen.emit(QueueState(tuple(entries), self._queue.is_run, self._queue.paused))
        except QueueError as error:
            self._answers.failed.emit(str(error))

    def _take(self, state: QueueState) -> None:
        if self._closed:
            return
        before, self.state = self.state, state
        self._failure = ""
        self._look_after_process()
        busy = self._watched or state.is_run or self.is_ours
        self._timer.setInterval(MILLISECONDS_WHILE_BUSY if busy else MILLISECONDS_WHILE_IDLE)
        unfinished = {entry.id for entry in before.entries if entry.state in (State.WAITING, State.RUNNING)}
        # What had ended before the window opened is no news.
        for entry in state.entries if self._seen else ():
            if entry.state in (State.DONE, State.FAILED) and entry.id in unfinished:
                self.ended.emit(entry)
        first, self._seen = not self._seen, True
        if first or state != before:
            self.changed.emit(state)

    def _look_after_process(self) -> None:
        if self._process is None or not self._process.has_ended:
            return
        process, self._process = self._process, None
        if self.state.waiting and not self.state.paused and not self.state.is_run:
            why = process.complaint or self.tr("the log says more")
            self.failed.emit(self.tr("The queue stopped: {0}").format(why))

    def _fail(self, sentence: str) -> None:
        # A queue that can't be read is looked at again and again, and reported once.
        if not self._closed and sentence != self._failure:
            self._failure = sentence
            logger.warning("%s", sentence)
            self.failed.emit(sentence)


class _Answers(QObject):
    seen = Signal(object)
    failed = Signal(str)
    added = Signal(object)
