"""How even the motion of a walk is, by what its frames show."""

from dataclasses import replace

import pytest

from sd3explorer.app.timeline.evenness import SAMPLES, evenness
from sd3explorer.walk.paths import Grid, Keyframe, Morph, Prompts
from sd3explorer.walk.timing import Motion, Timing
from sd3explorer.walk.walk import Walk
from tests.app.fake_frames import FakeFrames


@pytest.fixture
def frames(qapp):
    return FakeFrames(Walk(timing=Timing(11)))


def test_nothing_is_known_of_frames_that_are_not_there(frames):
    assert evenness(frames) is None


def test_a_walk_without_motion_has_no_evenness(frames):
    frames.changes = dict.fromkeys(range(10), 0.0)
    assert evenness(frames) is None


def test_evenness_is_the_largest_change_over_the_median(frames):
    frames.changes = {0: 2.0, 1: 2.0, 2: 5.0, 3: 2.0}
    assert evenness(frames).ratio == 2.5
    assert evenness(frames).frame == 2


def test_the_jump_to_the_next_row_of_a_grid_is_no_motion(qapp):
    frames = FakeFrames(Walk(path=Grid((Prompts("dog"),) * 4, 3, 3)))
    frames.changes = {0: 1.0, 1: 1.0, 2: 50.0, 3: 1.0, 4: 1.5, 5: 50.0}
    assert evenness(frames).ratio == 1.5


def test_the_step_from_the_last_frame_to_the_first_counts(frames):
    frames.walk = Walk(path=Morph((Keyframe("a"), Keyframe("b")), closed=True), timing=Timing(11))
    frames.changes = dict.fromkeys(range(10), 2.0) | {10: 6.0}
    assert (evenness(frames).ratio, evenness(frames).frame) == (3.0, 10)


def test_a_long_walk_is_judged_by_some_of_its_frames(qapp):
    frames = FakeFrames(Walk(timing=Timing(100_000)))
    asked = []
    frames.change = lambda index: asked.append(index) or 1.0
    assert evenness(frames).ratio == 1.0
    assert len(asked) <= SAMPLES + 1


WITHOUT_BRIDGES = Walk(timing=Timing(11, motion=Motion.EVEN, bridges=False))
CUT = dict.fromkeys(range(10), 2.0) | {4: 30.0}


def test_a_cut_that_is_to_stay_is_no_uneven_step(frames):
    frames.walk, frames.changes = WITHOUT_BRIDGES, CUT
    assert evenness(frames).cuts == (4,)
    assert evenness(frames).ratio == 1.0


@pytest.mark.parametrize("timing", [Timing(11), Timing(11, motion=Motion.EVEN)])
def test_what_should_be_no_cut_counts_as_a_step(frames, timing):
    frames.walk, frames.changes = replace(WITHOUT_BRIDGES, timing=timing), CUT
    assert evenness(frames).cuts == ()
    assert evenness(frames).ratio == 15.0


def test_steps_of_a_cut_in_a_row_are_one_cut(frames):
    frames.walk, frames.changes = WITHOUT_BRIDGES, CUT | {5: 6.0, 8: 30.0}
    assert evenness(frames).cuts == (4, 5, 8)
    assert evenness(frames).cut_count == 2


def test_a_way_that_is_eased_has_no_cut(frames):
    frames.walk = WITHOUT_BRIDGES
    frames.changes = dict(enumerate([1.0, 2.0, 3.0, 4.0, 5.0, 5.0, 4.0, 3.0, 2.0, 1.0]))
    assert evenness(frames).cuts == ()


def test_it_is_known_of_the_walk_when_nearly_all_of_its_steps_are(frames):
    frames.changes = dict.fromkeys(range(8), 2.0)
    assert not evenness(frames).is_known
    frames.changes[8] = 2.0
    assert evenness(frames).is_known


def test_of_a_grid_steps_within_its_rows_are_known_and_no_others_lead_on(qapp):
    frames = FakeFrames(Walk(path=Grid((Prompts("dog"),) * 4, 3, 3)))
    frames.changes = dict.fromkeys((0, 1, 3, 4, 6, 7), 1.0)
    assert evenness(frames).known == 1.0


def test_cuts_of_a_walk_of_which_not_all_steps_are_looked_at_are_not_counted(qapp):
    frames = FakeFrames(replace(WITHOUT_BRIDGES, timing=replace(WITHOUT_BRIDGES.timing, frames=4 * SAMPLES)))
    frames.changes = dict.fromkeys(range(4 * SAMPLES), 2.0) | {400: 30.0}
    assert (evenness(frames).cuts, evenness(frames).cut_count) == ((400,), 0)
