"""What the app logs, and that nothing which happens to the log disturbs anything."""

import logging
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest

from sd3explorer import __version__, cli, logs
from sd3explorer.logs import app_log, logged, tail
from sd3explorer.render.child import ChildProcess
from sd3explorer.walk.paths import Hold, Prompts
from sd3explorer.walk.sampler import Sampler
from sd3explorer.walk.timing import Timing
from sd3explorer.walk.walk import Walk
from tests.gradient import CrashingModel, GradientModel, OverflowingModel

logger = logging.getLogger("sd3explorer.somewhere")

WRITES = """
import logging, sys
from sd3explorer import logs
logs.LARGEST = 20_000
with logs.logged():
    for number in range(500):
        logging.getLogger("sd3explorer").info("line %d of %s, and all of it", number, sys.argv[1])
"""


@pytest.fixture(autouse=True)
def state(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    return tmp_path / "state"


def place(model):
    return lambda backend, *_: ChildProcess.of_user(backend, "float32", model)


def render(model=GradientModel, **changes):
    Walk(**{"timing": Timing(2), "sampler": Sampler(num_steps=1)} | changes).save("mine.sd3walk")
    return cli.main(["render", "mine.sd3walk", "-o", "mine.gif", "--image-size", "64x64"], place(model))


def logged_text():
    return app_log().read_text()


def test_a_log_begins_with_what_a_report_needs():
    with logged():
        pass
    assert f"sd3explorer {__version__}, Python {sys.version.split()[0]}, " in logged_text()


def test_each_line_says_when_in_which_process_and_where():
    with logged():
        logger.info("something")
    line = next(line for line in logged_text().splitlines() if line.endswith("something"))
    assert f" {os.getpid()} INFO sd3explorer.somewhere: something" in line


def test_only_within_the_block_anything_is_kept():
    with logged():
        pass
    before = logged_text()
    logger.warning("nobody asked for this")
    assert logged_text() == before
    assert not logging.getLogger("sd3explorer").isEnabledFor(logging.INFO)


def test_libraries_are_logged_only_when_they_warn():
    with logged():
        logging.getLogger("somebody_elses").info("chatter")
        logging.getLogger("somebody_elses").warning("a matter")
    assert "chatter" not in logged_text()
    assert "a matter" in logged_text()


def test_importing_the_package_sets_up_nothing():
    probe = "import sd3explorer, logging; print(logging.getLogger().handlers)"
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_rendering_leaves_the_story_of_the_engine_and_of_the_file():
    assert render() == 0
    text = logged_text()
    for part in (
        "renders mine.sd3walk to mine.gif",
        "starts: starter, 64x64, float32 on tensorflow, 8 at once",
        "the engine is loading the model",
        "mine.gif took ",
        "is closed",
    ):
        assert part in text


def test_crashes_are_logged_with_how_the_engine_ended():
    assert render(CrashingModel) == 1
    text = logged_text()
    assert text.count("ended (exit status 3)") == 5
    assert "ERROR sd3explorer.terminal: the engine ended 5 times" in text


def test_frames_that_fail_alike_are_logged_once():
    assert render(OverflowingModel, timing=Timing(9)) == 1
    assert logged_text().count("frames can't be rendered: its numbers became infinite") == 1


def test_prompts_are_not_logged():
    assert render(path=Hold(Prompts("a secret garden", "no gnomes"))) == 0
    assert render(OverflowingModel, path=Hold(Prompts("a secret garden, again", "no gnomes"))) == 1
    assert "secret" not in logged_text()
    assert "gnomes" not in logged_text()


def test_a_slip_leaves_its_traceback(monkeypatch):
    def slip(parsed):
        raise KeyError("slip")

    monkeypatch.setitem(cli.COMMANDS, "info", slip)
    with pytest.raises(KeyError):
        cli.main(["info", "mine.sd3walk"])
    assert "Traceback" in logged_text()
    assert "KeyError: 'slip'" in logged_text()


def test_names_are_logged_as_they_can_be_shown(tmp_path):
    name = os.fsdecode(b"caf\xe9\nnoir.sd3walk")
    assert cli.main(["info", name]) == 1
    assert "caf\\udce9\\nnoir.sd3walk" in logged_text()


def test_what_is_no_text_is_logged_all_the_same():
    # In a process of its own, as pytest can't send such text on.
    script = "import logging, os; from sd3explorer.logs import logged\n"
    script += "with logged(): logging.getLogger('sd3explorer').info(os.fsdecode(b'caf\\xe9'))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    assert done.stderr == b""
    assert "caf\\udce9" in logged_text()


def a_file_for_a_folder(state):
    state.write_text("in the way")


def a_folder_for_a_file(state):
    (state / "sd3explorer" / "log" / "sd3explorer.log").mkdir(parents=True)


def a_pipe_for_a_file(state):
    (state / "sd3explorer" / "log").mkdir(parents=True)
    os.mkfifo(state / "sd3explorer" / "log" / "sd3explorer.log")
    # Whoever opens it to write needs a reader, or waits for one.
    return os.open(state / "sd3explorer" / "log" / "sd3explorer.log", os.O_RDWR | os.O_NONBLOCK)


def a_link_for_a_file(state):
    (state / "sd3explorer" / "log").mkdir(parents=True)
    (state / "sd3explorer" / "log" / "sd3explorer.log").symlink_to(state.parent / "elsewhere")


@pytest.mark.parametrize(
    "leave", [a_file_for_a_folder, a_folder_for_a_file, a_pipe_for_a_file, a_link_for_a_file]
)
def test_whatever_is_in_its_place_disturbs_nothing(state, capfd, leave):
    pipe = leave(state)
    with logged():
        logger.error("something")
    assert capfd.readouterr() == ("", "")
    assert not (state.parent / "elsewhere").exists()
    if pipe is not None:
        with pytest.raises(BlockingIOError):
            os.read(pipe, 1)
        os.close(pipe)


def test_without_a_home_nothing_is_logged(monkeypatch, capfd):
    monkeypatch.delenv("XDG_STATE_HOME")
    monkeypatch.setattr("platformdirs.user_log_path", lambda name: (_ for _ in ()).throw(RuntimeError))
    with logged():
        logger.error("something")
    assert capfd.readouterr() == ("", "")


def test_a_full_disk_disturbs_nothing(monkeypatch, capfd):
    with logged():
        logger.info("room for this")
        with monkeypatch.context() as full:
            full.setattr(logs._LogFile, "_open", partial(Path("/dev/full").open, "w"))
            full.setattr(logs._LogFile, "shouldRollover", lambda *_: True)
            logger.error("no room for this")
            logger.error("nor for this")
        logger.error("room again")
    assert capfd.readouterr() == ("", "")
    assert "room again" in logged_text()


def test_a_disk_that_is_still_full_in_the_end_disturbs_nothing(monkeypatch, capfd):
    monkeypatch.setattr(logs._LogFile, "_open", partial(Path("/dev/full").open, "w"))
    with logged():
        logger.error("no room for this")
    assert capfd.readouterr() == ("", "")


def test_full_files_are_put_aside_and_the_oldest_goes(monkeypatch):
    monkeypatch.setattr(logs, "LARGEST", 2_000)
    with logged():
        for number in range(1_000):
            logger.info("line %d", number)
    names = sorted(path.name for path in app_log().parent.glob("sd3explorer.log*"))
    assert names == ["sd3explorer.log", *(f"sd3explorer.log.{number}" for number in (1, 2, 3))]
    assert all(path.stat().st_size <= 2_000 for path in app_log().parent.glob("sd3explorer.log*"))
    assert logged_text().rstrip().endswith("line 999")


def test_a_file_that_cannot_be_renamed_is_written_on(monkeypatch, capfd):
    def refuse(*_):
        raise PermissionError("open in another process")

    monkeypatch.setattr(logs, "LARGEST", 2_000)
    monkeypatch.setattr(os, "rename", refuse)
    with logged():
        for number in range(100):
            logger.info("line %d", number)
    assert capfd.readouterr() == ("", "")
    assert logged_text().rstrip().endswith("line 99")


def test_processes_at_once_write_whole_lines(state):
    def write(name):
        return subprocess.run([sys.executable, "-c", WRITES, name], capture_output=True, check=True).stderr

    with ThreadPoolExecutor() as pool:
        assert list(pool.map(write, "abc")) == [b"", b"", b""]
    files = list(app_log().parent.iterdir())
    lines = [line for file in files for line in file.read_text().splitlines() if "sd3explorer: " in line]
    assert len(lines) > 100
    assert all(line.endswith(", and all of it") for line in lines)


def test_a_tail_names_its_file(tmp_path):
    file = tmp_path / "engine.log"
    file.write_text("x" * 20_000 + "the end\n")
    assert tail(file).startswith(f"{file}:\nxxx")
    assert tail(file).endswith("xxxthe end")
    assert len(tail(file)) < 11_000


@pytest.mark.usefixtures("hang_guard")
def test_a_log_that_is_not_there_has_no_tail(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "empty").touch()
    assert [tail(each) for each in (None, tmp_path / "gone", tmp_path / "pipe", tmp_path / "empty")] == [
        ""
    ] * 4


CRASHES = """
import ctypes
from sd3explorer.logs import logged
with logged():
    def falls():
        ctypes.string_at(0)
    falls()
"""


def test_a_crash_of_the_process_itself_leaves_the_stacks_of_its_threads(state):
    environment = {name: text for name, text in os.environ.items() if name != "PYTHONFAULTHANDLER"}
    done = subprocess.run([sys.executable, "-c", CRASHES], check=False, env=environment)
    assert done.returncode < 0
    written = app_log().with_name("crash.log").read_text()
    assert "Fatal Python error: Segmentation fault" in written
    assert "in falls" in written
    assert "in falls" in logs.last_logs()


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo, lambda path: path.symlink_to("elsewhere")])
def test_something_else_in_the_place_of_the_crash_log_disturbs_nobody(state, make, hang_guard):
    file = app_log().with_name("crash.log")
    file.parent.mkdir(parents=True)
    make(file)
    with logs.crash_log() as opened, logged():
        assert opened is None


def test_a_crash_log_that_is_full_is_begun_anew(state, monkeypatch):
    monkeypatch.setattr(logs, "LARGEST", 10)
    for text in ("first\n", "second\n", "third\n"):
        with logs.crash_log() as opened:
            opened.write(text)
    assert app_log().with_name("crash.log").read_text() == "third\n"


def test_the_last_logs_name_no_user(state, monkeypatch, tmp_path):
    monkeypatch.setenv("HOME", str(tmp_path))
    with logged():
        logger.info("opened %s", tmp_path / "mine.sd3walk")
    assert "opened ~/mine.sd3walk" in logs.last_logs()
    assert str(tmp_path) not in logs.last_logs()
