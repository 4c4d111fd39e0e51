"""The engine's decisions, on a model that only pretends to run out of memory or precision."""

import gc
import sys
from dataclasses import replace
from fractions import Fraction
from types import ModuleType

import pytest

from sd3explorer.diffusion.backend import DiffusionError
from sd3explorer.render import engine as engine_module
from sd3explorer.render.engine import Engine, least
from sd3explorer.render.messages import (
    Compiled,
    Denoising,
    DeviceMemory,
    EngineSettings,
    Failed,
    Notice,
    Phase,
    Rendered,
    RenderError,
    Status,
    Tuned,
)
from sd3explorer.walk.recipe import Inverted, Picture, PictureLatents, Pull
from sd3explorer.walk.sampler import Sampler
from sd3explorer.walk.spots import Bridge, OnBridge
from sd3explorer.walk.timing import Timing
from sd3explorer.walk.walk import Walk
from tests.gradient import GradientModel, gradient, small_gradient


class SmallMemory(GradientModel):
    fits = 2

    def render(self, recipes, batch_size, should_stop, show):
        if batch_size > self.fits:
            raise MemoryError
        return super().render(recipes, batch_size, should_stop, show)


class NoMemory(SmallMemory):
    fits = 0


class Overflowing(GradientModel):
    def render(self, recipes, batch_size, should_stop, show):
        _, *rest = super().render(recipes, batch_size, should_stop, show)
        return [None, *rest]


@pytest.fixture
def recipes(facts):
    walk = Walk(timing=Timing(6))
    return [replace(walk.recipe(index, facts), num_steps=1) for index in range(6)]


def engine(starter, load_model, precision="float32", should_stop=lambda: False, tell=None):
    settings = EngineSettings(starter, (128, 128), precision, batch_size=4)
    return Engine(settings, load_model, should_stop, tell)


def test_frames_that_need_a_picture_that_is_not_there_are_refused(starter, recipes):
    pull = Pull(PictureLatents(Picture("0" * 64), 0.5, 0.5, 1.0), 1.0, 0.5)
    for one in (replace(recipes[0], pull=pull), replace(recipes[0], noise=Inverted(pull.latents))):
        with pytest.raises(RenderError, match="a picture of this walk isn't in its file"):
            list(engine(starter, GradientModel).render([one]))


def test_every_recipe_gives_its_own_frame(starter, recipes):
    events = list(engine(starter, GradientModel).render(recipes))
    rendered = [event for event in events if isinstance(event, Rendered)]
    assert [event.recipe for event in rendered] == recipes
    assert all((event.image == gradient(event.recipe)).all() for event in rendered)


def test_frames_of_another_precision_are_refused(starter, recipes):
    running = engine(starter, GradientModel, "bfloat16")
    with pytest.raises(RenderError, match="not of starter in bfloat16, which this engine renders"):
        list(running.render(recipes))
    with pytest.raises(RenderError, match="not of starter in bfloat16"):
        list(running.warm(recipes[0]))


def test_loading_and_compiling_are_reported_before_they_happen_and_once(starter, recipes):
    running = engine(starter, GradientModel)
    events = [*running.render(recipes), *running.render(recipes)]
    assert [event.phase for event in events if isinstance(event, Status)] == [Phase.BUILDING, Phase.COMPILING]
    assert isinstance(events[0], Status)


def test_recipes_of_different_kinds_are_not_mixed_in_a_batch(starter, recipes):
    mixed = [
        recipes[0],
        replace(recipes[1], num_steps=2),
        replace(recipes[2], guidance_scale=1.0),
        replace(recipes[3], guidance_interval=(0.25, 0.9)),
        replace(recipes[4], guidance_interval=(0.25, 1.0)),
    ]
    kinds = []

    class Watching(GradientModel):
        def render(self, batch, batch_size, should_stop, show):
            kinds.append([recipe.course for recipe in batch])
            return super().render(batch, batch_size, should_stop, show)

    list(engine(starter, Watching).render(mixed))
    assert kinds == [[recipe.course] for recipe in mixed]


def test_warming_gets_ready_for_one_frame_first_then_for_whole_batches_and_renders_none(starter, recipes):
    events = list(engine(starter, GradientModel).warm(recipes[0]))
    assert events == [
        Status(Phase.BUILDING),
        Status(Phase.COMPILING),
        Compiled(1, guided=True),
        Status(Phase.COMPILING),
        Compiled(4, guided=True),
    ]


def test_a_warm_engine_renders_at_once(starter, recipes):
    running = engine(starter, GradientModel)
    list(running.warm(recipes[0]))
    assert not any(isinstance(event, Status) for event in running.render(recipes))


