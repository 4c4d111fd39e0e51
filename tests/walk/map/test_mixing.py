"""What is mixed at a place."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sd3explorer.walk.map.mixing import NEAREST, Layout, corner_weights, mix_at, weights_near

PLACE = st.tuples(st.floats(0, 1), st.floats(0, 1))
PINS = [(0.1, 0.1), (0.9, 0.2), (0.5, 0.9), (0.3, 0.6), (0.8, 0.8), (0.5, 0.4)]


@given(PLACE, st.lists(PLACE, min_size=1, max_size=8), st.sampled_from(Layout))
def test_weights_sum_up_to_1_and_none_is_negative(place, pins, layout):
    pins = pins if layout is Layout.MAP else [*pins, *PINS][:8]
    weights = mix_at(place, pins, layout)
    assert len(weights) == len(pins)
    assert sum(weights) == pytest.approx(1.0)
    assert min(weights) >= 0.0


@pytest.mark.parametrize("number", range(len(PINS)))
def test_where_a_pin_lies_it_shows_alone(number):
    assert weights_near(PINS[number], PINS) == tuple(float(n == number) for n in range(len(PINS)))


@given(PLACE)
def test_only_the_nearest_ones_count(place):
    assert sum(weight > 0.0 for weight in weights_near(place, PINS)) <= NEAREST


@given(PLACE, st.floats(0, 2 * math.pi))
def test_weights_change_steadily(place, angle):
    step = 1e-7
    near = place[0] + step * math.cos(angle), place[1] + step * math.sin(angle)
    # A step is 1/10,000,000 of the map; close to a pin weights change fastest.
    assert weights_near(near, PINS) == pytest.approx(weights_near(place, PINS), abs=1e-2)


@pytest.mark.parametrize(("place", "number"), [((0, 0), 0), ((1, 0), 1), ((0, 1), 2), ((1, 1), 3)])
def test_a_corner_of_the_square_shows_its_pin_alone(place, number):
    assert corner_weights(place, 5) == tuple(float(n == number) for n in range(5))


def test_the_middle_of_the_square_shows_all_four_alike():
    assert corner_weights((0.5, 0.5)) == (0.25,) * 4
