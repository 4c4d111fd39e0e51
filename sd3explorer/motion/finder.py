"""From an even walk to the places of its frames, by what its pictures show."""

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from sd3explorer.motion.chain import STILL, Lengths, Numbers, along
from sd3explorer.motion.distance import Gist
from sd3explorer.motion.search import Search
from sd3explorer.walk.model import ModelFacts
from sd3explorer.walk.spots import Placement, Spot
from sd3explorer.walk.tempo import Tempo
from sd3explorer.walk.walk import Walk

# Raise it when the search comes to other places, so that those found before are not mixed with them.
SEARCH_VERSION = 4
# How long the step from a loop's end to its start is to be, as a share of the others: it comes out less
# exactly than they do, and is to be no longer all the same.
SEAM = 0.75


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a search is. It only ever rises, whatever there turns out to be left.

    Args:
        before: How much was done when what is wanted now was asked for, as a share of all.
        wanted: How many spots are.
        share: How much of what was left these are, as far as that can be said.
    """

    before: float = 0.0
    wanted: int = 1
    share: float = 1.0

    def done(self, missing: int) -> float:
        """How much is done, as a share of all, while so many of what is wanted are missing."""
        return self.before + (1.0 - self.before) * self.share * (1.0 - missing / self.wanted)


class Finder:
    """Finds where the frames of an even walk lie.

    What it wants to see depends on what it was shown alone, so it can begin again at any time with what
    was rendered, and comes to the same end.

    Args:
        walk: An even walk.
        facts: What to know of its model.
        known: What other searches have seen of its ways, see `by_ways`; what they show isn't asked for again.
    """

    def __init__(self, walk: Walk, facts: ModelFacts, known: Mapping[Spot, Gist] | None = None) -> None:
        self._walk, self._facts = walk, facts
        ends = walk.frame_count + 1 if walk.trail.is_closed else walk.frame_count
        num_steps = walk.sampler.filled(facts).num_steps
        assert walk.is_even and num_steps is not None
        tempo = partial(_shares, walk, ends)
        self._search = Search(walk.trail.ways, ends, num_steps, tempo, walk.timing.bridges, known)
        self._looking = self._search.run()
        self._wanted: Sequence[Spot] = next(self._looking, ())
        self._progress = Progress(0.0, len(self._wanted), self._search.share_wanted)
        self._seen: dict[Spot, Gist] = {}

    @property
    def wanted(self) -> list[Spot]:
        """The spots to be rendered next; none when all places are found."""
        return [spot for spot in self._wanted if spot not in self._seen]

    @property
    def looked_at(self) -> int:
        """How many spots were looked at."""
        return self._search.looked_at

    @property
    def seen(self) -> Sequence[Spot]:
        """All spots that were seen, in order, but for those tried for bridges that were not laid there."""
        return self._search.seen

    @property
    def progress(self) -> Progress:
        """How far it is."""
        return self._progress

    @property
    def has_seen(self) -> bool:
        """Whether anything is known of where frames lie."""
        return self._search.has_seen

    def take(self, look: Callable[[Spot], Gist | None]) -> None:
        """Continues as far as what was rendered leads.

        Args:
            look: What a spot shows, or None where it isn't rendered.
        """
        while self._wanted:
            for spot in self.wanted:
                gist = look(spot)
                if gist is not None:
                    self._seen[spot] = gist
            if self.wanted:
                return
            self._wanted = self._next(self._seen)
            self._seen = {}
            if self._wanted:
                before, wanted = self._progress.done(0), len(self._wanted)
                self._progress = Progress(before, wanted, self._search.share_wanted)

    def placed(self) -> Walk:
        """The walk with the places of its frames, or before all are found, with places near to them."""
        spots = self._search.spots()[: self._walk.frame_count]
        return replace(self._walk, placement=Placement(self._walk.placement_key(), spots))

    def _next(self, seen: Mapping[Spot, Gist]) -> Sequence[Spot]:
        try:
            return self._looking.send(seen)
        except StopIteration:
            return ()


def _shares(walk: Walk, ends: int, lengths: Sequence[float]) -> Lengths:
    """How far along the walk each frame is to be, as its keyframes have it: the speed curve.

    Where all is linear the picture changes by as much from each frame to the next. A span of 2 takes twice as
    long as that, an easing shares its way's time out, and a dwell holds its keyframe.

    Args:
        walk: The walk.
        ends: Number of frames, the end of a closed walk among them.
        lengths: How much the picture changes on each way from stop to stop.
    """
    trail, path = walk.trail, walk.path
    begins = [anchor.place for anchor in trail.path.anchors(walk.frame_count)][: len(path.beats())]
    beat_of = [bisect_right(begins, stop) - 1 for stop in trail.stops[:-1]]
    changes = [0.0] * len(begins)
    for beat, length in zip(beat_of, lengths, strict=True):
        changes[beat] += length
    beats = [
        replace(beat, weight=float(beat.weight) * change)
        for beat, change in zip(path.beats(), changes, strict=True)
    ]
    tempo = Tempo(tuple(beats), ends - 1, path.end_dwell)
    marks = along(np.array(changes))
    places: list[float] = []
    for frame in range(ends):
        number, progress = tempo.progress(frame)
        places.append(float(marks[number]) + float(progress) * changes[number])
    shares = np.array(places) / marks[-1] if marks[-1] else np.linspace(0.0, 1.0, ends)
    return _closing(shares) if trail.is_closed else shares


def _closing(shares: Lengths) -> Lengths:
    """The same with a shorter last step, for which frames lie a little later since one was last held."""
    held: Numbers = np.flatnonzero(np.diff(shares) < STILL)
    start = int(held[-1]) + 1 if len(held) else 0
    closing = shares.copy()
    closing[start:-1] += np.linspace(0.0, (1.0 - SEAM) * (shares[-1] - shares[-2]), len(shares) - 1 - start)
    return closing
