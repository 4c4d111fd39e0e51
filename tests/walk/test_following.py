"""Keyframes keep who they are through edits."""

import pytest

from sd3explorer.walk.following import followed
from sd3explorer.walk.mix import mixed
from sd3explorer.walk.paths import Blend, Hold, Keyframe, Morph, Pin, Prompts, Weights

DOG, CAT, FOX = map(Keyframe, ("a dog", "a cat", "a fox"))
BETWEEN = Keyframe("a cat", mix=mixed(DOG.prompts, CAT.prompts, 0.6))


@pytest.mark.parametrize(
    ("after", "place"),
    [
        ((CAT, DOG, FOX), 0),
        ((DOG, Keyframe("a cat in the snow"), FOX), 1),
        ((CAT, FOX), 0),
        ((DOG, FOX), None),
        ((DOG, BETWEEN, CAT, FOX), 2),
    ],
)
def test_a_keyframe_is_found_by_what_it_shows(after, place):
    assert followed(1, Morph((DOG, CAT, FOX)), Morph(after)) == place


def test_keyframes_of_a_blend_are_found_too():
    pins, one, other = (Pin("a dog"), Pin("a cat")), Weights((1.0, 0.0)), Weights((0.0, 1.0))
    assert followed(1, Blend(pins, (one, other)), Blend(pins, (other, one))) == 0


def test_another_kind_of_path_has_other_keyframes():
    assert followed(0, Morph((DOG, CAT)), Hold(Prompts("a dog"))) is None
