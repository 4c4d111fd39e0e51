"""Loading: everything in the precision that was asked for, and damaged files told as such."""

import shutil

import pytest

from sd3explorer.diffusion.backend import DiffusionError
from sd3explorer.diffusion.loading import load_backbone, load_preprocessor
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
