"""How far pictures are from those that follow, worked out once."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sd3explorer.motion import neighbours
from sd3explorer.motion.neighbours import Neighbours


def gists(count, seed=0):
    return [*np.random.default_rng(seed).random((count, 5), np.float32)]


def expected(pictures, reach):
    table = np.full((len(pictures), reach + 1), np.inf)
    for row, first in enumerate(pictures):
        for gap, other in enumerate(pictures[row : row + reach + 1]):
            table[row, gap] = np.linalg.norm(other - first)
    return table


def test_each_row_begins_with_a_picture_itself_and_goes_on_to_those_that_follow():
    pictures = gists(6)
    assert Neighbours().table(pictures, 3) == pytest.approx(expected(pictures, 3))


@settings(max_examples=50, deadline=None)
@given(st.lists(st.lists(st.integers(0, 1000), max_size=5), max_size=6), st.integers(1, 9))
def test_whatever_is_added_where_the_table_is_that_of_all_pictures(rounds, reach):
    kept, pictures = Neighbours(), gists(2)
    for seed, places in enumerate(rounds):
        for place, picture in zip(places, gists(len(places), seed + 1), strict=True):
            pictures.insert(place % (len(pictures) + 1), picture)
        assert (kept.table(pictures, reach) == Neighbours().table(pictures, reach)).all()


def test_pictures_that_are_gone_or_others_are_not_taken_for_what_they_were():
    kept, pictures = Neighbours(), gists(20)
    kept.table(pictures, 4)
    others = [*pictures[:5], *gists(3, 1), *pictures[9:][::-1]]
    assert (kept.table(others, 4) == Neighbours().table(others, 4)).all()


def test_only_around_a_picture_that_is_added_is_anything_worked_out(monkeypatch):
    rows = []
    fill = neighbours._fill
    monkeypatch.setattr(neighbours, "_fill", lambda *a: rows.extend(a[2].tolist()) or fill(*a))
    kept, pictures = Neighbours(), gists(2000)
    kept.table(pictures, 24)
    assert sorted(rows) == list(range(2000))
    rows.clear()
    pictures.insert(1000, gists(1, 1)[0])
    kept.table(pictures, 24)
    assert 1000 in rows and len(rows) <= 24 + 1 + 24
