"""The real starter model, loaded and compiled once for all tests of this room."""

import pytest

from sd3explorer.diffusion import backend

COMPILER = backend.select(None)

from sd3explorer.diffusion.loading import load_backbone  # noqa: E402
from sd3explorer.diffusion.pipeline import Pipeline  # noqa: E402 (the backend comes first)


@pytest.fixture(scope="session")
def compiler():
    return COMPILER


@pytest.fixture(scope="session")
def pipeline(starter):
    return Pipeline.load(starter, (128, 128), "float32", COMPILER)


@pytest.fixture(scope="session")
def backbone(starter):
    """The same model for small pictures, which nobody changes."""
    return load_backbone(starter, (64, 64), "float32")


@pytest.fixture(scope="session")
def guide(starter):
    """The same model with nothing of ours around it."""
    # Imports TensorFlow, which the tests of other backends do without.
    from tests.diffusion import seed_guide

    return seed_guide.load(starter.folder)
