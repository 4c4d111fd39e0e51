from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sd3explorer.render.order import coarse_to_fine


def test_the_ends_come_first_then_the_middle_then_the_quarters():
    assert list(coarse_to_fine(9)) == [0, 8, 4, 2, 6, 1, 3, 5, 7]


@given(st.integers(0, 3000))
def test_every_frame_comes_once(frames):
    assert sorted(coarse_to_fine(frames)) == list(range(frames))


@given(st.integers(2, 3000))
def test_gaps_shrink_evenly(frames):
    order = list(coarse_to_fine(frames))
    shown = sorted(order[: len(order) // 2 + 2])
    gaps = [after - before for before, after in pairwise(shown)]
    assert max(gaps) <= 4 * min(gaps)
