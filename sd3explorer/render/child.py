"""Rendering in a child process, which can be stopped, crash, and be ended without harm to its parent."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from sd3explorer.machine.devices import ANY, Device
from sd3explorer.processes.child import Child, End
from sd3explorer.processes.names import name_of
from sd3explorer.render.asking import AskingRenderer
from sd3explorer.render.engine import LoadModel, chosen_backend, load_pipeline
from sd3explorer.render.messages import (
    DeviceMemory,
    EngineSettings,
    Event,
    Notice,
    Phase,
    RenderError,
    Status,
)
from sd3explorer.render.place import ThisMachine
from sd3explorer.render.worker import main
from sd3explorer.walk.files import reason

logger = logging.getLogger(__name__)

# So often in a row may the engine end without one frame done before it is given up.
CRASHES_ALLOWED = 5


@dataclass(frozen=True, slots=True)
class ChildProcess(ThisMachine):
    """The place beside whoever asks for frames: a process of its own, which may crash and is restarted."""

    @property
    def name(self) -> str:
        """What it is called; see `Place.name`."""
        return "a process of its own"

    @property
    def watchable(self) -> bool:
        """See `Place.watchable`."""
        return True

    def open(self, settings: EngineSettings) -> "ChildRenderer":
        """A renderer with a process of its own; see `Place.open`."""
        return ChildRenderer(settings, self.log, self.load_model, self.device)


class ChildRenderer(AskingRenderer):
    """Renders in a child process, which starts when it is first needed.

    Frames come back as they are done, so a crash loses only what was being rendered; the child
    is restarted and continues with that, unless it never got as far as having its model. It ends
    when its parent ends, however that ends.

    Args:
        settings: The model and how to run it.
        log: File that the child's output goes to.
        load_model: What loads the model in the child; must be importable there.
        device: The only one that the child sees.
    """

    def __init__(
        self,
        settings: EngineSettings,
        log: Path,
        load_model: LoadModel = load_pipeline,
        device: Device = ANY,
    ) -> None:
        super().__init__(settings, "the engine")
        self._device = device
        self._log = log
        self._load_model = load_model
        # What the child has shown that it can do: load the model, and work with it.
        self._loaded = self._proven = False

    def _open(self) -> Child:
        self._loaded = self._proven = False
        try:
            work = (self.settings, name_of(self._load_model))
            child = Child(main, work, self._log, dict(self._device.variables))
        except OSError as error:
            raise RenderError(f"the engine can't be started: {reason(error)}") from error
        logger.info("the engine %d starts: %s", child.process_id, _described(self.settings, self._device))
        return child

    def _look_at(self, content: object) -> object:
        match content:
            case Notice() | Status(Phase.STARTING | Phase.BUILDING):
                pass
            case Status(Phase.COMPILING):
                self._loaded = True
            case _:
                self._loaded = self._proven = True
        if isinstance(content, DeviceMemory) and self._device is not ANY:
            # To the child, the only one that it sees is the first.
            return replace(content, device=self._device.name)
        return content

    def _check_end(self, end: End) -> None:
        # Whatever keeps an engine from its first work would do so again.
        if not end.by_others and (not self._loaded or (end.cause and not self._proven)):
            raise RenderError(f"the engine can't be started ({end}){end.pointer}")

    def _recover(self, end: End) -> Iterator[Event]:
        yield Notice(_crash_notice(end, self._ends))

    def _unready(self, end: End) -> RenderError:
        return RenderError(f"the engine ended while it was getting ready ({end}){end.pointer}")


def _described(settings: EngineSettings, device: Device) -> str:
    height, width = settings.image_size
    backend = chosen_backend(settings.backend)
    return (
        f"{settings.preset.name}, {height}x{width}, {settings.precision} on {backend}, "
        f"{settings.frames_at_once} at once{device.name and ', '}{device.name}"
    )


def _crash_notice(end: End, crashes: int) -> str:
    if crashes >= CRASHES_ALLOWED:
        raise RenderError(
            f"the engine ended {crashes} times without finishing a frame ({end}){end.pointer}; "
            "try a smaller image size or another precision"
        )
    return f"the engine ended unexpectedly ({end}); it is restarted and continues where it was"
