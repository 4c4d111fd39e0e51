"""The window as a whole: what an artist does with it, with real events."""

import gc
import os
import shutil
import signal
import threading
import time
from dataclasses import replace
from pathlib import Path as FilePath

import numpy as np
import psutil
import pytest
from PIL import Image as PillowImage
from PySide6.QtCore import (
    QEvent,
    QMimeData,
    QPoint,
    QPointF,
    QRect,
    QSettings,
    QStandardPaths,
    QSysInfo,
    Qt,
    QUrl,
)
from PySide6.QtGui import (
    QAccessible,
    QContextMenuEvent,
    QDesktopServices,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QFileDialog,
    QInputDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QToolButton,
    QWidget,
)
from shiboken6 import isValid

from sd3explorer.app import main_window
from sd3explorer.app.document.examples_dialog import EMPTY
from sd3explorer.app.document.recent import add_recent_file, recent_files
from sd3explorer.app.document.recovery import FileLock, Recovery
from sd3explorer.app.drop_frame import DropFrame
from sd3explorer.app.export import thread
from sd3explorer.app.export.tile import ExportTile
from sd3explorer.app.fields import CountBox
from sd3explorer.app.frames.states import FrameState
from sd3explorer.app.guided_steps import MIDDLE
from sd3explorer.app.key_guard import KeyGuard
from sd3explorer.app.main import _end_on_signals, _follow
from sd3explorer.app.main_window import MainWindow
from sd3explorer.app.parts import Storage
from sd3explorer.app.path.prompt_edit import PromptEdit
from sd3explorer.app.preferences.remembered import Preferences
from sd3explorer.app.preview.content import Shown, choose, line_texts
from sd3explorer.app.preview.full_screen import FullScreen
from sd3explorer.app.rendering.chosen_place import ChosenPlace
from sd3explorer.app.screen_reader import show_roles
from sd3explorer.app.section import Section
from sd3explorer.app.shortcut_tree import ShortcutTree
from sd3explorer.app.shortcuts_dialog import ShortcutsDialog
from sd3explorer.app.timeline.frame_axis import INSET
from sd3explorer.examples import example_path
from sd3explorer.export import Clip, export, read_walk
from sd3explorer.presets import places
from sd3explorer.presets.locate import locate
from sd3explorer.render import checkup, estimate
from sd3explorer.render.child import CRASHES_ALLOWED, ChildProcess
from sd3explorer.render.engine import load_pipeline
from sd3explorer.render.local import ThisProcess
from sd3explorer.render.messages import DeviceMemory, RenderError
from sd3explorer.resources import resource
from sd3explorer.walk.editing import keyframe_frames
from sd3explorer.walk.loras import Lora
from sd3explorer.walk.model import Model
from sd3explorer.walk.noises import Fixed
from sd3explorer.walk.paths import PATHS, Blend, Hold, Keyframe, Morph, Prompts, Wander
from sd3explorer.walk.recipe import Gaussian, Inverted
from sd3explorer.walk.sampler import Sampler
from sd3explorer.walk.timing import Ending, Motion, Timing
from sd3explorer.walk.walk import Walk
from tests.gradient import (
    BrokenInWarmthModel,
    BrokenModel,
    CrashingInWarmthModel,
    CrashingModel,
    GradientModel,
    LeapingModel,
    OverflowingModel,
    SlowlyCompilingModel,
)
from tests.presets.checkpoints.written import write
from tests.presets.headers import settle, write_model, write_sdxl
from tests.presets.loras.made import write_lora
from tests.waves import waves

WALK = Walk(
    title="Dog to cat",
    path=Morph((Keyframe("a dog"), Keyframe("a cat"), Keyframe("a fox"))),
    timing=Timing(9, 25.0, Ending.THERE_AND_BACK),
    sampler=Sampler(4, 1.0),
)


@pytest.fixture
def open_window(qtbot, qapp, store, tmp_path):
    windows = []
    guard = KeyGuard(qapp)

    def make(model=GradientModel, warm=False, apart=False, place=None, locate=locate):
        """With the engine in this process, or as in the app apart from it, where that is the point."""
        QSettings().setValue("engine/warm", warm)
        storage = Storage(store, tmp_path / "exports", tmp_path / "state", tmp_path / "app.log")
        kind = ChildProcess if apart else ThisProcess
        place = place or kind(tmp_path / "engine.log", load_model=model)
        window = MainWindow(storage, locate, place)
        window.show()
        windows.append(window)
        return window

    yield make
    for window in windows:
        if window.isVisible():
            window.document.show(window.document.walk)
            window.close()
        if window.isVisible():
            # Something is still being saved, as where a test has failed: no thread may be left.
            window.end()
        window.deleteLater()
    guard.deleteLater()


@pytest.fixture
def window(qtbot, open_window):
    window = open_window()
    show(qtbot, window, WALK)
    return window


def show(qtbot, window, walk):
    with qtbot.waitSignal(window.frames.reset):
        window.files.begin(walk)


def trigger(window, name):
    window.actions_by_id[name].trigger()


def wait_until_done(qtbot, window):
    qtbot.waitUntil(lambda: window.frames.all_done and not window.control.state.working)


def prompts(window):
    return [edit for edit in window.path_panel.findChildren(PromptEdit) if edit.isVisible()]


def written(window):
    """The prompts of the walk's keyframes."""
    return [keyframe.prompt for keyframe in window.document.walk.path.keyframes]


def type_into(qtbot, edit, text):
    edit.setFocus()
    edit.selectAll()
    qtbot.keyClicks(edit, text)


def button(parent, text):
    return next(each for each in parent.findChildren(QPushButton) if each.text() == text)


def test_the_journeys_of_an_artist_with_the_real_model(qtbot, open_window, cut_starter, tmp_path):
    window = open_window(load_pipeline, apart=True, locate=lambda preset, stopped: cut_starter)
    rendered = []
    window._thread.rendered.connect(lambda recipe, image: rendered.append(recipe))
    example = Walk.load(example_path("dog-to-cat-5"))
    three = replace(
        example,
        path=Morph((Keyframe("a 3d dog face"), Keyframe("a 3d cat face"), Keyframe("a fox"))),
        # Without guidance, the way back to a picture takes no other program than the way to a frame.
        sampler=Sampler(2, 1.0),
    )
    with qtbot.waitSignal(window.frames.reset):
        window.begin(three)
    wait_until_done(qtbot, window)
    assert len(rendered) == 5

    type_into(qtbot, prompts(window)[2], "a bear")
    qtbot.waitUntil(lambda: window.document.walk.path.keyframes[2].prompt == "a bear")
    qtbot.waitUntil(lambda: len(rendered) == 7)
    wait_until_done(qtbot, window)
    assert {window.frames.recipes.index(recipe) for recipe in rendered[5:]} == {3, 4}

    mime = dragged(qtbot, window)
    [url] = mime.urls()
    with PillowImage.open(url.toLocalFile()) as gif:
        assert gif.format == "GIF"
        assert gif.n_frames == len(window.document.walk.playback_order)

    with qtbot.waitSignal(window.frames.reset):
        trigger(window, "undo")
    assert window.document.walk.path == three.path
    assert window.frames.all_done
    assert len(rendered) == 7

    # With the same engine, which takes longest to be ready: an even walk, to its file and back.
    path, timing = Morph(three.path.keyframes[:2]), Timing(7, 25.0, Ending.ONCE, Motion.EVEN)
    with qtbot.waitSignal(window.frames.reset):
        window.begin(replace(three, path=path, timing=timing))
    wait_until_done(qtbot, window)
    label = window.timeline.transport.motion.label
    qtbot.waitUntil(lambda: label.text().startswith("Motion: even · "))
    [url] = dragged(qtbot, window).urls()
    shown = list(window.frames.digests)
    with qtbot.waitSignal(window.frames.reset):
        window.open(FilePath(url.toLocalFile()))
    assert window.document.walk.placement is not None
    assert window.frames.all_done
    assert window.frames.digests == tuple(shown)

    # A sheet of other seeds, of which one is taken.
    steady = replace(three, path=path, timing=Timing(3, 25.0, Ending.ONCE, Motion.STEADY))
    with qtbot.waitSignal(window.frames.reset):
        window.begin(steady)
    trigger(window, "explore")
    sheet = window.sheet
    qtbot.waitUntil(lambda: sheet._cells and sheet._feed.done == len(sheet._cells))
    QTest.mouseClick(sheet.view, Qt.MouseButton.LeftButton, pos=sheet.view.cell_rect(5).center())
    seed = sheet._cells[5].seed
    assert window.document.walk.path.keyframes[0].seed == seed
    sheet.close()
    wait_until_done(qtbot, window)
    assert window.frames.recipes[0].noise == Gaussian(seed)

    # A photo that is dropped, through which the walk begins.
    PillowImage.fromarray(waves(0.0)).save(tmp_path / "photo.png")
    window.pictures.take([tmp_path / "photo.png"])
    qtbot.waitUntil(lambda: window.document.walk.path.pictures != ())
    field = window.path_panel.editor().cards[0].picture
    field.mode.setCurrentIndex(1)
    field.mode.activated.emit(1)
    qtbot.waitUntil(lambda: isinstance(window.frames.recipes[0].noise, Inverted))
    wait_until_done(qtbot, window)
    first = window.frames.image(0)
    seen = np.array([[first.pixelColor(x, y).getRgb()[:3] for x in range(128)] for y in range(128)])
    # As the VAE alone gives it back, which knows drawings only.
    assert np.abs(seen - waves(0.0)).mean() < 25

    # A route over the map, from dog to fox: the picture under the pointer shows, and the walk goes along.
    with qtbot.waitSignal(window.frames.reset):
        window.document.show(replace(three, timing=Timing(3, 25.0, Ending.ONCE, Motion.STEADY)))
    trigger(window, "map")
    plane = window.map.view
    qtbot.waitUntil(lambda: window.map._measured is not None)
    dog, _, fox = (plane.spot(place).toPoint() for place in window.map._board.places)
    QTest.mouseClick(plane, Qt.MouseButton.LeftButton, pos=dog)
    QTest.mousePress(plane, Qt.MouseButton.LeftButton, pos=dog + QPoint(20, 20))
    QTest.mouseMove(plane, (dog + fox) / 2)
    qtbot.waitUntil(lambda: window.map._feed.image is not None)
    QTest.mouseRelease(plane, Qt.MouseButton.LeftButton, pos=fox + QPoint(20, 20))
    QTest.mouseClick(plane, Qt.MouseButton.LeftButton, pos=fox)
    window.map.aside.use.click()
    window.map.close()
    assert isinstance(window.document.walk.path, Blend)
    trigger(window, "render")
    wait_until_done(qtbot, window)
    first, _, last = window.frames.recipes
    known = [three.recipe(index, window.frames.facts) for index in (0, three.frame_count - 1)]
    assert [first.embedding, last.embedding] == [recipe.embedding for recipe in known]
    [url] = dragged(qtbot, window).urls()
    with PillowImage.open(url.toLocalFile()) as gif:
        assert (gif.format, gif.n_frames) == ("GIF", 3)


