"""A way's process: it says why it can't, and dies with its parent or when it is told to."""

import os
import signal
import subprocess
import sys
import tempfile
import textwrap
import time
from contextlib import closing
from pathlib import Path
from queue import SimpleQueue

import psutil
import pytest

from sd3explorer.bench.messages import KINDS as KINDS
from sd3explorer.bench.messages import MeasureProducts, Products, Unable
from sd3explorer.bench.process import WayProcess
from sd3explorer.bench.ways import BenchError, Way
from tests.hostile import make_hostile, what_ran

REPOSITORY = Path(__file__).parents[2]
WAY = Way("stand-in", "stands in for a way", "tensorflow")


def answering(parent, way, work, texts, caches, log):
    requests = SimpleQueue()
    parent.listen(requests.put)
    parent.send(Products(1.0))
    while requests.get():
        parent.send(Products(float(os.getpid())))


def refusing(parent, way, work, texts, caches, log):
    parent.send(Unable("it is too hot"))


def saying_where(parent, way, work, texts, caches, log):
    parent.send(Unable(tempfile.gettempdir()))


def dying(parent, way, work, texts, caches, log):
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.fixture
def start(work, tmp_path):
    return lambda target: WayProcess(WAY, work, None, tmp_path, tmp_path / "log", target)


def test_it_answers_from_another_process_and_its_memory_is_seen(start):
    with closing(start(answering)) as process:
        assert process.receive(Products).rate == 1.0
        process.forget_memory()
        assert process.ask(MeasureProducts(), Products).rate != os.getpid()
        assert process.peak_memory > 1e6


def test_its_temporary_files_are_beside_what_is_kept_of_its_compiling(start, tmp_path):
    with closing(start(saying_where)) as process, pytest.raises(BenchError, match=str(tmp_path)):
        process.receive(Products)


def test_nothing_of_the_current_folder_is_run(start, tmp_path, monkeypatch):
    monkeypatch.chdir(make_hostile(tmp_path))
    with closing(start(answering)) as process:
        assert process.receive(Products).rate == 1.0
    assert what_ran(tmp_path) == []


def test_why_it_can_not_is_reported(start):
    with closing(start(refusing)) as process, pytest.raises(BenchError, match="it is too hot"):
        process.receive(Products)


def test_a_killed_process_is_reported_with_its_log(start):
    with closing(start(dying)) as process, pytest.raises(BenchError, match=r"ended .*\(signal 9\)"):
        process.receive(Products)


def test_closing_ends_it_at_once_and_may_be_repeated(start):
    process = start(answering)
    assert process.receive(Products)
    process_id = int(process.ask(MeasureProducts(), Products).rate)
    process.close()
    process.close()
    assert not psutil.pid_exists(process_id)


def test_it_ends_when_its_parent_is_killed(tmp_path):
    script = """
        import sys
        from pathlib import Path
        from sd3explorer.bench.messages import Ready, Work
        from sd3explorer.bench.process import WayProcess
        from sd3explorer.bench.ways import WAYS
        from sd3explorer.presets.locate import locate

        work = Work(locate("starter"), (64, 64), 1, 1.0, 1, 1, "float32")
        folder = Path(sys.argv[1])
        process = WayProcess(WAYS[0], work, None, folder, folder / "log")
        print(process._child.process_id, flush=True)
        process.receive(Ready)
    """
    file = tmp_path / "parent.py"
    file.write_text(textwrap.dedent(script))
    command = [sys.executable, str(file), str(tmp_path)]
    environment = os.environ | {"PYTHONPATH": str(REPOSITORY)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as parent:
        process = psutil.Process(int(parent.stdout.readline()))
        while not (tmp_path / "log").exists():
            time.sleep(0.05)
        parent.kill()
    for _ in range(1200):
        if not process.is_running() or process.status() == psutil.STATUS_ZOMBIE:
            return
        time.sleep(0.05)
    raise AssertionError("it still runs")
