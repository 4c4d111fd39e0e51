"""How other programs made a picture."""

import json

import pytest
from PIL import Image, PngImagePlugin

from sd3explorer.pictures.made_by import MAX_METADATA, MadeBy, made_by

A1111 = (
    "a (red:1.3) fox, [blurred] trees\nNegative prompt: text, (watermark)\n"
    "Steps: 24, Sampler: Euler, CFG scale: 6.5, Seed: 1234567, Size: 512x512, Model: sd3"
)
WORKFLOW = {
    "1": {"class_type": "CheckpointLoaderSimple", "inputs": {"ckpt_name": "sd3.safetensors"}},
    "2": {"class_type": "CLIPTextEncode", "inputs": {"text": "a red fox", "clip": ["1", 1]}},
    "3": {"class_type": "CLIPTextEncode", "inputs": {"text": "text", "clip": ["1", 1]}},
    "4": {
        "class_type": "KSampler",
        "inputs": {
            "model": ["1", 0],
            "positive": ["2", 0],
            "negative": ["3", 0],
            "seed": 99,
            "steps": 20,
            "cfg": 4.5,
            "sampler_name": "euler",
            "scheduler": "normal",
        },
    },
}


@pytest.fixture
def saved(tmp_path):
    def saved(**texts):
        info = PngImagePlugin.PngInfo()
        for name, text in texts.items():
            info.add_text(name, text)
        Image.new("RGB", (16, 16)).save(tmp_path / "fox.png", pnginfo=info)
        return tmp_path / "fox.png"

    return saved


def test_a_picture_of_automatic1111_says_it(saved):
    assert made_by(saved(parameters=A1111)) == MadeBy(
        "AUTOMATIC1111", "a (red:1.3) fox, [blurred] trees", "text, (watermark)", 1234567, 24, 6.5
    )


def test_so_does_one_of_comfyui(saved):
    file = saved(prompt=json.dumps(WORKFLOW), workflow=json.dumps({"nodes": [], "links": []}))
    assert made_by(file) == MadeBy("ComfyUI", "a red fox", "text", 99, 20, 4.5)


def test_brackets_of_a_program_that_means_something_else_are_text(saved):
    file = saved(
        Software="NovelAI",
        Description="a {red} (fox)",
        Comment=json.dumps({"prompt": "a {red} (fox)", "steps": 28, "seed": 5, "uc": "", "scale": 5.0}),
    )
    found = made_by(file)
    assert found is None or "\\(fox\\)" in found.prompt


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Steps: many, Seed: none",
        A1111.replace("1234567", "9" * 5000),
        A1111.replace("6.5", "nan"),
        A1111.replace("24", "-3"),
        "a" * 20_000 + "\nSteps: 3, Sampler: Euler, CFG scale: 1, Seed: 1",
        "{" * 100_000,
        "\x00\ud7ff",
    ],
)
def test_hostile_words_give_words_and_numbers_that_a_walk_takes_or_nothing(text, saved):
    found = made_by(saved(parameters=text))
    if found is not None:
        assert 0 < len(found.prompt) <= 10_000
        assert found.seed is None or 0 <= found.seed < 2**64
        assert found.num_steps is None or found.num_steps >= 1
        assert found.guidance_scale is None or 0 <= found.guidance_scale <= 100


def test_a_workflow_that_leads_in_circles_ends(saved):
    circle = json.loads(json.dumps(WORKFLOW))
    circle["2"]["inputs"]["text"] = ["2", 0]
    circle["4"]["inputs"]["positive"] = ["4", 0]
    deep = {str(n): {"class_type": "KSampler", "inputs": {"model": [str(n + 1), 0]}} for n in range(5000)}
    for workflow in (circle, deep):
        made_by(saved(prompt=json.dumps(workflow)))


def test_more_than_any_workflow_has_is_not_read(saved):
    assert made_by(saved(parameters=A1111 + "x" * MAX_METADATA)) is None


def test_a_picture_that_says_nothing_and_what_is_no_picture(saved, tmp_path):
    assert made_by(saved()) is None
    assert made_by(tmp_path / "gone.png") is None
    (tmp_path / "text.png").write_text("no picture")
    assert made_by(tmp_path / "text.png") is None
