"""The parent's side: a process of ours, with which values are exchanged."""

import contextlib
import os
import pickle
import re
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BufferedReader, BufferedWriter
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import IO, Any, cast

from sd3explorer.processes.environment import SAFE_FOLDER, environment
from sd3explorer.processes.message import read_message

START = "from sd3explorer.processes.parent import main; main()"

SECONDS_TO_END = 5.0
# What it wrote is complete when it has ended, unless something that it started still has its streams.
SECONDS_TO_READ = 1.0

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
    """

    status: int | None
    cause: str
    log: Path | None

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


class Child:
    """A process of ours, which ends with this one. Runs nothing of the current folder.

    Its streams carry messages, so no wait for one of them is a wait for the other: sending never
    waits, whatever the process does.

    Args:
        serve: What runs there, with a `Parent` and the arguments; must be importable there.
        arguments: Values that can be pickled.
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
        self._outbox: SimpleQueue[bytes | None] = SimpleQueue()
        self._inbox: SimpleQueue[Any] = SimpleQueue()
        self._output = b""
        self._logged = False
        self._log = log
        self._process = subprocess.Popen(
            [sys.executable, "-c", START],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment() | dict(variables or {}),
            cwd=SAFE_FOLDER,
        )
        self._threads = [
            threading.Thread(target=work, name=f"sd3explorer child {work.__name__}", daemon=True)
            for work in (self._write, self._read, self._keep_output)
        ]
        for thread in self._threads:
            thread.start()
        self.send((serve, arguments))

    @property
    def process_id(self) -> int:
        """Its number."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """Whether it still runs."""
        return self._process.poll() is None

    def send(self, message: object) -> None:
        """Sends a message, if the process still reads any. Never waits; from any thread."""
        self._outbox.put(pickle.dumps(message))

    def receive(self, seconds: float) -> Any:
        """The next message, or None if there is none within that time.

        Raises:
            EOFError: The process has ended.
        """
        try:
            message = self._inbox.get(timeout=seconds)
        except Empty:
            return None
        if message is _ENDED:
            self._inbox.put(_ENDED)
            raise EOFError
        return message

    def close(self) -> None:
        """Ends it at once, even if it is stopped, which gives back all its memory. May be called again."""
        self._outbox.put(None)
        self._process.kill()
        self._wait()
        for thread in self._threads:
            thread.join(SECONDS_TO_READ)

    def end(self) -> "End":
        """Closes a process that no longer answers, and says how it ended."""
        # What has closed its streams may still be about to end, with a status of its own.
        self._wait()
        self.close()
        status = self._process.returncode
        cause = cause_of_end(status, self._output.decode(errors="replace"))
        return End(status, cause, self._log if self._logged else None)

    def _wait(self) -> None:
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(SECONDS_TO_END)

    def _write(self) -> None:
        with contextlib.suppress(OSError), cast(BufferedWriter, self._process.stdin) as pipe:
            while (message := self._outbox.get()) is not None:
                pipe.write(message)
                pipe.flush()

    def _read(self) -> None:
        try:
            with cast(BufferedReader, self._process.stdout) as pipe:
                while True:
                    self._inbox.put(read_message(pipe))
        except (EOFError, OSError):
            # It has ended, maybe in the middle of a message.
            pass
        finally:
            self._inbox.put(_ENDED)

    def _keep_output(self) -> None:
        with cast(BufferedReader, self._process.stderr) as pipe, _opened(self._log) as file:
            while chunk := pipe.read1():
                self._output = (self._output + chunk)[-BYTES_KEPT:]
                # On a full disk the process goes on, only what it writes is lost.
                with contextlib.suppress(OSError):
                    file.write(chunk)
                    self._logged = file.name != os.devnull


def _opened(log: Path) -> IO[bytes]:
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        # A pipe would have whoever opens it wait, and a link lead to somebody else's file.
        if not log.is_symlink() and (log.is_file() or not log.exists()):
            return log.open("wb", buffering=0)
    except OSError:
        # Without a log what went wrong is known from memory.
        pass
    return Path(os.devnull).open("wb", buffering=0)


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
