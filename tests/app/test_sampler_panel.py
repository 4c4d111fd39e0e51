"""The sampler panel: it shows a walk, and says what the walk should become."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QLabel

from sd3explorer.app.guided_steps import MIDDLE as MIDDLE_LEVELS
from sd3explorer.app.sampler_panel import SamplerPanel
from sd3explorer.walk.model import Model
from sd3explorer.walk.paths import Grid, Prompts
from sd3explorer.walk.sampler import Sampler
from sd3explorer.walk.timing import Ending, Timing
from sd3explorer.walk.walk import Walk

WALK = Walk(sampler=Sampler(20, 5.0), timing=Timing(30, 10.0, Ending.ONCE))
MIDDLE = replace(WALK, sampler=Sampler(20, 5.0, MIDDLE_LEVELS))


@pytest.fixture
def panel(qtbot, starter, facts):
    panel = SamplerPanel()
    qtbot.addWidget(panel)
    panel.show_walk(WALK)
    panel.show_model(starter, facts)
    panel.show()
    panel.edits = []
    panel.edited.connect(lambda walk, text, merge: panel.edits.append(walk))
    return panel


def field(panel, name):
    fields = [*panel.findChildren(QAbstractSpinBox), *panel.findChildren(QComboBox)]
    return next(each for each in fields if each.accessibleName() == name)


def enter(qtbot, spin, text):
    spin.setFocus()
    spin.selectAll()
    qtbot.keyClicks(spin, text)
    qtbot.keyClick(spin, Qt.Key.Key_Return)


def test_it_shows_the_walk(panel):
    assert field(panel, "Steps").value() == 20
    assert field(panel, "Guidance").value() == 5.0
    assert field(panel, "Frames").value() == 30
    assert field(panel, "Frame rate").value() == 10.0
    assert field(panel, "Ending").currentText() == "Once"
    assert panel.edits == []


@pytest.mark.parametrize("rate", [0.01, 0.04, 240.0, 1000.0])
@pytest.mark.parametrize("frames", [1, 100_000])
def test_whatever_a_walk_may_have_is_shown_as_it_is(panel, rate, frames):
    panel.show_walk(replace(WALK, timing=Timing(frames, rate), sampler=Sampler(1000, 100.0)))
    assert field(panel, "Frame rate").value() == rate
    assert field(panel, "Frames").value() == frames
    assert (field(panel, "Steps").value(), field(panel, "Guidance").value()) == (1000, 100.0)
    assert panel.edits == []


def test_what_is_left_to_a_model_that_is_not_known_is_no_number(qtbot, panel, starter, facts):
    panel.show_walk(replace(WALK, sampler=Sampler()))
    panel.show_model(None, None)
    for name in ("Steps", "Guidance"):
        # Another style has Qt write the numbers once more.
        QApplication.sendEvent(field(panel, name), QEvent(QEvent.Type.StyleChange))
        field(panel, name).stepUp()
        enter(qtbot, field(panel, name), "7")
        assert field(panel, name).text() == ""
    assert panel.edits == []
    panel.show_model(starter, facts)
    assert field(panel, "Steps").text() == str(facts.num_steps)
    assert field(panel, "Guidance").text() == f"{facts.guidance_scale:g}"
    assert panel.edits == []
    enter(qtbot, field(panel, "Steps"), "7")
    assert panel.edits[-1].sampler.num_steps == 7


def test_who_chooses_a_size_goes_on_where_the_model_is_looked_at_again(qtbot, panel, starter, facts):
    size = field(panel, "Image size")
    size.showPopup()
    row = (size.currentIndex() + 2) % size.count()
    size.view().setCurrentIndex(size.model().index(row, 0))
    panel.show_model(starter, facts)
    assert size.view().currentIndex().row() == row
    qtbot.keyClick(size.view(), Qt.Key.Key_Return)
    assert panel.edits[-1].model.image_size == size.itemData(row)


def test_the_size_of_one_walk_is_not_offered_for_another(panel):
    size = field(panel, "Image size")
    offered = [size.itemText(place) for place in range(size.count())]
    panel.show_walk(replace(WALK, model=Model(image_size=(40, 72))))
    assert size.currentText() == "72 × 40"
    panel.show_walk(WALK)
    assert [size.itemText(place) for place in range(size.count())] == offered


def test_numbers_of_the_walk_itself_can_be_changed_before_the_model_is_known(qtbot, panel):
    panel.show_walk(replace(WALK, sampler=Sampler()))
    panel.show_model(None, None)
    panel.show_walk(WALK)
    enter(qtbot, field(panel, "Steps"), "7")
    assert panel.edits[-1].sampler.num_steps == 7


def test_a_comma_is_a_point(qtbot, panel):
    enter(qtbot, field(panel, "Guidance"), "7,5")
    assert panel.edits[-1].sampler.guidance_scale == 7.5
    enter(qtbot, field(panel, "Frame rate"), "12,5")
    assert panel.edits[-1].timing.frame_rate == 12.5


@pytest.mark.parametrize("separator", [",", "."])
def test_a_whole_number_takes_no_fraction(qtbot, panel, separator):
    steps = field(panel, "Steps")
    steps.setFocus()
    steps.selectAll()
    qtbot.keyClicks(steps, f"7{separator}")
    assert steps.text() == "7"


@pytest.mark.parametrize("name", ["Steps", "Frame rate"])
def test_a_space_does_not_wipe_a_number(qtbot, panel, name):
    box = field(panel, name)
    before = box.text()
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, " ")
    assert box.text() == before


def test_what_the_walk_leaves_open_is_the_presets_own(panel, facts):
    panel.show_walk(Walk())
    assert field(panel, "Steps").value() == facts.num_steps
    assert field(panel, "Guidance").value() == facts.guidance_scale
    assert field(panel, "Image size").currentText() == "128 × 128"


@pytest.mark.parametrize(
    "name, typed, expected",
    [
        ("Steps", "7", replace(WALK, sampler=Sampler(7, 5.0))),
        ("Guidance", "2.5", replace(WALK, sampler=Sampler(20, 2.5))),
        ("Frames", "12", replace(WALK, timing=Timing(12, 10.0, Ending.ONCE))),
        ("Frame rate", "25", replace(WALK, timing=Timing(30, 25.0, Ending.ONCE))),
    ],
)
def test_a_number_that_is_entered_is_one_edit(qtbot, panel, name, typed, expected):
    enter(qtbot, field(panel, name), typed)
    assert panel.edits == [expected]


def test_a_number_is_no_edit_while_it_is_being_typed(qtbot, panel):
    steps = field(panel, "Steps")
    steps.setFocus()
    steps.selectAll()
    qtbot.keyClicks(steps, "150")
    assert panel.edits == []


@pytest.mark.parametrize("name, typed", [("Steps", "0"), ("Steps", "99999"), ("Frames", "-5")])
def test_impossible_numbers_cannot_be_entered(qtbot, panel, name, typed):
    enter(qtbot, field(panel, name), typed)
    assert field(panel, name).hasAcceptableInput()
    assert field(panel, name).value() != int(typed)


def test_an_ending_is_chosen(qtbot, panel):
    ending = field(panel, "Ending")
    ending.setFocus()
    qtbot.keyClick(ending, Qt.Key.Key_Down)
    assert panel.edits == [replace(WALK, timing=Timing(30, 10.0, Ending.THERE_AND_BACK))]


def test_an_image_size_is_chosen_from_those_the_model_can_make(qtbot, panel, starter):
    sizes = field(panel, "Image size")
    offered = [sizes.itemData(number) for number in range(sizes.count())]
    assert starter.image_size in [tuple(size) for size in offered]
    for size in offered:
        starter.check_image_size(tuple(size))
    sizes.setCurrentIndex(0)
    sizes.activated.emit(0)
    assert panel.edits == [replace(WALK, model=Model("starter", tuple(offered[0])))]


def test_a_size_of_the_walks_own_is_offered_too(panel):
    panel.show_walk(replace(WALK, model=Model("starter", (48, 80))))
    assert field(panel, "Image size").currentText() == "80 × 48"


def test_a_grid_sets_the_number_of_frames_itself(panel):
    corner = Prompts("a dog")
    panel.show_walk(replace(WALK, path=Grid((corner, corner, corner, corner), 3, 4)))
    assert field(panel, "Frames").value() == 12
    assert not field(panel, "Frames").isEnabled()


def test_the_batch_is_no_part_of_the_walk(qtbot, panel):
    batch = field(panel, "Batch")
    with qtbot.waitSignal(panel.batch_size_changed) as told:
        batch.setFocus()
        qtbot.keyClick(batch, Qt.Key.Key_Down)
    assert told.args == [1]
    assert panel.batch_size == 1
    assert panel.edits == []


def test_the_batch_suits_the_image_size_unless_one_is_chosen(panel):
    panel.show_walk(replace(WALK, model=Model("starter", (128, 128))))
    assert field(panel, "Batch").currentText() == "Auto (8)"
    panel.show_walk(replace(WALK, model=Model("starter", (1024, 1024))))
    assert field(panel, "Batch").currentText() == "Auto (2)"
    assert panel.batch_size is None


# Which steps are guided


def saving(panel):
    return next(label for label in panel.findChildren(QLabel) if "less work" in label.text())


def test_every_step_is_guided_unless_one_chooses_other(panel):
    assert field(panel, "Guided steps").currentText() == "All"
    assert not field(panel, "Lowest guided noise level").isVisible()
    assert not saving(panel).isVisible()


def test_guidance_in_the_middle_is_chosen_and_left_as_one_edit_each(qtbot, panel):
    choice = field(panel, "Guided steps")
    choice.setFocus()
    qtbot.keyClick(choice, Qt.Key.Key_Down)
    assert panel.edits == [MIDDLE]
    panel.show_walk(MIDDLE)
    qtbot.keyClick(choice, Qt.Key.Key_Up)
    assert panel.edits == [MIDDLE, WALK]


def test_the_noise_levels_are_shown_and_are_no_edit(panel):
    panel.show_walk(replace(WALK, sampler=Sampler(20, 5.0, (0.125, 0.75))))
    assert field(panel, "Guided steps").currentText() == "In the middle"
    assert field(panel, "Lowest guided noise level").isVisible()
    assert field(panel, "Lowest guided noise level").value() == 0.125
    assert field(panel, "Highest guided noise level").value() == 0.75
    assert panel.edits == []


@pytest.mark.parametrize(
    ("name", "typed", "interval"),
    [
        ("Lowest guided noise level", "0.5", (0.5, MIDDLE_LEVELS[1])),
        ("Highest guided noise level", "1", (MIDDLE_LEVELS[0], 1.0)),
    ],
)
def test_a_noise_level_that_is_entered_is_one_edit(qtbot, panel, name, typed, interval):
    panel.show_walk(MIDDLE)
    enter(qtbot, field(panel, name), typed)
    assert panel.edits == [replace(WALK, sampler=Sampler(20, 5.0, interval))]


def test_each_field_has_its_own_undo(qtbot, panel):
    names = []
    panel.edited.connect(lambda walk, text, merge: names.append((text, merge)))
    panel.show_walk(MIDDLE)
    enter(qtbot, field(panel, "Lowest guided noise level"), "0.5")
    enter(qtbot, field(panel, "Highest guided noise level"), "0.8")
    panel.show_walk(WALK)
    qtbot.keyClick(field(panel, "Guided steps"), Qt.Key.Key_Down)
    assert names == [
        ("Change lowest guided noise level", "lowest guided noise level"),
        ("Change highest guided noise level", "highest guided noise level"),
        ("Change guided steps", "guided steps"),
    ]


@pytest.mark.parametrize("typed", ["0.95", "0.9", "7", "-0.5"])
def test_the_lowest_noise_level_stays_below_the_highest(qtbot, panel, typed):
    panel.show_walk(replace(WALK, sampler=Sampler(20, 5.0, (0.25, 0.9))))
    enter(qtbot, field(panel, "Lowest guided noise level"), typed)
    assert field(panel, "Lowest guided noise level").value() < 0.9
    for walk in panel.edits:
        low, high = walk.sampler.guidance_interval
        assert 0.0 <= low < high == 0.9


def test_an_interval_that_is_narrower_than_can_be_entered_is_shown_as_it_is(panel):
    panel.show_walk(replace(WALK, sampler=Sampler(20, 5.0, (0.5, 0.505))))
    assert field(panel, "Lowest guided noise level").value() == 0.5
    assert field(panel, "Highest guided noise level").value() == 0.505
    assert panel.edits == []


def test_the_saving_is_counted_from_the_presets_schedule(panel):
    panel.show_walk(replace(WALK, sampler=Sampler(16, 5.0, (0.25, 0.9))))
    assert saving(panel).isVisible()
    assert saving(panel).text() == "10 of 16 steps guided: 19 % less work"


def test_the_saving_follows_the_number_of_steps(panel):
    panel.show_walk(replace(WALK, sampler=Sampler(28, 5.0, (0.25, 0.9))))
    assert saving(panel).text() == "19 of 28 steps guided: 16 % less work"


@pytest.mark.parametrize("walk", [WALK, MIDDLE])
def test_where_guidance_is_off_there_is_nothing_to_choose(panel, walk):
    panel.show_walk(replace(walk, sampler=replace(walk.sampler, guidance_scale=1.0)))
    assert not field(panel, "Guided steps").isEnabled()
    assert not field(panel, "Lowest guided noise level").isVisible()
    assert not saving(panel).isVisible()


def test_without_a_model_nothing_is_said_of_a_saving(panel):
    panel.show_walk(MIDDLE)
    panel.show_model(None, None)
    assert field(panel, "Lowest guided noise level").isVisible()
    assert not saving(panel).isVisible()


def test_the_tab_key_goes_from_guidance_on_to_its_steps(qtbot, panel):
    panel.show_walk(MIDDLE)
    panel.activateWindow()
    field(panel, "Guidance").setFocus()
    names = []
    for _ in range(4):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        names.append(QApplication.focusWidget().accessibleName())
    assert names == ["Guided steps", "Lowest guided noise level", "Highest guided noise level", "Image size"]


def test_the_wheel_changes_nothing_that_has_no_focus(qtbot, panel):
    steps = field(panel, "Steps")
    steps.clearFocus()
    event = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, 120),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(steps, event)
    assert steps.value() == 20


def test_without_a_model_the_walks_own_numbers_are_shown(panel):
    panel.show_model(None, None)
    assert field(panel, "Steps").value() == 20
    assert not field(panel, "Image size").isEnabled()


MORPH = Walk().path


@pytest.mark.parametrize(
    ("path", "ending", "text"),
    [
        (MORPH, Ending.ONCE, "64 frames, once · 6.4 s"),
        (MORPH, Ending.THERE_AND_BACK, "64 frames there and back = 126 · 12.6 s"),
        (MORPH, Ending.LOOP, "64 frames, then a jump to the first · 6.4 s"),
        (replace(MORPH, closed=True), Ending.LOOP, "64 frames, then on from the first: no jump · 6.4 s"),
    ],
)
def test_what_comes_out_of_frames_and_ending_is_said_below_them(panel, path, ending, text):
    panel.show_walk(Walk(path=path, timing=Timing(64, 10.0, ending)))
    assert text in [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]
