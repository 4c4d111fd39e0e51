"""KerasHub's weights in diffusers' models: which is which, and how it lies."""

from collections.abc import Iterator
from typing import Any, TypeAlias

import torch
from diffusers import AutoencoderKL, SD3Transformer2DModel

from sd3explorer.bench.ways import BenchError

Weights: TypeAlias = Iterator[tuple[str, torch.Tensor]]


def transformer_of(mmdit: Any) -> SD3Transformer2DModel:
    """The transformer of diffusers, with the weights of KerasHub's `MMDiT` on PyTorch."""
    head_dim = mmdit.hidden_dim // mmdit.num_heads
    with torch.device("meta"):
        model = SD3Transformer2DModel(
            sample_size=max(mmdit.latent_shape[:2]),
            patch_size=mmdit.patch_size,
            in_channels=mmdit.latent_shape[-1],
            num_layers=mmdit.num_layers,
            attention_head_dim=head_dim,
            num_attention_heads=mmdit.num_heads,
            joint_attention_dim=mmdit.context_shape[-1],
            caption_projection_dim=mmdit.hidden_dim,
            pooled_projection_dim=mmdit.pooled_projection_shape[-1],
            out_channels=mmdit.latent_shape[-1],
            pos_embed_max_size=mmdit.position_size,
            dual_attention_layers=tuple(mmdit.dual_attention_indices or ()),
            qk_norm=mmdit.qk_norm,
        )
    return _loaded(model, _transformer(mmdit))


def decoder_of(vae: Any, scale: float, shift: float) -> AutoencoderKL:
    """The VAE of diffusers, with the weights of KerasHub's `VAEBackbone`; it can decode only.

    Raises:
        BenchError: diffusers has no VAE of such a shape.
    """
    filters, blocks = vae.decoder_num_filters, set(vae.decoder_num_blocks)
    if len(blocks) > 1:
        raise BenchError("diffusers has no VAE with another number of blocks in each stage")
    stages = len(filters)
    with torch.device("meta"):
        model = AutoencoderKL(
            down_block_types=("DownEncoderBlock2D",) * stages,
            up_block_types=("UpDecoderBlock2D",) * stages,
            block_out_channels=tuple(filters[::-1]),
            layers_per_block=blocks.pop() - 1,
            latent_channels=vae.sample_channels // 2,
            scaling_factor=scale,
            shift_factor=shift,
            use_quant_conv=False,
            use_post_quant_conv=False,
        )
    model.encoder = torch.nn.Identity()
    return _loaded(model, _decoder(vae.decoder))


def _loaded(model: Any, weights: Weights) -> Any:
    # Of the precision and on the device of KerasHub's, and no second copy in between.
    model.load_state_dict({name: weight.contiguous() for name, weight in weights}, strict=True, assign=True)
    return model.requires_grad_(False).eval()


def _transformer(mmdit: Any) -> Weights:
    yield from _convolution("pos_embed.proj", mmdit.patch_embedding.patch_embedding)
    yield "pos_embed.pos_embed", _value(mmdit.position_embedding.position_embeddings)[None]
    yield from _dense("context_embedder", mmdit.context_embedding)
    text, time = "time_text_embed.text_embedder", "time_text_embed.timestep_embedder"
    for name, mlp in ((text, mmdit.vector_embedding), (time, mmdit.timestep_embedding.mlp)):
        yield from _dense(f"{name}.linear_1", mlp.dense1)
        yield from _dense(f"{name}.linear_2", mlp.dense2)
    for index, block in enumerate(mmdit.joint_blocks):
        yield from _joint_block(f"transformer_blocks.{index}", block)
    yield from _shift_and_scale("norm_out.linear", mmdit.output_ada_layer_norm.dense)
    yield from _dense("proj_out", mmdit.output_dense)


