"""A frame together with those beside it."""

import pytest
from PySide6.QtGui import QColor, QImage

from sd3explorer.app.frames.states import FrameState
from sd3explorer.app.preview.content import Shown
from sd3explorer.app.preview.layers import Layer, Layers, difference, onion_skin
from sd3explorer.walk.paths import Keyframe, Morph
from sd3explorer.walk.timing import Timing
from sd3explorer.walk.walk import Walk
from tests.app.fake_frames import FakeFrames


def plain(colour, size=8):
    image = QImage(size, size, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    return image


def colour_of(image):
    return image.pixelColor(image.width() // 2, image.height() // 2).getRgb()[:3]


class Pictures(FakeFrames):
    def image(self, index):
        return self.thumbnail(index)


def walk(closed=False):
    return Walk(path=Morph((Keyframe("a dog"), Keyframe("a cat")), closed), timing=Timing(8))


@pytest.fixture
def frames(qapp):
    frames = Pictures(walk())
    frames.set_state(0, 5, FrameState.DONE)
    return frames


def shown(frames, index):
    return Shown(frames.image(index), of=index)


def over(layer, frames, index):
    layers = Layers()
    layers.layer = layer
    return layers.over(shown(frames, index), frames, index)


def test_frames_that_are_the_same_differ_in_nothing():
    assert colour_of(difference(plain("#aabbcc"), plain("#aabbcc"))) == (0, 0, 0)


def test_differences_are_those_of_each_channel_brightened():
    assert colour_of(difference(plain("#101010"), plain("#18100c"))) == (32, 0, 16)
    assert colour_of(difference(plain("#000000"), plain("#ffffff"))) == (255, 255, 255)


def test_frames_of_another_size_are_compared_as_they_would_be_shown():
    made = difference(plain("#101010", 16), plain("#101010", 4))
    assert made.width() == 16
    assert colour_of(made) == (0, 0, 0)


def test_other_frames_are_seen_through_a_frame():
    red, _, blue = colour_of(onion_skin(plain("#000000"), plain("#ff0000"), plain("#0000ff")))
    assert 0 < red < 128
    assert 0 < blue < 128


def test_without_a_layer_a_frame_is_shown_as_it_is(frames):
    assert over(Layer.NONE, frames, 3) == shown(frames, 3)


@pytest.mark.parametrize("layer", [Layer.ONION, Layer.DIFFERENCE])
def test_a_picture_that_stands_in_for_a_frame_gets_no_layer(frames, layer):
    layers = Layers()
    layers.layer = layer
    for instead in (Shown(frames.image(3), dimmed=True), Shown(frames.image(3), unfinished=True), Shown()):
        assert layers.over(instead, frames, 3) == instead


def test_it_says_which_frame_a_difference_is_to(frames):
    made = over(Layer.DIFFERENCE, frames, 3)
    assert made.mark == "Difference from frame 3, 4 × as bright"
    assert colour_of(made.image) != colour_of(frames.image(3))


def test_what_is_missing_for_a_difference_is_said_and_the_frame_stays(frames):
    frames.set_state(2, 2, FrameState.MISSING)
    made = over(Layer.DIFFERENCE, frames, 3)
    assert made.mark == "Frame 3, the one before, isn't rendered yet"
    assert colour_of(made.image) == colour_of(frames.image(3))
    assert over(Layer.DIFFERENCE, frames, 0).mark == "No frame comes before this one"


def test_the_frame_before_the_first_of_a_circle_is_the_last(frames):
    frames.show_walk(walk(closed=True))
    frames.set_state(0, 7, FrameState.DONE)
    assert over(Layer.DIFFERENCE, frames, 0).mark == "Difference from frame 8, 4 × as bright"


def test_at_an_end_the_one_frame_beside_it_is_seen_through(frames):
    assert colour_of(over(Layer.ONION, frames, 0).image) != colour_of(frames.image(0))
