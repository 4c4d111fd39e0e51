"""One denoising step of Stable Diffusion 3's transformer (MMDiT), on KerasHub's layers and weights.

KerasHub's own forward pass, with savings that change nothing but the rounding: what depends on the
text alone is computed once per frame, and what depends on text and noise level alone for many steps
at once, so that its weights, a third of all, are not gone through at every step; and the padding rows
of the context, which all look alike, are one row that counts for all of them. Where attention is one
kernel, that row's keys and values are repeated; elsewhere a bias makes it count for more.

Reference:
    Esser et al., "Scaling rectified flow transformers for high-resolution image synthesis"
    (ICML 2024).
"""

import math
from typing import Any

import numpy as np
from keras import ops
from keras_hub.models import StableDiffusion3Backbone

from sd3explorer.diffusion.text import TextEmbedding

Tensor = Any


class Denoiser:
    """The functions to be compiled, for one size of picture.

    Args:
        backbone: The model, built for that size.
        padding: Number of padding rows of the context.
        fused_attention: Whether attention is one kernel, as on GPUs, where equal keys cost less than a bias.
    """

    def __init__(
        self, backbone: StableDiffusion3Backbone, padding: int, fused_attention: bool = False
    ) -> None:
        self._mmdit = backbone.diffuser
        self._backbone = backbone
        self.padding, self.fused_attention = padding, fused_attention
        self.latents_shape: tuple[int, int, int] = tuple(int(n) for n in backbone.latent_shape[1:])
        patch = self._mmdit.patch_size
        self._rows, self._columns = self.latents_shape[0] // patch, self.latents_shape[1] // patch

    @property
    def variables(self) -> list[Any]:
        """All weights that its functions use."""
        return list(self._mmdit.variables)

    def condition(self, context: Tensor, pooled: Tensor) -> tuple[Tensor, Tensor]:
        """What the steps need of the texts, in the width of the transformer.

        Args:
            context: (batch, rows, 4096), of `merged_context` of each text.
            pooled: (batch, 2048).

        Returns:
            (batch, rows, hidden) and (batch, hidden).
        """
        mmdit = self._mmdit
        return mmdit.context_embedding(context), mmdit.vector_embedding(pooled)

    def modulations(self, sigmas: Tensor, pooled: Tensor) -> Tensor:
        """The shifts, scales and gates of all layers, which depend on noise level and text alone.

        Args:
            sigmas: Noise levels, float32 (steps,).
            pooled: Second result of `condition`.

        Returns:
            One after the other, (steps, batch, numbers).
        """
        embedded = self._embedded(sigmas, pooled.shape[0])
        hidden = embedded.shape[-1]
        y = embedded + ops.expand_dims(pooled, 0)
        active = ops.silu(ops.reshape(y, (-1, hidden)))
        numbers = ops.concatenate([norm.dense(active) for norm in self._norms], axis=-1)
        return ops.reshape(numbers, (sigmas.shape[0], pooled.shape[0], numbers.shape[-1]))

    def step(
        self, latents: Tensor, sigma: Tensor, next_sigma: Tensor, modulations: Tensor, context: Tensor
    ) -> Tensor:
        """One Euler step without guidance.

        Args:
            latents: float32 (batch, height // 8, width // 8, 16).
            sigma: Noise level of `latents`, float32 ().
            next_sigma: Noise level to come to, float32 ().
            modulations: Of this noise level, (batch, numbers).
            context: First result of `condition`.

        Returns:
            The next latents.
        """
        velocity = self.velocity(latents, context, modulations)
        return _stepped(latents, velocity, sigma, next_sigma)

    def guided_step(
        self,
        latents: Tensor,
        sigma: Tensor,
        next_sigma: Tensor,
        modulations: Tensor,
        context: Tensor,
        guidance_scale: Tensor,
    ) -> Tensor:
        """One Euler step with classifier-free guidance.

        Args:
            latents: As for `step`.
            sigma: As for `step`.
            next_sigma: As for `step`.
            modulations: As for `step`, of the texts of all frames and then of their negative texts: (2 *
                batch, numbers).
            context: First result of `condition`, likewise: (2 * batch, rows, hidden).
            guidance_scale: float32 (batch,).

        Returns:
            As for `step`.

        Reference:
            Ho and Salimans, "Classifier-free diffusion guidance" (2022).
        """
        both = self.velocity(ops.concatenate([latents, latents]), context, modulations)
        positive, negative = ops.split(ops.cast(both, "float32"), 2)
        scale = ops.reshape(guidance_scale, (-1, 1, 1, 1))
        return _stepped(latents, negative + scale * (positive - negative), sigma, next_sigma)

    def velocity(self, latents: Tensor, context: Tensor, modulations: Tensor) -> Tensor:
        """The transformer's output: where the latents are to move, per unit of sigma.

        Args:
            latents: (batch, height // 8, width // 8, 16).
            context: First result of `condition`.
            modulations: Of the noise level of `latents`, (batch, numbers).

        Returns:
            (batch, height // 8, width // 8, 16).
        """
        mmdit = self._mmdit
        x = mmdit.patch_embedding(latents)
        x = x + self._positions()
        ends = np.cumsum([norm.dense.units for norm in self._norms])[:-1].tolist()
        *parts, last = ops.split(modulations, ends, axis=-1)
        bias = self._padding_bias(context)
        for block, *two in zip(mmdit.joint_blocks, parts[::2], parts[1::2], strict=True):
            x, context = self._joint_block(block, x, context, *two, bias)
        x = mmdit.output_dense(_modulated(mmdit.output_ada_layer_norm, x, *ops.split(last, 2, axis=-1)))
        return mmdit.unpatch(x, height=self._rows, width=self._columns)

    def _embedded(self, sigmas: Tensor, frames: int) -> Tensor:
        """What the noise levels of some steps are to the transformer: (steps, frames or 1, hidden)."""
        timesteps = ops.reshape(sigmas * float(self._backbone.num_train_timesteps), (-1, 1))
        return ops.expand_dims(self._mmdit.timestep_embedding(timesteps), 1)

    def _positions(self) -> Tensor:
        """Embeddings of the patches' places, (1, patches, hidden): the middle of all that the model has."""
        layer = self._mmdit.position_embedding
        places = ops.reshape(layer.position_embeddings, (layer.height, layer.width, -1))
        top, left = (layer.height - self._rows) // 2, (layer.width - self._columns) // 2
        middle = places[top : top + self._rows, left : left + self._columns]
        return ops.reshape(middle, (1, self._rows * self._columns, -1))

    @property
    def _norms(self) -> list[Any]:
        """The layers that modulate, in the order of their `modulations`."""
        blocks = self._mmdit.joint_blocks
        inner = [part.ada_layer_norm for block in blocks for part in (block.x_block, block.context_block)]
        return [*inner, self._mmdit.output_ada_layer_norm]

    def _joint_block(
        self,
        block: Any,
        x: Tensor,
        context: Tensor,
        x_modulation: Tensor,
        context_modulation: Tensor,
        bias: Tensor | None,
    ) -> tuple[Tensor, Tensor]:
        context_qkv, *_, context_state = _before_attention(block.context_block, context, context_modulation)
        x_qkv, *x_qkv2, x_state = _before_attention(block.x_block, x, x_modulation)
        if self.fused_attention:
            query, *keys_values = context_qkv
            context_qkv = (query, *(self._with_all_padding(each) for each in keys_values))
        join = _joined_by_choice if self.fused_attention else _joined
        joined = [join(*parts) for parts in zip(context_qkv, x_qkv, strict=True)]
        rows = context.shape[1]
        if not block.use_context_projection:
            # The last block has no use for the context, nor for what attention would give it.
            joined[0], rows = x_qkv[0], 0
        attention = self._attention(block, *joined, bias=bias)
        second = {}
        if block.x_block.use_dual_attention:
            second = {"inputs2": self._attention(block, *x_qkv2[0], bias=None)}
        x = block.x_block(attention[:, rows:], inputs_intermediates=x_state, pre_attention=False, **second)
        if block.use_context_projection:
            context = block.context_block(
                attention[:, :rows], inputs_intermediates=context_state, pre_attention=False
            )
        return x, context

    def _attention(
        self, block: Any, query: Tensor, key: Tensor, value: Tensor, bias: Tensor | None
    ) -> Tensor:
        scale = 1.0 / math.sqrt(block.head_dim)
        mixed = ops.dot_product_attention(query, key, value, bias=bias, scale=scale)
        return ops.reshape(mixed, (-1, query.shape[1], block.num_heads * block.head_dim))

    def _with_all_padding(self, rows: Tensor) -> Tensor:
        """Keys or values of the context, (batch, rows, ...), with those of all padding rows."""
        missing = max(self.padding - 1, 0)
        last = ops.broadcast_to(rows[:, -1:], (rows.shape[0], missing, *rows.shape[2:]))
        return ops.concatenate([rows, last], axis=1)

    def _padding_bias(self, context: Tensor) -> Tensor | None:
        if not self.padding or self.fused_attention:
            return None
        rows = context.shape[1]
        tokens = rows + self._rows * self._columns
        # n equal keys weigh as much in a softmax as one of them whose logit is larger by log(n).
        bias = np.zeros((1, 1, 1, tokens), np.float32)
        bias[..., rows - 1] = math.log(self.padding)
        return ops.cast(ops.convert_to_tensor(bias), context.dtype)


