"""What diffusers makes of a LoRA's file by `load_lora_adapter` is what is read of it here.

Skipped where PEFT isn't installed, which diffusers needs for that: no extra has it, as it brings transformers
and accelerate along. `tests/diffusion/test_checkpoints.py` adds the same by hand to diffusers' weights.
"""

import json

import numpy as np
import pytest

from sd3explorer.presets.checkpoints.diffusers import modules
from sd3explorer.presets.loras.file import LoraFile
from sd3explorer.presets.loras.lora import terms
from tests.installed import needs
from tests.presets.loras.made import CONFIG, kernels, model, pair, write_lora

pytestmark = needs("torch", "diffusers", "peft")

STRENGTH = -0.7
MODULES = [each for each in modules(CONFIG["mmdit_num_layers"]) if each[0] in kernels()]


@pytest.fixture
def transformer():
    import torch
    from diffusers import SD3Transformer2DModel

    torch.manual_seed(0)
    return SD3Transformer2DModel(
        sample_size=8,
        patch_size=CONFIG["mmdit_patch_size"],
        num_layers=CONFIG["mmdit_num_layers"],
        attention_head_dim=CONFIG["mmdit_hidden_dim"] // CONFIG["mmdit_num_heads"],
        num_attention_heads=CONFIG["mmdit_num_heads"],
        joint_attention_dim=4096,
        caption_projection_dim=CONFIG["mmdit_hidden_dim"],
        pooled_projection_dim=32,
        pos_embed_max_size=CONFIG["mmdit_position_size"],
        dual_attention_layers=tuple(CONFIG["mmdit_dual_attention_indices"]),
        qk_norm="rms_norm",
    )


@pytest.mark.parametrize(
    "settings",
    [
        pytest.param(None, id="alpha = rank"),
        pytest.param({"lora_alpha": 5}, id="alpha"),
        pytest.param({"lora_alpha": 5, "use_rslora": True}, id="rslora"),
        pytest.param({"lora_alpha": 5, "alpha_pattern": {"attn.to_q": 2}}, id="patterns"),
    ],
)
def test_weights_change_as_diffusers_changes_them(tmp_path, transformer, settings):
    before = {name: value.clone().numpy() for name, value in transformer.state_dict().items()}
    names = [name for _, here, _ in MODULES for name in here]
    pairs = {}
    for seed, name in enumerate(names):
        shape = before[f"{name}.weight"].shape
        pairs[f"transformer.{name}"] = pair(shape, seed)
    metadata = {"format": "pt"}
    if settings:
        packed = {"r": 3, "target_modules": names} | settings
        noted = {f"transformer.{key}": value for key, value in packed.items()}
        metadata["lora_adapter_metadata"] = json.dumps(noted)
    file = tmp_path / "style.safetensors"
    write_lora(file, pairs, endings=(".lora_A.weight", ".lora_B.weight"), metadata=metadata)
    transformer.load_lora_adapter(str(tmp_path), weight_name=file.name, prefix="transformer")
    transformer.fuse_lora(lora_scale=STRENGTH)
    transformer.unload_lora()
    after = {name: value.numpy() for name, value in transformer.state_dict().items()}

    found = {
        name: np.zeros((weight.shape[0], np.prod(weight.shape[1:]))) for name, weight in kernels().items()
    }
    for term in terms(LoraFile(file, "id", False, 1, 1), model(), ("mmdit",)):
        rows = found[term.weight.name.removesuffix(".weight")][term.start : term.stop]
        rows += STRENGTH * term.scale * (term.up @ term.down)
    for there, here, swapped in MODULES:
        added = np.concatenate([after[f"{name}.weight"] - before[f"{name}.weight"] for name in here])
        added = np.roll(added, len(added) // 2, axis=0) if swapped else added
        largest = np.abs(added).max()
        assert largest > 0.1
        assert np.abs(added.reshape(len(added), -1) - found[there]).max() < 2e-5 * largest, there
