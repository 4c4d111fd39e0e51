"""The frames of the walk that is shown: which are there, and their pictures."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import islice

from PySide6.QtCore import QObject, QThreadPool, Signal
from PySide6.QtGui import QImage

from sd3explorer.app.frames.pictures import as_image, picture
from sd3explorer.app.frames.place_finder import PlaceFinder
from sd3explorer.app.frames.reader import PictureReader
from sd3explorer.app.frames.states import FrameState, States
from sd3explorer.app.frames.survey import FindPrecision, Locate, Survey, draft_of, survey, unknown
from sd3explorer.app.frames.tasks import Task
from sd3explorer.app.frames.wanted import Wanted
from sd3explorer.presets.catalog import title
from sd3explorer.presets.preset import Preset
from sd3explorer.render.messages import Image
from sd3explorer.render.store import FrameStore
from sd3explorer.walk.model import ModelFacts
from sd3explorer.walk.recipe import Recipe
from sd3explorer.walk.spots import Placement
from sd3explorer.walk.walk import Walk

# So many frames ahead of the playhead are read before they are shown.
READ_AHEAD = 3


class Frames(QObject):
    """State and picture of every frame of a walk.

    Looking frames up and reading them happens in threads; what isn't there yet is None, and
    announced by a signal when it is. Until then all is still said of the walk before: `outdated` is emitted
    when that begins, and `reset` when it ends.

    Args:
        store: Where frames are kept.
        locate: Finds a preset that is here.
        find_precision: Finds out what frames are rendered in.
        parent: Qt's owner.
    """

    outdated = Signal()
    reset = Signal()
    changed = Signal(int, int)
    trouble = Signal(str)

    def __init__(
        self,
        store: FrameStore,
        locate: Locate,
        find_precision: FindPrecision,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        # An edit doesn't stop it, as whatever is looked up next needs it too; another model does.
        self._locate = cache(lambda preset: locate(preset, lambda: self._closing or preset != self._wanted))
        self._wanted = ""
        self._find_precision = find_precision
        self._place_finder = PlaceFinder(store)
        # What is still to be rendered before the search for even places can continue.
        self._awaited: set[str] = set()
        self._going_on = False
        self._closing = False
        self._survey = unknown(Walk())
        # What was looked up last, or is being looked up.
        self._latest = self._survey.walk
        self._generation = 0
        self._surveyed = 0
        self._states = States()
        self._denoising: dict[str, QImage] = {}
        self._reported_unreadable = False
        self._reader = PictureReader(store, self)
        self._reader.read.connect(self._take_read)
        self._reader.compared.connect(self._take_comparison)
        self._reader.failed.connect(self._take_unreadable)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._answers = _Answers()
        self._answers.surveyed.connect(self._take_survey)

    @property
    def walk(self) -> Walk:
        """The walk that the frames are of; a little behind the document while it is looked up."""
        return self._survey.walk

    @property
    def looking_up(self) -> bool:
        """Whether nothing is known of the last walk yet: whether its model is here, and what is rendered."""
        return self._surveyed == 0 or (self._surveyed != self._generation and not self._going_on)

    @property
    def going_on(self) -> bool:
        """Whether the search for even places has what it waited for, and looks what it needs next.

        It still has when `reset` tells that it knows.
        """
        return self._going_on

    @property
    def placed_walk(self) -> Walk:
        """The walk with the places of its frames, as far as they are known."""
        return self._survey.placed

    @property
    def placement(self) -> Placement | None:
        """Where an even walk's frames lie, once all their places are found."""
        return None if self.searching else self._survey.placed.placement

    @property
    def searching(self) -> bool:
        """Whether the places of an even walk's frames aren't all known: frames show what is near to them."""
        return bool(self._survey.wanted)

    def keep_places(self, walk: Walk) -> None:
        """Keeps the places of an edited walk's frames, which follow from those of the one that is shown.

        Args:
            walk: The edited walk, with its places.
        """
        found = self._survey
        known = found.placed.placement
        if found.facts is None or self.searching or walk.placement is None or known is None:
            return
        if walk.placement.key != known.key:
            self._place_finder.keep(walk, found.facts)

    @property
    def looked_at(self) -> int:
        """How many frames were rendered to find the places of others."""
        return self._survey.looked_at + len(self._survey.wanted) - len(self._awaited)

    @property
    def search_done(self) -> float:
        """How far the search for them is, as a share of all."""
        return self._survey.progress.done(len(self._awaited))

    @property
    def preset(self) -> Preset | None:
        """The walk's model, where it is here."""
        return self._survey.preset

    @property
    def precision(self) -> str:
        """Name of the dtype that frames are rendered in, where the walk's model is here."""
        return self._survey.precision

    @property
    def facts(self) -> ModelFacts | None:
        """What to know of the walk's model, where it is here."""
        return self._survey.facts

    @property
    def problem(self) -> str:
        """Why the walk can't be rendered, even where its model is here; or empty."""
        return self._survey.trouble

    @property
    def absence(self) -> str:
        """Why nothing is known of the walk's model, and what to do about it."""
        absent = self.tr("{0} is not on this machine; Walk › Models fetches it, or chooses another one")
        return self.problem or absent.format(title(self.walk.model.preset))

    @property
    def count(self) -> int:
        """How many frames there are."""
        return self.walk.frame_count

    @property
    def done_count(self) -> int:
        """How many frames are rendered."""
        return self._states.done

    @property
    def all_done(self) -> bool:
        """Whether every frame is rendered, of the last walk that was to be looked up."""
        count = len(self._survey.digests)
        return 0 < count == self._states.done and not self.looking_up

    @property
    def bridges(self) -> Sequence[range]:
        """The frames on each bridge over a cut, in order; none before all places are found."""
        return self._survey.bridges

    @property
    def waiting(self) -> bool:
        """Whether frames are being rendered, or about to be."""
        return bool(self._states.queued)

    @property
    def recipes(self) -> Sequence[Recipe]:
        """The recipe of each frame; none where the model isn't here."""
        return self._survey.recipes

    @property
    def digests(self) -> Sequence[str]:
        """The digest of each recipe."""
        return self._survey.digests

    def show_walk(self, walk: Walk) -> None:
        """Looks a walk's frames up, and then shows them: `reset` is emitted then."""
        self._latest = walk
        if self._surveyed == self._generation > 0 and _has_the_same_frames(walk, self.walk):
            kept = {"title": walk.title, "versions": walk.versions, "stars": walk.stars}
            self._survey = replace(self._survey, walk=walk, placed=replace(self._survey.placed, **kept))
            self.reset.emit()
            return
        self._look_up_anew(walk)

    def _look_up_anew(self, walk: Walk) -> None:
        self._going_on = False
        self._look_up(walk)
        self.outdated.emit()

    def _look_up(self, walk: Walk) -> None:
        self._generation += 1
        self._wanted = walk.model.preset
        generation, before = self._generation, self._survey

        def look_up() -> None:
            found = survey(
                walk,
                lambda: self._locate(walk.model.preset),
                lambda: self._find_precision(lambda: self._closing),
                self._place_finder.find,
                self._store,
                before,
                lambda: generation != self._generation,
            )
            if found is not None:
                self._answers.surveyed.emit(generation, found)

        self._pool.start(Task(look_up))

    def look_again(self) -> None:
        """Looks the walk up anew: a model may have come or gone."""
        self._locate.cache_clear()
        self._look_up_anew(self._latest)

    def state(self, index: int) -> FrameState:
        """How far a frame is."""
        return self._states.state(self._digest(index))

    def states_of(self, indices: range) -> tuple[FrameState, ...]:
        """How far each of some frames in a row is."""
        return self._states.states_of(indices)

    def failure(self, index: int) -> str:
        """Why a frame can't be rendered as things are, or ""."""
        return self._states.failures.get(self._digest(index), "")

    def image(self, index: int) -> QImage | None:
        """A frame in full size, or None while it isn't in memory; then it is being read."""
        return self._reader.image(self._shown(index))

    def thumbnail(self, index: int) -> QImage | None:
        """A frame in small, or None while it isn't in memory; then it is being read."""
        return self._reader.thumbnail(self._shown(index))

    def read_ahead(self, index: int, direction: int) -> None:
        """Reads the frames that the playhead comes to next.

        Args:
            index: Where it is.
            direction: 1 where it moves on, -1 where it moves back.
        """
        # The last wish is read first, and the next frame is needed first.
        for distance in range(READ_AHEAD, 0, -1):
            self.image(index + direction * distance)

    def denoising(self, index: int) -> QImage | None:
        """What is to be seen of a frame that is being rendered, in few pixels."""
        return self._denoising.get(self._digest(index))

    def nearest(self, index: int) -> int | None:
        """The frame nearest to one, itself first, that has a picture."""
        return self._states.nearest(index)

    def change(self, index: int) -> float | None:
        """How much the picture changes to the next frame, from 0 to 255, if known.

        From the last frame of a closed walk that is the first one. A draft and a finished frame differ in
        more than their places: between them nothing is known, nor while frames show what is near to them.
        """
        following = index + 1
        if following == self.count and self.walk.trail.is_closed:
            following = 0
        if self.searching or following >= self.count:
            return None
        if {self.state(index), self.state(following)} == {FrameState.DONE, FrameState.DRAFT}:
            return None
        return self._reader.difference(self._shown(index), self._shown(following))

    def missing(self, first: int, indices: Iterable[int] | None = None) -> Wanted:
        """The frames that are not rendered, each once.

        Args:
            first: The frame that comes before all others, if it is one of them.
            indices: The frames that count; None takes all, coarse to fine.
        """
        if self._survey.wanted:
            search = {recipe.digest: recipe for recipe in self._survey.wanted}
            left = self._awaited - self._states.failures.keys()
            return Wanted({digest: search[digest] for digest in search if digest in left}, ())
        order = self._survey.order
        if indices is not None:
            order = {self._digest(index): index for index in indices if index < len(self._survey.digests)}
        if (digest := self._digest(first)) in order:
            order = {digest: first} | order
        there = self._states.kept | self._states.failures.keys()
        if there:
            order = {digest: index for digest, index in order.items() if digest not in there}
        return Wanted(order, self._survey.recipes)

    def drafts_around(self, index: int, number: int) -> list[Recipe]:
        """Drafts of a frame and of its nearest neighbours that have no picture yet.

        Args:
            index: The frame, which comes first.
            number: How many drafts at most.
        """
        drafts: dict[str, Recipe] = {}
        for near in islice(_nearest_first(index, self.count), 8 * number):
            recipe = self._survey.recipes[near]
            if not self._shown(near) and len(drafts) < number:
                draft = draft_of(recipe)
                self._states.will_draft(draft.digest, self._digest(near))
                drafts[draft.digest] = draft
        return list(drafts.values())

    def drafted(self, index: int) -> list[Recipe]:
        """The recipes of frames of which there is only a draft, each once, the nearest first.

        Args:
            index: The frame that the others are near to.
        """
        nearest_first = sorted(self._states.drafted(), key=lambda place: (abs(place - index), place))
        return list({self._digest(near): self._survey.recipes[near] for near in nearest_first}.values())

    def set_queued(self, digests: Iterable[str]) -> None:
        """The frames with these digests will be rendered, and no others."""
        before, queued = self._states.queued, set(digests)
        if self.searching and queued:
            # Each frame waits for what the search wants.
            queued |= self._states.places.keys()
        self._states.queued = queued
        self._report(before ^ queued)

    def take_frame(self, recipe: Recipe, array: Image) -> None:
        """A frame was rendered, and is in the store."""
        self._go_on_without(recipe.digest)
        full = self._states.take(recipe.digest, is_final=not self.searching)
        if not full:
            return
        self._denoising.pop(full, None)
        self._reader.remember(recipe.digest, picture(array))
        self._report({full})

    def take_failure(self, recipe: Recipe, reason: str) -> None:
        """A frame can't be rendered as things are."""
        if recipe.digest in self._awaited:
            self._take_failure_of_search(recipe.digest, reason)
            return
        digest = self._states.fail(recipe.digest, reason)
        self._denoising.pop(digest, None)
        self._report({digest})

    def take_denoising(self, recipes: Sequence[Recipe], arrays: Sequence[Image]) -> None:
        """Frames are being rendered, and look like this by now."""
        before = set(self._denoising)
        self._denoising = {
            self._states.frame_of(recipe.digest): as_image(array)
            for recipe, array in zip(recipes, arrays, strict=True)
        }
        self._report(before | self._denoising.keys())

    def forget_denoising(self) -> None:
        """Nothing is being rendered any more."""
        before, self._denoising = set(self._denoising), {}
        self._report(before)

    @property
    def has_failures(self) -> bool:
        """Whether some couldn't be rendered."""
        return bool(self._states.failures)

    def forget_failures(self) -> None:
        """What failed may be tried again."""
        before, self._states.failures = set(self._states.failures), {}
        self._report(before)

    def close(self) -> None:
        """Ends the threads."""
        self._closing = True
        self._generation += 1
        self._pool.clear()
        self._pool.waitForDone()
        self._reader.close()
        self._store.hold(self, ())

    def _go_on_without(self, digest: str) -> None:
        """Continues with the search for even places when all that it waits for is rendered."""
        if digest in self._awaited:
            self._awaited.discard(digest)
            self._states.failures.pop(digest, None)
            # Another walk that is looked up meanwhile is what counts.
            if not self._awaited and self._surveyed == self._generation:
                self._going_on = True
                self._look_up(self._survey.walk)

    def _take_failure_of_search(self, digest: str, reason: str) -> None:
        """The search stays where it is until that is tried again; where one frame fails, most do."""
        if not self._states.failures.keys() & self._awaited:
            self.trouble.emit(reason)
        self._states.failures[digest] = reason

    def _take_survey(self, generation: int, found: Survey) -> None:
        if generation != self._generation:
            return
        self._survey = found
        self._store.hold(self, found.digests)
        self._surveyed = generation
        self._awaited = {recipe.digest for recipe in found.wanted}
        self._reported_unreadable = False
        goes_on = self._going_on and self.searching and self.waiting
        self._states.begin(found, goes_on)
        self.reset.emit()
        self._going_on = False
        if found.trouble:
            self.trouble.emit(found.trouble)
        # Frames that are near to their places are those that will lie on them.
        drafts = self._states.drafts.items()
        self._reader.compare(self._states.kept | {full for full, draft in drafts if full == draft})

    def _take_read(self, digest: str, found: bool) -> None:
        if not found:
            # The store had a damaged file, or none any more.
            self._states.lose(digest)
        self._report({self._states.frame_of(digest)})

    def _take_unreadable(self, reason: str) -> None:
        # Where one frame can't be read, most can't.
        if not self._reported_unreadable:
            self._reported_unreadable = True
            self.trouble.emit(reason)

    def _take_comparison(self, digest: str) -> None:
        self._report({digest})

    def _digest(self, index: int) -> str:
        return self._states.digest(index)

    def _shown(self, index: int) -> str:
        return self._states.shown(index)

    def _report(self, digests: Iterable[str]) -> None:
        for first, last in self._states.runs_of(digests):
            self.changed.emit(first, last)


class _Answers(QObject):
    surveyed = Signal(int, object)


def _has_the_same_frames(walk: Walk, other: Walk) -> bool:
    """Whether walks that aren't the same differ only in what no frame depends on."""
    return walk != other and replace(walk.alone, title="") == replace(other.alone, title="")


def _nearest_first(index: int, count: int) -> Iterator[int]:
    """All frames, from one on to both sides."""
    for distance in range(max(index, count - 1 - index) + 1):
        for near in sorted({index - distance, index + distance}):
            if 0 <= near < count:
                yield near
