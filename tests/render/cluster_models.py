"""Stand-ins for the model that the workers of a cluster can import."""

import os
import threading

from sd3explorer.render.local import ThisProcess
from sd3explorer.walk.recipe import Prompt
from tests.gradient import GradientModel

POISON = Prompt("poison")

# For workers that are threads of the tests' own process.
FREE = threading.Event()


class PoisonedModel(GradientModel):
    """Ends its process when it is to render one prompt."""

    def render(self, recipes, batch_size, should_stop, show):
        if any(recipe.embedding == POISON for recipe in recipes):
            os._exit(3)
        return super().render(recipes, batch_size, should_stop, show)


class HeldModel(GradientModel):
    """Renders without end until it is free."""

    def render(self, recipes, batch_size, should_stop, show):
        while not FREE.wait(0.005):
            if should_stop():
                return []
        return super().render(recipes, batch_size, should_stop, show)


class BrokenOnLoadModel(GradientModel):
    def __init__(self, settings):
        raise ValueError("no such weights")


class Beside16Bits(ThisProcess):
    """A place that is fast at 16 bits."""

    def precision(self, *_):
        return "bfloat16"
