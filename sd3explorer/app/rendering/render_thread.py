"""The thread that renders: it owns the engine, and hands frames to the window by signals."""

import logging
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QThread, Signal, Slot

from sd3explorer.render.messages import (
    Batch,
    Compiled,
    Denoising,
    DeviceMemory,
    Engines,
    EngineSettings,
    Event,
    Failed,
    Measured,
    Notice,
    Phase,
    Rendered,
    Renderer,
    RenderError,
    Status,
    Tuned,
)
from sd3explorer.render.place import Place
from sd3explorer.render.store import FrameStore
from sd3explorer.walk.recipe import Prompt, Recipe

logger = logging.getLogger(__name__)

# How soon it is noticed that an engine which has nothing to do has ended.
SECONDS_BETWEEN_LOOKS = 2.0


@dataclass(frozen=True, slots=True)
class _Batches:
    """Batches of what is wanted; after their end there may be more, where more has come to be wanted."""

    take: Callable[[], Batch]

    def __iter__(self) -> Iterator[Batch]:
        return self

    def __next__(self) -> Batch:
        batch = self.take()
        if not batch:
            raise StopIteration
        return batch


@dataclass(frozen=True, slots=True)
class _Warming:
    """What the engine shall be ready for."""

    settings: EngineSettings
    recipe: Recipe


@dataclass(frozen=True, slots=True)
class _Measuring:
    """What prompts shall be compared, and by which engine."""

    settings: EngineSettings
    prompts: tuple[Prompt, ...]


