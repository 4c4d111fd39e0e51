"""The child process: it is stopped, killed, orphaned, and nothing is lost."""

import os
import resource
import signal
import subprocess
import sys
import textwrap
import threading
import time
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from sd3explorer.processes.child import Child
from sd3explorer.render import child
from sd3explorer.render.asking import SECONDS_TO_WAIT
from sd3explorer.render.child import ChildRenderer
from sd3explorer.render.job import Frame, Job
from sd3explorer.render.messages import (
    Compiled,
    Denoising,
    DeviceMemory,
    EngineSettings,
    Notice,
    Phase,
    Rendered,
    RenderError,
    Status,
)
from sd3explorer.render.store import FrameStore
from sd3explorer.walk.recipe import Prompt
from sd3explorer.walk.sampler import Sampler
from sd3explorer.walk.timing import Timing
from sd3explorer.walk.walk import Walk
from tests.gradient import (
    BrokenInWarmthModel,
    BrokenModel,
    CrashingInWarmthModel,
    CrashingModel,
    GradientModel,
    KilledModel,
    SlowlyCompilingModel,
    UncompilableModel,
    UnloadableModel,
    gradient,
    small_gradient,
)

REPOSITORY = Path(__file__).parents[2]


@pytest.fixture
def settings(starter):
    return EngineSettings(starter, (64, 64))


@pytest.fixture
def log(tmp_path):
    return tmp_path / "logs" / "engine.log"


def batches(facts, frames, num_steps=4):
    walk = Walk(timing=Timing(frames), sampler=Sampler(num_steps=num_steps))
    recipes = [walk.recipe(index, facts) for index in range(frames)]
    return [recipes[start : start + 4] for start in range(0, frames, 4)]


