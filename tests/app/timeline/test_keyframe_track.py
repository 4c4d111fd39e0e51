"""Keyframes as diamonds: selecting and moving them."""

from dataclasses import replace
from fractions import Fraction

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QToolTip

from sd3explorer.app.theme import colours
from sd3explorer.app.timeline.keyframe_track import KeyframeTrack
from sd3explorer.walk.editing import keyframe_frames, with_keyframe_at
from sd3explorer.walk.paths import Blend, Hold, Keyframe, Morph, Pin, Prompts, Weights
from sd3explorer.walk.spots import Placement
from sd3explorer.walk.timing import Motion, Timing
from sd3explorer.walk.walk import Walk
from tests.app.timeline.dog_cat_fox import WALK

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def track(qtbot, axis, playhead, document):
    track = KeyframeTrack(axis, playhead)
    qtbot.addWidget(track)
    track.resize(1024, 24)
    track.edited.connect(document.edit)
    document.walk_changed.connect(track.show_walk)
    track.show_walk(document.walk)
    track.show()
    return track


@pytest.fixture
def drag(qtbot, axis, track):
    def drag_through(*frames):
        places = [QPoint(round(axis.centre(frame)), 12) for frame in frames]
        qtbot.mousePress(track, LEFT, pos=places[0])
        for place in places[1:]:
            qtbot.mouseMove(track, place)
        qtbot.mouseRelease(track, LEFT, pos=places[-1])

    return drag_through


def colour_at(track, axis, frame):
    return track.grab().toImage().pixelColor(round(axis.centre(frame)), 12)


def test_there_is_a_diamond_at_each_keyframe(axis, track):
    amber = colours(track).accent
    assert [frame for frame in range(25) if colour_at(track, axis, frame) == amber] == [0, 12, 24]


@pytest.mark.parametrize(
    ("prompts", "selected"),
    [
        (("dog", "cat", "wolf"), 2),
        (("owl", "bee", "ant"), None),
        (("owl", "bee", "ant", "cow"), None),
        (("dog", "owl", "cat", "fox"), 3),
        (("cat", "fox"), 1),
        (("dog", "cat"), None),
    ],
)
def test_a_selection_stays_with_its_keyframe_and_ends_with_it(track, prompts, selected):
    names = tuple(keyframe.prompt for keyframe in WALK.path.keyframes)
    assert names == ("dog", "cat", "fox")
    track.select(2)
    track.show_walk(replace(WALK, path=Morph(tuple(map(Keyframe, prompts)))))
    assert track.selected == selected


def test_where_the_selection_has_ended_nothing_is_deleted(track):
    edits = []
    track.edited.connect(lambda *edit: edits.append(edit))
    track.select(2)
    track.show_walk(replace(WALK, path=Morph(tuple(map(Keyframe, ("owl", "bee", "ant"))))))
    assert track.selected is None
    track.remove_action.trigger()
    assert edits == []


def test_a_path_without_keyframes_has_none_and_takes_no_focus(axis, track):
    track.show_walk(Walk(path=Hold(Prompts("dog")), timing=Timing(25)))
    assert colour_at(track, axis, 0) != colours(track).accent
    assert track.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_a_click_selects_a_keyframe_and_brings_the_playhead(drag, playhead, track):
    drag(12)
    assert track.selected == 1
    assert playhead.index == 12


def test_a_click_beside_the_diamonds_brings_the_playhead(drag, playhead, track):
    drag(5)
    assert track.selected is None
    assert playhead.index == 5


def test_dragging_a_diamond_moves_its_keyframe(drag, document):
    drag(12, 13, 16, 17)
    assert keyframe_frames(document.walk) == [0, 17, 24]


def test_the_playhead_goes_along(drag, playhead):
    drag(12, 17)
    assert playhead.index == 17


def test_one_drag_is_one_undo(drag, document):
    drag(12, 13, 16, 17)
    document.undo_stack.undo()
    assert document.walk == WALK


