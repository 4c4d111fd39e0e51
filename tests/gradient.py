"""A deterministic stand-in for the model: gradients in a colour that the recipe decides."""

import hashlib
import time
from dataclasses import replace

import numpy as np

from sd3explorer.walk.recipe import shares

# Long enough for a test to step in between, short enough not to wait for.
SECONDS_PER_STEP = 0.002

# How much quicker colours of `LeapingModel` change half way than all along.
STEEPNESS = 8.0


class GradientModel:
    def __init__(self, settings):
        self.batch_sizes = []
        self.precision = settings.precision

    def has_compiled(self, recipes, batch_size):
        return batch_size in self.batch_sizes

    def warm(self, recipe, batch_size, should_stop):
        self.render([replace(recipe, num_steps=1)], batch_size, should_stop, None)

    def render(self, recipes, batch_size, should_stop, show):
        assert len(recipes) <= batch_size
        self.batch_sizes.append(batch_size)
        for _ in range(recipes[0].num_steps):
            if should_stop():
                return []
            if show is not None:
                show(lambda: [small_gradient(recipe) for recipe in recipes])
            time.sleep(SECONDS_PER_STEP)
        return [gradient(recipe) for recipe in recipes]

    def angles(self, prompts, should_stop):
        # As far apart as they are long.
        lengths = np.array([len(prompt.text) for prompt in prompts], np.float32)
        return np.abs(lengths[:, None] - lengths[None]) / 10

    def has_undefined_weights(self):
        return False

    def memory(self):
        return "Paint box", 3 * 2**30, 8 * 2**30


def gradient(recipe):
    """The picture of a recipe: uint8 (height, width, 3)."""
    return shaded(np.array([*bytes.fromhex(recipe.digest)[:3]]), recipe.image_size)


def shaded(colour, image_size):
    """A gradient in a colour: uint8 (height, width, 3)."""
    height, width = image_size
    down = np.linspace(0.0, 1.0, height)[:, None, None]
    across = np.linspace(0.0, 1.0, width)[None, :, None]
    return (colour.astype(np.float64) * (0.3 + 0.4 * down + 0.3 * across)).astype(np.uint8)


def small_gradient(recipe):
    """What the picture of a recipe looks like while it is being rendered: small, and darker."""
    return gradient(recipe)[::8, ::8] // 2


class LeapingModel(GradientModel):
    """A recipe's colour is a mix of its prompts', which changes most half way from one to the other."""

    def render(self, recipes, batch_size, should_stop, show):
        rendered = super().render(recipes, batch_size, should_stop, show)
        return [leaping(recipe) for recipe in recipes] if rendered else []


def leaping(recipe, steepness=STEEPNESS):
    """The picture of a recipe by `LeapingModel`: uint8 (height, width, 3)."""
    weights = {
        prompt: 1.0 / (1.0 + np.exp(-steepness * (share - 0.5)))
        for prompt, share in shares(recipe.embedding).items()
    }
    colours = {prompt: hashlib.sha256(prompt.encode()).digest()[:3] for prompt in weights}
    colour = sum(weight * np.array([*colours[prompt]]) for prompt, weight in weights.items())
    return shaded(colour / sum(weights.values()), recipe.image_size)


class CrashingModel(GradientModel):
    """Ends its process, as a driver that crashes does."""

    def render(self, recipes, batch_size, should_stop, show):
        import os

        os._exit(3)


class UnloadableModel(GradientModel):
    """Ends its process before it is loaded, with the reason as TensorFlow writes it."""

    def __init__(self, settings):
        import os

        os.write(2, b"F0000 00:00:1 7 parse_flags_from_env.cc:234] Unknown flag in XLA_FLAGS: --nonsense\n")
        os._exit(1)


class UncompilableModel(GradientModel):
    """Ends its process when it first compiles, with the reason as TensorFlow writes it."""

    def render(self, recipes, batch_size, should_stop, show):
        UnloadableModel(None)


class KilledModel(GradientModel):
    """Is killed before it is loaded, as the system does where memory is short."""

    def __init__(self, settings):
        import os
        import signal

        os.kill(os.getpid(), signal.SIGKILL)


class BrokenModel(GradientModel):
    def render(self, recipes, batch_size, should_stop, show):
        raise ValueError("a shape that does not fit")


class OverflowingModel(GradientModel):
    """Its numbers become infinite, as those of float16 may."""

    def render(self, recipes, batch_size, should_stop, show):
        return [None for _ in recipes]


class CountingModel(GradientModel):
    """Tells, as its memory in use, how many frames its last batch had room for."""

    def memory(self):
        return "Paint box", self.batch_sizes[-1], 8 * 2**30


class SlowlyCompilingModel(CountingModel):
    """Is ready for one frame alone at once, and for batches never, unless they are rendered."""

    def warm(self, recipe, batch_size, should_stop):
        if batch_size == 1:
            super().warm(recipe, batch_size, should_stop)
        while batch_size > 1 and not should_stop():
            time.sleep(SECONDS_PER_STEP)


class CrashingInMeasuringModel(GradientModel):
    def angles(self, prompts, should_stop):
        import os

        os._exit(3)


class CrashingInWarmthModel(GradientModel):
    """Ends its process, as the system does where memory is short."""

    def warm(self, recipe, batch_size, should_stop):
        import os

        os._exit(3)


class BrokenInWarmthModel(GradientModel):
    def warm(self, recipe, batch_size, should_stop):
        raise ValueError("a shape that does not fit")
