"""The way of diffusers: its transformer and its VAE, as they are or compiled by PyTorch."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np
import torch

from sd3explorer.bench.diffusers_weights import decoder_of, transformer_of
from sd3explorer.bench.keras_ways import latents_shape, starting_latents
from sd3explorer.bench.messages import Pictures, Texts, Work
from sd3explorer.walk.recipe import Recipe
from sd3explorer.walk.schedule import Schedule


class Diffusers:
    """`SD3Transformer2DModel` and `AutoencoderKL`, driven through the schedule that all ways have.

    Less than diffusers' pipeline does around them, but no less than rendering needs.

    Args:
        backbone: KerasHub's model on PyTorch, of which the weights are taken.
        texts: The embeddings.
        work: What is rendered.
        compile_it: Whether PyTorch compiles transformer and decoder.
    """

    def __init__(self, backbone: Any, texts: Texts, work: Work, compile_it: bool) -> None:
        # What TensorFlow and JAX do with float32 on a GPU when nobody asks.
        torch.set_float32_matmul_precision("high")
        self._shape = latents_shape(backbone)
        self._scale, self._shift = float(backbone.vae.scale), float(backbone.vae.shift)
        self._train_timesteps = int(backbone.num_train_timesteps)
        schedule = Schedule(float(backbone.shift), self._train_timesteps)
        self._sigmas = schedule.sigmas(work.num_steps).tolist()
        self._transformer = transformer_of(backbone.diffuser)
        self._vae = decoder_of(backbone.vae, self._scale, self._shift).to(memory_format=torch.channels_last)
        weight = self._transformer.proj_out.weight
        self._device, self._dtype = weight.device, weight.dtype
        self._guidance_scale = work.guidance_scale if work.guided else None
        self._context, self._pooled = (self._embedding(part, work) for part in (texts.context, texts.pooled))
        self._decode = self._vae.decode
        if compile_it:
            # As diffusers' guide to Stable Diffusion 3 advises.
            how = {"fullgraph": True, "mode": "max-autotune" if self._device.type == "cuda" else None}
            self._transformer = torch.compile(self._transformer, **how)
            self._decode = torch.compile(self._decode, **how)

    @torch.no_grad()
    def render(self, recipes: Sequence[Recipe]) -> Pictures:
        """The pictures of a batch."""
        noise = torch.from_numpy(starting_latents(recipes, self._shape)).to(self._device)
        latents = noise.permute(0, 3, 1, 2)
        for sigma, next_sigma in pairwise(self._sigmas):
            latents = latents + (next_sigma - sigma) * self._velocity(latents, sigma)
        latents = (latents / self._scale + self._shift).to(self._dtype)
        images = self._decode(latents.contiguous(memory_format=torch.channels_last), return_dict=False)[0]
        images = ((images.float() + 1.0) / 2.0).clamp(0.0, 1.0) * 255.0
        return images.round().to(torch.uint8).permute(0, 2, 3, 1).cpu().numpy()

    def _velocity(self, latents: torch.Tensor, sigma: float) -> torch.Tensor:
        guided = self._guidance_scale is not None
        both = torch.cat([latents, latents]) if guided else latents
        # KerasHub rounds the timestep to the precision of the model.
        timestep = torch.full((len(both),), sigma * self._train_timesteps, device=self._device)
        velocity = self._transformer(
            hidden_states=both.to(self._dtype),
            encoder_hidden_states=self._context,
            pooled_projections=self._pooled,
            timestep=timestep.to(self._dtype).float(),
            return_dict=False,
        )[0].float()
        if not guided:
            return velocity
        positive, negative = velocity.chunk(2)
        return negative + self._guidance_scale * (positive - negative)

    def _embedding(self, part: np.ndarray, work: Work) -> torch.Tensor:
        """What the transformer gets of the texts: those of the batch, then the negative ones."""
        texts = part if work.guided else part[:1]
        repeated = torch.from_numpy(texts).repeat_interleave(work.batch_size, 0)
        return repeated.to(self._device, self._dtype)
