"""How many floating-point operations a frame takes: those of matrix products and convolutions.

Counted for the model as KerasHub computes it, whichever way renders it, so that operations per second
of different ways can be compared. A multiplication and an addition are two operations.
"""

from sd3explorer.bench.shapes import Shape
from sd3explorer.presets.preset import PIXELS_PER_LATENT

# Both fixed in KerasHub.
_MLP_RATIO = 4
_TIMESTEP_DIM = 256


def frame_flops(
    shape: Shape, image_size: tuple[int, int], context_rows: int, num_steps: int, guided: bool
) -> int:
    """Operations of one frame: all its denoising steps, and decoding.

    Args:
        shape: The model.
        image_size: Height and width in pixels.
        context_rows: Rows of a text's context, padding included.
        num_steps: Denoising steps.
        guided: Whether each step is computed twice, with the text and the negative text.
    """
    evaluations = num_steps * (2 if guided else 1)
    return evaluations * transformer_flops(shape, image_size, context_rows) + decoder_flops(shape, image_size)


def transformer_flops(shape: Shape, image_size: tuple[int, int], context_rows: int) -> int:
    """Operations of one evaluation of the transformer (MMDiT), for one picture.

    Args:
        shape: The model.
        image_size: Height and width in pixels.
        context_rows: Rows of a text's context, padding included.
    """
    height, width = _latent_size(image_size)
    tokens = (height // shape.patch_size) * (width // shape.patch_size)
    dim, patch = shape.hidden_dim, shape.patch_size**2 * shape.latent_channels
    ends = (
        _product(tokens, patch, dim)
        + _product(context_rows, shape.context_dim, dim)
        + _product(1, shape.pooled_dim, dim)
        + _product(1, _TIMESTEP_DIM, dim)
        + 2 * _product(1, dim, dim)
        + _product(1, dim, 2 * dim)
        + _product(tokens, dim, patch)
    )
    return ends + sum(_block(shape, index, tokens, context_rows) for index in range(shape.num_layers))


def decoder_flops(shape: Shape, image_size: tuple[int, int]) -> int:
    """Operations of the VAE's decoder, for one picture.

    Args:
        shape: The model.
        image_size: Height and width in pixels.
    """
    height, width = _latent_size(image_size)
    pixels, channels = height * width, shape.decoder_filters[0]
    total = _convolution(pixels, shape.latent_channels, channels)
    total += 2 * _residual(pixels, channels, channels)
    total += 4 * _product(pixels, channels, channels) + 2 * _product(pixels, channels, pixels)
    for stage, (filters, blocks) in enumerate(zip(shape.decoder_filters, shape.decoder_blocks, strict=True)):
        if stage:
            pixels *= 4
            total += _convolution(pixels, channels, channels)
        for _ in range(blocks):
            total += _residual(pixels, channels, filters)
            channels = filters
    return total + _convolution(pixels, channels, 3)


def _block(shape: Shape, index: int, tokens: int, rows: int) -> int:
    dim = shape.hidden_dim
    joint = tokens + rows
    total = 2 * _product(joint, dim, joint)
    total += _stream(tokens, dim) + _product(1, dim, 6 * dim)
    if index in shape.dual_attention:
        total += _product(1, dim, 3 * dim)
        total += _product(tokens, dim, 4 * dim) + 2 * _product(tokens, dim, tokens)
    if index < shape.num_layers - 1:
        return total + _stream(rows, dim) + _product(1, dim, 6 * dim)
    # Of the last block's context only keys, values and queries are needed.
    return total + _product(rows, dim, 3 * dim) + _product(1, dim, 2 * dim)


def _stream(rows: int, dim: int) -> int:
    """Queries, keys, values, what comes out of attention, and the two layers after it."""
    return _product(rows, dim, (3 + 1 + 2 * _MLP_RATIO) * dim)


def _residual(pixels: int, channels: int, filters: int) -> int:
    shortcut = _product(pixels, channels, filters) if channels != filters else 0
    return _convolution(pixels, channels, filters) + _convolution(pixels, filters, filters) + shortcut


def _convolution(pixels: int, channels: int, filters: int) -> int:
    return _product(pixels, 3 * 3 * channels, filters)


def _product(rows: int, inner: int, columns: int) -> int:
    return 2 * rows * inner * columns


def _latent_size(image_size: tuple[int, int]) -> tuple[int, int]:
    return image_size[0] // PIXELS_PER_LATENT, image_size[1] // PIXELS_PER_LATENT
