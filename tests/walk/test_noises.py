"""The four noises: which starting latents each frame gets."""

import math

import pytest

from sd3explorer.walk import recipe
from sd3explorer.walk.noises import Fixed, Orbit, Travel, Varying
from sd3explorer.walk.recipe import Gaussian, Slerp

FRAMES = 8


def noises(plan, frames=FRAMES):
    return [plan.noise(index, frames) for index in range(frames)]


def test_fixed_noise_is_stream_0_of_its_seed_in_every_frame():
    assert set(noises(Fixed(7))) == {Gaussian(7, 0)}


def test_varying_noise_is_the_stream_of_the_frames_number():
    assert noises(Varying(7)) == [Gaussian(7, index) for index in range(FRAMES)]


def test_varying_noise_does_not_hang_on_the_number_of_frames():
    assert noises(Varying(7), 16)[:FRAMES] == noises(Varying(7))


def test_an_orbit_starts_at_the_fixed_noise_of_its_seed():
    assert Orbit(7).noise(0, FRAMES) == Fixed(7).noise(0, FRAMES)


def test_an_orbit_goes_through_streams_0_and_1():
    assert Orbit(7).noise(1, FRAMES) == recipe.Orbit(Gaussian(7, 0), Gaussian(7, 1), math.pi / 4)


def test_an_orbit_goes_once_round_in_equal_steps():
    angles = [noise.angle for noise in noises(Orbit(7))[1:]]
    assert angles == pytest.approx([2 * math.pi * index / FRAMES for index in range(1, FRAMES)])


def test_an_orbit_shows_no_frame_twice():
    assert len(set(noises(Orbit(7), 64))) == 64


def test_an_orbit_of_one_frame_is_its_start():
    assert noises(Orbit(7), 1) == [Gaussian(7, 0)]


def test_an_orbit_of_twice_the_frames_meets_the_same_noises():
    assert noises(Orbit(7), 2 * 33)[::2] == noises(Orbit(7), 33)


def test_travel_starts_at_the_first_seed():
    assert Travel((1, 2, 3)).noise(0, 9) == Gaussian(1)


def test_open_travel_ends_at_the_last_seed():
    assert Travel((1, 2, 3)).noise(8, 9) == Gaussian(3)


def test_open_travel_meets_every_seed_at_equal_distances():
    assert [Travel((1, 2, 3)).noise(index, 9) for index in (0, 4, 8)] == [Gaussian(s) for s in (1, 2, 3)]


def test_travel_goes_along_the_great_circle_between_two_seeds():
    assert Travel((1, 2, 3)).noise(5, 9) == Slerp(Gaussian(2), Gaussian(3), 0.25)


def test_closed_travel_leads_back_to_the_first_seed():
    assert Travel((1, 2, 3), closed=True).noise(8, 9) == Slerp(Gaussian(3), Gaussian(1), 2 / 3)


def test_closed_travel_meets_every_seed_at_equal_distances():
    travel = Travel((1, 2, 3), closed=True)
    assert [travel.noise(index, 9) for index in (0, 3, 6)] == [Gaussian(s) for s in (1, 2, 3)]


def test_closed_travel_shows_no_frame_twice():
    assert len(set(noises(Travel((1, 2, 3), closed=True), 64))) == 64


@pytest.mark.parametrize("closed", [False, True])
def test_travel_of_one_frame_is_the_first_seed(closed):
    assert noises(Travel((1, 2), closed), 1) == [Gaussian(1)]


def test_travel_between_equal_seeds_stands_still():
    assert set(noises(Travel((5, 5)))) == {Gaussian(5)}


def test_open_travel_of_twice_the_frames_less_one_meets_the_same_noises():
    assert noises(Travel((1, 2, 3)), 65)[::2] == noises(Travel((1, 2, 3)), 33)


@pytest.mark.parametrize("plan", [Fixed(), Varying(), Orbit()])
def test_the_seed_is_42_unless_said_otherwise(plan):
    assert plan.noise(0, FRAMES) == Gaussian(42, 0)
