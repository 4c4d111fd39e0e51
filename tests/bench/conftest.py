"""Tiny models of each layout, and TensorFlow chosen before Keras is imported."""

import pytest

from sd3explorer.bench.messages import Work
from sd3explorer.bench.shapes import Shape
from sd3explorer.diffusion import backend

COMPILER = backend.select(None)

SIZE = (64, 64)


@pytest.fixture(scope="session")
def compiler():
    return COMPILER


@pytest.fixture(scope="session")
def shape():
    return Shape(
        SIZE,
        hidden_dim=64,
        num_layers=2,
        num_heads=4,
        position_size=8,
        decoder_filters=(64, 32, 32, 32),
        decoder_blocks=(1, 1, 1, 1),
        qk_norm="rms_norm",
        dual_attention=(0,),
        clip_dims=(32, 48),
        clip_heads=(2, 2),
        clip_tokens=7,
    )


@pytest.fixture(scope="session")
def work(shape):
    return Work(shape, SIZE, 3, 3.0, batch_size=2, batches=1, precision="float32")
