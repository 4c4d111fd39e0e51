"""A word when something that took long is done."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from sd3explorer.app.desktop import portal_message
from sd3explorer.app.document.document import Document
from sd3explorer.app.notices import Notices
from sd3explorer.app.preferences.remembered import Preferences
from sd3explorer.app.rendering.render_control import RenderState
from sd3explorer.walk.walk import Walk

WORKING = RenderState(working=True, done=3, total=64)
DONE = RenderState(done=64, total=64)


@pytest.fixture
def desk(qtbot):
    """Notices of a window at which nobody looks, where everything counts as long."""
    window = QWidget()
    qtbot.addWidget(window)
    document = Document(window)
    document.show(Walk(title="Dog to cat"))
    window.said = []
    window.unseen = True
    window.notices = Notices(
        document, window, lambda _, *words: window.said.append(words), lambda: window.unseen, least=0
    )
    return window


def test_the_end_of_rendering_is_said_once(desk):
    for state in (WORKING, WORKING, DONE, DONE):
        desk.notices.follow_rendering(state)
    assert desk.said == [("Dog to cat is rendered", "All frames are there: 64")]


def test_what_is_not_all_there_is_not_done(desk):
    desk.notices.follow_rendering(WORKING)
    desk.notices.follow_rendering(RenderState(done=40, total=64))
    assert desk.said == []


def test_frames_in_the_place_of_drafts_are_nothing_to_speak_of(desk):
    desk.notices.follow_rendering(RenderState(working=True, refining=True, done=64, total=64))
    desk.notices.follow_rendering(DONE)
    assert desk.said == []


def test_an_error_that_ends_rendering_is_said(desk):
    desk.notices.report_trouble("before anything was rendered")
    desk.notices.follow_rendering(WORKING)
    desk.notices.report_trouble("The GPU is gone")
    assert desk.said == [("Rendering stopped", "The GPU is gone")]


def test_the_end_of_an_export_is_said_once(desk):
    desk.notices.follow_saving(True)
    desk.notices.follow_saving(False)
    desk.notices.report_saved(Path("/films/dog.gif"))
    desk.notices.report_saved(Path("/films/dog.gif"))
    assert desk.said == [("dog.gif is saved", "/films/dog.gif")]


def test_an_export_that_failed_is_said(desk):
    desk.notices.report_not_saved("nothing was being saved")
    desk.notices.follow_saving(True)
    desk.notices.follow_saving(False)
    desk.notices.report_not_saved("The disk is full")
    assert desk.said == [("The export isn't saved", "The disk is full")]


def test_who_looks_on_is_not_notified(desk, monkeypatch):
    desk.unseen = False
    desk.notices.follow_rendering(WORKING)
    desk.notices.follow_rendering(DONE)
    assert desk.said == []


def test_what_did_not_take_long_is_nothing_to_speak_of(qtbot, desk):
    notices = Notices(Document(desk), desk, lambda *words: desk.said.append(words), lambda: True)
    notices.follow_rendering(WORKING)
    notices.follow_rendering(DONE)
    assert desk.said == []


@pytest.mark.parametrize("notifications", [False, True])
@pytest.mark.parametrize("sound", [False, True])
def test_words_and_sound_are_as_is_preferred(desk, monkeypatch, notifications, sound):
    beeps = []
    monkeypatch.setattr(QApplication, "beep", lambda: beeps.append(1))
    desk.notices.take_preferences(Preferences(notifications=notifications, sound=sound))
    desk.notices.follow_rendering(WORKING)
    desk.notices.follow_rendering(DONE)
    assert (bool(desk.said), bool(beeps)) == (notifications, sound)


def test_the_portal_is_asked_for_what_it_takes():
    pytest.importorskip("PySide6.QtDBus")
    message = portal_message("Dog to cat is rendered", "All frames are there: 64")
    assert message.member() == "AddNotification"
    assert message.arguments() == [
        "done",
        {"title": "Dog to cat is rendered", "body": "All frames are there: 64"},
    ]
