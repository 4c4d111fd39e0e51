"""Where the frames of an even walk lie, and the text of that in files."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sd3explorer.walk.error import WalkError
from sd3explorer.walk.fields import Fields
from sd3explorer.walk.limits import MAX_FRAMES, MAX_TEXT
from sd3explorer.walk.printable import shortened
from sd3explorer.walk.spots import (
    LONGEST_TEXT,
    MAX_DENOMINATOR,
    Bridge,
    OnBridge,
    Placement,
    bridges_of,
    key_of,
    position_of,
    spot_in,
    text_of,
)

HALF = Fraction(1, 2)
BRIDGE = Bridge(Fraction(9, 4), Fraction(19, 8), 11)
ON_BRIDGE = OnBridge(BRIDGE, HALF)

numbers = st.fractions(0, 2000, max_denominator=MAX_DENOMINATOR)
mixes = st.fractions(0, 1, max_denominator=MAX_DENOMINATOR)
ends = st.lists(numbers, min_size=2, max_size=2, unique=True).map(sorted)
bridges = st.builds(lambda ends, step: Bridge(*ends, step), ends, st.integers(1, 999))
spots = numbers | st.builds(OnBridge, bridges, mixes)


def read(text, **parts):
    return Placement.read(Fields({"key": "a key", "spots": text} | parts, "placement"))


def refusal(text, **parts):
    with pytest.raises(WalkError) as caught:
        read(text, **parts)
    return str(caught.value)


@given(spots)
def test_a_spot_comes_back_from_its_text(spot):
    assert spot_in(text_of(spot)) == spot


@pytest.mark.parametrize(
    ("spot", "text"), [(Fraction(2), "2"), (Fraction(9, 4), "9/4"), (ON_BRIDGE, "9/4~19/8@11:1/2")]
)
def test_how_a_spot_is_written(spot, text):
    assert text_of(spot) == text
    assert spot_in(text) == spot


@settings(max_examples=30)
@given(st.lists(numbers, max_size=5).map(sorted), st.text(max_size=20))
def test_a_placement_comes_back_from_its_fields(spots, key):
    placement = Placement(key, tuple(spots))
    assert Placement.read(Fields(placement.document(), "")) == placement


def test_bridges_come_back_too():
    on_bridge = ON_BRIDGE, OnBridge(BRIDGE, Fraction(3, 4))
    spots = (Fraction(0), BRIDGE.before, *on_bridge, BRIDGE.after, Fraction(3))
    assert read(" ".join(map(text_of, spots))).spots == spots


def test_spots_have_as_long_a_text_as_all_frames_of_a_walk_may_need():
    nearly = [2000 - Fraction(part, MAX_DENOMINATOR) for part in (3, 1)]
    longest = OnBridge(Bridge(*nearly, 999), 1 - Fraction(1, MAX_DENOMINATOR))
    text = " ".join([text_of(longest)] * 200)
    assert len(text) > MAX_TEXT and len(text) / 200 * MAX_FRAMES <= LONGEST_TEXT
    assert read(text).spots == (longest,) * 200


NO_SPOTS = """
    x -1 1.5 1/ /2 1//2 1/-2 1e3 nan ½ ٣ 1,2 1~2@3 1~2@3: 1~2:1/2 1~2@3:1/2x 1~1@3:1/2 2~1@3:1/2
    1~2@0:1/2 1~2@1000:1/2 1~2@3:3/2 1~2@-1:0
"""


@pytest.mark.parametrize("text", [*NO_SPOTS.split(), "9" * 17, "1" * 100_000])
def test_what_is_no_spot_is_refused_in_one_sentence(text):
    told = refusal(f"0 {text}")
    assert (
        told == f'placement.spots: must be spots such as "9/4" or "9/4~19/8@11:1/2", not "{shortened(text)}"'
    )


@pytest.mark.parametrize("denominator", [0, MAX_DENOMINATOR + 1])
@pytest.mark.parametrize("spot", ["1/{}", "1/{}~2@3:1/2", "0~2/{}@3:1/2", "0~1@3:1/{}"])
def test_a_denominator_that_is_none_is_refused(denominator, spot):
    allowed = f"must be spots with denominators from 1 to {MAX_DENOMINATOR}"
    assert refusal(spot.format(denominator)) == f"placement.spots: {allowed}, not {denominator}"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("1", "1/2"),
        ("1~2@3:1/2", "1~2@3:1/4"),
        ("1~2@3:1/2", "3/2"),
        ("1~2@3:1/2", "1"),
        ("3/2", "1~2@3:1/2"),
        ("1~2@3:1/2", "1~2@4:3/4"),
        ("1~2@3:1/2", "3/2~3@3:1/2"),
        ("1~3@3:1/2", "1~2@3:1/2"),
    ],
)
def test_spots_that_are_not_in_order_are_refused(before, after):
    told = refusal(f"0 {before} {after} 9")
    assert told == f"placement.spots: must be spots in order, but {after} comes after {before}"


@pytest.mark.parametrize(
    "text", ["1 1", "1 1~2@3:0", "1~2@3:1/2 1~2@3:1/2", "1~2@3:1 2", "1~2@3:1/2 2~3@4:0"]
)
def test_spots_may_be_equal_or_follow_each_other(text):
    assert " ".join(map(text_of, read(text).spots)) == text


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        ({"spots": [0, 1]}, "placement.spots: must be a text in quotes, not a list"),
        ({"spots": 7}, "placement.spots: must be a text in quotes, not 7"),
        ({"key": None}, "placement.key: must be a text in quotes, not null"),
        ({"kay": ""}, "placement.kay: is not a field here; there are spots, key"),
    ],
)
def test_fields_that_are_something_else_are_refused(parts, told):
    assert refusal("0 1", **parts) == told


@pytest.mark.parametrize("missing", ["key", "spots"])
def test_a_placement_has_both_fields(missing):
    fields = {"key": "a key", "spots": "0 1"}
    del fields[missing]
    with pytest.raises(WalkError, match=rf"placement\.{missing}: is missing"):
        Placement.read(Fields(fields, "placement"))


def test_more_spots_than_a_walk_has_frames_are_refused():
    assert refusal("0 " * (MAX_FRAMES + 2)).startswith("placement.spots: must be spots such as")


def test_what_is_on_a_bridge_lies_where_that_begins():
    assert position_of(ON_BRIDGE) == (BRIDGE.before, HALF)
    assert position_of(HALF) == (HALF, 0)


def test_bridges_are_named_once_and_in_order():
    other = OnBridge(Bridge(Fraction(3), Fraction(4), 5), HALF)
    spots = [Fraction(0), ON_BRIDGE, OnBridge(BRIDGE, Fraction(3, 4)), other]
    assert bridges_of(spots) == [BRIDGE, other.bridge]


def test_the_same_parts_have_the_key_that_they_always_had():
    parts = [{"b": 1, "a": "ä"}, 64, True]
    assert key_of(parts) == key_of([{"a": "ä", "b": 1}, 64, True]) == "3fab03cacf2f38b82b61336db7ee9a67"


@pytest.mark.parametrize("other", [[{"a": 2}, 64], [{"a": 1}, 65], [64, {"a": 1}]])
def test_other_parts_have_another_key(other):
    assert key_of(other) != key_of([{"a": 1}, 64])
