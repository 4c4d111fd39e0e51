"""The frames as pictures: what they look like, scrubbing and selecting."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from sd3explorer.app.frames.states import FrameState
from sd3explorer.app.playhead import Playhead
from sd3explorer.app.theme import colours
from sd3explorer.app.timeline.filmstrip import Filmstrip
from sd3explorer.app.timeline.frame_axis import INSET, FrameAxis, FrameScale
from sd3explorer.walk.timing import Timing
from sd3explorer.walk.walk import Walk
from tests.app.fake_frames import FakeFrames

LEFT = Qt.MouseButton.LeftButton
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


class Stage:
    """A strip with all that it needs."""

    def __init__(self, qtbot, count=25, cell=40, group=1):
        self.qtbot = qtbot
        walk = Walk(timing=Timing(count))
        self.frames = FakeFrames(walk)
        self.playhead = Playhead()
        self.playhead.set_walk(walk)
        self.axis = FrameAxis()
        self.axis.set_scale(FrameScale(count, group, cell))
        self.strip = Filmstrip(self.frames, self.axis, self.playhead)
        qtbot.addWidget(self.strip)
        self.strip.resize(600 + 2 * INSET, 60)
        self.strip.show()
        self.strip.show_scale()

    def middle(self, frame):
        return QPoint(round(self.axis.centre(frame)) - INSET, 30)

    def click(self, frame, modifiers=Qt.KeyboardModifier.NoModifier):
        self.qtbot.mouseClick(self.strip.viewport(), LEFT, modifiers, self.middle(frame))

    def picture_of(self, frame):
        image = self.strip.viewport().grab().toImage()
        cell = self.axis.scale.cell
        row = frame // self.axis.scale.group
        return image.copy(row * cell - self.axis.offset, 0, cell, image.height())


@pytest.fixture
def stage(qtbot):
    return Stage(qtbot)


# Looks


@pytest.mark.parametrize("state", [FrameState.DONE, FrameState.DRAFT])
def test_a_frame_that_is_there_shows_its_picture(stage, state):
    stage.frames.set_state(3, 3, state)
    assert stage.picture_of(3).pixelColor(20, 30) == stage.frames.colour(3)


def test_every_state_looks_different(stage):
    for frame, state in enumerate(FrameState):
        stage.frames.set_state(frame, frame, state)
    stage.frames.colour = lambda index: colours(stage.strip).field
    pictures = [stage.picture_of(frame).convertToFormat(stage.picture_of(0).format()) for frame in range(5)]
    assert all(pictures[one] != pictures[other] for one in range(5) for other in range(one))


def test_a_failed_frame_has_a_red_mark(stage):
    stage.frames.set_state(3, 3, FrameState.FAILED)
    picture = stage.picture_of(3)
    reds = [picture.pixelColor(x, 30) for x in range(picture.width())]
    assert colours(stage.strip).error in reds


def test_the_picture_keeps_its_shape_in_a_wide_cell(qtbot):
    stage = Stage(qtbot, cell=160)
    stage.frames.set_state(0, 0, FrameState.DONE)
    picture = stage.picture_of(0)
    painted = [x for x in range(160) if picture.pixelColor(x, 30) == stage.frames.colour(0)]
    assert len(painted) == pytest.approx(60, abs=2)
    assert painted[0] + painted[-1] == pytest.approx(160, abs=2)


def test_a_selected_frame_has_an_amber_border(stage):
    stage.click(2)
    stage.click(4, SHIFT)
    amber = colours(stage.strip).accent
    assert [stage.picture_of(frame).pixelColor(2, 30) == amber for frame in (1, 2, 3, 4, 5)] == [
        False,
        True,
        True,
        True,
        False,
    ]


def test_a_line_shows_which_frames_of_a_shared_cell_are_there(qtbot):
    stage = Stage(qtbot, group=2)
    stage.frames.set_state(1, 1, FrameState.DONE)
    line = stage.picture_of(0)
    assert line.pixelColor(30, 58) == colours(stage.strip).accent
    assert line.pixelColor(10, 58) == colours(stage.strip).window


def test_a_frame_that_arrives_is_painted(stage):
    before = stage.picture_of(3)
    stage.frames.set_state(3, 3, FrameState.DONE)
    assert stage.picture_of(3) != before


def test_only_pictures_in_sight_are_asked_for(qtbot):
    stage = Stage(qtbot, count=10_000)
    stage.frames.set_state(0, 9_999, FrameState.DONE)
    stage.frames.asked.clear()
    stage.strip.horizontalScrollBar().setValue(200_000)
    stage.strip.grab()
    assert stage.frames.asked
    assert stage.frames.asked <= set(range(4_990, 5_030))


def test_the_strip_can_be_scrolled_from_the_first_to_the_last_frame(qtbot):
    stage = Stage(qtbot, count=10_000)
    assert stage.strip.horizontalScrollBar().maximum() == 10_000 * 40 - 600


def test_scrolling_moves_the_axis(qtbot):
    stage = Stage(qtbot, count=1000)
    stage.strip.horizontalScrollBar().setValue(123)
    assert stage.axis.offset == 123


# Scrubbing


def test_a_click_brings_the_playhead(stage):
    stage.click(7)
    assert stage.playhead.index == 7


def test_dragging_takes_the_playhead_along(qtbot, stage):
    viewport = stage.strip.viewport()
    qtbot.mousePress(viewport, LEFT, pos=stage.middle(3))
    qtbot.mouseMove(viewport, stage.middle(9))
    qtbot.mouseRelease(viewport, LEFT, pos=stage.middle(9))
    assert stage.playhead.index == 9
    assert stage.strip.selected_indices() == []


def test_a_click_pauses(stage):
    stage.playhead.play()
    stage.click(7)
    assert not stage.playhead.playing


# Selecting


def test_nothing_is_selected_at_first(stage):
    assert stage.strip.selected_indices() == []


def test_a_click_with_shift_selects_from_the_playhead_on(stage):
    stage.click(5)
    stage.click(2, SHIFT)
    assert stage.strip.selected_indices() == [2, 3, 4, 5]
    assert stage.playhead.index == 5


def test_another_click_with_shift_starts_at_the_same_frame(stage):
    stage.click(5)
    stage.click(2, SHIFT)
    stage.click(7, SHIFT)
    assert stage.strip.selected_indices() == [5, 6, 7]


def test_clicks_with_control_add_and_take_away(stage):
    for frame in (3, 8, 5, 8):
        stage.click(frame, CONTROL)
    assert stage.strip.selected_indices() == [3, 5]


def test_a_plain_click_selects_nothing(stage):
    stage.click(3, CONTROL)
    stage.click(4)
    assert stage.strip.selected_indices() == []


def test_shift_and_an_arrow_select_from_the_keyboard(qtbot, stage):
    stage.playhead.move_to(5)
    for _ in range(3):
        qtbot.keyClick(stage.strip, Qt.Key.Key_Right, SHIFT)
    qtbot.keyClick(stage.strip, Qt.Key.Key_Left, SHIFT)
    assert stage.strip.selected_indices() == [5, 6, 7]
    assert stage.playhead.index == 7


def test_a_shared_cell_selects_all_its_frames(qtbot):
    stage = Stage(qtbot, group=5)
    stage.click(7, CONTROL)
    assert stage.strip.selected_indices() == [5, 6, 7, 8, 9]


def test_the_selection_is_reported(qtbot, stage):
    with qtbot.waitSignal(stage.strip.selection_changed) as told:
        stage.click(3, CONTROL)
    assert told.args == [[3]]


def test_zooming_selects_nothing_else(qtbot, stage):
    stage.click(3, CONTROL)
    stage.click(11, CONTROL)
    with qtbot.assertNotEmitted(stage.strip.selection_changed):
        for group, cell in ((5, 30), (1, 60)):
            stage.axis.set_scale(FrameScale(25, group, cell))
            stage.strip.show_scale()
    assert stage.strip.selected_indices() == [3, 11]
    rows = sorted(index.row() for index in stage.strip.selectionModel().selectedIndexes())
    assert rows == [3, 11]


def test_the_selection_outlives_an_edit_that_keeps_the_frames(stage):
    stage.click(3, CONTROL)
    stage.frames.show_walk(Walk(title="another", timing=Timing(25)))
    assert stage.strip.selected_indices() == [3]


def test_another_number_of_frames_selects_nothing(qtbot, stage):
    stage.click(3, CONTROL)
    with qtbot.waitSignal(stage.strip.selection_changed) as told:
        stage.frames.show_walk(Walk(timing=Timing(10)))
    assert told.args == [[]]


def test_after_another_number_of_frames_a_selection_begins_at_the_playhead(stage):
    stage.click(6)
    stage.click(8, SHIFT)
    stage.frames.show_walk(Walk(timing=Timing(5)))
    stage.playhead.move_to(0)
    stage.click(2, SHIFT)
    assert stage.strip.selected_indices() == [0, 1, 2]


def test_frames_that_are_no_longer_selected_are_not_dragged_out(stage):
    stage.click(3, CONTROL)
    stage.qtbot.mousePress(stage.strip.viewport(), LEFT, pos=stage.middle(3))
    stage.strip.deselect()
    with stage.qtbot.assertNotEmitted(stage.strip.drag_asked):
        stage.qtbot.mouseMove(stage.strip.viewport(), stage.middle(7))
    stage.qtbot.mouseRelease(stage.strip.viewport(), LEFT, pos=stage.middle(7))


def drag_with_shift(stage, first, last):
    viewport = stage.strip.viewport()
    stage.qtbot.mousePress(viewport, LEFT, SHIFT, stage.middle(first))
    for frame in range(first, last + 1):
        place = QPointF(stage.middle(frame))
        move = QMouseEvent(
            QEvent.Type.MouseMove, place, viewport.mapToGlobal(place), Qt.MouseButton.NoButton, LEFT, SHIFT
        )
        QApplication.sendEvent(viewport, move)
    stage.qtbot.mouseRelease(viewport, LEFT, SHIFT, stage.middle(last))


def test_dragging_with_shift_selects_what_was_dragged_over(stage):
    drag_with_shift(stage, 4, 8)
    assert stage.strip.selected_indices() == [4, 5, 6, 7, 8]


def test_dragging_with_shift_moves_the_end_of_a_selection(stage):
    stage.click(2, CONTROL)
    drag_with_shift(stage, 4, 8)
    assert stage.strip.selected_indices() == [2, 3, 4, 5, 6, 7, 8]


# Dragging out


def press_and_move(stage, start, end):
    view = stage.strip.viewport()
    stage.qtbot.mousePress(view, LEFT, pos=stage.middle(start))
    for frame in (start, end):
        place = QPointF(stage.middle(frame))
        move = QMouseEvent(
            QEvent.Type.MouseMove,
            place,
            view.mapToGlobal(place),
            Qt.MouseButton.NoButton,
            LEFT,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(view, move)


def test_selected_frames_are_dragged_out_and_the_playhead_stays(stage):
    stage.click(2)
    stage.click(4, SHIFT)
    with stage.qtbot.waitSignal(stage.strip.drag_asked) as asked:
        press_and_move(stage, 3, 7)
    assert asked.args == [stage.strip, [2, 3, 4]]
    assert stage.playhead.index == 2
    stage.qtbot.mouseRelease(stage.strip.viewport(), LEFT, pos=stage.middle(7))
    assert stage.strip.selected_indices() == [2, 3, 4]
    stage.click(6)
    assert stage.playhead.index == 6


def test_a_click_on_a_selected_frame_goes_there_as_on_any_other(stage):
    stage.click(2)
    stage.click(4, SHIFT)
    stage.click(3)
    assert stage.playhead.index == 3
    assert stage.strip.selected_indices() == []


def test_a_frame_that_is_not_selected_is_scrubbed_over(stage):
    with stage.qtbot.assertNotEmitted(stage.strip.drag_asked):
        press_and_move(stage, 3, 7)
    assert stage.playhead.index == 7
