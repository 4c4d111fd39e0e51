"""Where the app's own folders are, and where they can't be."""

from pathlib import Path

import platformdirs
import pytest

from sd3explorer.render import folders
from sd3explorer.render.messages import RenderError


def no_home(name):
    raise RuntimeError("Could not determine home directory")


@pytest.mark.parametrize("find", [no_home, lambda name: Path("~/.cache", name)])
def test_a_home_that_is_nowhere_is_reported_in_one_sentence(monkeypatch, find):
    monkeypatch.setattr(platformdirs, "user_cache_path", find)
    for folder in (folders.default_store, folders.default_programs, folders.default_tuning):
        with pytest.raises(RenderError, match="unknown where your home folder is; set HOME"):
            folder()


def test_what_can_be_made_again_lies_with_the_caches_and_logs_with_the_state(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    assert folders.default_store().is_relative_to(tmp_path / "cache")
    assert folders.default_log().is_relative_to(tmp_path / "state")
