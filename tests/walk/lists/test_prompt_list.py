"""The walk that a list makes of another."""

from dataclasses import replace

import pytest

from sd3explorer.walk.error import WalkError
from sd3explorer.walk.lists import consequences, read, with_prompts
from sd3explorer.walk.paths import Grid, Hold, Keyframe, Morph, Prompts
from sd3explorer.walk.sampler import Sampler
from sd3explorer.walk.timing import Ending, Motion, Timing
from sd3explorer.walk.walk import Walk

WALK = Walk(title="Mine", timing=Timing(64, 10.0, Ending.LOOP), sampler=Sampler(4, 2.0))
FRAMES = "frame,prompt\n0,a\n30,b\n90,c\n"


def taken(text, walk=WALK):
    return with_prompts(walk, read(text, walk.frame_count))


def test_all_but_the_path_stays_where_the_list_says_no_more():
    walk = taken("a\nb\nc")
    assert walk == replace(WALK, path=Morph((Keyframe("a"), Keyframe("b"), Keyframe("c"))))


def test_each_prompt_shows_exactly_on_its_frame():
    walk = taken(FRAMES)
    assert walk.frame_count == 91
    assert [anchor.frame for anchor in walk.anchors()] == [0, 30, 90]
    for frame, prompt in ((0, "a"), (30, "b"), (90, "c")):
        assert walk.embeddings(frame) == Prompts(prompt).embeddings


def test_prompts_are_held_before_the_first_frame_and_behind_the_last():
    walk = taken('{"prompts": {"10": "a", "20": "b"}, "max_frames": 50}')
    assert walk.frame_count == 50
    shown = [walk.embeddings(frame) for frame in (0, 10, 20, 49)]
    assert shown == [Prompts(prompt).embeddings for prompt in "aabb"]


def test_the_frame_rate_is_that_of_the_list():
    assert taken('{"prompts": {"0": "a", "9": "b"}, "fps": 24}').timing.frame_rate == 24.0


def test_one_prompt_is_held():
    assert taken("a dog").path == Hold(Prompts("a dog"))


def test_a_loop_stays_one_unless_frames_say_where_it_ends():
    loop = replace(WALK, path=Morph((Keyframe("x"), Keyframe("y")), closed=True))
    assert taken("a\nb", loop).path.closed
    assert not taken(FRAMES, loop).path.closed


def test_a_loop_that_is_opened_plays_there_and_back_and_that_is_said():
    loop = replace(WALK, path=Morph((Keyframe("x"), Keyframe("y")), closed=True))
    opened = taken(FRAMES, loop)
    assert opened.timing.ending is Ending.THERE_AND_BACK
    assert "plays there and back" in " ".join(consequences(read(FRAMES, 64), loop, opened))
    # Whoever lets an open path loop, wants its jump; and what stays closed has none.
    assert taken(FRAMES).timing.ending is Ending.LOOP
    assert taken("a\nb", loop).timing.ending is Ending.LOOP


def test_frame_numbers_make_an_even_motion_steady_and_that_is_said():
    even = replace(WALK, timing=replace(WALK.timing, motion=Motion.EVEN))
    assert taken("a\nb", even).timing.motion is Motion.EVEN
    walk = taken(FRAMES, even)
    assert walk.timing.motion is Motion.STEADY
    assert consequences(read(FRAMES, 64), even, walk) == [
        "Motion is steady now, as the list says which frame shows what."
    ]


def test_what_was_a_grid_keeps_its_number_of_frames_and_is_even_as_new_morphs_are():
    grid = replace(WALK, path=Grid.of([Prompts("a")]))
    walk = taken("a\nb", grid)
    assert (walk.frame_count, walk.timing.motion) == (grid.frame_count, Motion.EVEN)


def test_more_prompts_than_frames_are_spoken_of():
    text = "a\n" * 100
    assert consequences(read(text, 64), WALK, taken(text)) == [
        "There are more prompts than frames: raise the number of frames."
    ]


def test_strengths_for_loras_that_the_walk_has_not_are_refused():
    with pytest.raises(
        WalkError, match=r"^path\.keyframes\[0\]\.lora_strengths: must have a number for each"
    ):
        taken('prompt,lora_strengths\na,"[1, 2]"\nb,"[1, 2]"\n')
