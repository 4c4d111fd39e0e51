"""From an even walk to the places of its frames."""

from fractions import Fraction
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sd3explorer.motion.finder import Finder
from sd3explorer.motion.known import by_ways, moved
from sd3explorer.motion.search import MOST_WORK
from sd3explorer.walk.easing import Easing
from sd3explorer.walk.model import ModelFacts
from sd3explorer.walk.noises import Fixed, Orbit, Travel
from sd3explorer.walk.paths import Hold, Keyframe, Morph, Prompts, Wander
from sd3explorer.walk.spots import Bridge, OnBridge, bridges_of, position_of
from sd3explorer.walk.timing import Motion, Timing
from sd3explorer.walk.walk import Walk
from tests.motion.pictures import Line, Story, circle, lengths, unevenness

FACTS = ModelFacts(fingerprint="a model", image_size=(128, 192), num_steps=16, guidance_scale=3.5)


def even(path, frames=32, noise=Fixed(42), bridges=True):
    return Walk(path=path, noise=noise, timing=Timing(frames, motion=Motion.EVEN, bridges=bridges))


def morph(*keyframes, closed=False, **timing):
    return even(Morph(keyframes, closed=closed), **timing)


def keyframes(number, **parts):
    return [Keyframe(f"prompt {each}", **parts) for each in range(number)]


def found(walk, picture, facts=FACTS):
    """The walk with the places that were found for its frames."""
    return ended(Finder(walk, facts), picture).placed()


def ended(finder, picture):
    """A search that was shown all that it wanted."""
    while finder.wanted:
        finder.take({spot: picture(spot) for spot in finder.wanted}.get)
    return finder


def steps(walk, picture):
    return lengths(picture, walk.placement.spots)


def test_frames_of_a_placed_walk_are_equally_far_apart():
    picture = Line(lambda place: place**2)
    placed = found(morph(*keyframes(3)), picture)
    assert unevenness(steps(placed, picture)) <= 1.3


def test_a_placed_walk_is_the_walk_with_a_placement():
    walk = morph(*keyframes(2))
    placed = found(walk, Line())
    assert placed.placement is not None and placed.placement.key == walk.placement_key()
    assert len(placed.placement.spots) == walk.frame_count


def test_an_open_walk_shows_both_its_ends():
    spots = found(morph(*keyframes(3)), Line()).placement.spots
    assert (spots[0], spots[-1]) == (0, 2)


@pytest.mark.parametrize(
    "walk",
    [
        morph(*keyframes(3), closed=True, frames=48),
        even(Hold(Prompts("dog")), frames=48, noise=Orbit(1)),
        even(Hold(Prompts("dog")), frames=48, noise=Travel((1, 2, 3), closed=True)),
    ],
)
def test_a_closed_walk_is_even_over_its_seam_and_shows_its_start_once(walk):
    round_trip = circle(walk.trail.ways)
    spots = found(walk, round_trip).placement.spots
    assert spots[0] == 0 and spots[-1] < walk.trail.ways
    around = lengths(round_trip, [*spots, spots[0]])
    assert unevenness(around) <= 1.3
    assert 0.5 <= around[-1] / np.median(around) <= 1.0


@settings(max_examples=20, deadline=None)
@given(st.integers(20, 64), st.integers(2, 5), st.floats(0.5, 2.0))
def test_a_loop_that_holds_a_keyframe_has_no_longer_step_at_its_seam_than_elsewhere(frames, dwell, slowness):
    walk = morph(Keyframe("a"), Keyframe("b", dwell=dwell), Keyframe("c"), closed=True, frames=frames)

    def round_trip(spot):
        return circle(3)(3 * (float(spot) / 3) ** slowness)

    spots = found(walk, round_trip).placement.spots
    around = lengths(round_trip, [*spots, spots[0]])
    assert around[-1] <= np.median(around[around > 0.0]) * 1.02
    assert spots.count(1) >= dwell


@pytest.mark.parametrize("frames", [3, 4, 5])
@pytest.mark.parametrize("closed", [False, True])
def test_few_frames_have_places(frames, closed):
    walk = morph(*keyframes(4), closed=closed, frames=frames)
    assert len(set(found(walk, Line()).placement.spots)) == frames


def test_of_a_thousand_keyframes_64_frames_show_some():
    walk = morph(*keyframes(1000), frames=64)
    picture = Line()
    assert unevenness(steps(found(walk, picture), picture)) <= 1.3


