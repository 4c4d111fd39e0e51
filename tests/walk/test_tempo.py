"""The tempo of a path: when each way begins and ends, and what holding a keyframe takes from them."""

from fractions import Fraction
from itertools import accumulate, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sd3explorer.walk.easing import Bezier, Easing
from sd3explorer.walk.tempo import Beat, Tempo

ODD = st.sampled_from([0.3, 1e-6, 1e6, 1 / 3, 1.0, Fraction(1, 3), 7])
DWELLS = st.integers(0, 12)
EASINGS = st.sampled_from([*Easing, Bezier(0.2, 0.0, 0.1, 1.0)])
BEATS = st.lists(st.builds(Beat, ODD, EASINGS, DWELLS), min_size=1, max_size=6).map(tuple)
TEMPOS = st.builds(Tempo, BEATS, st.integers(1, 300), DWELLS)


def tempo_of(*beats, steps, end_dwell=0):
    return Tempo(beats, steps, end_dwell)


def shown(tempo):
    """How far along the whole path each frame is, counted in ways."""
    return [sum(tempo.progress(time)) for time in range(tempo.steps + 1)]


# Without dwells


@given(st.lists(ODD, min_size=1, max_size=6), st.integers(1, 300))
def test_ways_have_the_time_by_their_weight_exactly(weights, steps):
    ends = [Fraction(end) for end in accumulate(map(Fraction, weights), initial=Fraction())]
    tempo = Tempo(tuple(map(Beat, weights)), steps)
    assert tempo.arrivals == [end * steps / ends[-1] for end in ends]
    assert tempo.departures == tempo.arrivals[:-1]


@given(st.lists(ODD, min_size=1, max_size=6), st.integers(1, 300), st.data())
def test_time_passes_evenly_on_a_linear_way(weights, steps, data):
    tempo = Tempo(tuple(map(Beat, weights)), steps)
    time = data.draw(st.integers(0, steps))
    number, t = tempo.progress(time)
    start, end = tempo.arrivals[number : number + 2]
    assert isinstance(t, Fraction)
    assert start + t * (end - start) == time


def test_a_keyframe_that_a_frame_meets_begins_its_way():
    assert tempo_of(Beat(), Beat(), steps=8).progress(4) == (1, 0)


def test_the_end_ends_the_last_way():
    assert tempo_of(Beat(), Beat(), steps=8).progress(8) == (1, 1)


def test_between_frames_there_are_places_too():
    assert tempo_of(Beat(), Beat(3.0), steps=8).progress(Fraction(7, 2)) == (1, Fraction(1, 4))


def test_a_way_is_eased_by_its_own_time():
    eased = Beat(easing=Easing.EASE_IN)
    assert tempo_of(Beat(), eased, steps=8).progress(6) == (1, 0.25)


# With dwells


def test_time_stands_still_for_the_dwell_of_a_keyframe():
    tempo = tempo_of(Beat(), Beat(dwell=3), steps=11)
    assert shown(tempo) == [0, Fraction(1, 4), Fraction(1, 2), Fraction(3, 4), 1, 1, 1, 1] + [
        Fraction(each, 4) for each in (5, 6, 7, 8)
    ]


def test_the_first_keyframe_is_held_at_the_start():
    assert shown(tempo_of(Beat(dwell=2), steps=4)) == [0, 0, 0, Fraction(1, 2), 1]


def test_the_last_keyframe_is_held_at_the_end():
    assert shown(tempo_of(Beat(), steps=4, end_dwell=2)) == [0, Fraction(1, 2), 1, 1, 1]


def test_a_keyframe_is_met_before_it_is_held_and_its_way_begins_behind_that():
    tempo = tempo_of(Beat(dwell=1), Beat(dwell=3), steps=12, end_dwell=2)
    assert (tempo.arrivals, tempo.departures) == ([0, 4, 10], [1, 7])


def test_dwells_leave_a_step_to_every_way_and_are_shortened_in_proportion():
    tempo = tempo_of(Beat(dwell=4), Beat(dwell=8), steps=8)
    # Six of the eight steps are left to twelve: half.
    assert (tempo.arrivals, tempo.departures) == ([0, 3, 8], [2, 7])


def test_where_there_are_no_more_steps_than_ways_nothing_is_held():
    tempo = tempo_of(Beat(dwell=4), Beat(dwell=8), steps=2)
    assert (tempo.arrivals, tempo.departures) == ([0, 1, 2], [0, 1])


@given(TEMPOS)
def test_a_walk_never_goes_back(tempo):
    assert all(before <= after for before, after in pairwise(shown(tempo)))


@given(TEMPOS)
def test_dwells_and_ways_share_the_time_out(tempo):
    dwells = [*(beat.dwell for beat in tempo.beats), tempo.end_dwell]
    met = [*tempo.arrivals, Fraction(tempo.steps)]
    held = [begin - arrival for begin, arrival in zip([*tempo.departures, met[-1]], met, strict=False)]
    kept = min(sum(dwells), max(tempo.steps - len(tempo.beats), 0))
    assert sum(held) == kept
    assert [each * sum(dwells) for each in held] == [dwell * kept for dwell in dwells]
    ways = [end - begin for begin, end in zip(tempo.departures, tempo.arrivals[1:], strict=True)]
    total = sum(Fraction(beat.weight) for beat in tempo.beats)
    assert ways == [Fraction(beat.weight) / total * (tempo.steps - kept) for beat in tempo.beats]


@given(TEMPOS)
def test_a_keyframe_shows_from_where_it_is_met_until_its_way_begins(tempo):
    for number, (met, begin) in enumerate(zip(tempo.arrivals, tempo.departures, strict=False)):
        assert (
            tempo.progress(met) == tempo.progress((met + begin) / 2) == tempo.progress(begin) == (number, 0)
        )


@given(TEMPOS)
def test_a_walk_ends_at_its_end(tempo):
    assert tempo.progress(tempo.arrivals[-1]) == tempo.progress(tempo.steps) == (len(tempo.beats) - 1, 1)


# Ways of no length, as between pictures that are alike


def test_a_way_without_weight_is_jumped_over():
    tempo = tempo_of(Beat(), Beat(0.0), Beat(), steps=4)
    assert shown(tempo) == [0, Fraction(1, 2), 2, Fraction(5, 2), 3]


def test_a_last_way_without_weight_is_at_its_end():
    assert tempo_of(Beat(), Beat(0.0), steps=4).progress(4) == (1, 1)


def test_before_a_way_without_weight_its_keyframe_is_held():
    tempo = tempo_of(Beat(), Beat(0.0, dwell=2), steps=6)
    assert [tempo.progress(time) for time in (4, 5, 6)] == [(1, 0), (1, 0), (1, 1)]


def test_where_no_way_has_weight_all_are_alike():
    assert tempo_of(Beat(0.0), Beat(0.0), steps=4).arrivals == [0, 2, 4]


@pytest.mark.parametrize("weight", [1e-300, Fraction(1, 3**50)])
def test_the_smallest_weights_are_weights(weight):
    assert tempo_of(Beat(weight), Beat(weight), steps=4).arrivals == [0, 2, 4]
