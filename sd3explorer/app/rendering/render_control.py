"""What is to be rendered now: after an edit, where the playhead is, or because the user says so."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace

from PySide6.QtCore import QLocale, QObject, QTimer, Signal

from sd3explorer.app.frames.frames import Frames
from sd3explorer.app.frames.states import FrameState
from sd3explorer.app.frames.wanted import Wanted
from sd3explorer.app.playhead import Playhead
from sd3explorer.app.rendering.render_thread import RenderThread
from sd3explorer.render.messages import EngineSettings, Phase
from sd3explorer.render.place import Place
from sd3explorer.walk.recipe import Recipe
from sd3explorer.wording import FrameRate

# After an edit: long enough for a typed word, short enough to feel at once.
MILLISECONDS_AFTER_EDIT = 350
MILLISECONDS_AFTER_MOVE = 120

# Without an edit or a move: long enough to be sure that one looks at this frame.
MILLISECONDS_OF_CALM = 700


@dataclass(frozen=True, slots=True)
class RenderState:
    """What the engine does, for the eye.

    Args:
        working: Whether frames are being rendered, or the engine is getting ready to.
        refining: Whether these are frames in the place of drafts, which nobody has asked for.
        looking_up: Whether an edited walk is looked up; the rest is still of the walk before.
        phase: What it is getting ready with, or None.
        selected: Whether only selected frames are, and counted.
        aside: How many pictures are still to come that are no frames of the walk, and come before these.
        done: Frames of the walk that are rendered.
        total: Frames of the walk.
        pace: Frames per second and the time left, or "".
        looked_at: While even places are looked for, how many frames were rendered for that; else None.
        search_done: How far that is, as a share of all.
    """

    working: bool = False
    refining: bool = False
    looking_up: bool = False
    selected: bool = False
    aside: int = 0
    phase: Phase | None = None
    done: int = 0
    total: int = 0
    pace: str = ""
    looked_at: int | None = None
    search_done: float = 0.0


class RenderControl(QObject):
    """Keeps the render thread busy with what is missing and wanted.

    Once rendering was asked for, it continues after every edit until it is stopped. In live mode
    the frame under the playhead comes first, as a draft. When the user has come to rest there,
    it is refined in its place, and after it the drafts around it.

    Args:
        frames: The walk and its frames.
        playhead: Which frame is looked at.
        thread: Owns the engine.
        place: Where it runs.
        parent: Qt's owner.
    """

    changed = Signal(object)
    engine_changed = Signal()

    def __init__(
        self,
        frames: Frames,
        playhead: Playhead,
        thread: RenderThread,
        place: Place,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._frames = frames
        self._playhead = playhead
        self._thread = thread
        self._place = place
        self._on = False
        self._live = False
        self._selection: list[int] | None = None
        # By who wants them.
        self._aside: dict[str, dict[str, Recipe]] = {}
        self._batch_size: int | None = None
        self._state = RenderState()
        self._rate = FrameRate()
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._want)
        self._calm = QTimer(self, singleShot=True, interval=MILLISECONDS_OF_CALM)
        self._calm.timeout.connect(self._refine)
        # The frame that was looked at when frames were wanted last.
        self._looked_at = ""
        # Whether the frames are still those of the walk before.
        self._begins = False
        frames.outdated.connect(self._show)
        frames.reset.connect(self._want_soon)
        playhead.moved.connect(self._follow)
        thread.rendered.connect(self._take_frame)
        thread.frame_failed.connect(self._take_failure)
        thread.denoising.connect(self._take_denoising)
        thread.phase_changed.connect(self._take_phase)
        thread.idle.connect(self._take_idle)
        thread.trouble.connect(self._take_trouble)
        thread.warmed.connect(self._take_warmth)
        thread.warming_failed.connect(self._take_warmth)
        thread.measured.connect(self._take_warmth)
        thread.measuring_failed.connect(self._take_warmth)

    @property
    def state(self) -> RenderState:
        """What the engine does now."""
        return self._state

    @property
    def engine_settings(self) -> EngineSettings | None:
        """The engine that the walk's frames need, where its model is here."""
        preset, facts = self._frames.preset, self._frames.facts
        if preset is None or facts is None:
            return None
        size = self._frames.walk.image_size(facts)
        place = self._place
        return place.settings(preset, size, self._frames.precision, self._batch_size, place.watchable)

    @property
    def on(self) -> bool:
        """Whether what is missing is rendered, now and after edits."""
        return self._on

    @property
    def live(self) -> bool:
        """Whether the frame under the playhead is drafted first."""
        return self._live

    def render(self, indices: list[int] | None = None) -> None:
        """Renders what is missing, from now on.

        Args:
            indices: Only these frames; None takes all.
        """
        self._on, self._selection = True, indices
        self._frames.forget_failures()
        self._want()

    def render_aside(self, recipes: Sequence[Recipe], who: str = "") -> None:
        """Renders pictures that are no frames of the walk before those that are, the first ones first.

        Args:
            recipes: Those that are wanted now; what was wanted before and isn't among them is not any more.
            who: Who wants them; what others want stays.
        """
        before = self._aside.pop(who, {})
        wanted = {recipe.digest: recipe for recipe in recipes}
        if wanted:
            self._aside[who] = wanted
        if wanted.keys() != before.keys() or (wanted and not self._state.working):
            self._want()

    def is_to_come(self, digest: str) -> bool:
        """Whether a picture is still to come that is no frame of the walk."""
        return self._state.working and digest in self._all_aside()

    def stop(self) -> None:
        """Renders nothing until it is asked for again; what is rendered stays."""
        self._on, self._selection, self._aside = False, None, {}
        self._soon.stop()
        self._calm.stop()
        self._thread.stop()
        self._rest()

    def begin_anew(self) -> None:
        """Renders nothing of this walk any more; of the next one only once its frames are known."""
        self.stop()
        self._begins = True

    def set_live(self, live: bool) -> None:
        """Turns live mode on or off."""
        self._live = live
        self._want()
        self._disturb()

    def set_batch_size(self, batch_size: int | None) -> None:
        """Changes how many frames are rendered at once; the engine starts anew for it.

        Args:
            batch_size: None takes what suits the image size.
        """
        self._batch_size = batch_size
        self._want()
        self.engine_changed.emit()

    def change_place(self) -> None:
        """Others compute from now on, maybe in another precision: frames are looked up anew."""
        self._thread.reopen()
        self._frames.look_again()
        self.engine_changed.emit()

    def unload(self) -> None:
        """Ends the engine."""
        self.stop()
        self._thread.unload()

    def close(self) -> None:
        """Ends the engine and its thread."""
        self._soon.stop()
        self._calm.stop()
        self._thread.close()

    def _want_soon(self) -> None:
        if self._selection is not None:
            # Some of these frames may be gone.
            self._selection = [index for index in self._selection if index < self._frames.count]
        if not self._counts().items() <= asdict(self._state).items():
            self._show()
        self._disturb()
        begun, self._begins = self._begins, False
        if self._on and self._frames.going_on:
            self._want(first_awaited=False)
        elif begun and (self._on or self._live or self._aside):
            self._want()
        elif self._on or self._live:
            self._soon.start(MILLISECONDS_AFTER_EDIT)

    def _follow(self, index: int) -> None:
        self._disturb()
        digests = self._frames.digests
        if index < len(digests):
            self._looked_at = digests[index]
            self._thread.prefer(digests[index])
        if self._live and self._frames.state(index) in (FrameState.MISSING, FrameState.QUEUED):
            self._soon.start(MILLISECONDS_AFTER_MOVE)

    def _want(self, first_awaited: bool = True) -> None:
        self._soon.stop()
        if self._begins:
            self._show()
            return
        frames, settings = self._frames, self.engine_settings
        if settings is None:
            self._rest()
            return
        drafts = self._drafts(settings.frames_at_once)
        full = frames.missing(self._playhead.index, self._selection) if self._on else Wanted({}, ())
        aside = list(self._all_aside().values())
        if not drafts and not full and not aside:
            self._thread.stop()
            self._rest()
            return
        frames.set_queued(full)
        if not self._state.working:
            self._rate = FrameRate()
        self._show(working=True, refining=False)
        stale = self._look() and next(iter(full), "") == self._looked_at
        first = [*drafts, *aside]
        self._thread.render(settings, full.after(first), bool(first) or stale, first_awaited or bool(first))

    def _all_aside(self) -> dict[str, Recipe]:
        return {digest: recipe for each in self._aside.values() for digest, recipe in each.items()}

    def _take_from_aside(self, recipe: Recipe) -> bool:
        """It is over with a picture; says whether it was wanted aside."""
        found = [each.pop(recipe.digest, None) for each in self._aside.values()]
        return any(found)

    def _look(self) -> bool:
        """Looks at the frame under the playhead; says whether it has become another one."""
        before, digests = self._looked_at, self._frames.digests
        index = min(self._playhead.index, len(digests) - 1)
        self._looked_at = digests[index]
        return self._looked_at != before

    def _disturb(self) -> None:
        if self._state.refining:
            self._thread.stop()
            self._rest()
        self._calm.stop()
        if self._live and not self._on:
            self._calm.start()

    def _refine(self) -> None:
        settings = self.engine_settings
        if self._on or not self._live or self._begins or settings is None:
            return
        if self._thread.busy:
            # The draft itself is still to come.
            self._calm.start()
            return
        recipes = self._frames.drafted(self._playhead.index)
        if recipes:
            self._rate = FrameRate()
            self._show(working=True, refining=True)
            self._thread.render(settings, recipes)

    def _drafts(self, batch_size: int) -> list[Recipe]:
        index = self._playhead.index
        if not self._live or self._frames.state(index) not in (FrameState.MISSING, FrameState.QUEUED):
            return []
        return self._frames.drafts_around(index, batch_size)

    def _take_phase(self, phase: Phase) -> None:
        self._show(phase=phase)

    def _take_frame(self, recipe: Recipe, image: object) -> None:
        self._take_from_aside(recipe)
        self._frames.take_frame(recipe, image)  # type: ignore[arg-type]
        self._rate.count()
        self._show(phase=None)

    def _take_failure(self, recipe: Recipe, reason: str) -> None:
        if not self._take_from_aside(recipe):
            self._frames.take_failure(recipe, reason)
        self._show(phase=None)

    def _take_denoising(self, recipes: list[Recipe], images: list[object]) -> None:
        self._frames.take_denoising(recipes, images)  # type: ignore[arg-type]
        if self._state.phase is not None:
            self._show(phase=None)

    def _take_idle(self) -> None:
        # More may have been wanted while the news was on its way, or is as soon as it is known.
        if not self._thread.busy and not (self._on and self._frames.going_on):
            self._rest()

    def _take_warmth(self) -> None:
        if not self._state.working:
            self._show(phase=None)

    def _take_trouble(self, _: str) -> None:
        self._calm.stop()
        self._on, self._selection, self._aside = False, None, {}

    def _rest(self) -> None:
        self._frames.set_queued([])
        self._frames.forget_denoising()
        if self._selection is not None:
            self._on, self._selection = False, None
        self._show(working=False, refining=False, phase=None)

    def _counts(self) -> dict[str, object]:
        frames, selection = self._frames, self._selection
        counts: dict[str, object] = {
            "looking_up": frames.looking_up,
            "selected": selection is not None,
            "aside": len(self._all_aside()),
            "done": frames.done_count,
            "total": frames.count,
            "looked_at": frames.looked_at if frames.searching else None,
            "search_done": frames.search_done if frames.searching else 0.0,
        }
        if selection is not None:
            done = sum(frames.state(index) is FrameState.DONE for index in selection)
            counts |= {"done": done, "total": len(selection)}
        return counts

    def _show(self, **changes: object) -> None:
        state = replace(self._state, **self._counts(), **changes)  # type: ignore[arg-type]
        measured = self._rate.measure(state.total - state.done) if state.working else None
        pace = ""
        if measured:
            rate, left = measured
            pace = self.tr(" · {0} frames/s · {1} left").format(QLocale().toString(rate, "f", 1), left)
        self._state = replace(state, pace=pace)
        self.changed.emit(self._state)
