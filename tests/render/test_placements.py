"""Where the frames of even walks lie, kept beside the frames."""

import os
from dataclasses import replace
from fractions import Fraction

import pytest

from sd3explorer.motion.known import moved
from sd3explorer.render import placements
from sd3explorer.render.placements import Placements
from sd3explorer.walk.model import ModelFacts
from sd3explorer.walk.noises import Fixed
from sd3explorer.walk.paths import Keyframe, Morph
from sd3explorer.walk.spots import Bridge, OnBridge, Placement
from sd3explorer.walk.timing import Motion, Timing
from sd3explorer.walk.walk import Walk

FACTS = ModelFacts(fingerprint="a model", image_size=(128, 192), num_steps=16, guidance_scale=3.5)
WALK = Walk(timing=Timing(5, motion=Motion.EVEN))
ON_BRIDGE = OnBridge(Bridge(Fraction(1, 4), Fraction(3, 8), 11), Fraction(1, 2))
PLACEMENT = Placement(
    WALK.placement_key(), (Fraction(0), Fraction(1, 4), ON_BRIDGE, Fraction(3, 8), Fraction(1))
)


@pytest.fixture
def kept(tmp_path):
    kept = Placements(tmp_path)
    kept.put(WALK, FACTS, PLACEMENT)
    return kept


@pytest.fixture
def file(kept, tmp_path):
    (file,) = (tmp_path / "places").glob("*.json")
    return file


def test_what_was_found_comes_back_as_it_was(kept):
    assert kept.get(WALK, FACTS) == PLACEMENT


def test_what_was_found_outlives_the_process(kept, tmp_path):
    assert Placements(tmp_path).get(WALK, FACTS) == PLACEMENT


def test_where_nothing_was_found_there_is_none(tmp_path):
    assert Placements(tmp_path).get(WALK, FACTS) is None


def test_what_was_found_last_is_kept(kept):
    other = replace(PLACEMENT, spots=tuple(Fraction(number, 4) for number in range(5)))
    kept.put(WALK, FACTS, other)
    assert kept.get(WALK, FACTS) == other


@pytest.mark.parametrize(
    "facts",
    [
        replace(FACTS, fingerprint="a model in another precision"),
        replace(FACTS, num_steps=28),
        replace(FACTS, guidance_scale=5.5),
        replace(FACTS, image_size=(64, 64)),
    ],
)
def test_of_another_model_precision_or_sampler_nothing_is_known(kept, facts):
    assert kept.get(WALK, facts) is None


def test_of_another_walk_nothing_is_known(kept):
    assert kept.get(replace(WALK, noise=Fixed(7)), FACTS) is None


def test_a_walk_that_only_plays_differently_has_the_same_places(kept):
    assert (
        kept.get(replace(WALK, title="Slow", timing=replace(WALK.timing, frame_rate=1.0)), FACTS) == PLACEMENT
    )


def test_what_another_search_found_is_not_taken(kept, monkeypatch):
    monkeypatch.setattr(placements, "SEARCH_VERSION", placements.SEARCH_VERSION + 1)
    assert kept.get(WALK, FACTS) is None


def test_a_file_in_anothers_place_is_none(kept, tmp_path, file):
    other = replace(WALK, noise=Fixed(7))
    kept.put(other, FACTS, replace(PLACEMENT, key=other.placement_key()))
    (others,) = (each for each in (tmp_path / "places").glob("*.json") if each != file)
    others.replace(file)
    assert kept.get(WALK, FACTS) is None


def test_places_that_are_not_those_of_the_frames_are_none(kept):
    kept.put(WALK, FACTS, replace(PLACEMENT, spots=PLACEMENT.spots[1:]))
    assert kept.get(WALK, FACTS) is None


def test_a_file_that_is_damaged_anywhere_is_none(kept, file):
    whole = file.read_bytes()
    for place in range(len(whole)):
        damaged = bytearray(whole)
        damaged[place] ^= 0x15
        file.write_bytes(damaged)
        assert kept.get(WALK, FACTS) is None


def test_a_file_that_was_cut_off_anywhere_is_none(kept, file):
    whole = file.read_bytes()
    for length in range(len(whole)):
        file.write_bytes(whole[:length])
        assert kept.get(WALK, FACTS) is None


def test_a_file_that_is_too_large_is_none(kept, file, monkeypatch):
    monkeypatch.setattr(placements, "LARGEST", len(file.read_bytes()) - 1)
    assert kept.get(WALK, FACTS) is None


def test_a_damaged_file_is_replaced_by_what_is_found_again(kept, file):
    file.write_bytes(b"nonsense")
    kept.put(WALK, FACTS, PLACEMENT)
    assert kept.get(WALK, FACTS) == PLACEMENT