def test_the_next_drag_is_undone_by_itself(drag, document):
    drag(12, 13, 16)
    drag(16, 18, 20)
    document.undo_stack.undo()
    assert keyframe_frames(document.walk) == [0, 16, 24]


def test_a_keyframe_stops_before_the_next_one(drag, document):
    drag(12, 30)
    assert keyframe_frames(document.walk) == [0, 23, 24]


@pytest.mark.parametrize("end", [0, 24])
def test_the_ends_stay(drag, document, end):
    drag(end, 10)
    assert document.walk == WALK


def test_dragging_nothing_moves_no_keyframe(drag, document):
    drag(5, 12, 15)
    assert document.walk == WALK


def test_a_double_click_beside_the_diamonds_asks_for_a_keyframe(qtbot, axis, track):
    with qtbot.waitSignal(track.keyframe_asked) as asked:
        qtbot.mouseDClick(track, LEFT, pos=QPoint(round(axis.centre(5)), 12))
    assert asked.args == [5]


def test_the_second_press_of_a_double_click_drags_a_diamond_like_any_other(qtbot, axis, track, document):
    here, there = (QPoint(round(axis.centre(frame)), 12) for frame in (12, 17))
    with qtbot.assertNotEmitted(track.keyframe_asked):
        # QTest lets go at the end of a double click.
        for kind, place in ((QEvent.Type.MouseButtonDblClick, here), (QEvent.Type.MouseMove, there)):
            at = QPointF(place)
            QApplication.sendEvent(track, QMouseEvent(kind, at, track.mapToGlobal(at), LEFT, LEFT, NONE))
    assert keyframe_frames(document.walk) == [0, 17, 24]


def test_arrows_select_keyframes(qtbot, track, playhead):
    playhead.move_to(11)
    qtbot.keyClick(track, Qt.Key.Key_Right)
    assert (track.selected, playhead.index) == (1, 12)
    qtbot.keyClick(track, Qt.Key.Key_Right)
    qtbot.keyClick(track, Qt.Key.Key_Right)
    assert (track.selected, playhead.index) == (2, 24)
    qtbot.keyClick(track, Qt.Key.Key_Left)
    assert (track.selected, playhead.index) == (1, 12)


def test_alt_and_an_arrow_move_the_selected_keyframe_by_a_frame(qtbot, track, document):
    track.select(1)
    qtbot.keyClick(track, Qt.Key.Key_Left, ALT)
    qtbot.keyClick(track, Qt.Key.Key_Left, ALT)
    assert keyframe_frames(document.walk) == [0, 10, 24]


def test_delete_takes_the_selected_keyframe_out(qtbot, track, document):
    track.select(1)
    qtbot.keyClick(track, Qt.Key.Key_Delete)
    assert keyframe_frames(document.walk) == [0, 24]
    assert document.undo_stack.undoText() == "Delete keyframe"
    qtbot.keyClick(track, Qt.Key.Key_Delete)
    assert keyframe_frames(document.walk) == [0, 24]
    assert QToolTip.text() == "A walk needs two keyframes"
    QToolTip.hideText()


def test_a_blend_has_diamonds_too(qtbot, track, document, drag):
    pins = (Pin("a dog"), Pin("a cat"))
    weights = (Weights((1.0, 0.0)), Weights((0.5, 0.5)), Weights((0.0, 1.0)))
    document.edit(Walk(path=Blend(pins, weights), timing=Timing(25)), "Blend")
    assert (
        track._text_of(1)
        == "Keyframe 2 of 3, frame 13: dog 50\N{NO-BREAK SPACE}% · cat 50\N{NO-BREAK SPACE}%"
    )
    drag(12, 18)
    assert keyframe_frames(document.walk) == [0, 18, 24]
    assert track.selected == 1
    qtbot.keyClick(track, Qt.Key.Key_Delete)
    assert [each.weights for each in document.walk.path.keyframes] == [(1.0, 0.0), (0.0, 1.0)]


