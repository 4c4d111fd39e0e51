"""What all tests share: the starter model, and a check that nothing is left running."""

import ctypes
import gc
import os
import signal
import sys
import threading

import hypothesis
import psutil
import pytest
from xdist.scheduler import LoadScopeScheduling

from sd3explorer.presets.locate import locate
from sd3explorer.presets.preset import Preset
from sd3explorer.processes.child import START
from sd3explorer.walk.model import ModelFacts
from tests.cut_starter import write as write_cut_starter

os.environ.setdefault("KERAS_BACKEND", "tensorflow")

# How long an example takes says how busy the machine is, and so does how long it takes to make one.
hypothesis.settings.register_profile(
    "untimed", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("untimed")

# Files whose tests share what takes long to load and compile, so that one process does them all.
TOGETHER = {
    # The starter model, KerasHub's and ours.
    "starter": tuple(
        f"diffusion/test_{name}.py"
        for name in (
            "bridges",
            "guidance_interval",
            "lanes",
            "latent_colours",
            "parity",
            "pictures",
            "pipeline",
        )
    ),
    # The starter model for small pictures, which is never compiled as a whole, and diffusers.
    "backbone": (
        *(f"diffusion/test_{name}.py" for name in ("checkpoints", "eight_bits", "loading", "tiles")),
        "bench/test_flops.py",
    ),
    # A process with PyTorch.
    "torch": ("bench/test_diffusers.py", "diffusion/test_kept_torch.py", "diffusion/test_torch.py"),
}
GROUPS = {f"tests/{file}": group for group, files in TOGETHER.items() for file in files}

# What one process does, a file or several, longest first: what is begun last should be short, or cores have
# nothing to do in the end. Those of ssh wait most of the time. Any order is right, this one is quick.
LONGEST_FIRST = (
    "starter",
    "backbone",
    "tests/test_cli.py",
    "tests/app/test_main_window.py",
    "torch",
    "tests/render/test_ssh.py",
    "tests/bench/test_run.py",
    "tests/packaging/test_starter_model.py",
    "tests/diffusion/test_decoder.py",
    "tests/diffusion/test_programs.py",
    "tests/bench/test_models.py",
    "tests/export/test_metadata.py",
    "tests/export/test_animations.py",
    "tests/render/test_child.py",
    "tests/diffusion/test_denoiser.py",
    "tests/presets/test_fetch.py",
    "tests/app/test_main.py",
)

SECONDS_TO_END = 2.0
SECONDS_OF_A_HANG, PATIENCE = 20.0, 6


def pytest_collection():
    """Nothing of the millions of objects that are made now is garbage: looking through them takes a fifth."""
    gc.disable()


def pytest_collection_finish():
    """They stay, and aren't looked through again. What tests make is looked through a fifth as often."""
    gc.freeze()
    gc.set_threshold(5_000, 20, 50)
    gc.enable()


def pytest_sessionfinish():
    """Nor is what is left, which pytest would look through five times over before it ends."""
    gc.freeze()


def pytest_collection_modifyitems(items):
    """In which order tests are begun."""
    places = {group: place for place, group in enumerate(LONGEST_FIRST)}
    items.sort(key=lambda item: places.get(_group(item.nodeid), len(places)))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    """Which tests stay together."""
    return Together(config, log)


class Together(LoadScopeScheduling):
    """Tests of a group are done by one process, one after the other."""

    def _split_scope(self, nodeid):
        return _group(nodeid)


def _group(nodeid):
    file = nodeid.partition("::")[0]
    return GROUPS.get(file, file)


@pytest.fixture(scope="session", autouse=True)
def own_folders(tmp_path_factory):
    """Frames, programs, figures, logs, models and the key of the tests stay out of the user's own folders."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        patch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))
        patch.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("data")))
        yield


@pytest.fixture(scope="session")
def whole_starter() -> Preset:
    """The starter model as it ships, also where `starter` is the cut one."""
    preset = locate("starter")
    assert preset is not None
    return preset


@pytest.fixture(scope="session")
def cut_starter(whole_starter, tmp_path_factory) -> Preset:
    """With two of its six blocks, for tests that don't ask what pictures show; see `cut_starter.py`."""
    preset = locate(str(write_cut_starter(whole_starter.folder, tmp_path_factory.mktemp("cut") / "starter")))
    assert preset is not None
    return preset


@pytest.fixture(scope="session")
def starter(whole_starter) -> Preset:
    return whole_starter


@pytest.fixture(scope="session")
def facts(whole_starter) -> ModelFacts:
    """Of the model that ships, in whichever room it is asked for first: a session has it once."""
    return whole_starter.facts("float32")


@pytest.fixture
def hang_guard():
    """Fails a test that hangs, or takes so long that nobody could tell it from that."""

    def give_up(*_):
        raise AssertionError(f"hangs, or takes over {SECONDS_OF_A_HANG:g} s")

    timers = {signal.SIGALRM: signal.ITIMER_REAL, signal.SIGPROF: signal.ITIMER_PROF}
    before = {kind: signal.signal(kind, give_up) for kind in timers}
    # Others may have the cores while it waits, but not while it works.
    signal.setitimer(signal.ITIMER_REAL, PATIENCE * SECONDS_OF_A_HANG)
    signal.setitimer(signal.ITIMER_PROF, SECONDS_OF_A_HANG)
    yield
    for kind, timer in timers.items():
        signal.setitimer(timer, 0)
        signal.signal(kind, before[kind])


class Engines:
    """The engine processes of this one. To look for them takes as long as many a test."""

    def __init__(self):
        self._running = set()
        self._any_started = False
        sys.addaudithook(self._note)

    def running(self):
        """All that run, and those that ran when the last one was started."""
        if self._any_started:
            self._any_started = False
            self._running = {child for child in psutil.Process().children() if START in child.cmdline()}
        return self._running

    def _note(self, event, arguments):
        if event == "subprocess.Popen" and START in arguments[1]:
            self._any_started = True


@pytest.fixture(autouse=True)
def smallest_numbers():
    """As Python has them: libraries that other tests have loaded have the processor take them for zero."""
    if sys.platform == "linux":
        # The default environment of floating-point numbers, by its address in glibc.
        ctypes.CDLL(None).fesetenv(ctypes.c_void_p(-1))


@pytest.fixture(scope="session")
def own_engines():
    return Engines()


@pytest.fixture(autouse=True)
def nothing_is_left_running(own_engines):
    # What an earlier test left is its own fault alone.
    threads, before = set(threading.enumerate()), own_engines.running()
    yield
    assert not own_engines.running() - before
    left = [thread for thread in threading.enumerate() if thread not in threads and not thread.daemon]
    for thread in left:
        # One that was told to end, as JAX's timers are, may need a moment for it.
        thread.join(SECONDS_TO_END)
    assert not [thread for thread in left if thread.is_alive()]
