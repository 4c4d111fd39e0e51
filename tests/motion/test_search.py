"""Which spots are rendered to find even places, and which of them frames take."""

import math
import random
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sd3explorer.motion.evening import MOST_EVENED_OUT
from sd3explorer.motion.search import MOST_WORK, SPOTS_PER_ROUND, Search, first_spots
from sd3explorer.walk.spots import MAX_DENOMINATOR, OnBridge, bridges_of, position_of
from tests.motion.pictures import Line, circle, disc, lengths, unevenness

STEPS = 28
# What is wanted at once: the steps around a long one are evened out together.
A_ROUND = SPOTS_PER_ROUND + MOST_EVENED_OUT


def searched(picture, ways=1, frames=64, num_steps=STEPS, bridged=True, shares=None):
    """The search of such pictures, and all that it wanted."""
    shares = np.linspace(0.0, 1.0, frames) if shares is None else shares
    search = Search(ways, frames, num_steps, lambda lengths: shares, bridged)
    looking = search.run()
    looks = []
    wanted = next(looking)
    while wanted:
        looks.extend(wanted)
        try:
            wanted = looking.send({spot: picture(spot) for spot in wanted})
        except StopIteration:
            break
    return search, looks


def work(looks, num_steps=STEPS):
    return sum(1.0 - (spot.bridge.step / num_steps if isinstance(spot, OnBridge) else 0.0) for spot in looks)


def ease(place):
    return place**2


def wave(place):
    return place - 0.9 * math.sin(2.0 * math.pi * place) / (2.0 * math.pi)


def nearly_all_at_once(place):
    return min(max(place - 0.3, 0.0), 1 / 500) * 500


SMOOTH = {
    "a line": Line(),
    "ever faster": Line(ease),
    "faster and slower": Line(wave),
    "a disc that moves": disc,
    "a circle": circle(1),
}


@pytest.mark.parametrize("name", SMOOTH)
def test_frames_of_a_smooth_way_are_equally_far_apart(name):
    search, _ = searched(SMOOTH[name])
    assert unevenness(lengths(SMOOTH[name], search.spots())) <= 1.3


def test_before_the_search_ends_frames_lie_near_to_where_they_will():
    # Three quarters of the frames are for the first quarter of the way.
    shares = np.interp(np.linspace(0.0, 1.0, 64), [0.0, 0.75, 1.0], [0.0, 0.25, 1.0])
    search = Search(1, 64, STEPS, lambda lengths: shares)
    looking, seen = search.run(), 0
    wanted = next(looking)
    while seen < 32:
        seen += len(wanted)
        wanted = looking.send({spot: Line()(spot) for spot in wanted})
        places = np.array([float(spot) for spot in search.spots()])
        assert abs(places - shares).max() < 1 / 8


def test_several_ways_with_different_speeds_are_one():
    fast_and_slow = Line(lambda place: place if place < 1.0 else 1.0 + (place - 1.0) * 0.2)
    search, _ = searched(fast_and_slow, ways=3)
    assert unevenness(lengths(fast_and_slow, search.spots())) <= 1.3


def test_frames_go_as_fast_as_they_are_asked_to():
    shares = np.linspace(0.0, 1.0, 64) ** 2
    search, _ = searched(Line(), shares=shares)
    places = np.array([float(spot) for spot in search.spots()])
    # Where frames lie may add up to a few of them, as it is by their steps that they are chosen.
    assert abs(places - shares).max() < 0.1


def test_frames_that_are_held_take_one_spot():
    shares = np.array([*[0.0] * 5, *np.linspace(0.0, 0.5, 20), *[0.5] * 6, *np.linspace(0.5, 1.0, 30)])
    search, _ = searched(Line(), ways=2, frames=len(shares), shares=shares)
    assert set(search.spots()[:5]) == {Fraction(0)}
    assert len(set(search.spots()[25:31])) == 1


@pytest.mark.parametrize("frames", [3, 4, 5])
def test_few_frames_are_even_too(frames):
    search, _ = searched(Line(ease), frames=frames)
    assert unevenness(lengths(Line(ease), search.spots())) <= 1.3


def test_many_frames_are_even_too():
    picture = Line(wave)
    search, _ = searched(picture, ways=5, frames=1000)
    assert unevenness(lengths(picture, search.spots())) <= 1.3


def test_of_many_stops_and_few_frames_the_ends_are_met():
    search, looks = searched(Line(), ways=1000)
    assert (search.spots()[0], search.spots()[-1]) == (0, 1000)
    assert len(looks) <= 1.3 * 64


