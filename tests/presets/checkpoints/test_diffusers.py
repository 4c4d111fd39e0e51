"""Diffusers' names; `test_real_keys.py` has all that its models have at the real sizes."""

from sd3explorer.presets.checkpoints.diffusers import transformer_origins


def test_its_last_modulations_have_their_halves_swapped():
    keys = ["norm_out.linear", *(f"transformer_blocks.{n}.norm1_context.linear" for n in range(3))]
    found = transformer_origins([f"{key}.weight" for key in keys])
    swapped = {name for name, origin in found.items() if origin.swapped}
    assert swapped == {
        "final_layer.adaLN_modulation.1.weight",
        "joint_blocks.2.context_block.adaLN_modulation.1.weight",
    }