def is_alive(process_id):
    try:
        # A zombie is as dead as it gets, though it still has a number.
        return Path(f"/proc/{process_id}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def wait_until_gone(process_id):
    for _ in range(1200):
        if not is_alive(process_id):
            return
        time.sleep(0.05)
    raise AssertionError(f"{process_id} still runs")


def test_frames_come_back_from_another_process(settings, log, facts):
    with closing(ChildRenderer(settings, log, GradientModel)) as renderer:
        events = list(renderer.render(batches(facts, 10)))
        assert renderer.process_id not in (None, os.getpid())
    rendered = [event for event in events if isinstance(event, Rendered)]
    assert [event.recipe for event in rendered] == [r for batch in batches(facts, 10) for r in batch]
    assert all((event.image == gradient(event.recipe)).all() for event in rendered)
    assert isinstance(events[0], Status)


def test_closing_ends_the_process(settings, log, facts):
    renderer = ChildRenderer(settings, log, GradientModel)
    list(renderer.render(batches(facts, 1)))
    process_id = renderer.process_id
    renderer.close()
    assert not is_alive(process_id)
    assert renderer.process_id is None


@pytest.mark.parametrize("how", ["stop", "close"])
def test_what_ends_it_before_its_process_has_started_starts_none(how, settings, log, facts, monkeypatch):
    monkeypatch.setattr("sd3explorer.render.child.Child", None)
    for work in ("render", "warm"):
        with closing(ChildRenderer(settings, log, GradientModel)) as renderer:
            asked = batches(facts, 4) if work == "render" else batches(facts, 1)[0]
            events = getattr(renderer, work)(asked)
            assert next(events) == Status(Phase.STARTING)
            # As another thread does, just then.
            getattr(renderer, how)()
            assert list(events) == []
            assert renderer.process_id is None


@pytest.fixture
def two_crashes_allowed(monkeypatch):
    """In place of five; each takes a process. The test of what others end has the real number."""
    monkeypatch.setattr(child, "CRASHES_ALLOWED", 2)


def test_a_killed_child_is_started_again_and_loses_nothing_rendered(
    settings, log, facts, tmp_path, two_crashes_allowed
):
    walk = Walk(timing=Timing(40), sampler=Sampler(num_steps=4))
    kills = 0
    indices = []
    with closing(ChildRenderer(settings, log, GradientModel)) as renderer:
        for event in Job(walk, facts, FrameStore(tmp_path / "frames"), renderer, 4).run():
            if isinstance(event, Frame):
                indices.append(event.index)
                # More often than one that gets nothing done.
                if len(indices) % 9 == 0 and kills < 4:
                    kills += 1
                    os.kill(renderer.process_id, signal.SIGKILL)
    assert kills == 4
    assert sorted(indices) == list(range(40))


def test_a_crash_is_reported(settings, log, facts):
    with closing(ChildRenderer(settings, log, GradientModel)) as renderer:
        events = renderer.render(batches(facts, 40))
        next(event for event in events if isinstance(event, Rendered))
        os.kill(renderer.process_id, signal.SIGKILL)
        notices = [event.text for event in events if isinstance(event, Notice)]
    assert notices == ["the engine ended unexpectedly (signal 9); it is restarted and continues where it was"]


def test_a_child_that_ends_while_nothing_is_asked_of_it_tells_once_how(settings, log, facts):
    with closing(ChildRenderer(settings, log, GradientModel)) as renderer:
        assert renderer.ended() is None
        list(renderer.render(batches(facts, 1)))
        assert renderer.ended() is None
        os.kill(renderer.process_id, signal.SIGKILL)
        # Until its last thread is gone, it is alive.
        looks = (renderer.ended() or time.sleep(0.05) for _ in range(1200))
        assert next(filter(None, looks)) == "signal 9"
        assert renderer.ended() is None
        assert any(isinstance(event, Rendered) for event in renderer.render(batches(facts, 1)))


def test_an_engine_that_always_crashes_is_given_up(settings, log, facts, two_crashes_allowed):
    with (
        closing(ChildRenderer(settings, log, CrashingModel)) as renderer,
        pytest.raises(RenderError, match=r"ended 2 times .*\(exit status 3\); try"),
    ):
        list(renderer.render(batches(facts, 4)))


@pytest.mark.parametrize("model", [UnloadableModel, UncompilableModel])
def test_an_engine_that_can_not_start_is_not_started_again_and_the_reason_is_reported(
    settings, log, facts, model
):
    starts = 0
    with closing(ChildRenderer(settings, log, model)) as renderer:
        for ask in (lambda: renderer.render(batches(facts, 4)), lambda: renderer.warm(batches(facts, 1)[0])):
            with pytest.raises(RenderError) as told:
                for event in ask():
                    starts += event == Status(Phase.STARTING)
            assert str(told.value) == (
                "the engine can't be started (exit status 1: Unknown flag in XLA_FLAGS: --nonsense); "
                f"what it wrote is in {log}"
            )
    assert starts == 2


def test_an_engine_that_others_end_before_it_is_ready_is_restarted(settings, log, facts):
    starts = 0
    with (
        closing(ChildRenderer(settings, log, KilledModel)) as renderer,
        pytest.raises(RenderError, match=r"ended 5 times .*\(signal 9\); try a smaller image size"),
    ):
        for event in renderer.render(batches(facts, 4)):
            starts += event == Status(Phase.STARTING)
    assert starts == 5


def test_a_process_that_the_system_refuses_is_reported_with_its_reason(settings, log, facts):
    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    with closing(ChildRenderer(settings, log, GradientModel)) as renderer:
        resource.setrlimit(resource.RLIMIT_NOFILE, (3, before[1]))
        try:
            with pytest.raises(RenderError, match=r"^the engine can't be started: too many open files$"):
                list(renderer.render(batches(facts, 1)))
        finally:
            resource.setrlimit(resource.RLIMIT_NOFILE, before)
        assert any(isinstance(event, Rendered) for event in renderer.render(batches(facts, 1)))


def test_an_error_is_reported_though_the_log_is_on_a_full_disk(settings, facts):
    with (
        closing(ChildRenderer(settings, Path("/dev/full"), BrokenModel)) as renderer,
        pytest.raises(RenderError, match=r"^the engine failed: ValueError: a shape that does not fit$"),
    ):
        list(renderer.render(batches(facts, 4)))


def test_an_unexpected_error_becomes_one_sentence_and_its_traceback_goes_to_the_log(settings, log, facts):
    with (
        closing(ChildRenderer(settings, log, BrokenModel)) as renderer,
        pytest.raises(RenderError, match="the engine failed: ValueError: a shape that does not fit"),
    ):
        list(renderer.render(batches(facts, 4)))
    assert "Traceback" in log.read_text()


def test_after_an_error_the_same_child_can_be_asked_again(settings, log, facts):
    with closing(ChildRenderer(settings, log, BrokenModel)) as renderer:
        for _ in range(2):
            with pytest.raises(RenderError, match="a shape"):
                list(renderer.render(batches(facts, 8)))


def test_a_stop_ends_the_batch_within_a_step_and_the_child_goes_on_with_the_next_job(settings, log, facts):
    endless = batches(facts, 8, num_steps=1_000_000)
    with closing(ChildRenderer(settings, log, GradientModel)) as renderer:
        for event in renderer.render(endless):
            if isinstance(event, Status) and event.phase.value == "compiling":
                renderer.stop()
        process_id = renderer.process_id
        # Only a child that has dropped the endless batches can answer this.
        again = [event for event in renderer.render(batches(facts, 8)) if isinstance(event, Rendered)]
        assert renderer.process_id == process_id
    assert len(again) == 8


def test_leaving_the_loop_stops_the_rendering(settings, log, facts):
    with closing(ChildRenderer(settings, log, GradientModel)) as renderer:
        events = renderer.render([*batches(facts, 4), *batches(facts, 4, num_steps=1_000_000)])
        next(event for event in events if isinstance(event, Rendered))
        events.close()
        again = [event for event in renderer.render(batches(facts, 8)) if isinstance(event, Rendered)]
    assert len(again) == 8


def test_the_child_ends_when_its_parent_is_killed(log, facts):
    script = """
        import sys
        from pathlib import Path
        from sd3explorer.presets.locate import locate
        from sd3explorer.render.child import ChildRenderer
        from sd3explorer.render.messages import EngineSettings, Status
        from sd3explorer.walk.sampler import Sampler
        from sd3explorer.walk.walk import Walk
        from tests.gradient import GradientModel

        preset = locate("starter")
        walk = Walk(sampler=Sampler(num_steps=1_000_000))
        renderer = ChildRenderer(EngineSettings(preset, (64, 64)), Path(sys.argv[1]), GradientModel)
        for event in renderer.render([[walk.recipe(0, preset.facts("float32"))]]):
            if isinstance(event, Status) and event.phase.value == "compiling":
                print(renderer.process_id, flush=True)
    """
    command = [sys.executable, "-c", textwrap.dedent(script), str(log)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=REPOSITORY) as parent:
        process_id = int(parent.stdout.readline())
        assert is_alive(process_id)
        parent.kill()
    wait_until_gone(process_id)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGHUP], ids=lambda number: number.name)
