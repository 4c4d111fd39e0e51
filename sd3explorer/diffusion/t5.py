"""T5 reads prompts: block by block from its files, so that only one block of it is ever in memory.

With 4.8 billion parameters it is larger than the rest of most models, and takes some seconds a prompt. It
computes in float32 whatever the rest does, as its numbers go beyond those of float16. KerasHub's `T5Encoder`
holds all of it, and can't be built on PyTorch.

Reference: Raffel et al., "Exploring the Limits of Transfer Learning with a Unified Text-to-Text Transformer"
(2020); version 1.1 has gated activations.
"""

import math
from collections.abc import Callable
from typing import Any

import numpy as np
from keras import ops
from numpy.typing import NDArray

from sd3explorer.presets.preset import T5Files
from sd3explorer.walk.maths import Array

# Distances from here on are told apart no more.
FARTHEST = 128
EPSILON = 1e-6

# So many texts at once take less memory than a block does.
PROMPTS_AT_ONCE = 16


def encode(t5: T5Files, token_ids: NDArray[np.int32], should_stop: Callable[[], bool]) -> Array | None:
    """The embeddings of texts.

    Args:
        t5: The encoder.
        token_ids: (prompts, tokens).
        should_stop: Asked before each block.

    Returns:
        float32 (prompts, tokens, width); None where it was stopped.
    """
    hidden = [ops.convert_to_tensor(texts) for texts in _portions(_embedded(t5, token_ids))]
    bias = _position_bias(t5, token_ids.shape[1])
    for index in range(t5.shape.layers):
        if should_stop():
            return None
        block = _Block(t5, f"encoder.block.{index}.layer")
        hidden = [block(each, bias) for each in hidden]
    norm = _tensor(t5, "encoder.final_layer_norm.weight")
    return np.concatenate([ops.convert_to_numpy(_normed(each, norm)) for each in hidden])


def _embedded(t5: T5Files, token_ids: NDArray[np.int32]) -> Array:
    return t5.read("shared.weight")[token_ids].astype(np.float32)


class _Block:
    """A block: attention, then a gated MLP."""

    def __init__(self, t5: T5Files, name: str) -> None:
        self._heads = t5.shape.heads
        attention, mlp = f"{name}.0.SelfAttention", f"{name}.1.DenseReluDense"
        self._q, self._k, self._v, self._o = (_tensor(t5, f"{attention}.{each}.weight") for each in "qkvo")
        self._active, self._gate, self._out = (
            _tensor(t5, f"{mlp}.{each}.weight") for each in ("wi_0", "wi_1", "wo")
        )
        self._norms = [_tensor(t5, f"{name}.{part}.layer_norm.weight") for part in (0, 1)]

    def __call__(self, x: Any, bias: Any) -> Any:
        normed = _normed(x, self._norms[0])
        q, k, v = (self._by_head(_dense(normed, weight)) for weight in (self._q, self._k, self._v))
        # Without the usual scale, which T5 was trained to do without.
        scores = ops.matmul(q, ops.transpose(k, (0, 1, 3, 2))) + bias
        read = ops.transpose(ops.matmul(ops.softmax(scores), v), (0, 2, 1, 3))
        x = x + _dense(ops.reshape(read, (*read.shape[:2], -1)), self._o)
        normed = _normed(x, self._norms[1])
        gated = ops.gelu(_dense(normed, self._active), approximate=True) * _dense(normed, self._gate)
        return x + _dense(gated, self._out)

    def _by_head(self, x: Any) -> Any:
        prompts, tokens, width = x.shape
        return ops.transpose(
            ops.reshape(x, (prompts, tokens, self._heads, width // self._heads)), (0, 2, 1, 3)
        )


def _position_bias(t5: T5Files, tokens: int) -> Any:
    """What attention gets for how far tokens are apart: (1, heads, tokens, tokens)."""
    table = t5.read("encoder.block.0.layer.0.SelfAttention.relative_attention_bias.weight")
    places = np.arange(tokens)
    buckets = _buckets(places[None, :] - places[:, None], len(table))
    return ops.convert_to_tensor(table[buckets].astype(np.float32).transpose(2, 0, 1)[None])


def _buckets(distances: NDArray[np.int64], number: int) -> NDArray[np.int64]:
    """Half of the buckets are for tokens before, half for those after; far ones share theirs."""
    half = number // 2
    near = half // 2
    far = np.abs(distances)
    growth = np.log(np.maximum(far, 1).astype(np.float32) / near) / math.log(FARTHEST / near)
    shared = np.minimum(near + (growth * (half - near)).astype(np.int64), half - 1)
    return np.where(distances > 0, half, 0) + np.where(far < near, far, shared)


def _normed(x: Any, weight: Any) -> Any:
    return x * ops.rsqrt(ops.mean(ops.square(x), axis=-1, keepdims=True) + EPSILON) * weight


def _dense(x: Any, weight: Any) -> Any:
    return ops.matmul(x, ops.transpose(weight))


def _tensor(t5: T5Files, name: str) -> Any:
    return ops.convert_to_tensor(t5.read(name).astype(np.float32))


def _portions(texts: Array) -> list[Array]:
    return [texts[start : start + PROMPTS_AT_ONCE] for start in range(0, len(texts), PROMPTS_AT_ONCE)]
