"""LoRAs as part of a model's weights: merged in float32, and taken out again to the bit."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

import numpy as np
from keras import ops
from keras_hub.models import StableDiffusion3Backbone
from numpy.typing import NDArray

from sd3explorer.presets.checkpoints.layout import Weight
from sd3explorer.presets.loras.lora import Term, terms
from sd3explorer.presets.preset import Preset
from sd3explorer.walk.recipe import Adapter


class MergedWeights:
    """Some parts of a model, with LoRAs or without.

    Args:
        backbone: The model, with the weights of its files.
        preset: Where it is from, and which LoRAs there are.
        parts: Those that are looked after here, as `layout.py` calls them.
    """

    def __init__(self, backbone: StableDiffusion3Backbone, preset: Preset, parts: Collection[str]) -> None:
        self._backbone, self._preset, self._parts = backbone, preset, parts
        self._adapters: tuple[Adapter, ...] = ()
        # Of what was changed, in the model's precision, beside the device's memory: what the weights become
        # again, and what other strengths begin with.
        self._originals: dict[str, tuple[Any, NDArray[Any]]] = {}

    def take(self, adapters: Sequence[Adapter]) -> list[Any]:
        """Merges these, and what was merged before no longer.

        Args:
            adapters: LoRAs that the preset has, each with its strength.

        Returns:
            The variables that have changed.

        Raises:
            PresetError: A file of a LoRA is gone.
        """
        if tuple(adapters) == self._adapters:
            return []
        # All are read before anything changes.
        wanted = self._terms(adapters)
        changed = [variable for variable, _ in self._originals.values()]
        for place in [place for place in self._originals if place not in wanted]:
            variable, original = self._originals.pop(place)
            variable.assign(original)
        for place, (weight, added) in wanted.items():
            if place not in self._originals:
                variable = weight.of(self._backbone)
                # A copy: on PyTorch it would change along with the variable.
                self._originals[place] = variable, np.array(ops.convert_to_numpy(variable))
                changed.append(variable)
            variable, original = self._originals[place]
            variable.assign(original.astype(np.float32) + weight.turned(_sum(weight, added)))
        self._adapters = tuple(adapters)
        return changed

    def _terms(self, adapters: Sequence[Adapter]) -> Mapping[str, tuple[Weight, list[tuple[float, Term]]]]:
        """What is to be added, with its strength, by the place of the weight."""
        loras = {lora.identity: lora for lora in self._preset.loras}
        found: dict[str, tuple[Weight, list[tuple[float, Term]]]] = {}
        for adapter in adapters:
            for term in terms(loras[adapter.lora], self._preset, self._parts):
                _, added = found.setdefault(term.weight.place, (term.weight, []))
                added.append((adapter.strength, term))
        return found


def _sum(weight: Weight, added: Sequence[tuple[float, Term]]) -> NDArray[np.float32]:
    """What is added to a weight, of its shape in Stability's files."""
    whole = np.zeros(weight.shape, np.float32)
    rows = whole.reshape(weight.shape[0], -1)
    for strength, term in added:
        rows[term.start : term.stop] += np.float32(strength * term.scale) * (term.up @ term.down)
    return whole
