"""What is on a sheet: which variations, in how many columns."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path

from sd3explorer.app.path.seed_field import SHUFFLED
from sd3explorer.app.prompt_names import short_names
from sd3explorer.app.texts import local_number, translate
from sd3explorer.walk.limits import GUIDANCE_SCALES, NUM_STEPS
from sd3explorer.walk.mix import Mix
from sd3explorer.walk.model import ModelFacts
from sd3explorer.walk.paths import Morph
from sd3explorer.walk.variations import (
    Seed,
    Subject,
    Variation,
    crossed,
    guidance,
    has_picture,
    lora_strengths,
    near,
    picture_strengths,
    seeds,
    steps,
)
from sd3explorer.walk.walk import Walk

# A row's values reach from so much of what there is now to so much.
LEAST_SHARE, MOST_SHARE = 0.25, 2.0
MOST_LORA_STRENGTH = 1.5
LEAST_SHOWN_STEPS = 2
SPACE = "\N{NO-BREAK SPACE}"
# Beside a seed there is room for so many characters of a prompt.
LONGEST_NAME, LONGEST_LORA, LONGEST_AVOIDED = 12, 16, 16


class Vary(Enum):
    """What is different from cell to cell. All but the first two have a seed for each column."""

    SEEDS = "seeds"
    NEAR = "near"
    STEPS = "steps"
    GUIDANCE = "guidance"
    LORA = "lora"
    PICTURE = "picture"
    AVOID = "avoid"
    PROMPTS = "prompts"


@dataclass(frozen=True, slots=True)
class Cell:
    """One picture of a sheet.

    Args:
        subject: What it shows, and what is changed when it is taken.
        variation: What is different.
        seed: The seed that it starts from.
    """

    subject: Subject
    variation: Variation
    seed: Seed


@dataclass(frozen=True, slots=True)
class Plan:
    """What is asked for.

    Args:
        vary: What is different.
        subject: What is varied.
        columns: Pictures in a row; of seeds, there are as many rows.
        radius: How far seeds near to one are from it, in (0, 1].
        lora: Place of the LoRA whose strength is varied.
    """

    vary: Vary
    subject: Subject
    columns: int = 4
    radius: float = 0.3
    lora: int = 0

    @property
    def in_full(self) -> bool:
        """Whether a draft would show something else: it has other steps."""
        return self.vary is Vary.STEPS

    @property
    def seed_count(self) -> int:
        """How many seeds it takes beside the one that there is."""
        square = self.vary in (Vary.SEEDS, Vary.NEAR)
        return (self.columns**2 if square else self.columns) - 1

    def cells(self, walk: Walk, facts: ModelFacts, others: Sequence[int]) -> list[Cell]:
        """The pictures, row by row; the first one, or the first of each row, has the seed of now.

        Args:
            walk: The walk.
            facts: What is known of its model.
            others: Other seeds, `seed_count` of them.
        """
        subject, now = self.subject, self.subject.seed(walk)
        if self.vary is Vary.NEAR:
            found = near(now, others, self.radius)
            return [_cell(subject, seed) for seed in (now, *found)]
        if self.vary is Vary.SEEDS:
            return [_cell(subject, seed) for seed in (now, *others)]
        if self.vary is Vary.PROMPTS:
            return self._by_prompt(walk, others)
        columns = [_cell(subject, seed) for seed in (now, *others)]
        rows = self._rows(walk, facts)
        numbered = [replace(each.variation, caption=_seed_number(each.seed)) for each in columns]
        variations = crossed(rows, numbered)
        in_rows = [column.seed for _ in rows for column in columns]
        return [Cell(subject, each, seed) for each, seed in zip(variations, in_rows, strict=True)]

    def _by_prompt(self, walk: Walk, others: Sequence[int]) -> list[Cell]:
        path = walk.path
        assert isinstance(path, Morph)
        names = short_names(tuple(keyframe.prompt for keyframe in path.keyframes))
        cells: list[Cell] = []
        for number, keyframe in enumerate(path.keyframes[: self.columns]):
            subject = Subject(self.subject.frame, number)
            for cell in (_cell(subject, seed) for seed in (subject.seed(walk), *others)):
                caption = f"{_shortened(names[keyframe.prompt])} · {_seed_number(cell.seed)}"
                cells.append(replace(cell, variation=replace(cell.variation, caption=caption)))
        return cells

    def _rows(self, walk: Walk, facts: ModelFacts) -> list[Variation]:
        sampler = walk.sampler.filled(facts)
        assert sampler.num_steps is not None and sampler.guidance_scale is not None
        if self.vary is Vary.STEPS:
            numbers = spread(sampler.num_steps, self.columns, NUM_STEPS[1])
            counts = dict.fromkeys(max(round(number), LEAST_SHOWN_STEPS) for number in numbers)
            return steps(counts, _says(translate("Sheet", "{0} steps")))
        if self.vary is Vary.GUIDANCE:
            scales = spread(max(sampler.guidance_scale, 1.0), self.columns, GUIDANCE_SCALES[1])
            rounded = dict.fromkeys(round(scale, 1) for scale in scales)
            return guidance(self.subject, rounded, _says(translate("Sheet", "guidance {0}")))
        if self.vary is Vary.LORA:
            step = MOST_LORA_STRENGTH / (self.columns - 1)
            strengths = [round(number * step, 2) for number in range(self.columns)]
            name = Path(walk.model.loras[self.lora].file).stem[:LONGEST_LORA]
            return lora_strengths(
                self.subject, self.lora, strengths, lambda strength: f"{name} {local_number(strength)}"
            )
        if self.vary is Vary.PICTURE:
            assert self.subject.keyframe is not None
            parts = [round((number + 1) / (self.columns + 1), 2) for number in range(self.columns)]
            return picture_strengths(self.subject.keyframe, parts, lambda part: f"{100 * part:.0f}{SPACE}%")
        avoiding = translate("Sheet", "avoiding {0}").format(_avoided(walk))
        return [
            Variation(avoiding, lambda changed: changed),
            Variation(translate("Sheet", "avoiding nothing"), _without_negative_prompts),
        ]


def choices(walk: Walk, subject: Subject) -> list[Vary]:
    """What can be varied, by what there is."""
    possible = {
        Vary.NEAR: subject.keyframe is not None,
        Vary.LORA: bool(walk.model.loras),
        Vary.PICTURE: has_picture(walk, subject),
        Vary.AVOID: any(prompts.negative_prompt for prompts in walk.path.prompts),
        Vary.PROMPTS: isinstance(walk.path, Morph),
    }
    return [vary for vary in Vary if possible.get(vary, True)]


def spread(now: float, count: int, most: float) -> list[float]:
    """Numbers from a part of one to a multiple of it, with that one among them, in equal ratios."""
    ratio = (MOST_SHARE / LEAST_SHARE) ** (1.0 / (count - 1))
    first = now * LEAST_SHARE
    numbers = [first * ratio**place for place in range(count)]
    nearest = min(range(count), key=lambda place: abs(numbers[place] - now))
    numbers[nearest] = now
    return [min(number, most) for number in numbers]


def drawn(count: int, draw: Callable[[int], int]) -> list[int]:
    """Seeds that are short enough to be read out.

    Args:
        count: How many.
        draw: A whole number below one, at random.
    """
    return [draw(SHUFFLED) for _ in range(count)]


def _cell(subject: Subject, seed: Seed) -> Cell:
    [variation] = seeds(subject, [seed], _seed_text)
    return Cell(subject, variation, seed)


def _seed_text(seed: Seed) -> str:
    if isinstance(seed, Mix):
        end = seed.end
        return translate("Sheet", "towards {0}").format(end if isinstance(end, int) else _seed_text(end))
    if seed is None:
        return translate("Sheet", "the walk's seed")
    return translate("Sheet", "seed {0}").format(seed)


def _seed_number(seed: Seed) -> str:
    return str(seed) if isinstance(seed, int) else _seed_text(seed)


def _shortened(name: str, longest: int = LONGEST_NAME) -> str:
    return name if len(name) <= longest else f"{name[: longest - 1].rstrip()}…"


def _avoided(walk: Walk) -> str:
    negative = dict.fromkeys(each.negative_prompt for each in walk.path.prompts if each.negative_prompt)
    return _shortened(", ".join(short_names(tuple(negative)).values()), LONGEST_AVOIDED)


def _says(text: str) -> Callable[[float], str]:
    return lambda number: text.format(local_number(number))


def _without_negative_prompts(walk: Walk) -> Walk:
    return replace(walk, path=walk.path.with_prompts(lambda prompts: replace(prompts, negative_prompt="")))
