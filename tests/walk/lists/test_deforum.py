"""Prompts of Deforum."""

import json
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sd3explorer.walk.error import WalkError
from sd3explorer.walk.lists import read
from sd3explorer.walk.lists.frame_number import frame_number
from sd3explorer.walk.paths import Keyframe

# As Deforum's own example has them.
PROMPTS = {
    "0": "tiny cute swamp bunny",
    "30": "anthropomorphic clean cat",
    "60": "a beautiful coconut --neg photo, realistic",
    "90": "a beautiful durian",
}


def test_prompts_come_with_the_frames_that_they_show_on():
    listed = read(json.dumps(PROMPTS, indent=4), 64)
    assert [each.span for each in listed.keyframes[:-1]] == [30.0, 30.0, 30.0]
    assert listed.keyframes[2].negative_prompt == "photo, realistic"
    assert listed.frames == 91


def test_settings_say_how_many_frames_there_are_and_how_fast_they_go():
    settings = {"W": 512, "prompts": PROMPTS, "max_frames": 120, "fps": 15, "seed": -1}
    listed = read(json.dumps(settings), 64)
    assert (listed.frames, listed.frame_rate) == (120, 15.0)
    assert listed.keyframes[-1] == Keyframe("a beautiful durian", dwell=29)


def test_what_settings_put_around_each_prompt_is_there():
    settings = {
        "prompts": {"0": "a dog", "9": "a cat --neg dark"},
        "animation_prompts_positive": "a photo of",
        "animation_prompts_negative": "--neg blurry",
    }
    assert [(each.prompt, each.negative_prompt) for each in read(json.dumps(settings), 64).keyframes] == [
        ("a photo of a dog", "blurry"),
        ("a photo of a cat", "dark blurry"),
    ]


def test_prompts_behind_the_last_frame_are_kept_and_that_is_said():
    listed = read(json.dumps({"prompts": PROMPTS, "max_frames": 60}), 64)
    assert listed.frames == 91
    assert listed.notes == ("The list says 60 frames, but its prompts need 91.",)


def test_one_prompt_alone_shows_in_all_frames():
    listed = read('{"prompts": {"0": "a dog"}, "max_frames": 20000}', 64)
    assert (listed.keyframes, listed.frames) == ((Keyframe("a dog"),), 20000)


def test_a_list_of_texts_has_no_frames():
    assert read('["a dog", "a cat --neg dark"]', 64).keyframes == (
        Keyframe("a dog"),
        Keyframe("a cat", "dark"),
    )


@pytest.mark.parametrize(
    ("formula", "frame"),
    [
        ("7", 7),
        (" 07.0 ", 7),
        ("max_f/2", 60),
        ("max_f/4-5", 25),
        ("3*max_f/4 - 15", 75),
        ("(max_f - 20) / 3", 33),
        ("0.3 * 10", 3),
        ("-5 + 6", 1),
        ("max_f", 119),
        ("50+450", 500),
    ],
)
def test_frame_numbers_may_be_formulas(formula, frame):
    assert frame_number(formula, "it", 120) == frame


@pytest.mark.parametrize(
    "formula",
    [
        "",
        "cos(3)",
        "t",
        "9**9**9**9",
        "7//2",
        "1/0",
        "max_f max_f",
        "max_f.real",
        "__import__('os')",
        "(" * 90,
        "1+" * 60 + "1",
        "2-7",
        "0x10",
        "1e9",
        "1" * 90 + "x",
    ],
)
def test_what_is_no_such_formula_is_refused_and_never_run(formula):
    with pytest.raises(WalkError, match=r"^it: (is not a frame number|lies before)"):
        frame_number(formula, "it", 120)


