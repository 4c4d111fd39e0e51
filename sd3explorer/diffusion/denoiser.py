"""One denoising step of Stable Diffusion 3's transformer (MMDiT), on KerasHub's layers and weights.

KerasHub's own forward pass, with two savings that change nothing but the rounding: what depends
on the text alone is computed once per frame, not at every step; and the padding rows of the
context, which all look alike, are one row that counts for all of them.

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
    """

    def __init__(self, backbone: StableDiffusion3Backbone, padding: int) -> None:
        self._mmdit = backbone.diffuser
        self._backbone = backbone
        self._padding = padding
        self.latents_shape: tuple[int, int, int] = tuple(int(n) for n in backbone.latent_shape[1:])
        patch = self._mmdit.patch_size
        self._rows, self._columns = self.latents_shape[0] // patch, self.latents_shape[1] // patch

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

    def step(
        self, latents: Tensor, sigma: Tensor, next_sigma: Tensor, context: Tensor, pooled: Tensor
    ) -> Tensor:
        """One Euler step without guidance.

        Args:
            latents: float32 (batch, height // 8, width // 8, 16).
            sigma: Noise level of `latents`, float32 ().
            next_sigma: Noise level to come to, float32 ().
            context: First result of `condition`.
            pooled: Second result of `condition`.

        Returns:
            The next latents.
        """
        velocity = self.velocity(latents, context, pooled, sigma)
        return _stepped(latents, velocity, sigma, next_sigma)

    def guided_step(
        self,
        latents: Tensor,
        sigma: Tensor,
        next_sigma: Tensor,
        context: Tensor,
        pooled: Tensor,
        guidance_scale: Tensor,
    ) -> Tensor:
        """One Euler step with classifier-free guidance.

        Args:
            latents: As for `step`.
            sigma: As for `step`.
            next_sigma: As for `step`.
            context: First result of `condition`, for each frame its text's and its negative text's:
                (batch, 2, rows, hidden).
            pooled: Second result of `condition`, likewise: (batch, 2, hidden).
            guidance_scale: float32 (batch,).

        Returns:
            As for `step`.

        Reference:
            Ho and Salimans, "Classifier-free diffusion guidance" (2022).
        """
        flat = [ops.reshape(each, (-1, *each.shape[2:])) for each in (context, pooled)]
        both = self.velocity(ops.repeat(latents, 2, axis=0), *flat, sigma)
        both = ops.reshape(ops.cast(both, "float32"), (-1, 2, *self.latents_shape))
        positive, negative = both[:, 0], both[:, 1]
        scale = ops.reshape(guidance_scale, (-1, 1, 1, 1))
        return _stepped(latents, negative + scale * (positive - negative), sigma, next_sigma)

    def velocity(self, latents: Tensor, context: Tensor, pooled: Tensor, sigma: Tensor) -> Tensor:
        """The transformer's output: where the latents are to move, per unit of sigma.

        Args:
            latents: (batch, height // 8, width // 8, 16).
            context: First result of `condition`.
            pooled: Second result of `condition`.
            sigma: Noise level of `latents`, float32 ().

        Returns:
            (batch, height // 8, width // 8, 16).
        """
        mmdit = self._mmdit
        x = mmdit.patch_embedding(latents)
        x = x + mmdit.position_embedding(x, height=self._rows, width=self._columns)
        timestep = ops.reshape(sigma * float(self._backbone.num_train_timesteps), (1, 1))
        y = mmdit.timestep_embedding(timestep) + pooled
        bias = self._padding_bias(context)
        for block in mmdit.joint_blocks:
            x, context = self._joint_block(block, x, context, y, bias)
        x = mmdit.output_dense(mmdit.output_ada_layer_norm(x, y))
        return mmdit.unpatch(x, height=self._rows, width=self._columns)

    def _joint_block(
        self, block: Any, x: Tensor, context: Tensor, y: Tensor, bias: Tensor | None
    ) -> tuple[Tensor, Tensor]:
        context_state = block.context_block(context, timestep_embedding=y)
        # The last block has no use for the context after its attention, and keeps no state of it.
        context_qkv = context_state[0] if block.use_context_projection else context_state
        x_state = block.x_block(x, timestep_embedding=y)
        joined = [ops.concatenate(parts, axis=1) for parts in zip(context_qkv, x_state[0], strict=True)]
        rows = context.shape[1]
        if not block.use_context_projection:
            # Nor for what that attention would tell the context.
            joined[0], rows = x_state[0][0], 0
        attention = self._attention(block, *joined, bias=bias)
        second = {}
        if block.x_block.use_dual_attention:
            second = {"inputs2": self._attention(block, *x_state[1], bias=None)}
        x = block.x_block(
            attention[:, rows:], inputs_intermediates=x_state[-1], pre_attention=False, **second
        )
        if block.use_context_projection:
            context = block.context_block(
                attention[:, :rows], inputs_intermediates=context_state[1], pre_attention=False
            )
        return x, context

    def _attention(
        self, block: Any, query: Tensor, key: Tensor, value: Tensor, bias: Tensor | None
    ) -> Tensor:
        scale = 1.0 / math.sqrt(block.head_dim)
        if bias is not None:
            # Attention on GPUs doesn't broadcast over queries.
            bias = ops.broadcast_to(ops.cast(bias, query.dtype), (1, 1, query.shape[1], key.shape[1]))
        mixed = ops.dot_product_attention(query, key, value, bias=bias, scale=scale)
        return ops.reshape(mixed, (-1, query.shape[1], block.num_heads * block.head_dim))

    def _padding_bias(self, context: Tensor) -> Tensor | None:
        if not self._padding:
            return None
        rows = context.shape[1]
        tokens = rows + self._rows * self._columns
        # n equal keys weigh as much in a softmax as one of them whose logit is larger by log(n).
        bias = np.zeros((1, 1, 1, tokens), np.float32)
        bias[..., rows - 1] = math.log(self._padding)
        return ops.convert_to_tensor(bias)


def merged_context(text: TextEmbedding) -> np.ndarray:
    """The context with one row in place of all the padding rows: float32 (rows, 4096)."""
    return text.context[: len(text.context) - max(text.padding - 1, 0)]


def _stepped(latents: Tensor, velocity: Tensor, sigma: Tensor, next_sigma: Tensor) -> Tensor:
    return latents + (next_sigma - sigma) * ops.cast(velocity, "float32")
