"""The ways of rendering that are compared: what they are called, and what must be installed for them."""

import importlib.util
from collections.abc import Sequence
from dataclasses import dataclass

from sd3explorer.walk.error import ReportedError


class BenchError(ReportedError):
    """Why something can't be measured, and what to do, in one sentence."""


@dataclass(frozen=True, slots=True)
class Way:
    """A way of rendering.

    Args:
        name: What the command line calls it.
        title: What it is.
        backend: What computes: tensorflow, jax or torch.
        extra: Packages that it needs beside its backend.
    """

    name: str
    title: str
    backend: str
    extra: tuple[str, ...] = ()

    @property
    def ours(self) -> bool:
        """Whether it is our own pipeline."""
        return self.name.startswith("ours-")

    @property
    def compiled_by_torch(self) -> bool:
        """Whether PyTorch compiles it wherever it runs, and doesn't run without that."""
        return self.name == "diffusers-compile"

    @property
    def missing(self) -> str | None:
        """What isn't installed, and the remedy, in one sentence; None if all is there."""
        absent = [name for name in (self.backend, *self.extra) if importlib.util.find_spec(name) is None]
        return f"not installed: pip install {' '.join(absent)}" if absent else None


WAYS = (
    Way("seed", "the seed guide's loop: KerasHub's steps, compiled as one", "tensorflow"),
    Way("kerashub", "KerasHub's generate", "tensorflow"),
    Way("diffusers", "diffusers, as it is", "torch", ("diffusers",)),
    Way("diffusers-compile", "diffusers with torch.compile", "torch", ("diffusers",)),
    Way("ours-tensorflow", "sd3explorer on TensorFlow", "tensorflow"),
    Way("ours-jax", "sd3explorer on JAX", "jax"),
    Way("ours-torch", "sd3explorer on PyTorch", "torch"),
)


def ways_named(text: str) -> tuple[Way, ...]:
    """The ways of a list like "seed,ours-jax", in that order and each once.

    Raises:
        BenchError: There is no way of such a name.
    """
    known = {way.name: way for way in WAYS}
    names = [name.strip() for name in text.split(",")]
    for name in names:
        if name not in known:
            raise BenchError(f'no way is called "{name}"; there are {", ".join(known)}')
    return tuple(known[name] for name in dict.fromkeys(names))


def installed_ways() -> Sequence[Way]:
    """Those of which everything is installed."""
    return [way for way in WAYS if way.missing is None]
