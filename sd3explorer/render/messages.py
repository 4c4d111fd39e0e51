"""What is sent to a renderer and back: plain values that travel between processes."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

from sd3explorer.presets.preset import Preset
from sd3explorer.render.error import RenderError as RenderError
from sd3explorer.walk.maths import Array
from sd3explorer.walk.recipe import Prompt, Recipe

Image: TypeAlias = NDArray[np.uint8]

# Measured with the starter model on two CPU cores: 8 frames at once take a tenth less time each
# than 4 at once, and 16 no less. Large pictures keep a device busy by themselves, and fill its memory.
_MOST_FRAMES_AT_ONCE = 8
_PIXELS_AT_ONCE = 8 * 512 * 512


def auto_batch_size(image_size: tuple[int, int]) -> int:
    """How many frames are rendered at once where nobody asks for another number.

    Args:
        image_size: Height and width of the frames in pixels.
    """
    height, width = image_size
    return min(max(_PIXELS_AT_ONCE // (height * width), 1), _MOST_FRAMES_AT_ONCE)


class EngineLostError(RenderError):
    """An engine is gone with what it had, which another one can render.

    Args:
        problem: What became of it, as a clause.
        blamed: Whether it was rendering, so that its frames may be why.
    """

    def __init__(self, problem: str, blamed: bool) -> None:
        super().__init__(problem)
        self.blamed = blamed


class Phase(StrEnum):
    """What the engine is busy with."""

    STARTING = "starting the engine"
    BUILDING = "loading the model"
    COMPILING = "compiling"


class Activity(StrEnum):
    """What one of several engines does where it isn't in a phase of getting ready."""

    OFF = "not started"
    READY = "ready"
    RENDERING = "rendering"
    GIVEN_UP = "given up"


@dataclass(frozen=True, slots=True)
class EngineSettings:
    """What an engine is started with.

    Args:
        preset: The model.
        image_size: Height and width of the frames in pixels.
        precision: Name of the dtype that frames are rendered in.
        backend: Name of Keras' backend; None takes the default.
        batch_size: Frames rendered at once; None takes what was measured, or else suits the image size.
        programs: Folder of compiled programs, those that are kept for other processes; None keeps none.
        watched: Whether somebody looks on, and wants `Denoising`, `DeviceMemory` and `Engines`.
        measured: The number of frames that take the least time each, where that was measured before.
        tune: Whether to measure that once the engine is warm, and report it with `Tuned`.
    """

    preset: Preset
    image_size: tuple[int, int]
    precision: str = "float32"
    backend: str | None = None
    batch_size: int | None = None
    programs: Path | None = None
    watched: bool = False
    # What the engine is asked for beside frames; none of it makes it another engine.
    measured: int | None = field(default=None, compare=False)
    tune: bool = field(default=False, compare=False)

    @property
    def frames_at_once(self) -> int:
        """The batch size that was asked for, or else was measured, or else suits the image size."""
        return self.batch_size or self.measured or auto_batch_size(self.image_size)


@dataclass(frozen=True, slots=True)
class Status:
    """The engine begins with something."""

    phase: Phase


@dataclass(frozen=True, slots=True)
class Notice:
    """Something worth knowing that stops nothing."""

    text: str


@dataclass(frozen=True, slots=True)
class Compiled:
    """Batches of such frames need not wait for a compiler.

    Args:
        batch_size: Frames that the programs render at once.
        guided: Whether with guidance.
    """

    batch_size: int
    guided: bool


@dataclass(frozen=True, slots=True)
class Tuned:
    """So many frames at once take the least time each: what the engine continues with."""

    batch_size: int


@dataclass(frozen=True, slots=True)
class Rendered:
    """A frame is done: `image` is uint8 (height, width, 3)."""

    recipe: Recipe
    image: Image


@dataclass(frozen=True, slots=True)
class Failed:
    """A frame can't be rendered as things are."""

    recipe: Recipe
    reason: str


