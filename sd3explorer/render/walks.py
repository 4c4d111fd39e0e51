"""The Python interface: from a walk to its frames in one call."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import platformdirs

from sd3explorer.presets.locate import OnProgress, present
from sd3explorer.presets.locate import fetch as fetch_preset
from sd3explorer.presets.preset import Preset
from sd3explorer.render.job import FailedFrame, Frame, Job, StoredFrames
from sd3explorer.render.local import LocalRenderer
from sd3explorer.render.messages import EngineSettings, Renderer, RenderError
from sd3explorer.render.precision import resolved_precision
from sd3explorer.render.store import FrameStore
from sd3explorer.render.tuning import Tuning
from sd3explorer.walk.walk import Walk


def render(
    walk: Walk,
    *,
    batch_size: int | None = None,
    backend: str | None = None,
    precision: str = "auto",
    store: str | Path | None = None,
    fetch: bool = False,
    renderer: Renderer | None = None,
) -> Iterator[Frame]:
    """Renders a walk, frame after frame, in the order of the walk.

    Frames that were rendered before come from the frame store at once.

    Args:
        walk: The walk.
        batch_size: Frames rendered at once; None takes what suits the image size.
        backend: Name of Keras' backend: tensorflow, jax or torch. None takes the one that runs
            already, `KERAS_BACKEND`, or TensorFlow.
        precision: float32, bfloat16 or float16; "auto" takes what suits the device, which is measured
            once. With a renderer it is the renderer's.
        store: Folder of the frame store; None takes the app's own.
        fetch: Whether to fetch the walk's preset from its hub if it isn't here: a walk may be
            anybody's, and name any.
        renderer: Where to render, to keep a loaded model for several walks; None renders in this
            process.

    Yields:
        For each frame its index, recipe and image: uint8 (height, width, 3).

    Raises:
        PresetError: The walk's preset can't be had.
        RenderError: A frame can't be rendered or kept.
    """
    precision = renderer.settings.precision if renderer else precision
    preset, image_size = preset_and_size(walk, _silent if fetch else None)
    settings = engine_settings(preset, image_size, batch_size, backend, precision)
    facts = settings.preset.facts(settings.precision)
    kept = FrameStore(Path(store) if store else default_store())
    job = Job(walk, facts, kept, renderer or LocalRenderer(settings), settings.frames_at_once)
    images = StoredFrames(walk, facts, kept)
    done: dict[int, bool] = {}
    following = 0
    for event in job.run(order=range(walk.frame_count)):
        if isinstance(event, FailedFrame):
            raise RenderError(f"frame {event.index + 1} can't be rendered: {event.reason}")
        if not isinstance(event, Frame):
            continue
        done[event.index] = event.from_store
        while following in done:
            if event.index == following:
                yield event
            else:
                # It came out of turn. Read again rather than held, however many there are.
                recipe = walk.recipe(following, facts)
                yield Frame(following, recipe, images[following], done[following])
            following += 1


def preset_and_size(walk: Walk, on_fetch: OnProgress | None) -> tuple[Preset, tuple[int, int]]:
    """The preset of a walk, and the height and width of its frames in pixels.

    Args:
        walk: The walk.
        on_fetch: Told how far the fetching is if the walk's preset isn't here; None fetches nothing.

    Raises:
        PresetError: The preset can't be had, or can't make pictures of the walk's size.
    """
    name = walk.model.preset
    preset = present(name) if on_fetch is None else fetch_preset(name, on_fetch)
    image_size = walk.model.image_size or preset.image_size
    preset.check_image_size(image_size)
    return preset, image_size


def engine_settings(
    preset: Preset,
    image_size: tuple[int, int],
    batch_size: int | None,
    backend: str | None,
    precision: str,
    stopped: Callable[[], bool] = lambda: False,
) -> EngineSettings:
    """What an engine is started with.

    Args:
        preset: The model.
        image_size: Height and width of the frames in pixels.
        batch_size: Frames rendered at once; None takes what suits the image size.
        backend: Name of Keras' backend, or None.
        precision: Name of a dtype, or "auto"; the settings have what that stands for here.
        stopped: Asked again and again while that is measured whether nobody wants to know any more.

    Raises:
        RenderError: It can't be measured what "auto" stands for, or that was stopped.
    """
    tuning = default_tuning()
    dtype = resolved_precision(precision, backend, tuning, default_log(), stopped)
    settings = EngineSettings(preset, image_size, dtype, backend, batch_size, default_programs())
    return replace(settings, measured=tuning.batch_size(settings))


def default_store() -> Path:
    """The folder of the app's own frame store."""
    return own_folder(platformdirs.user_cache_path) / "frames"


def default_programs() -> Path:
    """The folder of the programs that were compiled, whichever process did."""
    return own_folder(platformdirs.user_cache_path) / "programs"


def default_tuning() -> Tuning:
    """What was measured about the devices here."""
    return Tuning(own_folder(platformdirs.user_cache_path) / "tuning.json")


def default_log() -> Path:
    """The file for what the engine writes."""
    return own_folder(platformdirs.user_log_path) / "engine.log"


def own_folder(find: Callable[[str], Path]) -> Path:
    """One of the app's folders in the home of its user.

    Args:
        find: A function of platformdirs.

    Raises:
        RenderError: Nobody knows where that home is.
    """
    try:
        folder = find("sd3explorer")
    except RuntimeError:
        folder = Path("~")
    if folder.parts[0] == "~":
        raise RenderError("it is unknown where your home folder is; set HOME to a folder")
    return folder


def _silent(done: int, total: int | None) -> None:
    """A script has asked for frames, not for progress."""
