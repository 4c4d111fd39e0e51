"""Kernels in eight bits: layers take them as they are, and compute what those would that were turned."""

from dataclasses import replace

import keras
import ml_dtypes
import numpy as np
import pytest
from keras import ops

from sd3explorer.diffusion import pipeline
from sd3explorer.diffusion.backend import DiffusionError
from sd3explorer.diffusion.compilers.stepping import step_by_step
from sd3explorer.diffusion.eight_bits import has_undefined_kernels
from sd3explorer.diffusion.loading import load_backbone
from sd3explorer.diffusion.pipeline import Pipeline
from sd3explorer.presets.locate import locate
from sd3explorer.presets.loras.lora import preset_with_loras
from sd3explorer.walk.model import Model
from sd3explorer.walk.recipe import Adapter
from sd3explorer.walk.walk import Walk
from tests.presets.checkpoints.written import (
    PREFIXES,
    stability_tensors,
    starter_architecture,
    write,
    write_facts,
)
from tests.presets.loras.made import pair, write_lora

# Of the pictures' and of the prompts' half of the first block, and of the second one's pictures.
KERNELS = tuple(
    f"{PREFIXES['mmdit']}joint_blocks.{half}.attn.qkv.weight"
    for half in ("0.x_block", "0.context_block", "1.x_block")
)


def attentions(model):
    """The layers of those kernels."""
    first, second = model.diffuser.joint_blocks
    return [half.attention_qkv for half in (first.x_block, first.context_block, second.x_block)]


@pytest.fixture(scope="module")
def tensors(backbone, starter):
    """The starter model as Stability would keep it."""
    return stability_tensors(backbone, starter_architecture(starter), np.float32)


def numbers(model):
    return [ops.convert_to_numpy(weight).tobytes() for weight in model.weights]


@pytest.fixture(scope="module")
def packed(tensors):
    """The model with some kernels of eight bits: with a scale, with none, with one for each row."""
    name, plain, rows = KERNELS
    found = dict(tensors)
    for each in KERNELS:
        dtype = ml_dtypes.float8_e5m2 if each == plain else ml_dtypes.float8_e4m3fn
        found[each] = (tensors[each] * 8).astype(dtype)
    scales = np.linspace(0.1, 0.9, len(found[rows])).astype(np.float32)
    found[name.replace("weight", "scale_weight")] = np.float32(0.125)
    found[rows.replace("weight", "weight_scale")] = scales
    found[name.replace("weight", "scale_input")] = np.float32(3.0)
    found[PREFIXES["mmdit"] + "scaled_fp8"] = np.zeros(2, ml_dtypes.float8_e4m3fn)
    return found


@pytest.fixture(scope="module")
def eight(packed, starter, tmp_path_factory):
    folder = tmp_path_factory.mktemp("eight")
    write_facts(folder, starter)
    return locate(str(write(folder / "eight.safetensors", packed)))


@pytest.fixture(scope="module")
def turned(packed, starter, tmp_path_factory):
    """The same numbers in 32 bits."""
    folder = tmp_path_factory.mktemp("turned")
    write_facts(folder, starter)
    rows = packed[KERNELS[2].replace("weight", "weight_scale")][:, None]
    scales = dict(zip(KERNELS, (np.float32(0.125), np.float32(1.0), rows), strict=True))
    wide = {name: packed[name].astype(np.float32) * scales[name] for name in KERNELS}
    others = {name: array for name, array in packed.items() if "scale" not in name}
    return locate(str(write(folder / "wide.safetensors", others | wide)))


@pytest.fixture(scope="module")
def models(eight, turned):
    """Both in 32 bits; to build one takes longest. Tests leave the weights that they have."""
    return {preset.place: load_backbone(preset, (64, 64), "float32") for preset in (eight, turned)}


