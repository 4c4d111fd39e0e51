"""The render thread: what is wanted arrives, once; what nobody wants any more stops."""

import errno
import os
import signal
import subprocess
import threading
import time
from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import psutil
import pytest

from sd3explorer.app.rendering.render_thread import RenderThread
from sd3explorer.render.child import ChildProcess
from sd3explorer.render.fleet import Fleet
from sd3explorer.render.local import ThisProcess
from sd3explorer.render.messages import (
    Activity,
    EngineSettings,
    Measured,
    Phase,
    Rendered,
    RenderError,
    Status,
)
from sd3explorer.render.tuning import Tuning
from sd3explorer.walk.noises import Varying
from sd3explorer.walk.paths import Hold, Prompts
from sd3explorer.walk.recipe import Prompt
from sd3explorer.walk.sampler import Sampler
from sd3explorer.walk.timing import Timing
from sd3explorer.walk.walk import Walk
from tests.gradient import (
    BrokenInWarmthModel,
    BrokenModel,
    CountingModel,
    CrashingInMeasuringModel,
    GradientModel,
    OverflowingModel,
    SlowlyCompilingModel,
    gradient,
)


@pytest.fixture
def settings(starter):
    return EngineSettings(starter, (128, 128), "float32", batch_size=2)


@pytest.fixture
def recipes(facts):
    walk = Walk(noise=Varying(1), timing=Timing(12), sampler=Sampler(3, 1.0))
    return [walk.recipe(index, facts) for index in range(12)]


class Recording:
    """Renders at once, here, and keeps what it was asked for."""

    def __init__(self):
        self.batches = []

    def render(self, asked):
        for batch in asked:
            self.batches.append(batch)
            yield from (Rendered(recipe, gradient(recipe)) for recipe in batch)

    def stop(self):
        pass

    def ended(self):
        return None

    def close(self):
        pass


class Held(Recording):
    """One that is at its first batch until it is let go."""

    def __init__(self, settings):
        super().__init__()
        self.settings = settings
        self.begun, self.free = threading.Event(), threading.Event()

    def render(self, asked):
        for event in super().render(asked):
            self.begun.set()
            self.free.wait(20.0)
            yield event


@pytest.fixture
def renderer():
    return Recording()


@pytest.fixture
def start(store, tmp_path):
    threads = []

    def open_thread(model=GradientModel, apart=True):
        """With the engine apart from this process, as in the app; or in it, where that is not the point."""
        place = ChildProcess if apart else ThisProcess
        thread = RenderThread(store, place(tmp_path / "log", load_model=model))
        threads.append(thread)
        thread.arrived = []
        thread.rendered.connect(lambda recipe, image: thread.arrived.append((recipe, image)))
        return thread

    yield open_thread
    for thread in threads:
        thread.close()


def test_every_wanted_frame_arrives_once_and_is_in_the_store(qtbot, start, settings, recipes, store):
    thread = start()
    with qtbot.waitSignal(thread.idle):
        thread.render(settings, recipes)
    assert [recipe for recipe, _ in thread.arrived] == recipes
    for recipe, image in thread.arrived:
        assert np.array_equal(image, gradient(recipe))
        assert store.has(recipe.digest)


def test_the_engine_stays_for_the_next_time(qtbot, start, settings, recipes):
    thread = start()
    with qtbot.waitSignal(thread.idle):
        thread.render(settings, recipes[:2])
    first = thread.engine_process
    with qtbot.waitSignal(thread.idle):
        thread.render(settings, recipes[2:4])
    assert thread.engine_process == first is not None


def test_unloading_ends_the_engine(qtbot, start, settings, recipes):
    thread = start()
    with qtbot.waitSignal(thread.idle):
        thread.render(settings, recipes[:2])
    with qtbot.waitSignal(thread.unloaded):
        thread.unload()
    assert thread.engine_process is None


