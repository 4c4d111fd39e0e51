"""The engine: the loaded model with its batch size. The only module here that reaches into `diffusion/`."""

import gc
import sys
import time
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import Protocol, TypeAlias

from sd3explorer.diffusion import device
from sd3explorer.diffusion.backend import PRECISIONS as PRECISIONS
from sd3explorer.diffusion.backend import DiffusionError, select
from sd3explorer.diffusion.backend import chosen_backend as chosen_backend
from sd3explorer.diffusion.backend import is_chosen as is_chosen
from sd3explorer.machine.backends import Seen
from sd3explorer.presets.preset import again
from sd3explorer.render.messages import (
    Batch,
    Compiled,
    Denoising,
    DeviceMemory,
    EngineSettings,
    Event,
    Failed,
    Image,
    Measured,
    Notice,
    Phase,
    Rendered,
    RenderError,
    Status,
    Tuned,
)
from sd3explorer.walk.maths import Array
from sd3explorer.walk.recipe import Prompt, Recipe, from_noise

# Often enough to see a frame come into being, seldom enough to cost nothing.
SECONDS_BETWEEN_PICTURES = 0.125

# Below, no sound model's numbers leave float32 for that.
HARMLESS_GUIDANCE = 20.0

# Enough to compare batch sizes, and over soon.
STEPS_MEASURED, TIMES_MEASURED = 2, 3
# A larger batch takes more memory, and longer until the first frame.
GAIN_WORTH_MEMORY = 0.03

Show: TypeAlias = Callable[[Callable[[], Sequence[Image]]], None]
Report: TypeAlias = Callable[[Denoising | DeviceMemory], None]


class Model(Protocol):
    """What the engine needs of a loaded model."""

    @property
    def precision(self) -> str:
        """Name of the dtype it runs in."""
        ...

    def has_compiled(self, recipes: Sequence[Recipe], batch_size: int) -> bool:
        """Whether the programs for these recipes are compiled, which takes seconds to minutes."""
        ...

    def warm(self, recipe: Recipe, batch_size: int, should_stop: Callable[[], bool]) -> None:
        """Compiles what batches of this recipe's kind need, and renders nothing.

        Args:
            recipe: One of that kind.
            batch_size: Number of frames that the programs are made for.
            should_stop: Asked between two programs.

        Raises:
            MemoryError: There is too little memory for this batch size.
        """
        ...

    def render(
        self,
        recipes: Sequence[Recipe],
        batch_size: int,
        should_stop: Callable[[], bool],
        show: Show | None,
    ) -> Sequence[Image | None]:
        """Renders up to `batch_size` recipes of one kind; nothing when it was stopped.

        Args:
            recipes: With the same `course`.
            batch_size: Number of frames that its programs are made for.
            should_stop: Asked at least once in a denoising step.
            show: Called about once in a denoising step with what makes small pictures of the recipes
                as they are by then; only of the first ones where the others haven't begun. Makes
                them only now and then. None if nobody looks on.

        Returns:
            An image for each recipe, None where its numbers became infinite or undefined.

        Raises:
            MemoryError: There is too little memory for this batch size.
            DiffusionError: A LoRA can't be read.
        """
        ...

    def angles(self, prompts: Sequence[Prompt], should_stop: Callable[[], bool]) -> Array | None:
        """The angles between the embeddings of prompts, float32 (prompts, prompts), in radians.

        Args:
            prompts: The prompts.
            should_stop: Asked again and again.

        Returns:
            None where it was stopped.

        Raises:
            DiffusionError: A LoRA can't be read.
        """
        ...

    def has_undefined_weights(self) -> bool:
        """Whether some of its weights are no numbers that a model has, as a damaged file's. Takes seconds."""
        ...

    def memory(self) -> tuple[str, int, int] | None:
        """The device that does the work, its memory in use and in all, in bytes; None if unknown."""
        ...


LoadModel: TypeAlias = Callable[[EngineSettings], Model]


