"""What was seen of a walk."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sd3explorer.motion.seen import NEAREST, NEAREST_MIX, Seen
from sd3explorer.walk.spots import MAX_DENOMINATOR, Bridge, OnBridge, spot_in, text_of

HALF = Fraction(1, 2)
BRIDGE = Bridge(Fraction(1), Fraction(2), 14)


def picture(progress):
    return np.array([progress], np.float32)


def seen(pictures, bridges=()):
    all_of_it = Seen()
    all_of_it.bridges = {bridge.before: bridge for bridge in bridges}
    all_of_it.add({spot: picture(progress) for spot, progress in pictures.items()})
    return all_of_it


def test_spots_are_in_order_whenever_they_were_seen():
    late = seen({Fraction(2): 9, Fraction(0): 0})
    late.add({Fraction(1): 4})
    assert late.spots == [0, 1, 2]
    assert late.lengths.tolist() == [4.0, 5.0]


def test_what_is_on_a_bridge_lies_between_its_ends():
    spots = [OnBridge(BRIDGE, mix) for mix in (HALF, Fraction(1, 4))]
    over = seen({Fraction(2): 9, spots[0]: 5, Fraction(1): 0, spots[1]: 3}, [BRIDGE])
    assert over.spots == [1, spots[1], spots[0], 2]
    assert over.lengths.tolist() == [3.0, 2.0, 4.0]


def test_what_is_seen_between_others_changes_no_other_step():
    late = seen({Fraction(0): 0, Fraction(1): 4, Fraction(2): 9})
    late.keep_cut(0)
    assert late.lengths.tolist() == [0.0, 5.0]
    late.add({Fraction(3, 2): 5, Fraction(3): 11, Fraction(1): 99})
    assert late.spots == [0, 1, Fraction(3, 2), 2, 3]
    assert late.lengths.tolist() == [0.0, 1.0, 4.0, 2.0]


def test_it_knows_what_it_has_seen():
    one = seen({Fraction(1): 0})
    assert len(one) == 1 and Fraction(1) in one and Fraction(2) not in one


def test_between_two_spots_is_the_one_half_way():
    assert seen({Fraction(0): 0, Fraction(1): 1}).after(0) == HALF


def test_between_two_spots_is_the_one_at_any_share():
    assert seen({Fraction(1): 0, Fraction(2): 1}).after(0, Fraction(1, 3)) == Fraction(4, 3)


def test_over_a_bridge_a_spot_is_on_it():
    assert seen({Fraction(1): 0, Fraction(2): 1}, [BRIDGE]).after(0) == OnBridge(BRIDGE, HALF)


def test_between_two_spots_on_a_bridge_is_one_on_it():
    ends = [OnBridge(BRIDGE, mix) for mix in (HALF, Fraction(3, 4))]
    assert seen({ends[0]: 0, ends[1]: 1}, [BRIDGE]).after(0) == OnBridge(BRIDGE, Fraction(5, 8))


def test_behind_a_bridge_spots_lie_on_the_trail_again():
    behind = seen({Fraction(1): 0, Fraction(2): 1, Fraction(3): 2}, [BRIDGE])
    assert behind.after(1) == Fraction(5, 2)


def test_where_the_picture_changes_at_one_speed_half_of_a_way_is_half_way():
    assert seen({Fraction(place): 3 * place for place in range(4)}).at(1, 1.5) == Fraction(3, 2)


def test_where_it_changes_ever_faster_half_of_a_way_is_nearer_to_its_end():
    faster = seen({Fraction(place): place**2 for place in range(4)}).at(1, 1.5)
    assert float(faster) == pytest.approx(2.5**0.5, abs=0.03)


def test_how_fast_it_changes_on_a_bridge_says_nothing_of_the_way_beside_it():
    beside = seen({Fraction(0): 0, Fraction(1): 1, Fraction(2): 9, Fraction(3): 10}, [BRIDGE])
    assert beside.at(0, 0.5) == HALF and beside.at(2, 0.5) == Fraction(5, 2)
    assert beside.at(1, 4) == OnBridge(BRIDGE, HALF)


def test_nothing_changes_over_a_cut_that_is_kept_which_says_nothing_of_the_way_beside_it():
    cut = seen({Fraction(0): 0, Fraction(1): 1, Fraction(1) + NEAREST: 9, Fraction(2) + NEAREST: 10})
    cut.keep_cut(1)
    assert cut.at(0, 0.5) == HALF


@given(st.lists(st.integers(0, 1000), min_size=3, max_size=3), st.lists(st.floats(0, 1), min_size=2))
def test_farther_along_a_way_is_never_nearer_to_its_start(lengths, shares):
    marks = [sum(lengths[:number]) for number in range(4)]
    way = seen({Fraction(number): mark for number, mark in enumerate(marks)})
    spots = [way.at(1, share * lengths[1]) for share in sorted(shares)]
    assert spots == sorted(spots)
    assert spots[0] > 1 and spots[-1] < 2


def test_what_is_as_near_as_can_be_has_nothing_between():
    assert seen({Fraction(1): 0, 1 + NEAREST: 1}).after(0) is None
    assert seen({Fraction(1): 0, OnBridge(BRIDGE, NEAREST_MIX): 1}, [BRIDGE]).after(0) is None


@given(st.lists(st.tuples(st.integers(1, 63), st.booleans()), max_size=30), st.sampled_from([(), (BRIDGE,)]))
def test_a_spot_can_be_written_to_a_file_however_it_was_come_to(halvings, bridges):
    halved = seen({Fraction(1): 0, Fraction(2): 1}, bridges)
    for part, goes_left in halvings:
        spot = halved.after(0 if goes_left else len(halved) - 2, Fraction(part, 64))
        if spot is None:
            break
        halved.add({spot: picture(0)})
        assert spot_in(text_of(spot)) == spot
        assert (spot.mix if isinstance(spot, OnBridge) else spot).denominator <= MAX_DENOMINATOR


def test_a_cut_that_is_kept_is_no_way():
    cut = seen({Fraction(0): 0, Fraction(1): 2, Fraction(2): 9, Fraction(3): 12})
    cut.keep_cut(1)
    assert cut.lengths.tolist() == [2.0, 0.0, 3.0]
    assert cut.after(1) is None


def test_behind_a_cut_that_is_kept_pictures_go_on_from_before_it():
    cut = seen({Fraction(0): 0, Fraction(1): 2, Fraction(2): 9, Fraction(3): 12})
    cut.keep_cut(1)
    assert [gist.tolist() for gist in cut.joined] == [[0.0], [2.0], [2.0], [5.0]]


def test_a_picture_behind_a_cut_is_the_same_array_until_another_cut_is_kept():
    cut = seen({Fraction(0): 0, Fraction(1): 2, Fraction(2): 9, Fraction(3): 12})
    cut.keep_cut(1)
    before = cut.joined
    cut.add({Fraction(5, 2): 10})
    assert cut.joined[3].tolist() == [3.0]
    assert all(any(gist is other for other in cut.joined) for gist in before)
    cut.keep_cut(0)
    assert [gist.tolist() for gist in cut.joined] == [[0.0], [0.0], [0.0], [1.0], [3.0]]


def test_without_cuts_pictures_are_what_was_seen():
    whole = seen({Fraction(0): 0, Fraction(1): 2})
    assert [gist.tolist() for gist in whole.joined] == [[0.0], [2.0]]


@pytest.mark.parametrize(
    ("first", "second", "width"),
    [
        (Fraction(2), Fraction(5, 2), HALF),
        (Fraction(1), OnBridge(BRIDGE, Fraction(1, 4)), Fraction(1, 4)),
        (OnBridge(BRIDGE, Fraction(1, 4)), OnBridge(BRIDGE, HALF), Fraction(1, 4)),
        (OnBridge(BRIDGE, Fraction(1, 4)), Fraction(2), Fraction(3, 4)),
        (Fraction(1), Fraction(2), Fraction(1)),
    ],
)
def test_how_far_spots_are_apart(first, second, width):
    assert seen({first: 0, second: 1}, [BRIDGE]).width(0) == width
