"""Teaches the VAE: the decoder alone where the encoder is given, so that its latents stay valid."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from PIL import Image
from torch import Tensor
from torch.nn import functional

from . import pictures
from .computer import Computer
from .things import STYLES, THINGS
from .training import Plan, Trainer
from .vae import VAE, to_input

# How much the parts of the loss count beside the absolute difference. Squares count by their logarithm in
# each picture, as in PSNR, so that pictures that are nearly right go on getting better.
EDGES, SQUARES, COARSE, DIVERGENCE = 0.5, 0.1, 0.5, 1e-3
LEAST_SQUARES = 1e-5
COARSER = (2, 4)
WHITE_SHARE = 0.3
# The share of pictures that are of drawings which the denoiser is taught.
TAUGHT_SHARE = 0.35
# The share of pictures with four small drawings, and how often one of the four is left out.
FOUR_SHARE, EMPTY_SHARE = 0.25, 0.25
# What a denoiser makes isn't quite a latent: so half of the pictures are decoded from latents with noise, up
# to this share of their deviation.
ROUGH_SHARE, ROUGHNESS = 0.5, 0.15


class VAETrainer(Trainer):
    """The VAE in training.

    Args:
        vae: Changed by training.
        drawings: What to lay on colours by chance.
        plan: How to train.
        computer: Where.
        decoder_only: Whether the encoder stays as it is.
    """

    def __init__(
        self, vae: VAE, drawings: "Drawings", plan: Plan, computer: Computer, decoder_only: bool
    ) -> None:
        vae.encoder.requires_grad_(not decoder_only)
        super().__init__(vae, plan, computer)
        self._drawings, self._decoder_only = drawings, decoder_only

    def loss(self, rng: np.random.Generator, generator: torch.Generator) -> Tensor:
        """How far the decoded pictures are from the encoded ones, and, with the encoder, its divergence."""
        clean = to_input(torch.from_numpy(self._drawings.on_colours(self.plan.batch_size, rng)))
        clean = clean.to(self.computer.device)
        with self.computer.autocast():
            if self._decoder_only:
                with torch.no_grad():
                    latents = roughened(self.model.encode(clean), generator)
                return difference(self.model.decoder(latents).float(), clean)
            mean, log_variance = self.model.distribution(clean)
            noise = torch.randn(mean.shape, generator=generator).to(mean.device)
            decoded = self.model.decoder(mean + torch.exp(0.5 * log_variance) * noise).float()
        divergence = 0.5 * (mean.square() + log_variance.exp() - 1 - log_variance).mean()
        return difference(decoded, clean) + DIVERGENCE * divergence


def roughened(latents: Tensor, generator: torch.Generator) -> Tensor:
    """Latents (batch, 16, height, width), some of them with noise."""
    levels = ROUGHNESS * torch.rand(len(latents), generator=generator)
    levels = levels * (torch.rand(len(latents), generator=generator) < ROUGH_SHARE)
    noise = torch.randn(latents.shape, generator=generator) * levels[:, None, None, None]
    return latents + latents.std() * noise.to(latents.device)


def difference(decoded: Tensor, clean: Tensor) -> Tensor:
    """Of two batches of pictures: their colours, their edges, and both seen from further away."""
    squares = (decoded - clean).square().mean(dim=(1, 2, 3))
    loss = (decoded - clean).abs().mean() + SQUARES * (squares + LEAST_SQUARES).log().mean()
    loss = loss + EDGES * edges(decoded, clean)
    for times in COARSER:
        small, small_clean = functional.avg_pool2d(decoded, times), functional.avg_pool2d(clean, times)
        loss = loss + COARSE * ((small - small_clean).abs().mean() + EDGES * edges(small, small_clean))
    return loss


def edges(decoded: Tensor, clean: Tensor) -> Tensor:
    """The absolute difference of the steps from each pixel to the next, down and across."""
    off = decoded - clean
    return off.diff(dim=2).abs().mean() + off.diff(dim=3).abs().mean()


@dataclass(frozen=True)
class Drawings:
    """What the VAE is trained on.

    Args:
        taught: Drawings that the denoiser is taught, uint8 (n, side, side, 4).
        others: The same of others; may be none.
    """

    taught: np.ndarray
    others: np.ndarray

    @classmethod
    def load(cls, work: Path) -> "Drawings":
        """Every rendered drawing that isn't held out."""
        taught, others = [], []
        known = {pictures.slug(thing) for thing in THINGS}
        for emoji_set in pictures.SETS:
            for name in pictures.rendered(work, emoji_set.name):
                if emoji_set.name != pictures.UNSEEN and not pictures.held_out(name):
                    is_taught = emoji_set.name in STYLES.values() and name in known
                    (taught if is_taught else others).append(pictures.load(work, emoji_set.name, name))
        return cls(np.stack(taught), np.stack(others) if others else np.stack(taught)[:0])

    def on_colours(self, count: int, rng: np.random.Generator) -> np.ndarray:
        """Some of them on colours, now and then the other way round; uint8 (count, side, side, 3)."""
        chosen = np.stack(
            [self._four(rng) if four else self._one(rng) for four in rng.random(count) < FOUR_SHARE]
        )
        colours = rng.integers(0, 256, (count, 1, 1, 3))
        colours[rng.random(count) < WHITE_SHARE] = 255
        laid = np.round(pictures.on_colour(chosen, colours)).astype(np.uint8)
        turned = rng.random(count) < 0.5
        laid[turned] = laid[turned][:, :, ::-1]
        return laid

    def _one(self, rng: np.random.Generator) -> np.ndarray:
        group = self.taught if not len(self.others) or rng.random() < TAUGHT_SHARE else self.others
        return group[rng.integers(len(group))]

    def _four(self, rng: np.random.Generator) -> np.ndarray:
        whole = np.zeros_like(self.taught[0])
        side = len(whole) // 2
        for top in (0, side):
            for left in (0, side):
                if rng.random() >= EMPTY_SHARE:
                    small = Image.fromarray(self._one(rng)).resize((side, side), Image.Resampling.LANCZOS)
                    whole[top : top + side, left : left + side] = np.asarray(small)
        return whole
