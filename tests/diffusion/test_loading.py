"""Loading: everything in the precision that was asked for, and damaged files told as such."""

import json
import shutil

import h5py
import keras
import numpy as np
import pytest
from keras_hub.models import (
    CLIPTextEncoder,
    StableDiffusion3Backbone,
    StableDiffusion3TextToImagePreprocessor,
)
from keras_hub.src.models.stable_diffusion_3.t5_encoder import T5Encoder
from keras_hub.src.models.vae.vae_backbone import VAEBackbone
from keras_hub.src.utils.keras_utils import gelu_approximate
from keras_hub.tokenizers import BytePairTokenizer

from sd3explorer.diffusion.backend import DiffusionError
from sd3explorer.diffusion.loading import (
    RANDOM_INITIALIZERS,
    load_backbone,
    load_preprocessor,
    weights_to_come,
)
from sd3explorer.diffusion.pipeline import Pipeline
from sd3explorer.presets.checkpoints.hdf5 import PARTS, stored_parts
from sd3explorer.presets.checkpoints.lent import lent_by
from sd3explorer.presets.configuration import least_parameters
from sd3explorer.presets.digests import SUMS
from sd3explorer.presets.kerashub import read_config, read_folder
from sd3explorer.presets.preset import PresetError
from sd3explorer.presets.weights import check_weights
from tests import toy_source


@pytest.fixture
def copy(starter, tmp_path):
    folder = tmp_path / "preset"
    # Without what says what its files should be: what else is wrong with them is found as well.
    shutil.copytree(starter.folder, folder, ignore=shutil.ignore_patterns(SUMS))
    return folder


def test_all_parts_are_loaded_in_the_precision_asked_for(backbone):
    parts = (backbone.diffuser.joint_blocks[0], backbone.vae.decoder, backbone.clip_l, backbone.clip_g)
    assert {part.compute_dtype for part in parts} == {"float32"}


def numbers(model):
    return [(weight.dtype, keras.ops.convert_to_numpy(weight).tobytes()) for weight in model.weights]


def kerashubs_own(starter, precision):
    """The model as KerasHub itself loads it, the parts that it leaves as they are in that precision, too."""
    dtype = keras.dtype_policies.serialize(keras.DTypePolicy(precision))
    parts = {name: starter.configuration()["config"][name] for name in ("vae", "clip_l", "clip_g")}
    for part in parts.values():
        part["config"]["dtype"] = dtype
    return StableDiffusion3Backbone.from_preset(
        str(starter.folder), dtype=precision, image_shape=(64, 64, 3), **parts
    )


@pytest.mark.parametrize("precision", ["float32", "bfloat16"])
def test_every_weight_is_what_kerashub_loads(precision, starter, backbone):
    model = backbone if precision == "float32" else load_backbone(starter, (64, 64), precision)
    theirs = kerashubs_own(starter, precision)
    assert len(model.weights) > 300
    assert numbers(model) == numbers(theirs)
    assert model.get_config() == theirs.get_config()


def test_weights_in_shards_are_loaded_as_those_in_one_file(backbone, copy):
    (copy / "model.weights.h5").unlink()
    backbone.save_weights(copy / "model.weights.json", max_shard_size=0.02)
    assert len(list(copy.glob("*.h5"))) > 1
    assert numbers(load_backbone(read_folder("x", copy, "x"), (64, 64), "float32")) == numbers(backbone)


def test_a_model_of_another_source_is_loaded_by_what_that_says_and_no_random_numbers_are_drawn(
    starter, backbone, tmp_path, monkeypatch
):
    def draw(*_, **__):
        raise AssertionError("random numbers were drawn")

    for initializer in RANDOM_INITIALIZERS:
        monkeypatch.setattr(initializer, "__call__", draw)
    monkeypatch.setattr(toy_source, "starter_folder", lambda: starter.folder)
    toy_source.write(tmp_path / "mine.toy", backbone)
    toy = toy_source.read("mine", tmp_path / "mine.toy")
    assert numbers(load_backbone(toy, (64, 64), "float32")) == numbers(backbone)
    tokens = load_preprocessor(toy).generate_preprocess(["a fox"])
    assert np.array_equal(
        tokens["clip_l"], load_preprocessor(starter).generate_preprocess(["a fox"])["clip_l"]
    )


