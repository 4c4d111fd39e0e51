"""Looks at what a backend sees of this computer: in a process of its own, which may crash or hang."""

import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from sd3explorer.machine.backends import TITLES, Seen
from sd3explorer.machine.devices import ANY, Device
from sd3explorer.processes.child import Child
from sd3explorer.processes.parent import Parent
from sd3explorer.processes.values import Kinds
from sd3explorer.render.engine import seen_by
from sd3explorer.render.messages import RenderError
from sd3explorer.walk.files import reason

KINDS = Kinds(Seen)

POLL_SECONDS = 0.1
# As much of a look counts as time that the backend had.
LONGEST_LOOK = 0.5

# The first import from a slow disk takes a minute; what takes longer than this never ends.
SECONDS_TO_ANSWER = 180.0


def probe(
    backend: str,
    log: Path,
    stopped: Callable[[], bool] = lambda: False,
    report: Callable[[str], None] = lambda _: None,
    seconds: float = SECONDS_TO_ANSWER,
    device: Device = ANY,
) -> Seen:
    """What a backend sees of this computer; one that crashes or hangs is a problem of it, and no error.

    Args:
        backend: Name of Keras' backend.
        log: File that the output of the process goes to.
        stopped: Asked again and again whether nobody wants to know any more.
        report: Called with what is going on, as a clause: "importing JAX".
        seconds: How long it may take.
        device: The only one that it sees.

    Raises:
        RenderError: It was stopped.
    """
    title = TITLES.get(backend, backend)
    try:
        child = Child(_serve, (backend,), log, dict(device.variables))
    except OSError as error:
        return Seen(backend, problem=f"{title} can't be started: {reason(error)}")
    doing, waited, looked_at = f"starting {title}", 0.0, time.monotonic()
    report(doing)
    with closing(child):
        while waited < seconds:
            if stopped():
                raise RenderError("measuring what suits this device was stopped")
            try:
                answer: str | Seen | None = child.receive(POLL_SECONDS)
            except EOFError:
                ended = child.end()
                return Seen(backend, problem=f"{title} can't be started ({ended}){ended.pointer}")
            if isinstance(answer, Seen):
                return answer
            if answer is not None:
                doing = answer
                report(doing)
            # However long this process was stopped, or the machine slept: nobody answers meanwhile.
            now = time.monotonic()
            waited += min(now - looked_at, LONGEST_LOOK)
            looked_at = now
    text = f"{title} didn't answer within {seconds:g} seconds, while {doing}; what it wrote is in {log}"
    return Seen(backend, problem=text)


def _serve(parent: Parent, backend: str) -> None:
    parent.send(seen_by(backend, parent.send))