def test_an_engine_that_ends_while_it_has_nothing_to_do_is_missed(qtbot, start, settings, recipes):
    thread = start()
    with qtbot.waitSignal(thread.idle):
        thread.render(settings, recipes[:2])
    with (
        qtbot.waitSignal(thread.unloaded),
        qtbot.waitSignal(thread.notice) as told,
    ):
        os.kill(thread.engine_process, signal.SIGKILL)
    assert told.args == ["the engine ended unexpectedly (signal 9); it is restarted when it is needed"]
    assert thread.engine_process is None
    with qtbot.waitSignal(thread.idle):
        thread.render(settings, recipes)
    assert {recipe for recipe, _ in thread.arrived} == set(recipes)


def test_an_engine_that_is_stopped_keeps_neither_edits_nor_the_end_waiting(
    qtbot, start, settings, recipes, facts
):
    thread = start()
    with qtbot.waitSignal(thread.idle):
        thread.render(settings, recipes[:2])
    engine = thread.engine_process
    os.kill(engine, signal.SIGSTOP)

    def edit():
        for number in range(60):
            text = f"{number} " + "x" * 200_000
            walk = Walk(path=Hold(Prompts(text)), noise=Varying(1), timing=Timing(4), sampler=Sampler(3, 1.0))
            thread.render(settings, [walk.recipe(index, facts) for index in range(4)], at_once=True)
            # The thread sends what was edited, as it does in the window between two edits.
            time.sleep(0.01)
        thread.stop()
        thread.close()

    # In a thread that the test outlives, should it hang.
    edits = threading.Thread(target=edit, daemon=True)
    edits.start()
    edits.join(60.0)
    if psutil.pid_exists(engine):
        # So that what waits for it ends too.
        os.kill(engine, signal.SIGKILL)
        raise AssertionError("the edits or the end wait for the engine")
    edits.join(60.0)
    assert not edits.is_alive()


def test_an_engine_that_can_not_start_is_reported_and_the_next_one_renders(
    qtbot, start, settings, recipes, monkeypatch
):
    thread = start()
    with (
        monkeypatch.context() as patch,
        qtbot.waitSignal(thread.trouble) as told,
        qtbot.waitSignal(thread.idle),
    ):
        patch.setattr(subprocess, "Popen", refuse)
        thread.render(settings, recipes)
    assert told.args == ["the engine can't be started: too many open files"]
    assert thread.isRunning()
    with qtbot.waitSignal(thread.idle):
        thread.render(settings, recipes)
    assert {recipe for recipe, _ in thread.arrived} == set(recipes)


def refuse(*_, **__):
    raise OSError(errno.EMFILE, os.strerror(errno.EMFILE))


def test_another_engine_takes_over(qtbot, start, settings, recipes, starter):
    thread = start()
    with qtbot.waitSignal(thread.idle):
        thread.render(settings, recipes[:2])
    first = thread.engine_process
    other = EngineSettings(starter, (128, 128), "float32", batch_size=4)
    with qtbot.waitSignal(thread.idle):
        thread.render(other, recipes[2:4])
    assert thread.engine_process != first


def test_the_preferred_frame_comes_in_the_next_batch(qtbot, start, settings, recipes):
    thread = start(apart=False)
    thread.prefer(recipes[9].digest)
    with qtbot.waitSignal(thread.idle):
        thread.render(settings, recipes)
    assert recipes[9] in [recipe for recipe, _ in thread.arrived[:2]]
    assert len(thread.arrived) == 12


def test_frames_that_go_through_other_steps_are_in_other_batches(qtbot, store, settings, recipes, renderer):
    all_steps, some_steps = (
        [replace(recipe, guidance_scale=3.0, guidance_interval=interval) for recipe in recipes[:2]]
        for interval in (None, (0.25, 0.9))
    )
    thread = RenderThread(store, SimpleNamespace(open=lambda settings: renderer))
    with qtbot.waitSignal(thread.idle):
        thread.render(settings, [all_steps[0], some_steps[0], all_steps[1], some_steps[1]])
    thread.close()
    assert renderer.batches == [all_steps, some_steps]


