"""Where the frames of even walks lie, by what is in the store."""

from dataclasses import replace
from itertools import count

import pytest

from sd3explorer.app.frames import place_finder
from sd3explorer.app.frames.place_finder import SEARCHES_KEPT, PlaceFinder, Places
from sd3explorer.walk.model import Model
from sd3explorer.walk.noises import Fixed
from sd3explorer.walk.paths import Keyframe, Morph
from sd3explorer.walk.recipe import shares
from sd3explorer.walk.sampler import Sampler
from sd3explorer.walk.timing import Motion, Timing
from sd3explorer.walk.walk import Walk
from tests.gradient import leaping

WALK = Walk(timing=Timing(9, motion=Motion.EVEN), sampler=Sampler(4, 1.0), model=Model("starter", (32, 32)))


@pytest.fixture
def finder(store):
    return PlaceFinder(store)


@pytest.fixture
def find(finder, facts):
    return lambda walk: finder.find(walk, facts, lambda: False)


def render(store, places):
    for recipe in places.wanted:
        store.put(recipe.digest, leaping(recipe))


def other(seed):
    return replace(WALK, noise=Fixed(seed))


def test_a_search_goes_on_from_what_is_rendered_until_all_places_are_found(find, store):
    places, rounds = find(WALK), 0
    while places.wanted:
        rounds += 1
        render(store, places)
        done, places = places.progress, find(WALK)
        assert not places.wanted or places.progress.before == done.done(0)
    assert rounds > 1
    assert len(places.walk.placement.spots) == 9


def test_of_a_steady_walk_nothing_is_wanted_or_kept(find, store):
    steady = replace(WALK, timing=Timing(9))
    assert find(steady) == Places(steady)
    assert not (store.folder / "places").exists()


def test_pictures_of_a_search_that_has_ended_are_not_held(find, finder, store):
    places = find(WALK)
    while places.wanted:
        assert finder._finders
        render(store, places)
        places = find(WALK)
    assert not finder._finders
    assert find(WALK) == places


@pytest.mark.parametrize(("most", "kept"), [(10_000, SEARCHES_KEPT), (5, 1), (0, 1)])
def test_searches_that_were_left_are_held_as_long_as_they_are_few_and_small(
    find, finder, monkeypatch, most, kept
):
    monkeypatch.setattr(place_finder, "SPOTS_KEPT", most)
    for seed in range(6):
        find(other(seed))
    assert len(finder._finders) == kept


def all_found(find, store, walk):
    """The recipes that were rendered until all places were found."""
    rendered = []
    places = find(walk)
    while places.wanted:
        rendered += places.wanted
        render(store, places)
        places = find(walk)
    return rendered


def story(prompts):
    return replace(WALK, path=Morph(tuple(map(Keyframe, prompts))), timing=Timing(48, motion=Motion.EVEN))


def test_after_an_edit_of_a_keyframe_little_is_wanted_but_beside_it(find, store):
    all_found(find, store, story("abcde"))
    anew = all_found(find, store, story("abcdx"))
    elsewhere = [recipe for recipe in anew if "x" not in dict.fromkeys(shares(recipe.embedding))]
    assert len(anew) - len(elsewhere) >= 5
    # Without what is known of the ways there it is 14.
    assert len(elsewhere) <= 8


def test_a_search_that_nobody_waits_for_any_more_is_not_begun_without_what_is_known(
    finder, find, store, facts
):
    all_found(find, store, story("abcde"))
    edited = story("abcdx")
    asked = count()
    assert finder.find(edited, facts, lambda: next(asked) > 3).walk == edited
    assert not finder._finders
    assert len(find(edited).wanted) <= 8
