"""From recipes to arrays: what the expressions for embeddings and noise stand for."""

from collections.abc import Callable, Iterator
from typing import TypeAlias

import numpy as np

from sd3explorer.diffusion.text import TextEmbedding
from sd3explorer.walk import maths
from sd3explorer.walk.maths import Array
from sd3explorer.walk.recipe import (
    Denoised,
    Drift,
    Embedding,
    Gaussian,
    Inverted,
    Noise,
    Ones,
    Orbit,
    Prompt,
    RandomDirection,
    Slerp,
)

# Streams of a random direction's seed, beside those that noises use.
CONTEXT_STREAM = 2**63
POOLED_STREAM = 2**63 + 1


# From a text to its embedding; behind it, where there are any, LoRAs that change the encoders for it alone,
# and where it counts for more or less than 1.
Encode: TypeAlias = Callable[..., TextEmbedding]
# From a picture to the noise that it comes from.
Invert: TypeAlias = Callable[[Inverted], Array]


def _no_pictures(inverted: Inverted) -> Array:
    raise ValueError(f"nobody says what noise {inverted} is")


def embedding(expression: Embedding, encode: Encode) -> TextEmbedding:
    """The text embedding that an expression stands for.

    Args:
        expression: The expression.
        encode: From a prompt to its embedding, see `Encode`.
    """
    match expression:
        case Prompt(text, None, None):
            return encode(text)
        case Prompt(text, adapters, None):
            return encode(text, adapters)
        case Prompt(text, adapters, emphasis):
            return encode(text, adapters or (), emphasis)
        case Slerp(start, end, t):
            first, last = embedding(start, encode), embedding(end, encode)
            return TextEmbedding(
                context=maths.slerp(first.context, last.context, t),
                pooled=maths.slerp(first.pooled, last.pooled, t),
                padding=first.padding,
            )
        case Drift(start, direction, distance):
            return _drifted(embedding(start, encode), direction, np.float32(distance))


def prompts(expression: Embedding) -> Iterator[str]:
    """The prompts whose embeddings an expression is made of."""
    match expression:
        case Prompt(text, _, emphasis):
            yield text
            if emphasis:
                # What words are emphasised against.
                yield ""
        case Slerp(start, end, _):
            yield from prompts(start)
            yield from prompts(end)
        case Drift(start, _, _):
            yield from prompts(start)


def noise(expression: Noise, shape: tuple[int, int, int], inverted: Invert = _no_pictures) -> Array:
    """The latents that an expression stands for.

    Args:
        expression: The expression.
        shape: Height and width in latents, and channels.
        inverted: From a picture to the noise that it comes from.

    Returns:
        float32 array of that shape, of variance 1 where it comes from no picture.
    """
    match expression:
        case Gaussian(seed, stream):
            return maths.gaussian(shape, seed, stream)
        case Inverted():
            return inverted(expression)
        case Slerp(start, end, t):
            ends = noise(start, shape, inverted), noise(end, shape, inverted)
            has_pictures = any(True for _ in inversions(expression))
            return (maths.slerp_per_channel if has_pictures else maths.slerp)(*ends, t)
        case Orbit(first, second, angle):
            return maths.orbit(noise(first, shape), noise(second, shape), angle)


def inversions(expression: object) -> Iterator[Inverted]:
    """The pictures whose noise an expression is made of."""
    match expression:
        case Inverted():
            yield expression
        case Slerp(start, end):
            yield from inversions(start)
            yield from inversions(end)
        case Denoised(noise):
            yield from inversions(noise)
        case _:
            pass


def _drifted(start: TextEmbedding, direction: Ones | RandomDirection, distance: np.float32) -> TextEmbedding:
    if isinstance(direction, Ones):
        return TextEmbedding(start.context + distance, start.pooled + distance, start.padding)
    context = maths.gaussian(start.context.shape, direction.seed, CONTEXT_STREAM)
    # The padding rows stand for no text: they stay equal to each other, which the denoiser uses.
    context[len(context) - start.padding :] = 0.0
    pooled = maths.gaussian(start.pooled.shape, direction.seed, POOLED_STREAM)
    return TextEmbedding(start.context + distance * context, start.pooled + distance * pooled, start.padding)
