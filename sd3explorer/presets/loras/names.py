"""What LoRAs call the modules of a model: a table from the model's names to theirs.

Some programs write "_" for ".", which can't be turned back; so it is this way round. The spellings are those
of diffusers and PEFT, of kohya's sd-scripts, of OneTrainer and of ComfyUI.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sd3explorer.presets.checkpoints.diffusers import modules
from sd3explorer.presets.checkpoints.layout import Turn, Weight

KERNEL = ".weight"

# By part: what stands before a module's name with dots, and before one with "_" for them.
DOTTED = {
    "mmdit": ("diffusion_model.", "model.diffusion_model.", ""),
    "clip_l": ("text_encoder.", "text_encoders.clip_l.transformer."),
    "clip_g": ("text_encoder_2.", "text_encoders.clip_g.transformer."),
    "t5": ("text_encoder_3.", "text_encoders.t5xxl.transformer."),
}
JOINED = {
    "mmdit": ("lora_unet_",),
    "clip_l": ("lora_te1_",),
    "clip_g": ("lora_te2_",),
    "t5": ("lora_te3_",),
}
# Of the transformer's modules by diffusers' names.
DIFFUSERS_DOTTED = ("transformer.", "base_model.model.", "base_model.model.transformer.", "")
DIFFUSERS_JOINED = ("lora_transformer_", "lora_unet_")


@dataclass(frozen=True, slots=True)
class Module:
    """What a LoRA's module changes.

    Args:
        part: Of the model.
        weight: The kernel.
        start: The first of its rows that are changed, as Stability's files have them.
        stop: Behind the last of them.
        swapped: Whether the halves of these rows are the other way round in the LoRA.
    """

    part: str
    weight: Weight
    start: int
    stop: int
    swapped: bool = False


def module_names(parts: Mapping[str, tuple[Weight, ...]]) -> dict[str, Module]:
    """The modules of a model that LoRAs can change, by all the names they may have in one.

    Args:
        parts: The weights of the model, by part.
    """
    found: dict[str, Module] = {}
    for part, weights in parts.items():
        # Matrices and kernels of convolutions; no norms, biases or embeddings.
        kernels = {
            weight.name.removesuffix(KERNEL): weight
            for weight in weights
            if weight.name.endswith(KERNEL) and weight.turn is not Turn.NONE
        }
        for name, weight in kernels.items():
            module = Module(part, weight, 0, weight.shape[0])
            found |= dict.fromkeys(_spelled(name, DOTTED[part], JOINED[part]), module)
        if part == "mmdit":
            for name, module in _of_diffusers(kernels):
                spellings = _spelled(name, DIFFUSERS_DOTTED, DIFFUSERS_JOINED)
                found |= {each: module for each in spellings if each not in found}
    return found


def _of_diffusers(kernels: Mapping[str, Weight]) -> Iterator[tuple[str, Module]]:
    layers = sum(name.endswith("x_block.attn.qkv") for name in kernels)
    for there, here, swapped in modules(layers):
        if there not in kernels:
            continue
        weight = kernels[there]
        rows = weight.shape[0] // len(here)
        for place, name in enumerate(here):
            yield name, Module("mmdit", weight, place * rows, (place + 1) * rows, swapped)


def _spelled(name: str, dotted: tuple[str, ...], joined: tuple[str, ...]) -> Iterator[str]:
    yield from (prefix + name for prefix in dotted)
    yield from (prefix + name.replace(".", "_") for prefix in joined)
