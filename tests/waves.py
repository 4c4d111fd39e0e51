"""A picture that is no drawing, so the starter model knows nothing like it."""

import numpy as np


def waves(phase: float, side: int = 128):
    """uint8 (side, side, 3): waves of three colours."""
    y, x = np.mgrid[:side, :side]
    shades = np.stack([np.sin(x / 7 + phase), np.cos(y / 5), np.sin((x + y) / 11)], axis=-1)
    return (127.5 + 100 * shades).astype(np.uint8)
