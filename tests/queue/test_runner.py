"""Running the queue: files are made of walks, whatever happens to one of them."""

import threading
from contextlib import closing
from dataclasses import replace

import pytest

from sd3explorer.export import Options, read_walk
from sd3explorer.queue import runner as runner_module
from sd3explorer.queue.entry import Doing, Order, State
from sd3explorer.queue.runner import Began, Ended, Runner
from sd3explorer.queue.walk_queue import WalkQueue
from sd3explorer.render.history import History
from sd3explorer.render.job import Frame
from sd3explorer.render.local import ThisProcess
from sd3explorer.render.store import FrameStore
from sd3explorer.walk.model import Model
from sd3explorer.walk.timing import Timing
from sd3explorer.walk.walk import Walk
from tests.gradient import GradientModel, OverflowingModel


@pytest.fixture
def queue(tmp_path):
    return WalkQueue(tmp_path / "queue")


@pytest.fixture
def store(tmp_path):
    return FrameStore(tmp_path / "frames")


class Place(ThisProcess):
    """Counts the engines that it opens."""

    def open(self, settings):
        opened.append(settings)
        return super().open(settings)


opened = []


@pytest.fixture
def place(tmp_path):
    opened.clear()
    return Place(tmp_path / "log", load_model=GradientModel)


@pytest.fixture
def runner(queue, place, store):
    return Runner(queue, place, store)


@pytest.fixture
def walk():
    return Walk(title="Short", timing=Timing(frames=5))


@pytest.fixture
def add(queue, walk, tmp_path):
    def add(name, walk=walk, **options):
        return queue.add(Order(walk, tmp_path / name, Options(**options)))

    return add


def ended(runner):
    return [event for event in runner.run() if isinstance(event, Ended)]


def seed_of(walk, seed):
    return replace(walk, noise=walk.noise.with_seeds([seed]))


def test_each_walk_becomes_its_file(add, runner, queue, walk, tmp_path):
    add("a.gif")
    add("b.png", seed_of(walk, 9), columns=5)
    events = ended(runner)
    assert [(event.entry.target.name, event.state) for event in events] == [
        ("a.gif", State.DONE),
        ("b.png", State.DONE),
    ]
    assert read_walk(tmp_path / "a.gif").title == "Short"
    assert events[0].reason.startswith("128 × 128 pixels, ")
    assert {entry.state for entry in queue.entries()} == {State.DONE}


def test_a_file_is_made_as_it_was_asked_for(queue, runner, walk, tmp_path):
    queue.add(Order(walk, tmp_path / "a.gif", Options(scale=0.5), carries_walk=False))
    assert ended(runner)[0].reason.startswith("64 × 64 pixels")
    with pytest.raises(Exception, match="no walk"):
        read_walk(tmp_path / "a.gif")


def test_walks_of_one_model_share_its_engine(add, runner, walk):
    add("a.gif")
    add("b.gif", seed_of(walk, 9))
    add("c.gif", replace(walk, model=Model(image_size=(64, 64))))
    ended(runner)
    assert [settings.image_size for settings in opened] == [(128, 128), (64, 64)]


def test_what_was_rendered_before_is_not_rendered_again(add, runner):
    add("a.gif")
    add("b.webp")
    frames = [event for event in runner.run() if isinstance(event, Frame)]
    assert [frame.from_store for frame in frames] == 5 * [False] + 5 * [True]


def test_what_is_rendered_comes_into_the_history(add, runner, store, walk, queue, place):
    add("a.gif")
    ended(runner)
    assert [record.walk.title for record in History(store.folder).records(store)] == ["Short"]
    History(store.folder).clear()
    add("b.gif")
    ended(Runner(queue, place, store, history=False))
    assert History(store.folder).records(store) == []


def test_one_that_fails_says_why_and_the_others_are_made(add, runner, queue, walk, tmp_path):
    (tmp_path / "gone").mkdir()
    add("gone/a.gif")
    (tmp_path / "gone").rmdir()
    add("b.gif", replace(walk, model=Model("nobody/has-this")))
    add("c.gif")
    assert [event.state for event in ended(runner)] == [State.FAILED, State.FAILED, State.DONE]
    first, second, _ = queue.entries()
    assert str(tmp_path / "gone") in first.reason
    assert "nobody/has-this" in second.reason


def test_a_model_that_breaks_fails_its_walk_alone(add, queue, store, tmp_path):
    add("a.gif")
    (event,) = ended(Runner(queue, ThisProcess(tmp_path / "log", load_model=OverflowingModel), store))
    assert event.state is State.FAILED
    assert "5 of 5 frames can't be rendered" in event.reason


