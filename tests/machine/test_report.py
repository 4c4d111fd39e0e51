"""The report: whole, in lines that can be pasted, and without anybody's name."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from sd3explorer.machine.backends import Seen
from sd3explorer.machine.cards import Card
from sd3explorer.machine.computer import Computer, Folder, this_computer
from sd3explorer.machine.report import Checkup, without_user

CARD = Card("NVIDIA GeForce RTX 4090", 24_000_000_000, "550.54.14", (8, 9))
COMPUTER = Computer(
    "Windows",
    "10.0.22631",
    "AMD64",
    cores=16,
    memory=64_000_000_000,
    free_memory=40_000_000_000,
    python="3.12.1",
    environment="C:\\venv",
    packages=(("keras", "3.15.1"), ("tensorflow", "2.21.0"), ("torch", "2.13.0+cu126"), ("jax", "")),
    variables=(("CUDA_VISIBLE_DEVICES", "0\x1b[2J"),),
    folders=(Folder("cache", Path("/data/cache"), 5_000_000_000), Folder("logs", None, None)),
    cards=(CARD,),
)
SEEN = (
    Seen("tensorflow", rates=(("float32", 2.1e11),), precision="float32"),
    Seen("torch", CARD.name, 24_000_000_000, (("float32", 4.1e13), ("float16", 1.5e14)), "float16"),
)
CHECKUP = Checkup(COMPUTER, SEEN, "torch", "it has the GPU")


def test_it_says_what_there_is_and_what_computes():
    lines = CHECKUP.report.splitlines()
    assert "Graphics    NVIDIA GeForce RTX 4090, 24.0 GB, driver 550.54.14" in lines
    tensorflow = lines.index("TensorFlow  2.21.0 on the processor, 16 cores")
    assert lines[tensorflow + 1 : tensorflow + 5] == [
        "            float32 210 GFLOP/s",
        "JAX         not installed",
        "PyTorch     2.13.0+cu126 on NVIDIA GeForce RTX 4090, 24.0 GB",
        "            float32 41.0 TFLOP/s, float16 150.0 TFLOP/s",
    ]
    assert "Computes    PyTorch: it has the GPU" in lines
    assert "Fastest     PyTorch, by matrix products in float16" in lines
    assert "Cache       /data/cache, 5.0 GB free" in lines
    assert "Logs        nowhere: no home folder is known" in lines
    assert lines[-1] == "Nothing is missing."
    assert "\x1b" not in CHECKUP.report
    assert (CHECKUP.summary, CHECKUP.works) == ("PyTorch computes on NVIDIA GeForce RTX 4090.", True)


def test_commands_stand_alone_in_their_lines_however_long_they_are():
    found = replace(CHECKUP, seen=SEEN[:1], chosen="tensorflow", why="no backend has the GPU")
    assert (
        "\n    python -m pip install torch --index-url https://download.pytorch.org/whl/cu126\n"
        in found.report
    )
    assert found.summary.endswith("The end of the report says what would help.")


def test_a_backend_that_cannot_be_used_says_why():
    broken = Seen("tensorflow", problem="TensorFlow can't be started (exit status 1: ImportError: libcuda)")
    found = replace(CHECKUP, seen=(broken,), chosen="tensorflow", why="the default")
    assert "ImportError: libcuda" in " ".join(found.report.split())
    assert found.summary == "TensorFlow is to compute, but can't be used."
    assert not found.works
    assert replace(found, seen=()).summary == "TensorFlow is to compute, but isn't installed."


@pytest.mark.parametrize(
    ("home", "text", "shown"),
    [
        ("/home/ann", "in /home/ann/.cache, /home/ann", "in ~/.cache, ~"),
        ("/home/ann", "/home/anna/x (/home/ann)", "/home/anna/x (~)"),
        ("/home/ann", "/data/ann/cache and annual", "/data/USER/cache and annual"),
        ("/home/ann", r"D:\work\ann\x", r"D:\work\USER\x"),
        ("/", "/usr/bin", "/usr/bin"),
    ],
)
def test_it_names_no_user(home, text, shown):
    assert without_user(text, Path(home), "ann") == shown


def test_a_home_that_links_lead_to_in_a_circle_is_not_named_either(tmp_path):
    home = tmp_path / "home"
    home.symlink_to("home")
    assert without_user(f"{home}/a", home, "ann") == "~/a"


def test_that_of_this_computer_is_whole_and_names_nobody(monkeypatch, tmp_path):
    monkeypatch.setenv("HOME", str(tmp_path / "grace"))
    monkeypatch.setenv("LOGNAME", "grace")
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setenv("XDG_STATE_HOME", "/srv/grace/state")
    monkeypatch.setenv("KERAS_BACKEND", "tensorflow")
    computer = this_computer()
    report = Checkup(computer, (), "tensorflow", "the default").report
    assert computer.version("keras") in report
    assert "~/.cache/sd3explorer, " in report or sys.platform != "linux"
    assert "/srv/USER/state" in report or sys.platform != "linux"
    assert "grace" not in report