def test_an_engine_that_is_warm_says_so_without_doing_anything(starter, recipes):
    running = engine(starter, GradientModel)
    list(running.warm(recipes[0]))
    assert list(running.warm(recipes[1])) == [Compiled(1, guided=True), Compiled(4, guided=True)]


def test_warming_ends_between_two_programs(starter, recipes):
    stopping = []
    running = engine(starter, GradientModel, should_stop=lambda: bool(stopping))
    events = []
    for event in running.warm(recipes[0]):
        events.append(event)
        if isinstance(event, Compiled):
            stopping.append(True)
    assert events[-1] == Compiled(1, guided=True)


def test_a_program_that_was_stopped_halfway_is_not_called_compiled(starter, recipes):
    stopping = []

    class Stopped(GradientModel):
        def warm(self, recipe, batch_size, should_stop):
            stopping.append(True)

    events = list(engine(starter, Stopped, should_stop=lambda: bool(stopping)).warm(recipes[0]))
    assert events == [Status(Phase.BUILDING), Status(Phase.COMPILING)]


def test_warming_halves_batches_that_memory_has_no_room_for(starter, recipes):
    running = engine(starter, SmallMemory)
    events = list(running.warm(recipes[0]))
    assert [event for event in events if not isinstance(event, Status)] == [
        Compiled(1, guided=True),
        Notice("memory ran out: continuing with 2 frames at once"),
        Compiled(2, guided=True),
    ]
    assert not any(isinstance(event, Notice | Status) for event in running.render(recipes))


def test_warming_says_what_to_do_where_not_even_one_frame_fits(starter, recipes):
    with pytest.raises(RenderError, match="one frame of 128x128; choose a smaller image size"):
        list(engine(starter, NoMemory).warm(recipes[0]))


def test_who_looks_on_hears_of_the_memory_that_a_warm_engine_takes(starter, recipes):
    messages = []
    list(engine(starter, GradientModel, tell=messages.append).warm(recipes[0]))
    assert messages == [DeviceMemory("Paint box", 3 * 2**30, 8 * 2**30)] * 2


def batch_sizes(starter, batches, warm):
    """How many frames the programs render at once that batches are rendered by."""
    models = []

    def load(settings):
        models.append(GradientModel(settings))
        return models[0]

    running = engine(starter, load)
    if warm:
        list(running.warm(batches[0][0]))
        models[0].batch_sizes = [1, 4]
    for batch in batches:
        list(running.render(batch))
    return models[0].batch_sizes[2 if warm else 0 :]


def test_a_recipe_that_comes_alone_is_rendered_alone_where_that_is_compiled(starter, recipes):
    assert batch_sizes(starter, [recipes[:1], recipes[1:5], recipes[:2]], warm=True) == [1, 4, 4]


def test_otherwise_a_recipe_that_comes_alone_waits_for_no_compiler(starter, recipes):
    assert batch_sizes(starter, [recipes[:4], recipes[4:5]], warm=False) == [4, 4]


def test_running_out_of_memory_halves_the_batch_says_so_and_loses_nothing(starter, recipes):
    events = list(engine(starter, SmallMemory).render(recipes))
    assert [event.recipe for event in events if isinstance(event, Rendered)] == recipes
    assert [event.text for event in events if isinstance(event, Notice)] == [
        "memory ran out: continuing with 2 frames at once"
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
        ("float32", "the model's weights may be damaged, so fetch or copy it again"),
    ],
)
def test_numbers_that_overflow_fail_their_frame_only_and_name_the_precision_to_try(
    starter, recipes, precision, remedy
):
    fingerprint = starter.facts(precision).fingerprint
    recipes = [replace(recipe, model=fingerprint) for recipe in recipes[:4]]
    events = list(engine(starter, Overflowing, precision).render(recipes))
    failed = [event for event in events if isinstance(event, Failed)]
    assert [event.recipe for event in failed] == recipes[:1]
    assert failed[0].reason.endswith(remedy)
    assert len([event for event in events if isinstance(event, Rendered)]) == 3


def test_guidance_is_blamed_only_where_it_is_as_high_as_nobody_needs(starter, recipes):
    high = replace(recipes[0], guidance_scale=60.0)
    [failed] = [event for event in engine(starter, Overflowing).render([high]) if isinstance(event, Failed)]
    assert failed.reason.endswith("try a lower guidance scale")


def test_frames_that_damaged_weights_spoilt_are_reported_by_the_weights(starter, recipes):
    class Damaged(Overflowing):
        def has_undefined_weights(self):
            return True

    with pytest.raises(RenderError) as caught:
        list(engine(starter, Damaged).render(recipes[:4]))
    assert str(caught.value) == (
        f"the weights in {starter.folder} are damaged: some are no numbers that a model has; "
        "install sd3explorer again"
    )


