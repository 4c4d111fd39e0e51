import pytest

from sd3explorer.app.path.kinds import KINDS, converted, prompts_of
from sd3explorer.walk.paths import Grid, Hold, Keyframe, Morph, Prompts, Wander

DOG, CAT, FOX = Prompts("dog", "blurry"), Prompts("cat"), Prompts("fox")


def morph(*prompts):
    return Morph(tuple(Keyframe(p.prompt, p.negative_prompt) for p in prompts))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "path",
    [morph(DOG, CAT, FOX), Grid((DOG, CAT, FOX, DOG)), Wander(DOG), Hold(DOG)],
    ids=lambda p: type(p).__name__,
)
def test_every_kind_becomes_every_other_and_keeps_the_prompts_that_fit(path, kind):
    new = converted(path, kind)
    assert isinstance(new, kind)
    both = list(zip(prompts_of(path), prompts_of(new), strict=False))
    assert both and all(before == after for before, after in both)


def test_too_few_prompts_repeat():
    assert converted(morph(DOG, CAT), Grid).corners == (DOG, CAT, DOG, CAT)
    assert converted(Hold(DOG), Morph) == morph(DOG, DOG)


def test_a_morph_of_a_grid_has_all_four_prompts():
    assert converted(Grid((DOG, CAT, FOX, DOG)), Morph) == morph(DOG, CAT, FOX, DOG)


def test_a_path_of_the_same_kind_stays_as_it_is():
    closed = Morph(morph(DOG, CAT).keyframes, closed=True)
    assert converted(closed, Morph) is closed
