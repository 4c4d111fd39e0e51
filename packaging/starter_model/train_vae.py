"""Teaches the VAE: the decoder alone where the encoder is given, so that its latents stay valid."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import torch
from PIL import Image
from torch import Tensor
from torch.nn import functional

from sd3explorer.presets.preset import PIXELS_PER_LATENT

from . import pictures
from .computer import Computer
from .things import INK, STYLES, THINGS
from .training import Plan, Trainer
from .vae import LATENT_CHANNELS, VAE, to_input

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
        self._drawings = drawings.to(computer.device)
        self._compiled = computer.compiled(self._loss_of_decoder if decoder_only else self._loss_of_both)

    def batch(self, rng: np.random.Generator) -> tuple[Tensor, ...]:
        """What `Drawings.on_colours` is to lay on which colours."""
        return tuple(map(torch.from_numpy, self._drawings.choose(self.plan.batch_size, rng)))

    def loss(self, batch: tuple[Tensor, ...], generator: torch.Generator) -> Tensor:
        """How far the decoded pictures are from the encoded ones, and, with the encoder, its divergence."""
        clean = to_input(self._drawings.on_colours(*batch))
        count, _, height, width = clean.shape
        shape = (count, LATENT_CHANNELS, height // PIXELS_PER_LATENT, width // PIXELS_PER_LATENT)
        noise = torch.randn(shape, generator=generator, device=generator.device)
        with self.computer.autocast():
            return self._compiled(clean, noise, roughness(count, generator))

    def _loss_of_decoder(self, clean: Tensor, noise: Tensor, levels: Tensor) -> Tensor:
        with torch.no_grad():
            latents = self.model.encode(clean)
        rough = latents + latents.std() * levels * noise
        return difference(self.model.decoder(rough).float(), clean)

    def _loss_of_both(self, clean: Tensor, noise: Tensor, levels: Tensor) -> Tensor:
        mean, log_variance = self.model.distribution(clean)
        deviation = torch.exp(0.5 * log_variance) + mean.detach().std() * levels
        decoded = self.model.decoder(mean + deviation * noise).float()
        divergence = 0.5 * (mean.square() + log_variance.exp() - 1 - log_variance).mean()
        return difference(decoded, clean) + DIVERGENCE * divergence


def roughness(count: int, generator: torch.Generator) -> Tensor:
    """How much noise latents get, as a share of their deviation: (count, 1, 1, 1), half of it none."""
    where = {"generator": generator, "device": generator.device}
    levels = ROUGHNESS * torch.rand(count, **where) * (torch.rand(count, **where) < ROUGH_SHARE)
    return levels[:, None, None, None]


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


class Drawings:
    """What the VAE is trained on.

    Args:
        taught: Drawings that the denoiser is taught, uint8 (n, side, side, 4).
        others: The same of others; may be none.
    """

    def __init__(self, taught: np.ndarray, others: np.ndarray) -> None:
        self._taught, self._others = len(taught), len(others)
        drawings = np.concatenate([taught, others])
        side = drawings.shape[1] // 2
        with ThreadPoolExecutor() as pool:
            small = list(pool.map(lambda drawing: halved(drawing, side), drawings))
        self._whole = torch.from_numpy(drawings)
        # The last one is empty.
        self._small = torch.from_numpy(np.stack([*small, np.zeros_like(small[0])]))

    @classmethod
    def load(cls, work: Path) -> "Drawings":
        """Every rendered drawing that isn't held out, those in ink in black and in white."""
        known = {pictures.slug(thing) for thing in THINGS}
        taught, others = [], []
        for emoji_set in pictures.SETS:
            for name in pictures.rendered(work, emoji_set.name):
                if emoji_set.name != pictures.UNSEEN and not pictures.held_out(name):
                    is_taught = emoji_set.name in STYLES.values() and name in known
                    (taught if is_taught else others).append((emoji_set.name, name))
        with ThreadPoolExecutor() as pool:
            first, second = (
                list(pool.map(lambda file: variants(work, *file), each)) for each in (taught, others)
            )
        stacked = [np.concatenate(each) for each in (first, second) if each]
        return cls(stacked[0], stacked[-1] if second else stacked[0][:0])

    def to(self, device: str) -> "Drawings":
        """The same on a device."""
        self._whole, self._small = self._whole.to(device), self._small.to(device)
        return self

    def choose(self, count: int, rng: np.random.Generator) -> tuple[np.ndarray, ...]:
        """What `on_colours` wants to know, by chance.

        Args:
            count: How many pictures.
            rng: Chooses.
        """
        colours = rng.integers(0, 256, (count, 1, 1, 3))
        colours[rng.random(count) < WHITE_SHARE] = 255
        small = np.where(
            rng.random((count, 4)) < EMPTY_SHARE, len(self._small) - 1, self._some((count, 4), rng)
        )
        return (
            self._some((count,), rng),
            small,
            rng.random(count) < FOUR_SHARE,
            colours.astype(np.float32),
            rng.random(count) < 0.5,
        )

    def on_colours(
        self, whole: Tensor, small: Tensor, four: Tensor, colours: Tensor, turned: Tensor
    ) -> Tensor:
        """Drawings on colours.

        Args:
            whole: The number of one drawing for each picture, (count,).
            small: Those of four small ones, (count, 4).
            four: Whether a picture shows the small ones, (count,).
            colours: Of the background, 0 to 255, (count, 1, 1, 3).
            turned: Whether a picture is the other way round, (count,).

        Returns:
            uint8 (count, side, side, 3).
        """
        one, quarters = self._whole[whole], self._small[small]
        grid = quarters.unflatten(1, (2, 2)).permute(0, 1, 3, 2, 4, 5).reshape(one.shape)
        chosen = torch.where(four[:, None, None, None], grid, one).float()
        alpha = chosen[..., 3:] / 255
        laid = (chosen[..., :3] * alpha + colours * (1 - alpha)).round().byte()
        return torch.where(turned[:, None, None, None], laid.flip(2), laid)

    def _some(self, shape: tuple[int, ...], rng: np.random.Generator) -> np.ndarray:
        taught = rng.integers(self._taught, size=shape)
        others = self._taught + rng.integers(max(self._others, 1), size=shape)
        return np.where((rng.random(shape) < TAUGHT_SHARE) | (self._others == 0), taught, others)


def variants(work: Path, set_name: str, name: str) -> np.ndarray:
    """A drawing as it is trained on, uint8 (1 or 2, side, side, 4): in ink it is both black and white."""
    drawing = pictures.load(work, set_name, name)
    return np.stack([drawing, pictures.negative(drawing)] if set_name == STYLES[INK] else [drawing])


def halved(drawing: np.ndarray, side: int) -> np.ndarray:
    """A drawing (2 · side, 2 · side, 4) at half its size."""
    return np.asarray(Image.fromarray(drawing).resize((side, side), Image.Resampling.LANCZOS))
