"""Bridges: the pictures of both sides at their ends, an even way in between, whatever the batch."""

from dataclasses import replace
from fractions import Fraction
from itertools import count, pairwise

import numpy as np
import pytest

from sd3explorer.diffusion.compilers.stepping import step_by_step
from sd3explorer.diffusion.trajectories import Trajectories
from sd3explorer.walk.paths import Keyframe, Morph
from sd3explorer.walk.sampler import Sampler
from sd3explorer.walk.spots import Bridge, OnBridge
from sd3explorer.walk.timing import Timing
from sd3explorer.walk.walk import Walk

WALK = Walk(timing=Timing(8), sampler=Sampler(5, 5.0))
STEP = 3
BRIDGE = Bridge(Fraction(1, 4), Fraction(3, 4), STEP)


@pytest.fixture
def frames(facts):
    """The recipes at places of a bridge."""

    def frames(*mixes, walk=WALK, bridge=BRIDGE):
        return [walk.recipe_at(OnBridge(bridge, Fraction(mix)), facts) for mix in mixes]

    return frames


@pytest.fixture
def render(pipeline):
    return lambda recipes, batch_size=4, **more: pipeline.render(recipes, batch_size, lambda: False, **more)


@pytest.fixture(autouse=True)
def nothing_kept(pipeline, monkeypatch):
    def forget():
        monkeypatch.setattr(pipeline, "_trajectories", Trajectories(pipeline._denoiser.latents_shape))

    forget()
    return forget


@pytest.mark.parametrize("interval", [None, (0.4, 0.8)])
def test_at_both_ends_are_the_pictures_of_the_two_sides(render, frames, facts, interval):
    walk = replace(WALK, sampler=Sampler(5, 5.0, interval))
    sides = render([walk.recipe_at(spot, facts) for spot in (BRIDGE.before, BRIDGE.after)])
    before, middle, after = np.array(render(frames(0, 0.5, 1, walk=walk)), int)
    assert np.abs(before - sides[0]).max() <= 1
    assert np.abs(after - sides[1]).max() <= 1
    assert min(np.abs(middle - side).max() for side in (before, after)) > 20


def test_a_frame_is_the_same_whatever_batch_it_lands_in(render, frames, nothing_kept):
    mixes = [0.25, 0.5, 0.75, 1]
    batches = []
    for number in (1, 3, 4):
        nothing_kept()
        batches.append(render(frames(*mixes[:number])))
    alone, among_three, among_four = batches
    assert np.array_equal(alone[0], among_three[0])
    assert np.array_equal(among_three, among_four[:3])


def test_latents_that_went_on_are_those_that_went_all_the_way_but_for_rounding(render, frames, nothing_kept):
    whole = np.array(render(frames(0.5)), int)
    nothing_kept()
    render(frames(0.5, bridge=replace(BRIDGE, step=STEP - 1)))
    assert np.abs(whole - np.array(render(frames(0.5)), int)).max() <= 1


def test_a_cut_is_bridged_evenly(whole_pipeline, frames):
    prompts = "a 3d panda on a teal background", "a flat cat face on a sky blue background"
    walk = Walk(path=Morph(tuple(map(Keyframe, prompts))), timing=Timing(33), sampler=Sampler(16, 2.5))
    # Less than 0.0003 of the way apart, and yet two pictures.
    cut = Bridge(Fraction(1981, 4096), Fraction(991, 2048), 13)
    mixes = [Fraction(eighth, 8) for eighth in range(9)]
    batches = (mixes[:4], mixes[4:8], mixes[8:])
    recipes = [frames(*batch, walk=walk, bridge=cut) for batch in batches]
    pictures = np.concatenate([whole_pipeline.render(batch, 4, lambda: False) for batch in recipes]) + 0.0

    def distance(first, second):
        return np.sqrt(np.mean((first - second) ** 2))

    assert distance(pictures[0], pictures[-1]) > 60
    assert max(distance(*pair) for pair in pairwise(pictures)) < 20


def test_frames_of_two_lanes_are_those_of_one_lane(render, frames, compiler, nothing_kept, monkeypatch):
    def rendered(lanes):
        monkeypatch.setattr(compiler, "lanes", lambda: lanes)
        # Once to compile, once side by side. Batches of two: others compile for one frame and for two too.
        for _ in range(2):
            nothing_kept()
            pictures = render(frames(0.2, 0.6), 2)
        return np.array(pictures, int)

    assert np.abs(rendered(2) - rendered(1)).max() <= 1


@pytest.fixture
def steps(pipeline, compiler, monkeypatch):
    """The steps that are done: whether they are guided, their levels, and of how many frames."""
    steps = []

    def counting(guided):
        def step(latents, sigma, next_sigma, *others):
            steps.append((guided, float(sigma), float(next_sigma), latents.shape[0]))
            return latents

        return step_by_step(step)

    monkeypatch.setattr(pipeline._denoising, "_steps", counting(False))
    monkeypatch.setattr(pipeline._denoising, "_guided_steps", counting(True))
    monkeypatch.setattr(compiler, "lanes", lambda: 1)
    return steps


