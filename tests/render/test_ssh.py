"""Engines on another machine, by a real OpenSSH server: nothing is lost when connections are."""

import os
import signal
from contextlib import closing
from dataclasses import replace

import psutil
import pytest

from sd3explorer.render import connection, ssh
from sd3explorer.render.child import ChildProcess
from sd3explorer.render.devices import Devices
from sd3explorer.render.job import Frame, Job
from sd3explorer.render.messages import Activity, Engines, Notice, Rendered, RenderError
from sd3explorer.render.store import FrameStore
from sd3explorer.walk.model import Model
from sd3explorer.walk.recipe import Prompt
from sd3explorer.walk.sampler import Sampler
from sd3explorer.walk.timing import Timing
from sd3explorer.walk.walk import Walk
from tests.gradient import GradientModel, gradient
from tests.render import far_places
from tests.ssh_server import Server, has_server

pytestmark = has_server

SIZE = (64, 64)


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    server = Server(tmp_path_factory.mktemp("ssh"))
    yield server
    server.close()


@pytest.fixture(autouse=True)
def undisturbed(request):
    yield
    if "server" in request.fixturenames:
        server = request.getfixturevalue("server")
        server.proxy.rate = server.proxy.left = None
        server.proxy.held = server.proxy.refuses = False
        server.write_config()


@pytest.fixture
def preset(starter):
    return starter


def walk_of(frames, num_steps=4):
    return Walk(timing=Timing(frames), sampler=Sampler(num_steps=num_steps), model=Model("starter", SIZE))


def batches(facts, frames, num_steps=4):
    walk = walk_of(frames, num_steps)
    recipes = [walk.recipe(index, facts) for index in range(frames)]
    return [recipes[start : start + 4] for start in range(0, frames, 4)]


def opened(place, preset, watched=False):
    settings = place.settings(preset, SIZE, "float32", batch_size=4, watched=watched)
    return closing(place.open(settings))


def rendered(events):
    return [event for event in events if isinstance(event, Rendered)]


def right(frames):
    return all((frame.image == gradient(frame.recipe)).all() for frame in frames)


def test_a_machine_says_what_it_has_and_renders(server, preset, facts):
    place = server.place(server.program(far_places.gradients, before="echo welcome to this machine"))
    about = place.look()
    assert "starter" in about.models
    assert "tensorflow" in about.backends
    with opened(place, preset) as renderer:
        frames = rendered(renderer.render(batches(facts, 12)))
        assert len(frames) == 12
        assert right(frames)
        # The same worker goes on.
        connections = server.proxy.connections
        *_, measured = renderer.measure((Prompt("a"), Prompt("abc")))
        assert measured.angles[0].tolist() == pytest.approx([0.0, 0.2])
        assert [*renderer.warm(batches(facts, 1)[0])]
        assert server.proxy.connections == connections
        assert renderer.ended() is None
    # What libraries print there is no message, and goes where one looks for it.
    log = place.log.read_text()
    assert "a library says something" in log
    assert "and another one" in log


def test_a_stop_ends_the_work_there_and_the_worker_answers_the_next(server, preset, facts):
    place = server.place(server.program(far_places.gradients))
    with opened(place, preset) as renderer:
        endless = batches(facts, 8, num_steps=1_000_000)
        first = batches(facts, 4)
        for event in renderer.render([*first, *endless]):
            if isinstance(event, Rendered):
                renderer.stop()
        connections = server.proxy.connections
        assert len(rendered(renderer.render(batches(facts, 8)))) == 8
        assert server.proxy.connections == connections


@pytest.mark.parametrize("how", ["cut", "truncated", "held"])
def test_after_a_cut_it_goes_on_and_nothing_is_lost_or_twice(
    server, preset, facts, tmp_path, monkeypatch, how
):
    if how == "held":
        monkeypatch.setattr(connection, "SECONDS_BETWEEN_BEATS", 0.5)
        monkeypatch.setattr(connection, "BEATS_TO_START", 1_000)
    place = server.place(server.program(far_places.gradients))
    store = FrameStore(tmp_path / "frames")
    indices, notices = [], []
    with opened(place, preset) as renderer:
        for event in Job(walk_of(40), facts, store, renderer, 4).run():
            if isinstance(event, Notice):
                notices.append(event.text)
                server.proxy.held = False
            if isinstance(event, Frame):
                assert (event.image == gradient(event.recipe)).all()
                indices.append(event.index)
                if len(indices) == 9:
                    if how == "cut":
                        server.proxy.cut()
                    elif how == "truncated":
                        server.proxy.left = 3_000
                    else:
                        # As after a line that was pulled out: no end comes, and nothing else.
                        server.proxy.held = True
    assert sorted(indices) == list(range(40))
    assert len(notices) == 1
    assert notices[0].startswith("the connection to box was cut (")
    assert notices[0].endswith("it is being restored")