@pytest.mark.parametrize("slowness", [1.0, 1.7])
def test_a_keyframe_is_held_as_long_as_it_says(slowness):
    walk = morph(Keyframe("a", dwell=4), Keyframe("b", dwell=5), Keyframe("c", dwell=3), frames=33)
    spots = found(walk, Line(lambda place: place**slowness)).placement.spots
    first, second, last = map(spots.count, range(3))
    assert (first, last) == (5, 4)
    # It may begin between two frames.
    assert second in (5, 6)


def test_dwells_that_are_longer_than_the_walk_leave_every_way_a_step():
    walk = morph(Keyframe("a", dwell=400), Keyframe("b", dwell=5), Keyframe("c"), frames=6)
    spots = found(walk, Line()).placement.spots
    assert list(spots) == sorted(spots) and spots[-1] == 2


def test_a_span_of_3_takes_three_times_as_many_frames_for_the_same_change():
    walk = morph(Keyframe("a", span=1.0), Keyframe("b", span=3.0), Keyframe("c"), frames=65)
    first = [spot for spot in found(walk, Line()).placement.spots if spot < 1]
    assert 13 <= len(first) <= 19


def test_equal_spans_take_as_many_frames_as_their_ways_change():
    walk = morph(*keyframes(3), frames=65)
    picture = Line(lambda place: min(place, 1.0) + 3.0 * max(place - 1.0, 0.0))
    first = [spot for spot in found(walk, picture).placement.spots if spot < 1]
    assert 13 <= len(first) <= 19


def test_an_easing_is_slow_where_it_says():
    walk = morph(Keyframe("a", easing=Easing.EASE_IN), Keyframe("b"), frames=64)
    spots = found(walk, Line()).placement.spots
    assert spots[32] < Fraction(2, 5)


def test_of_two_equal_prompts_no_frame_is_lost_on_the_way_between():
    walk = morph(Keyframe("a"), Keyframe("a"), Keyframe("b"), frames=32)
    picture = Line(lambda place: max(place - 1.0, 0.0))
    assert np.count_nonzero(steps(found(walk, picture), picture)) >= 30


@pytest.mark.parametrize("path", [Hold(Prompts("a")), Wander(Prompts("a")), Morph(tuple(keyframes(2)))])
def test_pictures_that_are_all_alike_come_to_places_too(path):
    walk = even(path, noise=Travel((1, 2)))
    assert len(set(found(walk, Line(lambda place: 0.0)).placement.spots)) == walk.frame_count


def test_bridges_begin_within_the_steps_that_the_preset_takes():
    (bridge,) = bridges_of(found(morph(*keyframes(2)), Line(jumps=[(0.3, 0.5)])).placement.spots)
    assert bridge.step == FACTS.num_steps // 2


def test_a_walk_without_bridges_keeps_its_cut():
    placed = found(morph(*keyframes(2), bridges=False), Line(jumps=[(0.3, 0.5)]))
    assert not bridges_of(placed.placement.spots)


def test_before_anything_is_seen_no_places_are_known():
    finder = Finder(morph(*keyframes(2)), FACTS)
    assert not finder.has_seen
    finder.take({spot: Line()(spot) for spot in finder.wanted}.get)
    assert finder.has_seen
    assert list(finder.placed().placement.spots) == sorted(finder.placed().placement.spots)


def test_what_was_looked_at_is_what_was_wanted():
    finder = Finder(morph(*keyframes(2)), FACTS)
    picture = Line()
    while finder.wanted:
        finder.take({spot: picture(spot) for spot in finder.wanted}.get)
    assert finder.looked_at == len(picture.looks) == len(set(picture.looks))


@pytest.mark.parametrize("frames", [5, 32, 150])
@pytest.mark.parametrize("jumps", [(), ((0.3, 0.5), (1.2, 0.4))])
def test_how_far_it_is_rises_with_every_picture_until_all_places_are_found(frames, jumps):
    picture = Line(jumps=jumps, good_step=12)
    finder = Finder(morph(*keyframes(3), frames=frames), FACTS)
    done = []
    while finder.wanted:
        wanted, progress = finder.wanted, finder.progress
        done += [progress.done(missing) for missing in reversed(range(len(wanted)))]
        finder.take({spot: picture(spot) for spot in wanted}.get)
    assert done == sorted(set(done))
    assert done[0] > 0.0 and done[-1] <= 1.0