def dragged(qtbot, window):
    tile = window.export_panel.findChild(ExportTile)
    qtbot.waitUntil(lambda: tile.mime_data().hasUrls())
    return tile.mime_data()


def test_what_is_saved_can_be_shown_in_its_folder_and_the_news_goes_by_itself(window, tmp_path, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()) or True)
    window.export_panel.saved.emit(tmp_path / "walk.gif")
    assert window.messages.text == f"Saved as {tmp_path / 'walk.gif'}"
    window._show_notice("something else")
    window.messages.dismiss()
    assert window.messages.text == ""
    window.export_panel.saved.emit(tmp_path / "walk.gif")
    assert window.messages._passing.isActive()
    button(window.messages, "Show in folder").click()
    assert opened == [str(tmp_path)]


@pytest.mark.parametrize("size", [(960, 600), (1440, 900)])
def test_a_message_lies_over_the_picture_which_stays_where_it_is(qtbot, window, size):
    window.resize(*size)
    QApplication.processEvents()
    preview = window.preview
    before = preview.mapTo(window, QPoint()), preview.size(), preview.zoom
    window.messages.show_message("the disk is full; " * 12, "details", [("Try again", lambda: None)])
    QApplication.processEvents()
    assert (preview.mapTo(window, QPoint()), preview.size(), preview.zoom) == before
    places = [QRect(each.mapTo(window, QPoint()), each.size()) for each in (preview, window.timeline)]
    assert any(place.contains(window.messages.geometry()) for place in places)


def test_render_fills_the_walk_and_the_status_says_so(qtbot, window):
    trigger(window, "render")
    wait_until_done(qtbot, window)
    assert window.statusBar().text == "All 9 frames rendered · rendering continues after edits"
    trigger(window, "stop")
    assert window.statusBar().text == "All 9 frames rendered"


def test_a_walk_that_begins_is_not_preceded_by_frames_of_the_last(qtbot, window):
    window.begin(replace(WALK, path=Morph((Keyframe("a house"), Keyframe("a boat")))))
    assert window.control.on
    assert not window.frames.waiting
    assert not window._thread.busy
    wait_until_done(qtbot, window)


def test_more_than_one_asks_for_by_a_slip_is_asked_about_first(qtbot, window, monkeypatch):
    monkeypatch.setattr(estimate, "LARGE", 1_000)
    trigger(window, "render")
    assert not window.control.on
    assert not window.actions_by_id["render"].isChecked()
    box = window.findChild(QMessageBox)
    assert "take up to" in box.informativeText()
    box.reject()
    assert not window.control.on
    trigger(window, "render")
    box = window.findChildren(QMessageBox)[-1]
    next(each for each in box.buttons() if each.text() == "Render").click()
    assert window.control.on
    assert window.actions_by_id["render"].isChecked()
    window.control.stop()


def test_it_is_seen_whether_rendering_goes_on_after_edits(qtbot, window):
    render = window.actions_by_id["render"]
    button = window._toolbar.widgetForAction(render)
    assert not button.isChecked()
    for _ in range(2):
        trigger(window, "render")
        assert button.isChecked()
    wait_until_done(qtbot, window)
    trigger(window, "render")
    assert button.isChecked() and window.control.on
    trigger(window, "stop")
    assert not button.isChecked()
    trigger(window, "render")
    show(qtbot, window, replace(WALK, title="Other"))
    assert not button.isChecked()


def test_stop_ends_rendering_and_says_how_to_go_on(qtbot, open_window):
    window = open_window(apart=True)
    show(qtbot, window, replace(WALK, sampler=Sampler(500, 1.0), timing=Timing(50)))
    trigger(window, "render")
    assert window.actions_by_id["stop"].isEnabled()
    trigger(window, "stop")
    assert "Ctrl+Return renders the rest" in window.statusBar().text
    assert not window.actions_by_id["stop"].isEnabled()


def test_typing_a_prompt_is_one_edit_and_renders_only_what_it_changes(qtbot, window):
    trigger(window, "render")
    wait_until_done(qtbot, window)
    type_into(qtbot, prompts(window)[0], "a bear")
    assert window.document.walk.path.keyframes[0].prompt == "a bear"
    qtbot.waitUntil(lambda: not window.frames.all_done)
    assert [window.frames.state(index) for index in range(4, 9)] == [FrameState.DONE] * 5
    wait_until_done(qtbot, window)
    while window.document.undo_stack.canUndo():
        trigger(window, "undo")
    assert window.document.walk == WALK


def test_space_plays_and_j_k_l_shuttle(qtbot, window):
    window.timeline.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_Space)
    assert window.playhead.playing
    qtbot.keyClick(window, Qt.Key.Key_K)
    assert not window.playhead.playing
    qtbot.keyClick(window, Qt.Key.Key_L)
    qtbot.keyClick(window, Qt.Key.Key_L)
    assert window.playhead.speed == 2.0
    qtbot.keyClick(window, Qt.Key.Key_J)
    assert window.playhead.speed == -1.0
    qtbot.keyClick(window, Qt.Key.Key_K)


def test_keys_move_the_playhead(qtbot, window):
    window.timeline.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_End)
    assert window.playhead.index == 8
    qtbot.keyClick(window, Qt.Key.Key_Left)
    assert window.playhead.index == 7
    qtbot.keyClick(window, Qt.Key.Key_Home)
    qtbot.keyClick(window, Qt.Key.Key_Right)
    assert window.playhead.index == 1


def test_keys_that_move_and_play_are_typed_in_a_prompt(qtbot, window):
    edit = prompts(window)[0]
    type_into(qtbot, edit, "I like jkl")
    assert edit.toPlainText() == "I like jkl"
    assert not window.playhead.playing
    assert len(window.document.walk.path.keyframes) == 3


def test_escape_in_a_prompt_leaves_it_and_rendering_goes_on(qtbot, open_window):
    window = open_window()
    show(qtbot, window, replace(WALK, sampler=Sampler(300, 1.0)))
    trigger(window, "render")
    edit = prompts(window)[0]
    edit.setFocus()
    qtbot.keyClick(edit, Qt.Key.Key_Escape)
    assert not edit.hasFocus()
    assert window.control.on
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.control.on


def test_space_presses_a_button_that_has_the_focus(qtbot, window):
    button = window.export_panel.findChild(QToolButton)
    button.setEnabled(True)
    button.setFocus()
    with qtbot.waitSignal(button.pressed):
        qtbot.keyClick(button, Qt.Key.Key_Space)
    assert not window.playhead.playing


def test_arrows_step_after_the_field_that_had_the_keyboard_is_gone(qtbot, window):
    window.playhead.move_to(2)
    trigger(window, "make_keyframe")
    assert window.path_panel.isAncestorOf(window.focusWidget())
    trigger(window, "undo")
    assert window.timeline.hasFocus()
    window.playhead.move_to(2)
    window.messages.show_message("an earlier session ended", actions=[("Restore", lambda: None)])
    restore = next(each for each in window.messages.findChildren(QPushButton) if each.text() == "Restore")
    restore.setFocus()
    qtbot.mouseClick(restore, Qt.MouseButton.LeftButton)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Right)
    assert window.playhead.index == 3
    assert window.document.walk == WALK


@pytest.mark.parametrize("modifiers, key", [("control", "Y"), ("control shift", "Z")])
def test_undo_and_redo_by_their_keys(qtbot, window, modifiers, key):
    held = Qt.KeyboardModifier.ControlModifier
    edited = replace(WALK, title="Changed")
    window.document.edit(edited, "Change title")
    qtbot.keyClick(window, Qt.Key.Key_Z, held)
    assert window.document.walk == WALK
    if "shift" in modifiers:
        held |= Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window, getattr(Qt.Key, f"Key_{key}"), held)
    assert window.document.walk == edited


def test_guidance_in_the_middle_is_turned_on_and_undone_in_one_step(qtbot, window):
    guided = replace(WALK, sampler=Sampler(4, 5.0))
    show(qtbot, window, guided)
    choice = next(
        box for box in window.sampler_panel.findChildren(QComboBox) if box.accessibleName() == "Guided steps"
    )
    choice.setFocus()
    qtbot.keyClick(choice, Qt.Key.Key_Down)
    assert window.document.walk == replace(guided, sampler=Sampler(4, 5.0, MIDDLE))
    with qtbot.waitSignal(window.frames.reset):
        trigger(window, "undo")
    assert window.document.walk == guided
    assert choice.currentText() == "All"


@pytest.mark.parametrize("sampler", [Sampler(4, 5.0), Sampler(4, 5.0, MIDDLE)])
def test_all_settings_are_seen_where_there_is_room_for_them(qtbot, window, sampler):
    window.resize(1440, 1200)
    show(qtbot, window, replace(WALK, sampler=sampler))
    panel = window.sampler_panel
    qtbot.waitUntil(lambda: panel.visibleRegion().boundingRect().height() == panel.height())
    assert panel.height() == panel.sizeHint().height()


def seen_whole(widget):
    return widget.isVisible() and widget.visibleRegion().boundingRect() == widget.rect()


def bars(window):
    """Of the settings: what scrolls them."""
    areas, widget = [], window.sampler_panel
    while (widget := widget.parentWidget()) is not None:
        areas += [widget] if isinstance(widget, QScrollArea) else []
    return [area for area in areas if area.verticalScrollBar().maximum() > 0]


@pytest.mark.parametrize("size", [(960, 600), (1280, 720), (1366, 768)])
def test_in_a_small_window_one_bar_leads_to_all_settings_and_the_file(qtbot, window, size):
    window.resize(*size)
    show(qtbot, window, WALK)
    qtbot.waitUntil(lambda: len(bars(window)) == 1)
    [area] = bars(window)
    fields = [field for field in window.sampler_panel.findChildren(QAbstractSpinBox) if field.isVisible()]
    assert [field.accessibleName() for field in fields if seen_whole(field)][:2] == ["Steps", "Guidance"]
    buttons = [each for each in window.export_panel.findChildren(QToolButton) if each.text() == "Copy"]
    for widget in (*fields, *buttons):
        area.ensureWidgetVisible(widget)
        assert seen_whole(widget), widget.accessibleName()


