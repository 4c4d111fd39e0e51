"""NVIDIA's cards, as the driver, its files or the bus know them; none is no error."""

import pytest

from sd3explorer.machine import cards
from sd3explorer.machine.cards import Card, may_have_gpu, nvidia_cards, parse_answer

RTX = Card("NVIDIA GeForce RTX 4090", 24564 * 2**20, "550.54.14", (8, 9))


@pytest.fixture(autouse=True)
def bare(tmp_path, monkeypatch):
    """A Linux without any of it."""
    monkeypatch.setattr(cards, "DRIVER", tmp_path / "nvidia")
    monkeypatch.setattr(cards, "BUS", tmp_path / "bus")
    monkeypatch.setattr(cards, "OTHER_DEVICES", ())
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("sys.platform", "linux")


@pytest.fixture
def smi(tmp_path):
    def make(script):
        program = tmp_path / "nvidia-smi"
        program.write_text(f"#!/bin/sh\n{script}\n")
        program.chmod(0o755)

    return make


@pytest.fixture
def driver(tmp_path):
    gpu = tmp_path / "nvidia" / "gpus" / "0000:01:00.0" / "information"
    gpu.parent.mkdir(parents=True)
    gpu.write_text("Model: \t\t NVIDIA RTX A6000\nIRQ: 77\n")
    version = "NVRM version: NVIDIA UNIX Open Kernel Module for x86_64  580.65.06  Release Build\nGCC 12\n"
    (tmp_path / "nvidia" / "version").write_text(version)


def test_without_a_card_there_is_none():
    assert nvidia_cards() == ()
    assert not may_have_gpu()


def test_the_driver_says_all_that_it_knows(smi):
    smi("echo 'NVIDIA GeForce RTX 4090, 24564, 550.54.14, 8.9'")
    assert nvidia_cards() == (RTX,)
    assert RTX.driver_branch == 550


def test_an_old_driver_that_does_not_understand_is_asked_for_less(smi):
    smi("case $1 in *compute_cap*) exit 2;; esac; echo 'Quadro K600, [N/A], 470.256.02'")
    assert nvidia_cards() == (Card("Quadro K600", None, "470.256.02"),)


@pytest.mark.parametrize("script", ["exit 9", "echo 'No devices were found'", "printf '\\377,\\0'", ":"])
def test_a_driver_that_does_not_answer_leaves_its_files(smi, driver, script):
    smi(script)
    assert nvidia_cards() == (Card("NVIDIA RTX A6000", None, "580.65.06"),)


def test_a_driver_that_hangs_is_not_waited_for(smi, driver, monkeypatch):
    monkeypatch.setattr(cards, "SECONDS_TO_ANSWER", 0.2)
    smi("exec sleep 60")
    assert nvidia_cards() == (Card("NVIDIA RTX A6000", None, "580.65.06"),)


def test_a_card_without_a_driver_is_found_on_the_bus(tmp_path):
    for number, (vendor, kind) in enumerate(
        [("0x10de", "0x030000"), ("0x10de", "0x040300"), ("0x8086", "0x03")]
    ):
        folder = tmp_path / "bus" / f"0000:0{number}:00.0"
        folder.mkdir(parents=True)
        (folder / "vendor").write_text(f"{vendor}\n")
        (folder / "class").write_text(f"{kind}\n")
    assert nvidia_cards() == (Card("NVIDIA graphics card"),)
    assert not may_have_gpu()


def test_a_driver_that_is_there_may_have_a_gpu_to_compute_on(driver):
    assert may_have_gpu()


def test_a_program_of_the_current_folder_is_not_run(smi, tmp_path, monkeypatch):
    smi("echo 'NVIDIA GeForce RTX 4090, 24564, 550.54.14, 8.9'")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", ".:")
    assert nvidia_cards() == ()


def test_several_cards_are_several_lines():
    assert parse_answer("A, 1, 580.1, 9.0\nB, 2, 580.1, 12.0\n\nnonsense\n") == (
        Card("A", 2**20, "580.1", (9, 0)),
        Card("B", 2**21, "580.1", (12, 0)),
    )