def test_what_another_source_says_of_its_damage_is_reported(tmp_path):
    (tmp_path / "mine.toy").write_bytes(b"no zip")
    with pytest.raises(DiffusionError, match=r"mine\.toy is damaged; copy it again"):
        load_backbone(toy_source.read("mine", tmp_path / "mine.toy"), (64, 64), "float32")


def test_texts_become_the_tokens_that_kerashub_makes(starter):
    ours = load_preprocessor(starter)
    theirs = StableDiffusion3TextToImagePreprocessor.from_preset(str(starter.folder))
    assert ours.get_config() == theirs.get_config()
    prompts = ["a 3d dog face on a sky blue background", ""]
    tokens, expected = (each.generate_preprocess(prompts) for each in (ours, theirs))
    assert tokens.keys() == expected.keys()
    assert all(np.array_equal(tokens[name], expected[name]) for name in expected)


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


def truncate(weights):
    weights.write_bytes(weights.read_bytes()[:1_000_000])


def overwrite(weights):
    weights.write_bytes(bytes(range(256)) * 4000)


@pytest.mark.parametrize("damage", [truncate, overwrite])
def test_damaged_weights_are_reported_by_their_file(damage, copy):
    weights = copy / "model.weights.h5"
    damage(weights)
    with pytest.raises(DiffusionError) as caught:
        load_backbone(read_folder("x", copy, "x"), (64, 64), "float32")
    assert str(caught.value) == f"{weights} is damaged; fetch or copy the model again"


def edit_config(folder, **fields):
    document = json.loads((folder / "config.json").read_text())
    document["config"] |= fields
    (folder / "config.json").write_text(json.dumps(document))


@pytest.mark.parametrize("fields", [{"mmdit_hidden_dim": 128}, {"mmdit_num_layers": 3}])
def test_weights_of_another_model_are_reported_without_what_keras_says(fields, copy):
    edit_config(copy, **fields)
    with pytest.raises(DiffusionError) as caught:
        load_backbone(read_folder("x", copy, "x"), (64, 64), "float32")
    assert str(caught.value) == (
        f"the weights in {copy} don't fit its configuration; fetch or copy the model again"
    )


@pytest.mark.parametrize("field", ["vae", "clip_l", "mmdit_hidden_dim"])
def test_a_configuration_without_a_part_is_reported_by_its_file(field, copy):
    edit_config(copy, **{field: None})
    with pytest.raises(DiffusionError) as caught:
        load_backbone(read_folder("x", copy, "x"), (64, 64), "float32")
    assert str(caught.value) == f"{copy / 'config.json'} is damaged; fetch or copy the model again"


def test_a_model_larger_than_its_weights_is_not_built(copy, monkeypatch):
    def build(*_, **__):
        raise AssertionError("it was built")

    monkeypatch.setattr("sd3explorer.diffusion.loading.deserialize_keras_object", build)
    edit_config(copy, mmdit_hidden_dim=65_536)
    with pytest.raises(DiffusionError) as caught:
        load_backbone(read_folder("x", copy, "x"), (64, 64), "float32")
    assert "bytes of weights, too few for a model as large as its config.json says" in str(caught.value)


@pytest.mark.parametrize("index", ["{", "[]", '{"weight_map": {"a": 5}}', '{"weight_map": {"a": ["x", 5]}}'])
def test_a_damaged_index_of_weights_is_reported_by_its_file(index, copy):
    (copy / "model.weights.h5").rename(copy / "model_00000.weights.h5")
    (copy / "model.weights.json").write_text(index)
    with pytest.raises(DiffusionError) as caught:
        load_backbone(read_folder("x", copy, "x"), (64, 64), "float32")
    assert str(caught.value) == f"{copy / 'model.weights.json'} is damaged; fetch or copy the model again"


