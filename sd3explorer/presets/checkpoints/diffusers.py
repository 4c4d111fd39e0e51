"""The names of Hugging Face's diffusers, and which of Stability's they are.

Text encoders have the same names in both. See diffusers' `single_file_utils.py` and ComfyUI's `utils.py`.
"""

import re
from collections.abc import Collection, Iterator

from sd3explorer.presets.checkpoints.tensors import Origin

# Stability's module, then diffusers': three where it keeps queries, keys and values apart.
MODULES = (
    ("x_embedder.proj", ("pos_embed.proj",)),
    ("context_embedder", ("context_embedder",)),
    ("t_embedder.mlp.0", ("time_text_embed.timestep_embedder.linear_1",)),
    ("t_embedder.mlp.2", ("time_text_embed.timestep_embedder.linear_2",)),
    ("y_embedder.mlp.0", ("time_text_embed.text_embedder.linear_1",)),
    ("y_embedder.mlp.2", ("time_text_embed.text_embedder.linear_2",)),
    ("final_layer.adaLN_modulation.1", ("norm_out.linear",)),
    ("final_layer.linear", ("proj_out",)),
)
# Within "joint_blocks.N." there, "transformer_blocks.N." here.
BLOCK_MODULES = (
    ("x_block.adaLN_modulation.1", ("norm1.linear",)),
    ("context_block.adaLN_modulation.1", ("norm1_context.linear",)),
    ("x_block.attn.qkv", ("attn.to_q", "attn.to_k", "attn.to_v")),
    ("context_block.attn.qkv", ("attn.add_q_proj", "attn.add_k_proj", "attn.add_v_proj")),
    ("x_block.attn.proj", ("attn.to_out.0",)),
    ("context_block.attn.proj", ("attn.to_add_out",)),
    ("x_block.attn.ln_q", ("attn.norm_q",)),
    ("x_block.attn.ln_k", ("attn.norm_k",)),
    ("context_block.attn.ln_q", ("attn.norm_added_q",)),
    ("context_block.attn.ln_k", ("attn.norm_added_k",)),
    ("x_block.attn2.qkv", ("attn2.to_q", "attn2.to_k", "attn2.to_v")),
    ("x_block.attn2.proj", ("attn2.to_out.0",)),
    ("x_block.attn2.ln_q", ("attn2.norm_q",)),
    ("x_block.attn2.ln_k", ("attn2.norm_k",)),
    ("x_block.mlp.fc1", ("ff.net.0.proj",)),
    ("x_block.mlp.fc2", ("ff.net.2",)),
    ("context_block.mlp.fc1", ("ff_context.net.0.proj",)),
    ("context_block.mlp.fc2", ("ff_context.net.2",)),
)
KINDS = ("weight", "bias")
_BLOCK = re.compile(r"transformer_blocks\.(\d{1,3})\.")

# Of a VAE, in the order in which they are replaced.
VAE_NAMES = (
    (r"^decoder\.up_blocks\.(\d+)\.resnets\.(\d+)\.", r"decoder.up.<\1>.block.\2."),
    (r"^decoder\.up_blocks\.(\d+)\.upsamplers\.0\.conv\.", r"decoder.up.<\1>.upsample.conv."),
    (r"^encoder\.down_blocks\.(\d+)\.resnets\.(\d+)\.", r"encoder.down.\1.block.\2."),
    (r"^encoder\.down_blocks\.(\d+)\.downsamplers\.0\.conv\.", r"encoder.down.\1.downsample.conv."),
    (r"\.mid_block\.resnets\.0\.", ".mid.block_1."),
    (r"\.mid_block\.resnets\.1\.", ".mid.block_2."),
    (r"\.mid_block\.attentions\.0\.group_norm\.", ".mid.attn_1.norm."),
    (r"\.mid_block\.attentions\.0\.(?:to_q|query)\.", ".mid.attn_1.q."),
    (r"\.mid_block\.attentions\.0\.(?:to_k|key)\.", ".mid.attn_1.k."),
    (r"\.mid_block\.attentions\.0\.(?:to_v|value)\.", ".mid.attn_1.v."),
    (r"\.mid_block\.attentions\.0\.(?:to_out\.0|proj_attn)\.", ".mid.attn_1.proj_out."),
    (r"\.conv_shortcut\.", ".nin_shortcut."),
    (r"\.conv_norm_out\.", ".norm_out."),
)
_STAGE = re.compile(r"decoder\.up\.<(\d+)>")


def is_transformer(keys: Collection[str]) -> bool:
    """Whether tensors have the names of diffusers' `SD3Transformer2DModel`."""
    return "pos_embed.proj.weight" in keys and "transformer_blocks.0.attn.add_q_proj.weight" in keys


def is_vae(keys: Collection[str]) -> bool:
    """Whether tensors have the names of diffusers' `AutoencoderKL`."""
    return "decoder.up_blocks.0.resnets.0.conv1.weight" in keys


def modules(layers: int) -> Iterator[tuple[str, tuple[str, ...], bool]]:
    """All modules of a transformer, those that it may have included.

    Args:
        layers: Number of its blocks.

    Yields:
        Stability's name; diffusers' names, of parts whose rows come one after the other; whether the halves
        of their rows are swapped, as diffusers has scale before shift where only these two are.
    """
    for there, here in MODULES:
        yield there, here, there == "final_layer.adaLN_modulation.1"
    for index in range(layers):
        for there, here in BLOCK_MODULES:
            swapped = index == layers - 1 and there == "context_block.adaLN_modulation.1"
            names = tuple(f"transformer_blocks.{index}.{name}" for name in here)
            yield f"joint_blocks.{index}.{there}", names, swapped


def transformer_origins(keys: Collection[str]) -> dict[str, Origin]:
    """What the weights of a transformer are made of, by their names in the layout."""
    numbers = {int(found.group(1)) for key in keys if (found := _BLOCK.match(key))}
    found = {"pos_embed": Origin(("pos_embed.pos_embed",))} if "pos_embed.pos_embed" in keys else {}
    for there, here, swapped in modules(max(numbers, default=-1) + 1):
        for kind in KINDS:
            names = tuple(f"{name}.{kind}" for name in here)
            if all(name in keys for name in names):
                found[f"{there}.{kind}"] = Origin(names, swapped)
    return found


def vae_origins(keys: Collection[str]) -> dict[str, Origin]:
    """What the weights of a VAE are made of, by their names in the layout."""
    renamed = {_renamed(key): key for key in keys}
    last = max((int(found.group(1)) for name in renamed if (found := _STAGE.match(name))), default=0)
    return {
        # Counted from the latents here, from the picture there.
        _STAGE.sub(lambda stage: f"decoder.up.{last - int(stage.group(1))}", name): Origin((key,))
        for name, key in renamed.items()
    }


def _renamed(key: str) -> str:
    for here, there in VAE_NAMES:
        key = re.sub(here, there, key)
    return key
