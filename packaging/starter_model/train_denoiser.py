"""Teaches the text encoders and the denoiser: rectified flow on encoded scenes.

Reference:
    Esser et al., "Scaling rectified flow transformers for high-resolution image synthesis" (2024).
"""

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from sd3explorer.walk.maths import PARALLEL

from .captions import caption
from .computer import Computer
from .denoiser import SHIFT, TOKENS
from .keras_weights import Starter
from .latents import Latents
from .scenes import Scene
from .tokens import Tokens
from .training import Plan, Trainer

# How much more than the rest the places of small things count, which would be drowned by what is around them.
SMALL_WEIGHT = 3.0
# How many times of noise are drawn evenly. The others are mostly of the middle, where most is decided; but
# what the last steps leave is seen as grain.
EVEN_SHARE = 0.25
# How many pictures of a batch are made from a text that is on its way to another one.
MIXED_SHARE = 0.3


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
        self._scenes, self._strange = latents.scenes, strange
        self._shift, self._scale = starter.shift, starter.scale
        self._tokens = Tokens(starter.vocabulary, TOKENS)
        self._cumulated = np.cumsum(latents.weights)
        self._values = torch.from_numpy(latents.values).to(computer.device)
        places = np.stack([importance(scene, latents.values.shape[2:]) for scene in latents.scenes])
        self._importance = torch.from_numpy(places[:, None]).to(computer.device)
        self._compiled = computer.compiled(self._flow_loss)

    def batch(self, rng: np.random.Generator) -> tuple[Tensor, ...]:
        """Numbers of scenes, token ids of their captions, and how far each is on its way to the next."""
        last = len(self._cumulated) - 1
        drawn = np.minimum(np.searchsorted(self._cumulated, rng.random(self.plan.batch_size)), last)
        tokens = self._tokens([caption(self._scenes[index], rng, self._strange) for index in drawn])
        return torch.from_numpy(drawn), tokens, torch.from_numpy(ways(len(drawn), rng))

    def loss(self, batch: tuple[Tensor, ...], generator: torch.Generator) -> Tensor:
        """How far the velocity is from noise less picture, squared, small things counting more."""
        drawn, tokens, away = batch
        clean = (self._values[drawn].float() - self._shift) * self._scale
        noise = torch.randn(clean.shape, generator=generator, device=generator.device)
        sigma = times(len(clean), generator)
        with self.computer.autocast():
            return self._compiled(clean, noise, sigma, tokens, away, self._importance[drawn])

    def _flow_loss(
        self, clean: Tensor, noise: Tensor, sigma: Tensor, tokens: Tensor, away: Tensor, weights: Tensor
    ) -> Tensor:
        share = sigma[:, None, None, None]
        texts = mixed(self.model.encode(tokens), away)
        noisy = (1 - share) * clean + share * noise
        velocity = self.model.mmdit(noisy, *texts, 1000 * sigma).float()
        return (weights * (velocity - (noise - clean)).square()).mean()


def importance(scene: Scene, shape: tuple[int, ...]) -> np.ndarray:
    """How much each place of a scene's latents counts in training, float32 (height, width)."""
    weights = np.ones(shape, np.float32)
    for figure in scene.figures:
        if figure.size < 1:
            rows, columns = (
                slice(round(side * (middle - figure.size / 2)), round(side * (middle + figure.size / 2)))
                for side, middle in zip(shape, (figure.y, figure.x), strict=True)
            )
            weights[rows, columns] = SMALL_WEIGHT
    return weights


def ways(count: int, rng: np.random.Generator) -> np.ndarray:
    """How far texts are moved towards another, in [0, 1]; most of them not at all.

    A text that has gone the share `t` of the way keeps its own picture. As `t` is drawn with the density
    12 · t · (1 - t)², both ends' pictures come as often as the text is near to them, so that what lies
    between two prompts is taught to be one picture or the other; and most lie where that is hardest.

    Args:
        count: How many.
        rng: Chooses which and how far.

    Returns:
        float32 (count,), about `MIXED_SHARE` of them above 0.
    """
    return (rng.beta(2, 3, count) * (rng.random(count) < MIXED_SHARE)).astype(np.float32)


def mixed(texts: tuple[Tensor, Tensor], t: Tensor) -> list[Tensor]:
    """Texts moved towards their neighbour's, as walks move them.

    Args:
        texts: Context and pooled embeddings, (batch, ...).
        t: How far each goes, (batch,).
    """
    return [between(text.float(), text.float().roll(1, 0), t) for text in texts]


def between(start: Tensor, end: Tensor, t: Tensor) -> Tensor:
    """Each row on its great circle, as `sd3explorer.walk.maths.slerp` has it.

    Args:
        start: (batch, ...) at `t = 0`.
        end: The same at `t = 1`.
        t: (batch,).
    """
    first, last = start.flatten(1), end.flatten(1)
    theta = functional.cosine_similarity(first, last).detach().clamp(-PARALLEL, PARALLEL).acos()
    weights = torch.stack([((1 - t) * theta).sin(), (t * theta).sin()]) / theta.sin()
    return (weights[0, :, None] * first + weights[1, :, None] * last).view_as(start)


def times(count: int, generator: torch.Generator) -> Tensor:
    """Shares of noise in (0, 1), mostly of the middle, moved towards more noise as SD3 does.

    Args:
        count: How many.
        generator: Chooses.

    Returns:
        float32 (count,), where the generator is.
    """
    where = {"generator": generator, "device": generator.device}
    middle = torch.sigmoid(torch.randn(count, **where))
    even = torch.rand(count, **where)
    drawn = torch.where(torch.rand(count, **where) < EVEN_SHARE, even, middle)
    return SHIFT * drawn / (1 + (SHIFT - 1) * drawn)