@pytest.mark.parametrize("name", ["model_00001.weights.h5", "../model.weights.h5", "/dev/zero", "two\nlines"])
def test_shards_are_files_of_the_preset(name, copy):
    (copy / "model.weights.h5").rename(copy.parent / "model.weights.h5")
    (copy / "model.weights.json").write_text(json.dumps({"weight_map": {"/a/vars": [name]}}))
    with pytest.raises(
        DiffusionError, match="so it is not a complete preset; fetch or copy the model again"
    ) as caught:
        load_backbone(read_folder("x", copy, "x"), (64, 64), "float32")
    assert str(caught.value).isprintable()


BROKEN_TOKENIZERS = {
    "no words": ("vocabulary.json", b'{"a": '),
    "a list of words": ("vocabulary.json", b"[]"),
    "words of words": ("vocabulary.json", b'{"<|startoftext|>": "a", "<|endoftext|>": "b"}'),
    "words that the model doesn't have": (
        "vocabulary.json",
        b'{"<|startoftext|>": 1, "<|endoftext|>": 2, "a": 3712}',
    ),
    "words without an end": ("vocabulary.json", b'{"a": 1}'),
    "words nested without end": ("vocabulary.json", b"[" * 100_000),
    "merges of one and of three": ("merges.txt", b"one\ntwo three four\n"),
    "merges of unknown words": ("merges.txt", b"zzqq qqzz\n"),
    "merges that are no text": ("merges.txt", b"\xff\xfe\x00"),
    "merges that are cut": ("merges.txt", b"a c\na"),
    "no merges": ("merges.txt", b""),
}


@pytest.mark.parametrize("encoder", ["clip_l", "clip_g"])
@pytest.mark.parametrize("case", BROKEN_TOKENIZERS)
def test_a_damaged_tokenizer_is_reported_by_its_file(case, encoder, copy):
    name, content = BROKEN_TOKENIZERS[case]
    file = copy / "assets" / f"{encoder}_tokenizer" / name
    file.write_bytes(content)
    with pytest.raises(DiffusionError) as caught:
        load_preprocessor(read_folder("x", copy, "x"))
    assert str(caught.value) == f"{file} is damaged; fetch or copy the model again"


@pytest.mark.parametrize("name", ["vocabulary.json", "merges.txt"])
def test_a_missing_file_of_a_tokenizer_is_reported_with_the_remedy(name, copy):
    file = copy / "assets" / "clip_l_tokenizer" / name
    file.unlink()
    with pytest.raises(DiffusionError) as caught:
        load_preprocessor(read_folder("x", copy, "x"))
    assert str(caught.value) == f"{file} is missing; fetch or copy the model again"


def test_a_damaged_preprocessor_is_reported_with_the_remedy(copy):
    (copy / "preprocessor.json").write_text("{")
    with pytest.raises(PresetError, match=r"preprocessor\.json is damaged; fetch or copy the model again"):
        read_folder("x", copy, "x")


@pytest.mark.parametrize("lengths", [(25, 25), (12, 24)])
def test_tokenizers_that_make_other_tokens_than_the_model_reads_are_reported(lengths, copy):
    document = json.loads((copy / "preprocessor.json").read_text())
    for encoder, length in zip(("clip_l", "clip_g"), lengths, strict=True):
        document["config"][f"{encoder}_preprocessor"]["config"]["sequence_length"] = length
    (copy / "preprocessor.json").write_text(json.dumps(document))
    with pytest.raises(DiffusionError, match=f"the tokenizers in {copy} make more tokens than its config"):
        load_preprocessor(read_folder("x", copy, "x"))


def test_a_preprocessor_of_other_tokenizers_is_reported_without_what_keras_says(copy):
    document = json.loads((copy / "preprocessor.json").read_text())
    del document["config"]["clip_g_preprocessor"]
    (copy / "preprocessor.json").write_text(json.dumps(document))
    with pytest.raises(DiffusionError) as caught:
        load_preprocessor(read_folder("x", copy, "x"))
    file = copy / "preprocessor.json"
    assert str(caught.value) == f"{file} is damaged; fetch or copy the model again"


