"""Frames as PNG files that prove which frame they are."""

import io

import numpy as np
import pytest
from PIL import Image

from sd3explorer.render.frame_file import frame_in, write_frame

A, B = "aa" + "0" * 62, "bb" + "0" * 62


@pytest.fixture
def image():
    return np.random.default_rng(0).integers(0, 256, (16, 8, 3), dtype=np.uint8)


def written(digest, image):
    file = io.BytesIO()
    write_frame(file, digest, image)
    return file.getvalue()


def test_a_frame_is_read_as_it_was_written(image):
    assert (frame_in(written(A, image), A) == image).all()


def test_a_frame_is_no_other_recipes_frame(image):
    assert frame_in(written(A, image), B) is None


def test_the_same_pixels_in_another_size_are_another_frame(image):
    checksum = Image.open(io.BytesIO(written(A, image))).info
    assert written(A, image.reshape(8, 16, 3)).find(next(iter(checksum.values())).encode()) == -1


def test_every_other_program_reads_it(image):
    assert (np.asarray(Image.open(io.BytesIO(written(A, image)))) == image).all()


def test_a_damaged_bit_makes_it_none_or_changes_nothing(image):
    sound = written(A, image)
    for bit in range(8 * len(sound)):
        damaged = bytearray(sound)
        damaged[bit // 8] ^= 1 << bit % 8
        found = frame_in(bytes(damaged), A)
        assert found is None or (found == image).all()


def test_what_was_cut_or_is_no_picture_is_none(image):
    sound = written(A, image)
    for data in (b"", b"no picture", sound[:-40], sound[: len(sound) // 2], bytes(len(sound))):
        assert frame_in(data, A) is None


def test_too_little_memory_says_nothing_of_a_frame(image, monkeypatch):
    def too_large(*arguments):
        raise MemoryError

    monkeypatch.setattr(Image.Image, "convert", too_large)
    with pytest.raises(MemoryError):
        frame_in(written(A, image), A)
