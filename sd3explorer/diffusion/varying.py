"""LoRAs whose strength differs from frame to frame: added to what layers say, in place of being merged.

A layer with weights W says W x; one with a LoRA says W x + s B (A x), with a strength s for each frame of the
batch. A and B are small, so this costs little, and the strengths are an input of the compiled step.

Reference:
    Hu et al., "LoRA: Low-rank adaptation of large language models" (ICLR 2022).
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import Any

import keras
import numpy as np
from keras import layers, ops
from keras_hub.models import StableDiffusion3Backbone

from sd3explorer.diffusion.denoiser import Denoiser, Tensor
from sd3explorer.presets.checkpoints.layout import Turn, Weight
from sd3explorer.presets.loras.lora import Term, terms
from sd3explorer.presets.preset import Preset


@dataclass(frozen=True, slots=True, eq=False)
class LowRank:
    """What all LoRAs together add to a layer.

    Args:
        layer: Keras' layer, dense or a convolution.
        down: The kernel of a layer like it with few outputs, (inputs, ranks).
        up: From these to the layer's outputs, (ranks, outputs).
        owners: For each rank the place of its LoRA.
    """

    layer: Any
    down: keras.Variable
    up: keras.Variable
    owners: np.ndarray

    def added(self, inputs: Tensor, strengths: Tensor) -> Tensor:
        """What is added to the layer's outputs.

        Args:
            inputs: Of the layer, (frames or a multiple, …): all frames one after the other, again and again.
            strengths: (frames, LoRAs).
        """
        dtype = self.layer.compute_dtype
        inputs = ops.cast(inputs, dtype)
        down, up = (ops.convert_to_tensor(each, dtype=dtype) for each in (self.down, self.up))
        if isinstance(self.layer, layers.Conv2D):
            few = ops.conv(inputs, down, strides=self.layer.strides, padding=self.layer.padding)
        else:
            few = ops.matmul(inputs, down)
        each = ops.cast(ops.take(strengths, self.owners, axis=1), dtype)
        again = ops.tile(each, (inputs.shape[0] // strengths.shape[0], 1))
        between = (1,) * (len(few.shape) - 2)
        return ops.matmul(few * ops.reshape(again, (inputs.shape[0], *between, len(self.owners))), up)


class VaryingDenoiser(Denoiser):
    """A denoiser whose functions take strengths too, behind their other arguments: float32 (frames, LoRAs).

    Args:
        backbone: As for `Denoiser`.
        padding: As for `Denoiser`.
        fused_attention: As for `Denoiser`.
        preset: Where the model is from, and which LoRAs there are.
        loras: The identities of those that vary.

    Raises:
        PresetError: A file of a LoRA is gone.
    """

    def __init__(
        self,
        backbone: StableDiffusion3Backbone,
        padding: int,
        fused_attention: bool,
        preset: Preset,
        loras: Sequence[str],
    ) -> None:
        super().__init__(backbone, padding, fused_attention)
        self._low_ranks = _low_ranks(backbone, preset, loras)

    @property
    def variables(self) -> list[Any]:
        """All weights that its functions use."""
        return super().variables + [each for low in self._low_ranks for each in (low.down, low.up)]

    def condition(self, context: Tensor, pooled: Tensor, *more: Tensor) -> tuple[Tensor, Tensor]:
        """See `Denoiser`; behind its arguments, strengths."""
        with self._adding(*more):
            return super().condition(context, pooled)

    def modulations(self, sigmas: Tensor, pooled: Tensor, *more: Tensor) -> Tensor:
        """See `Denoiser`; behind its arguments, strengths."""
        with self._adding(*more):
            return super().modulations(sigmas, pooled)

    def step(self, *arguments: Tensor) -> Tensor:
        """See `Denoiser`; behind its arguments, strengths."""
        *others, strengths = arguments
        with self._adding(strengths):
            return super().step(*others)

    def guided_step(self, *arguments: Tensor) -> Tensor:
        """See `Denoiser`; behind its arguments, strengths."""
        *others, strengths = arguments
        with self._adding(strengths):
            return super().guided_step(*others)

    def _embedded(self, sigmas: Tensor, frames: int) -> Tensor:
        # A noise level is embedded for each frame here, as its LoRAs may change that too.
        each = super()._embedded(ops.repeat(sigmas, frames), 1)
        return ops.reshape(each, (sigmas.shape[0], frames, each.shape[-1]))

    @contextmanager
    def _adding(self, strengths: Tensor) -> Iterator[None]:
        """Within it, layers add what LoRAs do; entered when a function is traced, or called by PyTorch."""
        with _replaced([(low.layer, partial(_with_low_rank, low, strengths)) for low in self._low_ranks]):
            yield


def _with_low_rank(
    low: LowRank, strengths: Tensor, call: Callable[..., Tensor], inputs: Tensor, *others: Any, **more: Any
) -> Tensor:
    activation = low.layer.activation
    # What is added comes before the activation.
    object.__setattr__(low.layer, "activation", None)
    try:
        outputs = call(inputs, *others, **more) + low.added(inputs, strengths)
    finally:
        object.__setattr__(low.layer, "activation", activation)
    return outputs if activation is None else activation(outputs)


@contextmanager
def _replaced(calls: Sequence[tuple[Any, Callable[..., Tensor]]]) -> Iterator[None]:
    """Within it, layers are called by other functions, which are given their own first."""
    try:
        for layer, call in calls:
            object.__setattr__(layer, "call", partial(call, layer.call))
        yield
    finally:
        for layer, _ in calls:
            layer.__dict__.pop("call", None)


def _low_ranks(backbone: StableDiffusion3Backbone, preset: Preset, loras: Sequence[str]) -> list[LowRank]:
    known = {lora.identity: lora for lora in preset.loras}
    found: dict[str, tuple[Weight, list[tuple[int, Term]]]] = {}
    for owner, identity in enumerate(loras):
        for term in terms(known[identity], preset, ("mmdit",)):
            found.setdefault(term.weight.place, (term.weight, []))[1].append((owner, term))
    return [_low_rank(backbone, weight, owned) for weight, owned in found.values()]


def _low_rank(
    backbone: StableDiffusion3Backbone, weight: Weight, owned: Sequence[tuple[int, Term]]
) -> LowRank:
    layer = weight.layer_of(backbone)
    down = np.concatenate([term.down for _, term in owned])
    ups = [np.zeros((weight.shape[0], len(term.down)), np.float32) for _, term in owned]
    for whole, (_, term) in zip(ups, owned, strict=True):
        whole[term.start : term.stop] = term.scale * term.up
    shaped = down.reshape(-1, *weight.shape[1:])
    turned = shaped.transpose(Turn.CONVOLUTION.value if shaped.ndim > 2 else Turn.TRANSPOSED.value)
    return LowRank(
        layer,
        keras.Variable(turned, trainable=False, dtype=layer.compute_dtype),
        keras.Variable(np.concatenate(ups, axis=1).T, trainable=False, dtype=layer.compute_dtype),
        np.repeat([owner for owner, _ in owned], [len(term.down) for _, term in owned]).astype(np.int32),
    )
