"""Rendering in a child process, which can be stopped, crash, and be ended without harm to its parent."""

import multiprocessing
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from sd3explorer.render.engine import LoadModel, load_pipeline
from sd3explorer.render.messages import (
    Batch,
    EngineSettings,
    Event,
    Failed,
    Notice,
    Phase,
    Rendered,
    RenderError,
    Status,
)
from sd3explorer.render.worker import Answer, Done, GivenUp, Render, Stop, Warm, main
from sd3explorer.walk.recipe import Recipe

# One batch renders while the next one waits in the child, so that the device never idles.
BATCHES_AHEAD = 2

# So often in a row may the engine end without one frame done before it is given up.
CRASHES_ALLOWED = 5

SECONDS_TO_WAIT = 0.2
SECONDS_TO_END = 5.0


class ChildRenderer:
    """Renders in a spawned child process, which starts when it is first needed.

    Frames come back as they are done, so a crash loses only what was being rendered; the child
    is started again and goes on with that. It ends when its parent ends, however that ends.

    Args:
        settings: The model and how to run it.
        log: File that the child's output goes to.
        load_model: What loads the model in the child; must be importable there.
    """

    def __init__(self, settings: EngineSettings, log: Path, load_model: LoadModel = load_pipeline) -> None:
        self.settings = settings
        self._log = log
        self._load_model = load_model
        self._stopping = threading.Event()
        self._sending = threading.Lock()
        self._run = 0
        self._process: Any = None
        self._connection: Connection[Any, Any] | None = None

    @property
    def process_id(self) -> int | None:
        """The child's, while there is one."""
        return self._process.pid if self._process is not None else None

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
                except (EOFError, OSError):
                    crashes += 1
                    yield Notice(self._mourn(crashes))
                    continue
                match answer:
                    case None:
                        pass
                    case Done():
                        asked.popleft()
                    case GivenUp(reason):
                        raise RenderError(reason)
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
                if self._connection is None:
                    yield Status(Phase.STARTING)
                    self._start()
                self._send(Warm(self._run, recipe))
                yield from self._until_done()
                if self._stopping.is_set():
                    return
        finally:
            self._send(Stop(self._run))

    def stop(self) -> None:
        """Ends `render` within one denoising step, or `warm`; may be called from any thread."""
        self._stopping.set()
        self._send(Stop(self._run))

    def ended(self) -> str | None:
        """How the child ended while nothing was asked of it; see `Renderer.ended`."""
        if self._process is None or self._process.is_alive():
            return None
        return self._bury()

    def close(self) -> None:
        """Ends the child, which gives back all its memory."""
        process, self._process = self._process, None
        if self._connection is not None:
            self._connection.close()
            self._connection = None
        if process is not None:
            process.join(SECONDS_TO_END)
            if process.is_alive():
                process.kill()
                process.join()
            process.close()

    def _begin(self) -> None:
        self._stopping.clear()
        self._run += 1

    def _until_done(self) -> Iterator[Event]:
        while not self._stopping.is_set():
            try:
                answer = self._receive()
            except (EOFError, OSError) as error:
                # Nobody has asked for frames, so there is no reason to try until it works.
                raise RenderError(
                    f"the engine ended while it was getting ready ({self._bury()}); "
                    f"what it wrote is in {self._log}"
                ) from error
            match answer:
                case None:
                    pass
                case Done():
                    return
                case GivenUp(reason):
                    raise RenderError(reason)
                case _:
                    yield answer

    def _ask(self, coming: Iterator[Batch], asked: deque[list[Recipe]]) -> Iterator[Event]:
        if self._connection is None:
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
        context = multiprocessing.get_context("spawn")
        self._connection, theirs = context.Pipe()
        arguments = (theirs, self.settings, self._load_model, self._log)
        self._process = context.Process(target=main, args=arguments, name="sd3explorer engine", daemon=True)
        self._process.start()
        theirs.close()

    def _send(self, message: object) -> None:
        with self._sending:
            try:
                if self._connection is not None:
                    self._connection.send(message)
            except OSError:
                # The child is gone, which `_receive` finds out and `render` mends.
                return

    def _receive(self) -> Any:
        assert self._connection is not None
        # A wait without end could not be interrupted from the keyboard on every system.
        if not self._connection.poll(SECONDS_TO_WAIT):
            return None
        answer: Answer = self._connection.recv()
        return answer.content if answer.run == self._run else None

    def _mourn(self, crashes: int) -> str:
        how = self._bury()
        if crashes >= CRASHES_ALLOWED:
            raise RenderError(
                f"the engine ended {crashes} times without finishing a frame ({how}); "
                f"what it wrote is in {self._log}; try a smaller image size or another precision"
            )
        return f"the engine ended unexpectedly ({how}); it is started again and goes on where it was"

    def _bury(self) -> str:
        self._process.join(SECONDS_TO_END)
        how = how_it_ended(self._process.exitcode)
        self.close()
        return how


def how_it_ended(exit_code: int | None) -> str:
    """The exit code of a process in words."""
    if exit_code is not None and exit_code < 0:
        return f"signal {-exit_code}"
    return f"exit status {exit_code}"
