"""What fits on a screen."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from sd3explorer.app.screen import resize_within_screen


def test_a_window_gets_the_size_that_is_asked_for_where_there_is_room(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    resize_within_screen(window, QSize(300, 200))
    assert window.size() == QSize(300, 200)


def test_no_window_begins_larger_than_the_screen_with_its_frame(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    room = window.screen().availableSize()
    resize_within_screen(window, QSize(300, 9999))
    assert window.width() == 300
    assert room.height() - 100 < window.height() < room.height()
