"""From a picture of a walk to the pixels of a frame."""

import io

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from sd3explorer.pictures.error import PictureError
from sd3explorer.walk.recipe import Picture, PictureLatents

# Of what is taken from a file; what a stranger's walk file has may not be more.
MAX_SIDE = 1536


def opened(picture: Picture) -> Image.Image:
    """A picture as it is in a walk.

    Returns:
        It, in RGB.

    Raises:
        PictureError: Its bytes aren't there, or are damaged, or aren't what the app makes of pictures.
    """
    if not picture.data:
        raise PictureError("a picture is not in this walk's file; give it to its keyframe again")
    try:
        with Image.open(io.BytesIO(picture.data), formats=["WEBP"]) as image:
            if max(image.size) > MAX_SIDE:
                raise PictureError(
                    f"a picture of this walk has {image.width} × {image.height} pixels, where {MAX_SIDE} "
                    "a side are the most; give it to its keyframe again"
                )
            return image.convert("RGB")
    except PictureError:
        raise
    # Whatever Pillow's decoders make of damaged bytes.
    except Exception as error:
        raise PictureError("a picture of this walk is damaged; give it to its keyframe again") from error


def box(
    size: tuple[int, int], latents: PictureLatents, shape: tuple[int, int]
) -> tuple[float, float, float, float]:
    """Which part of a picture a frame shows.

    Args:
        size: Width and height of the picture in pixels.
        latents: Where the frame lies in it.
        shape: Height and width of the frame, of which the ratio counts.

    Returns:
        Left, top, right and bottom in pixels.
    """
    (width, height), (rows, columns) = size, shape
    scale = min(width / columns, height / rows) / latents.zoom
    left, top = latents.x * (width - columns * scale), latents.y * (height - rows * scale)
    return left, top, left + columns * scale, top + rows * scale


def pixels(latents: PictureLatents, shape: tuple[int, int]) -> NDArray[np.uint8]:
    """What a frame shows of a picture.

    Args:
        latents: The picture, and where the frame lies in it.
        shape: Height and width of the frame in pixels.

    Returns:
        uint8 (height, width, 3).

    Raises:
        PictureError: As for `opened`.
    """
    image = opened(latents.picture)
    part = box(image.size, latents, shape)
    return np.asarray(image.resize((shape[1], shape[0]), Image.Resampling.LANCZOS, box=part))
