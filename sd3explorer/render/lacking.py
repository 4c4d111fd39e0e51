"""What to do where another machine lacks a model, or a LoRA."""

import os
import shlex

from sd3explorer.presets.locate import is_of_hub
from sd3explorer.presets.preset import Preset
from sd3explorer.render.address import Address


def remedy(preset: Preset, address: Address) -> str:
    """What to do where a machine lacks something of a model, as a clause.

    Args:
        preset: The model, with its LoRAs.
        address: Where the machine is.
    """
    if is_of_hub(preset.name) and not preset.loras:
        return fetching(preset.name)
    loras = "".join(f" --lora {shlex.quote(os.fspath(lora.file))}" for lora in preset.loras)
    command = f"sd3explorer models copy {shlex.quote(preset.name)} {address}{loras}"
    return f"copy what it lacks in Preferences › Engines, or with: {command}"


def fetching(model: str) -> str:
    """How a model of a hub comes to another machine, where it is known by its version: as a clause."""
    return f"fetch it there with: sd3explorer models fetch {shlex.quote(model)}"
