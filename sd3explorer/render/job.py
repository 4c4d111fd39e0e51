"""A walk being rendered: what is in the store is taken from there, the rest is rendered."""

from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from time import monotonic
from typing import TypeAlias, overload

from sd3explorer.motion.distance import Gist, gist
from sd3explorer.motion.finder import Finder
from sd3explorer.render.messages import (
    Batch,
    Compiled,
    Denoising,
    DeviceMemory,
    Engines,
    Event,
    Failed,
    Image,
    Notice,
    Rendered,
    Renderer,
    RenderError,
    Status,
    Tuned,
)
from sd3explorer.render.order import coarse_to_fine
from sd3explorer.render.placements import Placements
from sd3explorer.render.store import FrameStore
from sd3explorer.walk.model import ModelFacts
from sd3explorer.walk.recipe import Recipe
from sd3explorer.walk.spots import Spot
from sd3explorer.walk.walk import Walk

# So often a long look for frames is reported.
SECONDS_BETWEEN_REPORTS = 1.0


@dataclass(frozen=True, slots=True)
class LookedUp:
    """Where looking for frames takes long: so many were looked up so far."""

    frames: int


@dataclass(frozen=True, slots=True)
class Searching:
    """Even places are being looked for.

    Args:
        looked_at: How many frames were looked at so far.
        rendered: How many of them were rendered for it.
        done: How far the search is, as a share of all.
    """

    looked_at: int
    rendered: int
    done: float


@dataclass(frozen=True, slots=True)
class Frame:
    """One rendered frame of a walk.

    Args:
        index: Its number in the walk, from 0.
        recipe: What it was made by.
        image: uint8 (height, width, 3).
        from_store: Whether it had been rendered before.
    """

    index: int
    recipe: Recipe
    image: Image
    from_store: bool


@dataclass(frozen=True, slots=True)
class FailedFrame:
    """A frame of a walk that can't be rendered as things are.

    Args:
        index: Its number in the walk, from 0; None where it was to be looked at to find even places.
        recipe: What it would be made by.
        reason: Why, in one sentence.
    """

    index: int | None
    recipe: Recipe
    reason: str


JobEvent: TypeAlias = (
    LookedUp
    | Searching
    | Frame
    | FailedFrame
    | Status
    | Notice
    | Compiled
    | Tuned
    | Denoising
    | DeviceMemory
    | Engines
)


