"""Latents to pictures: the decoder of Stable Diffusion 3's VAE, on KerasHub's layers and weights.

KerasHub's own forward pass, with two savings that change nothing but the rounding: a picture is
made twice as large and convolved in one go, with 16 products where there were 36; and a group
normalization sums up each channel by itself, which compilers do without rearranging it, and then
takes one factor and one summand for each channel.

It can be done in two parts, of which the second, where most of the memory goes, takes a tile of
the picture at a time.
"""

import math
from collections.abc import Callable
from itertools import islice
from typing import Any, TypeAlias

from keras import ops
from keras_hub.models import StableDiffusion3Backbone

Tensor = Any
Normalize: TypeAlias = Callable[[Any, Tensor], Tensor]

# Attention takes as many rows of a picture at once as need no more than so many weights, 1 GB in
# float32: all rows of 1024 × 1024 pixels.
WEIGHTS_AT_ONCE = 2**28


class Decoder:
    """The functions to be compiled.

    Args:
        backbone: The model.
    """

    def __init__(self, backbone: StableDiffusion3Backbone) -> None:
        self._rescaling = backbone.latent_rescaling
        self._layers = backbone.vae.decoder
        last_blocks = self._layers.stackwise_num_blocks[-1]
        #: Of `finish_tile`: how many normalizations it has, and how many groups of channels each of them.
        self.norms: tuple[int, int] = (2 * last_blocks + 1, self._layers.output_norm.groups)
        #: Of `finish_tile`: how many pixels away a pixel has an influence, other than by normalizations.
        self.reach: int = 2 * last_blocks + 2

    def decode(self, latents: Tensor) -> tuple[Tensor, Tensor]:
        """The pictures of latents, and for each whether all its numbers were finite.

        Args:
            latents: float32 (batch, height // 8, width // 8, 16).

        Returns:
            uint8 (batch, height, width, 3) and bool (batch,).
        """
        return _colours(self.images(latents))

    def images(self, latents: Tensor) -> Tensor:
        """The pictures as the model makes them, their colours from about -1 to 1.

        Args:
            latents: (batch, height // 8, width // 8, 16).

        Returns:
            (batch, height, width, 3), in the model's precision.
        """
        return self._finished(self.begin(latents), normalized)

    def begin(self, latents: Tensor) -> Tensor:
        """The first part of `decode`, up to where the pictures are made twice as large for the last time.

        Args:
            latents: As for `decode`.

        Returns:
            (batch, height // 2, width // 2, channels), in the model's precision.
        """
        layers = self._layers
        x = layers.input_projection(self._rescaling(latents))
        x = _resnet_block(layers.mid_block_0, x, normalized)
        x = _attention(layers.mid_attention, x)
        x = _resnet_block(layers.mid_block_1, x, normalized)
        blocks = iter(layers.blocks)
        for stack, count in enumerate(layers.stackwise_num_blocks[:-1]):
            if stack > 0:
                x = twice_as_large(layers.upsamples[2 * stack - 1], x)
            for block in islice(blocks, count):
                x = _resnet_block(block, x, normalized)
        return x

    def finish_tile(
        self, x: Tensor, top: Tensor, left: Tensor, owned: Tensor, known: Tensor
    ) -> tuple[Tensor, Tensor, Tensor]:
        """The second part of `decode`, for a tile of one picture.

        Its normalizations are given what is known of the whole picture, and return what they see of it.
        So the first one is known from what all tiles have seen in a first round, the second one from
        a second round, and so on, until the tile equals that part of the whole picture.

        Args:
            x: Result of `begin`, of one picture.
            top: Where the tile begins in `x`, int32 ().
            left: Likewise.
            owned: float32 (height, width), in pixels of the tile: 1 for those that it counts, else 0.
            known: float32 (norms, 2, groups), mean and variance for each normalization.

        Returns:
            uint8 (height, width, 3), whether all numbers that it counts were finite, bool (), and
            mean and variance of what each normalization was given, like `known`.
        """
        height, width = owned.shape
        # Not sliced: TensorFlow would compile it anew for each place.
        rows = ops.take(x, top + ops.arange(height // 2, dtype="int32"), axis=1)
        tile = ops.take(rows, left + ops.arange(width // 2, dtype="int32"), axis=2)
        share = ops.reshape(owned / ops.sum(owned), (1, height * width, 1))
        seen = []

        def normalize(layer: Any, x: Tensor) -> Tensor:
            mean, variance = known[len(seen), 0], known[len(seen), 1]
            seen.append(ops.stack([part[0, :, 0] for part in moments(layer, x, share)]))
            return scaled(layer, x, mean[None, :, None], variance[None, :, None])

        images = ops.where(owned[None, :, :, None] > 0, self._finished(tile, normalize), 0.0)
        pictures, finite = _colours(images)
        return pictures[0], finite[0], ops.stack(seen)

    def _finished(self, x: Tensor, normalize: Normalize) -> Tensor:
        layers = self._layers
        if layers.upsamples:
            x = twice_as_large(layers.upsamples[-1], x)
        for block in layers.blocks[len(layers.blocks) - layers.stackwise_num_blocks[-1] :]:
            x = _resnet_block(block, x, normalize)
        return layers.output_projection(ops.silu(normalize(layers.output_norm, x)))


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
    return scaled(layer, x, *moments(layer, x))


def moments(layer: Any, x: Tensor, share: Tensor | None = None) -> tuple[Tensor, Tensor]:
    """Mean and variance of each group of channels.

    Args:
        layer: As for `normalized`.
        x: As for `normalized`.
        share: How much each pixel counts, float32 (1, height * width, 1), 1 in all; None if all
            count alike.

    Returns:
        float32 (batch, groups, 1), twice.
    """
    _, height, width, channels = x.shape
    pixels = ops.reshape(ops.cast(x, "float32"), (-1, height * width, channels))
    groups = (-1, layer.groups, channels // layer.groups)

    def mean_of(values: Tensor) -> Tensor:
        if share is None:
            return ops.mean(values, axis=1, keepdims=True)
        return ops.sum(values * share, axis=1, keepdims=True)

    means = mean_of(pixels)
    # Not from the sum of squares, which leaves nothing of a variance that is small beside the mean.
    variances = ops.reshape(mean_of(ops.square(pixels - means)), groups)
    means = ops.reshape(means, groups)
    mean = ops.mean(means, axis=2, keepdims=True)
    return mean, ops.mean(variances + ops.square(means - mean), axis=2, keepdims=True)


def scaled(layer: Any, x: Tensor, mean: Tensor, variance: Tensor) -> Tensor:
    """What `normalized` makes of given `moments`."""
    _, height, width, channels = x.shape
    groups = (-1, layer.groups, channels // layer.groups)
    gamma, beta = (ops.reshape(ops.cast(part, "float32"), groups) for part in (layer.gamma, layer.beta))
    factor = gamma * ops.rsqrt(variance + layer.epsilon)
    summand = beta - mean * factor
    pixels = ops.reshape(ops.cast(x, "float32"), (-1, height * width, channels))
    y = pixels * ops.reshape(factor, (-1, 1, channels)) + ops.reshape(summand, (-1, 1, channels))
    return ops.cast(ops.reshape(y, (-1, height, width, channels)), x.dtype)


def _halves(kernel: Tensor, axis: int) -> tuple[Tensor, Tensor]:
    """What is left of three taps for the first and for the second of two equal pixels."""
    first, middle, last = ops.split(kernel, 3, axis=axis)
    return (
        ops.concatenate([first, middle + last], axis=axis),
        ops.concatenate([first + middle, last], axis=axis),
    )


def _resnet_block(block: Any, x: Tensor, normalize: Normalize) -> Tensor:
    y = block.conv1(ops.silu(normalize(block.norm1, x)))
    y = block.conv2(ops.silu(normalize(block.norm2, y)))
    return y + (block.residual_projection(x) if block.has_residual_projection else x)


def _attention(block: Any, x: Tensor) -> Tensor:
    _, height, width, filters = x.shape
    y = normalized(block.group_norm, x)
    query, key, value = (
        ops.reshape(layer(y), (-1, height * width, filters))
        for layer in (block.query_conv2d, block.key_conv2d, block.value_conv2d)
    )
    # Scaled before the product, which could overflow in float16.
    query = query * (1.0 / math.sqrt(filters))

    def attend(query: Tensor) -> Tensor:
        logits = ops.cast(ops.einsum("nqc,nkc->nqk", query, key), "float32")
        return ops.einsum("nqk,nkc->nqc", ops.cast(ops.softmax(logits), value.dtype), value)

    rows = rows_at_once(height, width)
    if rows == height:
        mixed = attend(query)
    else:
        parts = ops.reshape(query, (-1, height // rows, rows * width, filters))
        mixed = ops.transpose(ops.map(attend, ops.transpose(parts, (1, 0, 2, 3))), (1, 0, 2, 3))
    return x + block.output_conv2d(ops.reshape(mixed, (-1, height, width, filters)))


def rows_at_once(height: int, width: int) -> int:
    """How many rows of latents attend to all others at once: a divisor of `height`."""
    most = max(WEIGHTS_AT_ONCE // (height * width * width), 1)
    return max(rows for rows in range(1, height + 1) if height % rows == 0 and rows <= most)


def _colours(images: Tensor) -> tuple[Tensor, Tensor]:
    images = ops.cast(images, "float32")
    finite = ops.all(ops.isfinite(images), axis=(1, 2, 3))
    return ops.cast(ops.round(ops.clip((images + 1.0) / 2.0, 0.0, 1.0) * 255.0), "uint8"), finite
