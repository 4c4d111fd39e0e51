"""Which precision frames are rendered in where "auto" was asked for: measured once, and remembered.

Frames differ by their precision, so recipes hold it. It is known before any frame is looked up.
"""

import logging
from collections.abc import Callable
from pathlib import Path

from sd3explorer.machine.backends import AUTO as AUTO
from sd3explorer.machine.devices import ANY, Device
from sd3explorer.render.engine import PRECISIONS, chosen_backend
from sd3explorer.render.messages import RenderError
from sd3explorer.render.probe import probe
from sd3explorer.render.tuning import Tuning

logger = logging.getLogger(__name__)


def resolved_precision(
    precision: str,
    backend: str | None,
    tuning: Tuning | None,
    log: Path,
    stopped: Callable[[], bool] = lambda: False,
    device: Device = ANY,
) -> str:
    """The dtype that was asked for, or the one that "auto" stands for on this machine.

    The first time, a process of its own measures what the device is fast at, which takes some seconds.

    Args:
        precision: Name of a dtype, or "auto".
        backend: Name of Keras' backend; None takes the default.
        tuning: Where what was measured is remembered; None remembers nothing.
        log: File that the output of that process goes to.
        stopped: Asked again and again whether nobody wants to know any more.
        device: The only one that is used.

    Raises:
        RenderError: It can't be measured, and why; or it was stopped.
    """
    if precision != AUTO:
        return precision
    backend = chosen_backend(backend)
    remembered = tuning.precision(backend) if tuning is not None else None
    if remembered in PRECISIONS:
        return remembered
    measured = _measured(backend, log, stopped, device)
    logger.info("with %s, this device is fast at %s", backend, measured)
    if tuning is not None:
        tuning.remember_precision(backend, measured)
    return measured


def _measured(backend: str, log: Path, stopped: Callable[[], bool], device: Device) -> str:
    seen = probe(backend, log, stopped, device=device)
    if seen.problem:
        raise RenderError(seen.problem)
    return seen.precision
