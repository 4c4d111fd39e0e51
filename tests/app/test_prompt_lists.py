"""Lists of prompts in the window: pasted, dropped, opened, copied and drawn, with a real clipboard."""

import json
from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSettings, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QFileDialog, QPushButton, QWidget

from sd3explorer.app.document.document import Document
from sd3explorer.app.document.examples_dialog import EMPTY
from sd3explorer.app.edit_news import EditNews
from sd3explorer.app.main import _begin
from sd3explorer.app.main_window import MainWindow
from sd3explorer.app.messages import MessageBar
from sd3explorer.app.parts import Storage
from sd3explorer.app.path.prompt_edit import PromptEdit
from sd3explorer.app.prompt_lists import PromptLists
from sd3explorer.presets.locate import locate
from sd3explorer.render.local import ThisProcess
from sd3explorer.walk.paths import Grid, Hold, Keyframe, Morph, Prompts
from sd3explorer.walk.timing import Motion, Timing
from sd3explorer.walk.walk import Walk
from tests.gradient import GradientModel

WALK = Walk(
    title="From dog to cat",
    path=Morph((Keyframe("a dog"), Keyframe("a cat"), Keyframe("a fox"))),
    timing=Timing(9, 25.0),
)
DEFORUM = {"prompts": {"0": "a swan", "30": "a crane --neg dark"}, "max_frames": 40, "fps": 15}
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def parts(qtbot):
    """A document, its message bar and what takes lists: all that most of this needs."""
    owner = QWidget()
    qtbot.addWidget(owner)
    document, messages = Document(owner), MessageBar(owner)
    document.show(WALK)
    owner.show()
    return PromptLists(document, messages, EditNews(document, messages, owner), owner), document, messages


@pytest.fixture
def window(qtbot, store, tmp_path):
    QSettings().setValue("engine/warm", False)
    storage = Storage(store, tmp_path / "exports", tmp_path / "state", tmp_path / "app.log")
    window = MainWindow(storage, locate, ThisProcess(tmp_path / "engine.log", load_model=GradientModel))
    window.show()
    with qtbot.waitSignal(window.frames.reset):
        window.files.begin(WALK)
    yield window
    window.document.show(window.document.walk)
    window.close()
    window.deleteLater()


def copied(text):
    QGuiApplication.clipboard().setText(text)


def of_file(file):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    return mime


def drop(widget, file):
    mime = of_file(file)
    arguments = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(widget, QDragEnterEvent(QPoint(5, 5), *arguments))
    QApplication.sendEvent(widget, QDropEvent(QPointF(5, 5), *arguments))


def offered(messages, text):
    buttons = messages.findChildren(QPushButton)
    return next(each for each in buttons if each.text() == text and each.isVisible())


def first_prompt(window):
    return next(edit for edit in window.path_panel.findChildren(PromptEdit) if edit.isVisible())


def test_what_came_of_a_list_is_said_until_it_is_undone(parts):
    lists, document, messages = parts
    document.show(WALK)
    QGuiApplication.clipboard().setText("a {swan|crane}\na dog")
    lists.paste()
    assert "Undo brings the previous path back" in messages.text
    document.edit(replace(document.walk, title="Mine"), "Change title")
    document.undo_stack.undo()
    assert "Undo brings the previous path back" in messages.text
    document.undo_stack.undo()
    assert messages.text == ""


def test_a_pasted_list_takes_the_place_of_the_path_in_one_edit(parts):
    lists, document, messages = parts
    copied("a swan\na crane --neg dark\n")
    lists.paste()
    assert document.walk == replace(WALK, path=Morph((Keyframe("a swan"), Keyframe("a crane", "dark"))))
    assert document.undo_stack.undoText() == "Paste prompts"
    assert messages.level == "info"
    assert messages.text == (
        "The path goes through 2 prompts now, in 9 frames; Undo brings the previous path back."
    )
    document.undo_stack.undo()
    assert document.walk == WALK
    assert not document.modified


