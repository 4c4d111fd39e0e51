"""What all tests share: the starter model, and a check that nothing is left running."""

import os
import signal
import threading

import psutil
import pytest

from sd3explorer.presets.folder import PresetFolder
from sd3explorer.presets.locate import locate
from sd3explorer.processes.child import START
from sd3explorer.walk.walk import ModelFacts

os.environ.setdefault("KERAS_BACKEND", "tensorflow")

SECONDS_TO_END = 2.0
SECONDS_OF_A_HANG = 20.0


@pytest.fixture(scope="session", autouse=True)
def own_folders(tmp_path_factory):
    """Frames, programs and figures of the tests stay out of the user's own folders, as does their key."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        patch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))
        yield


@pytest.fixture(scope="session")
def starter() -> PresetFolder:
    preset = locate("starter")
    assert preset is not None
    return preset


@pytest.fixture(scope="session")
def facts(starter) -> ModelFacts:
    return starter.facts("float32")


@pytest.fixture
def hang_guard():
    """Fails a test that hangs, or takes so long that nobody could tell it from that."""

    def give_up(*_):
        raise AssertionError(f"hangs, or takes over {SECONDS_OF_A_HANG:g} s")

    before = signal.signal(signal.SIGALRM, give_up)
    signal.setitimer(signal.ITIMER_REAL, SECONDS_OF_A_HANG)
    yield
    signal.setitimer(signal.ITIMER_REAL, 0)
    signal.signal(signal.SIGALRM, before)


@pytest.fixture(autouse=True)
def nothing_is_left_running():
    threads = set(threading.enumerate())
    yield
    assert not [child for child in psutil.Process().children() if START in child.cmdline()]
    left = [thread for thread in threading.enumerate() if thread not in threads and not thread.daemon]
    for thread in left:
        # One that was told to end, as JAX's timers are, may need a moment for it.
        thread.join(SECONDS_TO_END)
    assert not [thread for thread in left if thread.is_alive()]
