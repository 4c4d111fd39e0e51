"""A preset that is here: what its files say, and what is said of files that won't do."""

import json
import shutil
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sd3explorer.presets.kerashub import KerasHubPreset, read_config, read_folder
from sd3explorer.presets.preset import PresetError
from sd3explorer.resources import resource
from sd3explorer.walk.schedule import Schedule

SHIPPED = resource("models", "starter")

PRESET = KerasHubPreset(
    name="mine", folder=SHIPPED, identity="identity", image_size=(128, 192), size_step=16, largest=256
)


@pytest.fixture(scope="module")
def starter():
    return read_folder("starter", SHIPPED)


@pytest.fixture
def folder(tmp_path):
    """The starter's small files, with a few bytes for its weights: nobody here reads those."""
    folder = tmp_path / "preset"
    folder.mkdir()
    for name in ("config.json", "preprocessor.json"):
        shutil.copy(SHIPPED / name, folder)
    (folder / "model.weights.h5").write_bytes(b"weights")
    return folder


def edit_config(folder, **fields):
    document = json.loads((folder / "config.json").read_text())
    document["config"] |= fields
    (folder / "config.json").write_text(json.dumps(document))


def remove_from_config(folder, field):
    document = json.loads((folder / "config.json").read_text())
    del document["config"][field]
    (folder / "config.json").write_text(json.dumps(document))


def identity(folder):
    return read_folder("mine", folder).identity


def refusal(folder):
    with pytest.raises(PresetError) as caught:
        read_folder("mine", folder)
    return str(caught.value)


# What is read


def test_the_starter_makes_pictures_of_128x128(starter):
    assert starter.image_size == (128, 128)


def test_the_starter_does_all_multiples_of_16(starter):
    assert starter.size_step == 16


def test_the_starter_has_positions_up_to_its_configurations_number(starter):
    positions = json.loads((SHIPPED / "config.json").read_text())["config"]["mmdit_position_size"]
    assert starter.largest == positions * 16


def test_the_starter_is_where_it_ships(starter):
    assert starter.folder == SHIPPED


def test_reading_the_starter_again_gives_the_same(starter):
    assert read_folder("starter", SHIPPED) == starter


def test_height_comes_before_width(folder):
    edit_config(folder, image_shape=[256, 128, 3])
    assert read_folder("mine", folder).image_size == (256, 128)


def test_a_larger_patch_takes_larger_steps(folder):
    edit_config(folder, mmdit_patch_size=4)
    assert read_folder("mine", folder).size_step == 32


def test_weights_in_shards_are_weights(folder):
    (folder / "model.weights.h5").rename(folder / "model_00000.weights.h5")
    (folder / "model.weights.json").write_text("{}")
    assert read_folder("mine", folder).image_size == (128, 128)


def test_a_preset_is_called_what_the_walk_calls_it(folder):
    assert read_folder("my own", folder).name == "my own"


# Identity


def test_a_copy_has_the_same_identity(folder, tmp_path):
    assert identity(shutil.copytree(folder, tmp_path / "copy")) == identity(folder)


def test_the_size_is_that_of_all_weights(folder):
    (folder / "model_00001.weights.h5").write_bytes(b"more")
    assert read_folder("mine", folder).size == len(b"weights" + b"more")


def test_the_identity_changes_when_a_byte_of_the_weights_does(folder):
    before = identity(folder)
    (folder / "model.weights.h5").write_bytes(b"Weights")
    assert identity(folder) != before


def test_the_identity_changes_when_the_configuration_does(folder):
    before = identity(folder)
    edit_config(folder, shift=3.0)
    assert identity(folder) != before


def test_the_identity_changes_when_a_tokenizers_vocabulary_does(folder):
    (folder / "assets").mkdir()
    (folder / "assets" / "merges.txt").write_text("d o")
    before = identity(folder)
    (folder / "assets" / "merges.txt").write_text("d og")
    assert identity(folder) != before


def test_the_identity_changes_when_weights_change_places(folder):
    (folder / "a.h5").write_bytes(b"1")
    (folder / "b.h5").write_bytes(b"2")
    before = identity(folder)
    (folder / "a.h5").write_bytes(b"2")
    (folder / "b.h5").write_bytes(b"1")
    assert identity(folder) != before