@pytest.mark.parametrize("size", [(1280, 720), (1366, 768)])
def test_with_what_is_not_needed_folded_the_file_is_seen_without_any_bar(qtbot, window, size):
    window.resize(*size)
    show(qtbot, window, WALK)
    for section in window.sampler_panel.findChildren(Section):
        section.heading.click()
    tile = window.export_panel.findChild(ExportTile)
    qtbot.waitUntil(lambda: bars(window) == [] and seen_whole(tile))


@pytest.mark.parametrize("size", [(960, 600), (1440, 900)])
def test_a_message_leaves_the_picture_to_be_seen(qtbot, window, size):
    window.resize(*size)
    show(qtbot, window, WALK)
    for text in ("Short.", "A text that takes more than a line where there is little room for it. " * 2):
        window.messages.show_message(text, actions=[("Overwrite", print), ("Save as…", print)])
        qtbot.wait(1)
        place = QRect(window.preview.mapTo(window, QPoint()), window.preview.size())
        assert window.rect().contains(window.messages.geometry())
        assert (window.messages.geometry() & place).height() <= 0.3 * place.height()


def test_another_model_takes_its_own_sampler(window):
    window.document.edit(replace(WALK, sampler=Sampler(4, 5.0, MIDDLE)), "Change guided steps")
    window.models.chosen.emit("stable_diffusion_3_medium")
    assert window.document.walk.model == Model("stable_diffusion_3_medium")
    assert window.document.walk.sampler == Sampler()


def test_i_makes_a_keyframe_at_the_playhead(qtbot, window):
    window.playhead.move_to(6)
    window.timeline.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_I)
    path = window.document.walk.path
    assert len(path.keyframes) == 4
    assert [float(start * 8) for start in path.starts()] == pytest.approx([0, 4, 6, 8])


def test_what_is_typed_after_i_is_the_prompt_of_the_new_keyframe(qtbot, window):
    window.playhead.move_to(6)
    window.timeline.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_I)
    for letter in "owl":
        qtbot.keyClicks(QApplication.focusWidget(), letter)
    assert written(window) == ["a dog", "a cat", "owl", "a fox"]


def test_i_on_a_keyframe_leaves_its_prompt_as_it_is(qtbot, window):
    window.playhead.move_to(4)
    window.timeline.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_I)
    assert window.document.walk == WALK
    assert not QApplication.focusWidget().textCursor().hasSelection()


def test_other_steps_render_all_frames_again_and_the_old_ones_are_kept(qtbot, window):
    trigger(window, "render")
    wait_until_done(qtbot, window)
    window.document.edit(replace(WALK, sampler=Sampler(5, 1.0)), "Change steps")
    qtbot.waitUntil(lambda: window.frames.walk.sampler.num_steps == 5)
    wait_until_done(qtbot, window)
    with qtbot.waitSignal(window.frames.reset):
        trigger(window, "undo")
    assert window.frames.all_done


def test_a_gif_is_ready_to_be_dragged_when_the_frames_are(qtbot, window, monkeypatch):
    trigger(window, "render")
    wait_until_done(qtbot, window)
    [url] = dragged(qtbot, window).urls()
    assert url.fileName() == "dog-to-cat.gif"
    with PillowImage.open(url.toLocalFile()) as gif:
        assert gif.n_frames == 16
    # Another title encodes nothing anew.
    monkeypatch.setattr(thread, "export", None)
    trigger(window, "stop")
    window.document.edit(replace(WALK, title="Mine"), "Change title")
    qtbot.waitUntil(lambda: window.export_panel._flow.name == "mine.gif")
    [url] = dragged(qtbot, window).urls()
    assert url.fileName() == "mine.gif"
    assert read_walk(FilePath(url.toLocalFile())).title == "Mine"


def test_another_walk_does_not_take_over_the_size_of_the_last_export(qtbot, window):
    panel = window.export_panel
    panel._flow.choose_options(replace(panel._flow.options, scale=4.0))
    show(qtbot, window, replace(WALK, title="Other"))
    assert panel._flow.options.scale == 1.0


def test_the_title_names_the_window(qtbot, window):
    assert window.windowTitle().startswith("Dog to cat")
    assert not window.isWindowModified()
    window.document.edit(replace(WALK, title="Cat to dog"), "Change title")
    assert window.windowTitle().startswith("Cat to dog")
    assert window.isWindowModified()


def test_a_file_that_is_called_otherwise_is_named_too(qtbot, window, tmp_path):
    window.document.save(tmp_path / "one.sd3walk")
    assert window.windowTitle().startswith("Dog to cat (one.sd3walk)")


def test_an_empty_walk_waits_for_its_first_prompt(qtbot, window):
    with qtbot.waitSignal(window.frames.reset):
        window.begin(EMPTY)
    assert not window.control.on


def test_an_example_renders_once_it_takes_the_place_of_unsaved_edits(qtbot, window):
    changed = replace(WALK, title="Changed")
    window.document.edit(changed, "Change title")
    example = replace(WALK, title="Example")
    window.begin(example)
    assert not window.control.on
    box = window.findChild(QMessageBox)
    qtbot.mouseClick(box.button(QMessageBox.StandardButton.Cancel), Qt.MouseButton.LeftButton)
    assert window.document.walk == changed
    assert not window.control.on
    window.begin(example)
    box = next(box for box in window.findChildren(QMessageBox) if box.isVisible())
    qtbot.mouseClick(box.button(QMessageBox.StandardButton.Discard), Qt.MouseButton.LeftButton)
    assert window.document.walk == example
    assert window.control.on


def test_another_walk_begins_at_its_first_frame(qtbot, window):
    window.playhead.move_to(5)
    show(qtbot, window, replace(WALK, title="Other"))
    assert window.playhead.index == 0


def test_another_walk_is_not_given_the_prompts_of_the_last_one(window):
    window.path_panel.kinds.setCurrentIndex(PATHS.index(Hold))
    window.document.show(Walk(path=Hold(Prompts("an owl"))))
    window.path_panel.kinds.setCurrentIndex(PATHS.index(Morph))
    assert set(written(window)) == {"an owl"}


@pytest.mark.parametrize(
    ("path", "told"), [(Hold(Prompts("an owl")), True), (Wander(Prompts("an owl")), False)]
)
def test_the_key_that_makes_a_keyframe_is_reported_where_it_does(window, path, told):
    window.document.edit(replace(WALK, path=path), "Change path")
    hint = next(each.text() for each in window.findChildren(QLabel) if "Space play" in each.text())
    assert ("I make keyframe" in hint) == told


def test_a_single_frame_is_spoken_of_as_one(qtbot, window):
    show(qtbot, window, replace(WALK, timing=Timing(1)))
    trigger(window, "render")
    wait_until_done(qtbot, window)
    qtbot.waitUntil(lambda: window.statusBar().text.startswith("The frame is rendered"))


def test_another_walk_takes_the_news_of_the_last_one_away(qtbot, window):
    window.messages.show_message("the disk is full")
    show(qtbot, window, Walk())
    assert window.messages.text == ""


def test_the_file_of_a_walk_that_was_just_edited_is_not_handed_out(qtbot, window):
    trigger(window, "render")
    wait_until_done(qtbot, window)
    assert dragged(qtbot, window).hasUrls()
    trigger(window, "stop")
    window.document.edit(replace(WALK, timing=Timing(8)), "Change frames")
    assert not window.export_panel.findChild(ExportTile).mime_data().hasUrls()


@pytest.mark.parametrize("timing", [Timing(8), replace(WALK.timing, motion=Motion.EVEN)])
def test_nothing_is_said_to_be_done_of_a_walk_that_is_still_looked_up(qtbot, window, timing):
    def told():
        tile = window.export_panel.findChild(ExportTile)
        labels = " ".join(label.text() for label in tile.findChildren(QLabel) if label.isVisible())
        return f"{labels} {window.statusBar().text} {window.export_panel.save_action.toolTip()}"

    trigger(window, "render")
    wait_until_done(qtbot, window)
    trigger(window, "stop")
    bar = window.statusBar().findChild(QProgressBar)
    assert dragged(qtbot, window).hasUrls() and bar.value() == bar.maximum()
    with qtbot.waitSignal(window.frames.reset):
        window.document.edit(replace(WALK, timing=timing), "Change timing")
        assert told().count("Looking up frames…") == 2 and "9" not in told()
        assert bar.value() == 0
        assert not window.frames.all_done
    qtbot.waitUntil(lambda: "Looking up" not in told())


def test_save_and_open_again(qtbot, window, tmp_path):
    file = tmp_path / "dog.sd3walk"
    window.document.edit(replace(WALK, title="Saved"), "Change title")
    window.document.save(file)
    show(qtbot, window, Walk())
    with qtbot.waitSignal(window.frames.reset):
        window.open(file)
    assert window.document.walk.title == "Saved"
    assert window.document.file == file
    assert not window.isWindowModified()


@pytest.fixture
def changed_outside(qtbot, window, tmp_path):
    """A window with an edit, whose file another program has written meanwhile."""
    file = tmp_path / "walk.sd3walk"
    WALK.save(file)
    window.open(file)
    window.document.edit(replace(WALK, title="Edited here"), "title")
    replace(WALK, title="Edited there").save(file)
    trigger(window, "save")
    assert "walk.sd3walk was changed by another program" in window.messages.text
    assert Walk.load(file).title == "Edited there"
    return file


def test_what_another_program_wrote_is_overwritten_when_that_is_wanted(qtbot, window, changed_outside):
    button(window.messages, "Overwrite").click()
    assert Walk.load(changed_outside).title == "Edited here"
    assert window.messages.text == ""
    assert not window.document.modified


def test_what_another_program_wrote_can_be_loaded_and_undone(qtbot, window, changed_outside):
    button(window.messages, "Load its changes").click()
    assert window.document.walk.title == "Edited there"
    assert not window.document.modified
    trigger(window, "undo")
    assert window.document.walk.title == "Edited here"
    trigger(window, "save")
    assert Walk.load(changed_outside).title == "Edited here"


def test_a_file_that_was_only_touched_or_deleted_is_saved(qtbot, window, tmp_path):
    file = tmp_path / "walk.sd3walk"
    WALK.save(file)
    window.open(file)
    for number, disturb in enumerate((file.touch, file.unlink)):
        window.document.edit(replace(WALK, title=f"Edit {number}"), "title")
        disturb()
        trigger(window, "save")
        assert window.messages.text == ""
        assert Walk.load(file).title == f"Edit {number}"


