"""Every journey by the keyboard alone: keys go to whatever has the focus, as a user's do."""

import os
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QAccessible, QClipboard, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QScrollBar,
    QTabBar,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from sd3explorer.app.export.maker import CHOICES
from sd3explorer.app.help.reader import Reader
from sd3explorer.app.models.dialog import ModelsDialog
from sd3explorer.app.models.table import PRESET_ROLE
from sd3explorer.app.preferences.remembered import remembered
from sd3explorer.app.texts import without_key
from sd3explorer.app.theme import Scheme
from sd3explorer.export import read_walk
from sd3explorer.presets import places
from sd3explorer.presets.entry import Entry as ListedModel
from sd3explorer.presets.library import Library
from sd3explorer.queue.entry import Order, State
from sd3explorer.walk.easing import Bezier, Easing
from sd3explorer.walk.paths import Blend, Keyframe, Morph
from sd3explorer.walk.sampler import Sampler
from sd3explorer.walk.timing import Ending, Timing
from sd3explorer.walk.walk import Walk
from tests.app.computer.test_dialog import FOUND
from tests.app.test_main_window import open_window, show, wait_until_done
from tests.empty_home import make_empty_home
from tests.presets.headers import MEDIUM_35, write_model

__all__ = ["open_window"]

WALK = Walk(
    title="Dog to cat",
    path=Morph((Keyframe("a dog"), Keyframe("a cat"), Keyframe("a fox"))),
    timing=Timing(5, 25.0, Ending.ONCE),
    sampler=Sampler(2, 1.0),
)

# A window has about sixty stops.
MOST_STOPS = 120
# What a keyboard should come to wherever it can be used.
CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
)
PARTS_OF_OTHERS = (QScrollBar, QHeaderView)


class Keyboard:
    """Keys, and what one sees of where they go. It never says which widget gets them."""

    def __init__(self):
        self._windows = []

    def press(self, *keys):
        for key in keys:
            QTest.keySequence(self._target(), QKeySequence(key))
            QApplication.processEvents()

    def type(self, text):
        for letter in text:
            QTest.keyClicks(self._target(), letter)
            QApplication.processEvents()

    def _target(self):
        self._activate()
        return QApplication.activePopupWidget() or self.focus or QApplication.activeWindow()

    def _activate(self):
        """What a desktop does when the window that had the keyboard has gone: the one before has it."""
        QApplication.processEvents()
        if QApplication.activeWindow() is None and QApplication.activePopupWidget() is None:
            self._windows = [each for each in self._windows if isValid(each) and each.isVisible()]
            self._windows[-1].activateWindow()
            QApplication.processEvents()
        active = QApplication.activeWindow()
        self._windows = [*(each for each in self._windows if each is not active), active]

    @property
    def focus(self):
        return QApplication.focusWidget()

    @property
    def name(self):
        """What a screen reader calls the control that has the focus."""
        self._activate()
        return name_of(self.focus)

    def tab_to(self, name, back=False):
        passed = []
        while not passed or (self.name != name and len(passed) < MOST_STOPS):
            self.press("Shift+Tab" if back else "Tab")
            passed.append(self.name)
        assert self.name == name, f"{name} is not among {passed}"

    def menu(self, *texts):
        """Chooses from the menus: the first one by its letter, what is in it by the arrows."""
        self._activate()
        bar = QApplication.activeWindow().menuBar()
        title = next(each.text() for each in bar.actions() if without_key(each.text()) == texts[0])
        self.press(QKeySequence.mnemonic(title))
        for number, text in enumerate(texts[1:], 1):
            self.go_to(text)
            self.press("Return" if number == len(texts) - 1 else "Right")

    def go_to(self, text):
        """Goes down the menu that is open."""
        menu, passed = QApplication.activePopupWidget(), []
        assert isinstance(menu, QMenu)
        action = menu.activeAction()
        while action is None or (without_key(action.text()) != text and len(passed) < MOST_STOPS):
            self.press("Down")
            action = menu.activeAction()
            passed.append(action.text())
        assert without_key(action.text()) == text, f"{text} is not among {passed}"


def name_of(widget):
    if widget is None:
        return ""
    # Which on this system is a relation of its own for screen readers.
    labels = [each for each in widget.window().findChildren(QLabel) if each.buddy() is widget]
    told = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    return without_key(labels[0].text() if labels else told)


