"""Models for the benchmark of engines: one that takes a given time, and the real one on one core."""

import os
import time

import numpy as np

from sd3explorer.render.engine import load_pipeline

NUM_STEPS = 16


class SleepingModel:
    """Takes a given time for each frame, and makes pictures that compress as badly as photos do.

    Args:
        seconds: For a frame, at any batch size.
        settings: Of the engine.
    """

    def __init__(self, seconds, settings):
        self.seconds = seconds
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


class TwoSecondsModel(SleepingModel):
    """Takes two seconds for a frame.

    Args:
        settings: Of the engine.
    """

    SECONDS = 2.0

    def __init__(self, settings):
        super().__init__(self.SECONDS, settings)


def on_core(core, settings):
    """The real model, on one core."""
    os.sched_setaffinity(0, {core})
    return load_pipeline(settings)