def test_it_is_said_to_be_done_to_a_tenth_when_a_tenth_of_the_most_work_is():
    finder = Finder(morph(*keyframes(3), frames=100), FACTS)
    looked_at = 0
    while looked_at < 100 and finder.wanted:
        looked_at += len(finder.wanted)
        assert finder.progress.done(0) == pytest.approx(looked_at / (MOST_WORK * 100))
        finder.take({spot: Line()(spot) for spot in finder.wanted}.get)


def test_what_was_seen_is_not_wanted_again():
    finder = Finder(morph(*keyframes(3)), FACTS)
    first, *rest = finder.wanted
    finder.take({first: Line()(first)}.get)
    assert finder.wanted == rest


STORY = ("dog", "cat", "fox", "owl", "panda", "whale")


def story(*prompts, closed=False, frames=64):
    return morph(*map(Keyframe, prompts), closed=closed, frames=frames)


def searched_again(before, after):
    """What a search after an edit wants to see.

    Returns:
        The edited walk with its places, and the spots that were looked at, way by way.
    """
    seen = by_ways(ended(Finder(before, FACTS), Story(before)).seen, before.trail.ways)
    seen_between = dict(zip(ends_of_ways(before), seen, strict=True))
    again = [seen_between.get(ends, ()) for ends in ends_of_ways(after)]
    picture = Story(after)
    known = {moved(spot, way): picture(moved(spot, way)) for way, spots in enumerate(again) for spot in spots}
    finder, looks = Finder(after, FACTS, known), []
    while finder.wanted:
        # What is known is there, though frames may have been too few to make use of it.
        looks += [spot for spot in finder.wanted if spot not in known]
        finder.take({spot: picture(spot) for spot in finder.wanted}.get)
    return finder.placed(), [
        [spot for spot in looks if min(int(position_of(spot)[0]), len(again) - 1) == way]
        for way in range(len(again))
    ]


def ends_of_ways(walk):
    prompts = [keyframe.prompt for keyframe in walk.path.keyframes]
    return list(pairwise([*prompts, *prompts[: 1 if walk.path.closed else 0]]))


# How many spots may be looked at where nothing was edited: frames lie closer there where the walk has become
# shorter. Of searches that know nothing of others it is 4 to 24, 17 to 29 and 26 to 29.
EDITED, INSERTED, DELETED = 5, 6, 20


@pytest.mark.parametrize("closed", [False, True], ids=["open", "closed"])
@pytest.mark.parametrize("number", [4, 6])
@pytest.mark.parametrize(
    ("edit", "most"),
    [
        (lambda prompts: ["frog", *prompts[1:]], EDITED),
        (lambda prompts: [prompts[0], "frog", *prompts[2:]], EDITED),
        (lambda prompts: [*prompts[:-1], "frog"], EDITED),
        (lambda prompts: [*prompts[:2], "frog", *prompts[2:]], INSERTED),
        (lambda prompts: [prompts[0], *prompts[2:]], DELETED),
    ],
    ids=["first", "second", "last", "inserted", "deleted"],
)
def test_after_an_edit_of_a_keyframe_only_the_ways_beside_it_are_searched(number, closed, edit, most):
    before = story(*STORY[:number], closed=closed)
    after = story(*edit(STORY[:number]), closed=closed)
    placed, looks = searched_again(before, after)
    elsewhere = {
        spot
        for ends, spots in zip(ends_of_ways(after), looks, strict=True)
        if ends in ends_of_ways(before)
        for spot in spots
    }
    assert sum(map(len, looks)) > len(elsewhere)
    assert len(elsewhere) <= most
    # Nothing is scouted there: what is looked at is where frames lie now.
    assert len(elsewhere - {*placed.placement.spots}) <= 2
    ends = placed.placement.spots[:1] if closed else ()
    assert unevenness(lengths(Story(after), [*placed.placement.spots, *ends])) <= 1.31


def test_fewer_frames_are_taken_of_what_was_seen():
    _, looks = searched_again(story(*STORY), story(*STORY, frames=33))
    assert not any(looks)