@pytest.fixture
def keys():
    return Keyboard()


@pytest.fixture
def window(qtbot, open_window):
    window = open_window()
    show(qtbot, window, WALK)
    window.activateWindow()
    qtbot.waitUntil(window.timeline.hasFocus)
    return window


@pytest.fixture
def rendered(qtbot, window, keys):
    keys.press("Ctrl+Return")
    wait_until_done(qtbot, window)
    qtbot.waitUntil(window.export_panel.save_action.isEnabled)
    return window


def shown(is_it):
    windows = QApplication.topLevelWidgets()
    return next(each for each in windows if each.isVisible() and is_it(each))


def answer(qtbot, keys, text):
    """Types into a dialog that asks for a file or a name; the folder, which is long here, is pasted."""
    qtbot.waitUntil(lambda: isinstance(keys.focus, QLineEdit) and isinstance(keys.focus.window(), QDialog))
    folder, separator, name = str(text).rpartition(os.sep)
    QApplication.clipboard().setText(folder + separator)
    keys.press("Ctrl+A", *["Ctrl+V"] * bool(folder))
    keys.type(name)
    keys.press("Return")


def test_from_an_empty_walk_to_a_gif(qtbot, window, keys, tmp_path):
    keys.press("Ctrl+N", "Home", "Return")
    qtbot.waitUntil(lambda: keys.name == "Prompt 1")
    keys.type("a dog")
    keys.tab_to("Prompt 2")
    keys.type("a cat")
    keys.tab_to("Frames")
    keys.press("Ctrl+A", "3", "Tab")
    walk = window.document.walk
    assert ([each.prompt for each in walk.path.keyframes], walk.frame_count) == (["a dog", "a cat"], 3)
    keys.press("Ctrl+Return")
    wait_until_done(qtbot, window)
    qtbot.waitUntil(window.export_panel.save_action.isEnabled)
    keys.press("Ctrl+E")
    answer(qtbot, keys, tmp_path / "first.gif")
    qtbot.waitUntil(lambda: window.messages.text.startswith("Saved as"))
    assert read_walk(tmp_path / "first.gif").path == window.document.walk.path


def test_a_file_is_opened_edited_and_saved(qtbot, window, keys, tmp_path):
    file = tmp_path / "mine.sd3walk"
    replace(WALK, title="Mine").save(file)
    soon = QTimer(window, interval=10)

    def answer_soon():
        # This dialog returns only when it is answered.
        if QApplication.activeModalWidget() is not None:
            soon.stop()
            answer(qtbot, keys, file)

    soon.timeout.connect(answer_soon)
    soon.start()
    keys.press("Ctrl+O")
    qtbot.waitUntil(lambda: window.document.file == file)
    keys.press("Ctrl+L", "Ctrl+A")
    keys.type("a bear")
    keys.press("Esc", "Ctrl+S")
    assert Walk.load(file).path.keyframes[0].prompt == "a bear"
    assert keys.name == "Timeline"


def test_a_walk_is_scrubbed_played_and_looped(qtbot, window, keys):
    head = window.playhead
    keys.press("End", "Left", "]", "Home", "Right", "[")
    assert (head.index, head.loop_range) == (1, range(1, 4))
    keys.press("Space")
    assert head.playing
    keys.press("K", "\\")
    assert (head.playing, head.loop_range) == (False, None)


def test_keyframes_are_made_moved_and_deleted_on_the_timeline(qtbot, window, keys):
    keys.press("Right", "I")
    assert keys.name == "Write prompt 2"
    keys.type("a wolf")
    keys.press("Esc")
    keys.tab_to("Keyframes")
    keys.press("Right", "Alt+Right")
    prompts = [each.prompt for each in window.document.walk.path.keyframes]
    assert "a wolf" in prompts
    assert len(prompts) == 4
    keys.press("Delete")
    assert len(window.document.walk.path.keyframes) == 3
    keys.press("Ctrl+Z")
    assert len(window.document.walk.path.keyframes) == 4


def test_a_curve_is_bent_and_made_straight_again(qtbot, window, keys):
    keys.tab_to("First handle of way 1")
    keys.press("Right", "Down")
    assert isinstance(window.document.walk.path.keyframes[0].easing, Bezier)
    keys.press("Delete")
    keys.tab_to("Second handle of way 1")
    keys.press("Delete")
    easing = window.document.walk.path.keyframes[0].easing
    assert easing in (Easing.LINEAR, Bezier(1 / 3, 1 / 3, 2 / 3, 2 / 3))


