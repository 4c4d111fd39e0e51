"""The far side of an engine on another machine: `sd3explorer worker`, which speaks over its standard streams.

It renders with what this machine has, as a window here would: with a process for each GPU. It ends with its
streams, or when nothing has come through them for long.
"""

import logging
import os
import threading
import time
import traceback
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from queue import Full, Queue
from typing import TypeAlias

import numpy as np

from sd3explorer.machine.backends import AUTO, installed
from sd3explorer.machine.devices import gpus
from sd3explorer.presets.library import look
from sd3explorer.presets.matching import matching
from sd3explorer.presets.preset import PresetError
from sd3explorer.processes.parent import Parent, own_streams
from sd3explorer.render.fleet import Fleet
from sd3explorer.render.handshake import (
    BEATS_TO_LEAVE,
    KINDS,
    SECONDS_BETWEEN_BEATS,
    About,
    Absent,
    Ask,
    Beat,
    Offer,
    Offered,
    Open,
    Opened,
    Piece,
    Received,
    Refused,
    Suit,
    Suited,
    greeting,
)
from sd3explorer.render.line import Press
from sd3explorer.render.messages import (
    Batch,
    Engines,
    EngineSettings,
    Event,
    Measured,
    Renderer,
    RenderError,
    Tuned,
)
from sd3explorer.render.place import Place
from sd3explorer.render.receiving import Receiving, clear_unfinished, is_missing
from sd3explorer.render.wire import (
    Answer,
    Content,
    Done,
    Drawn,
    GivenUp,
    Measure,
    Render,
    Request,
    Stop,
    Warm,
    sent,
)
from sd3explorer.version import __version__

logger = logging.getLogger(__name__)

# So many messages may wait for the line before the engine has to.
MESSAGES_AHEAD = 16
MOST_MODELS = 100

# What is asked of a worker beside frames.
Introduction: TypeAlias = Open | Suit | Ask | Offer | Piece


class _AbsentError(Exception):
    """A model or a LoRA isn't on this machine."""


def serve(choose_place: Callable[[str | None, str, str | None], Place]) -> None:
    """Answers whoever has started this process, until they have enough.

    Args:
        choose_place: Where to render, given a backend, a precision and devices.
    """
    clear_unfinished()
    reader, writer = own_streams()
    writer.write(greeting())
    writer.flush()
    _Server(Parent(reader, writer, KINDS), choose_place).work()


