import pytest
from PySide6.QtCore import Qt

from sd3explorer.app.path.noise_editor import NoiseEditor
from sd3explorer.app.path.seed_list import MOST_ROWS
from sd3explorer.walk.limits import MAX_SEED
from sd3explorer.walk.noises import NOISES, Fixed, Orbit, Travel, Varying


@pytest.fixture
def editor(qtbot):
    editor = NoiseEditor()
    qtbot.addWidget(editor)
    editor.edits = []

    def take(noise, text, merge):
        editor.edits.append((noise, text, merge))
        editor.show_noise(noise)

    editor.edited.connect(take)
    with qtbot.waitExposed(editor):
        editor.show()
    return editor


@pytest.fixture(autouse=True)
def dice(monkeypatch):
    rolls = iter(range(1000, 2000))
    monkeypatch.setattr("secrets.randbelow", lambda most: next(rolls))


def choose(qtbot, editor, kind):
    editor.kind.setFocus()
    while editor.kind.currentIndex() != NOISES.index(kind):
        up = editor.kind.currentIndex() > NOISES.index(kind)
        qtbot.keyClick(editor.kind, Qt.Key.Key_Up if up else Qt.Key.Key_Down)


def seeds(editor):
    return [row.edit.text() for row in editor.seeds.rows]


@pytest.mark.parametrize("noise", [Fixed(MAX_SEED), Varying(0), Orbit(7), Travel((1, MAX_SEED, 3), True)])
def test_showing_a_noise_is_no_edit(editor, noise):
    editor.show_noise(noise)
    assert NOISES[editor.kind.currentIndex()] is type(noise)
    assert editor.seeds.isVisible() == isinstance(noise, Travel)
    assert editor.edits == []


def test_every_kind_is_explained_in_a_line_of_its_own(editor):
    explanations = set()
    for noise in (Fixed(), Varying(), Orbit(), Travel((1, 2))):
        editor.show_noise(noise)
        explanations.add(editor.explanation.text())
    assert len(explanations) == 4


@pytest.mark.parametrize("kind", [Varying, Orbit])
def test_another_kind_keeps_the_seed(qtbot, editor, kind):
    editor.show_noise(Fixed(7))
    choose(qtbot, editor, kind)
    assert editor.edits[-1][0] == kind(7)


def test_a_travel_starts_at_the_seed_and_goes_to_another(qtbot, editor):
    editor.show_noise(Orbit(7))
    choose(qtbot, editor, Travel)
    assert editor.edits[-1][0] == Travel((7, 1000))


def test_a_travel_comes_back_with_its_other_seeds(qtbot, editor):
    editor.show_noise(Travel((1, 2, 3), closed=True))
    choose(qtbot, editor, Orbit)
    assert editor.edits[-1][0] == Orbit(1)
    editor.seed.edit.selectAll()
    qtbot.keyClicks(editor.seed.edit, "9")
    choose(qtbot, editor, Travel)
    assert editor.edits[-1][0] == Travel((9, 2, 3), closed=True)


def test_the_seeds_of_a_travel_do_not_come_back_in_another_document(qtbot, editor):
    editor.show_noise(Travel((1, 2, 3), closed=True))
    choose(qtbot, editor, Orbit)
    editor.forget()
    choose(qtbot, editor, Travel)
    travel = editor.edits[-1][0]
    assert (travel.seeds[0], len(travel.seeds), travel.closed) == (1, 2, False)


def test_typing_a_seed_is_one_edit(qtbot, editor):
    editor.seed.edit.selectAll()
    qtbot.keyClicks(editor.seed.edit, "77")
    assert editor.edits == [(Fixed(7), "change seed", "seed"), (Fixed(77), "change seed", "seed")]


def test_shuffling_draws_another_seed(qtbot, editor):
    qtbot.mouseClick(editor.seed.shuffle_button, Qt.MouseButton.LeftButton)
    assert editor.edits[-1][0] == Fixed(1000)


