"""A short, deterministic part of the campaigns; all of them: `python -m tests.faults`."""

import os
import subprocess
import sys
import threading
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.faults.campaign import Campaign, Fault, Kind, run
from tests.faults.campaigns import CAMPAIGNS, FORKING
from tests.faults.targets import CORPUS, TARGETS

REPOSITORY = Path(__file__).parents[2]

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="faults are made as on Linux and macOS")

SHORT = [campaign for campaign in CAMPAIGNS if campaign.short and campaign not in FORKING]

SECONDS_AT_MOST = 300


@pytest.mark.parametrize("campaign", SHORT, ids=lambda campaign: campaign.name)
def test_nothing_is_lost_wrong_or_left_behind(campaign):
    tally = run(campaign, iter(range(campaign.short)))
    assert tally.found == []
    assert tally.trials == campaign.short


def test_nothing_is_lost_by_kills_and_among_several_processes():
    # In a process of their own: this one may have threads, and their locks would be held in a fork for ever.
    names = [word for campaign in FORKING if campaign.short for word in ("--only", campaign.name)]
    command = [sys.executable, "-m", "tests.faults", "--short", *names]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, timeout=SECONDS_AT_MOST)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("name", TARGETS)
def test_what_once_led_somewhere_new_leads_to_no_traceback(name):
    files = sorted((CORPUS / name).iterdir())
    assert files
    for file in files:
        TARGETS[name](file.read_bytes())


def test_what_a_trial_finds_is_counted_by_its_kind():
    @contextmanager
    def prepare(folder):
        def trial(random):
            match folder.exists() and next(numbers):
                case 0:
                    raise Fault(Kind.LOST, "a frame")
                case 1:
                    raise ValueError("nobody thought of it")
                case 2:
                    while True:
                        pass

        yield trial

    numbers = iter(range(4))
    tally = run(Campaign("all", "each kind", prepare, 4, seconds=0.5), iter(range(4)))
    assert [(seed, kind) for seed, kind, _ in tally.found] == [
        (0, Kind.LOST),
        (1, Kind.TRACEBACK),
        (2, Kind.HANG),
    ]


@pytest.mark.parametrize("ends", [True, False])
def test_a_thread_that_stays_is_left_behind_and_one_that_is_about_to_end_is_not(monkeypatch, ends):
    monkeypatch.setattr("tests.faults.campaign._SECONDS_TO_END", 30.0 if ends else 0.0)
    free = threading.Event()
    stays = threading.Thread(target=lambda: free.wait(0.3 if ends else None), name="stays")

    @contextmanager
    def prepare(folder):
        yield lambda random: stays.start()

    try:
        tally = run(Campaign("threads", "one that stays", prepare, 1), iter([0]))
    finally:
        free.set()
        stays.join()
    assert [(seed, kind) for seed, kind, _ in tally.found] == ([] if ends else [(-1, Kind.LEFT)])
    assert ends or "stays" in tally.found[0][2]
