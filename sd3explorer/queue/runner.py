"""Runs a queue: each walk is rendered and written, until nothing waits any more."""

import logging
import threading
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from time import monotonic
from typing import TypeAlias

from sd3explorer.export import Clip, ExportError, check_size, check_target, export
from sd3explorer.presets.locate import OnProgress
from sd3explorer.presets.preset import PresetError
from sd3explorer.processes.awake import kept_awake
from sd3explorer.queue.entry import Doing, Entry, Order, QueueError, State
from sd3explorer.queue.walk_queue import WalkQueue
from sd3explorer.render.history import History
from sd3explorer.render.job import FailedFrame, Frame, Job, JobEvent, Searching, StoredFrames
from sd3explorer.render.messages import EngineSettings, Renderer, RenderError
from sd3explorer.render.place import Place
from sd3explorer.render.store import FrameStore
from sd3explorer.render.walks import preset_and_size
from sd3explorer.walk.error import WalkError
from sd3explorer.wording import in_frames, in_units

logger = logging.getLogger(__name__)

# So soon a pause is noticed, and so seldom a disk is written to for progress alone.
SECONDS_BETWEEN_LOOKS = 0.5
SECONDS_BETWEEN_REPORTS = 1.0


@dataclass(frozen=True, slots=True)
class Began:
    """An entry is begun."""

    entry: Entry


@dataclass(frozen=True, slots=True)
class Ended:
    """What has become of an entry.

    Args:
        entry: Which one.
        state: Done, failed, or waiting, where it was stopped.
        reason: Why it failed, or what there is to say of the file.
    """

    entry: Entry
    state: State
    reason: str


OnWriting: TypeAlias = Callable[[Path, int, int, int], None]
RunEvent: TypeAlias = Began | JobEvent | Ended


class NotWantedError(Exception):
    """The entry was removed, or the queue paused."""


