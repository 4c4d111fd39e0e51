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
from sd3explorer.walk.recipe import Adapter, PictureLatents, Pull, Recipe
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
        pulled: The pictures that they are led to, as latents, (frames, height // 8, width // 8, 16), and
            how much at each of all steps, (steps, frames); None where there are none.
    """

    recipes: list[Recipe]
    steps: range
    start: Array
    texts: tuple[Texts, ...]
    latents: Any
    pulled: tuple[Array, Array] | None = None


class Denoising:
    """The denoising of shares.

    Args:
        schedule: Noise levels of the model.
        conditions: What the steps need of the texts.
        steps: Loop around the step without guidance.
        guided_steps: Loop around the step with guidance.
        added: The LoRAs of a recipe that are added to what the denoiser's layers say.
        picture: The latents of a picture without noise.
    """

    def __init__(
        self,
        schedule: Schedule,
        conditions: Conditions,
        steps: Loop,
        guided_steps: Loop,
        added: Callable[[Recipe], tuple[Adapter, ...]],
        picture: Callable[[PictureLatents], Array],
    ) -> None:
        self.schedule = schedule
        self._picture = picture
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
            watch: Is shown latents on their way and says whether to continue, at least once in a step.

        Returns:
            float32 (frames, height // 8, width // 8, 16); after a stop, those that it came to.
        """
        latents, recipes = _tensor(share.start), share.recipes
        for guided, steps, levels in self._stretches(recipes[0], share.steps, share.pulled is not None):
            # Between two loops nobody else would notice a stop.
            if not watch(latents):
                break
            before, weights = latents, share.pulled and share.pulled[1][steps[0]]
            if weights is None or weights.min() < 1.0:
                latents = self._gone_on(share, latents, guided, levels, levels[:-1], watch)
            if share.pulled is not None and weights is not None and weights.any():
                latents = _tensor(_pulled(_array(before), _array(latents), share.pulled[0], weights, levels))
        return latents

    def inverted(self, share: Share, watch: Callable[[Any], bool]) -> Any:
        """The noise that pictures come from: their steps from the last to the first, by what the model says.

        Args:
            share: The pictures, with recipes that aren't guided.
            watch: As for `denoised`.

        Returns:
            As `denoised` does.

        Reference:
            Rout et al., "Semantic image inversion and editing using rectified stochastic differential
            equations" (ICLR 2025, arXiv 2410.10792), with a controller of weight 0.
        """
        latents = _tensor(share.start)
        levels = self.schedule.sigmas(share.recipes[0].num_steps)[::-1]
        # The model was never shown a picture without any noise.
        known = np.maximum(levels, self.schedule.lowest)
        for start in range(0, len(levels) - 1, STEPS_AT_ONCE):
            if not watch(latents):
                break
            stretch = slice(start, start + STEPS_AT_ONCE + 1)
            latents = self._gone_on(share, latents, False, levels[stretch], known[stretch][:-1], watch)
        return latents

    def _gone_on(
        self,
        share: Share,
        latents: Any,
        guided: bool,
        levels: Array,
        known: Array,
        watch: Callable[[Any], bool],
    ) -> Any:
        """Latents after a few steps of one kind, at levels that the model knows."""
        texts = share.texts if guided else share.texts[:1]
        scales = _tensor(np.array([recipe.guidance_scale for recipe in share.recipes], np.float32))
        steps, more = (self._guided_steps, (scales,)) if guided else (self._steps, ())
        context = ops.concatenate([each.context for each in texts])
        sigmas = tuple(map(float, np.resize(known, STEPS_AT_ONCE)))
        modulations = ops.concatenate([self._conditions.modulations(each, sigmas) for each in texts], axis=1)
        arguments = (context, *more, *share.texts[0].more)
        return steps(latents, _tensor(levels), modulations, arguments, watch)

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
        return Share(filled, steps, start, tuple(texts), start, self._pulls(filled))

    def _pulls(self, recipes: Sequence[Recipe]) -> tuple[Array, Array] | None:
        pulls = [recipe.pull for recipe in recipes]
        some = next((pull for pull in pulls if pull is not None), None)
        if some is None:
            return None
        # Where there is none, it weighs nothing.
        targets = np.stack([self._picture((pull or some).latents) for pull in pulls])
        steps = range(recipes[0].num_steps)
        weights = [[weight_at(pull, step, len(steps)) for pull in pulls] for step in steps]
        return targets, np.array(weights, np.float32)

    def _stretches(
        self, recipe: Recipe, steps: range, one_by_one: bool
    ) -> Iterator[tuple[bool, Sequence[int], NDArray[np.float32]]]:
        """A few steps of one kind after each other: whether they are guided, and their noise levels."""
        levels = self.schedule.sigmas(recipe.num_steps)
        most = 1 if one_by_one else STEPS_AT_ONCE
        for guided, group in groupby(steps, self.schedule.guided_steps(recipe).__getitem__):
            stretch = list(group)
            for start in range(0, len(stretch), most):
                part = stretch[start : start + most]
                yield guided, part, levels[part[0] : part[-1] + 2]


def weight_at(pull: Pull | None, step: int, num_steps: int) -> float:
    """How much a step is led to a picture.

    Args:
        pull: The picture, or None.
        step: The step, from 0.
        num_steps: Number of steps.
    """
    return 0.0 if pull is None else pull.weight * min(max(pull.until * num_steps - step, 0.0), 1.0)


def steps_left_out(recipes: Sequence[Recipe]) -> int:
    """How many of the first steps need no model, as they lead straight to pictures.

    Args:
        recipes: With the same `course`.
    """
    num_steps = recipes[0].num_steps
    for step in range(num_steps):
        if any(weight_at(recipe.pull, step, num_steps) < 1.0 for recipe in recipes):
            return step
    return num_steps


def _pulled(before: Array, after: Array, targets: Array, weights: Array, levels: Array) -> Array:
    """Latents after a step, led to pictures: on the straight line to them, as far as the step goes.

    Reference:
        As for `inverted`, its controlled reverse process.
    """
    straight = targets + (before - targets) * (levels[1] / levels[0])
    shares = weights[:, None, None, None]
    return (1.0 - shares) * after + shares * straight


def _array(tensor: Any) -> Array:
    return ops.convert_to_numpy(tensor)


def _tensor(array: Any) -> Any:
    return ops.convert_to_tensor(array, dtype="float32")
