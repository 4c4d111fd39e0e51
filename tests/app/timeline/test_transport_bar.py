"""The row above the timeline."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from sd3explorer.app.playhead import Playhead
from sd3explorer.app.shortcuts import key_names
from sd3explorer.app.timeline.transport_bar import TransportBar
from sd3explorer.walk.timing import Timing
from sd3explorer.walk.walk import Walk
from tests.app.fake_frames import FakeFrames

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def playhead(qapp):
    playhead = Playhead()
    playhead.set_walk(Walk(timing=Timing(25)))
    playhead.move_to(10)
    return playhead


@pytest.fixture
def bar(qtbot, playhead):
    bar = TransportBar(FakeFrames(Walk()), playhead)
    qtbot.addWidget(bar)
    bar.resize(1000, bar.sizeHint().height())
    bar.show()
    yield bar
    playhead.pause()


def button(bar, name):
    buttons = bar.findChildren(QAbstractButton)
    return next(button for button in buttons if name in (button.accessibleName(), button.text()))


@pytest.mark.parametrize(
    ("name", "index"), [("First frame", 0), ("Previous frame", 9), ("Next frame", 11), ("Last frame", 24)]
)
def test_buttons_move_the_playhead(qtbot, playhead, bar, name, index):
    qtbot.mouseClick(button(bar, name), LEFT)
    assert playhead.index == index


def test_play_becomes_pause_and_back(qtbot, playhead, bar):
    play = button(bar, "Play")
    qtbot.mouseClick(play, LEFT)
    assert (playhead.playing, play.text()) == (True, "Pause")
    qtbot.mouseClick(play, LEFT)
    assert (playhead.playing, play.text()) == (False, "Play")


def test_nothing_moves_aside_when_play_becomes_pause(playhead, bar):
    before = button(bar, "Next frame").x()
    playhead.play()
    bar.layout().activate()
    assert button(bar, "Next frame").x() == before


def test_every_button_has_a_name(bar):
    shown = [one for one in bar.findChildren(QAbstractButton) if one.isVisible()]
    assert len(shown) > 4
    assert all(one.accessibleName() or one.text() for one in shown)


@pytest.mark.parametrize(
    ("name", "signal"), [("Zoom in", "zoom_in"), ("Zoom out", "zoom_out"), ("Show all frames", "zoom_to_fit")]
)
def test_zoom_buttons_ask_for_it(qtbot, bar, name, signal):
    with qtbot.waitSignal(getattr(bar, signal)):
        qtbot.mouseClick(button(bar, name), LEFT)


def test_the_tab_key_goes_from_left_to_right(qtbot, bar):
    chain = [bar]
    while (following := chain[-1].nextInFocusChain()) is not bar:
        chain.append(following)
    buttons = [one for one in chain if isinstance(one, QAbstractButton)]
    places = [one.mapTo(bar, one.rect().topLeft()).x() for one in buttons]
    assert len(places) == 12
    assert places == sorted(places)


def test_the_speed_is_chosen_from_a_menu_and_shown(bar, playhead):
    button = bar._pace
    assert (button.text(), button.accessibleName()) == ("1×", "Speed of playback: 1×")
    [quarter, *_] = button.menu().actions()
    assert quarter.text() == "0.25×"
    quarter.trigger()
    assert playhead.pace == 0.25
    assert button.text() == "0.25×"
    playhead.step_pace(1)
    assert [action.text() for action in button.menu().actions() if action.isChecked()] == ["0.5×"]


def test_its_hint_names_the_keys_that_were_chosen(bar):
    assert bar._hint.text() == "J K L · ← → step · Space play · I make keyframe"
    bar.show_keys(key_names({"play": "P", "make_keyframe": "", "pause": ""}))
    assert bar._hint.text() == "J L · ← → step · P play"
    bar.show_keyframes(False)
    bar.show_keys(key_names({}))
    assert bar._hint.text() == "J K L · ← → step · Space play"