def test_frames_that_nobody_wants_any_more_are_not_finished(qtbot, start, settings, recipes, facts):
    endless = [
        Walk(noise=Varying(1), timing=Timing(4), sampler=Sampler(1000, 1.0)).recipe(index, facts)
        for index in range(4)
    ]
    thread = start()
    phases = []
    thread.phase_changed.connect(phases.append)
    thread.render(settings, endless)
    qtbot.waitUntil(lambda: Phase.BUILDING in phases)
    with qtbot.waitSignal(thread.idle):
        thread.render(settings, recipes[:3])
    assert [recipe for recipe, _ in thread.arrived] == recipes[:3]


def test_what_is_still_wanted_is_not_rendered_twice(qtbot, start, settings, recipes):
    thread = start()
    thread.render(settings, recipes)
    qtbot.waitUntil(lambda: bool(thread.arrived))
    arrived = {recipe.digest for recipe, _ in thread.arrived}
    with qtbot.waitSignal(thread.idle):
        thread.render(settings, [recipe for recipe in recipes if recipe.digest not in arrived])
    digests = [recipe.digest for recipe, _ in thread.arrived]
    assert sorted(digests) == sorted(recipe.digest for recipe in recipes)


def test_what_comes_to_be_wanted_while_one_engine_works_goes_to_another(qtbot, store, settings, recipes):
    held = [Held(settings), Held(settings)]
    fleet = Fleet(settings, {f"GPU {number}": engine for number, engine in enumerate(held)})
    thread = RenderThread(store, SimpleNamespace(open=lambda settings: fleet))
    arrived = []
    thread.rendered.connect(lambda recipe, image: arrived.append(recipe))
    try:
        thread.render(settings, recipes[:2])
        qtbot.waitUntil(lambda: any(engine.begun.is_set() for engine in held))
        idle = max(held, key=lambda engine: not engine.begun.is_set())
        idle.free.set()
        thread.render(settings, recipes[:4])
        qtbot.waitUntil(lambda: len(arrived) == 4)
        # Then it does what the first one is so long at.
        assert arrived == recipes[2:4] + recipes[:2]
    finally:
        for engine in held:
            engine.free.set()
        thread.close()


def test_what_each_engine_does_is_reported(qtbot, store, settings, recipes):
    settings = replace(settings, watched=True)
    renderer = Recording()
    renderer.settings = settings
    thread = RenderThread(store, SimpleNamespace(open=lambda settings: Fleet(settings, {"CPU": renderer})))
    states = []
    thread.engines.connect(lambda engines: states.append(engines.states[0].activity))
    with qtbot.waitSignal(thread.idle):
        thread.render(settings, recipes)
    qtbot.waitUntil(lambda: states[-1:] == [Activity.READY])
    thread.close()
    assert Activity.RENDERING in states


def test_what_is_done_but_not_yet_reported_is_not_rendered_again(qtbot, store, settings, recipes, renderer):
    thread = RenderThread(store, SimpleNamespace(open=lambda settings: renderer))
    thread.render(settings, recipes[:1])
    # Without Qt's event loop, so that no signal is delivered meanwhile.
    while thread.busy:
        time.sleep(0.01)
    with qtbot.waitSignal(thread.idle):
        thread.render(settings, recipes[:1])
    with qtbot.waitSignal(thread.idle):
        thread.render(settings, recipes[1:2])
    thread.close()
    assert renderer.batches == [recipes[:1], recipes[1:2]]


