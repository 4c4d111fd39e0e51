"""Loading a preset into KerasHub's model, all of it in one precision."""

import copy
import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import keras
from keras import initializers, ops
from keras_hub.models import StableDiffusion3Backbone, StableDiffusion3TextToImagePreprocessor

from sd3explorer.diffusion.backend import DiffusionError
from sd3explorer.presets.folder import PresetFolder, read_config

PARTS = ("vae", "clip_l", "clip_g", "t5")

# Keras' initializers that draw random numbers; its others are these with other settings.
RANDOM_INITIALIZERS = (
    initializers.RandomNormal,
    initializers.RandomUniform,
    initializers.TruncatedNormal,
    initializers.VarianceScaling,
)


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
        with weights_to_come():
            return StableDiffusion3Backbone.from_preset(
                os.fspath(preset.folder), dtype=precision, image_shape=(*image_size, 3), **parts
            )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DiffusionError(_damaged(preset, error)) from error


@contextmanager
def weights_to_come() -> Iterator[None]:
    """Within it, layers begin with zeros where Keras would draw random numbers.

    For models whose weights are assigned at once: drawing them takes longer than reading them, above all
    on JAX, which compiles a program for every shape.
    """
    drawing = [(initializer, initializer.__call__) for initializer in RANDOM_INITIALIZERS]
    try:
        for initializer, _ in drawing:
            initializer.__call__ = _zeros
        yield
    finally:
        for initializer, draw in drawing:
            initializer.__call__ = draw


def load_preprocessor(preset: PresetFolder) -> StableDiffusion3TextToImagePreprocessor:
    """Loads what turns prompts into token ids.

    Raises:
        DiffusionError: A file of the preset is missing or damaged.
    """
    try:
        return StableDiffusion3TextToImagePreprocessor.from_preset(os.fspath(preset.folder))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DiffusionError(_damaged(preset, error)) from error


def _zeros(_: initializers.Initializer, shape: tuple[int, ...], dtype: str | None = None) -> Any:
    return ops.zeros(shape, dtype)


def _in_precision(layer: dict[str, Any], precision: str) -> dict[str, Any]:
    layer = copy.deepcopy(layer)
    layer["config"]["dtype"] = keras.dtype_policies.serialize(keras.DTypePolicy(precision))
    return layer


def _damaged(preset: PresetFolder, error: Exception) -> str:
    detail = " ".join(str(error).split())[:200]
    return f"{preset.folder} can't be loaded: a file is missing or damaged; fetch or copy it again ({detail})"
