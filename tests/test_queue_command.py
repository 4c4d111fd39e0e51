"""The queue as a user of the command line meets it."""

import os
import sys
from dataclasses import replace

import pytest

from sd3explorer import queue_command
from sd3explorer.cli import main
from sd3explorer.export import read_walk
from sd3explorer.queue.walk_queue import MOST_ATTEMPTS, WalkQueue
from sd3explorer.render.child import ChildProcess
from sd3explorer.render.engine import chosen_backend
from sd3explorer.render.folders import state_folder
from sd3explorer.render.local import ThisProcess
from sd3explorer.render.tuning import Tuning
from sd3explorer.walk.model import Model
from sd3explorer.walk.timing import Timing
from sd3explorer.walk.walk import Walk
from tests.gradient import GradientModel, OverflowingModel


@pytest.fixture(autouse=True)
def own_folders(monkeypatch, tmp_path, tmp_path_factory):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))
    monkeypatch.chdir(tmp_path)
    Tuning(tmp_path / "cache" / "sd3explorer" / "tuning.json").remember_precision(
        chosen_backend(None), "float32"
    )
    Walk(title="Short", timing=Timing(frames=5)).save(tmp_path / "short.sd3walk")


def place(backend, *_):
    return ThisProcess.of_user(backend, "float32", GradientModel)


@pytest.fixture
def said(capsys):
    """Runs `sd3explorer queue`, and returns its status and all that it says."""

    def said(words, choose_place=place):
        status = main(["queue", *words.split()], choose_place)
        out, err = capsys.readouterr()
        return status, out, err

    return said


@pytest.mark.skipif(sys.platform == "win32", reason="names are text there")
def test_a_file_whose_name_is_no_text_is_made_in_a_folder_of_that_kind_too(said, tmp_path):
    folder = tmp_path / os.fsdecode(b"caf\xe9")
    folder.mkdir()
    file = folder / os.fsdecode(b"ow\xffl.gif")
    status, out, _ = said(f"add short.sd3walk -o {file}")
    assert (status, out) == (0, f"1: {tmp_path}/caf\\udce9/ow\\udcffl.gif, 5 frames\n")
    assert said("run")[0] == 0
    assert read_walk(file).title == "Short"
    assert "done" in said("list")[1]


def test_an_empty_queue_says_how_to_fill_it(said):
    assert said("list") == (
        0,
        "nothing is waiting; to add a walk, run: sd3explorer queue add WALK -o OUT\n",
        "",
    )


def test_walks_are_added_and_made(said, tmp_path):
    assert said("add short.sd3walk -o a.gif") == (0, f"1: {tmp_path / 'a.gif'}, 5 frames\n", "")
    said("add short.sd3walk -o b.gif --frames 3 --scale 0.5 --no-metadata")
    status, _, err = said("run")
    assert status == 0
    assert f"{tmp_path / 'a.gif'} is ready: 128 × 128 pixels" in err
    assert f"{tmp_path / 'b.gif'} is ready: 64 × 64 pixels" in err
    assert read_walk(tmp_path / "a.gif").title == "Short"
    _, out, _ = said("list")
    assert [line[:10] for line in out.splitlines()] == ["   1  done", "   2  done"]
    said("clear")
    assert "nothing is waiting" in said("list")[1]


def test_the_walk_is_the_one_that_was_added_whatever_becomes_of_its_file(said, tmp_path):
    said("add short.sd3walk -o a.gif")
    (tmp_path / "short.sd3walk").unlink()
    assert said("run")[0] == 0


def test_one_that_fails_is_named_the_others_are_made_and_the_status_says_so(said, tmp_path):
    said("add short.sd3walk -o a.gif")
    status, _, err = said("run", lambda *_: ThisProcess.of_user(None, "float32", OverflowingModel))
    assert status == 1
    assert f"sd3explorer: {tmp_path / 'a.gif'} can't be made: 5 of 5 frames can't be rendered" in err
    assert "1  failed" in said("list")[1]
    assert said("retry 1")[0] == 0
    assert said("run")[0] == 0


def test_the_order_can_be_changed(said):
    for name in "abc":
        said(f"add short.sd3walk -o {name}.gif")
    said("first 3")
    said("remove 1")
    _, out, _ = said("list")
    assert [int(line.split()[0]) for line in out.splitlines()] == [3, 2]


def test_a_paused_queue_says_so_wherever_it_matters(said):
    said("pause")
    assert (
        "the queue is paused; to continue, run: sd3explorer queue resume"
        in said("add short.sd3walk -o a.gif")[2]
    )
    assert said("list")[1].startswith("paused; to continue, run: sd3explorer queue resume\n")
    assert said("run") == (
        1,
        "",
        "sd3explorer: the queue is paused; to continue, run: sd3explorer queue resume\n",
    )
    said("resume")
    assert said("run")[0] == 0


def test_a_pause_while_it_works_is_said_and_is_no_success(said, monkeypatch):
    said("add short.sd3walk -o a.gif")
    said("add short.sd3walk -o b.gif")
    queue = WalkQueue(state_folder() / "queue")
    # As if somebody paused it while the first file is written.
    monkeypatch.setattr(WalkQueue, "report", lambda *_: queue.set_paused(True))
    status, _, err = said("run")
    assert status == 1
    assert err.endswith("sd3explorer: the queue is paused; to continue, run: sd3explorer queue resume\n")


