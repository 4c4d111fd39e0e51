"""Trajectories: each is gone through once, as far as it is needed, and goes on from where it was."""

from dataclasses import replace

import numpy as np
import pytest

from sd3explorer.diffusion import evaluate, trajectories
from sd3explorer.diffusion.trajectories import Trajectories
from sd3explorer.walk import maths
from sd3explorer.walk.recipe import Denoised, Gaussian, Prompt, Recipe, slerp_between

SHAPE = (4, 4, 16)
PLAIN = Recipe(Prompt("a dog"), Prompt(""), Gaussian(1), 16, 2.5, (32, 32), "0123abcd")


def latents(recipe):
    return evaluate.noise(recipe.noise, SHAPE)


def side(number, steps):
    return Denoised(Gaussian(number), Prompt(f"side {number}"), Prompt(""), steps)


def frame(t, steps=11, before=1, after=2, **others):
    """Between two sides, after so many steps."""
    noise = slerp_between(side(before, steps), side(after, steps), t)
    return replace(PLAIN, noise=noise, first_step=steps, **others)


def way(number, **others):
    """The plain recipe of a side."""
    return replace(PLAIN, embedding=Prompt(f"side {number}"), noise=Gaussian(number), **others)


@pytest.fixture
def gone():
    """What was denoised: the recipes, and the steps."""
    return []


@pytest.fixture
def denoise(gone):
    """Each step adds 1."""

    def denoise(recipes, latents, steps):
        gone.append((list(recipes), steps))
        return [each + np.float32(len(steps)) for each in latents]

    return denoise


@pytest.fixture
def ways():
    return Trajectories(SHAPE)


def test_a_frame_without_a_first_step_starts_from_its_noise(ways, denoise, gone):
    [start] = ways.starts([PLAIN], denoise)
    assert np.array_equal(start, latents(PLAIN))
    assert gone == []


def test_frames_on_a_bridge_start_between_its_two_sides(ways, denoise):
    starts = ways.starts([frame(t) for t in (0.0, 0.25, 1.0)], denoise)
    before, after = (latents(way(number)) + np.float32(11) for number in (1, 2))
    expected = [before, maths.slerp(before, after, 0.25), after]
    assert all(np.array_equal(*pair) for pair in zip(starts, expected, strict=True))


def test_a_side_is_denoised_as_its_own_picture_is_and_once_for_all_frames(ways, denoise, gone):
    ways.starts([frame(t) for t in (0.1, 0.2, 0.3)], denoise)
    ways.starts([frame(t) for t in (0.4, 1.0)], denoise)
    assert gone == [([way(1), way(2)], range(11))]


def test_a_side_goes_on_from_the_last_of_its_steps_that_are_kept(ways, denoise, gone):
    for steps in (8, 10, 13, 12, 7):
        [start] = ways.starts([frame(1.0, steps)], denoise)
        assert np.allclose(start, latents(way(2)) + steps, atol=1e-5)
    assert [steps for _, steps in gone] == [range(8), range(8, 10), range(10, 13), range(10, 12), range(7)]


def test_sides_that_have_come_as_far_go_on_together(ways, denoise, gone):
    ways.starts([frame(1.0, 8, after=2), frame(1.0, 8, after=3)], denoise)
    ways.starts([frame(0.5, 9, 1, 2), frame(0.5, 9, 3, 4)], denoise)
    assert gone[1:] == [([way(1), way(4)], range(9)), ([way(2), way(3)], range(8, 9))]


@pytest.mark.parametrize(
    "others",
    [{"num_steps": 17}, {"guidance_scale": 3.0}, {"guidance_interval": (0.4, 0.8)}, {"model": "4567cdef"}],
)
def test_another_sampler_or_model_takes_another_way(ways, denoise, gone, others):
    ways.starts([frame(0.0)], denoise)
    ways.starts([frame(0.0, **others)], denoise)
    assert gone[1:] == [([way(1, **others)], range(11))]


