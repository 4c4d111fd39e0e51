"""The formulas that recipes stand for, on NumPy arrays."""

import math

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]

# Closer to parallel than this, the angle between two vectors is lost in float32's rounding.
PARALLEL = 0.9995


def slerp(start: Array, end: Array, t: float) -> Array:
    """Spherical linear interpolation of two arrays, each taken as one vector.

    Args:
        start: float32 array of any shape.
        end: float32 array of the same shape.
        t: Position between them, in [0, 1]; 0 and 1 give the ends exactly.

    Returns:
        float32 array of that shape. Linear interpolation where the two are almost parallel or
        opposite (|cos| > 0.9995) or one is zero, as there is no angle to divide then.

    Reference:
        Shoemake, "Animating rotation with quaternion curves" (SIGGRAPH 1985).
    """
    if t == 0.0:
        return start
    if t == 1.0:
        return end
    norms = np.linalg.norm(start) * np.linalg.norm(end)
    cosine = float(np.sum(start * (end / norms))) if norms > 0.0 else 1.0
    if not abs(cosine) <= PARALLEL:
        return _weighted(1.0 - t, start, t, end)
    theta = math.acos(cosine)
    sine = math.sin(theta)
    return _weighted(math.sin((1.0 - t) * theta) / sine, start, math.sin(t * theta) / sine, end)


def angles(vectors: Array) -> Array:
    """The angles between some vectors.

    Args:
        vectors: float32 (n, size); one that is zero is at a right angle to all others.

    Returns:
        float32 (n, n), in radians: symmetric, with zeros on the diagonal.
    """
    norms = np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), np.float32(1e-12))
    directions = vectors / norms
    between = np.arccos(np.clip(directions @ directions.T, -1.0, 1.0)).astype(np.float32)
    between = (between + between.T) / np.float32(2.0)
    np.fill_diagonal(between, 0.0)
    return between


def orbit(first: Array, second: Array, angle: float) -> Array:
    """The point at `angle` on the ellipse through two arrays: cos(angle) · first + sin(angle) · second.

    Two independent standard normal arrays give standard normal ones at every angle, as
    cos² + sin² = 1.

    Args:
        first: float32 array at angle 0.
        second: float32 array of the same shape, at a quarter turn.
        angle: Radians.

    Returns:
        float32 array of that shape.
    """
    return _weighted(math.cos(angle), first, math.sin(angle), second)


def gaussian(shape: tuple[int, ...], seed: int, stream: int = 0) -> Array:
    """Standard normal noise, the same on every machine, backend and in every batch.

    Args:
        shape: Shape of the array; for latents (height // 8, width // 8, 16).
        seed: First half of the generator's key, in [0, 2**64).
        stream: Second half, in [0, 2**64).

    Returns:
        float32 array of that shape.

    Reference:
        Salmon et al., "Parallel random numbers: as easy as 1, 2, 3" (SC 2011), for Philox.
    """
    key = np.array([seed, stream], dtype=np.uint64)
    return np.random.Generator(np.random.Philox(key=key)).standard_normal(shape, dtype=np.float32)


def slerp_per_channel(start: Array, end: Array, t: float) -> Array:
    """Spherical linear interpolation of latents that may be no plain noise, as those that pictures come from.

    Between two such latents mean and spread of a channel leave what the model knows. They are put back to
    where they would be on a straight way.

    Args:
        start: float32 (height, width, channels).
        end: Of the same shape.
        t: As for `slerp`.

    Returns:
        float32 array of that shape.

    Reference:
        Landolsi and Kahl, "Addressing degeneracies in latent interpolation for diffusion models"
        (arXiv 2505.07481).
    """
    mixed = slerp(start, end, t)
    mean, spread = ((1.0 - t) * of(start) + t * of(end) for of in (_means, _spreads))
    scale = np.divide(spread, _spreads(mixed), out=np.ones_like(spread), where=_spreads(mixed) > 0.0)
    return ((mixed - _means(mixed)) * scale + mean).astype(np.float32) if 0.0 < t < 1.0 else mixed


def _means(latents: Array) -> Array:
    return latents.mean(axis=(0, 1), dtype=np.float32)


def _spreads(latents: Array) -> Array:
    return latents.std(axis=(0, 1), dtype=np.float32)


def _weighted(a: float, first: Array, b: float, second: Array) -> Array:
    return (np.float32(a) * first + np.float32(b) * second).astype(np.float32, copy=False)
