"""The child's side: the process that started this one."""

import faulthandler
import logging
import os
import pickle
import signal
import sys
import threading
from collections.abc import Callable
from io import BufferedReader, BufferedWriter
from typing import Any, NoReturn

from sd3explorer.processes.message import write_message

# As the app logs too: when, in which process, and where in the source.
RECORD_FORMAT = "%(asctime)s %(process)d %(levelname)s %(name)s: %(message)s"


class Parent:
    """The process that started this one; when it ends, so does this one.

    Args:
        reader: Where messages come from.
        writer: Where messages go.
    """

    def __init__(self, reader: BufferedReader, writer: BufferedWriter) -> None:
        self._reader = reader
        self._writer = writer

    def send(self, message: object) -> None:
        """Sends a message. Waits while the parent doesn't read."""
        try:
            write_message(self._writer, message)
        except OSError:
            os._exit(0)

    def listen(self, take: Callable[[Any], None]) -> None:
        """Has every message handed to `take`, in a thread of its own, until the parent ends or has enough."""
        threading.Thread(target=self._listen, args=(take,), name="parent", daemon=True).start()

    def _listen(self, take: Callable[[Any], None]) -> NoReturn:
        try:
            while True:
                take(pickle.load(self._reader))
        except (EOFError, OSError, pickle.UnpicklingError):
            # Nothing here is worth waiting for.
            os._exit(0)


def main() -> None:
    """Runs what the parent asks for, with the standard streams out of the way of all others."""
    # An interrupt at the terminal, and its end, reach the whole group; the parent decides what they mean.
    for name in ("SIGINT", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_IGN)
    faulthandler.enable()
    logging.basicConfig(format=RECORD_FORMAT)
    reader = os.fdopen(os.dup(0), "rb")
    writer = os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    # What libraries print goes where errors go: into the log.
    os.dup2(2, 1)
    sys.stdout.reconfigure(line_buffering=True)  # pyright: ignore[reportAttributeAccessIssue] (it is a TextIOWrapper)
    serve, arguments = pickle.load(reader)
    serve(Parent(reader, writer), *arguments)
