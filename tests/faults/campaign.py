"""A campaign: one kind of fault, tried again and again, each time as its seed says."""

import logging
import signal
import tempfile
import threading
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from random import Random
from typing import TypeAlias

import psutil

# What nobody should wait for, in the window and elsewhere: these are of the command line and of files.
SECONDS_OF_A_HANG = 10.0
# Others may have the cores when a thread is about to end.
_SECONDS_TO_END = 10.0

Trial: TypeAlias = Callable[[Random], None]


class Kind(StrEnum):
    """What may be wrong after a fault."""

    LOST = "lost"
    WRONG = "wrong"
    TRACEBACK = "traceback"
    HANG = "hang"
    LEFT = "left behind"


class Fault(Exception):  # noqa: N818 (it is what is looked for)
    """What a trial found."""

    def __init__(self, kind: Kind, what: str) -> None:
        super().__init__(what)
        self.kind = kind


class Hang(BaseException):
    """Goes through whatever catches exceptions."""


@dataclass(frozen=True, slots=True)
class Campaign:
    """One kind of fault.

    Args:
        name: What it is called on the command line.
        what: What happens in a trial, in a few words.
        prepare: Given an empty folder, what is made once; its block gives the trial, which is called with
            what decides it, and raises `Fault`. Whatever else it raises is a traceback.
        whole: How many trials make a whole campaign.
        short: How many the gate has of them.
        seconds: How long a trial may take.
    """

    name: str
    what: str
    prepare: Callable[[Path], AbstractContextManager[Trial]]
    whole: int
    short: int = 0
    seconds: float = SECONDS_OF_A_HANG


@dataclass(slots=True)
class Tally:
    """What came of a campaign.

    Args:
        name: Of the campaign.
        trials: How many there were.
        counts: How many found something, by kind.
        found: The seed of each that did, and what it was.
        seconds: How long they took.
    """

    name: str
    trials: int = 0
    counts: Counter[Kind] = field(default_factory=Counter)
    found: list[tuple[int, Kind, str]] = field(default_factory=list)
    seconds: float = 0.0


def run(campaign: Campaign, seeds: Iterator[int], until: float | None = None) -> Tally:
    """Does trials.

    Args:
        campaign: Of this kind.
        seeds: One for each trial.
        until: When to begin no more, by `time.monotonic`; None does all.
    """
    tally = Tally(campaign.name)
    start = time.monotonic()
    # What is logged of thousands of faults says nothing more.
    logging.disable()
    before = _workers()
    with tempfile.TemporaryDirectory(prefix="sd3explorer-faults-") as folder:
        with campaign.prepare(Path(folder)) as trial:
            for seed in seeds:
                if until is not None and time.monotonic() >= until:
                    break
                tally.trials += 1
                if (fault := _found(trial, campaign, seed)) is not None:
                    tally.counts[fault[0]] += 1
                    tally.found.append((seed, *fault))
        if left := _staying(before):
            tally.counts[Kind.LEFT] += 1
            tally.found.append((-1, Kind.LEFT, ", ".join(map(str, left))))
    logging.disable(logging.NOTSET)
    tally.seconds = time.monotonic() - start
    return tally


def _workers() -> list[threading.Thread | psutil.Process]:
    return [*threading.enumerate(), *psutil.Process().children()]


def _staying(before: list[threading.Thread | psutil.Process]) -> list[threading.Thread | psutil.Process]:
    """Threads and processes that weren't there before, and don't end soon."""
    until = time.monotonic() + _SECONDS_TO_END
    while left := [each for each in _workers() if each not in before]:
        if time.monotonic() > until:
            return left
        time.sleep(0.05)
    return []


def _found(trial: Trial, campaign: Campaign, seed: int) -> tuple[Kind, str] | None:
    try:
        with _limited(campaign.seconds):
            trial(Random(f"{campaign.name} {seed}"))
    except Fault as fault:
        return fault.kind, str(fault)
    except Hang:
        return Kind.HANG, traceback.format_exc()
    except Exception:
        return Kind.TRACEBACK, traceback.format_exc()
    return None


@contextmanager
def _limited(seconds: float) -> Iterator[None]:
    def give_up(*_: object) -> None:
        raise Hang

    before = signal.signal(signal.SIGALRM, give_up)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def check_sentence(message: object) -> None:
    """What people read is one line, without a trace of Python."""
    text = str(message)
    if not text.isprintable() or len(text) > 2_000 or "Traceback" in text or not text.strip():
        raise Fault(Kind.WRONG, f"no sentence: {text!r}")
