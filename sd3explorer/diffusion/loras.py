"""The LoRAs of a loaded model: which are merged into which of its parts, and when that changes."""

from collections.abc import Callable, Sequence
from typing import Any

from keras_hub.models import StableDiffusion3Backbone

from sd3explorer.diffusion.denoiser import Denoiser
from sd3explorer.diffusion.evaluate import Encode
from sd3explorer.diffusion.merging import MergedWeights
from sd3explorer.diffusion.text import TextEmbedding
from sd3explorer.diffusion.varying import VaryingDenoiser
from sd3explorer.presets.preset import Preset
from sd3explorer.walk.recipe import Adapter, Recipe

DENOISER, ENCODERS = ("mmdit",), ("clip_l", "clip_g", "t5")


class Loras:
    """Has a model's weights be what recipes say.

    Args:
        backbone: The model, with the weights of its files.
        preset: Where it is from, and which LoRAs there are.
        weights_changed: Called with the variables that have changed.
    """

    def __init__(
        self,
        backbone: StableDiffusion3Backbone,
        preset: Preset,
        weights_changed: Callable[[Sequence[Any]], None],
    ) -> None:
        self._backbone, self._preset = backbone, preset
        self._denoiser = MergedWeights(backbone, preset, DENOISER)
        self._encoders = MergedWeights(backbone, preset, ENCODERS)
        self._weights_changed = weights_changed
        self._in_text = {lora.identity for lora in preset.loras if lora.in_text}
        self._merged: tuple[Adapter, ...] = ()
        # In eight bits most weights would stay what they are, as such numbers are further apart than what
        # LoRAs add. In 16 they would take the memory that eight were chosen for.
        self._adds_all = preset.in_eight_bits

    def added(self, recipe: Recipe) -> tuple[Adapter, ...]:
        """The LoRAs that are added to what the denoiser's layers say.

        Those whose strength varies; and all that a recipe has, where the denoiser is in eight bits.
        """
        merged = (recipe.merged or ()) if self._adds_all else ()
        return merged + (recipe.added or ())

    def merge(self, adapters: tuple[Adapter, ...]) -> bool:
        """Has the denoiser's weights be those with these LoRAs; the encoders' when a text is next encoded.

        Weights in eight bits stay as they are, see `added`.

        Args:
            adapters: What is merged for all of a batch.

        Returns:
            Whether anything is another than before.

        Raises:
            PresetError: A file of a LoRA is gone.
        """
        if adapters == self._merged:
            return False
        if not self._adds_all:
            self._weights_changed(self._denoiser.take(adapters))
        self._merged = adapters
        return True

    def merge_in_text(self, adapters: Sequence[Adapter]) -> None:
        """Has the encoders' weights be those with these LoRAs.

        Raises:
            PresetError: A file of a LoRA is gone.
        """
        self._weights_changed(self._encoders.take(adapters))

    def varying_denoiser(self, plain: Denoiser, loras: Sequence[str]) -> VaryingDenoiser:
        """A denoiser whose functions take the strengths of some LoRAs.

        Args:
            plain: The denoiser without.
            loras: Their identities.

        Raises:
            PresetError: A file of a LoRA is gone.
        """
        return VaryingDenoiser(self._backbone, plain.padding, plain.fused_attention, self._preset, loras)

    def encoding(self, encode: Encode) -> Encode:
        """From a prompt to its embedding, by encoders with what is merged by then.

        Args:
            encode: From a prompt, and what changes the encoders, to its embedding.
        """

        def encoded(prompt: str, adapters: tuple[Adapter, ...] = (), *emphasis: object) -> TextEmbedding:
            merged = tuple(each for each in self._merged if each.lora in self._in_text)
            return encode(prompt, merged + adapters, *emphasis)

        return encoded
