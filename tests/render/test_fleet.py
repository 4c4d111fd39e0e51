"""Several engines as one renderer: with stand-ins that are threads, and at last with real processes."""

import os
import signal
import threading
import time
from collections import Counter, deque
from contextlib import closing
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sd3explorer.render.child import ChildRenderer
from sd3explorer.render.fleet import Fleet
from sd3explorer.render.job import Frame, Job
from sd3explorer.render.messages import (
    Activity,
    Compiled,
    Denoising,
    DeviceMemory,
    EngineLostError,
    Engines,
    EngineSettings,
    Failed,
    Measured,
    Notice,
    Phase,
    Rendered,
    RenderError,
    Status,
    Tuned,
)
from sd3explorer.render.store import FrameStore
from sd3explorer.walk.noises import Varying
from sd3explorer.walk.recipe import Prompt
from sd3explorer.walk.sampler import Sampler
from sd3explorer.walk.timing import Timing
from sd3explorer.walk.walk import Walk
from tests.gradient import GradientModel, gradient

IMAGE = np.zeros((2, 2, 3), np.uint8)
GIB = 2**30


class Stand:
    """An engine in this process, which asks for two batches ahead as a child process does.

    Args:
        settings: Its own.
        says: What it yields before the first batch.
        free: While this isn't set, it renders without end.
        most: So many frames it answers before it can't go on.
    """

    def __init__(self, settings, says=(), free=None, most=None):
        self.settings = settings
        self.says, self.free, self.most = list(says), free, most
        self.rendered, self.batches, self.warmed = [], [], []
        self.closed = self.how = None
        self.stopping = threading.Event()

    def render(self, batches):
        self.stopping.clear()
        coming, asked = iter(batches), deque()
        says, self.says = self.says, []
        yield from says
        while True:
            while len(asked) < 2 and (batch := next(coming, None)):
                asked.append(batch)
                self.batches.append(list(batch))
            if not asked:
                return
            while self.free is not None and not self.free.is_set():
                if self.stopping.wait(0.002):
                    return
            for recipe in asked[0]:
                if self.stopping.is_set():
                    return
                if self.most is not None and len(self.rendered) >= self.most:
                    raise RenderError("it is broken")
                self.rendered.append(recipe)
                yield Rendered(recipe, IMAGE)
            asked.popleft()

    def warm(self, recipes):
        self.stopping.clear()
        for recipe in recipes:
            if self.most == 0:
                raise RenderError("it can't be warmed")
            self.warmed.append(recipe)
            yield from self.says

    def measure(self, prompts):
        if self.most == 0:
            raise RenderError("it can't measure")
        yield Measured(tuple(prompts), np.zeros((len(prompts),) * 2, np.float32))

    def stop(self):
        self.stopping.set()

    def ended(self):
        how, self.how = self.how, None
        return how

    def close(self):
        self.stop()
        self.closed = True


class Turn:
    """Whether a stand may go on, where an event would do but for what it depends on."""

    def __init__(self, is_set):
        self.is_set = is_set


@pytest.fixture(scope="module")
def recipes(facts):
    walk = Walk(noise=Varying(1), timing=Timing(64), sampler=Sampler(4))
    return [walk.recipe(index, facts) for index in range(64)]


@pytest.fixture
def own(starter):
    return EngineSettings(starter, (64, 64), batch_size=4, watched=True)


@pytest.fixture
def stand(own):
    def make(batch_size=4, **how):
        return Stand(replace(own, batch_size=batch_size), **how)

    return make


def fleet_of(own, *engines, **more):
    return Fleet(own, {f"GPU {number}": engine for number, engine in enumerate(engines)}, **more)


def in_batches(recipes, size=4):
    return [recipes[start : start + size] for start in range(0, len(recipes), size)]


def those(kind, events):
    return [event for event in events if isinstance(event, kind)]


def digests(recipes):
    return Counter(recipe.digest for recipe in recipes)


