"""The playhead: where it is, and how it plays a walk's ending."""

from dataclasses import replace

import pytest

from sd3explorer.app import playhead as playhead_module
from sd3explorer.app.playhead import Playhead
from sd3explorer.walk.timing import Ending, Timing
from sd3explorer.walk.walk import Walk


class Clock:
    """A clock by which a busy machine is as fast as an idle one: it goes on when it is read.

    Args:
        per_look: How far it goes on, in milliseconds.
    """

    def __init__(self, per_look):
        self.per_look = per_look
        self.now = 0

    def restart(self):
        self.now = 0

    def elapsed(self):
        now = self.now
        self.now += self.per_look
        return now


@pytest.fixture
def playhead(qtbot, monkeypatch):
    # A frame of `walk()` takes as long.
    monkeypatch.setattr(playhead_module, "QElapsedTimer", lambda: Clock(per_look=10))
    playhead = Playhead()
    playhead.set_walk(walk())
    yield playhead
    playhead.pause()


def walk(frames=5, ending=Ending.ONCE):
    return Walk(timing=Timing(frames, 100.0, ending))


def seen_while_playing(qtbot, playhead, frames, speed=1.0):
    seen = [playhead.index]
    playhead.moved.connect(seen.append)
    playhead.play(speed)
    qtbot.waitUntil(lambda: len(seen) >= frames or not playhead.playing)
    playhead.pause()
    return seen[:frames]


def test_it_stays_within_the_walk(playhead):
    playhead.move_to(99)
    assert playhead.index == 4
    playhead.move_to(-1)
    assert playhead.index == 0


def test_it_tells_only_of_moves(qtbot, playhead):
    with qtbot.assertNotEmitted(playhead.moved):
        playhead.move_to(0)
    with qtbot.waitSignal(playhead.moved):
        playhead.step(2)
    assert playhead.index == 2


def test_with_another_number_of_frames_it_stays_at_the_same_place(playhead):
    playhead.move_to(3)
    playhead.set_walk(walk(41))
    assert playhead.index == 30
    playhead.set_walk(walk(3))
    assert playhead.index == 2


def test_while_a_number_of_frames_is_typed_it_does_not_lose_its_place(playhead):
    playhead.move_to(3)
    for frames in (1, 12, 125):
        playhead.set_walk(walk(frames))
    assert playhead.index == 93


def test_once_ends_at_the_last_frame(qtbot, playhead):
    with qtbot.waitSignal(playhead.playing_changed):
        playhead.play()
    qtbot.waitUntil(lambda: not playhead.playing)
    assert playhead.index == 4


def test_playing_at_the_end_begins_anew(qtbot, playhead):
    playhead.move_to(4)
    playhead.play()
    assert playhead.index == 0


def test_once_ends_at_the_first_frame_when_played_backwards(qtbot, playhead):
    playhead.move_to(3)
    playhead.play(-1.0)
    qtbot.waitUntil(lambda: not playhead.playing)
    assert playhead.index == 0


def test_a_loop_goes_on_with_the_first_frame(qtbot, playhead):
    playhead.set_walk(walk(ending=Ending.LOOP))
    assert seen_while_playing(qtbot, playhead, 12) == [0, 1, 2, 3, 4, 0, 1, 2, 3, 4, 0, 1]


def test_there_and_back_turns_round(qtbot, playhead):
    playhead.set_walk(walk(ending=Ending.THERE_AND_BACK))
    assert seen_while_playing(qtbot, playhead, 12) == [0, 1, 2, 3, 4, 3, 2, 1, 0, 1, 2, 3]


def test_where_showing_is_slow_frames_are_left_out_and_the_pace_stays(qtbot, playhead, monkeypatch):
    monkeypatch.setattr(playhead_module, "QElapsedTimer", lambda: Clock(per_look=20))
    playhead = Playhead()
    playhead.set_walk(walk(ending=Ending.LOOP))
    assert seen_while_playing(qtbot, playhead, 6) == [0, 2, 4, 1, 3, 0]


def test_moving_it_while_it_plays_goes_on_from_there(qtbot, playhead):
    playhead.set_walk(walk(1000))
    playhead.play()
    playhead.move_to(500)
    qtbot.waitUntil(lambda: playhead.index > 500)
    assert playhead.playing


def test_stepping_pauses(playhead):
    playhead.set_walk(walk(1000))
    playhead.play()
    playhead.step(1)
    assert not playhead.playing


def test_shuttling_again_is_faster_and_the_other_way_is_slow_again(qtbot, playhead):
    playhead.set_walk(replace(walk(1000), timing=Timing(1000, 1.0, Ending.ONCE)))
    playhead.move_to(500)
    playhead.shuttle(1)
    playhead.shuttle(1)
    playhead.shuttle(1)
    assert playhead.speed == 4.0
    playhead.shuttle(-1)
    assert playhead.speed == -1.0


