"""Pictures from prompts, as the app makes them, but with the layers here."""

from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from sd3explorer.presets.catalog import STARTER
from sd3explorer.walk.maths import gaussian, slerp
from sd3explorer.walk.schedule import Schedule

from .computer import Computer
from .denoiser import SHIFT, SIDE, TOKENS
from .keras_weights import Starter
from .tokens import Tokens
from .vae import LATENT_CHANNELS, to_pictures

TIMES = 1000
LATENT_SHAPE = (SIDE // 8, SIDE // 8, LATENT_CHANNELS)


@dataclass(frozen=True, slots=True)
class Frame:
    """What one picture is made from.

    Args:
        prompt: What it shows.
        seed: Of its noise.
        towards: Another prompt, to show something between both.
        t: How far on the way to that, in [0, 1].
    """

    prompt: str
    seed: int = 0
    towards: str = ""
    t: float = 0.0


class Sampler:
    """Makes pictures.

    Args:
        starter: The model.
        computer: Where.
        steps: Of denoising.
        guidance: Weight of guidance; 1 is none.
        batch_size: Frames at a time.
    """

    def __init__(
        self,
        starter: Starter,
        computer: Computer,
        steps: int = STARTER.sampler.num_steps,
        guidance: float = STARTER.sampler.guidance_scale,
        batch_size: int = 16,
    ) -> None:
        self._vae = starter.vae.to(computer.device).eval()
        self._model = starter.model.to(computer.device).eval()
        self._shift, self._scale = starter.shift, starter.scale
        self._tokens = Tokens(starter.vocabulary, TOKENS)
        self._computer, self._guidance, self._batch_size = computer, guidance, batch_size
        self._sigmas = Schedule(SHIFT, TIMES).sigmas(steps)

    def __call__(self, frames: list[Frame]) -> np.ndarray:
        """Their pictures, uint8 (frames, height, width, 3)."""
        starts = range(0, len(frames), self._batch_size)
        return np.concatenate([self._batch(frames[start : start + self._batch_size]) for start in starts])

    @torch.no_grad()
    def _batch(self, frames: list[Frame]) -> np.ndarray:
        count, device = len(frames), self._computer.device
        context, pooled = self._embeddings(frames)
        noises = np.stack([gaussian(LATENT_SHAPE, frame.seed) for frame in frames])
        latents = torch.from_numpy(noises).permute(0, 3, 1, 2).contiguous().to(device)
        for sigma, following in zip(self._sigmas, self._sigmas[1:], strict=False):
            times = torch.full((2 * count,), float(sigma) * TIMES, device=device)
            with self._computer.autocast():
                velocity = self._model.mmdit(torch.cat([latents, latents]), context, pooled, times).float()
            positive, negative = velocity.chunk(2)
            latents = latents + float(following - sigma) * (negative + self._guidance * (positive - negative))
        with self._computer.autocast():
            decoded = self._vae.decoder(latents / self._scale + self._shift).float()
        return to_pictures(decoded).cpu().numpy()

    def _embeddings(self, frames: list[Frame]) -> tuple[Tensor, Tensor]:
        """For the prompts, then for as many empty ones."""
        texts = [frame.prompt for frame in frames] + [frame.towards for frame in frames] + [""]
        parts = [
            part.cpu().numpy() for part in self._model.encode(self._tokens(texts).to(self._computer.device))
        ]
        count = len(frames)
        both = []
        for part in parts:
            between = [slerp(part[row], part[count + row], frame.t) for row, frame in enumerate(frames)]
            both.append(torch.from_numpy(np.stack(between + [part[-1]] * count)).to(self._computer.device))
        return both[0], both[1]
