"""What lies along a walk, whether a frame shows it or not."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sd3explorer.walk.easing import Easing
from sd3explorer.walk.noises import Fixed, Orbit, Travel
from sd3explorer.walk.paths import Hold, Keyframe, Morph, Prompts, Wander
from sd3explorer.walk.recipe import Drift, Gaussian, Ones, Prompt, Slerp
from sd3explorer.walk.trail import Trail

HALF = Fraction(1, 2)
DOG, CAT, FOX = Prompt("dog"), Prompt("cat"), Prompt("fox")
THREE = Morph((Keyframe("dog"), Keyframe("cat"), Keyframe("fox")))
ROUND = Morph(THREE.keyframes, closed=True)
HELD = Hold(Prompts("dog"))
EASED = Morph(
    (Keyframe("dog", easing=Easing.EASE_IN, dwell=5), Keyframe("cat", dwell=3), Keyframe("fox", dwell=9))
)


@pytest.mark.parametrize(
    ("path", "noise", "ways"),
    [
        (THREE, Fixed(1), 2),
        (ROUND, Fixed(1), 3),
        (HELD, Travel((1, 2, 3, 4)), 3),
        (HELD, Travel((1, 2, 3, 4), closed=True), 4),
        (HELD, Orbit(1), 1),
        (Wander(Prompts("dog")), Fixed(1), 1),
        (THREE, Orbit(1), 2),
    ],
)
def test_a_way_leads_from_each_anchor_to_the_next(path, noise, ways):
    assert Trail.of(path, noise, 33).ways == ways


def test_where_prompts_and_seeds_are_pinned_there_is_a_stop_for_each():
    assert Trail.of(THREE, Travel((1, 2, 3, 4)), 13).stops == (0, 4, 6, 8, 12)


def test_prompts_and_seeds_that_meet_share_a_stop():
    assert Trail.of(THREE, Travel((1, 2, 3)), 13).stops == (0, 6, 12)


@pytest.mark.parametrize(
    ("path", "noise", "is_closed"),
    [
        (THREE, Fixed(1), False),
        (ROUND, Fixed(1), True),
        (HELD, Orbit(1), True),
        (ROUND, Orbit(1), True),
        (THREE, Orbit(1), False),
        (ROUND, Travel((1, 2)), False),
        (HELD, Fixed(1), False),
    ],
)
def test_the_end_is_the_start_where_all_that_moves_leads_back(path, noise, is_closed):
    assert Trail.of(path, noise, 33).is_closed is is_closed


def test_stops_lie_by_the_spans_alone():
    assert Trail.of(EASED, Fixed(1), 33) == Trail.of(THREE, Fixed(1), 33)


@pytest.mark.parametrize(
    ("spot", "embedding"),
    [(Fraction(0), DOG), (Fraction(1), CAT), (Fraction(2), FOX), (Fraction(5, 4), Slerp(CAT, FOX, 0.25))],
)
def test_at_a_stop_is_what_is_pinned_there_and_between_two_a_mix(spot, embedding):
    assert Trail.of(THREE, Fixed(1), 32).embeddings(spot).positive == embedding


def test_between_stops_easings_and_dwells_make_no_difference():
    assert Trail.of(EASED, Fixed(1), 32).embeddings(HALF).positive == Slerp(DOG, CAT, 0.5)


def test_a_wander_is_as_far_as_at_that_place():
    trail = Trail.of(Wander(Prompts("dog"), 0.25), Fixed(1), 9)
    assert trail.embeddings(HALF).positive == Drift(DOG, Ones(), 1.0)


def test_noise_goes_from_seed_to_seed():
    trail = Trail.of(HELD, Travel((1, 2, 3)), 9)
    assert trail.noise_at(Fraction(1)) == Gaussian(2)
    assert trail.noise_at(Fraction(3, 2)) == Slerp(Gaussian(2), Gaussian(3), 0.5)


@pytest.mark.parametrize("path, noise", [(ROUND, Fixed(1)), (HELD, Orbit(1)), (ROUND, Orbit(1))])
def test_the_end_of_what_is_closed_is_its_start(path, noise):
    trail = Trail.of(path, noise, 32)
    assert trail.embeddings(Fraction(trail.ways)) == trail.embeddings(Fraction(0))
    assert trail.noise_at(Fraction(trail.ways)) == trail.noise_at(Fraction(0))


@given(st.sampled_from([THREE, ROUND, EASED]), st.sampled_from([Fixed(1), Travel((1, 2, 3, 4))]), st.data())
def test_a_place_has_a_spot_and_a_spot_a_place(path, noise, data):
    trail = Trail.of(path, noise, 32)
    spot = data.draw(st.fractions(0, trail.ways, max_denominator=1000))
    assert trail.spot(trail.place(spot)) == spot


@given(st.sampled_from([THREE, ROUND]), st.integers(0, 31))
def test_a_frame_of_a_steady_walk_lies_on_the_trail(path, index):
    trail = Trail.of(path, Orbit(3), 32)
    spot = trail.spot(Fraction(index))
    assert trail.embeddings(spot) == path.embeddings(index, 32)
    assert trail.noise_at(spot) == Orbit(3).noise(index, 32)
