"""The speed curve: seen between keyframes, and changed by its handles."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from sd3explorer.app.theme import colours
from sd3explorer.app.timeline.curve_handle import SIZE
from sd3explorer.app.timeline.frame_axis import FrameScale
from sd3explorer.app.timeline.speed_track import HEIGHT, MARGIN, SpeedTrack
from sd3explorer.walk.easing import Bezier, Easing, bezier_of
from sd3explorer.walk.paths import Grid, Hold, Morph, Prompts, Wander
from sd3explorer.walk.timing import Timing
from sd3explorer.walk.walk import Walk
from tests.app.timeline.dog_cat_fox import KEYFRAMES, WALK

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
MIDDLE = QPoint(SIZE // 2, SIZE // 2)
OTHERS = [Hold(Prompts("dog")), Wander(Prompts("dog")), Grid((Prompts("dog"),) * 4, 5, 5)]


def walk_of(*keyframes, closed=False):
    return Walk(path=Morph(keyframes, closed), timing=Timing(25))


def eased(easing):
    return walk_of(replace(KEYFRAMES[0], easing=easing), *KEYFRAMES[1:])


@pytest.fixture
def track(qtbot, axis, playhead, document):
    track = SpeedTrack(axis, playhead)
    qtbot.addWidget(track)
    track.resize(1024, HEIGHT)
    track.edited.connect(document.edit)
    document.walk_changed.connect(track.show_walk)
    with qtbot.waitExposed(track):
        track.show()
    track.show_walk(document.walk)
    track.activateWindow()
    return track


@pytest.fixture
def point(axis):
    """The pixel where the first way is so far along at so much of its time."""

    def point_at(time, place):
        left, right = axis.centre(0), axis.centre(12)
        height = HEIGHT - 2 * MARGIN
        return QPoint(round(left + time * (right - left)), round(MARGIN + (1 - place) * height))

    return point_at


def drag(track, number, *points, modifiers=NONE):
    """Takes a handle through places of the track."""
    handle = track.handles[number]
    QTest.mousePress(handle, LEFT, NONE, MIDDLE)
    for place in points:
        there = QPointF(handle.mapFrom(track, place))
        # QTest.mouseMove has no modifiers.
        moved = QMouseEvent(
            QEvent.Type.MouseMove, there, handle.mapToGlobal(there), Qt.MouseButton.NoButton, LEFT, modifiers
        )
        QApplication.sendEvent(handle, moved)
    QTest.mouseRelease(handle, LEFT, NONE, handle.mapFrom(track, points[-1]))


def press(track, number, key, modifiers=NONE):
    track.handles[number].setFocus()
    QTest.keyClick(track.handles[number], key, modifiers)


def easing(document, number=0):
    return document.walk.path.keyframes[number].easing


def place_of(track, number):
    return track.handles[number].mapTo(track, MIDDLE)


def near(one, other):
    return (one - other).manhattanLength() <= 2


def column(track, x):
    """The colours of the track from top to bottom."""
    image = track.grab().toImage()
    return [image.pixelColor(round(x), y).name() for y in range(HEIGHT)]


# What is seen


@pytest.mark.parametrize("path", OTHERS)
def test_it_is_hidden_where_the_path_is_no_morph(track, path):
    track.show_walk(Walk(path=path, timing=Timing(25)))
    assert track.isHidden()
    track.show_walk(WALK)
    assert track.isVisible()


@pytest.mark.parametrize("shown", [*Easing, Bezier(0.0, 1.0, 0.2, 1.0)])
def test_the_curve_goes_where_the_easing_leads(track, playhead, point, shown):
    track.show_walk(eased(shown))
    # So that the first way has no handles over its curve.
    playhead.move_to(20)
    for time in (0.3, 0.5, 0.8):
        here = point(time, shown.ease(time))
        colours_there = column(track, here.x())
        drawn = [y for y, colour in enumerate(colours_there) if colour != colours_there[0]]
        assert drawn
        assert all(abs(y - here.y()) <= 2 for y in drawn)


def test_the_way_that_the_playhead_is_on_has_the_accent(track, playhead, axis):
    def is_amber(frame):
        hue = colours(track).accent.hue()
        return any(
            abs(QColor(name).hue() - hue) < 10 and QColor(name).saturation() > 100
            for name in column(track, axis.centre(frame))
        )

    playhead.move_to(3)
    assert [is_amber(6), is_amber(18)] == [True, False]
    playhead.move_to(15)
    assert [is_amber(6), is_amber(18)] == [False, True]


def test_where_a_keyframe_is_held_there_is_a_band_and_no_curve(track, axis):
    track.show_walk(walk_of(replace(KEYFRAMES[0], dwell=4), *KEYFRAMES[1:]))
    held = column(track, axis.centre(2))
    assert len(set(held[MARGIN : HEIGHT - MARGIN])) == 1
    assert held[HEIGHT // 2] != held[0]


def test_the_end_of_an_open_morph_is_seen_to_be_held_too(track, axis):
    track.show_walk(walk_of(*KEYFRAMES[:2], replace(KEYFRAMES[2], dwell=4)))
    held = column(track, axis.centre(22))
    assert held[HEIGHT // 2] != held[0]


def test_the_way_back_of_a_closed_morph_has_a_curve_too(track, playhead):
    track.show_walk(walk_of(*KEYFRAMES, closed=True))
    playhead.move_to(22)
    assert track.selected == 2
    assert all(handle.isVisible() for handle in track.handles)


@pytest.mark.parametrize("shown", [*Easing, Bezier(0.25, 0.0, 0.5, 1.0)])
def test_handles_lie_on_those_of_the_curve(track, point, shown):
    track.show_walk(eased(shown))
    curve = bezier_of(shown)
    assert near(place_of(track, 0), point(curve.x1, curve.y1))
    assert near(place_of(track, 1), point(curve.x2, curve.y2))


def test_a_way_without_room_has_no_handles(track, axis):
    axis.set_scale(FrameScale(25, 1, 3))
    assert not any(handle.isVisible() for handle in track.handles)
    axis.set_scale(FrameScale(25, 1, 40))
    assert all(handle.isVisible() for handle in track.handles)


@pytest.mark.parametrize(("index", "way"), [(0, 0), (11, 0), (12, 1), (24, 1)])
def test_the_way_of_the_playhead_is_the_one_that_begins_there(track, playhead, index, way):
    playhead.move_to(index)
    assert track.selected == way


def test_the_tooltip_names_the_easing(track, point):
    track.show_walk(eased(Easing.EASE_IN))
    place = point(0.5, 0.9)
    QApplication.sendEvent(track, QHelpEvent(QEvent.Type.ToolTip, place, track.mapToGlobal(place)))
    assert QToolTip.text() == "Speed curve of way 1: ease in\nDouble-click makes a keyframe"
    QToolTip.hideText()


def test_a_handle_under_the_mouse_is_larger(qtbot, track):
    handle = track.handles[0]
    before = handle.grab().toImage()
    QTest.mouseMove(track, QPoint(1000, 3))
    QTest.mouseMove(handle, handle.rect().center())
    qtbot.waitUntil(handle.underMouse)
    assert handle.grab().toImage() != before


# The mouse


def test_a_dragged_handle_changes_the_easing_of_its_way(track, document, point):
    drag(track, 0, point(0.4, 0.2), point(0.8, 0.2), modifiers=ALT)
    curve = easing(document)
    assert (curve.x1, curve.y1) == (pytest.approx(0.8, abs=0.01), pytest.approx(0.2, abs=0.06))
    assert (curve.x2, curve.y2) == (2 / 3, 2 / 3)
    assert easing(document, 1) is Easing.LINEAR


def test_the_second_handle_changes_the_end_of_the_way(track, document, playhead, axis):
    playhead.move_to(14)
    drag(track, 1, place_of(track, 1) - QPoint(100, 0), modifiers=ALT)
    curve = easing(document, 1)
    assert curve.x2 == pytest.approx(2 / 3 - 100 / (12 * 40), abs=0.01)
    assert (curve.x1, curve.y1) == (1 / 3, 1 / 3)
    assert easing(document, 0) is Easing.LINEAR


def test_a_handle_goes_along_with_the_mouse(track, point):
    drag(track, 0, point(0.8, 0.2), modifiers=ALT)
    assert near(place_of(track, 0), point(0.8, 0.2))


@pytest.mark.parametrize("snap", [0.0, 1 / 3, 1 / 2, 2 / 3, 1.0])
def test_a_handle_snaps_to_halves_and_thirds(track, document, point, snap):
    drag(track, 0, point(0.8, 0.2), point(snap, snap) + QPoint(2, 1))
    curve = bezier_of(easing(document))
    assert (curve.x1, curve.y1) == (snap, snap)


def test_a_handle_away_from_these_stays_where_it_is_taken(track, document, point):
    drag(track, 0, point(0.5, 0.5) + QPoint(8, 0))
    assert easing(document).x1 == pytest.approx(0.5 + 8 / (12 * 40), abs=0.003)


def test_with_alt_it_snaps_to_nothing(track, document, point):
    drag(track, 0, point(0.5, 0.5) + QPoint(3, 0), modifiers=ALT)
    assert easing(document).x1 == pytest.approx(0.5 + 3 / (12 * 40), abs=0.003)


def test_a_handle_stays_within_its_way(track, document, point):
    drag(track, 0, point(1.5, 0.5) - QPoint(0, 100))
    assert (easing(document).x1, easing(document).y1) == (1.0, 1.0)


def test_a_curve_that_has_a_name_takes_it(track, document, point):
    drag(track, 0, point(1 / 3, 0.0))
    drag(track, 1, point(2 / 3, 1.0))
    assert easing(document) is Easing.EASE_IN_OUT


def test_one_drag_is_one_undo(track, document, point):
    drag(track, 0, point(0.4, 0.2), point(0.6, 0.1), point(0.8, 0.2))
    document.undo_stack.undo()
    assert document.walk == WALK


def test_the_next_drag_is_undone_by_itself(track, document, point):
    drag(track, 0, point(0.8, 0.2), modifiers=ALT)
    once = document.walk
    drag(track, 0, point(0.2, 0.8), modifiers=ALT)
    assert document.walk != once
    document.undo_stack.undo()
    assert document.walk == once


def test_pressing_a_handle_alone_changes_nothing(track, document):
    document.show(eased(Bezier(0.123, 0.456, 0.789, 0.9)))
    QTest.mouseClick(track.handles[0], LEFT)
    assert document.undo_stack.count() == 0


def test_beside_the_handles_the_playhead_is_brought(track, playhead, axis):
    QTest.mouseClick(track, LEFT, NONE, QPoint(round(axis.centre(15)), 3))
    assert playhead.index == 15


def test_taking_a_handle_pauses_the_playhead(track, playhead):
    playhead.play()
    QTest.mouseClick(track.handles[0], LEFT)
    assert not playhead.playing


def test_a_double_click_asks_for_a_keyframe_there(qtbot, track, axis):
    with qtbot.waitSignal(track.keyframe_asked) as asked:
        QTest.mouseDClick(track, LEFT, NONE, QPoint(round(axis.centre(15)), 3))
    assert asked.args == [15]


def test_a_double_click_on_a_handle_asks_for_none(qtbot, track):
    with qtbot.assertNotEmitted(track.keyframe_asked):
        QTest.mouseDClick(track.handles[0], LEFT)


# The keyboard


@pytest.mark.parametrize(
    ("key", "modifiers", "place"),
    [
        (Qt.Key.Key_Right, NONE, (0.45, 0.6)),
        (Qt.Key.Key_Left, NONE, (0.35, 0.6)),
        (Qt.Key.Key_Up, NONE, (0.4, 0.65)),
        (Qt.Key.Key_Down, NONE, (0.4, 0.55)),
        (Qt.Key.Key_Right, SHIFT, (0.41, 0.6)),
        (Qt.Key.Key_Down, SHIFT, (0.4, 0.59)),
    ],
)
def test_arrows_move_a_handle(track, document, key, modifiers, place):
    document.show(eased(Bezier(0.4, 0.6, 0.9, 0.9)))
    press(track, 0, key, modifiers)
    assert easing(document) == Bezier(*place, 0.9, 0.9)


def test_arrows_move_the_second_handle_too(track, document):
    document.show(eased(Bezier(0.4, 0.6, 0.9, 0.9)))
    press(track, 1, Qt.Key.Key_Left)
    assert easing(document) == Bezier(0.4, 0.6, 0.85, 0.9)


def test_a_step_goes_no_further_than_the_end(track, document):
    document.show(eased(Bezier(0.02, 0.6, 0.9, 0.9)))
    press(track, 0, Qt.Key.Key_Left)
    assert easing(document) == Bezier(0.0, 0.6, 0.9, 0.9)


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_delete_makes_the_curve_straight(track, document, key):
    document.show(eased(Bezier(0.4, 0.6, 0.9, 0.9)))
    press(track, 1, key)
    assert easing(document) is Easing.LINEAR


def test_the_tab_key_comes_to_both_handles(qtbot, track):
    track.handles[0].setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(track.handles[0].hasFocus)
    QTest.keyClick(track.handles[0], Qt.Key.Key_Tab)
    assert track.handles[1].hasFocus()


@pytest.mark.parametrize(
    ("key", "modifiers", "claimed"),
    [
        (Qt.Key.Key_Left, NONE, True),
        (Qt.Key.Key_Up, SHIFT, True),
        (Qt.Key.Key_Delete, NONE, True),
        (Qt.Key.Key_Right, ALT, False),
        (Qt.Key.Key_Space, NONE, False),
    ],
)
def test_the_keys_of_a_handle_are_kept_from_the_windows_shortcuts(track, key, modifiers, claimed):
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifiers)
    event.ignore()
    QApplication.sendEvent(track.handles[0], event)
    assert event.isAccepted() == claimed


def test_the_focus_is_seen(qtbot, track):
    handle, other = track.handles
    other.setFocus()
    qtbot.waitUntil(other.hasFocus)
    before = handle.grab().toImage()
    handle.setFocus()
    qtbot.waitUntil(handle.hasFocus)
    assert handle.grab().toImage() != before


def test_a_screen_reader_hears_which_handle_it_is_and_where(track, playhead):
    playhead.move_to(13)
    first, second = track.handles
    assert first.accessibleName() == "First handle of way 2"
    assert second.accessibleName() == "Second handle of way 2"
    assert second.accessibleDescription() == "67 % of the time, 67 % of the way"
    assert second.toolTip().startswith("Second handle of way 2: 67 % of the time, 67 % of the way\n")


def test_showing_a_walk_edits_nothing(qtbot, track):
    with qtbot.assertNotEmitted(track.edited):
        track.show_walk(eased(Bezier(0.4, 0.6, 0.9, 0.9)))
        track.show_walk(Walk(path=OTHERS[0]))
