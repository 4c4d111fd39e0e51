"""Engines on other machines, by the system's own ssh: no port is opened, and no secret is kept here."""

import logging
import re
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sd3explorer.presets.preset import Preset
from sd3explorer.processes.child import End
from sd3explorer.render.address import Address
from sd3explorer.render.asking import AskingRenderer
from sd3explorer.render.connection import BYTES_BESIDE, SSH_FAILED, Connection, lost, refusal, why
from sd3explorer.render.folders import default_log
from sd3explorer.render.handshake import About, Absent, Ask, Beat, Open, Opened, Refused, Suit, Suited
from sd3explorer.render.lacking import remedy
from sd3explorer.render.messages import (
    EngineSettings,
    Event,
    Failed,
    Measured,
    Notice,
    Rendered,
    RenderError,
    Tuned,
)
from sd3explorer.render.precision import AUTO
from sd3explorer.render.wire import MOST_FRAMES_AT_ONCE, UselessError, text
from sd3explorer.walk.files import reason

logger = logging.getLogger(__name__)

# Soon after the first end of a connection, then later and later: an hour in all.
SECONDS_TO_RETRY = (0.5, 1.0, 2.0, 4.0, 8.0, 15.0)
MOST_RETRIES = 240
# Of a machine that never answered.
FIRST_TRIES = 3
# So often in a row may the worker end by itself without one frame done.
CRASHES_ALLOWED = 5


@dataclass(frozen=True, slots=True)
class OtherMachine:
    """The place at the other end of ssh. What it renders with is its own business.

    Args:
        address: Where that is.
        log: File that what ssh and the worker write goes to.
        backend: Name of Keras' backend, or "auto"; None takes what suits that machine.
        asked_precision: Name of a dtype, or "auto", which is what suits that machine.
        ssh: The program, and what else it is started with.
    """

    address: Address
    log: Path
    backend: str | None = None
    asked_precision: str = AUTO
    ssh: tuple[str, ...] = ("ssh",)

    @classmethod
    def of_user(cls, address: str, backend: str | None = None, precision: str = AUTO) -> "OtherMachine":
        """This place with the folders of the app's user.

        Raises:
            RenderError: It is no address, or it is unknown where these folders are.
        """
        read = Address.read(address)
        name = re.sub(r"[^\w.-]", "-", f"{read.host}-{read.port or ''}".strip("-"))
        return cls(read, default_log().with_name(f"engine-at-{name}.log"), backend, precision)

    @property
    def name(self) -> str:
        """What it is called; see `Place.name`."""
        return self.address.host

    @property
    def watchable(self) -> bool:
        """See `Place.watchable`."""
        return True

    def precision(
        self, stopped: Callable[[], bool] = lambda: False, say: Callable[[str], None] = lambda _: None
    ) -> str:
        """Name of the dtype that frames are rendered in; see `Place.precision`."""
        if self.asked_precision != AUTO:
            return self.asked_precision
        with closing(self.connect()) as connection:
            connection.send(Suit(self.backend))
            found = connection.answer(Suited, stopped).precision
        if found not in ("float32", "bfloat16", "float16"):
            raise RenderError(f"{self.name} renders in a precision that is unknown here")
        return found

    def look(self, stopped: Callable[[], bool] = lambda: False) -> About:
        """What there is.

        Raises:
            RenderError: It can't be reached or used, and what to do; or that was stopped.
        """
        with closing(self.connect()) as connection:
            connection.send(Ask())
            return connection.answer(About, stopped)

    def settings(
        self,
        preset: Preset,
        image_size: tuple[int, int],
        precision: str,
        batch_size: int | None = None,
        watched: bool = False,
    ) -> EngineSettings:
        """What an engine is started with; see `Place.settings`. How many frames at once it says later."""
        return EngineSettings(preset, image_size, precision, self.backend, batch_size, None, watched)

    def remember(self, settings: EngineSettings, batch_size: int) -> None:
        """Nothing: the other machine remembers its own."""

    def open(self, settings: EngineSettings) -> "SshRenderer":
        """A renderer with an engine there; see `Place.open`."""
        return SshRenderer(settings, self)

    def connect(self, most_bytes: int = BYTES_BESIDE) -> "Connection":
        """Starts ssh.

        Raises:
            RenderError: It can't be started.
        """
        try:
            return Connection(self.address, self.ssh, self.log, most_bytes)
        except FileNotFoundError as error:
            raise RenderError(f"{self.name}: there is no {self.ssh[0]} here; install OpenSSH") from error
        except OSError as error:
            raise RenderError(f"{self.name}: {self.ssh[0]} can't be started: {reason(error)}") from error


class SshRenderer(AskingRenderer):
    """Renders on another machine. A connection that is cut is restored and continues where it was.

    Args:
        settings: The model and how to run it.
        place: Where.
    """

    def __init__(self, settings: EngineSettings, place: OtherMachine) -> None:
        super().__init__(settings, place.name)
        self._place = place
        # Whether an engine was ever opened, and whether it was in the connection that is there now.
        self._known = self._opened = False
        self._crashes = 0

    def _open(self) -> Connection:
        settings = self.settings
        preset = settings.preset
        height, width = settings.image_size
        self._opened = False
        connection = self._place.connect(2 * 3 * height * width + BYTES_BESIDE)
        try:
            size = preset.size
        except OSError as error:
            connection.close()
            raise RenderError(f"{preset.place} can't be read: {reason(error)}") from error
        asked = Open(
            model=preset.name,
            identity=preset.identity,
            weights_size=size,
            loras=tuple((lora.file.name, lora.identity) for lora in preset.loras),
            image_size=settings.image_size,
            precision=settings.precision,
            backend=settings.backend,
            batch_size=settings.batch_size,
            watched=settings.watched,
        )
        connection.send(asked)
        logger.info("an engine at %s starts: %s, %s", self._place.address, preset.name, settings.precision)
        return connection

    def _look_at(self, content: object) -> object:
        match content:
            case Opened(int() as size) if 0 < size <= MOST_FRAMES_AT_ONCE:
                self._opened = self._known = True
                return Tuned(size)
            case Refused(str() as said):
                raise UselessError(text(said))
            case Absent(str() as said):
                raise UselessError(f"{text(said)}; {remedy(self.settings.preset, self._place.address)}")
            case Beat():
                return None
            case _:
                return content

    def _check_end(self, end: End) -> None:
        if refused := refusal(self._place.address, end):
            raise RenderError(refused)
        if not self._known and self._ends >= FIRST_TRIES - 1:
            raise RenderError(f"{lost(self._place.address, end)}{end.pointer}")
        if end.status != SSH_FAILED and self._opened:
            self._crashes += 1
        if self._crashes >= CRASHES_ALLOWED or self._ends >= MOST_RETRIES:
            raise RenderError(f"{self._place.name} ended again and again without a frame ({why(end)})")

    def _recover(self, end: End) -> Iterator[Event]:
        if self._ends == 1 and self._known:
            yield Notice(f"the connection to {self._place.name} was cut ({why(end)}); it is being restored")
        self._stopping.wait(SECONDS_TO_RETRY[min(self._ends, len(SECONDS_TO_RETRY)) - 1])

    def _unready(self, end: End) -> RenderError:
        if not self._known:
            return RenderError(f"{lost(self._place.address, end)}{end.pointer}")
        return RenderError(f"the connection to {self._place.name} was cut ({why(end)}); try again")

    def _begin(self) -> None:
        super()._begin()
        self._crashes = 0

    def _log_event(self, event: Event | Measured | None) -> None:
        if isinstance(event, Rendered | Failed):
            self._crashes = 0
        super()._log_event(event)
