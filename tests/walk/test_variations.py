"""Variations: what a walk becomes, and what is shown of it."""

from dataclasses import replace
from fractions import Fraction

import pytest

from sd3explorer.walk.easing import Easing
from sd3explorer.walk.loras import Lora
from sd3explorer.walk.mix import Mix
from sd3explorer.walk.model import Model
from sd3explorer.walk.noises import Fixed, Orbit, Travel
from sd3explorer.walk.paths import Hold, Keyframe, Morph, Prompts
from sd3explorer.walk.recipe import Gaussian, Prompt, Slerp
from sd3explorer.walk.sampler import Sampler
from sd3explorer.walk.spots import Placement
from sd3explorer.walk.timing import Motion, Timing
from sd3explorer.walk.variations import (
    Subject,
    Variation,
    crossed,
    guidance,
    lora_strengths,
    near,
    seeds,
    steps,
)
from sd3explorer.walk.walk import Walk

DOG, CAT, FOX = Keyframe("dog", easing=Easing.EASE_IN), Keyframe("cat", dwell=2), Keyframe("fox")
WALK = Walk(path=Morph((DOG, CAT, FOX)), noise=Fixed(7), timing=Timing(frames=8), sampler=Sampler(8, 5.0))
ALL, SECOND = Subject(3), Subject(3, keyframe=1)


def test_a_keyframe_is_shown_itself_wherever_its_frame_is(facts):
    assert SECOND.recipe(WALK, facts).embedding == Prompt("cat")
    assert Subject(0, 2).recipe(WALK, facts).embedding == Prompt("fox")


def test_of_all_the_walk_the_frame_is_shown(facts):
    assert ALL.recipe(WALK, facts) == WALK.recipe(3, facts)


def test_of_an_even_walk_the_frame_is_shown_where_it_lies(facts):
    even = replace(WALK, timing=Timing(frames=4, motion=Motion.EVEN))
    spots = (Fraction(0), Fraction(1, 8), Fraction(3, 2), Fraction(2))
    placed = replace(even, placement=Placement(even.placement_key(), spots))
    varied = replace(even, noise=Fixed(9))
    recipe = Subject(1).recipe(varied, facts, placed)
    assert recipe.embedding == Slerp(Prompt("dog"), Prompt("cat"), 0.125)
    assert recipe.noise == Gaussian(9)


def test_the_seed_of_a_keyframe_is_its_own_and_else_the_walks():
    assert SECOND.seed(WALK) is None
    assert SECOND.seed(SECOND.with_seed(WALK, 9)) == 9
    assert SECOND.with_seed(WALK, 9).path.keyframes == (DOG, replace(CAT, seed=9), FOX)
    assert ALL.seed(WALK) == 7


@pytest.mark.parametrize(
    ("noise", "changed"), [(Fixed(7), Fixed(9)), (Orbit(7), Orbit(9)), (Travel((7, 8)), Travel((9, 8)))]
)
def test_the_seed_of_all_the_walk_is_its_first(noise, changed):
    assert ALL.with_seed(replace(WALK, noise=noise), 9).noise == changed


def test_seeds_are_taken_one_by_one():
    one, other = seeds(ALL, [1, 2], "seed {0}".format)
    assert (one.caption, one.change(WALK).noise) == ("seed 1", Fixed(1))
    assert (other.caption, other.change(WALK).noise) == ("seed 2", Fixed(2))


def test_seeds_near_to_one_lie_on_the_way_to_others(facts):
    assert near(7, [1, 7], 0.25) == [Mix(7, 1, Fraction(1, 4)), 7]
    assert near(None, [1], 1.0) == [1]
    [seed] = near(None, [1], 0.25)
    recipe = SECOND.recipe(SECOND.with_seed(WALK, seed), facts)
    assert recipe.noise == Slerp(Gaussian(7), Gaussian(1), 0.25)


def test_steps_are_those_of_the_sampler():
    assert [each.change(WALK).sampler.num_steps for each in steps([4, 20], str)] == [4, 20]


def test_guidance_is_the_keyframes_own_where_it_has_one():
    [variation] = guidance(SECOND, [3.0], str)
    assert variation.change(WALK).sampler.guidance_scale == 3.0
    own = replace(WALK, path=Morph((DOG, replace(CAT, guidance_scale=9.0), FOX)))
    assert variation.change(own).path.keyframes[1].guidance_scale == 3.0
    assert variation.change(own).sampler.guidance_scale == 5.0


def test_strengths_are_the_keyframes_own_where_they_vary():
    loras = Model(loras=(Lora("a.safetensors", 1.0), Lora("b.safetensors", 1.0)))
    merged = replace(WALK, model=loras)
    [variation] = lora_strengths(SECOND, 1, [0.5], str)
    assert variation.change(merged).model.lora_strengths == (1.0, 0.5)
    keyframes = tuple(replace(each, lora_strengths=(1.0, 1.0)) for each in WALK.path.keyframes)
    varying = variation.change(replace(merged, path=Morph(keyframes)))
    assert varying.path.keyframes[1].lora_strengths == (1.0, 0.5)
    assert varying.model.lora_strengths == (1.0, 1.0)


def test_rows_and_columns_are_crossed_row_by_row():
    nothing = Variation("", lambda walk: walk)
    variations = crossed([*steps([4, 20], str), nothing], seeds(ALL, [1, 2], str))
    assert [each.caption for each in variations] == ["4 · 1", "4 · 2", "20 · 1", "20 · 2", "1", "2"]
    last = variations[3].change(WALK)
    assert (last.sampler.num_steps, last.noise) == (20, Fixed(2))


def test_the_prompts_of_any_path_can_be_changed_in_mixes_too():
    def plain(prompts):
        return replace(prompts, negative_prompt="")

    morph = Morph((Keyframe("a", "b", mix=Mix(Prompts("a", "b"), Prompts("a", "c"), Fraction(1, 2))), CAT))
    assert morph.with_prompts(plain) == Morph((Keyframe("a"), CAT))
    assert Hold(Prompts("a", "b")).with_prompts(plain) == Hold(Prompts("a"))
