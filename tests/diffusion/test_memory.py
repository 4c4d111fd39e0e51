"""The memory of the device that does the work."""

import importlib
import platform
import subprocess
import sys

import pytest

from sd3explorer.diffusion.compilers import memory

ANSWER = "NVIDIA H100 80GB HBM3, 81559\nQuadro, made up, 1024\nNVIDIA A2, [N/A]\n"


@pytest.fixture
def driver(tmp_path, monkeypatch):
    """Puts a driver's program in place that says what a test wants."""
    memory.of_nvidia_gpu.cache_clear()
    monkeypatch.setenv("PATH", str(tmp_path))

    def answers(text):
        program = tmp_path / "nvidia-smi"
        program.write_text(f"#!/bin/sh\nprintf '{text}'\n")
        program.chmod(0o755)

    yield answers
    memory.of_nvidia_gpu.cache_clear()


@pytest.mark.parametrize("backend", ["tensorflow", "jax", "torch"])
def test_on_a_cpu_it_is_the_memory_of_this_process(backend):
    pytest.importorskip(backend)
    compiler = importlib.import_module(f"sd3explorer.diffusion.compilers.{backend}")
    if compiler.has_accelerator():
        pytest.skip("there is an accelerator")
    device, used, total = compiler.memory()
    assert device == "CPU"
    assert 10**7 < used < total


def test_a_gpu_is_recognised_by_its_name(driver):
    driver(ANSWER)
    assert memory.of_nvidia_gpu("NVIDIA H100 80GB HBM3") == 81559 * 2**20
    assert memory.of_nvidia_gpu("Quadro, made up") == 1024 * 2**20


def test_a_gpu_that_nobody_knows_the_memory_of_has_none(driver):
    driver(ANSWER)
    assert memory.of_nvidia_gpu("NVIDIA A2") is None
    assert memory.of_nvidia_gpu("another") is None


def test_without_a_driver_there_is_no_answer(driver):
    assert memory.of_nvidia_gpu("NVIDIA H100 80GB HBM3") is None


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="other C libraries keep memory as they like")
def test_memory_that_was_freed_is_taken_again_without_asking_the_system():
    program = """
import resource
from sd3explorer.diffusion.compilers.memory import keep_freed_memory

def pages_taken():
    before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
    b"x" * 2**26
    return resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before

keep_freed_memory()
print(pages_taken() > 20, pages_taken() < 20)
"""
    answer = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert answer.stdout.split() == ["True", "True"]
