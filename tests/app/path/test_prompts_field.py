import pytest
from PySide6.QtCore import Qt

from sd3explorer.app.path.prompts_field import PromptsField


@pytest.fixture
def field(qtbot):
    field = PromptsField("Prompt 1")
    qtbot.addWidget(field)
    field.show()
    return field


def test_what_to_avoid_is_folded_away_while_there_is_nothing(field):
    field.show_prompts("a fox", "")
    assert field.negative_prompt is None


def test_what_to_avoid_is_shown_when_there_is_something(field):
    field.show_prompts("a fox", "blurry")
    assert field.negative_prompt.isVisible()
    assert field.negative_prompt.edit.text() == "blurry"
    assert not field.avoid.isEnabled()


def test_avoid_unfolds_and_takes_the_cursor(qtbot, field):
    told = []
    field.negative_prompt_edited.connect(told.append)
    qtbot.mouseClick(field.avoid, Qt.MouseButton.LeftButton)
    assert field.negative_prompt.edit.hasFocus()
    qtbot.keyClicks(field.negative_prompt.edit, "b")
    assert told == ["b"]


def test_avoid_folds_again(qtbot, field):
    qtbot.mouseClick(field.avoid, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(field.avoid, Qt.MouseButton.LeftButton)
    assert field.negative_prompt.isHidden()


def test_an_empty_prompt_clears_what_was_avoided(field):
    field.show_prompts("a fox", "blurry")
    field.show_prompts("a fox", "")
    assert field.negative_prompt.edit.text() == ""
    assert field.avoid.isEnabled()


def test_an_empty_field_folds_when_other_prompts_are_shown_unless_somebody_is_in_it(qtbot, field):
    field.show_prompts("a fox", "blurry")
    field.show_prompts("an owl", "")
    assert field.negative_prompt.isHidden()
    qtbot.mouseClick(field.avoid, Qt.MouseButton.LeftButton)
    field.show_prompts("a cat", "")
    assert field.negative_prompt.isVisible()
    field.prompt.edit.setFocus()
    qtbot.keyClicks(field.prompt.edit, "s")
    field.show_prompts(field.prompt.edit.text(), "")
    assert field.negative_prompt.isVisible()


def test_both_fields_are_named_for_screen_readers(field):
    field.show_prompts("", "blurry")
    field.show_name("Prompt 2")
    assert field.prompt.edit.accessibleName() == "Prompt 2"
    assert "Prompt 2" in field.negative_prompt.edit.accessibleName()
