"""What other searches have seen: way by way, as one search can have seen it, and no more than is of use."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sd3explorer.motion.known import by_ways, consistent, moved, thinned, unknown
from sd3explorer.motion.search import first_spots
from sd3explorer.walk.spots import Bridge, OnBridge

BRIDGE = Bridge(Fraction(5, 4), Fraction(3, 2), 11)
ON_BRIDGE = OnBridge(BRIDGE, Fraction(1, 2))
SPOTS = [Fraction(0), Fraction(1, 2), Fraction(1), Fraction(5, 4), ON_BRIDGE, Fraction(3, 2), Fraction(2)]


def gists(spots):
    return {spot: np.zeros(1, np.float32) for spot in spots}


def test_a_stop_belongs_to_the_ways_on_both_sides():
    first, second = by_ways(SPOTS, 2)
    assert first == [Fraction(0), Fraction(1, 2), Fraction(1)]
    assert second == [moved(spot, -1) for spot in SPOTS[2:]]


def test_a_bridge_that_leads_over_a_stop_belongs_to_no_way():
    bridge = Bridge(Fraction(3, 4), Fraction(5, 4), 11)
    spots = [Fraction(0), bridge.before, OnBridge(bridge, Fraction(1, 2)), bridge.after, Fraction(2)]
    assert by_ways(spots, 2) == [[Fraction(0), Fraction(3, 4)], [Fraction(1, 4), Fraction(1)]]


@given(st.integers(0, 9))
def test_what_is_moved_there_and_back_is_as_it_was(ways):
    assert [moved(moved(spot, ways), -ways) for spot in SPOTS] == SPOTS


def test_what_one_search_has_seen_is_consistent_whatever_its_order():
    assert list(consistent(gists(reversed(SPOTS)), True)) == SPOTS


@pytest.mark.parametrize(
    "wrong",
    [
        # Its side was not seen, or something between its sides.
        [spot for spot in SPOTS if spot != BRIDGE.before],
        [spot for spot in SPOTS if spot != BRIDGE.after],
        [*SPOTS, Fraction(11, 8)],
    ],
    ids=["not the side before", "not the side after", "a spot between the sides"],
)
def test_a_bridge_that_leads_from_no_spot_to_the_next_is_left_out(wrong):
    assert ON_BRIDGE not in consistent(gists(wrong), True)


def test_of_two_bridges_over_a_cut_one_is_left():
    other = OnBridge(Bridge(BRIDGE.before, BRIDGE.after, 9), Fraction(1, 4))
    left = {spot.bridge for spot in consistent(gists([*SPOTS, other]), True) if isinstance(spot, OnBridge)}
    assert len(left) == 1


def test_a_walk_without_bridges_takes_nothing_of_them():
    assert list(consistent(gists(SPOTS), False)) == [spot for spot in SPOTS if spot != ON_BRIDGE]


def test_of_many_spots_few_frames_take_few():
    line = {Fraction(number, 1000): np.array([number], np.float32) for number in range(1001)}
    assert list(thinned(line, 4000)) == list(line)
    few = thinned(line, 20)
    assert 40 <= len(few) <= 100
    assert {Fraction(0), Fraction(1)} <= {*few}


def test_no_side_of_a_bridge_is_too_near():
    assert set(SPOTS) - set(thinned(gists(SPOTS), 5)) == {Fraction(1, 2), ON_BRIDGE}


def test_of_a_way_that_is_known_nothing_is_looked_at_first():
    wanted = first_spots(3, 48)
    of_first = [spot for spot in wanted if spot <= 1]
    assert unknown(wanted, of_first, 3) == [spot for spot in wanted if spot >= 1]
    assert unknown(wanted, of_first[:-1], 3) == wanted
    assert unknown(wanted, [Fraction(0), Fraction(1)], 3) == wanted
    assert unknown(wanted, wanted, 3) == []
