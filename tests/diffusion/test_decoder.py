"""Our decoder beside KerasHub's."""

from types import SimpleNamespace

import keras
import numpy as np
import pytest
from keras import ops
from keras_hub.src.models.stable_diffusion_3.stable_diffusion_3_backbone import LatentRescaling
from keras_hub.src.models.vae.vae_backbone import VAEBackbone

from sd3explorer.diffusion.decoder import Decoder, normalized, twice_as_large
from sd3explorer.diffusion.loading import weights_to_come

# Filters and number of ResNet blocks of each stack; the starter model's is compared by its frames.
LAYOUTS = {
    "several blocks, as in SD3": ([64, 32], [2, 2]),
    "blocks of different numbers": ([96, 32, 64], [2, 0, 1]),
    "one stack, which enlarges nothing": ([32], [1]),
}
# With each kind of operation.
FEW_BLOCKS = ([64, 32], [1, 1])


def backbone(filters, blocks, precision="float32"):
    """What the decoder needs of a backbone, with random weights."""
    with weights_to_come():
        vae = VAEBackbone([32], [1], filters, blocks, dtype=precision)
    random = np.random.default_rng(0)
    for variable in vae.decoder.variables:
        # Kernels that make numbers neither larger nor smaller, all others about as large as trained ones.
        deviation = np.prod(variable.shape[:-1]) ** -0.5 if variable.name == "kernel" else 0.3
        variable.assign(random.normal(float(variable.name == "gamma"), deviation, variable.shape))
    rescaling = LatentRescaling(scale=vae.scale, offset=vae.shift, dtype=precision)
    return SimpleNamespace(
        vae=vae,
        latent_rescaling=rescaling,
        decode_step=lambda latents: vae.decode(rescaling(latents), training=False),
    )


def latents(count=2, height=6, width=10):
    return np.random.default_rng(1).normal(size=(count, height, width, 16)).astype(np.float32)


def compiled(compiler, function, model):
    run = compiler.compile_function(function, model.variables)
    return lambda array: ops.convert_to_numpy(ops.cast(run(ops.convert_to_tensor(array)), "float32"))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_pictures_are_kerashubs(layout, compiler):
    hold_to_kerashub(layout, compiler)


def hold_to_kerashub(layout, compiler):
    """Processes with other backends ask for it too."""
    model = backbone(*LAYOUTS[layout])
    expected = decoded_by_kerashub(model, compiler)
    pictures = compiled(compiler, Decoder(model).images, model.vae)(latents())
    assert expected.std() > 0.1
    assert np.abs(pictures - expected).max() <= 1e-4 * max(1.0, np.abs(expected).max())


def decoded_by_kerashub(model, compiler):
    if keras.backend.backend() == "jax":
        # Left to itself, JAX compiles each operation alone, in five times the time.
        return compiled(compiler, model.decode_step, model.vae)(latents())
    return ops.convert_to_numpy(model.decode_step(ops.convert_to_tensor(latents())))


@pytest.fixture(scope="module")
def true_pictures():
    model = backbone(*FEW_BLOCKS)
    return ops.convert_to_numpy(model.decode_step(ops.convert_to_tensor(latents())))


@pytest.mark.parametrize("precision", ["float16", "bfloat16"])
def test_with_half_the_bits_they_are_as_near_to_the_true_ones_as_kerashubs(
    precision, compiler, true_pictures
):
    model = backbone(*FEW_BLOCKS, precision)
    theirs = np.abs(compiled(compiler, model.decode_step, model.vae)(latents()) - true_pictures).mean()
    ours = np.abs(compiled(compiler, Decoder(model).images, model.vae)(latents()) - true_pictures).mean()
    assert 0 < ours <= 1.2 * theirs


def test_a_small_variance_beside_a_large_mean_is_not_lost():
    random = np.random.default_rng(0)
    x = (1000.0 + random.normal(size=(1, 64, 64, 64))).astype(np.float32)
    layer = keras.layers.GroupNormalization(groups=32)
    layer.build(x.shape)
    groups = x.astype(np.float64).reshape(64 * 64, 32, 2)
    expected = (groups - groups.mean((0, 2), keepdims=True)[0]) / groups.std((0, 2), keepdims=True)[0]
    normal = ops.convert_to_numpy(normalized(layer, ops.convert_to_tensor(x)))
    # From the sum of squares, 1e6 ± 0.06, it would be ten times as much.
    assert np.abs(normal - expected.reshape(x.shape)).max() <= 1e-2


def test_channels_of_a_group_may_have_different_means():
    x = np.random.default_rng(0).normal(np.arange(64.0), size=(2, 6, 4, 64)).astype(np.float32)
    layer = keras.layers.GroupNormalization(groups=4)
    layer.build(x.shape)
    expected = ops.convert_to_numpy(layer(x))
    assert np.abs(ops.convert_to_numpy(normalized(layer, ops.convert_to_tensor(x))) - expected).max() <= 1e-4


def test_a_convolution_of_an_enlarged_picture_sees_no_more_than_zeros_beyond_its_edges():
    x = np.random.default_rng(0).normal(size=(2, 3, 5, 4)).astype(np.float32)
    layer = keras.layers.Conv2D(6, 3, padding="same", bias_initializer="ones")
    enlarged = x.repeat(2, axis=1).repeat(2, axis=2)
    expected = ops.convert_to_numpy(layer(enlarged))
    assert (
        np.abs(ops.convert_to_numpy(twice_as_large(layer, ops.convert_to_tensor(x))) - expected).max() <= 1e-5
    )


def test_colours_are_rounded_and_those_out_of_range_cut_off():
    decoder = Decoder(backbone([32], [1]))
    colours = np.array([-3.0, -1.0, -0.999, 0.0, 0.5, 0.999, 1.0, 3.0], np.float32)
    decoder.images = lambda _: ops.convert_to_tensor(np.tile(colours[None, None, :, None], (1, 1, 1, 3)))
    images, finite = decoder.decode(None)
    assert ops.convert_to_numpy(images)[0, 0, :, 0].tolist() == [0, 0, 0, 128, 191, 255, 255, 255]
    assert ops.convert_to_numpy(finite).tolist() == [True]


@pytest.mark.parametrize("number", [np.nan, np.inf])
def test_a_frame_whose_numbers_overflowed_is_told_from_the_others(number, compiler):
    model = backbone([32], [1])
    broken = latents(3)
    broken[1, 2, 3, 4] = number
    _, finite = compiler.compile_function(Decoder(model).decode, model.vae.variables)(
        ops.convert_to_tensor(broken)
    )
    assert ops.convert_to_numpy(finite).tolist() == [True, False, True]
