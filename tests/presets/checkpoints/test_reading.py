"""Models as artists have them: one file, its parts wherever they lie, and what is said where they don't."""

import json
import shutil

import pytest

from sd3explorer.presets.checkpoints.reading import read_file, read_pipeline
from sd3explorer.presets.locate import locate
from sd3explorer.presets.preset import PresetError
from sd3explorer.presets.sources import about
from tests.presets.checkpoints.real import bare, real

ALL = ("SD3 medium", "vae", "clip_l", "clip_g")


@pytest.fixture(autouse=True)
def no_hub(monkeypatch, tmp_path):
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(tmp_path / "hub"))


@pytest.fixture
def models(tmp_path):
    """A folder as ComfyUI has it."""
    models = tmp_path / "ComfyUI" / "models"
    bare(models / "text_encoders" / "clip_l.safetensors", "clip_l")
    bare(models / "text_encoders" / "clip_g.safetensors", "clip_g")
    bare(models / "text_encoders" / "t5xxl_fp8_e4m3fn.safetensors", "t5", dtype="F8_E4M3")
    # Flux's, of the same shapes.
    bare(models / "vae" / "ae.safetensors", "vae")
    bare(models / "vae" / "sd3_vae.safetensors", "vae")
    return models


def files(preset):
    return {part.name: part.files[0].name for part in preset.parts}


def head(file):
    """Length and content of a header."""
    with file.open("rb") as opened:
        length = int.from_bytes(opened.read(8), "little")
        return length, json.loads(opened.read(length))


def refusal(file):
    with pytest.raises(PresetError) as caught:
        locate(str(file))
    return str(caught.value)


def test_a_file_with_everything_needs_no_other(tmp_path):
    file = real(tmp_path / "sd3_medium_incl_clips.safetensors", *ALL)
    preset = locate(str(file))
    assert files(preset) == dict.fromkeys(("mmdit", "vae", "clip_l", "clip_g"), file.name)
    assert (preset.place, preset.image_size, preset.largest) == (str(file), (1024, 1024), 3072)
    assert about(file).kind == "Stable Diffusion 3 Medium"


def test_parts_are_found_beside_it(tmp_path):
    file = real(tmp_path / "sd3.5_medium.safetensors", "SD3.5 medium", "vae")
    for name in ("clip_l", "clip_g"):
        bare(tmp_path / f"{name}.safetensors", name)
    preset = locate(str(file))
    assert files(preset)["clip_g"] == "clip_g.safetensors"
    assert (preset.sampler.num_steps, preset.sampler.guidance_scale) == (40, 4.5)


@pytest.mark.parametrize("folder", ["checkpoints", "diffusion_models", "checkpoints/sd3/mine"])
def test_parts_are_found_in_comfyuis_folders(folder, models):
    file = real(models / folder / "sd3.5_large.safetensors", "SD3.5 large")
    preset = locate(str(file))
    assert files(preset) == {
        "mmdit": "sd3.5_large.safetensors",
        "vae": "sd3_vae.safetensors",
        "clip_l": "clip_l.safetensors",
        "clip_g": "clip_g.safetensors",
    }
    assert about(file).missing == ()


def test_older_comfyuis_call_a_folder_clip(models):
    (models / "text_encoders").rename(models / "clip")
    file = real(models / "checkpoints" / "sd3.5_medium.safetensors", "SD3.5 medium")
    assert files(locate(str(file)))["clip_l"] == "clip_l.safetensors"


def test_another_model_lends_its_parts(tmp_path):
    real(tmp_path / "sd3_medium_incl_clips.safetensors", *ALL)
    file = real(tmp_path / "mine.safetensors", "SD3.5 medium")
    preset = locate(str(file))
    assert {name for part, name in files(preset).items() if part != "mmdit"} == {
        "sd3_medium_incl_clips.safetensors"
    }


def test_plain_encoders_come_before_changed_ones(models):
    bare(models / "text_encoders" / "better_clip_l.safetensors", "clip_l")
    file = real(models / "checkpoints" / "sd3.5_medium.safetensors", "SD3.5 medium")
    assert files(locate(str(file)))["clip_l"] == "clip_l.safetensors"


def test_the_vae_of_flux_is_not_taken(models):
    (models / "vae" / "sd3_vae.safetensors").unlink()
    file = real(models / "checkpoints" / "mine.safetensors", "SD3.5 medium")
    assert refusal(file) == (
        f"{file} has no VAE, and there is none on this machine; put diffusion_pytorch_model.safetensors from "
        "https://huggingface.co/stabilityai/stable-diffusion-3.5-medium/tree/main/vae as sd3_vae.safetensors "
        "beside it"
    )


