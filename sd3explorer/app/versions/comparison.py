"""The version that the walk is compared with, under the same playhead, rendered where it is missing."""

from itertools import islice

from PySide6.QtCore import QObject, QTimer, Signal

from sd3explorer.app.frames.frames import Frames
from sd3explorer.app.playhead import Playhead
from sd3explorer.app.rendering.render_control import RenderControl, RenderState
from sd3explorer.app.rendering.render_thread import RenderThread
from sd3explorer.walk.keeping import frame_alongside
from sd3explorer.walk.recipe import Recipe
from sd3explorer.walk.walk import Walk

# Long enough to be sure that one looks at this frame.
MILLISECONDS_OF_CALM = 250
# So many frames are wanted at once where all are.
MANY = 32


class Comparison(QObject):
    """Another walk beside the one of the window.

    The frame under the playhead is rendered where one rests; all of them once the walk's own are done, where
    rendering continues. A walk that another engine would have to render shows what is there.

    Args:
        frames: The frames of the window's walk.
        others: The frames of the other one.
        playhead: Which frame is looked at.
        control: What renders.
        thread: What reports pictures.
        parent: Qt's owner.

    Signals:
        changed: There is something else to be seen.
    """

    changed = Signal()

    def __init__(
        self,
        frames: Frames,
        others: Frames,
        playhead: Playhead,
        control: RenderControl,
        thread: RenderThread,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._mine, self.frames = frames, others
        self._playhead, self._control = playhead, control
        self._walk: Walk | None = None
        self.name = self.name_here = ""
        self.wiped = False
        self._troubled = False
        self._asked: set[str] = set()
        self._soon = QTimer(self, singleShot=True, interval=MILLISECONDS_OF_CALM)
        self._soon.timeout.connect(self._want)
        others.reset.connect(self._show)
        others.changed.connect(lambda *_: self.active and self.changed.emit())
        frames.reset.connect(self._show)
        playhead.moved.connect(lambda _: self.active and self._soon.start())
        control.changed.connect(self._follow)
        thread.rendered.connect(self._take_frame)
        thread.frame_failed.connect(self._take_failure)
        thread.denoising.connect(self._take_denoising)
        thread.trouble.connect(self._take_trouble)

    @property
    def active(self) -> bool:
        """Whether there is another walk."""
        return self._walk is not None

    @property
    def looked_up(self) -> bool:
        """Whether its frames are known."""
        return self._walk is not None and self.frames.walk == self._walk

    @property
    def index(self) -> int:
        """Its frame under the playhead."""
        mine, other = self._mine.walk, self.frames.walk
        return frame_alongside(min(self._playhead.index, mine.frame_count - 1), mine, other)

    @property
    def can_be_rendered(self) -> bool:
        """Whether the engine of the window's walk renders it too."""
        mine, other, facts = self._mine, self.frames, self._mine.facts
        if facts is None or other.facts is None or mine.preset is None:
            return False
        sizes = mine.walk.image_size(facts), other.walk.image_size(other.facts)
        return mine.preset == other.preset and sizes[0] == sizes[1]

    def show(self, walk: Walk | None, name: str, name_here: str) -> None:
        """Compares with another walk.

        Args:
            walk: The other walk; None compares with none.
            name: What it is called.
            name_here: What the window's walk is called.
        """
        self.name, self.name_here = name, name_here
        if walk != self._walk:
            self._walk, self._troubled = walk, False
            if walk is None:
                self._rest()
            else:
                # Frames and models may have come since it was shown last.
                if self.frames.walk == walk:
                    self.frames.look_again()
                else:
                    self.frames.show_walk(walk)
                self._soon.start()
        self.changed.emit()

    def set_wiped(self, wiped: bool) -> None:
        """Shows one over the other with a line between them, or both side by side."""
        self.wiped = wiped
        self.changed.emit()

    def close(self) -> None:
        """Ends its threads."""
        self._walk = None
        self._rest()
        self.frames.close()

    def _rest(self) -> None:
        self._soon.stop()
        self._asked = set()
        self._control.render_aside([], "comparison")

    def _show(self) -> None:
        if self.active:
            self._soon.start()
            self.changed.emit()

    def _want(self) -> None:
        if not self.active or self._playhead.playing:
            return
        wanted = self._wanted() if self.looked_up and self.can_be_rendered and not self._troubled else []
        self._asked = {recipe.digest for recipe in wanted}
        self._control.render_aside(wanted, "comparison")

    def _wanted(self) -> list[Recipe]:
        index = self.index
        some = self.frames.missing(index, None if self._mine_are_done() else [index])
        return [some[digest] for digest in islice(some, MANY)]

    def _mine_are_done(self) -> bool:
        return self._control.on and self._mine.all_done

    def _follow(self, state: RenderState) -> None:
        if not state.working:
            # It may have been stopped.
            self._asked = set()
        self._go_on()

    def _go_on(self) -> None:
        """Continues with all of it, where the walk's own frames are done and rendering continues."""
        idle = self.looked_up and not self._asked and not self._troubled and not self._soon.isActive()
        if idle and self._mine_are_done() and not self.frames.all_done and self.can_be_rendered:
            self._soon.start()

    def _take_frame(self, recipe: Recipe, image: object) -> None:
        if self.active:
            self._asked.discard(recipe.digest)
            self.frames.take_frame(recipe, image)  # type: ignore[arg-type]
            self._go_on()

    def _take_failure(self, recipe: Recipe, reason: str) -> None:
        if recipe.digest in self._asked:
            self._asked.discard(recipe.digest)
            self.frames.take_failure(recipe, reason)
            self._troubled = True

    def _take_denoising(self, recipes: list[Recipe], images: list[object]) -> None:
        if self.active:
            self.frames.take_denoising(recipes, images)  # type: ignore[arg-type]

    def _take_trouble(self, _: str) -> None:
        self._asked, self._troubled = set(), True