def merged_context(text: TextEmbedding) -> np.ndarray:
    """The context with one row in place of all the padding rows: float32 (rows, 4096)."""
    return text.context[: len(text.context) - max(text.padding - 1, 0)]


def _before_attention(part: Any, tokens: Tensor, modulation: Tensor) -> tuple[Any, ...]:
    """What half of a block does before attention.

    Args:
        part: KerasHub's layer.
        tokens: (batch, tokens, hidden).
        modulation: (batch, numbers).

    Returns:
        Queries, keys and values; these of a second attention, where there is one; and what the layer needs
        after attention.
    """
    norm = part.ada_layer_norm
    shift, scale, *others = ops.split(modulation, norm.num_modulations, axis=-1)
    qkv = _queries_keys_values(part, _modulated(norm, tokens, shift, scale))
    if not part.use_dual_attention:
        return qkv, (tokens, *others)
    *gates, shift2, scale2, gate2 = others
    qkv2 = _queries_keys_values(part, _modulated(norm, tokens, shift2, scale2), "2")
    return qkv, qkv2, (tokens, *gates, gate2)


def _modulated(norm: Any, tokens: Tensor, shift: Tensor, scale: Tensor) -> Tensor:
    normed = ops.cast(norm.norm(tokens), scale.dtype)
    return normed * (1.0 + ops.expand_dims(scale, 1)) + ops.expand_dims(shift, 1)


