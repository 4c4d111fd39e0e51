"""The noise that pictures come from, kept for all frames that begin near it."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeAlias

from sd3explorer.diffusion import evaluate
from sd3explorer.walk.maths import Array
from sd3explorer.walk.recipe import Inverted, PictureLatents, Prompt, Recipe

# Those of SD3 Medium take 1 MB for 1024 × 1024 pixels.
KEPT_INVERSIONS = 32

# From recipes without guidance and the pictures' latents to the noise; None when it was stopped.
Invert: TypeAlias = Callable[[Sequence[Recipe], Sequence[Array]], Sequence[Array] | None]


class Inversions:
    """Pictures with the noise that leads to them.

    Args:
        picture: The latents of a picture without noise.
    """

    def __init__(self, picture: Callable[[PictureLatents], Array]) -> None:
        self._picture = picture
        self._kept: OrderedDict[Recipe, Array] = OrderedDict()

    def missing(self, recipes: Sequence[Recipe]) -> list[Recipe]:
        """The inversions that recipes need and nobody has done.

        Args:
            recipes: With the same `course`.

        Returns:
            Each as the recipe that leads back to the picture.
        """
        return [each for each in _needed(recipes) if each not in self._kept]

    def prepare(self, recipes: Sequence[Recipe], invert: Invert) -> bool:
        """Does what is missing; false when it was stopped.

        Args:
            recipes: With the same `course`.
            invert: Does it.
        """
        needed, missing = _needed(recipes), self.missing(recipes)
        if missing:
            found = invert(missing, [self._picture(_inverted(each).latents) for each in missing])
            if found is None:
                return False
            # A part of the batch's array would hold on to all of it.
            self._kept |= {each: noise.copy() for each, noise in zip(missing, found, strict=True)}
        for each in needed:
            self._kept.move_to_end(each)
        while len(self._kept) > max(KEPT_INVERSIONS, len(needed)):
            self._kept.popitem(last=False)
        return True

    def noise(self, recipe: Recipe, inverted: Inverted) -> Array:
        """The noise that a picture comes from by a recipe's steps, float32 (height // 8, width // 8, 16)."""
        return self._kept[_way_back(recipe, inverted)]


def _needed(recipes: Sequence[Recipe]) -> list[Recipe]:
    each = (_way_back(recipe, one) for recipe in recipes for one in evaluate.inversions(recipe.noise))
    return list(dict.fromkeys(each))


def _way_back(recipe: Recipe, inverted: Inverted) -> Recipe:
    # Whatever LoRAs that vary are in the frame, the picture is the same.
    added = recipe.added and tuple(replace(adapter, strength=0.0) for adapter in recipe.added)
    return replace(
        recipe,
        embedding=Prompt(""),
        negative_embedding=Prompt(""),
        noise=inverted,
        guidance_scale=1.0,
        guidance_interval=None,
        first_step=None,
        added=added,
        pull=None,
    )


def _inverted(way_back: Recipe) -> Inverted:
    assert isinstance(way_back.noise, Inverted)
    return way_back.noise
