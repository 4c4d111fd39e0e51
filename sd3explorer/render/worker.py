"""The child's side of rendering in a child process: what it is asked, what it answers, and how it works."""

import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from queue import SimpleQueue
from typing import TypeAlias

from sd3explorer.processes.parent import Parent
from sd3explorer.render.engine import Engine, LoadModel
from sd3explorer.render.messages import Batch, EngineSettings, Event, Measured, RenderError
from sd3explorer.walk.recipe import Prompt, Recipe


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
class Measure:
    """Measure how far the embeddings of these prompts are apart."""

    run: int
    prompts: tuple[Prompt, ...]


@dataclass(frozen=True, slots=True)
class Stop:
    """Drop everything that was asked for in this run."""

    run: int


@dataclass(frozen=True, slots=True)
class Answer:
    """Something came of a run: an event, the end of a request, or why nothing more comes."""

    run: int
    content: "Event | Measured | Done | GivenUp"


@dataclass(frozen=True, slots=True)
class Done:
    """All events of the oldest request were sent."""


@dataclass(frozen=True, slots=True)
class GivenUp:
    """Nothing more comes of the run."""

    reason: str


Request: TypeAlias = Render | Warm | Measure


def main(parent: Parent, settings: EngineSettings, load_model: LoadModel) -> None:
    """Answers requests until the parent wants no more or ends.

    Args:
        parent: Asks.
        settings: The model and how to run it.
        load_model: What loads the model.
    """
    _Worker(parent, settings, load_model).work()


class _Worker:
    """Answers requests, one after the other."""

    def __init__(self, parent: Parent, settings: EngineSettings, load_model: LoadModel) -> None:
        self._parent = parent
        report = self._send if settings.watched else None
        self._engine = Engine(settings, load_model, self._should_stop, report)
        self._requests: SimpleQueue[Request] = SimpleQueue()
        self._rendering = 0
        self._stopped = 0

    def work(self) -> None:
        """Answers requests for ever."""
        self._parent.listen(self._take)
        while True:
            request = self._requests.get()
            self._rendering = request.run
            self._answer(request)

    def _should_stop(self) -> bool:
        return self._rendering <= self._stopped

    def _answer(self, request: Request) -> None:
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

    def _events(self, request: Request) -> Iterator[Event | Measured]:
        match request:
            case Render(_, batch):
                return self._engine.render(batch)
            case Warm(_, recipe):
                return self._engine.warm(recipe)
            case Measure(_, prompts):
                return self._engine.measure(prompts)

    def _send(self, content: "Event | Measured | Done | GivenUp") -> None:
        self._parent.send(Answer(self._rendering, content))

    def _take(self, message: Request | Stop) -> None:
        if isinstance(message, Stop):
            self._stopped = message.run
        else:
            self._requests.put(message)
