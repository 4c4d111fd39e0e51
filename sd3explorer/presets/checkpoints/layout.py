"""The table of weights: each by its name in Stability's files, and its place in KerasHub's model.

Names and shapes are those of Stability-AI/sd3.5 (mmditx.py, sd3_impls.py, other_impls.py), the places
those of KerasHub's `StableDiffusion3Backbone`.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sd3explorer.presets.checkpoints.architecture import (
    T5,
    Architecture,
    Autoencoder,
    Clip,
    Part,
    Transformer,
)

# Of a timestep, as sines and cosines.
FREQUENCIES = 256


class Turn(Enum):
    """How the axes of a weight lie there and here; its numbers are then taken in the target's shape."""

    # Not (), for which Python 3.11.2, that of Debian 12, puts an object of its own.
    NONE = None
    TRANSPOSED = (1, 0)
    CONVOLUTION = (2, 3, 1, 0)


@dataclass(frozen=True, slots=True)
class Weight:
    """One weight of a part.

    Args:
        name: In Stability's files, without the part's prefix: `joint_blocks.0.x_block.attn.qkv.weight`.
        shape: There.
        place: The attributes that lead to it in KerasHub's backbone, a number for an item of a list:
            `diffuser.joint_blocks.0.x_block.attention_qkv.kernel`.
        target: Its shape here.
        turn: How it becomes that.
    """

    name: str
    shape: tuple[int, ...]
    place: str
    target: tuple[int, ...]
    turn: Turn = Turn.NONE

    @property
    def parameters(self) -> int:
        """How many numbers it has."""
        return math.prod(self.shape)

    def turned(self, array: NDArray[Any]) -> NDArray[Any]:
        """The weight as KerasHub has it.

        Args:
            array: Of `shape`, of any dtype.

        Returns:
            Of `target`, of the same dtype; a view where that is possible.
        """
        return (np.transpose(array, self.turn.value) if self.turn.value else array).reshape(self.target)

    def of(self, backbone: Any) -> Any:
        """The variable in a model.

        Args:
            backbone: KerasHub's `StableDiffusion3Backbone`, or what has a part's place alone.

        Raises:
            AttributeError, IndexError: It has no such weight.
        """
        return _at(backbone, self.place)

    def layer_of(self, backbone: Any) -> Any:
        """The layer in a model that it is a weight of.

        Args:
            backbone: As for `of`.
        """
        return _at(backbone, self.place.rpartition(".")[0])


def _at(root: Any, place: str) -> Any:
    found = root
    for step in place.split("."):
        found = found[int(step)] if step.isdecimal() else getattr(found, step)
    return found


def layout(architecture: Architecture) -> dict[str, tuple[Weight, ...]]:
    """All weights of a model, by the part that they belong to."""
    parts: dict[str, Part | None] = {
        "mmdit": architecture.mmdit,
        "vae": architecture.vae,
        "clip_l": architecture.clip_l,
        "clip_g": architecture.clip_g,
        "t5": architecture.t5,
    }
    return {name: weights(name, part) for name, part in parts.items() if part is not None}


def weights(name: str, part: Part) -> tuple[Weight, ...]:
    """All weights of a part.

    Args:
        name: Of the part.
        part: What it is built like.
    """
    match part:
        case Transformer():
            return tuple(_transformer(part))
        case Autoencoder():
            return tuple(_autoencoder(part))
        case Clip():
            return tuple(_clip(name, part))
        case T5():
            return tuple(_t5(part))


def _transformer(it: Transformer) -> Iterator[Weight]:
    width, here = it.width, "diffuser"
    patch = f"{here}.patch_embedding.patch_embedding"
    yield from _convolution("x_embedder.proj", patch, it.channels, width, it.patch)
    yield Weight(
        "pos_embed",
        (1, it.positions**2, width),
        f"{here}.position_embedding.position_embeddings",
        (it.positions**2, width),
    )
    yield from _dense("context_embedder", f"{here}.context_embedding", it.context, width)
    yield from _dense("t_embedder.mlp.0", f"{here}.timestep_embedding.mlp.dense1", FREQUENCIES, width)
    yield from _dense("t_embedder.mlp.2", f"{here}.timestep_embedding.mlp.dense2", width, width)
    yield from _dense("y_embedder.mlp.0", f"{here}.vector_embedding.dense1", it.pooled, width)
    yield from _dense("y_embedder.mlp.2", f"{here}.vector_embedding.dense2", width, width)
    for index in range(it.layers):
        for side in ("x_block", "context_block"):
            yield from _block(it, index, side)
    norm = "final_layer.adaLN_modulation.1"
    yield from _dense(norm, f"{here}.output_ada_layer_norm.dense", width, 2 * width)
    yield from _dense("final_layer.linear", f"{here}.output_dense", width, it.patch**2 * it.channels)