@pytest.mark.parametrize("name", ["README.md", "LICENSE", ".DS_Store"])
def test_the_identity_stays_when_a_file_for_people_is_added(name, folder):
    before = identity(folder)
    (folder / name).write_text("read me")
    assert identity(folder) == before


def test_an_identity_that_is_given_is_taken_without_reading_the_weights(folder):
    assert read_folder("mine", folder, identity="commit 5").identity == "commit 5"


# Facts


def test_a_precision_has_its_own_fingerprint():
    assert PRESET.facts("float32").fingerprint != PRESET.facts("bfloat16").fingerprint


def test_other_weights_have_their_own_fingerprint():
    other = replace(PRESET, identity="another")
    assert other.facts("float32").fingerprint != PRESET.facts("float32").fingerprint


def test_the_fingerprint_says_nothing_of_name_and_place():
    moved = replace(PRESET, name="yours", folder=SHIPPED.parent)
    assert moved.facts("float32").fingerprint == PRESET.facts("float32").fingerprint


def test_the_facts_have_the_presets_image_size():
    assert PRESET.facts("float32").image_size == (128, 192)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("starter", (16, 2.5)),
        ("stable_diffusion_3.5_large_turbo", (4, 1.0)),
        ("stable_diffusion_3.5_medium", (40, 4.5)),
        ("/models/stable_diffusion_3.5_medium", (28, 7.0)),
        ("mine", (28, 7.0)),
    ],
)
def test_the_facts_have_the_sampler_that_suits_the_preset(name, expected):
    facts = replace(PRESET, name=name).facts("float32")
    assert (facts.num_steps, facts.guidance_scale) == expected


def test_the_facts_have_the_presets_schedule(starter):
    config = json.loads((SHIPPED / "config.json").read_text())["config"]
    expected = Schedule(config["shift"], config["num_train_timesteps"])
    assert starter.schedule == starter.facts("float32").schedule == expected


def test_a_schedule_that_a_configuration_leaves_out_is_kerashubs(folder):
    for field in ("shift", "num_train_timesteps"):
        remove_from_config(folder, field)
    assert read_folder("mine", folder).schedule == Schedule(3.0, 1000)


# Image sizes


@pytest.mark.parametrize("size", [(16, 16), (128, 192), (256, 256), (16, 256)])
def test_multiples_of_the_step_up_to_the_largest_will_do(size):
    assert PRESET.check_image_size(size) is None


@pytest.mark.parametrize("size", [(128, 120), (120, 128), (272, 128), (128, 272), (0, 128), (128, -16)])
def test_other_sizes_are_refused_with_those_that_will_do(size):
    with pytest.raises(PresetError) as caught:
        PRESET.check_image_size(size)
    assert str(caught.value) == (
        f"mine can't make pictures of {size[0]}x{size[1]}: "
        "height and width must be multiples of 16, up to 256"
    )


# What won't do


def test_a_folder_without_weights_says_so(folder):
    (folder / "model.weights.h5").unlink()
    assert refusal(folder).startswith(f"{folder} has no model.weights.h5, so it is not a complete preset")


def test_a_folder_without_a_preprocessor_says_so(folder):
    (folder / "preprocessor.json").unlink()
    assert refusal(folder).startswith(f"{folder} has no preprocessor.json, so it is not a complete preset")


def test_a_folder_without_a_configuration_says_so(folder):
    (folder / "config.json").unlink()
    assert refusal(folder) == f"{folder} has no config.json, so it is not a KerasHub preset"


def test_a_configuration_that_is_a_folder_cannot_be_read(folder):
    (folder / "config.json").unlink()
    (folder / "config.json").mkdir()
    config = folder / "config.json"
    assert refusal(folder) == f"{config} can't be read: is a directory; fetch or copy the model again"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"\x89PNG\r\n",
        b"\xff\xfe",
        b"[]",
        b"5",
        b"{}",
        b'{"class_name": "StableDiffusion3Backbone"}',
        b'{"config": 5}',
    ],
)
def test_a_damaged_configuration_says_so(content, folder):
    (folder / "config.json").write_bytes(content)
    assert refusal(folder) == f"{folder / 'config.json'} is damaged; fetch or copy the model again"


