"""A place to run: what it can do, what its engines are started with, and how they are opened."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol, Self

from sd3explorer.machine.devices import ANY, Device
from sd3explorer.presets.preset import Preset
from sd3explorer.render.backend import known_backend, resolved_backend
from sd3explorer.render.engine import LoadModel, load_pipeline
from sd3explorer.render.folders import default_log, default_programs, default_tuning
from sd3explorer.render.messages import EngineSettings, Renderer
from sd3explorer.render.precision import AUTO, resolved_precision
from sd3explorer.render.tuning import Tuning


class Place(Protocol):
    """Where engines run. Window and command line are handed one, and know no kind of it."""

    @property
    def name(self) -> str:
        """What it is called in a sentence: "a process of its own"."""
        ...

    @property
    def watchable(self) -> bool:
        """Whether its renderers report `Denoising` and `DeviceMemory`."""
        ...

    @property
    def log(self) -> Path | None:
        """The file with what its engines write; None where they have none."""
        ...

    def precision(self, stopped: Callable[[], bool] = ..., say: Callable[[str], None] = ...) -> str:
        """Name of the dtype that frames are rendered in here; the first time it may have to be measured.

        So may which backend computes, whose device decides it.

        Args:
            stopped: Asked again and again while it is measured whether nobody wants to know any more.
            say: Called with a sentence on another backend than the default, where one was found to be better.

        Raises:
            RenderError: It can't be measured, or that was stopped.
        """
        ...

    def settings(
        self,
        preset: Preset,
        image_size: tuple[int, int],
        precision: str,
        batch_size: int | None = None,
        watched: bool = False,
    ) -> EngineSettings:
        """What an engine is started with here.

        Args:
            preset: The model.
            image_size: Height and width of the frames in pixels.
            precision: Name of the dtype that they are rendered in, as `precision` returns it.
            batch_size: Frames rendered at once; None takes what was measured, or else suits the image size.
            watched: Whether somebody looks on, as far as that is possible here.
        """
        ...

    def remember(self, settings: EngineSettings, batch_size: int) -> None:
        """Remembers the number of frames at once that an engine found best, as `Tuned` reports it."""
        ...

    def open(self, settings: EngineSettings) -> Renderer:
        """A renderer, which starts its engine when it is first needed."""
        ...


@dataclass(frozen=True, slots=True)
class ThisMachine:
    """What places on this machine have in common: all but how a renderer is opened.

    Args:
        log: File that the output of other processes goes to.
        programs: Folder of compiled programs; None keeps none.
        tuning: What was measured about the devices here; None remembers nothing, and measures no batch sizes.
        backend: Name of Keras' backend, or "auto", which is measured, and remembered by `tuning`; None is
            the same where nobody has chosen one by `KERAS_BACKEND`.
        asked_precision: Name of a dtype, or "auto", which is measured, and remembered by `tuning`.
        load_model: What loads the model.
        device: The only one that is used.
    """

    log: Path
    programs: Path | None = None
    tuning: Tuning | None = None
    backend: str | None = None
    asked_precision: str = "float32"
    load_model: LoadModel = load_pipeline
    device: Device = ANY

    @classmethod
    def of_user(
        cls,
        backend: str | None = None,
        precision: str = AUTO,
        load_model: LoadModel = load_pipeline,
        device: Device = ANY,
    ) -> Self:
        """This place with the folders of the app's user.

        Args:
            backend: Name of Keras' backend, "auto", or None; see the class.
            precision: Name of a dtype, or "auto".
            load_model: What loads the model.
            device: The only one that is used.

        Raises:
            RenderError: It is unknown where these folders are.
        """
        log, programs = default_log(), default_programs()
        if device.name:
            log = log.with_name(f"engine-{device.name.lower().replace(' ', '-')}.log")
        if device.kind:
            programs /= f"device-{hashlib.sha256(device.kind.encode()).hexdigest()[:16]}"
        tuning = Tuning(default_tuning(), device.kind)
        return cls(log, programs, tuning, backend, precision, load_model, device)

    def precision(
        self, stopped: Callable[[], bool] = lambda: False, say: Callable[[str], None] = lambda _: None
    ) -> str:
        """Name of the dtype that frames are rendered in; see `Place.precision`."""
        backend = resolved_backend(self.backend, self.tuning, self.log, stopped, say, self.device)
        return resolved_precision(self.asked_precision, backend, self.tuning, self.log, stopped, self.device)

    def settings(
        self,
        preset: Preset,
        image_size: tuple[int, int],
        precision: str,
        batch_size: int | None = None,
        watched: bool = False,
    ) -> EngineSettings:
        """What an engine is started with; see `Place.settings`."""
        backend = known_backend(self.backend, self.tuning, self.device)
        settings = EngineSettings(preset, image_size, precision, backend, batch_size, self.programs, watched)
        if self.tuning is None or batch_size is not None:
            return settings
        measured = self.tuning.batch_size(settings)
        return replace(settings, measured=measured, tune=measured is None)

    def remember(self, settings: EngineSettings, batch_size: int) -> None:
        """Remembers the best batch size of an engine; see `Place.remember`."""
        if self.tuning is not None:
            self.tuning.remember(settings, batch_size)
