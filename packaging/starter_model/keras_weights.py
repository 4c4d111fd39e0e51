"""Between the layers here and KerasHub's: which weight is which, in both directions."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn

from . import denoiser, vae
from .tokens import Vocabulary


@dataclass
class Starter:
    """The whole model, as it is trained.

    Args:
        vae: Pictures to latents and back.
        model: Text encoders and denoiser.
        shift: What is taken from latents before the denoiser sees them.
        scale: What they are then multiplied with.
        vocabulary: Of both text encoders.
    """

    vae: vae.VAE
    model: denoiser.Model
    shift: float
    scale: float
    vocabulary: Vocabulary


@dataclass(frozen=True)
class Pair:
    """A weight here and the same one in KerasHub.

    Args:
        variable: KerasHub's.
        parameter: Ours.
        axes: In which order KerasHub has our axes.
    """

    variable: Any
    parameter: nn.Parameter
    axes: tuple[int, ...]

    def to_keras(self) -> None:
        """Writes our values into KerasHub's weight."""
        values = self.parameter.detach().float().cpu().numpy().transpose(self.axes)
        self.variable.assign(values.reshape(self.variable.shape))

    def to_torch(self) -> None:
        """Writes KerasHub's values into ours."""
        from keras import ops

        shape = [self.parameter.shape[axis] for axis in self.axes]
        values = ops.convert_to_numpy(self.variable).astype(np.float32)
        values = values.reshape(shape).transpose(np.argsort(self.axes))
        with torch.no_grad():
            self.parameter.copy_(torch.from_numpy(np.ascontiguousarray(values)))


def pairs(backbone: Any, starter: Starter) -> Iterator[Pair]:
    """Every weight of a `StableDiffusion3Backbone` beside ours."""
    yield from _encoder(backbone.vae.encoder, starter.vae.encoder)
    yield from _decoder(backbone.vae.decoder, starter.vae.decoder)
    yield from _text_encoder(backbone.clip_l, backbone.clip_l_projection, starter.model.clip_l)
    yield from _text_encoder(backbone.clip_g, backbone.clip_g_projection, starter.model.clip_g)
    yield from _mmdit(backbone.diffuser, starter.model.mmdit)


def load_preset(folder: Path) -> Starter:
    """A preset of this architecture, as layers that can be trained."""
    from keras_hub.models import StableDiffusion3Backbone

    backbone = StableDiffusion3Backbone.from_preset(str(folder), dtype="float32")
    vocabulary = Vocabulary.load(folder / "assets" / "clip_l_tokenizer")
    starter = Starter(
        vae.VAE(),
        denoiser.Model(len(vocabulary.ids)),
        float(backbone.vae.shift),
        float(backbone.vae.scale),
        vocabulary,
    )
    for pair in pairs(backbone, starter):
        pair.to_torch()
    return starter


def to_backbone(starter: Starter, dtype: str) -> Any:
    """The model as a `StableDiffusion3Backbone`."""
    from keras_hub.models import CLIPTextEncoder, StableDiffusion3Backbone
    from keras_hub.src.models.vae.vae_backbone import VAEBackbone

    def text_encoder(encoder: denoiser.TextEncoder, name: str) -> Any:
        width, layer = encoder.projection.in_features, encoder.layers[0]
        return CLIPTextEncoder(
            vocabulary_size=len(starter.vocabulary.ids),
            embedding_dim=width,
            hidden_dim=width,
            num_layers=len(encoder.layers),
            num_heads=layer.heads,
            intermediate_dim=layer.dense1.out_features,
            intermediate_activation="quick_gelu" if layer.quick else "gelu",
            intermediate_output_index=-2,
            max_sequence_length=denoiser.TOKENS,
            dtype=dtype,
            name=name,
        )

    blocks = [1] * len(vae.ENCODER_FILTERS)
    backbone = StableDiffusion3Backbone(
        mmdit_patch_size=denoiser.PATCH,
        mmdit_hidden_dim=denoiser.WIDTH,
        mmdit_num_layers=denoiser.BLOCKS,
        mmdit_num_heads=denoiser.HEADS,
        mmdit_position_size=denoiser.POSITIONS,
        mmdit_qk_norm=None,
        mmdit_dual_attention_indices=None,
        vae=VAEBackbone(
            list(vae.ENCODER_FILTERS),
            blocks,
            list(vae.DECODER_FILTERS),
            blocks,
            sampler_method="mode",
            scale=starter.scale,
            shift=starter.shift,
            dtype=dtype,
            name="vae",
        ),
        clip_l=text_encoder(starter.model.clip_l, "clip_l"),
        clip_g=text_encoder(starter.model.clip_g, "clip_g"),
        shift=denoiser.SHIFT,
        image_shape=(denoiser.SIDE, denoiser.SIDE, 3),
        dtype=dtype,
        name="stable_diffusion_3_backbone",
    )
    for pair in pairs(backbone, starter):
        pair.to_keras()
    return backbone


def _dense(layer: Any, ours: nn.Linear) -> Iterator[Pair]:
    # Attention's dense layers split one of their axes into heads, which `reshape` does and undoes.
    yield Pair(layer._kernel, ours.weight, (1, 0))
    if ours.bias is not None:
        yield Pair(layer.bias, ours.bias, (0,))


