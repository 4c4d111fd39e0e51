"""LoRAs in a model: merged and taken out to the bit, or added frame by frame, with the same result."""

from functools import cache

import keras
import numpy as np
import pytest
from keras import ops
from keras_hub.models import CLIPTextEncoder, StableDiffusion3Backbone
from keras_hub.src.models.vae.vae_backbone import VAEBackbone

from sd3explorer.diffusion.denoiser import Denoiser
from sd3explorer.diffusion.loading import weights_to_come
from sd3explorer.diffusion.loras import Loras
from sd3explorer.diffusion.merging import MergedWeights
from sd3explorer.diffusion.programs import Programs
from sd3explorer.diffusion.varying import VaryingDenoiser
from sd3explorer.presets.loras.file import LoraFile
from sd3explorer.walk.recipe import Adapter
from tests.presets.loras import made

TOKENS = made.CLIP["max_sequence_length"]
INK, FUR = "ink", "fur"


def new_backbone(dtype="float32"):
    config = {name: value for name, value in made.CONFIG.items() if name.startswith("mmdit")}
    with weights_to_come():
        return StableDiffusion3Backbone(
            **config,
            vae=VAEBackbone(**made.VAE),
            clip_l=CLIPTextEncoder(**made.CLIP, dtype=dtype),
            clip_g=CLIPTextEncoder(**made.CLIP, dtype=dtype),
            image_shape=(48, 64, 3),
            dtype=dtype,
        )


@pytest.fixture(scope="module")
def built():
    """One of each precision, as to build one takes longer than all that is asked of it."""
    return cache(new_backbone)


@pytest.fixture
def backbone(built):
    return lambda dtype="float32": with_its_weights(built(dtype))


def with_its_weights(model):
    random = np.random.default_rng(0)
    for variable in model.variables:
        variable.assign(random.normal(0.0, 0.1, variable.shape))
    return model


@pytest.fixture(scope="module")
def preset(tmp_path_factory):
    """A tiny model with a LoRA of every module, and one of a few and of the texts."""
    folder = tmp_path_factory.mktemp("loras")
    every = {
        name: made.pair(weight.shape, seed) for seed, (name, weight) in enumerate(made.kernels().items())
    }
    made.write_lora(folder / "ink.safetensors", every, alpha=0.1)
    some = {name: both for name, both in every.items() if "mlp" in name}
    texts = {f"text_encoder.{name}": made.pair(w.shape, 9) for name, w in made.kernels("clip_l").items()}
    made.write_lora(folder / "fur.safetensors", some | texts, alpha=0.05)
    return made.model(
        LoraFile(folder / f"{name}.safetensors", name, name == FUR, 1, 1) for name in (INK, FUR)
    )


def values(variables):
    return [np.array(ops.convert_to_numpy(each), copy=True) for each in variables]


def test_a_merged_lora_is_added_to_the_weights(preset, backbone):
    model = backbone()
    before = {name: values([w.of(model)])[0] for name, w in made.kernels().items()}
    MergedWeights(model, preset, ("mmdit",)).take([Adapter(INK, -0.5)])
    for seed, (name, weight) in enumerate(made.kernels().items()):
        added = made.delta(*made.pair(weight.shape, seed), -0.5 * 0.1 / made.RANK)
        expected = before[name] + weight.turned(added)
        assert np.allclose(values([weight.of(model)])[0], expected, atol=1e-6), name


@pytest.mark.parametrize("dtype", ["float32", "float16", "bfloat16"])
def test_without_it_they_are_what_they_were_to_the_bit(preset, backbone, dtype):
    model = backbone(dtype)
    before = values(model.variables)
    merged = MergedWeights(model, preset, ("mmdit", "clip_l", "clip_g"))
    merged.take([Adapter(INK, 1.0), Adapter(FUR, 0.3)])
    once = values(model.variables)
    merged.take([Adapter(INK, -2.0)])
    merged.take([Adapter(INK, 1.0), Adapter(FUR, 0.3)])
    assert all(np.array_equal(one, other) for one, other in zip(values(model.variables), once, strict=True))
    assert not all(np.array_equal(one, other) for one, other in zip(once, before, strict=True))
    merged.take([])
    assert all(np.array_equal(one, other) for one, other in zip(values(model.variables), before, strict=True))


def inputs(frames):
    random = np.random.default_rng(1)
    shapes = {"latents": (frames, 6, 8, 16), "context": (frames, TOKENS + 1, 4096), "pooled": (frames, 32)}
    return {
        name: ops.convert_to_tensor(random.normal(size=s).astype(np.float32)) for name, s in shapes.items()
    }


