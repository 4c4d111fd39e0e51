"""Processes that are killed: forks of this one, which has imported what they need."""

import contextlib
import os
import signal
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from random import Random

import psutil

# What the command line would import in each fork.
import sd3explorer.models_command
import sd3explorer.queue_command  # noqa: F401

SECONDS_TO_END = 20.0


class Forked:
    """A fork that does some work, in a session of its own, and ends with its status: 0 where it returned.

    Args:
        work: What it does.
        output: File for what it writes.
    """

    def __init__(self, work: Callable[[], object], output: Path) -> None:
        self.output = output
        self.process_id = os.fork()
        if self.process_id == 0:
            _work(work, output)
        # As the fork does: whoever kills it needs not wait for it to have begun.
        with contextlib.suppress(OSError):
            os.setpgid(self.process_id, self.process_id)
        self._status: int | None = None

    def __enter__(self) -> "Forked":
        return self

    def __exit__(self, *_: object) -> None:
        if self.wait(0) is None:
            self.kill()

    def kill_after(self, seconds: float) -> None:
        """Kills it at a moment, if it still runs then."""
        time.sleep(seconds)
        self.kill()

    def kill(self) -> None:
        """Kills it, as the system does where memory is short."""
        if self.wait(0) is None:
            os.killpg(self.process_id, signal.SIGKILL)
            self.wait()

    def wait(self, seconds: float = SECONDS_TO_END) -> int | None:
        """Its exit status, negative for a signal; None where it doesn't end."""
        until = time.monotonic() + seconds
        while self._status is None:
            ended, status = os.waitpid(self.process_id, os.WNOHANG)
            if ended:
                self._status = os.waitstatus_to_exitcode(status)
            elif time.monotonic() >= until:
                break
            else:
                time.sleep(0.002)
        return self._status

    def children(self) -> list[psutil.Process]:
        """The processes that it has started and that still run."""
        try:
            return psutil.Process(self.process_id).children(recursive=True)
        except psutil.NoSuchProcess:
            return []


def a_moment(random: Random, longest: float) -> float:
    """Between nothing and some seconds, more often a short while."""
    return longest * random.random() ** 1.5


def _work(work: Callable[[], object], output: Path) -> None:
    status = 70
    try:
        os.setpgid(0, 0)
        # What the parent's alarm is for isn't the fork's.
        signal.setitimer(signal.ITIMER_REAL, 0)
        written = os.open(output, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        for stream in (1, 2):
            os.dup2(written, stream)
        result = work()
        status = result if isinstance(result, int) else 0
    except BaseException:
        os.write(2, traceback.format_exc().encode())
    finally:
        os._exit(status)