def test_all_engines_render_and_every_frame_comes_once(own, stand, recipes, hang_guard):
    free = threading.Event()
    slow, fast = stand(free=free), stand()
    fast.free = Turn(lambda: len(fast.rendered) < 40 or bool(slow.rendered))
    rendered = []
    for event in fleet_of(own, slow, fast).render(in_batches(recipes)):
        rendered += those(Rendered, [event])
        if len(rendered) == 40:
            free.set()
            # Or the other would have done all of it before this one has noticed.
            while not slow.rendered:
                time.sleep(0.001)
    assert digests(event.recipe for event in rendered) == digests(recipes)
    # A batch that one works on, and one that waits, are all that the other can't have at once.
    assert len(fast.rendered) >= 40
    assert slow.rendered


def test_a_slow_engine_holds_nothing_up_in_the_end(own, stand, recipes, hang_guard):
    stuck, fast = stand(free=threading.Event()), stand()
    fleet = fleet_of(own, stuck, fast)
    rendered = those(Rendered, fleet.render(in_batches(recipes[:32])))
    assert digests(event.recipe for event in rendered) == digests(recipes[:32])
    assert not stuck.rendered


def test_an_engine_that_has_nothing_to_do_does_not_begin(own, stand, recipes):
    first, second = stand(), stand(says=[Status(Phase.STARTING)])
    # Whichever is first takes all that there is.
    list(fleet_of(own, first, second).render([recipes[:4]]))
    assert sorted([len(first.batches), len(second.batches)]) == [0, 1]


def test_batches_are_cut_for_engines_that_render_fewer_at_once(own, stand, recipes):
    small = stand(batch_size=3)
    list(fleet_of(own, small).render(in_batches(recipes[:16], 8)))
    assert [len(batch) for batch in small.batches] == [3, 3, 2, 3, 3, 2]


def test_one_that_is_given_up_loses_no_frame_and_is_reported_once(own, stand, recipes, hang_guard):
    free = threading.Event()
    broken, sound = stand(most=5), stand(free=free)
    fleet, events = fleet_of(own, broken, sound), []
    for event in fleet.render(in_batches(recipes)):
        events.append(event)
        if broken.closed:
            free.set()
    assert digests(event.recipe for event in those(Rendered, events)) == digests(recipes)
    events += fleet.render(in_batches(recipes[:8]))
    assert [notice.text for notice in those(Notice, events)] == [
        "GPU 0 is given up: it is broken; the others continue"
    ]
    assert [state.activity for state in those(Engines, events)[-1].states] == [
        Activity.GIVEN_UP,
        Activity.READY,
    ]


@pytest.mark.parametrize("count", [1, 3])
def test_only_when_the_last_is_given_up_is_it_an_error(own, stand, recipes, count):
    fleet = fleet_of(own, *[stand(most=0) for _ in range(count)])
    events = fleet.render(in_batches(recipes))
    with pytest.raises(RenderError, match="it is broken"):
        for event in events:
            # What is wrong with all is no news of one.
            assert not isinstance(event, Notice)


@settings(max_examples=25)
@given(
    sizes=st.lists(st.integers(1, 5), min_size=1, max_size=4),
    lives=st.lists(st.integers(0, 20), max_size=3),
    asked=st.integers(1, 8),
    frames=st.integers(1, 40),
)
def test_whichever_engines_die_when_every_frame_comes_once(starter, recipes, sizes, lives, asked, frames):
    own = EngineSettings(starter, (64, 64), batch_size=asked)
    engines = [Stand(replace(own, batch_size=size)) for size in sizes]
    for engine, most in zip(engines[1:], lives, strict=False):
        engine.most = most
    rendered = those(Rendered, fleet_of(own, *engines).render(in_batches(recipes[:frames], asked)))
    assert digests(event.recipe for event in rendered) == digests(recipes[:frames])


