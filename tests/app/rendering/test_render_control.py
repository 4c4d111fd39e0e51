"""What is rendered: what is missing once asked for, after edits too, and in live mode what one looks at."""

from contextlib import suppress
from dataclasses import replace

import pytest

from sd3explorer.app.frames.states import FrameState
from sd3explorer.walk.model import Model
from sd3explorer.walk.paths import Keyframe, Morph
from sd3explorer.walk.sampler import Sampler
from sd3explorer.walk.timing import Timing
from sd3explorer.walk.walk import Walk
from tests.gradient import BrokenModel, CountingModel, GradientModel, gradient

WALK = Walk(
    path=Morph((Keyframe("a dog"), Keyframe("a cat"), Keyframe("a fox"))),
    timing=Timing(9),
    sampler=Sampler(8, 1.0),
)


@pytest.fixture
def bench(bench_with):
    bench = bench_with(GradientModel)
    bench.show(WALK)
    return bench


@pytest.fixture
def bench_apart(bench_with):
    """Its engine has a process of its own, which takes batches ahead and tells what goes on in them."""
    bench = bench_with(CountingModel, apart=True)
    bench.show(WALK)
    return bench


def test_nothing_is_rendered_until_it_is_asked_for(bench):
    assert not bench.control.on
    assert not bench.thread.busy


def test_render_fills_the_walk_coarse_to_fine_beginning_under_the_playhead(bench):
    bench.playhead.move_to(5)
    bench.control.render()
    bench.wait_until_done()
    order = [bench.frames.recipes.index(recipe) for recipe in bench.rendered]
    assert order[0] == 5
    assert order[1:] == [0, 8, 4, 2, 6, 1, 3, 7]


def test_an_edit_renders_only_the_frames_it_changes(bench):
    bench.control.render()
    bench.wait_until_done()
    before = len(bench.rendered)
    edited = Morph((Keyframe("a dog"), Keyframe("a cat"), Keyframe("a bear")))
    bench.show(replace(WALK, path=edited))
    bench.wait_until_done()
    changed = {bench.frames.recipes.index(recipe) for recipe in bench.rendered[before:]}
    assert changed == {5, 6, 7, 8}


def test_undoing_an_edit_is_instant(bench):
    bench.control.render()
    bench.wait_until_done()
    bench.show(replace(WALK, timing=Timing(5)))
    bench.wait_until_done()
    before = len(bench.rendered)
    bench.show(WALK)
    assert bench.frames.all_done
    assert len(bench.rendered) == before


def test_a_stop_leaves_what_is_there_and_renders_nothing_after_an_edit(bench):
    bench.control.render()
    bench.qtbot.waitUntil(lambda: bool(bench.rendered))
    bench.control.stop()
    assert not bench.control.state.working
    assert FrameState.QUEUED not in bench.states()
    bench.show(replace(WALK, timing=Timing(4)))
    assert not bench.thread.busy
    assert not bench.control.on


def test_what_is_wanted_of_the_next_walk_waits_until_its_frames_are_known(bench):
    bench.control.begin_anew()
    before = bench.frames.digests
    other = replace(WALK, path=Morph((Keyframe("a house"), Keyframe("a boat"))))
    with bench.qtbot.waitSignal(bench.frames.reset):
        bench.frames.show_walk(other)
        bench.control.render()
        assert bench.control.on
        assert not bench.thread.busy
    bench.wait_until_done()
    assert not {recipe.digest for recipe in bench.rendered} & set(before)


def test_a_picture_that_is_no_frame_comes_with_the_next_walk_too(bench):
    bench.control.begin_anew()
    picture = replace(WALK, sampler=Sampler(2, 1.0)).recipe(0, bench.frames.facts)
    with bench.qtbot.waitSignal(bench.frames.reset):
        bench.frames.show_walk(replace(WALK, timing=Timing(4)))
        bench.control.render_aside([picture])
    bench.qtbot.waitUntil(lambda: picture in bench.rendered)


def test_the_state_counts_what_is_done(bench):
    bench.control.render()
    bench.wait_until_done()
    state = bench.control.state
    assert (state.done, state.total, state.working, state.phase) == (9, 9, False, None)


def test_the_frames_that_are_waited_for_are_queued(bench):
    bench.control.render()
    assert set(bench.states()) == {FrameState.QUEUED}


