"""Where frames should be, by what was seen of a walk."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sd3explorer.motion.aiming import LONGEST, NEAR, aims
from sd3explorer.motion.seen import Seen


def seen(*places):
    """What was seen of a walk whose picture changes as much as its places."""
    line = Seen()
    line.add({Fraction(place): np.array([place], np.float32) for place in places})
    return line


def even(frames):
    return np.linspace(0.0, 1.0, frames)


def test_between_two_ends_frames_are_at_equal_distances():
    assert aims(seen(0, 8), even(5)) == [2, 4, 6]


def test_where_a_frame_takes_a_spot_no_other_is_wanted():
    assert aims(seen(0, 2, 8), even(5)) == pytest.approx([4, 6], abs=0.1)


def test_beside_a_spot_that_a_frame_takes_steps_are_shared_out():
    beside = Fraction(33, 8)
    first, second, *_, last = aims(seen(0, beside, 10), even(11))
    assert float(first) == pytest.approx(float(beside) / 4, abs=0.1)
    assert float(second - first) == pytest.approx(float(beside) / 4, abs=0.1)
    assert float(10 - last) == pytest.approx(float(10 - beside) / 6, abs=0.1)


def test_a_spot_that_would_make_steps_uneven_is_taken_by_no_frame():
    assert aims(seen(0, Fraction(1, 2), 8), even(5)) == pytest.approx([2, 4, 6], abs=0.1)


def test_frames_that_are_held_want_no_spots_of_their_own():
    assert aims(seen(0, 4, 8), np.array([0.0, 0.0, 0.0, 0.25, 0.5, 0.5, 0.5, 0.75, 1.0])) == [2, 6]


def test_where_all_pictures_are_alike_nothing_is_wanted():
    same = Seen()
    same.add({Fraction(place): np.zeros(1, np.float32) for place in range(3)})
    assert aims(same, even(20)) == []


@settings(max_examples=100, deadline=None)
@given(st.sets(st.integers(1, 999), max_size=60), st.integers(3, 60))
def test_with_the_spots_that_are_wanted_no_step_is_far_longer_than_it_should_be(places, frames):
    line = seen(*places, *range(0, 1001, 100))
    wanted = aims(line, even(frames))
    assert len(set(wanted)) == len(wanted) <= frames - 2
    assert all(0 < spot < 1000 for spot in wanted)
    spots = sorted([*line.spots, *wanted])
    step = 1000 / (frames - 1)
    assert max(np.diff(spots)) <= step * (LONGEST + 2 * NEAR)
