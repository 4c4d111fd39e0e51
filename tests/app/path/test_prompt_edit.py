from itertools import pairwise, product

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt
from PySide6.QtGui import QFocusEvent, QFont, QKeySequence, QShortcut, QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from sd3explorer.app.path.prompt_edit import MAX_LINES, PromptEdit, PromptField
from sd3explorer.app.theme import colours
from sd3explorer.presets import tokens
from sd3explorer.presets.words import SIDE
from sd3explorer.walk.limits import MAX_TEXT

MENU_BAR = Qt.FocusReason.MenuBarFocusReason


@pytest.fixture(scope="module")
def vocabulary(starter):
    return starter.vocabulary()


@pytest.fixture
def edit(qtbot):
    edit = PromptEdit()
    qtbot.addWidget(edit)
    edit.resize(240, 30)
    edit.show()
    edit.setFocus()
    return edit


@pytest.fixture
def field(qtbot, vocabulary):
    field = PromptField()
    qtbot.addWidget(field)
    field.resize(240, 60)
    field.show_vocabulary(vocabulary)
    field.show()
    field.edit.setFocus()
    return field


@pytest.fixture
def edits(edit):
    edits = []
    edit.text_edited.connect(edits.append)
    return edits


def paste(edit, **formats):
    data = QMimeData()
    for name, value in formats.items():
        getattr(data, name)(value)
    edit.insertFromMimeData(data)


def popup(edit):
    return edit._word_list.list if edit._word_list else None


def test_typing_tells_the_new_text(qtbot, edit, edits):
    qtbot.keyClicks(edit, "fox")
    assert edits == ["f", "fo", "fox"]


def test_showing_a_text_is_no_edit(edit, edits):
    edit.show_text("a fox")
    assert edit.toPlainText() == "a fox"
    assert edits == []


def test_the_cursor_stays_where_one_types_when_the_text_comes_back(qtbot, edit):
    edit.text_edited.connect(edit.show_text)
    edit.show_text("a fox")
    edit.moveCursor(edit.textCursor().MoveOperation.Start)
    qtbot.keyClicks(edit, "red ")
    assert edit.textCursor().position() == 4


def test_the_cursor_stays_about_where_it_was_when_another_text_comes(edit):
    edit.show_text("a red fox")
    edit.moveCursor(edit.textCursor().MoveOperation.End)
    edit.show_text("a fox")
    assert edit.textCursor().position() == 5


def test_it_grows_with_its_text_up_to_six_lines(edit):
    def height(lines):
        edit.show_text("\n".join("x" * lines))
        return edit.height()

    heights = [height(lines) for lines in range(1, MAX_LINES + 1)]
    assert len({after - before for before, after in pairwise(heights)}) == 1
    assert heights[1] - heights[0] >= edit.fontMetrics().lineSpacing()
    assert height(MAX_LINES + 10) == heights[-1]


def test_none_of_six_lines_is_scrolled_away_while_one_types(qtbot, edit):
    # A font whose lines are less than whole pixels high, which the layout rounds up.
    edit.setFont(QFont(edit.font().family(), 10))
    qtbot.keyClicks(edit, "word ")
    while edit.document().size().height() <= MAX_LINES:
        assert edit.verticalScrollBar().maximum() == 0
        qtbot.keyClicks(edit, "word ")


def test_it_grows_when_it_becomes_narrower(edit):
    edit.show_text("a 3d dog face on a sky blue background")
    wide = edit.height()
    edit.resize(90, edit.height())
    assert edit.height() > wide


