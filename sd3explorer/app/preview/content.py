"""What the preview shows and says: the frame under the playhead, or what comes nearest to it."""

from dataclasses import dataclass

from PySide6.QtCore import QLocale
from PySide6.QtGui import QImage

from sd3explorer.app.frames.frames import Frames
from sd3explorer.app.frames.states import FrameState
from sd3explorer.app.preview.mix_label import place_text
from sd3explorer.app.prompt_names import DOT
from sd3explorer.app.texts import translate
from sd3explorer.app.versions.comparison import Comparison
from sd3explorer.walk.model import ModelFacts
from sd3explorer.walk.walk import Walk


@dataclass(frozen=True, slots=True)
class Shown:
    """What is to be seen: a picture, perhaps with a mark, or words instead of one.

    Args:
        image: The picture.
        mark: What to say on it.
        dimmed: Whether it only stands in for another frame.
        unfinished: Whether it has few pixels, as it is being rendered.
        heading: What to say where there is no picture.
        text: What else to say then.
        of: The frame that the picture is of, from 0.
    """

    image: QImage | None = None
    mark: str = ""
    dimmed: bool = False
    unfinished: bool = False
    heading: str = ""
    text: str = ""
    of: int = 0


def choose(frames: Frames, index: int, before: Shown, keeps_old: bool = False, render_key: str = "") -> Shown:
    """What to show for a frame.

    Args:
        frames: States and pictures.
        index: The frame, from 0.
        before: What was shown last; its picture stays while another one is read.
        keeps_old: Whether it also stays, marked as such, until any frame is rendered that shows an edit.
        render_key: What the key that renders is called, for a hint; "" where there is none.
    """
    if index >= frames.count:
        # The walk has just grown, and its frames are being looked up.
        return Shown(before.image, dimmed=True, of=before.of)
    state = frames.state(index)
    if state is FrameState.DONE:
        return Shown(_picture(frames, index, before.image), of=index)
    if state is FrameState.DRAFT:
        # Until it is replaced by the frame: noise would show less of that.
        return Shown(_picture(frames, index, before.image), translate("Preview", "draft"), of=index)
    denoising = frames.denoising(index)
    if denoising is not None:
        return Shown(denoising, translate("Preview", "rendering"), unfinished=True, of=index)
    if state is FrameState.FAILED:
        heading = translate("Preview", "Frame {number} can't be rendered").format(number=index + 1)
        return Shown(heading=heading, text=frames.failure(index))
    can_be_rendered = frames.preset is not None and not frames.problem
    if keeps_old and before.image is not None and frames.nearest(index) is None and can_be_rendered:
        return _old(index, before)
    return _instead_of(frames, index, before.image, render_key)


def choose_beside(comparison: Comparison, before: Shown) -> Shown:
    """What to show for the frame of the version that the walk is compared with.

    Args:
        comparison: The version.
        before: What was shown last; its picture stays while another one is read.
    """
    if not comparison.looked_up:
        return Shown(before.image, dimmed=True)
    shown = choose(comparison.frames, comparison.index, before)
    if shown.image is not None or comparison.frames.preset is None or comparison.frames.problem:
        return shown
    if not comparison.can_be_rendered:
        return Shown(
            heading=translate("Preview", "Nothing is rendered yet"),
            text=translate("Preview", "It has another model, size or LoRAs: show this version to render it"),
        )
    if comparison.frames.failure(comparison.index):
        return shown
    return Shown(
        heading=translate("Preview", "Getting ready"),
        text=translate("Preview", "The picture shows as soon as it is done"),
    )


def line_texts(walk: Walk, facts: ModelFacts | None, index: int) -> tuple[str, str]:
    """What is said of a frame: where it is on its path, and how it is sampled.

    Args:
        walk: The walk.
        facts: What the walk leaves to its model; what isn't known isn't said.
        index: The frame, from 0.
    """
    number = translate("Preview", "Frame {number} of {count}").format(
        number=index + 1, count=walk.frame_count
    )
    left = (number, place_text(walk, index))
    steps, guidance, size = walk.sampler.num_steps, walk.sampler.guidance_scale, walk.model.image_size
    if facts is not None:
        steps = facts.num_steps if steps is None else steps
        guidance = facts.guidance_scale if guidance is None else guidance
        size = size or facts.image_size
    scale = "" if guidance is None else QLocale().toString(float(guidance), "g", 6)
    right = (
        "" if steps is None else _steps(steps),
        "" if guidance is None else translate("Preview", "guidance {scale}").format(scale=scale),
        "" if size is None else f"{size[1]} × {size[0]}",
    )
    return DOT.join(filter(None, left)), DOT.join(filter(None, right))


def _old(index: int, before: Shown) -> Shown:
    mark = translate("Preview", "Frame {number} isn't rendered yet: this is from before the edit")
    if before.of != index:
        mark = translate(
            "Preview", "Frame {number} isn't rendered yet: this is frame {other} from before the edit"
        )
    mark = mark.format(number=index + 1, other=before.of + 1)
    return Shown(before.image, mark, dimmed=True, of=before.of)


def while_nothing_is_known(frames: Frames) -> Shown:
    """What is shown before anything is known of a walk: an instant, but for the first one on a machine."""
    if frames.preset is not None or not frames.looking_up:
        # Of the walk before.
        return Shown()
    return Shown(
        heading=translate("Preview", "Getting ready"),
        text=translate("Preview", "The first time, the app measures what suits this device"),
    )


def _instead_of(frames: Frames, index: int, before: QImage | None, render_key: str) -> Shown:
    nearest = frames.nearest(index)
    if nearest is None and frames.state(index) is FrameState.QUEUED:
        return Shown(
            heading=translate("Preview", "Getting ready"),
            text=translate("Preview", "The picture shows as soon as it is done"),
        )
    if nearest is None and frames.preset is None and frames.looking_up:
        return while_nothing_is_known(frames)
    if nearest is None and frames.problem:
        # Why not is said by a message.
        return Shown(heading=translate("Preview", "This walk can't be rendered"))
    if nearest is None and frames.preset is None:
        return Shown(
            heading=translate("Preview", "The model is not on this machine"),
            text=translate("Preview", "Walk › Models fetches it, or chooses another one"),
        )
    if nearest is None:
        hint = translate("Preview", "{keys} renders this walk").format(keys=render_key) if render_key else ""
        return Shown(heading=translate("Preview", "Nothing is rendered yet"), text=hint)
    mark = translate("Preview", "Frame {number} isn't rendered yet: this is frame {other}")
    mark = mark.format(number=index + 1, other=nearest + 1)
    return Shown(_picture(frames, nearest, before), mark, dimmed=True, of=nearest)


def _picture(frames: Frames, index: int, before: QImage | None) -> QImage | None:
    # While it is read from the disk, what is nearest to it; nothing flickers when scrubbing.
    for image in (frames.image(index), frames.thumbnail(index)):
        if image is not None:
            return image
    return before


def _steps(count: int) -> str:
    return (
        translate("Preview", "1 step")
        if count == 1
        else translate("Preview", "{count} steps").format(count=count)
    )
