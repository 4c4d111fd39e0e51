"""What is in the file of a LoRA: pairs of matrices, whose product changes a module, and what scales them."""

import json
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from sd3explorer.presets.checkpoints.header import Header, Tensor
from sd3explorer.presets.checkpoints.tensors import Origin, read_weight
from sd3explorer.presets.files import read_bytes

# How the names of both matrices end: the one that leads to few numbers, and the one that leads back.
ENDINGS = (
    (".lora_A.weight", ".lora_B.weight"),
    (".lora_down.weight", ".lora_up.weight"),
    (".lora.down.weight", ".lora.up.weight"),
    (".lora_A.default.weight", ".lora_B.default.weight"),
    (".lora_linear_layer.down.weight", ".lora_linear_layer.up.weight"),
    (".lora_A", ".lora_B"),
)
ALPHA = ".alpha"
# Where diffusers notes what PEFT needs to know, and where PEFT does.
METADATA = "lora_adapter_metadata"
PEFT_FILE, PEFT_SETTINGS = "adapter_model.safetensors", "adapter_config.json"
# In diffusers' notes, by the part of the model.
PREFIXES = ("transformer.", "text_encoder_2.", "text_encoder_3.", "text_encoder.")


@dataclass(frozen=True, slots=True)
class Pair:
    """What a LoRA does to one module.

    Args:
        module: Its name in the file.
        down: Of shape (rank, inputs) or, of a convolution, (rank, inputs, height, width).
        up: Of shape (outputs, rank), or that with two axes of 1.
        alpha: The name of the tensor with what the product is multiplied by, over the rank; None for none.
    """

    module: str
    down: str
    up: str
    alpha: str | None


def pairs_of(header: Header) -> list[Pair]:
    """The pairs of a file, in its order."""
    names = header.tensors
    found: list[Pair] = []
    for name in names:
        for down, up in ENDINGS:
            module = name.removesuffix(down)
            if name != module and module + up in names:
                alpha = module + ALPHA
                found.append(Pair(module, name, module + up, alpha if alpha in names else None))
                break
    return found


def fits(pair: Pair, tensors: Mapping[str, Tensor], shape: tuple[int, ...]) -> bool:
    """Whether the product of a pair has the shape of what it changes.

    Args:
        pair: The pair.
        tensors: Of its file.
        shape: Outputs and inputs and, of a convolution, height and width.
    """
    down, up = tensors[pair.down].shape, tensors[pair.up].shape
    if len(down) < 2 or len(up) < 2:
        return False
    rank = down[0]
    return (
        rank > 0
        and up[:2] == (shape[0], rank)
        and math.prod(up[2:]) == 1
        and math.prod(down[1:]) == math.prod(shape[1:])
        and down[1] == shape[1]
    )


def matrices(pair: Pair, tensors: Mapping[str, Tensor]) -> tuple[Any, Any]:
    """Both matrices of a pair, in the precision of the file.

    Returns:
        (rank, numbers) and (outputs, rank).

    Raises:
        OSError: They can't be read.
    """
    down, up = tensors[pair.down], tensors[pair.up]
    rank = down.shape[0]
    return (
        read_weight(Origin((pair.down,)), tensors, (rank, math.prod(down.shape[1:]))),
        read_weight(Origin((pair.up,)), tensors, (up.shape[0], rank)),
    )


Scale = Callable[[Pair], float]


def scales(header: Header) -> Scale:
    """What the product of each pair is multiplied by, at a strength of 1: alpha over rank.

    Raises:
        OSError: A number can't be read.
    """
    noted = _noted(header)

    def scale(pair: Pair) -> float:
        rank = header.tensors[pair.down].shape[0]
        if pair.alpha is not None:
            found = read_weight(Origin((pair.alpha,)), header.tensors, (1,))
            return float(found[0]) / rank
        alpha, use_rslora = noted(pair.module)
        return (rank if alpha is None else alpha) / (math.sqrt(rank) if use_rslora and alpha else rank)

    return scale


def settings_beside(file: Path) -> Path | None:
    """The file in which PEFT notes alpha, beside one that PEFT has written; None where there is none."""
    beside = file.with_name(PEFT_SETTINGS)
    return beside if file.name == PEFT_FILE and beside.is_file() else None


def _noted(header: Header) -> Callable[[str], tuple[float | None, bool]]:
    """For a module, the alpha that the file's writer noted, and whether it is over the root of the rank."""
    settings, prefixes = _json(header.metadata.get(METADATA, "")), PREFIXES
    beside = settings_beside(header.file)
    if not settings and beside is not None:
        settings, prefixes = _json(read_bytes(beside).decode(errors="replace")), ("",)

    def of(module: str) -> tuple[float | None, bool]:
        # PEFT's own names say nothing of the part, which is the transformer then.
        prefix = next((each for each in prefixes if module.startswith(each)), prefixes[0])
        alpha = _number(settings.get(f"{prefix}lora_alpha"))
        patterns = settings.get(f"{prefix}alpha_pattern")
        for pattern, value in cast(dict[str, object], patterns).items() if isinstance(patterns, dict) else ():
            if module == pattern or module.endswith(f".{pattern}"):
                alpha = _number(value)
        return alpha, settings.get(f"{prefix}use_rslora") is True

    return of


def _json(text: str) -> dict[str, object]:
    try:
        found: object = json.loads(text) if text else None
    except (ValueError, RecursionError):
        return {}
    return cast(dict[str, object], found) if isinstance(found, dict) else {}


def _number(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        return None
    return float(value)
