"""Stars on frames: which frames have one, and how one goes from star to star."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, QThreadPool, Signal

from sd3explorer.app.document.document import Document
from sd3explorer.app.frames.frames import Frames
from sd3explorer.app.frames.tasks import Pace, Task
from sd3explorer.app.messages import MessageBar
from sd3explorer.app.playhead import Playhead
from sd3explorer.walk.error import WalkError
from sd3explorer.walk.keeping import with_star_toggled
from sd3explorer.walk.recipe import Recipe
from sd3explorer.walk.stars import star_of


class Stars(QObject):
    """Finds the frames with the stars of the walk, and puts stars on frames.

    Args:
        document: The walk, which has the stars.
        frames: Its frames.
        playhead: Which of them is looked at.
        messages: Where it says why there can be no star.
        parent: Qt's owner.

    Signals:
        changed: Other frames have a star.
    """

    changed = Signal()

    def __init__(
        self,
        document: Document,
        frames: Frames,
        playhead: Playhead,
        messages: MessageBar,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document, self._frames, self._playhead = document, frames, playhead
        self._messages = messages
        self._indices: tuple[int, ...] = ()
        self._only = False
        # Of each frame, what a star on it would be; of the recipes that these are of.
        self._of: Sequence[Recipe] = ()
        self._keys: tuple[str, ...] = ()
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._answers = _Answers()
        self._answers.known.connect(self._take)
        document.begun.connect(lambda: self.set_only(False))
        frames.reset.connect(self._look)

    @property
    def indices(self) -> tuple[int, ...]:
        """The frames with a star, in order."""
        return self._indices

    @property
    def only(self) -> bool:
        """Whether only these are to be seen and played."""
        return self._only and bool(self._indices)

    def toggle(self) -> None:
        """Puts a star on the frame under the playhead, or takes it away."""
        frames, walk, index = self._frames, self._document.walk, self._playhead.index
        reason = self._why_not()
        if reason:
            self._messages.show_message(reason, level="info")
            return
        star = star_of(frames.recipes[index])
        try:
            starred = with_star_toggled(walk, star)
        except WalkError as error:
            self._messages.show_message(str(error))
            return
        # Of a very long walk it takes a while to find the others that show the same.
        others = set(self._indices) ^ {index} if self._of is not frames.recipes else None
        is_new = star in starred.stars
        self._document.edit(starred, self.tr("Star frame") if is_new else self.tr("Remove star"))
        if others is not None:
            self._show(others)

    def go(self, direction: int) -> None:
        """Goes to the next star, or back to the last one; behind the last the first one follows."""
        if not self._indices:
            self._messages.show_message(self.tr("No frame has a star: press S to add one"), level="info")
            return
        index = self._playhead.index
        before, after = bisect_left(self._indices, index) - 1, bisect_right(self._indices, index)
        place = after if direction > 0 else before
        self._playhead.pause()
        self._playhead.move_to(self._indices[place % len(self._indices)])

    def set_only(self, only: bool) -> None:
        """Has only frames with a star seen and played, or all of them."""
        self._only = only
        self.changed.emit()

    def close(self) -> None:
        """Ends its thread."""
        self._of = ()
        self._pool.clear()
        self._pool.waitForDone()

    def _why_not(self) -> str:
        frames = self._frames
        if frames.walk != self._document.walk or self._playhead.index >= len(frames.recipes):
            return self.tr("A frame can have a star when its model is on this machine and it is looked up")
        if frames.searching:
            return self.tr("Frames of an even walk can have stars when their places are found")
        return ""

    def _look(self) -> None:
        recipes = self._frames.recipes
        if not self._frames.walk.stars:
            self._show(())
        elif recipes is self._of:
            self._find()
        else:
            self._of, self._keys = recipes, ()

            def look() -> None:
                pace, keys = Pace(), list[str]()
                for recipe in recipes:
                    if self._of is not recipes:
                        return
                    keys.append(star_of(recipe))
                    pace.keep()
                self._answers.known.emit(recipes, tuple(keys))

            self._pool.start(Task(look))

    def _take(self, recipes: Sequence[Recipe], keys: tuple[str, ...]) -> None:
        if recipes is self._of:
            self._keys = keys
            self._find()

    def _find(self) -> None:
        stars = set(self._frames.walk.stars)
        if self._keys:
            self._show(index for index, key in enumerate(self._keys) if key in stars)

    def _show(self, indices: Iterable[int]) -> None:
        found = tuple(sorted(indices))
        if found != self._indices:
            self._indices = found
            self.changed.emit()


class _Answers(QObject):
    known = Signal(object, object)
