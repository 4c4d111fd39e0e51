"""Renders by asking a worker: in a process beside this one, or on another machine."""

import logging
import threading
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence

from sd3explorer.processes.child import End, Process
from sd3explorer.render.messages import (
    Batch,
    EngineSettings,
    Event,
    Failed,
    Measured,
    Notice,
    Phase,
    Rendered,
    RenderError,
    Status,
    Tuned,
)
from sd3explorer.render.wire import (
    Answer,
    Asked,
    Done,
    GivenUp,
    Measure,
    Render,
    Stop,
    UselessError,
    Warm,
    received,
    text,
)
from sd3explorer.walk.recipe import Prompt, Recipe

logger = logging.getLogger(__name__)

# One batch renders while the next one waits at the worker, so that the device never idles.
BATCHES_AHEAD = 2

# A wait without end could not be interrupted from the keyboard on every system.
SECONDS_TO_WAIT = 0.2


class AskingRenderer(ABC):
    """Renders with a worker, which starts when it is first needed, and is started again where it ends.

    Frames come back as they are done, so an end loses only what was being rendered.

    Args:
        settings: The model and how to run it.
        name: What the worker is called in a sentence.
    """

    def __init__(self, settings: EngineSettings, name: str) -> None:
        self.settings = settings
        self._name = name
        self._stopping = threading.Event()
        self._run = 0
        # So often in a row the worker has ended without a frame.
        self._ends = 0
        # Guards the process, which `close` takes away from any thread.
        self._guard = threading.Lock()
        self._process: Process | None = None
        self._prompts: tuple[Prompt, ...] = ()
        self._last_failure = ""

    @abstractmethod
    def _open(self) -> Process:
        """Starts a process that answers.

        Raises:
            RenderError: It can't be started.
        """

    @abstractmethod
    def _check_end(self, end: End) -> None:
        """Looks at how the worker ended.

        Raises:
            RenderError: It would end like that again.
        """

    @abstractmethod
    def _recover(self, end: End) -> Iterator[Event]:
        """What is to be said, and waited for, before the worker is started again for what it had."""

    @abstractmethod
    def _unready(self, end: End) -> RenderError:
        """What a worker's end is while no frames are wanted, so that nobody tries until it works."""

    def _look_at(self, content: object) -> object:
        """Something came from the worker; returns what there is to be seen of it, or None."""
        return content

    @property
    def process_id(self) -> int | None:
        """The process's, while there is one."""
        process = self._process
        return None if process is None else process.process_id

    def render(self, batches: Iterable[Batch]) -> Iterator[Event]:
        """Renders batch after batch; see `Renderer.render`."""
        self._begin()
        coming = iter(batches)
        asked = Asked()
        try:
            while True:
                yield from self._ask(coming, asked)
                if not asked or self._stopping.is_set():
                    return
                try:
                    event = self._event(asked)
                except EOFError:
                    end = self._take_end()
                    if end is None:
                        return
                    self._check_end(end)
                    self._ends += 1
                    yield from self._recover(end)
                    continue
                if isinstance(event, Rendered | Failed):
                    self._ends = 0
                if event is not None and not isinstance(event, Done | Measured):
                    yield event
        finally:
            if asked:
                self._send(Stop(self._run))

    def warm(self, recipes: Iterable[Recipe]) -> Iterator[Event]:
        """Gets ready for frames of some kinds; see `Renderer.warm`."""
        self._begin()
        try:
            for recipe in recipes:
                yield from self._started()
                self._send(Warm(self._run, recipe))
                for event in self._until_done():
                    if not isinstance(event, Measured):
                        yield event
                if self._stopping.is_set():
                    return
        finally:
            self._send(Stop(self._run))

    def measure(self, prompts: Sequence[Prompt]) -> Iterator[Event | Measured]:
        """Measures how far prompts are apart; see `Renderer.measure`."""
        self._begin()
        self._prompts = tuple(prompts)
        try:
            yield from self._started()
            self._send(Measure(self._run, self._prompts))
            yield from self._until_done()
        finally:
            self._send(Stop(self._run))

    def stop(self) -> None:
        """Ends `render` within one denoising step, or `warm` or `measure`; may be called from any thread."""
        self._stopping.set()
        self._send(Stop(self._run))

    def ended(self) -> str | None:
        """How the worker ended while nothing was asked of it; see `Renderer.ended`."""
        with self._guard:
            process = self._process
            if process is None or process.alive:
                return None
            self._process = None
        end = process.end()
        logger.warning("the engine ended while it had nothing to do (%s)", end)
        return str(end)

    def close(self) -> None:
        """Ends the worker, which gives back all its memory, and what it was asked for; from any thread."""
        with self._guard:
            self._stopping.set()
            process, self._process = self._process, None
        if process is not None:
            process.close()
            logger.info("the engine %d is closed", process.process_id)

    def _begin(self) -> None:
        self._stopping.clear()
        self._run += 1
        self._ends = 0

    def _until_done(self) -> Iterator[Event | Measured]:
        while not self._stopping.is_set():
            try:
                event = self._event(Asked())
            except EOFError as error:
                end = self._take_end()
                if end is None:
                    return
                self._check_end(end)
                raise self._unready(end) from error
            if isinstance(event, Done):
                return
            if event is not None:
                yield event

    def _started(self) -> Iterator[Event]:
        if self._process is None:
            yield Status(Phase.STARTING)
            self._start()

    def _ask(self, coming: Iterator[Batch], asked: Asked) -> Iterator[Event]:
        if self._process is None and not self._stopping.is_set():
            yield from self._started()
            for batch in asked.batches:
                self._send(Render(self._run, batch))
        while len(asked) < BATCHES_AHEAD and not self._stopping.is_set():
            batch = next(coming, None)
            if batch is None:
                return
            if batch:
                asked.add(batch)
                self._send(Render(self._run, tuple(batch)))

    def _start(self) -> None:
        with self._guard:
            if not self._stopping.is_set():
                self._process = self._open()

    def _send(self, message: object) -> None:
        # Another thread may close the process meanwhile.
        process = self._process
        if process is not None:
            process.send(message)

    def _event(self, asked: Asked) -> Event | Measured | Done | None:
        """What comes from the worker next; None where nothing has come yet, or nothing of this run.

        Raises:
            EOFError: The worker has ended.
            RenderError: Nothing more comes of the run.
        """
        process = self._process
        if process is None:
            raise EOFError
        answer = process.receive(SECONDS_TO_WAIT)
        if answer is None:
            return None
        try:
            return self._content(answer, asked)
        except UselessError as error:
            self._drop()
            raise RenderError(f"{self._name}: {error}") from error

    def _content(self, answer: object, asked: Asked) -> Event | Measured | Done | None:
        run, content = (answer.run, answer.content) if isinstance(answer, Answer) else (self._run, answer)
        content = self._look_at(content)
        if content is None or run != self._run:
            return None
        match content:
            case Done():
                return content
            case GivenUp(str() as why):
                raise RenderError(text(why))
            case _:
                event = received(content, asked, self._prompts)
                self._log_event(event)
                return event

    def _drop(self) -> None:
        with self._guard:
            process, self._process = self._process, None
        if process is not None:
            process.close()

    def _log_event(self, event: Event | Measured | None) -> None:
        match event:
            case Status(phase):
                logger.info("the engine is %s", phase)
            case Tuned(batch_size):
                logger.info("%d frames at once take the least time", batch_size)
            case Notice(text):
                logger.warning("%s", text)
            case Failed(_, why) if why != self._last_failure:
                # Where one frame fails, thousands may.
                self._last_failure = why
                logger.warning("frames can't be rendered: %s", why)
            case _:
                pass

    def _take_end(self) -> End | None:
        """How the worker ended, which is then forgotten; None where `stop` or `close` asked for that."""
        with self._guard:
            if self._stopping.is_set() or self._process is None:
                # One that ended beside a stop is left for `ended`.
                return None
            process, self._process = self._process, None
        end = process.end()
        logger.warning("the engine %d ended (%s)", process.process_id, end)
        return end
