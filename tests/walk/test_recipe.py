"""Recipes as names: equal ones have equal digests, everywhere and always."""

import hashlib
import json
import pickle
import subprocess
import sys
from dataclasses import FrozenInstanceError, fields, is_dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sd3explorer.walk import recipe as recipe_module
from sd3explorer.walk.recipe import (
    RECIPE_VERSION,
    Denoised,
    Drift,
    Gaussian,
    Ones,
    Orbit,
    Prompt,
    RandomDirection,
    Recipe,
    Slerp,
    from_noise,
    slerp_between,
    with_steps,
)

numbers = st.floats(allow_nan=False, allow_infinity=False) | st.integers(-(2**70), 2**70)
prompts = st.builds(Prompt, st.text())
directions = st.just(Ones()) | st.builds(RandomDirection, st.integers(0, 2**64 - 1))
embeddings = st.recursive(
    prompts,
    lambda inner: st.builds(Slerp, inner, inner, numbers) | st.builds(Drift, inner, directions, numbers),
)
gaussians = st.builds(Gaussian, st.integers(0, 2**64 - 1), st.integers(0, 100_000))
noises = st.recursive(
    gaussians, lambda inner: st.builds(Slerp, inner, inner, numbers) | st.builds(Orbit, inner, inner, numbers)
)
denoised = st.builds(Denoised, noises, embeddings, embeddings, st.integers(1, 1000))
recipes = st.builds(
    Recipe,
    embedding=embeddings,
    negative_embedding=embeddings,
    noise=noises | denoised | st.builds(Slerp, denoised, denoised, numbers),
    num_steps=st.integers(1, 1000),
    guidance_scale=numbers,
    image_size=st.tuples(st.integers(8, 8192), st.integers(8, 8192)),
    model=st.text(),
    guidance_interval=st.none() | st.tuples(numbers, numbers),
    first_step=st.none() | st.integers(1, 999),
)

DOG, CAT, FOX = Prompt("a 3d dog face"), Prompt("a 3d cat face"), Prompt("ein Fuchs 🦊")

RECIPE = Recipe(
    embedding=Slerp(DOG, CAT, 0.25),
    negative_embedding=Prompt("blurry"),
    noise=Orbit(Gaussian(42, 0), Gaussian(42, 1), 1.5),
    num_steps=28,
    guidance_scale=7.0,
    image_size=(128, 192),
    model="0123abcd",
)

# Frames in the stores of our users bear this name: when it changes, raise RECIPE_VERSION on purpose.
DIGEST = "7943053cf7359a9703b90598e93cef1b9b7c9f68557293cde909ba3d04f07396"

OTHERS = {
    "another prompt": replace(RECIPE, embedding=Slerp(DOG, FOX, 0.25)),
    "the prompts swapped": replace(RECIPE, embedding=Slerp(CAT, DOG, 0.25)),
    "another place between them": replace(RECIPE, embedding=Slerp(DOG, CAT, 0.2500000001)),
    "a prompt alone": replace(RECIPE, embedding=DOG),
    "a prompt that differs by a space": replace(RECIPE, embedding=Slerp(Prompt("a 3d dog face "), CAT, 0.25)),
    "a prompt in capitals": replace(RECIPE, embedding=Slerp(Prompt("A 3d dog face"), CAT, 0.25)),
    "a drift": replace(RECIPE, embedding=Drift(DOG, Ones(), 0.25)),
    "a drift elsewhere": replace(RECIPE, embedding=Drift(DOG, RandomDirection(42), 0.25)),
    "a drift by another seed": replace(RECIPE, embedding=Drift(DOG, RandomDirection(43), 0.25)),
    "a longer drift": replace(RECIPE, embedding=Drift(DOG, Ones(), 0.26)),
    "another negative prompt": replace(RECIPE, negative_embedding=Prompt("dark")),
    "still noise": replace(RECIPE, noise=Gaussian(42, 0)),
    "another stream": replace(RECIPE, noise=Gaussian(42, 1)),
    "another seed": replace(RECIPE, noise=Gaussian(43, 0)),
    "noise between two": replace(RECIPE, noise=Slerp(Gaussian(42, 0), Gaussian(42, 1), 1.5)),
    "another angle": replace(RECIPE, noise=Orbit(Gaussian(42, 0), Gaussian(42, 1), 1.6)),
    "more steps": replace(RECIPE, num_steps=29),
    "more guidance": replace(RECIPE, guidance_scale=7.5),
    "a size turned around": replace(RECIPE, image_size=(192, 128)),
    "another model": replace(RECIPE, model="0123abce"),
    "guidance at some noise levels": replace(RECIPE, guidance_interval=(0.25, 0.9)),
    "guidance at others": replace(RECIPE, guidance_interval=(0.25, 1.0)),
}