def test_a_configuration_nested_too_deeply_is_damaged(folder):
    (folder / "config.json").write_bytes(b"[" * 100_000)
    assert "is damaged" in refusal(folder)


def test_another_model_is_refused_by_its_class(folder):
    config = json.loads((folder / "config.json").read_text())
    (folder / "config.json").write_text(json.dumps(config | {"class_name": "GemmaBackbone"}))
    assert refusal(folder) == f"{folder} holds a GemmaBackbone, not a Stable Diffusion 3 preset"


@pytest.mark.parametrize("field", ["image_shape", "mmdit_patch_size", "mmdit_position_size"])
def test_a_configuration_that_lacks_a_field_names_it(field, folder):
    remove_from_config(folder, field)
    assert refusal(folder).startswith(f"{folder / 'config.json'} lacks '{field}'")


@pytest.mark.parametrize(
    "fields",
    [
        {"image_shape": []},
        {"image_shape": None},
        {"image_shape": {"height": 128}},
        {"image_shape": ["wide", 128]},
        {"mmdit_patch_size": None},
        {"mmdit_position_size": "many"},
        {"shift": "far"},
        {"shift": None},
        {"shift": 0.0},
        {"shift": float("nan")},
        {"num_train_timesteps": 0},
        {"num_train_timesteps": float("inf")},
    ],
)
def test_a_configuration_with_a_field_of_another_type_is_refused(fields, folder):
    edit_config(folder, **fields)
    assert refusal(folder).startswith(str(folder / "config.json"))


def test_a_configuration_with_an_infinite_size_is_refused(folder):
    edit_config(folder, image_shape=[float("inf"), 128, 3])
    assert refusal(folder).startswith(str(folder / "config.json"))


def test_a_configuration_without_a_patch_size_to_divide_by_is_refused(folder):
    edit_config(folder, mmdit_patch_size=0)
    assert refusal(folder).startswith(str(folder / "config.json"))


def test_a_folder_with_a_broken_link_is_refused(folder):
    (folder / "assets").mkdir(exist_ok=True)
    (folder / "assets" / "merges.txt").symlink_to(folder / "nowhere.txt")
    assert str(folder) in refusal(folder)


def test_a_folder_named_like_a_file_is_left_alone(folder):
    before = identity(folder)
    (folder / "old.json").mkdir()
    assert identity(folder) == before


@settings(deadline=None, max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.binary(max_size=80))
def test_no_bytes_in_a_configuration_raise_anything_else(content, folder):
    (folder / "config.json").write_bytes(content)
    with pytest.raises(PresetError):
        read_config(folder)


@settings(deadline=None, max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    shape=st.none() | st.integers() | st.lists(st.none() | st.integers() | st.text(max_size=3), max_size=3),
    patch=st.none() | st.integers() | st.text(max_size=3),
)
def test_no_values_in_a_configuration_raise_anything_else(shape, patch, folder):
    edit_config(folder, image_shape=shape, mmdit_patch_size=patch)
    try:
        read_folder("mine", folder, identity="given")
    except PresetError as error:
        assert "\n" not in str(error)


@pytest.mark.parametrize("value", [{}, [], None, 5])
def test_a_tokenizer_without_a_name_is_reported_by_its_file_and_its_vocabulary_is_unknown(folder, value):
    shutil.copytree(SHIPPED / "assets", folder / "assets")
    preset = read_folder("mine", folder)
    preset.check_tokenizers()
    file = folder / "preprocessor.json"
    document = json.loads(file.read_text())
    document["config"]["clip_l_preprocessor"]["config"]["tokenizer"]["config"]["config_file"] = value
    file.write_text(json.dumps(document))
    assert preset.vocabulary() is None
    with pytest.raises(PresetError) as caught:
        preset.check_tokenizers()
    assert str(caught.value) == f"{file} is damaged; fetch or copy the model again"
