"""How a picture was made, in the words that other programs for diffusion models read."""

import re
from collections.abc import Iterable
from pathlib import Path

from sd3explorer.export.packet import SOFTWARE
from sd3explorer.walk.model import ModelFacts
from sd3explorer.walk.recipe import Gaussian, Inverted, Noise, Orbit, shares
from sd3explorer.walk.walk import Walk

_NEGATIVE = "Negative prompt:"


def parameters(
    walk: Walk, index: int | None, height: int, width: int, facts: ModelFacts | None = None
) -> str:
    """The `parameters` text of a PNG, as AUTOMATIC1111's web interface writes it.

    A frame between prompts gets each of them with its weight, as in `a dog :0.75 AND a cat :0.25`. What
    the walk leaves to its model, such as the number of steps, comes from the model's facts, if they are
    known, or is left out.

    Args:
        walk: The walk.
        index: The frame; None is all of them on one sheet.
        height: Of the picture in pixels.
        width: Of the picture in pixels.
        facts: What is known of the walk's model.
    """
    sampler = walk.sampler.filled(facts)
    if index is None:
        positive, negative = _all_prompts(walk)
    else:
        pair = walk.embeddings(index)
        positive, negative = _weighted(shares(pair.positive)), _weighted(shares(pair.negative))
    settings: dict[str, object] = {
        "Steps": sampler.num_steps,
        "Sampler": "Euler",
        "Schedule type": "Flow match",
        "CFG scale": _guidance_scale(walk, index, sampler.guidance_scale),
        "Seed": _seed(walk.noise_of(index or 0)),
        "Size": f"{width}x{height}",
        # Commas and colons divide the settings.
        "Model": re.sub("[,:]", "_", Path(walk.model.preset).name),
        "Version": SOFTWARE,
    }
    lines = [_apart(positive)]
    if negative:
        lines.append(f"{_NEGATIVE} {_apart(negative)}")
    lines.append(", ".join(f"{name}: {value}" for name, value in settings.items() if value is not None))
    return "\n".join(lines)


def _guidance_scale(walk: Walk, index: int | None, own: float | None) -> float | None:
    if own is None or index is None:
        return own
    return round(walk.path.guidance_scale(walk.place(index), walk.frame_count, own), 4)


def _apart(prompt: str) -> str:
    # Readers divide the text at this word, wherever it is.
    return prompt.replace(_NEGATIVE, f"{_NEGATIVE[:-1]} :")


def _all_prompts(walk: Walk) -> tuple[str, str]:
    prompts = walk.path.prompts
    return (
        _each_once(each.prompt for each in prompts),
        _each_once(each.negative_prompt for each in prompts),
    )


def _each_once(prompts: Iterable[str]) -> str:
    return " AND ".join(dict.fromkeys(prompt for prompt in prompts if prompt))


def _weighted(weights: dict[str, float]) -> str:
    if len(weights) == 1 or max(weights.values()) > 0.995:
        return max(weights, key=weights.__getitem__)
    seen = {text: weight for text, weight in weights.items() if text and weight >= 0.005}
    return " AND ".join(f"{text} :{weight:.2f}" for text, weight in seen.items())


def _seed(noise: Noise) -> int | None:
    match noise:
        case Gaussian(seed):
            return seed
        case Orbit(first):
            return _seed(first)
        case Inverted():
            return None
        case _:
            return _seed(noise.start if noise.t <= 0.5 else noise.end)
