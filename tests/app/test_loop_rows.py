"""One place for how a walk ends and comes back."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QWidget

from sd3explorer.app.loop_rows import LoopRows
from sd3explorer.walk.noises import Orbit, Travel
from sd3explorer.walk.paths import Hold, Keyframe, Morph, Prompts
from sd3explorer.walk.timing import Ending, Timing
from sd3explorer.walk.walk import Walk

MORPH = Morph((Keyframe("a dog"), Keyframe("a cat")))
WALK = Walk(path=MORPH, timing=Timing(64, 10.0, Ending.LOOP))


@pytest.fixture
def rows(qtbot):
    parent = QWidget()
    rows = LoopRows(QFormLayout(parent), parent)
    rows.window = parent
    rows.edits = []

    def take(walk, text, merge):
        rows.edits.append((walk, text))
        rows.show_walk(walk)

    rows.edited.connect(take)
    qtbot.addWidget(parent)
    parent.show()
    rows.show_walk(WALK)
    return rows


def test_a_way_back_takes_the_jump_from_a_loop_in_one_edit(qtbot, rows):
    assert rows.played.text() == "64 frames, then a jump to the first · 6.4 s"
    rows.back.click()
    assert rows.edits == [(replace(WALK, path=replace(MORPH, closed=True)), "lead back to the start")]
    assert rows.played.text() == "64 frames, then on from the first: no jump · 6.4 s"
    rows.back.click()
    assert rows.edits[1] == (WALK, "end at the last prompt or seed")


def test_prompts_and_seeds_lead_back_together(rows):
    walk = replace(WALK, noise=Travel((1, 2)))
    rows.show_walk(replace(walk, path=replace(MORPH, closed=True)))
    assert rows.back.checkState() is Qt.CheckState.PartiallyChecked
    assert "a jump" in rows.played.text()
    rows.back.click()
    [(back, _)] = rows.edits
    assert (back.path.closed, back.noise.closed) == (True, True)
    assert "no jump" in rows.played.text()
    assert rows.back.checkState() is Qt.CheckState.Checked


def test_what_comes_back_by_itself_is_not_asked_about(rows):
    rows.show_walk(Walk(path=Hold(Prompts("a dog")), noise=Orbit(1), timing=Timing(64, 10.0, Ending.LOOP)))
    assert not rows.back.isVisible()
    assert "no jump" in rows.played.text()


def test_an_ending_is_one_edit(qtbot, rows):
    rows.ending.setFocus()
    qtbot.keyClick(rows.ending, Qt.Key.Key_Up)
    assert rows.edits == [(replace(WALK, timing=Timing(64, 10.0, Ending.THERE_AND_BACK)), "Change ending")]
    assert rows.played.text() == "64 frames there and back = 126 · 12.6 s"
