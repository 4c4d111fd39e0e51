"""The walk as a whole: which recipe each of its frames gets."""

from dataclasses import replace

import pytest

from sd3explorer.walk.model import Model, ModelFacts
from sd3explorer.walk.noises import Fixed, Orbit, Travel, Varying
from sd3explorer.walk.paths import Grid, Hold, Keyframe, Morph, Prompts, Wander
from sd3explorer.walk.recipe import Gaussian, Prompt, Recipe, Slerp
from sd3explorer.walk.sampler import Sampler
from sd3explorer.walk.timing import Ending, Timing, position
from sd3explorer.walk.walk import Recipes, Walk

FACTS = ModelFacts(fingerprint="a model", image_size=(128, 192), num_steps=16, guidance_scale=3.5)
DOG_TO_CAT = Morph((Keyframe("dog", "dark"), Keyframe("cat", "blurry")))
THREE = (Keyframe("dog"), Keyframe("cat"), Keyframe("fox"))
CORNERS = (Prompts("dog"), Prompts("cat"), Prompts("fox"), Prompts("owl"))


def walk(path=DOG_TO_CAT, noise=Fixed(42), frames=5, **parts):
    return Walk(path=path, noise=noise, timing=Timing(frames=frames), **parts)


def digests(a_walk):
    return [a_walk.recipe(index, FACTS).digest for index in range(a_walk.frame_count)]


def test_a_recipe_says_everything_that_decides_the_frame():
    assert walk(sampler=Sampler(20, 5.0), model=Model("starter", (64, 80))).recipe(1, FACTS) == Recipe(
        embedding=Slerp(Prompt("dog"), Prompt("cat"), 0.25),
        negative_embedding=Slerp(Prompt("dark"), Prompt("blurry"), 0.25),
        noise=Gaussian(42, 0),
        num_steps=20,
        guidance_scale=5.0,
        image_size=(64, 80),
        model="a model",
    )


def test_the_number_of_steps_is_the_presets_unless_the_walk_says_other():
    assert walk().recipe(0, FACTS).num_steps == 16


def test_the_guidance_is_the_presets_unless_the_walk_says_other():
    assert walk().recipe(0, FACTS).guidance_scale == 3.5


def test_the_image_size_is_the_presets_unless_the_walk_says_other():
    assert walk().recipe(0, FACTS).image_size == (128, 192)


def test_no_guidance_is_not_the_presets_guidance():
    assert walk(sampler=Sampler(guidance_scale=0.0)).recipe(0, FACTS).guidance_scale == 1.0


def test_what_a_walk_is_called_decides_no_frame():
    assert digests(walk(title="Dog to cat")) == digests(walk(title="Cat to dog"))


def test_how_a_walk_plays_decides_no_frame():
    slow = replace(walk(), timing=Timing(5, 1.0, Ending.ONCE))
    assert digests(slow) == digests(walk())


def test_a_presets_name_decides_no_frame_where_its_fingerprint_is_the_same():
    assert digests(walk(model=Model("/elsewhere/starter"))) == digests(walk())


@pytest.mark.parametrize("scale", [0.0, 0.5, 1.0])
def test_without_guidance_the_negative_prompt_decides_no_frame(scale):
    dark, plain = (
        walk(Hold(Prompts("dog", negative)), sampler=Sampler(28, scale)) for negative in ("dark", "")
    )
    assert digests(dark) == digests(plain)


def test_with_guidance_the_negative_prompt_decides():
    dark, plain = (
        walk(Hold(Prompts("dog", negative)), sampler=Sampler(28, 1.5)) for negative in ("dark", "")
    )
    assert not set(digests(dark)) & set(digests(plain))


def test_all_scales_without_guidance_give_one_frame():
    assert len({digests(walk(sampler=Sampler(28, scale)))[0] for scale in (0.0, 0.5, 1.0)}) == 1


# Frames in the stores of our users bear these names, since before there was a guidance interval.
OLD_GUIDED = "a3aa77f48834295912ea8d92d645d4991589f76caaa94a900573a2fc89748368"
OLD_UNGUIDED = "697530c97c8110b6f319d458f07fee3c11902134509e1ab1e64e967495ff8cca"


def guided_at(interval, scale=5.0):
    return walk(sampler=Sampler(20, scale, interval))


@pytest.mark.parametrize(("sampler", "digest"), [(Sampler(), OLD_GUIDED), (Sampler(20, 1.0), OLD_UNGUIDED)])
def test_frames_without_a_guidance_interval_are_called_what_they_always_were(sampler, digest):
    assert walk(sampler=sampler).recipe(1, FACTS).digest == digest


def test_a_guidance_interval_decides_the_frame():
    assert len({digests(guided_at(interval))[1] for interval in (None, (0.25, 0.9), (0.25, 1.0))}) == 3


def test_guidance_at_all_noise_levels_is_plain_guidance():
    assert guided_at((0.0, 1.0)).recipe(1, FACTS) == guided_at(None).recipe(1, FACTS)


@pytest.mark.parametrize("scale", [0.0, 1.0])
def test_without_guidance_it_does_not_matter_at_which_noise_levels(scale):
    assert guided_at((0.25, 0.9), scale).recipe(1, FACTS) == guided_at(None, scale).recipe(1, FACTS)