@pytest.mark.parametrize("precision", ["float32", "bfloat16"])
def test_kernels_of_eight_bits_stay_so_and_are_turned_with_their_scales(precision, eight, turned, models):
    if precision == "float32":
        ours, theirs = models.values()
    else:
        ours, theirs = (load_backbone(preset, (64, 64), precision) for preset in (eight, turned))
    inputs = ops.convert_to_tensor(np.eye(256, dtype=np.float32), precision)
    dtypes = []
    for dense, wide in zip(attentions(ours), attentions(theirs), strict=True):
        dtypes.append(dense.kernel.dtype)
        ours_said, theirs_said = (ops.cast(each(inputs), "float32") for each in (dense, wide))
        assert np.array_equal(*map(ops.convert_to_numpy, (ours_said, theirs_said)))
    kept = ["float8_e4m3fn", "float8_e5m2", "float8_e4m3fn"]
    assert dtypes == (["uint8"] * 3 if keras.backend.backend() == "tensorflow" else kept)
    assert ours.diffuser.joint_blocks[1].context_block.attention_qkv.kernel.dtype == precision
    assert numbers(ours.vae) == numbers(theirs.vae)


def test_what_is_no_number_is_found_in_them(eight, models):
    model = models[eight.place]
    assert not has_undefined_kernels(model)
    for layer in attentions(model)[:2]:
        kernel = np.zeros(layer.kernel.shape, layer.kept_in)
        scales = None if layer.scales is None else np.ones(layer.units, np.float32)
        for value in (np.nan, 0.0):
            kernel[-1, -1] = value
            layer.assign_eight_bits(kernel, scales)
            assert has_undefined_kernels(model) == bool(np.isnan(value))
    eight.assign_weights(model)


def pictures_of(preset, compiler, *merged, programs=None):
    """The same picture, with one choice of LoRAs merged after the other."""
    recipe = replace(Walk(model=Model(preset.name, (64, 64))).recipe(0, preset.facts("float32")), num_steps=1)
    loaded = Pipeline.load(preset, (64, 64), "float32", compiler, programs)
    for adapters in merged:
        (picture,) = loaded.render([replace(recipe, merged=adapters)], 1, lambda: False)
        assert not loaded.has_undefined_weights()
        yield picture.astype(int)


@pytest.fixture
def loaded_already(models, monkeypatch):
    monkeypatch.setattr(pipeline, "load_backbone", lambda preset, *_: models[preset.place])


@pytest.fixture
def only_steps_compiled(compiler, monkeypatch):
    """Kernels of eight bits are in the steps alone; to compile all else takes ten times as long."""
    monkeypatch.setattr(compiler, "compile_function", lambda function, *_, **__: function)


@pytest.mark.usefixtures("loaded_already", "only_steps_compiled")
def test_their_pictures_are_those_of_turned_ones(eight, turned, compiler, tmp_path):
    # One keeps its programs where the other one does.
    (ours,), (theirs,) = (pictures_of(preset, compiler, (), programs=tmp_path) for preset in (eight, turned))
    assert np.abs(ours - theirs).max() <= 1
    assert theirs.std() > 5


@pytest.mark.usefixtures("loaded_already", "only_steps_compiled")
def test_a_lora_is_added_to_them_and_not_lost(eight, turned, compiler, tmp_path, monkeypatch):
    monkeypatch.setattr(compiler, "compile_loop", lambda step, *_: step_by_step(step))
    name = KERNELS[0].removeprefix(PREFIXES["mmdit"]).removesuffix(".weight")
    file = write_lora(tmp_path / "ink.safetensors", {name: pair((768, 256), 0)}, alpha=0.05)
    pictures = []
    for preset in (eight, turned):
        with_lora = preset_with_loras(preset, [str(file)])
        merged = (Adapter(with_lora.loras[0].identity, 1.0),)
        pictures.append(list(pictures_of(with_lora, compiler, merged, ())))
    (ours, without), (theirs, _) = pictures
    assert np.abs(ours - theirs).max() <= 2
    assert np.abs(ours - without).max() > 10


def test_scales_that_fit_no_kernel_are_refused(packed, starter, tmp_path):
    write_facts(tmp_path, starter)
    wrong = packed | {KERNELS[2].replace("weight", "weight_scale"): np.ones(5, np.float32)}
    file = write(tmp_path / "wrong.safetensors", wrong)
    with pytest.raises(DiffusionError, match=r"the weights in .*wrong\.safetensors don't fit"):
        load_backbone(locate(str(file)), (64, 64), "float32")
