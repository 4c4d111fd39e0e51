"""Full screen: only the picture, and where the playhead is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from sd3explorer.app.frames.states import FrameState
from sd3explorer.app.playhead import Playhead
from sd3explorer.app.preview.full_screen import FullScreen
from sd3explorer.walk.timing import Timing
from sd3explorer.walk.walk import Walk
from tests.app.fake_frames import FakeFrames

WALK = Walk(timing=Timing(8, 1.0))


class Pictures(FakeFrames):
    def image(self, index):
        # Twice as wide as it is high.
        image = self.thumbnail(index)
        return image and image.scaled(16, 8)

    def nearest(self, index):
        return None

    def denoising(self, index):
        return None


@pytest.fixture
def screen(qtbot):
    """Full screen over a window with frames that take a second each."""
    window = QWidget()
    qtbot.addWidget(window)
    window.frames = Pictures(WALK)
    window.frames.set_state(0, 7, FrameState.DONE)
    window.playhead = Playhead(window)
    window.playhead.set_walk(WALK)
    action = QAction("Star", window, shortcut="S")
    screen = FullScreen(window.frames, window.playhead, [action], window)
    screen.window_below, screen.star = window, action
    with qtbot.waitExposed(screen):
        screen.toggle()
    yield screen
    screen.close()
    window.playhead.pause()


def at(screen, x, y):
    return screen.grab().toImage().pixelColor(x, y)


def test_it_plays_as_soon_as_it_is_there(screen):
    assert screen.isFullScreen()
    assert screen.window_below.playhead.playing


def test_nothing_but_the_picture_is_there_on_black(screen):
    width, height = screen.width(), screen.height()
    assert at(screen, width // 2, 1) == Qt.GlobalColor.black
    assert at(screen, width // 2, height // 2) == screen.window_below.frames.colour(0)


def test_it_follows_the_playhead_with_a_line_below(screen):
    head = screen.window_below.playhead
    head.pause()
    left, right = 3, screen.width() - 3
    bottom = screen.height() - 2
    before = at(screen, left, bottom), at(screen, right, bottom)
    head.move_to(7)
    assert (at(screen, left, bottom), at(screen, right, bottom)) == before[::-1]
    assert at(screen, screen.width() // 2, screen.height() // 2) == screen.window_below.frames.colour(7)
    head.set_range(range(2))
    assert at(screen, left, bottom) not in before


def test_keys_of_the_window_do_what_they_do(qtbot, screen):
    with qtbot.waitSignal(screen.star.triggered):
        qtbot.keyClick(screen, Qt.Key.Key_S)


@pytest.mark.parametrize("leave", ["key", "double click", "again"])
def test_one_gets_out_and_what_was_not_playing_rests(qtbot, screen, leave):
    if leave == "key":
        qtbot.keyClick(screen, Qt.Key.Key_Escape)
    elif leave == "double click":
        qtbot.mouseDClick(screen, Qt.MouseButton.LeftButton)
    else:
        screen.toggle()
    assert not screen.isVisible()
    assert not screen.window_below.playhead.playing


def test_what_was_playing_before_plays_on(qtbot, screen):
    screen.close()
    screen.window_below.playhead.play()
    screen.toggle()
    screen.close()
    assert screen.window_below.playhead.playing


def test_a_click_pauses_and_plays(qtbot, screen):
    qtbot.mouseClick(screen, Qt.MouseButton.LeftButton)
    assert not screen.window_below.playhead.playing
    qtbot.mouseClick(screen, Qt.MouseButton.LeftButton)
    assert screen.window_below.playhead.playing


def test_the_pointer_is_seen_only_while_it_moves(qtbot, screen):
    assert screen.cursor().shape() == Qt.CursorShape.BlankCursor
    qtbot.mouseMove(screen, screen.rect().center())
    qtbot.waitUntil(lambda: screen.cursor().shape() == Qt.CursorShape.ArrowCursor)
    screen._pointer.setInterval(0)
    screen._pointer.start()
    qtbot.waitUntil(lambda: screen.cursor().shape() == Qt.CursorShape.BlankCursor)
