"""The pictures of a sheet: drafts of all, and in full the one that is looked at."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from sd3explorer.app.frames.pictures import as_image, picture
from sd3explorer.app.frames.reader import PictureReader
from sd3explorer.app.frames.survey import draft_of
from sd3explorer.app.rendering.render_control import RenderControl
from sd3explorer.app.rendering.render_thread import RenderThread
from sd3explorer.render.messages import Image
from sd3explorer.render.store import FrameStore
from sd3explorer.walk.recipe import Recipe


class SheetFeed(QObject):
    """Has what a sheet shows rendered, and hands out its pictures.

    Args:
        control: What renders.
        thread: What reports pictures.
        store: Where they are kept.
        parent: Qt's owner.

    Signals:
        changed: There is another picture; with its cell's number, from 0.
    """

    changed = Signal(int)

    def __init__(
        self, control: RenderControl, thread: RenderThread, store: FrameStore, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._control = control
        self._store = store
        self._recipes: list[Recipe] = []
        self._drafts: list[Recipe] = []
        # By digests, what there is, and what it looks like while it is being rendered.
        self._there: set[str] = set()
        self._failures: dict[str, str] = {}
        self._denoising: dict[str, QImage] = {}
        self._refined: int | None = None
        self._reader = PictureReader(store, self)
        self._reader.read.connect(self._take_read)
        thread.rendered.connect(self._take_frame)
        thread.frame_failed.connect(self._take_failure)
        thread.denoising.connect(self._take_denoising)
        thread.trouble.connect(self._take_trouble)

    def show(self, recipes: Sequence[Recipe], in_full: bool = False) -> None:
        """Shows other pictures; what is there already isn't rendered again.

        Args:
            recipes: One for each cell, in order.
            in_full: Whether drafts won't do.
        """
        self._recipes = list(recipes)
        self._drafts = list(recipes) if in_full else [draft_of(recipe) for recipe in recipes]
        digests = {recipe.digest for recipe in (*self._recipes, *self._drafts)}
        self._there = {digest for digest in digests if digest in self._there or self._store.has(digest)}
        self._failures, self._denoising, self._refined = {}, {}, None
        self._want()

    def refine(self, number: int | None) -> None:
        """Renders a picture in full, as the next; None refines none."""
        if number != self._refined:
            self._refined = number
            self._want()

    def close(self) -> None:
        """Wants nothing any more, and ends the threads."""
        self._recipes = self._drafts = []
        self._reader.close()

    def image(self, number: int) -> QImage | None:
        """What a cell shows: the best that there is; None while that is nothing."""
        full, draft = self._recipes[number].digest, self._drafts[number].digest
        for digest in (full, draft):
            image = self._reader.image(digest) if digest in self._there else None
            if image is not None:
                return image
        return self._denoising.get(full) or self._denoising.get(draft)

    def is_draft(self, number: int) -> bool:
        """Whether a cell shows less than there could be."""
        return self._recipes[number].digest not in self._there

    def failure(self, number: int) -> str:
        """Why a cell can't be rendered, or ""."""
        return self._failures.get(self._drafts[number].digest, "")

    def try_again(self) -> None:
        """Renders what failed once more."""
        self._failures = {}
        self._want()
        self._report(range(len(self._recipes)))

    @property
    def failures(self) -> list[str]:
        """Of the cells that can't be rendered, why."""
        return [reason for number in range(len(self._drafts)) if (reason := self.failure(number))]

    @property
    def done(self) -> int:
        """How many cells have a picture."""
        pairs = zip(self._recipes, self._drafts, strict=True)
        return sum(bool({recipe.digest, draft.digest} & self._there) for recipe, draft in pairs)

    def _want(self) -> None:
        wanted: list[Recipe] = []
        if self._refined is not None and self._refined < len(self._recipes):
            wanted.append(self._recipes[self._refined])
        for recipe, draft in zip(self._recipes, self._drafts, strict=True):
            if recipe.digest not in self._there:
                wanted.append(draft)
        done = self._there | self._failures.keys()
        self._control.render_aside([recipe for recipe in wanted if recipe.digest not in done])

    def _take_frame(self, recipe: Recipe, image: Image) -> None:
        numbers = self._numbers(recipe.digest)
        if not numbers:
            return
        self._there.add(recipe.digest)
        self._denoising.pop(recipe.digest, None)
        self._reader.remember(recipe.digest, picture(image))
        self._report(numbers)

    def _take_failure(self, recipe: Recipe, reason: str) -> None:
        numbers = self._numbers(recipe.digest)
        if numbers:
            self._failures[recipe.digest] = reason
            self._report(numbers)

    def _take_trouble(self, reason: str) -> None:
        missing = {draft.digest for draft in self._drafts} - self._there
        self._failures |= dict.fromkeys(missing, reason)
        self._report(range(len(self._recipes)))

    def _take_denoising(self, recipes: Sequence[Recipe], images: Sequence[Image]) -> None:
        for recipe, image in zip(recipes, images, strict=True):
            numbers = self._numbers(recipe.digest)
            if numbers:
                self._denoising[recipe.digest] = as_image(image)
                self._report(numbers)

    def _take_read(self, digest: str, found: bool) -> None:
        if not found:
            # A damaged file, or none any more.
            self._there.discard(digest)
            self._want()
        self._report(self._numbers(digest))

    def _numbers(self, digest: str) -> list[int]:
        pairs = zip(self._recipes, self._drafts, strict=True)
        return [number for number, pair in enumerate(pairs) if digest in (pair[0].digest, pair[1].digest)]

    def _report(self, numbers: Sequence[int]) -> None:
        for number in numbers:
            self.changed.emit(number)