def test_what_the_terminal_tells_the_group_leaves_the_child_to_its_parent(settings, log, facts, number):
    with closing(ChildRenderer(settings, log, GradientModel)) as renderer:
        events = renderer.render(batches(facts, 40))
        next(event for event in events if isinstance(event, Rendered))
        child = renderer.process_id
        os.kill(child, number)
        assert len([event for event in events if isinstance(event, Rendered)]) == 39
        assert renderer.process_id == child


def test_who_looks_on_sees_frames_being_rendered_and_the_memory_they_take(settings, log, facts):
    endless = batches(facts, 4, num_steps=1_000_000)
    with closing(ChildRenderer(replace(settings, watched=True), log, GradientModel)) as renderer:
        seen = next(event for event in renderer.render(endless) if isinstance(event, Denoising))
        soon = list(renderer.render(batches(facts, 4)))
    assert list(seen.recipes) == endless[0]
    for recipe, image in zip(seen.recipes, seen.images, strict=True):
        assert (image == small_gradient(recipe)).all()
    assert DeviceMemory("Paint box", 3 * 2**30, 8 * 2**30) in soon


def test_when_nobody_looks_on_only_frames_come(settings, log, facts):
    with closing(ChildRenderer(settings, log, GradientModel)) as renderer:
        events = list(renderer.render(batches(facts, 4, num_steps=200)))
    assert not any(isinstance(event, Denoising | DeviceMemory) for event in events)


