"""The preferences, in the window."""

import errno
import os

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QComboBox, QMessageBox

from sd3explorer.app.accents import Accent
from sd3explorer.app.languages import Language
from sd3explorer.app.preferences.current import CurrentPreferences
from sd3explorer.app.preferences.dialog import PreferencesDialog
from sd3explorer.app.preferences.remembered import Preferences, preferences_file, remember, remembered
from sd3explorer.app.shortcuts import native
from sd3explorer.app.theme import Scheme
from sd3explorer.presets.entry import Entry
from sd3explorer.presets.library import Library
from sd3explorer.render.store import FrameStore
from sd3explorer.render.store_limit import DEFAULT_LIMIT

A, B = "aa" + "0" * 62, "bb" + "0" * 62


@pytest.fixture
def frames(tmp_path):
    folder = tmp_path / "frames"
    before = FrameStore(folder)
    for digest in (A, B):
        before.put(digest, np.zeros((8, 8, 3), np.uint8))
    return FrameStore(folder)


def look(named, stopped, report):
    here = Entry("/models/fox.safetensors", place="/models/fox.safetensors")
    return Library((here, Entry("stable_diffusion_3_medium")))


@pytest.fixture
def dialog(qtbot, frames):
    dialog = PreferencesDialog(CurrentPreferences(), frames, look=look, backends=("tensorflow", "torch"))
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    yield dialog
    dialog.shut_down()


def go_to(dialog, page):
    dialog.list.setCurrentRow(dialog.stack.indexOf(page))


@pytest.fixture
def storage(qtbot, dialog):
    go_to(dialog, dialog.storage)
    qtbot.waitUntil(dialog.storage.free.isEnabled)
    return dialog.storage


@pytest.fixture
def shortcuts(dialog):
    go_to(dialog, dialog.shortcuts)
    return dialog.shortcuts


def choose(box, thing):
    place = box.findData(thing)
    assert place >= 0
    box.setCurrentIndex(place)
    box.activated.emit(place)


def answer(parent, text):
    [box] = [each for each in parent.findChildren(QMessageBox) if each.isVisible()]
    [button] = [each for each in box.buttons() if each.text().replace("&", "") == text]
    button.click()


def press(qtbot, page, action, key, modifiers=Qt.KeyboardModifier.ControlModifier):
    page.tree.select(action)
    qtbot.keyClick(page.key, key, modifiers)


def test_a_language_is_remembered_for_windows_to_come(qtbot, dialog):
    with qtbot.waitSignal(dialog.preferences.changed):
        choose(dialog.appearance.language, Language.JAPANESE)
    assert dialog.appearance.language.currentText() == "日本語"
    assert remembered().language is Language.JAPANESE


def test_what_is_chosen_is_reported_and_remembered_at_once(qtbot, dialog):
    with qtbot.waitSignal(dialog.preferences.changed) as changed:
        choose(dialog.appearance.scheme, Scheme.LIGHT)
    with qtbot.waitSignal(dialog.preferences.changed):
        choose(dialog.appearance.accent, Accent.VIOLET)
    assert changed.args[0].scheme is Scheme.LIGHT
    assert remembered() == dialog.preferences.now == Preferences(scheme=Scheme.LIGHT, accent=Accent.VIOLET)
    assert str(preferences_file()) in dialog.kept.text()


def test_it_shows_what_another_window_has_chosen_meanwhile(qtbot, dialog):
    dialog.hide()
    remember(Preferences(scheme=Scheme.LIGHT))
    with qtbot.waitSignal(dialog.preferences.changed):
        dialog.show()
    assert dialog.appearance.scheme.currentText() == "Light"


def test_nothing_is_said_of_what_stays_as_it_is(qtbot, dialog):
    with qtbot.assertNotEmitted(dialog.preferences.changed):
        choose(dialog.appearance.scheme, Scheme.SYSTEM)


def test_preferences_that_cannot_be_kept_hold_and_say_so(qtbot, dialog):
    preferences_file().parent.parent.mkdir(parents=True, exist_ok=True)
    preferences_file().parent.write_text("in the way")
    with qtbot.waitSignal(dialog.preferences.changed):
        choose(dialog.appearance.accent, Accent.ROSE)
    assert "can't be written" in dialog.kept.text()
    assert dialog.preferences.now.accent is Accent.ROSE


