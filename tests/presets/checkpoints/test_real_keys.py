"""Every name and shape of the published models' files, without a byte of data: known, and all of it used."""

from pathlib import Path

import pytest

from sd3explorer.presets.catalog import BUILT_IN
from sd3explorer.presets.checkpoints.folder import FOLDERS
from sd3explorer.presets.checkpoints.header import Tensor
from sd3explorer.presets.checkpoints.recognise import NAMES, stored_parts
from sd3explorer.presets.preset import PresetError
from sd3explorer.presets.sources import about, read
from tests.presets.checkpoints.real_keys import MODELS, PARTS, keys, write_pipeline
from tests.presets.checkpoints.written import PREFIXES
from tests.presets.headers import write_header

TITLES = ("Stable Diffusion 3 Medium", "Stable Diffusion 3.5 Medium", "Stable Diffusion 3.5 Large")
TITLED = [*zip(MODELS, TITLES, strict=True)]
PUBLISHED = {entry.title: entry.parameters for entry in BUILT_IN}
T5_PARAMETERS = 4_762_310_656
# Stability's own files don't have it, KerasHub counts it: the identity.
PROJECTION, PROJECTION_PARAMETERS = "text_projection.weight", 768**2
LAYOUTS = ("stability", "diffusers")
SECTIONS = [(layout, model, "mmdit") for layout in LAYOUTS for model in MODELS] + [
    (layout, MODELS[0], part) for layout in LAYOUTS for part in PARTS[1:]
]


def recognised(shapes, place, layout):
    tensors = {name: Tensor("F16", shape, 0, Path(place)) for name, shape in shapes.items()}
    return stored_parts(tensors, place, {}, own_projection=layout == "diffusers")


def place_of(layout, part):
    return f"sd3/{FOLDERS[part]}" if layout == "diffusers" else f"{part}.safetensors"


def shapes_of(layout, model, part):
    shapes = keys(layout, model, part)
    if (layout, part) == ("stability", "clip_l"):
        del shapes[PROJECTION]
    return shapes


def in_one_file(model, parts):
    return {
        PREFIXES[part] + name: shape
        for part in parts
        for name, shape in shapes_of("stability", model, part).items()
    }


@pytest.mark.parametrize(("model", "title"), TITLED)
@pytest.mark.parametrize("t5", [False, True])
def test_one_file_is_the_model_and_all_of_it_is_used(model, title, t5, tmp_path):
    parts = PARTS if t5 else PARTS[:4]
    file = write_header(tmp_path / "mine.safetensors", in_one_file(model, parts))
    found = about(file)
    assert (found.kind, found.parts, found.missing) == (title, parts, ())
    assert found.parameters + PROJECTION_PARAMETERS == PUBLISHED[title] + t5 * T5_PARAMETERS
    read("mine", file, "id").check_weights()


def test_large_turbo_is_recognised_by_the_name_of_its_file(tmp_path):
    file = write_header(tmp_path / "sd3.5_large_turbo.safetensors", in_one_file("sd3.5_large", PARTS[:4]))
    assert about(file).kind == "Stable Diffusion 3.5 Large Turbo"
    assert read("mine", file, "id").sampler.num_steps == 4


@pytest.mark.parametrize(("model", "title"), TITLED)
@pytest.mark.parametrize("shards", [1, 2])
def test_a_folder_of_diffusers_is_the_model_and_all_of_it_is_used(model, title, shards, tmp_path):
    folder = write_pipeline(tmp_path / "mine", model, shards=shards)
    found = about(folder)
    assert (found.kind, found.parts, found.missing) == (title, PARTS, ())
    assert found.parameters == PUBLISHED[title] + T5_PARAMETERS
    read("mine", folder, "id").check_weights()


@pytest.mark.parametrize("model", MODELS)
def test_both_layouts_are_built_like_the_same_model(model):
    for part in PARTS:
        one, other = (
            recognised(keys(layout, model, part), place_of(layout, part), layout)[part] for layout in LAYOUTS
        )
        # As programs with CLIP-L's projection in their files leave it out; see test_recognise.
        projection = {PROJECTION: (768, 768)} if part == "clip_l" else {}
        assert one.shapes | projection == other.shapes


@pytest.mark.parametrize(("layout", "model", "part"), SECTIONS)
def test_each_tensor_becomes_a_weight_and_each_weight_is_made_of_tensors(layout, model, part):
    shapes = shapes_of(layout, model, part)
    found = recognised(shapes, place_of(layout, part), layout)
    assert [*found] == [part]
    used = [key for origin in found[part].origins.values() for key in origin.keys]
    assert sorted(used) == sorted(shapes)
    assert {weight.name: weight.shape for weight in found[part].weights} == found[part].shapes


def refusal(shapes, layout, part):
    """Why such a part is refused."""
    with pytest.raises(PresetError) as caught:
        recognised(shapes, place_of(layout, part), layout)
    return str(caught.value)


@pytest.mark.parametrize(("layout", "model", "part"), SECTIONS)
@pytest.mark.parametrize("where", [0.25, 0.5, 1.0])
def test_a_part_that_lacks_a_tensor_is_refused_by_its_name(layout, model, part, where):
    shapes = shapes_of(layout, model, part)
    # Without these it is none of the parts any more.
    names = [name for name in shapes if "0" not in name.split(".") and name.count(".") > 2]
    lost = names[int(where * (len(names) - 1))]
    del shapes[lost]
    said = refusal(shapes, layout, part)
    assert f"its {NAMES[part]} lacks " in said
    assert "download or copy it again" in said


@pytest.mark.parametrize(("layout", "model", "part"), SECTIONS)
def test_a_part_with_a_tensor_of_another_shape_is_refused_by_its_name(layout, model, part):
    shapes = shapes_of(layout, model, part)
    odd = [name for name in shapes if name.endswith("weight")][-1]
    shapes[odd] = (*shapes[odd][:-1], shapes[odd][-1] + 1)
    said = refusal(shapes, layout, part)
    assert f"its {NAMES[part]} has a " in said
    assert " is right" in said


@pytest.mark.parametrize(("layout", "model", "part"), SECTIONS)
def test_a_part_with_a_tensor_too_many_is_refused_by_its_name(layout, model, part):
    shapes = shapes_of(layout, model, part) | {"extra.weight": (3,)}
    said = refusal(shapes, layout, part)
    assert f'its {NAMES[part]} has "extra.weight", which no such model has' in said
