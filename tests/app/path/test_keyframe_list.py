"""Morphs of hundreds of keyframes: a page of them, made a few at a time."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from sd3explorer.app.path import keyframe_list
from sd3explorer.app.path.keyframe_card import KeyframeCard
from sd3explorer.app.path.keyframe_list import MOST_ROWS
from sd3explorer.app.path.morph_editor import MorphEditor
from sd3explorer.app.path.prompt_edit import CHARACTERS_AT_ONCE, PromptEdit
from sd3explorer.walk.limits import MAX_KEYFRAMES
from sd3explorer.walk.paths import Keyframe, Morph

# Of a page where its length isn't the point: more than are filled at once.
ROWS = 12


def morph(count, text="prompt"):
    return Morph(tuple(Keyframe(f"{text} {number}") for number in range(count)))


@pytest.fixture
def editor(qtbot):
    editor = MorphEditor()
    qtbot.addWidget(editor)
    editor.edits = []

    def take(morph, text, merge):
        editor.edits.append((morph, text, merge))
        editor.show_path(morph, 2000)

    editor.edited.connect(take)
    with qtbot.waitExposed(editor):
        editor.show()
    return editor


@pytest.fixture
def show(qtbot, editor, monkeypatch):
    monkeypatch.setattr(keyframe_list, "MOST_ROWS", ROWS)

    def show(morph):
        editor.show_path(morph, 2000)
        wait_for_page(qtbot, editor, morph)

    return show


def wait_for_page(qtbot, editor, morph, first=0):
    last = first + keyframe_list.MOST_ROWS
    prompts = [keyframe.prompt for keyframe in morph.keyframes[first:last]]
    qtbot.waitUntil(lambda: shown(editor) == prompts and editor.cards[-1].isVisible())


def shown(editor):
    return [card.prompts.prompt.edit.text() for card in editor.cards]


def tops(editor):
    rows = [row for pair in zip(editor.cards, editor.ways, strict=True) for row in pair]
    return [row.y() for row in rows if not row.isHidden()]


def prompt(editor, row):
    return editor.cards[row].prompts.prompt.edit


def test_of_many_keyframes_no_more_than_a_page_has_cards(qtbot, editor):
    many = morph(MAX_KEYFRAMES)
    editor.show_path(many, 2000)
    wait_for_page(qtbot, editor, many)
    assert len(editor.findChildren(KeyframeCard)) == MOST_ROWS
    assert editor.rows.later.text() == f"{MAX_KEYFRAMES - MOST_ROWS} more prompts"
    assert editor.rows.earlier.isHidden()


def test_a_morph_that_fits_on_a_page_says_nothing_of_others(show, editor):
    show(morph(ROWS))
    assert editor.rows.later.isHidden() and editor.rows.earlier.isHidden()


def test_cards_are_made_a_few_at_a_time(qtbot, editor):
    editor.show_path(morph(MOST_ROWS), 2000)
    assert 3 <= len(editor.cards) <= 10


def test_no_more_text_is_laid_out_at_once_than_the_window_has_time_for(qtbot, editor, monkeypatch):
    many = morph(6, "x" * (CHARACTERS_AT_ONCE // 2))
    at_once = [0]
    show_text = PromptEdit.show_text

    def count(edit, text):
        at_once[-1] += len(text) if text != edit.text() else 0
        show_text(edit, text)

    monkeypatch.setattr(PromptEdit, "show_text", count)
    editor.rows._fill_more.timeout.connect(lambda: at_once.append(0))
    editor.show_path(many, 2000)
    at_once.append(0)
    wait_for_page(qtbot, editor, many)
    assert sum(at_once) == sum(len(keyframe.prompt) for keyframe in many.keyframes)
    assert max(at_once) <= 1.5 * CHARACTERS_AT_ONCE


def test_an_edit_of_one_prompt_shows_no_other_text_anew(qtbot, show, editor, monkeypatch):
    show(morph(MAX_KEYFRAMES))
    texts = []
    set_text = PromptEdit.setPlainText
    monkeypatch.setattr(
        PromptEdit, "setPlainText", lambda edit, text: texts.append(text) or set_text(edit, text)
    )
    qtbot.keyClicks(prompt(editor, 7), "x")
    assert editor.edits[-1][0].keyframes[7].prompt == "xprompt 7"
    assert texts == []


def test_buttons_lead_to_the_prompts_before_and_after(qtbot, show, editor):
    many = morph(2 * ROWS + 3)
    show(many)
    qtbot.mouseClick(editor.rows.later, Qt.MouseButton.LeftButton)
    assert prompt(editor, 0).hasFocus()
    wait_for_page(qtbot, editor, many, ROWS)
    assert (editor.rows.earlier.text(), editor.rows.later.text()) == ("12 earlier prompts", "3 more prompts")
    qtbot.mouseClick(editor.rows.later, Qt.MouseButton.LeftButton)
    wait_for_page(qtbot, editor, many, 2 * ROWS)
    assert editor.rows.later.isHidden()
    qtbot.mouseClick(editor.rows.earlier, Qt.MouseButton.LeftButton)
    wait_for_page(qtbot, editor, many, ROWS)


def test_the_cards_of_another_page_edit_its_keyframes(qtbot, show, editor):
    show(morph(2 * ROWS))
    editor.rows.focus_prompt(20)
    qtbot.keyClicks(QApplication.focusWidget(), "x")
    assert editor.edits[-1][0].keyframes[20].prompt == "xprompt 20"
    assert editor.edits[-1][1] == "edit prompt 21"


def test_a_card_that_still_shows_another_keyframe_edits_nothing(qtbot, show, editor):
    show(morph(ROWS))
    editor.show_path(morph(ROWS, "other"), 2000)
    late = prompt(editor, ROWS - 1)
    assert late.text() == f"prompt {ROWS - 1}"
    late.setFocus()
    qtbot.keyClick(late, Qt.Key.Key_X)
    assert editor.edits == []
    qtbot.waitUntil(lambda: late.text() == f"other {ROWS - 1}")


def test_a_prompt_added_at_the_end_is_turned_to(qtbot, show, editor):
    show(morph(2 * ROWS))
    editor.add()
    focus = QApplication.focusWidget()
    assert isinstance(focus, PromptEdit) and focus.text() == ""
    qtbot.keyClicks(focus, "new")
    assert [keyframe.prompt for keyframe in editor.edits[-1][0].keyframes][-1] == "new"


def test_the_keyframe_under_the_playhead_is_marked_when_its_page_comes(qtbot, show, editor):
    many = morph(2 * ROWS)
    show(many)
    editor.show_place(1999)
    assert not [card for card in editor.cards if card.frame.property("selected")]
    editor.focus_prompt()
    assert prompt(editor, -1).text() == many.keyframes[-1].prompt and prompt(editor, -1).hasFocus()
    assert editor.cards[-1].frame.property("selected")


def test_a_keyframe_moves_on_to_the_next_page(qtbot, show, editor):
    show(morph(ROWS + 9))
    editor.rows.focus_prompt(ROWS - 1)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert editor.edits[-1][0].keyframes[ROWS].prompt == f"prompt {ROWS - 1}"
    assert QApplication.focusWidget().text() == f"prompt {ROWS - 1}"


@pytest.mark.parametrize("count", [4, 2 * ROWS])
@pytest.mark.parametrize("above", [-2, -1, 1, ROWS])
def test_the_cursor_stays_in_its_prompt_when_others_come_or_go_above(qtbot, show, editor, count, above):
    before = morph(count).keyframes
    show(Morph(before))
    editor.rows.focus_prompt(3)
    focus = QApplication.focusWidget()
    focus.selectAll()
    others = tuple(Keyframe(f"other {number}") for number in range(above))
    editor.show_path(Morph((*others, *before[max(-above, 0) :])), 2000)
    assert QApplication.focusWidget() is focus
    assert (focus.text(), focus.textCursor().selectedText()) == ("prompt 3", "prompt 3")
    qtbot.keyClicks(focus, "x")
    assert editor.edits[-1][0].keyframes[3 + above].prompt == "x"
    first = editor.rows._first
    wait_for_page(qtbot, editor, editor.edits[-1][0], first)
    assert (first > 0) == (above == ROWS)
    qtbot.waitUntil(lambda: tops(editor) == sorted(tops(editor)))


def test_the_cursor_stays_in_its_prompt_when_that_is_moved_back(qtbot, show, editor):
    show(morph(4))
    editor.rows.focus_prompt(2)
    focus = QApplication.focusWidget()
    qtbot.keyClick(focus, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert editor.cards[1].prompts.prompt.edit is focus and focus.text() == "prompt 2"
    show(morph(4))
    assert prompt(editor, 2) is focus and focus.hasFocus()


def test_the_playhead_goes_along_with_a_prompt_that_is_moved(qtbot, show, editor):
    show(morph(4))
    editor.rows.focus_prompt(2)
    with qtbot.waitSignal(editor.keyframe_selected) as caught:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert caught.args == [1]


def test_a_number_that_is_being_typed_stays_with_its_way(qtbot, show, editor):
    show(morph(4))
    span = editor.ways[1].span
    span.setFocus()
    editor.show_path(Morph((Keyframe("other"), *morph(4).keyframes)), 2000)
    assert editor.ways[2].span is span


def test_tab_follows_the_cards_when_one_goes_along_with_its_keyframe(qtbot, show, editor):
    show(morph(4))
    editor.rows.focus_prompt(1)
    editor.show_path(Morph((Keyframe("other"), *morph(4).keyframes)), 2000)
    wait_for_page(qtbot, editor, Morph((Keyframe("other"), *morph(4).keyframes)))
    editor.rows.focus_prompt(0)
    seen = []
    while QApplication.focusWidget() is not editor.add_button and len(seen) < 40:
        if isinstance(QApplication.focusWidget(), PromptEdit):
            seen.append(QApplication.focusWidget().text())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert seen == ["other", *(f"prompt {number}" for number in range(4))]


def test_a_shorter_morph_is_shown_from_its_start(qtbot, show, editor):
    show(morph(3 * ROWS))
    editor.rows.focus_prompt(3 * ROWS - 1)
    show(morph(4))


def test_tab_goes_from_the_last_card_to_the_button_that_shows_more(qtbot, show, editor):
    show(morph(ROWS + 1))
    editor.rows.focus_prompt(ROWS - 1)
    seen = []
    while QApplication.focusWidget() is not editor.add_button and len(seen) < 20:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    assert seen[-2:] == [editor.rows.later, editor.add_button]
