"""Diffusers' names: those that its own models have at the real sizes, and what becomes of each."""

import pytest

from sd3explorer.presets.checkpoints.diffusers import transformer_origins
from sd3explorer.presets.checkpoints.header import Tensor
from sd3explorer.presets.checkpoints.recognise import stored_parts
from tests.installed import needs
from tests.presets.checkpoints.family import LARGE_35, MEDIUM_3, MEDIUM_35, VAE


def headers(model, file):
    return {name: Tensor("F16", tuple(value.shape), 0, file) for name, value in model.state_dict().items()}


@needs("torch", "diffusers")
@pytest.mark.parametrize("shape", [MEDIUM_3, MEDIUM_35, LARGE_35])
def test_a_real_transformer_has_all_weights_and_no_other(shape, tmp_path):
    import diffusers
    import torch

    with torch.device("meta"):
        model = diffusers.SD3Transformer2DModel(
            num_layers=shape.layers,
            num_attention_heads=shape.heads,
            caption_projection_dim=shape.width,
            pos_embed_max_size=shape.positions,
            dual_attention_layers=shape.dual,
            qk_norm="rms_norm" if shape.qk_norm else None,
            out_channels=16,
            # As all of Stability's; diffusers' defaults are others.
            sample_size=128,
            joint_attention_dim=4096,
            pooled_projection_dim=2048,
        )
    found = stored_parts(headers(model, tmp_path), "x", {}, True)["mmdit"]
    assert found.shape == shape


@needs("torch", "diffusers")
def test_a_real_vae_has_all_weights_and_no_other(tmp_path):
    import diffusers
    import torch

    with torch.device("meta"):
        model = diffusers.AutoencoderKL(
            down_block_types=("DownEncoderBlock2D",) * 4,
            up_block_types=("UpDecoderBlock2D",) * 4,
            block_out_channels=(128, 256, 512, 512),
            layers_per_block=2,
            latent_channels=16,
            use_quant_conv=False,
            use_post_quant_conv=False,
        )
    assert stored_parts(headers(model, tmp_path), "x", {}, True)["vae"].shape == VAE


def test_its_last_modulations_have_their_halves_swapped(tmp_path):
    keys = ["norm_out.linear", *(f"transformer_blocks.{n}.norm1_context.linear" for n in range(3))]
    found = transformer_origins([f"{key}.weight" for key in keys])
    swapped = {name for name, origin in found.items() if origin.swapped}
    assert swapped == {
        "final_layer.adaLN_modulation.1.weight",
        "joint_blocks.2.context_block.adaLN_modulation.1.weight",
    }
