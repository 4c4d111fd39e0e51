"""Models for the benchmark of engines: one that takes a given time, and the real one on one core."""

import os
import time
from pathlib import Path

import numpy as np

from sd3explorer.render.engine import load_pipeline

NUM_STEPS = 16


# What engines are told by their environment, as a model is sent to them by its name alone.
SECONDS_A_FRAME, CORES = "BENCHMARK_SECONDS", "BENCHMARK_CORES"


class SleepingModel:
    """Takes a given time for each frame, and makes pictures that compress as badly as photos do.

    Args:
        settings: Of the engine.
    """

    def __init__(self, settings):
        self.seconds = float(os.environ[SECONDS_A_FRAME])
        self.precision = settings.precision
        height, width = settings.image_size
        smooth = np.add.outer(np.sin(np.arange(height) / 40), np.cos(np.arange(width) / 30))
        grain = np.random.default_rng(1).normal(0, 4, (height, width, 3))
        self.picture = np.clip(128 + 50 * smooth[..., None] + grain, 0, 255).astype(np.uint8)

    def has_compiled(self, recipes, batch_size):
        """There is nothing to compile."""
        return True

    def warm(self, recipe, batch_size, should_stop):
        """There is nothing to warm."""

    def render(self, recipes, batch_size, should_stop, show):
        """Sleeps a step at a time."""
        due = time.monotonic()
        for _ in range(NUM_STEPS):
            if should_stop():
                return []
            due += self.seconds * len(recipes) / NUM_STEPS
            time.sleep(max(due - time.monotonic(), 0.0))
        return [np.roll(self.picture, int(recipe.digest[:4], 16), axis=1) for recipe in recipes]

    def memory(self):
        """Unknown."""


def on_one_core(settings):
    """The real model, on a core that no other engine has."""
    cores = Path(os.environ[CORES])
    for core in sorted(os.sched_getaffinity(0)):
        try:
            (cores / str(core)).mkdir()
        except FileExistsError:
            continue
        os.sched_setaffinity(0, {core})
        break
    return load_pipeline(settings)
