"""The library: all models on this machine, what they are, and whether they can be used."""

import os
import shutil

import pytest

from sd3explorer.presets import places
from sd3explorer.presets.catalog import BUILT_IN, STABILITY_LICENCE
from sd3explorer.presets.entry import Reader
from sd3explorer.presets.library import add, look
from sd3explorer.presets.listing import lines
from sd3explorer.presets.locate import starter_folder
from sd3explorer.presets.preset import PresetError
from tests.empty_home import make_empty_home
from tests.presets.headers import MEDIUM_35, settle, write_model, write_sdxl

MEDIUM = BUILT_IN[1]
COMMIT = "0123456789abcdef0123456789abcdef01234567"


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    return make_empty_home(tmp_path, monkeypatch)


@pytest.fixture
def checkpoints(home):
    folder = home / "ComfyUI" / "models" / "checkpoints"
    folder.mkdir(parents=True)
    return folder


def entry(preset, library=None):
    return next(entry for entry in (library or look()).entries if entry.preset == str(preset))


def copy_of_the_starter(folder):
    shutil.copytree(starter_folder(), folder)
    for file in folder.rglob("*"):
        settle(file)
    return folder


def test_without_anything_it_has_what_ships_and_what_can_be_fetched():
    library = look()
    assert [entry.preset for entry in library.entries] == [entry.name for entry in BUILT_IN]
    assert entry("starter", library).is_usable
    assert all(entry.can_be_fetched for entry in library.entries[1:])
    assert not library.knows_programs


def test_a_checkpoint_of_comfyui_is_what_its_header_says(checkpoints):
    file = write_model(checkpoints / "mine.safetensors")
    found = entry(file)
    assert found.is_usable
    assert (found.about.kind, found.about.precision) == ("Stable Diffusion 3 Medium", "float16")
    assert found.about.parameters == pytest.approx(MEDIUM.parameters, rel=1e-3)
    assert found.licence == STABILITY_LICENCE
    assert look().knows_programs


def test_one_that_lacks_its_text_encoders_says_which_and_where_they_are_had(checkpoints):
    found = entry(write_model(checkpoints / "mine.safetensors", MEDIUM_35, ("mmdit", "vae"), "BF16"))
    assert not found.is_usable
    assert not found.is_foreign
    assert found.about.missing == ("clip_l", "clip_g")
    assert "clip_l.safetensors and clip_g.safetensors from https://" in found.problem


def test_it_is_usable_once_they_lie_where_comfyui_has_them(checkpoints):
    file = write_model(checkpoints / "mine.safetensors", MEDIUM_35, ("mmdit", "vae"))
    reader = Reader()
    assert not entry(file, look(reader=reader)).is_usable
    for part in ("clip_l", "clip_g"):
        write_model(checkpoints.parent / "text_encoders" / f"{part}.safetensors", parts=(part,))
    assert entry(file, look(reader=reader)).is_usable


def test_the_folders_where_they_are_looked_for_are_watched(checkpoints):
    (checkpoints.parent / "clip").mkdir()
    write_model(checkpoints / "mine.safetensors", MEDIUM_35, ("mmdit", "vae"))
    assert checkpoints.parent / "clip" in look().folders


def test_a_model_of_another_kind_is_foreign_and_says_of_which(checkpoints):
    found = entry(write_sdxl(checkpoints / "juggernaut.safetensors"))
    assert found.is_foreign
    assert "is a Stable Diffusion XL" in found.problem


def test_the_model_of_the_walk_is_listed_whatever_it_is(checkpoints):
    file = write_sdxl(checkpoints / "juggernaut.safetensors")
    assert not entry(file, look([str(file)])).is_foreign


def test_one_that_was_written_just_now_is_not_settled(checkpoints):
    file = write_model(checkpoints / "mine.safetensors")
    os.truncate(file, 10_000_000)
    library = look()
    assert not library.is_settled
    assert not entry(file, library).is_usable
    assert not entry(file, library).is_foreign


def test_one_that_has_arrived_whole_is_read_anew(checkpoints):
    file = write_model(checkpoints / "mine.safetensors")
    size = file.stat().st_size
    os.truncate(file, 10_000_000)
    settle(file)
    reader = Reader()
    assert "is cut off" in entry(file, look(reader=reader)).problem
    os.truncate(file, size)
    settle(file)
    assert entry(file, look(reader=reader)).is_usable


