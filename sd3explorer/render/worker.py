"""The child's side of rendering in a child process: how it answers what it is asked."""

import traceback
from collections.abc import Iterator
from queue import SimpleQueue

from sd3explorer.processes.names import named
from sd3explorer.processes.parent import Parent
from sd3explorer.render.engine import Engine, LoadModel
from sd3explorer.render.messages import EngineSettings, Event, Measured, RenderError
from sd3explorer.render.wire import KINDS as KINDS
from sd3explorer.render.wire import Answer, Content, Done, GivenUp, Measure, Render, Request, Stop, Warm, sent


def main(parent: Parent, settings: EngineSettings, load_model: str) -> None:
    """Answers requests until the parent wants no more or ends.

    Args:
        parent: Asks.
        settings: The model and how to run it.
        load_model: The name of what loads the model.
    """
    _Worker(parent, settings, named(load_model)).work()


class _Worker:
    """Answers requests, one after the other."""

    def __init__(self, parent: Parent, settings: EngineSettings, load_model: LoadModel) -> None:
        self._parent = parent
        report = self._report if settings.watched else None
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
                self._report(event)
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

    def _report(self, event: Event | Measured) -> None:
        self._send(sent(event))

    def _send(self, content: Content) -> None:
        self._parent.send(Answer(self._rendering, content))

    def _take(self, message: Request | Stop) -> None:
        if isinstance(message, Stop):
            self._stopped = message.run
        else:
            self._requests.put(message)
