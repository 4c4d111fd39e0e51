"""How other programs made a picture, as far as it says: AUTOMATIC1111's, ComfyUI's and a few more."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from sd_parsers import ParserManager
from sd_parsers.data import PromptInfo
from sd_parsers.extractors import Eagerness

from sd3explorer.pictures.taking import opened_source
from sd3explorer.walk.emphasis import escaped
from sd3explorer.walk.files import reading
from sd3explorer.walk.limits import GUIDANCE_SCALES, MAX_SEED, MAX_TEXT, NUM_STEPS

Number = TypeVar("Number", int, float)

# A workflow of thousands of nodes has less; more is none, and reading it would take long.
MAX_METADATA = 2_000_000

# Programs whose brackets mean what ours do.
_WITH_EMPHASIS = ("AUTOMATIC1111", "COMFYUI")


@dataclass(frozen=True, slots=True)
class MadeBy:
    """What a picture says of how it was made.

    Args:
        program: Which program made it.
        prompt: What it was to show, with marks of emphasis.
        negative_prompt: What it was led away from.
        seed: Its seed; None is unknown.
        num_steps: Its denoising steps; None is unknown.
        guidance_scale: Its weight of guidance; None is unknown.
    """

    program: str
    prompt: str
    negative_prompt: str = ""
    seed: int | None = None
    num_steps: int | None = None
    guidance_scale: float | None = None


def made_by(file: Path) -> MadeBy | None:
    """How a picture was made; None where it doesn't say, or nothing that can be understood.

    Args:
        file: A picture.
    """
    try:
        with reading(file) as opened, opened_source(opened, file.name) as image:
            if (
                sum(len(value) for value in image.info.values() if isinstance(value, str | bytes))
                > MAX_METADATA
            ):
                return None
            # What is hidden in pixels would take seconds to find.
            found = ParserManager(eagerness=Eagerness.FAST).parse(image)
            return None if found is None else _read(found)
    # Its parsers take what strangers write, and fail in their own ways.
    except Exception:
        return None


def _read(found: PromptInfo) -> MadeBy | None:
    generator = found.generator.name
    change: Callable[[str], str] = str if generator in _WITH_EMPHASIS else escaped
    prompt = _text(change(found.full_prompt))
    if not prompt:
        return None
    parameters: Mapping[str, object] = {}
    for sampler in found.samplers:
        parameters = {**sampler.parameters, **parameters}
    return MadeBy(
        program=str(found.generator.value),
        prompt=prompt,
        negative_prompt=_text(change(found.full_negative_prompt)),
        seed=_within(parameters.get("seed"), int, 0, MAX_SEED),
        num_steps=_within(parameters.get("steps"), int, *NUM_STEPS),
        guidance_scale=_within(parameters.get("cfg_scale", parameters.get("cfg")), float, *GUIDANCE_SCALES),
    )


def _text(text: str) -> str:
    # Half a character can't be written to a file.
    return text.encode("utf-8", "ignore").decode()[:MAX_TEXT].strip()


def _within(value: object, kind: type[Number], low: float, high: float) -> Number | None:
    try:
        number = kind(value)  # type: ignore[call-overload]
    except (TypeError, ValueError, OverflowError):
        return None
    return number if math.isfinite(number) and low <= number <= high else None
