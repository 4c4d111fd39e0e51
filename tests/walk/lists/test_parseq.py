"""Prompts of Parseq."""

import json

import pytest

from sd3explorer.walk.error import WalkError
from sd3explorer.walk.lists import read


def prompt(text, start, end, **more):
    return {
        "name": text,
        "positive": text,
        "negative": "dark",
        "allFrames": False,
        "from": start,
        "to": end,
    } | more


KEYFRAMES = [{"frame": 0, "seed": 1}, {"frame": 119}]


def seen(document):
    listed = read(json.dumps(document), 64)
    return [(each.prompt, each.negative_prompt, each.span, each.dwell) for each in listed.keyframes], listed


def test_each_prompt_of_a_document_begins_at_its_frame():
    prompts = [prompt("a cat", 0, 30), prompt("a swan", 30, 90), prompt("a fox", 90, 120)]
    keyframes, listed = seen({"prompts": prompts, "keyframes": KEYFRAMES, "options": {"output_fps": 20}})
    assert keyframes == [("a cat", "dark", 30.0, 0), ("a swan", "dark", 60.0, 0), ("a fox", "dark", 1.0, 29)]
    assert (listed.frames, listed.frame_rate) == (120, 20.0)


def test_a_prompt_that_is_switched_off_is_left_out():
    prompts = [prompt("a cat", 0, 30), prompt("a swan", 30, 90, enabled=False), prompt("a fox", 60, 120)]
    assert [each[0] for each in seen({"prompts": prompts, "keyframes": KEYFRAMES})[0]] == ["a cat", "a fox"]


@pytest.mark.parametrize(
    "prompts", [{"positive": "a cat", "negative": "dark"}, [prompt("a cat", 9, 9, allFrames=True)]]
)
def test_one_prompt_shows_in_all_frames(prompts):
    keyframes, listed = seen({"prompts": prompts, "keyframes": KEYFRAMES})
    assert (keyframes, listed.frames) == ([("a cat", "dark", 1.0, 0)], 120)


def test_of_rendered_frames_those_count_where_the_prompt_changes():
    prompts = ["a --neg x"] * 4 + ["b"] * 3 + ["a --neg x"]
    rendered = [{"frame": frame, "seed": 3.0, "deforum_prompt": text} for frame, text in enumerate(prompts)]
    keyframes, listed = seen({"rendered_frames": rendered})
    assert keyframes == [("a", "x", 4.0, 0), ("b", "", 3.0, 0), ("a", "x", 1.0, 0)]
    assert listed.frames == 8


def test_keyframes_may_have_prompts_of_their_own():
    keyframes = [{"frame": 0, "deforum_prompt": "a"}, {"frame": 5.0}, {"frame": 9, "deforum_prompt": "b"}]
    assert [each[:3:2] for each in seen({"keyframes": keyframes})[0]] == [("a", 9.0), ("b", 1.0)]


@pytest.mark.parametrize(
    ("document", "message"),
    [
        ({"keyframes": []}, "the list has no prompts"),
        ({"keyframes": KEYFRAMES}, "the list has no prompts"),
        ({"keyframes": [3]}, "keyframes[0]: must be an object in braces, not 3"),
        ({"keyframes": [{}], "prompts": "a"}, "keyframes[0].frame: must be a whole number"),
        ({"keyframes": KEYFRAMES, "prompts": "a"}, 'prompts: must be an object in braces, not "a"'),
        ({"keyframes": KEYFRAMES, "prompts": [{"positive": 1}]}, "prompts[0].positive: must be a text"),
        (
            {"keyframes": KEYFRAMES, "prompts": [prompt("a", -1, 2)]},
            "prompts[0].from: must be a whole number",
        ),
        (
            {"keyframes": KEYFRAMES, "prompts": [prompt("a", 0, 2), prompt("b", 0, 2)]},
            "prompts[1]: frame 0 already has",
        ),
        (
            {"keyframes": KEYFRAMES, "prompts": [prompt("a", 0, 2)], "options": {"output_fps": 0}},
            "options.output_fps",
        ),
        (
            {"rendered_frames": [{"frame": frame, "deforum_prompt": f"a{frame}"} for frame in range(1_001)]},
            "the list has 1,001 prompts",
        ),
    ],
)
def test_damaged_documents_are_refused_in_a_sentence(document, message):
    with pytest.raises(WalkError) as error:
        read(json.dumps(document), 64)
    assert str(error.value).startswith(message)