def test_frame_numbers_and_frame_rate_come_along(parts):
    lists, document, messages = parts
    document.edit(replace(WALK, timing=replace(WALK.timing, motion=Motion.EVEN)), "Even")
    copied(json.dumps(DEFORUM))
    lists.paste()
    assert document.walk.timing == replace(WALK.timing, frames=40, frame_rate=15.0)
    assert "Motion is steady now" in messages.text


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (" \n", "The list has no prompts: write one per line"),
        ("a\n" * 10_000, "The list has 10,000 prompts, but a walk takes at most 1,000: leave some out"),
        (
            '{"0": "a dog',
            "The list isn't complete JSON (line 1, column 7: Unterminated string starting at); "
            "correct that, or write one prompt per line",
        ),
        ('prompt,frame\n"a,0', "Line 2: is not CSV (unexpected end of data); put cells with quotes in"),
    ],
)
def test_what_is_no_list_is_said_and_changes_nothing(parts, text, message):
    lists, document, messages = parts
    copied(text)
    lists.paste()
    assert messages.text.startswith(message)
    assert messages.level == "error"
    assert document.walk == WALK
    assert not document.modified


def test_a_clipboard_without_text_is_spoken_of(parts):
    lists, document, messages = parts
    QGuiApplication.clipboard().setMimeData(QMimeData())
    lists.paste()
    assert messages.text == "There is no text to paste: copy a list of prompts first, one a line"
    assert document.walk == WALK


def test_what_was_wrong_with_a_list_is_forgotten_when_another_is_taken(parts):
    lists, _, messages = parts
    copied("a __colour__ dog\nc")
    lists.paste()
    lists.draw()
    assert offered(messages, "Choose folder…")
    copied("a\nb")
    lists.paste()
    messages.dismiss()
    assert messages.text == ""


def test_a_file_that_was_copied_is_pasted_as_the_list_in_it(parts, tmp_path):
    lists, document, _ = parts
    (tmp_path / "settings.txt").write_text(json.dumps(DEFORUM))
    QGuiApplication.clipboard().setMimeData(of_file(tmp_path / "settings.txt"))
    lists.paste()
    assert document.walk.path.prompts == (Prompts("a swan"), Prompts("a crane", "dark"))


def test_a_damaged_file_is_named_and_changes_nothing(parts, tmp_path):
    lists, document, messages = parts
    (tmp_path / "prompts.json").write_text('{"0": 3}')
    lists.open(tmp_path / "prompts.json")
    assert messages.text == f'{tmp_path}/prompts.json: "0": must be a text in quotes, not 3'
    assert document.walk == WALK


def test_copied_prompts_can_be_pasted_into_another_walk(parts):
    lists, document, messages = parts
    path = Morph((Keyframe("a dog"), Keyframe("a, cat", "dark", 3.0), Keyframe("a fox")))
    document.edit(replace(WALK, path=path), "Edit")
    lists.copy()
    assert QGuiApplication.clipboard().text().splitlines()[1:3] == ['0,"a dog",""', '2,"a, cat","dark"']
    assert messages.text == "Copied as text: 3 prompts."
    document.edit(replace(WALK, path=Grid.of([Prompts("a bear")])), "Edit")
    lists.paste()
    assert document.walk.path.places(9) == path.places(9)
    assert document.walk.path.prompts == path.prompts


def test_wildcards_are_drawn_in_one_edit_and_come_back(qtbot, parts):
    lists, document, messages = parts
    copied("a {red|blue} dog\na cat\na {big|small} fox\n")
    lists.paste()
    wild = document.walk
    assert messages.text.endswith("Some have wildcards, which can be drawn.")
    qtbot.mouseClick(offered(messages, "Draw wildcards"), Qt.MouseButton.LeftButton)
    first, second, third = (each.prompt for each in document.walk.path.prompts)
    assert first in ("a red dog", "a blue dog")
    assert second == "a cat"
    assert third in ("a big fox", "a small fox")
    assert messages.text.startswith("Drew the wildcards of 2 prompts by the seed ")
    document.undo_stack.undo()
    assert document.walk == wild


def test_each_draw_has_a_seed_of_its_own(parts):
    lists, document, _ = parts
    document.edit(replace(WALK, path=Hold(Prompts("{a|b|c|d} " * 40))), "Edit")
    seen = set()
    for _ in range(3):
        lists.draw()
        seen.add(document.walk.path.prompts)
        document.undo_stack.undo()
    assert len(seen) == 3


