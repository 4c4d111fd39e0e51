"""One prompt a line."""

import pytest

from sd3explorer.walk.error import WalkError
from sd3explorer.walk.lists import read
from sd3explorer.walk.paths import Keyframe


def test_each_line_is_a_prompt_and_what_follows_neg_leads_away():
    assert read("a dog\na cat --neg blurry, dark\n", 64).keyframes == (
        Keyframe("a dog"),
        Keyframe("a cat", "blurry, dark"),
    )


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_empty_lines_and_comments_are_left_out_whatever_system_they_are_from(end):
    lines = ["\ufeffa dog", "", "  # not this one", "  a cat  ", "   "]
    assert [each.prompt for each in read(end.join(lines), 64).keyframes] == ["a dog", "a cat"]


def test_lines_say_nothing_of_frames():
    listed = read("a dog\na cat", 64)
    assert (listed.frames, listed.frame_rate, listed.notes) == (None, None, ())


@pytest.mark.parametrize(
    "line",
    [
        "(a dog:1.3), ((cat))",
        "{red|blue} dog",
        "[a dog] in {gold}",
        "'a' dog",
        "a dog --negative",
        "a, b | c",
    ],
)
def test_weights_wildcards_and_brackets_stay_as_they_are(line):
    assert read(line, 64).keyframes == (Keyframe(line),)


@pytest.mark.parametrize(
    ("line", "prompt"),
    [
        ("a dog, <lora:ink:0.8>, night", "a dog, night"),
        ("<lora:ink:0.8>, a dog", "a dog"),
        ("a <lyco:ink> dog <lora:b:1>", "a dog"),
    ],
)
def test_tags_of_loras_are_taken_out_and_that_is_said(line, prompt):
    listed = read(line, 64)
    assert listed.keyframes == (Keyframe(prompt),)
    assert listed.notes[0].startswith("Left out <")
    assert listed.notes[0].endswith(": add LoRAs to the model, with their strengths.")


def test_tags_are_counted_once_each():
    [note] = read("a <lora:x:1>\nb <lora:x:1>\nc <lora:y:1> <lora:z:1>", 64).notes
    assert note.startswith("Left out <lora:x:1> and 2 more: ")


def test_formulas_of_other_programs_stay_and_that_is_said():
    listed = read("(cherry:`where(cos(t)>0, 1, 0)`)", 64)
    assert listed.keyframes[0].prompt == "(cherry:`where(cos(t)>0, 1, 0)`)"
    assert listed.notes == ("Formulas in prompts stay as they are: nothing computes them here.",)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "the list has no prompts: write one per line"),
        (" \n# only a comment\n", "the list has no prompts"),
        ("a dog\n" * 10_000, "the list has 10,000 prompts, but a walk takes at most 1,000: leave some out"),
        ("a dog\n" * 60_000 + "\r\n" * 60_000, "the list has more than 50,000 lines: leave some out"),
        ("x" * 16_000_000, "line 1: must have at most 10,000 characters, not 16,000,000"),
        (f"a{' ' * 15_000}b\n" * 1_000, "line 1.prompt: must have at most 10,000 characters"),
        ("a dog\n" + "x" * 10_001, "line 2.prompt: must have at most 10,000 characters, not 10,001"),
        ("half \ud83d", "line 1.prompt: holds half of a character"),
        ('\n--prompt "a dog" --steps 20', "line 2: --prompt is not an option here; write: PROMPT --neg"),
    ],
)
def test_what_is_no_list_is_refused_in_a_sentence(text, message):
    with pytest.raises(WalkError) as error:
        read(text, 64)
    assert str(error.value).startswith(message)
