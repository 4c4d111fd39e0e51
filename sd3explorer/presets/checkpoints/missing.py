"""Parts that a file lacks: where they are looked for, and what is said where they aren't found.

Text encoders and the VAE are the same for all of the family, so any of its models can lend its own.
"""

import os
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import lru_cache
from itertools import islice
from pathlib import Path

from sd3explorer.presets.checkpoints.architecture import Autoencoder, Clip, Transformer
from sd3explorer.presets.checkpoints.files import PartFiles
from sd3explorer.presets.checkpoints.folder import check_pipeline, is_pipeline, parts_in, parts_of_file
from sd3explorer.presets.checkpoints.lent import LentPart, lent_by
from sd3explorer.presets.checkpoints.recognise import NAMES, Stored
from sd3explorer.presets.kerashub import is_preset
from sd3explorer.presets.preset import PresetError

ENDING = ".safetensors"

# As ComfyUI, and A1111's and its heirs' programs call the folders of parts, within their folder of models.
PART_FOLDERS = ("text_encoders", "clip", "text_encoder", "CLIP", "vae", "VAE")
MODEL_FOLDERS = ("checkpoints", "diffusion_models", "unet", "Stable-diffusion")
# How far above a file that folder may be: models are sorted into folders of their own.
LEVELS = 3
# A folder of so many files is looked at in a second.
MOST_FILES = 200

# So many files' parts are remembered.
REMEMBERED = 64

# A VAE by itself has the shapes of Flux's; only its name tells which it is.
VAE_HINTS = ("sd3", "stable-diffusion-3", "stable_diffusion_3")

# What each is called where it is to be had, and where that is.
ENCODERS_PAGE = "https://huggingface.co/Comfy-Org/stable-diffusion-3.5-fp8/tree/main/text_encoders"
VAE_PAGE = "https://huggingface.co/stabilityai/stable-diffusion-3.5-medium/tree/main/vae"
SOURCES = {
    "clip_l": f"clip_l.safetensors from {ENCODERS_PAGE}",
    "clip_g": f"clip_g.safetensors from {ENCODERS_PAGE}",
    "vae": f"diffusion_pytorch_model.safetensors from {VAE_PAGE} as sd3_vae.safetensors",
}

# The widths of the real text encoders, which no other model of the family differs in.
REAL_POOLED, REAL_WIDTHS = 2048, {"clip_l": 768, "clip_g": 1280}

Found = tuple[PartFiles | LentPart, Stored]


def find(
    file: Path, mmdit: Transformer, has: Mapping[str, Stored], wanted: Collection[str]
) -> dict[str, Found]:
    """Looks for parts that a file lacks.

    Args:
        file: Which has the denoiser.
        mmdit: The denoiser.
        has: The parts that are in there.
        wanted: Names of those that are looked for.

    Returns:
        Those that were found.
    """
    found: dict[str, Found] = {}
    if not wanted:
        return found
    for candidates in _places(file):
        for files, stored in candidates:
            name = files.name
            here = {**has, **{each: part for each, (_, part) in found.items()}}
            if name in wanted and name not in found and _fits(name, stored, mmdit, here):
                found[name] = files, stored
        if found.keys() >= {*wanted}:
            break
    return found


def find_t5(file: Path) -> Found | None:
    """The T5 that lies right beside a file; as much as it takes, nobody else's is borrowed."""
    for found in _in_files(_files(file.parent, file), lambda name: "t5" in name.lower()):
        if found[0].name == "t5":
            return found
    return None


def part_folders(folder: Path) -> list[Path]:
    """Folders in which parts are looked for that models in a folder lack: those that are there."""
    above = [folder, *islice(folder.parents, LEVELS)]
    return [each / within for each in above for within in PART_FOLDERS if (each / within).is_dir()]


def sentence(place: Path, missing: Collection[str]) -> str:
    """What is missing, where to get it and where to put it, in one sentence."""
    names = " and no ".join(NAMES[name] for name in missing)
    where = "beside it or into ComfyUI's text_encoders" if {"clip_l", "clip_g"} & {*missing} else "beside it"
    return f"{place} has no {names}, and there is none on this machine; put {_to_get(missing)} {where}"


def _to_get(missing: Collection[str]) -> str:
    encoders = [name for name in ("clip_l", "clip_g") if name in missing]
    texts = [SOURCES[name] for name in missing if name not in encoders]
    if encoders:
        files = " and ".join(f"{name}{ENDING}" for name in encoders)
        texts.insert(0, f"{files} from {ENCODERS_PAGE}")
    return ", and ".join(texts)


def _fits(name: str, stored: Stored, mmdit: Transformer, here: Mapping[str, Stored]) -> bool:
    match stored.shape:
        case Autoencoder(channels=channels):
            return channels == mmdit.channels
        case Clip(width=width):
            other = here.get("clip_g" if name == "clip_l" else "clip_l")
            if other is not None and isinstance(other.shape, Clip):
                return width + other.shape.width == mmdit.pooled
            return width == REAL_WIDTHS[name] if mmdit.pooled == REAL_POOLED else width < mmdit.pooled
        case _:
            return False


