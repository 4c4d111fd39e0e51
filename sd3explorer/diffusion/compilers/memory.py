"""Memory: how much the work takes, where the backend itself doesn't know, and that freed memory is kept."""

import ctypes
import functools
import platform
import subprocess
from typing import TypeAlias

import psutil

# What the device is called, bytes that are used, bytes that there are.
Memory: TypeAlias = tuple[str, int, int]

SECONDS_TO_ANSWER = 5.0

# Options of glibc's `mallopt`, by their numbers in malloc.h: how many blocks may have a mapping of their
# own, and how much free memory is kept.
_MOST_MAPPINGS, _TRIM_THRESHOLD = -4, -1


def keep_freed_memory() -> None:
    """Has this process keep the memory that it frees, where the C library is glibc.

    A backend that takes new memory for every operation otherwise gets it from the system each time, page
    by page: a tenth of PyTorch's time on a CPU.
    """
    if platform.libc_ver()[0] == "glibc":
        glibc = ctypes.CDLL(None)
        glibc.mallopt(_MOST_MAPPINGS, 0)
        glibc.mallopt(_TRIM_THRESHOLD, 2**31 - 1)


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
