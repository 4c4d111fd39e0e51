"""The starter model, whole and cut, loaded and compiled once for all tests of this room."""

from types import SimpleNamespace

import pytest

from sd3explorer.diffusion import backend

COMPILER = backend.select(None)

from sd3explorer.diffusion.loading import load_backbone, weights_to_come  # noqa: E402
from sd3explorer.diffusion.pipeline import Pipeline  # noqa: E402 (the backend comes first)


@pytest.fixture(scope="session")
def compiler():
    return COMPILER


@pytest.fixture(scope="session")
def starter(cut_starter):
    """The cut model, which computes all that the whole one does, for a third of the work."""
    return cut_starter


@pytest.fixture(autouse=True)
def looked_at_as_often(monkeypatch):
    """In proportion: a step of the cut model takes a third of the time that a step of the whole one takes."""
    if hasattr(COMPILER, "SECONDS_BETWEEN_LOOKS"):
        monkeypatch.setattr(COMPILER, "SECONDS_BETWEEN_LOOKS", COMPILER.SECONDS_BETWEEN_LOOKS / 4)


@pytest.fixture(scope="session")
def facts(cut_starter):
    return cut_starter.facts("float32")


@pytest.fixture(scope="session")
def pipeline(cut_starter):
    return Pipeline.load(cut_starter, (128, 128), "float32", COMPILER)


@pytest.fixture(scope="session")
def whole_pipeline(whole_starter, pipeline):
    """For what pictures show. Batches of four with guidance are all that tests compile it for.

    Its text encoders and its decoder are those of the cut model, so they are the same programs too.
    """
    backbone = load_backbone(whole_starter, (128, 128), "float32")
    encoder = SimpleNamespace(
        padding=pipeline._denoiser.padding, prepare=pipeline._prepare, encode=pipeline._encode
    )
    whole = Pipeline(backbone, encoder, "float32", COMPILER)
    whole._decode = pipeline._decode
    return whole


@pytest.fixture(scope="session")
def backbone(cut_starter):
    """The same model for small pictures, which nobody changes."""
    return load_backbone(cut_starter, (64, 64), "float32")


@pytest.fixture(scope="session")
def guide(cut_starter, pipeline):
    """The same model with nothing of ours around it; `test_loading.py` holds that KerasHub loads the same."""
    # Imports TensorFlow, which the tests of other backends do without.
    from tests.diffusion import seed_guide

    return seed_guide.SeedGuide(pipeline._backbone, seed_guide.load_preprocessor(cut_starter.folder))


@pytest.fixture(scope="session")
def whole_guide(whole_starter, guide):
    """The whole model, loaded by KerasHub; its text encoders and its decoder are those of the cut one."""
    from tests.diffusion import seed_guide

    with weights_to_come():
        whole = seed_guide.load(whole_starter.folder)
    whole.encode, whole.decode = guide.encode, guide.decode
    return whole
