"""The picture under the pointer: a draft at once, in full when it stays there."""

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


class MapFeed(QObject):
    """Has one picture rendered after the other, each time that of the place looked at last.

    A draft that is being rendered is finished before the next one begins: else nothing would be seen while
    the pointer moves. Places that it came by meanwhile are left out.

    Args:
        control: What renders.
        thread: What reports pictures.
        store: Where they are kept.
        parent: Qt's owner.

    Signals:
        changed: There is another picture, or a reason why there is none.
    """

    changed = Signal()

    def __init__(
        self, control: RenderControl, thread: RenderThread, store: FrameStore, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._control, self._store = control, store
        self._looked_at: Recipe | None = None
        self._asked: Recipe | None = None
        self._image: QImage | None = None
        self._is_draft = True
        # Whether the place is looked at for long enough, so that its picture comes in full after the draft.
        self._is_resting = False
        self._failure = ""
        self._reader = PictureReader(store, self)
        self._reader.read.connect(self._take_read)
        thread.rendered.connect(self._take_frame)
        thread.frame_failed.connect(self._take_failure)
        thread.denoising.connect(self._take_denoising)
        thread.trouble.connect(self._take_trouble)

    @property
    def image(self) -> QImage | None:
        """The picture to show; None while there is none."""
        return self._image

    @property
    def is_draft(self) -> bool:
        """Whether there could be more of it."""
        return self._is_draft

    @property
    def failure(self) -> str:
        """Why there is no picture, or ""."""
        return self._failure

    def look(self, recipe: Recipe | None) -> None:
        """Shows what is at another place, as soon as it is there.

        Args:
            recipe: The picture in full; None wants none any more, and keeps the one that there is.
        """
        self._looked_at, self._failure, self._is_resting = recipe, "", False
        if recipe is None:
            self._ask(None)
            return
        for there in (recipe, draft_of(recipe)):
            if self._store.has(there.digest):
                self._show(self._reader.image(there.digest), there is not recipe)
                return
        asked = self._asked
        # A picture in full that was begun for another place takes too long.
        if asked is None or not self._control.is_to_come(asked.digest) or asked != draft_of(asked):
            self._ask(draft_of(recipe))

    def refine(self) -> None:
        """Renders the picture looked at in full, behind its draft."""
        recipe = self._looked_at
        if recipe is None or self._failure or self._store.has(recipe.digest):
            return
        draft = draft_of(recipe)
        # Whoever waits for the first picture, as it is being compiled, would wait even longer.
        self._is_resting = self._asked == draft and self._control.is_to_come(draft.digest)
        if not self._is_resting:
            self._ask(recipe)

    def forget(self) -> None:
        """Shows nothing, as before anything was looked at."""
        self.look(None)
        self._image, self._is_draft = None, True

    def close(self) -> None:
        """Wants nothing any more, and ends the threads."""
        self._looked_at = self._asked = None
        self._reader.close()

    def _ask(self, recipe: Recipe | None) -> None:
        if recipe != self._asked or (recipe is not None and not self._control.is_to_come(recipe.digest)):
            self._asked = recipe
            self._control.render_aside([] if recipe is None else [recipe], "map")

    def _show(self, image: QImage | None, is_draft: bool) -> None:
        if image is not None:
            self._image, self._is_draft = image, is_draft
        self.changed.emit()

    def _take_frame(self, recipe: Recipe, image: Image) -> None:
        if recipe != self._asked:
            return
        self._asked = None
        looked_at = self._looked_at
        found = picture(image)
        self._reader.remember(recipe.digest, found)
        self._show(found.image, recipe != looked_at)
        if looked_at is None:
            return
        if recipe not in (looked_at, draft_of(looked_at)):
            self.look(looked_at)
        elif self._is_resting:
            self.refine()

    def _take_failure(self, recipe: Recipe, reason: str) -> None:
        if recipe == self._asked:
            self._take_trouble(reason)

    def _take_trouble(self, reason: str) -> None:
        if self._asked is not None:
            self._asked = None
            self._failure = reason
            self.changed.emit()

    def _take_denoising(self, recipes: Sequence[Recipe], images: Sequence[Image]) -> None:
        for recipe, image in zip(recipes, images, strict=True):
            # In full, the draft that is there shows more than what is coming into being.
            if recipe == self._asked and self._looked_at is not None and recipe == draft_of(self._looked_at):
                self._show(as_image(image), True)

    def _take_read(self, digest: str, found: bool) -> None:
        recipe = self._looked_at
        if recipe is None or digest not in (recipe.digest, draft_of(recipe).digest):
            return
        if found:
            self._show(self._reader.image(digest), digest != recipe.digest)
        elif not self._store.has(digest):
            self.look(recipe)
