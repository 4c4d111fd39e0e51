"""Loading: everything in the precision that was asked for, and damaged files told as such."""

import shutil

import keras
import numpy as np
import pytest

from sd3explorer.diffusion.backend import DiffusionError
from sd3explorer.diffusion.loading import (
    RANDOM_INITIALIZERS,
    load_backbone,
    load_preprocessor,
    weights_to_come,
)
from sd3explorer.diffusion.pipeline import Pipeline
from sd3explorer.presets.folder import read_folder


@pytest.fixture
def copy(starter, tmp_path):
    folder = tmp_path / "preset"
    shutil.copytree(starter.folder, folder)
    return folder


def test_all_parts_are_loaded_in_the_precision_asked_for(starter):
    model = load_backbone(starter, (64, 64), "float32")
    parts = (model.diffuser.joint_blocks[0], model.vae.decoder, model.clip_l, model.clip_g)
    assert {part.compute_dtype for part in parts} == {"float32"}


def test_no_random_numbers_are_drawn_for_weights_that_are_read(starter, monkeypatch):
    def draw(*_, **__):
        raise AssertionError("random numbers were drawn")

    for initializer in RANDOM_INITIALIZERS:
        monkeypatch.setattr(initializer, "__call__", draw)
    load_backbone(starter, (64, 64), "float32")


@pytest.mark.parametrize(
    "initializer", ["glorot_uniform", "he_normal", "random_normal", "random_uniform", "truncated_normal"]
)
def test_layers_begin_with_random_numbers_again_when_the_weights_are_there(initializer):
    def largest():
        layer = keras.layers.Dense(4, kernel_initializer=initializer, dtype="float16")
        layer.build((None, 4))
        assert layer.kernel.dtype == "float16"
        return np.abs(keras.ops.convert_to_numpy(layer.kernel)).max()

    with pytest.raises(OSError, match="can't be read"), weights_to_come():
        assert largest() == 0.0
        raise OSError("can't be read")
    assert largest() > 0.0


def test_truncated_weights_are_told_with_the_remedy(copy):
    weights = copy / "model.weights.h5"
    weights.write_bytes(weights.read_bytes()[:1_000_000])
    with pytest.raises(DiffusionError, match="can't be loaded: a file is missing or damaged; fetch or copy"):
        load_backbone(read_folder("x", copy), (64, 64), "float32")


def test_a_missing_vocabulary_is_told_with_the_remedy(copy):
    (copy / "assets" / "clip_l_tokenizer" / "vocabulary.json").unlink()
    with pytest.raises(DiffusionError, match="can't be loaded: a file is missing or damaged; fetch or copy"):
        load_preprocessor(read_folder("x", copy))


def test_a_damaged_preprocessor_is_told_with_the_remedy(copy):
    (copy / "preprocessor.json").write_text("{")
    with pytest.raises(DiffusionError, match="can't be loaded: a file is missing or damaged; fetch or copy"):
        load_preprocessor(read_folder("x", copy))


def test_an_unknown_precision_is_refused_with_those_there_are(starter, compiler):
    with pytest.raises(DiffusionError, match='"float8"; there are float32, bfloat16, float16'):
        Pipeline.load(starter, (64, 64), "float8", compiler)
