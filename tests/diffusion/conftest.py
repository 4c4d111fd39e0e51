"""The real starter model, loaded and compiled once for all tests of this room."""

import pytest

from sd3explorer.diffusion import backend

COMPILER = backend.select(None)

from sd3explorer.diffusion.pipeline import Pipeline  # noqa: E402 (the backend comes first)


@pytest.fixture(scope="session")
def compiler():
    return COMPILER


@pytest.fixture(scope="session")
def pipeline(starter):
    return Pipeline.load(starter, (128, 128), "float32", COMPILER)
