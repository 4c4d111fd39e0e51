"""From the names and shapes of a part's tensors to what it is built like.

Blocks are counted and widths are read. What no shape says, as the number of an attention's heads, comes from
the configuration that diffusers writes beside a part, or is what Stability's models have.
"""

import math
import re
from collections.abc import Mapping
from typing import Any

from sd3explorer.presets.checkpoints.architecture import (
    HEAD_WIDTH,
    LATENT_SCALE,
    LATENT_SHIFT,
    T5,
    Autoencoder,
    Clip,
    Part,
    Transformer,
)

Shapes = Mapping[str, tuple[int, ...]]
# What a part's config.json says; empty where there is none.
Config = Mapping[str, Any]

ACTIVATIONS = {"clip_l": "quick_gelu", "clip_g": "gelu"}
# Keras' name for what transformers calls it.
KERAS_ACTIVATIONS = {"quick_gelu": "quick_gelu", "gelu": "gelu"}

# Several times what any model has.
MOST_BLOCKS = 256


def part_of(name: str, shapes: Shapes, config: Config) -> Part:
    """What a part is built like.

    Args:
        name: Of the part.
        shapes: Of its tensors, by their names in the layout.
        config: Its configuration by diffusers, of whose truth nobody knows.

    Raises:
        KeyError, IndexError, TypeError, ValueError, ZeroDivisionError: It is no such part, or lacks a tensor.
    """
    match name:
        case "mmdit":
            return _transformer(shapes, config)
        case "vae":
            return _autoencoder(shapes, config)
        case "t5":
            return _t5(shapes)
        case _:
            return _clip(name, shapes, config)


def _transformer(shapes: Shapes, config: Config) -> Transformer:
    width, channels, patch, _ = shapes["x_embedder.proj.weight"]
    layers = _count(shapes, r"joint_blocks\.(\d+)\.")
    norm = shapes.get("joint_blocks.0.x_block.attn.ln_q.weight")
    head = norm[0] if norm else int(config.get("attention_head_dim", HEAD_WIDTH))
    return Transformer(
        width=width,
        layers=layers,
        heads=width // head,
        positions=math.isqrt(shapes["pos_embed"][1]),
        context=shapes["context_embedder.weight"][1],
        pooled=shapes["y_embedder.mlp.0.weight"][1],
        qk_norm=norm is not None,
        dual=tuple(n for n in range(layers) if f"joint_blocks.{n}.x_block.attn2.qkv.weight" in shapes),
        channels=channels,
        patch=patch,
    )


def _autoencoder(shapes: Shapes, config: Config) -> Autoencoder:
    encoder = _stages(shapes, "encoder.down")
    decoder = _stages(shapes, "decoder.up")[::-1]
    return Autoencoder(
        encoder_widths=tuple(width for width, _ in encoder),
        encoder_blocks=tuple(blocks for _, blocks in encoder),
        decoder_widths=tuple(width for width, _ in decoder),
        decoder_blocks=tuple(blocks for _, blocks in decoder),
        channels=shapes["decoder.conv_in.weight"][1],
        scale=float(config.get("scaling_factor", LATENT_SCALE)),
        shift=float(config.get("shift_factor", LATENT_SHIFT)),
    )


def _stages(shapes: Shapes, there: str) -> list[tuple[int, int]]:
    """Width and number of blocks of each stage, counted from the picture."""
    start = re.escape(there)
    return [
        (
            shapes[f"{there}.{stage}.block.0.conv1.weight"][0],
            _count(shapes, rf"{start}\.{stage}\.block\.(\d+)\."),
        )
        for stage in range(_count(shapes, rf"{start}\.(\d+)\."))
    ]


def _clip(name: str, shapes: Shapes, config: Config) -> Clip:
    words, width = shapes["text_model.embeddings.token_embedding.weight"]
    return Clip(
        width=width,
        layers=_count(shapes, r"text_model\.encoder\.layers\.(\d+)\."),
        heads=int(config.get("num_attention_heads", max(width // HEAD_WIDTH, 1))),
        intermediate=shapes["text_model.encoder.layers.0.mlp.fc1.weight"][0],
        words=words,
        tokens=shapes["text_model.embeddings.position_embedding.weight"][0],
        activation=KERAS_ACTIVATIONS[config.get("hidden_act", ACTIVATIONS[name])],
        projected="text_projection.weight" in shapes,
    )


def _t5(shapes: Shapes) -> T5:
    words, width = shapes["shared.weight"]
    there = "encoder.block.0.layer.0.SelfAttention"
    buckets, heads = shapes[f"{there}.relative_attention_bias.weight"]
    return T5(
        width=width,
        layers=_count(shapes, r"encoder\.block\.(\d+)\."),
        heads=heads,
        head_width=shapes[f"{there}.q.weight"][0] // heads,
        intermediate=shapes["encoder.block.0.layer.1.DenseReluDense.wi_0.weight"][0],
        words=words,
        buckets=buckets,
    )


def _count(shapes: Shapes, pattern: str) -> int:
    """How many numbers a pattern finds; a gap among them shows when all names are compared."""
    compiled = re.compile(pattern)
    count = len({found.group(1) for name in shapes if (found := compiled.match(name))})
    if not 1 <= count <= MOST_BLOCKS:
        raise ValueError(f"{count} blocks")
    return count
