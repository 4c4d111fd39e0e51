"""The presets that are known by name."""

import pytest

from sd3explorer.presets.catalog import BUILT_IN, STARTER, known
from sd3explorer.resources import resource


@pytest.mark.parametrize("entry", BUILT_IN, ids=lambda entry: entry.name)
def test_a_preset_is_known_by_its_name(entry):
    assert known(entry.name) is entry


@pytest.mark.parametrize("entry", BUILT_IN[1:], ids=lambda entry: entry.name)
def test_a_preset_is_known_by_its_handle(entry):
    assert known(entry.handle) is entry


@pytest.mark.parametrize("entry", BUILT_IN, ids=lambda entry: entry.name)
@pytest.mark.parametrize("folder", ["/data/{}/my-finetune", "/data/models/{}", "./{}", "{}/", r"D:\{}\mine"])
def test_a_folder_is_no_preset_of_the_catalogue_whatever_it_is_called(folder, entry):
    assert known(folder.format(entry.name)) is None


@pytest.mark.parametrize("entry", BUILT_IN[1:], ids=lambda entry: entry.name)
@pytest.mark.parametrize(
    "handle",
    [
        "hf://me/{}",
        "hf://{}/mine",
        "hf://keras/{}/mine",
        "kaggle://me/{}/keras/mine/1",
        "kaggle://me/mine/keras/{}/1",
    ],
)
def test_a_model_of_somebody_else_is_not_that_of_the_catalogue(handle, entry):
    assert known(handle.format(entry.name)) is None


@pytest.mark.parametrize("entry", BUILT_IN[1:], ids=lambda entry: entry.name)
def test_a_preset_is_known_by_its_handle_without_a_version(entry):
    assert known(entry.handle.rpartition("/")[0]) is entry


@pytest.mark.parametrize("entry", BUILT_IN[1:], ids=lambda entry: entry.name)
def test_what_is_no_version_of_a_preset_is_not_known(entry):
    assert known(f"{entry.handle}/my-finetune") is known(f"{entry.handle}-mine") is None


def test_no_hub_has_the_starter():
    assert known("hf://keras/starter") is None


def test_a_preset_is_known_by_a_handle_of_another_version():
    handle = "kaggle://keras/stablediffusion3/keras/stable_diffusion_3_medium/4"
    assert known(handle) is BUILT_IN[1]


def test_a_preset_is_known_by_its_handle_on_hugging_face():
    assert known("hf://keras/stable_diffusion_3_medium") is BUILT_IN[1]


@pytest.mark.parametrize(
    "name",
    ["", "stable_diffusion", "stable_diffusion_3_medium_tuned", "my-starter", "starter.old", "hf://me/sd3"],
)
def test_a_name_that_only_looks_like_a_presets_is_unknown(name):
    assert known(name) is None


def test_a_handles_last_but_one_part_tells_turbo_from_the_rest():
    assert known(BUILT_IN[4].handle).sampler.num_steps == 4


def test_the_starter_needs_no_fetching():
    assert STARTER.handle == ""


def test_every_other_preset_says_where_it_comes_from():
    assert all(entry.handle.startswith("kaggle://") for entry in BUILT_IN[1:])


def test_every_preset_names_its_licence():
    assert all(entry.licence for entry in BUILT_IN)


def test_the_names_tell_the_presets_apart():
    assert len({entry.name for entry in BUILT_IN}) == len(BUILT_IN)


def test_the_starters_size_is_that_of_its_files():
    files = [path for path in resource("models", "starter").rglob("*") if path.is_file()]
    size = sum(path.stat().st_size for path in files)
    assert STARTER.size == pytest.approx(size, rel=0.05)
