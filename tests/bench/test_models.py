"""Models of a given shape, and the three ways of Keras with one of them."""

import keras
import numpy as np
import pytest

from sd3explorer.bench import models
from sd3explorer.bench.keras_ways import KerasHub, Ours, Seed
from sd3explorer.bench.shapes import shape_like, shape_of
from sd3explorer.presets.catalog import known


@pytest.fixture(scope="module")
def backbone(work):
    return models.build(work, "float32")


@pytest.fixture(scope="module")
def texts(backbone, work, compiler):
    return models.encode_texts(backbone, work, compiler)


@pytest.fixture(scope="module")
def seeds_pictures(backbone, texts, work):
    return Seed(backbone, texts, work).render(work.recipes(0)[0])


def test_a_model_has_the_shape_that_was_asked_for(backbone, shape):
    assert shape_of(keras.saving.serialize_keras_object(backbone)["config"]) == shape


@pytest.fixture(scope="module")
def again(work):
    return models.build(work, "bfloat16")


def test_random_weights_are_always_the_same(backbone, again):
    for one, other in zip(backbone.weights, again.weights, strict=True):
        # Numbers of two bytes are rounded once, from those of four.
        expected = keras.ops.convert_to_numpy(keras.ops.cast(one, other.dtype))
        assert np.array_equal(expected, keras.ops.convert_to_numpy(other))


def test_no_weight_is_another_ones(backbone):
    kernels = [np.array(each).ravel()[:64] for each in backbone.variables if each.path.endswith("kernel")]
    distinct = {tuple(kernel / kernel.std()) for kernel in kernels}
    assert len(distinct) == len(kernels)


def test_the_weights_are_in_the_precision_that_was_asked_for(again):
    dtypes = {each.dtype for each in again.diffuser.variables}
    # Normalization of queries and keys is always in float32.
    assert dtypes == {"bfloat16", "float32"}


@pytest.mark.parametrize("name", ["stable_diffusion_3_medium", "stable_diffusion_3.5_medium"])
def test_shapes_of_known_presets_read_as_much_text_as_sd3(name):
    shape = shape_like(name)
    assert known(name) is not None
    assert (shape.pooled_dim, shape.context_dim, shape.clip_tokens) == (2048, 4096, 77)


def test_the_texts_differ_and_end_in_padding(texts, shape):
    assert texts.context.shape == (2, 2 * shape.clip_tokens, shape.context_dim)
    assert texts.pooled.shape == (2, shape.pooled_dim)
    assert np.abs(texts.context[0] - texts.context[1]).max() > 0.1
    assert texts.padding == shape.clip_tokens
    assert not texts.context[:, shape.clip_tokens :].any()


def test_every_turn_has_noise_of_its_own(work):
    recipes = [recipe for turn in range(3) for batch in work.recipes(turn) for recipe in batch]
    assert len({recipe.noise for recipe in recipes}) == 3 * work.frames


def test_the_pictures_show_something(seeds_pictures):
    assert seeds_pictures.dtype == np.uint8
    assert seeds_pictures.shape == (2, 64, 64, 3)
    assert seeds_pictures.std() > 10
    assert np.abs(seeds_pictures[0].astype(int) - seeds_pictures[1]).mean() > 1


def test_kerashubs_generate_makes_the_seeds_pictures(backbone, texts, work, seeds_pictures):
    pictures = KerasHub(backbone, texts, work).render(work.recipes(0)[0])
    assert np.abs(pictures.astype(int) - seeds_pictures).max() <= 2


def test_our_pipeline_makes_the_seeds_pictures(backbone, texts, work, compiler, seeds_pictures):
    pictures = Ours(backbone, texts, work, "float32", compiler).render(work.recipes(0)[0])
    assert np.abs(pictures.astype(int) - seeds_pictures).max() <= 2
