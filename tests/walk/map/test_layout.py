"""Where pins lie on the map."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sd3explorer.walk.map.layout import (
    LEAST_DISTANCE,
    aligned,
    arranged,
    circle,
    classical_scaling,
    rearranged,
)

POINTS = st.lists(st.tuples(st.floats(-1, 1), st.floats(-1, 1)), min_size=1, max_size=8)


def between(points):
    points = np.array(points, dtype=np.float64)
    return np.linalg.norm(points[:, None] - points[None], axis=-1)


@given(POINTS)
def test_distances_of_a_plane_come_back(points):
    found = classical_scaling(between(points))
    assert found.shape == (len(points), 2)
    assert between(found) == pytest.approx(between(points), abs=1e-6)


def test_points_that_are_turned_and_mirrored_are_aligned_again():
    points = np.array([[0.0, 0.0], [1.0, 0.0], [0.3, 0.8]])
    other = 0.5 * points[:, ::-1] @ np.array([[0.0, 1.0], [-1.0, 0.0]]) + 3.0
    assert aligned(other, points, range(3)) == pytest.approx(points)


@given(POINTS)
def test_all_places_are_on_the_map_and_can_be_told_apart(points):
    places = arranged(between(points), [None] * len(points))
    assert all(0.0 <= x <= 1.0 and 0.0 <= y <= 1.0 for x, y in places)
    apart = between(places) + np.eye(len(places))
    assert apart.min() > 0.5 * LEAST_DISTANCE


@given(POINTS.filter(lambda points: len(points) > 2), st.data())
def test_what_has_a_place_stays_there_when_a_pin_is_added(points, data):
    new = data.draw(st.integers(0, len(points) - 1))
    before = arranged(between(points), [None] * len(points))
    known = [None if number == new else place for number, place in enumerate(before)]
    after = arranged(between(points), known)
    assert [place for number, place in enumerate(after) if number != new] == [
        place for place in known if place is not None
    ]


def test_a_new_pin_lies_where_its_distances_say():
    points = [(0.2, 0.2), (0.8, 0.2), (0.2, 0.8), (0.6, 0.5)]
    [*_, found] = arranged(between(points), [*points[:3], None])
    assert found == pytest.approx(points[3], abs=0.01)


def test_equal_embeddings_lie_beside_each_other():
    first, second = arranged(np.zeros((2, 2)), [None, None])
    assert math.dist(first, second) + 1e-6 >= LEAST_DISTANCE


def test_the_second_pin_comes_to_the_first_one():
    first, second = arranged(between([(0, 0), (1, 0)]), [(0.3, 0.4), None])
    assert first == (0.3, 0.4)
    assert second != first


def test_arranged_anew_what_is_held_stays_and_the_rest_moves_to_it():
    points = [(0.2, 0.2), (0.8, 0.2), (0.3, 0.7), (0.6, 0.6)]
    shuffled = [*points[:3], (0.1, 0.9)]
    found = rearranged(between(points), shuffled, [True, True, True, False])
    assert found[:3] == shuffled[:3]
    assert between(found) == pytest.approx(between(points), abs=1e-6)


def test_arranged_anew_without_a_pin_that_is_held_all_fill_the_map():
    points = [(0.4, 0.4), (0.5, 0.4), (0.45, 0.5)]
    found = np.array(rearranged(between(points), points, [False] * 3))
    assert np.ptp(found, axis=0).max() == pytest.approx(0.8)


@pytest.mark.parametrize("count", [0, 1, 2, 7])
def test_pins_of_which_nothing_is_known_lie_on_a_circle(count):
    places = circle(count)
    assert len(set(places)) == count
