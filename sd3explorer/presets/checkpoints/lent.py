"""Parts that a preset of KerasHub lends to a file that lacks them: where their numbers are in its HDF5 files.

Keras keeps a layer's weights below the names of the attributes that lead to it; items of a list, and layers
of a functional model, are named by their classes and counted.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np

from sd3explorer.presets.checkpoints.header import Tensor
from sd3explorer.presets.checkpoints.layout import Weight, layout
from sd3explorer.presets.checkpoints.recognise import Stored
from sd3explorer.presets.checkpoints.serialized import architecture_of
from sd3explorer.presets.checkpoints.tensors import Origin
from sd3explorer.presets.files import CONFIG
from sd3explorer.presets.kerashub import read_config
from sd3explorer.presets.preset import PresetError
from sd3explorer.presets.weights import arrays_in, weight_files

PARTS = ("vae", "clip_l", "clip_g")
REMEMBERED = 8

# From the places of weights in the model to those in the file. An item of a list has a number there from the
# second one on; of the steps that make pictures smaller or larger, every other one has no weights.
_PLACES = (
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
_NUMBERS = {"kernel": 0, "gamma": 0, "_embeddings": 0, "position_embeddings": 0, "bias": 1, "beta": 1}
_DTYPES = {"float16": "F16", "float32": "F32", "bfloat16": "BF16"}


@dataclass(frozen=True, slots=True)
class LentPart:
    """A part in a preset of KerasHub. It travels to the process that renders, so it is a path alone.

    Args:
        name: Of the part.
        folder: Of the preset.
    """

    name: str
    folder: Path

    @property
    def files(self) -> tuple[Path, ...]:
        """Those that its numbers are in.

        Raises:
            PresetError: One is missing, or the preset's index is damaged.
        """
        return tuple(weight_files(self.folder))

    @property
    def needed(self) -> tuple[Path, ...]:
        """All that it is read from; see `files`."""
        return (self.folder / CONFIG, *self.files)

    def read(self) -> Stored:
        """Reads what the part is; see `PartFiles.read`."""
        found = lent_by(self.folder).get(self.name)
        if found is None:
            raise PresetError(f"{self.folder} has changed: it has no {self.name} any more; open it again")
        return found


def lent_by(folder: Path) -> dict[str, Stored]:
    """The parts that a preset can lend; none where it can't lend any.

    Args:
        folder: Of a preset of KerasHub.
    """
    try:
        files = tuple(weight_files(folder))
        stamp = tuple(
            (file, file.stat().st_mtime_ns, file.stat().st_size) for file in (*files, folder / CONFIG)
        )
        return _remembered(folder, files, stamp)
    except (PresetError, OSError):
        return {}


@lru_cache(REMEMBERED)
def _remembered(folder: Path, files: tuple[Path, ...], _stamp: object) -> dict[str, Stored]:
    try:
        architecture = architecture_of(read_config(folder)["config"])
        parts = layout(architecture)
        tensors = {
            name: Tensor(_DTYPES[dtype], shape, start, file)
            for file in files
            for name, dtype, shape, start in arrays_in(file)
            if dtype in _DTYPES
        }
        return {name: _stored(name, getattr(architecture, name), parts[name], tensors) for name in PARTS}
    except (PresetError, OSError, LookupError, TypeError, ValueError, AttributeError, RuntimeError):
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
    return name.startswith(("clip_encoder_layer_", "res_net_block_", "conv2d_"))