def test_the_digest_of_a_recipe_is_what_it_always_was():
    assert RECIPE.digest == DIGEST


@given(recipes)
def test_the_digest_is_that_of_the_sorted_json_of_all_that_is_set(recipe):
    document = {"version": RECIPE_VERSION, "recipe": plain(recipe)}
    canonical = json.dumps(document, sort_keys=True, separators=(",", ":"), allow_nan=False)
    assert recipe.digest == hashlib.sha256(canonical.encode()).hexdigest()


def plain(value):
    if is_dataclass(value):
        parts = {f.name: getattr(value, f.name) for f in fields(value) if f.compare}
        named = {name: plain(part) for name, part in parts.items() if part is not None}
        return {"kind": type(value).__name__} | named
    if isinstance(value, tuple):
        return [plain(part) for part in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_what_is_no_number_has_no_digest(number):
    with pytest.raises(ValueError):
        _ = replace(RECIPE, guidance_scale=number).digest


def test_a_recipe_is_digested_once_however_often_it_is_asked(monkeypatch):
    recipe = replace(RECIPE)
    digested = []
    sha256 = hashlib.sha256
    monkeypatch.setattr(recipe_module.hashlib, "sha256", lambda data: digested.append(data) or sha256(data))
    assert recipe.digest == recipe.digest == DIGEST
    assert len(digested) == 1


def test_another_recipe_made_of_one_has_a_digest_of_its_own():
    assert RECIPE.digest == DIGEST
    assert replace(RECIPE, num_steps=5).digest != DIGEST


def test_the_digest_is_the_same_in_every_process():
    program = (
        "import pickle, sys; from sd3explorer.walk.recipe import *;"
        "print(pickle.load(sys.stdin.buffer).digest)"
    )
    answer = subprocess.run(
        [sys.executable, "-c", program], input=pickle.dumps(RECIPE), stdout=subprocess.PIPE, check=True
    )
    assert answer.stdout.decode().strip() == RECIPE.digest


def test_the_digest_is_64_hex_digits():
    assert len(RECIPE.digest) == 64 and set(RECIPE.digest) <= set("0123456789abcdef")


@pytest.mark.parametrize("difference", OTHERS)
def test_the_digest_differs_for(difference):
    assert OTHERS[difference].digest != RECIPE.digest


def test_no_two_of_those_share_a_digest():
    assert len({recipe.digest for recipe in OTHERS.values()}) == len(OTHERS)


def test_equal_recipes_that_were_made_apart_have_one_digest():
    again = replace(RECIPE, embedding=Slerp(Prompt("a 3d " + "dog face"), CAT, 1 / 4))
    assert again.digest == RECIPE.digest


def test_a_whole_number_of_guidance_is_the_same_as_a_float():
    assert replace(RECIPE, guidance_scale=7).digest == RECIPE.digest


def test_a_whole_number_in_the_guidance_interval_is_the_same_as_a_float():
    whole, broken = (replace(RECIPE, guidance_interval=interval) for interval in ((0, 0.5), (0.0, 0.5)))
    assert whole.digest == broken.digest


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_a_recipe_goes_to_another_process_as_it_is(protocol):
    assert pickle.loads(pickle.dumps(RECIPE, protocol)) == RECIPE


def test_a_recipe_is_a_few_hundred_bytes():
    assert len(pickle.dumps(RECIPE)) < 1000


def test_a_recipe_is_a_key():
    assert {RECIPE: "frame"}[replace(RECIPE)] == "frame"


def test_a_recipe_cannot_be_changed():
    with pytest.raises(FrozenInstanceError):
        RECIPE.num_steps = 5


@pytest.mark.parametrize(("scale", "guided"), [(0.0, False), (1.0, False), (1.01, True), (7.0, True)])
def test_guidance_has_an_effect_above_1(scale, guided):
    assert replace(RECIPE, guidance_scale=scale).guided is guided


@pytest.mark.parametrize(
    "difference", ["more steps", "guidance at some noise levels", "guidance at others", "no guidance"]
)
def test_what_goes_through_other_steps_is_not_denoised_together(difference):
    other = (OTHERS | {"no guidance": replace(RECIPE, guidance_scale=1.0)})[difference]
    assert other.course != RECIPE.course


@pytest.mark.parametrize("difference", ["another prompt", "another seed", "more guidance"])
def test_what_goes_through_the_same_steps_may_be_denoised_together(difference):
    assert OTHERS[difference].course == RECIPE.course


def test_slerp_between_collapses_to_its_start_at_0():
    assert slerp_between(DOG, CAT, 0.0) is DOG


def test_slerp_between_collapses_to_its_end_at_1():
    assert slerp_between(DOG, CAT, 1.0) is CAT


def test_slerp_between_equals_is_that_one():
    assert slerp_between(DOG, Prompt(DOG.text), 0.5) == DOG


def test_slerp_between_equal_mixes_is_that_mix():
    assert slerp_between(Slerp(DOG, CAT, 0.5), Slerp(DOG, CAT, 0.5), 0.3) == Slerp(DOG, CAT, 0.5)


def test_slerp_between_two_is_a_slerp_on_the_way():
    assert slerp_between(DOG, CAT, 0.3) == Slerp(DOG, CAT, 0.3)


@pytest.mark.parametrize("text", ["a fox\n", " a  fox", "a\r\nfox", "a\t fox \n\n"])
def test_white_space_makes_no_other_prompt(text):
    assert Prompt.of(text) == Prompt("a fox")


def test_white_space_within_a_prompt_stays_a_space():
    assert Prompt.of("afox") != Prompt.of("a fox")


def bridge_frame(steps, num_steps, t=0.5):
    """The recipe of a frame that goes on with step `steps`, from between the latents of two others."""
    before, after = (
        Denoised(Gaussian(seed), embedding, Prompt(""), steps) for seed, embedding in ((1, DOG), (2, CAT))
    )
    latents = slerp_between(before, after, t)
    return replace(RECIPE, noise=latents, num_steps=num_steps, first_step=steps)


@pytest.mark.parametrize("t", [0.0, 0.5, 1.0])
@pytest.mark.parametrize(
    ("steps", "num_steps", "fewer", "before"),
    [(14, 28, 7, 4), (11, 16, 4, 3), (1, 28, 7, 1), (27, 28, 7, 6), (1, 2, 2, 1), (3, 4, 8, 6)],
)
def test_in_fewer_steps_as_large_a_share_of_them_comes_before_the_first_one(
    steps, num_steps, fewer, before, t
):
    assert with_steps(bridge_frame(steps, num_steps, t), fewer) == bridge_frame(before, fewer, t)


def test_a_frame_that_starts_from_noise_is_the_same_in_fewer_steps():
    assert with_steps(RECIPE, 7) == replace(RECIPE, num_steps=7)


@pytest.mark.parametrize(
    ("t", "noise"), [(0.0, Gaussian(1)), (0.5, Slerp(Gaussian(1), Gaussian(2), 0.5)), (1.0, Gaussian(2))]
)
def test_a_frame_from_noise_starts_where_the_latents_came_from(t, noise):
    assert from_noise(bridge_frame(11, 16, t)) == replace(RECIPE, noise=noise, num_steps=16)


def test_what_starts_from_noise_is_left_as_it_is():
    assert from_noise(RECIPE) is RECIPE


def test_a_first_step_without_latents_that_were_denoised_before_it_makes_no_sense():
    with pytest.raises(ValueError, match="latents that were denoised before it"):
        with_steps(replace(RECIPE, first_step=3), 7)
