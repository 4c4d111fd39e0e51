"""What is said of a walk's motion, and how it is set."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from sd3explorer.app.playhead import Playhead
from sd3explorer.app.timeline.evenness import Evenness
from sd3explorer.app.timeline.motion_bar import MotionBar
from sd3explorer.walk.easing import Easing
from sd3explorer.walk.noises import Orbit, Varying
from sd3explorer.walk.paths import Grid, Hold, Keyframe, Morph, Prompts
from sd3explorer.walk.timing import Motion, Timing
from sd3explorer.walk.walk import Walk
from tests.app.fake_frames import FakeFrames

LEFT = Qt.MouseButton.LeftButton
STEADY = Walk(timing=Timing(25))
EVEN = replace(STEADY, timing=Timing(25, motion=Motion.EVEN))
WITHOUT_BRIDGES = replace(EVEN, timing=replace(EVEN.timing, bridges=False))
EVENNESS = Evenness(largest=2.6, usual=2.0, frame=7)


class Stage:
    def __init__(self, qtbot):
        self.frames = FakeFrames(STEADY)
        self.playhead = Playhead()
        self.playhead.set_walk(STEADY)
        self.bar = MotionBar(self.frames, self.playhead)
        self.edits = []
        self.bar.edited.connect(lambda *edit: self.edits.append(edit))
        qtbot.addWidget(self.bar)
        self.bar.show()

    def show(self, walk, evenness=None, **frames):
        self.frames.walk = walk
        for name, value in frames.items():
            setattr(self.frames, name, value)
        self.bar.show_walk(walk)
        self.bar.show_evenness(evenness)
        return self.bar.label.text()


@pytest.fixture
def stage(qtbot):
    return Stage(qtbot)


@pytest.mark.parametrize(
    ("walk", "evenness", "frames", "text"),
    [
        (STEADY, None, {}, "Motion: steady"),
        (STEADY, EVENNESS, {}, "Motion: steady · 1.3×"),
        (STEADY, Evenness(249.0, 1.0, 7), {}, "Motion: steady · 249×"),
        (EVEN, None, {}, "Motion: even"),
        (EVEN, None, {"searching": True}, "Motion: even · not found yet"),
        (EVEN, None, {"searching": True, "waiting": True}, "Making the motion even…"),
        (EVEN, EVENNESS, {}, "Motion: even · 1.3×"),
        (EVEN, EVENNESS, {"bridges": (range(3, 6),)}, "Motion: even · 1.3× · 1 bridge"),
        (EVEN, EVENNESS, {"bridges": (range(3, 6), range(8, 9))}, "Motion: even · 1.3× · 2 bridges"),
        (WITHOUT_BRIDGES, replace(EVENNESS, cuts=(4, 9)), {}, "Motion: even · 1.3× · 2 hard cuts"),
        (WITHOUT_BRIDGES, replace(EVENNESS, cuts=(4,)), {}, "Motion: even · 1.3× · 1 hard cut"),
        (STEADY, replace(EVENNESS, known=0.5), {}, "Motion: steady"),
        (WITHOUT_BRIDGES, replace(EVENNESS, known=0.5, cuts=(4, 9)), {}, "Motion: even"),
    ],
)
def test_the_label_says_how_the_walk_moves(stage, walk, evenness, frames, text):
    assert stage.show(walk, evenness, **frames) == text


def test_the_figure_of_frames_that_moved_otherwise_is_not_shown(stage):
    stage.show(STEADY, EVENNESS)
    stage.bar.show_walk(EVEN)
    assert stage.bar.label.text() == "Motion: even"


@pytest.mark.parametrize(("walk", "text"), [(STEADY, "Motion: steady"), (WITHOUT_BRIDGES, "Motion: even")])
@pytest.mark.parametrize("frames", [{"bridges": (range(3, 6),)}, {"searching": True, "waiting": True}])
def test_frames_of_the_walk_before_an_edit_are_not_counted(stage, walk, text, frames):
    stage.show(EVEN, EVENNESS, **frames)
    stage.bar.show_walk(walk)
    assert stage.bar.label.text() == text


def test_nobody_is_led_to_the_largest_of_a_few_steps(qtbot, stage):
    stage.show(STEADY, replace(EVENNESS, known=0.5))
    assert not stage.bar.label.isEnabled()
    assert stage.bar.label.toolTip() == ""


@pytest.mark.parametrize(
    ("walk", "is_asked_for"),
    [
        (replace(EVEN, path=Morph((Keyframe("a", easing=Easing.EASE_IN), Keyframe("b")))), True),
        (replace(EVEN, path=Morph((Keyframe("a"), Keyframe("b", span=2.0), Keyframe("c")))), True),
        (replace(EVEN, path=Morph((Keyframe("a", span=2.0), Keyframe("b", span=2.0), Keyframe("c")))), False),
        (replace(EVEN, path=Morph((Keyframe("a", dwell=3), Keyframe("b")))), False),
        (EVEN, False),
        (replace(STEADY, path=Morph((Keyframe("a", easing=Easing.EASE_IN), Keyframe("b")))), False),
    ],
    ids=["an easing", "a long span", "equal spans", "a dwell", "none", "steady"],
)
def test_of_an_even_walk_it_is_said_that_keyframes_ask_for_another_speed(stage, walk, is_asked_for):
    stage.show(walk, EVENNESS)
    assert ("keyframes ask for" in stage.bar.label.toolTip()) == is_asked_for


def test_a_click_on_the_label_leads_to_the_largest_step(qtbot, stage):
    stage.show(STEADY, EVENNESS)
    assert "after frame 8" in stage.bar.label.toolTip()
    qtbot.mouseClick(stage.bar.label, LEFT)
    assert stage.playhead.index == 7


@pytest.mark.parametrize(
    ("before", "after", "text"), [(STEADY, EVEN, "Even motion"), (EVEN, STEADY, "Steady motion")]
)
def test_the_switch_is_an_edit_of_the_motion(qtbot, stage, before, after, text):
    stage.show(before)
    qtbot.mouseClick(stage.bar.even, LEFT)
    assert stage.edits == [(after, text, "")]


@pytest.mark.parametrize(
    ("before", "after", "text"),
    [(EVEN, WITHOUT_BRIDGES, "Keep cuts"), (WITHOUT_BRIDGES, EVEN, "Bridge cuts")],
)
def test_a_second_switch_is_an_edit_of_the_bridges(qtbot, stage, before, after, text):
    stage.show(before)
    qtbot.mouseClick(stage.bar.bridges, LEFT)
    assert stage.edits == [(after, text, "")]


def test_the_switches_show_the_walk_and_can_be_pressed_by_keys(qtbot, stage):
    stage.show(EVEN)
    assert stage.bar.even.isChecked() and stage.bar.bridges.isChecked()
    stage.show(WITHOUT_BRIDGES)
    assert stage.bar.even.isChecked() and not stage.bar.bridges.isChecked()
    stage.bar.even.setFocus()
    qtbot.keyClick(stage.bar.even, Qt.Key.Key_Space)
    assert [text for _, text, _ in stage.edits] == ["Steady motion"]


def test_only_an_even_walk_has_bridges(stage):
    stage.show(STEADY)
    assert not stage.bar.bridges.isEnabled()
    assert not stage.bar.bridges.isChecked()


HELD = Hold(Prompts("a dog"))


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"path": Grid((Prompts("a dog"),) * 4, 3, 3)}, "every mix"),
        ({"noise": Varying(1)}, "noise jumps from frame to frame"),
        ({"path": HELD}, "all frames are alike"),
        ({"timing": Timing(2, motion=Motion.EVEN)}, "three frames"),
    ],
)
def test_a_walk_that_cannot_be_even_says_why(qtbot, stage, change, reason):
    stage.show(replace(EVEN, **change))
    assert not stage.bar.even.isEnabled()
    assert not stage.bar.even.isChecked()
    assert reason in stage.bar.even.toolTip()
    qtbot.mouseClick(stage.bar.even, LEFT)
    assert not stage.edits


def test_a_held_prompt_whose_noise_moves_can_be_even(stage):
    stage.show(replace(STEADY, path=HELD, noise=Orbit(1)))
    assert stage.bar.even.isEnabled()


def test_what_is_at_the_right_stays_where_it_is(stage):
    def places():
        stage.bar.resize(stage.bar.sizeHint())
        return [stage.bar.width() - widget.x() for widget in (stage.bar.even, stage.bar.bridges)]

    stage.show(STEADY)
    before = places()
    stage.show(EVEN, EVENNESS, bridges=(range(3, 6),))
    assert places() == before
