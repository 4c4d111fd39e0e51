"""Our forward pass beside KerasHub's, for the layouts of SD3 and SD3.5, with and without T5."""

import numpy as np
import pytest
from keras import ops
from keras_hub.models import CLIPTextEncoder, StableDiffusion3Backbone
from keras_hub.src.models.stable_diffusion_3.t5_encoder import T5Encoder
from keras_hub.src.models.vae.vae_backbone import VAEBackbone

from sd3explorer.diffusion.denoiser import Denoiser, merged_context
from sd3explorer.diffusion.loading import weights_to_come
from sd3explorer.diffusion.text import TextEmbedding

TOKENS, T5_WIDTH = 7, 4096


def backbone(qk_norm=None, dual_attention_indices=None, t5=False):
    clip = {
        "vocabulary_size": 50,
        "embedding_dim": 16,
        "hidden_dim": 16,
        "num_layers": 2,
        "num_heads": 2,
        "intermediate_dim": 16,
        "intermediate_output_index": 0,
        "max_sequence_length": TOKENS,
    }
    with weights_to_come():
        return StableDiffusion3Backbone(
            mmdit_patch_size=2,
            mmdit_hidden_dim=32,
            mmdit_num_layers=3,
            mmdit_num_heads=4,
            mmdit_position_size=8,
            mmdit_qk_norm=qk_norm,
            mmdit_dual_attention_indices=dual_attention_indices,
            vae=VAEBackbone([32] * 4, [1] * 4, [32] * 4, [1] * 4),
            clip_l=CLIPTextEncoder(**clip),
            clip_g=CLIPTextEncoder(**clip),
            t5=T5Encoder(50, 1, 2, T5_WIDTH, 16, T5_WIDTH // 2) if t5 else None,
            image_shape=(48, 64, 3),
        )


def latents():
    return np.random.default_rng(0).normal(size=(1, 6, 8, 16)).astype(np.float32)


@pytest.fixture(
    scope="module",
    params=[
        pytest.param(({}, TOKENS), id="SD3"),
        pytest.param(({"qk_norm": "rms_norm"}, TOKENS), id="SD3.5 Large"),
        pytest.param(({"qk_norm": "rms_norm", "dual_attention_indices": (0, 1)}, TOKENS), id="SD3.5 Medium"),
        pytest.param(({"t5": True}, 0), id="SD3 with T5"),
    ],
)
def layout(request):
    """A model, the embedding of a text, and KerasHub's velocity."""
    options, padding = request.param
    model = backbone(**options)
    random = np.random.default_rng(0)
    for variable in model.diffuser.variables:
        variable.assign(random.normal(0.0, 0.1, variable.shape))
    context = random.normal(size=(2 * TOKENS, T5_WIDTH)).astype(np.float32)
    # The padding of a text that has drifted: no zeros any more, but still all alike.
    context[len(context) - padding :] = 0.3
    pooled = random.normal(size=(1, 32)).astype(np.float32)
    expected = model.diffuser(
        {
            "latent": ops.convert_to_tensor(latents()),
            "context": ops.convert_to_tensor(context[None]),
            "pooled_projection": ops.convert_to_tensor(pooled),
            "timestep": ops.convert_to_tensor([[700.0]]),
        }
    )
    return model, TextEmbedding(context, pooled[0], padding), ops.convert_to_numpy(expected)


@pytest.mark.parametrize("fused_attention", [False, True])
def test_the_velocity_is_kerashubs(layout, fused_attention):
    model, text, expected = layout
    denoiser = Denoiser(model, text.padding, fused_attention)
    rows, pooled = (ops.convert_to_tensor(each[None]) for each in (merged_context(text), text.pooled))
    conditions = denoiser.condition(rows, pooled)
    modulations = denoiser.modulations(ops.convert_to_tensor([0.2, 0.7]), conditions[1])
    velocity = denoiser.velocity(ops.convert_to_tensor(latents()), conditions[0], modulations[1])
    scale = np.abs(expected).max()
    assert scale > 0.1
    assert np.abs(ops.convert_to_numpy(velocity) - expected).max() <= 1e-4 * scale


def test_the_padding_rows_become_one():
    context = np.zeros((2 * TOKENS, 4), np.float32)
    assert merged_context(TextEmbedding(context, np.zeros(2, np.float32), TOKENS)).shape == (TOKENS + 1, 4)
    assert merged_context(TextEmbedding(context, np.zeros(2, np.float32), 0)).shape == (2 * TOKENS, 4)