def test_missing_text_encoders_are_reported_with_where_to_get_them(tmp_path):
    file = real(tmp_path / "sd3.5_medium.safetensors", "SD3.5 medium", "vae")
    assert refusal(file) == (
        f"{file} has no text encoder CLIP-L and no text encoder CLIP-G, and there is none on this "
        "machine; put clip_l.safetensors and clip_g.safetensors from "
        "https://huggingface.co/Comfy-Org/stable-diffusion-3.5-fp8/tree/main/text_encoders beside it "
        "or into ComfyUI's text_encoders"
    )
    it = about(file)
    assert (it.kind, it.parts, it.missing) == (
        "Stable Diffusion 3.5 Medium",
        ("mmdit", "vae"),
        ("clip_l", "clip_g"),
    )


def test_damaged_files_beside_it_are_passed_over(tmp_path):
    (tmp_path / "clip_0.safetensors").write_bytes(b"<html>")
    (tmp_path / "clip_1.safetensors").mkdir()
    real(tmp_path / "clip_2.safetensors", "clip_l", "clip_g")
    file = real(tmp_path / "mine.safetensors", "SD3.5 medium", "vae")
    assert files(locate(str(file)))["clip_l"] == "clip_2.safetensors"


@pytest.mark.parametrize("beside", [True, False])
def test_t5_is_used_where_it_lies_right_beside_a_model(beside, models):
    folder = models / ("text_encoders" if beside else "checkpoints")
    file = real(folder / "sd3.5_medium.safetensors", "SD3.5 medium")
    preset = locate(str(file))
    assert ("t5" in files(preset)) == beside
    assert preset.vocabulary().max_tokens == (256 if beside else 77)


def test_a_part_alone_is_no_model(models):
    file = models / "text_encoders" / "clip_l.safetensors"
    assert refusal(file).startswith(
        f"{file} is not a whole model but its text encoder CLIP-L: choose the file with"
    )


@pytest.mark.parametrize(
    ("ending", "what"), [("gguf", "is a GGUF file"), ("ckpt", "is a pickle"), ("pth", "is a pickle")]
)
def test_other_kinds_of_files_are_refused_by_name(ending, what, tmp_path):
    file = tmp_path / f"mine.{ending}"
    file.write_bytes(bytes(64))
    assert refusal(file).startswith(f"{file} {what}")


def test_an_encoder_of_the_wrong_width_is_not_taken(tmp_path):
    file = real(tmp_path / "mine.safetensors", "SD3.5 medium", "vae", "clip_l")
    content = json.dumps({"_class_name": "StableDiffusion3Pipeline"})
    (tmp_path / "model_index.json").write_text(content)
    (tmp_path / "text_encoder_2").mkdir()
    bare(tmp_path / "text_encoder_2" / "model.safetensors", "clip_l")
    assert "has no text encoder CLIP-G" in refusal(file)


def test_other_words_need_a_tokenizer_beside_them(tmp_path):
    other = {"text_encoders.clip_l.transformer.text_model.embeddings.token_embedding.weight": (4000, 768)}
    names = [name for name in ALL if name != "clip_l"]
    file = real(tmp_path / "mine.safetensors", *names, "clip_l")
    length, document = head(file)
    (name,) = other
    start, _ = document[name]["data_offsets"]
    document[name] = {"dtype": "F16", "shape": [4000, 768], "data_offsets": [start, start + 4000 * 768 * 2]}
    text = json.dumps(document).encode().ljust(length)
    with file.open("r+b") as opened:
        opened.write(len(text).to_bytes(8, "little") + text)
    assert refusal(file) == (
        f"{file} reads 4,000 different words, not the 49,408 of Stable Diffusion 3; "
        f"put its vocab.json and merges.txt into {tmp_path / 'tokenizer'}"
    )


# Identity


def changed(file, name, value=b"\1"):
    length, document = head(file)
    with file.open("r+b") as opened:
        opened.seek(8 + length + document[name]["data_offsets"][0])
        opened.write(value)


def test_the_same_weights_are_the_same_model_in_other_files(tmp_path, models):
    whole = real(tmp_path / "whole.safetensors", *ALL)
    alone = real(models / "checkpoints" / "other name.safetensors", "SD3 medium")
    assert locate(str(whole)).identity == locate(str(alone)).identity


@pytest.mark.parametrize(
    "name",
    [
        "model.diffusion_model.joint_blocks.7.x_block.mlp.fc1.weight",
        "first_stage_model.decoder.norm_out.bias",
        "text_encoders.clip_g.transformer.text_projection.weight",
    ],
)
def test_another_number_makes_another_model(name, tmp_path):
    file = real(tmp_path / "one.safetensors", "SD3 medium", "vae", "clip_l", "clip_g")
    before = read_file("x", file).identity
    changed(file, name)
    assert read_file("x", file).identity != before


