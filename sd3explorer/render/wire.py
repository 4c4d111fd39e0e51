"""What a renderer and its worker say to each other, in another process or on another machine.

Frames are asked for by their recipes and answered by their digests, so an answer can only be one to what was
asked. Whatever comes is checked before anybody sees it: a worker that lies has no more to say than pictures.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeAlias, TypeVar, cast

import numpy as np
from numpy.typing import NDArray

from sd3explorer.presets.sources import preset_kinds
from sd3explorer.processes.values import Kinds
from sd3explorer.render.messages import (
    Compiled,
    Denoising,
    DeviceMemory,
    Engines,
    EngineSettings,
    Event,
    Failed,
    Image,
    Measured,
    Notice,
    Phase,
    Rendered,
    RenderError,
    Status,
    Tuned,
)
from sd3explorer.render.squeezing import Squeezed, unsqueezed
from sd3explorer.walk import recipe as recipes
from sd3explorer.walk.maths import Array
from sd3explorer.walk.printable import printable
from sd3explorer.walk.recipe import Prompt, Recipe

Number = TypeVar("Number", bound=np.generic)

LONGEST_TEXT = 2_000
LONGEST_NAME = 100
MOST_FRAMES_AT_ONCE = 4_096
PIXELS_PER_LATENT = 8


@dataclass(frozen=True, slots=True)
class Render:
    """Render these frames."""

    run: int
    batch: tuple[Recipe, ...]


@dataclass(frozen=True, slots=True)
class Warm:
    """Get ready for frames like this one."""

    run: int
    recipe: Recipe


@dataclass(frozen=True, slots=True)
class Measure:
    """Measure how far the embeddings of these prompts are apart."""

    run: int
    prompts: tuple[Prompt, ...]


@dataclass(frozen=True, slots=True)
class Stop:
    """Drop everything that was asked for in this run."""

    run: int


@dataclass(frozen=True, slots=True)
class Drawn:
    """A frame is done: the one whose recipe has this digest."""

    digest: str
    image: Image | Squeezed


@dataclass(frozen=True, slots=True)
class Undrawn:
    """A frame can't be rendered as things are."""

    digest: str
    reason: str


@dataclass(frozen=True, slots=True)
class Underway:
    """How frames look that are being rendered; see `Denoising`."""

    digests: tuple[str, ...]
    images: tuple[Image, ...]


@dataclass(frozen=True, slots=True)
class Angles:
    """How far the prompts are apart that were asked for; see `Measured`."""

    angles: Array


@dataclass(frozen=True, slots=True)
class Done:
    """All events of the oldest request were sent."""


@dataclass(frozen=True, slots=True)
class GivenUp:
    """Nothing more comes of the run."""

    reason: str


Request: TypeAlias = Render | Warm | Measure
Content: TypeAlias = (
    Drawn
    | Undrawn
    | Underway
    | Angles
    | Status
    | Notice
    | Compiled
    | Tuned
    | DeviceMemory
    | Engines
    | Done
    | GivenUp
)


@dataclass(frozen=True, slots=True)
class Answer:
    """Something came of a run: an event, the end of a request, or why nothing more comes."""

    run: int
    content: Content


RECIPE_KINDS = (
    *(recipes.Adapter, recipes.Prompt, recipes.Ones, recipes.RandomDirection, recipes.Drift),
    *(recipes.Gaussian, recipes.Orbit, recipes.Slerp, recipes.Denoised, recipes.Recipe),
    *(recipes.Picture, recipes.PictureLatents, recipes.Inverted, recipes.Pull),
)
WORK_KINDS = (
    *RECIPE_KINDS,
    *(Render, Warm, Measure, Stop, Answer, Drawn, Undrawn, Underway, Angles, Done, GivenUp, Squeezed),
    *(Status, Phase, Notice, Compiled, Tuned, DeviceMemory),
)
# With what an engine on this machine is started with.
KINDS = Kinds(*WORK_KINDS, EngineSettings, *preset_kinds())


class UselessError(RenderError):
    """A worker is of no more use: it sends what nobody asked for or what can't be, or it refuses."""