class Agency:
    """Sends engines, one group each time it is asked."""

    def __init__(self, *groups):
        self.groups = list(groups)
        self.closed = False

    def arrived(self):
        return self.groups.pop(0) if self.groups else {}

    def close(self):
        self.closed = True


class Mortal(Stand):
    """Is lost when it is to render one of some frames."""

    def __init__(self, settings, poison, blamed=True):
        super().__init__(settings)
        self.poison, self.blamed = poison, blamed

    def render(self, batches):
        for batch in batches:
            self.batches.append(batch)
            if self.poison & {recipe.digest for recipe in batch}:
                raise EngineLostError("it is gone", self.blamed)
            yield from (Rendered(recipe, IMAGE) for recipe in batch)


def test_engines_join_while_others_render(own, stand, recipes, hang_guard):
    free = threading.Event()
    first, late = stand(free=free), stand()
    agency = Agency({}, {}, {"late": late})
    fleet, rendered = Fleet(own, {"first": first}, crew=agency), []
    for event in fleet.render(in_batches(recipes)):
        rendered += those(Rendered, [event])
        if late.rendered:
            free.set()
    assert digests(event.recipe for event in rendered) == digests(recipes)
    fleet.close()
    assert late.closed
    assert agency.closed


def test_where_none_is_there_it_waits_until_one_comes(own, stand, recipes, hang_guard):
    events = Fleet(own, {}, crew=Agency({}, {}, {"late": stand()})).render(in_batches(recipes))
    assert next(events) == Notice("no engine is there; rendering continues when one joins")
    assert digests(event.recipe for event in those(Rendered, events)) == digests(recipes)


def test_a_frame_that_engines_are_lost_with_is_set_aside_and_the_rest_is_rendered(own, recipes, hang_guard):
    poison = {recipes[5].digest}
    crew = Agency(*({f"GPU {number}": Mortal(own, poison)} for number in range(1, 20)))
    events = list(Fleet(own, {"GPU 0": Mortal(own, poison)}, crew=crew).render(in_batches(recipes)))
    sound = [recipe for recipe in recipes if recipe.digest not in poison]
    assert digests(event.recipe for event in those(Rendered, events)) == digests(sound)
    assert those(Failed, events) == [
        Failed(recipes[5], "3 engines were lost while they rendered it; it is gone")
    ]


def test_one_that_is_lost_for_another_reason_has_no_frame_set_aside(own, stand, recipes, hang_guard):
    every = {recipe.digest for recipe in recipes}
    lost = ({f"GPU {number}": Mortal(own, every, blamed=False)} for number in range(10))
    events = list(Fleet(own, {}, crew=Agency(*lost, {"sound": stand()})).render(in_batches(recipes)))
    assert digests(event.recipe for event in those(Rendered, events)) == digests(recipes)
    # Those that are gone are not shown as given up.
    assert [state.name for state in those(Engines, events)[-1].states] == ["sound"]


def test_where_all_that_came_are_given_up_it_is_an_error(own, stand, recipes, hang_guard):
    fleet = Fleet(own, {}, crew=Agency({"GPU 0": stand(most=0), "GPU 1": stand(most=0)}))
    with pytest.raises(RenderError, match="it is broken"):
        list(fleet.render(in_batches(recipes)))


def test_stopping_from_another_thread_ends_all(own, stand, recipes, hang_guard):
    engines = [stand(free=threading.Event(), says=[Status(Phase.BUILDING)]) for _ in range(3)]
    fleet = fleet_of(own, *engines)
    events = fleet.render(in_batches(recipes))
    next(events)
    thread = threading.Thread(target=fleet.stop)
    thread.start()
    assert those(Rendered, events) == []
    thread.join()
    assert all(engine.stopping.is_set() for engine in engines)


