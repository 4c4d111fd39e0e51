"""The walk as a whole: which recipe each of its frames gets."""

from dataclasses import replace
from fractions import Fraction

import pytest

from sd3explorer.walk.model import Model, ModelFacts
from sd3explorer.walk.noises import Fixed, Orbit, Travel, Varying
from sd3explorer.walk.paths import Grid, Hold, Keyframe, Morph, Prompts, Wander
from sd3explorer.walk.recipe import Denoised, Gaussian, Prompt, Recipe, Slerp
from sd3explorer.walk.sampler import Sampler
from sd3explorer.walk.spots import Bridge, OnBridge, Placement
from sd3explorer.walk.timing import Ending, Motion, Timing, position
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


# What keyframes have of their own


def with_own(*own, **more):
    keyframes = (Keyframe("dog", **own[0]), Keyframe("cat", **own[1]))
    return walk(Morph(keyframes), **more)


def test_noise_goes_from_seed_to_seed_in_step_with_the_prompts():
    noises = [with_own({"seed": 1}, {"seed": 2}).recipe(index, FACTS).noise for index in range(5)]
    circle = [Slerp(Gaussian(1), Gaussian(2), t) for t in (0.25, 0.5, 0.75)]
    assert noises == [Gaussian(1), *circle, Gaussian(2)]


def test_a_keyframe_without_a_seed_starts_from_the_noise_of_the_walk():
    orbit = Orbit(7)
    a_walk = with_own({}, {"seed": 2}, noise=orbit)
    assert a_walk.recipe(0, FACTS).noise == orbit.noise(0, 5)
    assert a_walk.recipe(1, FACTS).noise == Slerp(orbit.noise(1, 5), Gaussian(2), 0.25)


def test_keyframes_with_the_walks_seed_are_those_without_one():
    assert digests(with_own({"seed": 42}, {})) == digests(with_own({}, {}))


def test_guidance_changes_from_keyframe_to_keyframe():
    a_walk = with_own({"guidance_scale": 2.0}, {}, sampler=Sampler(guidance_scale=6.0))
    assert [a_walk.recipe(index, FACTS).guidance_scale for index in range(5)] == [2.0, 3.0, 4.0, 5.0, 6.0]


def test_a_keyframe_without_guidance_has_no_negative_prompt():
    a_walk = with_own({"guidance_scale": 0.5, "negative_prompt": "dark"}, {"negative_prompt": "dark"})
    first, second = (a_walk.recipe(index, FACTS) for index in (0, 4))
    assert (first.guidance_scale, first.negative_embedding) == (1.0, Prompt(""))
    assert (second.guidance_scale, second.negative_embedding) == (3.5, Prompt("dark"))


def test_on_an_even_walk_seeds_and_guidance_are_those_of_the_spot():
    a_walk = even(with_own({"seed": 1, "guidance_scale": 2.0}, {"seed": 2, "guidance_scale": 6.0}))
    recipe = a_walk.recipe_at(Fraction(1, 4), FACTS)
    assert recipe.noise == Slerp(Gaussian(1), Gaussian(2), 0.25)
    assert recipe.guidance_scale == 3.0


def test_frames_of_a_bridge_share_its_sides_where_guidance_changes():
    a_walk = even(with_own({"guidance_scale": 2.0}, {"guidance_scale": 6.0}))
    bridge = Bridge(Fraction(1, 4), Fraction(3, 4), 3)
    mixed = [a_walk.recipe_at(OnBridge(bridge, Fraction(number, 4)), FACTS).noise for number in (1, 2)]
    assert mixed[0].start == mixed[1].start
    assert (mixed[0].start.guidance_scale, mixed[0].end.guidance_scale) == (3.0, 5.0)


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


# Frames of walks from before there was a motion bear these names.
STEADY = {
    "morph": (walk(), "42a65f1c6637ee5d812fd9f42f7762cf7e67978c40a164d10fc950f3098e51f7"),
    "closed morph on an orbit": (
        walk(Morph(THREE, closed=True), Orbit(7), frames=9),
        "0dc5037ca5c11f670df516f885c81c7533369534ab9418e2016c03d0fed7976f",
    ),
    "travel": (
        walk(Morph(THREE), Travel((1, 2)), frames=9),
        "c8c6a5fcb55017f14c08475604dc29e7f0797ca22bfff335625d9f39bcb2431a",
    ),
}


@pytest.mark.parametrize("kind", STEADY)
def test_frames_of_steady_walks_are_called_what_they_always_were(kind):
    steady, digest = STEADY[kind]
    assert steady.recipe(4, FACTS).digest == digest


