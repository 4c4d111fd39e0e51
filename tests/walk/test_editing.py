"""Making and moving keyframes: what changes, and what stays exactly where it is."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sd3explorer.motion.distance import gist
from sd3explorer.motion.finder import Finder
from sd3explorer.walk.easing import Bezier, Easing
from sd3explorer.walk.editing import (
    even_from_the_start,
    keyframe_frames,
    keyframe_places,
    keyframe_ways,
    movable_frames,
    takes_keyframes,
    with_easing,
    with_keyframe_at,
    with_keyframe_made,
    with_keyframe_removed,
)
from sd3explorer.walk.loras import Lora, LoraFacts
from sd3explorer.walk.mix import MAX_CONTENTS, count_contents, mixed
from sd3explorer.walk.noises import Fixed, Orbit, Travel
from sd3explorer.walk.paths import Blend, Grid, Hold, Keyframe, Morph, Pin, Prompts, Wander, Weights
from sd3explorer.walk.sampler import Sampler
from sd3explorer.walk.spots import OnBridge, Placement
from sd3explorer.walk.timing import Motion, Timing
from sd3explorer.walk.walk import Walk
from tests.gradient import leaping


def walk_of(*prompts, frames=25, closed=False, spans=None, easing=Easing.LINEAR):
    spans = spans or [1.0] * len(prompts)
    keyframes = tuple(
        Keyframe(prompt, f"no {prompt}", span, easing) for prompt, span in zip(prompts, spans, strict=True)
    )
    return Walk(path=Morph(keyframes, closed), timing=Timing(frames=frames))


def prompts(walk):
    return [keyframe.prompt for keyframe in walk.path.keyframes]


def easings(walk):
    return [keyframe.easing for keyframe in walk.path.keyframes]


def held_walk(dwells=(4, 0, 0), **more):
    """From dog over cat to fox in 25 frames, of which the dwells take their share."""
    walk = walk_of("dog", "cat", "fox", **more)
    keyframes = zip(walk.path.keyframes, dwells, strict=True)
    held = tuple(replace(keyframe, dwell=dwell) for keyframe, dwell in keyframes)
    return replace(walk, path=replace(walk.path, keyframes=held))


def held(tempo):
    return [begin - met for begin, met in zip(tempo.departures, tempo.arrivals, strict=False)]


@st.composite
def morphs(draw):
    spans = st.sampled_from([1.0, 2.0, 0.5, 3.0, 12.0, 100.0])
    dwells = draw(st.sampled_from([st.just(0), st.integers(0, 5), st.sampled_from([0, 60])]))
    keyframe = st.builds(Keyframe, st.text("abc", max_size=3), span=spans, dwell=dwells)
    keyframes = draw(st.lists(keyframe, min_size=2, max_size=8))
    timing = Timing(frames=draw(st.integers(1, 500)))
    return Walk(path=Morph(tuple(keyframes), draw(st.booleans())), timing=timing)


@st.composite
def blends(draw):
    """Blends on a map, some of whose pins have a noise of their own."""
    count = draw(st.integers(1, 4))
    seeds, place = st.none() | st.integers(0, 2), st.tuples(st.floats(0, 1), st.floats(0, 1))
    pin = st.builds(Pin, st.text("abc", max_size=3), seed=seeds, place=place)
    weight = st.sampled_from([0.0, 0.25, 0.3, 0.5, 1.0])
    keyframe = st.builds(
        Weights,
        st.lists(weight, min_size=count, max_size=count).filter(any).map(tuple),
        st.sampled_from([1.0, 2.0, 0.3125]),
        dwell=st.sampled_from([0, 0, 3]),
        place=place,
    )
    pins = draw(st.lists(pin, min_size=count, max_size=count))
    keyframes = draw(st.lists(keyframe, min_size=2, max_size=5))
    path = Blend(tuple(pins), tuple(keyframes), draw(st.booleans()))
    return Walk(path=path, timing=Timing(frames=draw(st.integers(2, 60))))


# Where keyframes are


def test_keyframes_of_an_open_morph_are_at_both_ends():
    assert keyframe_frames(walk_of("dog", "cat", "fox", frames=25)) == [0, 12, 24]


def test_a_closed_morph_has_a_way_back_after_its_last_keyframe():
    assert keyframe_frames(walk_of("dog", "cat", "fox", frames=24, closed=True)) == [0, 8, 16]


def test_a_keyframe_between_two_frames_shows_on_the_later_one():
    walk = walk_of("dog", "cat", "fox", frames=24)
    assert keyframe_places(walk)[1] == Fraction(23, 2)
    assert keyframe_frames(walk)[1] == 12


def test_paths_without_keyframes_have_none():
    assert keyframe_frames(Walk(path=Hold(Prompts("dog")))) == []


def test_holding_a_keyframe_moves_those_behind_it():
    assert keyframe_frames(held_walk()) == [0, 14, 24]


def test_ways_begin_behind_what_is_held_and_end_at_the_next_keyframe():
    assert keyframe_ways(held_walk(dwells=(4, 3, 0))) == [(4, Fraction(25, 2)), (Fraction(31, 2), 24)]


def test_paths_without_keyframes_have_no_ways():
    assert keyframe_ways(Walk(path=Hold(Prompts("dog")))) == []


# Easing


def test_one_way_is_eased_and_the_others_stay():
    eased = with_easing(walk_of("dog", "cat", "fox"), 1, Easing.EASE_IN)
    assert easings(eased) == [Easing.LINEAR, Easing.EASE_IN, Easing.LINEAR]
    assert with_easing(eased, 1, Easing.LINEAR) == walk_of("dog", "cat", "fox")


def test_walks_without_keyframes_are_not_eased():
    walk = Walk(path=Hold(Prompts("dog")))
    assert with_easing(walk, 0, Easing.EASE_IN) is walk


# Making


def test_a_keyframe_is_made_at_the_frame():
    assert keyframe_frames(with_keyframe_made(walk_of("dog", "cat"), 10)) == [0, 10, 24]


def test_a_new_keyframe_takes_both_prompts_of_the_nearer_one():
    walk = walk_of("dog", "cat")
    assert prompts(with_keyframe_made(walk, 10)) == ["dog", "dog", "cat"]
    made = with_keyframe_made(walk, 20)
    assert prompts(made) == ["dog", "cat", "cat"]
    assert made.path.keyframes[1].negative_prompt == "no cat"


def test_on_the_way_back_of_a_closed_morph_the_first_keyframe_may_be_the_nearer():
    made = with_keyframe_made(walk_of("dog", "cat", frames=24, closed=True), 22)
    assert prompts(made) == ["dog", "cat", "dog"]
    assert keyframe_frames(made) == [0, 12, 22]


@pytest.mark.parametrize(
    ("easing", "parts"),
    [
        (Easing.LINEAR, [Easing.LINEAR, Easing.LINEAR]),
        (Easing.EASE_IN, [Easing.EASE_IN, Easing.LINEAR]),
        (Easing.EASE_OUT, [Easing.LINEAR, Easing.EASE_OUT]),
        (Easing.EASE_IN_OUT, [Easing.EASE_IN, Easing.EASE_OUT]),
    ],
)
def test_a_split_way_starts_and_stops_as_before_and_does_not_halt_between(easing, parts):
    assert easings(with_keyframe_made(walk_of("dog", "cat", easing=easing), 10))[:2] == parts


def test_a_way_by_a_curve_is_split_where_the_keyframe_is():
    curve = Bezier(0.2, 0.1, 0.8, 0.6)
    parts = easings(with_keyframe_made(walk_of("dog", "cat", easing=curve), 10))
    assert tuple(parts[:2]) == curve.split(Fraction(10, 24))


def test_a_frame_with_a_keyframe_gets_no_second_one():
    assert with_keyframe_made(walk_of("dog", "cat", "fox"), 12) is None


@pytest.mark.parametrize("frame", [0, 1, 4])
def test_a_frame_that_holds_a_keyframe_gets_no_second_one(frame):
    assert with_keyframe_made(held_walk(), frame) is None


def test_behind_a_hold_a_keyframe_is_made_and_is_not_held_itself():
    made = with_keyframe_made(held_walk(dwells=(4, 3, 0)), 5)
    assert keyframe_frames(made) == [0, 5, *keyframe_frames(held_walk(dwells=(4, 3, 0)))[1:]]
    assert [keyframe.dwell for keyframe in made.path.keyframes] == [4, 0, 3, 0]


def test_a_new_keyframe_near_one_that_is_held_takes_its_prompts_without_the_hold():
    made = with_keyframe_made(held_walk(dwells=(0, 4, 0)), 8)
    assert prompts(made) == ["dog", "cat", "cat", "fox"]
    assert [keyframe.dwell for keyframe in made.path.keyframes] == [0, 0, 4, 0]


def test_where_holds_leave_no_time_for_another_way_no_keyframe_is_made():
    assert with_keyframe_made(held_walk(dwells=(10, 11, 0)), 11) is not None
    assert with_keyframe_made(held_walk(dwells=(11, 11, 0)), 12) is None


def test_a_morph_takes_no_more_keyframes_than_a_file_holds():
    assert with_keyframe_made(walk_of(*["dog"] * 1000, frames=5000), 1) is None


def test_a_held_prompt_becomes_a_morph_with_it_at_both_ends_and_at_the_frame():
    made = with_keyframe_made(Walk(path=Hold(Prompts("dog", "blurry")), timing=Timing(frames=25)), 10)
    assert keyframe_frames(made) == [0, 10, 24]
    assert {(keyframe.prompt, keyframe.negative_prompt) for keyframe in made.path.keyframes} == {
        ("dog", "blurry")
    }


@pytest.mark.parametrize("frame", [0, 24])
def test_at_an_end_of_a_held_prompt_the_ends_are_all_the_keyframes(frame):
    made = with_keyframe_made(Walk(path=Hold(Prompts("dog")), timing=Timing(frames=25)), frame)
    assert keyframe_frames(made) == [0, 24]


@pytest.mark.parametrize("path", [Wander(Prompts("dog")), Grid((Prompts("dog"),) * 4)])
def test_other_paths_take_no_keyframes(path):
    assert not takes_keyframes(path)
    assert with_keyframe_made(Walk(path=path), 3) is None


@given(morphs() | blends(), st.data())
def test_a_new_keyframe_leaves_all_others_exactly_where_they_are(walk, data):
    frame = data.draw(st.integers(0, walk.frame_count - 1))
    made = with_keyframe_made(walk, frame)
    assume(made is not None)
    places = keyframe_places(made)
    assert places.pop(places.index(frame)) == frame
    assert places == keyframe_places(walk)


@st.composite
def rich_morphs(draw):
    """Morphs whose keyframes have noises, weights of guidance and strengths of their own."""
    loras = (Lora("a.safetensors", 0.5),)
    keyframe = st.builds(
        Keyframe,
        st.text("abc", max_size=3),
        st.text("abc", max_size=1),
        st.sampled_from([1.0, 2.0, 3.0]),
        seed=st.none() | st.integers(0, 3),
        guidance_scale=st.none() | st.sampled_from([1.0, 4.0, 7.5]),
        lora_strengths=st.sampled_from([(0.0,), (0.25,), (1.0,)]),
    )
    keyframes = draw(st.lists(keyframe, min_size=2, max_size=5))
    return Walk(
        path=Morph(tuple(keyframes), draw(st.booleans())),
        noise=draw(st.sampled_from([Fixed(42), Orbit(42), Travel((1, 2))])),
        timing=Timing(frames=draw(st.integers(2, 60))),
        sampler=Sampler(num_steps=4, guidance_scale=draw(st.sampled_from([None, 5.0]))),
        model=replace(Walk().model, loras=loras),
    )


def some_frames_of(walk, facts):
    """A few are as good as all, and 500 recipes take a while."""
    return [walk.recipe(index, facts) for index in range(0, walk.frame_count, 1 + walk.frame_count // 12)]


@given(rich_morphs(), st.data())
def test_a_new_keyframe_shows_exactly_what_the_frame_showed(facts, walk, data):
    facts = replace(facts, guidance_scale=5.0, loras=(LoraFacts("some", in_text=True),))
    for _ in range(3):
        frame = data.draw(st.integers(0, walk.frame_count - 1))
        made = with_keyframe_made(walk, frame, facts)
        if made is None:
            continue
        assert made.recipe(frame, facts).embedding == walk.recipe(frame, facts).embedding
        assert made.recipe(frame, facts).noise == walk.recipe(frame, facts).noise
        assert made.recipe(frame, facts).guidance_scale == walk.recipe(frame, facts).guidance_scale
        assert made.recipe(frame, facts).added == walk.recipe(frame, facts).added
        walk = made


@given(morphs() | blends(), st.data())
def test_a_new_keyframe_on_an_even_way_changes_no_other_frame_either(facts, walk, data):
    frame = data.draw(st.integers(0, walk.frame_count - 1))
    made = with_keyframe_made(walk, frame)
    assume(made is not None)
    assert some_frames_of(made, facts) == some_frames_of(walk, facts)


@pytest.mark.parametrize("frame", [3, 7, 12, 20])
def test_a_new_keyframe_of_an_even_walk_shows_what_lay_at_its_spot(facts, frame):
    walk = placed(even_walk("dog", "cat", frames=25), facts)
    made = with_keyframe_made(walk, frame)
    shown = made.path.keyframes[1].content
    assert shown.t == walk.placement.spots[frame]


def test_a_new_keyframe_of_a_blend_lies_on_its_route():
    pins = (Pin("dog", place=(0.0, 0.0)), Pin("cat", place=(1.0, 0.0)))
    route = (Weights((1.0, 0.0), place=(0.0, 0.0)), Weights((0.0, 1.0), place=(1.0, 0.0)))
    made = with_keyframe_made(Walk(path=Blend(pins, route), timing=Timing(frames=9)), 2)
    assert made.path.keyframes[1] == Weights((0.75, 0.25), span=0.75, place=(0.25, 0.0))


# Removing


@pytest.mark.parametrize("walk", [held_walk((4, 2, 3)), held_walk((4, 2, 3), frames=40, closed=True)])
def test_a_keyframe_that_is_removed_leaves_the_others_where_they_are(walk):
    places = keyframe_places(walk)
    assert keyframe_places(with_keyframe_removed(walk, 1)) == [places[0], *places[2:]]


@given(morphs() | blends(), st.data())
def test_what_is_made_and_removed_is_as_it_was(facts, walk, data):
    made = with_keyframe_made(walk, data.draw(st.integers(0, walk.frame_count - 1)))
    assume(made is not None)
    new = next(n for n, place in enumerate(keyframe_places(made)) if place not in keyframe_places(walk))
    back = with_keyframe_removed(made, new)
    assert keyframe_places(back) == keyframe_places(walk)
    assert some_frames_of(back, facts) == some_frames_of(walk, facts)


def test_ends_can_be_removed_too():
    assert prompts(with_keyframe_removed(walk_of("dog", "cat", "fox"), 0)) == ["cat", "fox"]
    assert prompts(with_keyframe_removed(walk_of("dog", "cat", "fox"), 2)) == ["dog", "cat"]


@pytest.mark.parametrize(
    "walk, number",
    [(walk_of("dog", "cat"), 0), (walk_of("dog", "cat", "fox"), 3), (Walk(path=Hold(Prompts("dog"))), 0)],
)
def test_two_keyframes_stay(walk, number):
    assert with_keyframe_removed(walk, number) is None


@pytest.mark.parametrize("closed", [False, True])
@pytest.mark.parametrize("bridges", [False, True])
def test_new_keyframes_of_an_even_walk_leave_all_its_frames_where_they_are(facts, closed, bridges):
    walk = even_walk("dog", "cat", "fox", frames=25, closed=closed)
    walk = placed(replace(walk, timing=replace(walk.timing, bridges=bridges)), facts)
    recipes = [walk.recipe(index, facts) for index in range(25)]
    for frame in (4, 6, 15, 5):
        made = with_keyframe_made(walk, frame, facts)
        if made is None:
            continue
        assert made.placement is not None or isinstance(walk.placement.spots[frame], OnBridge)
        walk = made if made.placement is not None else walk
        assert [walk.recipe(index, facts) for index in range(25)] == recipes
        assert frame in keyframe_frames(walk) or made.placement is None
        assert Walk.parse(walk.dump().encode()) == walk
    assert len(walk.path.keyframes) >= 6


def test_where_noise_moves_places_are_looked_for_again(facts):
    walk = placed(replace(even_walk("dog", "cat", frames=25), noise=Orbit(1)), facts)
    assert with_keyframe_made(walk, 6, facts).placement is None


def test_where_too_much_is_mixed_a_new_keyframe_is_its_neighbour():
    mixes = [
        mixed(Prompts("a"), Prompts("b"), Fraction(1, 2)),
        mixed(Prompts("c"), Prompts("d"), Fraction(1, 2)),
    ]
    for _ in range(5):
        mixes = [mixed(*mixes, Fraction(1, 3)), mixed(*mixes, Fraction(2, 3))]
        mixes[1] = mixed(mixes[1], Prompts("e"), Fraction(1, 2))
    keyframes = tuple(Keyframe("dog", mix=mix) for mix in mixes)
    assert count_contents(mixes[0]) + count_contents(mixes[1]) > MAX_CONTENTS
    made = with_keyframe_made(Walk(path=Morph(keyframes), timing=Timing(frames=9)), 2)
    assert made.path.keyframes[1].mix == mixes[0]


@given(rich_morphs(), st.data())
def test_a_pinned_frame_can_be_saved(walk, data):
    made = with_keyframe_made(walk, data.draw(st.integers(0, walk.frame_count - 1)))
    assume(made is not None)
    assert Walk.parse(made.dump().encode()) == made


@given(morphs(), st.data())
def test_what_is_made_can_be_saved(walk, data):
    made = with_keyframe_made(walk, data.draw(st.integers(0, walk.frame_count - 1)))
    assume(made is not None)
    assert Walk.parse(made.dump().encode()) == made


# Moving


def test_a_moved_keyframe_is_at_its_frame_and_the_others_stay():
    assert keyframe_frames(with_keyframe_at(walk_of("dog", "cat", "fox"), 1, 5)) == [0, 5, 24]


def test_the_last_keyframe_of_a_closed_morph_moves():
    walk = walk_of("dog", "cat", "fox", frames=24, closed=True)
    assert keyframe_frames(with_keyframe_at(walk, 2, 20)) == [0, 8, 20]


@pytest.mark.parametrize("number", [0, 2])
def test_the_ends_of_an_open_morph_stay(number):
    walk = walk_of("dog", "cat", "fox")
    assert with_keyframe_at(walk, number, 5) is walk


def test_the_first_keyframe_of_a_closed_morph_stays():
    walk = walk_of("dog", "cat", closed=True)
    assert with_keyframe_at(walk, 0, 5) is walk


@pytest.mark.parametrize(("frame", "where"), [(-3, 1), (0, 1), (24, 23), (99, 23)])
def test_a_keyframe_stops_a_frame_before_its_neighbours(frame, where):
    assert keyframe_frames(with_keyframe_at(walk_of("dog", "cat", "fox"), 1, frame))[1] == where


@pytest.mark.parametrize(("frame", "where"), [(0, 5), (24, 20)])
def test_a_keyframe_keeps_a_frame_of_each_way_beside_it_whatever_is_held(frame, where):
    # The first is held until frame 4, and it itself for three more frames before the way to the last.
    walk = held_walk(dwells=(4, 3, 0))
    assert keyframe_frames(with_keyframe_at(walk, 1, frame))[1] == where


def test_a_keyframe_without_room_stays():
    walk = walk_of("dog", "cat", "fox", frames=2)
    assert not movable_frames(walk, 1)
    assert with_keyframe_at(walk, 1, 1) is walk


def test_moving_a_keyframe_to_where_it_is_changes_nothing():
    walk = walk_of("dog", "cat", "fox")
    assert with_keyframe_at(walk, 1, 12) is walk


def test_walks_without_keyframes_come_back_as_they_are():
    walk = Walk(path=Hold(Prompts("dog")))
    assert with_keyframe_at(walk, 1, 12) is walk


def test_extreme_spans_stay_within_what_a_file_holds():
    walk = walk_of("dog", "cat", "fox", "owl", spans=[1e6, 1e-6, 1e-6, 1.0], frames=100_000)
    moved = with_keyframe_made(walk, 70_000)
    assert Walk.parse(moved.dump().encode()) == moved


@given(morphs(), st.data())
def test_moving_a_keyframe_leaves_all_others_exactly_where_they_are(walk, data):
    number = data.draw(st.integers(0, len(walk.path.keyframes) - 1))
    allowed = movable_frames(walk, number)
    assume(len(allowed) > 0)
    frame = data.draw(st.sampled_from(allowed))
    places = keyframe_places(with_keyframe_at(walk, number, frame))
    assert places == [*keyframe_places(walk)[:number], frame, *keyframe_places(walk)[number + 1 :]]


@given(morphs(), st.data())
def test_moving_a_keyframe_twice_is_moving_it_to_the_second_frame(walk, data):
    number = data.draw(st.integers(0, len(walk.path.keyframes) - 1))
    first, second = data.draw(st.integers(0, 500)), data.draw(st.integers(0, 500))
    twice = with_keyframe_at(with_keyframe_at(walk, number, first), number, second)
    assert keyframe_places(twice) == keyframe_places(with_keyframe_at(walk, number, second))


@given(morphs(), st.data())
def test_what_is_held_is_held_as_long_after_a_keyframe_moved(walk, data):
    number = data.draw(st.integers(0, len(walk.path.keyframes) - 1))
    moved = with_keyframe_at(walk, number, data.draw(st.integers(0, 500)))
    before, after = (each.path.tempo(each.frame_count) for each in (walk, moved))
    assert held(after) == held(before)


@given(morphs(), st.data())
def test_only_spans_change_when_a_keyframe_moves(walk, data):
    number = data.draw(st.integers(0, len(walk.path.keyframes) - 1))
    moved = with_keyframe_at(walk, number, data.draw(st.integers(0, 500)))
    as_before = tuple(
        replace(keyframe, span=before.span)
        for keyframe, before in zip(moved.path.keyframes, walk.path.keyframes, strict=True)
    )
    assert replace(moved, path=replace(moved.path, keyframes=as_before)) == walk


# Pictures change most half way, but not by so little elsewhere that a keyframe could be anywhere.
STEEPNESS = 4.0


def placed(walk, facts):
    """The walk with the places of its frames, found by looking at them."""
    finder = Finder(walk, facts)
    finder.take(lambda spot: gist(leaping(walk.recipe_at(spot, facts), STEEPNESS)))
    return finder.placed()


def even_walk(*names, **more):
    walk = walk_of(*names, **more)
    return replace(walk, timing=replace(walk.timing, motion=Motion.EVEN))


def test_keyframes_of_an_even_walk_are_where_its_frames_show_them(facts):
    walk = placed(even_walk("dog", "cat", "fox"), facts)
    frames = keyframe_frames(walk)
    assert [walk.embeddings(frame).positive for frame in frames] == [
        prompts.embeddings.positive for prompts in walk.path.prompts
    ]
    # The ways differ in how much changes on them, and so in how long they take.
    assert frames != keyframe_frames(replace(walk, placement=None))


def test_ways_of_an_even_walk_lead_from_keyframe_to_keyframe(facts):
    walk = placed(even_walk("dog", "cat", "fox", closed=True), facts)
    places = keyframe_places(walk)
    assert keyframe_ways(walk) == list(zip(places, [*places[1:], 25], strict=True))


def test_a_keyframe_of_an_even_walk_is_held_before_its_way_begins(facts):
    walk = placed(replace(held_walk(), timing=Timing(25, motion=Motion.EVEN)), facts)
    (begin, _), *_ = keyframe_ways(walk)
    assert begin == 4
    pictures = [leaping(walk.recipe(frame, facts)).astype(int) for frame in range(6)]
    changes = [abs(picture - pictures[0]).max() for picture in pictures]
    assert max(changes[:5]) <= 1 < changes[5]


def test_a_keyframe_whose_places_are_not_known_yet_is_where_it_was_in_a_steady_walk():
    walk = even_walk("dog", "cat", "fox")
    assert keyframe_frames(walk) == [0, 12, 24]


@pytest.mark.parametrize("frame", [6, 10, 17])
@pytest.mark.parametrize("closed", [False, True])
def test_a_keyframe_of_an_even_walk_comes_to_the_frame_that_it_is_moved_to(facts, frame, closed):
    walk = placed(even_walk("dog", "cat", "fox", "bear", frames=40, closed=closed), facts)
    before = keyframe_frames(walk)
    moved = placed(with_keyframe_at(walk, 1, frame), facts)
    after = keyframe_frames(moved)
    # Steps that aren't seen to be uneven are left as they are found.
    assert after[1] == pytest.approx(frame, abs=2)
    assert [after[0], *after[2:]] == pytest.approx([before[0], *before[2:]], abs=2)


def test_a_keyframe_of_an_even_walk_changes_only_the_spans_beside_it(facts):
    walk = placed(even_walk("dog", "cat", "fox", "bear", frames=40), facts)
    (start, met), (begin, end), _ = keyframe_ways(walk)
    moved = with_keyframe_at(walk, 1, 10)
    spans = [keyframe.span for keyframe in moved.path.keyframes]
    expected = [(10 - start) / (met - start), (end - 10) / (end - begin), 1, 1]
    assert spans == pytest.approx([float(each) for each in expected], rel=1e-3)
    assert moved.placement is None


def test_a_keyframe_of_an_even_walk_stays_where_a_way_beside_it_takes_no_time():
    walk = replace(held_walk(dwells=(10, 0, 0)), timing=Timing(25, motion=Motion.EVEN))
    spots = [Fraction(frame, 3) for frame in range(3)] + [1 + Fraction(frame, 21) for frame in range(22)]
    walk = replace(walk, placement=Placement(walk.placement_key(), tuple(spots)))
    assert keyframe_ways(walk)[0] == (3, 3)
    assert not movable_frames(walk, 1)
    assert with_keyframe_at(walk, 1, 12) is walk


def test_a_keyframe_made_in_an_even_walk_leaves_the_span_to_both_halves(facts):
    walk = placed(even_walk("dog", "cat", "fox", spans=[3.0, 1.0, 1.0], easing=Easing.EASE_IN_OUT), facts)
    made = with_keyframe_made(walk, keyframe_frames(walk)[1] - 2)
    assert prompts(made) == ["dog", "cat", "cat", "fox"]
    assert [keyframe.span for keyframe in made.path.keyframes] == [3.0, 3.0, 1.0, 1.0]
    assert easings(made)[:2] == [Easing.EASE_IN, Easing.EASE_OUT]


def test_there_is_no_second_keyframe_on_a_frame_of_an_even_walk(facts):
    walk = placed(even_walk("dog", "cat", "fox"), facts)
    assert with_keyframe_made(walk, keyframe_frames(walk)[1]) is None


GRID = Walk(path=Grid((Prompts("dog"),) * 4, 3, 3))


def test_what_could_not_be_even_is_even_from_the_start():
    morph = walk_of("dog", "cat")
    assert even_from_the_start(morph, GRID).is_even
    assert even_from_the_start(GRID, GRID) == GRID


def test_what_could_be_even_and_was_not_stays_steady():
    morph = walk_of("dog", "cat")
    assert even_from_the_start(morph, replace(morph, path=Wander(Prompts("dog")))) == morph


def test_a_held_prompt_that_gets_a_keyframe_is_even():
    assert with_keyframe_made(Walk(path=Hold(Prompts("dog"))), 5).is_even
