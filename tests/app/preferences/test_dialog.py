"""The preferences, in the window."""

import numpy as np
import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QMessageBox, QWidget

from sd3explorer.app import theme
from sd3explorer.app.preferences.dialog import PreferencesDialog
from sd3explorer.app.preferences.remembered import remember_scheme, remembered_scheme
from sd3explorer.app.theme import Scheme
from sd3explorer.render.store import FrameStore

A, B = "aa" + "0" * 62, "bb" + "0" * 62


@pytest.fixture
def frames(tmp_path):
    folder = tmp_path / "frames"
    before = FrameStore(folder)
    for digest in (A, B):
        before.put(digest, np.zeros((8, 8, 3), np.uint8))
    return FrameStore(folder)


@pytest.fixture
def dialog(qtbot, qapp, frames):
    dialog = PreferencesDialog(frames)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    yield dialog
    dialog.shut_down()
    theme.choose(qapp, Scheme.SYSTEM)


def choose(dialog, scheme):
    place = dialog.scheme.findData(scheme)
    dialog.scheme.setCurrentIndex(place)
    dialog.scheme.activated.emit(place)


def answer(qtbot, dialog, text):
    dialog.free.click()
    [box] = [each for each in dialog.findChildren(QMessageBox) if each.isVisible()]
    [button] = [each for each in box.buttons() if each.text().replace("&", "") == text]
    button.click()


def test_nothing_that_was_remembered_is_as_the_desktop():
    assert remembered_scheme() is Scheme.SYSTEM
    QSettings().setValue("look/scheme", "sepia")
    assert remembered_scheme() is Scheme.SYSTEM


@pytest.mark.parametrize(("scheme", "shown"), [(Scheme.LIGHT, theme.LIGHT), (Scheme.DARK, theme.DARK)])
def test_a_theme_is_seen_at_once_and_remembered(qtbot, dialog, scheme, shown):
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    choose(dialog, scheme)
    assert theme.colours(dialog) is theme.colours(other) is shown
    assert remembered_scheme() is scheme


def test_it_shows_what_was_remembered(qtbot, dialog):
    dialog.hide()
    remember_scheme(Scheme.LIGHT)
    dialog.show()
    assert dialog.scheme.currentText() == "Light"


def test_it_says_what_frames_take_and_how_much_they_may(qtbot, dialog, frames):
    qtbot.waitUntil(dialog.free.isEnabled)
    assert dialog.usage.text() == f"{frames.usage()} bytes of at most 10.7 GB"


def test_frames_that_nobody_used_since_the_start_are_removed_when_asked_for(qtbot, dialog, frames):
    qtbot.waitUntil(dialog.free.isEnabled)
    frames.get(A)
    with qtbot.waitSignal(dialog.freed):
        answer(qtbot, dialog, "Remove")
    assert frames.has(A)
    assert not frames.has(B)
    assert dialog.usage.text().startswith(f"{frames.usage()} bytes of")


def test_who_thinks_again_keeps_them(qtbot, dialog, frames):
    qtbot.waitUntil(dialog.free.isEnabled)
    answer(qtbot, dialog, "Cancel")
    assert frames.has(A)
    assert dialog.free.isEnabled()


def test_what_is_asked_for_while_it_counts_is_done_after_that(qtbot, dialog, frames):
    qtbot.waitUntil(dialog.free.isEnabled)
    dialog._count()
    with qtbot.waitSignal(dialog.freed):
        dialog._count(frees=True)
    assert not frames.has(A)


def test_without_frames_there_is_nothing_to_free(qtbot, tmp_path):
    dialog = PreferencesDialog(FrameStore(tmp_path / "empty"))
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.usage.text().startswith("0 bytes"))
    assert not dialog.free.isEnabled()
    dialog.shut_down()