def test_what_did_not_change_is_not_read_again(checkpoints):
    file = write_model(checkpoints / "mine.safetensors")
    asked = []

    def ask(place):
        asked.append(place)
        return entry("starter").about

    reader = Reader(ask)
    for _ in range(3):
        look(reader=reader)
    assert asked.count(file) == 1


def test_a_preset_in_a_folder_that_was_added_is_listed(tmp_path):
    folder = copy_of_the_starter(tmp_path / "models" / "mine")
    add(tmp_path / "models")
    assert entry(folder).is_usable


def test_two_ways_to_a_model_are_one(checkpoints, tmp_path):
    file = write_model(tmp_path / "disk" / "mine.safetensors")
    (checkpoints / "linked.safetensors").symlink_to(file)
    add(tmp_path / "disk")
    assert len(look().entries) == len(BUILT_IN) + 1


def test_a_folder_that_was_added_and_has_no_model_says_so(tmp_path):
    (tmp_path / "empty").mkdir()
    add(tmp_path / "empty")
    assert "has no model of Stable Diffusion 3; one that is put there" in entry(tmp_path / "empty").problem


def test_a_folder_that_vanished_says_so_and_its_parent_is_watched(tmp_path):
    (tmp_path / "usb").mkdir()
    add(tmp_path / "usb")
    (tmp_path / "usb").rmdir()
    library = look()
    assert "is not there; put it back" in entry(tmp_path / "usb", library).problem
    assert tmp_path in library.folders


def test_a_file_that_is_no_model_is_not_added(tmp_path):
    file = write_sdxl(tmp_path / "juggernaut.safetensors")
    with pytest.raises(PresetError, match="is a Stable Diffusion XL"):
        add(file)
    assert places.added() == ()


def test_what_kaggles_library_has_fetched_goes_by_its_name_or_handle(tmp_path):
    models = tmp_path / "kaggle" / "models"
    known = models.joinpath(*MEDIUM.handle.removeprefix("kaggle://").split("/"))
    other = models / "ada" / "sd3" / "keras" / "painted" / "2"
    unfinished = models / "ada" / "sd3" / "keras" / "half" / "1"
    for folder in (known, other, unfinished):
        copy_of_the_starter(folder)
    for folder in (known, other):
        folder.with_name(f"{folder.name}.complete").touch()
    library = look()
    assert entry(MEDIUM.name, library).is_usable
    assert entry("kaggle://ada/sd3/keras/painted/2", library).is_usable
    assert not [entry for entry in library.entries if "half" in entry.preset]


def test_what_hugging_faces_library_has_is_found_where_its_main_revision_is(tmp_path):
    repository = tmp_path / "hf" / "models--ada--sd3"
    file = write_model(repository / "snapshots" / COMMIT / "mine.safetensors")
    write_model(repository / "snapshots" / ("f" * 40) / "older.safetensors")
    (repository / "refs").mkdir()
    (repository / "refs" / "main").write_text(COMMIT)
    library = look()
    assert entry(file, library).is_usable
    assert not [entry for entry in library.entries if "older" in entry.preset]


def test_stopping_ends_it():
    assert len(look(stopped=lambda: True).entries) == len(BUILT_IN)


def test_what_was_found_so_far_is_reported(checkpoints):
    write_model(checkpoints / "mine.safetensors")
    reports = []
    look(report=reports.append)
    assert not reports[0].is_whole
    assert entry("starter", reports[0]).is_usable


def test_the_table_names_the_models_and_counts_those_of_other_kinds(checkpoints):
    file = write_model(checkpoints / "mine.safetensors", MEDIUM_35, ("mmdit", "vae"), "F8_E4M3")
    write_sdxl(checkpoints / "juggernaut.safetensors")
    table = "\n".join(lines(look()))
    assert f"lacks CLIP-L, CLIP-G  {STABILITY_LICENCE}  {file}" in table
    assert "Stable Diffusion 3.5 Medium" in table
    assert "float8 (e4m3)" in table
    assert "1 more can't be used here" in table
    assert "juggernaut" not in table
    assert "is a Stable Diffusion XL" in "\n".join(lines(look(), shows_all=True))
