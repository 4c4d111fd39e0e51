"""Small pictures of latents look like the pictures that the decoder makes of them."""

import numpy as np
import pytest

from sd3explorer.diffusion.latent_colours import LatentColours
from sd3explorer.walk.sampler import Sampler
from sd3explorer.walk.timing import Timing
from sd3explorer.walk.walk import Walk


def enlarged(pictures):
    return np.kron(pictures, np.ones((1, 8, 8, 1), pictures.dtype))


def shrunk(picture):
    height, width, _ = picture.shape
    return picture.reshape(height // 8, 8, width // 8, 8, 3).mean(axis=(1, 3))


def three_channels(latents):
    """A decoder that is linear, but for the limits of a picture."""
    return enlarged(np.clip(128.0 + 20.0 * latents[..., :3], 0, 255).astype(np.uint8))


def test_a_linear_decoder_is_met_exactly():
    latents = np.random.default_rng(1).standard_normal((2, 4, 6, 16)).astype(np.float32)
    difference = enlarged(LatentColours(three_channels, (2, 16, 24, 16)).pictures(latents)).astype(int)
    difference -= three_channels(latents)
    assert np.abs(difference).max() <= 1


def test_numbers_that_are_infinite_or_undefined_have_some_colour_too():
    latents = np.full((1, 2, 2, 16), np.nan, np.float32)
    latents[0, 0, 0] = np.inf
    pictures = LatentColours(three_channels, (2, 16, 24, 16)).pictures(latents)
    assert (pictures.shape, pictures.dtype) == ((1, 2, 2, 3), np.uint8)


@pytest.mark.parametrize("frame", [0, 3])
def test_the_last_small_picture_of_a_frame_looks_like_the_frame(whole_pipeline, facts, frame):
    recipe = Walk(timing=Timing(4), sampler=Sampler(12)).recipe(frame, facts)
    last = []

    def show(make_pictures):
        last[:] = make_pictures()

    [image] = whole_pipeline.render([recipe], 4, lambda: False, show)
    # A step or two before the end, so some noise is left.
    similarity = np.corrcoef(last[0].ravel(), shrunk(image).ravel())[0, 1]
    assert similarity > 0.7


def test_every_frame_of_an_unfilled_batch_has_a_small_picture_of_its_own(whole_pipeline, facts):
    walk = Walk(timing=Timing(3), sampler=Sampler(12))
    recipes = [walk.recipe(index, facts) for index in (0, 2)]
    shown = []
    images = whole_pipeline.render(
        recipes, 4, lambda: False, lambda make_pictures: shown.append(make_pictures())
    )
    assert {len(pictures) for pictures in shown if pictures} == {2}
    distances = [[np.abs(small - shrunk(image)).mean() for image in images] for small in shown[-1]]
    assert np.argmin(distances, axis=1).tolist() == [0, 1]


def test_the_noise_that_a_frame_starts_from_is_nothing_to_see(pipeline, facts):
    recipe = Walk(timing=Timing(1), sampler=Sampler(12)).recipe(0, facts)
    shown = []
    pipeline.render([recipe], 1, lambda: False, lambda make_pictures: shown.append(make_pictures()))
    assert shown[0] == []
    assert any(shown)


def test_small_pictures_change_no_frame(pipeline, facts):
    recipe = Walk(timing=Timing(1), sampler=Sampler(4)).recipe(0, facts)
    [shown] = pipeline.render([recipe], 1, lambda: False, lambda make_pictures: make_pictures())
    [unseen] = pipeline.render([recipe], 1, lambda: False)
    assert np.array_equal(shown, unseen)


def small_pictures_are_fitted(pipeline, facts, monkeypatch, batch_sizes):
    """To how many pictures, when these batches are rendered after each other."""
    fitted = []

    class Noted(LatentColours):
        def __init__(self, decode, shape):
            fitted.append(shape[0])
            super().__init__(decode, shape)

    monkeypatch.setattr("sd3explorer.diffusion.pipeline.LatentColours", Noted)
    monkeypatch.setattr(pipeline, "_colours", None)
    monkeypatch.setattr(pipeline._compiler, "lanes", lambda: 1)
    recipe = Walk(timing=Timing(1), sampler=Sampler(3)).recipe(0, facts)
    for batch_size in batch_sizes:
        pipeline.render([recipe], batch_size, lambda: False, lambda make_pictures: make_pictures())
    return fitted


def test_small_pictures_are_fitted_anew_to_the_first_larger_batch_and_no_more(pipeline, facts, monkeypatch):
    assert small_pictures_are_fitted(pipeline, facts, monkeypatch, [1, 2, 1, 2]) == [1, 2]


def test_small_pictures_are_fitted_once_where_a_batch_is_decoded_in_shares(pipeline, facts, monkeypatch):
    monkeypatch.setattr(pipeline._decode, "_pixels_at_once", 128 * 128)
    assert small_pictures_are_fitted(pipeline, facts, monkeypatch, [2, 2]) == [1]


def test_a_fit_to_more_pictures_is_nearer_to_what_the_decoder_makes(pipeline, monkeypatch):
    # By the program that other tests have compiled.
    monkeypatch.setattr(pipeline._decode, "_pixels_at_once", 2 * 128 * 128)
    shape = (4, *pipeline._denoiser.latents_shape)
    latents = np.random.default_rng(7).standard_normal(shape).astype(np.float32)
    decoded = np.stack([shrunk(picture) for picture in pipeline._decode.pictures(latents)])

    def distance(pictures):
        fit = LatentColours(pipeline._decode.pictures, (pictures, *shape[1:]))
        return np.abs(fit.pictures(latents) - decoded).mean()

    assert distance(4) < distance(1)