def test_a_reset_makes_all_as_it_was_at_first_when_one_is_sure(qtbot, dialog):
    choose(dialog.appearance.accent, Accent.ROSE)
    reset = next(each for each in dialog.children() if getattr(each, "text", str)() == "&Reset all…")
    reset.click()
    answer(dialog, "Cancel")
    assert dialog.preferences.now.accent is Accent.ROSE
    reset.click()
    answer(dialog, "Reset")
    assert remembered() == dialog.preferences.now == Preferences()
    assert dialog.appearance.accent.currentData() is Accent.AMBER


def test_every_field_has_a_name_for_who_cannot_see_it(dialog):
    for box in dialog.findChildren(QComboBox):
        assert any(label.buddy() is box for label in dialog.findChildren(type(dialog.kept)))
    assert all(box.text() for box in dialog.findChildren(QCheckBox))


def test_pages_are_reached_by_keys_alone(qtbot, dialog):
    dialog.list.setFocus()
    for _ in range(dialog.stack.count() - 1):
        qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
    assert dialog.stack.currentWidget() is dialog.shortcuts


def test_new_walks_can_begin_in_a_model_that_is_here(qtbot, dialog):
    go_to(dialog, dialog.rendering)
    model = dialog.rendering.model
    qtbot.waitUntil(lambda: model.findData("/models/fox.safetensors") >= 0)
    assert model.findData("stable_diffusion_3_medium") < 0
    choose(model, "/models/fox.safetensors")
    assert remembered().model == "/models/fox.safetensors"


def test_only_backends_that_are_installed_are_offered(dialog):
    backend = dialog.rendering.backend
    assert [backend.itemData(place) for place in range(backend.count())] == ["auto", "tensorflow", "torch"]
    choose(backend, "torch")
    choose(dialog.rendering.precision, "bfloat16")
    assert (remembered().backend, remembered().precision) == ("torch", "bfloat16")


def test_a_backend_that_is_gone_stays_chosen_and_says_so(dialog):
    dialog.hide()
    remember(Preferences(backend="jax"))
    dialog.show()
    assert dialog.rendering.backend.placeholderText() == "jax is not installed"
    choose(dialog.rendering.precision, "float16")
    assert remembered() == Preferences(backend="jax", precision="float16")


def test_autosave_and_notices_are_switches(qtbot, dialog):
    for switch, name in (
        (dialog.storage.autosave, "autosave"),
        (dialog.notifications.desktop, "notifications"),
        (dialog.notifications.sound, "sound"),
    ):
        before = getattr(dialog.preferences.now, name)
        switch.click()
        assert getattr(remembered(), name) is not before


def test_it_says_what_frames_take_and_how_much_they_may(storage, frames):
    assert storage.usage.text() == f"{frames.usage()} bytes"
    assert storage.limit.text() == "10 GB"


def test_a_limit_holds_for_whoever_opens_the_store_next(qtbot, storage, frames):
    with qtbot.waitSignal(storage.freed):
        storage.limit.setValue(2.5)
    assert frames.limit == FrameStore(frames.folder).limit == 2_500_000_000


def test_a_limit_that_costs_frames_is_asked_about_first(qtbot, storage, frames, monkeypatch):
    storage._size = 5 * 10**9
    storage.limit.setValue(2.0)
    answer(storage, "Cancel")
    assert (frames.limit, storage.limit.text()) == (DEFAULT_LIMIT, "10 GB")
    storage.limit.setValue(2.0)
    with qtbot.waitSignal(storage.freed):
        answer(storage, "Remove")
    assert frames.limit == 2_000_000_000


def test_why_a_limit_cannot_be_kept_is_said(qtbot, storage, frames, monkeypatch):
    def refuse(folder, limit):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("sd3explorer.render.store.remember_limit", refuse)
    storage.limit.setValue(3.0)
    qtbot.waitUntil(storage.problem.isVisible)
    assert "free some space" in storage.problem.text()


def test_frames_that_nobody_used_since_the_start_are_removed_when_asked_for(qtbot, dialog, storage, frames):
    frames.get(A)
    storage.free.click()
    with qtbot.waitSignal(dialog.freed):
        answer(storage, "Remove")
    assert frames.has(A)
    assert not frames.has(B)
    assert storage.usage.text() == f"{frames.usage()} bytes"


