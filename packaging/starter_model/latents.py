"""The scenes that the denoiser is trained on, drawn and encoded once."""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import torch
from torch.utils.data import DataLoader, Dataset

from .computer import Computer
from .scenes import Figure, Scene, draw, training_scenes
from .things import LATER_THINGS
from .vae import VAE, to_input

BATCH_SIZE = 32


@dataclass(frozen=True)
class Latents:
    """Encoded scenes.

    Args:
        scenes: What they show.
        values: Neither shifted nor scaled, float16 (scenes, 16, height, width).
        weights: How often each is drawn in training, against the others; sums to 1.
    """

    scenes: list[Scene]
    values: np.ndarray
    weights: np.ndarray

    @classmethod
    def load(
        cls, work: Path, composed_share: float = 0.4, white_weight: float = 3.0, later_weight: float = 1.0
    ) -> "Latents":
        """Reads what `encode_scenes` wrote.

        Args:
            work: The work folder.
            composed_share: The share of composed scenes in training, where there are any.
            white_weight: How much more often plain scenes are white than any other colour.
            later_weight: How much more often scenes with `LATER_THINGS` are drawn, for a model that knows
                the first ones already.
        """
        scenes = taught_scenes(work)
        plain = np.array([scene.plain for scene in scenes])
        weights = np.array([white_weight if scene.colour == "white" else 1.0 for scene in scenes])
        later = [any(figure.thing in LATER_THINGS for figure in scene.figures) for scene in scenes]
        weights[later] *= later_weight
        if not plain.all():
            weights[plain] *= (1 - composed_share) / weights[plain].sum()
            weights[~plain] *= composed_share / weights[~plain].sum()
        return cls(scenes, np.load(work / "latents.npy"), weights / weights.sum())


def encode_scenes(work: Path, vae: VAE, computer: Computer, seed: int, composed: int) -> None:
    """Writes `work/scenes.json` and `work/latents.npy`."""
    scenes = training_scenes(seed, composed)
    values = np.concatenate(list(encoded(scenes, work, vae, computer)))
    np.save(work / "latents.npy", values)
    (work / "scenes.json").write_text(json.dumps([asdict(scene) for scene in scenes]))


@torch.no_grad()
def encoded(scenes: list[Scene], work: Path, vae: VAE, computer: Computer) -> Iterator[np.ndarray]:
    """Draws and encodes scenes.

    Yields:
        Latents of some of them, float16 (n, 16, height, width).
    """
    helpers = computer.helpers
    batches = DataLoader(
        _Drawn(scenes, work),
        batch_size=BATCH_SIZE,
        num_workers=helpers,
        multiprocessing_context="fork" if helpers else None,
    )
    for number, drawn in enumerate(batches):
        with computer.autocast():
            latents = vae.encode(to_input(drawn.to(computer.device)))
        yield latents.cpu().numpy().astype(np.float16)
        if number % 50 == 0:
            print(f"{number * BATCH_SIZE} of {len(scenes)} scenes encoded", flush=True)


class _Drawn(Dataset):
    """The pictures of scenes."""

    def __init__(self, scenes: list[Scene], work: Path) -> None:
        self._scenes, self._work = scenes, work

    def __len__(self) -> int:
        return len(self._scenes)

    def __getitem__(self, number: int) -> np.ndarray:
        return draw(self._scenes[number], self._work)


def taught_scenes(work: Path) -> list[Scene]:
    """What `encode_scenes` wrote into `work/scenes.json`."""
    return [scene_from(each) for each in json.loads((work / "scenes.json").read_text())]


def scene_from(data: dict) -> Scene:
    """A scene that was written as JSON."""
    figures = tuple(Figure(**figure) for figure in data["figures"])
    return Scene(figures, data["style"], data["colour"], data["place"])