@dataclass(frozen=True, slots=True)
class Denoising:
    """How frames look that are being rendered, a few times a second, for frames that take so long.

    Args:
        recipes: The frames.
        images: For each uint8 (height // 8, width // 8, 3), from noise to almost the frame.
    """

    recipes: tuple[Recipe, ...]
    images: tuple[Image, ...]


@dataclass(frozen=True, slots=True)
class DeviceMemory:
    """Memory of the device that renders, after a batch.

    Args:
        device: What it is called: "GPU 0", or "CPU".
        used: Bytes of it that are taken.
        total: Bytes that there are.
    """

    device: str
    used: int
    total: int


@dataclass(frozen=True, slots=True)
class EngineState:
    """One of several engines.

    Args:
        name: What it is called, by its device: "GPU 0".
        activity: What it does.
        frames_per_minute: How fast it is; None as long as nothing was measured.
        memory: Of its device; None as long as nobody knows.
        problem: Why it was given up, or "".
    """

    name: str
    activity: Phase | Activity = Activity.OFF
    frames_per_minute: float | None = None
    memory: DeviceMemory | None = None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Engines:
    """What each of several engines does now, whenever that changes."""

    states: tuple[EngineState, ...]


@dataclass(frozen=True, slots=True)
class Measured:
    """How far the embeddings of some prompts are apart.

    Args:
        prompts: The prompts.
        angles: float32 (prompts, prompts), in radians: the way that a slerp goes from one to the other.
    """

    prompts: tuple[Prompt, ...]
    angles: Array


Event: TypeAlias = Status | Notice | Compiled | Tuned | Rendered | Failed | Denoising | DeviceMemory | Engines
Batch: TypeAlias = Sequence[Recipe]


class Renderer(Protocol):
    """A place where frames are rendered."""

    @property
    def settings(self) -> EngineSettings:
        """The model and how it runs: only frames of these can be rendered here."""
        ...

    def render(self, batches: Iterable[Batch]) -> Iterator[Event]:
        """Renders batch after batch.

        Args:
            batches: Asked for the next batch only when there is room for it, so that what comes
                next can be decided late; from any thread, but by one at a time. No frame twice. After their
                end they may be asked again while frames are being rendered, and have more then.

        Yields:
            What happens, as it happens; `Rendered` or `Failed` for each recipe.

        Raises:
            RenderError: The model can't be loaded, or the engine can't be kept alive.
        """
        ...

    def warm(self, recipes: Iterable[Recipe]) -> Iterator[Event]:
        """Gets ready for frames of some kinds without rendering any: starts, loads, compiles.

        The programs for one frame alone come first, then those for whole batches.

        Args:
            recipes: One of each kind; asked for the next only when the engine is ready for the last.

        Yields:
            What happens, as it happens; `Compiled` for what is ready, each time anew.

        Raises:
            RenderError: The model can't be loaded, or the engine ended, which isn't tried again.
        """
        ...

    def measure(self, prompts: Sequence[Prompt]) -> Iterator[Event | Measured]:
        """Measures how far the embeddings of some prompts are apart.

        Args:
            prompts: The prompts, at most as many as a blend has pins.

        Yields:
            What happens, as it happens; `Measured` in the end, unless it was stopped.

        Raises:
            RenderError: The model can't be loaded, or the engine ended, which isn't tried again.
        """
        ...

    def stop(self) -> None:
        """Ends `render` within one denoising step, or `warm` or `measure`; may be called from any thread.

        A program that is being compiled is finished first, so what comes next may wait for that.
        """
        ...

    def ended(self) -> str | None:
        """How the engine ended by itself, in words, while nothing was asked of it; None if it didn't.

        Asked by whoever else calls `render` and `warm`, and reported once.
        """
        ...

    def close(self) -> None:
        """Stops the engine and frees its memory."""
        ...
