"""KerasHub on PyTorch beside diffusers with its weights, for a process in which Keras has that backend."""

from dataclasses import replace

import numpy as np
import torch

from sd3explorer.bench.messages import Work
from sd3explorer.bench.shapes import Shape
from sd3explorer.diffusion import backend
from sd3explorer.presets.locate import locate

SIZE = (64, 96)

SD3 = Shape(
    SIZE,
    hidden_dim=64,
    num_layers=3,
    num_heads=4,
    position_size=9,
    decoder_filters=(96, 64, 32, 32),
    decoder_blocks=(2, 2, 2, 2),
    clip_dims=(32, 48),
    clip_heads=(2, 2),
    clip_tokens=7,
)
LAYOUTS = {
    "starter": locate("starter"),
    "SD3": SD3,
    # Its last block is as all are in SD3.5 Large: normalized, with one attention.
    "SD3.5": replace(SD3, qk_norm="rms_norm", dual_attention=(0, 1)),
}


def apart(ours, theirs):
    ours, theirs = ours.detach().numpy(), theirs.detach().numpy()
    return float(np.abs(ours - theirs).max() / np.abs(ours).max())


@torch.no_grad()
def compare(model):
    from sd3explorer.bench import models
    from sd3explorer.bench.diffusers_weights import decoder_of, transformer_of

    backbone = models.build(Work(model, SIZE, 1, 1.0, 1, 1, "float32"), "float32")
    generator = torch.Generator().manual_seed(0)
    latents = torch.randn(2, SIZE[0] // 8, SIZE[1] // 8, 16, generator=generator)
    context = torch.randn(2, 5, 4096, generator=generator)
    pooled = torch.randn(2, backbone.clip_hidden_dim, generator=generator)
    timestep = torch.tensor([700.0, 3.5])
    inputs = {
        "latent": latents,
        "context": context,
        "pooled_projection": pooled,
        "timestep": timestep[:, None],
    }
    velocity = transformer_of(backbone.diffuser)(
        latents.permute(0, 3, 1, 2), context, pooled, timestep
    ).sample
    scale, shift = float(backbone.vae.scale), float(backbone.vae.shift)
    images = decoder_of(backbone.vae, scale, shift).decode(latents.permute(0, 3, 1, 2) / scale + shift).sample
    return {
        "transformer": apart(backbone.diffuser(inputs), velocity.permute(0, 2, 3, 1)),
        "decoder": apart(backbone.decode_step(latents), images.permute(0, 2, 3, 1)),
    }


def compare_all():
    """How far results are apart for each layout, in units of the largest number of KerasHub's."""
    backend.select("torch")
    return {name: compare(model) for name, model in LAYOUTS.items()}