def test_what_is_just_being_reported_is_not_rendered_again(qtbot, store, settings, recipes, renderer):
    thread = RenderThread(store, SimpleNamespace(open=lambda settings: renderer))
    # Whoever listens may want frames before all others have listened.
    thread.rendered.connect(lambda recipe, image: thread.render(settings, [recipe]))
    # For good: the thread may be idle twice, and PySide crashes where the second time is delivered to a
    # function that was disconnected just before, as `waitSignal` disconnects its own.
    idle = []
    thread.idle.connect(lambda: idle.append(True))
    thread.render(settings, recipes[:1])
    qtbot.waitUntil(lambda: bool(idle))
    qtbot.wait(100)
    thread.close()
    assert renderer.batches == [recipes[:1]]


def test_a_stop_leaves_the_rest_unrendered(qtbot, start, settings, recipes):
    thread = start()
    thread.render(settings, recipes)
    qtbot.waitUntil(lambda: bool(thread.arrived))
    with qtbot.waitSignal(thread.idle):
        thread.stop()
    assert not thread.busy
    assert len(thread.arrived) < 12


def test_a_crash_of_the_engine_is_reported_and_nothing_is_lost(qtbot, start, settings, recipes):
    thread = start()
    notices = []
    thread.notice.connect(notices.append)
    thread.render(settings, recipes)
    qtbot.waitUntil(lambda: bool(thread.arrived))
    with qtbot.waitSignal(thread.idle):
        os.kill(thread.engine_process, signal.SIGKILL)
    assert "restarted" in notices[0]
    assert sorted(recipe.digest for recipe, _ in thread.arrived) == sorted(
        recipe.digest for recipe in recipes
    )


def test_a_frame_that_fails_says_why(qtbot, start, settings, recipes):
    thread = start(OverflowingModel, apart=False)
    with qtbot.waitSignal(thread.frame_failed) as told:
        thread.render(settings, recipes[:1])
    assert "infinite" in told.args[1]


def test_an_engine_that_cannot_render_is_trouble_and_can_be_tried_again(qtbot, start, settings, recipes):
    thread = start(BrokenModel, apart=False)
    for _ in range(2):
        with qtbot.waitSignal(thread.trouble) as told:
            thread.render(settings, recipes[:1])
        assert "ValueError" in told.args[0]


def test_a_full_disk_is_trouble(qtbot, start, settings, recipes, store, monkeypatch):
    def full(digest, image):
        raise RenderError("the frame store can't be written: no space left on device; free some space")

    monkeypatch.setattr(store, "put", full)
    thread = start(apart=False)
    with qtbot.waitSignal(thread.trouble) as told:
        thread.render(settings, recipes[:1])
    assert "no space left" in told.args[0]


def test_a_slip_in_the_renderer_does_not_end_the_thread(qtbot, store, settings, recipes, caplog):
    class Slipping:
        def render(self, batches):
            yield Status("loading the model")
            raise KeyError("slip")

        def stop(self):
            pass

        def close(self):
            pass

    thread = RenderThread(store, SimpleNamespace(open=lambda settings: Slipping()))
    with qtbot.waitSignal(thread.trouble) as told:
        thread.render(settings, recipes[:1])
    assert "KeyError" in told.args[0]
    assert "Traceback" in caplog.text
    thread.close()


def warm(qtbot, thread, settings, recipe):
    with qtbot.waitSignal(thread.warmed):
        thread.warm(settings, recipe)


def batch_sizes(thread):
    """How many frames each batch has room for, as the engine tells."""
    sizes = []
    thread.memory.connect(lambda memory: sizes.append(memory.used))
    return sizes


def test_an_engine_that_was_warmed_renders_the_first_frame_alone_and_then_whole_batches(
    qtbot, start, settings, recipes
):
    thread = start(CountingModel)
    watched = replace(settings, batch_size=4, watched=True)
    warm(qtbot, thread, watched, recipes[0])
    sizes = batch_sizes(thread)
    with qtbot.waitSignal(thread.idle):
        thread.render(watched, recipes)
    assert sizes == [1, 4, 4, 4]
    assert [recipe for recipe, _ in thread.arrived] == recipes


