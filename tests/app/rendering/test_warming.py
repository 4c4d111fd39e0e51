"""The engine gets ready by itself, where its model is here, and never twice in vain."""

from dataclasses import replace

import pytest

from sd3explorer.app.rendering import warming as warming_module
from sd3explorer.app.rendering.warming import Readiness, Warming
from sd3explorer.walk.model import Model
from sd3explorer.walk.noises import Fixed
from sd3explorer.walk.sampler import Sampler
from sd3explorer.walk.timing import Timing
from sd3explorer.walk.walk import Walk
from tests.gradient import BrokenInWarmthModel, CrashingInWarmthModel, GradientModel, SlowlyCompilingModel

WALK = Walk(timing=Timing(5), sampler=Sampler(4, 3.0))


class Warmed:
    """A bench whose engine is warmed."""

    def __init__(self, bench):
        self.qtbot, self.thread = bench.qtbot, bench.thread
        self.frames, self.control, self.show = bench.frames, bench.control, bench.show
        self.warming = Warming(bench.frames, bench.playhead, bench.control, bench.thread)
        self.seen = []
        self.warming.changed.connect(self.seen.append)
        self.failures = []
        self.thread.warming_failed.connect(self.failures.append)

    def wait_for(self, readiness):
        self.qtbot.waitUntil(lambda: self.warming.readiness is readiness)

    def render(self):
        with self.qtbot.waitSignal(self.thread.idle):
            self.control.render()


@pytest.fixture
def warmed_with(bench_with):
    warmed = []

    def make(model, apart=False):
        warmed.append(Warmed(bench_with(model, apart)))
        return warmed[-1]

    yield make
    for each in warmed:
        each.warming.close()


@pytest.fixture
def bench(warmed_with):
    return warmed_with(GradientModel)


@pytest.fixture
def bench_apart(warmed_with):
    """Its engine has a process of its own."""
    return warmed_with(GradientModel, apart=True)


def test_the_engine_gets_ready_once_a_walk_is_shown_and_renders_nothing(bench):
    bench.show(WALK)
    bench.wait_for(Readiness.READY)
    assert bench.seen == [Readiness.WARMING, Readiness.READY]
    assert bench.frames.done_count == 0
    assert not bench.control.state.working


def test_edits_that_need_no_other_engine_leave_it_alone(bench_apart):
    bench = bench_apart
    bench.show(WALK)
    bench.wait_for(Readiness.READY)
    process = bench.thread.engine_process
    bench.show(replace(WALK, noise=Fixed(7), timing=Timing(9)))
    bench.qtbot.wait(600)
    assert bench.seen == [Readiness.WARMING, Readiness.READY]
    assert bench.thread.engine_process == process


@pytest.mark.parametrize(
    "edited", [replace(WALK, model=Model("starter", (64, 64))), replace(WALK, sampler=Sampler(4, 1.0))]
)
def test_another_image_size_and_another_kind_of_frames_have_to_be_made_ready_for(bench, edited):
    bench.show(WALK)
    bench.wait_for(Readiness.READY)
    bench.show(edited)
    assert bench.warming.readiness is Readiness.COLD
    bench.wait_for(Readiness.READY)


def test_another_batch_size_has_to_be_made_ready_for(bench):
    bench.show(WALK)
    bench.wait_for(Readiness.READY)
    bench.control.set_batch_size(2)
    assert bench.warming.readiness is Readiness.COLD
    bench.wait_for(Readiness.READY)


def test_sizes_on_the_way_to_the_one_that_is_typed_start_no_engine(bench_apart):
    bench = bench_apart
    engines = []
    bench.thread.phase_changed.connect(lambda phase: engines.append(phase.value))
    for side in (16, 32, 64, 128):
        bench.show(replace(WALK, model=Model("starter", (side, side))))
    bench.wait_for(Readiness.READY)
    assert engines.count("starting the engine") == 1


def test_rendering_comes_first_and_the_rest_is_made_ready_afterwards(warmed_with):
    bench = warmed_with(SlowlyCompilingModel)
    bench.show(WALK)
    bench.wait_for(Readiness.WARMING)
    bench.render()
    assert bench.frames.all_done
    assert bench.warming.readiness is Readiness.COLD
    bench.wait_for(Readiness.READY)


def test_what_was_stopped_before_it_began_leaves_the_engine_to_be_warmed(bench):
    bench.show(WALK)
    bench.control.render()
    bench.control.stop()
    bench.wait_for(Readiness.READY)


def test_a_stop_leaves_the_engine_warming(warmed_with):
    bench = warmed_with(SlowlyCompilingModel)
    bench.show(WALK)
    bench.wait_for(Readiness.WARMING)
    bench.control.stop()
    bench.qtbot.wait(300)
    assert bench.warming.readiness is Readiness.WARMING


@pytest.mark.parametrize(("model", "apart"), [(BrokenInWarmthModel, False), (CrashingInWarmthModel, True)])
def test_what_fails_is_reported_once(warmed_with, model, apart):
    bench = warmed_with(model, apart)
    bench.show(WALK)
    bench.qtbot.waitUntil(lambda: len(bench.failures) == 1)
    bench.show(replace(WALK, noise=Fixed(7)))
    bench.qtbot.wait(800)
    assert len(bench.failures) == 1
    assert bench.warming.readiness is Readiness.COLD


def test_what_failed_is_tried_again_once_frames_were_rendered(warmed_with):
    bench = warmed_with(BrokenInWarmthModel)
    bench.show(WALK)
    bench.qtbot.waitUntil(lambda: len(bench.failures) == 1)
    bench.render()
    bench.qtbot.waitUntil(lambda: len(bench.failures) == 2)


def test_an_unloaded_model_stays_unloaded(bench_apart):
    bench = bench_apart
    bench.show(WALK)
    bench.wait_for(Readiness.READY)
    bench.warming.decline()
    with bench.qtbot.waitSignal(bench.thread.unloaded):
        bench.control.unload()
    bench.show(replace(WALK, noise=Fixed(7)))
    bench.qtbot.wait(800)
    assert bench.warming.readiness is Readiness.COLD
    assert bench.thread.engine_process is None


def test_a_model_that_is_not_here_is_not_warmed(bench):
    bench.show(replace(WALK, model=Model("stable_diffusion_3_medium")))
    bench.qtbot.wait(600)
    assert bench.seen == []
    assert not bench.thread.isRunning()


def test_a_model_that_would_fill_the_memory_is_not_warmed(bench, monkeypatch):
    monkeypatch.setattr(warming_module, "LARGEST_SHARE", 0.0)
    bench.show(WALK)
    bench.qtbot.wait(600)
    assert bench.seen == []
    assert not bench.thread.isRunning()


def test_it_can_be_turned_off_and_stays_so(warmed_with):
    first = warmed_with(GradientModel)
    assert first.warming.enabled
    first.warming.set_enabled(False)
    first.show(WALK)
    second = warmed_with(GradientModel)
    second.show(WALK)
    second.qtbot.wait(600)
    assert first.seen == second.seen == []
    second.warming.set_enabled(True)
    second.wait_for(Readiness.READY)
