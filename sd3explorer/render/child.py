"""Rendering in a child process, which can be stopped, crash, and be ended without harm to its parent."""

import logging
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sd3explorer.machine.devices import ANY, Device
from sd3explorer.processes.child import Child, End
from sd3explorer.render.engine import LoadModel, chosen_backend, load_pipeline
from sd3explorer.render.messages import (
    Batch,
    DeviceMemory,
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
from sd3explorer.render.place import ThisMachine
from sd3explorer.render.worker import Answer, Done, GivenUp, Measure, Render, Stop, Warm, main
from sd3explorer.walk.files import reason
from sd3explorer.walk.recipe import Prompt, Recipe

logger = logging.getLogger(__name__)

# One batch renders while the next one waits in the child, so that the device never idles.
BATCHES_AHEAD = 2

# So often in a row may the engine end without one frame done before it is given up.
CRASHES_ALLOWED = 5

# A wait without end could not be interrupted from the keyboard on every system.
SECONDS_TO_WAIT = 0.2


@dataclass(frozen=True, slots=True)
class ChildProcess(ThisMachine):
    """The place beside whoever asks for frames: a process of its own, which may crash and is restarted."""

    @property
    def name(self) -> str:
        """What it is called; see `Place.name`."""
        return "a process of its own"

    @property
    def watchable(self) -> bool:
        """See `Place.watchable`."""
        return True

    def open(self, settings: EngineSettings) -> "ChildRenderer":
        """A renderer with a process of its own; see `Place.open`."""
        return ChildRenderer(settings, self.log, self.load_model, self.device)


class ChildRenderer:
    """Renders in a child process, which starts when it is first needed.

    Frames come back as they are done, so a crash loses only what was being rendered; the child
    is restarted and goes on with that, unless it never got as far as having its model. It ends
    when its parent ends, however that ends.

    Args:
        settings: The model and how to run it.
        log: File that the child's output goes to.
        load_model: What loads the model in the child; must be importable there.
        device: The only one that the child sees.
    """

    def __init__(
        self,
        settings: EngineSettings,
        log: Path,
        load_model: LoadModel = load_pipeline,
        device: Device = ANY,
    ) -> None:
        self.settings = settings
        self._device = device
        self._log = log
        self._load_model = load_model
        self._stopping = threading.Event()
        self._run = 0
        # Guards the child, which `close` takes away from any thread.
        self._guard = threading.Lock()
        self._child: Child | None = None
        # What the child has shown that it can do: load the model, and work with it.
        self._loaded = self._proven = False
        self._last_failure = ""

    @property
    def process_id(self) -> int | None:
        """The child's, while there is one."""
        child = self._child
        return None if child is None else child.process_id

    def render(self, batches: Iterable[Batch]) -> Iterator[Event]:
        """Renders batch after batch; see `Renderer.render`."""
        self._begin()
        coming = iter(batches)
        asked: deque[list[Recipe]] = deque()
        crashes = 0
        try:
            while True:
                yield from self._ask(coming, asked)
                if not asked or self._stopping.is_set():
                    return
                try:
                    answer = self._receive()
                except EOFError:
                    end = self._take_end()
                    if end is None:
                        return
                    crashes += 1
                    yield Notice(_crash_notice(end, crashes))
                    continue
                match answer:
                    case None:
                        pass
                    case Done():
                        asked.popleft()
                    case GivenUp(why):
                        raise RenderError(why)
                    case Rendered() | Failed():
                        crashes = 0
                        asked[0].remove(answer.recipe)
                        yield answer
                    case _:
                        yield answer
        finally:
            if asked:
                self._send(Stop(self._run))

    def warm(self, recipes: Iterable[Recipe]) -> Iterator[Event]:
        """Gets ready for frames of some kinds; see `Renderer.warm`."""
        self._begin()
        try:
            for recipe in recipes:
                if self._child is None:
                    yield Status(Phase.STARTING)
                    self._start()
                self._send(Warm(self._run, recipe))
                yield from self._until_done()
                if self._stopping.is_set():
                    return
        finally:
            self._send(Stop(self._run))

    def measure(self, prompts: Sequence[Prompt]) -> Iterator[Event | Measured]:
        """Measures how far prompts are apart; see `Renderer.measure`."""
        self._begin()
        try:
            if self._child is None:
                yield Status(Phase.STARTING)
                self._start()
            self._send(Measure(self._run, tuple(prompts)))
            yield from self._until_done()
        finally:
            self._send(Stop(self._run))

    def stop(self) -> None:
        """Ends `render` within one denoising step, or `warm` or `measure`; may be called from any thread."""
        self._stopping.set()
        self._send(Stop(self._run))

    def ended(self) -> str | None:
        """How the child ended while nothing was asked of it; see `Renderer.ended`."""
        with self._guard:
            child = self._child
            if child is None or child.alive:
                return None
            self._child = None
        end = child.end()
        logger.warning("the engine ended while it had nothing to do (%s)", end)
        return str(end)

    def close(self) -> None:
        """Ends the child, which gives back all its memory, and what it was asked for; from any thread."""
        with self._guard:
            self._stopping.set()
            child, self._child = self._child, None
        if child is not None:
            child.close()
            logger.info("the engine %d is closed", child.process_id)

    def _begin(self) -> None:
        self._stopping.clear()
        self._run += 1

    def _until_done(self) -> Iterator[Event]:
        while not self._stopping.is_set():
            try:
                answer = self._receive()
            except EOFError as error:
                end = self._take_end()
                if end is None:
                    return
                # Nobody has asked for frames, so there is no reason to try until it works.
                raise RenderError(
                    f"the engine ended while it was getting ready ({end}){end.pointer}"
                ) from error
            match answer:
                case None:
                    pass
                case Done():
                    return
                case GivenUp(why):
                    raise RenderError(why)
                case _:
                    yield answer

    def _ask(self, coming: Iterator[Batch], asked: deque[list[Recipe]]) -> Iterator[Event]:
        if self._child is None and not self._stopping.is_set():
            yield Status(Phase.STARTING)
            self._start()
            for batch in asked:
                self._send(Render(self._run, tuple(batch)))
        while len(asked) < BATCHES_AHEAD and not self._stopping.is_set():
            batch = next(coming, None)
            if batch is None:
                return
            asked.append(list(batch))
            self._send(Render(self._run, tuple(batch)))

    def _start(self) -> None:
        self._loaded = self._proven = False
        with self._guard:
            if self._stopping.is_set():
                return
            try:
                work = (self.settings, self._load_model)
                self._child = Child(main, work, self._log, dict(self._device.variables))
            except OSError as error:
                raise RenderError(f"the engine can't be started: {reason(error)}") from error
            described = _described(self.settings, self._device)
            logger.info("the engine %d starts: %s", self._child.process_id, described)

    def _send(self, message: object) -> None:
        # Another thread may close the child meanwhile.
        child = self._child
        if child is not None:
            child.send(message)

    def _receive(self) -> Any:
        child = self._child
        if child is None:
            raise EOFError
        answer: Answer | None = child.receive(SECONDS_TO_WAIT)
        if answer is None:
            return None
        self._log_answer(answer.content)
        match answer.content:
            case Notice() | Status(Phase.STARTING | Phase.BUILDING):
                pass
            case Status(Phase.COMPILING):
                self._loaded = True
            case _:
                self._loaded = self._proven = True
        if answer.run != self._run:
            return None
        if isinstance(answer.content, DeviceMemory) and self._device is not ANY:
            # To the child, the only one that it sees is the first.
            return replace(answer.content, device=self._device.name)
        return answer.content

    def _log_answer(self, content: object) -> None:
        match content:
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
        """How the child ended, which is then forgotten; None where that was asked for, by `stop` or `close`.

        Raises:
            RenderError: It would end like that again.
        """
        with self._guard:
            if self._stopping.is_set() or self._child is None:
                # One that ended beside a stop is left for `ended`.
                return None
            child, self._child = self._child, None
        end = child.end()
        logger.warning("the engine %d ended (%s)", child.process_id, end)
        # Whatever keeps an engine from its first work would do so again.
        if not end.by_others and (not self._loaded or (end.cause and not self._proven)):
            raise RenderError(f"the engine can't be started ({end}){end.pointer}")
        return end


def _described(settings: EngineSettings, device: Device) -> str:
    height, width = settings.image_size
    backend = chosen_backend(settings.backend)
    return (
        f"{settings.preset.name}, {height}x{width}, {settings.precision} on {backend}, "
        f"{settings.frames_at_once} at once{device.name and ', '}{device.name}"
    )


def _crash_notice(end: End, crashes: int) -> str:
    if crashes >= CRASHES_ALLOWED:
        raise RenderError(
            f"the engine ended {crashes} times without finishing a frame ({end}){end.pointer}; "
            "try a smaller image size or another precision"
        )
    return f"the engine ended unexpectedly ({end}); it is restarted and goes on where it was"