def _queries_keys_values(part: Any, tokens: Tensor, which: str = "") -> tuple[Tensor, Tensor, Tensor]:
    dense = getattr(part, f"attention_qkv{which}")
    qkv = ops.reshape(dense(tokens), (-1, tokens.shape[1], 3, part.num_heads, part.head_dim))
    query, key, value = ops.unstack(qkv, 3, axis=2)
    if part.qk_norm is not None:
        norms = getattr(part, f"q_norm{which}"), getattr(part, f"k_norm{which}")
        query, key = (
            ops.cast(norm(each), value.dtype) for norm, each in zip(norms, (query, key), strict=True)
        )
    return query, key, value


def _joined(first: Tensor, second: Tensor) -> Tensor:
    """Two tensors one after the other along their second axis."""
    return ops.concatenate([first, second], axis=1)


def _joined_by_choice(first: Tensor, second: Tensor) -> Tensor:
    """The same of tensors with four axes; on GPUs XLA's own way takes twice as long."""
    rows, more = first.shape[1], second.shape[1]
    is_first = ops.reshape(ops.arange(rows + more) < rows, (1, -1, 1, 1))
    before, after = (
        ops.pad(each, ((0, 0), space, (0, 0), (0, 0)))
        for each, space in ((first, (0, more)), (second, (rows, 0)))
    )
    return ops.where(is_first, before, after)


def _stepped(latents: Tensor, velocity: Tensor, sigma: Tensor, next_sigma: Tensor) -> Tensor:
    return latents + (next_sigma - sigma) * ops.cast(velocity, "float32")