class RenderThread(QThread):
    """Renders what is wanted, the most urgent first, and keeps the engine for the next time.

    What is wanted may change at any time: what is being rendered and still wanted continues, what
    nobody wants any more is stopped within one denoising step. While nothing is wanted, the
    engine can be warmed.

    Args:
        store: Where frames are kept; a frame is there before it is reported.
        place: Where the engine runs.
        parent: Qt's owner.
    """

    rendered = Signal(object, object)
    frame_failed = Signal(object, str)
    denoising = Signal(object, object)
    memory = Signal(object)
    engines = Signal(object)
    phase_changed = Signal(object)
    notice = Signal(str)
    trouble = Signal(str)
    idle = Signal()
    warmed = Signal()
    warming_failed = Signal(str)
    measured = Signal(object, object)
    measuring_failed = Signal(str)
    unloaded = Signal()
    # Comes behind `rendered`, once everybody has received that.
    _delivered = Signal(str)

    def __init__(self, store: FrameStore, place: Place, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._place = place
        self._renderer: Renderer | None = None
        self._opened: EngineSettings | None = None
        self._compiled: set[tuple[int, bool]] = set()
        # Guards everything below, and wakes the thread.
        self._changed = threading.Condition()
        self._settings: EngineSettings | None = None
        self._wanted: dict[str, None] = {}
        self._recipes: Mapping[str, Recipe] = {}
        self._asked: dict[str, Recipe] = {}
        # Frames that are done, but whose signal is still on its way.
        self._undelivered: set[str] = set()
        self._urgent = ""
        # Whether somebody waits for the next frame, as it is the first of what was wanted last.
        self._awaited = False
        self._warming: _Warming | None = None
        self._measuring: _Measuring | None = None
        self._unloading = False
        self._closing = False
        self._delivered.connect(self._take_delivery)

    def render(
        self,
        settings: EngineSettings,
        recipes: Sequence[Recipe] | Mapping[str, Recipe],
        at_once: bool = False,
        first_awaited: bool = True,
    ) -> None:
        """Wants these frames, the first ones first, and no others.

        When work begins and somebody waits for the first one, it is rendered alone if the engine is ready for
        that: it is there much sooner than a whole batch.

        Args:
            settings: The engine that renders them.
            recipes: The frames that are not there yet; of many by their digests, so that each recipe
                can be made when its turn comes.
            at_once: Whether the first one is worth interrupting others that are wanted too.
            first_awaited: Whether somebody waits for the first one.
        """
        if not isinstance(recipes, Mapping):
            recipes = {recipe.digest: recipe for recipe in recipes}
        with self._changed:
            self._recipes = recipes
            # Whoever wants these doesn't know yet that they are done.
            wanted = _without(dict.fromkeys(recipes), self._undelivered)
            same_engine = settings == self._settings
            self._settings = settings
            pointless = not same_engine or not self._asked.keys() <= wanted.keys()
            overtaken = at_once and bool(wanted) and next(iter(wanted)) not in self._asked
            interrupt = pointless or overtaken
            self._wanted = wanted if interrupt else _without(wanted, self._asked)
            if overtaken:
                self._urgent = next(iter(wanted))
            self._awaited = (self._awaited or interrupt or not self._asked) and first_awaited
            if interrupt:
                self._asked = {}
            if interrupt or self._warming is not None:
                self._warming = None
                self._stop_renderer()
            self._changed.notify_all()
            nothing_to_do = not self._wanted and not self._asked
        if nothing_to_do:
            self.idle.emit()
        elif not self.isRunning():
            self.start()

    def warm(self, settings: EngineSettings, recipe: Recipe) -> None:
        """Gets the engine ready for frames like this one, unless any are wanted.

        `warmed` or `warming_failed` reports how it went; nothing does where frames that are wanted
        come in between.

        Args:
            settings: The engine.
            recipe: A frame of the kind that will be wanted.
        """
        with self._changed:
            if self._wanted or self._asked:
                return
            if self._warming is not None:
                self._stop_renderer()
            self._warming = _Warming(settings, recipe)
            self._changed.notify_all()
        if not self.isRunning():
            self.start()

    def measure(self, settings: EngineSettings, prompts: Sequence[Prompt]) -> None:
        """Measures how far prompts are apart, as soon as what is being rendered is done.

        `measured`, with the settings, or `measuring_failed` reports how it went. What was to be measured
        before is forgotten.

        Args:
            settings: The engine.
            prompts: The prompts.
        """
        with self._changed:
            self._measuring = _Measuring(settings, tuple(prompts))
            self._changed.notify_all()
        if not self.isRunning():
            self.start()

    def prefer(self, digest: str) -> None:
        """The frame that the user looks at comes next, if it is wanted."""
        with self._changed:
            self._urgent = digest

    def stop(self) -> None:
        """Wants no frames any more, within one denoising step; warming continues."""
        with self._changed:
            self._wanted = {}
            self._asked = {}
            if self._warming is None:
                self._stop_renderer()

    def reopen(self) -> None:
        """Continues with what is wanted where the place is now; an engine opened before is closed."""
        with self._changed:
            self._opened = None
            self._wanted = dict.fromkeys((*self._asked, *self._wanted))
            self._asked = {}
            self._stop_renderer()
            self._changed.notify_all()

    def unload(self) -> None:
        """Ends the engine, which gives back its memory; it is restarted when it is needed."""
        self._stop_all()
        with self._changed:
            self._unloading = True
            self._changed.notify_all()

    def close(self) -> None:
        """Ends the engine and the thread."""
        self._stop_all()
        with self._changed:
            self._closing = True
            self._changed.notify_all()
        self.wait()

    @property
    def engine_process(self) -> int | None:
        """Number of the engine's process, while there is one."""
        return getattr(self._renderer, "process_id", None)

    @property
    def busy(self) -> bool:
        """Whether anything is wanted or being rendered."""
        with self._changed:
            return bool(self._wanted or self._asked)

    def run(self) -> None:
        """Works until it is closed."""
        while self._wait_for_work():
            work, give_up = self._next_work()
            try:
                work()
            except RenderError as error:
                give_up(str(error))
            except Exception as error:
                # A slip of ours must not end the thread, or nothing would ever render again.
                logger.exception("rendering failed")
                give_up(f"rendering failed: {type(error).__name__}: {error}")
        self._close_renderer()

    def _next_work(self) -> tuple[Callable[[], None], Callable[[str], None]]:
        """What to do now, and what becomes of it where that can't be done."""
        with self._changed:
            warming = None if self._wanted else self._warming
            measuring = self._measuring
        if measuring is not None:
            return partial(self._measure, measuring), partial(self._give_up_measuring, measuring)
        if warming is not None:
            return partial(self._warm, warming), self._give_up_warming
        return self._work, self._give_up

    def _wait_for_work(self) -> bool:
        while not self._woken():
            self._look_after_engine()
        with self._changed:
            unloading, self._unloading = self._unloading, False
            closing = self._closing
        if unloading and not closing:
            self._close_renderer()
            self.unloaded.emit()
        return not closing

    def _woken(self) -> bool:
        def something_to_do() -> bool:
            return self._closing or self._unloading or bool(self._wanted or self._warming or self._measuring)

        with self._changed:
            return self._changed.wait_for(something_to_do, SECONDS_BETWEEN_LOOKS)

    def _look_after_engine(self) -> None:
        how = self._renderer.ended() if self._renderer is not None else None
        if how is not None:
            self._compiled.clear()
            self.unloaded.emit()
            self.notice.emit(f"the engine ended unexpectedly ({how}); it is restarted when it is needed")

    def _work(self) -> None:
        with self._changed:
            settings = self._settings
        if settings is None or not self._wanted:
            return
        for event in self._renderer_for(settings).render(_Batches(partial(self._take_batch, settings))):
            self._report(event)
        with self._changed:
            done = not self._wanted
        if done:
            self.idle.emit()

    def _warm(self, warming: _Warming) -> None:
        for event in self._renderer_for(warming.settings).warm(self._still(warming)):
            self._report(event)
        with self._changed:
            done = self._warming is warming
            if done:
                self._warming = None
        if done:
            self.warmed.emit()

    def _measure(self, measuring: _Measuring) -> None:
        # A stop was meant for frames: what isn't measured by then is measured next.
        for event in self._renderer_for(measuring.settings).measure(measuring.prompts):
            if not isinstance(event, Measured):
                self._report(event)
            elif self._end_measuring(measuring):
                self.measured.emit(event, measuring.settings)

    def _end_measuring(self, measuring: _Measuring) -> bool:
        """Measures it no more, and says whether it still matters: something else may be asked by now."""
        with self._changed:
            matters = self._measuring in (None, measuring)
            if matters:
                self._measuring = None
        return matters

    def _still(self, warming: _Warming) -> Iterator[Recipe]:
        # A renderer that is stopped before it begins begins all the same, and asks what with.
        with self._changed:
            wanted = self._warming is warming
        if wanted:
            yield warming.recipe

    def _renderer_for(self, settings: EngineSettings) -> Renderer:
        if self._renderer is None or settings != self._opened:
            self._close_renderer()
            renderer = self._place.open(settings)
            with self._changed:
                self._renderer, self._opened = renderer, settings
        return self._renderer

    def _take_batch(self, settings: EngineSettings) -> Batch:
        """The next frames for an engine, or none."""
        with self._changed:
            if settings != self._settings or self._closing or self._measuring is not None:
                return []
            batch = self._next_batch(settings.frames_at_once)
            self._asked |= batch
        return list(batch.values())

    def _next_batch(self, batch_size: int) -> dict[str, Recipe]:
        order = list(self._wanted)
        if self._urgent in self._wanted:
            order.insert(0, self._urgent)
        if order and self._awaited and (1, self._recipes[order[0]].guided) in self._compiled:
            batch_size = 1
        self._awaited = False
        batch: dict[str, Recipe] = {}
        for digest in order:
            recipe = self._recipes[digest]
            # Frames of another kind would be rendered alone, at the price of a whole batch.
            first = next(iter(batch.values()), recipe)
            if recipe.course == first.course:
                batch[digest] = recipe
            if len(batch) == batch_size:
                break
        for digest in batch:
            del self._wanted[digest]
        return batch

    def _report(self, event: Event) -> None:
        match event:
            case Rendered(recipe, image):
                self._store.put(recipe.digest, image)
                with self._changed:
                    self._undelivered.add(recipe.digest)
                self._settle(recipe)
                self.rendered.emit(recipe, image)
                self._delivered.emit(recipe.digest)
            case Failed(recipe, reason):
                self._settle(recipe)
                self.frame_failed.emit(recipe, reason)
            case Denoising(recipes, images):
                self.denoising.emit(recipes, images)
            case DeviceMemory():
                self.memory.emit(event)
            case Engines():
                self.engines.emit(event)
            case Compiled(batch_size, guided):
                self._compiled.add((batch_size, guided))
            case Tuned(batch_size):
                if self._opened is not None:
                    self._place.remember(self._opened, batch_size)
            case Status(phase):
                if phase is Phase.STARTING:
                    self._compiled.clear()
                self.phase_changed.emit(phase)
            case Notice(text):
                self.notice.emit(text)

    @Slot(str)
    def _take_delivery(self, digest: str) -> None:
        with self._changed:
            self._undelivered.discard(digest)

    def _settle(self, recipe: Recipe) -> None:
        with self._changed:
            self._asked.pop(recipe.digest, None)
            self._wanted.pop(recipe.digest, None)

    def _give_up(self, reason: str) -> None:
        with self._changed:
            self._wanted, self._asked = {}, {}
        self._close_renderer()
        self.trouble.emit(reason)
        self.idle.emit()

    def _give_up_warming(self, reason: str) -> None:
        with self._changed:
            self._warming = None
        self._close_renderer()
        self.warming_failed.emit(reason)

    def _give_up_measuring(self, measuring: _Measuring, reason: str) -> None:
        matters = self._end_measuring(measuring)
        self._close_renderer()
        if matters:
            self.measuring_failed.emit(reason)

    def _stop_all(self) -> None:
        with self._changed:
            self._measuring = None
            self._warming = None
        self.stop()

    def _stop_renderer(self) -> None:
        if self._renderer is not None:
            self._renderer.stop()

    def _close_renderer(self) -> None:
        with self._changed:
            renderer, self._renderer, self._opened = self._renderer, None, None
        self._compiled.clear()
        if renderer is not None:
            renderer.close()


def _without(wanted: dict[str, None], others: Iterable[str]) -> dict[str, None]:
    # The others are few, but those that are wanted may be 100,000.
    for digest in others:
        wanted.pop(digest, None)
    return wanted
