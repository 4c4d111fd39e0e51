"""The document: every edit can be undone, and saving keeps them all."""

from dataclasses import replace
from fractions import Fraction

import pytest

from sd3explorer.app.document.document import Document
from sd3explorer.examples import example_path
from sd3explorer.walk.error import WalkError
from sd3explorer.walk.noises import Fixed
from sd3explorer.walk.paths import Keyframe, Morph
from sd3explorer.walk.spots import Placement
from sd3explorer.walk.timing import Motion, Timing
from sd3explorer.walk.walk import Walk


@pytest.fixture
def document(qtbot):
    return Document()


def titled(title):
    return replace(Walk(), title=title)


def test_an_edit_can_be_undone_and_done_again(document):
    document.edit(titled("one"), "Change title")
    document.edit(titled("two"), "Change title")
    document.undo_stack.undo()
    assert document.walk == titled("one")
    assert document.undo_stack.undoText() == "Change title"
    document.undo_stack.redo()
    assert document.walk == titled("two")


def test_everyone_is_shown_the_new_walk(qtbot, document):
    with qtbot.waitSignal(document.walk_changed) as told:
        document.edit(titled("one"), "Change title")
    assert told.args == [titled("one")]


def test_an_edit_that_changes_nothing_is_none(document):
    document.edit(document.walk, "Nothing")
    assert not document.undo_stack.canUndo()
    assert not document.modified


def test_typing_in_one_field_is_undone_as_one(document):
    for title in ("d", "do", "dog"):
        document.edit(titled(title), "Change title", "title")
    document.undo_stack.undo()
    assert document.walk == Walk()


def test_typing_in_another_field_is_another_edit(document):
    document.edit(titled("dog"), "Change title", "title")
    document.edit(titled("cat"), "Edit prompt", "prompt 1")
    document.undo_stack.undo()
    assert document.walk == titled("dog")


def test_typing_back_what_was_there_leaves_nothing_to_undo(document):
    document.edit(titled("dog"), "Change title", "title")
    document.edit(Walk(), "Change title", "title")
    assert not document.undo_stack.canUndo()
    assert not document.modified


def test_after_a_pause_typing_is_a_new_edit(document, monkeypatch):
    monkeypatch.setattr("sd3explorer.app.document.document.PAUSE_MILLISECONDS", -1)
    document.edit(titled("dog"), "Change title", "title")
    document.edit(titled("dog and cat"), "Change title", "title")
    document.undo_stack.undo()
    assert document.walk == titled("dog")


def test_saving_keeps_the_walk_and_is_remembered(qtbot, document, tmp_path):
    document.edit(titled("dog"), "Change title")
    assert document.modified
    with qtbot.waitSignals([document.file_changed, document.modified_changed]):
        document.save(tmp_path / "dog.sd3walk")
    assert not document.modified
    assert document.file == tmp_path / "dog.sd3walk"
    assert Walk.load(document.file) == titled("dog")


EVEN = Walk(timing=Timing(5, motion=Motion.EVEN))
PLACEMENT = Placement(EVEN.placement_key(), tuple(Fraction(number, 4) for number in (0, 1, 2, 3, 4)))


def test_a_walk_is_saved_with_the_places_of_its_frames(document, tmp_path):
    document.edit(EVEN, "Even motion")
    document.save(tmp_path / "even.sd3walk", PLACEMENT)
    assert Walk.load(document.file) == replace(EVEN, placement=PLACEMENT)
    assert document.walk == EVEN
    assert not document.modified


def test_places_of_another_walk_are_not_saved(document, tmp_path):
    other = replace(EVEN, noise=Fixed(7))
    document.edit(other, "Change seed")
    document.save(tmp_path / "even.sd3walk", PLACEMENT)
    assert Walk.load(document.file) == other


def test_undoing_past_the_last_save_is_a_change(document, tmp_path):
    document.edit(titled("dog"), "Change title")
    document.save(tmp_path / "dog.sd3walk")
    document.undo_stack.undo()
    assert document.modified
    document.undo_stack.redo()
    assert not document.modified


def test_typing_after_a_save_is_a_new_edit(document, tmp_path):
    document.edit(titled("dog"), "Change title", "title")
    document.save(tmp_path / "dog.sd3walk")
    document.edit(titled("dogs"), "Change title", "title")
    document.undo_stack.undo()
    assert document.walk == titled("dog")
    assert not document.modified


def test_a_save_that_fails_leaves_everything_as_it_was(document, tmp_path):
    document.edit(titled("dog"), "Change title")
    with pytest.raises(WalkError, match="can't be written"):
        document.save(tmp_path / "no" / "such" / "folder" / "dog.sd3walk")
    assert document.modified
    assert document.file is None


def test_another_walk_begins_with_nothing_to_undo(document):
    document.edit(titled("dog"), "Change title")
    document.show(titled("cat"))
    assert not document.undo_stack.canUndo()
    assert not document.modified


def test_a_recovered_walk_is_not_saved_yet(document, tmp_path):
    document.show(titled("cat"), tmp_path / "cat.sd3walk", recovered=True)
    assert document.modified
    document.save(tmp_path / "cat.sd3walk")
    assert not document.modified


@pytest.mark.parametrize(
    ("prompts", "name"),
    [
        (("a 3d dog face", "a 3d cat face"), "dog to cat"),
        (("a 3d dog face", "a 3d owl face", "a 3d fox face"), "dog to fox"),
        (("an owl", ""), "an owl"),
        (("an owl", "an owl"), "an owl"),
        (("", "  "), "Untitled walk"),
    ],
)
def test_without_title_and_file_it_is_called_by_its_prompts_as_they_are_now(document, prompts, name):
    document.show(titled("Cat to cow"))
    document.edit(Walk(path=Morph(tuple(map(Keyframe, prompts)))), "Change prompts")
    assert document.display_name == name


def test_it_is_called_by_its_title_or_its_file_or_neither(document, tmp_path):
    document.show(Walk(path=Morph((Keyframe(), Keyframe()))))
    assert document.display_name == "Untitled walk"
    document.show(Walk(), tmp_path / "walk 7.sd3walk")
    assert document.display_name == "walk 7"
    document.show(titled("Dog to cat"), tmp_path / "walk 7.sd3walk")
    assert document.display_name == "Dog to cat"


def test_an_example_with_other_prompts_is_no_longer_called_what_the_example_is(document):
    walk = Walk.load(example_path("dog-to-cat"))
    document.show(walk)
    other_frames = replace(walk, timing=replace(walk.timing, frames=9))
    document.edit(other_frames, "Change frames")
    assert document.display_name == "Dog to cat"
    first, *others = walk.path.keyframes
    path = replace(walk.path, keyframes=(replace(first, prompt="a red jazz club"), *others))
    document.edit(replace(other_frames, path=path), "Edit prompt")
    assert "jazz" in document.display_name
    document.undo_stack.undo()
    assert document.display_name == "Dog to cat"


def test_a_title_that_somebody_gave_stays(document):
    document.show(titled("Mine"))
    other = Morph((Keyframe("a dog"), Keyframe("a cat")))
    document.edit(replace(document.walk, path=other), "Edit prompt")
    assert document.walk.title == "Mine"
