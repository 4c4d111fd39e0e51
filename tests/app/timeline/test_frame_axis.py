"""From frames to pixels and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sd3explorer.app.timeline.frame_axis import INSET, MAX_CELL, MIN_CELL, FrameAxis, FrameScale


def axis_of(scale, offset=0):
    axis = FrameAxis()
    axis.set_scale(scale)
    axis.set_offset(offset)
    return axis


def test_a_wide_frame_has_a_cell_of_its_own():
    assert FrameScale.of_width(100, 60.0) == FrameScale(100, 1, 60)


def test_no_cell_is_wider_than_the_widest():
    assert FrameScale.of_width(100, 1000.0) == FrameScale(100, 1, MAX_CELL)


def test_narrow_frames_share_a_cell_that_is_wide_enough_for_a_picture():
    assert FrameScale.of_width(1000, 5.0) == FrameScale(1000, 5, 25)


def test_a_short_walk_fits_with_the_cells_wished_for():
    assert FrameScale.fitting(5, 1000, widest=66) == FrameScale(5, 1, 66)


def test_a_walk_fits_with_narrower_cells():
    assert FrameScale.fitting(25, 1000, widest=66) == FrameScale(25, 1, 40)


def test_the_last_cell_may_have_fewer_frames():
    assert FrameScale(11, 5, 24).rows == 3


@given(st.integers(1, 100_000), st.integers(MIN_CELL, 5000))
def test_all_frames_fit(frames, width):
    scale = FrameScale.fitting(frames, width, widest=66)
    assert scale.rows * scale.cell <= width
    assert MIN_CELL <= scale.cell <= 66


@given(st.integers(1, 100_000), st.floats(1e-4, 1000.0))
def test_cells_are_never_too_narrow_or_too_wide(frames, width):
    assert MIN_CELL <= FrameScale.of_width(frames, width).cell <= MAX_CELL


@given(
    st.integers(0, 999), st.sampled_from([1, 2, 5, 10]), st.integers(MIN_CELL, MAX_CELL), st.integers(0, 500)
)
def test_the_frame_at_its_own_middle_is_itself(frame, group, cell, offset):
    axis = axis_of(FrameScale(1000, group, cell), offset)
    assert axis.frame_at(axis.centre(frame)) == frame


@pytest.mark.parametrize(("x", "frame"), [(-100, 0), (0, 0), (INSET + 45, 1), (10_000, 9)])
def test_beside_the_walk_is_its_nearest_frame(x, frame):
    assert axis_of(FrameScale(10, 1, 40)).frame_at(x) == frame


def test_scrolling_moves_frames_to_the_left():
    assert axis_of(FrameScale(10, 1, 40), offset=30).left(1) == INSET + 10


def test_only_frames_in_sight_are_visible_and_one_more_beside_them():
    axis = axis_of(FrameScale(10_000, 1, 40), offset=4000)
    assert axis.visible_frames(INSET, INSET + 399) == range(99, 111)


def test_an_axis_tells_only_of_changes(qtbot):
    axis = axis_of(FrameScale(10, 1, 40))
    with qtbot.assertNotEmitted(axis.changed):
        axis.set_scale(FrameScale(10, 1, 40))
        axis.set_offset(0)
    with qtbot.waitSignal(axis.changed):
        axis.set_offset(1)
