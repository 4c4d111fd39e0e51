"""Walks the other way round, and with their prompts in another order."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sd3explorer.walk.arranging import (
    can_be_reversed,
    has_prompts_to_shuffle,
    reversed_walk,
    with_prompts_shuffled,
)
from sd3explorer.walk.easing import Bezier, Easing
from sd3explorer.walk.editing import keyframe_places
from sd3explorer.walk.noises import Fixed, Travel
from sd3explorer.walk.paths import Blend, Grid, Hold, Keyframe, Morph, Pin, Prompts, Wander, Weights
from sd3explorer.walk.recipe import Gaussian, Slerp, shares
from sd3explorer.walk.timing import Timing
from sd3explorer.walk.walk import Walk

QUARTERS = st.integers(0, 4).map(lambda number: number / 4)
EASINGS = st.sampled_from(Easing) | st.builds(Bezier, QUARTERS, QUARTERS, QUARTERS, QUARTERS)
WAYS = {"span": st.sampled_from([1.0, 2.0, 0.5, 3.0]), "easing": EASINGS}
NOT_HELD = st.just(0)
SEEDS = st.lists(st.integers(0, 9), min_size=2, max_size=5, unique=True)


@st.composite
def morphs(draw, dwells=NOT_HELD):
    prompts = draw(st.lists(st.sampled_from("abcdef"), min_size=2, max_size=6))
    keyframes = [draw(st.builds(Keyframe, st.just(prompt), dwell=dwells, **WAYS)) for prompt in prompts]
    closed = draw(st.booleans())
    noise = draw(st.builds(Fixed, st.just(3)) | st.builds(Travel, SEEDS.map(tuple), st.just(closed)))
    return Walk(path=Morph(tuple(keyframes), closed), noise=noise, timing=Timing(draw(st.integers(2, 40))))


@st.composite
def blends(draw):
    weights = st.sampled_from([(1.0, 0.0), (0.0, 1.0), (0.5, 0.25)])
    keyframes = draw(st.lists(st.builds(Weights, weights, **WAYS), min_size=2, max_size=5))
    return Walk(path=Blend((Pin("a"), Pin("b")), tuple(keyframes), draw(st.booleans())), timing=Timing(12))


def grids():
    corner = st.builds(Prompts, st.sampled_from("abcd"))
    return st.builds(
        lambda corners, rows, columns: Walk(path=Grid(corners, rows, columns)),
        st.tuples(corner, corner, corner, corner),
        st.integers(1, 4),
        st.integers(1, 4),
    )


WALKS = morphs(dwells=st.integers(0, 3)) | blends() | grids()


def seen(walk, index):
    """What a frame shows: the share of each prompt, and of each seed."""
    mix = {text: share for text, share in shares(walk.embeddings(index).positive).items() if share > 1e-6}
    return mix | {seed: share for seed, share in of_seeds(walk.noise_of(index)).items() if share > 1e-6}


def of_seeds(noise):
    match noise:
        case Gaussian(seed):
            return {seed: 1.0}
        case Slerp(start, end, t):
            return {start.seed: 1.0 - t, end.seed: t}


@given(morphs() | blends() | grids())
def test_every_frame_of_a_reversed_walk_shows_what_its_mirror_image_showed(walk):
    count = walk.frame_count
    closed = not isinstance(walk.path, Grid) and walk.path.closed
    turned = reversed_walk(walk)
    for index in range(count):
        mirrored = -index % count if closed else count - 1 - index
        assert seen(turned, index) == pytest.approx(seen(walk, mirrored), abs=1e-6)


@given(morphs(dwells=st.integers(0, 3)))
def test_keyframes_are_held_as_long_as_before(walk):
    def dwells(of):
        return sorted((keyframe.prompt, keyframe.dwell) for keyframe in of.path.keyframes)

    assert dwells(reversed_walk(walk)) == dwells(walk)


@given(WALKS)
def test_reversed_twice_it_is_as_it_was(walk):
    assert reversed_walk(reversed_walk(walk)) == walk


@given(WALKS)
def test_a_reversed_walk_can_be_saved_and_read(walk):
    assert Walk.parse(reversed_walk(walk).dump().encode()) == reversed_walk(walk)


@pytest.mark.parametrize("path", [Hold(Prompts("a dog")), Wander(Prompts("a dog"))])
def test_a_path_with_one_prompt_has_no_other_way_round(path):
    walk = Walk(path=path)
    assert not can_be_reversed(walk)
    assert reversed_walk(walk) == walk


@given(WALKS, st.integers(0, 2**32))
def test_shuffled_prompts_are_the_same_in_another_order(walk, seed):
    shuffled = with_prompts_shuffled(walk, seed)
    assert sorted(map(repr, contents(shuffled))) == sorted(map(repr, contents(walk)))
    assert (contents(shuffled) != contents(walk)) == has_prompts_to_shuffle(walk)
    assert with_prompts_shuffled(walk, seed) == shuffled


@given(morphs(dwells=st.integers(0, 3)) | blends(), st.integers(0, 2**32))
def test_shuffling_leaves_keyframes_and_their_ways_where_they_are(walk, seed):
    def ways(of):
        return [(keyframe.span, keyframe.easing, keyframe.dwell) for keyframe in of.path.keyframes]

    shuffled = with_prompts_shuffled(walk, seed)
    assert ways(shuffled) == ways(walk)
    assert keyframe_places(shuffled) == keyframe_places(walk)


def test_what_a_keyframe_has_of_its_own_goes_along_with_its_prompt():
    dog, cat = Keyframe("a dog", seed=7, guidance_scale=3.0), Keyframe("a cat", span=2.0)
    shuffled = with_prompts_shuffled(Walk(path=Morph((dog, cat))), seed=1)
    assert shuffled.path.keyframes == (replace(cat, span=1.0), replace(dog, span=2.0))


def contents(walk):
    match walk.path:
        case Morph(keyframes=keyframes):
            return [keyframe.prompt for keyframe in keyframes]
        case Blend(keyframes=keyframes):
            return [keyframe.weights for keyframe in keyframes]
        case Grid(corners=corners):
            return [corner.prompt for corner in corners]