def test_a_way_that_was_stopped_is_not_kept(ways, denoise, gone):
    assert ways.starts([frame(0.5)], lambda *_: None) is None
    ways.starts([frame(0.5)], denoise)
    assert gone == [([way(1), way(2)], range(11))]


def test_the_first_step_to_do_is_the_frames_own_only_where_what_is_before_it_is_kept(ways, denoise):
    assert ways.first_step([PLAIN]) == 0
    assert ways.first_step([frame(0.5, 8)]) == 0
    ways.starts([frame(0.5, 8)], denoise)
    assert ways.first_step([frame(0.5, 8)]) == 8
    assert ways.first_step([frame(0.25, 11)]) == 8
    assert ways.first_step([frame(0.25, 11), frame(0.25, 11, after=3)]) == 0


def test_what_was_not_needed_for_longest_is_forgotten(ways, denoise, gone, monkeypatch):
    monkeypatch.setattr(trajectories, "KEPT_LATENTS", 2)
    for number in (1, 2, 1, 3):
        ways.starts([frame(1.0, after=number)], denoise)
    gone.clear()
    for number in (1, 2):
        ways.starts([frame(1.0, after=number)], denoise)
    assert gone == [([way(2)], range(11))]


def test_a_batch_may_need_more_than_is_kept(ways, denoise, monkeypatch):
    monkeypatch.setattr(trajectories, "KEPT_LATENTS", 2)
    starts = ways.starts([frame(1.0, after=number) for number in range(5)], denoise)
    assert all(np.array_equal(start, latents(way(n)) + np.float32(11)) for n, start in enumerate(starts))


def test_while_its_sides_are_denoised_a_frame_is_their_mix_as_far_as_they_have_come(ways):
    under_way = {way(1): latents(way(1)) + np.float32(3), way(2): latents(way(2)) + np.float32(2)}
    mixed = ways.so_far([frame(t) for t in (0.0, 0.25, 1.0)], under_way)
    expected = [under_way[way(1)], maths.slerp(*under_way.values(), 0.25), under_way[way(2)]]
    assert all(np.array_equal(*pair) for pair in zip(mixed, expected, strict=True))


def test_a_side_that_has_come_to_its_last_step_is_mixed_from_there(ways, denoise):
    [there] = ways.starts([frame(1.0)], denoise)
    under_way = {way(1): latents(way(1)) + np.float32(3)}
    [mixed] = ways.so_far([frame(0.25)], under_way)
    assert np.array_equal(mixed, maths.slerp(under_way[way(1)], there, 0.25))


def test_frames_behind_one_with_a_side_that_has_not_begun_are_left_out(ways):
    under_way = {way(number): latents(way(number)) for number in (1, 2, 3)}
    frames = [frame(0.5), frame(0.5, before=2, after=3), frame(0.5, before=3, after=4), frame(0.0)]
    assert len(ways.so_far(frames, under_way)) == 2
    assert ways.so_far([PLAIN], under_way) == []


def test_to_look_at_the_sides_keeps_none_of_them_longer(ways, denoise, gone, monkeypatch):
    monkeypatch.setattr(trajectories, "KEPT_LATENTS", 2)
    for number in (1, 2):
        ways.starts([frame(1.0, after=number)], denoise)
    ways.so_far([frame(1.0, after=1)], {})
    ways.starts([frame(1.0, after=3)], denoise)
    gone.clear()
    ways.starts([frame(1.0, after=2)], denoise)
    assert gone == []


@pytest.mark.parametrize(
    ("recipe", "reason"),
    [
        (replace(frame(0.5), num_steps=11), "no 11 of 11 steps come first"),
        (replace(frame(0.5), first_step=10), "11 steps end before step 10"),
        (replace(frame(0.5), first_step=None), "11 steps end before step None"),
        (replace(PLAIN, first_step=11), "no latents that step 11 could continue with"),
    ],
)
def test_a_first_step_that_does_not_fit_is_refused(ways, denoise, recipe, reason):
    with pytest.raises(AssertionError, match=reason):
        ways.starts([recipe], denoise)
