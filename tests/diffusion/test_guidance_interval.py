"""Guidance at some noise levels only: the pictures of a plain loop, and half the work where there is none."""

import math
from dataclasses import replace

import numpy as np
import pytest
from keras import ops

from sd3explorer.diffusion.compilers.stepping import step_by_step
from sd3explorer.walk.paths import Hold, Prompts
from sd3explorer.walk.sampler import Sampler
from sd3explorer.walk.timing import Timing
from sd3explorer.walk.walk import Walk
from tests.diffusion import seed_guide

SCALE = 5.0
DOG, CAT = "a 3d dog face on a sky blue background", "a cat"


@pytest.fixture(scope="module")
def recipe(facts):
    walk = Walk(path=Hold(Prompts(DOG, CAT)), timing=Timing(1), sampler=Sampler(6, SCALE, (0.4, 0.8)))
    return walk.recipe(0, facts)


@pytest.fixture
def three_stretches(starter, recipe):
    """A recipe of 4 steps without guidance, 4 with it, and 4 without it."""
    levels = starter.schedule.sigmas(12)
    return replace(recipe, num_steps=12, guidance_interval=(float(levels[7]), float(levels[4])))


@pytest.fixture(scope="module")
def plain_loop(guide):
    """KerasHub's steps one after the other, each with or without guidance."""

    def generate(recipe, guided_steps):
        scales = [SCALE if guided else None for guided in guided_steps]
        embeddings = guide.encode(DOG, CAT)
        return guide.generate(seed_guide.noise(42)[None], embeddings, recipe.num_steps, scales)[0].astype(int)

    return generate


def test_the_picture_is_that_of_a_plain_loop(plain_loop, recipe, starter, pipeline):
    guided_steps = [False, False, True, True, False, False]
    assert starter.schedule.guided_steps(recipe) == guided_steps
    expected = plain_loop(recipe, guided_steps)
    [image] = pipeline.render([recipe], 4, lambda: False)
    assert np.abs(expected - image).max() <= 2
    # A test in which guidance changed nothing would prove nothing.
    assert np.abs(expected - plain_loop(recipe, [True] * 6)).max() > 20
    assert np.abs(expected - plain_loop(recipe, [False] * 6)).max() > 20


@pytest.mark.parametrize(
    ("interval", "guided_steps"),
    [
        (None, [True] * 6),
        ((0.4, 0.8), [False, False, True, True, False, False]),
        ((0.4, 1.0), [True] * 4 + [False] * 2),
        ((0.0, 0.8), [False] * 2 + [True] * 4),
        ((0.5, 0.51), [False] * 6),
    ],
)
def test_each_step_is_done_once_and_half_of_it_where_it_is_not_guided(
    pipeline, compiler, recipe, monkeypatch, interval, guided_steps
):
    steps = []

    def counting(guided):
        def step(latents, sigma, next_sigma, modulations, context, *scales):
            texts = math.prod(context.shape[:-2]), math.prod(modulations.shape[:-1])
            steps.append((guided, float(sigma), float(next_sigma), *texts))
            return latents

        return step_by_step(step)

    monkeypatch.setattr(pipeline._denoising, "_steps", counting(False))
    monkeypatch.setattr(pipeline._denoising, "_guided_steps", counting(True))
    monkeypatch.setattr(compiler, "lanes", lambda: 1)
    pipeline.render([replace(recipe, guidance_interval=interval)], 2, lambda: False)
    levels = [float(sigma) for sigma in pipeline._denoising.schedule.sigmas(6)]
    # A guided step takes the conditions of two frames twice: of the texts, and of the negative ones.
    assert steps == [
        (guided, levels[step], levels[step + 1], 4 if guided else 2, 4 if guided else 2)
        for step, guided in enumerate(guided_steps)
    ]


@pytest.fixture
def slow_steps(pipeline, compiler, monkeypatch):
    """Steps in the place of real ones: each adds 1, slowly enough to be looked at in between."""

    def step(latents, sigma, next_sigma, *arguments):
        work = ops.ones((1000, 1000)) + latents
        return latents + 1.0 + 0.0 * ops.sum(work @ work @ work)

    for name in ("_steps", "_guided_steps"):
        monkeypatch.setattr(pipeline._denoising, name, compiler.compile_loop(step, []))


def counted(pipeline, recipe, watch):
    """What `slow_steps` count up to."""
    zero = np.zeros((), np.float32)
    [share] = pipeline._denoising.shares([recipe], [zero], range(recipe.num_steps), 1)
    return float(pipeline._denoising.denoised(replace(share, start=zero), watch))


@pytest.mark.parametrize("stop_at", [0, 2, 4, 6, 9])
def test_a_stop_takes_effect_within_a_step_in_every_stretch(pipeline, three_stretches, slow_steps, stop_at):
    seen = []

    def watch(latents):
        seen.append(float(ops.convert_to_numpy(latents)))
        # Once it is so, it stays so.
        return max(seen) < stop_at

    done = counted(pipeline, three_stretches, watch)
    stopped_at = next(count for count in seen if count >= stop_at)
    assert done <= stopped_at + 2


def test_all_stretches_can_be_watched(pipeline, three_stretches, slow_steps):
    seen = []

    def watch(latents):
        seen.append(float(ops.convert_to_numpy(latents)))
        return True

    assert counted(pipeline, three_stretches, watch) == 12
    assert seen == sorted(seen)
    for first, last in ((0, 4), (4, 8), (8, 12)):
        assert any(first <= count < last for count in seen)


def test_who_looks_on_sees_small_pictures_across_the_stretches(pipeline, recipe):
    shown = []
    pipeline.render([recipe], 4, lambda: False, lambda make: shown.append(make()))
    pictures = [images[0] for images in shown if images]
    assert pictures[0].shape == (16, 16, 3)
    assert not np.array_equal(pictures[0], pictures[-1])


def test_both_programs_are_compiled_before_it_is_said_so(pipeline, recipe, monkeypatch):
    monkeypatch.setattr(pipeline, "_compiled", set())
    guided, unguided = replace(recipe, guidance_interval=None), replace(recipe, guidance_scale=1.0)
    pipeline.render([unguided], 4, lambda: False)
    assert pipeline.has_compiled([unguided], 4)
    assert not pipeline.has_compiled([recipe], 4)
    pipeline.render([recipe], 4, lambda: False)
    assert all(pipeline.has_compiled([each], 4) for each in (guided, unguided, recipe))
    assert not pipeline.has_compiled([recipe], 8)
