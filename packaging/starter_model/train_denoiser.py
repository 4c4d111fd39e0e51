"""Teaches the text encoders and the denoiser: rectified flow on encoded scenes.

Reference:
    Esser et al., "Scaling rectified flow transformers for high-resolution image synthesis" (2024).
"""

import numpy as np
import torch
from torch import Tensor

from .captions import caption
from .computer import Computer
from .denoiser import SHIFT, TOKENS
from .keras_weights import Starter
from .latents import Latents
from .tokens import Tokens
from .training import Plan, Trainer


class DenoiserTrainer(Trainer):
    """The denoiser in training.

    Args:
        starter: Its text encoders and denoiser are changed.
        latents: What to train on.
        strange: Words that captions are strewn with now and then.
        plan: How to train.
        computer: Where.
    """

    def __init__(
        self, starter: Starter, latents: Latents, strange: tuple[str, ...], plan: Plan, computer: Computer
    ) -> None:
        super().__init__(starter.model, plan, computer)
        self._latents, self._strange = latents, strange
        self._shift, self._scale = starter.shift, starter.scale
        self._tokens = Tokens(starter.vocabulary, TOKENS)
        self._cumulated = np.cumsum(latents.weights)

    def loss(self, rng: np.random.Generator, generator: torch.Generator) -> Tensor:
        """How far the velocity is from noise less picture, squared."""
        device = self.computer.device
        clean, tokens = (part.to(device) for part in self._batch(rng))
        noise = torch.randn(clean.shape, generator=generator).to(device)
        sigma = shifted(torch.sigmoid(torch.randn(len(clean), generator=generator))).to(device)
        share = sigma[:, None, None, None]
        with self.computer.autocast():
            velocity = self.model((1 - share) * clean + share * noise, tokens, 1000 * sigma).float()
        return (velocity - (noise - clean)).square().mean()

    def _batch(self, rng: np.random.Generator) -> tuple[Tensor, Tensor]:
        last = len(self._cumulated) - 1
        drawn = np.minimum(np.searchsorted(self._cumulated, rng.random(self.plan.batch_size)), last)
        texts = [caption(self._latents.scenes[index], rng, self._strange) for index in drawn]
        values = torch.from_numpy(self._latents.values[drawn].astype(np.float32))
        return (values - self._shift) * self._scale, self._tokens(texts)


def shifted(sigma: Tensor) -> Tensor:
    """Times of noise in [0, 1], moved towards more noise as SD3 does."""
    return SHIFT * sigma / (1 + (SHIFT - 1) * sigma)
