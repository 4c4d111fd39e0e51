"""Engines that come and go while others render: what a fleet asks for them."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from sd3explorer.render.messages import Renderer

# So long is waited for others where one was lost and all that are left are given up.
SECONDS_TO_HOPE = 30.0


class Crew(Protocol):
    """Where engines come from."""

    def arrived(self) -> Mapping[str, Renderer]:
        """Those that have come since it was last asked, by their names, which are unique. Never waits long.

        Raises:
            RenderError: None will come any more.
        """
        ...

    def close(self) -> None:
        """No more are wanted; from any thread."""
        ...


@dataclass(slots=True)
class NoCrew:
    """Nobody comes."""

    def arrived(self) -> Mapping[str, Renderer]:
        """None, at any time."""
        return {}

    def close(self) -> None:
        """There is nothing to end."""


@dataclass(slots=True)
class Hope:
    """Whether to wait for engines where none is left that works.

    Args:
        crew: Where they would come from.
        said: Whether it was said that frames wait.
    """

    crew: Crew
    said: bool = False
    _lost_at: float = field(default=-SECONDS_TO_HOPE)

    def lose(self) -> None:
        """One was lost, which may come again."""
        self._lost_at = time.monotonic()

    def is_left(self, given_up: int) -> bool:
        """Whether others may come.

        Args:
            given_up: How many are there that can't be used.
        """
        if isinstance(self.crew, NoCrew):
            return False
        return not given_up or time.monotonic() - self._lost_at < SECONDS_TO_HOPE
