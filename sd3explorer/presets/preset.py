"""A model as a value: what everybody needs to know of it, and how it is loaded, wherever its files are."""

import hashlib
import math
from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol, TypedDict

from numpy.typing import NDArray

from sd3explorer.presets.catalog import SamplerDefaults, known, sampler_defaults, title
from sd3explorer.presets.checkpoints.layout import Weight
from sd3explorer.presets.loras.file import LoraFile
from sd3explorer.presets.tokens import Vocabulary
from sd3explorer.resources import ships
from sd3explorer.walk.error import ReportedError
from sd3explorer.walk.model import ModelFacts
from sd3explorer.walk.schedule import Schedule

# The decoder of every SD3 makes 8 × 8 pixels of one latent.
PIXELS_PER_LATENT = 8


class PresetError(ReportedError):
    """Why a preset can't be had or used, and what to do, in one sentence."""


def again(place: Path) -> str:
    """What to do about a file or folder of a model that is missing or damaged."""
    return "install sd3explorer again" if ships(place) else "fetch or copy the model again"


class T5Files(Protocol):
    """A T5 in its files."""

    @property
    def shape(self) -> Any:
        """What it is built like: `checkpoints.architecture.T5`."""
        ...

    def read(self, name: str) -> NDArray[Any]:
        """Reads a weight by its name in `checkpoints.layout`, in its shape there.

        Raises:
            PresetError: It can't be read.
        """
        ...