def _convolution(layer: Any, ours: nn.Conv2d) -> Iterator[Pair]:
    yield Pair(layer.kernel, ours.weight, (2, 3, 1, 0))
    yield Pair(layer.bias, ours.bias, (0,))


def _norm(layer: Any, ours: nn.Module) -> Iterator[Pair]:
    yield Pair(layer.gamma, ours.weight, (0,))
    yield Pair(layer.beta, ours.bias, (0,))


def _residual(layer: Any, ours: vae.ResidualBlock) -> Iterator[Pair]:
    yield from _norm(layer.norm1, ours.norm1)
    yield from _convolution(layer.conv1, ours.conv1)
    yield from _norm(layer.norm2, ours.norm2)
    yield from _convolution(layer.conv2, ours.conv2)
    if isinstance(ours.shortcut, nn.Conv2d):
        yield from _convolution(layer.residual_projection, ours.shortcut)


def _attention(layer: Any, ours: vae.SpatialAttention) -> Iterator[Pair]:
    yield from _norm(layer.group_norm, ours.norm)
    yield from _convolution(layer.query_conv2d, ours.query)
    yield from _convolution(layer.key_conv2d, ours.key)
    yield from _convolution(layer.value_conv2d, ours.value)
    yield from _convolution(layer.output_conv2d, ours.output)


def _both_coders(layer: Any, ours: vae.Encoder | vae.Decoder) -> Iterator[Pair]:
    yield from _convolution(layer.input_projection, ours.input)
    for block, our_block in zip(layer.blocks, ours.blocks, strict=True):
        yield from _residual(block, our_block)
    yield from _residual(layer.mid_block_0, ours.middle1)
    yield from _attention(layer.mid_attention, ours.attention)
    yield from _residual(layer.mid_block_1, ours.middle2)
    yield from _norm(layer.output_norm, ours.norm)
    yield from _convolution(layer.output_projection, ours.output)


def _encoder(layer: Any, ours: vae.Encoder) -> Iterator[Pair]:
    yield from _both_coders(layer, ours)
    # Every second layer pads.
    for downsample, our_downsample in zip(layer.downsamples[1::2], ours.downsamples, strict=True):
        yield from _convolution(downsample, our_downsample)


def _decoder(layer: Any, ours: vae.Decoder) -> Iterator[Pair]:
    yield from _both_coders(layer, ours)
    # Every second layer enlarges.
    for upsample, our_upsample in zip(layer.upsamples[1::2], ours.upsamples, strict=True):
        yield from _convolution(upsample, our_upsample)


def _text_encoder(layer: Any, projection: Any, ours: denoiser.TextEncoder) -> Iterator[Pair]:
    yield Pair(layer.embedding.token_embedding._embeddings, ours.token_embedding.weight, (0, 1))
    yield Pair(layer.embedding.position_embedding.position_embeddings, ours.position_embedding, (0, 1))
    for each, our_each in zip(layer.encoder_layers, ours.layers, strict=True):
        yield from _norm(each.layer_norm_1, our_each.norm1)
        yield from _dense(each.attention._query_dense, our_each.query)
        yield from _dense(each.attention._key_dense, our_each.key)
        yield from _dense(each.attention._value_dense, our_each.value)
        yield from _dense(each.attention._output_dense, our_each.output)
        yield from _norm(each.layer_norm_2, our_each.norm2)
        yield from _dense(each.dense_1, our_each.dense1)
        yield from _dense(each.dense_2, our_each.dense2)
    yield from _norm(layer.layer_norm, ours.norm)
    yield from _dense(projection.dense, ours.projection)


def _stream(layer: Any, ours: denoiser.Stream) -> Iterator[Pair]:
    yield from _dense(layer.ada_layer_norm.dense, ours.norm.dense)
    yield from _dense(layer.attention_qkv, ours.qkv)
    if not ours.ends:
        yield from _dense(layer.attention_proj, ours.projection)
        yield from _dense(layer.mlp.dense1, ours.dense1)
        yield from _dense(layer.mlp.dense2, ours.dense2)


def _mmdit(layer: Any, ours: denoiser.MMDiT) -> Iterator[Pair]:
    yield from _convolution(layer.patch_embedding.patch_embedding, ours.patch)
    yield Pair(layer.position_embedding.position_embeddings, ours.positions, (0, 1, 2))
    yield from _dense(layer.context_embedding, ours.context)
    yield from _dense(layer.vector_embedding.dense1, ours.pooled1)
    yield from _dense(layer.vector_embedding.dense2, ours.pooled2)
    yield from _dense(layer.timestep_embedding.mlp.dense1, ours.time1)
    yield from _dense(layer.timestep_embedding.mlp.dense2, ours.time2)
    for block, our_block in zip(layer.joint_blocks, ours.blocks, strict=True):
        yield from _stream(block.x_block, our_block.picture)
        yield from _stream(block.context_block, our_block.context)
    yield from _dense(layer.output_ada_layer_norm.dense, ours.norm.dense)
    yield from _dense(layer.output_dense, ours.output)