def test_tab_moves_on(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    edit, following = PromptEdit(), QLineEdit()
    layout.addWidget(edit)
    layout.addWidget(following)
    with qtbot.waitExposed(window):
        window.show()
    edit.setFocus()
    qtbot.keyClick(edit, Qt.Key.Key_Tab)
    assert following.hasFocus()
    assert edit.text() == ""


def test_rich_text_is_pasted_plain(edit, edits):
    paste(edit, setHtml="<b>a <i>fox</i></b>", setText="a fox")
    assert edits == ["a fox"]
    assert "bold" not in edit.document().toHtml()


def test_a_long_text_is_pasted_whole(edit, edits):
    text = "a dog, " * (MAX_TEXT // 7)
    paste(edit, setText=text)
    assert edits == [text]


def test_no_more_is_pasted_than_a_walk_can_hold(edit, edits):
    edit.show_text("x\n" * (MAX_TEXT // 2 - 2))
    paste(edit, setText="y" * 9)
    assert edits == ["y" * 4 + "x\n" * (MAX_TEXT // 2 - 2)]


def test_no_more_is_typed_than_a_walk_can_hold_and_none_of_it_is_shown(qtbot, edit, edits):
    edit.show_text("\N{FOX FACE}\n" * (MAX_TEXT // 2))
    qtbot.keyClick(edit, "x")
    assert edits == ["x" + "\N{FOX FACE}\n" * (MAX_TEXT // 2 - 1) + "\N{FOX FACE}"]
    assert edit.toPlainText() == edits[-1] == edit.text()


def test_half_a_character_is_no_text_that_a_walk_could_hold(edit, edits):
    edit.insertPlainText("\N{FOX FACE} fox")
    half = edit.textCursor()
    half.setPosition(1)
    half.setPosition(2, half.MoveMode.KeepAnchor)
    half.removeSelectedText()
    assert all(text.encode() for text in edits)


@pytest.mark.parametrize("text", ["\N{FOX FACE} fox", "كلب ثلاثي الأبعاد", "a\nb"])
def test_any_text_comes_back_as_it_was_typed(edit, edits, text):
    edit.insertPlainText(text)
    assert edits == [text]


def test_undo_belongs_to_the_window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    edit = PromptEdit(window)
    undone = []
    QShortcut(QKeySequence.StandardKey.Undo, window).activated.connect(lambda: undone.append(True))
    with qtbot.waitActive(window):
        window.show()
    edit.setFocus()
    qtbot.keyClicks(edit, "fox")
    qtbot.keyClick(edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == [True]
    assert edit.text() == "fox"


@pytest.mark.parametrize(
    ("reason", "entered"),
    [(Qt.FocusReason.MouseFocusReason, True), (Qt.FocusReason.ActiveWindowFocusReason, False)],
)
def test_coming_here_is_reported_but_not_the_return_of_the_window(edit, reason, entered):
    told = []
    edit.entered.connect(lambda: told.append(True))
    edit.focusInEvent(QFocusEvent(QEvent.Type.FocusIn, reason))
    assert bool(told) == entered


def test_known_words_are_offered_after_two_letters(qtbot, field):
    qtbot.keyClicks(field.edit, "a d")
    assert popup(field.edit) is None
    qtbot.keyClicks(field.edit, "o")
    assert popup(field.edit).isVisible()
    assert popup(field.edit).currentIndex().data().startswith("do")


def test_the_list_of_words_has_a_border_and_room_around_them(qtbot, field):
    qtbot.keyClicks(field.edit, "a mag")
    words = popup(field.edit)
    shown = words.grab().toImage()
    assert shown.pixelColor(0, shown.height() // 2) == colours(words).dim
    first = words.visualRect(words.currentIndex()).translated(words.viewport().pos())
    assert first.left() >= 4 and first.top() >= 4
    assert first.height() >= words.fontMetrics().height() + 8
    assert words.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Return])
def test_an_offered_word_is_accepted(qtbot, field, key):
    qtbot.keyClicks(field.edit, "a 3d avoc")
    qtbot.keyClick(popup(field.edit), key)
    assert field.edit.text() == "a 3d avocado"
    assert not popup(field.edit).isVisible()


def test_escape_leaves_what_was_typed(qtbot, field):
    qtbot.keyClicks(field.edit, "avoc")
    qtbot.keyClick(popup(field.edit), Qt.Key.Key_Escape)
    assert field.edit.text() == "avoc"
    assert not popup(field.edit).isVisible()


@pytest.mark.parametrize("leave", ["to another", "to a menu bar", "hidden"])
def test_nothing_is_selected_where_nobody_types(edit, leave):
    edit.show_text("a dog")
    edit.selectAll()
    if leave == "hidden":
        edit.hide()
        edit.show()
    else:
        reasons = {"to another": Qt.FocusReason.OtherFocusReason, "to a menu bar": MENU_BAR}
        edit.focusOutEvent(QFocusEvent(QEvent.Type.FocusOut, reasons[leave]))
    assert not edit.textCursor().hasSelection()


def test_its_own_menu_and_another_window_leave_what_is_selected(edit):
    edit.show_text("a dog")
    edit.selectAll()
    for reason in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
        edit.focusOutEvent(QFocusEvent(QEvent.Type.FocusOut, reason))
    assert edit.textCursor().selectedText() == "a dog"


def test_a_click_beside_the_offered_words_does_what_it_would_do_without_them(qtbot, vocabulary):
    window, one, other, button = QWidget(), PromptField(), PromptField(), QPushButton()
    column = QVBoxLayout(window)
    for widget in (one, other, button):
        column.addWidget(widget)
    column.insertSpacing(1, 200)
    qtbot.addWidget(window)
    one.show_vocabulary(vocabulary)
    with qtbot.waitActive(window):
        window.show()

    def click(widget):
        place = widget.mapTo(window, QPoint(5, 8))
        QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=place)

    one.edit.setFocus()
    qtbot.keyClicks(one.edit, "avoc")
    click(other.edit)
    qtbot.waitUntil(other.edit.hasFocus)
    assert not popup(one.edit).isVisible()
    assert one.edit.text() == "avoc"

    one.edit.setFocus()
    qtbot.keyClicks(one.edit, "a")
    assert popup(one.edit).isVisible()
    with qtbot.waitSignal(button.clicked):
        click(button)


def test_ctrl_space_lists_all_that_the_model_knows(qtbot, field, vocabulary):
    qtbot.keyClick(field.edit, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    words = popup(field.edit)
    assert words.isVisible()
    assert words.model().rowCount() == len(vocabulary.words)
    qtbot.keyClicks(words, "zeb")
    qtbot.keyClick(words, Qt.Key.Key_Return)
    assert field.edit.text() == "zebra"


def test_each_word_has_a_picture_of_its_own(qtbot, field, vocabulary):
    qtbot.keyClick(field.edit, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    model = popup(field.edit).model()
    pictures = [
        model.index(row, 0).data(Qt.ItemDataRole.DecorationRole).pixmap(SIDE, SIDE).toImage()
        for row in range(model.rowCount())
    ]
    # Not white all over, as what lies beside the sheet would be.
    places = list(product(range(0, SIDE, 4), repeat=2))
    assert all(any(picture.pixelColor(*place).lightness() < 215 for place in places) for picture in pictures)
    red, blue = (pictures[vocabulary.words.index(f"{colour} circle")] for colour in ("red", "blue"))
    assert red.pixelColor(24, 24).red() > 180 and red.pixelColor(24, 24).blue() < 100
    assert blue.pixelColor(24, 24).blue() > 180 and blue.pixelColor(24, 24).red() < 100


def test_a_word_that_is_complete_is_not_offered(qtbot, field):
    qtbot.keyClicks(field.edit, "avocado")
    assert not popup(field.edit).isVisible()


def test_return_makes_a_line_when_nothing_is_offered(qtbot, field):
    qtbot.keyClicks(field.edit, "avocado")
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    assert field.edit.text() == "avocado\n"


def test_nothing_is_offered_without_known_words(qtbot, edit):
    qtbot.keyClicks(edit, "avoc")
    assert popup(edit) is None


def test_short_prompts_show_no_counter(field):
    field.show_text("a fox")
    assert field.remark.isHidden()


def test_a_prompt_that_nearly_fills_the_model_shows_how_much_it_has(field):
    field.show_text("fox " * 20)
    assert field.remark.isVisible()
    assert field.remark.text() == "22 / 24 tokens"
    assert field.edit.extraSelections() == []


def test_what_is_not_read_is_marked(field):
    field.show_text("\N{FOX FACE} " + "fox " * 20)
    assert field.remark.text().endswith("the end is not read")
    [unread] = field.edit.extraSelections()
    assert unread.format.fontStrikeOut()
    # The fox face is 4 tokens and, to Qt, 2 characters; 22 tokens are read beside start and end.
    assert unread.cursor.selectionStart() == 3 + 4 * 18
    assert unread.cursor.selectionEnd() == field.edit.document().characterCount() - 1


def test_the_mark_goes_when_the_prompt_is_short_again(field):
    field.show_text("fox " * 40)
    field.show_text("fox")
    assert field.edit.extraSelections() == []
    assert field.remark.isHidden()


def test_without_a_vocabulary_nothing_is_counted(field):
    field.show_text("fox " * 40)
    field.show_vocabulary(None)
    assert field.remark.isHidden()
    assert field.edit.extraSelections() == []


def test_words_that_the_model_does_not_know_are_marked_and_named(field):
    field.show_text("(a dog:1.3) in (Vienna:1.2), jazz")
    field.edit.clearFocus()
    marks = field.edit.extraSelections()
    assert [mark.cursor.selectedText() for mark in marks] == ["Vienna", "jazz"]
    assert all(mark.format.underlineStyle() == QTextCharFormat.UnderlineStyle.DotLine for mark in marks)
    assert field.remark.text() == "Not known: Vienna, jazz"
    assert "Ctrl+Space" in field.remark.toolTip()


def test_a_word_is_not_marked_while_it_is_being_typed(qtbot, field):
    qtbot.keyClicks(field.edit, "jazz")
    assert field.edit.extraSelections() == []
    assert field.remark.isHidden()
    qtbot.keyClicks(field.edit, " ")
    assert [mark.cursor.selectedText() for mark in field.edit.extraSelections()] == ["jazz"]
    qtbot.keyClick(field.edit, Qt.Key.Key_Backspace)
    assert field.remark.isHidden()
    field.edit.clearFocus()
    assert field.remark.text() == "Not known: jazz"


def test_what_is_not_read_is_not_marked_as_unknown_too(field):
    field.show_text("fox " * 22 + "jazz")
    field.edit.clearFocus()
    [unread] = field.edit.extraSelections()
    assert unread.format.fontStrikeOut()
    assert "jazz" not in field.remark.text()


def test_a_key_in_a_long_text_counts_its_tokens_once(qtbot, field, monkeypatch):
    field.show_text("q" * 5000)
    letters = []
    merge = tokens._merged
    monkeypatch.setattr(
        tokens, "_merged", lambda word, merges: letters.append(len(word)) or merge(word, merges)
    )
    qtbot.keyClick(field.edit, Qt.Key.Key_Q)
    assert letters == [5001]


# Emphasis


def test_ctrl_and_an_arrow_make_the_word_count_for_more_as_one_edit(qtbot, edit, edits):
    edit.show_text("a \N{FOX FACE} red dog")
    cursor = edit.textCursor()
    cursor.setPosition(len("a ..") + 2)
    edit.setTextCursor(cursor)
    qtbot.keyClick(edit, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert edits == ["a \N{FOX FACE} (red:1.1) dog"]
    assert edit.textCursor().selectedText() == "red"
    qtbot.keyClick(edit, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(edit, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(edit, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert edits[-1] == "a \N{FOX FACE} red dog"
    assert len(edits) == 4


def test_nothing_is_emphasised_where_there_is_no_word(qtbot, edit, edits):
    edit.show_text("a  b")
    cursor = edit.textCursor()
    cursor.setPosition(2)
    edit.setTextCursor(cursor)
    edit.show_text("")
    qtbot.keyClick(edit, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert edits == []


def test_marks_of_emphasis_are_no_tokens(field):
    words = "dog " * 30
    field.edit.setPlainText(words)
    plain = field.remark.text()
    assert plain
    field.edit.setPlainText(f"({words}:1.2)")
    assert field.remark.text() == plain