def test_a_locked_seed_is_neither_shuffled_nor_typed_over(qtbot, editor):
    qtbot.mouseClick(editor.lock, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(editor.seed.shuffle_button, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(editor.seed.edit, "7")
    editor.shuffle()
    assert editor.edits == []


def test_a_locked_seed_stays_with_another_kind(qtbot, editor):
    editor.lock.click()
    choose(qtbot, editor, Varying)
    assert editor.edits[-1][0] == Varying(42)
    assert not editor.seed.isEnabled()


def test_shuffling_a_travel_draws_all_its_seeds(editor):
    editor.show_noise(Travel((1, 2, 3), closed=True))
    editor.shuffle()
    assert editor.edits[-1][0] == Travel((1000, 1001, 1002), closed=True)


def test_a_seed_of_a_travel_is_edited_alone(qtbot, editor):
    editor.show_noise(Travel((1, 2, 3)))
    qtbot.keyClicks(editor.seeds.rows[1].edit, "5")
    assert editor.edits[-1] == (Travel((1, 25, 3)), "change seed", "seed 2")


def test_seeds_are_added_and_removed(qtbot, editor):
    editor.show_noise(Travel((1, 2)))
    qtbot.mouseClick(editor.seeds.add_button, Qt.MouseButton.LeftButton)
    assert editor.edits[-1][0] == Travel((1, 2, 1000))
    assert seeds(editor) == ["1", "2", "1000"]
    qtbot.mouseClick(editor.seeds.rows[0].remove_button, Qt.MouseButton.LeftButton)
    assert editor.edits[-1][0] == Travel((2, 1000))
    assert seeds(editor) == ["2", "1000"]


def test_a_noise_says_how_many_seeds_it_takes(editor, monkeypatch):
    monkeypatch.setattr(Travel, "seed_counts", (1, 2))
    editor.show_noise(Travel((1, 2)))
    assert all(row.remove_button.isEnabled() for row in editor.seeds.rows)
    assert not editor.seeds.add_button.isEnabled()


def test_two_seeds_stay(editor):
    editor.show_noise(Travel((1, 2)))
    assert not any(row.remove_button.isEnabled() for row in editor.seeds.rows)


@pytest.fixture
def many(editor):
    editor.show_noise(Travel(tuple(range(1, 2 * MOST_ROWS + 6))))
    return editor


def test_of_many_seeds_a_page_is_shown_and_buttons_lead_to_the_others(qtbot, many):
    assert seeds(many) == [str(seed) for seed in range(1, MOST_ROWS + 1)]
    assert many.seeds.earlier.isHidden()
    assert many.seeds.later.text() == f"{MOST_ROWS + 5} more seeds"
    many.seeds.later.click()
    assert seeds(many)[0] == str(MOST_ROWS + 1) and many.seeds.rows[0].edit.hasFocus()
    many.seeds.later.click()
    assert seeds(many) == [str(2 * MOST_ROWS + number) for number in range(1, 6)]
    assert many.seeds.later.isHidden()
    many.seeds.earlier.click()
    assert seeds(many)[0] == str(MOST_ROWS + 1)


def test_the_seeds_of_another_page_are_edited_where_they_belong(qtbot, many):
    many.seeds.later.click()
    row = many.seeds.rows[1]
    assert row.edit.accessibleName() == f"Seed {MOST_ROWS + 2}"
    row.edit.selectAll()
    qtbot.keyClicks(row.edit, "7")
    assert many.edits[-1][0].seeds[MOST_ROWS + 1] == 7
    row.remove_button.click()
    assert len(many.edits[-1][0].seeds) == 2 * MOST_ROWS + 4
    assert many.edits[-1][0].seeds[MOST_ROWS + 1] == MOST_ROWS + 3


def test_a_seed_that_is_added_after_many_is_shown(qtbot, many):
    many.seeds.add_button.click()
    assert len(many.edits[-1][0].seeds) == 2 * MOST_ROWS + 6
    assert seeds(many)[-1] == str(many.edits[-1][0].seeds[-1])


def test_few_seeds_have_no_others(qtbot, editor):
    editor.show_noise(Travel(tuple(range(MOST_ROWS))))
    assert len(editor.seeds.rows) == MOST_ROWS
    assert editor.seeds.later.isHidden() and editor.seeds.earlier.isHidden()
