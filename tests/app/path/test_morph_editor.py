from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from sd3explorer.app.path.keyframe_card import WayRow
from sd3explorer.app.path.morph_editor import MorphEditor
from sd3explorer.walk.easing import Bezier, Easing
from sd3explorer.walk.limits import MAX_KEYFRAMES
from sd3explorer.walk.mix import mixed
from sd3explorer.walk.noises import Fixed
from sd3explorer.walk.paths import Keyframe, Morph, Prompts
from sd3explorer.walk.pictures import KeyframePicture, picture_of
from sd3explorer.walk.timing import Timing
from sd3explorer.walk.walk import Walk

DOG, CAT, FOX = Keyframe("dog"), Keyframe("cat", easing=Easing.EASE_IN), Keyframe("fox")
CURVE = Bezier(0.2, 0.0, 0.4, 1.0)
THREE = Morph((DOG, CAT, FOX))


@pytest.fixture
def editor(qtbot):
    editor = MorphEditor()
    qtbot.addWidget(editor)
    editor.resize(300, 600)
    editor.edits = []

    def take(morph, text, merge):
        editor.edits.append((morph, text, merge))
        editor.show_path(morph, 25)

    editor.edited.connect(take)
    editor.show_path(THREE, 25)
    with qtbot.waitExposed(editor):
        editor.show()
    return editor


def last_morph(editor):
    return editor.edits[-1][0]


def prompt(editor, number):
    return editor.cards[number].prompts.prompt.edit


def press(qtbot, editor, number, key, modifier):
    prompt(editor, number).setFocus()
    qtbot.keyClick(prompt(editor, number), key, modifier)


def asked_dwell(editor, number):
    card = editor.cards[number]
    next(action for action in card.actions() if action.text() == "Hold for some frames").trigger()
    return card.dwell


def drag(qtbot, editor, number, target):
    handle = editor.cards[number].handle
    end = editor.mapToGlobal(QPoint(0, target))
    qtbot.mousePress(handle, Qt.MouseButton.LeftButton)
    qtbot.mouseMove(handle, handle.mapFromGlobal(end))
    return handle, handle.mapFromGlobal(end)


def test_each_keyframe_has_a_card_with_its_prompt_and_frame(editor):
    assert [card.prompts.prompt.edit.text() for card in editor.cards] == ["dog", "cat", "fox"]
    assert [card.prompts.note.text() for card in editor.cards] == ["frame 1", "frame 13", "frame 25"]


def test_each_way_says_its_frames_and_its_easing(editor):
    assert [way.frames.text() for way in editor.ways[:2]] == ["↓ 12 frames", "↓ 12 frames"]
    assert [way.easing.text() for way in editor.ways[:2]] == ["linear ▾", "ease in ▾"]
    assert editor.ways[2].isHidden()


def test_showing_a_morph_is_no_edit(editor):
    editor.show_path(replace(THREE, closed=True), 40)
    editor.show_path(Morph((FOX, replace(DOG, negative_prompt="cat", span=3.0))), 12)
    assert editor.edits == []


def test_typing_edits_the_prompt_as_one_edit(qtbot, editor):
    prompt(editor, 1).selectAll()
    qtbot.keyClicks(prompt(editor, 1), "owl")
    assert last_morph(editor).keyframes == (DOG, replace(CAT, prompt="owl"), FOX)
    assert {edit[1:] for edit in editor.edits} == {("edit prompt 2", "prompt 2")}


def test_what_to_avoid_is_edited_on_its_own(qtbot, editor):
    editor.cards[0].prompts.avoid.click()
    qtbot.keyClicks(editor.cards[0].prompts.negative_prompt.edit, "b")
    assert last_morph(editor).keyframes[0] == replace(DOG, negative_prompt="b")
    assert editor.edits[-1][2] == "negative prompt 1"


def test_the_easing_is_chosen_from_a_menu(qtbot, editor):
    qtbot.mouseClick(editor.ways[0].easing, Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()] == ["Linear", "Ease in", "Ease out", "Ease in-out"]
    assert [action.isChecked() for action in menu.actions()] == [True, False, False, False]
    menu.actions()[3].trigger()
    menu.close()
    assert last_morph(editor).keyframes[0].easing is Easing.EASE_IN_OUT
    assert editor.edits[-1][1] == "easing"


