"""Clips to export, and disks that are full or read-only."""

import os
import resource
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest

from sd3explorer.export import Clip

NOBODY = 65_534


def smooth_frame(index, height=32, width=48):
    """A soft picture that changes slowly from frame to frame: uint8 (height, width, 3)."""
    y, x = np.mgrid[0 : 1 : height * 1j, 0 : 1 : width * 1j]
    red = 120 + 60 * np.sin(2 * x + index / 8)
    green = 140 + 50 * y + 20 * np.cos(index / 4)
    blue = 180 - 60 * x * y - 3 * index
    return np.rint(np.stack([red, green, blue], -1)).clip(0, 255).astype(np.uint8)


class Failing:
    """Frames of which the one at `at` can't be read; `reads` counts the attempts."""

    def __init__(self, frames, at, error):
        self.frames, self.at, self.error, self.reads = frames, at, error, 0

    def __len__(self):
        return len(self.frames)

    def __getitem__(self, index):
        self.reads += 1
        if index == self.at:
            raise self.error
        return self.frames[index]


@pytest.fixture
def make_clip():
    """A function that makes a clip of `count` frames; keywords replace its other fields."""

    def make(count=5, **fields):
        frames = fields.pop("frames", None)
        frames = [smooth_frame(i) for i in range(count)] if frames is None else frames
        plain = {"playback_order": range(len(frames)), "frame_rate": 12.5, "rounds": 0, "columns": 3}
        return Clip(frames=frames, **(plain | fields))

    return make


@pytest.fixture
def failing():
    return Failing


@pytest.fixture
def psnr():
    """A function that says how close two pictures are, in decibels."""

    def measure(first, second):
        error = np.mean((np.asarray(first, np.float64) - np.asarray(second, np.float64)) ** 2)
        return 10 * np.log10(255**2 / max(error, 1e-9))

    return measure


@pytest.fixture
def small_disk():
    """Within it, writes fail from the 2000th byte of a file on, as on a full disk; without special rights."""

    @contextmanager
    def limited():
        # Only around the write itself: the test runner may be writing its report to a file.
        soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (2_000, hard))
        try:
            yield
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    return limited


@pytest.fixture
def read_only_folder():
    """A folder that can't be written to, not even where the tests run as root."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o555)
    as_root = os.geteuid() == 0
    if as_root:
        os.seteuid(NOBODY)
    yield folder
    if as_root:
        os.seteuid(0)
    shutil.rmtree(folder)