def _block(it: Transformer, index: int, side: str) -> Iterator[Weight]:
    there, here = f"joint_blocks.{index}.{side}", f"diffuser.joint_blocks.{index}.{side}"
    width = it.width
    is_dual = index in it.dual and side == "x_block"
    # The last block makes nothing of the text that anybody would read.
    is_last = index == it.layers - 1 and side == "context_block"
    numbers = 2 if is_last else 9 if is_dual else 6
    yield from _dense(f"{there}.adaLN_modulation.1", f"{here}.ada_layer_norm.dense", width, numbers * width)
    for attention, ending in (("attn", ""), ("attn2", "2")) if is_dual else (("attn", ""),):
        yield from _dense(f"{there}.{attention}.qkv", f"{here}.attention_qkv{ending}", width, 3 * width)
        if it.qk_norm:
            head = width // it.heads
            yield _same(f"{there}.{attention}.ln_q.weight", f"{here}.q_norm{ending}.scale", head)
            yield _same(f"{there}.{attention}.ln_k.weight", f"{here}.k_norm{ending}.scale", head)
        if not is_last:
            yield from _dense(f"{there}.{attention}.proj", f"{here}.attention_proj{ending}", width, width)
    if not is_last:
        yield from _dense(f"{there}.mlp.fc1", f"{here}.mlp.dense1", width, 4 * width)
        yield from _dense(f"{there}.mlp.fc2", f"{here}.mlp.dense2", 4 * width, width)


def _autoencoder(it: Autoencoder) -> Iterator[Weight]:
    yield from _encoder(it)
    yield from _decoder(it)


def _encoder(it: Autoencoder) -> Iterator[Weight]:
    here, widths = "vae.encoder", it.encoder_widths
    yield from _convolution("encoder.conv_in", f"{here}.input_projection", 3, widths[0], 3)
    before, number = widths[0], 0
    for stage, (width, blocks) in enumerate(zip(widths, it.encoder_blocks, strict=True)):
        for index in range(blocks):
            there = f"encoder.down.{stage}.block.{index}"
            yield from _residual(there, f"{here}.blocks.{number}", before, width)
            before, number = width, number + 1
        if stage < len(widths) - 1:
            # Every second layer is a padding.
            there = f"encoder.down.{stage}.downsample.conv"
            yield from _convolution(there, f"{here}.downsamples.{2 * stage + 1}", width, width, 3)
    yield from _middle("encoder", widths[-1])
    yield from _norm("encoder.norm_out", f"{here}.output_norm", widths[-1])
    yield from _convolution("encoder.conv_out", f"{here}.output_projection", widths[-1], 2 * it.channels, 3)


def _decoder(it: Autoencoder) -> Iterator[Weight]:
    here, widths = "vae.decoder", it.decoder_widths
    yield from _convolution("decoder.conv_in", f"{here}.input_projection", it.channels, widths[0], 3)
    yield from _middle("decoder", widths[0])
    before, number, last = widths[0], 0, len(widths) - 1
    for stage, (width, blocks) in enumerate(zip(widths, it.decoder_blocks, strict=True)):
        # Counted from the picture there, from the latents here.
        up = f"decoder.up.{last - stage}"
        for index in range(blocks):
            yield from _residual(f"{up}.block.{index}", f"{here}.blocks.{number}", before, width)
            before, number = width, number + 1
        if stage < last:
            there = f"{up}.upsample.conv"
            yield from _convolution(there, f"{here}.upsamples.{2 * stage + 1}", width, width, 3)
    yield from _norm("decoder.norm_out", f"{here}.output_norm", widths[-1])
    yield from _convolution("decoder.conv_out", f"{here}.output_projection", widths[-1], 3, 3)


def _middle(side: str, width: int) -> Iterator[Weight]:
    here = f"vae.{side}"
    yield from _residual(f"{side}.mid.block_1", f"{here}.mid_block_0", width, width)
    there, attention = f"{side}.mid.attn_1", f"{here}.mid_attention"
    yield from _norm(f"{there}.norm", f"{attention}.group_norm", width)
    for name, layer in (("q", "query"), ("k", "key"), ("v", "value"), ("proj_out", "output")):
        yield from _convolution(f"{there}.{name}", f"{attention}.{layer}_conv2d", width, width, 1)
    yield from _residual(f"{side}.mid.block_2", f"{here}.mid_block_1", width, width)


def _residual(there: str, here: str, before: int, width: int) -> Iterator[Weight]:
    yield from _norm(f"{there}.norm1", f"{here}.norm1", before)
    yield from _convolution(f"{there}.conv1", f"{here}.conv1", before, width, 3)
    yield from _norm(f"{there}.norm2", f"{here}.norm2", width)
    yield from _convolution(f"{there}.conv2", f"{here}.conv2", width, width, 3)
    if before != width:
        yield from _convolution(f"{there}.nin_shortcut", f"{here}.residual_projection", before, width, 1)


