"""The table of sources: another kind of files is one more row, and everybody can use its models."""

import pickle

import pytest

from sd3explorer.presets import places, sources
from sd3explorer.presets.library import look
from sd3explorer.presets.locate import fetch, locate, present, starter_folder
from sd3explorer.presets.preset import PresetError
from sd3explorer.presets.search import search
from sd3explorer.presets.sources import SOURCES, HubFiles, Source, file_endings, hub_files, read
from tests import toy_source


@pytest.fixture
def toys(monkeypatch):
    monkeypatch.setattr(sources, "SOURCES", toy_source.WITH_TOYS)


@pytest.fixture
def file(tmp_path):
    file = tmp_path / "mine.toy"
    file.write_bytes(b"weights")
    return file


def test_a_folder_is_read_by_kerashubs_source():
    preset = read("starter", starter_folder(), identity="x")
    assert (preset.name, preset.identity, preset.place) == ("starter", "x", str(starter_folder()))


def test_a_file_of_no_source_is_refused_with_those_there_are(file):
    with pytest.raises(PresetError) as caught:
        read("mine", file)
    there = ", ".join(source.label for source in SOURCES)
    assert str(caught.value) == f"{file} is not a model that can be used here; there are {there}"


def test_checkpoints_are_files_that_can_be_chosen():
    assert file_endings()[:2] == (".safetensors", ".sft")


# With one more row


def test_a_walk_may_name_a_file_of_another_source(toys, file):
    preset = locate(str(file))
    assert (preset.name, preset.place, preset.size) == (str(file), str(file), len(b"weights"))
    assert preset.licence == "Toy Licence"
    assert present(str(file)) == fetch(str(file), lambda done, total: None) == preset


def test_its_digest_tells_its_frames_from_others(toys, file):
    before = locate(str(file)).facts("float32")
    file.write_bytes(b"Weights")
    assert locate(str(file)).facts("float32").fingerprint != before.fingerprint


def test_its_file_is_read_until_somebody_says_stop(toys, file):
    with pytest.raises(PresetError):
        locate(str(file), lambda: True)


def test_it_travels_between_processes(toys, file):
    preset = locate(str(file))
    assert pickle.loads(pickle.dumps(preset)) == preset


def test_folders_are_still_read_as_before(toys):
    assert locate(str(starter_folder())).place == str(starter_folder())


def test_a_name_that_leads_nowhere_is_refused_with_files_and_hubs(toys):
    with pytest.raises(
        PresetError, match=r"toy models, checkpoints .*, folders with a KerasHub preset, and kaggle://"
    ):
        locate("nowhere.toy")


def test_its_files_can_be_chosen(toys):
    assert file_endings()[0] == ".toy"


def test_its_files_are_found_and_listed(toys, file):
    places.add(file.parent)
    [entry] = [entry for entry in look().entries if entry.preset == str(file)]
    assert not entry.problem


def test_folders_of_another_source_are_found_by_their_marks(monkeypatch, tmp_path):
    row = Source("toys", toy_source.takes, toy_source.read, toy_source.about, (), marks=("toy.json",))
    monkeypatch.setattr(sources, "SOURCES", (row, *SOURCES))
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "toy.json").touch()
    assert search([tmp_path]).found == (tmp_path / "mine",)


# In a repository of a hub


TOYS_ON_A_HUB = HubFiles(
    "toy", needed=(("a.toy", "b.toy"),), first="a.toy", check=lambda folder: None, patterns=("*.toy",)
)


@pytest.fixture
def toys_on_a_hub(monkeypatch):
    row = Source("toys", toy_source.takes, toy_source.read, toy_source.about, (), TOYS_ON_A_HUB)
    monkeypatch.setattr(sources, "SOURCES", (row, *SOURCES))


def test_what_is_fetched_of_a_repository_depends_on_what_is_there(toys_on_a_hub):
    assert hub_files({"b.toy", "README.md"}) is TOYS_ON_A_HUB
    assert hub_files({"config.json", "preprocessor.json", "model.weights.json"}) is SOURCES[-1].hub


def test_the_first_source_has_the_say_where_a_repository_is_of_two(toys_on_a_hub):
    assert hub_files({"a.toy", "config.json", "preprocessor.json", "model.weights.h5"}) is TOYS_ON_A_HUB


def test_a_repository_of_no_source_is_refused_with_what_it_lacks(toys_on_a_hub):
    with pytest.raises(PresetError) as caught:
        hub_files({"config.json", "README.md"})
    assert str(caught.value) == (
        "it has no a.toy or b.toy, so it is no toy; "
        "it has no model_index.json, so it is no model of diffusers; "
        "it has no preprocessor.json, so it is no preset of KerasHub"
    )