@dataclass(frozen=True, slots=True)
class EightBits:
    """The kernel of a dense layer that stays in eight bits a number, as its file has it.

    Args:
        weight: Which.
        dtype: Its name: "float8_e4m3fn".
        is_scaled: Whether its outputs are multiplied by something, each by its own.
    """

    weight: Weight
    dtype: str
    is_scaled: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Preset(ABC):
    """A model whose files are here. Each source of models has a class of its own, with what differs.

    It travels to the process that renders, so it holds plain values and reads files when it is asked.

    Args:
        name: As the walk names it.
        identity: Identifies its weights.
        image_size: Height and width in pixels that it was made for.
        size_step: What height and width must be multiples of, in pixels.
        largest: The largest height or width it has positions for, in pixels.
        schedule: The noise levels that its pictures are denoised through.
        in_eight_bits: Whether it has kernels that stay in eight bits, see `eight_bits`. LoRAs are added to
            what the layers of such a denoiser say, and never merged.
        loras: What changes its weights, as far as a frame's recipe says so.
    """

    name: str
    identity: str
    image_size: tuple[int, int]
    size_step: int
    largest: int
    schedule: Schedule = Schedule()
    in_eight_bits: bool = False
    loras: tuple[LoraFile, ...] = ()

    @property
    @abstractmethod
    def place(self) -> str:
        """Where its files are, for people to read."""

    @property
    @abstractmethod
    def files(self) -> Mapping[str, Path]:
        """All that it needs of its own, by names within a folder that has it all; to be copied elsewhere.

        Raises:
            OSError: They are gone.
        """

    @property
    @abstractmethod
    def size(self) -> int:
        """Of its weights, in bytes.

        Raises:
            OSError: They are gone.
        """

    @property
    def licence(self) -> str:
        """Name of the licence of its weights; empty where only its files say it."""
        entry = known(self.name)
        return entry.licence if entry else ""

    @property
    def sampler(self) -> SamplerDefaults:
        """What a walk's sampler takes where the walk says nothing."""
        return sampler_defaults(self.name)

    def facts(self, precision: str) -> ModelFacts:
        """What the recipes of a walk need to know of this model.

        Args:
            precision: Name of the dtype that it runs in, as it changes the pictures a little.
        """
        sampler = self.sampler
        return ModelFacts(
            fingerprint=hashlib.sha256(f"{self.identity} {precision}".encode()).hexdigest(),
            image_size=self.image_size,
            num_steps=sampler.num_steps,
            guidance_scale=sampler.guidance_scale,
            schedule=self.schedule,
            loras=tuple(lora.facts for lora in self.loras),
        )

    def check_image_size(self, image_size: tuple[int, int]) -> None:
        """Refuses a size that the model has no positions for.

        Args:
            image_size: Height and width in pixels.

        Raises:
            PresetError: The model can't do this size; the message says which it can.
        """
        if any(side % self.size_step or not 0 < side <= self.largest for side in image_size):
            height, width = image_size
            raise PresetError(
                f"{title(self.name)} can't make pictures of {height}x{width}: height and width must be "
                f"multiples of {self.size_step}, up to {self.largest}"
            )

    @abstractmethod
    def vocabulary(self) -> Vocabulary | None:
        """How much of a prompt it reads; None where that is unknown."""

    @abstractmethod
    def configuration(self) -> dict[str, Any]:
        """Its `StableDiffusion3Backbone`, as Keras serializes it, checked by `check_configuration`.

        Raises:
            PresetError: Its files are missing or damaged.
        """

    @abstractmethod
    def check_weights(self) -> None:
        """Refuses weights that can't be those of its configuration, before memory for that is taken.

        Raises:
            PresetError: A file is missing or damaged, or they are too few.
        """

    @abstractmethod
    def assign_weights(self, backbone: Any) -> None:
        """Gives a model that was built of its configuration its weights, in the precision that it has.

        Args:
            backbone: KerasHub's `StableDiffusion3Backbone`; other names and shapes of weights than these
                are the source's to translate. Layers of `eight_bits` take their kernel by
                `assign_eight_bits`.

        Raises:
            Exception: Whatever Keras raises where the weights don't fit.
        """

    def eight_bits(self) -> tuple[EightBits, ...]:
        """The kernels that stay in eight bits a number, whatever the model's precision is.

        Raises:
            PresetError: Its files are missing or damaged.
        """
        return ()

    def t5(self) -> T5Files | None:
        """A T5 that prompts are read with block by block, see `diffusion.t5`.

        None where there is none, or where it is part of the model that `configuration` says.

        Raises:
            PresetError: Its files are missing or damaged.
        """
        return None

    @abstractmethod
    def preprocessor(self) -> dict[str, Any]:
        """What turns prompts into token ids: a `StableDiffusion3TextToImagePreprocessor`, serialized.

        Raises:
            PresetError: Its files are missing or damaged.
        """

    @abstractmethod
    def check_tokenizers(self) -> None:
        """Refuses tokenizers that can't be read, or that make what the model can't read.

        Raises:
            PresetError: A file is missing or damaged, or doesn't fit the configuration.
        """

    @abstractmethod
    def assign_vocabularies(self, preprocessor: Any) -> None:
        """Gives a preprocessor that was built of `preprocessor` its words.

        Args:
            preprocessor: KerasHub's `StableDiffusion3TextToImagePreprocessor`.

        Raises:
            Exception: Whatever KerasHub raises where they don't fit.
        """


class Traits(TypedDict):
    """Of a `Preset`, what its configuration says."""

    image_size: tuple[int, int]
    size_step: int
    largest: int
    schedule: Schedule


def traits(config: dict[str, Any]) -> Traits:
    """What pictures a model makes.

    Args:
        config: The part "config" of its configuration.

    Raises:
        KeyError: A field is missing.
        IndexError, TypeError, ValueError: A field has a value that it can't have.
    """
    size_step = int(config["mmdit_patch_size"]) * PIXELS_PER_LATENT
    return Traits(
        image_size=(int(config["image_shape"][0]), int(config["image_shape"][1])),
        size_step=size_step,
        largest=int(config["mmdit_position_size"]) * size_step,
        schedule=_schedule(config),
    )


def _schedule(config: dict[str, Any]) -> Schedule:
    # KerasHub leaves to its defaults what a configuration doesn't say, and those are the schedule's too.
    default = Schedule()
    schedule = Schedule(
        float(config.get("shift", default.shift)),
        int(config.get("num_train_timesteps", default.num_train_timesteps)),
    )
    if not (0.0 < schedule.shift < math.inf and schedule.num_train_timesteps > 0):
        raise ValueError("a schedule of noise levels")
    return schedule
