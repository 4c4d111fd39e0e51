"""Mixes: what lies between two contents, pinned."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sd3explorer.walk.error import WalkError
from sd3explorer.walk.mix import (
    MAX_CONTENTS,
    Mix,
    contents_of,
    count_contents,
    expression_of,
    mix_document,
    mixed,
    pinned,
    read_mix,
)
from sd3explorer.walk.recipe import Gaussian, Slerp

ts = st.fractions(0, 1, max_denominator=100)
contents = st.recursive(st.integers(0, 3), lambda inner: st.builds(mixed, inner, inner, ts), max_leaves=6)


def read_number(value, name):
    if not isinstance(value, int):
        raise WalkError(f"{name}: no number")
    return value


def test_the_ends_of_a_way_are_the_contents_themselves():
    assert mixed(1, 2, 0) == 1
    assert mixed(1, 2, 1.0) == 2
    assert mixed(3, 3, 0.5) == 3


@given(ts, ts, ts)
def test_what_is_pinned_on_a_way_leaves_both_its_halves_as_they_were(first, second, t):
    low, high = sorted((first, second))
    between = mixed(mixed(1, 2, low), mixed(1, 2, high), t)
    assert between == mixed(1, 2, low + t * (high - low))


@given(ts, ts)
def test_a_way_to_what_was_pinned_is_a_part_of_the_whole_way(middle, t):
    assert mixed(1, mixed(1, 2, middle), t) == mixed(1, 2, middle * t)
    assert mixed(mixed(1, 2, middle), 2, t) == mixed(1, 2, middle + (1 - middle) * t)


def test_other_ways_are_mixed_as_they_are():
    way = Mix(1, 2, Fraction(1, 2))
    assert mixed(way, 3, Fraction(1, 3)) == Mix(way, 3, Fraction(1, 3))


def test_it_stands_for_a_great_circle_in_recipes():
    mix = Mix(Mix(1, 2, Fraction(1, 4)), 3, Fraction(1, 2))
    circle = Slerp(Slerp(Gaussian(1), Gaussian(2), 0.25), Gaussian(3), 0.5)
    assert expression_of(mix, Gaussian) == circle


@given(contents)
def test_a_file_gives_it_back(content):
    content = pinned(content)
    assert read_mix(mix_document(content, int), "mix", read_number) == content


@given(st.floats(0, 1))
def test_any_place_on_an_eased_way_can_be_pinned(t):
    content = pinned(mixed(1, 2, t))
    assert read_mix(mix_document(content, int), "mix", read_number) == content
    if isinstance(content, Mix):
        assert float(content.t) == t


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ({"start": 1, "end": 2, "t": "1/0"}, "mix.t"),
        ({"start": 1, "end": 2, "t": "3/2"}, "mix.t"),
        ({"start": 1, "end": 2, "t": True}, "mix.t"),
        ({"start": 1, "end": 2, "t": float("nan")}, "mix.t"),
        ({"start": 1, "t": 0.5}, "mix.end"),
        ({"start": 1, "end": 2, "t": 0.5, "more": 1}, "mix.more"),
        ({"start": {"start": "x", "end": 2, "t": 0.5}, "end": 2, "t": 0.5}, "mix.start.start"),
    ],
)
def test_what_is_no_mix_is_refused_by_name(value, name):
    with pytest.raises(WalkError, match=f"^{name}: "):
        read_mix(value, "mix", read_number)


def test_too_many_contents_are_refused():
    value = 0
    for number in range(MAX_CONTENTS - 1):
        value = {"start": value, "end": number + 1, "t": 0.5}
    assert count_contents(read_mix(value, "mix", read_number)) == MAX_CONTENTS
    with pytest.raises(WalkError, match="at most 64"):
        read_mix({"start": value, "end": 100, "t": 0.5}, "mix", read_number)


def test_nesting_without_end_is_refused():
    value = 0
    for _ in range(500):
        value = {"start": value, "end": 1, "t": 0.5}
    with pytest.raises(WalkError, match="too deep"):
        read_mix(value, "mix", read_number)


@given(contents)
def test_its_contents_are_those_that_are_no_mixes(content):
    assert all(isinstance(each, int) for each in contents_of(content))
