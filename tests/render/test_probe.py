"""A look at a backend, which may crash or hang: a real process, and one that only seems to be Python."""

import sys
import time
from importlib import import_module
from itertools import count
from types import SimpleNamespace

import pytest

from sd3explorer.machine.backends import installed
from sd3explorer.render import checkup
from sd3explorer.render.checkup import check_computer
from sd3explorer.render.messages import RenderError
from sd3explorer.render.probe import probe

# Its name in the package is that of the function.
probing = import_module("sd3explorer.render.probe")


@pytest.fixture
def python(tmp_path, monkeypatch):
    def make(script):
        program = tmp_path / "python"
        program.write_text(f"#!/bin/sh\n{script}\n")
        program.chmod(0o755)
        monkeypatch.setattr(sys, "executable", str(program))

    return make


@pytest.fixture
def log(tmp_path):
    return tmp_path / "check.log"


def test_one_that_crashes_says_why_in_one_sentence(python, log):
    python("echo ImportError: DLL load failed >&2; exit 1")
    seen = probe("torch", log)
    assert seen.problem.startswith(
        "PyTorch can't be started (exit status 1: ImportError: DLL load failed); what it wrote is in"
    )
    assert (seen.gpu, seen.rates) == ("", ())


def test_one_that_hangs_is_ended(python, log):
    python("exec sleep 600")
    seen = probe("jax", log, seconds=0.3)
    assert "JAX didn't answer within 0.3 seconds, while starting JAX" in seen.problem


def test_time_that_the_machine_has_slept_is_none_to_answer_in(python, log, monkeypatch):
    python("exec sleep 600")
    sleeps, looks = count(step=1000), []
    monkeypatch.setattr(probing, "time", SimpleNamespace(monotonic=lambda: float(next(sleeps))))
    seen = probe("jax", log, lambda: looks.append(1) is not None, seconds=3 * probing.LONGEST_LOOK)
    assert "didn't answer" in seen.problem
    assert len(looks) == 3


def test_one_that_cannot_be_started_is_a_problem_too(log, monkeypatch):
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    assert "TensorFlow can't be started: " in probe("tensorflow", log).problem


def test_it_can_be_stopped(python, log):
    python("exec sleep 600")
    started = time.monotonic()
    with pytest.raises(RenderError, match="was stopped"):
        probe("jax", log, lambda: time.monotonic() > started + 0.2)


def test_one_that_there_is_not_is_refused_by_name(log):
    doing = []
    seen = probe("mxnet", log, report=doing.append)
    assert 'no backend is called "mxnet"; there are tensorflow, jax, torch' in seen.problem
    assert doing == ["starting mxnet", "importing mxnet"]


def test_a_computer_is_looked_over_part_by_part_whatever_is_broken(python, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    python("echo ImportError: broken >&2; exit 1")
    parts = []
    found = check_computer(on_part=lambda *part: parts.append(part))
    assert [each.backend for each in found.seen] == list(installed())
    assert all("ImportError: broken" in each.problem for each in found.seen)
    assert not found.works
    assert [done for _, done, _ in parts] == list(range(len(installed()) + 1))
    logs = tmp_path / "state" / "sd3explorer" / "log"
    assert sorted(file.name for file in logs.iterdir()) == sorted(f"check-{name}.log" for name in installed())


def test_a_check_without_a_home_is_one_too(monkeypatch):
    def nowhere():
        raise RenderError("it is unknown where your home folder is")

    monkeypatch.setattr(checkup, "default_log", nowhere)
    monkeypatch.setattr(checkup, "installed", lambda: ())
    assert check_computer().report
