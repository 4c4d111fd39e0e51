"""What is no LoRA of Stable Diffusion 3, by the names in its header: each kind is refused by its own name."""

import re
from collections.abc import Collection

from sd3explorer.presets.checkpoints.header import Header
from sd3explorer.walk.printable import shortened

# Names of tensors, and what a file with them is.
METHODS = (
    (r"\.dora_scale$|lora_magnitude_vector", "a DoRA"),
    (r"\.lokr_", "a LyCORIS of the kind LoKr"),
    (r"\.hada_", "a LyCORIS of the kind LoHa"),
    (r"\.oft_|\.oft_blocks|\.boft_", "a LyCORIS of the kind OFT"),
    (r"\.[ab][12]\.weight$", "a LyCORIS of the kind GLoRA"),
    (r"\.w_norm$|\.b_norm$", "a LyCORIS that changes norms"),
    (r"\.lora_mid\.weight$", "a LyCORIS of the kind LoCon with a third matrix (CP)"),
)
# Whatever has such modules isn't of Stable Diffusion 3, even where its text encoders have the same names.
FLUX = r"double_blocks|single_blocks|single_transformer_blocks"
UNET = r"down_blocks|up_blocks|mid_block|input_blocks|output_blocks|middle_block"
CROSS_ATTENTION = re.compile(r"attn2[._]to_k\b.*(?:lora_A|lora_down|lora\.down|layer\.down)")
# Widths of the texts that a U-Net looks at.
UNETS = {768: "Stable Diffusion 1.5", 1024: "Stable Diffusion 2", 2048: "SDXL"}

WHOLE_MODEL = 'is a whole model, not a LoRA; choose it at "Models" instead'
# Where training programs note the model.
NOTES = ("modelspec.architecture", "ss_base_model_version")


def refusal(header: Header) -> str:
    """Why a file can't be used, whatever the model: the end of a sentence; empty where it can."""
    names = header.tensors
    for pattern, what in METHODS:
        if _any(pattern, names):
            return f"is {what}, which can't be used here; take a plain LoRA"
    if _any(FLUX, names):
        return "is a LoRA of Flux, not of Stable Diffusion 3"
    if _any(UNET, names):
        return f"is a LoRA of {_unet(header)}, not of Stable Diffusion 3"
    return ""


def is_of_another_kind(header: Header) -> bool:
    """Whether a file is what people call a LoRA too, made by another method."""
    return any(_any(pattern, header.tensors) for pattern, _ in METHODS)


def foreign(header: Header, modules: int, model: str) -> str:
    """Why a file can't be used of which nothing is in a model: the end of a sentence.

    Args:
        header: Of the file.
        modules: How many it changes.
        model: What the model is called.
    """
    if not modules:
        is_model = any(tensor.size > 2**20 for tensor in header.tensors.values())
        return WHOLE_MODEL if is_model else "has nothing that a LoRA has; download it again"
    note = next((header.metadata[key] for key in NOTES if key in header.metadata), "")
    made_for = f' (it was made for "{shortened(note)}")' if note else ""
    none = "its one module isn't" if modules == 1 else f"none of its {modules:,} modules is"
    return f"is a LoRA of another model{made_for}: {none} in {model}"


def _unet(header: Header) -> str:
    for name, tensor in header.tensors.items():
        if CROSS_ATTENTION.search(name) and len(tensor.shape) > 1:
            return UNETS.get(tensor.shape[1], "a model with a U-Net")
    return "SDXL" if _any(r"lora_te2_|text_encoder_2\.", header.tensors) else "Stable Diffusion 1.5 or SDXL"


def _any(pattern: str, names: Collection[str]) -> bool:
    search = re.compile(pattern).search
    return any(search(name) for name in names)
