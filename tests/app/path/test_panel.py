from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea

from sd3explorer.app.document.document import Document
from sd3explorer.app.path.kinds import path_kinds
from sd3explorer.app.path.panel import PathPanel
from sd3explorer.app.path.prompt_edit import PromptEdit
from sd3explorer.walk.noises import Fixed, Orbit
from sd3explorer.walk.paths import Grid, Hold, Keyframe, Morph, Prompts, Wander
from sd3explorer.walk.timing import Timing
from sd3explorer.walk.walk import Walk

MORPH = Morph((Keyframe("dog", span=2.0), Keyframe("cat"), Keyframe("fox")), closed=True)
WALK = Walk(path=MORPH, timing=Timing(frames=25))
MORPHING, _, GRID, WANDERING, HOLDING = range(5)


@pytest.fixture
def document(qapp):
    return Document()


@pytest.fixture
def panel(qtbot, document):
    panel = PathPanel()
    qtbot.addWidget(panel)
    panel.resize(300, 700)
    document.begun.connect(panel.forget)
    document.walk_changed.connect(panel.show_walk)
    panel.edited.connect(document.edit)
    document.edit(WALK, "start")
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


def prompt(panel, number=0):
    return panel.editor(Morph).cards[number].prompts.prompt.edit


def type_into(qtbot, edit, text):
    edit.setFocus()
    edit.selectAll()
    qtbot.keyClicks(edit, text)


def test_the_walk_is_shown(panel):
    assert panel.kinds.currentIndex() == MORPHING
    assert [card.prompts.prompt.edit.text() for card in panel.editor(Morph).cards] == ["dog", "cat", "fox"]
    assert panel.editor(Morph).isVisible() and not panel.editor(Hold).isVisible()


def test_showing_a_walk_is_no_edit(qtbot, panel):
    with qtbot.assertNotEmitted(panel.edited):
        for path in (Hold(Prompts("owl")), Grid((Prompts("a"),) * 4), Wander(Prompts("b")), MORPH):
            panel.show_walk(replace(WALK, path=path, noise=Orbit(3)))


def test_typing_edits_the_walk_and_is_undone_in_one_step(qtbot, panel, document):
    type_into(qtbot, prompt(panel, 1), "owl")
    assert document.walk.path.keyframes[1].prompt == "owl"
    assert document.undo_stack.undoText() == "edit prompt 2"
    document.undo_stack.undo()
    assert document.walk == WALK
    assert prompt(panel, 1).text() == "cat"


