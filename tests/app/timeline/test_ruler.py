"""Frame numbers along the timeline, and scrubbing on them."""

import pytest
from PySide6.QtCore import QPoint, Qt

from sd3explorer.app.playhead import Playhead
from sd3explorer.app.theme import colours
from sd3explorer.app.timeline.frame_axis import FrameAxis, FrameScale
from sd3explorer.app.timeline.ruler import SPACE_BETWEEN_NUMBERS, Ruler
from sd3explorer.walk.paths import Grid, Prompts
from sd3explorer.walk.timing import Timing
from sd3explorer.walk.walk import Walk

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def axis(qapp):
    axis = FrameAxis()
    axis.set_scale(FrameScale(1000, 1, 40))
    return axis


@pytest.fixture
def playhead(qapp):
    playhead = Playhead()
    playhead.set_walk(Walk(timing=Timing(1000)))
    return playhead


@pytest.fixture
def ruler(qtbot, axis, playhead):
    ruler = Ruler(axis, playhead)
    qtbot.addWidget(ruler)
    ruler.resize(800, ruler.height())
    ruler.show()
    return ruler


def middle(axis, frame):
    return QPoint(round(axis.centre(frame)), 5)


@pytest.mark.parametrize(("group", "cell"), [(1, 120), (1, 24), (10, 24), (100, 24)])
def test_there_are_as_many_numbers_as_there_is_room_for(axis, ruler, group, cell):
    axis.set_scale(FrameScale(1000, group, cell))
    width = ruler.fontMetrics().horizontalAdvance("1000") + SPACE_BETWEEN_NUMBERS
    apart = ruler.step() * cell / group
    assert width <= apart
    # There can't be more of them than frames.
    assert ruler.step() == 1 or apart < 2.5 * width


def test_the_numbers_painted_are_those_in_sight(axis, ruler):
    axis.set_offset(20_000)
    numbers = ruler._numbers(axis.visible_frames(0, ruler.width()))
    assert numbers[0] > 490
    assert numbers[-1] < 530


def test_a_click_brings_the_playhead(qtbot, axis, playhead, ruler):
    qtbot.mouseClick(ruler, LEFT, pos=middle(axis, 7))
    assert playhead.index == 7


def test_dragging_takes_the_playhead_along(qtbot, axis, playhead, ruler):
    qtbot.mousePress(ruler, LEFT, pos=middle(axis, 7))
    qtbot.mouseMove(ruler, middle(axis, 12))
    qtbot.mouseRelease(ruler, LEFT, pos=middle(axis, 12))
    assert playhead.index == 12


def test_the_mouse_alone_moves_nothing(qtbot, axis, playhead, ruler):
    qtbot.mouseMove(ruler, middle(axis, 12))
    assert playhead.index == 0


def test_scrubbing_pauses(qtbot, axis, playhead, ruler):
    playhead.play()
    qtbot.mouseClick(ruler, LEFT, pos=middle(axis, 7))
    assert not playhead.playing


def test_the_rows_of_a_grid_are_marked(axis, ruler):
    without = ruler.grab().toImage()
    ruler.show_walk(Walk(path=Grid((Prompts("dog"),) * 4, 4, 4)))
    marked = ruler.grab().toImage()
    changed = [x for x in range(marked.width()) if marked.pixel(x, 1) != without.pixel(x, 1)]
    assert changed == [round(axis.left(frame)) for frame in (4, 8, 12, 16)]


def test_a_loop_range_is_marked_at_both_ends_and_named(axis, playhead, ruler):
    def at(frame):
        return ruler.grab().toImage().pixelColor(round(axis.left(frame)) + 20, ruler.height() - 3)

    before = at(1), at(5), at(8)
    playhead.set_range(range(4, 7))
    assert (at(1), at(8)) == (before[0], before[2])
    assert at(5) != before[1]
    ends = ruler.grab().toImage()
    bracket = colours(ruler).accent_text
    for x in (round(axis.left(4)) + 1, round(axis.left(7)) - 1):
        column = {ends.pixelColor(x, y).name() for y in range(ruler.height())}
        assert bracket.name() in column
    assert ruler.accessibleDescription() == "Loop from frame 5 to 7"
    playhead.set_range(None)
    assert at(5) == before[1]
    assert ruler.accessibleDescription() == ""