def test_a_selection_renders_nothing_else(bench):
    bench.control.render([2, 3])
    bench.qtbot.waitUntil(lambda: not bench.control.on)
    assert [index for index in range(9) if bench.frames.state(index) is FrameState.DONE] == [2, 3]


def test_live_mode_drafts_the_frame_under_the_playhead(bench):
    bench.playhead.move_to(6)
    bench.control.set_live(True)
    bench.qtbot.waitUntil(lambda: bench.frames.state(6) is FrameState.DRAFT)
    assert {recipe.num_steps for recipe in bench.rendered} == {4}


def test_live_mode_follows_the_playhead(bench):
    bench.control.set_live(True)
    bench.qtbot.waitUntil(lambda: bench.frames.state(0) is FrameState.DRAFT)
    bench.playhead.move_to(8)
    bench.qtbot.waitUntil(lambda: bench.frames.state(8) is FrameState.DRAFT)


def test_a_draft_comes_before_frames_that_are_rendered_already(bench_with):
    bench = bench_with(GradientModel)
    slow = replace(WALK, sampler=Sampler(400, 1.0), timing=Timing(40))
    bench.show(slow)
    bench.control.render()
    bench.qtbot.waitUntil(lambda: bench.control.state.working)
    bench.control.set_live(True)
    bench.playhead.move_to(33)
    bench.qtbot.waitUntil(lambda: bench.frames.state(33) is not FrameState.QUEUED)
    assert bench.frames.state(33) is FrameState.DRAFT
    assert FrameState.QUEUED in bench.states()


def test_drafts_are_replaced_when_the_walk_is_rendered(bench):
    bench.control.set_live(True)
    bench.qtbot.waitUntil(lambda: bench.frames.state(0) is FrameState.DRAFT)
    bench.control.render()
    bench.wait_until_done()
    assert set(bench.states()) == {FrameState.DONE}


def test_an_engine_that_cannot_render_is_not_tried_again_by_itself(bench_with):
    bench = bench_with(BrokenModel)
    bench.show(WALK)
    with bench.qtbot.waitSignal(bench.thread.trouble):
        bench.control.render()
    assert not bench.control.on
    bench.qtbot.waitUntil(lambda: not bench.control.state.working)


def test_a_walk_without_its_model_renders_nothing(bench):
    bench.show(replace(WALK, model=Model("stable_diffusion_3_medium")))
    bench.control.render()
    assert not bench.control.state.working


def test_another_batch_size_takes_effect(bench):
    bench.control.set_batch_size(1)
    bench.control.render()
    bench.wait_until_done()
    assert len(bench.rendered) == 9


def test_closing_while_rendering_ends_the_engine(bench_apart):
    bench = bench_apart
    bench.control.render()
    bench.qtbot.waitUntil(lambda: bool(bench.rendered))
    process = bench.thread.engine_process
    bench.control.close()
    with suppress(ProcessLookupError):
        import os

        os.kill(process, 0)
        raise AssertionError("the engine still runs")


def drafted(bench, index):
    """Live mode on a frame, whose draft is there."""
    bench.playhead.move_to(index)
    bench.control.set_live(True)
    bench.qtbot.waitUntil(lambda: bench.frames.state(index) is FrameState.DRAFT)


def test_a_draft_one_has_come_to_rest_at_is_refined_in_its_place_and_then_those_around_it(bench):
    bench.show(replace(WALK, timing=Timing(7)))
    drafted(bench, 4)
    bench.qtbot.waitUntil(lambda: set(bench.states()) == {FrameState.DONE})
    bench.qtbot.waitUntil(lambda: not bench.control.state.working)
    full = [bench.frames.recipes.index(recipe) for recipe in bench.rendered if recipe.num_steps == 8]
    assert full[0] == 4
    assert len(full) == len(set(full)) == 7
    assert not bench.control.on


def test_nothing_is_refined_while_one_moves_on(bench):
    bench.playhead.move_to(4)
    bench.control.set_live(True)
    # The engine takes a while to start, and would draft nothing before.
    bench.qtbot.waitUntil(lambda: bool(bench.rendered))
    for turn in range(30):
        bench.playhead.move_to(turn % 9)
        bench.qtbot.wait(50)
    assert {recipe.num_steps for recipe in bench.rendered} == {4}


