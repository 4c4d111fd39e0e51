"""Several engines as one renderer, so that nobody needs to know how many there are."""

import logging
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from threading import Event as Flag

from sd3explorer.render.crew import Crew, Hope, NoCrew
from sd3explorer.render.member import Gone, Lost, Member
from sd3explorer.render.merging import merged
from sd3explorer.render.messages import (
    Activity,
    Batch,
    Compiled,
    Denoising,
    DeviceMemory,
    EngineLostError,
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
from sd3explorer.render.work import LOSSES_ALLOWED, Work
from sd3explorer.walk.recipe import Prompt, Recipe

logger = logging.getLogger(__name__)


_Heard = tuple[Member, "Event | Lost | Gone"]


class Fleet:
    """Renders with several engines, each of which takes the next batch when it has room for it.

    Each keeps to its own rules where it crashes. Where one is given up, the others render what it had, and a
    `Notice` says so; only when the last one is, that is an error. They may differ in speed and in how much
    they render at once; larger batches are cut for them.

    Args:
        settings: The model and how it runs; the batches to expect.
        renderers: The engines by their names, which are unique.
        remember: Called with an engine's name, its settings and the batch size that it has found best.
        crew: Where more come from while it renders, with names of their own. Of these, one that is lost isn't
            given up; it may come again.
    """

    def __init__(
        self,
        settings: EngineSettings,
        renderers: Mapping[str, Renderer],
        remember: Callable[[str, EngineSettings, int], None] = lambda _name, _settings, _size: None,
        crew: Crew | None = None,
    ) -> None:
        self.settings = settings
        self._remember = remember
        self._stopping = Flag()
        self._engines = [
            Member(number, name, renderer, renderer.settings.frames_at_once)
            for number, (name, renderer) in enumerate(renderers.items())
        ]
        self._shown: Engines | None = None
        self._crew: Crew = crew or NoCrew()

    @property
    def frames_at_once(self) -> int:
        """How many it renders at once, all engines together."""
        return sum(engine.size for engine in self._engines)

    @property
    def process_id(self) -> int | None:
        """That of the first engine that has one."""
        found = [getattr(engine.renderer, "process_id", None) for engine in self._engines]
        return next(filter(None, found), None)

    def render(self, batches: Iterable[Batch]) -> Iterator[Event]:
        """Renders batch after batch; see `Renderer.render`."""
        self._stopping.clear()
        self._arrived()
        for number, engine in enumerate(self._engines):
            if engine.only_cold:
                engine.problem, engine.only_cold = "", False
            engine.number = number
        work = Work(batches, [engine.pace for engine in self._engines])
        hope = Hope(self._crew)
        lost: list[Notice] = []
        streams = [self._work(engine, work) for engine in self._left()]
        for report in merged(streams, self.stop, lambda idle: self._joined(work, hope, idle)):
            if isinstance(report, Notice):
                yield report
                continue
            engine, event = report
            match event:
                case Lost(problem):
                    problem = problem.removeprefix(f"{engine.name}: ")
                    engine.give_up(problem)
                    lost.append(Notice(f"{engine.name} is given up: {problem}; the others continue"))
                case Gone(problem, set_aside):
                    hope.lose()
                    yield from self._without(engine, problem, set_aside)
                case Rendered():
                    # Only now it is sure that it wasn't the frames.
                    yield from lost
                    lost.clear()
                    engine.activity = Activity.RENDERING
                    yield event
                case Failed():
                    yield event
                case _:
                    yield from self._forwarded(engine, event)
            yield from self._news()
        self._check_left()
        yield from lost
        yield from self._rest()

    def warm(self, recipes: Iterable[Recipe]) -> Iterator[Event]:
        """Gets ready for frames of some kinds, all engines at once; see `Renderer.warm`."""
        self._stopping.clear()
        self._arrived()
        for recipe in recipes:
            streams = [self._warm(engine, recipe) for engine in self._left()]
            for engine, event in merged(streams, self.stop):
                if isinstance(event, Lost | Gone):
                    # What is in its way now may be gone when frames are wanted.
                    engine.give_up(event.problem)
                    engine.only_cold = True
                else:
                    yield from self._forwarded(engine, event)
                yield from self._news()
            self._check_left()
            yield from self._rest()
            if self._stopping.is_set():
                return

    def measure(self, prompts: Sequence[Prompt]) -> Iterator[Event | Measured]:
        """Measures how far prompts are apart, with the first engine that can; see `Renderer.measure`."""
        self._stopping.clear()
        self._arrived()
        for engine in self._left():
            try:
                for event in engine.renderer.measure(prompts):
                    if isinstance(event, Measured):
                        yield event
                    else:
                        yield from self._forwarded(engine, event)
                    yield from self._news()
                break
            except RenderError as error:
                engine.give_up(str(error))
                engine.only_cold = True
        self._check_left()
        yield from self._rest()

    def stop(self) -> None:
        """Ends `render` within one denoising step, or `warm` or `measure`; may be called from any thread."""
        self._stopping.set()
        # One may join or go meanwhile.
        for engine in tuple(self._engines):
            engine.renderer.stop()

    def ended(self) -> str | None:
        """How an engine ended while nothing was asked of it, each once; see `Renderer.ended`."""
        for engine in self._engines:
            how = engine.renderer.ended()
            if how is not None:
                engine.activity, engine.memory, engine.compiled = Activity.OFF, None, set()
                return f"{engine.name}: {how}"
        return None

    def close(self) -> None:
        """Ends all engines, which gives back all their memory; from any thread."""
        self._stopping.set()
        for engine in tuple(self._engines):
            engine.renderer.close()
            engine.activity, engine.memory, engine.compiled = Activity.OFF, None, set()
        self._crew.close()

    def _arrived(self) -> list[Member]:
        if self._stopping.is_set():
            return []
        arrived = [
            Member(number, name, renderer, renderer.settings.frames_at_once)
            for number, (name, renderer) in enumerate(self._crew.arrived().items(), len(self._engines))
        ]
        self._engines += arrived
        return arrived

    def _joined(self, work: Work, hope: Hope, idle: bool) -> Sequence[Generator[_Heard | Notice]] | None:
        """Those that join what renders; None where that is over and none will."""
        arrived = self._arrived()
        for engine in arrived:
            engine.number = work.join(engine.pace)
        if arrived or not idle:
            return [self._work(engine, work) for engine in arrived]
        if self._stopping.is_set() or not hope.is_left(len(self._engines)) or not work.is_left():
            return None
        if hope.said:
            return ()
        hope.said = True
        return [_said("no engine is there; rendering continues when one joins")]

    def _without(self, engine: Member, problem: str, set_aside: Batch) -> Iterator[Event]:
        logger.warning("%s is gone: %s", engine.name, problem)
        engine.renderer.close()
        self._engines.remove(engine)
        yield Notice(f"{engine.name}: {problem}; what it had is rendered again")
        for recipe in set_aside:
            yield Failed(recipe, f"{LOSSES_ALLOWED} engines were lost while they rendered it; {problem}")

    def _left(self) -> list[Member]:
        return [engine for engine in self._engines if not engine.problem]

    def _check_left(self) -> None:
        if self._engines and not self._left() and not self._stopping.is_set():
            raise RenderError(self._engines[-1].problem)

    # What follows up to `_batches` runs in the thread of its engine.

    def _work(self, engine: Member, work: Work) -> Generator[_Heard]:
        stopped = self._stopping.is_set
        try:
            # None begins before there is something for it to do.
            while batch := work.wait(engine.number, engine.size, stopped):
                gone = None
                try:
                    for event in engine.renderer.render(self._batches(engine, batch, work)):
                        if stopped():
                            # It may have begun just after that.
                            engine.renderer.stop()
                        if self._is_news(engine, event, work):
                            yield engine, event
                except EngineLostError as error:
                    gone = Gone(str(error), work.lose(engine.number) if error.blamed else ())
                finally:
                    work.give_back(engine.number)
                if gone is not None:
                    yield engine, gone
                    return
        except RenderError as error:
            yield engine, Lost(str(error))

    def _is_news(self, engine: Member, event: Event, work: Work) -> bool:
        match event:
            case Rendered(recipe, _) | Failed(recipe, _):
                first, in_vain = work.settle(engine.number, recipe)
                for other in tuple(self._engines):
                    if other.number in in_vain:
                        other.renderer.stop()
                return first
            case Denoising(recipes, _):
                return any(map(work.is_open, recipes))
            case Status():
                work.pause(engine.number)
            case _:
                pass
        return True

    def _warm(self, engine: Member, recipe: Recipe) -> Generator[_Heard]:
        try:
            for event in engine.renderer.warm(self._unless_stopped(recipe)):
                if self._stopping.is_set():
                    engine.renderer.stop()
                yield engine, event
        except RenderError as error:
            yield engine, Lost(str(error))

    def _unless_stopped(self, recipe: Recipe) -> Iterator[Recipe]:
        if not self._stopping.is_set():
            yield recipe

    def _batches(self, engine: Member, first: Batch, work: Work) -> Iterator[Batch]:
        batch: Batch | None = first
        while batch and not self._stopping.is_set():
            yield batch
            batch = work.take(engine.number, engine.size)

    # And this again in the thread of whoever asked.

    def _forwarded(self, engine: Member, event: Event) -> Iterator[Event]:
        match event:
            case Status(phase):
                others_render = any(each.activity is Activity.RENDERING for each in self._engines)
                engine.activity = phase
                if phase is Phase.STARTING:
                    engine.compiled.clear()
                if not others_render:
                    yield event
            case Denoising():
                engine.activity = Activity.RENDERING
                yield event
            case Compiled():
                engine.compiled.add(event)
                # What some are ready for would have to wait at the others.
                if all(event in each.compiled for each in self._left()):
                    yield event
            case Tuned(batch_size):
                engine.size = batch_size
                self._remember(engine.name, engine.renderer.settings, batch_size)
            case DeviceMemory():
                engine.memory = event
                yield self._all_memory()
            case Notice(text):
                yield Notice(f"{engine.name}: {text}")
            case _:
                yield event

    def _all_memory(self) -> DeviceMemory:
        known = [engine.memory for engine in self._engines if engine.memory is not None]
        if len(known) == 1:
            return known[0]
        used, total = sum(each.used for each in known), sum(each.total for each in known)
        return DeviceMemory(f"{len(known)} devices", used, total)

    def _rest(self) -> Iterator[Event]:
        for engine in self._engines:
            if engine.activity is not Activity.OFF:
                engine.activity = Activity.READY
        yield from self._news()

    def _news(self) -> Iterator[Event]:
        now = Engines(tuple(engine.state for engine in self._engines))
        if self.settings.watched and now != self._shown:
            self._shown = now
            yield now


def _said(text: str) -> Generator[Notice]:
    yield Notice(text)