def test_live_mode_shows_drafts_wherever_one_goes(qtbot, window, keys):
    keys.press("Ctrl+Shift+L", "Right")
    qtbot.waitUntil(lambda: window.frames.image(1) is not None)
    keys.press("Ctrl+Shift+L")
    assert not window.actions_by_id["live"].isChecked()
    wait_until_at_rest(qtbot, window)


def wait_until_at_rest(qtbot, window):
    qtbot.waitUntil(lambda: not window.control.state.working)


def test_a_route_over_the_map_becomes_the_path(qtbot, window, keys):
    keys.menu("Walk", "Map…")
    qtbot.waitUntil(lambda: window.map._measured is not None)
    assert keys.name == "Map"
    keys.tab_to("Another prompt for the map")
    keys.type("a horse")
    keys.press("Return")
    keys.tab_to("Map")
    keys.press("N", "Return", "N", "Return")
    keys.tab_to("Walk along it")
    keys.press("Space", "Esc")
    path = window.document.walk.path
    assert isinstance(path, Blend)
    assert not window.map.isVisible()
    wait_until_at_rest(qtbot, window)


def test_another_kind_of_path_is_chosen_and_filled(qtbot, window, keys):
    keys.tab_to("Morph")
    keys.press("Right", "Right", "Right", "Right")
    keys.tab_to("Prompt")
    keys.press("Ctrl+A")
    keys.type("a whale")
    assert "a whale" in [each.prompt for each in window.document.walk.path.prompts]


def test_a_model_is_added_fetched_and_chosen(qtbot, window, keys, tmp_path, monkeypatch):
    make_empty_home(tmp_path, monkeypatch)
    own, asked = tmp_path / "own.safetensors", []
    write_model(own, MEDIUM_35)
    near = ListedModel("near", tmp_path, asked=True)

    def look(*_):
        fetched = ListedModel("far", tmp_path if asked else None, asked=True)
        added = [ListedModel(str(place), place, asked=True) for place in places.added()]
        return Library((fetched, near, *added))

    def fetch(preset, on_progress):
        asked.append(preset)

    models = ModelsDialog(window, fetch, look)
    models.chosen.connect(lambda preset: asked.append(f"use {preset}"))
    models.show()
    qtbot.waitUntil(lambda: len(listed(models)) == 2)
    keys.press("Home", "Alt+F")
    qtbot.waitUntil(lambda: asked == ["far"])
    keys.press("Down", "Return")
    assert asked == ["far", "use near"]
    keys.tab_to("Add a file…")
    keys.press("Space")
    answer(qtbot, keys, own)
    qtbot.waitUntil(lambda: listed(models) == ["far", "near", str(own)])
    keys.press("Esc")
    assert not models.isVisible()
    models.shut_down()
    models.deleteLater()


def listed(models):
    rows = range(models._view.model().rowCount())
    return [models._view.model().index(row, 0).data(PRESET_ROLE) for row in rows]


def test_an_engine_is_added_and_removed(qtbot, window, keys):
    keys.press("Ctrl+,", "Home", "Down", "Down")
    keys.tab_to("Add an engine")
    keys.type("box")
    keys.press("Return")
    assert remembered().engines == ("ssh://box",)
    keys.tab_to("Engines on other machines", back=True)
    keys.press("Space")
    keys.tab_to("Remove")
    keys.press("Space")
    assert remembered().engines == ()
    keys.press("Esc")
    assert keys.name == "Timeline"


def test_walks_are_queued_ordered_retried_and_removed(qtbot, window, keys, tmp_path):
    for name in "abc":
        keys.press("Ctrl+Shift+A")
        answer(qtbot, keys, tmp_path / f"{name}.gif")
        qtbot.waitUntil(lambda name=name: files(window)[-1:] == [f"{name}.gif"])
    queue = window.watch._queue
    queue.end(queue.take().id, State.FAILED, "The disk is full")
    keys.menu("Render", "Show queue")
    qtbot.waitUntil(lambda: window.watch.state.entries[0].state is State.FAILED)
    keys.press("Home", "Alt+G")
    qtbot.waitUntil(lambda: window.watch.state.entries[0].state is State.WAITING)
    keys.press("Home", "Alt+Down")
    qtbot.waitUntil(lambda: files(window) == ["b.gif", "a.gif", "c.gif"])
    keys.press("Home", "Delete")
    qtbot.waitUntil(lambda: files(window) == ["a.gif", "c.gif"])
    keys.press("Esc")
    assert not window.queue.isVisible()


