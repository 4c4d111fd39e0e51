"""The preview: what it shows of the frame under the playhead, and how it is zoomed and panned."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QColor, QImage, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from sd3explorer.app.frames.states import FrameState
from sd3explorer.app.playhead import Playhead
from sd3explorer.app.preview.layers import Layer
from sd3explorer.app.preview.preview import LINE_HEIGHT, Preview
from sd3explorer.app.theme import colours
from sd3explorer.walk.model import Model, ModelFacts
from sd3explorer.walk.paths import Keyframe, Morph
from sd3explorer.walk.sampler import Sampler
from sd3explorer.walk.timing import Timing
from sd3explorer.walk.walk import Walk
from tests.app.fake_frames import FakeFrames

WALK = Walk(path=Morph((Keyframe("a dog"), Keyframe("a cat"))), timing=Timing(25))
FACTS = ModelFacts("model", (64, 128), 28, 7.0)
SIDE = 128


class PaintedFrames(FakeFrames):
    """Frames of one colour each."""

    def __init__(self, walk):
        super().__init__(walk)
        self.unfinished = {}
        self.unread = set()
        self.painted = {}

    def state(self, index):
        assert index < self.count, "there is no such frame"
        return super().state(index)

    def image(self, index):
        thumbnail = self.thumbnail(index)
        if thumbnail is None or index in self.unread:
            return None
        return self.painted.get(index) or thumbnail.scaled(SIDE, SIDE // 2)

    def thumbnail(self, index):
        return None if index in self.unread else super().thumbnail(index)

    def nearest(self, index):
        there = [other for other in range(self.count) if super(PaintedFrames, self).thumbnail(other)]
        return min(there, key=lambda other: abs(other - index), default=None)

    def denoising(self, index):
        return self.unfinished.get(index)


@pytest.fixture
def frames():
    return PaintedFrames(WALK)


@pytest.fixture
def playhead():
    playhead = Playhead()
    playhead.set_walk(WALK)
    return playhead


@pytest.fixture
def preview(qtbot, frames, playhead):
    preview = Preview(frames, playhead)
    qtbot.addWidget(preview)
    preview.resize(400, 300)
    preview.set_facts(FACTS)
    preview.show()
    return preview


def colour_at(preview, x, y):
    grabbed = preview.grab().toImage()
    ratio = grabbed.devicePixelRatio()
    return grabbed.pixelColor(round(x * ratio), round(y * ratio))


def middle(preview):
    return preview.width() // 2, LINE_HEIGHT + (preview.height() - LINE_HEIGHT) // 2


def shown(preview):
    return colour_at(preview, *middle(preview))


def said(preview):
    return preview.accessibleDescription().replace("\N{NO-BREAK SPACE}", " ")


def solid(colour, width=SIDE, height=SIDE // 2):
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(colour)
    return image


def wheel(preview, place, notches, modifiers=Qt.KeyboardModifier.ControlModifier):
    event = QWheelEvent(
        QPointF(place),
        QPointF(preview.mapToGlobal(place)),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(preview, event)
    return event


def drag(preview, start, end, button=Qt.MouseButton.LeftButton):
    for kind, place in (
        (QEvent.Type.MouseButtonPress, start),
        (QEvent.Type.MouseMove, end),
        (QEvent.Type.MouseButtonRelease, end),
    ):
        where = QPointF(place), QPointF(preview.mapToGlobal(place))
        event = QMouseEvent(kind, *where, button, button, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(preview, event)


def test_it_shows_the_frame_under_the_playhead(preview, frames, playhead):
    frames.set_state(0, 24, FrameState.DONE)
    playhead.move_to(9)
    assert shown(preview) == frames.colour(9)
    playhead.move_to(17)
    assert shown(preview) == frames.colour(17)


def test_it_says_where_the_frame_is_and_how_it_is_sampled(preview, frames, playhead):
    frames.set_state(0, 24, FrameState.DONE)
    playhead.move_to(8)
    assert said(preview) == "Frame 9 of 25 · t 0.33 · dog 67 % → cat 33 % · 28 steps · guidance 7 · 128 × 64"


def test_what_the_walk_says_goes_before_what_the_model_says(preview):
    preview.show_walk(replace(WALK, sampler=Sampler(1, 2.5), model=Model(image_size=(256, 512))))
    assert "1 step · guidance 2.5 · 512 × 256" in said(preview)


def test_what_nobody_knows_is_not_said(preview):
    preview.set_facts(None)
    assert said(preview).startswith("Frame 1 of 25 · t 0.00 · dog · Nothing")


def test_before_anything_is_rendered_it_says_how_to(preview):
    assert said(preview).endswith("Nothing is rendered yet · Ctrl+Return renders this walk")


def test_a_missing_frame_is_stood_in_for_by_the_nearest_dimmed_and_marked(preview, frames, playhead):
    frames.set_state(0, 8, FrameState.DONE)
    playhead.move_to(11)
    assert said(preview).endswith("Frame 12 isn't rendered yet: this is frame 9")
    behind, bright, dimmed = colours(preview).window, frames.colour(8), shown(preview)
    assert dimmed != bright
    assert behind.lightness() < dimmed.lightness() < bright.lightness()
    assert abs(dimmed.hue() - bright.hue()) <= 3


def test_a_frame_that_is_being_rendered_shows_how_far_it_is(preview, frames, playhead):
    frames.set_state(0, 8, FrameState.DONE)
    frames.set_state(11, 11, FrameState.QUEUED)
    playhead.move_to(11)
    frames.unfinished[11] = solid(QColor("#123456"), 16, 8)
    frames.changed.emit(11, 11)
    assert shown(preview) == QColor("#123456")
    assert said(preview).endswith("· rendering")


def test_a_draft_is_marked(preview, frames, playhead):
    frames.set_state(3, 3, FrameState.DRAFT)
    playhead.move_to(3)
    assert said(preview).endswith("· draft")
    assert shown(preview) == frames.colour(3)


def test_a_frame_that_is_done_has_no_mark_even_if_it_was_being_rendered(preview, frames, playhead):
    frames.unfinished[3] = solid(QColor("#123456"))
    playhead.move_to(3)
    frames.set_state(3, 3, FrameState.DONE)
    assert shown(preview) == frames.colour(3)
    assert said(preview).endswith("128 × 64")


def test_a_frame_that_failed_says_why(preview, frames, playhead):
    frames.set_state(0, 8, FrameState.DONE)
    frames.set_state(9, 9, FrameState.FAILED)
    playhead.move_to(9)
    assert said(preview).endswith("Frame 10 can't be rendered · The GPU has no memory left")


def test_the_frame_before_stays_while_one_is_read(preview, frames, playhead):
    frames.set_state(0, 24, FrameState.DONE)
    frames.unread = {5}
    playhead.move_to(4)
    playhead.move_to(5)
    assert shown(preview) == frames.colour(4)
    frames.unread = set()
    frames.changed.emit(5, 5)
    assert shown(preview) == frames.colour(5)


def test_after_an_edit_that_changes_all_frames_the_old_picture_stays_and_is_marked(preview, frames, playhead):
    frames.set_state(0, 24, FrameState.DONE)
    playhead.move_to(4)
    picture = preview._shown.image
    for state in (FrameState.MISSING, FrameState.QUEUED):
        frames.set_state(0, 24, state)
        assert preview._shown.image == picture
        assert preview._shown.dimmed
        assert preview._shown.mark == "Frame 5 isn't rendered yet: this is from before the edit"
    playhead.move_to(9)
    assert preview._shown.mark == "Frame 10 isn't rendered yet: this is frame 5 from before the edit"
    assert "from before the edit" in preview.accessibleDescription()
    frames.set_state(20, 20, FrameState.DONE)
    assert preview._shown.mark == "Frame 10 isn't rendered yet: this is frame 21"


def test_of_another_walk_nothing_old_is_shown(preview, frames, playhead):
    frames.set_state(0, 24, FrameState.DONE)
    playhead.move_to(4)
    preview.forget()
    # The frames are still those of the walk before.
    playhead.move_to(0)
    preview.show_walk(replace(WALK, title="Another"))
    frames.changed.emit(0, 24)
    assert preview._shown.image is None
    frames.set_state(0, 24, FrameState.MISSING)
    frames.reset.emit()
    assert preview._shown.heading == "Nothing is rendered yet"


def test_what_takes_long_before_anything_is_known_is_said(qtbot, preview, frames):
    frames.preset, frames.looking_up = None, True
    preview.forget()
    preview.show_walk(replace(WALK, title="Another"))
    # In most cases it takes an instant.
    assert preview._shown.heading == ""
    qtbot.waitUntil(lambda: preview._shown.heading == "Getting ready")
    assert "measures what suits this device" in preview.accessibleDescription()
    frames.preset, frames.looking_up = "starter", False
    frames.reset.emit()
    assert preview._shown.heading == "Nothing is rendered yet"


def test_a_walk_that_can_not_be_rendered_says_so_over_no_old_picture(preview, frames):
    frames.set_state(0, 24, FrameState.DONE)
    frames.problem = "it can't make such pictures"
    frames.set_state(0, 24, FrameState.MISSING)
    assert preview._shown.heading == "This walk can't be rendered"


def test_a_walk_that_has_grown_is_shown_before_its_frames_are_looked_up(preview, frames, playhead):
    frames.set_state(0, 24, FrameState.DONE)
    grown = replace(WALK, timing=Timing(50))
    playhead.set_walk(grown)
    preview.show_walk(grown)
    playhead.move_to(40)
    assert said(preview).startswith("Frame 41 of 50")


def test_a_fitted_frame_fills_the_view_but_for_a_margin(preview, frames):
    frames.set_state(0, 0, FrameState.DONE)
    x, y = middle(preview)
    assert preview.fitted
    assert colour_at(preview, 30, y) == frames.colour(0)
    assert colour_at(preview, 4, y) != frames.colour(0)
    assert colour_at(preview, x, LINE_HEIGHT + 8) != frames.colour(0)


def test_double_clicks_go_to_the_pixels_of_the_frame_and_back(qtbot, preview):
    zooms = []
    preview.zoom_changed.connect(zooms.append)
    fitted = preview.zoom
    place = QPoint(*middle(preview))
    qtbot.mouseDClick(preview, Qt.MouseButton.LeftButton, pos=place)
    assert not preview.fitted
    qtbot.mouseDClick(preview, Qt.MouseButton.LeftButton, pos=place)
    assert preview.fitted
    assert zooms == [1.0, fitted]


def test_each_pixel_of_the_frame_is_one_of_the_screen_at_1_to_1(preview, frames):
    checked = QImage(SIDE, SIDE // 2, QImage.Format.Format_RGB32)
    for y in range(checked.height()):
        for x in range(checked.width()):
            checked.setPixelColor(x, y, QColor("white" if (x + y) % 2 else "black"))
    frames.painted[0] = checked
    frames.set_state(0, 0, FrameState.DONE)
    preview.zoom_to_pixels()
    x, y = middle(preview)
    row = [colour_at(preview, x + step, y).lightness() for step in range(4)]
    assert row in ([0, 255, 0, 255], [255, 0, 255, 0])


def test_smooth_pixels_melt_and_others_keep_their_edges(preview, frames):
    halves = solid(QColor("black"))
    for y in range(halves.height()):
        for x in range(SIDE // 2, SIDE):
            halves.setPixelColor(x, y, QColor("white"))
    frames.painted[0] = halves
    frames.set_state(0, 0, FrameState.DONE)

    def tones():
        grabbed, (x, y) = preview.grab().toImage(), middle(preview)
        return {grabbed.pixelColor(x + step, y).lightness() for step in range(-4, 5)}

    for zoom in (preview.zoom_to_fit, preview.zoom_in):
        zoom()
        preview.set_smooth(False)
        assert tones() == {0, 255}
        preview.set_smooth(True)
        assert len(tones()) > 2


def test_ctrl_and_the_wheel_zoom_around_the_pointer(preview, frames):
    halves = solid(QColor("blue"))
    for y in range(halves.height()):
        for x in range(20):
            halves.setPixelColor(x, y, QColor("red"))
    frames.painted[0] = halves
    frames.set_state(0, 0, FrameState.DONE)
    place = QPoint(50, middle(preview)[1])
    assert colour_at(preview, 50, place.y()) == QColor("red")
    before = preview.zoom
    wheel(preview, place, 6)
    assert preview.zoom == pytest.approx(before * 1.25**6)
    assert colour_at(preview, 50, place.y()) == QColor("red")
    # Around the middle it would be all blue.
    wheel(preview, place, -6)
    wheel(preview, QPoint(*middle(preview)), 6)
    assert colour_at(preview, 50, place.y()) == QColor("blue")


def test_the_wheel_alone_moves_a_zoomed_frame(preview, frames):
    lower = solid(QColor("blue"))
    for x in range(SIDE):
        lower.setPixelColor(x, 0, QColor("red"))
    frames.painted[0] = lower
    frames.set_state(0, 0, FrameState.DONE)
    for _ in range(8):
        preview.zoom_in()
    x, _ = middle(preview)
    assert colour_at(preview, x, LINE_HEIGHT + 5) == QColor("blue")
    wheel(preview, QPoint(x, 150), 20, Qt.KeyboardModifier.NoModifier)
    assert colour_at(preview, x, LINE_HEIGHT + 5) == QColor("red")


def test_the_wheel_alone_is_left_to_others_over_a_fitted_frame(preview, frames):
    frames.set_state(0, 0, FrameState.DONE)
    assert not wheel(preview, QPoint(200, 150), 1, Qt.KeyboardModifier.NoModifier).isAccepted()
    assert preview.fitted


@pytest.mark.parametrize("button", [Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton])
def test_a_zoomed_frame_is_dragged_up_to_its_edge(preview, frames, button):
    halves = solid(QColor("blue"))
    for y in range(halves.height()):
        for x in range(4):
            halves.setPixelColor(x, y, QColor("red"))
    frames.painted[0] = halves
    frames.set_state(0, 0, FrameState.DONE)
    for _ in range(5):
        preview.zoom_in()
    y = middle(preview)[1]
    assert colour_at(preview, 5, y) == QColor("blue")
    drag(preview, QPoint(10, y), QPoint(390, y), button)
    drag(preview, QPoint(10, y), QPoint(390, y), button)
    assert colour_at(preview, 5, y) == QColor("red")


def test_a_zoom_stays_from_frame_to_frame(preview, frames, playhead):
    frames.set_state(0, 24, FrameState.DONE)
    preview.zoom_in()
    before = preview.zoom
    playhead.move_to(3)
    assert preview.zoom == before


def test_the_keyboard_zooms(qtbot, preview):
    fitted = preview.zoom
    qtbot.keyClicks(preview, "+")
    assert preview.zoom == pytest.approx(fitted * 1.25)
    qtbot.keyClicks(preview, "--")
    assert preview.zoom == pytest.approx(fitted / 1.25)
    qtbot.keyClicks(preview, "1")
    assert preview.zoom == 1.0
    qtbot.keyClicks(preview, "0")
    assert preview.fitted


def test_a_frame_is_copied_and_saved_by_the_menu(qtbot, preview, frames):
    frames.set_state(0, 0, FrameState.DRAFT)
    copy, save, *_ = preview.context_menu().actions()
    with qtbot.waitSignal(preview.copy_requested):
        copy.trigger()
    with qtbot.waitSignal(preview.save_requested):
        save.trigger()


def test_only_a_frame_that_is_there_can_be_copied(preview, frames, playhead):
    frames.set_state(0, 0, FrameState.DONE)
    playhead.move_to(1)
    copy, save, *_ = preview.context_menu().actions()
    assert not copy.isEnabled()
    assert not save.isEnabled()


def test_a_frame_that_is_only_looked_up_can_not_be_copied(preview, frames, playhead):
    frames.set_state(0, 24, FrameState.DONE)
    playhead.set_walk(replace(WALK, timing=Timing(50)))
    playhead.move_to(40)
    assert not preview.context_menu().actions()[0].isEnabled()


def test_the_same_walk_again_changes_nothing(qtbot, preview):
    with qtbot.assertNotEmitted(preview.zoom_changed):
        preview.show_walk(replace(WALK))


def test_while_the_first_frame_is_waited_for_it_says_so(preview, frames):
    frames.set_state(0, 24, FrameState.QUEUED)
    assert "Getting ready" in said(preview)


def test_without_the_model_it_says_where_to_find_one(preview, frames):
    frames.preset = None
    frames.show_walk(WALK)
    assert "Walk › Models" in said(preview)


def test_a_draft_stays_in_sight_until_its_frame_is_there(preview, frames, playhead):
    frames.set_state(3, 3, FrameState.DRAFT)
    playhead.move_to(3)
    frames.unfinished[3] = solid(QColor("#123456"), 16, 8)
    frames.changed.emit(3, 3)
    assert shown(preview) == frames.colour(3)
    assert "draft" in said(preview)


def test_a_model_that_is_still_looked_up_is_not_called_missing(frames, preview, playhead):
    frames.preset, frames.looking_up = None, True
    frames.reset.emit()
    assert "not on this machine" not in said(preview)
    assert "Getting ready" in said(preview)


def test_the_zoom_is_said_as_a_percentage_where_there_is_a_picture(preview, frames):
    assert preview._zoom_text() == ""
    frames.set_state(0, 24, FrameState.DONE)
    preview.zoom_to_pixels()
    assert preview._zoom_text() == "zoom 100 %"
    preview.zoom_in()
    assert preview._zoom_text() == "zoom 125 %"


def test_a_frame_that_fits_is_dragged_out_and_one_that_does_not_is_moved(qtbot, preview, frames, playhead):
    frames.set_state(0, 24, FrameState.DONE)
    playhead.move_to(3)
    place = preview.rect().center()
    with qtbot.waitSignal(preview.drag_asked) as asked:
        drag(preview, place, place + QPoint(40, 0))
    assert asked.args == [preview, [3]]
    for _ in range(12):
        preview.zoom_in()
    with qtbot.assertNotEmitted(preview.drag_asked):
        drag(preview, place, place + QPoint(40, 0))


def test_a_layer_shows_what_has_changed_and_says_so(preview, frames, playhead):
    frames.set_state(0, 24, FrameState.DONE)
    playhead.move_to(9)
    preview.set_layer(Layer.DIFFERENCE)
    assert "Difference from frame 9" in said(preview)
    assert shown(preview) != frames.colour(9)
    preview.set_layer(Layer.NONE)
    assert shown(preview) == frames.colour(9)


def test_a_difference_is_shown_as_soon_as_the_frame_before_is_there(preview, frames, playhead):
    frames.set_state(9, 9, FrameState.DONE)
    playhead.move_to(9)
    preview.set_layer(Layer.DIFFERENCE)
    assert "isn't rendered yet" in said(preview)
    frames.set_state(8, 8, FrameState.DONE)
    assert "Difference from frame 9" in said(preview)


def test_what_the_window_offers_is_in_the_menu(preview):
    action = QAction("Star", preview)
    preview.offer([action])
    assert action in preview.context_menu().actions()
