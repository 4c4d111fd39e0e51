"""What is mixed at a place of the map: the pins around it, each by how near it is."""

from collections.abc import Sequence
from enum import Enum

import numpy as np

from sd3explorer.walk.paths import Place

# More pins at once make a picture of nothing.
NEAREST = 4
# Nearer than this, a place is the pin's own.
SAME = 1e-6


class Layout(Enum):
    """How a plane mixes its pins."""

    MAP = "map"
    SQUARE = "square"


def mix_at(place: Place, pins: Sequence[Place], layout: Layout) -> tuple[float, ...]:
    """How much of each pin a place shows.

    Args:
        place: On the map.
        pins: Where the pins are, one or more; of a square, the first four are its corners.
        layout: How they are mixed.
    """
    return corner_weights(place, len(pins)) if layout is Layout.SQUARE else weights_near(place, pins)


def weights_near(place: Place, pins: Sequence[Place], nearest: int = NEAREST) -> tuple[float, ...]:
    """Weights by inverse square distance over the nearest pins; a pin shows alone where it lies.

    What counts is how much nearer a pin is than the first one that doesn't count any more, so that weights
    change steadily where another pin comes among the nearest.

    Args:
        place: On the map.
        pins: Where the pins are, one or more.
        nearest: How many of them count.

    Returns:
        A weight for each pin; they sum up to 1.

    Reference:
        Franke and Nielson, "Smooth interpolation of large sets of scattered data" (1980), a modification of
        Shepard's method.
    """
    distances = np.linalg.norm(np.asarray(pins, np.float64) - np.asarray(place, np.float64), axis=1)
    closest = int(np.argmin(distances))
    if distances[closest] <= SAME:
        return tuple(float(number == closest) for number in range(len(pins)))
    weights = 1.0 / distances
    if len(pins) > nearest:
        radius = np.partition(distances, nearest)[nearest]
        weights = np.maximum(weights - 1.0 / radius, 0.0)
        if not weights.any():
            weights = (distances <= radius).astype(np.float64)
    weights = weights**2
    return tuple(float(weight) for weight in weights / weights.sum())


def corner_weights(place: Place, count: int = 4) -> tuple[float, ...]:
    """Bilinear weights of the corners of the map: top left, top right, bottom left, bottom right.

    Args:
        place: On the map.
        count: How many pins there are, of which only the first four count.
    """
    u, v = place
    corners = ((1 - u) * (1 - v), u * (1 - v), (1 - u) * v, u * v)
    return (*corners, *(0.0,) * (count - len(corners)))
