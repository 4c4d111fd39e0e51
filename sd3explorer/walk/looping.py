"""How a walk comes back to its start: its path, its noise, or both of them."""

from dataclasses import replace

from sd3explorer.walk.noises import Travel
from sd3explorer.walk.paths import Blend, Morph
from sd3explorer.walk.walk import Walk


def led_back(walk: Walk) -> tuple[bool, ...]:
    """Whether each part of a walk that can lead back to its start does: path and noise, where they can."""
    parts = (walk.path, walk.noise)
    return tuple(part.closed for part in parts if isinstance(part, Morph | Blend | Travel))


def with_way_back(walk: Walk, leads_back: bool) -> Walk:
    """A walk of which all that can leads back to its start, or ends where it is."""
    path, noise = walk.path, walk.noise
    if isinstance(path, Morph | Blend):
        path = replace(path, closed=leads_back)
    if isinstance(noise, Travel):
        noise = replace(noise, closed=leads_back)
    return replace(walk, path=path, noise=noise)