class Engine:
    """Renders batches with one model, in whichever process it is.

    Args:
        settings: The model, its precision and the batch size to begin with.
        load_model: What loads the model, on the first batch.
        should_stop: Asked at least once in a denoising step; once true, it stays so for the batch.
        report: Called, in the thread that renders, with what goes on inside of a batch; None if nobody
            looks on.
    """

    def __init__(
        self,
        settings: EngineSettings,
        load_model: LoadModel,
        should_stop: Callable[[], bool],
        report: Report | None = None,
    ) -> None:
        self._settings = settings
        self._load_model = load_model
        self._should_stop = should_stop
        self._report = report
        self._batch_size = settings.frames_at_once
        self._untuned = settings.tune
        self._model: Model | None = None

    def warm(self, recipe: Recipe) -> Iterator[Event]:
        """Gets ready for frames of one kind: first for one alone, then for whole batches.

        Args:
            recipe: One of that kind.

        Yields:
            What happens, as it happens; `Compiled` for each batch size that is ready.

        Raises:
            RenderError: The model can't be loaded, or not even one frame fits into memory.
        """
        self._check([recipe])
        model = yield from self._loaded()
        # A frame that only leads to a picture needs no step, but those beside it do.
        kind = replace(recipe, pull=None)
        size = 1
        while not self._should_stop():
            try:
                if not model.has_compiled([kind], size):
                    yield Status(Phase.COMPILING)
                    model.warm(recipe, size, self._should_stop)
                    self._report_memory(model)
            except MemoryError as error:
                yield self._halve(size, error)
            except DiffusionError as error:
                raise RenderError(str(error)) from error
            else:
                if model.has_compiled([kind], size):
                    yield Compiled(size, recipe.guided)
                if size == self._batch_size:
                    break
            size = self._batch_size
        if self._untuned:
            yield from self._tune(model, kind)

    def _tune(self, model: Model, recipe: Recipe) -> Iterator[Event]:
        """Measures which batch size takes the least time for a frame, and continues with that."""
        short = replace(from_noise(recipe), num_steps=STEPS_MEASURED, guidance_interval=None)
        seconds: dict[int, float] = {}
        for size in sorted({max(self._batch_size // 2, 1), self._batch_size, 2 * self._batch_size}):
            try:
                if not model.has_compiled([recipe], size):
                    model.warm(recipe, size, self._should_stop)
                seconds[size] = min(self._seconds(model, short, size) for _ in range(TIMES_MEASURED)) / size
            except MemoryError:
                # The smaller ones fit, and that is all there is to know.
                break
            if self._should_stop():
                return
        if not seconds:
            return
        self._batch_size, self._untuned = least(seconds), False
        yield Tuned(self._batch_size)

    def _seconds(self, model: Model, recipe: Recipe, size: int) -> float:
        start = time.perf_counter()
        model.render([recipe] * size, size, self._should_stop, None)
        return time.perf_counter() - start

    def render(self, recipes: Batch) -> Iterator[Event]:
        """Renders recipes, in as many batches as that takes.

        A recipe that comes alone is rendered alone where the program for that is compiled;
        other small batches are filled up.

        Args:
            recipes: Of any kind and number.

        Yields:
            What happens, as it happens.

        Raises:
            RenderError: The model can't be loaded or is damaged, or not even one frame fits into memory.
        """
        self._check(recipes)
        model = yield from self._loaded()
        for _, group in groupby(recipes, lambda recipe: recipe.course):
            waiting = list(group)
            while waiting and not self._should_stop():
                batch = waiting[: self._batch_size]
                alone = len(batch) == 1 and model.has_compiled(batch, 1)
                size = 1 if alone else self._batch_size
                if not model.has_compiled(batch, size):
                    yield Status(Phase.COMPILING)
                show = None if self._report is None else _now_and_then(batch, self._report)
                try:
                    images = model.render(batch, size, self._should_stop, show)
                except MemoryError as error:
                    yield self._halve(size, error)
                    continue
                except DiffusionError as error:
                    raise RenderError(str(error)) from error
                self._report_memory(model)
                if any(image is None for image in images):
                    self._check_weights(model)
                yield from _events(batch, images, model.precision)
                waiting = waiting[len(batch) :]

    def measure(self, prompts: Sequence[Prompt]) -> Iterator[Event | Measured]:
        """Measures how far the embeddings of some prompts are apart.

        Args:
            prompts: The prompts.

        Yields:
            What happens, as it happens; `Measured` in the end, unless it was stopped.

        Raises:
            RenderError: The model can't be loaded.
        """
        model = yield from self._loaded()
        try:
            angles = model.angles(prompts, self._should_stop)
        except DiffusionError as error:
            raise RenderError(str(error)) from error
        if angles is not None:
            yield Measured(tuple(prompts), angles)

    def _check(self, recipes: Batch) -> None:
        # A frame is kept under its recipe's name, so what another model made of it would pass for it.
        settings = self._settings
        fingerprint = settings.preset.facts(settings.precision).fingerprint
        known = {lora.identity for lora in settings.preset.loras}
        if any(not picture.data for recipe in recipes for picture in recipe.pictures):
            raise RenderError(
                "a picture of this walk isn't in its file, as exports leave pictures out; give it to its "
                "keyframe again"
            )
        if any(recipe.model != fingerprint or not {*recipe.loras} <= known for recipe in recipes):
            raise RenderError(
                f"these frames are not of {settings.preset.name} in {settings.precision}, which this engine "
                "renders; give it the walk's model with its LoRAs, and its precision"
            )

    def _loaded(self) -> Generator[Event, None, Model]:
        if self._model is None:
            yield Status(Phase.BUILDING)
            self._model = self._load_model(self._settings)
        return self._model

    def _report_memory(self, model: Model) -> None:
        memory = model.memory() if self._report is not None else None
        if self._report is not None and memory is not None:
            self._report(DeviceMemory(*memory))

    def _check_weights(self, model: Model) -> None:
        # Only now that there is something to explain: looking at all of them takes a while.
        if model.has_undefined_weights():
            raise RenderError(
                f"the weights in {self._settings.preset.place} are damaged: some are no numbers that a model "
                f"has; {again(Path(self._settings.preset.place))}"
            )

    def _halve(self, size: int, error: MemoryError) -> Notice:
        if size == 1:
            height, width = self._settings.image_size
            raise RenderError(
                f"there is too little memory for even one frame of {height}x{width}; choose a smaller image "
                "size or a smaller model, or close other programs that use the GPU"
            ) from error
        self._batch_size = size // 2
        return Notice(f"memory ran out: continuing with {self._batch_size} frames at once")


def least(seconds: Mapping[int, float]) -> int:
    """The batch size to work with: the smallest of those that are about as fast as the fastest.

    Args:
        seconds: For a frame, by batch size.
    """
    good_enough = (1.0 + GAIN_WORTH_MEMORY) * min(seconds.values())
    return min(size for size, each in seconds.items() if each <= good_enough)


def seen_by(backend: str, report: Callable[[str], None]) -> Seen:
    """What a backend sees of this computer, in a process of its own.

    Args:
        backend: Name of Keras' backend.
        report: Called with what is going on, as a clause.
    """
    try:
        return device.seen_by(backend, report)
    except DiffusionError as error:
        return Seen(backend, problem=str(error))


def load_pipeline(settings: EngineSettings) -> Model:
    """Loads the real thing: a Stable Diffusion 3 preset on Keras.

    Raises:
        RenderError: The preset, the backend or the precision can't be used.
    """
    try:
        with _importing():
            compiler = select(settings.backend, settings.programs)
            # Imports Keras, so only now that its backend is chosen.
            from sd3explorer.diffusion.pipeline import Pipeline
        return Pipeline.load(
            settings.preset, settings.image_size, settings.precision, compiler, settings.programs
        )
    except DiffusionError as error:
        raise RenderError(str(error)) from error


@contextmanager
def _importing() -> Generator[None]:
    """Keeps the garbage collector away from what is imported, for good.

    Modules stay. Looking through their objects takes a fifth of the imports, and then a tenth of the time to
    the first frame.
    """
    if "keras" in sys.modules or not gc.isenabled():
        # A model that nobody needs any more may be here and has to go.
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def _now_and_then(batch: Batch, report: Report) -> Show:
    last = time.monotonic()

    def show(make_images: Callable[[], Sequence[Image]]) -> None:
        nonlocal last
        if time.monotonic() - last >= SECONDS_BETWEEN_PICTURES:
            images = make_images()
            if images:
                report(Denoising(tuple(batch[: len(images)]), tuple(images)))
            last = time.monotonic()

    return show


def _events(batch: Batch, images: Sequence[Image | None], precision: str) -> Iterator[Event]:
    # After a stop there are no images, and so no events.
    for recipe, image in zip(batch, images, strict=False):
        yield Rendered(recipe, image) if image is not None else _failed(recipe, precision)


def _failed(recipe: Recipe, precision: str) -> Failed:
    match precision:
        case "float32" if recipe.guidance_scale > HARMLESS_GUIDANCE:
            remedy = "try a lower guidance scale"
        case "float32":
            remedy = "the model's weights may be damaged, so fetch or copy it again"
        case "bfloat16":
            remedy = "try float32"
        case _:
            remedy = "try bfloat16 or float32"
    return Failed(recipe, f"its numbers became infinite or undefined in {precision} precision; {remedy}")
