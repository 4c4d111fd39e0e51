"""The message bar: quiet, and complete for those who want to know more."""

import logging

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QToolButton, QWidget

from sd3explorer.app.messages import MessageBar


@pytest.fixture
def bar(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    bar = MessageBar(parent)
    parent.show()
    yield bar


def button(bar, text):
    return next(each for each in bar.findChildren(QPushButton) if each.text() == text)


def test_it_is_not_there_while_it_has_nothing_to_say(bar):
    assert not bar.isVisible()
    assert bar.text == ""


def test_it_says_a_sentence(bar):
    bar.show_message("the disk is full; free some space")
    assert bar.isVisible()
    assert bar.text == "The disk is full; free some space"
    assert bar.level == "error"


def test_what_it_says_is_logged(bar, caplog):
    with caplog.at_level(logging.INFO, "sd3explorer"):
        bar.show_message("the disk is full; free some space")
        bar.show_message("saved", level="info")
    assert [(record.levelname, record.getMessage()) for record in caplog.records] == [
        ("ERROR", "the disk is full; free some space"),
        ("INFO", "saved"),
    ]


def test_a_name_at_its_beginning_is_left_as_it_is(bar):
    bar.show_message("timing.frames: must be 1 or more")
    assert bar.text.startswith("timing.frames")


def test_it_is_gone_when_dismissed(qtbot, bar):
    bar.show_message("the disk is full")
    qtbot.mouseClick(bar.findChild(QToolButton), Qt.MouseButton.LeftButton)
    assert not bar.isVisible()


def test_details_are_shown_and_copied_on_demand(qtbot, bar):
    bar.show_message("the engine failed", "line 1\nline 2")
    box = bar.findChild(QPlainTextEdit)
    assert not box.isVisible()
    qtbot.mouseClick(button(bar, "Details"), Qt.MouseButton.LeftButton)
    assert box.isVisible()
    assert box.toPlainText() == "line 1\nline 2"
    qtbot.mouseClick(button(bar, "Copy details"), Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "The engine failed\n\nline 1\nline 2"


def test_without_details_there_is_nothing_to_open(bar):
    bar.show_message("saved", level="info")
    assert not button(bar, "Details").isVisible()


def test_an_action_is_done_and_the_message_goes(qtbot, bar):
    done = []
    bar.show_message("the engine failed", actions=[("Try again", lambda: done.append(True))])
    qtbot.mouseClick(button(bar, "Try again"), Qt.MouseButton.LeftButton)
    assert done == [True]
    assert not bar.isVisible()


def test_a_message_that_waits_for_an_answer_comes_back_after_another_one(qtbot, bar):
    bar.show_message("unsaved changes were kept", actions=[("Restore", lambda: None)])
    bar.show_message("the disk is full")
    assert bar.text == "The disk is full"
    bar.dismiss()
    assert bar.text == "Unsaved changes were kept"
    bar.dismiss()
    assert bar.text == ""


def test_a_message_that_is_not_true_any_more_is_taken_back(bar):
    bar.show_message("the model is not here", actions=[("Models…", lambda: None)])
    bar.show_message("the disk is full")
    bar.retract("the model is not here")
    bar.dismiss()
    assert bar.text == ""


def test_what_was_said_about_a_topic_is_taken_back_with_it(bar):
    bar.show_message("can't be saved", actions=[("Save as…", lambda: None)], topic="saving")
    bar.show_message("something else")
    bar.retract("saving")
    bar.dismiss()
    assert bar.text == ""


def test_only_the_last_word_about_a_topic_is_kept(bar):
    for text in ("disk full", "disk gone"):
        bar.show_message(text, actions=[("Save as…", lambda: None)], topic="saving")
    assert bar.text == "Disk gone"
    bar.dismiss()
    assert bar.text == ""


def test_news_goes_by_itself_and_errors_stay(qtbot, bar, monkeypatch):
    bar._passing.setInterval(1)
    bar.show_message("saved", level="info")
    qtbot.waitUntil(lambda: bar.text == "")
    bar.show_message("the disk is full")
    assert not bar._passing.isActive()


def test_the_actions_of_the_message_before_are_gone(qtbot, bar):
    bar.show_message("one", "details", actions=[("Try again", lambda: None)])
    bar.show_message("two")
    qtbot.waitUntil(lambda: not [b for b in bar.findChildren(QPushButton) if b.text() == "Try again"])
    assert bar.text == "Two"
    assert not button(bar, "Details").isVisible()


@pytest.mark.parametrize("width", [340, 480, 900])
def test_all_of_a_message_can_be_read_however_narrow_the_bar(qtbot, bar, width):
    text = "The engine ended 5 times without finishing a frame (signal 9); what it wrote is in engine.log"
    bar.show_message(text, "a long story", [("Try again", lambda: None)])
    bar.resize(width, 120)
    label = next(each for each in bar.findChildren(QLabel) if each.text() == text)
    again = button(bar, "Try again")
    qtbot.waitUntil(lambda: (again.y() < label.y() + label.height()) == (width == 900))
    assert label.width() >= 250
    assert label.height() >= label.heightForWidth(label.width())
    assert again.width() >= again.sizeHint().width()
