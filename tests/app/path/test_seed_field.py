import pytest
from PySide6.QtCore import Qt

from sd3explorer.app.path.seed_field import SeedField
from sd3explorer.walk.limits import MAX_SEED


@pytest.fixture
def field(qtbot):
    field = SeedField("Seed")
    qtbot.addWidget(field)
    field.show_seed(42)
    field.show()
    field.edit.setFocus()
    return field


@pytest.fixture
def edits(field):
    edits = []
    field.seed_edited.connect(edits.append)
    return edits


def type_anew(qtbot, field, text):
    field.edit.selectAll()
    qtbot.keyClick(field.edit, Qt.Key.Key_Delete)
    qtbot.keyClicks(field.edit, text)


def test_the_largest_seed_can_be_typed(qtbot, field, edits):
    type_anew(qtbot, field, str(MAX_SEED))
    assert edits[-1] == MAX_SEED


@pytest.mark.parametrize("bad", ["-", "x", ".", " ", "\N{ARABIC-INDIC DIGIT THREE}"])
def test_what_is_no_digit_cannot_be_typed(qtbot, field, edits, bad):
    type_anew(qtbot, field, "1")
    field.edit.insert(bad)
    qtbot.keyClicks(field.edit, "2")
    assert field.edit.text() == "12"
    assert edits == [1, 12]


def test_no_digit_more_than_the_largest_seed_can_be_typed(qtbot, field, edits):
    type_anew(qtbot, field, str(MAX_SEED) + "0")
    assert edits[-1] == MAX_SEED


def test_an_empty_field_is_no_edit_and_shows_the_seed_again_when_left(qtbot, field, edits):
    type_anew(qtbot, field, "")
    field.edit.clearFocus()
    assert edits == []
    assert field.edit.text() == "42"


def test_showing_a_seed_is_no_edit(field, edits):
    field.show_seed(7)
    assert field.edit.text() == "7"
    assert edits == []


def test_what_is_being_typed_stays_when_it_means_the_same(qtbot, field):
    field.seed_edited.connect(field.show_seed)
    type_anew(qtbot, field, "007")
    assert field.edit.text() == "007"


def test_shuffling_draws_another_seed(qtbot, field, edits, monkeypatch):
    monkeypatch.setattr("secrets.randbelow", lambda most: 99)
    qtbot.mouseClick(field.shuffle_button, Qt.MouseButton.LeftButton)
    assert edits == [99]
    assert field.edit.text() == "99"


def test_a_disabled_field_is_not_shuffled(field, edits):
    field.setEnabled(False)
    field.shuffle()
    assert edits == []