@pytest.mark.parametrize("bridged", [False, True])
def test_where_all_pictures_are_alike_no_more_is_rendered_than_there_are_frames(bridged):
    search, looks = searched(Line(lambda place: 0.0), bridged=bridged)
    assert len(looks) == 64
    assert len(set(search.spots())) == 64


def test_where_nearly_all_changes_at_once_frames_lie_there():
    picture = Line(nearly_all_at_once)
    search, _ = searched(picture)
    assert unevenness(lengths(picture, search.spots())) <= 1.3


def test_where_nearly_all_changes_at_once_is_no_cut_to_be_kept():
    picture = Line(nearly_all_at_once)
    search, _ = searched(picture, bridged=False)
    assert lengths(picture, search.spots()).max() < 3 / 64


ONE_JUMP = ((0.3, 0.5),)
JUMPS = ((0.31, 0.5), (0.62, 1.5), (0.9, 0.3))


@pytest.mark.parametrize("jumps", [ONE_JUMP, JUMPS, ((0.5, 2.0),)])
@pytest.mark.parametrize("good_step", [1, 20, 27])
def test_over_each_cut_a_bridge_is_laid(jumps, good_step):
    picture = Line(jumps=jumps, good_step=good_step)
    search, _ = searched(picture)
    bridges = bridges_of(search.spots())
    assert len(bridges) == len(jumps)
    for bridge, (place, _) in zip(bridges, jumps, strict=True):
        assert bridge.before <= place < bridge.after
        assert bridge.step == max(good_step, STEPS // 2)


@pytest.mark.parametrize("jumps", [ONE_JUMP, JUMPS, ((0.5, 2.0),)])
def test_over_bridges_no_step_stands_out(jumps):
    picture = Line(jumps=jumps, good_step=20)
    search, _ = searched(picture)
    assert unevenness(lengths(picture, search.spots())) <= 1.5


def test_over_a_cut_that_is_little_longer_than_a_step_a_bridge_is_laid():
    picture = Line(jumps=((0.3, 1.5 / 64),))
    search, _ = searched(picture)
    assert len(bridges_of(search.spots())) == 1
    assert unevenness(lengths(picture, search.spots())) <= 1.3


def test_a_smooth_way_needs_no_bridge():
    for picture in SMOOTH.values():
        search, _ = searched(picture)
        assert not bridges_of(search.spots())


@pytest.mark.parametrize("num_steps", [2, 3, 4])
def test_a_bridge_begins_within_few_steps_too(num_steps):
    search, _ = searched(Line(jumps=ONE_JUMP), num_steps=num_steps)
    (bridge,) = bridges_of(search.spots())
    assert 0 < bridge.step < num_steps


@pytest.mark.parametrize(("num_steps", "bridged"), [(1, True), (STEPS, False)])
@pytest.mark.parametrize("jumps", [ONE_JUMP, JUMPS])
def test_over_a_cut_that_is_kept_one_step_leads(num_steps, bridged, jumps):
    picture = Line(jumps=jumps)
    search, _ = searched(picture, num_steps=num_steps, bridged=bridged)
    steps = lengths(picture, search.spots())
    assert not bridges_of(search.spots())
    assert np.count_nonzero(steps > 0.2) == len(jumps)


def test_over_a_kept_cut_the_rest_is_even():
    search, _ = searched(Line(jumps=JUMPS), bridged=False)
    places = [float(spot) for spot in search.spots()]
    assert unevenness(np.diff(places)) <= 1.5


def test_a_kept_cut_costs_no_more_than_finding_it():
    _, with_cut = searched(Line(jumps=ONE_JUMP), bridged=False)
    _, without = searched(Line(), bridged=False)
    assert len(with_cut) <= 64 * MOST_WORK + A_ROUND
    near = [spot for spot in with_cut if abs(spot - Fraction(3, 10)) < Fraction(1, 1000)]
    assert len(near) <= 8
    assert not [spot for spot in without if abs(spot - Fraction(3, 10)) < Fraction(1, 1000)]


@st.composite
def walks(draw):
    """What lies along a walk: its pictures, and the arguments of a search."""
    ways = draw(st.integers(1, 12))
    speeds = draw(st.lists(st.floats(0.0, 3.0), min_size=ways, max_size=ways))
    marks = np.concatenate([[0.0], np.cumsum(speeds)])
    places = st.floats(0.0, ways, exclude_max=True)
    jumps = draw(st.lists(st.tuples(places, st.floats(0.1, 5.0)), max_size=4))
    picture = Line(lambda place: np.interp(place, range(ways + 1), marks), jumps, draw(st.integers(1, 27)))
    options = {
        "ways": ways,
        "frames": draw(st.integers(3, 40)),
        "num_steps": draw(st.sampled_from([1, 2, 3, 4, STEPS])),
        "bridged": draw(st.booleans()),
    }
    return picture, options


@settings(max_examples=30, deadline=None)
@given(walks())
def test_spots_are_in_order_from_the_start_to_the_end(walk):
    picture, options = walk
    search, _ = searched(picture, **options)
    spots = search.spots()
    assert len(spots) == options["frames"]
    assert list(spots) == sorted(spots, key=position_of)
    assert (spots[0], spots[-1]) == (0, options["ways"])


@settings(max_examples=30, deadline=None)
@given(walks())
def test_each_spot_is_looked_at_once_and_counted(walk):
    picture, options = walk
    search, looks = searched(picture, **options)
    assert len(set(looks)) == len(looks) == search.looked_at


@settings(max_examples=30, deadline=None)
@given(walks())
def test_frames_lie_where_was_looked(walk):
    picture, options = walk
    search, looks = searched(picture, **options)
    assert set(search.spots()) <= set(looks)


@settings(max_examples=30, deadline=None)
@given(walks())
def test_bridges_lie_apart_and_begin_within_the_steps_of_a_frame(walk):
    picture, options = walk
    search, _ = searched(picture, **options)
    bridges = bridges_of(search.spots())
    assert options["bridged"] or not bridges
    assert all(0 < bridge.step < options["num_steps"] for bridge in bridges)
    ends = [end for bridge in bridges for end in (bridge.before, bridge.after)]
    assert ends == sorted(ends)
    plain = [spot for spot in search.spots() if isinstance(spot, Fraction)]
    assert not [spot for spot in plain for bridge in bridges if bridge.before < spot < bridge.after]


@settings(max_examples=30, deadline=None)
@given(walks())
def test_spots_can_be_written_to_a_file(walk):
    picture, options = walk
    search, _ = searched(picture, **options)
    assert all(part.denominator <= MAX_DENOMINATOR for spot in search.spots() for part in position_of(spot))


# Halvings until a cut is found, and looks for the step at which its bridge begins.
LOOKS_FOR_A_CUT = 24


@settings(max_examples=30, deadline=None)
@given(walks())
def test_beyond_the_most_work_only_cuts_are_looked_for(walk):
    picture, options = walk
    _, looks = searched(picture, **options)
    frames = options["frames"]
    first = len(first_spots(options["ways"], frames))
    most = max(MOST_WORK * frames, first) + A_ROUND + LOOKS_FOR_A_CUT * len(picture.jumps)
    assert work(looks, options["num_steps"]) <= most


@settings(max_examples=30, deadline=None)
@given(walks())
def test_the_same_pictures_lead_to_the_same_places(walk):
    picture, options = walk
    (first, first_looks), (second, second_looks) = (searched(picture, **options) for _ in range(2))
    assert first.spots() == second.spots()
    assert first_looks == second_looks


@pytest.mark.parametrize("bridged", [False, True])
def test_a_walk_of_nothing_but_cuts_comes_to_an_end(bridged):
    def chaos(spot):
        return np.array(random.Random(str(spot)).choices(range(256), k=20), np.float32)

    search, looks = searched(chaos, ways=3, bridged=bridged)
    assert len(search.spots()) == 64
    assert work(looks) <= MOST_WORK * 64 + A_ROUND


def test_before_all_is_seen_frames_lie_on_what_was_seen():
    search = Search(2, 9, STEPS, lambda lengths: np.linspace(0.0, 1.0, 9))
    assert not search.has_seen
    looking = search.run()
    first = next(looking)
    looking.send({spot: Line()(spot) for spot in first})
    assert search.has_seen
    assert len(search.spots()) == 9 and set(search.spots()) <= set(first)


@given(st.integers(1, 2000), st.integers(3, 2000))
def test_the_first_look_is_at_both_ends_and_equal_parts_between(ways, frames):
    spots = first_spots(ways, frames)
    assert (spots[0], spots[-1]) == (0, ways)
    assert len(set(np.diff(spots).tolist())) == 1
    assert len(spots) <= max(frames // 4, 4) + 1


@given(st.integers(1, 200), st.integers(0, 200))
def test_the_first_look_is_at_all_stops_where_there_are_not_too_many(ways, more):
    assert set(range(ways + 1)) <= set(first_spots(ways, 8 * ways + more))
