"""Progress on the terminal's error stream: a bar, or plain lines where it is no terminal."""

import os
import sys
import time
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, Progress, TextColumn

SECONDS_BETWEEN_LINES = 5.0


class TerminalProgress:
    """Tells how far a long job is. Use as a context manager, so that the bar is taken away."""

    def __init__(self) -> None:
        self._console = Console(file=sys.stderr, highlight=False, soft_wrap=True)
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


def open_closed_streams() -> None:
    """Opens those standard streams that whoever started the program has closed; what goes there is lost.

    Otherwise the next file or pipe would take the number of one, and get what is written there.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            # The lowest number that is free is the one that is taken.
            os.open(os.devnull, os.O_RDWR)
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "r" if name == "stdin" else "w", encoding="utf-8"))  # noqa: PTH123, SIM115 (open as long as the process)


def printable(text: str) -> str:
    """A text that may hold any file name, as a terminal can show it: what would command it is written out."""
    return "".join(
        character if character.isprintable() else character.encode("unicode_escape").decode()
        for character in text
    )