def _clip(name: str, it: Clip) -> Iterator[Weight]:
    width, head = it.width, it.width // it.heads
    there, here = "text_model.embeddings", f"{name}.embedding"
    tokens, positions = (it.words, width), (it.tokens, width)
    yield _kept(f"{there}.token_embedding.weight", f"{here}.token_embedding._embeddings", tokens)
    yield _kept(
        f"{there}.position_embedding.weight", f"{here}.position_embedding.position_embeddings", positions
    )
    for index in range(it.layers):
        there, here = f"text_model.encoder.layers.{index}", f"{name}.encoder_layers.{index}"
        for letter, layer in (("q", "query"), ("k", "key"), ("v", "value")):
            one, other = f"{there}.self_attn.{letter}_proj", f"{here}.attention.{layer}_dense"
            kernel = (width, it.heads, head)
            yield Weight(f"{one}.weight", (width, width), f"{other}.kernel", kernel, Turn.TRANSPOSED)
            yield Weight(f"{one}.bias", (width,), f"{other}.bias", (it.heads, head))
        one, other = f"{there}.self_attn.out_proj", f"{here}.attention.output_dense"
        kernel = (it.heads, head, width)
        yield Weight(f"{one}.weight", (width, width), f"{other}.kernel", kernel, Turn.TRANSPOSED)
        yield _same(f"{one}.bias", f"{other}.bias", width)
        yield from _norm(f"{there}.layer_norm1", f"{here}.layer_norm_1", width)
        yield from _norm(f"{there}.layer_norm2", f"{here}.layer_norm_2", width)
        yield from _dense(f"{there}.mlp.fc1", f"{here}.dense_1", width, it.intermediate)
        yield from _dense(f"{there}.mlp.fc2", f"{here}.dense_2", it.intermediate, width)
    yield from _norm("text_model.final_layer_norm", f"{name}.layer_norm", width)
    if it.projected:
        yield _kernel("text_projection.weight", f"{name}_projection.dense.kernel", width, width)


def _t5(it: T5) -> Iterator[Weight]:
    inner = it.heads * it.head_width
    yield _kept("shared.weight", "t5.token_embedding._embeddings", (it.words, it.width))
    for index in range(it.layers):
        there, here = f"encoder.block.{index}.layer", f"t5.encoder_transformer_layers.{index}"
        one, other = f"{there}.0.SelfAttention", f"{here}.self_attention"
        for letter, layer in (("q", "query"), ("k", "key"), ("v", "value")):
            yield _kernel(f"{one}.{letter}.weight", f"{other}.{layer}_projector.kernel", it.width, inner)
        yield _kernel(f"{one}.o.weight", f"{other}.output_projector.kernel", inner, it.width)
        if index == 0:
            bias = "relative_attention_bias"
            yield _kept(f"{one}.{bias}.weight", f"{other}.{bias}", (it.buckets, it.heads))
        yield _same(f"{there}.0.layer_norm.weight", f"{here}.self_attention_layer_norm.weight", it.width)
        one = f"{there}.1.DenseReluDense"
        yield _kernel(f"{one}.wi_0.weight", f"{here}.input_projector.kernel", it.width, it.intermediate)
        yield _kernel(f"{one}.wi_1.weight", f"{here}.gate_projector.kernel", it.width, it.intermediate)
        yield _kernel(f"{one}.wo.weight", f"{here}.output_projector.kernel", it.intermediate, it.width)
        yield _same(f"{there}.1.layer_norm.weight", f"{here}.layer_norm.weight", it.width)
    yield _same("encoder.final_layer_norm.weight", "t5.encoder_layer_norm.weight", it.width)


def _dense(there: str, here: str, before: int, after: int) -> Iterator[Weight]:
    yield _kernel(f"{there}.weight", f"{here}.kernel", before, after)
    yield _same(f"{there}.bias", f"{here}.bias", after)


def _convolution(there: str, here: str, before: int, after: int, side: int) -> Iterator[Weight]:
    kernel = (side, side, before, after)
    shape = (after, before, side, side)
    yield Weight(f"{there}.weight", shape, f"{here}.kernel", kernel, Turn.CONVOLUTION)
    yield _same(f"{there}.bias", f"{here}.bias", after)


def _norm(there: str, here: str, width: int) -> Iterator[Weight]:
    yield _same(f"{there}.weight", f"{here}.gamma", width)
    yield _same(f"{there}.bias", f"{here}.beta", width)


def _kernel(there: str, here: str, before: int, after: int) -> Weight:
    return Weight(there, (after, before), here, (before, after), Turn.TRANSPOSED)


def _same(there: str, here: str, width: int) -> Weight:
    return _kept(there, here, (width,))


def _kept(there: str, here: str, shape: tuple[int, ...]) -> Weight:
    return Weight(there, shape, here, shape)