def test_whoever_stops_need_not_wait_for_whoever_says_what_comes_next(own, stand, recipes, hang_guard):
    # As the window does: it stops the renderer while it decides what is wanted.
    deciding = threading.Lock()
    fleet = fleet_of(own, stand(), stand())

    def batches():
        for batch in in_batches(recipes):
            with deciding:
                pass
            yield batch

    with deciding:
        thread = threading.Thread(target=lambda: list(fleet.render(batches())))
        thread.start()
        fleet.stop()
    thread.join()


def test_after_a_stop_it_renders_again(own, stand, recipes):
    fleet = fleet_of(own, stand(), stand())
    fleet.stop()
    assert len(those(Rendered, fleet.render(in_batches(recipes)))) == len(recipes)


def test_whoever_takes_no_more_stops_all_and_leaves_no_thread(own, stand, recipes, hang_guard):
    before = threading.active_count()
    engines = [stand(), stand(free=threading.Event())]
    events = fleet_of(own, *engines).render(in_batches(recipes))
    next(event for event in events if isinstance(event, Rendered))
    events.close()
    assert threading.active_count() == before
    assert all(engine.stopping.is_set() for engine in engines)


def test_closing_closes_all(own, stand):
    engines = [stand(), stand()]
    fleet_of(own, *engines).close()
    assert all(engine.closed for engine in engines)


def test_while_one_renders_it_is_no_news_that_another_gets_ready(own, stand, recipes, hang_guard):
    free = threading.Event()
    first = stand(says=[Status(Phase.STARTING), Status(Phase.BUILDING)])

    class Late(Stand):
        def render(self, batches):
            first_batch = next(batches := iter(batches))
            free.wait()
            yield Status(Phase.STARTING)
            yield from super().render([first_batch, *batches])

    late = Late(own)
    states, phases = [], []
    for event in fleet_of(own, first, late).render(in_batches(recipes)):
        if isinstance(event, Rendered):
            free.set()
        phases += those(Status, [event])
        states += those(Engines, [event])
    assert phases == [Status(Phase.STARTING), Status(Phase.BUILDING)]
    assert Phase.BUILDING in {each.states[0].activity for each in states}


def test_a_notice_says_which_engine_it_is_of(own, stand, recipes):
    fleet = fleet_of(own, stand(says=[Notice("memory ran out")]))
    assert those(Notice, fleet.render([recipes[:4]])) == [Notice("GPU 0: memory ran out")]


def test_each_engine_shows_what_it_does_how_fast_it_is_and_its_memory(own, stand, recipes):
    memory = DeviceMemory("GPU 0", 3 * GIB, 8 * GIB)
    engine = stand(says=[Status(Phase.STARTING), memory])
    events = list(fleet_of(own, engine).render(in_batches(recipes)))
    [last] = those(Engines, events)[-1].states
    assert (last.name, last.activity, last.memory) == ("GPU 0", Activity.READY, memory)
    assert last.frames_per_minute > 0
    activities = [each.states[0].activity for each in those(Engines, events)]
    assert list(dict.fromkeys(activities)) == [Phase.STARTING, Activity.RENDERING, Activity.READY]


def test_nobody_looks_on_nobody_hears_of_the_engines(own, stand, recipes):
    events = fleet_of(replace(own, watched=False), stand()).render(in_batches(recipes))
    assert those(Engines, events) == []


def test_the_memory_is_that_of_all_devices(own, stand, recipes):
    engines = [stand(says=[DeviceMemory(f"GPU {n}", (n + 1) * GIB, 8 * GIB)]) for n in range(2)]
    fleet = fleet_of(own, *engines)
    events = [event for recipe in recipes[:1] for event in fleet.warm([recipe])]
    assert those(DeviceMemory, events)[-1] == DeviceMemory("2 devices", 3 * GIB, 16 * GIB)


