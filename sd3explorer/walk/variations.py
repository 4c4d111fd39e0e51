"""Variations of a walk: what one frame would be with other seeds, steps, guidance and so on, side by side."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TypeAlias

from sd3explorer.walk.lora_editing import vary_along_path, with_keyframe_strength, with_lora_strength
from sd3explorer.walk.mix import Mixed, mixed
from sd3explorer.walk.model import ModelFacts
from sd3explorer.walk.paths import Keyframe, Morph
from sd3explorer.walk.pictures import KeyframePicture
from sd3explorer.walk.recipe import Recipe
from sd3explorer.walk.walk import Walk

Seed: TypeAlias = Mixed[int | None]
# From a walk to the one that it becomes.
Change: TypeAlias = Callable[[Walk], Walk]


@dataclass(frozen=True, slots=True)
class Variation:
    """One way in which a walk may be different.

    Args:
        caption: What is different, in a few words; "" is nothing.
        change: What makes it so.
    """

    caption: str
    change: Change


@dataclass(frozen=True, slots=True)
class Subject:
    """What is varied: a keyframe of a morph, or all of a walk as one of its frames shows it.

    Args:
        frame: The frame that is looked at, from 0.
        keyframe: The keyframe that is looked at and changed, from 0; None is all of the walk.
    """

    frame: int
    keyframe: int | None = None

    def recipe(self, walk: Walk, facts: ModelFacts, placed: Walk | None = None) -> Recipe:
        """The recipe of what is looked at.

        Args:
            walk: The walk, or a variation of it.
            facts: What to know of its model.
            placed: The walk that is varied, with the places of its frames, if they are known.
        """
        trail = walk.trail
        if self.keyframe is not None:
            assert isinstance(trail.path, Morph)
            place = trail.path.places(walk.frame_count)[self.keyframe]
            return walk.recipe_at(trail.spot(place), facts)
        if placed is not None and placed.placement is not None:
            return walk.recipe_at(placed.placement.spots[self.frame], facts)
        return walk.recipe(self.frame, facts)

    def seed(self, walk: Walk) -> Seed:
        """The seed of what is changed; of a keyframe None is what the walk's noise has there."""
        if self.keyframe is None:
            return walk.noise.anchors(walk.frame_count)[0].seed
        return _keyframe(walk, self.keyframe).seed

    def with_seed(self, walk: Walk, seed: Seed) -> Walk:
        """The walk with another seed of what is changed; other seeds stay."""
        if self.keyframe is not None:
            return _with_keyframe(walk, self.keyframe, seed=seed)
        assert isinstance(seed, int)
        others = [anchor.seed for anchor in walk.noise.anchors(walk.frame_count)[1:]]
        return replace(walk, noise=walk.noise.with_seeds([seed, *others]))


def seeds(subject: Subject, choices: Iterable[Seed], caption: Callable[[Seed], str]) -> list[Variation]:
    """Other seeds.

    Args:
        subject: What is varied.
        choices: The seeds; only a keyframe can have one that is no number.
        caption: What to say of one.
    """

    def change(seed: Seed) -> Change:
        return lambda walk: subject.with_seed(walk, seed)

    return [Variation(caption(seed), change(seed)) for seed in choices]


def near(seed: Seed, others: Iterable[int], radius: float) -> list[Seed]:
    """Seeds near to one, each on the way to another one.

    Args:
        seed: The one.
        others: The directions to go.
        radius: How far, in [0, 1]; at 1 they are the others.
    """
    return [mixed(seed, other, Fraction(radius).limit_denominator(1000)) for other in others]


def steps(numbers: Iterable[int], caption: Callable[[int], str]) -> list[Variation]:
    """Other numbers of denoising steps."""

    def change(number: int) -> Change:
        return lambda walk: replace(walk, sampler=replace(walk.sampler, num_steps=number))

    return [Variation(caption(number), change(number)) for number in numbers]


def guidance(subject: Subject, scales: Iterable[float], caption: Callable[[float], str]) -> list[Variation]:
    """Other weights of guidance: the keyframe's, where it has one of its own, else the sampler's."""

    def change(scale: float) -> Change:
        def changed(walk: Walk) -> Walk:
            number = subject.keyframe
            if number is not None and _keyframe(walk, number).guidance_scale is not None:
                return _with_keyframe(walk, number, guidance_scale=scale)
            return replace(walk, sampler=replace(walk.sampler, guidance_scale=scale))

        return changed

    return [Variation(caption(scale), change(scale)) for scale in scales]


def lora_strengths(
    subject: Subject, lora: int, strengths: Iterable[float], caption: Callable[[float], str]
) -> list[Variation]:
    """Other strengths of a LoRA: the keyframe's, where keyframes have their own, else the model's.

    Args:
        subject: What is varied.
        lora: Its place in the model's list, from 0.
        strengths: The strengths.
        caption: What to say of one.
    """

    def change(strength: float) -> Change:
        def changed(walk: Walk) -> Walk:
            if subject.keyframe is not None and vary_along_path(walk):
                return with_keyframe_strength(walk, subject.keyframe, lora, strength)
            return with_lora_strength(walk, lora, strength)

        return changed

    return [Variation(caption(strength), change(strength)) for strength in strengths]


def picture_strengths(
    keyframe: int, strengths: Iterable[float], caption: Callable[[float], str]
) -> list[Variation]:
    """Other strengths of a keyframe's picture.

    Args:
        keyframe: The keyframe, from 0, which has one.
        strengths: How much of it is changed.
        caption: What to say of one.
    """

    def change(strength: float) -> Change:
        def changed(walk: Walk) -> Walk:
            picture = _keyframe(walk, keyframe).picture
            if not isinstance(picture, KeyframePicture):
                return walk
            return _with_keyframe(walk, keyframe, picture=replace(picture, strength=strength))

        return changed

    return [Variation(caption(strength), change(strength)) for strength in strengths]


def has_picture(walk: Walk, subject: Subject) -> bool:
    """Whether what is varied is a keyframe with a picture of its own."""
    if subject.keyframe is None:
        return False
    return isinstance(_keyframe(walk, subject.keyframe).picture, KeyframePicture)


def crossed(rows: Sequence[Variation], columns: Sequence[Variation]) -> list[Variation]:
    """Each variation of a list with each of another, row by row."""

    def change(first: Change, second: Change) -> Change:
        return lambda walk: second(first(walk))

    return [
        Variation(
            " · ".join(text for text in (row.caption, column.caption) if text),
            change(row.change, column.change),
        )
        for row in rows
        for column in columns
    ]


def _keyframe(walk: Walk, number: int) -> Keyframe:
    assert isinstance(walk.path, Morph)
    return walk.path.keyframes[number]


def _with_keyframe(walk: Walk, number: int, **changes: object) -> Walk:
    assert isinstance(walk.path, Morph)
    return replace(walk, path=walk.path.with_keyframe(number, **changes))
