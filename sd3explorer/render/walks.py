"""The Python interface: from a walk to its frames in one call."""

from collections.abc import Iterator
from pathlib import Path

from sd3explorer.presets.locate import OnProgress, present
from sd3explorer.presets.locate import fetch as fetch_preset
from sd3explorer.presets.loras.lora import preset_with_loras
from sd3explorer.presets.preset import Preset
from sd3explorer.render.folders import default_store
from sd3explorer.render.job import FailedFrame, Frame, Job, StoredFrames
from sd3explorer.render.local import ThisProcess
from sd3explorer.render.messages import Renderer, RenderError
from sd3explorer.render.precision import AUTO
from sd3explorer.render.store import FrameStore
from sd3explorer.walk.walk import Walk


def render(
    walk: Walk,
    *,
    batch_size: int | None = None,
    backend: str | None = None,
    precision: str = AUTO,
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
            already, or `KERAS_BACKEND`, or does as "auto": one that has the GPU, else TensorFlow.
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
    preset, image_size = preset_and_size(walk, _silent if fetch else None)
    place = ThisProcess.of_user(backend, renderer.settings.precision if renderer else precision)
    settings = place.settings(preset, image_size, place.precision(), batch_size)
    facts = settings.preset.facts(settings.precision)
    kept = FrameStore(Path(store) if store else default_store())
    job = Job(walk, facts, kept, renderer or place.open(settings), settings.frames_at_once)
    done: dict[int, bool] = {}
    following = 0
    for event in job.run(order=range(walk.frame_count)):
        if isinstance(event, FailedFrame):
            failed = "the motion can't be made even"
            if event.index is not None:
                failed = f"frame {event.index + 1} can't be rendered"
            raise RenderError(f"{failed}: {event.reason}")
        if not isinstance(event, Frame):
            continue
        done[event.index] = event.from_store
        while following in done:
            if event.index == following:
                yield event
            else:
                # It came out of turn. Read again rather than held, however many there are.
                recipe = job.walk.recipe(following, facts)
                image = StoredFrames(job.walk, facts, kept)[following]
                yield Frame(following, recipe, image, done[following])
            following += 1


def preset_and_size(walk: Walk, on_fetch: OnProgress | None) -> tuple[Preset, tuple[int, int]]:
    """The preset of a walk, and the height and width of its frames in pixels.

    Args:
        walk: The walk.
        on_fetch: Called with how far the fetching is if the walk's preset isn't here; None fetches nothing.

    Raises:
        PresetError: The preset can't be had, can't make pictures of the walk's size, or can't be used with
            one of the walk's LoRAs.
    """
    name = walk.model.preset
    preset = present(name) if on_fetch is None else fetch_preset(name, on_fetch)
    image_size = walk.model.image_size or preset.image_size
    preset.check_image_size(image_size)
    return preset_with_loras(preset, [lora.file for lora in walk.model.loras]), image_size


def _silent(done: int, total: int | None) -> None:
    """A script has asked for frames, not for progress."""
