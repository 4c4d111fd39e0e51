"""An engine beside a worker of Dask: what runs there. Its scheduler imports this too."""

import asyncio
import logging
import threading
import time
import traceback
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from sd3explorer import __version__
from sd3explorer.presets.locate import present
from sd3explorer.presets.loras.lora import preset_with_loras
from sd3explorer.presets.preset import Preset, PresetError
from sd3explorer.render.child import ChildProcess
from sd3explorer.render.engine import LoadModel, load_pipeline
from sd3explorer.render.local import ThisProcess
from sd3explorer.render.messages import (
    Batch,
    EngineSettings,
    Event,
    Measured,
    Notice,
    Phase,
    Rendered,
    Renderer,
    RenderError,
    Status,
)
from sd3explorer.walk.recipe import Prompt, Recipe

logger = logging.getLogger(__name__)

# The place where the engine of a worker runs.
Beside: TypeAlias = type[ChildProcess] | type[ThisProcess]

# An answer takes so long where nothing happens, so that whoever is gone is soon found out.
SECONDS_TO_ANSWER = 0.5
SECONDS_BETWEEN_LOOKS = 0.005
# The scheduler holds an answer while it passes it on.
BYTES_AT_ONCE = 8 << 20


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an engine is to be, in words that mean the same on each machine.

    Args:
        version: Of this app.
        model: As its walk names it.
        loras: Their files.
        fingerprint: Of its weights, in this precision.
        image_size: Height and width of the frames in pixels.
        precision: Name of the dtype that frames are rendered in.
        backend: Name of Keras' backend, "auto", or None; see `ThisMachine`.
        batch_size: Frames rendered at once; None takes what suits the worker.
        load_model: What loads the model.
        place: Where the engine runs there.
    """

    version: str
    model: str
    loras: tuple[str, ...]
    fingerprint: str
    image_size: tuple[int, int]
    precision: str
    backend: str | None = None
    batch_size: int | None = None
    load_model: LoadModel = load_pipeline
    place: Beside = ChildProcess


@dataclass(frozen=True, slots=True)
class Done:
    """All events of the oldest request were sent."""


@dataclass(frozen=True, slots=True)
class GivenUp:
    """The engine can't be used."""

    reason: str


@dataclass(frozen=True, slots=True)
class Crashed:
    """The engine ended while it rendered."""

    how: str


@dataclass(frozen=True, slots=True)
class Measure:
    """Measure how far the embeddings of these prompts are apart."""

    prompts: tuple[Prompt, ...]


Request: TypeAlias = Batch | Recipe | Measure
Content: TypeAlias = Event | Measured | Done | GivenUp | Crashed


class Host:
    """An engine, as an actor of Dask: it lives as long as whoever has asked for it, and its worker.

    Args:
        wanted: What it is to be.

    Raises:
        RenderError: It can't be that here, and why.
    """

    def __init__(self, wanted: Wanted) -> None:
        place = place_of(wanted.backend, wanted.precision, wanted.load_model, wanted.place)
        settings = _settings(wanted, place)
        self._frames_at_once = settings.frames_at_once
        self._turn = 0
        # What its thread works on mustn't hold this object, whose end is the engine's.
        self._desk = _Desk(place.open(settings), place.log)

    async def frames_at_once(self) -> int:
        """How many frames it renders at once."""
        return self._frames_at_once

    async def exchange(self, run: int, requests: Sequence[Request]) -> list[Content]:
        """Takes requests, and waits a little for answers to them and to earlier ones.

        Args:
            run: Which run of the asker they are of; a new one drops all that is left of the last.
            requests: Batches to render, a recipe to warm up for, or prompts to measure.

        Returns:
            What has happened since the last exchange, at most some megabytes of it.
        """
        self._turn += 1
        turn, due = self._turn, time.monotonic() + SECONDS_TO_ANSWER
        self._desk.ask(run, requests)
        while turn == self._turn and time.monotonic() < due:
            if answers := self._desk.answers(run):
                return answers
            await asyncio.sleep(SECONDS_BETWEEN_LOOKS)
        return []

    async def stop(self, run: int) -> None:
        """Ends a run within one denoising step."""
        self._desk.stop(run)

    async def close(self) -> None:
        """Ends the engine."""
        await asyncio.to_thread(self._desk.close)

    def __del__(self) -> None:
        desk: _Desk | None = getattr(self, "_desk", None)
        if desk is not None:
            desk.close()


def precision_here(backend: str | None, place: Beside) -> str:
    """The dtype that suits the device of this worker.

    Args:
        backend: Name of Keras' backend, "auto", or None.
        place: Where engines run here.

    Raises:
        RenderError: It can't be measured.
    """
    return place.of_user(backend).precision()


def place_of(
    backend: str | None, precision: str, load_model: LoadModel, place: Beside
) -> ChildProcess | ThisProcess:
    """The place where an engine runs beside this worker, with its log in the worker's own folder."""
    from distributed import get_worker

    there = place.of_user(backend, precision, load_model)
    log = Path(get_worker().local_directory) / "engine.log"
    return place(log, there.programs, there.tuning, backend, precision, load_model, there.device)


