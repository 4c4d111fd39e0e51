"""How much memory the work takes, where the backend itself doesn't know."""

import functools
import subprocess
from typing import TypeAlias

import psutil

# What the device is called, bytes that are used, bytes that there are.
Memory: TypeAlias = tuple[str, int, int]

SECONDS_TO_ANSWER = 5.0


def of_this_process() -> Memory:
    """Memory of this process, of what the machine has."""
    return "CPU", psutil.Process().memory_info().rss, psutil.virtual_memory().total


@functools.cache
def of_nvidia_gpu(name: str) -> int | None:
    """Bytes that a GPU has, as its driver says; TensorFlow can't be asked for that.

    Args:
        name: What the GPU is called: "NVIDIA GeForce RTX 4090".

    Returns:
        None if there is no such GPU, or its driver doesn't answer.
    """
    question = ["nvidia-smi", "--query-gpu=name,memory.total", "--format=csv,noheader,nounits"]
    try:
        answer = subprocess.run(
            question, capture_output=True, text=True, timeout=SECONDS_TO_ANSWER, check=True
        ).stdout
    except (OSError, subprocess.SubprocessError):
        return None
    for line in answer.splitlines():
        called, _, mebibytes = line.rpartition(",")
        if called.strip() == name and mebibytes.strip().isdigit():
            return int(mebibytes) * 2**20
    return None