@pytest.mark.parametrize(
    ("formula", "message"),
    [
        ("999999999", "must be a whole number from 0 to 99999, not 999999999"),
        ("9999999999", "must be a whole number from 0 to 99999, not 9999999999"),
        ("9" * 30, "must be a whole number from 0 to 99999, not a number of more than 20 digits"),
        ("9*9*9*9*9*9", "must be a whole number from 0 to 99999, not 531441"),
        ("max_f + 1", "lies behind the last frame, which is 119"),
    ],
)
def test_a_frame_that_is_out_of_bounds_is_not_taken_for_the_last_one(formula, message):
    with pytest.raises(WalkError) as error:
        frame_number(formula, "it", 120)
    assert str(error.value) == f"it: {message}"


@pytest.mark.parametrize(
    ("keys", "frames", "count"),
    [
        # Where the list doesn't say it, they are those of its numbers, and no fewer than there were.
        (["0", "max_f/2", "200"], [0, 100, 200], 201),
        (["0", "max_f/2", "150+50"], [0, 100, 200], 201),
        (["0", "30", "max_f/2"], [0, 30, 32], 64),
        (["0", "max_f"], [0, 63], 64),
        (["max_f/2", "max_f/4"], [16, 32], 64),
        # Without max_f the last number is the last frame.
        (["0", "10 + 20"], [0, 30], 31),
    ],
)
def test_max_f_is_how_many_frames_the_walk_gets(keys, frames, count):
    listed = read(json.dumps({key: f"prompt {key}" for key in keys}), 64)
    assert listed.frames == count
    # The first is held up to its frame.
    starts = accumulate([each.span for each in listed.keyframes[:-1]], initial=listed.keyframes[0].dwell)
    assert list(starts) == frames
    assert listed.notes == ()


def test_one_formula_alone_shows_in_all_frames():
    listed = read('{"max_f/2": "a dog"}', 64)
    assert (listed.keyframes, listed.frames) == ((Keyframe("a dog"),), 64)


@given(st.text(alphabet="0123456789+-*/(). max_f", max_size=120), st.integers(1, 100_000))
def test_any_formula_ends_in_a_frame_or_a_sentence(formula, frames):
    try:
        assert 0 <= frame_number(formula, "it", frames) < 100_000
    except WalkError as error:
        assert str(error).startswith("it: ")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{}", "the list has no prompts"),
        ('{"0": "a dog', "the list isn't complete JSON (line 1, column 7"),
        ('{0: "a dog"}', "the list isn't complete JSON (line 1, column 2"),
        ("{'0': 'a dog'}", "the list isn't complete JSON"),
        ('{"0": "a", "0": "b"}', 'the list holds the field "0" twice'),
        ('{"0": "a", "00": "b"}', '"00": frame 0 already has a prompt ("0")'),
        ('{"0": 3}', '"0": must be a text in quotes, not 3'),
        ('{"0": NaN}', "the list holds NaN"),
        ('{"name": "a dog"}', '"name": is not a frame number'),
        ('{"100000": "a"}', '"100000": must be a whole number from 0 to 99999'),
        ('{"prompts": "a dog"}', "prompts: must be an object with a prompt for each frame"),
        ('{"prompts": {}}', "the list has no prompts"),
        ('{"prompts": {"x": "a"}}', 'prompts."x": is not a frame number'),
        ('{"prompts": {"0": "a"}, "max_frames": "many"}', "max_frames: must be a whole number"),
        ('{"prompts": {"0": "a"}, "fps": 0}', "fps: must be a number from 0.01 to 1000"),
        ('{"format": "sd3explorer-walk", "version": 1}', "this is a walk, not a list of prompts"),
        ('[{"a": 1}]', "the list[0]: must be a text in quotes, not an object"),
        ("[]", "the list has no prompts"),
        ('["a", ' + "[" * 100_000, "the list is not JSON that a walk could be made of: too deep"),
        ('{"0": [' + "1," * 1_000_000, "the list is not JSON that a walk could be made of"),
        (json.dumps({str(frame): "a" for frame in range(1_001)}), "the list has 1,001 prompts"),
    ],
)
def test_damaged_and_hostile_json_is_refused_in_a_sentence(text, message):
    with pytest.raises(WalkError) as error:
        read(text, 64)
    assert str(error.value).startswith(message)