def test_what_cannot_be_drawn_is_said_and_changes_nothing(parts):
    lists, document, messages = parts
    wild = replace(WALK, path=Hold(Prompts("a {red|blue dog")))
    document.edit(wild, "Edit")
    lists.draw()
    assert messages.text == ('Prompt 1: "{red|blue dog" has a { without its }: close it, or take it out')
    assert document.walk == wild
    document.undo_stack.undo()
    lists.draw()
    assert messages.text.startswith("No prompt has wildcards: they are written {a|b}")


def test_the_folder_of_wildcards_is_asked_for_once(qtbot, parts, tmp_path):
    lists, document, messages = parts
    (tmp_path / "colour.txt").write_text("red\n")
    wild, drawn = (replace(WALK, path=Hold(Prompts(f"a {colour} dog"))) for colour in ("__colour__", "red"))
    document.edit(wild, "Edit")
    lists.draw()
    assert "stands for a line of colour.txt: name the folder that it is in" in messages.text
    qtbot.mouseClick(offered(messages, "Choose folder…"), Qt.MouseButton.LeftButton)
    dialog = lists.parent().findChild(QFileDialog)
    dialog.setDirectory(str(tmp_path))
    dialog.accept()
    qtbot.waitUntil(lambda: document.walk == drawn)
    document.edit(wild, "Edit")
    lists.draw()
    assert document.walk == drawn


def test_keys_paste_and_copy_lists_where_no_field_has_the_focus(qtbot, window):
    timeline = window.timeline
    for text, modifiers in (("a swan\na crane", CONTROL), ("a bear\na wolf", CONTROL | SHIFT)):
        copied(text)
        timeline.setFocus()
        qtbot.keyClick(timeline, Qt.Key.Key_V, modifiers)
        assert window.document.walk.path.prompts == tuple(map(Prompts, text.split("\n")))
    qtbot.keyClick(timeline, Qt.Key.Key_Z, CONTROL)
    qtbot.keyClick(timeline, Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "a swan\na crane\n"
    qtbot.keyClick(timeline, Qt.Key.Key_Z, CONTROL)
    assert window.document.walk == WALK


def test_fields_keep_the_keys_of_their_own_and_leave_the_one_with_shift(qtbot, window):
    copied("7")
    number = next(each for each in window.findChildren(QAbstractSpinBox) if each.isVisible())
    number.setFocus()
    number.selectAll()
    qtbot.keyClick(number, Qt.Key.Key_V, CONTROL)
    assert number.text().startswith("7")
    assert window.document.walk.path == WALK.path
    first = first_prompt(window)
    first.setFocus()
    first.selectAll()
    qtbot.keyClick(first, Qt.Key.Key_V, CONTROL)
    assert window.document.walk.path.prompts == (Prompts("7"), *WALK.path.prompts[1:])
    first.selectAll()
    qtbot.keyClick(first, Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "7"
    qtbot.keyClick(first, Qt.Key.Key_V, CONTROL | SHIFT)
    assert window.document.walk.path == Hold(Prompts("7"))


def test_lists_can_be_dropped_anywhere_and_opened(window, tmp_path, monkeypatch):
    wanted = (Prompts("a swan"), Prompts("a crane", "dark"))
    contents = {
        "prompts.txt": "a swan\na crane --neg dark\n",
        "prompts.CSV": "prompt,negative\na swan,\na crane,dark\n",
        "settings.json": json.dumps(DEFORUM),
    }
    for name, content in contents.items():
        file = tmp_path / name
        file.write_text(content)
        # A prompt field would take a file for a text.
        for place in (window, first_prompt(window).viewport()):
            drop(place, file)
            assert window.document.walk.path.prompts == wanted
            window.document.undo_stack.undo()
            assert window.document.walk == WALK
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    window.actions_by_id["open"].trigger()
    assert window.document.walk.path.prompts == wanted
    assert window.document.file is None


def test_an_app_that_is_started_on_a_list_begins_with_it_alone_and_draws_where_it_can(window, tmp_path):
    (tmp_path / "prompts.txt").write_text("a {swan|swan}\na crane\n")
    draw = window.actions_by_id["draw_wildcards"]
    assert not draw.isEnabled()
    _begin(window, tmp_path / "prompts.txt", "", new_window=False)
    assert window.document.walk == replace(
        EMPTY, path=Morph((Keyframe("a {swan|swan}"), Keyframe("a crane")))
    )
    assert draw.isEnabled()
    draw.trigger()
    assert window.document.walk.path.prompts == (Prompts("a swan"), Prompts("a crane"))
    assert not draw.isEnabled()
