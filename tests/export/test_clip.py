from dataclasses import replace

import pytest

from sd3explorer.export import FORMATS, Clip, WatchedFrames, export
from sd3explorer.walk.paths import Grid, Prompts
from sd3explorer.walk.timing import Ending, Timing
from sd3explorer.walk.walk import Walk

FRAMES = list(range(6))


def test_a_clip_plays_as_its_walk_does():
    walk = Walk(timing=Timing(frames=6, frame_rate=10.0, ending=Ending.THERE_AND_BACK))
    clip = Clip.of(walk, FRAMES)
    assert (list(clip.playback_order), clip.frame_rate) == ([0, 1, 2, 3, 4, 5, 4, 3, 2, 1], 10.0)


@pytest.mark.parametrize("ending", Ending)
def test_only_a_walk_that_plays_once_does_not_loop(ending):
    assert Clip.of(Walk(timing=Timing(6, ending=ending)), FRAMES).rounds == (
        1 if ending is Ending.ONCE else 0
    )


def test_a_grid_keeps_its_columns_on_the_contact_sheet():
    grid = Grid((Prompts(), Prompts(), Prompts(), Prompts()), rows=1, columns=6)
    assert Clip.of(replace(Walk(), path=grid), FRAMES).columns == 6


def test_any_other_contact_sheet_is_about_square():
    assert Clip.of(Walk(timing=Timing(6)), FRAMES).columns == 3


@pytest.mark.parametrize("format_", FORMATS, ids=lambda format_: format_.name)
def test_a_format_reads_as_many_frames_as_it_says(tmp_path, make_clip, format_):
    reads = []
    clip = make_clip(4, playback_order=[0, 1, 2, 3, 2, 1])
    watched = replace(clip, frames=WatchedFrames(clip.frames, reads.append))
    export(watched, tmp_path / f"walk{format_.suffixes[0] if format_.suffixes else ''}")
    assert reads == list(range(1, format_.frame_count(clip) + 1))
