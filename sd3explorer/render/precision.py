"""Which precision frames are rendered in where "auto" was asked for: measured once, and remembered.

Frames differ by their precision, so recipes hold it. It is known before any frame is looked up.
"""

import logging
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from sd3explorer.processes.child import Child
from sd3explorer.processes.parent import Parent
from sd3explorer.render.engine import PRECISIONS, chosen_backend, suitable_precision
from sd3explorer.render.messages import RenderError
from sd3explorer.render.tuning import Tuning
from sd3explorer.walk.files import reason

logger = logging.getLogger(__name__)

AUTO = "auto"
POLL_SECONDS = 0.1


def resolved_precision(
    precision: str,
    backend: str | None,
    tuning: Tuning | None,
    log: Path,
    stopped: Callable[[], bool] = lambda: False,
) -> str:
    """The dtype that was asked for, or the one that "auto" stands for on this machine.

    The first time, a process of its own measures what the device is fast at, which takes some seconds.

    Args:
        precision: Name of a dtype, or "auto".
        backend: Name of Keras' backend; None takes the default.
        tuning: Where what was measured is remembered; None remembers nothing.
        log: File that the output of that process goes to.
        stopped: Asked again and again whether nobody wants to know any more.

    Raises:
        RenderError: It can't be measured, and why; or it was stopped.
    """
    if precision != AUTO:
        return precision
    backend = chosen_backend(backend)
    remembered = tuning.precision(backend) if tuning is not None else None
    if remembered in PRECISIONS:
        return remembered
    measured = _measured(backend, log, stopped)
    logger.info("with %s, this device is fast at %s", backend, measured)
    if tuning is not None:
        tuning.remember_precision(backend, measured)
    return measured


def _measured(backend: str, log: Path, stopped: Callable[[], bool]) -> str:
    try:
        child = Child(_serve, (backend,), log)
    except OSError as error:
        raise RenderError(f"the engine can't be started: {reason(error)}") from error
    with closing(child):
        while not stopped():
            try:
                answer: str | RenderError | None = child.receive(POLL_SECONDS)
            except EOFError as error:
                end = child.end()
                raise RenderError(f"the engine can't be started ({end}){end.pointer}") from error
            if isinstance(answer, RenderError):
                raise answer
            if answer is not None:
                return answer
    raise RenderError("the search for a precision that suits this device was stopped")


def _serve(parent: Parent, backend: str) -> None:
    try:
        parent.send(suitable_precision(backend))
    except RenderError as error:
        parent.send(error)