def test_a_frame_that_nobody_waits_for_comes_with_its_batch(qtbot, start, settings, recipes):
    thread = start(CountingModel)
    watched = replace(settings, batch_size=4, watched=True)
    warm(qtbot, thread, watched, recipes[0])
    sizes = batch_sizes(thread)
    with qtbot.waitSignal(thread.idle):
        thread.render(watched, recipes, first_awaited=False)
    assert sizes[0] == 4


def test_an_engine_that_was_not_warmed_renders_whole_batches(qtbot, start, settings, recipes):
    thread = start(CountingModel)
    sizes = batch_sizes(thread)
    with qtbot.waitSignal(thread.idle):
        thread.render(replace(settings, batch_size=4, watched=True), recipes)
    assert sizes == [4, 4, 4]


def test_the_frame_for_which_others_are_interrupted_comes_alone(qtbot, start, settings, recipes, facts):
    slow = [replace(recipe, num_steps=300) for recipe in recipes]
    thread = start(CountingModel)
    watched = replace(settings, batch_size=4, watched=True)
    warm(qtbot, thread, watched, recipes[0])
    sizes = batch_sizes(thread)
    thread.render(watched, slow)
    qtbot.waitUntil(lambda: len(thread.arrived) == 1)
    with qtbot.waitSignal(thread.idle):
        thread.render(watched, [recipes[7], *slow[1:4]], at_once=True)
    assert thread.arrived[1][0] == recipes[7]
    assert sizes[-2:] == [1, 4]


def test_an_engine_that_was_started_again_has_to_be_warmed_again(qtbot, start, settings, recipes):
    thread = start(CountingModel)
    watched = replace(settings, watched=True)
    warm(qtbot, thread, watched, recipes[0])
    with qtbot.waitSignal(thread.notice):
        os.kill(thread.engine_process, signal.SIGKILL)
        thread.render(watched, recipes[:1])
    qtbot.waitUntil(lambda: len(thread.arrived) == 1)
    sizes = batch_sizes(thread)
    thread.render(watched, recipes[1:3])
    # The news that it is idle may still be that of the first frame.
    qtbot.waitUntil(lambda: len(thread.arrived) == 3 and len(sizes) > 0)
    assert sizes == [2]


def test_frames_come_before_warmth(qtbot, start, settings, recipes):
    thread = start(SlowlyCompilingModel)
    thread.warm(settings, recipes[0])
    qtbot.waitUntil(lambda: thread.engine_process is not None)
    with qtbot.waitSignal(thread.idle):
        thread.render(settings, recipes[:2])
    assert len(thread.arrived) == 2


def test_nothing_is_warmed_while_frames_are_wanted(qtbot, start, settings, recipes):
    thread = start(apart=False)
    told = []
    thread.warmed.connect(lambda: told.append(True))
    with qtbot.waitSignal(thread.idle):
        thread.render(settings, recipes)
        thread.warm(settings, recipes[0])
    qtbot.wait(100)
    assert not told
    assert len(thread.arrived) == 12


def test_a_stop_ends_frames_and_not_warmth(qtbot, start, settings, recipes):
    thread = start(apart=False)
    with qtbot.waitSignal(thread.warmed):
        thread.warm(settings, recipes[0])
        thread.stop()


def test_another_engine_is_warmed_in_the_place_of_the_first(qtbot, start, settings, recipes):
    thread = start(SlowlyCompilingModel)
    thread.warm(settings, recipes[0])
    qtbot.waitUntil(lambda: thread.engine_process is not None)
    first = thread.engine_process
    warm(qtbot, thread, replace(settings, batch_size=1), recipes[0])
    assert thread.engine_process != first


def test_closing_while_the_engine_is_warmed_ends_it(qtbot, start, settings, recipes):
    thread = start(SlowlyCompilingModel)
    thread.warm(settings, recipes[0])
    qtbot.waitUntil(lambda: thread.engine_process is not None)
    thread.close()
    assert thread.engine_process is None
    assert not thread.isRunning()


