"""The child's side of rendering in a child process: what it is asked, what it answers, and how it works."""

import faulthandler
import multiprocessing
import os
import signal
import threading
import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from pathlib import Path
from queue import SimpleQueue
from typing import Any

from sd3explorer.render.engine import Engine, LoadModel
from sd3explorer.render.messages import Batch, EngineSettings, Event, RenderError
from sd3explorer.walk.recipe import Recipe


@dataclass(frozen=True, slots=True)
class Render:
    """Render these frames."""

    run: int
    batch: Batch


@dataclass(frozen=True, slots=True)
class Warm:
    """Get ready for frames like this one."""

    run: int
    recipe: Recipe


@dataclass(frozen=True, slots=True)
class Stop:
    """Drop everything that was asked for in this run."""

    run: int


@dataclass(frozen=True, slots=True)
class Answer:
    """Something came of a run: an event, the end of a request, or why nothing more comes."""

    run: int
    content: "Event | Done | GivenUp"


@dataclass(frozen=True, slots=True)
class Done:
    """All events of the oldest request were sent."""


@dataclass(frozen=True, slots=True)
class GivenUp:
    """Nothing more comes of the run."""

    reason: str


def main(
    connection: "Connection[Any, Any]", settings: EngineSettings, load_model: LoadModel, log: Path
) -> None:
    """Answers requests until the parent closes the connection or ends.

    Args:
        connection: To the parent.
        settings: The model and how to run it.
        load_model: What loads the model.
        log: File that all output goes to.
    """
    redirect_output(log)
    # An interrupt at the terminal reaches the whole group; the parent decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _Child(connection, settings, load_model).work()


class _Child:
    """Answers requests until its parent closes the connection or ends."""

    def __init__(
        self, connection: "Connection[Any, Any]", settings: EngineSettings, load_model: LoadModel
    ) -> None:
        self._connection = connection
        tell = self._send if settings.watched else None
        self._engine = Engine(settings, load_model, self._should_stop, tell)
        self._requests: SimpleQueue[Render | Warm] = SimpleQueue()
        self._rendering = 0
        self._stopped = 0

    def work(self) -> None:
        """Answers requests, one after the other, for ever."""
        threading.Thread(target=self._listen, daemon=True).start()
        while True:
            request = self._requests.get()
            self._rendering = request.run
            self._answer(request)

    def _should_stop(self) -> bool:
        return self._rendering <= self._stopped

    def _answer(self, request: Render | Warm) -> None:
        try:
            for event in self._events(request):
                self._send(event)
        except RenderError as error:
            self._send(GivenUp(str(error)))
        except Exception as error:
            # The whole story goes into the log; the user gets a sentence.
            traceback.print_exception(error)
            detail = " ".join(str(error).split())[:300]
            self._send(GivenUp(f"the engine failed: {type(error).__name__}: {detail}"))
        else:
            self._send(Done())

    def _events(self, request: Render | Warm) -> Iterator[Event]:
        match request:
            case Render(_, batch):
                return self._engine.render(batch)
            case Warm(_, recipe):
                return self._engine.warm(recipe)

    def _send(self, content: "Event | Done | GivenUp") -> None:
        try:
            self._connection.send(Answer(self._rendering, content))
        except OSError:
            os._exit(0)

    def _listen(self) -> None:
        parent = multiprocessing.parent_process()
        assert parent is not None
        while True:
            ready = wait([self._connection, parent.sentinel])
            try:
                message = self._connection.recv() if self._connection in ready else None
            except (EOFError, OSError):
                message = None
            match message:
                case Stop(run):
                    self._stopped = run
                case Render() | Warm():
                    self._requests.put(message)
                case _:
                    # The parent has ended or wants no more. Nothing here is worth waiting for.
                    os._exit(0)


def redirect_output(log: Path) -> None:
    """Sends all that this process writes, and its last words in a crash, into a file."""
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        file = log.open("w", encoding="utf-8")
    except OSError:
        file = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 (open as long as the process)
    for stream in (1, 2):
        os.dup2(file.fileno(), stream)
    faulthandler.enable(file)
