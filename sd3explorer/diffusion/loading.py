"""Loading a preset into KerasHub's model, all of it in one precision."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import keras
import numpy as np
from keras import initializers, ops
from keras.saving import deserialize_keras_object
from keras_hub.models import StableDiffusion3Backbone, StableDiffusion3TextToImagePreprocessor
from keras_hub.tokenizers import CLIPTokenizer

from sd3explorer.diffusion.backend import DiffusionError
from sd3explorer.diffusion.eight_bits import keep_in_eight_bits
from sd3explorer.diffusion.t5 import encode
from sd3explorer.diffusion.text import ReadOn
from sd3explorer.presets.pieces import family_pieces
from sd3explorer.presets.preset import Preset, PresetError, again
from sd3explorer.walk.maths import Array

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


def load_backbone(preset: Preset, image_size: tuple[int, int], precision: str) -> StableDiffusion3Backbone:
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
    with _damage_reported(preset, f"the weights in {preset.place} don't fit its configuration"):
        configuration = preset.configuration()
        preset.check_weights()
        # At the end of the scope, Keras makes the variables.
        with weights_to_come(), keras.StatelessScope():
            backbone = deserialize_keras_object(_changed(configuration, image_size, precision))
            keep_in_eight_bits(backbone, preset.eight_bits())
        preset.assign_weights(backbone)
        return backbone


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


def load_preprocessor(preset: Preset) -> StableDiffusion3TextToImagePreprocessor:
    """Loads what turns prompts into token ids.

    Raises:
        DiffusionError: A file of the preset is missing or damaged.
    """
    with _damage_reported(preset, f"the tokenizers in {preset.place} don't fit its model"):
        preset.check_tokenizers()
        preprocessor = deserialize_keras_object(preset.preprocessor())
        with _vocabulary_at_hand():
            preset.assign_vocabularies(preprocessor)
        return preprocessor


def load_t5(preset: Preset) -> ReadOn | None:
    """What reads prompts with a T5 that is no part of the model; None where there is none.

    Raises:
        DiffusionError: Its files are missing or damaged.
    """
    with _damage_reported(preset, f"the T5 in {preset.place} is damaged"):
        t5 = preset.t5()
        if t5 is None:
            return None
        pieces = family_pieces()

    def read_on(prompts: list[str], should_stop: Callable[[], bool]) -> Array | None:
        ids = np.array([pieces.ids(prompt) for prompt in prompts], np.int32)
        with _damage_reported(preset, f"the T5 in {preset.place} can't be read"):
            return encode(t5, ids, should_stop)

    return read_on


@contextmanager
def _vocabulary_at_hand() -> Iterator[None]:
    """Within it, CLIP's tokenizers have their vocabulary when they make something of it.

    Left to itself, KerasHub's (0.32) looks for it before it is there, unless tensorflow-text can be imported,
    which doesn't exist for Windows.
    """
    fill = CLIPTokenizer._set_vocabulary_and_merges_tokenizers

    def filled(tokenizer: Any, vocabulary: dict[str, int], merges: list[str]) -> None:
        tokenizer.vocabulary, tokenizer.merges = vocabulary.copy(), merges
        fill(tokenizer, vocabulary, merges)

    CLIPTokenizer._set_vocabulary_and_merges_tokenizers = filled
    try:
        yield
    finally:
        CLIPTokenizer._set_vocabulary_and_merges_tokenizers = fill


def _zeros(_: initializers.Initializer, shape: tuple[int, ...], dtype: str | None = None) -> Any:
    return ops.zeros(shape, dtype)


def _changed(configuration: dict[str, Any], image_size: tuple[int, int], precision: str) -> dict[str, Any]:
    """The configuration of the same model for another size of picture, all of it in one precision."""
    dtype = keras.dtype_policies.serialize(keras.DTypePolicy(precision))
    config = configuration["config"] | {"dtype": dtype, "image_shape": (*image_size, 3)}
    # The numbers of T5 go beyond those of float16.
    wide = keras.dtype_policies.serialize(keras.DTypePolicy("bfloat16")) if precision == "float16" else dtype
    for name in PARTS:
        if part := config.get(name):
            own = wide if name == "t5" else dtype
            config[name] = part | {"config": part["config"] | {"dtype": own}}
    return configuration | {"config": config}


@contextmanager
def _damage_reported(preset: Preset, problem: str) -> Iterator[None]:
    """Turns whatever damaged files raise into one sentence.

    Args:
        preset: The model.
        problem: What is wrong where all of the files can be read, each by itself.
    """
    try:
        yield
    except PresetError as error:
        raise DiffusionError(str(error)) from error
    except Exception as error:
        if not (isinstance(error, _DAMAGE) or type(error) in (RuntimeError, Exception)):
            raise
        raise DiffusionError(f"{problem}; {again(Path(preset.place))}") from error
