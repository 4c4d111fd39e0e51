"""Even walks in the window: the search for the places of their frames, and what is seen of it."""

from dataclasses import replace

import pytest

from sd3explorer.app.frames.frames import Frames
from sd3explorer.app.frames.states import FrameState
from sd3explorer.app.timeline.evenness import evenness
from sd3explorer.presets.locate import locate
from sd3explorer.walk.paths import Keyframe, Morph
from sd3explorer.walk.sampler import Sampler
from sd3explorer.walk.timing import Motion, Timing
from sd3explorer.walk.walk import Walk
from tests.gradient import GradientModel, LeapingModel, OverflowingModel

MORPH = Morph((Keyframe("a dog"), Keyframe("a cat"), Keyframe("a fox")))
WALK = Walk(path=MORPH, timing=Timing(12, motion=Motion.EVEN), sampler=Sampler(8, 1.0))
OTHER = replace(WALK, path=Morph((*MORPH.keyframes[:2], Keyframe("a bear"))))


@pytest.fixture
def bench(bench_with):
    bench = bench_with(LeapingModel)
    bench.show(WALK)
    return bench


@pytest.fixture
def states(bench):
    states = []
    bench.control.changed.connect(states.append)
    return states


def rendered_digests(bench):
    return [recipe.digest for recipe in bench.rendered]


def after_frames(qtbot, bench, count, act):
    """Does something as soon as so many frames are rendered, in the middle of the search."""

    def look():
        if len(bench.rendered) == count:
            act()

    bench.thread.rendered.connect(look)
    bench.control.render()
    qtbot.waitUntil(lambda: len(bench.rendered) >= count)


def test_rendering_finds_places_that_are_more_even_than_those_of_a_steady_walk(qtbot, bench):
    def unevenness():
        bench.wait_until_done()
        qtbot.waitUntil(lambda: None not in [bench.frames.change(index) for index in range(11)])
        return evenness(bench.frames).ratio

    bench.control.render()
    even = unevenness()
    bench.show(replace(WALK, timing=Timing(12)))
    assert even < 1.4 < unevenness()


def test_of_a_closed_walk_nothing_was_looked_at_before_anything_is_rendered(bench):
    bench.show(replace(WALK, path=replace(MORPH, closed=True)))
    assert bench.frames.searching
    assert bench.frames.looked_at == 0


def test_that_nothing_is_looked_for_any_more_is_said_though_nothing_is_rendered(bench):
    assert bench.control.state.looked_at == 0
    bench.show(replace(WALK, timing=Timing(12)))
    assert bench.control.state.looked_at is None


def test_the_search_goes_on_without_a_rest_until_all_frames_are_there(bench_with):
    bench, states = bench_with(LeapingModel, apart=True), []
    bench.show(WALK)
    bench.control.changed.connect(states.append)
    bench.control.render()
    bench.wait_until_done()
    working = [state.working for state in states]
    assert working == sorted(working, reverse=True)
    looked_at = [state.looked_at for state in states if state.looked_at is not None]
    assert looked_at == sorted(looked_at)
    assert max(looked_at) == len(bench.rendered)
    assert (states[-1].looked_at, states[-1].done) == (None, 12)


def test_how_far_the_search_is_rises_with_every_frame_that_is_rendered(bench, states):
    bench.control.render()
    bench.wait_until_done()
    searching = [state for state in states if state.looked_at]
    done = {state.looked_at: state.search_done for state in searching}
    assert [state.search_done for state in searching] == sorted(state.search_done for state in searching)
    assert len(set(done.values())) == len(done) >= 12


def test_nothing_is_rendered_twice(bench):
    bench.control.render()
    bench.wait_until_done()
    digests = rendered_digests(bench)
    assert len(digests) == len(set(digests))
    assert set(bench.frames.digests) <= set(digests)


def test_all_frames_wait_while_places_are_looked_for(qtbot, bench):
    bench.control.render()
    assert set(bench.states()) == {FrameState.QUEUED}
    assert bench.frames.waiting
    bench.wait_until_done()
    assert not bench.frames.waiting


def test_a_picture_that_is_near_is_there_from_the_first_one_on(qtbot, bench):
    def look():
        seen.append((bench.frames.nearest(5) is not None, bench.states().count(FrameState.DRAFT)))

    seen = []
    bench.thread.rendered.connect(look)
    bench.control.render()
    bench.wait_until_done()
    assert all(there for there, _ in seen)
    # When the stops are known, each frame shows one of them or what was found since.
    assert {count for _, count in seen[3:-1]} == {12}


