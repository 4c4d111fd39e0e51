"""The message bar: quiet, and complete for those who want to know more."""

import logging
import re

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QToolButton, QWidget

from sd3explorer.app.messages import MARGIN, MessageBar


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


@pytest.fixture
def over(qtbot, bar):
    """A bar over a picture of some size, which it leaves as it is."""
    picture = bar.parentWidget()
    bar.lay_over(picture, 40)
    picture.resize(500, 300)
    return picture


CHOICES = [(text, lambda: None) for text in ("Overwrite", "Load its changes", "Save as…")]


@pytest.mark.parametrize("size", [(340, 250), (500, 300), (1600, 900)])
def test_over_a_picture_it_is_as_large_as_what_it_says(qtbot, bar, over, size):
    bar.show_message("x" * 40 + " /tmp/" + "folder/" * 400, "details", CHOICES)
    over.resize(*size)
    label = next(each for each in bar.findChildren(QLabel) if each.text().startswith("Xxxx"))
    qtbot.waitUntil(lambda: label.height() >= label.heightForWidth(label.width()))
    assert over.rect().adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN).contains(bar.geometry())
    shown = [each for each in bar.findChildren(QPushButton) if each.isVisible()]
    assert [each.text() for each in shown] == ["Details", "Overwrite", "Load its changes", "Save as…"]
    for each in shown:
        assert bar.rect().contains(each.geometry())
        assert each.width() >= each.sizeHint().width()
        assert each.height() >= each.sizeHint().height()
    high = bar.height()
    bar.show_message("saved", level="info")
    qtbot.waitUntil(lambda: bar.height() < high)
    assert bar.y() == 40


def test_the_keyboard_goes_through_its_buttons_as_they_are_seen(qtbot, bar, over):
    bar.show_message("can't be saved", "errno 28", CHOICES)
    qtbot.waitUntil(bar.isVisible)
    reached = [button(bar, "Overwrite")]
    reached[0].setFocus()
    for _ in range(4):
        qtbot.keyClick(reached[-1], Qt.Key.Key_Tab)
        reached.append(bar.window().focusWidget())
    names = [each.text() or each.accessibleName() for each in reached]
    assert names == ["Overwrite", "Load its changes", "Save as…", "Details", "Dismiss the message"]


def whole(label):
    return label.text().replace("\N{ZERO WIDTH SPACE}", "")


@pytest.mark.parametrize(
    "name", ["stable_diffusion_3_medium_of_last_week.safetensors", "w" * 60, "/tmp" * 20]
)
def test_a_name_that_is_longer_than_a_line_is_broken_and_others_are_not(bar, over, name):
    over.resize(340, 250)
    bar.show_message(f"stable_diffusion {name} can't be read")
    label = next(each for each in bar.findChildren(QLabel) if "read" in each.text())
    assert whole(label) == f"stable_diffusion {name} can't be read"
    assert label.text().startswith("stable_diffusion ")
    pieces = re.split("[ \N{ZERO WIDTH SPACE}]", label.text())
    assert all(label.fontMetrics().horizontalAdvance(piece) <= label.width() for piece in pieces)


@pytest.mark.parametrize("size", [(340, 250), (1600, 900)])
def test_once_it_has_its_size_it_rests(qtbot, bar, over, monkeypatch, size):
    over.resize(*size)
    bar.show_message("x" * 40 + " /tmp/" + "folder/" * 400, "details", CHOICES)
    fitted = []
    monkeypatch.setattr(bar, "_fit", lambda: fitted.append(type(bar)._fit(bar)))
    qtbot.wait(100)
    assert len(fitted) < 20
    before = len(fitted)
    qtbot.wait(50)
    assert len(fitted) == before


def test_no_more_is_left_out_than_must_be(bar, over):
    over.resize(340, 250)
    text = "What is long is " + "very " * 90 + "long"
    bar.show_message(text)
    label = next(each for each in bar.findChildren(QLabel) if each.text().startswith("What"))
    assert 180 <= len(whole(label)) < len(text)


@pytest.mark.parametrize("details", ["errno 28", ""])
def test_what_there_is_no_room_for_is_in_the_details(bar, over, details):
    text = "/tmp/" + "folder/" * 400 + "walk.sd3walk can't be written"
    bar.show_message(text, details)
    label = next(each for each in bar.findChildren(QLabel) if whole(each).startswith("/tmp"))
    assert len(label.text()) < 500
    assert whole(label).endswith("walk.sd3walk can't be written")
    assert bar.text == text
    assert button(bar, "Details").isVisible()
    assert bar.findChild(QPlainTextEdit).toPlainText() == f"{text}\n\n{details}".strip()
    bar.show_message("saved", level="info")
    assert not button(bar, "Details").isVisible()


def test_clicks_on_a_message_do_not_reach_what_is_under_it(qtbot, bar, over):
    class Picture(QWidget):
        pressed = 0

        def mousePressEvent(self, event):  # noqa: N802
            self.pressed += 1

    picture = Picture()
    qtbot.addWidget(picture)
    bar.lay_over(picture, 0)
    picture.show()
    bar.show_message("the disk is full")
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert picture.pressed == 0


def test_screen_readers_say_it_and_the_keyboard_stays_where_it_is(qtbot, bar, monkeypatch):
    said = []
    monkeypatch.setattr(
        QAccessible, "updateAccessibility", lambda event: said.append((event.message(), event.politeness()))
    )
    before = bar.window().focusWidget()
    bar.show_message("the disk is full")
    bar.show_message("saved", level="info")
    how = QAccessible.AnnouncementPoliteness
    assert said == [("The disk is full", how.Assertive), ("Saved", how.Polite)]
    assert bar.accessibleDescription() == "Saved"
    assert bar.window().focusWidget() is before
