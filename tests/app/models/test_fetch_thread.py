"""Fetching presets while the window goes on."""

import time

import pytest

from sd3explorer.app.models.fetch_thread import (
    RATE_SECONDS,
    FetchProgress,
    FetchThread,
    TransferRate,
)
from sd3explorer.presets.preset import PresetError
from sd3explorer.resources import resource

STARTER_FOLDER = resource("models", "starter")
MEDIUM = "stable_diffusion_3_medium"


@pytest.fixture(autouse=True)
def nothing_was_fetched(tmp_path, monkeypatch):
    monkeypatch.setenv("KAGGLEHUB_CACHE", str(tmp_path / "kaggle"))


@pytest.fixture
def run():
    """Runs a thread to its end and gives what it told: progress, results and failures."""

    def wait_for(thread):
        told = {"progressed": [], "fetched": [], "failed": []}
        for name, seen in told.items():
            getattr(thread, name).connect(seen.append)
        thread.run()
        return told

    return wait_for


class Clock:
    def __init__(self):
        self.now = 0.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def rate(clock):
    return TransferRate(clock)


def endless(preset, on_progress):
    while True:
        on_progress(1, None)
        # About as often as a hub sends something. PySide has crashed at a thousand signals a second, to which
        # something was connected meanwhile.
        time.sleep(0.05)


# Fetching


def test_what_was_fetched_is_reported(run, starter):
    assert run(FetchThread(MEDIUM, fetch=lambda preset, on_progress: starter))["fetched"] == [starter]


def test_the_preset_that_was_asked_for_is_fetched(run):
    asked = []
    run(FetchThread(MEDIUM, fetch=lambda preset, on_progress: asked.append(preset)))
    assert asked == [MEDIUM]


def test_progress_is_reported(run, starter):
    def fetch(preset, on_progress):
        on_progress(3_000_000_000, 6_000_000_000)
        return starter

    (progress,) = run(FetchThread(MEDIUM, fetch=fetch))["progressed"]
    assert (progress.done, progress.total) == (3_000_000_000, 6_000_000_000)


@pytest.mark.parametrize("error", [PresetError, OSError])
def test_a_failure_is_reported_in_its_own_words(run, error):
    def fetch(preset, on_progress):
        raise error("the hub Kaggle can't be reached")

    told = run(FetchThread(MEDIUM, fetch=fetch))
    assert told["failed"] == ["the hub Kaggle can't be reached"]
    assert told["fetched"] == []


def test_stopping_ends_it_without_a_word(qtbot):
    thread = FetchThread(MEDIUM, fetch=endless)
    told = []
    thread.fetched.connect(told.append)
    thread.failed.connect(told.append)
    with qtbot.waitSignal(thread.progressed):
        thread.start()
    with qtbot.waitSignal(thread.finished):
        thread.stop()
    assert thread.wait()
    assert told == []


def test_it_runs_while_the_window_goes_on(qtbot):
    thread = FetchThread(MEDIUM, fetch=endless)
    thread.start()
    qtbot.waitSignal(thread.progressed).wait()
    assert thread.isRunning()
    thread.stop()
    assert thread.wait()


# Rate and time left


def test_one_look_tells_no_rate(rate):
    assert rate.count(1000) is None


def test_the_rate_is_bytes_per_second(rate, clock):
    rate.count(1000)
    clock.now = 2.0
    assert rate.count(5000) == 2000.0


def test_the_rate_forgets_what_was_long_ago(rate, clock):
    rate.count(0)
    for second in range(1, int(3 * RATE_SECONDS)):
        clock.now = float(second)
        last = rate.count(1_000_000)
    assert last == 0.0


def test_bytes_that_are_tidied_away_are_no_negative_rate(rate, clock):
    rate.count(5000)
    clock.now = 1.0
    assert rate.count(1000) == 0.0


def test_the_time_left_goes_by_the_rate():
    assert FetchProgress(done=4000, total=10_000, rate=2000.0).seconds_left == 3.0


@pytest.mark.parametrize(
    "progress",
    [
        FetchProgress(1, None, 5.0),
        FetchProgress(1, 9, None),
        FetchProgress(1, 9, 0.0),
        FetchProgress(9, 8, 1.0),
    ],
    ids=["no total", "no rate", "standing still", "more than thought"],
)
def test_the_time_left_is_not_guessed(progress):
    assert progress.seconds_left is None