def test_warming_that_fails_is_reported_and_costs_no_frame(qtbot, start, settings, recipes):
    thread = start(BrokenInWarmthModel, apart=False)
    with qtbot.waitSignal(thread.warming_failed) as told:
        thread.warm(settings, recipes[0])
    assert "ValueError" in told.args[0]
    with qtbot.waitSignal(thread.idle):
        thread.render(settings, recipes[:2])
    assert len(thread.arrived) == 2


def test_of_many_frames_recipes_are_made_in_the_thread(qtbot, start, settings, recipes):
    thread = start(apart=False)
    makers = set()

    class Late(dict):
        def __getitem__(self, digest):
            makers.add(threading.get_ident())
            return super().__getitem__(digest)

        def values(self):
            raise AssertionError("all recipes at once")

    wanted = Late((recipe.digest, recipe) for recipe in recipes)
    with qtbot.waitSignal(thread.idle):
        thread.render(settings, wanted)
    assert {recipe.digest for recipe, _ in thread.arrived} == set(wanted)
    assert makers and threading.get_ident() not in makers


def test_the_batch_size_that_a_warm_engine_finds_best_is_remembered(qtbot, store, starter, recipes, tmp_path):
    place = ChildProcess(tmp_path / "log", tuning=Tuning(tmp_path / "tuning.json"), load_model=GradientModel)
    settings = place.settings(starter, (128, 128), "float32")
    assert settings.tune
    thread = RenderThread(store, place)
    warm(qtbot, thread, settings, recipes[0])
    thread.close()
    assert place.settings(starter, (128, 128), "float32").measured is not None


def test_prompts_are_measured_while_frames_are_rendered_and_these_go_on(qtbot, start, settings, recipes):
    thread = start()
    thread.render(settings, recipes)
    qtbot.waitUntil(lambda: bool(thread.arrived))
    with qtbot.waitSignal(thread.measured) as caught:
        thread.measure(settings, [Prompt("a"), Prompt("a cat")])
    assert len(thread.arrived) < len(recipes)
    assert caught.args[0].angles.shape == (2, 2)
    qtbot.waitUntil(lambda: len(thread.arrived) == len(recipes))


@pytest.mark.parametrize("fails", [False, True])
def test_the_same_prompts_are_measured_by_another_engine_that_is_asked_meanwhile(
    qtbot, store, settings, monkeypatch, fails
):
    prompts, begun, free = (Prompt("a"), Prompt("a cat")), threading.Event(), threading.Event()

    def measure(engine, asked):
        begun.set()
        free.wait(20.0)
        if fails and engine.number == 0:
            raise RenderError("out of memory")
        yield Measured(asked, np.full((2, 2), float(engine.number)))

    engines = [Recording(), Recording()]
    for number, engine in enumerate(engines):
        engine.number = number
    monkeypatch.setattr(Recording, "measure", measure, raising=False)
    others = replace(settings, batch_size=4)
    opened = dict(zip((settings, others), engines, strict=True))
    thread = RenderThread(store, SimpleNamespace(open=opened.__getitem__))
    failures = []
    thread.measuring_failed.connect(failures.append)
    thread.measure(settings, prompts)
    begun.wait(20.0)
    with qtbot.waitSignal(thread.measured) as caught:
        thread.measure(others, prompts)
        free.set()
    thread.close()
    assert caught.args[0].angles[0, 1] == 1.0 and caught.args[1] == others
    assert failures == []


def test_an_engine_that_ends_while_it_measures_says_so_once(qtbot, start, settings):
    thread = start(CrashingInMeasuringModel)
    with qtbot.waitSignal(thread.measuring_failed) as caught:
        thread.measure(settings, [Prompt("a")])
    assert caught.args[0] == "the engine can't be started (exit status 3)"
    assert not thread.busy
