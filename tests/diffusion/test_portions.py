"""Portions that are decoded at once: bounded, the same pictures, without seams."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from keras import ops

from sd3explorer.diffusion import portions
from sd3explorer.diffusion.decoder import Decoder
from sd3explorer.diffusion.portions import (
    OVERLAP,
    PIXELS_AT_ONCE,
    TILE,
    Portion,
    PortionedDecoder,
    portion,
    tile_starts,
    tile_weights,
)

SIDES = st.integers(1, 400)


class Enlarging:
    """Stands in for the compiled decoder: each latent's first three numbers are 8 × 8 pixels' colour.

    Args:
        room: The most pixels that it can do at once.
    """

    def __init__(self, room=10**9):
        self.room = room
        self.shapes = []

    def __call__(self, latents):
        latents = ops.convert_to_numpy(latents)
        self.shapes.append(latents.shape)
        if latents[..., 0].size * 64 > self.room:
            raise MemoryError
        colours = latents[..., :3].repeat(8, axis=1).repeat(8, axis=2)
        return colours.astype(np.uint8), np.isfinite(latents).all(axis=(1, 2, 3))


def is_out_of_memory(error):
    return isinstance(error, MemoryError)


def never():
    return False


def latents(count, height, width):
    return np.random.default_rng(0).integers(0, 256, (count, height, width, 16)).astype(np.float32)


@pytest.mark.parametrize(
    ("batch", "pixels", "expected"),
    [
        pytest.param((8, 16, 16), "8 × 128²", Portion(8, 16, 16), id="the starter model's batch at once"),
        pytest.param((1, 128, 128), "1024²", Portion(1, 128, 128), id="SD3's own size whole"),
        pytest.param((8, 128, 128), "1024²", Portion(1, 128, 128), id="SD3's own size one by one"),
        pytest.param((6, 64, 64), "3 × 512²", Portion(3, 64, 64), id="equal shares"),
        pytest.param((5, 64, 64), "3 × 512²", Portion(3, 64, 64), id="the last share filled up"),
        pytest.param((2, 256, 256), "512²", Portion(1, 64, 64), id="tiles of a large picture"),
        pytest.param((1, 144, 144), "480²", Portion(1, 60, 60), id="no larger tiles than needed"),
        pytest.param((1, 32, 1024), "256 × 512", Portion(1, 32, 64), id="tiles of a long picture"),
    ],
)
def test_portions(batch, pixels, expected):
    assert portion(*batch) == expected, pixels


@given(st.integers(1, 64), SIDES, SIDES)
def test_what_is_decoded_at_once_is_bounded_whatever_the_batch(frames, height, width):
    share = portion(frames, height, width)
    assert share.pixels <= PIXELS_AT_ONCE
    assert 1 <= share.frames <= frames


@given(st.integers(1, 64), SIDES, SIDES)
def test_a_portion_is_a_portion_of_itself(frames, height, width):
    share = portion(frames, height, width)
    assert portion(share.frames, share.height, share.width) == share


@given(SIDES)
def test_tiles_cover_a_side_and_overlap(side):
    tile = portion(1, side, side, 1).height
    starts = tile_starts(side, tile)
    assert tile <= min(side, TILE)
    assert (starts[0], starts[-1] + tile) == (0, side)
    assert all(
        start + tile - following >= OVERLAP for start, following in zip(starts, starts[1:], strict=False)
    )


@given(SIDES)
def test_tiles_count_1_in_all_and_fade_towards_their_neighbours(side):
    tile = portion(1, side, side, 1).height
    starts = tile_starts(side, tile)
    weights = tile_weights(starts, tile)
    total = np.zeros(side * 8)
    for start, row in zip(starts, weights, strict=True):
        total[start * 8 : (start + tile) * 8] += row
    assert np.allclose(total, 1.0, atol=1e-6)
    assert weights.min() > 0
    assert np.all(weights[1:, 0] < 0.01)
    assert np.all(weights[:-1, -1] < 0.01)


def test_a_batch_in_portions_gives_the_same_pictures_by_one_program():
    decode = Enlarging()
    batch = latents(5, 64, 64)
    batch[3, 0, 0, 0] = np.nan
    images, finite = PortionedDecoder(decode, is_out_of_memory)(batch, never)
    assert decode.shapes == [(3, 64, 64, 16)] * 2
    assert np.array_equal(images[[0, 1, 2, 4]], Enlarging()(batch)[0][[0, 1, 2, 4]])
    assert finite.tolist() == [True, True, True, False, True]


def test_tiles_make_up_the_whole_picture_by_one_program():
    decode = Enlarging()
    batch = latents(2, 144, 150)
    images, finite = PortionedDecoder(decode, is_out_of_memory)(batch, never)
    assert set(decode.shapes) == {(1, 60, 64, 16)}
    assert np.array_equal(images, Enlarging()(batch)[0])
    assert finite.tolist() == [True, True]


def test_one_broken_tile_breaks_the_frame():
    batch = latents(2, 144, 144)
    batch[1, 140, 3, 0] = np.inf
    _, finite = PortionedDecoder(Enlarging(), is_out_of_memory)(batch, never)
    assert finite.tolist() == [True, False]


def test_when_memory_runs_out_it_goes_on_with_less_and_in_the_end_with_tiles():
    decode = Enlarging(room=600 * 600)
    decoder = PortionedDecoder(decode, is_out_of_memory)
    batch = latents(2, 88, 88)
    images, _ = decoder(batch, never)
    assert np.array_equal(images, Enlarging()(batch)[0])
    assert [shape[:2] for shape in decode.shapes] == [(2, 88), (1, 88), *[(1, 52)] * 8]
    decode.shapes.clear()
    decoder(batch, never)
    assert [shape[:2] for shape in decode.shapes] == [(1, 52)] * 8


def test_when_there_is_too_little_memory_even_for_a_tile_it_says_so():
    decode = Enlarging(room=100)
    with pytest.raises(MemoryError):
        PortionedDecoder(decode, is_out_of_memory)(latents(4, 88, 88), never)
    assert [shape[:2] for shape in decode.shapes] == [(2, 88), (1, 88), (1, 52)]


def test_other_errors_are_not_tried_again():
    decode = Enlarging(room=100)
    with pytest.raises(MemoryError):
        PortionedDecoder(decode, lambda error: False)(latents(4, 64, 64), never)
    assert len(decode.shapes) == 1


@pytest.mark.parametrize(("batch", "calls"), [((1, 256, 256), 3), ((8, 128, 128), 2), ((1, 16, 16), 0)])
def test_it_stops_between_two_calls(batch, calls):
    decode = Enlarging()
    assert (
        PortionedDecoder(decode, is_out_of_memory)(latents(*batch), lambda: len(decode.shapes) == calls)
        is None
    )
    assert len(decode.shapes) == calls


@pytest.fixture
def large(pipeline):
    """Latents of a picture of 512² with smooth skies and hard edges, as the starter model encodes it."""
    model = pipeline._backbone
    down, across = np.mgrid[-1:1:512j, -1:1:512j]
    colours = np.stack([0.6 * down, 0.3 - 0.4 * across, 0.5 - 0.3 * down * across], axis=2)
    colours[(down - 0.2) ** 2 + (across + 0.1) ** 2 < 0.2] = (0.8, 0.1, -0.6)
    colours[(abs(down + 0.5) < 0.2) & (abs(across - 0.5) < 0.3)] = (-0.7, 0.4, 0.3)
    encoded = model.vae.encode(ops.convert_to_tensor(colours[None].astype(np.float32)))
    return ops.convert_to_numpy(model.image_rescaling(encoded))


def test_tiles_of_the_real_decoder_show_no_seams(pipeline, compiler, large, monkeypatch):
    model = pipeline._backbone
    decoder = PortionedDecoder(compiler.compile_function(Decoder(model).decode, model), is_out_of_memory)
    whole = decoder.pictures(large)[0].astype(float)
    monkeypatch.setattr(portions, "TILE", 28)
    monkeypatch.setattr(decoder, "_pixels_at_once", 224 * 224)
    tiled = decoder.pictures(large)[0].astype(float)
    assert decoder.portion_shape(large.shape) == (1, 28, 28, 16)
    difference = tiled - whole
    assert 0 < np.abs(difference).mean() <= 2.0
    # Where the tiles begin, their difference from the whole picture makes no step.
    for picture in (difference, difference.transpose(1, 0, 2)):
        steps = np.abs(np.diff(picture, axis=0)).mean(axis=(1, 2))
        seams = [8 * start - 1 for start in tile_starts(64, 28)[1:]]
        assert steps[seams].max() <= 2.0 * np.median(steps)
