"""The noise levels of a preset, which steps are guided, and what the others save."""

from dataclasses import replace

import numpy as np
import pytest

from sd3explorer.walk.recipe import Gaussian, Prompt, Recipe
from sd3explorer.walk.schedule import Schedule, saving

PLAIN = Schedule(shift=1.0, num_train_timesteps=1000)
# From noise levels of about 1, 0.75, 0.5, 0.25 and 0.001.
FIVE = Recipe(Prompt("dog"), Prompt(""), Gaussian(1), 5, 7.0, (128, 128), "a model")


def guided(interval, schedule=PLAIN, **changes):
    return schedule.guided_steps(replace(FIVE, guidance_interval=interval, **changes))


def test_the_noise_falls_from_1_to_0():
    sigmas = Schedule().sigmas(28)
    assert sigmas.shape == (29,)
    assert sigmas.dtype == np.float32
    assert sigmas[0] == 1.0
    assert (np.diff(sigmas) < 0).all()
    assert sigmas[-1] == 0.0


def test_a_shift_keeps_the_noise_up_for_longer():
    assert (Schedule(3.0).sigmas(28)[1:-2] > PLAIN.sigmas(28)[1:-2]).all()


def test_without_an_interval_every_step_is_guided():
    assert guided(None) == [True] * 5


@pytest.mark.parametrize(
    ("interval", "expected"),
    [
        ((0.2, 0.8), [False, True, True, True, False]),
        ((0.4, 1.0), [True, True, True, False, False]),
        ((0.0, 0.4), [False, False, False, True, True]),
        ((0.8, 0.9), [False] * 5),
        ((0.0, 1.0), [True] * 5),
    ],
)
def test_a_step_is_guided_where_the_noise_it_starts_from_is_in_the_interval(interval, expected):
    assert guided(interval) == expected


def test_an_interval_has_its_ends():
    low, high = (float(str(PLAIN.sigmas(5)[step])) for step in (3, 1))
    assert guided((low, high)) == [False, True, True, True, False]


@pytest.mark.parametrize("shift", [1.0, 1.15, 2.0, 3.0, 7.3])
def test_pure_noise_is_within_an_interval_up_to_1(shift):
    assert guided((0.9, 1.0), Schedule(shift), num_steps=50)[0]


def test_the_presets_own_levels_count():
    assert sum(guided((0.25, 0.9), Schedule(2.0), num_steps=16)) == 10
    assert sum(guided((0.25, 0.9), Schedule(3.0), num_steps=28)) == 18


def test_where_guidance_is_off_no_step_is_guided():
    assert guided((0.2, 0.8), guidance_scale=1.0) == [False] * 5


@pytest.mark.parametrize(
    ("steps", "share"),
    [
        ([True] * 4, 0.0),
        ([False] * 4, 0.5),
        ([True] * 10 + [False] * 6, 6 / 32),
        ([False, True], 0.25),
    ],
)
def test_a_step_without_guidance_saves_half_of_its_work(steps, share):
    assert saving(steps) == share