def _settings(wanted: Wanted, place: ChildProcess | ThisProcess) -> EngineSettings:
    if wanted.version != __version__:
        raise RenderError(f"it has sd3explorer {__version__} instead of {wanted.version}; install that there")
    # Finds out which backend has the GPU, where that isn't known yet.
    place.precision()
    preset = _preset(wanted)
    return place.settings(preset, wanted.image_size, wanted.precision, wanted.batch_size)


def _preset(wanted: Wanted) -> Preset:
    try:
        preset = preset_with_loras(present(wanted.model), wanted.loras)
    except PresetError as error:
        raise RenderError(f"it can't have the walk's model: {error}") from error
    if preset.facts(wanted.precision).fingerprint != wanted.fingerprint:
        raise RenderError(
            f"what it has as {wanted.model} has other weights, and would make other frames; copy the model "
            f"to {preset.place} there"
        )
    return preset


class _Desk:
    """Works on requests in a thread, one after the other, and keeps the answers until they are taken."""

    def __init__(self, renderer: Renderer, log: Path) -> None:
        self._renderer, self._log = renderer, log
        self._changed = threading.Condition()
        self._requests: deque[tuple[int, Request]] = deque()
        self._answers: deque[tuple[int, Content]] = deque()
        self._stopped = self._run = 0
        self._closed = False
        self._has_begun = False
        self._thread = threading.Thread(target=self._work, name="sd3explorer host", daemon=True)
        self._thread.start()

    def ask(self, run: int, requests: Sequence[Request]) -> None:
        """Takes requests, which end what is left of earlier runs. Never waits."""
        self.stop(run - 1)
        with self._changed:
            self._requests.extend((run, request) for request in requests)
            self._changed.notify_all()

    def answers(self, run: int) -> list[Content]:
        """What has come of a run and wasn't taken yet. Never waits."""
        taken: list[Content] = []
        size = 0
        with self._changed:
            while self._answers and size < BYTES_AT_ONCE:
                of, content = self._answers.popleft()
                if of == run:
                    taken.append(content)
                    size += content.image.nbytes if isinstance(content, Rendered) else 0
        return taken

    def stop(self, run: int) -> None:
        """Drops what is left of a run and of those before it. From any thread; never waits."""
        with self._changed:
            if run > self._stopped:
                self._stopped = run
                if self._run <= run:
                    self._renderer.stop()

    def close(self) -> None:
        """Ends the engine and the thread. May be called again."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
        self._renderer.stop()
        self._renderer.close()
        if threading.current_thread() is not self._thread:
            self._thread.join()

    def _work(self) -> None:
        while (request := self._next()) is not None:
            try:
                for event in self._events(request):
                    self._answer(event)
                    if isinstance(event, Crashed) or self._is_stopped():
                        break
            except RenderError as error:
                self._answer(GivenUp(str(error)))
            except Exception as error:
                traceback.print_exception(error)
                self._answer(GivenUp(f"the engine failed: {type(error).__name__}: {error}"))
            else:
                self._answer(Done())

    def _is_stopped(self) -> bool:
        return self._closed or self._run <= self._stopped

    def _next(self) -> Request | None:
        with self._changed:
            while not self._closed:
                while self._requests and self._requests[0][0] <= self._stopped:
                    self._requests.popleft()
                if self._requests:
                    self._run, request = self._requests.popleft()
                    return request
                self._changed.wait()
            return None

    def _events(self, request: Request) -> Iterator[Content]:
        match request:
            case Recipe():
                events = self._renderer.warm([request])
            case Measure(prompts):
                events = self._renderer.measure(prompts)
            case _:
                events = self._renderer.render(_Batches(self, request))
        held: list[Notice] = []
        for event in events:
            if self._is_stopped():
                # It may have begun just after it was stopped.
                self._renderer.stop()
            if event == Status(Phase.STARTING):
                if self._has_begun:
                    # A notice before that would say that it is restarted here.
                    yield Crashed(f"its engine ended unexpectedly; what it wrote is in {self._log} there")
                    return
                self._has_begun = True
            yield from held
            held = [event] if isinstance(event, Notice) else []
            if not held:
                yield event
        yield from held

    def more(self) -> Batch | None:
        """The next batch of the same run, if there is one."""
        with self._changed:
            if self._is_stopped() or not self._requests or self._requests[0][0] != self._run:
                return None
            request = self._requests[0][1]
            if isinstance(request, Recipe | Measure):
                return None
            self._requests.popleft()
            return request

    def _answer(self, content: Content) -> None:
        with self._changed:
            self._answers.append((self._run, content))


class _Batches(Iterator[Batch]):
    """Batches as they are asked for; after their end there may be more."""

    def __init__(self, desk: _Desk, first: Batch) -> None:
        self._desk, self._first = desk, first

    def __next__(self) -> Batch:
        batch, self._first = self._first or self._desk.more(), ()
        if not batch:
            raise StopIteration
        return batch