def test_a_pause_after_the_last_file_changes_nothing(said, monkeypatch):
    said("add short.sd3walk -o a.gif")
    end = WalkQueue.end

    def end_and_pause(queue, *how):
        end(queue, *how)
        queue.set_paused(True)

    monkeypatch.setattr(WalkQueue, "end", end_and_pause)
    status, _, err = said("run")
    assert (status, "paused" in err) == (0, False)


def test_one_that_took_the_program_down_again_and_again_is_named(said, tmp_path):
    said("add short.sd3walk -o a.gif")
    said("add short.sd3walk -o b.gif")
    queue = WalkQueue(state_folder() / "queue")
    for _ in range(MOST_ATTEMPTS):
        with queue.run_alone():
            queue.take()
    status, _, err = said("run")
    assert status == 1
    assert f"sd3explorer: {tmp_path / 'a.gif'} can't be made: the program ended 3 times while working" in err
    assert f"{tmp_path / 'b.gif'} is ready" in err
    assert said("run")[0] == 0


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("add short.sd3walk -o a.xyz", "a.xyz"),
        ("add short.sd3walk -o nowhere/a.gif", "nowhere"),
        ("add missing.sd3walk -o a.gif", "missing.sd3walk"),
        ("add short.sd3walk -o a.gif --frames 100000 --image-size 2048x2048", "or continue with --large"),
        ("add short.sd3walk -o a.gif --columns 3", "columns"),
        ("remove 5", "the queue has no number 5"),
        ("retry 5", "the queue has no number 5"),
        ("remove 99999999999999999999", "the queue has no such number"),
        ("first 5", "the queue has no number 5"),
    ],
)
def test_what_can_not_be_is_refused_in_one_sentence(said, words, sentence):
    status, out, err = said(words)
    assert status in (1, 2)
    assert sentence in err
    assert err.count("\n") == 1
    assert out == ""
    assert "nothing is waiting" in said("list")[1]


@pytest.mark.parametrize("more", ["--scale 0.001", "--scale 8000 --image-size 64x64", "--columns 3"])
def test_an_option_that_is_impossible_is_named_as_render_names_it(said, capsys, more):
    status, _, err = said(f"add short.sd3walk -o a.gif {more}")
    assert (status, err.startswith(f"sd3explorer: {more.split()[0]}: ")) == (2, True)
    assert main(["render", "short.sd3walk", "-o", "a.gif", *more.split()], place) == 2
    assert capsys.readouterr().err == err


def test_a_model_that_is_not_here_is_added_with_a_word_and_fails_alone(said, tmp_path):
    walk = Walk.load(tmp_path / "short.sd3walk")
    replace(walk, model=Model("hf://nobody/has-this")).save(tmp_path / "other.sd3walk")
    status, _, err = said("add other.sd3walk -o a.gif")
    assert status == 0
    assert "it is added anyway" in err
    assert said("run")[0] == 1


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("--model startr --image-size 64x64", 'no folder is called "startr"'),
        ("--model hf://nobody/has-this --image-size 64x64", "hf://nobody/has-this is not on this machine"),
        ("--image-size 72x128", "multiples of 16"),
        ("--lora ink.safetensors:0.8", "ink.safetensors"),
    ],
)
def test_what_a_model_lacks_is_said_when_it_is_added(said, words, sentence):
    status, out, err = said(f"add short.sd3walk -o a.gif {words}")
    assert (status, out[:2]) == (0, "1:")
    assert sentence in err
    assert err.endswith("; it is added anyway\n")
    assert err.count("\n") == 1


def test_a_second_program_does_not_run_it_too(said):
    said("add short.sd3walk -o a.gif")
    with WalkQueue(state_folder() / "queue").run_alone():
        status, _, err = said("run")
    assert (status, err) == (1, "sd3explorer: another program is already running the queue\n")


def test_one_that_watches_makes_what_is_added_later_and_waits_out_a_pause(said, tmp_path, monkeypatch):
    queue = WalkQueue(state_folder() / "queue")
    slept = []

    def sleep(seconds):
        slept.append(seconds)
        if len(slept) == 1:
            said("pause")
            said("add short.sd3walk -o a.gif")
        elif len(slept) == 2:
            assert not (tmp_path / "a.gif").exists()
            queue.set_paused(False)
        else:
            raise KeyboardInterrupt

    monkeypatch.setattr(queue_command, "sleep", sleep)
    assert said("run --watch")[0] == 130
    assert (tmp_path / "a.gif").exists()
    assert len(slept) == 3


def test_one_that_watches_waits_while_another_program_runs_the_queue(said, tmp_path, monkeypatch):
    said("add short.sd3walk -o a.gif")
    window = WalkQueue(state_folder() / "queue").run_alone()
    window.__enter__()
    slept = []

    def sleep(seconds):
        slept.append(seconds)
        if len(slept) == 1:
            assert not (tmp_path / "a.gif").exists()
            window.__exit__(None, None, None)
        else:
            raise KeyboardInterrupt

    monkeypatch.setattr(queue_command, "sleep", sleep)
    assert said("run --watch")[0] == 130
    assert (tmp_path / "a.gif").exists()


def test_it_renders_in_a_process_of_its_own_as_well(said, tmp_path):
    said("add short.sd3walk -o a.gif")
    assert said("run", lambda *_: ChildProcess.of_user(None, "float32", GradientModel))[0] == 0
    assert (tmp_path / "a.gif").exists()
