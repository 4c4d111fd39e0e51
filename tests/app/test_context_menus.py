"""Menus of what is under the pointer or has the keyboard."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from sd3explorer.app.context_menus import FRAME, KEYFRAME, PICTURE, MenuKey, popup_menu
from sd3explorer.app.menus.table import table

IDS = {entry.id for entry in table()}


@pytest.mark.parametrize("names", [FRAME, KEYFRAME, PICTURE])
def test_menus_are_made_of_actions_that_there_are(names):
    assert {name for name in names if name} <= IDS


def test_a_menu_has_actions_lines_and_what_else_is_said(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    actions = {name: QAction(name, window) for name in ("star", "explore")}
    more = QAction("Delete", window)
    menu = popup_menu(window, actions, ("star", None, "explore"), QPoint(), [more])
    assert [action.text() for action in menu.actions()] == ["star", "", "explore", "Delete"]
    menu.close()


class Asked(QWidget):
    """Counts how often its menu is asked for."""

    def __init__(self):
        super().__init__()
        self.asked = []

    def contextMenuEvent(self, event):  # noqa: N802
        self.asked.append(event.reason())


def test_shift_and_f10_ask_what_has_the_keyboard_for_its_menu(qtbot):
    window = Asked()
    qtbot.addWidget(window)
    MenuKey(window)
    with qtbot.waitExposed(window):
        window.show()
    window.setFocus()
    qtbot.waitUntil(window.hasFocus)
    qtbot.keyClick(window, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    assert [reason.name for reason in window.asked] == ["Keyboard"]
