"""The parent's side: a process with which values are exchanged."""

import contextlib
import re
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from io import BufferedReader, BufferedWriter
from pathlib import Path
from queue import Empty, Full, Queue, SimpleQueue
from typing import Any, cast

from sd3explorer.processes.environment import SAFE_FOLDER, environment
from sd3explorer.processes.log_file import opened_log
from sd3explorer.processes.message import (
    MOST_BYTES,
    Message,
    MessageError,
    message,
    read_message,
    write_message,
)
from sd3explorer.processes.names import kinds_of, name_of
from sd3explorer.processes.values import Kinds

START = "from sd3explorer.processes.parent import main; main()"

SECONDS_TO_END = 5.0
# What it wrote is complete when it has ended, unless something that it started still has its streams.
SECONDS_TO_READ = 1.0
# How soon a thread that waits for room notices that it is over.
SECONDS_TO_LOOK = 0.2

# Of what it writes, so many bytes are looked through for why it ended.
BYTES_KEPT = 1 << 16
MOST_LETTERS = 300

# The lines that say why: a message of TensorFlow's that ends the process, and the end of a trace.
_FATAL = re.compile(r"^F\d{4} .*?\] (.+)$", re.M)
_ERROR = re.compile(r"^([A-Za-z_][\w.]*(?:Error|Exception)\b.*)$", re.M)
# What Python writes in a crash: a trace, which shows where and not why.
_CRASH = "Fatal Python error: "

# SIGTERM and SIGKILL, which not every system has a name for.
_BY_OTHERS = (-15, -9)

_ENDED = object()


@dataclass(frozen=True, slots=True)
class End:
    """How a process ended.

    Args:
        status: Its exit status, or the number of a signal, negative; None if it couldn't be ended.
        cause: Why, as far as it wrote that; or "".
        log: The file with what it wrote, if there is any.
        output: The end of what it wrote to its error stream.
        garbled: Whether what it sent was no message; `cause` says why.
    """

    status: int | None
    cause: str
    log: Path | None
    output: str = field(default="", repr=False)
    garbled: bool = False

    @property
    def by_others(self) -> bool:
        """Whether it was ended from outside, as the system does where memory is short."""
        return self.status in _BY_OTHERS

    @property
    def pointer(self) -> str:
        """A clause for the end of a sentence: where to read more. Or ""."""
        return f"; what it wrote is in {self.log}" if self.log is not None else ""

    def __str__(self) -> str:
        if self.status is not None and self.status < 0:
            how = f"signal {-self.status}"
        else:
            how = f"exit status {self.status}"
        return f"{how}: {self.cause}" if self.cause else how


def _nothing(_: BufferedReader) -> None:
    pass


@dataclass(frozen=True, slots=True)
class Terms:
    """How far a process is trusted.

    Args:
        most_bytes: How long a message of it may be.
        messages_ahead: So many of them may wait to be received before no more are read; 0 is any number.
        greet: Called with the stream of what it writes before the first message is read.
    """

    most_bytes: int = MOST_BYTES
    messages_ahead: int = 0
    greet: Callable[[BufferedReader], None] = _nothing


# As processes of ours on this machine are.
TRUSTED = Terms()