def test_moving_on_stops_refining_at_once(bench_apart):
    bench = bench_apart
    bench.show(replace(WALK, sampler=Sampler(4000, 1.0)))
    bench.frames.take_frame(*a_draft(bench, 4))
    bench.control.set_live(True)
    bench.playhead.move_to(4)
    bench.qtbot.waitUntil(lambda: bench.control.state.refining)
    bench.playhead.move_to(3)
    assert not bench.control.state.refining
    assert not bench.thread.busy


def a_draft(bench, index):
    recipe = bench.frames.drafts_around(index, 1)[0]
    return recipe, gradient(recipe)


def test_an_edit_stops_refining_at_once(bench):
    bench.show(replace(WALK, sampler=Sampler(4000, 1.0)))
    bench.frames.take_frame(*a_draft(bench, 0))
    bench.control.set_live(True)
    bench.qtbot.waitUntil(lambda: bench.control.state.refining)
    bench.show(replace(WALK, sampler=Sampler(2000, 1.0)))
    assert not bench.control.state.refining


def test_a_stop_ends_refining_until_one_moves(bench):
    bench.show(replace(WALK, sampler=Sampler(4000, 1.0)))
    bench.frames.take_frame(*a_draft(bench, 0))
    bench.control.set_live(True)
    bench.qtbot.waitUntil(lambda: bench.control.state.refining)
    bench.control.stop()
    bench.qtbot.wait(1000)
    assert not bench.control.state.working
    assert bench.frames.state(0) is FrameState.DRAFT


def test_without_live_mode_drafts_stay(bench):
    bench.frames.take_frame(*a_draft(bench, 0))
    bench.playhead.move_to(1)
    bench.playhead.move_to(0)
    bench.qtbot.wait(1000)
    assert bench.frames.state(0) is FrameState.DRAFT


def test_an_engine_that_cannot_refine_is_not_tried_again_by_itself(bench_with):
    bench = bench_with(BrokenModel)
    bench.show(WALK)
    bench.frames.take_frame(*a_draft(bench, 0))
    told = []
    bench.thread.trouble.connect(told.append)
    bench.control.set_live(True)
    bench.qtbot.waitUntil(lambda: bool(told))
    bench.qtbot.wait(1500)
    assert len(told) == 1


def test_a_draft_comes_alone_where_the_engine_is_ready_for_that(bench_apart):
    bench = bench_apart
    bench.thread.warm(bench.control.engine_settings, bench.frames.recipes[0])
    bench.qtbot.waitSignal(bench.thread.warmed).wait()
    sizes = []
    bench.thread.memory.connect(lambda memory: sizes.append(memory.used))
    drafted(bench, 6)
    bench.qtbot.waitUntil(lambda: len(sizes) >= 2)
    assert sizes[:2] == [1, 8]


def test_a_frame_under_the_playhead_that_an_edit_has_changed_waits_for_no_batch(bench_apart):
    bench = bench_apart
    slow = replace(WALK, sampler=Sampler(150, 1.0), timing=Timing(65))
    bench.show(slow)
    bench.control.set_batch_size(4)
    # The edit changes none of the others.
    bench.control.render([0, *range(33, 65)])
    bench.qtbot.waitUntil(lambda: len(bench.rendered) >= 4)
    edited = Morph((Keyframe("a bear"), Keyframe("a cat"), Keyframe("a fox")))
    bench.show(replace(slow, path=edited))
    before = len(bench.rendered)
    first = bench.frames.recipes[0]
    bench.qtbot.waitUntil(lambda: first in bench.rendered)
    # Two batches were under way, with eight frames that are still wanted.
    assert bench.rendered.index(first) - before < 8


def test_an_edit_that_changes_no_frame_interrupts_none(bench):
    slow = replace(WALK, sampler=Sampler(200, 1.0))
    bench.show(slow)
    bench.control.set_batch_size(2)
    bench.playhead.move_to(1)
    bench.playhead.move_to(0)
    bench.control.render([3, 5, 6, 7])
    stopped = []
    stop = bench.thread._stop_renderer
    bench.qtbot.waitUntil(lambda: bool(bench.rendered))
    bench.thread._stop_renderer = lambda: stopped.append(True) or stop()
    bench.show(replace(slow, title="Another title"))
    bench.qtbot.waitUntil(lambda: not bench.control.state.working)
    assert not stopped
