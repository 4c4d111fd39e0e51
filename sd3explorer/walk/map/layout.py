"""Where pins lie on the map: near to each other where their embeddings are."""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from sd3explorer.walk.paths import Place

Points = NDArray[np.float64]

# The map is a square of side 1; pins keep this far away from its edge, and from each other where they can.
MARGIN = 0.1
LEAST_DISTANCE = 0.07

# Starts and steps of the search for the place of one pin among others.
STARTS, STEPS = 12, 60
ROUNDS = 20
# Further away from another pin than this, none can be on the map.
FARTHEST = 2.0

CORNERS: tuple[Place, ...] = ((0.0, 0.0), (1.0, 0.0), (0.0, 1.0), (1.0, 1.0))
CENTRE: Place = (0.5, 0.5)


def circle(count: int) -> list[Place]:
    """Places on a circle, from the top clockwise: for pins of which nothing is known yet."""
    radius = 0.5 - MARGIN
    angles = (2.0 * math.pi * number / count for number in range(count))
    if count == 1:
        return [CENTRE]
    return [(0.5 + radius * math.sin(angle), 0.5 - radius * math.cos(angle)) for angle in angles]


def classical_scaling(distances: Points) -> Points:
    """Points on a plane, as far from each other as they can be to what they should be.

    Args:
        distances: float64 (n, n), symmetric, with zeros on the diagonal.

    Returns:
        float64 (n, 2), centred at 0. Signs are such that equal distances give equal points everywhere.

    Reference:
        Torgerson, "Multidimensional scaling: I. Theory and method" (Psychometrika 1952).
    """
    count = len(distances)
    centring = np.eye(count) - 1.0 / count
    values, vectors = np.linalg.eigh(-0.5 * centring @ distances**2 @ centring)
    largest = np.argsort(values, kind="stable")[::-1][:2]
    points = vectors[:, largest] * np.sqrt(np.maximum(values[largest], 0.0))
    points = np.pad(points, ((0, 0), (0, 2 - points.shape[1])))
    for axis in range(2):
        extreme = points[np.argmax(np.abs(points[:, axis])), axis]
        points[:, axis] *= -1.0 if extreme < 0.0 else 1.0
    return points


def aligned(points: Points, others: Points, by: Sequence[int]) -> Points:
    """The points turned, mirrored, scaled and moved, all alike, to bring some as near to others as can be.

    Args:
        points: float64 (n, 2).
        others: float64 (n, 2), with which they are compared one by one.
        by: Which of them are compared.

    Reference:
        Schönemann, "A generalized solution of the orthogonal Procrustes problem" (Psychometrika 1966).
    """
    chosen, target = points[by], others[by]
    centre, other_centre = chosen.mean(axis=0), target.mean(axis=0)
    chosen, target = chosen - centre, target - other_centre
    left, sizes, right = np.linalg.svd(chosen.T @ target)
    spread = float(np.sum(chosen**2))
    scale = float(np.sum(sizes)) / spread if spread > 0.0 else 1.0
    return scale * (points - centre) @ (left @ right) + other_centre


def arranged(distances: Points, places: Sequence[Place | None]) -> list[Place]:
    """The places of all pins: those that have one stay there, the others are put where they belong.

    So nothing moves when a pin is added. Where fewer than two have a place, all others are arranged at once;
    a third pin and those after it are placed one by one, by the stress that they have with what is there.

    Args:
        distances: float64 (n, n): how far the embeddings are apart.
        places: For each pin, where it is to stay; None where it is new.
    """
    known = [number for number, place in enumerate(places) if place is not None]
    found = list(places)
    if len(known) < 2:
        found = _arranged_at_once(distances, found)
        known = list(range(len(found)))
    unit = _unit(distances, found, known)
    for number, place in enumerate(found):
        if place is None:
            others = np.array([found[each] for each in known])
            wanted = np.minimum(unit * distances[number, known], FARTHEST)
            found[number] = _placed_among(others, wanted)
            known.append(number)
    return [place or CENTRE for place in found]


