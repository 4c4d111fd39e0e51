"""What is sent to a way's process and back: plain values that travel between processes."""

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from sd3explorer.bench.shapes import Shape
from sd3explorer.bench.ways import Way
from sd3explorer.presets.preset import Preset
from sd3explorer.presets.sources import preset_kinds
from sd3explorer.processes.values import Kinds
from sd3explorer.walk.model import ModelFacts
from sd3explorer.walk.noises import Varying
from sd3explorer.walk.paths import Hold, Prompts
from sd3explorer.walk.recipe import Recipe
from sd3explorer.walk.sampler import Sampler
from sd3explorer.walk.timing import Timing
from sd3explorer.walk.walk import Walk

Pictures: TypeAlias = NDArray[np.uint8]

# One that the starter model knows. KerasHub's generate can't mix texts, so all frames have this one.
PROMPT = "a 3d dog face on a sky blue background"


@dataclass(frozen=True, slots=True)
class Work:
    """What every way renders.

    Args:
        model: The preset, or the shape of a model with random weights.
        image_size: Height and width of the frames in pixels.
        num_steps: Denoising steps.
        guidance_scale: Weight of guidance; 1 is none.
        batch_size: Frames rendered at once.
        batches: Batches in each turn.
        precision: Name of a dtype, or "auto".
    """

    model: Preset | Shape
    image_size: tuple[int, int]
    num_steps: int
    guidance_scale: float
    batch_size: int
    batches: int
    precision: str

    @property
    def frames(self) -> int:
        """Frames in each turn."""
        return self.batch_size * self.batches

    @property
    def guided(self) -> bool:
        """Whether the negative text counts."""
        return self.guidance_scale > 1.0

    def recipes(self, turn: int) -> list[list[Recipe]]:
        """The recipes of each batch of a turn: those of a walk with fresh noise for each frame.

        Args:
            turn: From 0. Each has noise of its own.
        """
        walk = Walk(
            path=Hold(Prompts(PROMPT)),
            noise=Varying(turn),
            timing=Timing(self.frames),
            sampler=Sampler(self.num_steps, self.guidance_scale),
        )
        facts = ModelFacts("", self.image_size, self.num_steps, self.guidance_scale)
        recipes = [walk.recipe(index, facts) for index in range(self.frames)]
        return [recipes[start : start + self.batch_size] for start in range(0, self.frames, self.batch_size)]


@dataclass(frozen=True, slots=True)
class Texts:
    """The embeddings of the prompt and of the negative prompt, which all ways get the same of.

    Args:
        context: float32 (2, rows, 4096).
        pooled: float32 (2, 2048).
        padding: Number of rows at the end of `context` that stand for no token.
        token_ids: For each text encoder int32 (2, tokens): what the texts were before.
    """

    context: NDArray[np.float32]
    pooled: NDArray[np.float32]
    padding: int
    token_ids: dict[str, NDArray[np.int32]]


@dataclass(frozen=True, slots=True)
class Ready:
    """The model is loaded.

    Args:
        texts: Those it was given, or has encoded.
        precision: Name of the dtype it is in.
        device: What computes.
        seconds: How long loading took, imports included.
    """

    texts: Texts
    precision: str
    device: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Render:
    """Render the frames of a turn.

    Args:
        turn: From 0.
        want_pictures: Whether to send them, too.
    """

    turn: int
    want_pictures: bool = False


@dataclass(frozen=True, slots=True)
class Rendered:
    """A turn is done.

    Args:
        seconds: From recipes to pictures in the memory of the process.
        pictures: (frames, height, width, 3), if they were wanted.
        device_memory: The most bytes of a GPU that were needed so far; None where that is unknown.
    """

    seconds: float
    pictures: Pictures | None
    device_memory: int | None


@dataclass(frozen=True, slots=True)
class MeasureProducts:
    """Find out how fast matrix products are at best."""


@dataclass(frozen=True, slots=True)
class Products:
    """Floating-point operations per second of large matrix products."""

    rate: float


@dataclass(frozen=True, slots=True)
class Unable:
    """Why nothing more comes, in one sentence."""

    reason: str


Request: TypeAlias = Render | MeasureProducts
Answer: TypeAlias = Ready | Rendered | Products | Unable

KINDS = Kinds(
    *(Way, Work, Shape, Texts, Ready, Render, Rendered, MeasureProducts, Products, Unable), *preset_kinds()
)
