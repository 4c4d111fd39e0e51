"""The parent's side of a way's process: starts it, asks it, watches its memory, ends it."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

import psutil

from sd3explorer.bench.messages import Answer, Request, Texts, Unable, Work
from sd3explorer.bench.ways import BenchError, Way
from sd3explorer.bench.worker import main
from sd3explorer.processes.child import Child

SECONDS_BETWEEN_LOOKS = 0.05

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
        try:
            # Compilers have temporary files beside what is kept of their work.
            variables = {"TMPDIR": str(caches)}
            self._child = Child(target, (way, work, texts, caches, log), log, variables)
        except OSError as error:
            raise BenchError(f"its process can't be started: {error.strerror or error}") from error
        self._watched = psutil.Process(self._child.process_id)

    def ask(self, request: Request, kind: type[Kind]) -> Kind:
        """Sends a request and waits for its answer.

        Raises:
            BenchError: The process can't answer; says why.
        """
        self._child.send(request)
        return self.receive(kind)

    def receive(self, kind: type[Kind]) -> Kind:
        """Waits for an answer, that to a request or the first one, which comes unasked.

        Raises:
            BenchError: The process can't answer; says why.
        """
        try:
            answer: Answer | None = None
            while answer is None:
                self._look_at_memory()
                answer = self._child.receive(SECONDS_BETWEEN_LOOKS)
        except EOFError as error:
            end = self._child.end()
            cause = "" if end.cause else ", maybe for lack of memory"
            raise BenchError(f"its process ended unexpectedly ({end}){cause}{end.pointer}") from error
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
        for process in self._children():
            with suppress(psutil.Error):
                process.kill()
        self._child.close()

    def _children(self) -> list[Any]:
        try:
            return self._watched.children(recursive=True)
        except psutil.Error:
            return []

    def _look_at_memory(self) -> None:
        # Where it is gone, the next message shows that.
        with suppress(psutil.Error):
            self.peak_memory = max(self.peak_memory, self._watched.memory_info().rss)
