from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from sd3explorer.app.path.grid_editor import GridEditor
from sd3explorer.app.path.prompt_card import OnePromptEditor
from sd3explorer.app.path.prompt_edit import CHARACTERS_AT_ONCE
from sd3explorer.app.path.wander_editor import WanderEditor
from sd3explorer.walk.limits import MAX_FRAMES
from sd3explorer.walk.paths import Grid, Hold, Prompts, Wander
from sd3explorer.walk.recipe import Ones, RandomDirection

GRID = Grid((Prompts("dog"), Prompts("cat"), Prompts("fox"), Prompts("owl", "blurry")), rows=3, columns=4)
WANDER = Wander(Prompts("dog"))


def shown(qtbot, editor, path):
    qtbot.addWidget(editor)
    editor.edits = []

    def take(path, text, merge):
        editor.edits.append((path, text, merge))
        editor.show_path(path, 25)

    editor.edited.connect(take)
    editor.show_path(path, 25)
    with qtbot.waitExposed(editor):
        editor.show()
    return editor


@pytest.fixture
def grid(qtbot):
    return shown(qtbot, GridEditor(), GRID)


@pytest.fixture
def wander(qtbot):
    return shown(qtbot, WanderEditor(), WANDER)


@pytest.fixture
def hold(qtbot):
    return shown(qtbot, OnePromptEditor(), Hold(Prompts("dog")))


def enter(qtbot, box, text):
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, text)
    qtbot.keyClick(box, Qt.Key.Key_Return)


def test_the_four_corners_are_shown_in_reading_order(grid):
    assert [corner.fields.prompt.edit.text() for corner in grid.corners] == ["dog", "cat", "fox", "owl"]
    assert grid.corners[3].fields.negative_prompt.edit.text() == "blurry"
    assert (grid.rows.value(), grid.columns.value()) == (3, 4)
    assert grid.edits == []


def test_long_prompts_of_a_grid_are_shown_one_by_one(qtbot, grid):
    names = ("a", "b", "c", "d")
    long = replace(GRID, corners=tuple(Prompts(name * CHARACTERS_AT_ONCE) for name in names))
    grid.show_path(long, 12)
    texts = [corner.fields.prompt.edit.text()[:1] for corner in grid.corners]
    assert texts == ["a", "c", "f", "o"]
    # What still shows another prompt edits none.
    qtbot.keyClick(grid.corners[3].fields.prompt.edit, Qt.Key.Key_X)
    assert grid.edits == []
    qtbot.waitUntil(lambda: [c.fields.prompt.edit.text()[:1] for c in grid.corners] == list(names))
    qtbot.keyClick(grid.corners[3].fields.prompt.edit, Qt.Key.Key_X)
    assert len(grid.edits) == 1 and len(grid.edits[0][0].corners[3].prompt) == CHARACTERS_AT_ONCE + 1


def test_a_corner_is_edited_alone(qtbot, grid):
    qtbot.keyClicks(grid.corners[1].fields.prompt.edit, "a")
    corners = (GRID.corners[0], Prompts("acat"), *GRID.corners[2:])
    assert grid.edits == [(replace(GRID, corners=corners), "edit top right prompt", "corner 2")]


def test_rows_and_columns_are_edited(qtbot, grid):
    enter(qtbot, grid.rows, "7")
    enter(qtbot, grid.columns, "9")
    assert [edit[0] for edit in grid.edits] == [replace(GRID, rows=7), replace(GRID, rows=7, columns=9)]


def test_a_grid_never_has_more_frames_than_a_walk_may_have(qtbot, grid):
    enter(qtbot, grid.rows, "30000")
    path = grid.edits[-1][0] if grid.edits else GRID
    assert path.rows * path.columns <= MAX_FRAMES
    assert grid.rows.maximum() == MAX_FRAMES // 4


def test_a_grid_with_other_limits_is_shown_as_it_is(grid):
    grid.show_path(replace(GRID, rows=50_000, columns=2), 100_000)
    assert (grid.rows.value(), grid.columns.value()) == (50_000, 2)
    grid.show_path(replace(GRID, rows=2, columns=50_000), 100_000)
    assert (grid.rows.value(), grid.columns.value()) == (2, 50_000)
    assert grid.edits == []


def test_scrolling_past_a_number_leaves_it(grid):
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, 0),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    grid.rows.clearFocus()
    QApplication.sendEvent(grid.rows, wheel)
    assert grid.rows.value() == 3


def test_the_prompt_of_a_wander_is_edited(qtbot, wander):
    qtbot.keyClicks(wander.prompt.fields.prompt.edit, "a")
    assert wander.edits == [(replace(WANDER, prompt=Prompts("adog")), "edit prompt", "prompt")]


def test_the_step_size_is_edited_and_shown_without_needless_zeros(qtbot, wander):
    point = wander.step_size.locale().decimalPoint()
    assert wander.step_size.text() == f"0{point}01"
    enter(qtbot, wander.step_size, f"-0{point}5")
    assert wander.edits[-1][0].step_size == -0.5


def test_a_random_direction_has_a_seed(qtbot, wander):
    assert wander.seed.isHidden()
    wander.direction.setFocus()
    qtbot.keyClick(wander.direction, Qt.Key.Key_Down)
    assert isinstance(wander.edits[-1][0].direction, RandomDirection)
    assert wander.seed.isVisible()
    wander.seed.edit.selectAll()
    qtbot.keyClicks(wander.seed.edit, "7")
    assert wander.edits[-1][0].direction == RandomDirection(7)


def test_a_direction_can_be_all_alike_again(qtbot, wander):
    wander.show_path(replace(WANDER, direction=RandomDirection(3)), 25)
    wander.direction.setFocus()
    qtbot.keyClick(wander.direction, Qt.Key.Key_Up)
    assert wander.edits[-1][0].direction == Ones()
    assert wander.seed.isHidden()


def test_the_prompt_of_a_hold_is_edited(qtbot, hold):
    qtbot.keyClicks(hold.prompt.fields.prompt.edit, "a")
    assert hold.edits == [(Hold(Prompts("adog")), "edit prompt", "prompt")]


def test_what_a_hold_avoids_is_edited(qtbot, hold):
    hold.prompt.fields.avoid.click()
    qtbot.keyClicks(hold.prompt.fields.negative_prompt.edit, "b")
    assert hold.edits == [(Hold(Prompts("dog", "b")), "edit what the prompt avoids", "negative prompt")]
