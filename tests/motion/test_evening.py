"""Spots that even long steps out."""

from fractions import Fraction

import numpy as np

from sd3explorer.motion.chain import Chain
from sd3explorer.motion.evening import evening
from sd3explorer.motion.seen import NEAREST, Seen


def seen_at(places):
    """What was seen of a picture that lies on a line."""
    seen = Seen()
    seen.add({spot: np.array([place], np.float32) for spot, place in places.items()})
    return seen


def chain(numbers, *steps):
    return Chain(numbers, np.array(steps), np.ones(len(steps)))


EIGHTHS = [Fraction(number, 8) for number in range(9)]
# Two spots as near to each other as can be, where the frame between a short step and a long one should be.
CLUSTER = {
    EIGHTHS[0]: 0.0,
    EIGHTHS[1]: 0.8,
    EIGHTHS[2]: 1.495,
    EIGHTHS[2] + NEAREST: 1.505,
    **{spot: 3.8 + number for number, spot in enumerate(EIGHTHS[3:])},
}


def test_of_even_steps_nothing_is_wanted():
    seen = seen_at({spot: float(number) for number, spot in enumerate(EIGHTHS)})
    assert evening(seen, chain(tuple(range(9)), *[1.0] * 8), 8) == []


def test_a_long_step_is_evened_out_with_its_shorter_neighbour():
    places = {spot: place for spot, place in CLUSTER.items() if spot.denominator <= 8}
    (spot,) = evening(seen_at(places), chain((0, 1, 3, 4, 5, 6, 7, 8), 0.8, 1.5, *[1.0] * 5), 8)
    assert EIGHTHS[1] < spot < EIGHTHS[3]


def test_where_no_spot_can_be_where_one_should_the_longest_part_of_the_step_is_halved():
    (spot,) = evening(seen_at(CLUSTER), chain((0, 1, 4, 5, 6, 7, 8, 9), 0.8, 1.5, *[1.0] * 5), 8)
    assert spot == (EIGHTHS[2] + NEAREST + EIGHTHS[3]) / 2


def test_a_long_step_that_has_no_parts_is_left():
    assert (
        evening(seen_at({Fraction(0): 0.0, NEAREST: 9.0, Fraction(1): 10.0}), chain((0, 1, 2), 9.0, 1.0), 8)
        == []
    )