def test_it_waits_for_a_machine_that_is_away_until_it_is_back(server, preset, facts):
    place = server.place(server.program(far_places.gradients))
    with opened(place, preset) as renderer:
        events = renderer.render(batches(facts, 40))
        count = 0
        for event in events:
            if isinstance(event, Rendered):
                count += 1
                if count == 4:
                    server.proxy.refuses = True
                    server.proxy.cut()
            if isinstance(event, Notice):
                server.proxy.refuses = False
        assert count == 40


def test_while_it_waits_it_can_be_stopped(server, preset, facts):
    place = server.place(server.program(far_places.gradients))
    with opened(place, preset) as renderer:
        for event in renderer.render(batches(facts, 400)):
            if isinstance(event, Rendered):
                server.proxy.refuses = True
                server.proxy.cut()
            if isinstance(event, Notice):
                renderer.stop()
        assert renderer.process_id is None


def test_how_a_connection_ended_that_nobody_needed_is_reported_once(server, preset, facts):
    place = server.place(server.program(far_places.gradients))
    with opened(place, preset) as renderer:
        assert len(rendered(renderer.render(batches(facts, 4)))) == 4
        process = renderer._process
        server.proxy.cut()
        process._process.wait()
        assert renderer.ended() is not None
        assert renderer.ended() is None
        assert len(rendered(renderer.render(batches(facts, 4)))) == 4


