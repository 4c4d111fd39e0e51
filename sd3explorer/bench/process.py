"""The parent's side of a way's process: starts it, asks it, watches its memory, ends it."""

import multiprocessing
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import psutil

from sd3explorer.bench.messages import Answer, Request, Texts, Unable, Work
from sd3explorer.bench.ways import BenchError, Way
from sd3explorer.bench.worker import main
from sd3explorer.render.child import how_it_ended

SECONDS_BETWEEN_LOOKS = 0.05
SECONDS_TO_END = 5.0

Kind = TypeVar("Kind")


class WayProcess:
    """A way in a process of its own, so that each has its own backend and its own memory.

    Args:
        way: How it renders.
        work: What it renders.
        texts: The embeddings; None where it is to make them.
        caches: Folder for what backends keep of their compiling.
        log: File that its output goes to.
        target: What runs in the process.

    Attributes:
        peak_memory: The most bytes that the process was seen to have while it was asked something.
    """

    def __init__(
        self,
        way: Way,
        work: Work,
        texts: Texts | None,
        caches: Path,
        log: Path,
        target: Callable[..., None] = main,
    ) -> None:
        self.peak_memory = 0
        self._log = log
        _start_quiet_tracker()
        context = multiprocessing.get_context("spawn")
        self._connection, theirs = context.Pipe()
        arguments = (theirs, way, work, texts, caches, log)
        # Not a daemon: PyTorch's compiler starts processes of its own.
        self._process = context.Process(target=target, args=arguments, name=f"sd3explorer bench {way.name}")
        self._process.start()
        theirs.close()
        self._watched = psutil.Process(self._process.pid)

    def ask(self, request: Request, kind: type[Kind]) -> Kind:
        """Sends a request and waits for its answer.

        Raises:
            BenchError: The process can't answer; says why.
        """
        try:
            self._connection.send(request)
        except OSError as error:
            raise BenchError(self._last_words()) from error
        return self.receive(kind)

    def receive(self, kind: type[Kind]) -> Kind:
        """Waits for an answer, that to a request or the first one, which comes unasked.

        Raises:
            BenchError: The process can't answer; says why.
        """
        try:
            while not self._connection.poll(SECONDS_BETWEEN_LOOKS):
                self._look_at_memory()
            answer: Answer = self._connection.recv()
        except (EOFError, OSError) as error:
            raise BenchError(self._last_words()) from error
        if isinstance(answer, Unable):
            raise BenchError(answer.reason)
        assert isinstance(answer, kind)
        return answer

    def forget_memory(self) -> None:
        """Begins to look for the most memory anew."""
        self.peak_memory = 0
        self._look_at_memory()

    def close(self) -> None:
        """Ends the process and all that it started. May be called again."""
        if self._connection.closed:
            return
        self._connection.close()
        for process in (*self._children(), self._process):
            try:
                process.kill()
            except (psutil.NoSuchProcess, ProcessLookupError):
                continue
        self._process.join(SECONDS_TO_END)
        self._process.close()

    def _children(self) -> list[Any]:
        try:
            return self._watched.children(recursive=True)
        except psutil.Error:
            return []

    def _look_at_memory(self) -> None:
        try:
            self.peak_memory = max(self.peak_memory, self._watched.memory_info().rss)
        except psutil.Error:
            # It is gone, which the connection tells.
            time.sleep(SECONDS_BETWEEN_LOOKS)

    def _last_words(self) -> str:
        self._process.join(SECONDS_TO_END)
        return (
            f"its process ended unexpectedly ({how_it_ended(self._process.exitcode)}), "
            f"maybe for lack of memory; what it wrote is in {self._log}"
        )


def _start_quiet_tracker() -> None:
    """Starts what tidies up after processes, and keeps it from complaining in the terminal of killed ones."""
    if sys.platform == "win32":
        return
    from multiprocessing import resource_tracker

    before = os.environ.get("PYTHONWARNINGS")
    os.environ["PYTHONWARNINGS"] = "ignore:resource_tracker"
    try:
        resource_tracker.ensure_running()
    finally:
        if before is None:
            del os.environ["PYTHONWARNINGS"]
        else:
            os.environ["PYTHONWARNINGS"] = before
