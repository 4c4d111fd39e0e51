"""What "auto" stands for, and that frames of two precisions never pass for each other."""

import subprocess
import sys
import time

import pytest

from sd3explorer.render import precision
from sd3explorer.render.engine import PRECISIONS
from sd3explorer.render.local import ThisProcess
from sd3explorer.render.messages import RenderError
from sd3explorer.render.precision import resolved_precision
from sd3explorer.render.tuning import Tuning
from sd3explorer.walk.walk import Walk


@pytest.fixture
def tuning(tmp_path):
    return Tuning(tmp_path / "tuning.json")


@pytest.fixture
def log(tmp_path):
    return tmp_path / "engine.log"


@pytest.fixture
def nothing_is_measured(monkeypatch):
    def measure(*_, **__):
        raise AssertionError("it was measured")

    monkeypatch.setattr(subprocess, "Popen", measure)


@pytest.mark.usefixtures("nothing_is_measured")
def test_a_precision_that_was_asked_for_is_not_measured(tuning, log):
    assert resolved_precision("bfloat16", None, tuning, log) == "bfloat16"


@pytest.mark.usefixtures("nothing_is_measured")
def test_each_backend_has_its_own(tuning, log, monkeypatch):
    tuning.remember_precision("tensorflow", "bfloat16")
    tuning.remember_precision("jax", "float16")
    assert resolved_precision("auto", "jax", tuning, log) == "float16"
    assert resolved_precision("auto", "tensorflow", tuning, log) == "bfloat16"


def test_another_device_is_measured_anew(tuning, log, monkeypatch, tmp_path):
    tuning.remember_precision("tensorflow", "bfloat16")
    monkeypatch.setenv("CUDA_VISIBLE_DEVICES", "1")
    assert tuning.precision("tensorflow") is None
    monkeypatch.delenv("CUDA_VISIBLE_DEVICES")
    assert tuning.precision("tensorflow") == "bfloat16"
    gpu = tmp_path / "gpus" / "0000:01:00.0" / "information"
    gpu.parent.mkdir(parents=True)
    gpu.write_text("Model: \t\t NVIDIA RTX A6000\nIRQ: 77\n")
    monkeypatch.setattr(sys.modules[Tuning.__module__], "NVIDIA_GPUS", tmp_path / "gpus")
    assert tuning.precision("tensorflow") is None


def test_a_remembered_word_that_is_no_precision_is_measured_anew(tuning, log, monkeypatch):
    tuning.remember_precision("tensorflow", "int8")
    monkeypatch.setattr(precision, "_measured", lambda *_: "float32")
    assert resolved_precision("auto", "tensorflow", tuning, log) == "float32"
    assert tuning.precision("tensorflow") == "float32"


def test_measuring_can_be_stopped(tuning, log):
    started = time.monotonic()
    with pytest.raises(RenderError, match="was stopped"):
        resolved_precision("auto", "tensorflow", tuning, log, lambda: time.monotonic() > started + 0.2)
    assert tuning.precision("tensorflow") is None


def test_a_backend_that_cannot_be_used_is_refused_by_name(tuning, log):
    with pytest.raises(RenderError, match='no backend is called "nope"; there are tensorflow, jax, torch'):
        resolved_precision("auto", "nope", tuning, log)


def test_a_process_that_cannot_measure_is_reported_with_its_last_words(tuning, log, monkeypatch, tmp_path):
    broken = tmp_path / "python"
    broken.write_text("#!/bin/sh\necho ImportError: no such library: libcuda >&2\nexit 1\n")
    broken.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(broken))
    with pytest.raises(RenderError, match=r"can't be started .*1: ImportError: no such library: libcuda"):
        resolved_precision("auto", "tensorflow", tuning, log)


@pytest.mark.usefixtures("nothing_is_measured")
def test_frames_hold_the_precision_that_auto_became(tuning, log, starter):
    place = ThisProcess(log, tuning=tuning, backend="tensorflow", asked_precision="auto")
    names = {}
    for dtype in PRECISIONS:
        tuning.remember_precision("tensorflow", dtype)
        settings = place.settings(starter, (128, 128), place.precision())
        assert settings.precision == dtype
        names[Walk().recipe(0, settings.preset.facts(settings.precision)).digest] = dtype
    # A cache that lost what it had measured, and measured something else, mixes nothing.
    assert len(names) == len(PRECISIONS)
