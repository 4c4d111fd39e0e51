"""The child's side: the process that started this one."""

import faulthandler
import logging
import os
import signal
import sys
import threading
from collections.abc import Callable
from io import BufferedReader, BufferedWriter
from typing import Any, NoReturn

from sd3explorer.processes.log_file import RECORD_FORMAT
from sd3explorer.processes.message import MessageError, message, read_message, write_message
from sd3explorer.processes.names import kinds_of, named
from sd3explorer.processes.values import Kinds


class Parent:
    """The process that started this one; when it ends, so does this one.

    Args:
        reader: Where messages come from.
        writer: Where messages go.
        kinds: What they are made of.
    """

    def __init__(self, reader: BufferedReader, writer: BufferedWriter, kinds: Kinds) -> None:
        self._reader = reader
        self._writer = writer
        self._kinds = kinds

    def send(self, value: object) -> None:
        """Sends a message. Waits while the parent doesn't read. From one thread."""
        try:
            write_message(self._writer, message(value, self._kinds))
        except OSError:
            os._exit(0)

    def receive(self) -> Any:
        """Waits for the next message; without a parent this process ends."""
        try:
            return read_message(self._reader, self._kinds)
        except (EOFError, OSError) as error:
            if isinstance(error, MessageError):
                print(f"what was asked for can't be read: {error}", file=sys.stderr, flush=True)
            # Nothing here is worth waiting for.
            os._exit(0)

    def listen(self, take: Callable[[Any], None]) -> None:
        """Has every message handed to `take`, in a thread of its own, until the parent ends or has enough."""
        threading.Thread(target=self._listen, args=(take,), name="parent", daemon=True).start()

    def _listen(self, take: Callable[[Any], None]) -> NoReturn:
        while True:
            take(self.receive())


def own_streams() -> tuple[BufferedReader, BufferedWriter]:
    """The standard streams, for messages alone, with all others out of their way.

    What libraries print goes where errors go, and they read nothing.
    """
    reader = os.fdopen(os.dup(0), "rb")
    writer = os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    sys.stdout.reconfigure(line_buffering=True)  # pyright: ignore[reportAttributeAccessIssue] (it is a TextIOWrapper)
    return reader, writer


def main() -> None:
    """Runs what the parent asks for: what the last word of the command line names, with the first message."""
    # An interrupt at the terminal, and its end, reach the whole group; the parent decides what they mean.
    for name in ("SIGINT", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_IGN)
    faulthandler.enable()
    logging.basicConfig(format=RECORD_FORMAT)
    reader, writer = own_streams()
    serve = named(sys.argv[-1])
    parent = Parent(reader, writer, kinds_of(serve))
    serve(parent, *parent.receive())