def stepped(denoiser, frames, *more, guided=False):
    """The latents after one step, through all functions of a denoiser."""
    given = inputs(frames)
    context, pooled = denoiser.condition(given["context"], given["pooled"], *more)
    modulations = denoiser.modulations(ops.convert_to_tensor([0.7, 0.2]), pooled, *more)[0]
    if not guided:
        latents = denoiser.step(given["latents"], 0.7, 0.2, modulations, context, *more)
    else:
        both = [ops.concatenate([each, each[::-1]]) for each in (modulations, context)]
        scale = ops.convert_to_tensor([3.0] * frames)
        latents = denoiser.guided_step(given["latents"], 0.7, 0.2, *both, scale, *more)
    return ops.convert_to_numpy(latents)


def test_strengths_of_their_own_give_each_frame_what_merging_gives_it(preset, backbone):
    model = backbone()
    plain = Denoiser(model, TOKENS)
    strengths = np.array([[1.0, 0.5], [0.0, 0.0], [-0.7, 2.0]], np.float32)
    denoiser = VaryingDenoiser(model, TOKENS, False, preset, (INK, FUR))
    added = stepped(denoiser, 3, ops.convert_to_tensor(strengths))
    merged = MergedWeights(model, preset, ("mmdit",))
    without = stepped(plain, 3)
    for frame, (ink, fur) in enumerate(strengths):
        merged.take([Adapter(INK, float(ink)), Adapter(FUR, float(fur))])
        assert np.abs(stepped(plain, 3)[frame] - added[frame]).max() <= 1e-4
    assert np.abs(without - added)[[0, 2]].max() > 1e-2
    # With none of it, a frame is what it is without, but for rounding.
    assert np.abs(without[1] - added[1]).max() <= 1e-5


def test_with_guidance_both_texts_of_a_frame_have_its_strengths(preset, backbone):
    model = backbone()
    strengths = ops.convert_to_tensor(np.array([[1.0], [1.0]], np.float32))
    varying = VaryingDenoiser(model, TOKENS, False, preset, (INK,))
    added = stepped(varying, 2, strengths, guided=True)
    MergedWeights(model, preset, ("mmdit",)).take([Adapter(INK, 1.0)])
    assert np.abs(stepped(Denoiser(model, TOKENS), 2, guided=True) - added).max() <= 1e-4


def test_a_layer_adds_nothing_once_its_function_is_through(preset):
    # No other test has had its layers.
    model = with_its_weights(new_backbone())
    before = stepped(Denoiser(model, TOKENS), 1)
    varying = VaryingDenoiser(model, TOKENS, False, preset, (INK,))
    stepped(varying, 1, ops.convert_to_tensor([[1.0]]))
    assert np.array_equal(stepped(Denoiser(model, TOKENS), 1), before)


def test_a_prompt_is_encoded_with_what_is_merged_and_with_its_own(preset, backbone):
    changed = []
    loras = Loras(backbone(), preset, changed.extend)
    asked = []
    encode = loras.encoding(lambda prompt, adapters: asked.append((prompt, adapters)))
    assert loras.merge((Adapter(INK, 1.0), Adapter(FUR, 0.5)))
    assert not loras.merge((Adapter(INK, 1.0), Adapter(FUR, 0.5)))
    encode("a dog")
    encode("a cat", (Adapter(FUR, 2.0),))
    # The one that is of the transformer alone changes no text.
    assert asked == [
        ("a dog", (Adapter(FUR, 0.5),)),
        ("a cat", (Adapter(FUR, 0.5), Adapter(FUR, 2.0))),
    ]
    assert len(changed) == len(made.kernels())
    loras.merge_in_text((Adapter(FUR, 0.5),))
    assert len(changed) == len(made.kernels()) + len(made.kernels("clip_l"))


@pytest.mark.parametrize("kept", [False, True])
def test_compiled_programs_take_weights_that_have_changed(compiler, tmp_path, kept):
    variables = [keras.Variable(np.full(2, value, np.float32)) for value in (2.0, 3.0)]
    programs = Programs.of(tmp_path, {}, ["lora"]) if kept else None

    def scaled(x):
        return x * variables[0] + variables[1]

    def step(latents, sigma, next_sigma, modulation):
        return latents * variables[0]

    function = compiler.compile_function(scaled, variables, programs)
    loop = compiler.compile_loop(step, variables, programs)
    one = ops.ones(2)
    arguments = one, ops.convert_to_tensor([1.0, 0.5, 0.0]), ops.zeros((2, 1)), (), lambda _: True
    assert ops.convert_to_numpy(function(one)).tolist() == [5.0, 5.0]
    assert ops.convert_to_numpy(loop(*arguments)).tolist() == [4.0, 4.0]
    variables[0].assign(np.full(2, 10.0, np.float32))
    compiler.weights_changed(variables[:1])
    assert ops.convert_to_numpy(function(one)).tolist() == [13.0, 13.0]
    assert ops.convert_to_numpy(loop(*arguments)).tolist() == [100.0, 100.0]
    # A program that is made only now has them too.
    assert ops.convert_to_numpy(function(ops.ones((3, 2))))[0].tolist() == [13.0, 13.0]
