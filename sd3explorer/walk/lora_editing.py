"""Edits of the LoRAs of a walk's model, and of what its keyframes say of them."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from sd3explorer.walk.loras import Lora
from sd3explorer.walk.mix import changed_mix
from sd3explorer.walk.paths import Keyframe, Morph, Prompts
from sd3explorer.walk.walk import Walk

Item = TypeVar("Item")
Strengths = tuple[float, ...]


def vary_along_path(walk: Walk) -> bool:
    """Whether keyframes have strengths of their own."""
    return isinstance(walk.path, Morph) and any(each.lora_strengths for each in walk.path.keyframes)


def keyframe_strengths(walk: Walk, number: int) -> Strengths:
    """How much of each LoRA a keyframe shows.

    Args:
        walk: Its path is a morph.
        number: Keyframe, from 0.
    """
    assert isinstance(walk.path, Morph)
    return walk.path.keyframes[number].lora_strengths or walk.model.lora_strengths


def with_loras(walk: Walk, loras: Sequence[Lora]) -> Walk:
    """The walk with these LoRAs and no others, of the same strength along all of its path."""
    return _with(walk, loras, lambda _: ())


def with_lora(walk: Walk, lora: Lora) -> Walk:
    """The walk with one more LoRA."""
    loras = (*walk.model.loras, lora)
    return _with(walk, loras, lambda strengths: (*strengths, lora.strength) if strengths else ())


def without_lora(walk: Walk, number: int) -> Walk:
    """The walk without one of its LoRAs, which is meant by its place."""
    return _with(walk, _without(walk.model.loras, number), lambda strengths: _without(strengths, number))


def with_lora_strength(walk: Walk, number: int, strength: float) -> Walk:
    """The walk with another strength of a LoRA; keyframes that have their own keep it."""
    loras = _changed(walk.model.loras, number, replace(walk.model.loras[number], strength=strength))
    return _with(walk, loras, lambda strengths: strengths)


def with_varying_loras(walk: Walk, vary: bool) -> Walk:
    """The walk with strengths at each keyframe, at first those of the model; or without them."""
    own = walk.model.lora_strengths
    return _with(walk, walk.model.loras, lambda strengths: (strengths or own) if vary else ())


def with_keyframe_strength(walk: Walk, number: int, place: int, strength: float) -> Walk:
    """The walk with another strength of a LoRA at a keyframe.

    Args:
        walk: Its path is a morph.
        number: Keyframe, from 0.
        place: Of the LoRA in the model's list, from 0.
        strength: How much the keyframe shows of it.
    """
    assert isinstance(walk.path, Morph)
    strengths = _changed(keyframe_strengths(walk, number), place, strength)
    keyframe = replace(walk.path.keyframes[number], lora_strengths=strengths)
    return replace(walk, path=replace(walk.path, keyframes=_changed(walk.path.keyframes, number, keyframe)))


def _with(walk: Walk, loras: Sequence[Lora], change: Callable[[Strengths], Strengths]) -> Walk:
    walk = replace(walk, model=replace(walk.model, loras=tuple(loras)))
    if not vary_along_path(walk) and change(()) == ():
        return walk
    if not isinstance(walk.path, Morph):
        return walk
    keyframes = tuple(_with_strengths(each, change) for each in walk.path.keyframes)
    return replace(walk, path=replace(walk.path, keyframes=keyframes))


def _with_strengths(keyframe: Keyframe, change: Callable[[Strengths], Strengths]) -> Keyframe:
    def change_prompts(prompts: Prompts) -> Prompts:
        return replace(prompts, lora_strengths=change(prompts.lora_strengths))

    strengths, mix = change(keyframe.lora_strengths), changed_mix(keyframe.mix, change_prompts)
    return replace(keyframe, lora_strengths=strengths, mix=mix)


def _without(items: tuple[Item, ...], number: int) -> tuple[Item, ...]:
    return (*items[:number], *items[number + 1 :])


def _changed(items: tuple[Item, ...], number: int, item: Item) -> tuple[Item, ...]:
    return (*items[:number], item, *items[number + 1 :])
