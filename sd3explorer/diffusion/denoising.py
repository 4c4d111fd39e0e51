"""Frames of a batch go through the steps of their schedule, in stretches with guidance and without."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, TypeAlias

import numpy as np
from keras import ops
from numpy.typing import NDArray

from sd3explorer.diffusion.conditions import Conditions, Texts
from sd3explorer.walk.maths import Array
from sd3explorer.walk.recipe import Adapter, Recipe
from sd3explorer.walk.schedule import Schedule

# Of how many steps the modulations are computed at once. With eight, hardly anything is left of the time for
# reading their weights, and those of SD3 Medium take 0.1 GB for a batch of eight.
STEPS_AT_ONCE = 8

# A loop around a denoising step, see `compilers.stepping.step_by_step`.
Loop: TypeAlias = Callable[..., Any]


@dataclass(slots=True)
class Share:
    """Frames that go through one lane, of as many as its programs take.

    Args:
        recipes: The frames, and the last one again where there are too few.
        steps: The steps that they go through.
        start: What they start from, float32 (frames, height // 8, width // 8, 16).
        texts: What they show and, with guidance, what it leads away from.
        latents: Where they are.
    """

    recipes: list[Recipe]
    steps: range
    start: Array
    texts: tuple[Texts, ...]
    latents: Any


class Denoising:
    """The denoising of shares.

    Args:
        schedule: Noise levels of the model.
        conditions: What the steps need of the texts.
        steps: Loop around the step without guidance.
        guided_steps: Loop around the step with guidance.
        added: The LoRAs of a recipe that are added to what the denoiser's layers say.
    """

    def __init__(
        self,
        schedule: Schedule,
        conditions: Conditions,
        steps: Loop,
        guided_steps: Loop,
        added: Callable[[Recipe], tuple[Adapter, ...]],
    ) -> None:
        self.schedule = schedule
        self._added = added
        self._conditions = conditions
        self._steps, self._guided_steps = steps, guided_steps

    def shares(
        self, recipes: Sequence[Recipe], starts: Sequence[Array], steps: range, size: int
    ) -> list[Share]:
        """Frames in shares, with what they need of their texts.

        Args:
            recipes: With the same `course`.
            starts: What each starts from, float32 (height // 8, width // 8, 16).
            steps: The steps to go through.
            size: Frames of each share; the last one is filled up.
        """
        places = [slice(first, first + size) for first in range(0, len(recipes), size)]
        return [self._share(recipes[place], starts[place], steps, size) for place in places]

    def denoised(self, share: Share, watch: Callable[[Any], bool]) -> Any:
        """The latents of a share after its steps.

        Args:
            share: The share.
            watch: Is shown latents on their way and says whether to go on, at least once in a step.

        Returns:
            float32 (frames, height // 8, width // 8, 16); after a stop, those that it came to.
        """
        latents, recipes = _tensor(share.start), share.recipes
        scales = _tensor(np.array([recipe.guidance_scale for recipe in recipes], np.float32))
        for guided, levels in self._stretches(recipes[0], share.steps):
            # Between two loops nobody else would notice a stop.
            if not watch(latents):
                break
            texts = share.texts if guided else share.texts[:1]
            steps, more = (self._guided_steps, (scales,)) if guided else (self._steps, ())
            context = ops.concatenate([each.context for each in texts])
            sigmas = tuple(map(float, np.resize(levels[:-1], STEPS_AT_ONCE)))
            modulations = ops.concatenate(
                [self._conditions.modulations(each, sigmas) for each in texts], axis=1
            )
            arguments = (context, *more, *share.texts[0].more)
            latents = steps(latents, _tensor(levels), modulations, arguments, watch)
        return latents

    def forget(self) -> None:
        """Keeps nothing of what texts need: weights have changed."""
        self._conditions.forget()

    def _share(self, recipes: Sequence[Recipe], starts: Sequence[Array], steps: range, size: int) -> Share:
        missing = size - len(recipes)
        filled = [*recipes, *[recipes[-1]] * missing]
        start = np.stack([*starts, *[starts[-1]] * missing])
        added = [self._added(recipe) for recipe in filled]
        strengths = [tuple(adapter.strength for adapter in each) for each in added if each]
        texts = [self._conditions.texts([recipe.embedding for recipe in filled], strengths)]
        if filled[0].guided:
            negative = [recipe.negative_embedding for recipe in filled]
            texts.append(self._conditions.texts(negative, strengths))
        return Share(filled, steps, start, tuple(texts), start)

    def _stretches(self, recipe: Recipe, steps: range) -> Iterator[tuple[bool, NDArray[np.float32]]]:
        """A few steps of one kind after each other: whether they are guided, and their noise levels."""
        levels = self.schedule.sigmas(recipe.num_steps)
        for guided, group in groupby(steps, self.schedule.guided_steps(recipe).__getitem__):
            stretch = list(group)
            for start in range(0, len(stretch), STEPS_AT_ONCE):
                part = stretch[start : start + STEPS_AT_ONCE]
                yield guided, levels[part[0] : part[-1] + 2]


def _tensor(array: Any) -> Any:
    return ops.convert_to_tensor(array, dtype="float32")
