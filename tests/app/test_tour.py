"""What a newcomer is shown once."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAction, QKeySequence
from PySide6.QtWidgets import QLineEdit, QMainWindow, QWidget

from sd3explorer.app import theme
from sd3explorer.app.tour import Tour


@pytest.fixture
def window(qtbot):
    window = QMainWindow()
    window.resize(960, 600)
    window.stopped = []
    stop = QAction("Stop", window, shortcut=QKeySequence("Esc"))
    stop.triggered.connect(lambda: window.stopped.append(True))
    window.addAction(stop)
    inside = QWidget()
    window.setCentralWidget(inside)
    places = (QRect(0, 60, 310, 350), QRect(10, 10, 90, 30), QRect(700, 400, 250, 90))
    window.about = [QLineEdit(inside), *(QWidget(inside) for _ in range(2))]
    for widget, place in zip(window.about, places, strict=True):
        widget.setGeometry(place)
    window.tour = Tour(window, *window.about)
    qtbot.addWidget(window)
    window.show()
    return window


def test_it_comes_once_and_never_again_by_itself(window):
    window.tour.begin_once()
    assert window.tour.text.startswith("Say what to see: ")
    window.tour.end()
    assert window.tour.text == ""
    window.tour.begin_once()
    assert window.tour.text == ""


def test_a_window_that_closes_in_its_midst_was_enough(qtbot, window):
    window.tour.begin_once()
    again = Tour(window, *window.about)
    again.begin_once()
    assert again.text == ""


def test_it_has_three_steps_and_can_begin_again(window):
    window.tour.begin_once()
    seen = []
    while window.tour.text:
        seen.append(window.tour.text.partition(":")[0])
        window.tour.go_on.click()
    assert seen == ["Say what to see", "Render", "Take it with you"]
    window.tour.begin()
    assert window.tour.text.startswith("Say what to see")


@pytest.mark.parametrize("focus", [0, None])
def test_escape_closes_it_wherever_the_keyboard_is_and_stops_nothing(qtbot, window, focus):
    window.tour.begin()
    (window.about[focus] if focus is not None else window.tour.go_on).setFocus()
    target = window.focusWidget()
    qtbot.keyClick(target, Qt.Key.Key_Escape)
    assert window.tour.text == ""
    assert window.stopped == []


def test_after_it_escape_is_what_it_was(qtbot, window):
    window.tour.begin()
    window.tour.skip.click()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert window.stopped == [True]


@pytest.mark.parametrize("size", [(960, 600), (1440, 900)])
def test_it_is_whole_in_the_window_and_beside_what_it_is_about(window, size):
    window.resize(*size)
    window.tour.begin()
    for about in window.about:
        target = QRect(about.mapTo(window, QPoint()), about.size())
        assert window.rect().contains(window.tour.geometry())
        assert not target.intersects(window.tour.geometry())
        assert window.tour._outline.geometry().intersects(target)
        window.tour.go_on.click()


def test_nothing_waits_for_it(qtbot, window):
    window.about[0].setFocus()
    window.tour.begin()
    assert window.focusWidget() is window.about[0]
    qtbot.keyClicks(window.about[0], "a cat")
    assert window.about[0].text() == "a cat"


def test_screen_readers_read_its_step(window):
    window.tour.begin()
    window.tour.go_on.click()
    reader = QAccessible.queryAccessibleInterface(window.tour)
    assert reader.text(QAccessible.Text.Name) == "Tour, 2 of 3"
    assert reader.text(QAccessible.Text.Description).startswith("Render: ")


def test_it_names_the_key_that_renders(window):
    window.tour.show_keys({"render": "F9"})
    window.tour.begin()
    window.tour.go_on.click()
    assert window.tour.text.endswith(" F9 does the same.")
    window.tour.show_keys({"render": ""})
    window.tour.begin()
    window.tour.go_on.click()
    assert "does the same" not in window.tour.text


@pytest.mark.parametrize("scheme", [theme.LIGHT, theme.DARK])
def test_it_has_the_colours_of_the_scheme(qapp, window, scheme):
    window.tour.begin()
    theme.show(qapp, scheme)
    assert scheme.raised.name() in window.tour.styleSheet()
    theme.choose(qapp, theme.Scheme.SYSTEM)
