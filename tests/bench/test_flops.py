"""The count of operations beside a count by hand, and beside PyTorch's own of the same models."""

from dataclasses import replace

import pytest

from sd3explorer.bench.flops import decoder_flops, frame_flops, transformer_flops
from sd3explorer.bench.shapes import SHAPE_NAMES, Shape, shape_like

ONE_BLOCK = Shape(
    (16, 16),
    hidden_dim=8,
    num_layers=1,
    num_heads=2,
    position_size=4,
    decoder_filters=(4,),
    decoder_blocks=(1,),
    clip_dims=(2, 3),
    context_dim=6,
)


def test_a_transformer_of_one_block_is_what_is_counted_by_hand():
    # One patch of 2 × 2 latents with 16 channels, and 3 rows of context.
    patches, context, vectors = 1 * 64 * 8, 3 * 6 * 8, (5 * 8 + 8 * 8) + (256 * 8 + 8 * 8)
    attention = 2 * 4 * 4 * 8
    picture = 8 * 24 + 8 * 8 + 2 * 8 * 32 + 8 * 48
    last_context = 3 * 8 * 24 + 8 * 16
    output = 8 * 16 + 8 * 64
    by_hand = patches + context + vectors + attention + picture + last_context + output
    assert transformer_flops(ONE_BLOCK, (16, 16), 3) == 2 * by_hand


def test_a_decoder_of_one_stage_is_what_is_counted_by_hand():
    pixels, convolution = 4, 9 * 4 * 4
    middle = 2 * 2 * convolution + 4 * 4 * 4 + 2 * 4 * 4
    by_hand = pixels * (9 * 16 * 4 + middle + 2 * convolution + 9 * 4 * 3)
    assert decoder_flops(ONE_BLOCK, (16, 16)) == 2 * by_hand


def test_guidance_computes_the_transformer_twice_and_the_decoder_once():
    once, decoder = transformer_flops(ONE_BLOCK, (32, 32), 3), decoder_flops(ONE_BLOCK, (32, 32))
    assert frame_flops(ONE_BLOCK, (32, 32), 3, 5, guided=True) == 10 * once + decoder
    assert frame_flops(ONE_BLOCK, (32, 32), 3, 5, guided=False) == 5 * once + decoder


@pytest.mark.parametrize("name", SHAPE_NAMES[:3])
def test_the_count_is_pytorchs_for_the_models_of_diffusers(name):
    diffusers, torch = pytest.importorskip("diffusers"), pytest.importorskip("torch")
    from torch.utils.flop_counter import FlopCounterMode

    shape, size, rows = shape_like(name), (128, 192), 48
    with torch.device("meta"), torch.no_grad():
        transformer = diffusers.SD3Transformer2DModel(
            patch_size=shape.patch_size,
            in_channels=shape.latent_channels,
            num_layers=shape.num_layers,
            attention_head_dim=shape.hidden_dim // shape.num_heads,
            num_attention_heads=shape.num_heads,
            joint_attention_dim=shape.context_dim,
            caption_projection_dim=shape.hidden_dim,
            pooled_projection_dim=shape.pooled_dim,
            pos_embed_max_size=24,
            dual_attention_layers=shape.dual_attention,
            qk_norm=shape.qk_norm,
        )
        vae = diffusers.AutoencoderKL(
            down_block_types=("DownEncoderBlock2D",) * 4,
            up_block_types=("UpDecoderBlock2D",) * 4,
            block_out_channels=shape.decoder_filters[::-1],
            layers_per_block=shape.decoder_blocks[0] - 1,
            latent_channels=shape.latent_channels,
            use_quant_conv=False,
            use_post_quant_conv=False,
        )
        latents = torch.zeros(1, 16, 16, 24)
        context, pooled = torch.zeros(1, rows, shape.context_dim), torch.zeros(1, shape.pooled_dim)
        with FlopCounterMode(display=False) as counted:
            transformer(latents, context, pooled, torch.zeros(1))
        assert transformer_flops(shape, size, rows) == pytest.approx(counted.get_total_flops(), rel=0.01)
        with FlopCounterMode(display=False) as counted:
            vae.decode(latents)
        assert decoder_flops(shape, size) == pytest.approx(counted.get_total_flops(), rel=0.01)


def test_more_dual_attention_is_more_work():
    dual = replace(ONE_BLOCK, dual_attention=(0,))
    assert transformer_flops(dual, (16, 16), 3) > transformer_flops(ONE_BLOCK, (16, 16), 3)
