"""At which denoising step a bridge begins."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sd3explorer.motion.bridging import EARLIEST, Trial
from sd3explorer.walk.spots import Bridge, OnBridge

BEFORE, AFTER = Fraction(3, 4), Fraction(7, 8)
ENDS = np.zeros(1, np.float32), np.full(1, 16, np.float32)


def tried(num_steps, good_step, usual=1.0):
    """The trial of a bridge that has no cut from a step on, and all that was looked at."""
    trial = Trial(BEFORE, AFTER, ENDS, num_steps, usual)
    looks = []
    while trial.bridge is None:
        looks.append(trial.wanted)
        trial.take({trial.wanted: picture(trial.wanted, good_step)})
    return trial, looks


def picture(spot, good_step):
    return ENDS[1] * np.float32(spot.mix if spot.bridge.step >= good_step else round(spot.mix))


@given(st.integers(3, 60), st.data())
def test_a_bridge_begins_with_the_first_step_that_has_no_cut(num_steps, data):
    earliest = max(int(EARLIEST * num_steps), 1)
    good_step = data.draw(st.integers(earliest, num_steps - 1))
    trial, _ = tried(num_steps, good_step)
    assert trial.bridge == Bridge(BEFORE, AFTER, good_step)


@given(st.integers(2, 1000), st.integers(1, 1000))
def test_a_bridge_begins_within_the_steps_of_a_frame(num_steps, good_step):
    trial, _ = tried(num_steps, good_step)
    assert 0 < trial.bridge.step < num_steps


def test_a_bridge_begins_no_earlier_than_half_way():
    trial, _ = tried(28, good_step=1)
    assert trial.bridge.step == 14


def test_of_two_steps_there_is_no_choice():
    trial, looks = tried(2, good_step=1)
    assert trial.bridge.step == 1 and not looks


@given(st.integers(3, 60), st.integers(1, 60))
def test_no_spot_is_looked_at_twice(num_steps, good_step):
    _, looks = tried(num_steps, good_step)
    assert len(set(looks)) == len(looks)


def test_a_step_with_a_cut_is_given_up_at_the_first_look():
    _, looks = tried(28, good_step=26)
    assert [spot.mix for spot in looks if spot.bridge.step < 26] == [Fraction(1, 2)] * 3


def test_what_is_no_longer_than_an_even_step_is_no_cut():
    trial, looks = tried(28, good_step=20, usual=16.0)
    assert trial.bridge.step == 14
    assert {spot.mix for spot in looks} == {Fraction(1, 2)}


@pytest.mark.parametrize("good_step", [14, 20, 27])
def test_what_was_seen_of_the_bridge_is_kept(good_step):
    trial, looks = tried(28, good_step)
    on_it = [spot for spot in looks if spot.bridge.step == trial.bridge.step]
    assert list(trial.seen_on_bridge()) == on_it
    assert all(
        isinstance(spot, OnBridge) and gist == picture(spot, good_step)
        for spot, gist in trial.seen_on_bridge().items()
    )