def test_what_was_warmed_need_not_be_started_loaded_or_compiled(settings, log, facts):
    [batch] = batches(facts, 4)
    with closing(ChildRenderer(settings, log, GradientModel)) as renderer:
        warmth = list(renderer.warm(batch[:1]))
        process_id = renderer.process_id
        events = list(renderer.render([batch]))
        assert renderer.process_id == process_id
    assert [event.phase for event in warmth if isinstance(event, Status)] == [
        Phase.STARTING,
        Phase.BUILDING,
        Phase.COMPILING,
        Phase.COMPILING,
    ]
    assert [event.batch_size for event in warmth if isinstance(event, Compiled)] == [1, 8]
    assert [type(event) for event in events] == [Rendered] * 4


def test_frames_do_not_wait_for_a_program_that_they_do_not_need(settings, log, facts):
    [batch] = batches(facts, 4)
    with closing(ChildRenderer(settings, log, SlowlyCompilingModel)) as renderer:
        warmth = renderer.warm(batch[:1])
        next(event for event in warmth if isinstance(event, Compiled))
        renderer.stop()
        assert not any(isinstance(event, Compiled) for event in warmth)
        process_id = renderer.process_id
        rendered = [event for event in renderer.render([batch[:1]]) if isinstance(event, Rendered)]
        assert renderer.process_id == process_id
    assert [event.recipe for event in rendered] == batch[:1]


def test_an_engine_that_is_warmed_in_vain_is_not_started_again(settings, log, facts):
    [batch] = batches(facts, 1)
    with closing(ChildRenderer(settings, log, CrashingInWarmthModel)) as renderer:
        with pytest.raises(RenderError, match=r"while it was getting ready \(exit status 3\)"):
            list(renderer.warm(batch))
        assert renderer.process_id is None
        assert any(isinstance(event, Rendered) for event in renderer.render([batch]))


def test_an_error_while_warming_is_one_sentence(settings, log, facts):
    [batch] = batches(facts, 1)
    with (
        closing(ChildRenderer(settings, log, BrokenInWarmthModel)) as renderer,
        pytest.raises(RenderError, match="the engine failed: ValueError: a shape that does not fit"),
    ):
        list(renderer.warm(batch))


def test_closing_while_warming_ends_the_process(settings, log, facts):
    [batch] = batches(facts, 1)
    renderer = ChildRenderer(settings, log, SlowlyCompilingModel)
    next(event for event in renderer.warm(batch) if isinstance(event, Compiled))
    process_id = renderer.process_id
    renderer.close()
    assert not is_alive(process_id)


class Listener(threading.Thread):
    """Takes the events of a renderer in a thread of its own, as the window does."""

    def __init__(self, events):
        super().__init__()
        self.compiling = threading.Event()
        self.notices = []
        self.error = None
        self._events = events

    def run(self):
        try:
            for event in self._events:
                if event == Status(Phase.COMPILING):
                    self.compiling.set()
                elif isinstance(event, Notice):
                    self.notices.append(event.text)
        except Exception as error:
            self.error = error

    def wait(self):
        self.join(20)
        assert not self.is_alive()
        assert self.error is None


def asked_for(renderer, work, facts):
    [batch] = batches(facts, 4, num_steps=1_000_000)
    return renderer.render([batch]) if work == "render" else renderer.warm(batch[:1])


@pytest.mark.parametrize("work", ["render", "warm"])
def test_closing_from_another_thread_ends_the_work_in_good_order(settings, log, facts, work):
    renderer = ChildRenderer(settings, log, SlowlyCompilingModel)
    listener = Listener(asked_for(renderer, work, facts))
    listener.start()
    assert listener.compiling.wait(60)
    renderer.close()
    listener.wait()
    assert listener.notices == []
    assert renderer.process_id is None


