"""Where the keyboard goes when the control that had it goes away."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QTabBar, QVBoxLayout, QWidget

from sd3explorer.app.focus_guard import FocusGuard
from sd3explorer.app.messages import MessageBar


class Window(QWidget):
    """A message bar, a card with a field, and a tab bar, which is next in the order of the Tab key."""

    def __init__(self):
        super().__init__()
        self.home, self.bar, self.card = QWidget(), MessageBar(), QWidget()
        self.home.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.field, self.button, self.kinds = QLineEdit(), QPushButton("Keep"), QTabBar()
        QVBoxLayout(self.card).addWidget(self.field)
        column = QVBoxLayout(self)
        for widget in (self.bar, self.card, self.button, self.kinds, self.home):
            column.addWidget(widget)
        FocusGuard(self.home)


@pytest.fixture
def window(qtbot):
    window = Window()
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def test_a_message_that_was_answered_leaves_the_keyboard_to_the_home(qtbot, window):
    window.bar.show_message("an earlier session ended", actions=[("Restore", lambda: None)])
    restore = next(each for each in window.bar.findChildren(QPushButton) if each.text() == "Restore")
    restore.setFocus()
    qtbot.mouseClick(restore, Qt.MouseButton.LeftButton)
    assert window.home.hasFocus()


def test_a_card_that_is_taken_away_leaves_the_keyboard_to_the_home(window):
    window.field.setFocus()
    window.card.hide()
    assert window.home.hasFocus()


def test_a_button_that_cannot_be_pressed_any_more_leaves_the_keyboard_to_the_home(window):
    window.button.setFocus()
    window.button.setEnabled(False)
    assert window.home.hasFocus()


def test_whoever_moves_the_keyboard_on_keeps_it(qtbot, window):
    window.field.setFocus()
    qtbot.keyClick(window.field, Qt.Key.Key_Tab)
    assert window.button.hasFocus()
    window.button.hide()
    window.field.setFocus()
    assert window.field.hasFocus()


def test_a_dialog_that_closes_leaves_the_keyboard_as_it_was(qtbot, window):
    window.field.setFocus()
    dialog = QWidget(window, Qt.WindowType.Dialog)
    inside = QLineEdit(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    inside.setFocus()
    dialog.close()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    assert window.field.hasFocus()
