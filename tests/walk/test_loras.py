"""The LoRAs of a walk: in its file, along its path, and in its recipes."""

from dataclasses import replace
from fractions import Fraction

import pytest

from sd3explorer.walk.error import WalkError
from sd3explorer.walk.lora_editing import (
    vary_along_path,
    with_keyframe_strength,
    with_lora,
    with_lora_strength,
    with_loras,
    with_varying_loras,
    without_lora,
)
from sd3explorer.walk.loras import Lora, LoraFacts
from sd3explorer.walk.model import Model, ModelFacts
from sd3explorer.walk.paths import Hold, Keyframe, Morph
from sd3explorer.walk.recipe import Adapter, Denoised, Prompt
from sd3explorer.walk.spots import Bridge, OnBridge
from sd3explorer.walk.timing import Timing
from sd3explorer.walk.walk import Walk

INK, FUR = Lora("ink.safetensors", 0.5), Lora("fur.safetensors", -1.0)
FACTS = ModelFacts(
    "model", (64, 64), 20, 5.0, loras=(LoraFacts("ink id", in_text=False), LoraFacts("fur id", in_text=True))
)
KEYFRAMES = (Keyframe("a dog"), Keyframe("a cat"))
PLAIN = Walk(path=Morph(KEYFRAMES), timing=Timing(frames=5))
CONSTANT = replace(PLAIN, model=Model(loras=(INK, FUR)))


def varying(first, last):
    keyframes = (replace(KEYFRAMES[0], lora_strengths=first), replace(KEYFRAMES[1], lora_strengths=last))
    return replace(CONSTANT, path=Morph(keyframes))


@pytest.mark.parametrize("walk", [CONSTANT, varying((0.0, 1.0), (1.0, 1.0))])
def test_a_file_gives_them_back(walk):
    assert Walk.parse(walk.dump().encode()) == walk


def test_a_walk_without_any_has_no_field_for_them():
    assert "lora" not in PLAIN.dump()


def test_a_strength_that_is_missing_is_one():
    walk = Walk.from_document(
        {"format": "sd3explorer-walk", "version": 1, "model": {"loras": [{"file": "a.safetensors"}]}}
    )
    assert walk.model.loras == (Lora("a.safetensors", 1.0),)


@pytest.mark.parametrize(
    ("loras", "message"),
    [
        ({"file": "a"}, r"model.loras: must be a list"),
        (["a"], r"model.loras\[0\]: must be an object"),
        ([{"strength": 1.0}], r"model.loras\[0\].file: is missing"),
        ([{"file": " "}], r"model.loras\[0\].file: must name a file"),
        (
            [{"file": "a", "strength": 2.5}],
            r"model.loras\[0\].strength: must be a number from -2 to 2, not 2.5",
        ),
        ([{"file": "a", "weight": 1}], r"model.loras\[0\].weight: is not a field here"),
        ([{"file": "a"}] * 17, r"model.loras: a model takes at most 16 LoRAs, not 17"),
    ],
)
def test_what_is_no_lora_is_refused(loras, message):
    document = {"format": "sd3explorer-walk", "version": 1, "model": {"loras": loras}}
    with pytest.raises(WalkError, match=message):
        Walk.from_document(document)


@pytest.mark.parametrize(
    ("strengths", "message"),
    [
        ([1.0], r"path.keyframes\[0\].lora_strengths: must have a number for each .* there are 2, not 1"),
        ([1.0, "x"], r"path.keyframes\[0\].lora_strengths\[1\]: must be a number"),
        (3, r"path.keyframes\[0\].lora_strengths: must be a list"),
    ],
)
def test_keyframes_have_a_strength_for_each(strengths, message):
    document = {"format": "sd3explorer-walk", "version": 1, **CONSTANT.parts()}
    document["path"]["keyframes"][0]["lora_strengths"] = strengths
    with pytest.raises(WalkError, match=message):
        Walk.from_document(document)


def test_constant_strengths_are_merged():
    recipe = CONSTANT.recipe(2, FACTS)
    assert recipe.merged == (Adapter("ink id", 0.5), Adapter("fur id", -1.0))
    assert recipe.added is None
    assert replace(recipe, merged=None) == PLAIN.recipe(2, FACTS)