def test_a_stop_gives_no_more_frames(starter, recipes):
    asked = []

    def should_stop():
        asked.append(True)
        return len(asked) > 3

    events = list(engine(starter, GradientModel, should_stop=should_stop).render(recipes))
    assert len([event for event in events if isinstance(event, Rendered)]) < len(recipes)


def told(starter, recipes, load_model=GradientModel):
    """What the engine tells beside its events."""
    messages = []
    list(engine(starter, load_model, tell=messages.append).render(recipes))
    return messages


def test_who_looks_on_sees_small_pictures_of_the_frames_that_are_rendered(starter, recipes, monkeypatch):
    monkeypatch.setattr(engine_module, "SECONDS_BETWEEN_PICTURES", 0.0)
    seen = [message for message in told(starter, recipes) if isinstance(message, Denoising)]
    assert [message.recipes for message in seen] == [tuple(recipes[:4]), tuple(recipes[4:])]
    for message in seen:
        for recipe, image in zip(message.recipes, message.images, strict=True):
            assert (image == small_gradient(recipe)).all()
            assert image.shape == (16, 16, 3)


def test_frames_that_are_done_soon_are_not_shown_before(starter, recipes, monkeypatch):
    monkeypatch.setattr(engine_module, "SECONDS_BETWEEN_PICTURES", 3600.0)
    assert not any(isinstance(message, Denoising) for message in told(starter, recipes))


def test_pictures_are_made_only_now_and_then(starter, recipes, monkeypatch):
    clock = iter(range(1000))
    monkeypatch.setattr(engine_module.time, "monotonic", lambda: next(clock) * 0.02)
    asked = []

    class Counting(GradientModel):
        def render(self, recipes, batch_size, should_stop, show):
            for _ in range(40):
                asked.append(len(asked))
                show(lambda: made.append(asked[-1]) or [])
            return super().render(recipes, batch_size, should_stop, None)

    made = []
    told(starter, recipes[:1], Counting)
    assert len(asked) == 40
    assert 4 <= len(made) <= 8


def test_nothing_is_shown_before_there_is_something_to_see(starter, recipes, monkeypatch):
    monkeypatch.setattr(engine_module, "SECONDS_BETWEEN_PICTURES", 0.0)

    class Compiling(GradientModel):
        def render(self, recipes, batch_size, should_stop, show):
            show(list)
            return super().render(recipes, batch_size, should_stop, show)

    seen = [message for message in told(starter, recipes[:2], Compiling) if isinstance(message, Denoising)]
    assert [len(message.images) for message in seen] == [2]


def test_where_only_the_first_frames_have_begun_these_are_shown(starter, recipes, monkeypatch):
    monkeypatch.setattr(engine_module, "SECONDS_BETWEEN_PICTURES", 0.0)

    class InShares(GradientModel):
        def render(self, recipes, batch_size, should_stop, show):
            show(lambda: [small_gradient(recipe) for recipe in recipes[:2]])
            return super().render(recipes, batch_size, should_stop, None)

    [seen] = [message for message in told(starter, recipes[:4], InShares) if isinstance(message, Denoising)]
    assert seen.recipes == tuple(recipes[:2])
    assert len(seen.images) == 2


def test_who_looks_on_hears_of_the_memory_after_each_batch(starter, recipes):
    memory = [message for message in told(starter, recipes) if isinstance(message, DeviceMemory)]
    assert memory == [DeviceMemory("Paint box", 3 * 2**30, 8 * 2**30)] * 2


def test_a_memory_that_nobody_knows_is_not_shown(starter, recipes):
    class Unknown(GradientModel):
        def memory(self):
            return None

    assert told(starter, recipes, Unknown) == []


def test_when_nobody_looks_on_the_model_is_asked_for_nothing(starter, recipes):
    shows = []

    class Watching(GradientModel):
        def render(self, batch, batch_size, should_stop, show):
            shows.append(show)
            return super().render(batch, batch_size, should_stop, show)

        def memory(self):
            raise AssertionError("nobody wants to know")

    list(engine(starter, Watching).render(recipes))
    assert shows == [None, None]


# By batch size.
SECONDS = {1: 1.0, 2: 1.2, 4: 1.6, 8: 3.15}


class Paced(SmallMemory):
    """Takes a time for each batch that the test chooses, by a clock that nobody waits for."""

    fits = 100
    now = 0.0

    def render(self, recipes, batch_size, should_stop, show):
        images = super().render(recipes, batch_size, should_stop, show)
        Paced.now += SECONDS[batch_size]
        return images


