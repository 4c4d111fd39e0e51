"""A part of a panel that can be folded away."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel

from sd3explorer.app.section import Section


@pytest.fixture
def make(qtbot):
    def make():
        section = Section("timing", "TIMING", QLabel("beside"))
        section.inside = QLabel("inside")
        section.body.addWidget(section.inside)
        qtbot.addWidget(section)
        section.show()
        return section

    return make


def test_its_heading_folds_it_away_and_back(qtbot, make):
    section = make()
    height = section.sizeHint().height()
    assert section.inside.isVisible()
    qtbot.mouseClick(section.heading, Qt.MouseButton.LeftButton)
    assert section.folded
    assert not section.inside.isVisible()
    assert section.sizeHint().height() < height
    qtbot.keyClick(section.heading, Qt.Key.Key_Space)
    assert section.inside.isVisible()


def test_it_is_as_it_was_left(make):
    assert not make().folded
    section = make()
    section.heading.click()
    assert make().folded


def test_screen_readers_say_whether_it_is_open(make):
    section = make()
    reader = QAccessible.queryAccessibleInterface(section.heading)
    assert reader.text(QAccessible.Text.Name) == "TIMING"
    assert reader.text(QAccessible.Text.Description) == "open"
    section.heading.click()
    assert reader.text(QAccessible.Text.Description) == "folded"
