"""The trail: what lies along a walk, whether a frame shows it or not."""

from bisect import bisect_right
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from sd3explorer.walk.noises import NoisePlan
from sd3explorer.walk.paths import Path
from sd3explorer.walk.paths.prompts import EmbeddingPair
from sd3explorer.walk.recipe import Noise
from sd3explorer.walk.timing import steps_of


@dataclass(frozen=True, slots=True)
class Trail:
    """A walk as a line: from stop to stop, which are where prompts and seeds are pinned.

    Args:
        path: Its path, without easings and dwells: these say when frames show, not what there is.
        noise: Its noise.
        frames: Number of frames.
        stops: The place of each stop in frames from the first one, from 0 to the end.
        is_closed: Whether the end is the start again.
    """

    path: Path
    noise: NoisePlan
    frames: int
    stops: tuple[Fraction, ...]
    is_closed: bool

    @classmethod
    def of(cls, path: Path, noise: NoisePlan, frames: int) -> "Trail":
        """The trail of a walk with so many frames."""
        path = path.without_easings()
        moving = [part for part in (path, noise) if part.moves]
        is_closed = bool(moving) and all(part.is_closed for part in moving)
        end = Fraction(steps_of(frames, is_closed))
        pinned = {anchor.place for part in moving for anchor in part.anchors(frames)}
        stops = sorted({Fraction(0), end, *(place for place in pinned if place < end)})
        return cls(path, noise, frames, tuple(stops), is_closed)

    @property
    def ways(self) -> int:
        """Number of ways from a stop to the next."""
        return len(self.stops) - 1

    def place(self, spot: Fraction) -> Fraction:
        """Where a spot is, in frames from the first one.

        Args:
            spot: Number of a stop, and how far it is from there to the next; in [0, `ways`].
        """
        number = min(int(spot), self.ways - 1)
        start, end = self.stops[number], self.stops[number + 1]
        return start + (spot - number) * (end - start)

    def spot(self, place: Fraction) -> Fraction:
        """The spot at a place, in frames from the first one."""
        number = min(bisect_right(self.stops, place), self.ways) - 1
        start, end = self.stops[number], self.stops[number + 1]
        return number + (place - start) / (end - start)

    def embeddings(self, spot: Fraction) -> EmbeddingPair:
        """The embeddings of a spot."""
        return self.path.embeddings(self.path_place(spot), self.frames)

    def noise_at(self, spot: Fraction) -> Noise:
        """The noise of a spot."""
        place = self.path_place(spot)
        return self.path.noise(place, self.frames, self.noise.noise(place, self.frames))

    def path_place(self, spot: Fraction) -> Fraction:
        """What place of its path and its noise a spot is, in frames from the first one."""
        # The end of what is closed is its start.
        return Fraction(0) if self.is_closed and spot == self.ways else self.place(spot)


@lru_cache(8)
def trail_of(path: Path, noise: NoisePlan, frames: int) -> Trail:
    """`Trail.of`, remembered for the next frame."""
    return Trail.of(path, noise, frames)