class Process:
    """A process with which messages are exchanged over its standard streams. Nothing ever waits for it.

    Its streams are written and read by threads, so that no wait for one of them is a wait for the other, and
    sending never waits, whatever the process does.

    Args:
        command: What is started.
        kinds: What messages are made of.
        log: File for what it writes to its error stream. Without, if that can't be written.
        variables: Its environment.
        terms: What is agreed on with it beyond that.

    Raises:
        OSError: The process can't be started.
    """

    def __init__(
        self,
        command: Sequence[str],
        kinds: Kinds,
        log: Path,
        variables: Mapping[str, str],
        terms: Terms = TRUSTED,
    ) -> None:
        self._kinds, self._terms = kinds, terms
        self._outbox: SimpleQueue[Message | None] = SimpleQueue()
        self._inbox: Queue[Any] = Queue(terms.messages_ahead)
        self._closing = threading.Event()
        self._output = b""
        self._damage = ""
        self._received = 0
        self._logged = False
        self._log = log
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=dict(variables),
            cwd=SAFE_FOLDER,
        )
        self._threads = [
            threading.Thread(target=work, name=f"sd3explorer child {work.__name__}", daemon=True)
            for work in (self._write, self._read, self._keep_output)
        ]
        for thread in self._threads:
            thread.start()

    @property
    def process_id(self) -> int:
        """Its number."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """Whether it still runs."""
        return self._process.poll() is None

    @property
    def received(self) -> int:
        """How many bytes of messages have come from it."""
        return self._received

    def send(self, value: object) -> None:
        """Sends a message, if the process still reads any. Never waits; from any thread.

        Raises:
            TypeError: It is made of something that isn't agreed on.
        """
        self._outbox.put(message(value, self._kinds))

    def receive(self, seconds: float) -> Any:
        """The next message, or None if there is none within that time.

        Raises:
            EOFError: The process has ended.
        """
        try:
            value = self._inbox.get(timeout=seconds)
        except Empty:
            if self._closing.is_set():
                raise EOFError from None
            return None
        if value is _ENDED:
            self._put(_ENDED)
            raise EOFError
        return value

    def close(self) -> None:
        """Ends it at once, even if it is stopped, which gives back all its memory. May be called again."""
        self._closing.set()
        self._outbox.put(None)
        self._process.kill()
        self._wait()
        for thread in self._threads:
            thread.join(SECONDS_TO_READ)

    def end(self) -> "End":
        """Closes a process that no longer answers, and says how it ended."""
        if not self._damage:
            # What has closed its streams may still be about to end, with a status of its own.
            self._wait()
        self.close()
        status = self._process.returncode
        output = self._output.decode(errors="replace")
        cause = self._damage or cause_of_end(status, output)
        return End(status, cause, self._log if self._logged else None, output, bool(self._damage))

    def _wait(self) -> None:
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(SECONDS_TO_END)

    def _write(self) -> None:
        with contextlib.suppress(OSError), cast(BufferedWriter, self._process.stdin) as pipe:
            while (written := self._outbox.get()) is not None:
                write_message(pipe, written)

    def _read(self) -> None:
        try:
            with cast(BufferedReader, self._process.stdout) as pipe:
                self._terms.greet(pipe)
                while not self._closing.is_set():
                    self._put(read_message(pipe, self._kinds, self._terms.most_bytes, self._count))
        except MessageError as error:
            self._damage = str(error)
        except (EOFError, OSError, ValueError):
            # It has ended, maybe in the middle of a message, or the stream was closed.
            pass
        finally:
            self._put(_ENDED)

    def _count(self, size: int) -> None:
        self._received += size

    def _put(self, value: Any) -> None:
        while not self._closing.is_set():
            with contextlib.suppress(Full):
                self._inbox.put(value, timeout=SECONDS_TO_LOOK)
                return
        with contextlib.suppress(Full):
            # Whoever still waits has to know that it is over.
            self._inbox.put_nowait(value)

    def _keep_output(self) -> None:
        log = opened_log(self._log)
        with cast(BufferedReader, self._process.stderr) as pipe, log or contextlib.nullcontext():
            while chunk := pipe.read1():
                self._output = (self._output + chunk)[-BYTES_KEPT:]
                # On a full disk the process continues, only what it writes is lost.
                with contextlib.suppress(OSError):
                    if log is not None:
                        log.write(chunk)
                        self._logged = True


class Child(Process):
    """A process of ours, which ends with this one. Runs nothing of the current folder.

    Args:
        serve: What runs there, with a `Parent` and the arguments; a function or a class of a module that can
            be imported there. Its module's `KINDS` say what messages are made of, if it has any.
        arguments: Values that can be sent.
        log: File for what it writes. Without, if that can't be written.
        variables: What its environment has beside ours.

    Raises:
        OSError: The process can't be started.
    """

    def __init__(
        self,
        serve: Callable[..., None],
        arguments: tuple[object, ...],
        log: Path,
        variables: Mapping[str, str] | None = None,
    ) -> None:
        kinds = kinds_of(serve)
        first = message(arguments, kinds)
        command = [sys.executable, "-c", START, name_of(serve)]
        super().__init__(command, kinds, log, environment() | dict(variables or {}))
        self._outbox.put(first)


def cause_of_end(status: int | None, output: str) -> str:
    """Why a process ended, out of what it wrote; "" if it didn't say.

    Args:
        status: As in `End`.
        output: The end of what it wrote.
    """
    if status is None or status in _BY_OTHERS:
        return ""
    before_crash = output.partition(_CRASH)[0]
    # One that a signal has ended may have written of an error long before.
    causes = _FATAL.findall(before_crash) or (_ERROR.findall(before_crash) if status > 0 else [])
    return " ".join(causes[-1].split())[:MOST_LETTERS] if causes else ""
