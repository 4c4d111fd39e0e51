"""When frames show, and where on the path they lie."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sd3explorer.walk.timing import Ending, Timing, position

FRAMES = st.integers(1, 100_000)


@st.composite
def frames_with_index(draw):
    frames = draw(FRAMES)
    return draw(st.integers(0, frames - 1)), frames


def order(frames, ending):
    return Timing(frames=frames, frame_rate=10.0, ending=ending).playback_order()


def test_an_open_path_starts_at_0():
    assert position(0, 64, closed=False) == 0


def test_an_open_path_ends_at_1():
    assert position(63, 64, closed=False) == 1


def test_a_closed_path_starts_at_0():
    assert position(0, 64, closed=True) == 0


def test_a_closed_path_stops_one_step_before_its_start():
    assert position(63, 64, closed=True) == Fraction(63, 64)


@pytest.mark.parametrize("closed", [False, True])
def test_the_only_frame_of_a_path_is_its_start(closed):
    assert position(0, 1, closed) == 0


def test_places_are_exact():
    assert position(1, 4, closed=False) * 3 == 1


@settings(deadline=None)
@given(frames_with_index())
def test_frame_i_of_n_on_an_open_path_is_frame_2i_of_2n_minus_1(place):
    index, frames = place
    assert position(2 * index, 2 * frames - 1, closed=False) == position(index, frames, closed=False)


@settings(deadline=None)
@given(frames_with_index())
def test_frame_i_of_n_on_a_closed_path_is_frame_2i_of_2n(place):
    index, frames = place
    assert position(2 * index, 2 * frames, closed=True) == position(index, frames, closed=True)


@pytest.mark.parametrize("frames", [1, 2, 3, 64, 65])
@pytest.mark.parametrize("closed", [False, True])
def test_no_frame_is_where_another_is(frames, closed):
    assert len({position(index, frames, closed) for index in range(frames)}) == frames


@settings(deadline=None)
@given(frames_with_index())
def test_no_frame_of_a_closed_path_meets_the_start_again(place):
    assert position(*place, closed=True) < 1


def test_once_shows_every_frame_in_order():
    assert order(4, Ending.ONCE) == [0, 1, 2, 3]


def test_a_loop_shows_every_frame_in_order():
    assert order(4, Ending.LOOP) == [0, 1, 2, 3]


def test_going_back_repeats_neither_end():
    assert order(4, Ending.THERE_AND_BACK) == [0, 1, 2, 3, 2, 1]


@settings(deadline=None)
@given(st.integers(2, 500))
def test_there_and_back_played_round_and_round_never_shows_a_frame_twice_in_a_row(frames):
    played = order(frames, Ending.THERE_AND_BACK)
    assert all(here != following for here, following in zip(played, played[1:] + played[:1], strict=True))


@settings(deadline=None)
@given(st.integers(3, 500))
def test_there_and_back_steps_by_one_frame_only(frames):
    played = order(frames, Ending.THERE_AND_BACK)
    following = played[1:] + played[:1]
    assert {abs(here - there) for here, there in zip(played, following, strict=True)} == {1}


@pytest.mark.parametrize("ending", Ending)
def test_a_single_frame_shows_once_a_round(ending):
    assert order(1, ending) == [0]


@pytest.mark.parametrize("ending", Ending)
def test_two_frames_show_once_each_a_round(ending):
    assert order(2, ending) == [0, 1]


def test_a_grid_plays_as_many_frames_as_it_has_whatever_the_timing_says():
    assert Timing(frames=64, ending=Ending.ONCE).playback_order(3) == [0, 1, 2]
