"""From an even walk to the places of its frames, by what its pictures show."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from sd3explorer.motion.distance import Gist
from sd3explorer.motion.search import Search, linear
from sd3explorer.walk.model import ModelFacts
from sd3explorer.walk.spots import Placement, Spot
from sd3explorer.walk.walk import Walk

# Raise it when the search comes to other places, so that those found before are not mixed with them.
SEARCH_VERSION = 1


class Finder:
    """Finds where the frames of an even walk lie.

    What it wants to see depends on what it was shown alone, so it can begin again at any time with what
    was rendered, and comes to the same end.

    Args:
        walk: An even walk.
        facts: What to know of its model.
    """

    def __init__(self, walk: Walk, facts: ModelFacts) -> None:
        self._walk, self._facts = walk, facts
        ends = walk.frame_count + 1 if walk.trail.is_closed else walk.frame_count
        num_steps = walk.sampler.filled(facts).num_steps
        assert walk.is_even and num_steps is not None
        self._search = Search(walk.trail.ways, ends, num_steps, linear(ends), walk.timing.bridges)
        self._looking = self._search.run()
        self._wanted: Sequence[Spot] = next(self._looking)
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
    def has_seen(self) -> bool:
        """Whether anything is known of where frames lie."""
        return self._search.has_seen

    def take(self, look: Callable[[Spot], Gist | None]) -> None:
        """Goes on as far as what was rendered leads.

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

    def placed(self) -> Walk:
        """The walk with the places of its frames, or before all are found, with places near to them."""
        spots = self._search.spots()[: self._walk.frame_count]
        return replace(self._walk, placement=Placement(self._walk.placement_key(), spots))

    def _next(self, seen: Mapping[Spot, Gist]) -> Sequence[Spot]:
        try:
            return self._looking.send(seen)
        except StopIteration:
            return ()
