"""The engine's decisions, on a model that only pretends to run out of memory or precision."""

from dataclasses import replace

import pytest

from sd3explorer.render.engine import Engine
from sd3explorer.render.messages import EngineSettings, Failed, Notice, Phase, Rendered, RenderError, Status
from sd3explorer.walk.timing import Timing
from sd3explorer.walk.walk import Walk
from tests.gradient import GradientModel, gradient


class SmallMemory(GradientModel):
    fits = 2

    def render(self, recipes, batch_size, should_stop):
        if batch_size > self.fits:
            raise MemoryError
        return super().render(recipes, batch_size, should_stop)


class NoMemory(SmallMemory):
    fits = 0


class Overflowing(GradientModel):
    def render(self, recipes, batch_size, should_stop):
        _, *rest = super().render(recipes, batch_size, should_stop)
        return [None, *rest]


@pytest.fixture
def recipes(facts):
    walk = Walk(timing=Timing(6))
    return [replace(walk.recipe(index, facts), num_steps=1) for index in range(6)]


def engine(starter, load_model, precision="float16", should_stop=lambda: False):
    return Engine(EngineSettings(starter, (128, 128), precision, batch_size=4), load_model, should_stop)


def test_every_recipe_gives_its_own_frame(starter, recipes):
    events = list(engine(starter, GradientModel).render(recipes))
    rendered = [event for event in events if isinstance(event, Rendered)]
    assert [event.recipe for event in rendered] == recipes
    assert all((event.image == gradient(event.recipe)).all() for event in rendered)


def test_loading_and_compiling_are_told_before_they_happen_and_once(starter, recipes):
    running = engine(starter, GradientModel)
    events = [*running.render(recipes), *running.render(recipes)]
    assert [event.phase for event in events if isinstance(event, Status)] == [Phase.BUILDING, Phase.COMPILING]
    assert isinstance(events[0], Status)


def test_recipes_of_different_kinds_are_not_mixed_in_a_batch(starter, recipes):
    mixed = [recipes[0], replace(recipes[1], num_steps=2), replace(recipes[2], guidance_scale=1.0)]
    kinds = []

    class Watching(GradientModel):
        def render(self, batch, batch_size, should_stop):
            kinds.append({(recipe.num_steps, recipe.guided) for recipe in batch})
            return super().render(batch, batch_size, should_stop)

    list(engine(starter, Watching).render(mixed))
    assert kinds == [{(1, True)}, {(2, True)}, {(1, False)}]


def test_running_out_of_memory_halves_the_batch_says_so_and_loses_nothing(starter, recipes):
    events = list(engine(starter, SmallMemory).render(recipes))
    assert [event.recipe for event in events if isinstance(event, Rendered)] == recipes
    assert [event.text for event in events if isinstance(event, Notice)] == [
        "memory ran out: going on with 2 frames at once"
    ]


def test_a_halved_batch_stays_halved(starter, recipes):
    running = engine(starter, SmallMemory)
    list(running.render(recipes))
    assert not any(isinstance(event, Notice) for event in running.render(recipes))


def test_when_not_even_one_frame_fits_the_error_says_what_to_do(starter, recipes):
    with pytest.raises(RenderError, match="one frame of 128x128; choose a smaller image size"):
        list(engine(starter, NoMemory).render(recipes))


@pytest.mark.parametrize(
    ("precision", "remedy"),
    [
        ("float16", "try bfloat16 or float32"),
        ("bfloat16", "try float32"),
        ("float32", "try a lower guidance scale"),
    ],
)
def test_numbers_that_overflow_fail_their_frame_only_and_name_the_precision_to_try(
    starter, recipes, precision, remedy
):
    events = list(engine(starter, Overflowing, precision).render(recipes[:4]))
    failed = [event for event in events if isinstance(event, Failed)]
    assert [event.recipe for event in failed] == recipes[:1]
    assert failed[0].reason.endswith(remedy)
    assert len([event for event in events if isinstance(event, Rendered)]) == 3


def test_a_stop_gives_no_more_frames(starter, recipes):
    asked = []

    def should_stop():
        asked.append(True)
        return len(asked) > 3

    events = list(engine(starter, GradientModel, should_stop=should_stop).render(recipes))
    assert len([event for event in events if isinstance(event, Rendered)]) < len(recipes)
