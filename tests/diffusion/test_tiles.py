"""A picture made of tiles is the picture made of the whole."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from keras import ops

from sd3explorer.diffusion import decoder as decoder_module
from sd3explorer.diffusion import tiles
from sd3explorer.diffusion.decoder import Decoder, rows_at_once
from sd3explorer.diffusion.tiles import LARGEST, TiledDecoder, pooled, spans


@given(st.integers(1, 400), st.integers(0, 20))
def test_tiles_know_what_lies_around_the_part_that_they_own(latents, reach):
    side = 8 * latents
    places = spans(side, reach)
    assert [place.own.start for place in places] == [0, *[place.own.stop for place in places[:-1]]]
    assert places[-1].own.stop == side
    assert len({place.length for place in places}) == 1
    for place in places:
        assert place.length <= min(side, LARGEST)
        assert place.start % 2 == 0
        assert place.start <= max(place.own.start - reach, 0)
        assert place.start + place.length >= min(place.own.stop + reach, side)


def test_tiles_are_no_longer_than_they_must_be():
    assert {place.length for place in spans(1040, 8)} == {368}


def test_a_span_marks_its_own_part():
    place = tiles.Span(10, 6, slice(12, 15))
    assert place.mask.tolist() == [0, 0, 1, 1, 1, 0]


def test_moments_of_parts_make_those_of_the_whole():
    random = np.random.default_rng(0)
    parts = [random.normal(100.0 * count, 1.0, (count, 2)) for count in (3, 5, 9)]
    moments = np.array([[part.mean(0), part.var(0)] for part in parts])
    whole = np.concatenate(parts)
    assert np.allclose(pooled(np.array([3.0, 5.0, 9.0]), moments), [whole.mean(0), whole.var(0)])


@pytest.fixture(scope="module")
def large(backbone):
    """Latents of a picture of 96 × 128 pixels, as the starter model encodes it."""
    down, across = np.mgrid[-1:1:96j, -1:1:128j]
    colours = np.stack([0.6 * down, 0.3 - 0.4 * across, 0.5 - 0.3 * down * across], axis=2)
    colours[(down - 0.2) ** 2 + (across + 0.1) ** 2 < 0.2] = (0.8, 0.1, -0.6)
    colours[(abs(down + 0.5) < 0.2) & (abs(across - 0.5) < 0.3)] = (-0.7, 0.4, 0.3)
    encoded = backbone.vae.encode(ops.convert_to_tensor(colours[None].astype(np.float32)))
    return ops.convert_to_numpy(backbone.image_rescaling(encoded))[0]


@pytest.fixture(scope="module")
def compiled(backbone, compiler):
    return TiledDecoder(
        Decoder(backbone), lambda function: compiler.compile_function(function, backbone.variables)
    )


@pytest.fixture
def tiled(compiled, monkeypatch):
    """Decodes it in three rows of tiles."""
    monkeypatch.setattr(tiles, "LARGEST", 48)
    assert len(spans(96, compiled._reach)) == 3
    return compiled


def test_tiles_of_the_starter_model_make_the_whole_picture(backbone, large, tiled):
    pictures, _ = Decoder(backbone).decode(ops.convert_to_tensor(large[None]))
    whole = ops.convert_to_numpy(pictures)[0].astype(int)
    assert whole.std() > 10
    image, finite = tiled(large, lambda: False)
    assert finite
    assert np.abs(image - whole).max() <= 1
    assert np.abs(image - whole).mean() <= 0.01


def test_one_program_serves_all_tiles(backbone):
    import tensorflow as tf

    decoder = Decoder(backbone)
    norms, groups = decoder.norms
    x, owned, known = (tf.TensorSpec(shape) for shape in ((1, 48, 64, 32), (48, 48), (norms, 2, groups)))
    place = tf.TensorSpec((), tf.int32)
    finish = tf.function(decoder.finish_tile, autograph=False)
    graph = finish.get_concrete_function(x, place, place, owned, known).graph
    # Where a slice begins at another place, TensorFlow compiles all of it anew.
    slices = [operation for operation in graph.get_operations() if operation.type == "Slice"]
    assert all(operation.inputs[1].op.type == "Const" for operation in slices)
    assert {operation.type for operation in graph.get_operations()} >= {"GatherV2", "Conv2D"}


def test_a_broken_number_breaks_the_picture(large, tiled):
    broken = large.copy()
    broken[3, 4, 5] = np.inf
    _, finite = tiled(broken, lambda: False)
    assert not finite


@pytest.mark.parametrize(("height", "width", "expected"), [(128, 128, 128), (256, 256, 16), (134, 300, 2)])
def test_rows_that_attend_at_once_are_bounded(height, width, expected):
    assert rows_at_once(height, width) == expected
    assert expected * width * height * width <= decoder_module.WEIGHTS_AT_ONCE


def test_attention_row_by_row_is_the_same(backbone, compiler, large, monkeypatch):
    latents = ops.convert_to_tensor(np.stack([large, large[::-1]]))
    # What comes before the last enlargement has all of the attention.
    begin = Decoder(backbone).begin
    at_once = ops.convert_to_numpy(begin(latents))
    monkeypatch.setattr(decoder_module, "WEIGHTS_AT_ONCE", 4 * 16 * 12 * 16)
    assert rows_at_once(12, 16) == 4
    by_rows = ops.convert_to_numpy(compiler.compile_function(begin, backbone.variables)(latents))
    assert np.abs(by_rows - at_once).max() <= 1e-4 * np.abs(at_once).max()