def test_all_are_warmed_and_ready_is_what_all_are_ready_for(own, stand, recipes):
    engines = [stand(says=[Compiled(1, True), Compiled(4, True)]), stand(says=[Compiled(1, True)])]
    events = list(fleet_of(own, *engines).warm(recipes[:1]))
    assert [engine.warmed for engine in engines] == [recipes[:1]] * 2
    assert those(Compiled, events) == [Compiled(1, True)]


def test_one_that_can_not_be_warmed_is_tried_again_when_frames_are_wanted(own, stand, recipes):
    cold, warm = stand(most=0), stand()
    fleet = fleet_of(own, cold, warm)
    assert those(Notice, fleet.warm(recipes[:1])) == []
    assert cold.closed
    cold.most, warm.free = None, threading.Event()
    list(fleet.render([recipes[:4]]))
    assert cold.rendered or warm.batches
    with pytest.raises(RenderError, match="can't be warmed"):
        list(fleet_of(own, stand(most=0), stand(most=0)).warm(recipes[:1]))


def test_what_an_engine_found_best_is_remembered_for_it_and_from_then_on_it_takes_so_many(
    own, stand, recipes
):
    remembered = []
    engine = stand(says=[Tuned(2)])
    fleet = fleet_of(own, engine, remember=lambda *what: remembered.append(what))
    assert those(Tuned, fleet.warm(recipes[:1])) == []
    assert remembered == [("GPU 0", engine.settings, 2)]
    engine.says = []
    list(fleet.render(in_batches(recipes[:8])))
    assert {len(batch) for batch in engine.batches} == {2}


def test_prompts_are_measured_by_the_first_that_can(own, stand):
    prompts = [Prompt("a dog"), Prompt("a cat")]
    [measured] = those(Measured, fleet_of(own, stand(most=0), stand()).measure(prompts))
    assert measured.prompts == tuple(prompts)
    with pytest.raises(RenderError, match="can't measure"):
        list(fleet_of(own, stand(most=0)).measure(prompts))


def test_one_that_ended_with_nothing_to_do_is_reported_once(own, stand):
    engines = [stand(), stand()]
    fleet = fleet_of(own, *engines)
    assert fleet.ended() is None
    engines[1].how = "signal 9"
    assert fleet.ended() == "GPU 1: signal 9"
    assert fleet.ended() is None


def test_pictures_of_frames_that_are_done_are_not_shown(own, stand, recipes, hang_guard):
    late = threading.Event()

    class Behind(Stand):
        """Still shows how the frames come into being that the other has finished."""

        def render(self, batches):
            batch = next(iter(batches))
            late.wait()
            yield Denoising(tuple(batch), (IMAGE,) * len(batch))

    seen = []
    for event in fleet_of(own, Behind(own), stand()).render(in_batches(recipes[:16])):
        seen.append(event)
        if len(those(Rendered, seen)) == 16:
            late.set()
    assert those(Denoising, seen) == []


def test_real_engines_are_killed_and_every_frame_is_there_and_right(starter, facts, tmp_path):
    own = EngineSettings(starter, (64, 64), batch_size=4, watched=True)
    engines = {f"GPU {n}": ChildRenderer(own, tmp_path / f"engine-{n}.log", GradientModel) for n in range(2)}
    walk = Walk(noise=Varying(1), timing=Timing(60), sampler=Sampler(4))
    store, frames, kills = FrameStore(tmp_path / "frames"), [], 0
    with closing(Fleet(own, engines)) as fleet:
        for event in Job(walk, facts, store, fleet, 4).run():
            frames += those(Frame, [event])
            victim = engines[f"GPU {kills % 2}"].process_id
            if len(frames) >= 12 * (kills + 1) and kills < 4 and victim is not None:
                kills += 1
                os.kill(victim, signal.SIGKILL)
    assert kills == 4
    assert Counter(frame.index for frame in frames) == Counter(range(60))
    assert all((store.get(frame.recipe.digest) == gradient(frame.recipe)).all() for frame in frames)
    assert all(engine.process_id is None for engine in engines.values())
