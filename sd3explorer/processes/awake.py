"""Keeps the machine from falling asleep while something works that nobody watches."""

from collections.abc import Generator
from contextlib import contextmanager


@contextmanager
def kept_awake() -> Generator[None]:
    """Keeps the machine awake within the block, as far as its desktop knows how; its screen may go dark."""
    # It takes a while, and most commands are done at once.
    from wakepy import keep

    with keep.running(on_fail="pass"):
        yield
