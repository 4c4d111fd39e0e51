"""Pinning: a keyframe with all that a frame shows, so that no picture changes where it is made."""

from dataclasses import replace
from fractions import Fraction
from typing import TypeVar

from sd3explorer.walk.lora_editing import vary_along_path
from sd3explorer.walk.map.route import place_on
from sd3explorer.walk.mix import MAX_CONTENTS, Mix, count_contents, pinned
from sd3explorer.walk.model import ModelFacts
from sd3explorer.walk.paths import Blend, Keyframe, Morph, Weights
from sd3explorer.walk.spots import MAX_DENOMINATOR, OnBridge, Placement, Spot
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


def with_frames_kept(walk: Walk, before: Walk, frame: int) -> Walk:
    """The walk with its frames at the very places where they were before a keyframe was made.

    So they aren't looked for again. Where noise moves as well, and on a bridge, they are.

    Args:
        walk: The walk with the keyframe.
        before: The walk without it, whose places may be known.
        frame: Where it was made.
    """
    placement = before.placement
    if placement is None or before.noise.moves or before.trail.ways != len(before.path.beats()):
        return walk
    made_at = placement.spots[frame]
    if not isinstance(made_at, Fraction) or made_at.denominator == 1:
        return walk
    spots = tuple(_behind(spot, made_at) for spot in placement.spots)
    if any(part.denominator > MAX_DENOMINATOR for spot in spots for part in _parts(spot)):
        return walk
    return replace(walk, placement=Placement(walk.placement_key(), spots))


def _behind(spot: Spot, made_at: Fraction) -> Spot:
    """What a spot is called after a stop was made."""
    if isinstance(spot, OnBridge):
        bridge = spot.bridge
        before, after = (_moved(each, made_at) for each in (bridge.before, bridge.after))
        return replace(spot, bridge=replace(bridge, before=before, after=after))
    return _moved(spot, made_at)


def _moved(spot: Fraction, made_at: Fraction) -> Fraction:
    number, share = divmod(made_at, 1)
    way, on = divmod(spot, 1)
    if way != number:
        return spot + (way > number)
    return number + (on / share if on <= share else 1 + (on - share) / (1 - share))


def _parts(spot: Spot) -> tuple[Fraction, ...]:
    return (spot.bridge.before, spot.bridge.after) if isinstance(spot, OnBridge) else (spot,)


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
