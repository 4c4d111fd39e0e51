"""Latents to pictures: the decoder of Stable Diffusion 3's VAE, on KerasHub's layers and weights.

KerasHub's own forward pass, with two savings that change nothing but the rounding: a picture is
made twice as large and convolved in one go, with 16 products where there were 36; and a group
normalization sums up each channel by itself, which compilers do in one pass, and touches the
picture once more, with one factor and one summand for each channel.
"""

import math
from itertools import islice
from typing import Any

from keras import ops
from keras_hub.models import StableDiffusion3Backbone

Tensor = Any


class Decoder:
    """The function to be compiled.

    Args:
        backbone: The model.
    """

    def __init__(self, backbone: StableDiffusion3Backbone) -> None:
        self._rescaling = backbone.latent_rescaling
        self._layers = backbone.vae.decoder

    def decode(self, latents: Tensor) -> tuple[Tensor, Tensor]:
        """The pictures of latents, and for each whether all its numbers were finite.

        Args:
            latents: float32 (batch, height // 8, width // 8, 16).

        Returns:
            uint8 (batch, height, width, 3) and bool (batch,).
        """
        images = ops.cast(self.images(latents), "float32")
        finite = ops.all(ops.isfinite(images), axis=(1, 2, 3))
        return ops.cast(ops.round(ops.clip((images + 1.0) / 2.0, 0.0, 1.0) * 255.0), "uint8"), finite

    def images(self, latents: Tensor) -> Tensor:
        """The pictures as the model makes them, their colours from about -1 to 1.

        Args:
            latents: (batch, height // 8, width // 8, 16).

        Returns:
            (batch, height, width, 3), in the model's precision.
        """
        layers = self._layers
        x = layers.input_projection(self._rescaling(latents))
        x = _resnet_block(layers.mid_block_0, x)
        x = _attention(layers.mid_attention, x)
        x = _resnet_block(layers.mid_block_1, x)
        blocks, convolutions = iter(layers.blocks), iter(layers.upsamples[1::2])
        for count in layers.stackwise_num_blocks:
            for block in islice(blocks, count):
                x = _resnet_block(block, x)
            # After the last stack there is none.
            for convolution in islice(convolutions, 1):
                x = twice_as_large(convolution, x)
        return layers.output_projection(ops.silu(normalized(layers.output_norm, x)))


def twice_as_large(layer: Any, x: Tensor) -> Tensor:
    """A picture that is made twice as large, pixel by pixel, and convolved with a kernel of 3×3.

    Each pixel of the result sees only 2×2 of `x`, as some taps of its kernel meet the same pixel:
    they are added up. There are four such kernels, one for each place in a square of 2×2 pixels.

    Args:
        layer: A `Conv2D` with a 3×3 kernel and "same" padding.
        x: (batch, height, width, channels).

    Returns:
        (batch, 2 * height, 2 * width, filters).
    """
    _, height, width, _ = x.shape
    padded = ops.pad(x, ((0, 0), (1, 1), (1, 1), (0, 0)))
    rows = []
    for down, kernel in enumerate(_halves(ops.cast(layer.kernel, x.dtype), axis=0)):
        columns = [
            ops.conv(padded[:, down : down + height + 1, right : right + width + 1], taps, padding="valid")
            for right, taps in enumerate(_halves(kernel, axis=1))
        ]
        rows.append(ops.reshape(ops.stack(columns, axis=3), (-1, height, 2 * width, layer.filters)))
    y = ops.reshape(ops.stack(rows, axis=2), (-1, 2 * height, 2 * width, layer.filters))
    return y + ops.cast(layer.bias, x.dtype)


def normalized(layer: Any, x: Tensor) -> Tensor:
    """Group normalization of each picture, in float32.

    Args:
        layer: A `GroupNormalization` of the last axis.
        x: (batch, height, width, channels).

    Returns:
        The same shape and dtype as `x`.
    """
    _, height, width, channels = x.shape
    groups = (-1, layer.groups, channels // layer.groups)
    pixels = ops.reshape(ops.cast(x, "float32"), (-1, height * width, channels))
    means = ops.mean(pixels, axis=1, keepdims=True)
    # Not from the sum of squares, which leaves nothing of a variance that is small beside the mean.
    variances = ops.mean(ops.square(pixels - means), axis=1)
    means = ops.reshape(means, groups)
    mean = ops.mean(means, axis=2, keepdims=True)
    variance = ops.mean(ops.reshape(variances, groups) + ops.square(means - mean), axis=2, keepdims=True)
    gamma, beta = (ops.reshape(ops.cast(part, "float32"), groups) for part in (layer.gamma, layer.beta))
    factor = gamma * ops.rsqrt(variance + layer.epsilon)
    summand = beta - mean * factor
    y = pixels * ops.reshape(factor, (-1, 1, channels)) + ops.reshape(summand, (-1, 1, channels))
    return ops.cast(ops.reshape(y, (-1, height, width, channels)), x.dtype)


def _halves(kernel: Tensor, axis: int) -> tuple[Tensor, Tensor]:
    """What is left of three taps for the first and for the second of two equal pixels."""
    first, middle, last = ops.split(kernel, 3, axis=axis)
    return (
        ops.concatenate([first, middle + last], axis=axis),
        ops.concatenate([first + middle, last], axis=axis),
    )


def _resnet_block(block: Any, x: Tensor) -> Tensor:
    y = block.conv1(ops.silu(normalized(block.norm1, x)))
    y = block.conv2(ops.silu(normalized(block.norm2, y)))
    return y + (block.residual_projection(x) if block.has_residual_projection else x)


def _attention(block: Any, x: Tensor) -> Tensor:
    y = normalized(block.group_norm, x)
    one_head = (-1, x.shape[1] * x.shape[2], 1, block.filters)
    query, key, value = (
        ops.reshape(layer(y), one_head)
        for layer in (block.query_conv2d, block.key_conv2d, block.value_conv2d)
    )
    # Scaled before the product, which could overflow in float16.
    query = query * (1.0 / math.sqrt(block.filters))
    mixed = ops.dot_product_attention(query, key, value, scale=1.0)
    return x + block.output_conv2d(ops.reshape(mixed, (-1, *x.shape[1:])))