def test_a_curve_that_was_drawn_is_custom_and_can_be_given_up(qtbot, editor):
    editor.show_path(Morph((replace(DOG, easing=CURVE), CAT)), 25)
    assert editor.ways[0].easing.text() == "custom ▾"
    qtbot.mouseClick(editor.ways[0].easing, Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert [action.text() for action in menu.actions() if action.isChecked()] == ["Custom"]
    menu.actions()[-1].trigger()
    assert editor.edits == []
    menu.actions()[0].trigger()
    menu.close()
    assert last_morph(editor).keyframes[0].easing is Easing.LINEAR


def test_no_field_says_that_nothing_is_held(editor):
    assert [card.dwell for card in editor.cards] == [None] * 3


def test_a_keyframe_that_is_held_says_for_how_many_frames(editor):
    editor.show_path(Morph((replace(DOG, dwell=3), replace(CAT, dwell=1), FOX)), 25)
    assert [card.dwell.text() for card in editor.cards[:2]] == ["Hold 3 frames", "Hold 1 frame"]
    assert editor.cards[1].dwell.accessibleName() == "Hold prompt 2"


def test_a_way_takes_the_frames_that_the_hold_before_it_leaves(editor):
    editor.show_path(Morph((replace(DOG, dwell=4), CAT, FOX)), 25)
    assert [way.frames.text() for way in editor.ways[:2]] == ["↓ 10 frames", "↓ 10 frames"]
    assert [card.prompts.note.text() for card in editor.cards] == ["frame 1", "frame 15", "frame 25"]


def test_the_menu_of_a_card_asks_for_how_many_frames_it_is_held(qtbot, editor):
    dwell = asked_dwell(editor, 2)
    assert dwell.hasFocus()
    qtbot.keyClicks(dwell, "5")
    qtbot.keyClick(dwell, Qt.Key.Key_Return)
    assert last_morph(editor).keyframes == (DOG, CAT, replace(FOX, dwell=5))
    assert editor.edits[-1][1:] == ("hold prompt 3", "dwell 3")
    assert dwell.text() == "Hold 5 frames"


def test_a_hold_of_no_frames_is_folded_away_when_it_is_left(qtbot, editor):
    dwell = asked_dwell(editor, 0)
    qtbot.keyClick(dwell, Qt.Key.Key_Up)
    assert last_morph(editor).keyframes[0] == replace(DOG, dwell=1)
    qtbot.keyClick(dwell, Qt.Key.Key_Down)
    assert last_morph(editor).keyframes[0] == DOG
    assert dwell.isVisible()
    prompt(editor, 1).setFocus()
    qtbot.waitUntil(lambda: not dwell.isVisible())


def test_showing_a_hold_is_no_edit(editor):
    editor.show_path(Morph((replace(DOG, dwell=3), CAT)), 25)
    editor.show_path(Morph((DOG, replace(CAT, dwell=2))), 25)
    assert editor.edits == []
    assert not editor.cards[0].dwell.isVisible()


def test_a_longer_way_takes_more_frames(qtbot, editor):
    span = editor.ways[0].span
    span.setFocus()
    span.selectAll()
    qtbot.keyClicks(span, "3")
    qtbot.keyClick(span, Qt.Key.Key_Return)
    assert [keyframe.span for keyframe in last_morph(editor).keyframes] == [3.0, 1.0, 1.0]
    assert editor.ways[0].frames.text() == "↓ 18 frames"
    assert editor.edits[-1][1:] == ("change length", "span 1")


def test_a_length_is_shown_without_needless_zeros(editor):
    editor.show_path(Morph((replace(DOG, span=0.25), CAT)), 25)
    assert editor.ways[0].span.text() == f"0{editor.ways[0].span.locale().decimalPoint()}25×"


def test_a_new_prompt_is_added_at_the_end_and_has_the_cursor(qtbot, editor):
    qtbot.mouseClick(editor.add_button, Qt.MouseButton.LeftButton)
    assert last_morph(editor).keyframes == (DOG, CAT, FOX, Keyframe())
    assert prompt(editor, 3).hasFocus()


def test_control_d_duplicates_the_card_one_is_in(qtbot, editor):
    press(qtbot, editor, 1, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert last_morph(editor).keyframes == (DOG, CAT, CAT, FOX)
    assert prompt(editor, 2).hasFocus()


@pytest.mark.parametrize(
    ("key", "order", "place"), [(Qt.Key.Key_Up, (CAT, DOG, FOX), 0), (Qt.Key.Key_Down, (DOG, FOX, CAT), 2)]
)
def test_alt_and_an_arrow_move_the_card_one_is_in(qtbot, editor, key, order, place):
    press(qtbot, editor, 1, key, Qt.KeyboardModifier.AltModifier)
    assert last_morph(editor).keyframes == order
    assert editor.edits[-1][1] == "move keyframe"
    assert prompt(editor, place).hasFocus()


def test_the_first_card_does_not_move_up(qtbot, editor):
    press(qtbot, editor, 0, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert editor.edits == []


def test_a_card_is_dragged_by_its_diamond(qtbot, editor):
    handle, end = drag(qtbot, editor, 0, editor.cards[2].geometry().bottom())
    qtbot.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=end)
    assert last_morph(editor).keyframes == (CAT, FOX, DOG)


def test_a_card_that_is_dropped_where_it_was_stays(qtbot, editor):
    handle, end = drag(qtbot, editor, 1, editor.cards[1].geometry().bottom())
    qtbot.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=end)
    assert editor.edits == []


def test_escape_gives_a_drag_up_and_does_nothing_else(qtbot, editor):
    stopped = []
    QShortcut(QKeySequence(Qt.Key.Key_Escape), editor).activated.connect(lambda: stopped.append(True))
    handle, end = drag(qtbot, editor, 0, editor.cards[2].geometry().bottom())
    qtbot.keyClick(handle, Qt.Key.Key_Escape)
    qtbot.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=end)
    assert editor.edits == []
    assert stopped == []