class LineOnX11(QLineEdit):
    """Takes Ctrl+E for itself, which goes to the end of a line there."""

    def event(self, event):
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)


def test_ctrl_e_in_a_field_is_left_to_the_window(qtbot, window):
    field = LineOnX11(window)
    field.show()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    key = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    # As Qt sends it.
    key.ignore()
    QApplication.sendEvent(field, key)
    assert not key.isAccepted()


def test_a_file_that_is_no_walk_is_reported_and_nothing_is_lost(qtbot, window, tmp_path):
    bad = tmp_path / "bad.sd3walk"
    bad.write_text('{"format": "sd3explorer-walk", "version": 1, "timing": {"frames": 0}}')
    window.open(bad)
    assert "timing.frames" in window.messages.text
    assert window.document.walk == WALK


def drop(window, file, can_be=True):
    drop_url(window, QUrl.fromLocalFile(str(file)), can_be)


def drop_url(window, url, can_be=True):
    drop_urls(window, [url], can_be)


def drop_urls(window, urls, can_be=True):
    mime = QMimeData()
    mime.setUrls(urls)
    # As a file manager does that would move the file within a disk.
    actions = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
    arguments = (actions, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(QPoint(300, 300), *arguments)
    enter.setDropAction(Qt.DropAction.MoveAction)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    assert enter.dropAction() is Qt.DropAction.CopyAction
    assert window._drop_frame.isVisible() == can_be
    QApplication.sendEvent(window, QDropEvent(QPointF(300, 300), *arguments))
    assert not window._drop_frame.isVisible()


def exported(file, walk):
    frames = [np.full((8, 8, 3), 20 * index, np.uint8) for index in range(walk.frame_count)]
    export(Clip.of(walk, frames), file)


def test_of_several_files_the_first_is_opened_and_that_is_said(qtbot, window, tmp_path):
    files = [tmp_path / f"{name}.sd3walk" for name in ("one", "two", "three")]
    for seed, file in enumerate(files):
        replace(WALK, noise=Fixed(seed)).save(file)
    drop_urls(window, [QUrl.fromLocalFile(str(file)) for file in files])
    qtbot.waitUntil(lambda: window.document.file == files[0])
    assert window.messages.text == "Of 3 files only one.sd3walk was opened: a window has one walk."


def test_a_lora_can_be_dropped_on_the_window(qtbot, window, tmp_path):
    name = "lora_unet_joint_blocks_0_x_block_attn_proj"
    pair = np.zeros((4, 256), np.float32), np.zeros((256, 4), np.float32)
    file = write_lora(tmp_path / "ink.safetensors", {name: pair})
    with qtbot.waitSignal(window.frames.reset):
        drop(window, file)
    assert window.frames.preset.loras[0].matched == 1
    assert window.frames.problem == ""
    assert window.document.walk.model.loras == (Lora(str(file)),)
    window.document.undo_stack.undo()
    assert window.document.walk == WALK


def test_weights_that_are_no_lora_change_nothing_and_are_named(window, tmp_path):
    drop(window, write(tmp_path / "style.safetensors", {"lora_unet_x.hada_w1_a": np.zeros(4, np.float32)}))
    assert window.document.walk == WALK
    assert "style.safetensors is a LyCORIS of the kind LoHa" in window.messages.text


def test_a_walk_file_can_be_dropped_on_the_window(qtbot, window, tmp_path):
    file = tmp_path / "dropped.sd3walk"
    replace(WALK, title="Dropped").save(file)
    drop(window, file)
    assert window.document.walk.title == "Dropped"


@pytest.mark.parametrize("name", ["dropped.gif", "dropped.PNG", "dropped.mp4"])
def test_an_exported_file_that_is_dropped_opens_its_walk(qtbot, window, tmp_path, name):
    walk = replace(WALK, title="Dropped")
    exported(tmp_path / name, walk)
    drop(window, tmp_path / name)
    assert window.document.walk == walk


@pytest.mark.parametrize("host", ["", "localhost", QSysInfo.machineHostName()])
def test_a_file_that_is_named_with_this_machine_can_be_dropped(qtbot, window, tmp_path, host):
    replace(WALK, title="Dropped").save(tmp_path / "dropped 100%.sd3walk")
    drop_url(window, QUrl(f"file://{host}{tmp_path}/dropped%20100%25.sd3walk"))
    assert window.document.file == tmp_path / "dropped 100%.sd3walk"


def test_a_file_of_another_machine_is_refused_in_words(qtbot, window, tmp_path):
    replace(WALK, title="Dropped").save(tmp_path / "dropped.sd3walk")
    drop_url(window, QUrl(f"file://elsewhere{tmp_path}/dropped.sd3walk"))
    assert window.messages.text == (
        "dropped.sd3walk is on another machine (elsewhere): copy it to this one, and open the copy."
    )
    assert window.document.walk == WALK


def test_saving_a_walk_out_of_an_exported_file_leaves_that_file_alone(qtbot, window, tmp_path):
    exported(tmp_path / "dropped.gif", WALK)
    window.open(tmp_path / "dropped.gif")
    assert window.document.file is None


def test_an_animation_without_a_walk_is_reported_and_nothing_is_lost(qtbot, window, tmp_path):
    PillowImage.new("RGB", (8, 8)).save(tmp_path / "dropped.apng", "PNG")
    drop(window, tmp_path / "dropped.apng")
    assert "carries no walk" in window.messages.text
    assert window.document.walk == WALK


@pytest.mark.parametrize("name", ["song.mp3", "no%00name.sd3walk"])
def test_other_files_are_refused_and_change_nothing(qtbot, window, tmp_path, name):
    mime = QMimeData()
    mime.setUrls([QUrl(f"file://{tmp_path}/{name}")])
    arguments = (mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(300, 300), Qt.DropAction.CopyAction, *arguments))
    QApplication.sendEvent(window, QDropEvent(QPointF(300, 300), Qt.DropAction.CopyAction, *arguments))
    assert "can't be opened here" in window.messages.text
    assert window.document.walk == WALK


def test_closing_with_unsaved_edits_asks_first(qtbot, window):
    window.document.edit(replace(WALK, title="Changed"), "Change title")
    window.close()
    assert window.isVisible()
    box = window.findChild(QMessageBox)
    qtbot.mouseClick(box.button(QMessageBox.StandardButton.Cancel), Qt.MouseButton.LeftButton)
    assert window.isVisible()
    window.close()
    box = next(box for box in window.findChildren(QMessageBox) if box.isVisible())
    qtbot.mouseClick(box.button(QMessageBox.StandardButton.Discard), Qt.MouseButton.LeftButton)
    assert not window.isVisible()


def test_closing_while_rendering_leaves_no_process_and_keeps_the_frames(qtbot, open_window, store):
    window = open_window(apart=True)
    show(qtbot, window, replace(WALK, sampler=Sampler(200, 1.0)))
    trigger(window, "render")
    qtbot.waitUntil(lambda: window.frames.done_count > 0)
    done = [digest for digest in window.frames.digests if store.has(digest)]
    window.close()
    assert not psutil.Process().children(recursive=False) or all(
        "resource_tracker" in " ".join(child.cmdline()) for child in psutil.Process().children()
    )
    assert done
    assert all(store.has(digest) for digest in done)


# For a disk that nobody wakes: much longer than the window may wait.
SECONDS_ASLEEP = 20
SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


@pytest.fixture
def signals():
    """Puts back what answered the signals before."""
    before = {number: signal.getsignal(number) for number in SIGNALS}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.mark.parametrize("number", SIGNALS)
def test_a_signal_closes_the_window_when_what_it_is_doing_is_done(qtbot, window, signals, number):
    _end_on_signals(window)
    signal.raise_signal(number)
    assert window.isVisible()
    qtbot.waitUntil(lambda: not window.isVisible())


def test_a_window_that_was_started_to_outlive_its_terminal_does(qtbot, window, signals):
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    _end_on_signals(window)
    assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN


def test_an_engine_killed_again_and_again_loses_nothing(qtbot, open_window):
    window = open_window(apart=True)
    show(qtbot, window, replace(WALK, timing=Timing(240), sampler=Sampler(40, 1.0)))
    rendered = []
    window._thread.rendered.connect(lambda recipe, image: rendered.append(recipe.digest))
    trigger(window, "render")
    killed = set()
    # More often than one that gets nothing done.
    while len(killed) <= CRASHES_ALLOWED:
        qtbot.waitUntil(lambda: window._thread.engine_process not in {None, *killed})
        process, before = window._thread.engine_process, len(rendered)
        # Each of them gets something done, or the engine would be given up.
        qtbot.waitUntil(lambda before=before: len(rendered) > before)
        os.kill(process, signal.SIGKILL)
        killed.add(process)
    wait_until_done(qtbot, window)
    assert window.isVisible()
    assert len(rendered) == len(set(rendered)) == 240


def test_an_engine_that_fails_is_reported_with_details_and_can_be_tried_again(qtbot, open_window):
    window = open_window(BrokenModel, apart=True)
    show(qtbot, window, WALK)
    trigger(window, "render")
    qtbot.waitUntil(lambda: bool(window.messages.text))
    assert "ValueError" in window.messages.text
    assert "a shape that does not fit" in window.messages.findChild(QPlainTextEdit).toPlainText()


def test_failed_frames_can_be_tried_again_where_there_are_any(qtbot, open_window):
    window = open_window(OverflowingModel)
    show(qtbot, window, WALK)
    retry = window.actions_by_id["retry"]
    assert not retry.isEnabled()
    trigger(window, "render")
    qtbot.waitUntil(retry.isEnabled)
    retry.trigger()
    assert not retry.isEnabled()
    qtbot.waitUntil(retry.isEnabled)


def test_what_was_wrong_with_the_engine_is_taken_back_when_it_renders(qtbot, window):
    window._thread.trouble.emit("the engine ended 5 times")
    window._show_notice("something else")
    trigger(window, "render")
    wait_until_done(qtbot, window)
    window.messages.dismiss()
    assert window.messages.text == ""


def test_a_fetch_that_failed_is_reported_once(qtbot, window):
    trigger(window, "render")
    wait_until_done(qtbot, window)
    trigger(window, "stop")
    trigger(window, "models")
    window.models.fetch_progress.emit("Fetching Stable Diffusion 3: 1 of 6 GB")
    assert window.statusBar().text.startswith("Fetching")
    window.models._show_failure("the hub said no")
    window.models.fetch_progress.emit("")
    assert window.messages.text == ""
    assert "the hub said no" in " ".join(label.text() for label in window.models.findChildren(QLabel))
    assert window.statusBar().text == "All 9 frames rendered"
    window.models.close()
    window.models.failed.emit("the hub said no")
    assert window.messages.text == "The hub said no"


