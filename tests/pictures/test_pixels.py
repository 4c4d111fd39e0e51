"""What a frame shows of a picture."""

import io

import numpy as np
import pytest
from PIL import Image

from sd3explorer.pictures.error import PictureError
from sd3explorer.pictures.pixels import MAX_SIDE, box, opened, pixels
from sd3explorer.pictures.taking import take_bytes
from sd3explorer.walk.pictures import picture_of
from sd3explorer.walk.recipe import Picture, PictureLatents


def picture(image):
    file = io.BytesIO()
    image.save(file, "PNG")
    return take_bytes(file.getvalue())


WIDE = np.tile(np.arange(96, dtype=np.uint8)[None, :, None], (32, 1, 3))
PICTURE = picture(Image.fromarray(WIDE))


def test_a_frame_takes_as_much_of_the_picture_as_fits():
    assert box((96, 32), PictureLatents(PICTURE, 0.5, 0.5, 1.0), (64, 64)) == (32, 0, 64, 32)
    assert box((96, 32), PictureLatents(PICTURE, 0.5, 0.5, 1.0), (32, 96)) == (0, 0, 96, 32)


def test_it_can_be_moved_as_far_as_there_is_something_and_zoomed():
    assert box((96, 32), PictureLatents(PICTURE, 0.0, 0.5, 1.0), (64, 64)) == (0, 0, 32, 32)
    assert box((96, 32), PictureLatents(PICTURE, 1.0, 0.5, 1.0), (64, 64)) == (64, 0, 96, 32)
    assert box((96, 32), PictureLatents(PICTURE, 0.5, 1.0, 2.0), (64, 64)) == (40, 16, 56, 32)


def test_the_pixels_are_those_of_that_part():
    assert np.array_equal(pixels(PictureLatents(PICTURE, 1.0, 0.5, 1.0), (32, 32)), WIDE[:, 64:])
    assert pixels(PictureLatents(PICTURE, 0.5, 0.5, 1.0), (64, 128)).shape == (64, 128, 3)


def test_a_picture_without_its_bytes_is_asked_for():
    with pytest.raises(PictureError, match="is not in this walk's file; give it to its keyframe again"):
        opened(Picture(PICTURE.digest))


def test_bytes_that_are_no_webp_are_refused():
    file = io.BytesIO()
    Image.fromarray(WIDE).save(file, "PNG")
    for data in (file.getvalue(), b"RIFF", PICTURE.data[:30]):
        with pytest.raises(PictureError, match="damaged"):
            opened(picture_of(data))


def test_one_that_is_larger_than_the_app_makes_them_is_refused_before_it_is_decoded():
    file = io.BytesIO()
    Image.new("RGB", (MAX_SIDE + 1, 8)).save(file, "WEBP")
    with pytest.raises(PictureError, match="1537 × 8 pixels"):
        opened(picture_of(file.getvalue()))