def test_a_folder_in_its_place_is_none_and_makes_no_trouble(kept, file):
    file.unlink()
    file.mkdir()
    assert kept.get(WALK, FACTS) is None
    kept.put(WALK, FACTS, PLACEMENT)


def test_a_link_in_its_place_is_not_followed(kept, file, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    file.replace(elsewhere)
    file.symlink_to(elsewhere)
    assert kept.get(WALK, FACTS) is None


def test_a_pipe_in_its_place_is_not_waited_for(kept, file, hang_guard):
    file.unlink()
    os.mkfifo(file)
    assert kept.get(WALK, FACTS) is None


LOOKED_AT = (Fraction(0), Fraction(1, 8), Fraction(1, 4), ON_BRIDGE, Fraction(3, 8), Fraction(1))


def morph(*prompts, frames=5, **more):
    return Walk(path=Morph(tuple(map(Keyframe, prompts)), **more), timing=Timing(frames, motion=Motion.EVEN))


def looked_at(kept, walk, by_way=((0, LOOKED_AT),), facts=FACTS):
    """Says that such a walk was searched, by the spots of its ways."""
    seen = list(dict.fromkeys(moved(spot, way) for way, spots in by_way for spot in spots))
    ends = tuple(Fraction(number * walk.trail.ways, 4) for number in range(5))
    kept.put(walk, facts, Placement(walk.placement_key(), ends), seen)


def test_what_was_seen_of_a_way_is_known_wherever_another_walk_has_it(kept):
    looked_at(kept, morph("a", "b"))
    assert list(kept.seen(morph("a", "b", frames=9), FACTS)) == [*LOOKED_AT]
    elsewhere = [moved(spot, 1) for spot in LOOKED_AT]
    assert list(kept.seen(morph("c", "a", "b", "c"), FACTS)) == elsewhere
    assert list(kept.seen(morph("c", "a", "b", closed=True), FACTS)) == elsewhere


@pytest.mark.parametrize(
    ("walk", "facts"),
    [
        (morph("a", "c"), FACTS),
        (morph("b", "a"), FACTS),
        (replace(morph("a", "b"), noise=Fixed(7)), FACTS),
        (morph("a", "b"), replace(FACTS, guidance_scale=5.5)),
        (morph("a", "b"), replace(FACTS, fingerprint="another model")),
    ],
)
def test_of_ways_with_other_pictures_nothing_is_known(kept, walk, facts):
    looked_at(kept, morph("a", "b"))
    assert not list(kept.seen(walk, facts))


def test_of_places_that_were_not_looked_for_those_are_known_and_replace_nothing(kept):
    walk = morph("a", "b")
    looked_at(kept, walk)
    kept.put(walk, FACTS, replace(PLACEMENT, key=walk.placement_key()))
    assert list(kept.seen(walk, FACTS)) == [*LOOKED_AT]
    other = morph("a", "c")
    kept.put(other, FACTS, replace(PLACEMENT, key=other.placement_key()))
    assert list(kept.seen(other, FACTS)) == [*PLACEMENT.spots]


def test_of_a_way_whose_file_is_damaged_nothing_is_known_and_all_of_the_others(kept, tmp_path):
    walk = morph("a", "b", "c")
    looked_at(kept, walk, enumerate((LOOKED_AT, LOOKED_AT)))
    for file in (tmp_path / "places").glob("way-*"):
        whole = file.read_bytes()
        for place in range(len(whole)):
            damaged = bytearray(whole)
            damaged[place] ^= 0x15
            file.write_bytes(damaged)
            assert len(list(kept.seen(walk, FACTS))) in (len(LOOKED_AT), 2 * len(LOOKED_AT))
        file.write_bytes(b"\xff\xfe")
        assert len(list(kept.seen(walk, FACTS))) in (len(LOOKED_AT), 2 * len(LOOKED_AT))
        file.write_bytes(whole)


def test_where_nothing_can_be_written_nothing_is_kept_and_nobody_is_troubled(tmp_path):
    (tmp_path / "places").write_text("a file in the folder's place")
    kept = Placements(tmp_path / "places" / "below")
    kept.put(WALK, FACTS, PLACEMENT)
    assert kept.get(WALK, FACTS) is None


@pytest.mark.skipif(
    os.name == "nt" or os.geteuid() == 0, reason="whoever may do everything can write anywhere"
)
def test_a_store_that_can_only_be_read_tells_what_was_found_before(kept, file):
    file.parent.chmod(0o500)
    try:
        kept.put(WALK, FACTS, replace(PLACEMENT, spots=()))
        assert kept.get(WALK, FACTS) == PLACEMENT
    finally:
        file.parent.chmod(0o700)