def test_who_thinks_again_keeps_them(storage, frames):
    storage.free.click()
    answer(storage, "Cancel")
    assert frames.has(A)
    assert storage.free.isEnabled()


def test_what_is_asked_for_while_it_counts_is_done_after_that(qtbot, storage, frames):
    storage.free.click()
    storage.limit.setValue(2.0)
    answer(storage, "Remove")
    qtbot.waitUntil(lambda: not frames.has(A))
    assert frames.limit == 2_000_000_000


def test_without_frames_there_is_nothing_to_free(qtbot, tmp_path):
    dialog = PreferencesDialog(CurrentPreferences(), FrameStore(tmp_path / "empty"), look=look, backends=())
    qtbot.addWidget(dialog)
    go_to(dialog, dialog.storage)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.storage.usage.text() == "0 bytes")
    assert not dialog.storage.free.isEnabled()
    dialog.shut_down()


def test_why_a_folder_cannot_be_shown_is_said(storage, frames, monkeypatch):
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: False)
    storage.folder.click()
    assert storage.problem.text() == f"No program here opens folders; it is {frames.folder}"
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: True)
    storage.folder.click()
    assert not storage.problem.isVisible()
    frames.folder.rename(frames.folder.with_name("elsewhere"))
    storage.folder.click()
    assert "isn't there any more" in storage.problem.text()


def test_a_free_key_is_given_at_once(qtbot, shortcuts):
    press(qtbot, shortcuts, "export", Qt.Key.Key_F5, Qt.KeyboardModifier.NoModifier)
    qtbot.waitUntil(lambda: remembered().keys == {"export": "F5"})
    assert shortcuts.usual.isEnabled()
    shortcuts.usual.click()
    assert remembered().keys == {}
    assert shortcuts.key.keySequence().toString() == "Ctrl+E"


def test_a_key_that_is_taken_is_reported_and_only_taken_when_that_is_meant(qtbot, shortcuts):
    press(qtbot, shortcuts, "history", Qt.Key.Key_E)
    qtbot.waitUntil(shortcuts.take.isVisible)
    assert native("Ctrl+E") in shortcuts.conflict.text()
    assert "File › Export" in shortcuts.conflict.text()
    assert remembered().keys == {}
    shortcuts.take.click()
    assert remembered().keys == {"history": "Ctrl+E"}
    assert not shortcuts.take.isVisible()
    shortcuts.tree.select("export")
    assert shortcuts.key.keySequence().isEmpty()


def test_a_key_of_a_panel_is_reported_and_stays_with_it(qtbot, shortcuts):
    press(qtbot, shortcuts, "history", Qt.Key.Key_D)
    qtbot.waitUntil(lambda: "Duplicate the prompt" in shortcuts.conflict.text())
    assert not shortcuts.take.isVisible()
    assert remembered().keys == {}


def test_a_usual_key_that_another_action_has_by_now_is_reported_too(qtbot, shortcuts):
    press(qtbot, shortcuts, "history", Qt.Key.Key_E)
    qtbot.waitUntil(shortcuts.take.isVisible)
    shortcuts.take.click()
    press(qtbot, shortcuts, "export", Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: "export" in remembered().keys)
    shortcuts.usual.click()
    assert "File › History" in shortcuts.conflict.text()
    assert remembered().keys["export"] == "Ctrl+F5"


def test_an_action_may_have_no_key_at_all(qtbot, shortcuts):
    shortcuts.tree.select("export")
    shortcuts.key.clear()
    shortcuts.key.editingFinished.emit()
    assert remembered().keys == {"export": ""}


def test_all_keys_come_back_at_once(qtbot, shortcuts):
    assert not shortcuts.all_usual.isEnabled()
    press(qtbot, shortcuts, "export", Qt.Key.Key_F5)
    qtbot.waitUntil(shortcuts.all_usual.isEnabled)
    shortcuts.all_usual.click()
    assert remembered().keys == {}


def test_return_on_a_row_leads_to_its_key(qtbot, dialog, shortcuts):
    shortcuts.tree.select("export")
    tree = shortcuts.tree.findChild(type(shortcuts.tree._tree))
    tree.setFocus()
    qtbot.keyClick(tree, Qt.Key.Key_Return)
    qtbot.waitUntil(shortcuts.key.hasFocus)
    assert dialog.isVisible()