def test_the_menu_of_a_card_deletes_it(qtbot, editor):
    qtbot.mouseClick(editor.cards[0].more, Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    next(action for action in menu.actions() if action.text() == "Delete").trigger()
    menu.close()
    assert last_morph(editor).keyframes == (CAT, FOX)
    assert editor.edits[-1][1] == "delete prompt 1"
    assert len(editor.cards) == 2


def test_two_keyframes_stay(editor):
    editor.show_path(Morph((DOG, CAT)), 25)
    assert not editor.cards[0].remove_action.isEnabled()
    assert editor.cards[0].remove_action.text() == "Delete (a morph needs two prompts)"
    editor.remove(0)
    assert editor.edits == []


def test_no_more_keyframes_are_added_than_a_file_holds(editor, monkeypatch):
    monkeypatch.setattr("sd3explorer.app.path.morph_editor.MAX_KEYFRAMES", 4)
    assert MAX_KEYFRAMES > 4
    editor.show_path(Morph((DOG, CAT, FOX, DOG)), 25)
    assert not editor.add_button.isEnabled()
    assert not editor.cards[0].duplicate_action.isEnabled()


def test_a_closed_morph_leads_back_to_the_first_prompt(qtbot, editor):
    editor.show_path(replace(THREE, closed=True), 25)
    assert not editor.ways[2].isHidden()
    assert editor.ways[2].frames.text().startswith("↺")


@pytest.mark.parametrize(("index", "number"), [(0, 0), (5, 0), (8, 1), (12, 1), (24, 2)])
def test_the_keyframe_nearest_to_the_playhead_is_marked(editor, index, number):
    editor.show_place(index)
    assert [bool(card.frame.property("selected")) for card in editor.cards] == [n == number for n in range(3)]


def test_at_the_end_of_a_closed_morph_the_first_keyframe_is_near(editor):
    editor.show_path(replace(THREE, closed=True), 25)
    editor.show_place(24)
    assert editor.cards[0].frame.property("selected")


def test_coming_to_a_card_selects_its_keyframe(qtbot, editor):
    with qtbot.waitSignal(editor.keyframe_selected) as selected:
        prompt(editor, 1).setFocus(Qt.FocusReason.MouseFocusReason)
    assert selected.args == [1]
    assert editor.cards[1].frame.property("selected")


@pytest.mark.parametrize("part", ["frame", "note", "edge"])
def test_a_click_anywhere_on_a_card_leads_to_its_prompt(qtbot, editor, part):
    prompt(editor, 0).setFocus()
    card = editor.cards[1]
    clicked = {"frame": card.frame, "note": card.prompts.note, "edge": card}[part]
    place = QPoint(card.width() - 2, 2) if part == "edge" else QPoint(3, 3)
    # As the window's events come: only those give the keyboard to what is clicked.
    window = editor.window().windowHandle()
    QTest.mouseClick(window, Qt.MouseButton.LeftButton, pos=clicked.mapTo(editor.window(), place))
    assert prompt(editor, 1).hasFocus()
    assert card.frame.property("selected")


@pytest.mark.parametrize("button", ["more", "drop_seed", "drop_guidance", "drop_picture"])
def test_a_press_of_a_button_on_a_card_does_not_lead_into_its_prompt(qtbot, editor, button):
    picture = KeyframePicture(picture_of(b"none"))
    own = replace(CAT, seed=7, guidance_scale=4.0, picture=picture)
    editor.show_path(Morph((DOG, own, FOX)), 25)
    qtbot.waitUntil(lambda: editor.cards[1].own.drop_seed.isVisible())
    card = editor.cards[1]
    buttons = {
        "more": card.more,
        "drop_seed": card.own.drop_seed,
        "drop_guidance": card.own.drop_guidance,
        "drop_picture": card.picture.drop,
    }
    editor.add_button.setFocus()
    pressed, window = buttons[button], editor.window()
    place = pressed.mapTo(window, pressed.rect().center())
    QTest.mousePress(window.windowHandle(), Qt.MouseButton.LeftButton, pos=place)
    assert pressed.isDown()
    assert pressed.hasFocus()
    QTest.mouseRelease(window.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(0, 0))


def test_an_undo_takes_cards_away_without_harm(qtbot, editor):
    editor.add()
    editor.show_path(THREE, 25)
    assert len(editor.cards) == 3
    qtbot.keyClicks(prompt(editor, 2), "x")
    assert last_morph(editor).keyframes[2].prompt == "xfox"


def test_tab_goes_from_prompt_to_prompt_and_then_to_what_is_below(qtbot, editor):
    editor.cards[0].focus_prompt()
    seen = []
    while (not seen or seen[-1] is not editor.add_button) and len(seen) < 40:
        seen.append(QApplication.focusWidget())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    prompts = [card.prompts.prompt.edit for card in editor.cards]
    assert [widget for widget in seen if widget in prompts] == prompts
    assert seen[-1] is editor.add_button


def test_the_length_that_a_dragged_diamond_comes_to_is_seen_in_full(qtbot):
    # On an even walk it has four digits.
    row = WayRow()
    qtbot.addWidget(row)
    row.show_way(0, Keyframe("a dog", span=0.5714), 7, leads_back=False)
    row.show()
    field = row.span.lineEdit()
    assert field.fontMetrics().horizontalAdvance(row.span.text()) < field.contentsRect().width()


# What keyframes have of their own


@pytest.mark.parametrize(
    "scale, shown", [(4.515625, "4.5156"), (12.515625, "12.516"), (4.5, "4.5"), (0.0, "0")]
)
def test_a_long_number_is_rounded_for_the_eye_and_stays_as_it_is(qtbot, editor, scale, shown):
    own = replace(CAT, guidance_scale=scale)
    editor.show_path(Morph((DOG, own, FOX)), 25)
    field = editor.cards[1].own.guidance
    qtbot.waitUntil(field.isVisible)
    assert field.text() == shown
    line = field.lineEdit()
    assert field.fontMetrics().horizontalAdvance(field.text()) < line.contentsRect().width()
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(line, shown)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    prompt(editor, 0).setFocus()
    assert not editor.edits
    assert field.value() == scale
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(line, "4.25")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert last_morph(editor).keyframes[1].guidance_scale == 4.25


def choose(editor, number, text):
    next(action for action in editor.cards[number].actions() if action.text() == text).trigger()


def show(editor, *keyframes):
    editor.show_path(Morph(keyframes), 25)


def test_no_field_says_that_a_keyframe_has_nothing_of_its_own(editor):
    assert all(card.own is None and card.mix is None for card in editor.cards)


def test_a_keyframe_begins_with_the_seed_that_it_has_anyway(editor):
    editor.show_walk(Walk(path=THREE, noise=Fixed(7), timing=Timing(25)))
    choose(editor, 1, "Own seed")
    assert last_morph(editor).keyframes[1].seed == 7
    assert editor.cards[1].own.seed.isVisible()
    assert editor.cards[1].own.seed.edit.hasFocus()
    assert not editor.cards[1].own.guidance.isVisible()
    assert not editor.cards[1].seed_action.isEnabled()


def test_a_seed_is_typed_as_one_edit_and_left_to_the_walk_again(qtbot, editor):
    show(editor, DOG, replace(CAT, seed=7))
    field = editor.cards[1].own.seed.edit
    field.selectAll()
    qtbot.keyClicks(field, "123")
    assert last_morph(editor).keyframes[1].seed == 123
    assert {merge for _, _, merge in editor.edits} == {"seed 2"}
    qtbot.mouseClick(editor.cards[1].own.drop_seed, Qt.MouseButton.LeftButton)
    assert last_morph(editor).keyframes[1].seed is None
    assert not editor.cards[1].own.isVisible()


def test_a_keyframe_begins_with_the_guidance_of_its_model(editor, facts):
    choose(editor, 0, "Own guidance")
    assert editor.edits == []
    editor.show_facts(facts)
    choose(editor, 0, "Own guidance")
    assert last_morph(editor).keyframes[0].guidance_scale == facts.guidance_scale
    editor.cards[0].own.guidance.setValue(3.5)
    assert last_morph(editor).keyframes[0].guidance_scale == 3.5
    editor.cards[0].own.drop_guidance.click()
    assert last_morph(editor).keyframes[0].guidance_scale is None


def test_showing_what_a_keyframe_has_of_its_own_is_no_edit(editor):
    show(editor, replace(DOG, seed=2**64 - 1, guidance_scale=0.0), CAT)
    show(editor, replace(DOG, seed=mixed(1, None, 0.5), guidance_scale=9.5), CAT)
    show(editor, DOG, CAT)
    assert editor.edits == []


def test_a_seed_between_seeds_says_so(editor):
    show(editor, replace(DOG, seed=mixed(1, 2, 0.5)), CAT)
    own = editor.cards[0].own
    assert own.seed_mix.isVisible()
    assert not own.seed.isVisible()


def test_a_frame_that_was_pinned_says_what_it_mixes_until_a_prompt_is_written(qtbot, editor):
    mix = mixed(Prompts("dog", "blurry"), Prompts("cat"), 0.25)
    show(editor, DOG, replace(DOG, mix=mix), CAT)
    card = editor.cards[1]
    assert card.mix.label.text() == "dog 75\N{NO-BREAK SPACE}% → cat 25\N{NO-BREAK SPACE}%"
    assert not card.prompts.prompt.isVisible()
    assert not card.prompts.avoid.isVisible()
    qtbot.mouseClick(card.mix.write, Qt.MouseButton.LeftButton)
    assert last_morph(editor).keyframes[1] == DOG
    assert not card.mix.isVisible()
    assert card.prompts.prompt.isVisible()
    assert card.prompts.prompt.edit.hasFocus()
    assert card.prompts.prompt.edit.textCursor().selectedText() == "dog"


def test_coming_to_a_pinned_frame_leaves_other_prompts_alone(editor):
    show(editor, DOG, replace(DOG, mix=mixed(Prompts("dog"), Prompts("cat"), 0.25)), CAT)
    prompt(editor, 0).setFocus()
    editor.rows.focus_prompt(1)
    assert editor.cards[1].mix.write.hasFocus()


def test_who_types_where_a_pinned_frame_comes_back_goes_on_writing(qtbot, editor):
    one, other = Keyframe("a dog"), Keyframe("a cat")
    pinned = Keyframe("a dog", mix=mixed(one.prompts, other.prompts, 0.4))
    editor.show_path(Morph((one, replace(pinned, mix=None), other)), 9)
    editor.rows.focus_prompt(1)
    editor.show_path(Morph((one, pinned, other)), 9)
    assert editor.cards[1].mix.write.hasFocus()


def test_who_types_at_a_pinned_frame_writes_its_prompt(qtbot, editor):
    show(editor, DOG, replace(DOG, mix=mixed(Prompts("dog"), Prompts("cat"), 0.25)), CAT)
    pressed = []
    shortcut = QShortcut(QKeySequence("L"), editor)
    shortcut.activated.connect(lambda: pressed.append("L"))
    editor.rows.focus_prompt(1)
    qtbot.keyClicks(QApplication.focusWidget(), "l")
    qtbot.keyClicks(QApplication.focusWidget(), "ion")
    assert last_morph(editor).keyframes[1] == Keyframe("lion")
    assert pressed == []
