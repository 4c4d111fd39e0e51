"""The LoRAs of the model in the window."""

from dataclasses import replace
from pathlib import Path

import pytest

from sd3explorer.app.lora_list import LoraList
from sd3explorer.app.path.morph_editor import MorphEditor
from sd3explorer.presets.loras.file import LoraFile
from sd3explorer.walk.lora_editing import with_varying_loras
from sd3explorer.walk.loras import Lora
from sd3explorer.walk.model import Model
from sd3explorer.walk.paths import Hold, Keyframe, Morph
from sd3explorer.walk.paths.prompts import Prompts
from sd3explorer.walk.walk import Walk

INK, FUR = Lora("/loras/ink.safetensors", 0.5), Lora("/loras/fur.safetensors", -1.0)
WALK = Walk(path=Morph((Keyframe("a dog"), Keyframe("a cat"))), model=Model(loras=(INK, FUR)))


@pytest.fixture
def loras(qtbot):
    """As in the window, where each edit is shown at once."""
    view = LoraList()
    qtbot.addWidget(view)
    view.edits = []

    def take(walk, text, merge):
        view.edits.append((walk, text, merge))
        view.show_walk(walk)

    view.edited.connect(take)
    view.show_walk(WALK)
    view.show()
    return view


def test_without_any_there_is_a_button_to_add_one(loras):
    loras.show_walk(Walk())
    assert loras.rows == []
    assert loras.heading.isHidden() and loras.varies.isHidden()
    assert loras.add_button.isVisible()


def test_each_shows_its_name_and_its_strength(loras):
    assert [row.name.text() for row in loras.rows] == ["ink", "fur"]
    assert [row.strength.value() for row in loras.rows] == [0.5, -1.0]
    assert [row.slider.value() for row in loras.rows] == [10, -20]
    assert loras.edits == []


def test_how_much_of_it_the_model_has_is_shown_once_that_is_known(loras, starter):
    assert loras.rows[0].note.isHidden()
    files = (
        LoraFile(Path(INK.file), "ink", False, 100, 96),
        LoraFile(Path(FUR.file), "fur", True, 49, 49),
    )
    loras.show_model(replace(starter, loras=files))
    assert loras.rows[0].note.text() == "96 of 100 modules are in this model"
    assert loras.rows[1].note.text() == "changes 49 modules"


def test_slider_and_field_change_the_strength_in_one_undo(loras):
    loras.rows[0].slider.setValue(12)
    loras.rows[0].strength.setValue(-2.0)
    assert [walk.model.loras[0].strength for walk, _, _ in loras.edits] == [0.6, -2.0]
    assert {merge for _, _, merge in loras.edits} == {"lora 1"}
    assert loras.rows[0].slider.value() == -40


def test_one_can_be_removed(loras):
    loras.rows[0].remove.click()
    assert loras.edits[-1][0].model.loras == (FUR,)
    assert [row.name.text() for row in loras.rows] == ["fur"]


def test_varying_along_the_path_moves_the_strengths_to_the_keyframes(loras):
    loras.varies.click()
    walk = loras.edits[-1][0]
    assert [each.lora_strengths for each in walk.path.keyframes] == [(0.5, -1.0)] * 2
    assert not loras.rows[0].slider.isVisible() and not loras.rows[0].strength.isVisible()
    loras.varies.click()
    assert loras.edits[-1][0] == WALK


def test_a_path_without_keyframes_has_nothing_to_vary_along(loras):
    loras.show_walk(replace(WALK, path=Hold(Prompts("a dog"))))
    assert loras.varies.isHidden()


def test_a_keyframe_has_a_field_for_each_that_varies(qtbot):
    editor, edits = MorphEditor(), []
    qtbot.addWidget(editor)
    editor.edited.connect(lambda path, text, merge: edits.append((path, merge)))
    editor.show_walk(WALK)
    assert editor.cards[0].loras is None
    editor.show_walk(with_varying_loras(WALK, vary=True))
    shown = editor.cards[1].loras
    assert [label.text() for label in shown.names] == ["ink", "fur"]
    assert [field.value() for field in shown.fields] == [0.5, -1.0]
    assert shown.fields[0].accessibleName() == "Strength of ink at prompt 2"
    shown.fields[0].setValue(1.5)
    path, merge = edits[-1]
    assert [each.lora_strengths for each in path.keyframes] == [(0.5, -1.0), (1.5, -1.0)]
    assert merge == "lora 1 at 2"
    editor.show_walk(WALK)
    assert shown.isHidden()
