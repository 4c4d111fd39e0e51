"""What a training needs to go on elsewhere, in small files, for a computer that only takes such."""

import io
from pathlib import Path
from typing import Any

import torch

from .store import Work
from .training import save

LARGEST_BYTES = 16_000_000
# What a chunk of the denoiser's training needs, beside its state.
OTHERS = (
    "start.pt",
    "scaling.json",
    "scenes.json",
    "latents.npy",
    "keywords.json",
    "vocabulary.json",
    "merges.txt",
)


def pack(work: Work, folder: Path) -> None:
    """Writes the denoiser's training into files of at most `LARGEST_BYTES`.

    Weights and the optimizer's averages are halved to bfloat16, so a training that goes on from a parcel
    isn't exactly the one that goes on from the work folder.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for part in folder.glob("*.part-*"):
        part.unlink()
    if work.denoiser.exists():
        state = torch.load(work.denoiser, map_location="cpu", weights_only=True)
        cut(as_bytes(halved(state)), folder, work.denoiser.name)
    for name in OTHERS:
        file = work.folder / name
        if file.suffix == ".pt":
            cut(as_bytes(halved(torch.load(file, map_location="cpu", weights_only=True))), folder, name)
        elif file.exists():
            cut(file.read_bytes(), folder, name)


def unpack(folder: Path, work: Work) -> None:
    """Makes a work folder of what `pack` wrote."""
    work.folder.mkdir(parents=True, exist_ok=True)
    for name in sorted({part.name.rpartition(".part-")[0] for part in folder.glob("*.part-*")}):
        data = b"".join(part.read_bytes() for part in sorted(folder.glob(f"{name}.part-*")))
        if name.endswith(".pt"):
            save(doubled(torch.load(io.BytesIO(data), weights_only=True)), work.folder / name)
        else:
            (work.folder / name).write_bytes(data)


def cut(data: bytes, folder: Path, name: str) -> None:
    """Writes bytes into as many files as it takes."""
    for index, start in enumerate(range(0, len(data), LARGEST_BYTES)):
        (folder / f"{name}.part-{index:03}").write_bytes(data[start : start + LARGEST_BYTES])


def as_bytes(state: dict[str, Any]) -> bytes:
    """A state as PyTorch writes it."""
    buffer = io.BytesIO()
    torch.save(state, buffer)
    return buffer.getvalue()


def halved(state: Any) -> Any:
    """The same with bfloat16 for every float32 that is more than a number."""
    return converted(state, torch.float32, torch.bfloat16)


def doubled(state: Any) -> Any:
    """The same the other way round."""
    return converted(state, torch.bfloat16, torch.float32)


def converted(state: Any, old: torch.dtype, new: torch.dtype) -> Any:
    """Dictionaries and lists with their tensors of one type in another."""
    if isinstance(state, dict):
        return {key: converted(value, old, new) for key, value in state.items()}
    if isinstance(state, list):
        return [converted(value, old, new) for value in state]
    if isinstance(state, torch.Tensor) and state.dtype == old and state.ndim:
        return state.to(new)
    return state
