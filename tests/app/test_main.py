"""What the window is put together from, and what is left of it in the end."""

import tempfile
from contextlib import ExitStack

import numpy as np
import pytest

from sd3explorer.app.main import _places


@pytest.fixture
def scratch(tmp_path, monkeypatch):
    """The system's folder for temporary files, beside a cache that can't be written to."""
    folder = tmp_path / "scratch"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    (tmp_path / "cache").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return folder


def test_frames_that_can_only_be_kept_for_a_while_are_gone_in_the_end(scratch):
    with ExitStack() as stack:
        places, problem = _places(stack)
        assert "Until then frames are kept only for a while." in problem
        places.store.put("ab" * 32, np.zeros((8, 8, 3), np.uint8))
        assert list(scratch.rglob("*.png"))
    assert not list(scratch.iterdir())


def test_those_of_a_window_that_was_killed_are_gone_with_the_next_start(scratch):
    (scratch / ".frames-sd3explorer-0badcafe" / "ab").mkdir(parents=True)
    with ExitStack() as stack:
        _places(stack)
    assert not list(scratch.iterdir())
