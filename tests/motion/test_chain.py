"""Which of the spots that were rendered the frames take."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sd3explorer.motion.chain import Chain, along, between, evenest

progresses = st.lists(st.integers(0, 1000), min_size=2, max_size=60).map(sorted)


def gists(progresses):
    return [np.array([progress], np.float32) for progress in progresses]


def shares(frames):
    return np.linspace(0.0, 1.0, frames)


def chain(steps, ideal):
    return Chain((0,) * (len(steps) + 1), np.array(steps, float), np.array(ideal, float))


def test_pictures_are_as_far_from_the_next_as_they_differ():
    assert between(gists([0, 3, 4])).tolist() == [3.0, 1.0]


def test_along_them_lengths_add_up():
    assert along(np.array([3.0, 1.0])).tolist() == [0.0, 3.0, 4.0]


def test_frames_take_the_spots_that_are_equally_far_apart():
    assert evenest(gists([0, 1, 9, 10, 13, 20, 21, 30]), shares(4)).numbers == (0, 3, 5, 7)


def test_frames_take_the_spots_where_they_should_be():
    assert evenest(gists(range(11)), np.array([0.0, 0.1, 0.3, 0.6, 1.0])).numbers == (0, 1, 3, 6, 10)


def test_frames_that_are_held_take_one_spot():
    assert evenest(gists(range(5)), np.array([0.0, 0.0, 0.5, 0.5, 0.5, 1.0])).numbers == (0, 0, 2, 2, 2, 4)


def test_frames_are_held_where_they_should_be_though_another_spot_were_more_even():
    held = evenest(gists([0, 2, 5, 6, 8, 12]), np.array([0.0, 0.25, 0.5, 0.5, 0.5, 0.75, 1.0]))
    assert held.numbers[2:5] == (3, 3, 3)


def test_frames_go_through_a_bend_at_the_same_speed():
    corner = [np.array(place, np.float32) for place in ((0, 0), (1, 0), (2, 0), (2, 1), (2, 2))]
    assert evenest(corner, shares(5)).steps.tolist() == [1.0] * 4


def test_where_nothing_changes_frames_are_shared_out_to_all_spots():
    assert evenest(gists([7] * 9), shares(5)).numbers == (0, 2, 4, 6, 8)


@settings(max_examples=30, deadline=None)
@given(progresses, st.integers(3, 50))
def test_all_frames_are_there_in_order_from_the_first_spot_to_the_last(progresses, frames):
    found = evenest(gists(progresses), shares(frames))
    assert len(found.numbers) == frames
    assert list(found.numbers) == sorted(found.numbers)
    assert (found.numbers[0], found.numbers[-1]) == (0, len(progresses) - 1)


@settings(max_examples=30, deadline=None)
@given(progresses, st.integers(3, 50))
def test_steps_are_as_long_as_pictures_are_apart(progresses, frames):
    found = evenest(gists(progresses), shares(frames))
    taken = [progresses[number] for number in found.numbers]
    assert found.steps == pytest.approx(np.diff(taken))


def test_an_even_chain_has_no_excess():
    assert chain([2.0, 2.0, 2.0], [2.0, 2.0, 2.0]).excesses.tolist() == [1.0, 1.0, 1.0]


def test_a_step_that_is_twice_as_long_as_others_has_an_excess_of_2():
    assert chain([2.0, 4.0, 2.0], [2.0, 2.0, 2.0]).excesses.tolist() == [1.0, 2.0, 1.0]
    assert chain([2.0, 4.0, 2.0], [2.0, 2.0, 2.0]).worst == 2.0


def test_a_step_that_should_be_longer_has_no_excess():
    assert chain([2.0, 4.0, 2.0], [2.0, 4.0, 2.0]).worst == 1.0


def test_a_step_while_a_keyframe_is_held_stands_out():
    held = chain([2.0, 1.0, 2.0, 2.0, 2.0], [2.0, 0.0, 2.0, 2.0, 2.0])
    assert held.worst > 1.0 and held.excesses.argmax() == 1


def test_where_nothing_changes_nothing_stands_out():
    assert chain([0.0, 0.0], [0.0, 0.0]).worst == 1.0


def test_steps_are_long_beside_the_median_one_whatever_one_alone_should_be():
    chain = Chain((0, 1, 2, 3), np.array([1.0, 1.2, 0.9]), np.array([1.0, 1.0, 0.75]))
    assert chain.excesses == pytest.approx([1.0, 1.2, 1.2])