def test_a_slip_of_ours_costs_one_walk_and_not_the_night(add, runner, monkeypatch):
    add("a.gif")
    add("b.webp")
    real = runner_module.preset_and_size
    calls = []

    def slips_once(*arguments):
        calls.append(arguments)
        if len(calls) == 1:
            raise ZeroDivisionError("division by zero")
        return real(*arguments)

    monkeypatch.setattr(runner_module, "preset_and_size", slips_once)
    first, second = ended(runner)
    assert (first.state, second.state) == (State.FAILED, State.DONE)
    assert "ZeroDivisionError" in first.reason
    assert len(calls) == 2


@pytest.fixture
def looks_often(monkeypatch):
    """While 60 frames are rendered, the queue is looked at again and again, instead of while 200 are."""
    monkeypatch.setattr("sd3explorer.queue.runner.SECONDS_BETWEEN_LOOKS", 0.05)


def test_a_pause_stops_what_runs_keeps_its_frames_and_lets_it_wait(add, queue, runner, walk, looks_often):
    number = add("a.png", replace(walk, timing=Timing(frames=60)))
    frames = 0
    for event in runner.run():
        if isinstance(event, Frame):
            frames += 1
            queue.set_paused(True)
    assert 0 < frames < 60
    assert queue.entries()[0].state is State.WAITING
    queue.set_paused(False)
    frames_again = [event for event in runner.run() if isinstance(event, Frame)]
    assert [event.from_store for event in frames_again].count(True) >= frames
    assert queue.entries()[0].state is State.DONE
    assert queue.entries()[0].id == number


def test_it_is_stopped_too_while_the_engine_says_nothing(add, queue, store, tmp_path):
    begun = threading.Event()

    class SilentModel(GradientModel):
        def render(self, recipes, batch_size, should_stop, show):
            begun.set()
            while not should_stop():
                pass
            return []

    add("a.gif")
    runner = Runner(queue, ThisProcess(tmp_path / "log", load_model=SilentModel), store)
    pausing = threading.Thread(target=lambda: (begun.wait(), queue.set_paused(True)))
    pausing.start()
    (event,) = ended(runner)
    pausing.join()
    assert event.state is State.WAITING


def test_one_that_is_removed_while_it_runs_makes_way_for_the_next(
    add, queue, runner, walk, tmp_path, looks_often
):
    number = add("a.gif", replace(walk, timing=Timing(frames=60)))
    add("b.gif", seed_of(walk, 9))
    states = []
    for event in runner.run():
        if isinstance(event, Frame) and number is not None:
            queue.remove(number)
            number = None
        if isinstance(event, Ended):
            states.append(event.state)
    assert states == [State.WAITING, State.DONE]
    assert not (tmp_path / "a.gif").exists()
    assert [entry.target.name for entry in queue.entries()] == ["b.gif"]


def test_a_pause_while_a_file_is_written_leaves_no_half_of_it(
    add, queue, place, store, tmp_path, monkeypatch
):
    monkeypatch.setattr(runner_module, "SECONDS_BETWEEN_LOOKS", 0.0)
    add("a.gif")
    written = []

    def pause(target, done, total, attempt):
        written.append(done)
        queue.set_paused(True)

    (event,) = ended(Runner(queue, place, store, on_writing=pause))
    assert event.state is State.WAITING
    assert len(written) == 1
    assert [file.name for file in tmp_path.iterdir() if file.suffix == ".gif"] == []


def test_an_interruption_lets_it_wait_again(add, queue, runner):
    add("a.gif")
    with closing(runner.run()) as events:
        assert isinstance(next(events), Began)
        assert queue.entries()[0].state is State.RUNNING
    assert queue.entries()[0].state is State.WAITING
    assert not queue.is_run


def test_how_far_it_is_can_be_seen_from_elsewhere(add, queue, runner, monkeypatch):
    monkeypatch.setattr(runner_module, "SECONDS_BETWEEN_REPORTS", 0.0)
    add("a.gif")
    seen = []
    for event in runner.run():
        if isinstance(event, Frame):
            (entry,) = queue.entries()
            seen.append((entry.state, entry.doing, entry.share))
    assert seen == [(State.RUNNING, Doing.RENDERING, done / 5) for done in (1, 2, 3, 4, 5)]


def test_the_machine_is_kept_awake_only_while_something_is_made(add, runner, monkeypatch):
    asked = []

    class Keep:
        active = False

        def __enter__(self):
            asked.append("awake")
            return self

        def __exit__(self, *_):
            asked.append("may sleep")

    monkeypatch.setattr("wakepy.keep.running", lambda on_fail: Keep())
    assert ended(runner) == []
    assert asked == []
    add("a.gif")
    ended(runner)
    assert asked == ["awake", "may sleep"]
