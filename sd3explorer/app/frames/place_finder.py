"""Where the frames of even walks lie: as it was found before, or as far as a search has come."""

from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from sd3explorer.motion.distance import Gist, gist
from sd3explorer.motion.finder import Finder, Progress
from sd3explorer.render.placements import Placements
from sd3explorer.render.store import FrameStore
from sd3explorer.walk.model import ModelFacts
from sd3explorer.walk.recipe import Recipe
from sd3explorer.walk.spots import Placement, Spot
from sd3explorer.walk.walk import Walk

# An edit that is undone continues with the search it had left. One that has looked at too many spots is begun
# again, with the frames that are there: what 10,000 spots show takes 160 MB.
SEARCHES_KEPT, SPOTS_KEPT = 4, 10_000

Look: TypeAlias = Callable[[Spot], Gist | None]


@dataclass(frozen=True, slots=True)
class Places:
    """Where a walk's frames lie, as far as that is known.

    Args:
        walk: The walk with the places of its frames; before all are found, with places near to them. As it
            was where nothing is known yet.
        wanted: What has to be rendered to continue the search, and its spots; nothing where all places are
            found.
        looked_at: How many spots the search has looked at, without those that are still wanted.
        progress: How far the search is.
    """

    walk: Walk
    wanted: Mapping[Recipe, Spot] = field(default_factory=dict[Recipe, Spot])
    looked_at: int = 0
    progress: Progress = field(default_factory=Progress)


class PlaceFinder:
    """Finds where the frames of even walks lie, by what is in the store.

    Args:
        store: Where frames are kept.
    """

    def __init__(self, store: FrameStore) -> None:
        self._store = store
        self._placements = Placements(store.folder)
        self._finders: OrderedDict[tuple[str, ModelFacts], Finder] = OrderedDict()

    def find(self, walk: Walk, facts: ModelFacts, outdated: Callable[[], bool]) -> Places:
        """Continues with the search for a walk's places, as far as what is rendered leads.

        Args:
            walk: The walk.
            facts: What to know of its model.
            outdated: Asked again and again whether nobody wants to know any more.

        Raises:
            RenderError: A frame can't be read.
        """
        if not walk.is_even or walk.placement is not None:
            return Places(walk)
        placement = self._placements.get(walk, facts)
        if placement is not None:
            return Places(replace(walk, placement=placement))

        def look(spot: Spot) -> Gist | None:
            digest = walk.recipe_at(spot, facts).digest
            image = None if outdated() or not self._store.has(digest) else self._store.get(digest)
            return None if image is None else gist(image)

        finder = self._finder(walk, facts, look)
        # It would lack what was not looked up any more.
        if outdated():
            return Places(walk)
        self._hold(walk, facts, finder)
        finder.take(look)
        wanted = {walk.recipe_at(spot, facts): spot for spot in finder.wanted}
        placed = finder.placed() if finder.has_seen else walk
        if wanted:
            return Places(placed, wanted, finder.looked_at - len(finder.wanted), finder.progress)
        assert placed.placement is not None
        self._placements.put(walk, facts, placed.placement, finder.seen)
        del self._finders[walk.placement_key(), facts]
        return Places(placed)

    def keep(self, walk: Walk, facts: ModelFacts) -> None:
        """Keeps places that needn't be looked for.

        Args:
            walk: The walk, with its places.
            facts: What to know of its model.
        """
        assert walk.placement is not None
        self._placements.put(walk, facts, walk.placement)

    def _finder(self, walk: Walk, facts: ModelFacts, look: Look) -> Finder:
        key = walk.placement_key(), facts
        if key in self._finders:
            self._finders.move_to_end(key)
            return self._finders[key]
        gists = ((spot, look(spot)) for spot in self._placements.seen(walk, facts))
        return Finder(walk, facts, {spot: gist for spot, gist in gists if gist is not None})

    def _hold(self, walk: Walk, facts: ModelFacts, finder: Finder) -> None:
        self._finders[walk.placement_key(), facts] = finder
        while len(self._finders) > 1 and not self._may_be_kept():
            self._finders.popitem(last=False)

    def _may_be_kept(self) -> bool:
        spots = sum(max(finder.looked_at, len(finder.seen)) for finder in self._finders.values())
        return len(self._finders) <= SEARCHES_KEPT and spots <= SPOTS_KEPT


def guessed(walk: Walk, before: Walk) -> Walk:
    """An even walk whose places aren't known yet with those of another one, if they can be alike.

    Most edits move frames by little, so nothing jumps to and fro until more is known.

    Args:
        walk: The walk; one that needs no guess comes back as it is.
        before: The walk before an edit.
    """
    if not walk.is_even or walk.placement is not None or before.placement is None:
        return walk
    shapes = [(each.frame_count, each.trail.ways, each.trail.is_closed) for each in (walk, before)]
    if shapes[0] != shapes[1]:
        return walk
    return replace(walk, placement=Placement(walk.placement_key(), before.placement.spots))