def kerashubs_small(**parts):
    """A model as small as can be, with all that Stable Diffusion 3.5 has; its weights are random."""
    clips = {
        name: CLIPTextEncoder(32, 16, 16, 2, 2, 32, intermediate_output_index=-2, name=name)
        for name in ("clip_l", "clip_g")
    }
    model = StableDiffusion3Backbone(
        mmdit_patch_size=2,
        mmdit_hidden_dim=32,
        mmdit_num_layers=2,
        mmdit_num_heads=2,
        mmdit_position_size=8,
        mmdit_qk_norm="rms_norm",
        mmdit_dual_attention_indices=(0,),
        vae=VAEBackbone([32] * 4, [1] * 4, [32] * 4, [1] * 4, name="vae"),
        image_shape=(64, 64, 3),
        **clips,
        **parts,
    )
    random = np.random.default_rng(0)
    for weight in model.weights:
        # Those of bias and of norms, too.
        weight.assign(random.normal(size=weight.shape))
    return model


def with_a_t5():
    return kerashubs_small(t5=T5Encoder(32, 2, 2, 64, 128, 32, activation=gelu_approximate, name="t5"))


def test_what_kerashub_writes_of_a_model_with_a_t5_will_do(starter, tmp_path):
    model = with_a_t5()
    model.save_to_preset(tmp_path)
    config = read_config(tmp_path)["config"]
    assert config["t5"]["config"]["activation"]["config"] == "keras_hub>gelu_approximate"
    assert least_parameters(config) <= model.count_params()
    assert check_weights(tmp_path, config) is None
    assert numbers(loaded(tmp_path, starter)) == numbers(model)


def loaded(folder, starter):
    """The model in a folder of KerasHub, which has the starter's tokenizers."""
    shutil.copyfile(starter.folder / "preprocessor.json", folder / "preprocessor.json")
    return load_backbone(read_folder("x", folder, "x"), (64, 64), "float32")


def test_weights_are_found_where_kerashub_writes_them_or_keras_looks_for_them(starter, tmp_path, monkeypatch):
    model = kerashubs_small()
    model.save_to_preset(tmp_path)
    file, config = tmp_path / "model.weights.h5", read_config(tmp_path)["config"]
    with monkeypatch.context() as patch:
        # At every attribute of every layer, which takes long.
        patch.setattr(StableDiffusion3Backbone, "load_weights", None)
        assert numbers(loaded(tmp_path, starter)) == numbers(model)
    with h5py.File(file, "r+") as opened:
        weights = opened["layers/mm_di_t/layers/dense_1/vars"]
        kernel = weights["0"][:]
        del weights["0"]
        weights.create_dataset("0", data=kernel, compression="gzip")
    assert stored_parts([file], config, PARTS) == {}
    # What is kept as ever can be lent all the same.
    assert set(lent_by(tmp_path)) == {"vae", "clip_l", "clip_g"}


def test_an_unknown_precision_is_refused_with_those_there_are(starter, compiler):
    with pytest.raises(DiffusionError, match='"float8"; there are float32, bfloat16, float16'):
        Pipeline.load(starter, (64, 64), "float8", compiler)


def test_prompts_are_read_alike_where_there_is_no_tensorflow_text_as_on_windows(starter, monkeypatch):
    prompts = ["a fox", "", "Été: 12 cats, it's <|endoftext|> 狐"]
    with_it = load_preprocessor(starter).generate_preprocess(prompts)

    def missing(self, vocabulary, merges):
        raise ImportError("tensorflow_text")

    monkeypatch.setattr(BytePairTokenizer, "_set_vocabulary_and_merges_tf", missing)
    without = load_preprocessor(starter).generate_preprocess(prompts)
    for name in ("clip_l", "clip_g"):
        np.testing.assert_array_equal(without[name], with_it[name])
