"""Rendering in this process: for scripts and notebooks."""

import threading
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sd3explorer.render.engine import Engine, LoadModel, load_pipeline
from sd3explorer.render.messages import Batch, EngineSettings, Event, Measured
from sd3explorer.render.place import ThisMachine
from sd3explorer.walk.recipe import Prompt, Recipe


@dataclass(frozen=True, slots=True)
class ThisProcess(ThisMachine):
    """The place where whoever asks for frames runs too: nothing is started, and a crash ends both."""

    @property
    def name(self) -> str:
        """What it is called; see `Place.name`."""
        return "this process"

    @property
    def watchable(self) -> bool:
        """See `Place.watchable`."""
        return False

    def open(self, settings: EngineSettings) -> "LocalRenderer":
        """A renderer with a model of its own; see `Place.open`."""
        return LocalRenderer(settings, self.load_model)


class LocalRenderer:
    """Renders in this process; its model stays loaded until the process ends.

    Reports nothing of what goes on inside of a batch, whether `settings.watched` or not.

    Args:
        settings: The model and how to run it.
        load_model: What loads the model.
    """

    def __init__(self, settings: EngineSettings, load_model: LoadModel = load_pipeline) -> None:
        self.settings = settings
        self._stopping = threading.Event()
        self._engine = Engine(settings, load_model, self._stopping.is_set)

    def render(self, batches: Iterable[Batch]) -> Iterator[Event]:
        """Renders batch after batch; see `Renderer.render`."""
        self._stopping.clear()
        for batch in batches:
            yield from self._engine.render(batch)
            if self._stopping.is_set():
                return

    def warm(self, recipes: Iterable[Recipe]) -> Iterator[Event]:
        """Gets ready for frames of some kinds; see `Renderer.warm`."""
        self._stopping.clear()
        for recipe in recipes:
            yield from self._engine.warm(recipe)
            if self._stopping.is_set():
                return

    def measure(self, prompts: Sequence[Prompt]) -> Iterator[Event | Measured]:
        """Measures how far prompts are apart; see `Renderer.measure`."""
        self._stopping.clear()
        yield from self._engine.measure(prompts)

    def stop(self) -> None:
        """Ends `render` within one denoising step, or `warm` or `measure`; may be called from any thread."""
        self._stopping.set()

    def ended(self) -> None:
        """The engine can't end alone."""

    def close(self) -> None:
        """Nothing to end: the model goes with the process."""
