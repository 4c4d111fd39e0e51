"""Versions, stars and the history as an artist meets them: the window, with real events."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QInputDialog, QMessageBox, QPushButton

from sd3explorer.render.history import History
from sd3explorer.walk.keeping import with_version
from sd3explorer.walk.model import Model
from sd3explorer.walk.noises import Fixed
from sd3explorer.walk.paths import Keyframe, Morph
from sd3explorer.walk.sampler import Sampler
from sd3explorer.walk.timing import Motion, Timing
from sd3explorer.walk.versions import MAX_VERSIONS
from sd3explorer.walk.walk import Walk
from tests.app.test_main_window import WALK, open_window, show, trigger, wait_until_done, window
from tests.gradient import gradient

__all__ = ["open_window", "window"]

LEFT, CONTROL, SHIFT = (
    Qt.MouseButton.LeftButton,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


def edit(qtbot, window, **changes):
    with qtbot.waitSignal(window.frames.reset):
        window._edit(replace(window.document.walk, **changes), "Change", "")


def fill(store, frames, indices=None):
    """Puts pictures of a walk into the store, as if they had been rendered before."""
    recipes = frames.recipes
    for index in range(len(recipes)) if indices is None else indices:
        store.put(recipes[index].digest, gradient(recipes[index]))


def chips(window):
    return {chip.name: chip for chip in window.versions_bar.chips}


def names(window):
    return [version.name for version in window.document.walk.versions]


@pytest.fixture
def two(qtbot, window):
    """A walk with one version, and another seed by now."""
    qtbot.keyClick(window.timeline, Qt.Key.Key_K, CONTROL)
    edit(qtbot, window, noise=Fixed(7))
    return window


def test_a_version_is_kept_shown_and_all_of_it_undone(qtbot, two):
    assert chips(two)["Version 1"].isVisible()
    assert not chips(two)["Version 1"].isChecked()
    qtbot.mouseClick(chips(two)["Version 1"], LEFT)
    assert two.document.walk.noise == WALK.noise
    assert chips(two)["Version 1"].isChecked()
    # What was on the screen is not lost.
    assert names(two) == ["Version 1", "Version 2"]
    qtbot.mouseClick(chips(two)["Version 2"], LEFT)
    assert two.document.walk.noise == Fixed(7)
    assert names(two) == ["Version 1", "Version 2"]
    while two.document.undo_stack.canUndo():
        two.document.undo_stack.undo()
    assert two.document.walk == WALK
    assert not two.versions_bar.isVisible()


def test_what_is_kept_is_not_kept_twice(qtbot, window):
    trigger(window, "keep_version")
    trigger(window, "keep_version")
    assert names(window) == ["Version 1"]
    assert "already kept as “Version 1”" in window.messages.text


def test_there_is_an_end_to_versions_and_it_is_said(qtbot, window):
    walk = WALK
    for number in range(MAX_VERSIONS):
        walk = with_version(replace(walk, noise=Fixed(number)), str(number))
    show(qtbot, window, replace(walk, noise=Fixed(1000)))
    trigger(window, "keep_version")
    assert "at most 50 versions" in window.messages.text
    window.versions.show("3")
    # Nothing is shown for the price of what is not kept.
    assert window.document.walk.noise == Fixed(1000)


def test_a_version_gets_a_name_by_a_double_click_and_is_removed_by_a_key(qtbot, two):
    trigger(two, "compare")
    qtbot.mouseDClick(chips(two)["Version 1"], LEFT)
    dialog = two.findChild(QInputDialog)
    dialog.setTextValue("calm & blue")
    dialog.accept()
    assert names(two) == ["calm & blue"]
    assert two.comparison.name == "calm & blue"
    chip = chips(two)["calm & blue"]
    assert chip.text() == "calm && blue"
    qtbot.keyClick(chip, Qt.Key.Key_Delete)
    assert names(two) == []
    assert not two.comparison.active
    assert not two.actions_by_id["compare"].isChecked()


def test_without_a_version_there_is_nothing_to_compare_and_that_is_said(window):
    trigger(window, "compare")
    assert not window.comparison.active
    assert not window.actions_by_id["compare"].isChecked()
    assert "keep this one" in window.messages.text


def test_compared_is_the_frame_at_the_same_share_from_the_store_and_nothing_rendered(qtbot, store, window):
    fill(store, window.frames)
    trigger(window, "keep_version")
    edit(qtbot, window, noise=Fixed(7), timing=Timing(17))
    fill(store, window.frames)
    window.frames.look_again()
    qtbot.waitUntil(lambda: window.frames.all_done)
    qtbot.keyClick(window.timeline, Qt.Key.Key_C)
    window.playhead.move_to(8)
    qtbot.waitUntil(lambda: window.comparison.looked_up)
    assert window.comparison.index == 4
    preview = window.preview
    qtbot.waitUntil(lambda: preview._beside.image is not None and preview._shown.image is not None)
    other = gradient(WALK.recipe(4, window.frames.facts))
    place = preview._zoom.target.center().toPoint()
    shift = preview._split.offset(preview._view()).toPoint()
    assert not shift.isNull()

    def is_there():
        seen = preview.grab().toImage().pixelColor(place + shift).getRgb()[:3]
        return all(abs(int(a) - int(b)) < 12 for a, b in zip(seen, other[64, 64], strict=True))

    qtbot.waitUntil(is_there)
    assert "beside it Version 1" in preview.accessibleDescription()
    qtbot.keyClick(window.timeline, Qt.Key.Key_C)
    assert not window.comparison.active


def test_the_line_is_dragged_and_moved_by_keys(qtbot, two):
    qtbot.keyClick(two.timeline, Qt.Key.Key_C, SHIFT)
    preview = two.preview
    assert two.comparison.wiped
    line = QPoint(round(preview._split.line(preview._view(), preview._zoom.target)), preview.height() // 2)
    qtbot.mouseMove(preview, line)
    assert preview.cursor().shape() == Qt.CursorShape.SplitHCursor
    qtbot.mousePress(preview, LEFT, pos=line)
    qtbot.mouseMove(preview, line - QPoint(60, 0))
    qtbot.mouseRelease(preview, LEFT, pos=line - QPoint(60, 0))
    share = preview._split.share
    assert share < 0.45
    preview.setFocus()
    qtbot.keyClick(preview, Qt.Key.Key_Period)
    assert preview._split.share > share
    qtbot.keyClick(two.timeline, Qt.Key.Key_C, SHIFT)
    assert not two.comparison.wiped


def test_a_frame_of_the_other_version_is_rendered_where_one_looks_at_it(qtbot, store, two):
    first = WALK.recipe(0, two.frames.facts).digest
    last = WALK.recipe(8, two.frames.facts).digest
    trigger(two, "compare")
    qtbot.waitUntil(lambda: store.has(first))
    qtbot.waitUntil(lambda: two.preview._beside.image is not None)
    # The walk's own frames, and the others of the version, were not asked for.
    assert two.frames.done_count == 0
    assert not store.has(last)
    trigger(two, "render")
    wait_until_done(qtbot, two)
    qtbot.waitUntil(lambda: two.comparison.frames.all_done)
    # That both are recorded comes with it: each is found again.
    qtbot.waitUntil(lambda: len(History(store.folder).records(store)) == 1)


def test_a_version_of_another_size_is_not_rendered_by_this_engine_and_that_is_said(qtbot, two):
    edit(qtbot, two, model=Model(image_size=(64, 64)))
    trigger(two, "compare")
    qtbot.waitUntil(lambda: two.comparison.looked_up and "another model" in two.preview._beside.text)
    assert not two.comparison.can_be_rendered
    assert not two.control.state.working


def test_stars_are_put_on_by_a_key_gone_to_and_played_alone(qtbot, window):
    timeline, head = window.timeline, window.playhead
    for index in (2, 6):
        head.move_to(index)
        qtbot.keyClick(timeline, Qt.Key.Key_S)
        qtbot.waitUntil(lambda index=index: index in window.stars.indices)
    assert window.preview._line[0].startswith("★ Frame 7")
    film = timeline.tracks.strip.model()
    assert "starred" in film.data(film.index(2), Qt.ItemDataRole.AccessibleTextRole)
    assert "starred" not in film.data(film.index(3), Qt.ItemDataRole.AccessibleTextRole)
    qtbot.keyClick(timeline, Qt.Key.Key_Right, CONTROL)
    assert head.index == 2
    qtbot.keyClick(timeline, Qt.Key.Key_Left, CONTROL)
    assert head.index == 6
    qtbot.keyClick(timeline, Qt.Key.Key_S, SHIFT)
    qtbot.keyClick(timeline, Qt.Key.Key_Left)
    assert head.index == 2
    qtbot.keyClick(timeline, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: window.stars.indices == (6,))
    head.move_to(6)
    qtbot.keyClick(timeline, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: window.stars.indices == ())
    # With nothing left to choose, everything is there again.
    assert not window.actions_by_id["only_starred"].isEnabled()
    head.step(-1)
    assert head.index == 5


def test_a_star_stays_on_its_picture_through_edits_and_undo(qtbot, window):
    window.playhead.move_to(4)
    trigger(window, "star")
    qtbot.waitUntil(lambda: window.stars.indices == (4,))
    edit(qtbot, window, timing=Timing(17, 25.0))
    qtbot.waitUntil(lambda: window.stars.indices == (8,))
    edit(qtbot, window, noise=Fixed(3))
    qtbot.waitUntil(lambda: window.stars.indices == ())
    trigger(window, "undo")
    qtbot.waitUntil(lambda: window.stars.indices == (8,))


def test_stars_without_a_frame_are_counted(qtbot, window):
    only = window.actions_by_id["only_starred"]
    trigger(window, "star")
    qtbot.waitUntil(lambda: only.text() == "Only starre&d" and only.isEnabled())
    starred = window.document.walk
    window.document.edit(replace(starred, stars=(*starred.stars, "0" * 16)), "another")
    assert only.text() == "Only starre&d (1 of 2 stars are on a frame now)"


def test_a_star_looks_nothing_up_anew(qtbot, window):
    generation = window.frames._generation
    trigger(window, "star")
    trigger(window, "keep_version")
    qtbot.waitUntil(lambda: window.stars.indices != ())
    assert window.frames._generation == generation
    assert window.frames.walk == window.document.walk


def test_why_a_frame_can_have_no_star_is_said(qtbot, window):
    morph = Morph((Keyframe("a dog"), Keyframe("a cat")))
    show(qtbot, window, Walk(path=morph, timing=Timing(9, motion=Motion.EVEN)))
    trigger(window, "star")
    assert "places are found" in window.messages.text
    trigger(window, "next_star")
    assert "No frame has a star" in window.messages.text


def test_what_was_rendered_is_found_by_its_prompt_and_opened(qtbot, store, window):
    facts = window.frames.facts
    history = History(store.folder)
    other = replace(WALK, title="", path=Morph((Keyframe("a red barn"), Keyframe("a mill"))))
    for walk in (WALK, other):
        store.put(walk.recipe(4, facts).digest, gradient(walk.recipe(4, facts)))
        history.put(walk, facts, store)
    show(qtbot, window, replace(WALK, noise=Fixed(99)))
    trigger(window, "history")
    dialog = window.history
    qtbot.waitUntil(lambda: len(dialog.rows.records()) == 2)
    assert dialog.rows.data(dialog.rows.index(0)) == "Today"
    qtbot.keyClicks(dialog.search, "barn MILL")
    assert [record.walk for record in dialog.rows.records()] == [other]
    with qtbot.waitSignal(window.frames.reset):
        qtbot.keyClick(dialog.search, Qt.Key.Key_Return)
    assert window.document.walk == other
    assert window.document.file is None
    assert not dialog.isVisible()


def test_records_of_one_walk_with_other_steps_are_told_apart(store, window, qtbot):
    facts, history = window.frames.facts, History(store.folder)
    for steps in (8, 24):
        walk = replace(WALK, sampler=Sampler(steps, 1.0))
        store.put(walk.recipe(4, facts).digest, gradient(walk.recipe(4, facts)))
        history.put(walk, facts, store)
    trigger(window, "history")
    dialog = window.history
    qtbot.waitUntil(lambda: dialog.rows.rowCount() >= 3)
    said = [dialog.rows.data(dialog.rows.index(row), Qt.ItemDataRole.AccessibleTextRole) for row in range(3)]
    assert {steps for steps in ("8 steps", "24 steps") if any(steps in (text or "") for text in said)} == {
        "8 steps",
        "24 steps",
    }
    # What all of them have in common may be cut off at the end of a line.
    details = [dialog.rows.details(record) for record in dialog.rows.records()]
    assert details
    assert all(text.endswith("steps · Starter") for text in details)
    dialog.close()


def test_a_new_record_leaves_those_in_place_that_are_seen(qtbot, store, window):
    facts, history = window.frames.facts, History(store.folder)

    def put(seed):
        walk = replace(WALK, title=f"Walk {seed}", noise=Fixed(seed))
        store.put(walk.recipe(0, facts).digest, gradient(walk.recipe(0, facts)))
        history.put(walk, facts, store)

    for seed in range(20):
        put(seed)
    trigger(window, "history")
    dialog = window.history
    qtbot.waitUntil(lambda: len(dialog.rows.records()) == 20)
    bar = dialog.view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    place = dialog.view.viewport().rect().center()
    before = dialog.rows.record(dialog.view.indexAt(place).row())
    put(20)
    window._recorder.recorded.emit()
    qtbot.waitUntil(lambda: len(dialog.rows.records()) == 21)
    assert dialog.rows.record(dialog.view.indexAt(place).row()) == before
    dialog.close()


def test_records_are_forgotten_one_by_one_or_all_and_no_more_are_made(qtbot, store, window):
    facts = window.frames.facts
    history = History(store.folder)
    for seed in range(3):
        walk = replace(WALK, noise=Fixed(seed))
        store.put(walk.recipe(0, facts).digest, gradient(walk.recipe(0, facts)))
        history.put(walk, facts, store)
    dialog = window.history
    trigger(window, "history")
    qtbot.waitUntil(lambda: len(dialog.rows.records()) == 3)
    dialog.view.setFocus()
    qtbot.keyClick(dialog.view, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(dialog.rows.records()) == 2)
    qtbot.mouseClick(dialog.clear, LEFT)
    box = dialog.findChild(QMessageBox)
    clear = next(button for button in box.findChildren(QPushButton) if button.text() == "Clear")
    qtbot.mouseClick(clear, LEFT)
    qtbot.waitUntil(lambda: dialog.rows.records() == [])
    dialog.keeps.click()
    assert not history.on
    dialog.keeps.click()
    assert history.on
    dialog.close()


def test_with_many_versions_that_which_is_shown_is_in_sight(qtbot, window):
    walk = WALK
    for number in range(20):
        walk = with_version(replace(walk, noise=Fixed(number)), f"A rather long name {number}")
    show(qtbot, window, walk)
    area = window.versions_bar._area
    chip = chips(window)["A rather long name 19"]

    def is_in_sight(chip):
        place = chip.mapTo(area, chip.rect().center())
        return area.rect().contains(place)

    qtbot.waitUntil(lambda: chip.isChecked() and is_in_sight(chip))
    window.versions.show("A rather long name 2")
    qtbot.waitUntil(lambda: is_in_sight(chips(window)["A rather long name 2"]))


def test_another_walk_is_neither_compared_nor_only_starred(qtbot, two):
    trigger(two, "star")
    qtbot.waitUntil(lambda: two.stars.indices != ())
    trigger(two, "only_starred")
    trigger(two, "compare")
    with qtbot.waitSignal(two.frames.reset):
        two.document.show(with_version(replace(WALK, stars=two.document.walk.stars), "Version 1"))
    assert not two.comparison.active
    assert not two.stars.only


def test_a_window_that_is_closed_while_it_renders_leaves_a_record(qtbot, store, window):
    edit(qtbot, window, timing=Timing(400))
    trigger(window, "render")
    qtbot.waitUntil(lambda: window.frames.done_count > 4)
    window.end()
    [record] = History(store.folder).records(store)
    assert record.walk.frame_count == 400