def test_the_tab_key_selects_the_nearest_keyframe(qtbot, track, playhead):
    playhead.move_to(20)
    track.clearFocus()
    track.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(track.hasFocus)
    assert track.selected == 2


def test_the_arrows_are_kept_from_the_windows_shortcuts(track):
    for key, modifiers, claimed in (
        (Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier, True),
        (Qt.Key.Key_Right, ALT, True),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier, False),
        (Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, False),
    ):
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifiers)
        event.ignore()
        QApplication.sendEvent(track, event)
        assert event.isAccepted() == claimed


def test_a_screen_reader_hears_the_selected_keyframe(track):
    track.select(1)
    assert track.accessibleDescription() == "Keyframe 2 of 3, frame 13: cat"


def test_the_tooltip_names_the_keyframe(axis, track):
    place = QPoint(round(axis.centre(12)), 12)
    QApplication.sendEvent(track, QHelpEvent(QEvent.Type.ToolTip, place, track.mapToGlobal(place)))
    assert QToolTip.text() == "Keyframe 2 of 3, frame 13: cat"
    QToolTip.hideText()


def test_a_keyframe_that_is_gone_is_not_selected(track):
    track.select(2)
    track.show_walk(Walk(path=Morph((Keyframe("dog"), Keyframe("cat"))), timing=Timing(25)))
    assert track.selected is None


def test_showing_a_walk_edits_nothing(qtbot, track):
    with qtbot.assertNotEmitted(track.edited):
        track.show_walk(Walk(timing=Timing(9)))


@pytest.fixture
def placed(document):
    """An even walk whose second keyframe is on its ninth frame."""
    even = replace(WALK, timing=Timing(25, motion=Motion.EVEN))
    spots = [Fraction(frame, 8) for frame in range(8)] + [1 + Fraction(frame, 16) for frame in range(17)]
    document.show(replace(even, placement=Placement(even.placement_key(), tuple(spots))))
    return document.walk


def test_the_diamonds_of_an_even_walk_are_where_its_frames_show_them(axis, track, placed):
    amber = colours(track).accent
    assert [frame for frame in range(25) if colour_at(track, axis, frame) == amber] == [0, 8, 24]


def test_a_drag_in_an_even_walk_counts_from_where_it_began(drag, document, playhead, placed):
    drag(8, 9, 11, 12)
    assert document.walk == with_keyframe_at(placed, 1, 12)
    assert playhead.index == 12


def test_a_diamond_stays_under_the_pointer_while_places_are_looked_for(qtbot, axis, track, placed):
    points = [QPoint(round(axis.centre(frame)), 12) for frame in (8, 13)]
    qtbot.mousePress(track, LEFT, pos=points[0])
    qtbot.mouseMove(track, points[1])
    # As it is known to be now, though that isn't where it is dragged to.
    track.show_walk(placed)
    assert colour_at(track, axis, 13) == colours(track).accent
    assert colour_at(track, axis, 8) != colours(track).accent
    qtbot.mouseRelease(track, LEFT, pos=points[1])
    assert colour_at(track, axis, 8) == colours(track).accent


@pytest.mark.parametrize(
    "other",
    [
        replace(WALK, stars=("a star",)),
        replace(WALK, title="Another", path=Morph((Keyframe("owl"), Keyframe("cat"), Keyframe("bee")))),
    ],
)
def test_a_drag_ends_where_something_else_is_done_meanwhile(qtbot, axis, track, document, other):
    points = [QPoint(round(axis.centre(frame)), 12) for frame in (12, 13, 16)]
    qtbot.mousePress(track, LEFT, pos=points[0])
    qtbot.mouseMove(track, points[1])
    document.show(other)
    qtbot.mouseMove(track, points[2])
    qtbot.mouseRelease(track, LEFT, pos=points[2])
    assert document.walk == other


def test_keys_move_the_keyframe_of_an_even_walk(qtbot, track, document, placed):
    track.select(1)
    qtbot.keyClick(track, Qt.Key.Key_Right, ALT)
    assert document.walk == with_keyframe_at(placed, 1, 9)
