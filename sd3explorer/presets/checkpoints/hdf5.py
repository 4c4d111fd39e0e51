"""Where KerasHub's presets keep the weights of a model in their HDF5 files.

Keras keeps a layer's weights below the names of the attributes that lead to it; items of a list, and layers
of a functional model, are named by their classes and counted.
"""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from sd3explorer.presets.checkpoints.header import Tensor
from sd3explorer.presets.checkpoints.layout import Weight, layout
from sd3explorer.presets.checkpoints.recognise import Stored
from sd3explorer.presets.checkpoints.serialized import architecture_of
from sd3explorer.presets.checkpoints.tensors import Origin
from sd3explorer.presets.weights import arrays_in

# All that a model has but T5, which is left to Keras.
PARTS = ("mmdit", "vae", "clip_l", "clip_g")

# From the places of weights in the model to those in the file. An item of a list has a number there from the
# second one on; of the steps that make pictures smaller or larger, every other one has no weights.
_PLACES = (
    (r"^diffuser\.", "mm_di_t.layers."),
    (r"^(mm_di_t\.layers)\.joint_blocks\.(\d+)\.", r"\1.mm_di_t_block_\2."),
    (r"^(mm_di_t\.layers)\.position_embedding\.", r"\1.adjustable_position_embedding."),
    (r"^(mm_di_t\.layers)\.context_embedding\.", r"\1.dense."),
    (r"^(mm_di_t\.layers)\.vector_embedding\.", r"\1.mlp."),
    (r"^(mm_di_t\.layers)\.output_ada_layer_norm\.", r"\1.adaptive_layer_normalization."),
    (r"^(mm_di_t\.layers)\.output_dense\.", r"\1.dense_1."),
    (r"^clip_l\.", "clip_text_encoder."),
    (r"^clip_g\.", "clip_text_encoder_1."),
    (r"^clip_l_projection\.", "clip_projection."),
    (r"^clip_g_projection\.", "clip_projection_1."),
    (r"^vae\.(encoder|decoder)\.", r"vae_\1."),
    (r"^(clip_text_encoder(?:_1)?)\.embedding\.", r"\1.layers.token_and_position_embedding."),
    (r"^(clip_text_encoder(?:_1)?)\.encoder_layers\.(\d+)\.", r"\1.layers.clip_encoder_layer_\2."),
    (r"^(clip_text_encoder(?:_1)?)\.layer_norm\.", r"\1.layers.layer_normalization."),
    (r"\.blocks\.(\d+)\.", r".blocks.res_net_block_\1."),
)
_SAMPLERS = re.compile(r"\.(downsamples|upsamples)\.(\d+)\.")
_FIRST = ("kernel", "gamma", "scale", "_embeddings", "position_embeddings")
_NUMBERS = dict.fromkeys(_FIRST, 0) | {"bias": 1, "beta": 1}
_DTYPES = {"float16": "F16", "float32": "F32", "bfloat16": "BF16"}


def stored_parts(files: Sequence[Path], config: dict[str, Any], names: Sequence[str]) -> dict[str, Stored]:
    """Some parts of a preset; none where its files have one of them otherwise.

    Args:
        files: With its weights.
        config: The part "config" of its configuration.
        names: Of the parts, without T5.
    """
    try:
        architecture = architecture_of(config)
        tensors = {
            name: Tensor(_DTYPES[dtype], shape, start, file)
            for file in files
            for name, dtype, shape, start in arrays_in(file)
            if dtype in _DTYPES
        }
        weights = layout(architecture)
        return {name: _stored(name, getattr(architecture, name), weights[name], tensors) for name in names}
    except (OSError, LookupError, TypeError, ValueError, AttributeError, RuntimeError):
        # Damaged, of another kind, or with numbers that are packed.
        return {}


def _stored(name: str, shape: object, weights: tuple[Weight, ...], tensors: dict[str, Tensor]) -> Stored:
    own = {weight.name: tensors[place_in_file(weight.place)] for weight in weights}
    for weight in weights:
        if own[weight.name].shape != weight.target:
            raise ValueError(f"{weight.name} has another shape")
    return Stored(
        name=name,
        shape=shape,  # pyright: ignore[reportArgumentType] (that of the part with this name)
        shapes={weight.name: weight.shape for weight in weights},
        origins={weight.name: _origin(weight) for weight in weights},
        tensors=own,
    )


def _origin(weight: Weight) -> Origin:
    axes = weight.turn.value
    if axes is None:
        return Origin((weight.name,))
    turned = tuple(weight.shape[axis] for axis in axes)
    return Origin((weight.name,), laid=turned, axes=tuple(int(axis) for axis in np.argsort(axes)))


def place_in_file(place: str) -> str:
    """Where a weight is in a preset's HDF5 file.

    Args:
        place: See `Weight.place`.
    """
    for pattern, becomes in _PLACES:
        place = re.sub(pattern, becomes, place)
    place = _SAMPLERS.sub(lambda found: f".{found[1]}.conv2d_{int(found[2]) // 2}.", place)
    *path, variable = place.split(".")
    names = [name.removesuffix("_0") if _is_counted(name) else name for name in path]
    return "/".join(("layers", *names, "vars", str(_NUMBERS[variable])))


def _is_counted(name: str) -> bool:
    return name.startswith(("mm_di_t_block_", "clip_encoder_layer_", "res_net_block_", "conv2d_"))
