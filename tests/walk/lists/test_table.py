"""Prompts in a table: CSV, and cells of a spreadsheet."""

import pytest

from sd3explorer.walk.easing import Bezier, Easing
from sd3explorer.walk.error import WalkError
from sd3explorer.walk.lists import read
from sd3explorer.walk.paths import Keyframe


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_columns_are_found_by_their_names_whatever_parts_them(delimiter):
    rows = [["Frame", "Negative", "PROMPT"], ["0", "dark", '"a ""big"", dog"'], ["30", "", '"a\ncat"']]
    listed = read("\r\n".join(delimiter.join(row) for row in rows), 64)
    assert listed.keyframes == (Keyframe('a "big", dog', "dark", 30.0), Keyframe("a\ncat"))
    assert listed.frames == 31


def test_spans_are_those_between_the_frames_and_rows_may_stand_in_any_order():
    listed = read("frame,prompt\n40,c\n0,a\n10.0,b\n", 64)
    assert [(each.prompt, each.span) for each in listed.keyframes] == [("a", 10.0), ("b", 30.0), ("c", 1.0)]


def test_a_prompt_is_held_before_the_first_frame():
    listed = read("frame,prompt\n10,a\n20,b\n", 64)
    assert [each.dwell for each in listed.keyframes] == [10, 0]
    assert listed.frames == 21


def test_without_frames_the_list_says_nothing_of_them():
    assert read("prompt\na dog\na cat\n", 64).frames is None


def test_neg_is_read_where_there_is_no_column_for_it():
    assert read("prompt\na --neg b", 64).keyframes[0].negative_prompt == "b"
    assert read("prompt,negative\na --neg b,", 64).keyframes[0].prompt == "a --neg b"


def test_there_may_be_a_column_for_each_field_of_a_keyframe():
    text = 'prompt,easing,dwell,lora_strengths,span\na,ease-in,3,"[0.5, 1]",2\nb,"[0, 0, 1, 1]",,,\n'
    listed = read(text, 64)
    assert listed.keyframes == (
        Keyframe("a", "", 2.0, Easing.EASE_IN, 3, (0.5, 1.0)),
        Keyframe("b", easing=Bezier(0.0, 0.0, 1.0, 1.0)),
    )


def test_other_columns_and_empty_rows_are_left_out_and_columns_named():
    listed = read("id,prompt,notes\n1,a,x,\n,,\n2,b,\n", 64)
    assert [each.prompt for each in listed.keyframes] == ["a", "b"]
    assert listed.notes == ('Left out the columns "id", "notes": a walk has nothing like it.',)


def test_a_list_whose_first_line_has_commas_is_no_table():
    assert read("a dog, prompted\na cat", 64).keyframes[0].prompt == "a dog, prompted"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("prompt,frame\n", "the list has no prompts"),
        ("prompt\n" + "a\n" * 1_001, "the list has 1,001 prompts, but a walk takes at most 1,000"),
        ('prompt\n"a', "line 2: is not CSV (unexpected end of data)"),
        ('prompt\n"a"b', "line 2: is not CSV"),
        ('prompt\tframe\n"a"b\t1', "line 2: is not CSV ('\\t' expected after '\"')"),
        ("prompt\n" + "x" * 200_000, "line 2: is not CSV (field larger than field limit"),
        ("prompt" + ",x" * 200 + "\na", "line 1: has 201 columns, 200 at most: leave some out"),
        ("prompt,prompt\na,b", "line 1: has two columns called prompt"),
        ("prompt,frame\na dog, big,0\n", "line 2: has 3 cells, but there are 2 columns"),
        ("prompt,frame\na,x\n", 'line 2: frame: must be a whole number from 0 to 99999, not "x"'),
        ("prompt,frame\na,-1\n", "line 2: frame: must be a whole number"),
        ("prompt,frame\na,999999999999\n", "line 2: frame: must be a whole number"),
        ("prompt,frame\na,0\nb,\n", "line 3: frame: is missing; give every prompt a frame, or none"),
        ("prompt,frame\na,\nb,1\n", "line 2: frame: is missing"),
        ("prompt,frame\na,5\nb,5\n", "line 3: frame 5 already has a prompt (line 2); give each its own"),
        (
            "prompt,frame,dwell\na,0,10\nb,10,\n",
            "line 2: is held for 10 frames from frame 0 on, but the next",
        ),
        ("prompt,frame\na,20000\nb,20001\n", "line 2: its prompt would be held for 20,000 frames"),
        ("prompt,frame,dwell\na,0,\nb,99999,1\n", "line 3: the walk would have 100,001 frames"),
        ("prompt,easing\na,bouncy\n", "line 2.easing: must be"),
        ("prompt,dwell\na,[[[\n", "line 2: dwell: isn't complete JSON"),
    ],
)
def test_damaged_tables_are_refused_in_a_sentence_that_names_the_line(text, message):
    with pytest.raises(WalkError) as error:
        read(text, 64)
    assert str(error.value).startswith(message)