def test_a_fetch_that_failed_is_forgotten_when_one_worked(qtbot, window):
    window.models.failed.emit("Fetching failed")
    window.models._fetch_row.fetched.emit("starter")
    assert window.messages.text == ""


def test_what_could_not_be_saved_is_forgotten_when_it_is(qtbot, window, tmp_path):
    window.document.edit(replace(WALK, title="Precious"), "Change title")
    (tmp_path / "folder").write_text("not a folder")
    assert not window.files._write(tmp_path / "folder" / "precious.sd3walk")
    assert "can't be written" in window.messages.text
    assert window.files._write(tmp_path / "precious.sd3walk")
    assert window.messages.text == ""


def test_edits_that_could_not_be_kept_are_forgotten_when_they_are(qtbot, window, tmp_path):
    (tmp_path / "state").write_text("not a folder")
    window.document.edit(replace(WALK, title="First"), "Change title")
    qtbot.waitUntil(lambda: "can't be kept for a crash" in window.messages.text)
    (tmp_path / "state").unlink()
    window.document.edit(replace(WALK, title="Second"), "Change title")
    qtbot.waitUntil(lambda: window.messages.text == "")


def test_the_status_line_says_that_the_engine_gets_ready_and_then_that_it_is(qtbot, open_window):
    window = open_window(warm=True, apart=True)
    show(qtbot, window, WALK)
    status = window.statusBar()
    qtbot.waitUntil(lambda: status.readiness_text == "Getting the engine ready…")
    assert "Ctrl+Return" in status.text
    qtbot.waitUntil(lambda: status.readiness_text == "Engine ready")
    trigger(window, "unload")
    assert status.readiness_text == ""


def test_an_engine_that_does_not_get_ready_is_reported_with_details(qtbot, open_window):
    window = open_window(BrokenInWarmthModel, warm=True, apart=True)
    show(qtbot, window, WALK)
    qtbot.waitUntil(lambda: bool(window.messages.text))
    assert "ValueError" in window.messages.text
    assert "a shape that does not fit" in window.messages.findChild(QPlainTextEdit).toPlainText()
    assert window.statusBar().readiness_text == ""


@pytest.mark.parametrize(("model", "warm"), [(CrashingInWarmthModel, True), (CrashingModel, False)])
def test_the_memory_of_an_engine_that_ended_is_not_shown_any_more(qtbot, open_window, model, warm):
    window = open_window(model, warm=warm, apart=True)
    memory = window._toolbar._memory
    window._thread.memory.emit(DeviceMemory("Paint box", 3 * 10**9, 8 * 10**9))
    qtbot.waitUntil(memory.isVisible)
    show(qtbot, window, WALK)
    if not warm:
        trigger(window, "render")
    qtbot.waitUntil(lambda: "engine ended" in window.messages.text)
    qtbot.waitUntil(lambda: not memory.isVisible())


def test_details_of_engine_trouble_lead_to_both_logs(qtbot, open_window, tmp_path):
    (tmp_path / "app.log").write_text("the engine 7 starts\n")
    window = open_window(CrashingInWarmthModel, warm=True, apart=True)
    show(qtbot, window, WALK)
    qtbot.waitUntil(lambda: "engine ended" in window.messages.text)
    details = window.messages.findChild(QPlainTextEdit).toPlainText()
    assert f"{tmp_path / 'app.log'}:\nthe engine 7 starts" in details


def test_the_folder_of_the_logs_is_shown(window, tmp_path, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()) or True)
    (tmp_path / "app.log").write_text("something")
    trigger(window, "show_log")
    assert opened == [str(tmp_path)]
    assert window.messages.text == ""


def test_a_folder_that_no_program_opens_is_named(window, tmp_path, monkeypatch):
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: False)
    (tmp_path / "app.log").write_text("something")
    trigger(window, "show_log")
    assert window.messages.text == f"No program here opens folders; the logs are in {tmp_path}"


def test_the_check_of_this_computer_is_in_the_help_menu_and_ends_with_the_window(window, qtbot, monkeypatch):
    monkeypatch.setattr(checkup, "installed", lambda: ())
    trigger(window, "check_computer")
    assert window.computer.isVisible()
    qtbot.waitUntil(lambda: "sd3explorer" in window.computer.report)


def test_another_backend_than_the_default_is_said(window):
    window.backend_chosen.emit("PyTorch computes here: it has the GPU")
    assert window.messages.text == "PyTorch computes here: it has the GPU"


def test_where_nothing_could_be_logged_that_is_said(window, tmp_path, monkeypatch):
    monkeypatch.setattr(QDesktopServices, "openUrl", None)
    trigger(window, "show_log")
    assert window.messages.text == f"There is no log: {tmp_path / 'app.log'} can't be written"


def test_closing_while_the_engine_gets_ready_leaves_no_process(qtbot, open_window):
    window = open_window(SlowlyCompilingModel, warm=True, apart=True)
    show(qtbot, window, WALK)
    qtbot.waitUntil(lambda: window._thread.engine_process is not None)
    process = window._thread.engine_process
    window.close()
    assert not psutil.pid_exists(process)


def test_getting_ready_in_advance_is_a_switch_that_is_remembered(qtbot, open_window):
    window = open_window(warm=True)
    assert window.actions_by_id["warm"].isChecked()
    trigger(window, "warm")
    assert not window.warming.enabled
    assert QSettings().value("engine/warm", type=bool) is False


def test_a_model_that_is_not_here_is_reported_in_the_status_bar(qtbot, window):
    show(qtbot, window, replace(WALK, model=Model("stable_diffusion_3_medium")))
    assert window.statusBar().text == "Stable Diffusion 3 Medium is not on this machine"


def test_rendering_without_the_model_leads_to_the_models(qtbot, window):
    show(qtbot, window, replace(WALK, model=Model("stable_diffusion_3_medium")))
    trigger(window, "render")
    assert "Stable Diffusion 3 Medium is not on this machine" in window.messages.text
    button(window.messages, "Models…").click()
    assert window.models.isVisible()
    window.models.close()


def test_using_another_model_is_an_edit(qtbot, window):
    with qtbot.waitSignal(window.frames.reset):
        window.models.chosen.emit("stable_diffusion_3_medium")
    assert window.document.walk.model == Model("stable_diffusion_3_medium")
    trigger(window, "undo")
    assert window.document.walk == WALK


def test_a_model_goes_by_the_name_that_people_call_it(qtbot, window):
    show(qtbot, window, replace(WALK, model=Model("stable_diffusion_3.5_medium")))
    assert window._toolbar._model.text().startswith("Stable Diffusion 3.5 Medium")


def test_the_model_has_its_name_before_anything_is_known_of_it(qtbot, window):
    # At the first start the precision is measured first, which takes a while.
    window.files.begin(replace(WALK, model=Model("stable_diffusion_3.5_medium")))
    assert window._toolbar._model.text() == "Stable Diffusion 3.5 Medium ▾"


