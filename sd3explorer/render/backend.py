"""Which backend computes where nobody has chosen one, or "auto" was asked for: found once, and remembered."""

import functools
import logging
from collections.abc import Callable
from pathlib import Path

from sd3explorer.machine import backends
from sd3explorer.machine.backends import AUTO, BACKENDS, DEFAULT, TITLES, Seen
from sd3explorer.machine.cards import is_apple, may_have_gpu
from sd3explorer.machine.devices import ANY, Device
from sd3explorer.render.engine import chosen_backend, is_chosen
from sd3explorer.render.probe import probe
from sd3explorer.render.tuning import Tuning

logger = logging.getLogger(__name__)


def resolved_backend(
    asked: str | None,
    tuning: Tuning | None,
    log: Path,
    stopped: Callable[[], bool] = lambda: False,
    say: Callable[[str], None] = lambda _: None,
    device: Device = ANY,
) -> str | None:
    """The backend that was asked for, or else one that has the GPU before one that hasn't.

    Backends are looked at, which takes seconds for each, only where there may be a GPU and more than one of
    them is installed; the default first, and no other where it has the GPU. So what was rendered with it
    before goes on to be.

    Args:
        asked: Name of Keras' backend, or "auto"; None where nobody asked for any.
        tuning: Where the outcome is remembered; with None, nothing is measured.
        log: File beside which the output of each backend goes.
        stopped: Asked again and again whether nobody wants to know any more.
        say: Called with why another backend than the default was chosen, when it was.
        device: The only one that is used.

    Returns:
        Its name, or None for the one that Keras runs already, `KERAS_BACKEND` or the default.

    Raises:
        RenderError: It was stopped.
    """
    if tuning is not None and _is_open(asked, device) and tuning.backend() not in _installed():
        _look(tuning, log, stopped, say, device)
    return known_backend(asked, tuning, device)


def known_backend(asked: str | None, tuning: Tuning | None, device: Device = ANY) -> str | None:
    """What `resolved_backend` returns, at once: the default where nobody has looked yet.

    Args:
        asked: Name of Keras' backend, or "auto"; None where nobody asked for any.
        tuning: Where the outcome is remembered.
        device: The only one that is used.
    """
    if asked not in (None, AUTO) or (asked is None and is_chosen()):
        return asked
    there = _installed()
    by_default = DEFAULT if asked == AUTO else None
    if there and DEFAULT not in there:
        by_default = there[0]
    if tuning is None or not _is_open(asked, device):
        return by_default
    found = tuning.backend()
    return found if found in there and found != DEFAULT else by_default


def used_here(tuning: Tuning | None, seen: tuple[Seen, ...]) -> tuple[str, str]:
    """The backend that computes where none is asked for, and why, as a clause.

    What backends see is remembered: it is newer than what `resolved_backend` knew.

    Args:
        tuning: Where to remember it.
        seen: What each backend that is installed sees.
    """
    if is_chosen():
        return chosen_backend(None), "KERAS_BACKEND says so"
    # Packages may have come since.
    _installed.cache_clear()
    if not seen or not may_have_gpu():
        found = known_backend(None, tuning) or DEFAULT
        return found, "the default" if found == DEFAULT else "TensorFlow isn't installed"
    best = backends.preferred(seen)
    if tuning is not None:
        _remember(tuning, best, seen)
    chosen = next(each for each in seen if each.backend == best)
    return best, "it has the GPU" if chosen.gpu else "no backend has the GPU"


def log_of(backend: str, log: Path) -> Path:
    """The file for what a backend writes when it is looked at, beside the engine's."""
    return log.with_name(f"check-{backend}.log")


@functools.cache
def _installed() -> tuple[str, ...]:
    # The window asks often.
    return backends.installed()


def _is_open(asked: str | None, device: Device) -> bool:
    """Whether it takes a look at backends to know which computes."""
    if device.hides_gpus:
        return False
    if asked not in (None, AUTO) or (asked is None and is_chosen()) or len(_installed()) < 2:
        return False
    return may_have_gpu() or (asked == AUTO and is_apple())


def _look(
    tuning: Tuning,
    log: Path,
    stopped: Callable[[], bool],
    say: Callable[[str], None],
    device: Device,
) -> None:
    seen: list[Seen] = []
    for backend in BACKENDS:
        if backend in _installed():
            seen.append(probe(backend, log_of(backend, log), stopped, device=device))
            logger.info("%s: %s", TITLES[backend], seen[-1].problem or seen[-1].gpu or "no GPU")
            if seen[-1].gpu:
                break
    best = backends.preferred(seen)
    _remember(tuning, best, seen)
    why = backends.reason(best, seen)
    if why:
        logger.info("%s", why)
        say(f"{why}. --backend or KERAS_BACKEND chooses another.")


def _remember(tuning: Tuning, best: str, seen: list[Seen] | tuple[Seen, ...]) -> None:
    tuning.remember_backend(best)
    for each in seen:
        if each.precision:
            tuning.remember_precision(each.backend, each.precision)
