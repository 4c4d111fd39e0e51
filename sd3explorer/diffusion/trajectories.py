"""What frames start from: plain noise, or latents that were denoised so far.

The latents of trajectories are kept: two of them serve all frames of a bridge, and who looks for the step to
mix these at asks for them after one step and then after another.
"""

from collections import OrderedDict, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TypeAlias

from sd3explorer.diffusion import evaluate
from sd3explorer.walk import maths
from sd3explorer.walk.maths import Array
from sd3explorer.walk.recipe import Denoised, Inverted, Latents, Recipe, Slerp

# Two sides of a few bridges, after a few steps each. Those of SD3 Medium take 1 MB for 1024 × 1024 pixels.
KEPT_LATENTS = 32

# From the recipes of trajectories, the latents of each, and the steps to be done with these, to the latents
# after them; None when it was stopped.
Denoise: TypeAlias = Callable[[Sequence[Recipe], Sequence[Array], range], Sequence[Array] | None]


class Trajectories:
    """The ways from noise to pictures, each known by the picture's recipe, and the latents they came by.

    Args:
        shape: Height and width in latents, and channels.
        inverted: The noise that a picture comes from, by the steps of a recipe.
    """

    def __init__(
        self, shape: tuple[int, int, int], inverted: Callable[[Recipe, Inverted], Array] | None = None
    ) -> None:
        self._shape = shape
        self._inverted = inverted
        # By trajectory and number of steps, those that were needed last at the end.
        self._kept: OrderedDict[tuple[Recipe, int], Array] = OrderedDict()

    def first_step(self, recipes: Sequence[Recipe]) -> int:
        """The step that has to be done first: the frames' own first one, if what they start from is kept.

        Args:
            recipes: With the same `course`.
        """
        return min(self._missing(recipes), default=_steps_before(recipes))

    def starts(self, recipes: Sequence[Recipe], denoise: Denoise) -> list[Array] | None:
        """What frames start from.

        Args:
            recipes: With the same `course`.
            denoise: Does what is missing of their trajectories.

        Returns:
            For each float32 (height // 8, width // 8, 16); None when `denoise` was stopped.
        """
        steps = _steps_before(recipes)
        for done, trajectories in self._missing(recipes).items():
            before = [self._after(trajectory, done) for trajectory in trajectories]
            after = denoise(trajectories, before, range(done, steps))
            if after is None:
                return None
            for trajectory, latents in zip(trajectories, after, strict=True):
                # A part of the batch's array would hold on to all of it.
                self._kept[trajectory, steps] = latents.copy()
        starts = [self._start(recipe, recipe.noise) for recipe in recipes]
        # Only now, as a batch may need more than are kept.
        while len(self._kept) > KEPT_LATENTS:
            self._kept.popitem(last=False)
        return starts

    def so_far(self, recipes: Sequence[Recipe], under_way: Mapping[Recipe, Array]) -> list[Array]:
        """What frames would start from if they began now: their sides mixed, as far as these have come.

        Args:
            recipes: As for `starts`, which continues meanwhile.
            under_way: Where the trajectories are that `denoise` has begun with.

        Returns:
            For each float32 (height // 8, width // 8, 16), up to the first one with a side that hasn't begun.
        """
        starts: list[Array] = []
        for recipe in recipes:
            sides = _trajectories_of(recipe)
            reached = [under_way.get(side, self._kept.get((side, _steps_before([recipe])))) for side in sides]
            match recipe.noise, [latents for latents in reached if latents is not None]:
                case Slerp(t=t), [start, end]:
                    starts.append(maths.slerp(start, end, t))
                case Denoised(), [latents]:
                    starts.append(latents)
                case _:
                    break
        return starts

    def _missing(self, recipes: Sequence[Recipe]) -> dict[int, list[Recipe]]:
        """The trajectories that have to continue, by the number of steps that they have done."""
        steps = _steps_before(recipes)
        missing: dict[int, list[Recipe]] = defaultdict(list)
        for trajectory in dict.fromkeys(each for recipe in recipes for each in _trajectories_of(recipe)):
            kept = (done for other, done in self._kept if done <= steps and other == trajectory)
            done = max(kept, default=0)
            if done < steps:
                missing[done].append(trajectory)
        return missing

    def _start(self, recipe: Recipe, latents: Latents) -> Array:
        match latents:
            case Denoised():
                return self._after(_trajectory(recipe, latents), latents.steps)
            case Slerp(Denoised() as start, Denoised() as end, t):
                return maths.slerp(self._start(recipe, start), self._start(recipe, end), t)
            case _ if self._inverted is not None:
                return evaluate.noise(latents, self._shape, partial(self._inverted, recipe))
            case _:
                return evaluate.noise(latents, self._shape)

    def _after(self, trajectory: Recipe, steps: int) -> Array:
        if steps == 0:
            return self._start(trajectory, trajectory.noise)
        self._kept.move_to_end((trajectory, steps))
        return self._kept[trajectory, steps]


def _steps_before(recipes: Sequence[Recipe]) -> int:
    return recipes[0].first_step or 0


def _trajectories_of(recipe: Recipe) -> list[Recipe]:
    match recipe.noise:
        case Denoised() as one:
            sides = [one]
        case Slerp(Denoised() as start, Denoised() as end):
            sides = [start, end]
        case _:
            sides = []
    for side in sides:
        assert side.steps == recipe.first_step, f"{side.steps} steps end before step {recipe.first_step}?"
        assert 0 < side.steps < recipe.num_steps, f"no {side.steps} of {recipe.num_steps} steps come first"
    assert sides or recipe.first_step is None, f"no latents that step {recipe.first_step} could continue with"
    return [_trajectory(recipe, side) for side in sides]


def _trajectory(recipe: Recipe, side: Denoised) -> Recipe:
    return replace(
        recipe,
        embedding=side.embedding,
        negative_embedding=side.negative_embedding,
        noise=side.noise,
        first_step=None,
        added=side.added,
        pull=side.pull,
        guidance_scale=recipe.guidance_scale if side.guidance_scale is None else side.guidance_scale,
    )
