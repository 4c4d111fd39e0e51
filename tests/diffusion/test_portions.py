"""Frames in portions: bounded memory, the same pictures."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from keras import ops

from sd3explorer.diffusion.portions import PIXELS_AT_ONCE, PortionedDecoder, frames_at_once


class Enlarging:
    """Stands in for the decoder: each latent's first three numbers are the colour of 8 × 8 pixels.

    Args:
        room: The most pixels that it can do at once.
    """

    norms = (1, 1)
    reach = 2

    def __init__(self, room=10**9):
        self.room = room
        self.calls = []

    def decode(self, latents):
        latents = self.enter("decode", latents, 64)
        return self.enlarged(latents, 8), np.isfinite(latents).all(axis=(1, 2, 3))

    def begin(self, latents):
        self.calls.append(("begin", len(latents)))
        return ops.convert_to_numpy(latents).repeat(4, axis=1).repeat(4, axis=2)

    def finish_tile(self, x, top, left, owned, known):
        height, width = owned.shape
        tile = x[:, int(top) : int(top) + height // 2, int(left) : int(left) + width // 2]
        tile = self.enter("tile", tile, 4)
        return self.enlarged(tile, 2)[0], np.isfinite(tile).all(), np.zeros((1, 2, 1), np.float32)

    def enter(self, name, array, scale):
        array = ops.convert_to_numpy(array)
        self.calls.append((name, len(array)))
        if array[..., 0].size * scale > self.room:
            raise MemoryError
        return array

    @staticmethod
    def enlarged(latents, times):
        return (
            np.nan_to_num(latents[..., :3], posinf=0)
            .repeat(times, axis=1)
            .repeat(times, axis=2)
            .astype(np.uint8)
        )


def portioned(decoder, is_out_of_memory=lambda error: isinstance(error, MemoryError)):
    return PortionedDecoder(decoder, lambda function: function, is_out_of_memory)


def never():
    return False


def latents(count, height, width):
    return np.random.default_rng(0).integers(0, 256, (count, height, width, 16)).astype(np.float32)


@pytest.mark.parametrize(
    ("frames", "side", "expected"),
    [
        pytest.param(8, 128, 8, id="the starter model's batch at once"),
        pytest.param(1, 1024, 1, id="SD3's own size as a whole"),
        pytest.param(8, 1024, 1, id="SD3's own size one by one"),
        pytest.param(6, 512, 3, id="equal shares"),
        pytest.param(5, 512, 3, id="the last share is filled up"),
        pytest.param(2, 1040, 0, id="larger pictures not as a whole"),
    ],
)
def test_frames_at_once(frames, side, expected):
    assert frames_at_once(frames, side * side) == expected


@given(st.integers(1, 64), st.integers(1, 2 * PIXELS_AT_ONCE))
def test_what_is_decoded_at_once_is_bounded_whatever_the_batch(frames, pixels):
    at_once = frames_at_once(frames, pixels)
    assert at_once * pixels <= PIXELS_AT_ONCE
    assert at_once <= frames
    assert (at_once == 0) == (pixels > PIXELS_AT_ONCE)


def test_a_batch_in_shares_gives_the_same_pictures_by_one_program():
    decoder = Enlarging()
    batch = latents(5, 64, 64)
    batch[3, 0, 0, 0] = np.nan
    images, finite = portioned(decoder)(batch, never)
    assert decoder.calls == [("decode", 3)] * 2
    assert np.array_equal(images, Enlarging().decode(batch)[0])
    assert finite.tolist() == [True, True, True, False, True]


def test_large_pictures_are_made_of_tiles_one_by_one():
    decoder = Enlarging()
    batch = latents(2, 144, 136)
    batch[1, 140, 3, 0] = np.inf
    images, finite = portioned(decoder)(batch, never)
    assert {name for name, _ in decoder.calls} == {"begin", "tile"}
    assert np.array_equal(images, Enlarging().decode(batch)[0])
    assert finite.tolist() == [True, False]


def test_when_memory_runs_out_it_goes_on_with_less_and_in_the_end_with_tiles():
    decoder = Enlarging(room=600 * 600)
    decode = portioned(decoder)
    batch = latents(2, 88, 88)
    images, _ = decode(batch, never)
    assert np.array_equal(images, Enlarging().decode(batch)[0])
    assert decoder.calls[:4] == [("decode", 2), ("decode", 1), ("begin", 1), ("tile", 1)]
    decoder.calls.clear()
    decode(batch, never)
    assert {name for name, _ in decoder.calls} == {"begin", "tile"}


def test_when_there_is_too_little_memory_even_for_a_tile_it_says_so():
    decoder = Enlarging(room=100)
    with pytest.raises(MemoryError):
        portioned(decoder)(latents(4, 88, 88), never)
    assert decoder.calls == [("decode", 2), ("decode", 1), ("begin", 1), ("tile", 1)]


def test_other_errors_are_not_tried_again():
    decoder = Enlarging(room=100)
    with pytest.raises(MemoryError):
        portioned(decoder, lambda error: False)(latents(4, 64, 64), never)
    assert len(decoder.calls) == 1


@pytest.mark.parametrize(("batch", "calls"), [((2, 256, 256), 3), ((8, 128, 128), 2), ((1, 16, 16), 0)])
def test_it_stops_between_two_calls(batch, calls):
    decoder = Enlarging()
    assert portioned(decoder)(latents(*batch), lambda: len(decoder.calls) == calls) is None
    assert len(decoder.calls) == calls