@pytest.mark.parametrize("work", ["render", "warm"])
def test_closing_in_the_middle_of_a_crash_starts_nothing_anew(settings, log, facts, work, monkeypatch):
    def receive(child, seconds):
        try:
            return original(child, seconds)
        except EOFError:
            # Between the news of the end and what comes of it.
            renderer.close()
            raise

    original = Child.receive
    monkeypatch.setattr(Child, "receive", receive)
    renderer = ChildRenderer(settings, log, SlowlyCompilingModel)
    listener = Listener(asked_for(renderer, work, facts))
    listener.start()
    assert listener.compiling.wait(60)
    os.kill(renderer.process_id, signal.SIGKILL)
    listener.wait()
    assert listener.notices == []
    assert renderer.process_id is None


def test_closing_while_the_process_starts_leaves_none_behind(settings, log, facts, monkeypatch):
    def start(*arguments, **options):
        closing = threading.Thread(target=renderer.close)
        closing.start()
        closings.append(closing)
        return popen(*arguments, **options)

    closings = []
    popen = subprocess.Popen
    monkeypatch.setattr(subprocess, "Popen", start)
    renderer = ChildRenderer(settings, log, GradientModel)
    assert not [event for event in renderer.render(batches(facts, 4)) if isinstance(event, Rendered)]
    closings[0].join()
    assert renderer.process_id is None


@pytest.mark.parametrize("work", ["render", "warm"])
def test_a_crash_after_a_stop_is_reported_as_one_of_an_engine_at_rest(settings, log, facts, work):
    with closing(ChildRenderer(settings, log, SlowlyCompilingModel)) as renderer:
        listener = Listener(asked_for(renderer, work, facts))
        listener.start()
        assert listener.compiling.wait(60)
        # Else it would answer the stop before it ends.
        os.kill(renderer.process_id, signal.SIGSTOP)
        renderer.stop()
        os.kill(renderer.process_id, signal.SIGKILL)
        listener.wait()
        assert listener.notices == []
        looks = (renderer.ended() or time.sleep(0.05) for _ in range(1200))
        assert next(filter(None, looks)) == "signal 9"


def test_an_engine_that_slept_with_the_machine_goes_on_where_it_was(settings, log, facts):
    with closing(ChildRenderer(settings, log, GradientModel)) as renderer:
        events, rendered, notices, engine = renderer.render(batches(facts, 12)), [], [], None
        for event in events:
            if isinstance(event, Notice):
                notices.append(event.text)
            elif isinstance(event, Rendered):
                rendered.append(event.recipe)
                if engine is None:
                    engine = renderer.process_id
                    os.kill(engine, signal.SIGSTOP)
                    # Longer than it is ever waited for at once.
                    threading.Timer(5 * SECONDS_TO_WAIT, os.kill, (engine, signal.SIGCONT)).start()
        assert renderer.process_id == engine
        assert (len(rendered), notices) == (12, [])


def test_prompts_are_measured_and_the_same_engine_renders(settings, log, facts):
    prompts = (Prompt("a"), Prompt("a cat"), Prompt("a dog face"))
    with closing(ChildRenderer(settings, log, GradientModel)) as renderer:
        *_, measured = renderer.measure(prompts)
        engine = renderer.process_id
        recipe = Walk(sampler=Sampler(2, 1.0)).recipe(0, facts)
        rendered = [event for event in renderer.render([[recipe]]) if isinstance(event, Rendered)]
        assert renderer.process_id == engine
    assert measured.prompts == prompts
    assert measured.angles[0].tolist() == pytest.approx([0.0, 0.4, 0.9])
    assert len(rendered) == 1


def test_an_engine_that_ends_while_it_measures_is_reported_and_not_tried_again(settings, log):
    with (
        closing(ChildRenderer(settings, log, UnloadableModel)) as renderer,
        pytest.raises(RenderError, match="Unknown flag"),
    ):
        list(renderer.measure([Prompt("a")]))