def test_more_frames_lie_between_those_that_were_seen():
    before, after = story(*STORY), story(*STORY, frames=96)
    placed, looks = searched_again(before, after)
    looked_at = sum(map(len, looks))
    assert looked_at <= 96 - len(ended(Finder(before, FACTS), Story(before)).seen) + 40
    assert looked_at < 0.8 * ended(Finder(after, FACTS), Story(after)).looked_at
    assert unevenness(lengths(Story(after), placed.placement.spots)) <= 1.31


@settings(max_examples=40, deadline=None)
@given(
    st.dictionaries(
        st.one_of(
            st.fractions(0, 2, max_denominator=64),
            st.builds(
                lambda before, width, step, mix: OnBridge(Bridge(before, before + width, step), mix),
                st.fractions(0, 1, max_denominator=16),
                st.fractions(Fraction(1, 64), 1, max_denominator=64),
                st.integers(1, 15),
                st.fractions(0, 1, max_denominator=8),
            ),
        ),
        st.none(),
    ),
    st.booleans(),
)
def test_whatever_is_said_to_be_known_frames_are_in_order_from_end_to_end(spots, bridges):
    walk = morph(*keyframes(3), frames=20, bridges=bridges)
    known = {spot: JUMPING(spot) for spot in spots}
    places = ended(Finder(walk, FACTS, known), JUMPING).placed().placement.spots
    assert (places[0], places[-1]) == (0, 2)
    assert list(places) == sorted(places, key=position_of)


def test_of_what_is_known_alone_nobody_says_where_frames_lie():
    walk = morph(*keyframes(2))
    finder = Finder(
        walk, FACTS, {Fraction(1, 4): Line()(Fraction(1, 4)), Fraction(1, 2): Line()(Fraction(1, 2))}
    )
    assert not finder.has_seen
    ended(finder, Line())
    assert finder.has_seen


JUMPING = Line(lambda place: place**1.5, jumps=[(0.6, 0.8), (1.7, 2.0)], good_step=11)


@settings(max_examples=20, deadline=None)
@given(st.randoms(use_true_random=False), st.booleans(), st.floats(0.0, 1.0))
def test_a_search_that_begins_again_with_some_pictures_comes_to_the_same_places(chance, bridges, share):
    walk = morph(*keyframes(3), frames=20, bridges=bridges)
    rendered = {}

    def look(spot):
        return rendered.setdefault(spot, JUMPING(spot))

    placed = found(walk, look)
    kept = {spot: gist for spot, gist in rendered.items() if chance.random() < share}
    again = Finder(walk, FACTS)
    again.take(kept.get)
    looks = set()
    while again.wanted:
        # One by one, as they may be rendered.
        spot = chance.choice(again.wanted)
        looks.add(spot)
        kept[spot] = JUMPING(spot)
        again.take(kept.get)
    assert again.placed() == placed
    assert set(kept) == set(rendered)


paths = st.one_of(
    st.builds(
        lambda frames, closed: Morph(tuple(frames), closed=closed),
        st.lists(
            st.builds(
                Keyframe,
                st.sampled_from("abc"),
                span=st.floats(0.1, 10.0),
                easing=st.sampled_from(Easing),
                dwell=st.integers(0, 9),
            ),
            min_size=2,
            max_size=6,
        ),
        st.booleans(),
    ),
    st.just(Hold(Prompts("a"))),
    st.just(Wander(Prompts("a"))),
)


@settings(max_examples=40, deadline=None)
@given(
    paths,
    st.sampled_from([Fixed(1), Orbit(1), Travel((1, 2, 3)), Travel((1, 2), closed=True)]),
    st.integers(3, 40),
    st.booleans(),
)
@example(
    # Its last frame was the end of the loop, which is its start.
    path=Morph((Keyframe("a", span=2.0), Keyframe("a", span=0.75), Keyframe("a", span=5.0, dwell=2)), True),
    noise=Fixed(1),
    frames=7,
    bridges=False,
)
def test_every_even_walk_has_its_frames_in_order(path, noise, frames, bridges):
    walk = even(path, frames, noise, bridges)
    if not walk.is_even:
        return
    spots = found(walk, JUMPING).placement.spots
    assert len(spots) == frames
    assert list(spots) == sorted(spots, key=position_of)
    assert spots[0] == 0
    end = walk.trail.ways
    assert position_of(spots[-1])[0] < end if walk.trail.is_closed else spots[-1] == end
