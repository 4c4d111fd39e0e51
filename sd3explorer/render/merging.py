"""What several threads have to say, as one stream."""

import contextlib
import threading
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass
from queue import Empty, Full, Queue
from typing import TypeVar

T = TypeVar("T")

# So many items of each thread may wait for whoever takes them.
ITEMS_AHEAD = 2

# A wait without end could not be interrupted from the keyboard on every system.
SECONDS_TO_WAIT = 0.1


@dataclass(frozen=True, slots=True)
class _End:
    """A thread has nothing more to say, because of an error or of none."""

    error: BaseException | None


def merged(
    streams: Sequence[Generator[T]],
    stop: Callable[[], None],
    more: Callable[[bool], Sequence[Generator[T]] | None] = lambda _: None,
) -> Iterator[T]:
    """Runs generators side by side, each in a thread of its own, and yields what they do as it comes.

    None of them gets ahead by more than a few items: where they are taken slowly, all wait.

    Args:
        streams: The generators.
        stop: Has all of them end soon. Called if the stream isn't taken to its end.
        more: Asked again and again for generators that join, given whether all others are at their end; None
            then says that none will.

    Yields:
        Their items, those of each in order.

    Raises:
        BaseException: What one of them has raised.
    """
    items: Queue[T | _End] = Queue()
    abandoned = threading.Event()

    def put(item: T | _End) -> None:
        while not abandoned.is_set():
            with contextlib.suppress(Full):
                items.put(item, timeout=SECONDS_TO_WAIT)
                return

    def take(stream: Generator[T]) -> None:
        error = None
        try:
            for item in stream:
                put(item)
                if abandoned.is_set():
                    break
            stream.close()
        except BaseException as raised:
            error = raised
        put(_End(error))

    threads: list[threading.Thread] = []

    def begin(streams: Sequence[Generator[T]]) -> None:
        for stream in streams:
            name = f"stream {len(threads)}"
            threads.append(threading.Thread(target=take, args=(stream,), name=name, daemon=True))
            items.maxsize = ITEMS_AHEAD * len(threads)
            threads[-1].start()

    ended = 0
    try:
        begin(streams)
        while True:
            late = more(ended == len(threads))
            begin(late or ())
            if late is None and ended == len(threads):
                return
            try:
                item = items.get(timeout=SECONDS_TO_WAIT)
            except Empty:
                continue
            if not isinstance(item, _End):
                yield item
                continue
            if item.error is not None:
                raise item.error
            ended += 1
    finally:
        if ended < len(threads):
            abandoned.set()
            stop()
        for thread in threads:
            thread.join()
