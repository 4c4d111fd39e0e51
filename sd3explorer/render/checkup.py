"""Looks this computer over: its parts, and what each backend that is installed sees of them."""

from collections.abc import Callable
from pathlib import Path

from sd3explorer.machine.backends import installed
from sd3explorer.machine.computer import this_computer
from sd3explorer.machine.report import Checkup
from sd3explorer.render.backend import log_of, used_here
from sd3explorer.render.folders import default_log, default_tuning
from sd3explorer.render.messages import RenderError
from sd3explorer.render.probe import probe
from sd3explorer.render.tuning import Tuning

# What is going on, how many parts are done, and of how many.
OnPart = Callable[[str, int, int], None]


def check_computer(
    stopped: Callable[[], bool] = lambda: False,
    on_part: OnPart = lambda _doing, _done, _total: None,
) -> Checkup:
    """Looks at everything, one backend after the other, each in a process of its own.

    Args:
        stopped: Asked again and again whether nobody wants to know any more.
        on_part: Called with how far it is.

    Raises:
        RenderError: It was stopped.
    """
    there = installed()
    total = 1 + len(there)
    on_part("looking at the computer", 0, total)
    computer = this_computer()
    log, tuning = _places()
    seen = tuple(
        probe(backend, log_of(backend, log), stopped, lambda doing, done=done: on_part(doing, done, total))
        for done, backend in enumerate(there, start=1)
    )
    chosen, why = used_here(tuning, seen)
    return Checkup(computer, seen, chosen, why)


def _places() -> tuple[Path, Tuning | None]:
    try:
        return default_log(), Tuning(default_tuning())
    except RenderError:
        # Without a home nothing is kept, which is just what a report should then say.
        return Path("/nowhere/engine.log"), None