class _Server:
    """Answers requests, one after the other."""

    def __init__(self, parent: Parent, choose_place: Callable[[str | None, str, str | None], Place]) -> None:
        self._parent = parent
        self._choose_place = choose_place
        self._outbox: Queue[object] = Queue(MESSAGES_AHEAD)
        self._press = Press()
        self._place: Place | None = None
        self._renderer: Renderer | None = None
        self._receiving: Receiving | None = None
        # Guards what follows, and wakes the thread that works.
        self._changed = threading.Condition()
        self._requests: deque[Request | Introduction] = deque()
        self._stopped = 0
        self._received = 0

    def work(self) -> None:
        """Answers requests for ever."""
        for loop in (self._send_all, self._leave_if_alone):
            threading.Thread(target=loop, name=loop.__name__, daemon=True).start()
        self._parent.listen(self._take)
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._requests)
                request = self._requests.popleft()
            if isinstance(request, Introduction):
                self._introduce(request)
            else:
                self._answer(request)

    # In the thread that listens.

    def _take(self, message: object) -> None:
        with self._changed:
            self._received += 1
            match message:
                case Stop(run):
                    self._stopped = max(self._stopped, run)
                    if self._renderer is not None:
                        self._renderer.stop()
                case Render() | Warm() | Measure() | Open() | Suit() | Ask() | Offer() | Piece():
                    self._requests.append(message)
                    self._changed.notify_all()
                case _:
                    pass
        if isinstance(message, Beat):
            self._press.bytes_per_second = message.bytes_per_second
            # Where there is no room, something is on its way that says as much.
            with suppress(Full):
                self._outbox.put_nowait(Beat())

    # In threads of their own.

    def _send_all(self) -> None:
        while True:
            match self._outbox.get():
                case Answer(run, Drawn(digest, np.ndarray() as image)):
                    self._parent.send(Answer(run, Drawn(digest, self._press.fitted(image))))
                case message:
                    self._parent.send(message)

    def _leave_if_alone(self) -> None:
        before, missed = 0, 0
        while missed < BEATS_TO_LEAVE:
            time.sleep(SECONDS_BETWEEN_BEATS)
            missed = missed + 1 if before == self._received else 0
            before = self._received
        logger.warning("nothing has come for a long time: the worker ends")
        os._exit(0)

    # In the thread that works.

    def _introduce(self, request: Introduction) -> None:
        try:
            match request:
                case Open():
                    self._outbox.put(self._open(request))
                case Suit(backend):
                    self._outbox.put(Suited(self._choose_place(backend, AUTO, None).precision()))
                case Ask():
                    self._outbox.put(_about())
                case Offer():
                    self._outbox.put(self._look_at(request))
                case Piece(content):
                    self._outbox.put(self._keep(content))
        except _AbsentError as error:
            self._outbox.put(Absent(str(error)))
        except (RenderError, PresetError) as error:
            self._outbox.put(Refused(str(error)))
        except Exception as error:
            traceback.print_exception(error)
            self._outbox.put(Refused(f"{type(error).__name__}: {' '.join(str(error).split())[:300]}"))

    def _open(self, asked: Open) -> Opened:
        if self._renderer is not None:
            self._renderer.close()
        try:
            preset = matching(asked.model, asked.identity, asked.weights_size, asked.loras)
        except PresetError as error:
            raise _AbsentError(str(error)) from error
        if preset is None:
            raise _AbsentError(f"no model there has the weights of {asked.model}")
        preset.check_image_size(asked.image_size)
        place = self._choose_place(asked.backend, asked.precision, None)
        # Which backend has the GPU is found out by that.
        precision = place.precision()
        settings = place.settings(preset, asked.image_size, precision, asked.batch_size, asked.watched)
        renderer = place.open(settings)
        with self._changed:
            self._place, self._renderer = place, renderer
        return Opened(renderer.frames_at_once if isinstance(renderer, Fleet) else settings.frames_at_once)

    def _look_at(self, offer: Offer) -> Offered:
        if self._receiving is not None:
            self._receiving.close()
        self._receiving = Receiving(offer) if is_missing(offer) else None
        return Offered(self._receiving is not None)

    def _keep(self, content: bytes) -> Received:
        if self._receiving is None:
            raise RenderError("nothing was offered")
        if self._receiving.take(content):
            self._receiving = None
        return Received()

    def _answer(self, request: Request) -> None:
        run, renderer = request.run, self._renderer
        if renderer is None:
            self._say(run, GivenUp("no engine was opened"))
            return
        try:
            for event in self._events(request, renderer):
                if self._is_stopped(run):
                    # It may have begun just after that.
                    renderer.stop()
                elif not isinstance(event, Engines):
                    self._remember(event, renderer.settings)
                    self._say(run, sent(event))
        except RenderError as error:
            self._say(run, GivenUp(str(error)))
        except Exception as error:
            # The whole story goes to the other side's log; the user gets a sentence.
            traceback.print_exception(error)
            detail = " ".join(str(error).split())[:300]
            self._say(run, GivenUp(f"the engine failed: {type(error).__name__}: {detail}"))
        else:
            self._say(run, Done())

    def _events(self, request: Request, renderer: Renderer) -> Iterator[Event | Measured]:
        match request:
            case _ if self._is_stopped(request.run):
                return iter(())
            case Render():
                return renderer.render(_Batches(request, self._next_batch))
            case Warm(_, recipe):
                return renderer.warm([recipe])
            case Measure(_, prompts):
                return renderer.measure(prompts)

    def _next_batch(self, run: int) -> Batch | None:
        with self._changed:
            head = self._requests[0] if self._requests else None
            if isinstance(head, Render) and head.run == run and not self._is_stopped(run):
                self._requests.popleft()
                return head.batch
        return None

    def _is_stopped(self, run: int) -> bool:
        return run <= self._stopped

    def _remember(self, event: Event | Measured, settings: EngineSettings) -> None:
        if isinstance(event, Tuned) and self._place is not None:
            self._place.remember(settings, event.batch_size)

    def _say(self, run: int, content: Content) -> None:
        self._outbox.put(Answer(run, content))


class _Batches:
    """The batch of a request, and those of the same run that have come by the time that there is room."""

    def __init__(self, first: Render, more: Callable[[int], Batch | None]) -> None:
        self._first: Batch | None = first.batch
        self._more = partial(more, first.run)

    def __iter__(self) -> Iterator[Batch]:
        return self

    def __next__(self) -> Batch:
        first, self._first = self._first, None
        batch = first or self._more()
        if batch is None:
            raise StopIteration
        return batch


def _about() -> About:
    models = [entry.preset for entry in look().entries if entry.is_usable]
    devices = tuple(each.title or each.name for each in gpus())
    return About(__version__, installed(), devices, tuple(models[:MOST_MODELS]))