def test_its_precision_is_part_of_a_model(tmp_path):
    one, other = (real(tmp_path / f"{dtype}.safetensors", *ALL, dtype=dtype) for dtype in ("F16", "BF16"))
    assert read_file("x", one).identity != read_file("x", other).identity


def test_looking_at_weights_can_be_stopped(tmp_path):
    file = real(tmp_path / "one.safetensors", *ALL)
    with pytest.raises(PresetError, match="which was stopped"):
        read_file("x", file, None, lambda: True)


# Folders of diffusers


@pytest.fixture
def pipeline(tmp_path):
    folder = tmp_path / "sd3"
    for part, name in (("clip_l", "text_encoder"), ("clip_g", "text_encoder_2")):
        bare(folder / name / "model.safetensors", part)
        bare(folder / name / "model.fp16.safetensors", part)
    bare(folder / "vae" / "diffusion_pytorch_model.safetensors", "vae")
    bare(folder / "transformer" / "diffusion_pytorch_model.safetensors", "SD3.5 medium")
    (folder / "model_index.json").write_text(json.dumps({"_class_name": "StableDiffusion3Pipeline"}))
    return folder


def test_a_folder_is_read_with_the_plain_files_of_its_parts(pipeline):
    preset = read_pipeline("x", pipeline)
    assert files(preset)["clip_l"] == "model.safetensors"
    assert about(pipeline).kind == "Stable Diffusion 3.5 Medium"
    # On a hub its version identifies it, and what of that is here.
    assert read_pipeline("x", pipeline, "abc").identity == "abc mmdit vae clip_l clip_g"


def test_its_shift_and_scales_come_from_what_lies_there(pipeline):
    (pipeline / "scheduler").mkdir()
    (pipeline / "scheduler" / "scheduler_config.json").write_text('{"shift": 2.5}')
    (pipeline / "vae" / "config.json").write_text('{"scaling_factor": 1.25, "shift_factor": 0.5}')
    preset = read_pipeline("x", pipeline)
    assert preset.schedule.shift == 2.5
    vae = preset.configuration()["config"]["vae"]["config"]
    assert (vae["scale"], vae["shift"]) == (1.25, 0.5)


@pytest.mark.parametrize("shift", ["0", "-1", '"a"', "1e999", "null"])
def test_a_shift_that_is_none_is_reported(shift, pipeline):
    (pipeline / "scheduler").mkdir()
    (pipeline / "scheduler" / "scheduler_config.json").write_text(f'{{"shift": {shift}}}')
    assert "scheduler_config.json is damaged" in refusal(pipeline)


def test_a_folder_without_a_part_is_reported(pipeline):
    shutil.rmtree(pipeline / "text_encoder_2")
    assert refusal(pipeline).startswith(f"{pipeline} has no text encoder CLIP-G, and there is none on this")
    shutil.rmtree(pipeline / "transformer")
    assert refusal(pipeline) == (
        f"{pipeline} has no .safetensors in its folder transformer; download or copy it again"
    )


@pytest.mark.parametrize("shard", ["../../secret.safetensors", "/etc/passwd", "gone.safetensors", 5])
def test_shards_are_files_of_the_folder(shard, pipeline):
    whole = pipeline / "vae" / "diffusion_pytorch_model.safetensors"
    whole.unlink()
    (pipeline / "vae" / "diffusion_pytorch_model.safetensors.index.json").write_text(
        json.dumps({"weight_map": {"a": shard}})
    )
    assert f"{pipeline / 'vae'} has no" in refusal(pipeline)


@pytest.mark.parametrize("content", ["{", "[]", "[" * 100_000, '{"weight_map": 5}', '{"weight_map": {}}'])
def test_a_damaged_index_is_reported(content, pipeline):
    (pipeline / "vae" / "diffusion_pytorch_model.safetensors").unlink()
    (pipeline / "vae" / "diffusion_pytorch_model.safetensors.index.json").write_text(content)
    assert "index.json is damaged" in refusal(pipeline)


@pytest.mark.parametrize("place", ["checkpoints/sd3.5_medium.safetensors", "text_encoders/mine.safetensors"])
def test_its_files_in_one_folder_are_the_same_model(place, models, tmp_path):
    preset = locate(str(real(models / place, "SD3.5 medium")))
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    for name, file in preset.files.items():
        (elsewhere / name).hardlink_to(file)
    copy = locate(str(elsewhere / preset.root.name))
    assert files(copy).keys() == files(preset).keys()
    assert all(file.parent == elsewhere for part in copy.parts for file in part.files)
    assert copy.identity == preset.identity
