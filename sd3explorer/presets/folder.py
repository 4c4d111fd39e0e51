"""A preset that is here: its folder, what tells it from others, and what its pictures can be."""

import hashlib
import json
import math
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sd3explorer.presets.catalog import known
from sd3explorer.presets.configuration import BACKBONE, check_configuration
from sd3explorer.presets.files import files_of, read_bytes
from sd3explorer.walk.fields import printable
from sd3explorer.walk.files import reading, reason
from sd3explorer.walk.model import ModelFacts
from sd3explorer.walk.schedule import Schedule

CONFIG = "config.json"
PREPROCESSOR = "preprocessor.json"
WEIGHTS = ("model.weights.h5", "model.weights.json")

# Control characters, ends of lines, and halves of characters.
UNSHOWABLE = ("Cc", "Zl", "Zp", "Cs")

# The decoder of every SD3 makes 8 × 8 pixels of one latent.
PIXELS_PER_LATENT = 8


class PresetError(Exception):
    """Why a preset can't be had or used, and what to do, in one sentence."""


@dataclass(frozen=True, slots=True)
class PresetFolder:
    """A preset whose files are here.

    Args:
        name: As the walk names it.
        folder: Where its files are.
        identity: Tells its weights from all others.
        image_size: Height and width in pixels that it was made for.
        size_step: What height and width must be multiples of, in pixels.
        largest: The largest height or width it has positions for, in pixels.
        schedule: The noise levels that its pictures are denoised through.
    """

    name: str
    folder: Path
    identity: str
    image_size: tuple[int, int]
    size_step: int
    largest: int
    schedule: Schedule = Schedule()

    @property
    def size(self) -> int:
        """Of its weights, in bytes.

        Raises:
            OSError: They are gone.
        """
        return sum(weights.stat().st_size for weights in self.folder.glob("*.h5"))

    def facts(self, precision: str) -> ModelFacts:
        """What the recipes of a walk need to know of this preset.

        Args:
            precision: Name of the dtype that it runs in, as it changes the pictures a little.
        """
        entry = known(self.name)
        return ModelFacts(
            fingerprint=hashlib.sha256(f"{self.identity} {precision}".encode()).hexdigest(),
            image_size=self.image_size,
            num_steps=entry.num_steps if entry else 28,
            guidance_scale=entry.guidance_scale if entry else 7.0,
            schedule=self.schedule,
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
                f"{self.name} can't make pictures of {height}x{width}: height and width must be "
                f"multiples of {self.size_step}, up to {self.largest}"
            )


def read_folder(name: str, folder: Path, identity: str | None = None) -> PresetFolder:
    """Reads what a preset's files say of it.

    Args:
        name: As the walk names the preset.
        folder: Folder of a KerasHub preset.
        identity: What tells its weights from all others; None takes the digest of its files.

    Raises:
        PresetError: A file is missing, damaged or no regular file, or it is no Stable Diffusion 3, or none
            that could be built, or the folder's name can't be shown.
    """
    if any(unicodedata.category(character) in UNSHOWABLE for character in str(folder)):
        raise PresetError(
            f'"{printable(str(folder))}" holds control characters; give the folder another name'
        )
    try:
        files = files_of(folder)
    except OSError as error:
        raise _unreadable(error, folder) from error
    if not any((folder / weights).is_file() for weights in WEIGHTS):
        raise PresetError(
            f"{folder} has no {WEIGHTS[0]}, so it is no complete preset; fetch or copy it again"
        )
    if not (folder / PREPROCESSOR).is_file():
        raise PresetError(
            f"{folder} has no {PREPROCESSOR}, so it is no complete preset; fetch or copy it again"
        )
    config: dict[str, Any] = read_config(folder)["config"]
    _check(_read_object(folder / PREPROCESSOR), folder / PREPROCESSOR)
    try:
        height, width = int(config["image_shape"][0]), int(config["image_shape"][1])
        size_step = int(config["mmdit_patch_size"]) * PIXELS_PER_LATENT
        largest = int(config["mmdit_position_size"]) * size_step
        schedule = _schedule(config)
    except KeyError as error:
        raise PresetError(f"{folder / CONFIG} lacks {error}; fetch or copy the preset again") from error
    except (IndexError, TypeError, ValueError) as error:
        raise PresetError(f"{folder / CONFIG} is damaged; fetch or copy the preset again") from error
    return PresetFolder(
        name=name,
        folder=folder,
        identity=identity or _digest(folder, files),
        image_size=(height, width),
        size_step=size_step,
        largest=largest,
        schedule=schedule,
    )


def read_config(folder: Path) -> dict[str, Any]:
    """The preset's configuration, as KerasHub wrote it.

    Raises:
        PresetError: It is missing or damaged, or of no Stable Diffusion 3 that could be built.
    """
    document = _read_object(folder / CONFIG)
    name = document.get("class_name")
    if name != BACKBONE:
        raise PresetError(f"{folder} holds a {printable(str(name))}, not a Stable Diffusion 3 preset")
    _check(document, folder / CONFIG)
    return document


def _read_object(file: Path) -> dict[str, Any]:
    try:
        document = json.loads(read_bytes(file).decode())
        if isinstance(document, dict) and isinstance(document["config"], dict):
            return document
    except FileNotFoundError as error:
        raise PresetError(f"{file.parent} has no {file.name}, so it is no KerasHub preset") from error
    except OSError as error:
        raise _unreadable(error, file) from error
    except (ValueError, KeyError, RecursionError):
        pass
    raise PresetError(f"{file} is damaged; fetch or copy the preset again")


def _check(document: dict[str, Any], file: Path) -> None:
    try:
        check_configuration(document)
    except ValueError as error:
        raise PresetError(f"{file} can't be used: {error}; fetch or copy the preset again") from error


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


def _digest(folder: Path, files: Sequence[Path]) -> str:
    digest = hashlib.sha256()
    try:
        for file in files:
            digest.update(file.relative_to(folder).as_posix().encode())
            with reading(file) as opened:
                digest.update(hashlib.file_digest(opened, "sha256").digest())
    except OSError as error:
        raise _unreadable(error, folder) from error
    return digest.hexdigest()


def _unreadable(error: OSError, place: Path) -> PresetError:
    where = error.filename or place
    return PresetError(f"{where} can't be read: {reason(error)}; fetch or copy the preset again")
