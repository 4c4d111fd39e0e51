"""LoRAs for a tiny model, in all the ways in which programs write them."""

from types import SimpleNamespace

import numpy as np

from sd3explorer.presets.checkpoints.layout import Turn, layout
from sd3explorer.presets.checkpoints.serialized import architecture_of
from tests.presets.checkpoints.written import write

CLIP = {
    "vocabulary_size": 50,
    "embedding_dim": 16,
    "hidden_dim": 16,
    "num_layers": 2,
    "num_heads": 2,
    "intermediate_dim": 16,
    "intermediate_activation": "gelu",
    "intermediate_output_index": 0,
    "max_sequence_length": 7,
}
VAE = {name: [32] * 4 for name in ("encoder_num_filters", "decoder_num_filters")} | {
    name: [1] * 4 for name in ("encoder_num_blocks", "decoder_num_blocks")
}
CONFIG = {
    "mmdit_patch_size": 2,
    "mmdit_hidden_dim": 32,
    "mmdit_num_layers": 3,
    "mmdit_num_heads": 4,
    "mmdit_position_size": 8,
    "mmdit_qk_norm": "rms_norm",
    "mmdit_dual_attention_indices": [0],
    "latent_channels": 16,
    "vae": {"config": VAE},
    "clip_l": {"config": CLIP},
    "clip_g": {"config": CLIP},
    "t5": None,
}
RANK = 3


def model(loras=(), in_eight_bits=False):
    """As much of a preset as LoRAs need."""
    return SimpleNamespace(
        name="tiny",
        place="tiny",
        loras=tuple(loras),
        configuration=lambda: {"config": CONFIG},
        in_eight_bits=in_eight_bits,
    )


def kernels(part="mmdit"):
    """The weights that a LoRA can change, by the names of their modules."""
    found = layout(architecture_of(CONFIG))[part]
    return {w.name.removesuffix(".weight"): w for w in found if w.turn is not Turn.NONE}


def pair(shape, seed, rank=RANK):
    """Both matrices for a module of such a shape."""
    random = np.random.default_rng(seed)
    down = random.normal(size=(rank, *shape[1:])).astype(np.float32)
    up = random.normal(size=(shape[0], rank, *(1,) * (len(shape) - 2))).astype(np.float32)
    return down, up


def delta(down, up, factor=1.0):
    """What they add to a weight, in Stability's layout."""
    rank = len(down)
    flat = up.reshape(len(up), rank).astype(np.float64) @ down.reshape(rank, -1).astype(np.float64)
    return factor * flat.reshape(len(up), *down.shape[1:])


def write_lora(
    file, pairs, spelled="{}", endings=(".lora_down.weight", ".lora_up.weight"), alpha=None, **more
):
    """Writes pairs by the names of their modules.

    Args:
        file: Where to.
        pairs: By module.
        spelled: A function of a module's name, or a format for it.
        endings: Of the two names.
        alpha: Of all of them.
        more: As for `write`.
    """
    spell = spelled if callable(spelled) else spelled.format
    tensors = {}
    for name, (down, up) in pairs.items():
        tensors |= {spell(name) + endings[0]: down, spell(name) + endings[1]: up}
        if alpha is not None:
            tensors[spell(name) + ".alpha"] = np.array(alpha, np.float32)
    return write(file, tensors, **more)
