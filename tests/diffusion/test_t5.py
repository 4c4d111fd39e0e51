"""T5, block by block from its files: what KerasHub's own computes, and never more than a block in memory."""

import types

import numpy as np
import pytest
from keras.saving import deserialize_keras_object

from sd3explorer.diffusion.loading import weights_to_come
from sd3explorer.diffusion.t5 import encode
from sd3explorer.presets.checkpoints.architecture import T5
from sd3explorer.presets.checkpoints.files import stored_in
from sd3explorer.presets.checkpoints.layout import weights
from sd3explorer.presets.checkpoints.serialized import t5_encoder
from tests.presets.checkpoints.written import write

SMALL = T5(width=32, layers=3, heads=4, head_width=6, intermediate=48, words=50)


@pytest.fixture(scope="module")
def tensors():
    draw = np.random.default_rng(0).standard_normal
    # Without the usual scale in its attention, T5 keeps its queries small.
    return {
        weight.name: (
            draw(weight.shape) * (0.3 if weight.name.endswith(("q.weight", "k.weight")) else 1.0)
            + ("norm" in weight.name)
        ).astype(np.float32)
        * 0.4
        for weight in weights("t5", SMALL)
    }


@pytest.fixture(scope="module")
def t5(tensors, tmp_path_factory):
    return stored_in((write(tmp_path_factory.mktemp("t5") / "t5xxl.safetensors", tensors),), {})["t5"]


@pytest.fixture(scope="module")
def ids():
    # More texts than are read at once, longer than the distances that have buckets of their own.
    return np.random.default_rng(1).integers(0, 50, (18, 150), dtype=np.int32)


def test_it_computes_what_kerashubs_does(t5, tensors, ids):
    with weights_to_come():
        model = deserialize_keras_object(t5_encoder(SMALL))
    for weight in weights("t5", SMALL):
        weight.of(types.SimpleNamespace(t5=model)).assign(weight.turned(tensors[weight.name]))
    theirs = model({"token_ids": ids, "padding_mask": np.ones_like(ids)})
    ours = encode(t5, ids, lambda: False)
    assert ours.dtype == np.float32
    assert np.abs(ours).max() > 0.5
    assert np.allclose(ours, np.asarray(theirs), atol=2e-5)


def test_it_stops_between_two_blocks(t5, ids):
    asked = iter([False, False, True])
    assert encode(t5, ids, lambda: next(asked)) is None


def test_each_weight_is_read_once_and_one_block_after_the_other(t5, ids):
    read = []
    watched = types.SimpleNamespace(shape=t5.shape, read=lambda name: read.append(name) or t5.read(name))
    encode(watched, ids, lambda: False)
    assert sorted(read) == sorted(weight.name for weight in weights("t5", SMALL))
    blocks = [name.split(".")[2] for name in read if ".layer." in name and "bias" not in name]
    assert blocks == sorted(blocks)
