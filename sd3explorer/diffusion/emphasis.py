"""Emphasis of words, in the embedding of their prompt."""

from collections.abc import Callable, Sequence

import numpy as np

from sd3explorer.walk.emphasis import Stretch
from sd3explorer.walk.maths import Array


def row_weights(
    prompt: str, emphasis: Sequence[Stretch], count: Callable[[str], int], first: int, rows: int
) -> Array:
    """How much each row of an encoder counts.

    A token belongs to the stretch that it begins in, so half of a word can't be emphasised.

    Args:
        prompt: The prompt.
        emphasis: Where it counts for more or less than 1.
        count: How many tokens a text has, those of start and end not counted.
        first: The row of the first one.
        rows: Number of rows.

    Returns:
        float32 (rows,), 1 but for emphasised tokens.
    """
    weights = np.ones(rows, np.float32)
    for start, end, weight in emphasis:
        weights[first + count(prompt[:start].rstrip()) : first + count(prompt[:end].rstrip())] = weight
    return weights


def emphasised(context: Array, empty: Array, weights: Array) -> Array:
    """The rows of an embedding, some of which count for more or less.

    What a token says is how far its row lies from that of a prompt without words. So a weight of 0 says
    nothing, and 1 changes nothing. ComfyUI does the same; AUTOMATIC1111 scales whole rows instead, and then
    all of them back to their mean.

    Args:
        context: float32 (rows, width), of a prompt.
        empty: The same of the empty prompt, by the same encoders.
        weights: float32 (rows,).

    Returns:
        float32 (rows, width).
    """
    changed = weights != 1.0
    difference = context[changed] - empty[changed]
    result = context.copy()
    result[changed] = empty[changed] + difference * weights[changed, None]
    return result