def rearranged(distances: Points, places: Sequence[Place], held: Sequence[bool]) -> list[Place]:
    """All pins arranged anew, but for those that are held, and turned such that they move little.

    Args:
        distances: float64 (n, n): how far the embeddings are apart.
        places: Where the pins are now.
        held: For each pin, whether it stays there.
    """
    if len(places) < 2:
        return list(places)
    now = np.array(places)
    chosen = [number for number, is_held in enumerate(held) if is_held]
    points = classical_scaling(distances)
    if len(chosen) > 1:
        points = aligned(points, now, chosen)
    else:
        # One that is held says where, but neither how large nor which way round.
        points = _fitted(aligned(points, now, range(len(places))))
    points = np.clip(points, MARGIN, 1.0 - MARGIN)
    points[chosen] = now[chosen]
    return _apart(points, [not is_held for is_held in held])


def _arranged_at_once(distances: Points, places: list[Place | None]) -> list[Place | None]:
    points = _fitted(classical_scaling(distances))
    for number, place in enumerate(places):
        if place is not None:
            # The only one that has a place: the others come to it.
            points = np.clip(points + (np.array(place) - points[number]), MARGIN, 1.0 - MARGIN)
            points[number] = place
    free = [place is None for place in places]
    return list(_apart(points, free))


def _fitted(points: Points) -> Points:
    """The points in the middle of the map, as large as there is room for."""
    low, high = points.min(axis=0), points.max(axis=0)
    largest = float(np.max(high - low))
    scale = (1.0 - 2.0 * MARGIN) / largest if largest > 0.0 else 1.0
    return (points - 0.5 * (low + high)) * scale + 0.5


def _unit(distances: Points, places: Sequence[Place | None], known: Sequence[int]) -> float:
    """How far on the map embeddings are from each other that are 1 apart: a fit to those that are there."""
    points = np.array([places[number] for number in known])
    between = np.linalg.norm(points[:, None] - points[None], axis=-1)
    wanted = distances[np.ix_(known, known)]
    weight = float(np.sum(wanted**2))
    return float(np.sum(between * wanted)) / weight if weight > 0.0 else 1.0


def _placed_among(others: Points, wanted: NDArray[np.float64]) -> Place:
    """Where a point has the least stress with others.

    Args:
        others: float64 (n, 2).
        wanted: float64 (n,): how far from each it should be.

    Reference:
        de Leeuw, "Applications of convex analysis to multidimensional scaling" (1977), for the steps.
    """
    ring = np.array(circle(STARTS))
    points = np.concatenate([ring, others[:STARTS] + 0.01])
    for _ in range(STEPS):
        away = points[:, None] - others[None]
        lengths = np.maximum(np.linalg.norm(away, axis=-1, keepdims=True), 1e-9)
        points = np.mean(others[None] + away / lengths * wanted[None, :, None], axis=1)
    points = np.clip(points, MARGIN, 1.0 - MARGIN)
    lengths = np.linalg.norm(points[:, None] - others[None], axis=-1)
    best = points[int(np.argmin(np.sum((lengths - wanted) ** 2, axis=1)))]
    return _apart(np.concatenate([others, best[None]]), [False] * len(others) + [True])[-1]


def _apart(points: Points, free: Sequence[bool]) -> list[Place]:
    """The points with those that may move no nearer to others than can be told apart, where there is room."""
    points = points.copy()
    count = len(points)
    for _ in range(ROUNDS):
        moved = False
        for number in (each for each in range(count) if free[each]):
            for other in (each for each in range(count) if each != number):
                away = points[number] - points[other]
                length = float(np.linalg.norm(away))
                if length < LEAST_DISTANCE - 1e-9:
                    angle = 2.399963 * number
                    out = away / length if length > 1e-6 else np.array([math.cos(angle), math.sin(angle)])
                    points[number] = np.clip(points[other] + out * LEAST_DISTANCE, MARGIN / 2, 1 - MARGIN / 2)
                    moved = True
        if not moved:
            break
    return [(float(x), float(y)) for x, y in points]
