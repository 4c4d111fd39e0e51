"""Pinning: a keyframe with all that a frame shows, so that no picture changes where it is made."""

from dataclasses import replace
from typing import TypeVar

from sd3explorer.walk.lora_editing import vary_along_path
from sd3explorer.walk.map.route import place_on
from sd3explorer.walk.mix import MAX_CONTENTS, Mix, count_contents, pinned
from sd3explorer.walk.model import ModelFacts
from sd3explorer.walk.paths import Blend, Keyframe, Morph, Weights
from sd3explorer.walk.walk import Walk

_Key = TypeVar("_Key", bound=Keyframe | Weights)


def shown_at(walk: Walk, frame: int, nearer: _Key, facts: ModelFacts | None) -> _Key:
    """A keyframe that shows what a frame shows; where that can't be said, the same as its neighbour.

    Args:
        walk: Its path has keyframes.
        frame: The frame, from 0.
        nearer: The keyframe that is nearer to it, of two.
        facts: What is known of the walk's model, as for `with_keyframe_made`.
    """
    line = walk.path if walk.placement is None else walk.trail.path
    match nearer, line:
        case Keyframe(), Morph():
            return _of_morph(walk, line, frame, nearer, facts)
        case Weights(), Blend():
            place, frames = walk.place(frame), walk.frame_count
            weights, spot = line.weights_at(place, frames), place_on(line, place, frames)
            return replace(nearer, weights=weights, place=nearer.place and spot)
        case _:
            raise ValueError(f"not a keyframe of a {line.kind}: {nearer}")


def _of_morph(walk: Walk, line: Morph, frame: int, nearer: Keyframe, facts: ModelFacts | None) -> Keyframe:
    place, frames = walk.place(frame), walk.frame_count
    content, seed = line.content_at(place, frames), line.seed_at(place, frames)
    picture = line.picture_at(place, frames)
    if max(count_contents(content), count_contents(seed), count_contents(picture)) > MAX_CONTENTS:
        return nearer
    made = replace(nearer, seed=pinned(seed), picture=pinned(picture))
    if vary_along_path(walk):
        strengths = line.lora_strengths(place, frames, walk.model.lora_strengths)
        made = replace(made, lora_strengths=strengths)
    if line.varies_guidance:
        scale = line.own_guidance_scale(place, frames, walk.sampler.filled(facts).guidance_scale)
        made = replace(made, guidance_scale=scale)
    if isinstance(content, Mix):
        return replace(made, mix=pinned(content))
    return replace(made, mix=None, prompt=content.prompt, negative_prompt=content.negative_prompt)
