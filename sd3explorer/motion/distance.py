"""How far two pictures are apart, for the eye that watches one become the other."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image

# Sides of the small pictures that are compared, in pixels.
SIDES = (32, 16, 8)
# One of them says the same within a few per cent, in a tenth of the memory: for 100,000 frames.
COARSE_SIDES = (16,)

# The small pictures of a frame, one after the other: colours in [0, 255], weighted so that the distance of
# two frames is the length of the difference of their gists.
Gist = NDArray[np.float32]


def gist(image: NDArray[np.uint8], sides: Sequence[int] = SIDES) -> Gist:
    """What a picture shows, in so few numbers that those of all frames can be kept.

    Args:
        image: uint8 (height, width, 3).
        sides: Of the small pictures.

    Returns:
        float32 array of one axis, the same length for pictures of all sizes.
    """
    channels = [Image.fromarray(image[..., channel].astype(np.float32)) for channel in range(image.shape[-1])]
    scales = [_shrunk(channels, side) for side in sides]
    # The mean square of each scale counts alike.
    return np.concatenate([each.ravel() / np.float32(np.sqrt(each.size * len(scales))) for each in scales])


def distance(first: Gist, second: Gist) -> float:
    """Root mean square of the differences of colours, over a few scales: 0 to 255.

    Large scales see motion, which moves edges by less than their pixels, in proportion to its length; fine
    ones see what appears.
    """
    return float(np.linalg.norm(first - second))


def _shrunk(channels: Sequence[Image.Image], side: int) -> NDArray[np.float32]:
    # In float32: rounded to 8 bits, the small steps of a long walk would be lost.
    box = Image.Resampling.BOX
    return np.stack([np.asarray(each.resize((side, side), box), np.float32) for each in channels])