def test_nothing_counts_as_done_before_all_places_are_found(bench, states):
    bench.control.render()
    bench.wait_until_done()
    assert {state.done for state in states if state.looked_at is not None} == {0}


def test_stop_stops_the_search_and_render_goes_on_with_it(qtbot, bench):
    after_frames(qtbot, bench, 4, bench.control.stop)
    # What was being rendered may still arrive.
    qtbot.wait(200)
    before = len(bench.rendered)
    qtbot.wait(100)
    assert (bench.thread.busy, len(bench.rendered)) == (False, before)
    assert bench.frames.searching
    assert not bench.control.state.working
    bench.control.render()
    bench.wait_until_done()
    assert len(rendered_digests(bench)) == len(set(rendered_digests(bench)))


def test_an_edit_meanwhile_begins_anew_with_what_is_rendered(qtbot, bench):
    after_frames(qtbot, bench, 5, lambda: bench.frames.show_walk(OTHER))
    qtbot.waitUntil(lambda: bench.frames.walk == OTHER)
    bench.wait_until_done()
    digests = rendered_digests(bench)
    assert len(digests) == len(set(digests))


def test_an_edit_counts_when_the_search_goes_on_at_the_same_time(qtbot, bench):
    # With the third frame, which arrives after the edit, all is there that the search waited for.
    after_frames(qtbot, bench, 2, lambda: bench.frames.show_walk(OTHER))
    qtbot.waitUntil(lambda: bench.frames.walk == OTHER)
    bench.wait_until_done()


def test_undo_comes_back_to_what_was_found(bench):
    bench.control.render()
    bench.wait_until_done()
    placed = bench.frames.placed_walk
    bench.show(OTHER)
    bench.wait_until_done()
    before = len(bench.rendered)
    bench.show(WALK)
    assert bench.frames.all_done
    assert bench.frames.placed_walk == placed
    assert len(bench.rendered) == before


def test_after_an_edit_frames_lie_where_they_did_until_more_is_known(bench):
    bench.control.render()
    bench.wait_until_done()
    placed = bench.frames.placed_walk
    bench.control.stop()
    bench.show(OTHER)
    assert bench.frames.searching
    assert bench.frames.placed_walk.placement.spots == placed.placement.spots


def test_other_keyframes_are_no_reason_to_guess(bench):
    bench.control.render()
    bench.wait_until_done()
    bench.control.stop()
    bench.show(replace(WALK, path=Morph((*MORPH.keyframes, Keyframe("a hen")))))
    assert bench.frames.placed_walk.placement is None


def test_live_mode_drafts_the_frame_under_the_playhead_before_the_search(bench):
    bench.playhead.move_to(7)
    bench.control.set_live(True)
    bench.control.render()
    draft = bench.frames.recipes[7].num_steps // 2
    bench.wait_until_done()
    assert bench.rendered[0].num_steps == draft
    assert [recipe.num_steps for recipe in bench.rendered].count(8) == len(
        set(rendered_digests(bench))
    ) - len([recipe for recipe in bench.rendered if recipe.num_steps == draft])


def test_a_walk_that_carries_its_places_is_looked_up_at_once(qtbot, bench, store):
    bench.control.render()
    bench.wait_until_done()
    frames = Frames(store, locate, lambda stopped: bench.frames.precision)
    with qtbot.waitSignal(frames.reset):
        frames.show_walk(bench.frames.placed_walk)
    assert frames.all_done
    frames.close()


def test_a_search_whose_frames_fail_is_reported_once_and_can_be_tried_again(qtbot, bench_with):
    bench = bench_with(OverflowingModel)
    bench.show(WALK)
    told = []
    bench.frames.trouble.connect(told.append)
    for times in (1, 2):
        bench.control.render()
        qtbot.waitUntil(lambda: not bench.control.state.working)
        assert len(told) == times
        # Not by itself.
        assert not bench.frames.missing(0)
        assert bench.frames.searching


def test_a_walk_on_which_nothing_changes_is_found(qtbot, bench_with):
    bench = bench_with(GradientModel)
    bench.show(replace(WALK, path=Morph((Keyframe("a dog"), Keyframe("a dog")))))
    bench.control.render()
    bench.wait_until_done()
    assert len(bench.rendered) == 1