def files(window):
    return [entry.target.name for entry in window.watch.state.entries]


def test_a_queue_is_started_and_paused(qtbot, window, keys, tmp_path, monkeypatch):
    window.watch._queue.add(Order(WALK, tmp_path / "a.gif"))
    window.watch.look()
    qtbot.waitUntil(lambda: files(window) == ["a.gif"])
    asked = []
    monkeypatch.setattr(window.watch, "run", lambda words: asked.append("run"))
    monkeypatch.setattr(window.watch, "pause", lambda: asked.append("pause"))
    keys.menu("Render", "Show queue")
    keys.tab_to("Start")
    keys.press("Space")
    window.watch.changed.emit(replace(window.watch.state, is_run=True))
    keys.tab_to("Pause")
    keys.press("Space")
    assert asked == ["run", "pause"]


def test_preferences_and_keys_are_chosen(qtbot, window, keys):
    keys.press("Ctrl+,", "Home")
    keys.tab_to("Theme")
    keys.press("Down")
    assert remembered().scheme is Scheme.LIGHT
    keys.tab_to("Pages", back=True)
    keys.press("End")
    keys.tab_to("Keyboard shortcuts")
    chosen = []
    window.preferences_dialog.shortcuts.tree.selected.connect(chosen.append)
    keys.press("Down", "Return", "Ctrl+9", "Tab")
    assert window.actions_by_id[chosen[-1]].shortcut().toString() == "Ctrl+9"
    keys.press("Esc")
    assert not window.preferences_dialog.isVisible()


def test_settings_are_kept_by_name_and_applied(qtbot, window, keys):
    keys.menu("Walk", "Settings presets", "Keep these settings…")
    answer(qtbot, keys, "Quick")
    keys.tab_to("Steps")
    keys.press("Ctrl+A", "9", "Return")
    assert window.document.walk.sampler.num_steps == 9
    keys.menu("Walk", "Settings presets", "Quick")
    assert window.document.walk.sampler.num_steps == 2
    keys.menu("Walk", "Settings presets", "Rename or delete…")
    keys.press("Home", "Delete", "Esc")
    assert not window.presets._folder.presets()


def test_the_tour_is_taken_and_left(qtbot, window, keys):
    keys.menu("Help", "Tour")
    assert keys.name == "Next"
    keys.press("Space", "Space")
    assert window.tour.text.startswith("Take it with you")
    keys.press("Esc")
    assert window.tour.text == ""
    assert keys.name == "Timeline"


def test_every_format_is_chosen_and_saved(qtbot, rendered, keys, tmp_path):
    for number, choice in enumerate(CHOICES):
        if keys.name != "Format":
            keys.tab_to("Format", back=True)
        keys.press("Home", *["Down"] * number)
        qtbot.waitUntil(rendered.export_panel.save_action.isEnabled)
        target = tmp_path / f"walk{choice.suffix}"
        if choice.format.is_folder:
            target.mkdir()
        keys.press("Ctrl+E")
        answer(qtbot, keys, target)
        qtbot.waitUntil(lambda: rendered.messages.text == f"Saved as {target}")  # noqa: B023
        assert target.is_file() or any(target.iterdir())


def test_the_help_is_searched_and_read(qtbot, window, keys):
    keys.menu("Help", "Documentation…")
    reader = shown(lambda each: isinstance(each, Reader))
    assert keys.name == "Search"
    keys.type("queue")
    keys.press("Return")
    assert reader.text.textCursor().selectedText().lower() == "queue"
    keys.press("Tab")
    before = reader.list.currentRow()
    keys.press("Down")
    assert reader.list.currentRow() != before
    keys.tab_to("Search")
    keys.press("Esc")
    assert not isValid(reader) or not reader.isVisible()


