"""Looking through folders for models: by names, within bounds, never in circles."""

import os
import stat
import sys

import pytest

from sd3explorer.presets import search as searching
from sd3explorer.presets.search import search


def touch(file):
    file.parent.mkdir(parents=True, exist_ok=True)
    file.touch()
    return file


def test_files_of_models_are_found_in_folders_of_folders(tmp_path):
    files = [touch(tmp_path / name) for name in ("a.safetensors", "b/B.SAFETENSORS", "b/c/d.ckpt", "e.gguf")]
    touch(tmp_path / "readme.txt")
    assert set(search([tmp_path]).found) == set(files)


def test_a_folder_that_is_a_model_is_found_and_not_looked_into(tmp_path):
    touch(tmp_path / "pipeline" / "model_index.json")
    touch(tmp_path / "pipeline" / "transformer" / "model.safetensors")
    touch(tmp_path / "preset" / "model.weights.h5")
    assert set(search([tmp_path]).found) == {tmp_path / "pipeline", tmp_path / "preset"}


def test_a_mark_of_a_pipeline_among_files_of_models_hides_none_of_them(tmp_path):
    touch(tmp_path / "model_index.json")
    files = [touch(tmp_path / name) for name in ("a.safetensors", "mine/b.safetensors")]
    assert set(search([tmp_path]).found) == set(files)


def test_a_folder_to_begin_with_may_be_a_model_itself_or_a_file(tmp_path):
    touch(tmp_path / "preset" / "model.weights.h5")
    file = touch(tmp_path / "a.safetensors")
    assert search([tmp_path / "preset", file]).found == (file, tmp_path / "preset")


def test_a_language_model_is_no_folder_of_checkpoints(tmp_path):
    touch(tmp_path / "llama" / "config.json")
    touch(tmp_path / "llama" / "model-00001.safetensors")
    assert search([tmp_path]).found == ()


def test_hidden_folders_are_passed_over(tmp_path):
    touch(tmp_path / ".trash" / "old.safetensors")
    assert search([tmp_path]).found == ()


def test_links_are_followed_and_a_circle_ends(tmp_path):
    file = touch(tmp_path / "disk" / "a.safetensors")
    (tmp_path / "disk" / "up").symlink_to(tmp_path)
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "linked").symlink_to(tmp_path / "disk")
    found = search([tmp_path / "models"]).found
    assert [path.resolve() for path in found] == [file]


def test_a_file_that_two_links_lead_to_is_found_once(tmp_path):
    file = touch(tmp_path / "a.safetensors")
    (tmp_path / "b.safetensors").symlink_to(file)
    assert search([tmp_path]).found == (file,)


def test_a_link_to_nowhere_is_no_model(tmp_path):
    (tmp_path / "a.safetensors").symlink_to(tmp_path / "gone")
    assert search([tmp_path]).found == ()


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes")
def test_a_pipe_is_no_model_and_nobody_waits_for_it(tmp_path, hang_guard):
    os.mkfifo(tmp_path / "a.safetensors")
    assert stat.S_ISFIFO((tmp_path / "a.safetensors").stat().st_mode)
    assert search([tmp_path]).found == ()


def test_a_folder_that_is_gone_is_said_to_be(tmp_path):
    assert search([tmp_path / "gone"]).gone == (tmp_path / "gone",)


def test_folders_that_were_looked_into_are_said_to_be_watched(tmp_path):
    touch(tmp_path / "b" / "a.safetensors")
    assert search([tmp_path]).folders == (tmp_path, tmp_path / "b")


@pytest.mark.parametrize(("bound", "value"), [("MAX_ENTRIES", 5), ("MAX_FOUND", 5), ("MAX_DEPTH", 1)])
def test_what_is_too_much_is_not_looked_through_and_that_is_said(bound, value, tmp_path, monkeypatch):
    for number in range(10):
        touch(tmp_path / "folder" / f"{number}" / "deep" / f"{number}.safetensors")
    monkeypatch.setattr(searching, bound, value)
    result = search([tmp_path])
    assert not result.complete
    assert len(result.found) <= 5


def test_it_can_be_stopped(tmp_path):
    touch(tmp_path / "a.safetensors")
    assert search([tmp_path], lambda: True).found == ()
