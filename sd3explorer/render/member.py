"""One of the engines of a fleet, and what becomes of it."""

import logging
from dataclasses import dataclass, field

from sd3explorer.render.messages import (
    Activity,
    Batch,
    Compiled,
    DeviceMemory,
    EngineState,
    Phase,
    Renderer,
)
from sd3explorer.render.work import Pace

logger = logging.getLogger(__name__)


@dataclass(slots=True, eq=False)
class Member:
    """One of the engines, and what is known of it.

    Args:
        number: Its number in the work that is being done.
        name: What it is called.
        renderer: Itself.
        size: The most frames that it renders at once.
        pace: How fast it is.
        activity: What it does.
        memory: Of its device; None as long as nobody knows.
        compiled: What it has programs for.
        problem: Why nothing more is asked of it, or "".
        only_cold: Whether that is tried again when frames are wanted.
    """

    number: int
    name: str
    renderer: Renderer
    size: int
    pace: Pace = field(default_factory=Pace)
    activity: Phase | Activity = Activity.OFF
    memory: DeviceMemory | None = None
    compiled: set[Compiled] = field(default_factory=lambda: set[Compiled]())
    problem: str = ""
    only_cold: bool = False

    @property
    def state(self) -> EngineState:
        """As people see it."""
        activity = Activity.GIVEN_UP if self.problem else self.activity
        return EngineState(self.name, activity, self.pace.frames_per_minute, self.memory, self.problem)

    def give_up(self, problem: str) -> None:
        """Nothing more is asked of it, for this reason."""
        logger.warning("%s is given up: %s", self.name, problem)
        self.problem, self.memory, self.compiled = problem, None, set()
        self.renderer.close()


@dataclass(frozen=True, slots=True)
class Lost:
    """An engine can't be used any more."""

    problem: str


@dataclass(frozen=True, slots=True)
class Gone:
    """An engine isn't there any more; some frames are set aside, as they may be why."""

    problem: str
    set_aside: Batch
