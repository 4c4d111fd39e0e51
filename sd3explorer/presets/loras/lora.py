"""From the files that a walk names to LoRAs that fit its model; and their numbers, where they are needed."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sd3explorer.presets.checkpoints.header import Header, read_header
from sd3explorer.presets.checkpoints.layout import Weight, layout
from sd3explorer.presets.checkpoints.serialized import architecture_of
from sd3explorer.presets.checkpoints.tensors import DTYPES
from sd3explorer.presets.identity import Stopped, identity_of, never
from sd3explorer.presets.loras.file import LoraFile
from sd3explorer.presets.loras.names import Module, module_names
from sd3explorer.presets.loras.pairs import Pair, fits, matrices, pairs_of, scales, settings_beside
from sd3explorer.presets.loras.refusals import foreign, is_of_another_kind, refusal
from sd3explorer.presets.preset import Preset, PresetError
from sd3explorer.walk.files import path_called, reason
from sd3explorer.walk.printable import shortened

Parts = Mapping[str, tuple[Weight, ...]]

# Part of a LoRA's identity where it is added to a denoiser in eight bits and not merged: to be changed when
# that is computed otherwise, so that frames rendered before are not taken for new ones.
IN_EIGHT_BITS = " added to eight bits"


@dataclass(frozen=True, slots=True, eq=False)
class Term:
    """What a LoRA adds to one weight, at a strength of 1: `scale * up @ down`, to some of its rows.

    Args:
        part: Of the model.
        weight: The weight, as Stability's files have it.
        start: The first of these rows.
        stop: Behind the last of them.
        down: (rank, numbers of a row), float32.
        up: (rows, rank), float32.
        scale: Alpha over the rank.
    """

    part: str
    weight: Weight
    start: int
    stop: int
    down: NDArray[np.float32]
    up: NDArray[np.float32]
    scale: float


def preset_with_loras(preset: Preset, files: Sequence[str], stopped: Stopped = never) -> Preset:
    """The model with the LoRAs that a walk names.

    Args:
        preset: The model.
        files: Paths of their files.
        stopped: Asked every few milliseconds while they are read to identify them.

    Raises:
        PresetError: One can't be read or used with this model, or it was stopped; says which, and why.
    """
    if not files:
        return preset
    table = module_names(_parts(preset))
    way = IN_EIGHT_BITS if preset.in_eight_bits else ""
    return replace(preset, loras=tuple(_fitting(file, preset, table, way, stopped) for file in files))


def check_lora(file: Path, preset: Preset | None) -> None:
    """Refuses a file that is no LoRA, or none that fits a model, by its header.

    Args:
        file: The file.
        preset: The model; of one that isn't known, only what is a LoRA of no Stable Diffusion 3 is refused.

    Raises:
        PresetError: It can't be read or used; says why.
    """
    if preset is not None:
        _look(file, preset, module_names(_parts(preset)))
        return
    header = read_header(file)
    if why := refusal(header) or ("" if pairs_of(header) else foreign(header, 0, "")):
        raise PresetError(f"{file} {why}")


def is_lora(file: Path) -> bool:
    """Whether a file is a LoRA, or what is taken for one, by its header.

    Raises:
        PresetError: It can't be read, or is no `.safetensors` file.
    """
    header = read_header(file)
    return bool(pairs_of(header)) or is_of_another_kind(header)


def terms(lora: LoraFile, preset: Preset, parts: Collection[str]) -> Iterator[Term]:
    """What a LoRA adds to a model's weights, read one after the other.

    Args:
        lora: A LoRA that fits the model.
        preset: The model.
        parts: Those of the model whose weights are asked for.

    Raises:
        PresetError: Its file is no longer there, or has changed.
    """
    try:
        header = read_header(lora.file)
        scale = scales(header)
        for pair, module in _matched(header, module_names(_parts(preset))):
            if module.part not in parts:
                continue
            down, up = matrices(pair, header.tensors)
            if module.swapped:
                up = np.roll(up, len(up) // 2, axis=0)
            yield Term(
                module.part,
                module.weight,
                module.start,
                module.stop,
                down.astype(np.float32),
                up.astype(np.float32),
                scale(pair),
            )
    except OSError as error:
        raise PresetError(f"{lora.file} can't be read: {reason(error)}; copy it there again") from error


def _fitting(name: str, preset: Preset, table: Mapping[str, Module], way: str, stopped: Stopped) -> LoraFile:
    file = _place(name)
    header, found = _look(file, preset, table)
    beside = settings_beside(file)
    try:
        identity = identity_of({"lora": file} | ({"settings": beside} if beside else {}), stopped)
    except OSError as error:
        raise PresetError(f"{file} can't be read: {reason(error)}") from error
    in_text = any(module.part != "mmdit" for _, module in found)
    return LoraFile(file, identity + way, in_text, len(pairs_of(header)), len(found))


def _look(
    file: Path, preset: Preset, table: Mapping[str, Module]
) -> tuple[Header, list[tuple[Pair, Module]]]:
    """What of a file is in a model, if it can be used with that."""
    header = read_header(file)
    if why := refusal(header):
        raise PresetError(f"{file} {why}")
    found = list(_matched(header, table))
    if not found:
        raise PresetError(f"{file} {foreign(header, len(pairs_of(header)), preset.name)}")
    for pair, module in found:
        _check(file, header, pair, module, preset.name)
    return header, found


def _matched(header: Header, table: Mapping[str, Module]) -> Iterator[tuple[Pair, Module]]:
    for pair in pairs_of(header):
        module = table.get(pair.module)
        if module is not None:
            yield pair, module


def _check(file: Path, header: Header, pair: Pair, module: Module, model: str) -> None:
    rows, *others = module.weight.shape
    rows = module.stop - module.start
    if not fits(pair, header.tensors, (rows, *others)):
        down, up = (header.tensors[name].shape for name in (pair.down, pair.up))
        made = " and ".join("×".join(map(str, shape)) for shape in (down, up))
        raise PresetError(
            f'{file} is a LoRA for a model of another size than {model}: its "{shortened(pair.module)}" has '
            f"{made} numbers, where {rows} outputs and {others[0]} inputs are needed"
        )
    numbers = [header.tensors[name] for name in (pair.down, pair.up, pair.alpha) if name is not None]
    if any(tensor.dtype not in DTYPES for tensor in numbers) or (
        pair.alpha and numbers[-1].shape not in ((), (1,))
    ):
        raise PresetError(f'{file} is damaged: its "{shortened(pair.module)}" has no numbers that a LoRA has')


def _place(name: str) -> Path:
    try:
        file = path_called(name).resolve()
        if file.is_file():
            return file
    except (OSError, ValueError, RuntimeError):
        # Too long for a path, the home of nobody, or links in a circle: no file either.
        pass
    raise PresetError(f'no LoRA is at "{shortened(name)}"; put it there, or leave it out')


def _parts(preset: Preset) -> Parts:
    config: dict[str, Any] = preset.configuration()["config"]
    try:
        parts = layout(architecture_of(config))
    except (KeyError, TypeError, ValueError) as error:
        raise PresetError(f"{preset.place} has a configuration that LoRAs can't be used with") from error
    return {name: weights for name, weights in parts.items() if name != "vae"}
