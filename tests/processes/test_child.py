"""A process of ours: it talks, it can be stopped and killed, and it runs nothing of the current folder."""

import os
import signal
import subprocess
import sys
import threading
from contextlib import ExitStack, closing
from pathlib import Path
from queue import SimpleQueue

import psutil
import pytest

from sd3explorer.processes.child import Child, cause_of_end
from sd3explorer.processes.environment import environment
from tests.hostile import make_hostile, what_ran

SECONDS = 60.0


def echoing(parent):
    messages = SimpleQueue()
    parent.listen(messages.put)
    while True:
        parent.send(messages.get())


def ending(parent, status, output):
    os.write(1, output.encode())
    os._exit(status)


def running(parent, program, folder):
    """Runs a program in a folder, as a library does that needs another process."""
    parent.send(subprocess.run([sys.executable, "-c", program], cwd=folder, check=False).returncode)
    parent.send(sys.path)
    parent.send(Path.cwd())


@pytest.fixture
def start(tmp_path):
    with ExitStack() as stack:

        def open_child(serve, *arguments):
            return stack.enter_context(closing(Child(serve, arguments, tmp_path / "logs" / "child.log")))

        yield open_child


def test_links_that_lead_in_a_circle_are_no_reason_not_to_start(tmp_path, monkeypatch):
    (tmp_path / "circle").symlink_to("circle")
    monkeypatch.syspath_prepend(str(tmp_path / "circle"))
    assert str(tmp_path / "circle") in environment()["PYTHONPATH"]


@pytest.mark.parametrize(
    "name",
    [
        "PYTHONOPTIMIZE",
        "PYTHONWARNINGS",
        "TF_USE_LEGACY_KERAS",
        "KERAS_NNX_ENABLED",
        "KERAS_MAX_EPOCHS",
        "KERAS_MAX_STEPS_PER_EPOCH",
    ],
)
def test_what_can_only_break_it_does_not_reach_it(name, monkeypatch):
    monkeypatch.setenv(name, "1")
    monkeypatch.setenv("JAX_PLATFORMS", "cpu")
    assert name not in environment()
    assert environment()["JAX_PLATFORMS"] == "cpu"


def within_time(work):
    """Does it in a thread that the test outlives, should it hang."""
    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    thread.join(SECONDS)
    return not thread.is_alive()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_in_the_place_of_its_log_makes_nobody_wait(start, tmp_path):
    (tmp_path / "logs").mkdir()
    os.mkfifo(tmp_path / "logs" / "child.log")
    # Far more than a pipe between processes holds.
    child = start(ending, 3, "x" * 1_000_000)
    ends = []
    assert within_time(lambda: ends.append(child.end()))
    assert ends[0].status == 3


def test_a_link_in_the_place_of_its_log_writes_nobodys_file(start, tmp_path):
    (tmp_path / "logs").mkdir()
    (tmp_path / "mine").write_text("mine")
    (tmp_path / "logs" / "child.log").symlink_to(tmp_path / "mine")
    start(ending, 3, "something").end()
    assert (tmp_path / "mine").read_text() == "mine"


def test_messages_go_both_ways_in_their_order(start):
    child = start(echoing)
    messages = ["a", {"b": 2}, b"c" * 1_000_000]
    for message in messages:
        child.send(message)
    assert [child.receive(SECONDS) for _ in messages] == messages
    assert child.receive(0.0) is None


def test_a_process_that_is_stopped_keeps_nobody_waiting(start):
    child = start(echoing)
    child.send("ready")
    assert child.receive(SECONDS) == "ready"
    os.kill(child.process_id, signal.SIGSTOP)
    assert within_time(lambda: [child.send("x" * 1_000_000) for _ in range(20)])
    assert child.receive(0.0) is None
    assert within_time(child.close)
    assert not psutil.pid_exists(child.process_id)


def test_how_it_ended_and_why_is_reported_with_its_log(start, tmp_path):
    child = start(
        ending, 7, "I0000 all is well\nF0000 00:00:1 7 flags.cc:2] Unknown flag in XLA_FLAGS: --x\n"
    )
    with pytest.raises(EOFError):
        child.receive(SECONDS)
    end = child.end()
    assert str(end) == "exit status 7: Unknown flag in XLA_FLAGS: --x"
    assert end.log == tmp_path / "logs" / "child.log"
    assert "all is well" in end.log.read_text()


def test_a_log_that_can_not_be_written_costs_nothing_but_the_log():
    # More than a pipe holds, so that somebody has to read it.
    output = "all is well\n" * 100_000 + "OSError: too few\n"
    with closing(Child(ending, (7, output), Path("/dev/full"))) as child:
        with pytest.raises(EOFError):
            child.receive(SECONDS)
        end = child.end()
    assert (str(end), end.pointer) == ("exit status 7: OSError: too few", "")


CAUSES = {
    "a trace": (1, "Traceback:\n  File x\nsome.HardError: it\nExtension modules: 3\n", "some.HardError: it"),
    "an abort": (
        -6,
        "F1128 1:2:3.4 7 a.cc:1] Check failed: a\nFatal Python error: Aborted\n",
        "Check failed: a",
    ),
    "a trace of a crash": (-11, "Fatal Python error: Segmentation fault\n  File x\nMemoryError: no\n", ""),
    "an error before a crash": (-11, "ValueError: before\nall is well\n", ""),
    "an error before a kill": (-9, "F1128 1:2:3.4 7 a.cc:1] Check failed: a\nValueError: before\n", ""),
    "nothing": (1, "I1128 1:2:3.4 7 a.cc:1] GPU will not be used\nWARNING: all of it\n", ""),
}


@pytest.mark.parametrize("case", CAUSES)
def test_of_what_it_wrote_that_line_is_taken_which_says_why_it_ended(case):
    status, output, cause = CAUSES[case]
    assert cause_of_end(status, output) == cause


def test_nothing_of_the_current_folder_is_run_neither_by_it_nor_by_what_it_starts(
    start, tmp_path, monkeypatch
):
    folder = make_hostile(tmp_path)
    monkeypatch.chdir(folder)
    monkeypatch.setattr(sys, "path", ["", str(folder), ".", *sys.path])
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(["", "."]))
    child = start(running, "import json, selectors, multiprocessing.connection", folder)
    assert child.receive(SECONDS) == 0
    assert not {"", ".", str(folder)} & set(child.receive(SECONDS))
    # Native libraries look into the current folder too.
    assert child.receive(SECONDS) == Path(sys.prefix)
    assert what_ran(folder) == []


def test_it_runs_where_the_working_folder_was_deleted(start, tmp_path, monkeypatch):
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    child = start(echoing)
    child.send("here")
    assert child.receive(SECONDS) == "here"


def test_settings_of_keras_are_not_those_of_the_users_home(monkeypatch):
    monkeypatch.setenv("KERAS_HOME", "/somewhere")
    folder = Path(environment()["KERAS_HOME"])
    assert [path.name for path in folder.iterdir()] == ["keras.json"]


def test_without_a_home_libraries_get_a_folder_in_its_place(monkeypatch):
    assert environment().get("HOME") == os.environ.get("HOME")
    monkeypatch.setenv("HOME", "~")
    assert environment()["HOME"] == sys.prefix