class Asked:
    """The frames that a worker was asked for and hasn't answered, batch by batch, the oldest first."""

    def __init__(self) -> None:
        self._batches: list[dict[str, Recipe]] = []

    def __len__(self) -> int:
        return len(self._batches)

    @property
    def batches(self) -> tuple[tuple[Recipe, ...], ...]:
        """These."""
        return tuple(tuple(batch.values()) for batch in self._batches)

    def add(self, batch: Iterable[Recipe]) -> None:
        """Some more were asked for."""
        self._batches.append({recipe.digest: recipe for recipe in batch})

    def take(self, digest: object) -> Recipe:
        """A frame is answered, and is forgotten here.

        Raises:
            UselessError: It wasn't asked for, or was answered before.
        """
        for batch in self._batches:
            if isinstance(digest, str) and digest in batch:
                recipe = batch.pop(digest)
                self._batches = [each for each in self._batches if each]
                return recipe
        raise UselessError("it sent a frame that nobody asked for")

    def find(self, digests: Iterable[object]) -> list[Recipe]:
        """Those of them that are asked for."""
        known = {digest: recipe for batch in self._batches for digest, recipe in batch.items()}
        return [known[digest] for digest in digests if isinstance(digest, str) and digest in known]


def sent(event: Event | Measured) -> Content:
    """What a worker says of an event.

    Args:
        event: Something that its engine has reported.
    """
    match event:
        case Rendered(recipe, image):
            return Drawn(recipe.digest, image)
        case Failed(recipe, reason):
            return Undrawn(recipe.digest, reason)
        case Denoising(of, images):
            return Underway(tuple(recipe.digest for recipe in of), images)
        case Measured(_, angles):
            return Angles(angles)
        case _:
            return event


def received(content: object, asked: Asked, prompts: tuple[Prompt, ...] = ()) -> Event | Measured | None:
    """The event that a worker has reported, as far as it can be one.

    Args:
        content: What came from it.
        asked: What it was asked for; a frame that is answered is taken from there.
        prompts: What it was asked to measure.

    Returns:
        None where it is no news.

    Raises:
        UselessError: It can't be an answer to that.
    """
    match content:
        case Drawn(digest, image):
            recipe = asked.take(digest)
            return Rendered(recipe, _picture(image, recipe.image_size))
        case Undrawn(digest, str() as reason):
            return Failed(asked.take(digest), text(reason))
        case Underway(tuple() as digests, tuple() as images):
            return _underway(digests, images, asked)
        case Angles(angles):
            shape = (len(prompts), len(prompts))
            return Measured(prompts, _array(angles, np.float32, shape, "angles"))
        case _:
            return _news(content)


def text(said: str) -> str:
    """What a worker says in words, as people may see it."""
    return printable(said[:LONGEST_TEXT])


def _news(content: object) -> Event:
    match content:
        case Status(Phase()):
            return content
        case Notice(str() as said):
            return Notice(text(said))
        case Compiled(int() as size, bool()) if 0 < size <= MOST_FRAMES_AT_ONCE:
            return content
        case Tuned(int() as size) if 0 < size <= MOST_FRAMES_AT_ONCE:
            return content
        case DeviceMemory(str() as name, int() as used, int() as total) if 0 <= used < 2**63 > total >= 0:
            return DeviceMemory(printable(name[:LONGEST_NAME]), used, total)
        case _:
            raise UselessError(f"it sent a {type(content).__name__} that makes no sense")


def _picture(image: object, image_size: tuple[int, int]) -> Image:
    if isinstance(image, Squeezed):
        try:
            return unsqueezed(image, image_size)
        except ValueError as error:
            raise UselessError("it sent a frame that is damaged") from error
    return _array(image, np.uint8, (*image_size, 3), "a frame")


def _underway(digests: tuple[object, ...], images: tuple[object, ...], asked: Asked) -> Denoising | None:
    found = asked.find(digests)
    if len(found) != len(digests) or len(found) != len(images) or not found:
        # Of frames that were done or stopped meanwhile.
        return None
    shown: list[Image] = []
    for recipe, image in zip(found, images, strict=True):
        height, width = (side // PIXELS_PER_LATENT for side in recipe.image_size)
        shown.append(_array(image, np.uint8, (height, width, 3), "a frame"))
    return Denoising(tuple(found), tuple(shown))


def _array(value: object, dtype: type[Number], shape: tuple[int, ...], what: str) -> NDArray[Number]:
    if isinstance(value, np.ndarray):
        array = cast(NDArray[Any], value)
        if array.dtype == dtype and array.shape == shape:
            return array
    raise UselessError(f"it sent {what} of another shape")
