"""What is on a sheet."""

from dataclasses import replace

import pytest

from sd3explorer.app.sheet.plan import Plan, Vary, choices, drawn, spread
from sd3explorer.walk.loras import Lora
from sd3explorer.walk.model import Model
from sd3explorer.walk.noises import Fixed
from sd3explorer.walk.paths import Hold, Keyframe, Morph, Prompts
from sd3explorer.walk.pictures import KeyframePicture, picture_of
from sd3explorer.walk.sampler import Sampler
from sd3explorer.walk.timing import Timing
from sd3explorer.walk.variations import Subject
from sd3explorer.walk.walk import Walk

WALK = Walk(
    path=Morph((Keyframe("a dog", "blurry"), Keyframe("a cat"))),
    noise=Fixed(7),
    timing=Timing(9),
    sampler=Sampler(16, 4.0),
    model=Model(loras=(Lora("ink and wash.safetensors"),)),
)
FIRST, ALL = Subject(0, 0), Subject(0)


def cells_of(plan, facts):
    return plan.cells(WALK, facts, list(range(100, 100 + plan.seed_count)))


def captions(plan, facts):
    return [cell.variation.caption for cell in cells_of(plan, facts)]


@pytest.mark.parametrize("columns", [3, 4, 8])
@pytest.mark.parametrize("vary", [Vary.SEEDS, Vary.NEAR])
def test_seeds_make_a_square(facts, vary, columns):
    assert len(cells_of(Plan(vary, FIRST, columns), facts)) == columns**2


def test_the_first_cell_is_what_there_is(facts):
    for vary in (Vary.SEEDS, Vary.NEAR):
        first, *others = cells_of(Plan(vary, FIRST), facts)
        assert first.variation.change(WALK) == WALK
        assert WALK not in [other.variation.change(WALK) for other in others]


@pytest.mark.parametrize("vary", [Vary.STEPS, Vary.GUIDANCE, Vary.LORA])
def test_rows_have_a_value_each_and_columns_a_seed(facts, vary):
    cells = cells_of(Plan(vary, ALL, 4), facts)
    assert len(cells) == 16
    assert [cell.seed for cell in cells] == [7, 100, 101, 102] * 4
    rows = [cell.variation.caption.split(" · ")[0] for cell in cells]
    assert all(len(set(rows[start : start + 4])) == 1 for start in range(0, 16, 4))
    assert len(set(rows)) == 4


def test_what_is_avoided_is_said(facts):
    texts = captions(Plan(Vary.AVOID, ALL, 4), facts)
    assert [texts[0], texts[1], texts[5]] == [
        "avoiding blurry · 7",
        "avoiding blurry · 100",
        "avoiding nothing · 100",
    ]
    both = Morph((Keyframe("a dog", "(blurry:1.2)"), Keyframe("a cat", "low resolution")))
    cells = Plan(Vary.AVOID, ALL, 2).cells(replace(WALK, path=both), facts, [100])
    assert cells[1].variation.caption == "avoiding blurry, low res… · 100"


def test_a_picture_is_changed_more_and_more(facts):
    photo = picture_of(b"a photo")
    keyframes = (Keyframe("a dog", picture=KeyframePicture(photo)), Keyframe("a cat"))
    walk = replace(WALK, path=Morph(keyframes))
    assert Vary.PICTURE in choices(walk, FIRST)
    assert Vary.PICTURE not in choices(walk, Subject(8, 1))
    assert Vary.PICTURE not in choices(walk, ALL)
    cells = Plan(Vary.PICTURE, FIRST, 3).cells(walk, facts, [100, 101])
    assert [cell.variation.caption for cell in cells[:2]] == [
        "25\N{NO-BREAK SPACE}% · the walk's seed",
        "25\N{NO-BREAK SPACE}% · 100",
    ]
    strengths = [cell.variation.change(walk).path.keyframes[0].picture.strength for cell in cells[::3]]
    assert strengths == [0.25, 0.5, 0.75]


def test_values_reach_around_those_of_now(facts):
    texts = captions(Plan(Vary.STEPS, ALL, 4), facts)
    assert [text.split(" · ")[0] for text in texts[::4]] == ["4 steps", "8 steps", "16 steps", "32 steps"]
    texts = captions(Plan(Vary.GUIDANCE, ALL, 4), facts)
    assert [text.split(" · ")[0] for text in texts[::4]] == [f"guidance {scale}" for scale in (1, 2, 4, 8)]


def test_a_lora_goes_from_nothing_to_more_than_all(facts):
    texts = captions(Plan(Vary.LORA, ALL, 4), facts)
    assert [text.split(" · ")[0] for text in texts[::4]] == [
        f"ink and wash {strength}" for strength in (0, 0.5, 1, 1.5)
    ]


def test_what_is_avoided_is_compared_with_nothing(facts):
    cells = cells_of(Plan(Vary.AVOID, ALL, 4), facts)
    assert len(cells) == 8
    negatives = [cell.variation.change(WALK).path.keyframes[0].negative_prompt for cell in cells]
    assert negatives == ["blurry"] * 4 + [""] * 4


def test_each_prompt_has_a_row(facts):
    cells = cells_of(Plan(Vary.PROMPTS, ALL, 4), facts)
    assert [cell.subject.keyframe for cell in cells] == [0] * 4 + [1] * 4
    assert cells[5].variation.caption == "cat · 100"
    assert cells[5].variation.change(WALK).path.keyframes[1].seed == 100


def test_only_what_is_there_can_be_varied():
    without_picture = [vary for vary in Vary if vary is not Vary.PICTURE]
    assert choices(WALK, FIRST) == without_picture
    assert choices(WALK, ALL) == [vary for vary in without_picture if vary is not Vary.NEAR]
    plain = replace(WALK, path=Hold(Prompts("a dog")), model=Model())
    assert choices(plain, ALL) == [Vary.SEEDS, Vary.STEPS, Vary.GUIDANCE]


def test_few_steps_are_no_fewer_than_show_something(facts):
    few = replace(WALK, sampler=Sampler(2, 1.0))
    cells = Plan(Vary.STEPS, ALL, 8).cells(few, facts, range(7))
    assert all(cell.variation.change(few).sampler.num_steps >= 2 for cell in cells)


def test_numbers_are_spread_with_that_of_now_among_them():
    for count in (3, 4, 5, 6, 8):
        numbers = spread(7.0, count, 100.0)
        assert numbers == sorted(numbers)
        assert 7.0 in numbers
    assert max(spread(90.0, 4, 100.0)) == 100.0


def test_seeds_are_drawn():
    assert drawn(3, lambda below: below - 1) == [2**32 - 1] * 3