def test_a_report_is_made_and_copied(qtbot, window, keys):
    window.computer._check = lambda stopped, on_part: FOUND
    keys.menu("Help", "Collect a report…")
    qtbot.waitUntil(lambda: "4 cores" in window.computer.report or bool(window.computer.report))
    keys.tab_to("Copy")
    keys.press("Space", "Esc")
    assert QApplication.clipboard().text(QClipboard.Mode.Clipboard) == window.computer.report


def test_licences_are_found_and_read(qtbot, window, keys):
    keys.menu("Help", "Licences…")
    reader = shown(lambda each: isinstance(each, Reader))
    keys.type("numpy")
    assert "numpy" in reader.list.currentItem().text().lower()
    keys.tab_to("Text")
    keys.press("End", "Esc")
    assert not isValid(reader) or not reader.isVisible()


def test_a_section_is_folded_and_opened_again(qtbot, window, keys):
    keys.tab_to("TIMING")
    keys.press("Space", "Tab")
    assert keys.name == "EXPORT"
    keys.press("Shift+Tab", "Space", "Tab")
    assert keys.name == "Frames"


def test_the_menu_of_what_has_the_keyboard_is_opened_and_left(qtbot, window, keys):
    keys.tab_to("Keyframes")
    keys.press("Shift+F10")
    keys.go_to("Delete keyframe")
    keys.press("Return")
    assert len(window.document.walk.path.keyframes) == 2


OPENED = {
    "new": "New walk",
    "models": "Models",
    "preferences": "Preferences",
    "queue": "Queue",
    "explore": "Explore",
    "map": "Map",
    "history": "History",
    "documentation": "Documentation",
    "licences": "Licences",
    "shortcuts": "Keyboard shortcuts",
    "check_computer": "This computer",
    "title": "Title",
    "export_options": "Export options",
}


def opened(qtbot, window, name):
    """A dialog, as it is when it comes up."""
    window.actions_by_id[name].trigger()
    found = shown(lambda each: each.windowTitle() == OPENED[name])
    found.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is found and QApplication.focusWidget() is not None)
    qtbot.wait(20)
    return found


def stops(keys):
    """All that Tab comes to until it comes round, each with whether it was seen to have the keyboard."""
    found, seen = [], []
    while keys.focus not in found and len(found) < MOST_STOPS:
        focus = keys.focus
        found.append(focus)
        if isinstance(focus, QLineEdit):
            # What is selected is no sign of it.
            focus.deselect()
        before = picture(focus)
        keys.press("Tab")
        seen.append(picture(focus) != before)
    assert keys.focus in found, "Tab never comes round"
    return found, seen


def picture(widget):
    window = widget.window()
    around = widget.rect().translated(widget.mapTo(window, QPoint())).adjusted(-4, -4, 4, 4)
    return window.grab(around).toImage()


def controls(top):
    return [
        each
        for each in top.findChildren(QWidget)
        if each.isVisible()
        and each.isEnabled()
        and each.window() is top
        and isinstance(each, CONTROLS)
        and not isinstance(each, PARTS_OF_OTHERS)
        and not isinstance(each.parent(), (QAbstractSpinBox, QComboBox, QLineEdit))
    ]


def check_stops(top, keys):
    before = controls(top)
    found, seen = stops(keys)
    if any(each not in found for each in controls(top) if each in before):
        # An export that is made anew takes its controls away for a moment.
        found, seen = stops(keys)
    # What comes up meanwhile, as work ends, may be behind already.
    there = [each for each in controls(top) if each in before]
    assert [name_of(each) for each in there if each not in found] == []
    names = map(name_of, found)
    assert [name for name, is_seen in zip(names, seen, strict=True) if not is_seen] == []


def test_tab_comes_to_every_control_of_the_window_is_seen_there_and_comes_round(rendered, keys):
    check_stops(rendered, keys)


def test_tab_comes_to_every_control_of_a_dialog_and_escape_leaves(qtbot, rendered, keys):
    rendered.computer._check = lambda stopped, on_part: FOUND
    rendered.models._lookout._look = lambda *_: Library((ListedModel("near", Path("/"), asked=True),))
    rendered.watch._queue.add(Order(WALK, Path("/a.gif")))
    for name in OPENED:
        assert keys.name == "Timeline"
        dialog = opened(qtbot, rendered, name)
        check_stops(dialog, keys)
        keys.press("Esc")
        assert not isValid(dialog) or not dialog.isVisible(), f"{name} stays"
        assert rendered.control.on, f"Escape in {name} stopped rendering"