@pytest.fixture
def own_list(tmp_path, monkeypatch):
    """Models that are added are forgotten with the test."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


def test_a_model_dropped_on_the_window_is_walked_on_in(qtbot, window, own_list, tmp_path):
    folder = shutil.copytree(resource("models", "starter"), tmp_path / "mine")
    for file in folder.rglob("*"):
        settle(file)
    drop(window, folder)
    qtbot.waitUntil(lambda: window._toolbar._model.text().startswith("mine"))
    assert window.document.walk.model == Model(str(folder))
    assert not window.models.isVisible()
    trigger(window, "undo")
    assert window.document.walk == WALK


def test_a_model_that_was_dropped_on_the_walk_before_is_added_alone(qtbot, window, own_list, tmp_path):
    folder = shutil.copytree(resource("models", "starter"), tmp_path / "mine")
    for file in folder.rglob("*"):
        settle(file)
    drop(window, folder)
    other = replace(WALK, title="Another")
    window.files.begin(other)
    qtbot.waitUntil(lambda: window.models._table.entry(str(folder)) is not None)
    assert window.document.walk == other


@pytest.fixture
def late_disk(monkeypatch):
    """Set once the disk has woken up that files are dropped from."""
    awake = threading.Event()
    for name in ("wake", "_is_lora"):
        look = getattr(main_window, name)
        monkeypatch.setattr(main_window, name, lambda path, look=look: (awake.wait(), look(path))[1])
    return awake


def wake_up(qtbot, window, late_disk):
    """Everything that waited for the disk has been told."""
    told = []
    window.disk.ask(late_disk.wait, told.append, told.append)
    late_disk.set()
    qtbot.waitUntil(lambda: bool(told))
    qtbot.wait(20)


def test_what_a_sleeping_disk_gives_late_goes_to_no_other_walk(qtbot, window, own_list, late_disk, tmp_path):
    name = "lora_unet_joint_blocks_0_x_block_attn_proj"
    pair = np.zeros((4, 256), np.float32), np.zeros((256, 4), np.float32)
    model = settle(write_model(tmp_path / "mine.safetensors"))
    drop(window, write_lora(tmp_path / "ink.safetensors", {name: pair}))
    drop(window, model)
    other = replace(WALK, title="Another")
    show(qtbot, window, other)
    wake_up(qtbot, window, late_disk)
    assert window.document.walk == other
    assert places.added() == (model,)


def test_the_walk_that_was_opened_last_is_shown_however_late_a_disk_gives_another(
    qtbot, window, late_disk, tmp_path
):
    late, last = tmp_path / "late.sd3walk", tmp_path / "last.sd3walk"
    for file in (late, last):
        WALK.save(file)
    drop(window, late)
    window.open(last)
    wake_up(qtbot, window, late_disk)
    assert window.document.file == last


def test_a_menu_that_is_open_goes_with_the_walk_that_it_is_of(qtbot, window):
    window.path_panel.editor().cards[1]._open_menu()
    assert isinstance(QApplication.activePopupWidget(), QMenu)
    window.document.show(replace(WALK, title="Another"))
    assert QApplication.activePopupWidget() is None


def test_a_walk_that_is_looked_up_again_is_the_one_of_now(qtbot, window):
    window.document.edit(replace(WALK, sampler=Sampler(7)), "")
    window.frames.look_again()
    qtbot.waitUntil(lambda: not window.frames.looking_up)
    assert window.frames.walk == window.document.walk


def test_half_a_number_stays_while_frames_are_looked_up(qtbot, window):
    field = window.sampler_panel.findChild(CountBox)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "1")
    with qtbot.waitSignal(window.frames.reset):
        window.frames.look_again()
    assert field.lineEdit().text() == "1"


def test_half_a_size_of_a_file_stays_while_frames_come(qtbot, window):
    window.export_panel.options_action.trigger()
    dialog = window.export_panel._options.dialog
    line = dialog._form._size_line
    line.selectAll()
    qtbot.keyClicks(line, "30")
    with qtbot.waitSignal(window.export_panel._flow.changed):
        trigger(window, "render")
    wait_until_done(qtbot, window)
    assert line.text() == "30"
    dialog.close()


def test_what_was_said_of_a_copy_goes_when_another_walk_is_restored(qtbot, window, tmp_path):
    WALK.save(tmp_path / "mine.sd3walk")
    lock = FileLock(tmp_path / "other locks")
    assert lock.acquire(tmp_path / "mine.sd3walk") is None
    lost = Recovery(tmp_path / "state" / "recovery")
    lost.keep(replace(WALK, title="Lost"), None)
    lost.write()
    lost.close(keep_edits=True)
    window.open(tmp_path / "mine.sd3walk")
    assert "this is a copy of it" in window.messages.text
    window.files.offer_leftovers()
    button(window.messages, "Restore").click()
    lock.release()
    assert window.document.walk.title == "Lost"
    assert "copy" not in window.messages.text


def test_a_file_dropped_on_the_window_that_is_no_model_is_refused_by_name(window, own_list, tmp_path):
    drop(window, write_sdxl(tmp_path / "juggernaut.safetensors"))
    assert "is a Stable Diffusion XL" in window.messages.text
    assert window.document.walk == WALK


def test_what_can_not_be_opened_is_refused_by_name_in_place_of_an_older_error(window, tmp_path):
    window.open(tmp_path / "no such.sd3walk")
    (tmp_path / "song.mp3").write_bytes(b"ID3")
    drop(window, tmp_path / "song.mp3", can_be=False)
    assert "song.mp3 can't be opened here" in window.messages.text
    replace(WALK, title="Dropped").save(tmp_path / "dropped.sd3walk")
    drop(window, tmp_path / "dropped.sd3walk")
    assert "song.mp3" not in window.messages.text


def test_the_frame_goes_with_what_is_dragged_away(window):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile("/tmp/walk.sd3walk")])
    arguments = (mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, *arguments))
    assert window._drop_frame.isVisible()
    QApplication.sendEvent(window, QDragLeaveEvent())
    assert not window._drop_frame.isVisible()


def test_a_card_that_takes_a_picture_is_framed_while_it_is_dragged_over_it(window, tmp_path):
    card = window.path_panel.editor().cards[0]
    frame = card.findChild(DropFrame)
    for name, taken in (("photo.png", True), ("song.mp3", False)):
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(tmp_path / name))])
        arguments = (mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(card, QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, *arguments))
        assert frame.isVisible() == taken
        QApplication.sendEvent(card, QDragLeaveEvent())
        assert not frame.isVisible()


def parts_of(window):
    """Those with names that its objects have in Python, some levels deep."""
    found, level = [], [window]
    for _ in range(4):
        level = [part for each in level for part in vars(each).values() if isinstance(part, QWidget)]
        found += level
    return found


def test_nothing_that_is_shown_goes_as_garbage(qtbot, window):
    edit = prompts(window)[0]
    edit.setFocus()
    card = window.path_panel.editor().cards[0]
    height = card.height()
    qtbot.keyClicks(edit, 6 * " a small wizard and a castle")
    # What keeps a card in sight that grows looks for the area that scrolls.
    qtbot.waitUntil(lambda: card.height() > height)
    QApplication.processEvents()
    gc.collect()
    parts = parts_of(window)
    assert len(parts) > 50
    assert all(map(isValid, parts))


def test_what_cannot_be_drawn_of_one_walk_is_not_offered_for_another(window):
    window.document.edit(replace(WALK, path=Hold(Prompts("a __colour__ dog"))), "")
    trigger(window, "draw_wildcards")
    assert "__colour__" in window.messages.text
    window.document.show(WALK)
    assert window.messages.text == ""


def test_what_another_model_changes_is_said_until_it_is_undone(window):
    window.models.chosen.emit("stable_diffusion_3_medium")
    assert window.document.walk.sampler == Sampler()
    assert "Stable Diffusion 3 Medium has its own steps, guidance and size" in window.messages.text
    trigger(window, "undo")
    assert "steps" not in window.messages.text


def test_a_dropped_model_that_lacks_something_says_what(qtbot, window, own_list, tmp_path):
    drop(window, write_model(tmp_path / "bare.safetensors", parts=("mmdit",)))
    qtbot.waitUntil(lambda: "has no" in window.messages.text)
    assert "clip_l.safetensors" in window.messages.text
    assert window.document.walk == WALK


IMPOSSIBLE = {
    "a size": (Model("starter", (4096, 4096)), "can't make pictures of 4096x4096: height and width must be"),
    "a name": (Model("no such model"), 'preset and no folder is called "no such model"'),
}


@pytest.mark.parametrize("case", IMPOSSIBLE)
def test_what_is_impossible_is_reported_in_one_place_and_again_by_render(case, qtbot, window):
    model, sentence = IMPOSSIBLE[case]
    with qtbot.waitSignal(window.frames.trouble):
        window.document.edit(replace(WALK, model=model), "Change model")
    offered = [each.text() for each in window.messages.findChildren(QPushButton) if each.isVisible()]
    assert offered == ["Models…"]
    window.messages.dismiss()
    trigger(window, "render")
    assert sentence in window.messages.text
    assert window.statusBar().text == "This walk can't be rendered"
    assert choose(window.frames, 0, Shown()).text == ""
    assert "not on this machine" not in window.messages.text


def test_an_impossible_image_size_is_reported_in_words(qtbot, window):
    with qtbot.waitSignal(window.frames.trouble):
        window.document.edit(replace(WALK, model=Model("starter", (4096, 4096))), "Change image size")
    assert "4096" in window.messages.text
    with qtbot.waitSignal(window.frames.reset):
        trigger(window, "undo")
    assert window.messages.text == ""


def test_unsaved_edits_of_a_window_that_was_killed_are_offered(qtbot, window, open_window, tmp_path):
    gone = Recovery(tmp_path / "state" / "recovery")
    gone.keep(replace(WALK, title="Lost and found"), None)
    gone.write()
    for lock in gone._locks.values():
        lock.unlock()
    window.files.offer_leftovers()
    assert "Lost and found" in window.messages.text
    with qtbot.waitSignal(window.frames.reset):
        button(window.messages, "Restore").click()
    assert window.document.walk.title == "Lost and found"
    assert window.document.modified


def test_edits_are_kept_for_recovery_within_seconds_and_forgotten_after_saving(qtbot, window, tmp_path):
    folder = tmp_path / "state" / "recovery"
    window.document.edit(replace(WALK, title="Precious"), "Change title")
    qtbot.waitUntil(lambda: any(folder.glob("[!.]*.sd3walk")))
    [kept] = folder.glob("[!.]*.sd3walk")
    assert Walk.load(kept).title == "Precious"
    window.document.save(tmp_path / "precious.sd3walk")
    qtbot.waitUntil(lambda: not any(folder.glob("[!.]*.sd3walk")))


def test_a_file_that_another_window_has_opens_as_a_copy(qtbot, window, open_window, tmp_path):
    file = tmp_path / "shared.sd3walk"
    WALK.save(file)
    window.open(file)
    other = open_window()
    other.open(file)
    assert other.document.file is None
    assert other.document.walk == WALK
    assert "open in another window" in other.messages.text


def test_every_action_has_a_text_and_no_two_share_a_key(window):
    seen = {}
    for name, action in window.actions_by_id.items():
        assert action.text()
        for keys in action.shortcuts():
            assert len(set(action.shortcuts())) == len(action.shortcuts())
            assert keys.toString() not in seen, f"{name} and {seen.get(keys.toString())}"
            seen[keys.toString()] = name


def test_the_layout_is_remembered(qtbot, window, open_window):
    first, *others = before = window.regions.widths
    window.regions.widths = [first + 40, others[0] - 40, others[1]]
    moved = window.regions.widths
    window.close()
    assert moved != before
    again = open_window().regions.widths
    # The middle takes what the screen leaves.
    assert (again[0], again[2]) == (moved[0], moved[2])


def test_in_the_lowest_window_the_export_panel_has_the_room_that_it_needs(qtbot, window):
    panel = window.export_panel
    window.control.render()
    qtbot.waitUntil(panel.copy_action.isEnabled)
    window.resize(window.minimumSize())
    QApplication.processEvents()
    assert window.height() == 600
    assert panel.height() >= panel.minimumSizeHint().height()


def test_everything_fits_into_a_small_screen(qtbot, window):
    window.resize(1280, 720)
    QApplication.processEvents()
    assert (window.width(), window.height()) == (1280, 720)
    for part in (window.path_panel, window.preview, window.timeline, window.export_panel):
        assert part.visibleRegion().boundingRect().width() >= 200


def test_everything_that_can_have_the_focus_has_a_name_and_a_role_for_screen_readers(window):
    show_roles()
    told = {
        widget: QAccessible.queryAccessibleInterface(widget)
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        # A spin box speaks for the field in it.
        and not isinstance(widget.parent(), QAbstractSpinBox)
        and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
    }
    assert [widget for widget, it in told.items() if not it.text(QAccessible.Text.Name)] == []
    # What Qt says of a widget that it doesn't know.
    assert [widget for widget, it in told.items() if it.role() == QAccessible.Role.Client] == []
    assert told[window.preview].role() == QAccessible.Role.Graphic


def test_the_keyboard_alone_reaches_every_region(qtbot, window):
    window.timeline.setFocus()
    reached = set()
    for _ in range(80):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        for region in (window.path_panel, window.sampler_panel, window.export_panel, window.timeline):
            if region is focus or region.isAncestorOf(focus):
                reached.add(region)
    assert reached == {window.path_panel, window.sampler_panel, window.export_panel, window.timeline}


def test_the_keyboard_goes_through_the_toolbar_before_the_path(qtbot, window):
    window.timeline.tracks.keyframes.setFocus()
    reached = []
    while window.path_panel.kinds not in reached and len(reached) < 20:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        reached.append(QApplication.focusWidget())
    buttons = reached[:-1]
    assert [window._toolbar.isAncestorOf(each) for each in buttons] == [True] * len(buttons)
    assert [each.accessibleName() or each.text() for each in buttons] == [
        "Render",
        "Live",
        "The model: choose another",
    ]
    places = [each.x() for each in buttons]
    assert places == sorted(places)


def test_the_keyboard_goes_through_the_settings_of_an_export_from_above_to_below(qtbot, window):
    panel = window.export_panel
    window.sampler_panel.loop.back.setFocus()
    heights = []
    while panel not in (last := QApplication.focusWidget(),) and len(heights) < 9:
        qtbot.keyClick(last, Qt.Key.Key_Tab)
        if not panel.isAncestorOf(QApplication.focusWidget()):
            break
        focus = QApplication.focusWidget()
        heights.append(focus.mapTo(panel, focus.rect().center()).y())
    assert len(heights) >= 4
    assert heights == sorted(heights)


def test_the_keyboard_goes_through_the_prompts_in_the_order_they_are_seen(qtbot, window):
    window.timeline.setFocus()
    seen = []
    while window.preview not in seen and len(seen) < 60:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    reached = [widget.text() for widget in seen if isinstance(widget, PromptEdit)]
    assert reached == ["a dog", "a cat", "a fox"]


def test_no_letter_with_alt_means_two_things(window):
    texts = [action.text() for action in window.menuBar().actions()]
    texts += [label.text() for label in window.findChildren(QLabel) if label.buddy() and label.isVisible()]
    letters = [QKeySequence.mnemonic(text).toString() for text in texts if "&" in text]
    assert len(letters) > 10
    assert len(set(letters)) == len(letters)


def test_a_selection_is_counted_for_itself(qtbot, window):
    told = []
    window.control.changed.connect(lambda _: told.append(window.statusBar().text))
    window.timeline.selection_changed.emit([2, 3, 4])
    assert window.actions_by_id["render_selection"].text() == "Render s&election (3 frames)"
    window.control.render([2, 3, 4])
    qtbot.waitUntil(lambda: window.frames.done_count == 3 and not window.control.state.working)
    assert "Rendering 1 of 3 selected" in told
    assert window.statusBar().text.startswith("3 of 9 frames")


def test_frames_that_are_selected_in_one_walk_are_not_in_the_next(qtbot, window):
    strip = window.timeline.tracks.strip
    for frame in (6, 8):
        place = QPoint(round(window.timeline.tracks.axis.centre(frame) - INSET), 20)
        control = Qt.KeyboardModifier.ControlModifier
        qtbot.mouseClick(strip.viewport(), Qt.MouseButton.LeftButton, control, place)
    assert window.timeline.selected_indices() == [6, 8]
    show(qtbot, window, replace(WALK, title="Another", path=Hold(Prompts("a house"))))
    assert window.timeline.selected_indices() == []
    assert not window.actions_by_id["render_selection"].isEnabled()


def test_a_title_is_no_longer_than_a_walk_file_takes(qtbot, window, tmp_path):
    trigger(window, "title")
    [line] = window.findChild(QInputDialog).findChildren(QLineEdit)
    line.setFocus()
    QApplication.clipboard().setText("x" * 20_000)
    line.selectAll()
    line.paste()
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert len(window.document.walk.title) == 10_000
    window.document.save(tmp_path / "long.sd3walk")
    assert Walk.load(tmp_path / "long.sd3walk") == window.document.walk


EVEN = replace(WALK, timing=Timing(12, 25.0, Ending.ONCE, Motion.EVEN))


def test_the_search_for_even_places_is_reported_from_beginning_to_end(qtbot, open_window):
    window = open_window(LeapingModel, apart=True)
    show(qtbot, window, EVEN)
    label, told, labels = window.timeline.transport.motion.label, [], []

    def look(_):
        told.append(window.statusBar().text)
        labels.append(label.text())

    window.control.changed.connect(look)
    trigger(window, "render")
    wait_until_done(qtbot, window)
    begins = [text.partition(" · ")[0] for text in told if not text.endswith("…")]
    assert [*dict.fromkeys(begins)] == [
        "Making the motion even",
        "Rendering 12 of 12",
        "All 12 frames rendered",
    ]
    assert begins == sorted(begins, key=[*dict.fromkeys(begins)].index)
    searching = [text for text in labels if text.startswith("Making")]
    assert set(labels[labels.index(searching[0]) :][: len(searching)]) == {"Making the motion even…"}


def test_even_motion_is_an_edit_that_can_be_undone(qtbot, open_window):
    window = open_window(LeapingModel)
    show(qtbot, window, WALK)
    trigger(window, "render")
    wait_until_done(qtbot, window)
    switch = window.timeline.transport.motion.even
    with qtbot.waitSignal(window.frames.reset):
        qtbot.mouseClick(switch, Qt.MouseButton.LeftButton)
    assert window.document.walk.is_even
    assert window.actions_by_id["undo"].text() == "&Undo even motion"
    wait_until_done(qtbot, window)
    with qtbot.waitSignal(window.frames.reset):
        trigger(window, "undo")
    assert not switch.isChecked()
    assert window.frames.all_done


@pytest.fixture
def even_window(qtbot, open_window):
    """A window on an even walk that is rendered."""
    window = open_window(LeapingModel)
    show(qtbot, window, EVEN)
    trigger(window, "render")
    wait_until_done(qtbot, window)
    return window


def test_an_even_walk_is_saved_with_the_places_that_were_found(even_window, tmp_path):
    file = tmp_path / "even.sd3walk"
    even_window.document.save(file)
    assert Walk.load(file).placement is None
    assert even_window.files.save()
    found = even_window.frames.placed_walk
    assert found.placement is not None and Walk.load(file) == found
    assert even_window.document.walk == EVEN and not even_window.document.modified


def test_places_that_are_still_looked_for_are_not_saved(qtbot, open_window, tmp_path):
    window = open_window()
    show(qtbot, window, EVEN)
    file = tmp_path / "even.sd3walk"
    window.document.save(file)
    assert window.frames.searching and window.files.save()
    assert Walk.load(file).placement is None


def test_keyframes_of_an_even_walk_are_shown_where_its_frames_show_them(qtbot, even_window):
    # Where nothing changes from one keyframe to the next, no time is lost.
    dog, cat, fox = WALK.path.keyframes
    with qtbot.waitSignal(even_window.frames.reset):
        even_window.document.edit(replace(EVEN, path=Morph((dog, cat, cat, fox))), "edit")
    wait_until_done(qtbot, even_window)
    frames = keyframe_frames(even_window.frames.placed_walk)
    assert frames[2] - frames[1] <= 1
    cards = even_window.path_panel.editor().cards
    assert [card.prompts.note.text() for card in cards] == [f"frame {frame + 1}" for frame in frames]
    even_window.path_panel.keyframe_selected.emit(1)
    assert even_window.playhead.index == frames[1]


def test_the_mix_of_a_frame_is_that_of_its_place(even_window):
    placed = even_window.frames.placed_walk
    assert line_texts(placed, None, 3) != line_texts(EVEN, None, 3)
    even_window.playhead.move_to(3)
    assert even_window.preview.accessibleDescription().startswith(line_texts(placed, None, 3)[0])


def test_while_one_types_nothing_that_is_known_of_places_jumps(qtbot, even_window):
    note = even_window.path_panel.editor().cards[1].prompts.note
    notes = []
    even_window.document.walk_changed.connect(lambda _: notes.append(note.text()))
    before = note.text()
    even_window.control.stop()
    type_into(qtbot, prompts(even_window)[2], "a bear")
    qtbot.waitUntil(lambda: even_window.frames.walk == even_window.document.walk)
    assert {*notes, note.text()} == {before}


def test_what_is_known_of_places_is_no_part_of_an_edit(even_window):
    # As when a diamond was dragged back to where it was.
    even_window.timeline.edited.emit(even_window.frames.placed_walk, "Move keyframe", "")
    assert even_window.document.walk == EVEN
    assert not even_window.document.undo_stack.canUndo()


def test_a_keyframe_made_on_an_even_walk_is_the_selected_one(even_window):
    before = keyframe_frames(even_window.frames.placed_walk)
    even_window.playhead.move_to(before[1] + 2)
    trigger(even_window, "make_keyframe")
    assert len(even_window.document.walk.path.keyframes) == 4
    assert even_window.timeline.tracks.keyframes.selected == 2


@pytest.mark.parametrize("after", [1, 2])
def test_the_keyboard_comes_to_a_keyframe_made_on_an_even_walk(qtbot, even_window, after):
    even_window.activateWindow()
    qtbot.waitUntil(even_window.isActiveWindow)
    even_window.playhead.move_to(keyframe_frames(even_window.frames.placed_walk)[1] + after)
    trigger(even_window, "make_keyframe")
    assert even_window.path_panel.editor().cards[2].isAncestorOf(even_window.focusWidget())
    qtbot.keyClicks(even_window.focusWidget(), "x")
    assert written(even_window) == ["a dog", "a cat", "x", "a fox"]


def test_a_keyframe_made_in_a_blend_puts_the_cursor_into_no_pin(qtbot, window):
    show(qtbot, window, replace(WALK, path=Blend.of(WALK.path.prompts)))
    window.timeline.setFocus()
    window.playhead.move_to(2)
    trigger(window, "make_keyframe")
    assert len(window.document.walk.path.keyframes) == 4
    assert not isinstance(window.focusWidget(), PromptEdit)


def test_the_playhead_stays_where_a_keyframe_is_made_on_an_even_walk(even_window):
    frame = keyframe_frames(even_window.frames.placed_walk)[1] + 2
    even_window.playhead.move_to(frame)
    trigger(even_window, "make_keyframe")
    assert even_window.playhead.index == frame


def test_a_keyframe_made_on_an_even_walk_changes_no_frame_and_looks_for_nothing(qtbot, even_window):
    rendered = []
    even_window._thread.rendered.connect(lambda *_: rendered.append(1))
    shown, places = even_window.frames.digests, keyframe_frames(even_window.frames.placed_walk)
    even_window.playhead.move_to(places[1] + 2)
    with qtbot.waitSignal(even_window.frames.reset):
        trigger(even_window, "make_keyframe")
    assert even_window.frames.all_done
    assert even_window.frames.digests == shown
    assert [*places[:2], places[1] + 2, *places[2:]] == keyframe_frames(even_window.frames.placed_walk)
    with qtbot.waitSignal(even_window.frames.reset):
        trigger(even_window, "undo")
    assert (even_window.frames.all_done, rendered) == (True, [])


def test_what_the_map_did_is_rendered_and_undone_from_there(qtbot, window):
    before = window.document.walk
    trigger(window, "map")
    qtbot.waitActive(window.map)
    plane = window.map.view
    for place in window.map._board.places[:2]:
        QTest.mouseClick(plane, Qt.MouseButton.LeftButton, pos=plane.spot(place).toPoint())
    window.map.use_route()
    qtbot.keyClick(plane, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert window.control.on
    qtbot.keyClick(plane, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.document.walk == before
    window.map.close()
    wait_until_done(qtbot, window)


@pytest.mark.parametrize("name", ["map", "explore"])
def test_escape_closes_a_dialog_and_stops_no_rendering(qtbot, window, name):
    dialog = {"map": window.map, "explore": window.sheet}[name]
    window.control.render()
    trigger(window, name)
    qtbot.waitUntil(dialog.isActiveWindow)
    assert window.control.on
    qtbot.keyClick(dialog.view, Qt.Key.Key_Escape)
    assert (dialog.isVisible(), window.control.on) == (False, True)
    wait_until_done(qtbot, window)


def test_what_is_typed_into_an_empty_walk_is_its_first_prompt(qtbot, window):
    window.begin(EMPTY)
    qtbot.waitUntil(lambda: isinstance(window.focusWidget(), PromptEdit))
    qtbot.keyClicks(window.focusWidget(), "jazz")
    assert [prompt.prompt for prompt in window.document.walk.path.prompts] == ["jazz", ""]
    assert not window.playhead.playing


def test_another_walk_is_not_rendered_because_the_last_one_was(qtbot, window, tmp_path):
    trigger(window, "render")
    wait_until_done(qtbot, window)
    replace(WALK, title="Another", sampler=Sampler(3, 1.0)).save(tmp_path / "another.sd3walk")
    with qtbot.waitSignal(window.frames.reset):
        window.open(tmp_path / "another.sd3walk")
    assert not window.control.on
    assert not window.actions_by_id["stop"].isEnabled()


def test_an_untitled_walk_goes_by_its_prompts_wherever_it_is_named(qtbot, window, monkeypatch):
    asked = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *args: asked.append(args[2]) or ("", ""))
    window.begin(EMPTY)
    qtbot.waitUntil(lambda: window.export_panel._flow.name == "untitled-walk.gif")
    for edit, text in zip(prompts(window), ("a 3d dog", "a 3d owl"), strict=True):
        type_into(qtbot, edit, text)
    assert window.windowTitle().startswith("dog to owl")
    trigger(window, "save_as")
    assert FilePath(asked[0]).name == "dog to owl.sd3walk"
    qtbot.waitUntil(lambda: window.export_panel._flow.name == "dog-to-owl.gif")
    window.document.edit(replace(window.document.walk, title="Mine"), "Change title")
    qtbot.waitUntil(lambda: window.export_panel._flow.name == "mine.gif")


def test_walks_are_saved_where_the_last_one_was_else_among_documents(window, tmp_path, monkeypatch):
    asked = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *args: asked.append(args[2]) or ("", ""))
    trigger(window, "save_as")
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    assert FilePath(asked[0]).parent == FilePath(documents)
    WALK.save(tmp_path / "walk.sd3walk")
    add_recent_file(tmp_path / "walk.sd3walk")
    trigger(window, "save_as")
    assert FilePath(asked[1]).parent == tmp_path


def choose_recent(window):
    [recent] = [menu for menu in window.findChildren(QMenu) if menu.title() == "Open &recent"]
    recent.aboutToShow.emit()
    recent.actions()[0].trigger()


def test_a_recent_walk_that_is_gone_is_said_to_be_so_and_leaves_the_list(qtbot, window, tmp_path):
    file = tmp_path / "walk.sd3walk"
    WALK.save(file)
    add_recent_file(file)
    choose_recent(window)
    qtbot.waitUntil(lambda: window.document.file == file)
    file.unlink()
    choose_recent(window)
    qtbot.waitUntil(lambda: "walk.sd3walk is gone" in window.messages.text)
    assert recent_files() == []


def test_a_recent_walk_on_a_drive_that_was_taken_out_stays_on_the_list(qtbot, window, tmp_path):
    add_recent_file(tmp_path / "drive" / "walk.sd3walk")
    choose_recent(window)
    qtbot.waitUntil(lambda: "walk.sd3walk" in window.messages.text)
    assert recent_files() == [tmp_path / "drive" / "walk.sd3walk"]


@pytest.fixture
def sleeping(tmp_path, monkeypatch):
    """A folder on a disk that answers nobody until it is woken."""
    awake = threading.Event()
    folder = tmp_path / "sleeping"
    folder.mkdir()

    def slowly(look):
        def looked(path, *args, **kwargs):
            if isinstance(path, str | os.PathLike) and folder in (FilePath(path), *FilePath(path).parents):
                awake.wait(SECONDS_ASLEEP)
            return look(path, *args, **kwargs)

        return looked

    for name in ("stat", "lstat"):
        monkeypatch.setattr(os, name, slowly(getattr(os, name)))
    yield folder, awake
    awake.set()


def test_while_a_disk_sleeps_the_window_goes_on_and_then_opens_what_was_asked_for(
    qtbot, window, sleeping, tmp_path
):
    folder, awake = sleeping
    awake.set()
    replace(WALK, title="Asleep").save(folder / "walk.sd3walk")
    awake.clear()
    add_recent_file(folder / "walk.sd3walk")
    began = time.monotonic()
    choose_recent(window)
    drop(window, folder / "walk.sd3walk")
    assert time.monotonic() - began < SECONDS_ASLEEP
    assert window.document.walk == WALK
    awake.set()
    qtbot.waitUntil(lambda: window.document.walk.title == "Asleep")


def test_a_dialog_begins_elsewhere_while_the_disk_of_the_last_walk_sleeps(window, sleeping, monkeypatch):
    asked = []
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *args: asked.append(args[2]) or ("", ""))
    folder, awake = sleeping
    add_recent_file(folder / "walk.sd3walk")
    for _ in range(2):
        trigger(window, "open")
        awake.set()
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    assert [FilePath(name) for name in asked] == [FilePath(documents), folder]


# What is preferred, and what the menus do with a walk


def test_keys_that_were_chosen_hold_at_once_and_are_in_the_sheet_and_the_tips(qtbot, window):
    star = window.actions_by_id["star"]
    window.preferences.take(Preferences(keys={"star": "F9", "render": "F8", "play": "", "compare": "F7"}))
    assert window._status.text == "0 of 9 frames · F8 renders the rest"
    assert window.timeline.transport._hint.text() == "J K L · ← → step · I make keyframe"
    assert window.versions_bar.compare.toolTip().endswith("(F7)")
    assert [key.toString() for key in star.shortcuts()] == ["F9"]
    assert star.toolTip().endswith("(F9)")
    trigger(window, "shortcuts")
    [sheet] = window.findChildren(ShortcutsDialog)
    row = next(row for _, row in sheet.findChild(ShortcutTree)._rows if "Star this" in row.text(0))
    assert row.text(1) == "F9"
    sheet.close()


def test_a_new_walk_has_the_model_that_is_preferred_and_examples_keep_theirs(qtbot, window):
    window.preferences.take(Preferences(model="hf://somebody/fox"))
    window.begin(EMPTY)
    assert window.document.walk.model.preset == "hf://somebody/fox"
    assert not window.document.modified
    window.begin(Walk.load(example_path("friends")))
    assert window.document.walk.model.preset == "starter"


def test_reverse_and_shuffle_are_edits_of_paths_that_can_be(qtbot, window):
    trigger(window, "reverse")
    assert written(window) == ["a fox", "a cat", "a dog"]
    trigger(window, "shuffle")
    assert sorted(written(window)) == ["a cat", "a dog", "a fox"]
    assert written(window) != ["a fox", "a cat", "a dog"]
    trigger(window, "undo")
    trigger(window, "undo")
    assert window.document.walk == WALK
    show(qtbot, window, replace(WALK, path=Hold(Prompts("a dog"))))
    assert not window.actions_by_id["reverse"].isEnabled()
    assert not window.actions_by_id["shuffle"].isEnabled()


def test_a_duplicate_has_no_file_and_no_title(qtbot, window, tmp_path):
    file = tmp_path / "dog.sd3walk"
    WALK.save(file)
    window.files.open(file)
    trigger(window, "duplicate")
    assert window.document.file is None
    assert window.document.walk == replace(WALK, title="")


def test_another_walk_has_no_loop_range_and_no_layer_stays_beside_another(qtbot, window):
    actions = window.actions_by_id
    window.playhead.move_to(2)
    trigger(window, "loop_from")
    assert actions["loop_all"].isEnabled()
    show(qtbot, window, Walk.load(example_path("friends")))
    assert window.playhead.loop_range is None
    assert not actions["loop_all"].isEnabled()
    trigger(window, "onion")
    trigger(window, "difference")
    assert (actions["onion"].isChecked(), actions["difference"].isChecked()) == (False, True)


def test_full_screen_shows_the_walk_and_its_keys_work_there(qtbot, window):
    trigger(window, "full_screen")
    [screen] = [each for each in window.findChildren(FullScreen) if each.isVisible()]
    qtbot.keyClick(screen, Qt.Key.Key_K)
    assert not window.playhead.playing
    qtbot.keyClick(screen, Qt.Key.Key_End)
    assert window.playhead.index == WALK.frame_count - 1
    qtbot.keyClick(screen, Qt.Key.Key_F11)
    assert not screen.isVisible()


def test_a_right_click_on_a_frame_opens_the_menu_of_it(qtbot, window):
    strip = window.timeline.tracks.strip.viewport()
    x = round(window.timeline.tracks.axis.centre(4)) - INSET
    place = QPoint(x, 10)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, strip.mapToGlobal(place))
    QApplication.sendEvent(strip, event)
    menu = QApplication.activePopupWidget()
    assert window.actions_by_id["star"] in menu.actions()
    assert window.playhead.index == 4
    menu.close()


def test_another_backend_and_precision_hold_without_a_restart(qtbot, qapp, open_window, tmp_path):
    def choose_place(backend, precision, devices):
        if backend == "jax":
            raise RenderError("jax sees no device; install its drivers")
        return ChildProcess(tmp_path / "engine.log", backend=backend, asked_precision=precision)

    place = ChosenPlace(choose_place, "tensorflow", "float32")
    window = open_window(place=place)
    show(qtbot, window, WALK)
    before = window.frames.digests
    with qtbot.waitSignal(window.frames.reset):
        _follow(Preferences(backend="torch", precision="float16"), qapp, window, place)
    settings = window.control.engine_settings
    assert (settings.backend, settings.precision, window.frames.precision) == ("torch", "float16", "float16")
    assert not set(window.frames.digests) & set(before)
    _follow(Preferences(backend="jax"), qapp, window, place)
    assert window.messages.text == "Jax sees no device; install its drivers"
    assert window.control.engine_settings.backend == "torch"