@pytest.mark.parametrize("kind", STEADY)
def test_an_even_walk_whose_places_are_not_known_has_the_frames_of_a_steady_one(kind):
    steady, _ = STEADY[kind]
    assert digests(even(steady)) == digests(steady)


def even(a_walk, bridges=True):
    return replace(a_walk, timing=replace(a_walk.timing, motion=Motion.EVEN, bridges=bridges))


def placed(a_walk, *spots):
    """The walk, even, with its frames at these spots."""
    a_walk = even(a_walk)
    placement = Placement(a_walk.placement_key(), tuple(map(as_spot, spots)))
    a_walk = replace(a_walk, placement=placement)
    assert a_walk.placement == placement
    return a_walk


def as_spot(spot):
    return spot if isinstance(spot, OnBridge) else Fraction(spot)


HALF = Fraction(1, 2)
BRIDGE = Bridge(Fraction(1, 4), Fraction(3, 4), 11)
ON_BRIDGE = OnBridge(BRIDGE, Fraction(1, 8))
PLACED = placed(walk(), 0, "1/8", "1/4", ON_BRIDGE, 1)


@pytest.mark.parametrize(
    ("path", "noise"),
    [(DOG_TO_CAT, Fixed()), (Hold(Prompts("dog")), Orbit()), (Wander(Prompts("dog")), Travel((1, 2)))],
)
def test_a_walk_is_even_where_it_is_to_be(path, noise):
    assert even(walk(path, noise)).is_even
    assert not walk(path, noise).is_even


@pytest.mark.parametrize(
    ("path", "noise", "frames"),
    [
        (Grid(CORNERS, rows=3, columns=5), Fixed(), 5),
        (DOG_TO_CAT, Varying(), 5),
        (Hold(Prompts("dog")), Fixed(), 5),
        (DOG_TO_CAT, Fixed(), 2),
        (DOG_TO_CAT, Fixed(), 1),
    ],
)
def test_what_does_not_lie_on_a_line_is_steady_whatever_is_asked_for(path, noise, frames):
    assert not even(walk(path, noise, frames)).is_even


def test_frames_lie_where_the_placement_says():
    shares = [PLACED.recipe(index, FACTS).embedding for index in (0, 1, 2, 4)]
    ends = Prompt("dog"), Prompt("cat")
    assert shares == [ends[0], Slerp(*ends, 0.125), Slerp(*ends, 0.25), ends[1]]


def test_a_frame_on_a_bridge_goes_on_from_between_the_latents_of_its_sides():
    before, after = (PLACED.recipe_at(spot, FACTS) for spot in (BRIDGE.before, BRIDGE.after))
    sides = [Denoised(side.noise, side.embedding, side.negative_embedding, 11) for side in (before, after)]
    between = PLACED.recipe_at(Fraction(5, 16), FACTS)
    assert PLACED.recipe(3, FACTS) == replace(between, noise=Slerp(*sides, 0.125), first_step=11)


# Raise RECIPE_VERSION when it changes, as with those of other frames.
ON_BRIDGE_DIGEST = "8e5cc23fe5da82580b21860396c420822c3477bc5db310d8c5ae45afa734ddaf"


def test_a_frame_on_a_bridge_has_the_name_that_it_always_had():
    assert PLACED.recipe(3, FACTS).digest == ON_BRIDGE_DIGEST


def test_on_a_bridge_embeddings_and_noise_are_those_of_the_spot_it_stands_for():
    moving = placed(walk(noise=Travel((1, 2))), 0, "1/8", "1/4", ON_BRIDGE, 1)
    assert moving.embeddings(3) == moving.trail.embeddings(Fraction(5, 16))
    assert moving.noise_of(3) == moving.trail.noise_at(Fraction(5, 16))
    assert moving.noise_of(1) == moving.trail.noise_at(Fraction(1, 8))


@pytest.mark.parametrize(("num_steps", "first_step"), [(28, 11), (12, 11), (11, 10), (2, 1), (1, None)])
def test_a_bridge_begins_within_the_steps_that_a_preset_takes(num_steps, first_step):
    recipe = PLACED.recipe(3, replace(FACTS, num_steps=num_steps))
    assert (recipe.num_steps, recipe.first_step) == (num_steps, first_step)
    assert first_step is None or {recipe.noise.start.steps, recipe.noise.end.steps} == {first_step}


