"""A folder as Hugging Face's diffusers writes it: where its parts are, and what it says of them."""

import math
from collections.abc import Collection, Iterator
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from sd3explorer.presets.checkpoints.architecture import SHIFT
from sd3explorer.presets.checkpoints.files import PartFiles, read_json, stored_in
from sd3explorer.presets.checkpoints.recognise import Stored
from sd3explorer.presets.preset import PresetError
from sd3explorer.walk.printable import shortened

INDEX = "model_index.json"
PIPELINE = "StableDiffusion3"
FOLDERS = {
    "mmdit": "transformer",
    "vae": "vae",
    "clip_l": "text_encoder",
    "clip_g": "text_encoder_2",
    "t5": "text_encoder_3",
}
CONFIG = "config.json"
SCHEDULER = ("scheduler", "scheduler_config.json")

# As diffusers and transformers call the files of a part, and of its kinds with other precisions.
STEMS = ("diffusion_pytorch_model", "model")
VARIANTS = ("", ".fp16", ".bf16")

# What is fetched of a repository of a hub beside weights, for the names of its files.
FETCHED = (INDEX, "*/*.json", "tokenizer/*.txt", "tokenizer_2/*.txt", "*.md")
FETCHED_PARTS = ("mmdit", "vae", "clip_l", "clip_g")


def fetched_weights(names: Collection[str]) -> list[str]:
    """Which weights are fetched of a repository of a hub: those without a variant, where a part has any.

    Not those of T5, which is larger than all the rest; where it lies in the folder, it is used.

    Args:
        names: Of all its files.
    """
    return [name for part in FETCHED_PARTS for name in _weights_among(names, FOLDERS[part])]


def _weights_among(names: Collection[str], within: str) -> list[str]:
    for variant in VARIANTS:
        patterns = [f"{within}/{stem}{variant}{shard}.safetensors" for stem in STEMS for shard in ("", "-0*")]
        found = [name for name in names if any(fnmatchcase(name, pattern) for pattern in patterns)]
        if found:
            return sorted(found)
    return []


def is_pipeline(folder: Path) -> bool:
    """Whether a path is such a folder, of whatever model."""
    return (folder / INDEX).is_file()


def check_pipeline(folder: Path) -> None:
    """Refuses the folder of another model.

    Raises:
        PresetError: It is one; says of which.
    """
    name = read_json(folder / INDEX).get("_class_name")
    if not (isinstance(name, str) and name.startswith(PIPELINE)):
        raise PresetError(
            f"{folder} holds a {shortened(str(name))}, and only Stable Diffusion 3 and 3.5 can be used here"
        )


def described(folder: Path) -> list[Path]:
    """The files of such a folder beside weights, as they are fetched from a hub too."""
    return sorted({file for pattern in FETCHED for file in folder.glob(pattern) if file.is_file()})


def parts_in(folder: Path) -> dict[str, PartFiles]:
    """The files of the parts that are there.

    Raises:
        PresetError: The index of a part that is needed is damaged, or names files that aren't there.
    """
    found: dict[str, PartFiles] = {}
    for name, within in FOLDERS.items():
        try:
            files = _weights(folder / within)
        except PresetError:
            # Its index is fetched with all small files, its weights are not.
            if name != "t5":
                raise
            files = ()
        if files:
            found[name] = PartFiles(name, files, config_of(folder, name), in_pipeline=True)
    return found


def configs_in(folder: Path) -> dict[str, dict[str, Any]]:
    """What is said of parts.

    Raises:
        PresetError: A configuration is damaged.
    """
    return {name: read_json(config_of(folder, name)) for name in FOLDERS}


def config_of(folder: Path, name: str) -> Path:
    """Where the configuration of a part is."""
    return folder / FOLDERS[name] / CONFIG


def parts_of_file(file: Path) -> tuple[dict[str, PartFiles], dict[str, Stored]]:
    """The parts in a single file: where they are, and what they hold.

    What no tensor says comes from the configurations of a folder of diffusers, where the file lies in one, as
    Stability's do.

    Raises:
        PresetError: It is damaged, or something else than a Stable Diffusion 3.
    """
    folder = file.parent
    in_pipeline = is_pipeline(folder)
    stored = stored_in((file,), configs_in(folder) if in_pipeline else {}, in_pipeline)
    configs = {name: config_of(folder, name) if in_pipeline else None for name in stored}
    return {name: PartFiles(name, (file,), configs[name], in_pipeline) for name in stored}, stored


def shift_in(folder: Path) -> float:
    """The shift of its schedule of noise levels; the family's where nothing is said.

    Raises:
        PresetError: It is none that a schedule can have.
    """
    value = read_json(folder.joinpath(*SCHEDULER)).get("shift", SHIFT)
    if isinstance(value, int | float) and 0.0 < value < math.inf:
        return float(value)
    raise PresetError(f"{folder.joinpath(*SCHEDULER)} is damaged: it has a shift of {shortened(str(value))}")


def _weights(folder: Path) -> tuple[Path, ...]:
    for variant in VARIANTS:
        for stem in STEMS:
            whole = folder / f"{stem}{variant}.safetensors"
            if whole.is_file():
                return (whole,)
            index = folder / f"{stem}.safetensors.index{variant}.json"
            if index.is_file():
                return tuple(_shards(index))
    return ()


def _shards(index: Path) -> Iterator[Path]:
    names = read_json(index).get("weight_map")
    if not isinstance(names, dict) or not names:
        raise PresetError(f"{index} is damaged; download or copy it again")
    for name in sorted({str(name) for name in names.values()}):  # pyright: ignore[reportUnknownVariableType, reportUnknownMemberType, reportUnknownArgumentType]
        shard = index.parent / name
        # What lies elsewhere is none of the model's.
        if Path(name).name != name or not shard.is_file():
            raise PresetError(f"{index.parent} has no {shortened(name)}; download or copy it again")
        yield shard
