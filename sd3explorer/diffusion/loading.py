"""Loading a preset into KerasHub's model, all of it in one precision."""

import copy
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import h5py
import keras
from keras import initializers, ops
from keras_hub.models import StableDiffusion3Backbone, StableDiffusion3TextToImagePreprocessor

from sd3explorer.diffusion.backend import DiffusionError
from sd3explorer.presets.folder import CONFIG, PREPROCESSOR, PresetError, PresetFolder, read_config
from sd3explorer.presets.tokens import check_tokenizers
from sd3explorer.presets.weights import check_weights, weight_files

PARTS = ("vae", "clip_l", "clip_g", "t5")

# Keras' initializers that draw random numbers; its others are these with other settings.
RANDOM_INITIALIZERS = (
    initializers.RandomNormal,
    initializers.RandomUniform,
    initializers.TruncatedNormal,
    initializers.VarianceScaling,
)

# What Keras and HDF5 raise where files are damaged, beside the RuntimeError of HDF5 itself, whose
# descendants are other troubles: a device's memory.
_DAMAGE = (OSError, ValueError, LookupError, TypeError, AttributeError, ArithmeticError)


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
    with _damage_told(f"the weights in {preset.folder} don't fit its {CONFIG}"):
        config = read_config(preset.folder)["config"]
        _check_readable(weight_files(preset.folder))
        check_weights(preset.folder, config)
        parts = {name: _in_precision(config[name], precision) for name in PARTS if config.get(name)}
        with weights_to_come():
            return StableDiffusion3Backbone.from_preset(
                os.fspath(preset.folder), dtype=precision, image_shape=(*image_size, 3), **parts
            )


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
    with _damage_told(f"the tokenizers in {preset.folder} don't fit its {PREPROCESSOR}"):
        check_tokenizers(preset.folder, read_config(preset.folder)["config"])
        return StableDiffusion3TextToImagePreprocessor.from_preset(os.fspath(preset.folder))


def _zeros(_: initializers.Initializer, shape: tuple[int, ...], dtype: str | None = None) -> Any:
    return ops.zeros(shape, dtype)


def _in_precision(layer: dict[str, Any], precision: str) -> dict[str, Any]:
    layer = copy.deepcopy(layer)
    layer["config"]["dtype"] = keras.dtype_policies.serialize(keras.DTypePolicy(precision))
    return layer


def _check_readable(files: Sequence[Path]) -> None:
    for file in files:
        try:
            h5py.File(file, "r").close()
        except (OSError, ValueError, KeyError, RuntimeError) as error:
            raise PresetError(f"{file} is damaged; fetch or copy the preset again") from error


@contextmanager
def _damage_told(problem: str) -> Iterator[None]:
    """Turns whatever damaged files raise into one sentence.

    Args:
        problem: What is wrong where all of the files can be read, each by itself.
    """
    try:
        yield
    except PresetError as error:
        raise DiffusionError(str(error)) from error
    except Exception as error:
        if not (isinstance(error, _DAMAGE) or type(error) in (RuntimeError, Exception)):
            raise
        raise DiffusionError(f"{problem}; fetch or copy the preset again") from error
