"""What a walk will take, before any work begins."""

import shutil
from dataclasses import dataclass, replace
from pathlib import Path

from sd3explorer.render.placements import Placements
from sd3explorer.render.store import FrameStore
from sd3explorer.walk.model import ModelFacts
from sd3explorer.walk.walk import Walk
from sd3explorer.wording import in_units

# Of a PNG of a photograph, as it is in the store; others take less.
_BYTES_PER_PIXEL = 2.0
# Of raw pixels, as exports go through them.
_CHANNELS = 3

# In bytes of frames: about 10,000 of 1024 × 1024, which take hours even on a large GPU.
LARGE = 20 * 10**9


@dataclass(frozen=True, slots=True)
class Estimate:
    """What frames will take.

    Args:
        frames: How many.
        image_size: Their height and width in pixels.
        free: Bytes that are free where they will be kept; None where that is unknown.
        there: How many of them are there already.
    """

    frames: int
    image_size: tuple[int, int]
    free: int | None
    there: int = 0

    @property
    def stored(self) -> int:
        """How many bytes the frames that are not yet there take in the store, about, and hardly more."""
        height, width = self.image_size
        return round((self.frames - self.there) * height * width * _BYTES_PER_PIXEL)

    @property
    def raw(self) -> int:
        """How many bytes of pixels an export of all of them goes through."""
        height, width = self.image_size
        return self.frames * height * width * _CHANNELS

    @property
    def is_large(self) -> bool:
        """Whether it is more than one asks for by a slip: more than is free, or more than `LARGE`."""
        return self.stored > LARGE or (self.free is not None and self.stored > self.free)

    def __str__(self) -> str:
        height, width = self.image_size
        room = "" if self.free is None else f", where {in_units(self.free)} are free"
        frames = f"{self.frames - self.there:,} more frames" if self.there else f"{self.frames:,} frames"
        return (
            f"{frames} of {height}x{width} take up to {in_units(self.stored)} in the frame "
            f"store{room}, and {in_units(self.raw)} of pixels go through an export"
        )


def estimate(frames: int, image_size: tuple[int, int], store: Path) -> Estimate:
    """What frames will take.

    Args:
        frames: How many.
        image_size: Their height and width in pixels.
        store: Folder of the frame store, or what else they go to.
    """
    try:
        # It may be made only with the first file.
        there = next(place for place in (store, *store.absolute().parents) if place.exists())
        free = shutil.disk_usage(there).free
    except OSError:
        free = None
    return Estimate(frames, image_size, free)


def stored_frames(walk: Walk, facts: ModelFacts, store: FrameStore) -> int:
    """How many of a walk's frames are in the store; 0 where the places of an even one are yet to be found."""
    if walk.is_even and walk.placement is None:
        placement = Placements(store.folder).get(walk, facts)
        if placement is None:
            return 0
        walk = replace(walk, placement=placement)
    return sum(store.has(walk.recipe(index, facts).digest) for index in range(walk.frame_count))
