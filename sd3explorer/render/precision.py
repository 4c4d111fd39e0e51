"""Which precision frames are rendered in where "auto" was asked for: measured once, and remembered.

Frames differ by their precision, so recipes hold it. It is known before any frame is looked up.
"""

import json
import subprocess
import sys
from collections.abc import Callable

from sd3explorer.render.engine import PRECISIONS, chosen_backend
from sd3explorer.render.messages import RenderError
from sd3explorer.render.tuning import Tuning

AUTO = "auto"
POLL_SECONDS = 0.1


def resolved_precision(
    precision: str, backend: str | None, tuning: Tuning, stopped: Callable[[], bool] = lambda: False
) -> str:
    """The dtype that was asked for, or the one that "auto" stands for on this machine.

    The first time, a process of its own measures what the device is fast at, which takes some seconds.

    Args:
        precision: Name of a dtype, or "auto".
        backend: Name of Keras' backend; None takes the default.
        tuning: Where what was measured is remembered.
        stopped: Asked again and again whether nobody wants to know any more.

    Raises:
        RenderError: It can't be measured, and why; or it was stopped.
    """
    if precision != AUTO:
        return precision
    backend = chosen_backend(backend)
    remembered = tuning.precision(backend)
    if remembered in PRECISIONS:
        return remembered
    measured = _measured(backend, stopped)
    tuning.remember_precision(backend, measured)
    return measured


def _measured(backend: str, stopped: Callable[[], bool]) -> str:
    command = [sys.executable, "-P", "-m", "sd3explorer.diffusion.measuring", backend]
    with subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        try:
            while not stopped():
                try:
                    output, errors = process.communicate(timeout=POLL_SECONDS)
                except subprocess.TimeoutExpired:
                    continue
                return _answer(output, errors)
            raise RenderError("the search for a precision that suits this device was stopped")
        finally:
            process.kill()


def _answer(output: bytes, errors: bytes) -> str:
    try:
        answer: dict[str, str] = json.loads(output.decode(errors="replace").splitlines()[-1])
    except (ValueError, IndexError) as error:
        said = errors.decode(errors="replace").split("\n")
        last = next((line.strip() for line in reversed(said) if line.strip()), "it wrote nothing")
        raise RenderError(
            f"the engine can't start: {last[:300]}; mend that, or choose a precision with --precision"
        ) from error
    if "error" in answer:
        raise RenderError(answer["error"])
    return answer["precision"]
