"""How far a long job is, on the terminal's error stream."""

import time
from collections.abc import Callable
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, Progress, TextColumn

from sd3explorer.terminal import error_stream
from sd3explorer.walk.printable import printable
from sd3explorer.wording import in_units

SECONDS_BETWEEN_LINES = 5.0


class TerminalProgress:
    """Shows how far a long job is. Use as a context manager, so that the bar is taken away."""

    def __init__(self) -> None:
        self._console = Console(file=error_stream(), highlight=False, soft_wrap=True)
        columns = (
            TextColumn("{task.description}"),
            BarColumn(bar_width=32),
            TextColumn("{task.fields[detail]}"),
        )
        self._bar = Progress(*columns, console=self._console, transient=True)
        self._task = self._bar.add_task("", total=None, detail="")
        self._said = ""
        self._said_at = 0.0

    def __enter__(self) -> Self:
        if self._console.is_terminal:
            self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._console.is_terminal:
            self._bar.stop()

    def show(self, activity: str, done: int, total: int | None, detail: str = "") -> None:
        """Shows how far an activity is.

        Args:
            activity: What goes on: "rendering".
            done: How much of it is done.
            total: Of how much; None when nobody knows.
            detail: What else to say: "13 of 25, 2.4 frames/s, 0:05 left".
        """
        if self._console.is_terminal:
            self._bar.update(
                self._task,
                description=escape(printable(activity)),
                completed=done,
                total=total,
                detail=detail,
            )
        elif activity != self._said or time.monotonic() > self._said_at + SECONDS_BETWEEN_LINES:
            self.say(f"{activity}: {detail}" if detail else activity)
            self._said, self._said_at = activity, time.monotonic()

    def say(self, text: str) -> None:
        """Writes a line that stays."""
        self._console.print(escape(printable(text)))


def fetching(progress: TerminalProgress) -> Callable[[int, int | None], None]:
    """What shows how much of a model was fetched, in bytes, of how much, where that is known."""

    def show(done: int, total: int | None) -> None:
        of = f" of about {in_units(total)}" if total else ""
        progress.show("fetching the model", done, total, in_units(done) + of)

    return show