def _joint_block(name: str, block: Any) -> Weights:
    x, context = block.x_block, block.context_block
    attention = f"{name}.attn"
    yield from _dense(f"{name}.norm1.linear", x.ada_layer_norm.dense)
    yield from _split(attention, ("to_q", "to_k", "to_v"), x.attention_qkv)
    yield from _split(attention, ("add_q_proj", "add_k_proj", "add_v_proj"), context.attention_qkv)
    if x.qk_norm is not None:
        yield f"{attention}.norm_q.weight", _value(x.q_norm.scale)
        yield f"{attention}.norm_k.weight", _value(x.k_norm.scale)
        yield f"{attention}.norm_added_q.weight", _value(context.q_norm.scale)
        yield f"{attention}.norm_added_k.weight", _value(context.k_norm.scale)
    yield from _dense(f"{attention}.to_out.0", x.attention_proj)
    yield from _mlp(f"{name}.ff.net", x.mlp)
    if x.use_dual_attention:
        yield from _split(f"{name}.attn2", ("to_q", "to_k", "to_v"), x.attention_qkv2)
        if x.qk_norm is not None:
            yield f"{name}.attn2.norm_q.weight", _value(x.q_norm2.scale)
            yield f"{name}.attn2.norm_k.weight", _value(x.k_norm2.scale)
        yield from _dense(f"{name}.attn2.to_out.0", x.attention_proj2)
    if block.use_context_projection:
        yield from _dense(f"{name}.norm1_context.linear", context.ada_layer_norm.dense)
        yield from _dense(f"{attention}.to_add_out", context.attention_proj)
        yield from _mlp(f"{name}.ff_context.net", context.mlp)
    else:
        yield from _shift_and_scale(f"{name}.norm1_context.linear", context.ada_layer_norm.dense)


def _decoder(decoder: Any) -> Weights:
    yield from _convolution("decoder.conv_in", decoder.input_projection)
    yield from _residual("decoder.mid_block.resnets.0", decoder.mid_block_0)
    yield from _spatial_attention("decoder.mid_block.attentions.0", decoder.mid_attention)
    yield from _residual("decoder.mid_block.resnets.1", decoder.mid_block_1)
    blocks = iter(decoder.blocks)
    for stage, number in enumerate(decoder.stackwise_num_blocks):
        for index in range(number):
            yield from _residual(f"decoder.up_blocks.{stage}.resnets.{index}", next(blocks))
    # Every second layer has no weights.
    for stage, layer in enumerate(decoder.upsamples[1::2]):
        yield from _convolution(f"decoder.up_blocks.{stage}.upsamplers.0.conv", layer)
    yield from _norm("decoder.conv_norm_out", decoder.output_norm)
    yield from _convolution("decoder.conv_out", decoder.output_projection)


def _residual(name: str, block: Any) -> Weights:
    yield from _norm(f"{name}.norm1", block.norm1)
    yield from _convolution(f"{name}.conv1", block.conv1)
    yield from _norm(f"{name}.norm2", block.norm2)
    yield from _convolution(f"{name}.conv2", block.conv2)
    if block.has_residual_projection:
        yield from _convolution(f"{name}.conv_shortcut", block.residual_projection)


def _spatial_attention(name: str, layer: Any) -> Weights:
    yield from _norm(f"{name}.group_norm", layer.group_norm)
    for theirs, ours in (
        ("to_q", layer.query_conv2d),
        ("to_k", layer.key_conv2d),
        ("to_v", layer.value_conv2d),
        ("to_out.0", layer.output_conv2d),
    ):
        # A dense layer there, a convolution of one pixel here.
        yield f"{name}.{theirs}.weight", _value(ours.kernel)[0, 0].T
        yield f"{name}.{theirs}.bias", _value(ours.bias)


def _mlp(name: str, mlp: Any) -> Weights:
    yield from _dense(f"{name}.0.proj", mlp.dense1)
    yield from _dense(f"{name}.2", mlp.dense2)


def _split(name: str, names: tuple[str, str, str], layer: Any) -> Weights:
    """Queries, keys and values: one layer here, three there."""
    kernels, biases = _value(layer.kernel).chunk(3, dim=1), _value(layer.bias).chunk(3)
    for part, kernel, bias in zip(names, kernels, biases, strict=True):
        yield f"{name}.{part}.weight", kernel.T
        yield f"{name}.{part}.bias", bias


def _shift_and_scale(name: str, layer: Any) -> Weights:
    """Shift first here, scale first there."""
    for kind, tensor in _dense(name, layer):
        yield kind, tensor.roll(len(tensor) // 2, 0)


def _dense(name: str, layer: Any) -> Weights:
    yield f"{name}.weight", _value(layer.kernel).T
    yield f"{name}.bias", _value(layer.bias)


def _convolution(name: str, layer: Any) -> Weights:
    yield f"{name}.weight", _value(layer.kernel).permute(3, 2, 0, 1)
    yield f"{name}.bias", _value(layer.bias)


def _norm(name: str, layer: Any) -> Weights:
    yield f"{name}.weight", _value(layer.gamma)
    yield f"{name}.bias", _value(layer.beta)


def _value(variable: Any) -> torch.Tensor:
    return variable.value.detach()