class Job:
    """Renders the frames of a walk that are not in the store.

    Args:
        walk: The walk.
        facts: What to know of the walk's model.
        store: Where frames are kept; frames are there before they are reported.
        renderer: Where the work runs.
        batch_size: Number of frames to ask for at once.
    """

    def __init__(
        self, walk: Walk, facts: ModelFacts, store: FrameStore, renderer: Renderer, batch_size: int
    ) -> None:
        self._walk = walk
        self._facts = facts
        self._store = store
        self._renderer = renderer
        self._batch_size = batch_size
        self._rendered: set[str] = set()

    @property
    def walk(self) -> Walk:
        """The walk; once its frames are reported, an even one has their places."""
        return self._walk

    def run(self, order: Iterable[int] | None = None) -> Iterator[JobEvent]:
        """Renders what is missing; of an even walk, first what it takes to find the places of its frames.

        Args:
            order: The frames that are wanted, the most urgent first; None takes all, from
                coarse to fine.

        Yields:
            What happens, as it happens; a `Frame` or `FailedFrame` for each frame. Where the places of an
            even walk can't be found, as something can't be rendered, a `FailedFrame` for that, and no more.

        Raises:
            RenderError: The engine or the store can't be used; of a store that can't be written to,
                before anything is rendered.
        """
        if self._walk.is_even and self._walk.placement is None and not (yield from self._placed()):
            return
        missing: dict[str, list[int]] = {}
        recipes: list[Recipe] = []
        report_at = monotonic() + SECONDS_BETWEEN_REPORTS
        indices = coarse_to_fine(self._walk.frame_count) if order is None else order
        for looked_up, index in enumerate(indices):
            if monotonic() >= report_at:
                yield LookedUp(looked_up)
                report_at = monotonic() + SECONDS_BETWEEN_REPORTS
            recipe = self._walk.recipe(index, self._facts)
            if recipe.digest in missing:
                missing[recipe.digest].append(index)
                continue
            image = self._store.get(recipe.digest)
            if image is None:
                missing[recipe.digest] = [index]
                recipes.append(recipe)
            else:
                yield Frame(index, recipe, image, from_store=recipe.digest not in self._rendered)
        if not missing:
            # A renderer may start an engine before it asks what for.
            return
        for event in self._kept(recipes):
            match event:
                case Rendered(recipe, image):
                    for index in missing[recipe.digest]:
                        yield Frame(index, recipe, image, from_store=False)
                case Failed(recipe, reason):
                    for index in missing[recipe.digest]:
                        yield FailedFrame(index, recipe, reason)
                case _:
                    yield event

    def _placed(self) -> Generator[JobEvent, None, bool]:
        """Finds the places of an even walk's frames; says whether that could be done."""
        walk, facts = self._walk, self._facts
        kept = Placements(self._store.folder)
        placement = kept.get(walk, facts)
        if placement is None:
            finder = Finder(walk, facts, self._seen_before(kept))
            # The end of a closed walk is its start, and looked at once.
            seen: set[str] = set()
            while finder.wanted:
                if not (yield from self._looked(finder, seen)):
                    return False
            placement = finder.placed().placement
            assert placement is not None
            kept.put(walk, facts, placement, finder.seen)
        self._walk = replace(walk, placement=placement)
        return True

    def _seen_before(self, kept: Placements) -> dict[Spot, Gist]:
        """What other searches have seen of the walk's ways, as far as it is still in the store."""
        seen: dict[Spot, Gist] = {}
        for spot in kept.seen(self._walk, self._facts):
            image = self._store.get(self._walk.recipe_at(spot, self._facts).digest)
            if image is not None:
                seen[spot] = gist(image)
        return seen

    def _looked(self, finder: Finder, seen: set[str]) -> Generator[JobEvent, None, bool]:
        """Shows a search what it wants to see; says whether all of that could be had."""
        recipes = {spot: self._walk.recipe_at(spot, self._facts) for spot in finder.wanted}
        missing = set(recipes.values())
        gists: dict[Recipe, Gist] = {}
        for event in self._gists(dict.fromkeys(recipes.values())):
            if isinstance(event, tuple):
                recipe, gists[recipe] = event
                missing.discard(recipe)
                seen.add(recipe.digest)
                yield Searching(len(seen), len(self._rendered), finder.progress.done(len(missing)))
            else:
                yield event
        if not missing:
            finder.take({spot: gists[recipe] for spot, recipe in recipes.items()}.get)
        return not missing

    def _gists(self, recipes: Iterable[Recipe]) -> Iterator[JobEvent | tuple[Recipe, Gist]]:
        """What pictures show, each as it is there, as they may be too many to hold; and what else happens."""
        missing: list[Recipe] = []
        for recipe in recipes:
            image = self._store.get(recipe.digest)
            if image is None:
                missing.append(recipe)
            else:
                yield recipe, gist(image)
        for event in self._kept(missing) if missing else ():
            match event:
                case Rendered(recipe, image):
                    yield recipe, gist(image)
                case Failed(recipe, reason):
                    yield FailedFrame(None, recipe, reason)
                case _:
                    yield event

    def _kept(self, recipes: Sequence[Recipe]) -> Iterator[Event]:
        """Renders frames, and keeps each before it is reported."""
        self._store.check_writable(recipes[0].digest)
        for event in self._renderer.render(self._batches(recipes)):
            if isinstance(event, Rendered):
                self._store.put(event.recipe.digest, event.image)
                self._rendered.add(event.recipe.digest)
            yield event

    def _batches(self, recipes: Sequence[Recipe]) -> Iterator[Batch]:
        # Frames of another kind would be rendered apart, at the price of a whole batch.
        alike: dict[object, list[Recipe]] = {}
        for recipe in recipes:
            alike.setdefault(recipe.course, []).append(recipe)
        for group in alike.values():
            for start in range(0, len(group), self._batch_size):
                yield group[start : start + self._batch_size]


class StoredFrames(Sequence[Image]):
    """The frames of a rendered walk, read from the store one at a time.

    Args:
        walk: The walk.
        facts: What to know of the walk's model.
        store: Where its frames are.
    """

    def __init__(self, walk: Walk, facts: ModelFacts, store: FrameStore) -> None:
        self._walk = walk
        self._facts = facts
        self._store = store

    def __len__(self) -> int:
        return self._walk.frame_count

    @overload
    def __getitem__(self, index: int) -> Image: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Image]: ...

    def __getitem__(self, index: int | slice) -> Image | Sequence[Image]:
        """One frame, or several.

        Raises:
            IndexError: There is no such frame.
            RenderError: It isn't in the store any more, or can't be read.
        """
        if isinstance(index, slice):
            return [self[number] for number in range(*index.indices(len(self)))]
        if not -len(self) <= index < len(self):
            raise IndexError(index)
        number = index % len(self)
        image = self._store.get(self._walk.recipe(number, self._facts).digest)
        if image is None:
            raise RenderError(f"frame {number + 1} is no longer in the frame store; render the walk again")
        return image
