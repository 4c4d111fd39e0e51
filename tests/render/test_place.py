"""Places to run: what an engine is started with, and who opens it."""

from contextlib import closing

import pytest

from sd3explorer.render.child import ChildProcess
from sd3explorer.render.local import ThisProcess
from sd3explorer.render.messages import Denoising, Rendered
from sd3explorer.render.places import choose_place
from sd3explorer.render.tuning import Tuning
from sd3explorer.walk.sampler import Sampler
from sd3explorer.walk.timing import Timing
from sd3explorer.walk.walk import Walk
from tests.gradient import GradientModel, gradient

PLACES = [ThisProcess, ChildProcess]


@pytest.fixture
def make(tmp_path):
    def make(kind, **more):
        return kind(tmp_path / "engine.log", load_model=GradientModel, **more)

    return make


@pytest.mark.parametrize("kind", PLACES)
def test_frames_are_the_same_wherever_they_are_rendered(make, kind, starter, facts):
    place = make(kind)
    recipe = Walk(timing=Timing(2), sampler=Sampler(num_steps=1)).recipe(1, facts)
    settings = place.settings(starter, (64, 64), place.precision())
    with closing(place.open(settings)) as renderer:
        [image] = [event.image for event in renderer.render([[recipe]]) if isinstance(event, Rendered)]
    assert (image == gradient(recipe)).all()


@pytest.mark.parametrize("kind", PLACES)
def test_who_looks_on_sees_as_much_as_the_place_promises(make, kind, starter, facts):
    place = make(kind)
    recipe = Walk(sampler=Sampler(num_steps=100)).recipe(0, facts)
    settings = place.settings(starter, (64, 64), "float32", batch_size=1, watched=True)
    with closing(place.open(settings)) as renderer:
        seen = [event for event in renderer.render([[recipe]]) if isinstance(event, Denoising)]
    assert bool(seen) is place.watchable


@pytest.mark.parametrize("kind", PLACES)
def test_settings_hold_what_the_place_knows(make, kind, starter, tmp_path):
    place = make(kind, programs=tmp_path / "programs", backend="jax", asked_precision="bfloat16")
    settings = place.settings(starter, (64, 128), place.precision(), batch_size=3)
    assert (settings.preset, settings.image_size, settings.batch_size) == (starter, (64, 128), 3)
    assert (settings.precision, settings.backend) == ("bfloat16", "jax")
    assert settings.programs == tmp_path / "programs"


@pytest.mark.parametrize("kind", PLACES)
def test_a_batch_size_is_measured_once_and_never_where_one_was_asked_for(make, kind, starter, tmp_path):
    place = make(kind, tuning=Tuning(tmp_path / "tuning.json"))
    before = place.settings(starter, (64, 64), "float32")
    assert (before.measured, before.tune) == (None, True)
    place.remember(before, 16)
    after = place.settings(starter, (64, 64), "float32")
    assert (after.frames_at_once, after.tune) == (16, False)
    asked = place.settings(starter, (64, 64), "float32", batch_size=2)
    assert (asked.frames_at_once, asked.tune) == (2, False)
    # The engine is the same one, whatever is known of it.
    assert after == before


def test_a_place_without_a_memory_measures_no_batch_sizes(make, starter):
    place = make(ChildProcess)
    place.remember(place.settings(starter, (64, 64), "float32"), 16)
    assert not place.settings(starter, (64, 64), "float32").tune


def test_at_this_machine_work_runs_in_a_process_that_may_crash_alone(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    place = choose_place("torch", "float16")
    assert place.name == "a process of its own"
    assert place.precision() == "float16"
    assert place.log is not None
    assert place.log.is_relative_to(tmp_path)