@pytest.fixture
def tuned(starter, recipes, monkeypatch):
    def tuned(load_model=Paced, should_stop=lambda: False):
        monkeypatch.setattr(engine_module.time, "perf_counter", lambda: Paced.now)
        settings = EngineSettings(starter, (128, 128), "float32", batch_size=4, tune=True)
        engine = Engine(settings, load_model, should_stop)
        return engine, list(engine.warm(recipes[0]))

    return tuned


def test_a_warm_engine_measures_how_many_frames_at_once_are_fastest(tuned, recipes, monkeypatch):
    # 8 at once would take a little less time each, but not enough for their memory.
    engine, events = tuned()
    assert events[-1] == Tuned(4)
    monkeypatch.setitem(SECONDS, 8, 2.0)
    engine, events = tuned()
    assert events[-1] == Tuned(8)
    monkeypatch.setitem(SECONDS, 2, 0.2)
    engine, events = tuned()
    assert events[-1] == Tuned(2)
    list(engine.render(recipes))
    assert engine._model.batch_sizes[-3:] == [2, 2, 2]


def test_what_is_measured_are_whole_frames_even_for_one_on_a_bridge(starter, facts):
    measured = []

    class Measured(Paced):
        def render(self, recipes, batch_size, should_stop, show):
            measured.extend(recipes)
            return super().render(recipes, batch_size, should_stop, show)

    bridge = OnBridge(Bridge(Fraction(1, 4), Fraction(1, 2), 7), Fraction(1, 2))
    recipe = Walk(timing=Timing(6), sampler=Sampler(12)).recipe_at(bridge, facts)
    settings = EngineSettings(starter, (128, 128), "float32", batch_size=4, tune=True)
    list(Engine(settings, Measured, lambda: False).warm(recipe))
    assert {each.first_step for each in measured if each.num_steps == engine_module.STEPS_MEASURED} == {None}


def test_a_batch_size_that_does_not_fit_is_not_chosen(tuned):
    class Fitting(Paced):
        fits = 4

    _, events = tuned(Fitting)
    assert events[-1] == Tuned(4)


def test_what_was_measured_is_not_measured_again(tuned, recipes):
    engine, _ = tuned()
    assert list(engine.warm(recipes[0])) == [Compiled(1, True), Compiled(4, True)]


def test_memory_that_runs_out_before_anything_is_measured_changes_nothing(tuned):
    class Shrinking(Paced):
        def warm(self, recipe, batch_size, should_stop):
            super().warm(recipe, batch_size, should_stop)
            if batch_size == 4:
                self.fits = 1

    _, events = tuned(Shrinking)
    assert not any(isinstance(event, Tuned) for event in events)


def test_measuring_ends_when_frames_are_wanted(tuned):
    class Interrupted(Paced):
        rendered = 0

        def render(self, recipes, batch_size, should_stop, show):
            Interrupted.rendered += 1
            return super().render(recipes, batch_size, should_stop, show)

    _, events = tuned(Interrupted, lambda: Interrupted.rendered > 3)
    assert not any(isinstance(event, Tuned) for event in events)


def test_the_smallest_of_batch_sizes_that_are_about_as_fast_is_taken():
    assert least({4: 1.02, 8: 1.0, 16: 1.01}) == 4
    assert least({4: 1.2, 8: 1.0, 16: 0.99}) == 8
    assert least({4: 1.0}) == 4


@pytest.fixture
def load(starter, monkeypatch):
    """Loads a pipeline up to the choice of a backend: was garbage collected, and is any left for good?"""

    def load():
        seen, frozen = [], gc.get_freeze_count()

        def select(*_):
            seen.append(gc.isenabled())
            raise DiffusionError("the backend can't be used")

        monkeypatch.setattr(engine_module, "select", select)
        with pytest.raises(RenderError, match="can't be used"):
            engine_module.load_pipeline(EngineSettings(starter, (128, 128), "float32"))
        return seen, gc.get_freeze_count() > frozen

    return load


def test_what_the_libraries_are_made_of_is_never_looked_through_for_garbage(load, monkeypatch):
    monkeypatch.delitem(sys.modules, "keras", raising=False)
    assert load() == ([False], True)
    assert gc.isenabled()


def test_a_model_that_was_here_before_can_still_go(load, monkeypatch):
    monkeypatch.setitem(sys.modules, "keras", ModuleType("keras"))
    assert load() == ([True], False)
    assert gc.isenabled()


def test_whoever_collects_no_garbage_goes_on_so(load, monkeypatch):
    monkeypatch.delitem(sys.modules, "keras", raising=False)
    gc.disable()
    try:
        assert load() == ([False], False)
        assert not gc.isenabled()
    finally:
        gc.enable()
