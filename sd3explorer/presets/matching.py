"""A model that somebody else names: the one on this machine that has the same weights."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from sd3explorer.presets import places
from sd3explorer.presets.library import look
from sd3explorer.presets.locate import locate
from sd3explorer.presets.loras.lora import preset_with_loras
from sd3explorer.presets.preset import Preset, PresetError
from sd3explorer.presets.search import search


def matching(
    name: str, identity: str, weights_size: int, loras: Sequence[tuple[str, str]] = ()
) -> Preset | None:
    """The model with these weights.

    Looks where the name leads to, and then through the library; weights are read only of models that are as
    large.

    Args:
        name: As the other machine names it.
        identity: Of its weights.
        weights_size: Of these, in bytes.
        loras: For each LoRA that it is used with the name of its file, and its identity.

    Returns:
        It, with its LoRAs; None where it isn't here.

    Raises:
        PresetError: A LoRA isn't here; says which.
    """
    for preset in _candidates(name, weights_size):
        if preset.identity == identity:
            return _with_loras(preset, loras)
    return None


def _candidates(name: str, weights_size: int) -> Iterator[Preset]:
    if (preset := _located(name)) is not None:
        yield preset
    for entry in look().entries:
        is_as_large = entry.about is not None and entry.about.size == weights_size
        # One that was copied just now may be taken: what is in its files decides.
        if is_as_large and not entry.problem and (preset := _located(entry.preset)) is not None:
            yield preset


def _located(name: str) -> Preset | None:
    try:
        return locate(name)
    except PresetError:
        return None


def _with_loras(preset: Preset, loras: Sequence[tuple[str, str]]) -> Preset:
    for name, identity in loras:
        found = next((each for file in _called(name) if (each := _with(preset, file, identity))), None)
        if found is None:
            raise PresetError(f'there is no LoRA "{name}" with the same content')
        preset = found
    return preset


def _with(preset: Preset, file: Path, identity: str) -> Preset | None:
    try:
        files = [os.fspath(lora.file) for lora in preset.loras]
        found = preset_with_loras(preset, [*files, os.fspath(file)])
    except PresetError:
        return None
    return found if found.loras[-1].identity == identity else None


def _called(name: str) -> Iterator[Path]:
    """The files of that name in the folders that models are in, and beside them."""
    if not name or Path(name).name != name:
        return
    usual = [folder.parent / "loras" for folder in places.usual_folders()]
    copied = [folder for folder in (places.copied_loras(),) if folder is not None]
    roots = [*usual, *places.usual_folders(), *places.added(), *copied]
    yield from (file for file in search(roots).found if file.name == name)
