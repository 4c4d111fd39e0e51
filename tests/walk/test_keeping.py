"""Versions and stars: what is kept of a walk, in its file and out of it."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sd3explorer.walk.error import WalkError
from sd3explorer.walk.keeping import (
    frame_alongside,
    free_name,
    version_of,
    with_star_toggled,
    with_version,
    with_version_renamed,
    with_version_shown,
    without_version,
)
from sd3explorer.walk.loras import Lora
from sd3explorer.walk.model import Model, ModelFacts
from sd3explorer.walk.noises import Fixed, Orbit
from sd3explorer.walk.paths import Grid, Hold, Keyframe, Morph, Prompts
from sd3explorer.walk.sampler import Sampler
from sd3explorer.walk.stars import MAX_STARS, star_of
from sd3explorer.walk.timing import Timing
from sd3explorer.walk.versions import LONGEST_NAME, MAX_VERSIONS
from sd3explorer.walk.walk import Walk

WALK = Walk("Dog to cat", Morph((Keyframe("a dog"), Keyframe("a cat"))), timing=Timing(9))
FACTS = ModelFacts("starter", (64, 64), 8, 7.0)


def edited(walk, **changes):
    return replace(walk, **changes)


def test_a_version_is_what_the_walk_was_when_it_was_kept():
    kept = with_version(WALK, "calm")
    changed = edited(kept, noise=Fixed(7), title="Another title")
    assert (version_of(kept), version_of(changed)) == ("calm", "")
    back = with_version_shown(changed, "calm")
    assert back.noise == WALK.noise
    assert back.title == "Another title"
    assert version_of(back) == "calm"
    assert back.versions == kept.versions


def test_a_title_is_of_the_walk_and_makes_no_other_version():
    assert version_of(edited(with_version(WALK, "calm"), title="New")) == "calm"


def test_versions_and_stars_are_in_the_file_and_come_back():
    walk = with_version(edited(with_version(WALK, "calm"), noise=Orbit(3)), "wild, 50 % more")
    walk = with_star_toggled(walk, "0123456789abcdef")
    assert Walk.parse(walk.dump().encode()) == walk


def test_a_version_of_a_grid_comes_back():
    grid = Walk(path=Grid(tuple(map(Prompts, "abcd")), 3, 4))
    walk = with_version(grid, "all")
    assert Walk.parse(walk.dump().encode()) == walk


def test_a_walk_without_versions_is_written_as_before():
    assert {"versions", "stars"}.isdisjoint(json.loads(WALK.dump()))


def test_frames_depend_on_neither_versions_nor_stars():
    walk = with_star_toggled(with_version(WALK, "calm"), "0" * 16)
    assert walk.recipe(3, FACTS) == WALK.recipe(3, FACTS)
    assert walk.placement_key() == WALK.placement_key()
    assert walk.alone == WALK


def test_names_are_given_by_number_and_none_twice():
    walk = with_version(WALK, "Version 2")
    assert free_name(walk, "Version {0}") == "Version 3"
    assert free_name(WALK, "Version {0}") == "Version 1"
    with pytest.raises(WalkError, match='there is already a version "Version 2"'):
        with_version(edited(walk, noise=Fixed(1)), " Version 2 ")


@pytest.mark.parametrize("name", ["", "  ", "two\nlines", "x" * (LONGEST_NAME + 1)])
def test_what_is_no_name_is_refused(name):
    with pytest.raises(WalkError, match="one line"):
        with_version(WALK, name)


def test_renaming_and_removing_leave_the_others_alone():
    walk = with_version(edited(with_version(WALK, "a"), noise=Fixed(1)), "b")
    renamed = with_version_renamed(walk, "a", "c")
    assert [version.name for version in renamed.versions] == ["c", "b"]
    assert with_version_renamed(walk, "a", "a ") == walk
    with pytest.raises(WalkError, match="already"):
        with_version_renamed(walk, "a", "b")
    assert [version.name for version in without_version(renamed, "c").versions] == ["b"]


def test_there_is_room_for_so_many_versions():
    walk = WALK
    for number in range(MAX_VERSIONS):
        walk = with_version(edited(walk, noise=Fixed(number)), str(number))
    assert Walk.parse(walk.dump().encode()) == walk
    with pytest.raises(WalkError, match="remove one"):
        with_version(edited(walk, noise=Fixed(99)), "one more")


def test_a_version_that_would_make_the_file_unreadable_is_refused():
    keyframes = tuple(Keyframe(f"prompt {number}") for number in range(1000))
    walk = Walk(path=Morph(keyframes), timing=Timing(5000))
    with pytest.raises(WalkError, match="too large with one more version"):
        for number in range(MAX_VERSIONS):
            walk = with_version(edited(walk, noise=Fixed(number)), str(number))
    assert Walk.parse(walk.dump().encode()) == walk


def document(**fields):
    return json.dumps({"format": "sd3explorer-walk", "version": 2} | fields).encode()


@pytest.mark.parametrize(
    ("versions", "message"),
    [
        ("calm", "versions: must be a list"),
        ([3], r"versions\[0\]: must be an object"),
        ([{}], r"versions\[0\].name: is missing"),
        ([{"name": 3}], r"versions\[0\].name: must be a text"),
        ([{"name": ""}], r"versions\[0\].name: must be one line"),
        ([{"name": "a\nb"}], r"versions\[0\].name: must be one line"),
        ([{"name": "x" * 81}], r"versions\[0\].name: must have at most 80"),
        ([{"name": "a"}, {"name": "a"}], r'versions\[1\].name: there is another version "a"'),
        ([{"name": "a", "versions": []}], r"versions\[0\].versions: is not a field here"),
        ([{"name": "a", "title": "b"}], r"versions\[0\].title: is not a field here"),
        ([{"name": "a", "noise": {"kind": "loud"}}], r"versions\[0\].noise.kind: must be one of"),
        ([{"name": str(number)} for number in range(10_000)], "at most 50 versions, not 10,000"),
    ],
)
def test_damaged_versions_are_refused_by_what_is_wrong(versions, message):
    with pytest.raises(WalkError, match=message):
        Walk.parse(document(versions=versions))


def test_strengths_in_a_version_are_counted_by_its_own_loras():
    path = Morph((Keyframe("a", lora_strengths=(1.0,)), Keyframe("b", lora_strengths=(0.0,))))
    walk = with_version(edited(WALK, path=path, model=Model(loras=(Lora("x.safetensors"),))), "with")
    walk = edited(walk, path=WALK.path, model=WALK.model)
    assert Walk.parse(walk.dump().encode()) == walk
    damaged = json.loads(walk.dump())
    damaged["versions"][0]["model"]["loras"] = []
    with pytest.raises(WalkError, match=r"versions\[0\].path.keyframes\[0\].lora_strengths"):
        Walk.from_document(damaged)


@pytest.mark.parametrize(
    ("stars", "message"),
    [
        ({}, "stars: must be a list"),
        (["x" * 16], r"stars\[0\]: must be 16 hexadecimal digits"),
        (["0" * 16, 7], r"stars\[1\]: must be 16 hexadecimal digits"),
        (["0" * 16] * 1001, "at most 1,000 stars, not 1,001"),
    ],
)
def test_damaged_stars_are_refused_by_what_is_wrong(stars, message):
    with pytest.raises(WalkError, match=message):
        Walk.parse(document(stars=stars))


def test_a_star_is_put_on_and_taken_away():
    walk = with_star_toggled(WALK, "0" * 16)
    assert walk.stars == ("0" * 16,)
    assert with_star_toggled(walk, "0" * 16) == WALK
    full = edited(WALK, stars=tuple(f"{number:016x}" for number in range(MAX_STARS)))
    with pytest.raises(WalkError, match="remove some"):
        with_star_toggled(full, "f" * 16)


def test_a_star_stays_with_more_steps_on_another_machine_and_with_frames_between():
    star = star_of(WALK.recipe(4, FACTS))
    more = edited(WALK, sampler=Sampler(num_steps=50))
    assert star_of(more.recipe(4, FACTS)) == star
    assert star_of(WALK.recipe(4, replace(FACTS, fingerprint="starter bfloat16"))) == star
    assert star_of(edited(WALK, timing=Timing(17)).recipe(8, FACTS)) == star


def test_a_star_does_not_move_to_another_picture():
    star = star_of(WALK.recipe(4, FACTS))
    others = [
        WALK.recipe(5, FACTS),
        edited(WALK, noise=Fixed(7)).recipe(4, FACTS),
        edited(WALK, sampler=Sampler(guidance_scale=3.0)).recipe(4, FACTS),
        edited(WALK, path=Hold(Prompts("a dog"))).recipe(4, FACTS),
    ]
    assert star not in map(star_of, others)


@pytest.mark.parametrize(("index", "found"), [(0, 0), (4, 16), (8, 32)])
def test_frames_alongside_are_at_the_same_share_of_the_walk(index, found):
    assert frame_alongside(index, WALK, edited(WALK, timing=Timing(33))) == found


def test_ends_and_starts_of_closed_walks_meet():
    closed = edited(WALK, path=replace(WALK.path, closed=True), timing=Timing(4))
    long = edited(closed, timing=Timing(100))
    assert frame_alongside(99, long, closed) == 0
    assert frame_alongside(50, long, closed) == 2


def test_grids_are_compared_by_row_and_column():
    corners = tuple(map(Prompts, "abcd"))
    small, large = Walk(path=Grid(corners, 2, 2)), Walk(path=Grid(corners, 5, 9))
    assert [frame_alongside(index, small, large) for index in range(4)] == [0, 8, 36, 44]
    assert frame_alongside(22, large, small) in range(4)


@given(st.integers(1, 500), st.integers(1, 500), st.data(), st.booleans(), st.booleans())
def test_a_frame_alongside_is_always_one_that_there_is(frames, others, data, closed, other_closed):
    walk = edited(WALK, path=replace(WALK.path, closed=closed), timing=Timing(frames))
    other = edited(WALK, path=replace(WALK.path, closed=other_closed), timing=Timing(others))
    index = data.draw(st.integers(0, walk.frame_count - 1))
    assert frame_alongside(index, walk, other) in range(other.frame_count)
    assert frame_alongside(index, walk, walk) == index
