"""Loading a preset into KerasHub's model, all of it in one precision."""

import copy
import os
from typing import Any

import keras
from keras_hub.models import StableDiffusion3Backbone, StableDiffusion3TextToImagePreprocessor

from sd3explorer.diffusion.backend import DiffusionError
from sd3explorer.presets.folder import PresetFolder, read_config

PARTS = ("vae", "clip_l", "clip_g", "t5")


def load_backbone(
    preset: PresetFolder, image_size: tuple[int, int], precision: str
) -> StableDiffusion3Backbone:
    """Builds the model and loads its weights.

    Left to itself, KerasHub keeps the text encoders and the VAE in the precision they were saved
    in, whatever it is asked for.

    Args:
        preset: The preset.
        image_size: Height and width in pixels.
        precision: Name of the dtype of all weights and computations.

    Raises:
        DiffusionError: A file of the preset is damaged.
    """
    config = read_config(preset.folder)["config"]
    parts = {name: _in_precision(config[name], precision) for name in PARTS if config.get(name)}
    try:
        return StableDiffusion3Backbone.from_preset(
            os.fspath(preset.folder), dtype=precision, image_shape=(*image_size, 3), **parts
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DiffusionError(_damaged(preset, error)) from error


def load_preprocessor(preset: PresetFolder) -> StableDiffusion3TextToImagePreprocessor:
    """Loads what turns prompts into token ids.

    Raises:
        DiffusionError: A file of the preset is missing or damaged.
    """
    try:
        return StableDiffusion3TextToImagePreprocessor.from_preset(os.fspath(preset.folder))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DiffusionError(_damaged(preset, error)) from error


def _in_precision(layer: dict[str, Any], precision: str) -> dict[str, Any]:
    layer = copy.deepcopy(layer)
    layer["config"]["dtype"] = keras.dtype_policies.serialize(keras.DTypePolicy(precision))
    return layer


def _damaged(preset: PresetFolder, error: Exception) -> str:
    detail = " ".join(str(error).split())[:200]
    return f"{preset.folder} can't be loaded: a file is missing or damaged; fetch or copy it again ({detail})"
