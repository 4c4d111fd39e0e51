"""Where people keep models."""

import errno
import os
import sys

import pytest

from sd3explorer.presets import places
from sd3explorer.presets.preset import PresetError
from sd3explorer.walk import cache_files


@pytest.fixture(autouse=True)
def own_state(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


def made(*folders):
    for folder in folders:
        folder.mkdir(parents=True)
    return folders[0] if len(folders) == 1 else folders


def test_comfyui_and_forge_are_found_where_they_usually_are(tmp_path):
    checkpoints, unet, forge = made(
        tmp_path / "ComfyUI" / "models" / "checkpoints",
        tmp_path / "ComfyUI" / "models" / "unet",
        tmp_path / "stable-diffusion-webui-forge" / "models" / "Stable-diffusion",
    )
    assert places.usual_folders(tmp_path) == (checkpoints, unet, forge)


def test_where_there_are_none_nothing_is_guessed(tmp_path):
    assert places.usual_folders(tmp_path) == ()


@pytest.mark.parametrize("given", ["", "models"])
def test_of_comfyui_only_the_folders_with_whole_models_are_looked_through(given, tmp_path):
    comfy = tmp_path / "my comfy"
    checkpoints, _ = made(comfy / "models" / "checkpoints", comfy / "models" / "loras")
    assert places.model_folders(comfy / given) == (checkpoints,)


def test_any_other_folder_is_looked_through_as_it_is(tmp_path):
    assert places.model_folders(tmp_path) == (tmp_path,)


def test_what_was_added_is_remembered_once(tmp_path):
    folder = made(tmp_path / "models")
    for _ in range(2):
        places.add(folder)
    assert places.added() == (folder,)


def test_a_relative_path_is_remembered_whole(tmp_path, monkeypatch):
    made(tmp_path / "models")
    monkeypatch.chdir(tmp_path)
    places.add(places.Path("models"))
    assert places.added() == (tmp_path / "models",)


def test_what_was_removed_is_forgotten_and_stays(tmp_path):
    folder = made(tmp_path / "models")
    places.add(folder)
    places.remove(folder)
    assert places.added() == ()
    assert folder.is_dir()


def test_what_was_never_added_cannot_be_removed(tmp_path):
    with pytest.raises(PresetError, match="is not on the list; there are none"):
        places.remove(tmp_path)


@pytest.mark.parametrize("name", ["gone", "x" * 5000, "nul\0"])
def test_what_is_not_there_cannot_be_added(name, tmp_path):
    with pytest.raises(PresetError, match=r"can't be added: .*; give a folder or file that is there"):
        places.add(tmp_path / name)


@pytest.mark.parametrize(
    "text", ["", "[]", '{"places": 3}', '{"places": [4, "relative", "/nul\\u0000"]}', "[" * 9999]
)
def test_a_damaged_list_is_an_empty_one(text, tmp_path):
    file = tmp_path / "state" / "sd3explorer" / "models.json"
    file.parent.mkdir(parents=True)
    file.write_text(text)
    assert places.added() == ()


def test_a_list_that_cannot_be_written_is_said_to_be_so(tmp_path, monkeypatch):
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    with pytest.raises(PresetError, match=r"models\.json can't be written"):
        places.add(tmp_path)


def test_a_list_that_cannot_be_read_for_a_while_is_not_replaced_by_a_shorter_one(tmp_path, monkeypatch):
    (tmp_path / "one").mkdir()
    (tmp_path / "other").mkdir()
    places.add(tmp_path / "one")

    def refuse(*_, **__):
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    with monkeypatch.context() as passing:
        passing.setattr(cache_files, "open", refuse, raising=False)
        for change in (places.add, places.remove):
            with pytest.raises(PresetError, match=r"models\.json can't be read: .*try again"):
                change(tmp_path / "other")
        assert places.added() == ()
    assert places.added() == (tmp_path / "one",)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no file modes")
def test_a_list_that_nobody_else_may_read_stays_so(tmp_path):
    (tmp_path / "one").mkdir()
    (tmp_path / "other").mkdir()
    places.add(tmp_path / "one")
    file = tmp_path / "state" / "sd3explorer" / "models.json"
    file.chmod(0o600)
    places.add(tmp_path / "other")
    assert file.stat().st_mode & 0o777 == 0o600