class Runner:
    """Makes files of walks, one after the other. An engine is kept for as long as the next walk can use it.

    Args:
        queue: What there is to do.
        place: Where to render.
        store: Where frames are kept.
        batch_size: Frames rendered at once; None takes what suits the image size.
        history: Whether what is rendered is recorded.
        on_fetch: Called with how far a model is fetched that isn't here; None fetches none.
        on_writing: Called with the file that is written, the number of a frame, of how many, in which try;
            None tells nobody.
    """

    def __init__(
        self,
        queue: WalkQueue,
        place: Place,
        store: FrameStore,
        *,
        batch_size: int | None = None,
        history: bool = True,
        on_fetch: OnProgress | None = None,
        on_writing: OnWriting | None = None,
    ) -> None:
        self._queue = queue
        self._place = place
        self._store = store
        self._batch_size = batch_size
        self._history = History(store.folder) if history else None
        self._on_fetch = on_fetch
        self._on_writing = on_writing
        self._renderer: Renderer | None = None
        self._opened: EngineSettings | None = None
        self._doing = Doing.PREPARING
        self._report_at = 0.0

    def run(self) -> Generator[RunEvent]:
        """Works until nothing waits any more, or the queue is paused. The machine is kept awake meanwhile.

        A walk that can't be made doesn't keep the others from being made. One that is stopped, as the
        consumer of these events is interrupted, waits again; its frames are kept.

        Yields:
            What happens, as it happens.

        Raises:
            QueueError: Another process runs the queue, or it can't be read or written.
        """
        with self._queue.run_alone():
            for entry in self._queue.give_up():
                yield Ended(entry, entry.state, entry.reason)
            entry = self._queue.take()
            if entry is None:
                return
            with kept_awake():
                try:
                    while entry is not None:
                        yield from self._run(entry)
                        entry = self._queue.take()
                finally:
                    self._close_renderer()

    def _run(self, entry: Entry) -> Iterator[RunEvent]:
        state, why = State.WAITING, ""
        try:
            yield Began(entry)
            why = yield from self._made(entry)
            state = State.DONE
        except NotWantedError:
            pass
        except (WalkError, PresetError, RenderError, ExportError, QueueError) as error:
            state, why = self._failed(entry, str(error))
        except Exception as error:
            # One walk, or a slip of ours, must not cost the night of all that come behind it.
            logger.exception("an entry of the queue failed")
            state, why = self._failed(entry, f"{type(error).__name__}: {error}; the log says more")
        finally:
            if state is State.WAITING:
                self._queue.give_back(entry.id)
            else:
                self._queue.end(entry.id, state, why)
        yield Ended(entry, state, why)

    def _failed(self, entry: Entry, why: str) -> tuple[State, str]:
        # It may be the engine that is of no use any more.
        self._close_renderer()
        return (State.FAILED, why) if self._wants(entry) else (State.WAITING, "")

    def _made(self, entry: Entry) -> Generator[RunEvent, None, str]:
        """Renders and writes one; returns what there is to say of the file."""
        order = self._queue.order(entry.id)
        check_target(order.target)
        preset, image_size = preset_and_size(order.walk, self._on_fetch)
        height, width = image_size
        check_size((width, height), order.target, order.options)
        precision = self._place.precision(lambda: not self._wants(entry))
        settings = self._place.settings(preset, image_size, precision, self._batch_size)
        facts = settings.preset.facts(settings.precision)
        renderer = self._renderer_for(settings)
        job = Job(order.walk, facts, self._store, renderer, settings.frames_at_once)
        try:
            with self._stopping(entry, renderer):
                yield from self._rendered(entry, job)
        finally:
            if self._history is not None:
                self._history.put(job.walk, facts, self._store)
        clip = Clip.of(job.walk, StoredFrames(job.walk, facts, self._store), facts)
        clip = clip if order.carries_walk else replace(clip, walk=None)
        return self._written(entry, order, clip)

    def _rendered(self, entry: Entry, job: Job) -> Iterator[RunEvent]:
        done, total = 0, entry.frames
        failed: list[FailedFrame] = []
        for event in job.run():
            match event:
                case Searching():
                    self._report(entry, Doing.SEARCHING, event.done)
                case Frame():
                    done += 1
                    self._report(entry, Doing.RENDERING, done / total)
                case FailedFrame():
                    failed.append(event)
                case _:
                    pass
            yield event
        if not self._wants(entry):
            raise NotWantedError
        if failed and failed[0].index is None:
            raise RenderError(f"the motion can't be made even: {failed[0].reason}")
        if failed:
            raise RenderError(f"{len(failed)} of {in_frames(total)} can't be rendered: {failed[0].reason}")

    def _written(self, entry: Entry, order: Order, clip: Clip) -> str:
        looked_at = monotonic()

        def show(done: int, total: int, attempt: int) -> None:
            nonlocal looked_at
            if monotonic() > looked_at + SECONDS_BETWEEN_LOOKS:
                looked_at = monotonic()
                if not self._wants(entry):
                    raise NotWantedError
            self._report(entry, Doing.WRITING, done / max(total, 1))
            if self._on_writing is not None:
                self._on_writing(order.target, done, total, attempt)

        outcome = export(clip, order.target, order.options, show)
        size = f"{outcome.width} × {outcome.height} pixels, {in_units(outcome.bytes)}"
        return f"{size} ({outcome.note})" if outcome.note else size

    @contextmanager
    def _stopping(self, entry: Entry, renderer: Renderer) -> Generator[None]:
        """Stops a renderer as soon as nobody wants its work any more, whatever it waits for."""
        done = threading.Event()

        def watch() -> None:
            while not done.wait(SECONDS_BETWEEN_LOOKS):
                if not self._wants(entry):
                    # Again and again: one that comes before the work begins is in vain.
                    renderer.stop()

        watcher = threading.Thread(target=watch, name="looks at the queue", daemon=True)
        watcher.start()
        try:
            yield
        finally:
            done.set()
            watcher.join()

    def _wants(self, entry: Entry) -> bool:
        try:
            return self._queue.wants(entry.id)
        except QueueError as error:
            # A disk may be full for a while; that is no reason to stop.
            logger.warning("%s", error)
            return True

    def _report(self, entry: Entry, doing: Doing, share: float) -> None:
        if monotonic() < self._report_at and self._doing is doing:
            return
        self._report_at, self._doing = monotonic() + SECONDS_BETWEEN_REPORTS, doing
        with suppress(QueueError):
            self._queue.report(entry.id, doing, share)

    def _renderer_for(self, settings: EngineSettings) -> Renderer:
        if self._renderer is None or settings != self._opened:
            self._close_renderer()
            self._renderer, self._opened = self._place.open(settings), settings
        return self._renderer

    def _close_renderer(self) -> None:
        if self._renderer is not None:
            self._renderer.close()
        self._renderer = self._opened = None
