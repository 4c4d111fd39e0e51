"""The timeline as a whole: zooming, scrolling, following the playhead, making keyframes."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from sd3explorer.app.document.document import Document
from sd3explorer.app.frames.frames import Frames
from sd3explorer.app.frames.states import FrameState
from sd3explorer.app.playhead import Playhead
from sd3explorer.app.theme import colours
from sd3explorer.app.timeline.frame_axis import INSET, MAX_CELL
from sd3explorer.app.timeline.timeline import Timeline
from sd3explorer.presets.locate import locate
from sd3explorer.walk.editing import keyframe_frames
from sd3explorer.walk.paths import Grid, Hold, Keyframe, Morph, Prompts, Wander
from sd3explorer.walk.timing import Ending, Timing
from sd3explorer.walk.walk import Walk
from tests.app.fake_frames import FakeFrames

NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
MORPH = Morph((Keyframe("dog"), Keyframe("cat")))


class Stage:
    """A timeline in a window of its own."""

    def __init__(self, qtbot, walk):
        self.playhead = Playhead()
        self.playhead.set_walk(walk)
        self.document = Document()
        self.document.show(walk)
        self.frames = FakeFrames(walk)
        self.timeline = Timeline(self.frames, self.playhead)
        qtbot.addWidget(self.timeline)
        self.timeline.edited.connect(self.document.edit)
        self.document.walk_changed.connect(self.show_walk)
        self.timeline.show_walk(walk)
        self.timeline.resize(1000 + 2 * INSET, 240)
        self.timeline.show()
        self.tracks = self.timeline.tracks
        self.axis = self.tracks.axis

    def show_walk(self, walk):
        self.playhead.set_walk(walk)
        self.timeline.show_walk(walk)
        self.frames.show_walk(walk)

    def zoom_to_widest(self):
        for _ in range(60):
            self.timeline.zoom_in()

    def turn_wheel(self, vertically, modifiers=NONE, horizontally=0, x=500):
        place = self.tracks.strip.mapTo(self.timeline, QPoint(x, 20))
        turned = QPoint(horizontally, vertically)
        QTest.wheelEvent(self.timeline.windowHandle(), place, turned, QPoint(), modifiers)

    def in_sight(self, frame):
        return self.axis.left(frame) >= INSET and self.axis.left(frame + 1) <= 1000 + INSET


@pytest.fixture
def stage(qtbot):
    def build(frames=1000, path=MORPH, ending=Ending.LOOP):
        return Stage(qtbot, Walk(path=path, timing=Timing(frames, ending=ending)))

    return build


# Zoom


def test_at_first_all_frames_are_in_sight(stage):
    stage = stage(10_000)
    assert stage.in_sight(0)
    assert stage.in_sight(9_999)


def test_all_frames_stay_in_sight_when_there_are_more(stage):
    stage = stage(10)
    stage.show_walk(Walk(path=MORPH, timing=Timing(500)))
    assert stage.in_sight(499)


def test_zooming_in_ends_at_the_widest_frames(stage):
    stage = stage(1000)
    stage.zoom_to_widest()
    assert stage.axis.scale.frame_width == MAX_CELL


def test_zooming_out_ends_where_all_frames_are_in_sight(stage):
    stage = stage(1000)
    whole = stage.axis.scale
    stage.zoom_to_widest()
    for _ in range(60):
        stage.timeline.zoom_out()
    assert stage.axis.scale == whole


def test_zooming_to_fit_shows_all_frames(stage):
    stage = stage(1000)
    stage.zoom_to_widest()
    stage.timeline.zoom_to_fit()
    assert stage.in_sight(0)
    assert stage.in_sight(999)


def test_every_step_of_zooming_shows(stage):
    stage = stage(10_000)
    widths = []
    while stage.axis.scale.frame_width < MAX_CELL:
        widths.append(stage.axis.scale.frame_width)
        stage.timeline.zoom_in()
    assert widths == sorted(set(widths))


def test_zooming_keeps_the_playhead_where_it_is(stage):
    stage = stage(1000)
    stage.playhead.move_to(400)
    before = stage.axis.centre(400)
    stage.timeline.zoom_in()
    assert stage.axis.centre(400) == pytest.approx(before, abs=1.5)


def test_a_zoom_that_was_chosen_outlives_an_edit(stage):
    stage = stage(1000)
    stage.zoom_to_widest()
    stage.show_walk(Walk(path=MORPH, timing=Timing(999)))
    assert stage.axis.scale.frame_width == MAX_CELL


# The wheel


def test_the_wheel_scrubs_frame_by_frame(stage):
    stage = stage()
    stage.turn_wheel(-120)
    stage.turn_wheel(-240)
    assert stage.playhead.index == 3
    stage.turn_wheel(120)
    assert stage.playhead.index == 2


def test_parts_of_a_notch_add_up(stage):
    stage = stage()
    for _ in range(4):
        stage.turn_wheel(-40)
    assert stage.playhead.index == 1


def test_the_wheel_scrolls_with_shift(stage):
    stage = stage()
    stage.zoom_to_widest()
    stage.turn_wheel(-120, SHIFT)
    assert stage.axis.offset == 120
    assert stage.playhead.index == 0


def test_a_sideways_swipe_scrolls(stage):
    stage = stage()
    stage.zoom_to_widest()
    stage.turn_wheel(-10, horizontally=-300)
    assert stage.axis.offset == 300


def test_the_wheel_zooms_around_the_cursor_with_control(stage):
    stage = stage()
    before = stage.axis.place_at(700), stage.axis.scale.frame_width
    stage.turn_wheel(120, CONTROL, x=700)
    assert stage.axis.scale.frame_width > before[1]
    assert stage.axis.place_at(700) == pytest.approx(before[0], abs=1.0)


# Following the playhead


@pytest.mark.parametrize("frame", [999, 500, 0])
def test_the_playhead_stays_in_sight(stage, frame):
    stage = stage()
    stage.playhead.move_to(300)
    stage.zoom_to_widest()
    stage.playhead.move_to(frame)
    assert stage.in_sight(frame)


def test_a_step_out_of_sight_scrolls_no_further_than_it_must(stage):
    stage = stage()
    stage.zoom_to_widest()
    stage.playhead.move_to(6)
    assert stage.axis.offset == 7 * MAX_CELL - 1000


def test_playing_turns_the_page(stage):
    stage = stage()
    stage.zoom_to_widest()
    stage.playhead.play()
    stage.playhead.move_to(6)
    stage.playhead.pause()
    assert stage.axis.left(6) == INSET


def test_playing_backwards_turns_the_page_back(stage):
    stage = stage()
    stage.zoom_to_widest()
    stage.playhead.move_to(100)
    stage.playhead.play(-1.0)
    stage.playhead.move_to(93)
    stage.playhead.pause()
    assert stage.axis.left(94) == INSET + 1000


def test_the_line_of_the_playhead_is_over_its_frame(stage):
    stage = stage(10)
    stage.playhead.move_to(3)
    image = stage.tracks.grab().toImage()
    white = colours(stage.timeline).text
    x = round(stage.axis.centre(3))
    assert all(image.pixelColor(x, y) == white for y in (2, 40, 100))
    assert image.pixelColor(round(stage.axis.centre(5)), 40) != white


# Keyframes


def test_a_keyframe_is_made_at_the_playhead(stage):
    stage = stage(25)
    stage.playhead.move_to(10)
    stage.timeline.make_keyframe_here()
    assert keyframe_frames(stage.document.walk) == [0, 10, 24]
    assert stage.document.undo_stack.undoText() == "Make keyframe"


def test_the_new_keyframe_is_selected(stage):
    stage = stage(25)
    stage.playhead.move_to(10)
    stage.timeline.make_keyframe_here()
    assert stage.tracks.keyframes.selected == 1


def test_where_a_keyframe_is_none_is_made(stage):
    stage = stage(25)
    stage.timeline.make_keyframe_here()
    assert stage.document.undo_stack.count() == 0


@pytest.mark.parametrize("name", ["keyframes", "speed"])
def test_a_double_click_beside_the_keyframes_makes_one(stage, name):
    stage = stage(25)
    place = QPoint(round(stage.axis.centre(10)), 3)
    QTest.mouseDClick(getattr(stage.tracks, name), Qt.MouseButton.LeftButton, NONE, place)
    assert keyframe_frames(stage.document.walk) == [0, 10, 24]
    assert stage.tracks.keyframes.selected == 1


def test_a_double_click_on_a_keyframe_makes_none(stage):
    stage = stage(25)
    place = QPoint(round(stage.axis.centre(0)), 12)
    QTest.mouseDClick(stage.tracks.keyframes, Qt.MouseButton.LeftButton, NONE, place)
    assert stage.document.undo_stack.count() == 0


def test_the_speed_curve_is_an_edit_of_the_walk(stage):
    stage = stage(25)
    QTest.keyClick(stage.tracks.speed.handles[0], Qt.Key.Key_Right)
    assert stage.document.walk.path.keyframes[0].easing != MORPH.keyframes[0].easing
    assert stage.document.undo_stack.undoText() == "Change speed curve"


@pytest.mark.parametrize("path", [Wander(Prompts("dog")), Grid((Prompts("dog"),) * 4, 5, 5)])
def test_other_paths_say_why_they_take_no_keyframe(stage, path):
    stage = stage(25, path)
    stage.playhead.move_to(10)
    stage.timeline.make_keyframe_here()
    assert stage.document.undo_stack.count() == 0
    assert stage.timeline.why_no_keyframe()


@pytest.mark.parametrize("path", [MORPH, Hold(Prompts("dog"))])
def test_a_morph_and_a_held_prompt_take_keyframes(stage, path):
    assert stage(25, path).timeline.why_no_keyframe() == ""


# The rest


def test_the_selection_is_reported(qtbot, stage):
    stage = stage(25)
    viewport = stage.tracks.strip.viewport()
    with qtbot.waitSignal(stage.timeline.selection_changed) as told:
        place = QPoint(round(stage.axis.centre(3)) - INSET, 20)
        qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, CONTROL, place)
    assert told.args == [[3]]
    assert stage.timeline.selected_indices() == [3]


def test_how_even_the_motion_is_is_reported_when_frames_can_be_compared(qtbot, stage):
    stage = stage(25)
    label = stage.timeline.transport.motion.label
    assert label.text() == "Motion: steady"
    stage.frames.changes = dict.fromkeys(range(24), 2.0)
    stage.frames.set_state(0, 24, FrameState.DONE)
    qtbot.waitUntil(lambda: label.text() == "Motion: steady · 1.0×")


def test_showing_a_walk_edits_nothing(qtbot, stage):
    stage = stage(25)
    with qtbot.assertNotEmitted(stage.timeline.edited):
        stage.show_walk(Walk(path=MORPH, timing=Timing(9)))


def test_real_frames_are_shown(qtbot, store):
    frames = Frames(store, locate, lambda stopped: "float32")
    timeline = Timeline(frames, Playhead())
    qtbot.addWidget(timeline)
    timeline.show()
    with qtbot.waitSignal(frames.reset):
        frames.show_walk(Walk(path=MORPH, timing=Timing(7)))
    film = timeline.tracks.strip.model()
    assert film.rowCount() == 7
    assert film.index(6).data(Qt.ItemDataRole.ToolTipRole) == "Frame 7: not rendered"
    frames.close()


def test_the_room_below_the_keyframes_scrubs_too(qtbot, stage):
    built = stage(frames=50)
    tracks = built.tracks
    y = tracks.keyframes.geometry().bottom() + 4
    assert y < tracks.height()
    built.playhead.toggle()
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(tracks, left, pos=QPoint(round(built.axis.centre(20)), y))
    assert built.playhead.index == 20
    assert not built.playhead.playing
    qtbot.mouseMove(tracks, QPoint(round(built.axis.centre(31)), y))
    qtbot.waitUntil(lambda: built.playhead.index == 31)
    QTest.mouseRelease(tracks, left, pos=QPoint(round(built.axis.centre(31)), y))
    QTest.mouseClick(tracks, Qt.MouseButton.RightButton, pos=QPoint(round(built.axis.centre(5)), y))
    assert built.playhead.index == 31


# Menus


def ask_for_menu(widget, place=None):
    """By the right button at a place, or by the keyboard where there is none."""
    reason = QContextMenuEvent.Reason.Mouse if place else QContextMenuEvent.Reason.Keyboard
    place = place or widget.rect().center()
    QApplication.sendEvent(widget, QContextMenuEvent(reason, place, widget.mapToGlobal(place)))


def test_the_menu_of_a_frame_is_that_of_the_one_under_the_pointer(qtbot, stage):
    stage = stage(25)
    view = stage.tracks.strip.viewport()
    x = round(stage.axis.centre(7)) - INSET
    with qtbot.waitSignal(stage.timeline.frame_menu_asked):
        ask_for_menu(view, QPoint(x, 10))
    assert stage.playhead.index == 7


def test_by_the_keyboard_it_is_the_menu_of_the_frame_under_the_playhead(qtbot, stage):
    stage = stage(25)
    stage.playhead.move_to(9)
    with qtbot.waitSignal(stage.timeline.frame_menu_asked) as asked:
        ask_for_menu(stage.timeline)
    assert stage.playhead.index == 9
    x = stage.tracks.mapFromGlobal(asked.args[0]).x()
    assert stage.axis.frame_at(x) == 9


def test_above_the_tracks_there_is_no_menu_of_a_frame(qtbot, stage):
    stage = stage(25)
    with qtbot.assertNotEmitted(stage.timeline.frame_menu_asked):
        ask_for_menu(stage.timeline.transport, QPoint(3, 3))


def test_a_diamond_has_a_menu_of_its_own_with_delete_where_that_can_be(qtbot, stage):
    stage = stage(25, Morph((Keyframe("dog"), Keyframe("cat"), Keyframe("fox"))))
    keyframes = stage.tracks.keyframes
    number = 1
    x = round(stage.axis.centre(keyframes._places[number]))
    with qtbot.waitSignal(stage.timeline.keyframe_menu_asked):
        ask_for_menu(keyframes, QPoint(x, 12))
    assert keyframes.selected == number
    keyframes.remove_action.trigger()
    assert [keyframe.prompt for keyframe in stage.document.walk.path.keyframes] == ["dog", "fox"]
    ask_for_menu(keyframes)
    assert not keyframes.remove_action.isEnabled()


def test_beside_the_diamonds_the_menu_is_that_of_the_frame(qtbot, stage):
    stage = stage(25)
    keyframes = stage.tracks.keyframes
    with qtbot.waitSignal(stage.timeline.frame_menu_asked):
        ask_for_menu(keyframes, QPoint(round(stage.axis.centre(5)), 12))
    assert stage.playhead.index == 5


def test_by_the_keyboard_a_diamond_that_is_selected_has_its_menu(qtbot, stage):
    stage = stage(25)
    stage.tracks.keyframes.select(1)
    with qtbot.waitSignal(stage.timeline.keyframe_menu_asked):
        ask_for_menu(stage.tracks.keyframes)