def test_a_strength_of_none_is_no_lora():
    walk = with_lora_strength(with_lora_strength(CONSTANT, 0, 0.0), 1, 0.0)
    assert walk.recipe(2, FACTS).digest == PLAIN.recipe(2, FACTS).digest


def test_a_recipe_changes_with_what_is_in_the_file_and_with_its_strength():
    other = replace(FACTS, loras=(LoraFacts("another", False), FACTS.loras[1]))
    walks = (CONSTANT, FACTS), (CONSTANT, other), (with_lora_strength(CONSTANT, 0, 0.6), FACTS)
    assert len({walk.recipe(0, facts).digest for walk, facts in walks}) == 3


def test_the_name_of_the_file_changes_no_recipe():
    renamed = with_loras(CONSTANT, (Lora("elsewhere/i.safetensors", 0.5), FUR))
    assert renamed.recipe(1, FACTS) == CONSTANT.recipe(1, FACTS)


def test_between_keyframes_strengths_are_in_proportion():
    recipes = [varying((0.0, 1.0), (1.0, 1.0)).recipe(index, FACTS) for index in range(5)]
    assert [recipe.added for recipe in recipes] == [
        (Adapter("ink id", s),) for s in (0.0, 0.25, 0.5, 0.75, 1.0)
    ]
    # What stays the same is merged.
    assert {recipe.merged for recipe in recipes} == {(Adapter("fur id", 1.0),)}
    assert len({recipe.course for recipe in recipes}) == 1


def test_a_keyframe_that_says_nothing_takes_the_models_own():
    walk = replace(CONSTANT, path=Morph((replace(KEYFRAMES[0], lora_strengths=(1.0, -1.0)), KEYFRAMES[1])))
    assert [walk.recipe(index, FACTS).added[0].strength for index in (0, 2, 4)] == [1.0, 0.75, 0.5]


def test_an_even_walk_has_the_strengths_of_its_spots():
    walk = varying((0.0, 1.0), (1.0, 1.0))
    assert walk.recipe_at(Fraction(1, 8), FACTS).added == (Adapter("ink id", 0.125),)
    bridge = OnBridge(Bridge(Fraction(1, 4), Fraction(1, 2), 8), Fraction(1, 2))
    sides = walk.recipe_at(bridge, FACTS).noise
    assert isinstance(sides.start, Denoised)
    assert [side.added[0].strength for side in (sides.start, sides.end)] == [0.25, 0.5]


def test_texts_are_encoded_with_the_strengths_of_their_keyframes():
    walk = varying((0.5, 0.0), (0.5, 2.0))
    mixed = walk.recipe(2, FACTS).embedding
    assert mixed.start == Prompt("a dog")
    assert mixed.end == Prompt("a cat", (Adapter("fur id", 2.0),))
    assert walk.recipe(2, FACTS).negative_embedding.end == Prompt("", (Adapter("fur id", 2.0),))


def test_a_lora_of_the_transformer_alone_leaves_texts_as_they_are():
    walk = varying((0.0, -1.0), (1.0, -1.0))
    assert walk.recipe(2, FACTS).embedding == PLAIN.recipe(2, FACTS).embedding


def test_frames_with_equal_strengths_are_one_frame():
    walk = with_varying_loras(CONSTANT, vary=True)
    assert vary_along_path(walk)
    assert [walk.recipe(n, FACTS) for n in range(5)] == [CONSTANT.recipe(n, FACTS) for n in range(5)]


def test_edits_keep_keyframes_and_model_together():
    walk = with_varying_loras(with_lora(PLAIN, INK), vary=True)
    walk = with_keyframe_strength(walk, 1, 0, 2.0)
    walk = with_lora(walk, FUR)
    assert [each.lora_strengths for each in walk.path.keyframes] == [(0.5, -1.0), (2.0, -1.0)]
    walk = without_lora(walk, 0)
    assert walk.model.loras == (FUR,)
    assert [each.lora_strengths for each in walk.path.keyframes] == [(-1.0,), (-1.0,)]
    assert without_lora(walk, 0) == PLAIN
    assert with_varying_loras(walk, vary=False) == with_lora(PLAIN, FUR)


def test_other_paths_have_them_too():
    walk = with_varying_loras(replace(CONSTANT, path=Hold(PLAIN.path.prompts[0])), vary=True)
    assert not vary_along_path(walk)
    assert walk.recipe(0, FACTS).merged == CONSTANT.recipe(0, FACTS).merged
