"""The curve of change above the filmstrip."""

import pytest

from sd3explorer.app.playhead import Playhead
from sd3explorer.app.theme import colours
from sd3explorer.app.timeline.change_curve import BRIDGE_HEIGHT, HEIGHT, ChangeCurve
from sd3explorer.app.timeline.frame_axis import FrameAxis, FrameScale
from sd3explorer.walk.paths import Keyframe, Morph
from sd3explorer.walk.timing import Motion, Timing
from sd3explorer.walk.walk import Walk
from tests.app.fake_frames import FakeFrames


@pytest.fixture
def frames(qapp):
    return FakeFrames(Walk(timing=Timing(11)))


@pytest.fixture
def curve(qtbot, frames):
    axis = FrameAxis()
    axis.set_scale(FrameScale(11, 1, 40))
    curve = ChangeCurve(frames, axis, Playhead())
    curve.axis = axis
    qtbot.addWidget(curve)
    curve.resize(500, curve.height())
    curve.show()
    return curve


def columns_with_curve(curve, rows=range(HEIGHT - BRIDGE_HEIGHT - 1)):
    image = curve.grab().toImage()
    wanted = colours(curve).curve
    return [
        x
        for x in range(image.width())
        if any(
            abs(image.pixelColor(x, y).green() - wanted.green()) < 40
            and image.pixelColor(x, y).green() > image.pixelColor(x, y).red() + 20
            for y in rows
        )
    ]


def test_the_curve_tells_when_frames_have_come(qtbot, frames, curve):
    frames.changes = dict.fromkeys(range(10), 1.0)
    with qtbot.waitSignal(curve.evenness_changed) as told:
        frames.changed.emit(0, 10)
    assert told.args[0].ratio == 1.0


def test_the_curve_reaches_over_the_frames_that_are_there(frames, curve):
    frames.changes = dict.fromkeys(range(2, 5), 1.0)
    frames.reset.emit()
    columns = columns_with_curve(curve)
    assert columns[0] == pytest.approx(12 + 3 * 40, abs=2)
    assert columns[-1] == pytest.approx(12 + 5 * 40, abs=2)


def test_there_is_a_gap_where_a_frame_is_missing(frames, curve):
    frames.changes = dict.fromkeys([0, 1, 2, 6, 7], 1.0)
    frames.reset.emit()
    assert not set(columns_with_curve(curve)) & set(range(140, 280))


def test_only_what_is_seen_is_asked_for(qtbot, frames, curve):
    frames.changes = dict.fromkeys(range(10), 1.0)
    frames.reset.emit()
    frames.walk = Walk(timing=Timing(10_000))
    curve.axis.set_scale(FrameScale(10_000, 1, 40))
    asked = set()
    frames.change = lambda index: asked.add(index) or 1.0
    curve.grab()
    assert max(asked) < 16


def test_the_step_back_to_the_start_of_a_closed_walk_is_drawn(frames, curve):
    frames.walk = Walk(path=Morph((Keyframe("a"), Keyframe("b")), closed=True), timing=Timing(11))
    frames.changes = dict.fromkeys(range(11), 1.0)
    frames.reset.emit()
    assert columns_with_curve(curve)[-1] == pytest.approx(12 + 11 * 40, abs=2)


def test_a_cut_that_is_to_stay_interrupts_the_curve_and_leaves_its_scale(frames, curve):
    frames.walk = Walk(timing=Timing(11, motion=Motion.EVEN, bridges=False))
    frames.changes = dict.fromkeys(range(10), 2.0) | {4: 90.0}
    frames.reset.emit()
    cut = 12 + 5 * 40
    assert not set(columns_with_curve(curve)) & set(range(cut - 30, cut + 30))
    half_way_up = range(HEIGHT // 2 - 2, HEIGHT // 2 + 3)
    assert set(range(60, 160)) <= set(columns_with_curve(curve, half_way_up))
    image, behind = curve.grab().toImage(), curve.grab().toImage().pixelColor(cut - 20, 2)
    assert any(image.pixelColor(cut, y) != behind for y in range(8, HEIGHT))


def test_a_line_marks_the_frames_on_a_bridge(frames, curve):
    frames.changes = dict.fromkeys(range(10), 2.0)
    frames.bridges = (range(3, 6),)
    frames.reset.emit()
    columns = columns_with_curve(curve, range(HEIGHT - BRIDGE_HEIGHT, HEIGHT))
    assert (columns[0], columns[-1]) == pytest.approx((12 + 3 * 40, 12 + 6 * 40), abs=2)


def test_a_bridge_is_reported_in_words(frames, curve):
    frames.bridges = (range(3, 6),)
    frames.reset.emit()
    assert curve.text_at(12 + 4 * 40).startswith("Bridge over a cut: frames 4 to 6")
    assert "Bridge" not in curve.text_at(12 + 8 * 40)
    assert curve.accessibleDescription() == curve.text_at(12 + 4 * 40)


def test_a_bridge_of_one_frame_is_told_of_one(frames, curve):
    frames.bridges = (range(3, 4),)
    frames.reset.emit()
    assert curve.text_at(12 + 3 * 40).startswith("Bridge over a cut: frame 4 lies")