def _places(file: Path) -> Iterator[Iterator[Found]]:
    """What there is, the nearest first."""
    folder = file.parent
    yield _in_files(_files(folder, file), _is_part)
    yield _in_pipeline(folder)
    above = [folder, *islice(folder.parents, LEVELS)]
    for each in above:
        for within in PART_FOLDERS:
            yield _in_files(_files(each / within), _is_part)
    # Whole models, which have the parts inside.
    yield _in_files(_files(folder, file), _is_whole)
    for each in above:
        for within in MODEL_FOLDERS:
            yield _in_files(_files(each / within, file), _is_whole)
        for pipeline in _folders(each / "diffusers"):
            yield _in_pipeline(pipeline)
    for each in above:
        for within in (".", *MODEL_FOLDERS):
            for preset in _folders(each / within):
                yield _in_preset(preset)
    for fetched in _hub_folders():
        yield _in_pipeline(fetched)
        yield _in_preset(fetched)
    for fetched in _kaggle_folders():
        yield _in_preset(fetched)


def _is_part(name: str) -> bool:
    name = name.lower()
    return any(part in name for part in ("clip", "vae", *VAE_HINTS)) or "text_encoder" in name


def _is_whole(name: str) -> bool:
    return "sd3" in name.lower() or "sd_3" in name.lower() or "stable" in name.lower()


def _in_files(files: Iterator[Path], by_name: Callable[[str], bool]) -> Iterator[Found]:
    for file in sorted(filter(lambda file: by_name(file.name), files), key=_rank):
        files_of, stored = _parts_to_lend(file)
        alone = len(stored) == 1
        for name, part in stored.items():
            is_flux = name == "vae" and alone and not any(hint in file.name.lower() for hint in VAE_HINTS)
            if name != "mmdit" and not is_flux:
                yield files_of[name], part


def _parts_to_lend(file: Path) -> tuple[Mapping[str, PartFiles], Mapping[str, Stored]]:
    """The parts in a file; none where it is of another model, damaged or gone."""
    try:
        status = file.stat()
    except OSError:
        return {}, {}
    return _remembered(file, status.st_ino, status.st_size, status.st_mtime_ns)


# All files of a folder look through the same ones.
@lru_cache(REMEMBERED)
def _remembered(file: Path, *_: int) -> tuple[Mapping[str, PartFiles], Mapping[str, Stored]]:
    try:
        return parts_of_file(file)
    except PresetError:
        return {}, {}


def _in_pipeline(folder: Path) -> Iterator[Found]:
    if not is_pipeline(folder):
        return
    try:
        check_pipeline(folder)
        for files in parts_in(folder).values():
            if files.name not in ("mmdit", "t5"):
                yield files, files.read()
    except PresetError:
        return


def _in_preset(folder: Path) -> Iterator[Found]:
    if is_preset(folder):
        for name, part in lent_by(folder).items():
            yield LentPart(name, folder), part


def _rank(file: Path) -> tuple[bool, str]:
    # The plain ones before those that somebody changed: clip_l.safetensors.
    return file.stem.lower() not in ("clip_l", "clip_g"), file.name


def _files(folder: Path, but: Path | None = None) -> Iterator[Path]:
    """Files in a folder and in those within it."""
    for each in (folder, *_folders(folder)) if but is None else (folder,):
        yield from (file for file in _entries(each) if file.suffix.lower() == ENDING and file != but)


def _folders(folder: Path) -> list[Path]:
    return [entry for entry in _entries(folder) if entry.is_dir()]


def _entries(folder: Path) -> list[Path]:
    try:
        with os.scandir(folder) as entries:
            return [Path(entry.path) for entry in islice(entries, MOST_FILES)]
    except OSError:
        return []


def _hub_folders() -> list[Path]:
    """Of Stable Diffusion 3 in the cache of Hugging Face's library."""
    try:
        from huggingface_hub.constants import HF_HUB_CACHE
    except (ImportError, RuntimeError, ValueError):
        # ValueError: an environment variable of the library's is no number.
        return []
    models = [each for each in _folders(Path(HF_HUB_CACHE)) if _is_of_family(each)]
    return [snapshot for model in models for snapshot in _folders(model / "snapshots")]


def _kaggle_folders() -> list[Path]:
    """Of Stable Diffusion 3 in the cache of Kaggle's library."""
    # Which reads models too.
    from sd3explorer.presets.download import kaggle_models

    owners = [owner for models in kaggle_models() for owner in _folders(models)]
    models = [model for owner in owners for model in _folders(owner) if _is_of_family(model)]
    variants = [variant for model in models for variant in _folders(model / "keras")]
    return [version for variant in variants for version in _folders(variant)]


def _is_of_family(folder: Path) -> bool:
    return "stable-diffusion-3" in folder.name.replace("_", "-")