KEEPING = {
    "title": {"title": "Another"},
    "frame rate": {"timing": replace(PLACED.timing, frame_rate=3.0)},
    "ending": {"timing": replace(PLACED.timing, ending=Ending.ONCE)},
}
DROPPING = {
    "frames": {"timing": replace(PLACED.timing, frames=6)},
    "motion": {"timing": replace(PLACED.timing, motion=Motion.STEADY)},
    "bridges": {"timing": replace(PLACED.timing, bridges=False)},
    "a prompt": {"path": Morph((Keyframe("dog", "dark"), Keyframe("cat")))},
    "a span": {"path": Morph((Keyframe("dog", "dark", span=2.0), Keyframe("cat", "blurry")))},
    "a dwell": {"path": Morph((Keyframe("dog", "dark", dwell=1), Keyframe("cat", "blurry")))},
    "a kind of path": {"path": Wander(Prompts("dog"))},
    "a seed": {"noise": Fixed(43)},
    "a kind of noise": {"noise": Orbit(42)},
    "steps": {"sampler": Sampler(16)},
    "guidance": {"sampler": Sampler(guidance_scale=4.0)},
    "a guidance interval": {"sampler": Sampler(guidance_interval=(0.25, 0.9))},
    "a model": {"model": Model("another")},
    "an image size": {"model": Model(image_size=(64, 64))},
}


@pytest.mark.parametrize("edit", KEEPING)
def test_an_edit_that_moves_no_frame_keeps_their_places(edit):
    assert replace(PLACED, **KEEPING[edit]).placement == PLACED.placement


@pytest.mark.parametrize("edit", DROPPING)
def test_an_edit_that_may_move_frames_drops_their_places(edit):
    assert replace(PLACED, **DROPPING[edit]).placement is None


@pytest.mark.parametrize(
    "spots",
    [
        "0 1/2 1",
        "0 1/8 1/4 3/8 1/2 1",
        "0 1/8 1/4 1/2 2",
        "0 1/8 1/4 1/2 1000000000000",
        "0 1/8 1/4 1/2 1/2~2@3:1/2",
    ],
)
def test_places_that_are_not_those_of_its_frames_are_dropped(spots):
    document = PLACED.parts() | {"format": "sd3explorer-walk", "version": 1}
    assert Walk.from_document(document) == PLACED
    document["placement"]["spots"] = spots
    assert Walk.from_document(document) == replace(PLACED, placement=None)


def anchor_places(a_walk):
    return [anchor.place for anchor in a_walk.anchors()]


def test_prompts_are_pinned_to_the_frames_that_show_them():
    three = placed(walk(Morph(THREE), frames=6), 0, "1/4", "1/2", "3/4", 1, 2)
    assert anchor_places(three) == [0, 4, 5]
    assert [anchor.frame for anchor in three.anchors()] == [0, 4, 5]


def test_prompts_that_no_frame_shows_are_pinned_between_two():
    three = placed(walk(Morph(THREE), frames=5), 0, "1/2", "3/4", "7/4", 2)
    assert anchor_places(three) == [0, 2 + Fraction(1, 4), 4]


def test_prompts_that_are_held_are_pinned_to_the_first_frame_that_shows_them():
    keyframes = (Keyframe("dog", dwell=2), Keyframe("cat", dwell=1), Keyframe("fox"))
    held = placed(walk(Morph(keyframes), frames=8), 0, 0, 0, "1/2", 1, 1, "3/2", 2)
    assert anchor_places(held) == [0, 4, 7]


def test_prompts_behind_the_last_frame_of_a_closed_walk_are_pinned_behind_it():
    closed = placed(walk(Morph(THREE, closed=True), frames=4), 0, "1/2", 1, "3/2")
    assert anchor_places(closed) == [0, 2, 4]


def test_prompts_under_a_bridge_are_pinned_behind_it():
    bridge = OnBridge(Bridge(HALF, Fraction(3, 2), 11), HALF)
    over = placed(walk(Morph(THREE), frames=5), 0, "1/2", bridge, "3/2", 2)
    assert anchor_places(over) == [0, 2 + HALF, 4]


def test_the_place_of_a_frame_is_its_number_where_frames_are_steady():
    assert [walk().place(index) for index in range(5)] == [0, 1, 2, 3, 4]


def test_the_place_of_an_even_frame_is_where_a_steady_one_would_show_it():
    assert [PLACED.place(index) for index in range(5)] == [0, HALF, 1, Fraction(5, 4), 4]


@pytest.mark.parametrize(
    ("spot", "steady", "even_one"), [("0", 0, 0), ("1/8", 1, 1), ("1/4", 1, 2), ("1", 4, 4)]
)
def test_the_frame_near_a_spot(spot, steady, even_one):
    assert walk().frame_near(Fraction(spot)) == steady
    assert PLACED.frame_near(Fraction(spot)) == even_one
