"""Pictures in memory: from arrays to images and thumbnails."""

from collections import OrderedDict
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from sd3explorer.motion.distance import COARSE_SIDES, distance, gist

# Longest side of a thumbnail in pixels.
THUMBNAIL = 128

# What a frame shows in so few numbers that those of 100,000 frames can be kept; see `motion.distance`.
SmallGist = npt.NDArray[np.float16]


@dataclass(frozen=True, slots=True)
class Picture:
    """A frame as the window uses it.

    Args:
        image: In full size.
        thumbnail: At most `THUMBNAIL` pixels a side.
        gist: What it shows, to be compared.
    """

    image: QImage
    thumbnail: QImage
    gist: SmallGist


def picture(array: npt.NDArray[np.uint8]) -> Picture:
    """Makes what the window needs of a frame, in whichever thread.

    Args:
        array: uint8 (height, width, 3).
    """
    image = as_image(array)
    thumbnail = image
    if max(image.width(), image.height()) > THUMBNAIL:
        thumbnail = image.scaled(
            THUMBNAIL,
            THUMBNAIL,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
    return Picture(image, thumbnail, gist(array, COARSE_SIDES).astype(np.float16))


def as_image(array: npt.NDArray[np.uint8]) -> QImage:
    """An image that owns its pixels, in the layout that paints fastest.

    Args:
        array: uint8 (height, width, 3).
    """
    height, width, channels = array.shape
    data = np.ascontiguousarray(array)
    borrowed = QImage(data.data, width, height, width * channels, QImage.Format.Format_RGB888)
    return borrowed.convertToFormat(QImage.Format.Format_RGB32)


def difference(one: SmallGist, other: SmallGist) -> float:
    """How far two frames are apart, as the search for even places has it."""
    return distance(one.astype(np.float32), other.astype(np.float32))


class ImageCache:
    """The images that were used last, as many as fit.

    Args:
        limit: Size in bytes of all of them together.
    """

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._size = 0
        self._images: OrderedDict[str, QImage] = OrderedDict()

    def get(self, name: str) -> QImage | None:
        """An image, which then is the one used last."""
        image = self._images.get(name)
        if image is not None:
            self._images.move_to_end(name)
        return image

    def put(self, name: str, image: QImage) -> None:
        """Keeps an image, and forgets those that were not used for the longest time."""
        self.forget(name)
        self._images[name] = image
        self._size += image.sizeInBytes()
        while self._size > self._limit and len(self._images) > 1:
            self.forget(next(iter(self._images)))

    def forget(self, name: str) -> None:
        """Drops an image, if it is there."""
        image = self._images.pop(name, None)
        if image is not None:
            self._size -= image.sizeInBytes()
