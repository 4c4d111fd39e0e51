"""What the stages leave in the work folder, and how the next ones find it."""

import json
from dataclasses import dataclass
from pathlib import Path

import torch

from .denoiser import Model
from .keras_weights import Starter
from .tokens import Vocabulary
from .training import save
from .vae import VAE


@dataclass(frozen=True, slots=True)
class Work:
    """The work folder.

    Args:
        folder: Made if it isn't there.
    """

    folder: Path

    @property
    def start(self) -> Path:
        """The weights that training begins with."""
        return self.folder / "start.pt"

    @property
    def vae(self) -> Path:
        """The VAE's training."""
        return self.folder / "vae.pt"

    @property
    def denoiser(self) -> Path:
        """The denoiser's training."""
        return self.folder / "denoiser.pt"

    @property
    def scaling(self) -> Path:
        """Shift and scale of the latents."""
        return self.folder / "scaling.json"

    def save_start(self, starter: Starter, from_preset: bool) -> None:
        """Keeps a model to begin with."""
        starter.vocabulary.save(self.folder)
        if from_preset:
            self.save_scaling(starter.shift, starter.scale)
        weights = {"vae": starter.vae.state_dict(), "model": starter.model.state_dict()}
        save({**weights, "from_preset": from_preset}, self.start)

    def save_scaling(self, shift: float, scale: float) -> None:
        """Keeps the latents' shift and scale."""
        self.scaling.write_text(json.dumps({"shift": shift, "scale": scale}))

    def starts_from_preset(self) -> bool:
        """Whether the encoder was trained before, and its latents' scaling is known."""
        return bool(torch.load(self.start, map_location="cpu", weights_only=True)["from_preset"])

    def load(self, trained: bool = True, old_share: float = 0.0) -> Starter:
        """The model as it is now.

        Args:
            trained: Whether with what was trained since the start (the averages of the weights).
            old_share: How much of the weights at the start is mixed into those that were trained since.

        Reference:
            Wortsman et al., "Robust fine-tuning of zero-shot models" (2022), for such mixtures.
        """
        vocabulary = Vocabulary.load(self.folder)
        vae, model = VAE(), Model(len(vocabulary.ids))
        start = torch.load(self.start, map_location="cpu", weights_only=True)
        for part, file, begun in ((vae, self.vae, start["vae"]), (model, self.denoiser, start["model"])):
            if trained and file.exists():
                average = torch.load(file, map_location="cpu", weights_only=True)["average"]
                part.load_state_dict(
                    {name: weight.lerp(begun[name], old_share) for name, weight in average.items()}
                )
            else:
                part.load_state_dict(begun)
        scaling = (
            json.loads(self.scaling.read_text()) if self.scaling.exists() else {"shift": 0.0, "scale": 1.0}
        )
        return Starter(vae, model, vocabulary=vocabulary, **scaling)

    def strange_words(self) -> tuple[str, ...]:
        """What people say of emoji, whether the model is taught it or not."""
        file = self.folder / "keywords.json"
        return tuple(json.loads(file.read_text())) if file.exists() else ()