@pytest.mark.parametrize(
    "path", [MORPH, Grid((Prompts("dog"),) * 4), Wander(Prompts("dog")), Hold(Prompts("dog"))]
)
def test_emphasis_is_undone_without_what_was_typed_just_before(qtbot, panel, document, path):
    document.edit(replace(WALK, path=path), "another path")
    [edit] = [each for each in panel.findChildren(PromptEdit) if each.isVisible() and each.text() == "dog"][
        :1
    ]
    type_into(qtbot, edit, "owl")
    for _ in range(2):
        qtbot.keyClick(edit, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert edit.text() == "(owl:1.2)"
    qtbot.keyClicks(edit, "s")
    document.undo_stack.undo()
    assert edit.text() == "(owl:1.2)"
    document.undo_stack.undo()
    assert edit.text() == "owl"
    document.undo_stack.undo()
    assert edit.text() == "dog"


@pytest.mark.parametrize("kind", [GRID, WANDERING, HOLDING])
def test_tab_goes_through_an_editor_where_it_is_seen_though_it_was_made_late(qtbot, panel, kind):
    panel.kinds.setFocus()
    panel.kinds.setCurrentIndex(kind)
    come_to = []
    while not panel.noise.isAncestorOf(QApplication.focusWidget()) and len(come_to) < 60:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        come_to.append(QApplication.focusWidget())
    edits = [each for each in panel.editor().findChildren(PromptEdit) if each.isVisible()]
    assert [each for each in come_to if each in edits] == edits
    assert all(panel.editor().isAncestorOf(each) for each in come_to[:-1])


def test_the_noise_is_edited_on_its_own(qtbot, panel, document):
    type_into(qtbot, panel.noise.seed.edit, "7")
    assert document.walk == replace(WALK, noise=Fixed(7))


def test_the_kind_is_changed_with_the_keyboard(qtbot, panel, document):
    panel.kinds.setFocus()
    for _ in range(GRID - MORPHING):
        qtbot.keyClick(panel.kinds, Qt.Key.Key_Right)
    assert document.walk.path == Grid((Prompts("dog"), Prompts("cat"), Prompts("fox"), Prompts("dog")))
    assert document.undo_stack.undoText() == "change path to grid"
    assert panel.editor(Grid).isVisible() and not panel.editor(Morph).isVisible()


def test_going_back_to_a_kind_brings_back_what_it_held(qtbot, panel, document):
    panel.kinds.setCurrentIndex(HOLDING)
    type_into(qtbot, panel.editor(Hold).prompt.fields.prompt.edit, "owl")
    panel.kinds.setCurrentIndex(MORPHING)
    assert document.walk.path == MORPH
    panel.kinds.setCurrentIndex(HOLDING)
    assert document.walk.path == Hold(Prompts("owl"))


def test_edits_elsewhere_do_not_make_it_forget(panel, document):
    panel.kinds.setCurrentIndex(HOLDING)
    document.edit(replace(document.walk, timing=Timing(frames=9)), "frames")
    panel.kinds.setCurrentIndex(MORPHING)
    assert document.walk.path == MORPH


def test_an_undo_between_two_kinds_does_not_make_it_forget(panel, document):
    panel.kinds.setCurrentIndex(HOLDING)
    panel.kinds.setCurrentIndex(WANDERING)
    document.undo_stack.undo()
    panel.kinds.setCurrentIndex(MORPHING)
    assert document.walk.path == MORPH


def test_undo_also_brings_the_kind_back(panel, document):
    panel.kinds.setCurrentIndex(WANDERING)
    document.undo_stack.undo()
    assert document.walk.path == MORPH
    assert panel.kinds.currentIndex() == MORPHING


def test_another_document_is_not_given_what_this_one_held(panel, document):
    panel.kinds.setCurrentIndex(HOLDING)
    document.show(Walk(path=Hold(Prompts("other"))))
    panel.kinds.setCurrentIndex(MORPHING)
    assert {keyframe.prompt for keyframe in document.walk.path.keyframes} == {"other"}


def test_the_place_marks_a_card_and_moves_the_dot(panel):
    panel.show_place(12)
    assert panel.editor(Morph).cards[1].frame.property("selected")
    assert panel.drawing._index == 12


def test_coming_to_a_card_tells_its_keyframe(qtbot, panel):
    with qtbot.waitSignal(panel.keyframe_selected) as selected:
        prompt(panel, 2).setFocus(Qt.FocusReason.TabFocusReason)
    assert selected.args == [2]


@pytest.mark.parametrize("path", [MORPH, Grid((Prompts("a"),) * 4), Wander(Prompts("b")), Hold(Prompts("c"))])
def test_the_prompt_gets_the_cursor_on_demand(panel, path):
    panel.show_walk(replace(WALK, path=path))
    panel.focus_prompt()
    assert panel.focusWidget().accessibleName() in ("Prompt", "Prompt 1", "Top left")


def test_every_editor_learns_what_the_model_reads(panel, starter):
    panel.show_vocabulary(starter.vocabulary())
    for path in (Morph((Keyframe("fox " * 40), Keyframe())), Hold(Prompts("fox " * 40))):
        panel.show_walk(replace(WALK, path=path))
        panel.focus_prompt()
        assert panel.focusWidget().extraSelections()


def test_the_seed_is_shuffled_on_demand(panel, document, monkeypatch):
    monkeypatch.setattr("secrets.randbelow", lambda most: 5)
    panel.shuffle_seed()
    assert document.walk.noise == Fixed(5)


def test_an_added_prompt_can_be_seen(qtbot, panel):
    for _ in range(12):
        panel.editor(Morph).add()
    area = panel.findChild(QScrollArea)
    card = panel.editor(Morph).cards[-1]
    bottom = area.viewport().rect().bottom
    qtbot.waitUntil(lambda: card.mapTo(area.viewport(), card.rect().bottomLeft()).y() <= bottom())


def test_a_prompt_can_still_be_seen_when_it_has_grown(qtbot, panel):
    for _ in range(12):
        panel.editor(Morph).add()
    # Below the last one there is room: the noise.
    card = panel.editor(Morph).cards[-3]
    area = panel.findChild(QScrollArea)

    def is_seen():
        return card.visibleRegion().boundingRect() == card.rect()

    def lowest():
        return card.mapTo(area.widget(), card.rect().bottomLeft()).y() - area.viewport().height() + 1

    qtbot.waitUntil(lambda: 0 < lowest() < area.verticalScrollBar().maximum())
    card.focus_prompt()
    area.verticalScrollBar().setValue(lowest())
    qtbot.waitUntil(is_seen)
    height = card.height()
    qtbot.keyClicks(card.prompts.prompt.edit, "a fox in the snow at night " * 6)
    qtbot.waitUntil(lambda: card.height() > height + 20 and is_seen())


def test_path_and_noise_are_scrolled_together(qtbot, panel):
    panel.resize(300, 300)
    area = panel.findChild(QScrollArea)
    assert area.isAncestorOf(panel.drawing)
    for part in (panel.drawing, panel.noise):
        qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
        area.ensureWidgetVisible(part)
        assert not part.visibleRegion().isEmpty()
    assert panel.kinds.visibleRegion().boundingRect() == panel.kinds.rect()


def test_what_is_drawn_as_a_line_leaves_the_room_to_the_prompts(panel):
    ring = panel.drawing.sizeHint().height()
    panel.show_walk(replace(WALK, path=replace(MORPH, closed=False)))
    assert panel.drawing.sizeHint().height() < ring


@pytest.mark.parametrize("width", [260, 420])
def test_everything_fits_into_the_width(qtbot, panel, width):
    panel.resize(width, 700)
    for path in (MORPH, Grid((Prompts("a"),) * 4), Wander(Prompts("b")), Hold(Prompts("c"))):
        panel.show_walk(replace(WALK, path=path))
        inside = panel.findChild(QScrollArea)
        assert inside.widget().minimumSizeHint().width() <= inside.viewport().width()
        assert panel.minimumSizeHint().width() <= width


def test_one_kind_of_path_more_fits_as_well(qtbot, monkeypatch):
    *kinds, hold = path_kinds()
    monkeypatch.setattr(
        "sd3explorer.app.path.panel.path_kinds", lambda: (*kinds, hold, replace(hold, label="Pendulum"))
    )
    panel = PathPanel()
    qtbot.addWidget(panel)
    assert panel.minimumSizeHint().width() <= 260


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({}, "Prompt and noise stay: all frames are the same"),
        ({"noise": Orbit(3)}, "The noise goes once round a circle: loops"),
        ({"timing": Timing(frames=1)}, "All frames start from the same noise: calm"),
        ({"path": MORPH}, "All frames start from the same noise: calm"),
    ],
)
def test_frames_that_will_all_be_the_same_are_reported(panel, change, told):
    panel.show_walk(replace(WALK, path=Hold(Prompts("owl")), noise=Fixed(3)))
    panel.show_walk(replace(WALK, **{"path": Hold(Prompts("owl")), "noise": Fixed(3), **change}))
    assert panel.noise.explanation.text() == told


def test_a_morph_that_was_a_grid_is_even(panel, document):
    document.show(replace(WALK, path=Grid((Prompts("dog"),) * 4)))
    panel.kinds.setCurrentIndex(MORPHING)
    assert document.walk.is_even


def test_a_morph_that_was_steady_comes_back_steady(panel, document):
    panel.kinds.setCurrentIndex(WANDERING)
    panel.kinds.setCurrentIndex(MORPHING)
    assert document.walk == WALK
