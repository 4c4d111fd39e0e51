"""A frame together with those beside it: as an onion skin, or as what has changed."""

from dataclasses import replace
from enum import Enum

from PySide6.QtGui import QImage, QPainter

from sd3explorer.app.frames.frames import Frames
from sd3explorer.app.frames.states import FrameState
from sd3explorer.app.preview.content import Shown
from sd3explorer.app.texts import translate

# How much of the frames before and behind is seen through a frame.
BEFORE, BEHIND = 0.35, 0.25
# Differences from frame to frame are small; doubled so often, they are seen.
DOUBLINGS = 2


class Layer(Enum):
    """What is seen of the frames beside the one that is shown."""

    NONE = "none"
    ONION = "onion"
    DIFFERENCE = "difference"


class Layers:
    """Makes the picture of several frames, and keeps it while these stay the same.

    Attributes:
        layer: What is seen of other frames.
    """

    def __init__(self) -> None:
        self.layer = Layer.NONE
        self._key: tuple[object, ...] = ()
        self._image = QImage()

    def beside(self, frames: Frames, index: int) -> list[int]:
        """The frames that are looked at beside one: that before, and as an onion skin that behind.

        Args:
            frames: States and pictures.
            index: The frame, from 0.
        """
        if self.layer is Layer.NONE:
            return []
        closed = frames.walk.trail.is_closed
        around = (index - 1, index + 1) if self.layer is Layer.ONION else (index - 1,)
        places = [place % frames.count if closed else place for place in around]
        return [place for place in places if 0 <= place < frames.count and place != index]

    def over(self, shown: Shown, frames: Frames, index: int) -> Shown:
        """What is to be seen of a frame and those beside it.

        Args:
            shown: What is to be seen of it alone.
            frames: States and pictures.
            index: The frame, from 0.
        """
        if self.layer is Layer.NONE or shown.image is None or shown.dimmed or shown.unfinished:
            return shown
        beside = self.beside(frames, index)
        images = [_picture(frames, place) for place in beside]
        there = [image for image in images if image is not None]
        if self.layer is Layer.ONION:
            return replace(shown, image=self._made(shown.image, there)) if there else shown
        if not beside:
            return replace(shown, mark=translate("Preview", "No frame comes before this one"))
        if not there:
            mark = translate("Preview", "Frame {number}, the one before, isn't rendered yet")
            return replace(shown, mark=mark.format(number=beside[0] + 1))
        mark = translate("Preview", "Difference from frame {number}, {times} × as bright")
        mark = mark.format(number=beside[0] + 1, times=2**DOUBLINGS)
        return replace(shown, image=self._made(shown.image, there), mark=mark)

    def _made(self, image: QImage, beside: list[QImage]) -> QImage:
        key = (self.layer, image.cacheKey(), *(each.cacheKey() for each in beside))
        if key != self._key:
            make = onion_skin if self.layer is Layer.ONION else difference
            self._image, self._key = make(image, *beside), key
        return self._image


def onion_skin(image: QImage, before: QImage, behind: QImage | None = None) -> QImage:
    """A frame through which others are seen, a little."""
    made = image.convertToFormat(QImage.Format.Format_RGB32)
    painter = QPainter(made)
    for other, opacity in ((before, BEFORE), (behind, BEHIND)):
        if other is not None:
            painter.setOpacity(opacity)
            painter.drawImage(made.rect(), other)
    painter.end()
    return made


def difference(image: QImage, before: QImage) -> QImage:
    """How far two frames are apart in each channel, brightened; black where they are the same."""
    made = image.convertToFormat(QImage.Format.Format_RGB32)
    painter = QPainter(made)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
    painter.drawImage(made.rect(), before.convertToFormat(QImage.Format.Format_RGB32))
    painter.end()
    for _ in range(DOUBLINGS):
        once = made.copy()
        painter = QPainter(made)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Plus)
        painter.drawImage(0, 0, once)
        painter.end()
    return made


def _picture(frames: Frames, index: int) -> QImage | None:
    if frames.state(index) not in (FrameState.DONE, FrameState.DRAFT):
        return None
    for image in (frames.image(index), frames.thumbnail(index)):
        if image is not None:
            return image
    return None
