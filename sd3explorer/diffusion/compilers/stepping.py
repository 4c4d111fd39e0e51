"""The denoising loop of the backends that compute asynchronously."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any

from keras import ops


def step_by_step(
    step: Callable[..., Any], unstack: Callable[[Any], Sequence[Any]] = ops.unstack
) -> Callable[..., Any]:
    """A loop around a denoising step that can be watched and stopped.

    Args:
        step: From latents, a sigma, the next sigma, modulations, and more to the next latents.
        unstack: From a tensor to those along its first axis.

    Returns:
        A function of latents, a schedule of n + 1 sigmas for n steps, the modulations of n steps or
        more, what else the step takes, and `watch`: it is shown latents on their way and says whether
        to continue. Returns the last latents; after a stop, those it came to.
    """

    def loop(
        latents: Any,
        schedule: Any,
        modulations: Any,
        arguments: tuple[Any, ...],
        watch: Callable[[Any], bool],
    ) -> Any:
        # The schedule ends before modulations do.
        for (sigma, next_sigma), modulation in zip(
            pairwise(unstack(schedule)), unstack(modulations), strict=False
        ):
            before = latents
            latents = step(latents, sigma, next_sigma, modulation, *arguments)
            # Waits for the step before this one: the device always has one step to continue with,
            # and never more than that to finish after a stop.
            if not watch(ops.convert_to_numpy(before)):
                break
        return latents

    return loop
