"""Routes over the map, and the blends that they become."""

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sd3explorer.walk.map.mixing import Layout, corner_weights, mix_at
from sd3explorer.walk.map.route import MOST_KEYFRAMES, TOLERANCE, blend_along, length, place_on
from sd3explorer.walk.paths import Pin

PINS = tuple(Pin(name) for name in "abcdef")
PLACES = [(0.1, 0.1), (0.9, 0.2), (0.5, 0.9), (0.3, 0.6), (0.8, 0.8), (0.5, 0.4)]
PLACE = st.tuples(st.floats(0, 1), st.floats(0, 1))
ROUTE = st.lists(PLACE, min_size=2, max_size=6).filter(
    lambda route: all(math.dist(*pair) > 0.01 for pair in pairwise(route))
)


@given(ROUTE)
def test_frames_show_what_lies_along_the_route(route):
    blend, frames = blend_along(route, PINS, PLACES, Layout.MAP), 40
    for index in range(frames):
        place = place_on(blend, index, frames)
        shown, there = blend.weights_at(index, frames), mix_at(place, PLACES, Layout.MAP)
        # Near a pin weights change fast: the place along the way is itself only so exact.
        assert shown == pytest.approx(there, abs=6 * TOLERANCE)


@given(ROUTE)
def test_it_goes_at_one_pace(route):
    blend, frames = blend_along(route, PINS, PLACES, Layout.MAP), 30
    places = [place_on(blend, index, frames) for index in range(frames)]
    step = length(route) / (frames - 1)
    # Where the route turns between two frames they are nearer to each other.
    assert max(math.dist(*pair) for pair in pairwise(places)) <= 1.3 * step + 2 * TOLERANCE
    assert places[0] == pytest.approx(route[0], abs=1e-4)
    assert places[-1] == pytest.approx(route[-1], abs=1e-4)


def test_a_pin_on_the_route_is_a_keyframe_that_shows_it_alone():
    blend = blend_along([(0.0, 0.0), PLACES[0], (0.2, 0.2)], PINS, PLACES, Layout.MAP)
    assert (1.0, 0.0, 0.0, 0.0, 0.0, 0.0) in [each.weights for each in blend.keyframes]


def test_along_a_side_of_the_square_two_keyframes_are_enough():
    blend = blend_along([(0.0, 0.0), (1.0, 0.0)], PINS[:4], PLACES[:4], Layout.SQUARE)
    assert [each.weights for each in blend.keyframes] == [corner_weights((0, 0)), corner_weights((1, 0))]


def test_a_closed_route_leads_back_to_its_start():
    route = [(0.2, 0.2), (0.8, 0.2), (0.5, 0.8)]
    blend = blend_along(route, PINS, PLACES, Layout.MAP, closed=True)
    assert blend.closed
    assert sum(each.span for each in blend.keyframes) == pytest.approx(length([*route, route[0]]), abs=1e-3)
    assert place_on(blend, 0, 8) == pytest.approx(route[0])


def test_pins_keep_their_places():
    blend = blend_along([(0.0, 0.0), (1.0, 1.0)], PINS, PLACES, Layout.MAP)
    assert [pin.place for pin in blend.pins] == PLACES


def test_a_scribble_of_many_turns_has_a_bounded_number_of_keyframes():
    route = [((n * 0.37) % 1.0, (n * 0.61) % 1.0) for n in range(3000)]
    blend = blend_along(route, PINS, PLACES, Layout.MAP)
    assert len(blend.keyframes) == MOST_KEYFRAMES
