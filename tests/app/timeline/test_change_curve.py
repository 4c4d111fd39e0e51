"""How even the motion of a walk is."""

import pytest

from sd3explorer.app.playhead import Playhead
from sd3explorer.app.theme import colours
from sd3explorer.app.timeline.change_curve import ChangeCurve
from sd3explorer.app.timeline.evenness import SAMPLES, evenness
from sd3explorer.app.timeline.frame_axis import FrameAxis, FrameScale
from sd3explorer.walk.paths import Grid, Prompts
from sd3explorer.walk.timing import Timing
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


def columns_with_curve(curve):
    image = curve.grab().toImage()
    wanted = colours(curve).curve
    return [
        x
        for x in range(image.width())
        if any(
            abs(image.pixelColor(x, y).green() - wanted.green()) < 40
            and image.pixelColor(x, y).green() > image.pixelColor(x, y).red() + 20
            for y in range(image.height())
        )
    ]


def test_nothing_is_known_of_frames_that_are_not_there(frames):
    assert evenness(frames) is None


def test_a_walk_without_motion_has_no_evenness(frames):
    frames.changes = dict.fromkeys(range(10), 0.0)
    assert evenness(frames) is None


def test_evenness_is_the_largest_change_over_the_median(frames):
    frames.changes = {0: 2.0, 1: 2.0, 2: 5.0, 3: 2.0}
    assert evenness(frames).ratio == 2.5
    assert evenness(frames).frame == 2


def test_the_jump_to_the_next_row_of_a_grid_is_no_motion(qapp):
    frames = FakeFrames(Walk(path=Grid((Prompts("dog"),) * 4, 3, 3)))
    frames.changes = {0: 1.0, 1: 1.0, 2: 50.0, 3: 1.0, 4: 1.5, 5: 50.0}
    assert evenness(frames).ratio == 1.5


def test_a_long_walk_is_judged_by_some_of_its_frames(qapp):
    frames = FakeFrames(Walk(timing=Timing(100_000)))
    asked = []
    frames.change = lambda index: asked.append(index) or 1.0
    assert evenness(frames).ratio == 1.0
    assert len(asked) <= SAMPLES + 1


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