OPEN = {
    "morph": (Morph(THREE), Fixed()),
    "morph with uneven spans": (Morph((Keyframe("a", span=0.1), Keyframe("b", span=0.7), *THREE)), Fixed()),
    "travel": (Hold(Prompts("dog")), Travel((1, 2, 3))),
}
CLOSED = {
    "closed morph": (Morph(THREE, closed=True), Fixed()),
    "orbit": (Hold(Prompts("dog")), Orbit()),
    "closed travel": (Hold(Prompts("dog")), Travel((1, 2, 3), closed=True)),
    "closed morph on an orbit": (Morph(THREE, closed=True), Orbit()),
}


@pytest.mark.parametrize("kind", OPEN)
def test_going_from_33_to_65_open_frames_keeps_every_second_one(kind):
    assert digests(walk(*OPEN[kind], frames=65))[::2] == digests(walk(*OPEN[kind], frames=33))


@pytest.mark.parametrize("kind", OPEN)
def test_going_from_33_to_65_open_frames_leaves_32_to_render(kind):
    before, after = (digests(walk(*OPEN[kind], frames=frames)) for frames in (33, 65))
    assert len(set(after) - set(before)) == 32


@pytest.mark.parametrize("kind", CLOSED)
def test_doubling_closed_frames_keeps_every_second_one(kind):
    assert digests(walk(*CLOSED[kind], frames=66))[::2] == digests(walk(*CLOSED[kind], frames=33))


@pytest.mark.parametrize("kind", CLOSED)
def test_a_closed_walk_shows_no_frame_twice(kind):
    assert len(set(digests(walk(*CLOSED[kind], frames=64)))) == 64


def test_a_longer_wander_keeps_what_is_rendered():
    path = Wander(Prompts("dog"))
    assert digests(walk(path, frames=24))[:16] == digests(walk(path, frames=16))


def test_holding_prompt_and_noise_is_one_recipe():
    assert len(set(digests(walk(Hold(Prompts("dog")), frames=64)))) == 1


def test_a_keyframe_that_is_held_is_one_recipe():
    path = Morph((Keyframe("dog", dwell=9), Keyframe("cat")))
    assert len(set(digests(walk(path, frames=16))[:10])) == 1
    assert len(set(digests(walk(path, frames=16)))) == 7


def test_noise_goes_on_while_a_keyframe_is_held():
    path = Morph((Keyframe("dog", dwell=9), Keyframe("cat")))
    assert len(set(digests(walk(path, Travel((1, 2)), frames=16)))) == 16


def test_the_start_of_an_orbit_is_the_frame_of_the_fixed_noise():
    path = Hold(Prompts("dog"))
    assert digests(walk(path, Orbit(7)))[0] == digests(walk(path, Fixed(7)))[0]


def test_walks_that_meet_at_a_prompt_share_that_frame():
    there = walk(Morph((Keyframe("dog"), Keyframe("cat"))))
    on = walk(Morph((Keyframe("cat"), Keyframe("fox"))))
    assert digests(there)[-1] == digests(on)[0]


@pytest.mark.parametrize("frames", [64, 65])
def test_changing_one_of_eight_keyframes_changes_only_the_recipes_beside_it(frames):
    eight = tuple(Keyframe(f"prompt {number}") for number in range(8))
    path = Morph(eight)
    edited = Morph((*eight[:3], replace(eight[3], prompt="an owl"), *eight[4:]))
    before, after = digests(walk(path, frames=frames)), digests(walk(edited, frames=frames))
    left, right = path.starts()[2], path.starts()[4]
    beside = [index for index in range(frames) if left < position(index, frames, closed=False) < right]
    assert [i for i in range(frames) if before[i] != after[i]] == beside


def test_a_grid_has_rows_times_columns_frames_whatever_the_timing_says():
    assert walk(Grid(CORNERS, rows=3, columns=5), frames=64).frame_count == 15


@pytest.mark.parametrize("path", [DOG_TO_CAT, Wander(Prompts("dog")), Hold(Prompts("dog"))])
def test_other_paths_have_as_many_frames_as_the_timing_says(path):
    assert walk(path, frames=7).frame_count == 7


def test_a_grid_plays_all_its_frames():
    assert list(walk(Grid(CORNERS, rows=2, columns=3), frames=64).playback_order) == [0, 1, 2, 3, 4, 5]


def test_varying_noise_on_a_grid_is_fresh_in_every_cell():
    grid = walk(Grid(CORNERS, rows=2, columns=3), Varying(7))
    noises = [grid.recipe(index, FACTS).noise for index in range(6)]
    assert noises == [Gaussian(7, index) for index in range(6)]


def test_a_new_walk_has_recipes():
    assert Walk().recipe(0, FACTS).embedding == Prompt("a 3d dog face")


def test_the_recipes_of_a_walk_are_made_one_by_one_as_they_are_asked_for():
    nine = walk(frames=9)
    recipes = Recipes(nine, FACTS)
    assert len(recipes) == 9
    assert list(recipes) == [nine.recipe(index, FACTS) for index in range(9)]
    assert recipes[-1] == nine.recipe(8, FACTS)
    assert recipes[2:4] == [nine.recipe(2, FACTS), nine.recipe(3, FACTS)]
    with pytest.raises(IndexError):
        recipes[9]
