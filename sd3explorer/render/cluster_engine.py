"""An engine beside one worker of Dask, as a renderer."""

import logging
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from sd3explorer.render.cluster_connection import Connection
from sd3explorer.render.cluster_host import Content, Crashed, Done, GivenUp, Host, Measure, Request, Wanted
from sd3explorer.render.messages import (
    Batch,
    EngineLostError,
    EngineSettings,
    Event,
    Failed,
    Measured,
    Phase,
    Rendered,
    RenderError,
    Status,
    Tuned,
)
from sd3explorer.walk.recipe import Prompt, Recipe

logger = logging.getLogger(__name__)

# One batch renders while the next one waits beside the worker, so that its device never idles.
BATCHES_AHEAD = 2

SECONDS_TO_WAIT = 0.2
SECONDS_TO_CLOSE = 5.0


class ClusterEngine:
    """Renders beside a worker of Dask, where an engine is started when it is first needed.

    It isn't restarted: where engine or worker end, that is an `EngineLostError`, and whoever has it opens
    another one.

    Args:
        settings: The model, and how many frames at once to begin with.
        wanted: What the engine is to be.
        connection: To the scheduler.
        address: Of the worker.
    """

    def __init__(
        self, settings: EngineSettings, wanted: Wanted, connection: Connection, address: str
    ) -> None:
        self.settings = settings
        self._wanted, self._connection, self._address = wanted, connection, address
        self._stopping = threading.Event()
        self._run = 0
        # Guards the engine, which `close` takes away from any thread.
        self._guard = threading.Lock()
        self._future: Any = None
        self._host: Any = None
        # Whether it got as far as rendering, and when that came to an end.
        self.was_ready = False
        self.over_at: float | None = None

    def render(self, batches: Iterable[Batch]) -> Iterator[Event]:
        """Renders batch after batch; see `Renderer.render`."""
        self._begin()
        yield from self._started()
        coming = iter(batches)
        asked: deque[dict[str, Recipe]] = deque()
        try:
            while not self._stopping.is_set():
                new: list[Batch] = []
                while len(asked) < BATCHES_AHEAD and (batch := next(coming, None)):
                    asked.append({recipe.digest: recipe for recipe in batch})
                    new.append(tuple(batch))
                if not asked:
                    return
                for content in self._exchange(new):
                    if isinstance(content, Rendered | Failed):
                        yield _answered(content, asked)
                    elif not isinstance(content, Done | Measured):
                        yield content
        finally:
            if asked:
                self._send_stop()

    def warm(self, recipes: Iterable[Recipe]) -> Iterator[Event]:
        """Gets ready for frames of some kinds; see `Renderer.warm`."""
        self._begin()
        yield from self._started()
        for recipe in recipes:
            for event in self._until_done(recipe):
                if not isinstance(event, Measured):
                    yield event
            if self._stopping.is_set():
                return

    def measure(self, prompts: Sequence[Prompt]) -> Iterator[Event | Measured]:
        """Measures how far prompts are apart; see `Renderer.measure`."""
        self._begin()
        yield from self._started()
        yield from self._until_done(Measure(tuple(prompts)))

    def stop(self) -> None:
        """Ends `render` within one denoising step, or `warm` or `measure`; may be called from any thread."""
        self._stopping.set()
        self._send_stop()

    def ended(self) -> None:
        """Nobody is asked while there is nothing to do."""

    def close(self) -> None:
        """Ends the engine, which gives back its worker's memory; from any thread."""
        with self._guard:
            self._stopping.set()
            future, self._future = self._future, None
            host, self._host = self._host, None
        if host is not None and self.over_at is None:
            self._connection.tell(lambda: host.close(), SECONDS_TO_CLOSE)
        if future is not None:
            future.release()

    def _begin(self) -> None:
        self._stopping.clear()
        self._run += 1

    def _started(self) -> Iterator[Event]:
        if self._host is not None:
            return
        yield Status(Phase.STARTING)
        with self._guard:
            if self._future is None and not self._stopping.is_set():
                self._future = self._connection.submit(Host, self._wanted, address=self._address, actor=True)
            future = self._future
        if future is None:
            return
        while not future.done():
            if self._stopping.wait(SECONDS_TO_WAIT):
                return
            self._check_worker()
        try:
            self._host = self._connection.actor(future)
            size = self._result(lambda host: host.frames_at_once())
            yield Tuned(size or self.settings.frames_at_once)
        except RenderError:
            raise
        except Exception as error:
            self._check_worker()
            raise RenderError(f"its worker can't have an engine: {type(error).__name__}: {error}") from error

    def _until_done(self, request: Request) -> Iterator[Event | Measured]:
        new = [request]
        while not self._stopping.is_set():
            for content in self._exchange(new):
                if isinstance(content, Done):
                    return
                yield content
            new = []

    def _exchange(self, requests: Sequence[Request]) -> Iterator[Event | Measured | Done]:
        answers: Sequence[Content] = self._result(lambda host: host.exchange(self._run, requests)) or ()
        for content in answers:
            match content:
                case Crashed(how):
                    raise self._lost(how)
                case GivenUp(why):
                    raise RenderError(why)
                case Status(Phase.STARTING | Phase.BUILDING):
                    pass
                case _:
                    self.was_ready = True
            yield content

    def _result(self, call: Callable[[Any], Any]) -> Any:
        """What comes of a call of the engine; None where it was stopped meanwhile."""
        host, future = self._host, None
        while host is not None and not self._stopping.is_set():
            is_done = future is not None and future.done()
            try:
                future = future or call(host)
                return future.result(timeout=None if is_done else SECONDS_TO_WAIT)
            except (OSError, RuntimeError, KeyError) as error:
                # A wait that has come to its end is a TimeoutError, as one of the connection's own is. It may
                # be done just after that.
                if not isinstance(error, TimeoutError) or is_done:
                    logger.warning("%s doesn't answer: %r", self._address, error)
                    raise self._lost("its worker is gone") from error
                # One that leaves politely may never answer.
                self._check_worker()
        return None

    def _check_worker(self) -> None:
        if not self._connection.has(self._address):
            raise self._lost("its worker is gone")

    def _lost(self, how: str) -> EngineLostError:
        self.over_at = time.monotonic()
        return EngineLostError(how, blamed=self.was_ready)

    def _send_stop(self) -> None:
        # Another thread may close it meanwhile.
        host = self._host
        if host is not None:
            self._connection.tell(lambda: host.stop(self._run))


def _answered(content: Rendered | Failed, asked: deque[dict[str, Recipe]]) -> Event:
    """What a worker says of a frame, checked: it may have no more to say than what it looks like."""
    digest = content.recipe.digest
    batch = next((each for each in asked if digest in each), None)
    if batch is None:
        raise RenderError("its worker has sent a frame that nobody asked for")
    recipe = batch.pop(digest)
    if not batch:
        asked.remove(batch)
    if isinstance(content, Failed):
        return Failed(recipe, str(content.reason))
    if not _is_picture(content.image, (*recipe.image_size, 3)):
        raise RenderError("its worker has sent a frame of another shape")
    return Rendered(recipe, content.image)


def _is_picture(image: object, shape: tuple[int, int, int]) -> bool:
    # An array of anything, as far as one knows.
    array = cast(NDArray[Any], image) if isinstance(image, np.ndarray) else None
    return array is not None and array.dtype == np.uint8 and array.shape == shape