def test_the_steps_before_are_done_for_the_two_sides_and_those_after_for_the_frames(
    pipeline, render, frames, steps
):
    recipes = frames(0.2, 0.6, walk=replace(WALK, sampler=Sampler(5, 5.0, (0.5, 0.8))))
    guided = pipeline._denoising.schedule.guided_steps(recipes[0])
    assert guided == [False, False, True, False, False]
    levels = map(float, pipeline._denoising.schedule.sigmas(5))
    whole = [(each, *sigmas, 2) for each, sigmas in zip(guided, pairwise(levels), strict=True)]
    render(recipes, 2)
    assert steps == whole
    render(recipes, 2)
    assert steps == whole + whole[STEP:]


def test_frames_on_no_bridge_go_through_their_own_steps_and_no_others(pipeline, render, facts, steps):
    levels = pairwise(map(float, pipeline._denoising.schedule.sigmas(5)))
    render([WALK.recipe(index, facts) for index in (2, 5)], 2)
    assert steps == [(True, *sigmas, 2) for sigmas in levels]


@pytest.mark.parametrize("stop_before", [0, 1, 2, 3])
def test_a_batch_that_is_stopped_on_the_way_to_its_first_step_keeps_nothing(
    pipeline, render, frames, stop_before
):
    # Far enough to be stopped there.
    far = frames(0.5, walk=replace(WALK, sampler=Sampler(40, 5.0)), bridge=replace(BRIDGE, step=39))
    asked = count()
    assert pipeline.render(far, 4, lambda: next(asked) >= stop_before) == []
    assert pipeline._trajectories.first_step(far) == 0


@pytest.fixture
def looked_on(whole_pipeline, monkeypatch):
    """Renders frames that somebody looks on at.

    Returns:
        The pictures, the small ones that were seen while the sides were denoised, and those seen after that.
    """

    def looked_on(recipes):
        monkeypatch.setattr(whole_pipeline, "_trajectories", Trajectories((16, 16, 16)))
        seen = {True: [], False: []}

        def show(make_pictures):
            seen[whole_pipeline._trajectories.first_step(recipes) == 0].append(make_pictures())

        pictures = whole_pipeline.render(recipes, 4, lambda: False, show)
        return pictures, seen[True], seen[False]

    return looked_on


def test_who_looks_on_sees_a_frame_once_its_own_first_step_is_done(looked_on, frames):
    recipes = frames(0.25, 0.75, walk=replace(WALK, sampler=Sampler(6, 5.0)))
    [first, second], _, shown = looked_on(recipes)
    assert shown[0] == []
    assert shown[-1][0].shape == (16, 16, 3)
    # The pictures themselves, but smaller.
    assert np.abs(shown[-1][0].astype(int) - first[4::8, 4::8]).mean() < 40
    assert np.abs(shown[-1][1].astype(int) - second[4::8, 4::8]).mean() < 40


def test_who_looks_on_sees_a_mix_of_both_sides_while_these_are_denoised(looked_on, frames):
    # After eight steps somebody looks in any case.
    walk, bridge = replace(WALK, sampler=Sampler(12, 5.0)), replace(BRIDGE, step=11)
    mixes = frames(0, 0.5, 1, walk=walk, bridge=bridge)
    [before, _, after], shown, _ = looked_on(mixes)
    assert shown[0] == []
    assert {len(pictures) for pictures in shown} == {0, 3}
    small = np.array(shown[-1], float)
    sides = before[4::8, 4::8], after[4::8, 4::8]
    distances = [[np.abs(one - side).mean() for side in sides] for one in small]
    assert distances[0][0] < distances[1][0] < distances[2][0]
    assert distances[2][1] < distances[1][1] < distances[0][1]


def test_looking_on_changes_no_frame(render, frames, nothing_kept):
    seen = render(frames(0.25, 0.5), show=lambda make_pictures: make_pictures())
    nothing_kept()
    assert np.array_equal(seen, render(frames(0.25, 0.5)))


def test_only_programs_of_steps_that_are_still_to_do_are_needed(pipeline, render, frames, monkeypatch):
    recipes = frames(0.5, walk=replace(WALK, sampler=Sampler(5, 5.0, (0.8, 1.0))))
    assert set(pipeline._denoising.schedule.guided_steps(recipes[0])[STEP:]) == {False}
    render(recipes)
    unguided = {program for program in pipeline._compiled if not program[1]}
    monkeypatch.setattr(pipeline, "_compiled", unguided)
    assert pipeline.has_compiled(recipes, 4)
    # For these, latents are needed that only guided steps come to.
    others = [replace(each, guidance_scale=4.0) for each in recipes]
    assert not pipeline.has_compiled(others, 4)


def test_a_pipeline_that_was_warmed_for_a_bridge_has_compiled_all_of_it(pipeline, frames, monkeypatch):
    monkeypatch.setattr(pipeline, "_compiled", set())
    recipes = frames(0.5, walk=replace(WALK, sampler=Sampler(5, 5.0, (0.8, 1.0))))
    pipeline.warm(recipes[0], 4, lambda: False)
    assert pipeline.has_compiled(recipes, 4)
