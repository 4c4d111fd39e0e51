"""Keeps the machine from falling asleep while something works that nobody watches."""

from collections.abc import Generator
from contextlib import contextmanager

from wakepy import keep


@contextmanager
def kept_awake() -> Generator[bool]:
    """Keeps the machine awake within the block, as far as its desktop knows how; its screen may go dark.

    Yields:
        Whether it does.
    """
    with keep.running(on_fail="pass") as mode:
        yield bool(mode.active)