REFUSED = {
    "another key": ({"key": "stranger"}, r"box doesn't let you in without a password; .*: ssh-copy-id box"),
    "an unknown machine": ({"known": False}, r"box is not known to ssh yet; run once, .*: ssh box"),
    "no such host": ({"HostName": "nowhere.invalid"}, "no machine is called box"),
    "no server": ({"Port": 1}, r"box can't be reached: .*[Cc]onnection refused"),
    "a configuration that is wrong": ({"Nonsense": "yes"}, r"ssh can't read its configuration; .*: ssh box"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_why_it_can_not_be_reached_is_one_sentence_with_what_to_do(server, preset, facts, case):
    options, sentence = REFUSED[case]
    server.write_config(**options)
    place = server.place(server.program(far_places.gradients))
    with opened(place, preset) as renderer:
        for ask in (lambda: [*renderer.render(batches(facts, 4))], place.look):
            with pytest.raises(RenderError, match=sentence) as told:
                ask()
            assert "\n" not in str(told.value)


def test_a_program_that_is_not_there_is_reported(server, preset, facts):
    place = server.place("/nowhere/sd3explorer")
    sentence = "box has no program /nowhere/sd3explorer; install sd3explorer"
    with opened(place, preset) as renderer, pytest.raises(RenderError, match=sentence):
        [*renderer.render(batches(facts, 4))]
    with pytest.raises(RenderError, match="there is no nothing-like-ssh here; install OpenSSH"):
        replace(place, ssh=("nothing-like-ssh",)).look()


def test_what_is_no_worker_is_reported(server):
    with pytest.raises(RenderError, match=r'not a worker of sd3explorer, but says "hello'):
        server.place(_script(server, "echo hello; yes nothing")).look()
    other = _script(server, "printf '\\0sd3explorer worker 9.9.9 7.0\\n'; sleep 9")
    with pytest.raises(RenderError, match=r"box: sd3explorer 7\.0 there and .* the same version on both"):
        server.place(other).look()


def _script(server, text):
    file = server.folder / "script"
    file.write_text(f"#!/bin/sh\n{text}\n")
    file.chmod(0o755)
    return file


def test_a_model_that_is_not_there_is_reported_and_asked_for_again_later(server, cut_starter, facts):
    place = server.place(server.program(far_places.gradients, HOME=server.folder))
    moved = replace(cut_starter, identity="0" * 64)
    with opened(place, moved) as renderer:
        for _ in range(2):
            with pytest.raises(
                RenderError,
                match=r"box: no model there has the weights of .*; copy what it lacks in .*models copy",
            ):
                [*renderer.render(batches(moved.facts("float32"), 4))]


def test_a_model_is_found_by_its_weights_wherever_it_is(server, cut_starter):
    # Named by a folder that the other machine has too.
    place = server.place(server.program(far_places.gradients))
    with opened(place, replace(cut_starter, name=str(cut_starter.folder))) as renderer:
        assert len(rendered(renderer.render(batches(cut_starter.facts("float32"), 4)))) == 4


@pytest.mark.parametrize("lie", far_places.LIES)
def test_a_worker_that_lies_is_left_and_nothing_of_it_is_shown(server, preset, facts, lie):
    place = server.place(server.program(far_places.lying, call="{name}()", LIE=lie))
    with opened(place, preset) as renderer:
        seen = []
        with pytest.raises(RenderError, match=r"^box: "):
            for event in renderer.render(batches(facts, 8)):
                seen.append(event)
        assert not rendered(seen)
        assert renderer.process_id is None


def test_a_worker_that_crashes_again_and_again_is_given_up(server, preset, facts, monkeypatch):
    place = server.place(server.program(far_places.crashing))
    monkeypatch.setattr(ssh, "SECONDS_TO_RETRY", (0.01,))
    with opened(place, preset) as renderer, pytest.raises(RenderError, match="box ended again and again"):
        [*renderer.render(batches(facts, 4))]


def test_it_renders_beside_an_engine_here_and_what_it_had_is_taken_over_where_it_is_lost(
    server, preset, facts, tmp_path
):
    here = ChildProcess(tmp_path / "here.log", load_model=GradientModel)
    there = server.place(server.program(far_places.fleet))
    place = Devices((here, there))
    assert place.name == "this machine and box"
    states, indices = [], []
    with opened(place, preset, watched=True) as fleet:
        recipe = walk_of(1).recipe(0, facts)
        assert [*fleet.warm([recipe])]
        for event in Job(walk_of(120, 20), facts, FrameStore(tmp_path / "frames"), fleet, 4).run():
            if isinstance(event, Engines):
                states.append({state.name: state.activity for state in event.states})
            if isinstance(event, Frame):
                indices.append(event.index)
                if states and states[-1]["box"] is Activity.RENDERING:
                    server.proxy.refuses = True
                    server.proxy.cut()
    assert sorted(indices) == list(range(120))
    assert any(each == {"this machine": Activity.RENDERING, "box": Activity.RENDERING} for each in states)


def test_on_a_slow_line_frames_come_squeezed_and_as_they_were(server, facts, whole_starter, monkeypatch):
    # Often, so that its speed is known soon; but a busy machine is no silent one.
    monkeypatch.setattr(connection, "SECONDS_BETWEEN_BEATS", 0.1)
    monkeypatch.setattr(connection, "BEATS_MISSED", 1_000)
    monkeypatch.setattr(connection, "BEATS_TO_START", 10_000)
    place = server.place(server.program(far_places.gradients))
    server.proxy.rate = 1_000_000
    walk = replace(walk_of(40), model=Model("starter", (256, 256)))
    recipes = [walk.recipe(index, facts) for index in range(40)]
    settings = place.settings(whole_starter, (256, 256), "float32", batch_size=4)
    before = server.proxy.carried
    with closing(place.open(settings)) as renderer:
        frames = rendered(renderer.render([recipes[start : start + 4] for start in range(0, 40, 4)]))
    assert len(frames) == 40
    assert right(frames)
    assert server.proxy.carried - before < 0.8 * sum(frame.image.nbytes for frame in frames)


def test_the_worker_leaves_when_nobody_is_there_any_more(server, preset, facts):
    program = server.program(far_places.gradients, before='echo $$ > "$0.pid"', SECONDS_BETWEEN_BEATS=0.2)
    place = server.place(program)
    with opened(place, preset) as renderer:
        assert rendered(renderer.render(batches(facts, 4)))
        worker = psutil.Process(int(program.with_name(f"{program.name}.pid").read_text()))
        # The end of the stream doesn't come through.
        server.proxy.held = True
        os.kill(renderer.process_id, signal.SIGSTOP)
        worker.wait(60)