def test_a_single_frame_does_not_play(playhead):
    playhead.set_walk(walk(1))
    playhead.play()
    assert not playhead.playing


def test_what_is_chosen_is_played_and_stepped_through_alone(qtbot, playhead, monkeypatch):
    monkeypatch.setattr(playhead_module, "CHOSEN_RATE", 100.0)
    playhead.set_chosen((1, 3, 4))
    assert seen_while_playing(qtbot, playhead, 4) == [0, 1, 3, 4]
    playhead.pause()
    playhead.move_to(2)
    playhead.step(1)
    assert playhead.index == 3
    playhead.move_to(2)
    playhead.step(-1)
    assert playhead.index == 1
    playhead.step(-1)
    assert playhead.index == 1
    playhead.step(10)
    assert playhead.index == 4


def test_what_is_chosen_and_gone_is_not_missed(playhead):
    playhead.set_chosen((3, 4))
    playhead.set_walk(walk(frames=3))
    playhead.move_to(0)
    playhead.step(1)
    assert playhead.index == 1


def test_a_single_frame_that_is_chosen_is_gone_to(playhead):
    playhead.set_chosen((3,))
    playhead.play()
    assert (playhead.index, playhead.playing) == (3, False)


def test_a_loop_range_is_played_round_and_round_whatever_the_ending(qtbot, playhead):
    playhead.set_range(range(1, 4))
    playhead.move_to(1)
    assert seen_while_playing(qtbot, playhead, 7) == [1, 2, 3, 1, 2, 3, 1]


def test_a_loop_range_goes_there_and_back_where_the_walk_does(qtbot, playhead):
    playhead.set_walk(walk(ending=Ending.THERE_AND_BACK))
    playhead.set_range(range(1, 4))
    playhead.move_to(1)
    assert seen_while_playing(qtbot, playhead, 6) == [1, 2, 3, 2, 1, 2]


def test_playing_from_outside_of_the_range_comes_into_it(qtbot, playhead):
    playhead.set_range(range(1, 3))
    playhead.move_to(4)
    assert seen_while_playing(qtbot, playhead, 4) == [4, 1, 2, 1]


def test_one_can_step_out_of_the_range(playhead):
    playhead.set_range(range(1, 3))
    playhead.move_to(2)
    playhead.step(1)
    assert playhead.index == 3


def test_the_ends_of_the_range_are_set_where_one_is(qtbot, playhead):
    playhead.move_to(1)
    with qtbot.waitSignal(playhead.range_changed) as changed:
        playhead.loop_from_here()
    assert changed.args == [range(1, 5)]
    playhead.move_to(3)
    playhead.loop_to_here()
    assert playhead.loop_range == range(1, 4)
    # Before its beginning, an end begins another range.
    playhead.move_to(0)
    playhead.loop_to_here()
    assert playhead.loop_range == range(1)
    playhead.move_to(3)
    playhead.loop_from_here()
    assert playhead.loop_range == range(3, 5)


def test_a_range_that_has_all_frames_is_none(playhead):
    playhead.set_range(range(1, 3))
    playhead.set_range(range(9))
    assert playhead.loop_range is None


def test_a_range_shrinks_with_the_walk_and_is_over_where_nothing_is_left(qtbot, playhead):
    playhead.set_range(range(2, 5))
    with qtbot.waitSignal(playhead.range_changed):
        playhead.set_walk(walk(frames=4))
    assert playhead.loop_range == range(2, 4)
    playhead.set_walk(walk(frames=2))
    assert playhead.loop_range is None


def test_of_starred_frames_those_in_the_range_are_played(qtbot, playhead):
    playhead.set_chosen((0, 2, 3, 4))
    playhead.set_range(range(1, 4))
    playhead.move_to(2)
    playhead.set_pace(playhead_module.CHOSEN_RATE * 100)
    assert seen_while_playing(qtbot, playhead, 4) == [2, 3, 2, 3]


def test_a_pace_is_a_multiple_of_the_frame_rate(qtbot, playhead):
    playhead.set_walk(walk(frames=50))
    playhead.set_pace(2.0)
    assert seen_while_playing(qtbot, playhead, 3) == [0, 2, 4]


def test_paces_go_from_a_quarter_to_the_double_step_by_step(playhead):
    for _ in range(9):
        playhead.step_pace(-1)
    assert playhead.pace == 0.25
    seen = []
    playhead.pace_changed.connect(seen.append)
    for _ in range(9):
        playhead.step_pace(1)
    assert seen == [0.5, 1.0, 1.5, 2.0]
